import { parsePlan, understand } from '@daedal/engine/engine'
import { formatSizes } from '@daedal/protocol/generation/origin'
import { createDrawPool } from '../../backend/src/adapters/jobs/draw-pool.ts'

/**
 * How long after a cancel a drawing's thread is free again, by the pool that the service draws with: each sort of picture is drawn once to
 * the end, then cancelled at moments spread over that time. The longest wait and the one in the middle, by the clock.
 */
const json = process.argv.includes('--json')
const MOMENTS = 12

const sorts = {
  scene: { prompt: 'a futuristic city at night in the rain' },
  wide: { prompt: 'a castle on a hill', size: formatSizes.wide },
  item: { prompt: 'a golden sword' },
  avatar: { prompt: 'a smiling elf with red hair' },
  world: { prompt: 'a walkable village by a lake' },
}

const worker = new URL('../../backend/src/adapters/jobs/draw-worker.ts', import.meta.url)
const pool = createDrawPool({ worker, threads: 2, timeoutMs: 60_000, memoryMb: 1_024 })

function print(name: string, value: number): void {
  const line = { name: `cancel.${name}.ms`, value: Math.round(value), unit: 'ms' }
  process.stdout.write(json ? `${JSON.stringify(line)}\n` : `${line.name.padEnd(28)}${line.value} ms\n`)
}

try {
  for (const [name, { prompt, ...changes }] of Object.entries(sorts)) {
    const plan = parsePlan({ ...understand({ prompt }).plan, ...changes })
    const startedAt = performance.now()
    await pool.draw({ plan, seed: 1 }, { signal: new AbortController().signal, onProgress: () => {} })
    const whole = performance.now() - startedAt
    const waits: number[] = []
    for (let n = 0; n < MOMENTS; n++) {
      const cancel = new AbortController()
      let cancelledAt = 0
      const timer = setTimeout(
        () => {
          cancelledAt = performance.now()
          cancel.abort()
        },
        (whole * (n + 0.5)) / MOMENTS,
      )
      try {
        await pool.draw({ plan, seed: 1 }, { signal: cancel.signal, onProgress: () => {} })
        clearTimeout(timer)
      } catch (error) {
        if (!cancel.signal.aborted) throw error
        waits.push(performance.now() - cancelledAt)
      }
    }
    if (waits.length === 0) throw new Error(`no ${name} was cancelled before it was done`)
    waits.sort((a, b) => a - b)
    print(`${name}.middle`, waits[waits.length >> 1] as number)
    print(`${name}.longest`, waits.at(-1) as number)
  }
} finally {
  await pool.close()
}
