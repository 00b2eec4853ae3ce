import { createHash } from 'node:crypto'
import { getHeapStatistics } from 'node:v8'
import { render } from '@daedal/engine/engine'
import { assess, recordedMetrics } from '@daedal/engine/measure/assess'
import { paletteOf } from '@daedal/engine/measure/palette-of'
import { pdq } from '@daedal/engine/measure/pdq'
import { RenderStopped } from '@daedal/engine/render-stopped'
import { move, transferableSymbol, valueSymbol } from 'piscina'
import type { DrawAnswer, DrawJob, DrawMessage } from './draw-pool.ts'

/** Messages are sent at most this often; the memory is looked at as often. */
const INTERVAL_MS = 40

/** Drawing is the larger part of the work; measuring the rest. */
const DRAWING = 0.95

/** The thread's task: draws and measures one picture. Runs in a worker, never in the service's own thread. */
export default function drawInThread({ plan, seed, port, flag, memoryBytes }: DrawJob): DrawAnswer {
  const post = (message: DrawMessage) => port.postMessage(message)
  const startedAt = performance.now()
  let lookedAt = startedAt
  let postedAt = startedAt
  let tooLarge = 0
  post({ type: 'started' })

  const shouldStop = () => {
    if (Atomics.load(flag, 0) === 1) return true
    const at = performance.now()
    if (at - lookedAt < INTERVAL_MS) return false
    lookedAt = at
    const used = memoryUsed()
    if (used > memoryBytes) tooLarge = used
    return tooLarge > 0
  }
  const onProgress = (fraction: number, stage: string) => {
    const at = performance.now()
    if (at - postedAt < INTERVAL_MS) return
    postedAt = at
    post({ type: 'progress', fraction: Math.min(1, Math.max(0, fraction)) * DRAWING, stage })
  }

  try {
    const picture = render(plan as Parameters<typeof render>[0], seed, { onProgress, shouldStop })
    post({ type: 'progress', fraction: DRAWING, stage: 'measure' })
    const data = picture.rgba
    const drawing = {
      width: picture.width,
      height: picture.height,
      data,
      renderSha256: `0x${createHash('sha256').update(data).digest('hex')}` as const,
      palette: paletteOf(picture),
      metrics: recordedMetrics(assess(picture)),
      fingerprint: pdq(picture),
      milliseconds: Math.round(performance.now() - startedAt),
    }
    return handedOver({ type: 'drawn', drawing }, data.buffer)
  } catch (error) {
    if (tooLarge > 0) return { type: 'too-large', bytes: tooLarge }
    if (error instanceof RenderStopped) return { type: 'stopped' }
    throw error
  }
}

/** The answer with a buffer that is given away instead of copied. */
const handedOver = (answer: DrawAnswer, buffer: ArrayBufferLike): DrawAnswer =>
  move({ [transferableSymbol]: [buffer], [valueSymbol]: answer } as never) as unknown as DrawAnswer

/** Bytes this thread holds: its heap and the buffers outside it. */
function memoryUsed(): number {
  const { used_heap_size, external_memory } = getHeapStatistics()
  return used_heap_size + external_memory
}
