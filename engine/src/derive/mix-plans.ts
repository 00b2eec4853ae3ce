import { type AvatarFeature, avatarFeatures } from '@daedal/protocol/generation/avatar-plan'
import { itemModifiers } from '@daedal/protocol/generation/item-plan'
import { type GenerationPlan, parsePlan } from '@daedal/protocol/generation/plan'
import { worldProps } from '@daedal/protocol/generation/world-plan'
import { createPrng, type Prng } from '../math/prng.ts'
import { fitPlan } from './fit-plan.ts'

/** Two plans of different kinds, of which nothing is between. */
export class SourcesDiffer extends Error {
  override readonly name = 'SourcesDiffer'
  readonly code = 'GENERATION_SOURCES_DIFFER'
}

type Kind = GenerationPlan['kind']
type Settings = Readonly<Record<string, unknown>>

/** Settings that one parent gives together, because one means nothing without the other. */
const GROUPS: Readonly<Record<Kind, readonly (readonly string[])[]>> = {
  scene: [['family', 'composition', 'hero'], ['style'], ['time'], ['weather'], ['accent'], ['density']],
  item: [['item', 'form', 'count'], ['style'], ['material'], ['colour'], ['backdrop']],
  avatar: [
    ['being', 'skin', 'eyes'],
    ['age', 'presentation', 'beard'],
    ['head', 'nose', 'mouth'],
    ['hair', 'hairColour'],
    ['expression'],
    ['clothes', 'clothesColour'],
    ['headwear', 'headwearColour'],
    ['backdrop'],
    ['style'],
  ],
  world: [['place', 'layout'], ['time'], ['accent'], ['density']],
}

/** Lists that are united. */
const LISTS: Readonly<Record<Kind, readonly string[]>> = {
  scene: ['features', 'without', 'things'],
  item: ['modifiers'],
  avatar: ['features', 'without'],
  world: ['props'],
}

/** The order of what has no order of its own, and how many a plan takes. */
const ORDERS: Readonly<Record<string, readonly string[]>> = {
  modifiers: itemModifiers,
  features: avatarFeatures,
  without: avatarFeatures,
  props: worldProps,
}
const MOST_PROPS = 8

/** What one face wears one of. */
const EYEWEAR: readonly AvatarFeature[] = ['glasses', 'sunglasses', 'monocle', 'eyepatch']

/** Draws until both parents are seen, of which each fails at most every second time. */
const DRAWS = 64

const isOpen = (value: unknown) => value === '' || value === 'any'

const textOf = (value: unknown) => JSON.stringify(value)

/**
 * Some of each of two plans of one kind: settings by named random streams of the seed (a uint32), lists united. Of each plan something is
 * seen that the other one has not, wherever they differ in two things that can stand beside each other. Pass plans that `settlePlan` has
 * settled, so that what is seen of them is mixed. Throws {@link SourcesDiffer}.
 */
export function mixPlans(a: GenerationPlan, b: GenerationPlan, seed: number): GenerationPlan {
  if (a.kind !== b.kind) throw new SourcesDiffer(`A mix of ${a.kind} and ${b.kind} is neither.`)
  const { kind } = a
  const streams = new Map(GROUPS[kind].map((group) => [group, createPrng(seed, `mix ${group[0]}`)]))
  const order = createPrng(seed, 'mix lists')
  let best: GenerationPlan | null = null
  let last = a
  for (let draw = 0; draw < DRAWS; draw++) {
    const settings = [...streams].flatMap(([group, random]) => {
      const parent: Settings = random.chance(0.5) ? a : b
      return group.map((key) => [key, parent[key]])
    })
    const lists = LISTS[kind].map((key) => [key, united(kind, key, a, b, order)])
    last = fitPlan({ ...a, ...Object.fromEntries([...settings, ...lists]) } as GenerationPlan)
    if (isSeen(last, a, b, true) && isSeen(last, b, a, true)) return parsePlan(last)
    if (isSeen(last, a, b) && isSeen(last, b, a)) best ??= last
  }
  return parsePlan(best ?? last)
}

/** Settings by which alone nobody would recognise what they are of. */
const SLIGHT: ReadonlySet<string> = new Set(['hero', 'density', 'form', 'backdrop', 'head', 'nose', 'mouth', 'expression', 'eyes'])

/** Values that are those of any picture. */
const PLAIN: ReadonlySet<unknown> = new Set(['photo', 'toy', 'clear', 'day', 'none'])

/** Whether a plan has something of one that the other one has not; strictly, something by which one would recognise it. */
function isSeen(plan: Settings & { kind: Kind }, of: Settings, other: Settings, strictly = false): boolean {
  const own = (key: string) =>
    !(strictly && (SLIGHT.has(key) || PLAIN.has(of[key]))) && !isOpen(of[key]) && of[key] !== other[key] && plan[key] === of[key]
  const listed = (key: string) => {
    const others = (other[key] as readonly unknown[]).map(textOf)
    const all = (plan[key] as readonly unknown[]).map(textOf)
    return (of[key] as readonly unknown[]).map(textOf).some((item) => all.includes(item) && !others.includes(item))
  }
  return GROUPS[plan.kind].some((group) => group.some(own)) || LISTS[plan.kind].some((key) => key !== 'without' && listed(key))
}

/** Both lists, by turns, each thing once. */
function united(kind: Kind, key: string, a: Settings, b: Settings, random: Prng): readonly unknown[] {
  const [first, second] = (random.chance(0.5) ? [a[key], b[key]] : [b[key], a[key]]) as [readonly unknown[], readonly unknown[]]
  const turns = Array.from({ length: Math.max(first.length, second.length) }, (_, at) => [first[at], second[at]]).flat()
  const nameOf = (item: unknown) => (typeof item === 'object' && item !== null && 'thing' in item ? item.thing : item)
  const seen = new Set<unknown>()
  const all = turns.filter((item) => {
    const isNew = item !== undefined && !seen.has(nameOf(item)) && !(isEyewear(item) && EYEWEAR.some((other) => seen.has(other)))
    if (isNew) seen.add(nameOf(item))
    return isNew
  })
  if (kind === 'scene') return all
  const kept = key === 'props' ? all.slice(0, MOST_PROPS) : all
  return ORDERS[key]!.filter((name) => kept.includes(name))
}

const isEyewear = (item: unknown) => EYEWEAR.some((name) => name === item)
