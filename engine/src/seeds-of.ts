import { sceneFamilies } from '@daedal/protocol/generation/scene-plan'
import { createPrng } from './math/prng.ts'

/** Streams whose first draw decides what a plan leaves open, with their weight: moods of scenes, the tallest tower, an item's looks. */
const OPEN_CHOICES: readonly (readonly [stream: string, weight: number])[] = [
  ...sceneFamilies.map((family) => [`scene ${family} mood`, family === 'city' ? 4 : 2] as const),
  ['scene city hero', 1],
  ['item form', 1],
  ['item accent', 1],
]
/** Weight of a scene's composition, which is in the two lowest bits. */
const COMPOSITION = 32

/** Candidates looked at for one more seed; the best of them is taken when none differs everywhere. */
const TRIES = 256
const STEP = 0x9e3779b1

/** Which quarter of its range each open choice falls in. */
const quarters = (seed: number) => OPEN_CHOICES.map(([stream]) => Math.floor(createPrng(seed, stream).next() * 4))

/** How much two pictures would have in common. */
const clashesOf = (a: Choices, b: Choices) =>
  OPEN_CHOICES.reduce(
    (sum, [, weight], at) => sum + (a.places[at] === b.places[at] ? weight : 0),
    (a.seed & 3) === (b.seed & 3) ? COMPOSITION : 0,
  )

type Choices = { readonly seed: number; readonly places: readonly number[] }
const choicesOf = (seed: number): Choices => ({ seed, places: quarters(seed) })

/**
 * Seeds (uint32) of `count` pictures of one plan: `seed` itself, then seeds under which what the plan leaves open turns out
 * differently, so that variations differ to the eye and not only in detail.
 */
export function seedsOf(seed: number, count: number): number[] {
  const first = seed >>> 0
  const seeds = [first]
  const taken = [choicesOf(first)]
  let candidate = first
  while (seeds.length < count) {
    let best = first
    let fewest = Number.POSITIVE_INFINITY
    for (let tried = 0; tried < TRIES && fewest > 0; tried++) {
      candidate = (candidate + STEP) >>> 0
      if (seeds.includes(candidate)) continue
      const choices = choicesOf(candidate)
      const clashes = taken.reduce((sum, other) => sum + clashesOf(choices, other), 0)
      if (clashes >= fewest) continue
      fewest = clashes
      best = candidate
    }
    seeds.push(best)
    taken.push(choicesOf(best))
  }
  return seeds
}
