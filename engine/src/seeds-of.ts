import type { GenerationPlan } from '@daedal/protocol/generation/plan'
import { sceneFamilies } from '@daedal/protocol/generation/scene-plan'
import { createPrng } from './math/prng.ts'

/** A stream whose first draw decides something that a plan leaves open, and how much that shows. */
type OpenChoice = readonly [stream: string, weight: number]

/** Of pictures of scenes and items: moods of scenes, the tallest tower, an item's looks. */
const OF_PICTURES: readonly OpenChoice[] = [
  ...sceneFamilies.map((family) => [`scene ${family} mood`, family === 'city' ? 4 : 2] as const),
  ['scene city hero', 1],
  ['item form', 1],
  ['item accent', 1],
  ['item backdrop', 1],
]
/** Of portraits, by the member of the plan that closes the question. */
const OF_PORTRAITS = {
  presentation: 4,
  age: 3,
  skin: 3,
  hair: 3,
  clothes: 2,
  backdrop: 2,
  expression: 1,
  head: 1,
  headwear: 1,
} as const

/** Weight of a scene's composition, which is in the two lowest bits. */
const COMPOSITION = 32

/** Candidates looked at for one more seed; the best of them is taken when none differs everywhere. */
const TRIES = 256
const STEP = 0x9e3779b1

const isOpen = (value: string) => value === '' || value === 'any'

function openChoices(plan: GenerationPlan): readonly OpenChoice[] {
  if (plan.kind === 'world')
    return [
      ...(isOpen(plan.layout) ? [[`world ${plan.place} layout`, 2] as const] : []),
      ...(isOpen(plan.time) ? [[`world ${plan.place} hour`, 1] as const] : []),
    ]
  if (plan.kind !== 'avatar') return OF_PICTURES
  const open = Object.entries(OF_PORTRAITS).filter(([member]) => isOpen(plan[member as keyof typeof OF_PORTRAITS]))
  return [...open.map(([member, weight]) => [`avatar ${member}`, weight] as const), ['avatar outfit', 1], ['avatar hair colour', 1]]
}

type Choices = { readonly seed: number; readonly places: readonly number[] }

/**
 * Seeds (uint32) of `count` variations of one plan: `seed` itself, then seeds under which what the plan leaves open turns out
 * differently, so that variations differ to the eye and not only in detail.
 */
export function seedsOf(seed: number, count: number, plan: GenerationPlan): number[] {
  const open = openChoices(plan)
  const composed = plan.kind === 'scene' || plan.kind === 'item' ? COMPOSITION : 0
  /** Which quarter of its range each open choice falls in. */
  const choicesOf = (seed: number): Choices => ({
    seed,
    places: open.map(([stream]) => Math.floor(createPrng(seed, stream).next() * 4)),
  })
  /** How much two variations would have in common. */
  const clashesOf = (a: Choices, b: Choices) =>
    open.reduce((sum, [, weight], at) => sum + (a.places[at] === b.places[at] ? weight : 0), (a.seed & 3) === (b.seed & 3) ? composed : 0)

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
