import { createPrng } from './math/prng.ts'

/** Streams whose first draw decides what a plan leaves open: an item's form and colour, a city's mood and its tallest tower. */
const OPEN_CHOICES = ['item form', 'item accent', 'scene city mood', 'scene city hero'] as const

/** Candidates looked at for one more seed; the best of them is taken when none differs everywhere. */
const TRIES = 256
const STEP = 0x9e3779b1

/** Which quarter of its range each open choice falls in; a scene's composition is in the two lowest bits. */
const quarters = (seed: number) => [seed & 3, ...OPEN_CHOICES.map((stream) => Math.floor(createPrng(seed, stream).next() * 4))]

/** How much two pictures would have in common; a composition weighs most, then a mood. */
const WEIGHTS = [16, 1, 1, 4, 1] as const
const clashesOf = (places: readonly number[], others: readonly number[]) =>
  WEIGHTS.reduce<number>((sum, weight, at) => sum + (places[at] === others[at] ? weight : 0), 0)

/**
 * Seeds (uint32) of `count` pictures of one plan: `seed` itself, then seeds under which what the plan leaves open turns out
 * differently, so that variations differ to the eye and not only in detail.
 */
export function seedsOf(seed: number, count: number): number[] {
  const first = seed >>> 0
  const seeds = [first]
  const taken = [quarters(first)]
  let candidate = first
  while (seeds.length < count) {
    let best = first
    let fewest = Number.POSITIVE_INFINITY
    for (let tried = 0; tried < TRIES && fewest > 0; tried++) {
      candidate = (candidate + STEP) >>> 0
      if (seeds.includes(candidate)) continue
      const places = quarters(candidate)
      const clashes = taken.reduce((sum, other) => sum + clashesOf(places, other), 0)
      if (clashes >= fewest) continue
      fewest = clashes
      best = candidate
    }
    seeds.push(best)
    taken.push(quarters(best))
  }
  return seeds
}
