import { RenderStopped } from './render-stopped.ts'

/**
 * Who draws one picture: one thread alone, or several that hold the same plan and seed. Each of several builds the same scene for itself;
 * rows are done by whoever comes first and are written to memory that all see. What a row holds depends on finished stages only, so the bits
 * are the same for any number of threads. Everything is asked for in the same order by all, and written only inside `rows`.
 */
export type Crew = {
  /** This thread finishes the picture; another one only does rows. */
  readonly lead: boolean
  /** Zeros that all threads see. */
  floats(length: number): Float32Array
  ints(length: number): Int32Array
  shorts(length: number): Int16Array
  /** A good height of strips for work that goes over all triangles a strip. */
  band(count: number): number
  /**
   * Has `work` done for strips of `step` rows, `from` (inclusive) to `to` (exclusive), until all `count` rows are done.
   * @param onProgress called with the share done; may throw to stop
   */
  rows(count: number, step: number, work: (from: number, to: number) => void, onProgress?: (fraction: number) => void): void
}

/** One thread. */
export const alone: Crew = {
  lead: true,
  floats: (length) => new Float32Array(length),
  ints: (length) => new Int32Array(length),
  shorts: (length) => new Int16Array(length),
  band: (count) => count,
  rows(count, step, work, onProgress) {
    for (let from = 0; from < count; from += step) {
      onProgress?.(from / count)
      work(from, Math.min(count, from + step))
    }
  },
}

/** Stages a picture can have; each has two counters at the start of the memory: strips taken and strips done. */
const STAGES = 32
/** After them: how many threads are expected. */
const MEMBERS = STAGES * 2
const HEADER_BYTES = (STAGES * 2 + 2) * 4
/** Time a thread sleeps between two looks at its caller's wish to stop. */
const PATIENCE_MS = 20
/** Shadow map, mirror and clouds, whatever the picture's size. */
const FIXED_BYTES = 96 * 1_048_576
/** Four samples, light, depth and what the pixel shows. */
const BYTES_A_PIXEL = 80

/** A member that is not the leader has nothing left to do. */
export class RowsDone extends Error {
  override readonly name = 'RowsDone'
}

/**
 * Memory for a crew that draws a picture of this many pixels; pages that are not written cost nothing.
 * @param members threads that may join, the leader among them
 */
export function crewMemory(pixels: number, members = 2): SharedArrayBuffer {
  const memory = new SharedArrayBuffer(HEADER_BYTES + FIXED_BYTES + pixels * BYTES_A_PIXEL)
  new Int32Array(memory, 0, MEMBERS + 1)[MEMBERS] = Math.max(1, members)
  return memory
}

/** The memory of a crew holds less than its picture needs. */
export class CrewMemoryTooSmall extends Error {
  override readonly name = 'CrewMemoryTooSmall'
}

export type CrewOptions = {
  readonly lead: boolean
  readonly shouldStop?: () => boolean
  /** Asked before each strip; true sends a member that is not the leader away with `RowsDone`. */
  readonly shouldLeave?: () => boolean
}

/**
 * A member of a crew over memory of `crewMemory`. Members may come late or not at all: the leader waits for strips that were taken, never for
 * a member. Waiting blocks the thread, so a page's main thread cannot be a member. Throws `RenderStopped` when asked to stop while it waits.
 */
export function joinCrew(memory: SharedArrayBuffer, { lead, shouldStop, shouldLeave }: CrewOptions): Crew {
  const counters = new Int32Array(memory, 0, MEMBERS + 1)
  let free = HEADER_BYTES
  let stage = 0
  const reserve = (bytes: number) => {
    const at = free
    free += (bytes + 7) & ~7
    if (free > memory.byteLength)
      throw new CrewMemoryTooSmall(`The picture needs more than the ${memory.byteLength} bytes its threads share.`)
    return at
  }
  return {
    lead,
    floats: (length) => new Float32Array(memory, reserve(length * 4), length),
    ints: (length) => new Int32Array(memory, reserve(length * 4), length),
    shorts: (length) => new Int16Array(memory, reserve(length * 2), length),
    band: (count) => Math.ceil(count / counters[MEMBERS]!),
    rows(count, step, work, onProgress) {
      if (stage === STAGES) throw new CrewMemoryTooSmall(`A picture has more than ${STAGES} stages.`)
      const taken = 2 * stage
      const done = taken + 1
      stage++
      const strips = Math.ceil(count / step)
      const next = () => {
        if (!lead && shouldLeave?.()) throw new RowsDone()
        return Atomics.add(counters, taken, 1)
      }
      for (let strip = next(); strip < strips; strip = next()) {
        onProgress?.(Atomics.load(counters, done) / strips)
        work(strip * step, Math.min(count, (strip + 1) * step))
        Atomics.add(counters, done, 1)
        Atomics.notify(counters, done)
      }
      for (let finished = Atomics.load(counters, done); finished < strips; finished = Atomics.load(counters, done)) {
        if (shouldStop?.()) throw new RenderStopped()
        if (!lead && shouldLeave?.()) throw new RowsDone()
        Atomics.wait(counters, done, finished, PATIENCE_MS)
      }
    },
  }
}
