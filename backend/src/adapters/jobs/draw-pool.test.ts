import { ENGINE, render, understand } from '@daedal/engine/engine'
import { engineOf } from '@daedal/engine/engine-of'
import { afterAll, describe, expect, it } from 'vitest'
import type { DrawProgress } from '../../generation/ports.ts'
import { createDrawPool } from './draw-pool.ts'

const worker = new URL('./testing/unruly-worker.ts', import.meta.url)
const pool = createDrawPool({ worker, threads: 2, timeoutMs: 1_500, memoryMb: 64 })
afterAll(() => pool.close())

const draw = (what: string, signal = new AbortController().signal, onProgress: (progress: DrawProgress) => void = () => {}) =>
  pool.draw({ plan: { do: what }, seed: 1 }, { signal, onProgress })

describe('the draw pool', () => {
  it('draws and reports progress', async () => {
    const seen: DrawProgress[] = []
    const drawing = await draw('draw', undefined, (progress) => seen.push(progress))
    expect([...drawing.data]).toEqual([1, 2, 3, 255])
    expect(seen).toEqual([{ type: 'progress', fraction: 0.5, stage: 'half' }].map(({ fraction, stage }) => ({ fraction, stage })))
  })

  it.each(['wait-politely', 'hang'])('ends a drawing that is cancelled while it does %s, without waiting for it', async (what) => {
    const cancel = new AbortController()
    let started = () => {}
    const isStarted = new Promise<void>((resolve) => (started = resolve))
    const drawing = draw(what, cancel.signal, started)
    await isStarted
    const at = performance.now()
    cancel.abort()
    await expect(drawing).rejects.toMatchObject({ code: 'GENERATION_CANCELLED' })
    expect(performance.now() - at).toBeLessThan(2_000)
  })

  it('takes a waiting drawing out of the queue', async () => {
    const cancel = new AbortController()
    const busy = [draw('wait-politely', cancel.signal), draw('wait-politely', cancel.signal)]
    const own = new AbortController()
    const waiting = draw('draw', own.signal)
    own.abort()
    await expect(waiting).rejects.toMatchObject({ code: 'GENERATION_CANCELLED' })
    cancel.abort()
    for (const drawing of busy) await expect(drawing).rejects.toMatchObject({ code: 'GENERATION_CANCELLED' })
  })

  it('gives up a drawing that takes too long', async () => {
    await expect(draw('hang')).rejects.toMatchObject({ code: 'GENERATION_TIMED_OUT', detail: expect.stringContaining('1.5 seconds') })
  })

  it('names a world that cannot be walked', async () => {
    const refused = { code: 'GENERATION_WORLD_UNWALKABLE', detail: 'No way on foot to the well.' }
    await expect(draw('build-a-maze')).rejects.toMatchObject(refused)
  })

  it.each([
    ['throw', 'the brush broke'],
    ['exit', ''],
    ['heap', ''],
    ['report-memory', '64 MiB'],
  ])('fails a drawing that does %s and draws the next one', async (what, sentence) => {
    await expect(draw(what)).rejects.toMatchObject({ code: 'GENERATION_WORKER_FAILED', detail: expect.stringContaining(sentence) })
    await expect(draw('draw')).resolves.toMatchObject({ width: 1 })
  })
})

describe('hands that help', () => {
  const busy = createDrawPool({ worker: new URL('./draw-worker.ts', import.meta.url), threads: 3, timeoutMs: 120_000, memoryMb: 1_024 })
  afterAll(() => busy.close())
  const planOf = (prompt: string) => ({ ...understand({ prompt }).plan, size: { w: 96, h: 96 } })
  const ask = (prompt: string, signal = new AbortController().signal) =>
    busy.draw({ plan: planOf(prompt), seed: 4 }, { signal, onProgress: () => {} })

  it('draw one picture together, and make room when more are asked for, with the same bits', async () => {
    const prompts = ['a smiling elf with red hair', 'a golden key', 'a mountain lake']
    const first = ask(prompts[0]!)
    const others = prompts.slice(1).map((prompt) => ask(prompt))
    const drawings = await Promise.all([first, ...others])
    for (const [at, { data }] of drawings.entries()) {
      const { rgba } = render(planOf(prompts[at]!) as Parameters<typeof render>[0], 4)
      expect(Buffer.compare(data, rgba)).toBe(0)
    }
  }, 240_000)

  it('stop with the picture that is cancelled', async () => {
    const cancel = new AbortController()
    const drawing = ask('a smiling elf with red hair', cancel.signal)
    setTimeout(() => cancel.abort(), 400)
    await expect(drawing).rejects.toMatchObject({ code: 'GENERATION_CANCELLED' })
    await expect(ask('a golden key')).resolves.toMatchObject({ width: 96 })
  }, 120_000)

  it('leave a plan of an earlier version to the engine of that version', async () => {
    const { things: _, ...earlier } = planOf('a mountain lake') as Record<string, unknown>
    const options = { signal: new AbortController().signal, onProgress: () => {} }
    const drawing = await busy.draw({ plan: { ...earlier, engineVersion: '1.0.0' }, seed: 4 }, options)
    const engine = await engineOf('1.0.0')
    if (!engine) throw new Error('no engine 1.0.0')
    expect(Buffer.compare(drawing.data, engine.make(engine.parsePlan({ ...earlier, engineVersion: '1.0.0' }), 4).picture.rgba)).toBe(0)
    await expect(busy.draw({ plan: { ...earlier, engineVersion: '0.1.0' }, seed: 4 }, options)).rejects.toMatchObject({
      code: 'GENERATION_WORKER_FAILED',
      detail: expect.stringContaining('engine 0.1.0'),
    })
  })

  it('fail the picture whose rows they took when they break', async () => {
    const plan = { do: 'wait-politely', kind: 'item', engineVersion: ENGINE.version, size: { w: 8, h: 8 } }
    const drawing = pool.draw({ plan, seed: 1 }, { signal: new AbortController().signal, onProgress: () => {} })
    await expect(drawing).rejects.toMatchObject({
      code: 'GENERATION_WORKER_FAILED',
      detail: expect.stringContaining('the second brush broke'),
    })
  })
})
