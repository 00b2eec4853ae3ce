import { crewMemory } from '@daedal/engine/crew'
import { ENGINE } from '@daedal/engine/engine'
import type { DrawTask } from '../../generation/ports.ts'

/** Asks a thread to do rows of a picture that another one draws. `leave[0]` becomes 1 when the thread is wanted elsewhere. */
export type HelpJob = DrawTask & { help: true; memory: SharedArrayBuffer; flag: Int32Array; leave: Int32Array }

/** A drawing in progress that others may help with. */
type Open = { task: DrawTask; memory: SharedArrayBuffer; flag: Int32Array; helpers: number; failed(cause: unknown): void }

/** Kinds that are traced ray by ray. A scene spends most of its time on what each helper would have to build again. */
const SHARED = new Set(['item', 'avatar'])

export type HelpingHands = {
  /** Memory that a drawing shares with its helpers; null for one that is drawn alone. */
  memoryFor(task: DrawTask): SharedArrayBuffer | null
  /** A drawing takes a thread; helpers make room when none is free. */
  begins(): void
  /** The drawing has a thread and others may join; `failed` is called when one of them breaks. Returns what ends that. */
  opens(drawing: Omit<Open, 'helpers'>): () => void
  /** The drawing has given its thread back. */
  ended(): void
}

/**
 * Sends threads that have nothing to draw to drawings in progress, so that one picture alone is done sooner.
 * @param help runs a job in a thread of the pool and resolves when it has left
 */
export function createHelpingHands(threads: number, help: (job: HelpJob) => Promise<unknown>): HelpingHands {
  const open = new Set<Open>()
  const away = new Set<Int32Array>()
  let drawing = 0

  function send(): void {
    while (drawing + away.size < threads) {
      const [fewest] = [...open].sort((a, b) => a.helpers - b.helpers)
      if (!fewest) return
      const leave = new Int32Array(new SharedArrayBuffer(4))
      const { task, memory, flag } = fewest
      fewest.helpers += 1
      away.add(leave)
      help({ ...task, help: true, memory, flag, leave })
        .catch((cause: unknown) => open.has(fewest) && fewest.failed(cause))
        .finally(() => {
          away.delete(leave)
          // whoever comes back has done all there was to do
          if (Atomics.load(leave, 0) === 0) open.delete(fewest)
          send()
        })
    }
  }

  return {
    memoryFor({ plan }) {
      const size = plan.size as { w?: unknown; h?: unknown } | undefined
      if (
        threads < 2 ||
        plan.engineVersion !== ENGINE.version ||
        !SHARED.has(String(plan.kind)) ||
        typeof size?.w !== 'number' ||
        typeof size.h !== 'number'
      )
        return null
      return crewMemory(size.w * size.h, threads)
    },
    begins() {
      drawing += 1
      const [leave] = away
      if (leave && drawing + away.size > threads) Atomics.store(leave, 0, 1)
    },
    opens(entry) {
      const mine: Open = { ...entry, helpers: 0 }
      open.add(mine)
      send()
      return () => void open.delete(mine)
    },
    ended() {
      drawing -= 1
      send()
    },
  }
}
