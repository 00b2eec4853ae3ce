/** A stream of random numbers. */
export type Prng = {
  /** Uniform 0..1, 32 bits. */
  readonly next: () => number
  readonly range: (low: number, high: number) => number
  /** An integer from low to high, both possible. */
  readonly int: (low: number, high: number) => number
  readonly pick: <T>(list: readonly T[]) => T
  readonly chance: (probability: number) => boolean
}

/** FNV-1a of a stream's name. */
function nameHash(name: string): number {
  let h = 2166136261
  for (let i = 0; i < name.length; i++) h = Math.imul(h ^ name.charCodeAt(i), 16777619)
  return h >>> 0
}

/** sfc32. One stream per concern: a draw more in one never moves another. `seed` is a uint32. */
export function createPrng(seed: number, stream: string): Prng {
  let a = seed | 0
  let b = (seed ^ 0x9e3779b9) | 0
  let c = (Math.imul(seed, 0x85ebca6b) ^ nameHash(stream)) | 0
  let d = 1
  const word = () => {
    const t = (((a + b) | 0) + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (c << 21) | (c >>> 11)
    c = (c + t) | 0
    return t >>> 0
  }
  for (let i = 0; i < 15; i++) word()
  const next = () => word() / 4294967296
  return {
    next,
    range: (low, high) => low + (high - low) * next(),
    int: (low, high) => low + Math.floor(next() * (high - low + 1)),
    pick: (list) => list[Math.floor(next() * list.length)]!,
    chance: (probability) => next() < probability,
  }
}
