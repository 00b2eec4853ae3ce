import { createHash } from 'node:crypto'
import { getHeapStatistics } from 'node:v8'
import { joinCrew } from '@daedal/engine/crew'
import { doRows } from '@daedal/engine/do-rows'
import { engineOf } from '@daedal/engine/engine-of'
import { assess, recordedMetrics } from '@daedal/engine/measure/assess'
import { assessModel, recordedModelMetrics } from '@daedal/engine/measure/assess-model'
import { paletteOf } from '@daedal/engine/measure/palette-of'
import { pdq } from '@daedal/engine/measure/pdq'
import { RenderStopped } from '@daedal/engine/render-stopped'
import { WorldUnwalkable } from '@daedal/engine/world/build-world'
import { move, transferableSymbol, valueSymbol } from 'piscina'
import type { Drawing } from '../../generation/ports.ts'
import type { DrawAnswer, DrawJob, DrawMessage } from './draw-pool.ts'
import type { HelpJob } from './helping-hands.ts'

/** Messages are sent at most this often; the memory is looked at as often. */
const INTERVAL_MS = 40

/** Drawing is the larger part of the work; measuring the rest. */
const DRAWING = 0.95

/** The thread's task: one picture and its model, or rows of a picture of another thread. Runs in a worker, never in the service's own thread. */
export default function work(job: DrawJob | HelpJob): DrawAnswer | Promise<DrawAnswer> {
  return 'help' in job ? helpInThread(job) : drawInThread(job)
}

function helpInThread({ plan, seed, memory, flag, leave }: HelpJob): DrawAnswer {
  try {
    doRows(plan as Parameters<typeof doRows>[0], seed, memory, {
      shouldStop: () => Atomics.load(flag, 0) === 1,
      shouldLeave: () => Atomics.load(leave, 0) === 1,
    })
  } catch (error) {
    if (!(error instanceof RenderStopped)) throw error
  }
  return { type: 'helped' }
}

async function drawInThread({ plan, seed, port, flag, memoryBytes, memory }: DrawJob): Promise<DrawAnswer> {
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
    // a job that waited while the service was brought up to date is drawn by the engine that planned it
    const engine = await engineOf(String(plan.engineVersion))
    if (!engine) throw new Error(`engine ${plan.engineVersion}, which made the plan, is not kept here`)
    const { picture, model } = engine.make(engine.parsePlan(plan), seed, {
      onProgress,
      shouldStop,
      ...(memory && { crew: joinCrew(memory, { lead: true, shouldStop }) }),
    })
    post({ type: 'progress', fraction: DRAWING, stage: 'measure' })
    const data = picture.rgba
    const figures = model && assessModel(model.glb)
    const drawing: Drawing = {
      width: picture.width,
      height: picture.height,
      data,
      renderSha256: digestOf(data),
      palette: paletteOf(picture),
      metrics: { ...recordedMetrics(assess(picture)), ...(figures && recordedModelMetrics(figures)) },
      fingerprint: pdq(picture),
      model: model &&
        figures && {
          role: model.role,
          glb: model.glb,
          renderSha256: digestOf(model.canonical),
          triangles: figures.triangles,
          drawCalls: figures.drawCalls,
        },
      milliseconds: Math.round(performance.now() - startedAt),
    }
    return handedOver({ type: 'drawn', drawing }, [data, ...(model ? [model.glb] : [])])
  } catch (error) {
    if (tooLarge > 0) return { type: 'too-large', bytes: tooLarge }
    if (isStopped(error)) return { type: 'stopped' }
    if (error instanceof WorldUnwalkable) return { type: 'unwalkable', detail: error.message }
    throw error
  }
}

/** Each released engine throws a class of its own. */
const isStopped = (error: unknown) => error instanceof RenderStopped || (error instanceof Error && error.name === 'RenderStopped')

const digestOf = (bytes: Uint8Array) => `0x${createHash('sha256').update(bytes).digest('hex')}` as const

/** The answer with buffers that are given away instead of copied. */
const handedOver = (answer: DrawAnswer, arrays: readonly Uint8Array[]): DrawAnswer =>
  move({ [transferableSymbol]: arrays.map(({ buffer }) => buffer), [valueSymbol]: answer } as never) as unknown as DrawAnswer

/** Bytes this thread holds: its heap and the buffers outside it. */
function memoryUsed(): number {
  const { used_heap_size, external_memory } = getHeapStatistics()
  return used_heap_size + external_memory
}
