/** A source of chance for one concern. */
export type Stream = {
  /** In [0, 1). */
  next(): number
  /** In [0, below). */
  int(below: number): number
  chance(probability: number): boolean
  /** An item of a list that is not empty. */
  pick<T>(items: readonly T[]): T
  /** `count` different items. */
  take<T>(items: readonly T[], count: number): T[]
}

/** One stream a concern, so that a new line of small talk does not change what is asked back. */
export type Streams = {
  readonly wording: Stream
  readonly address: Stream
  readonly content: Stream
  readonly asking: Stream
  readonly manner: Stream
}

/** Temporary until math/prng.ts lands. */
export function textSeed(text: string): number {
  let hash = 2166136261 >>> 0
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 16777619) >>> 0
  hash = Math.imul(hash ^ (hash >>> 15), 2246822507) >>> 0
  hash = Math.imul(hash ^ (hash >>> 13), 3266489909) >>> 0
  return (hash ^ (hash >>> 16)) >>> 0
}
const createStream = (seed: number): Stream => {
  let s = seed
  const next = () => {
    s = (s + 0x6d2b79f5) >>> 0
    let t = Math.imul(s ^ (s >>> 15), s | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const int = (n: number) => Math.floor(next() * n)
  return {
    next,
    int,
    chance: (p) => next() < p,
    pick: (items) => items[int(items.length)] as never,
    take: (items, count) => {
      const left = items.slice()
      const out: typeof left = []
      while (left.length > 0 && out.length < count) out.push(...left.splice(int(left.length), 1))
      return out
    },
  }
}
export const createStreams = ({ name, seed }: { name: string; seed: number }, turn: number, text: string): Streams => {
  const stream = (concern: string) => createStream(textSeed(`${seed}|${name}|${turn}|${text}|${concern}`))
  return {
    wording: stream('wording'),
    address: stream('address'),
    content: stream('content'),
    asking: stream('asking'),
    manner: stream('manner'),
  }
}
