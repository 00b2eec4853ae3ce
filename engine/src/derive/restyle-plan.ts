import { avatarBackdrops, avatarStyles } from '@daedal/protocol/generation/avatar-plan'
import { itemBackdrops, itemStyles } from '@daedal/protocol/generation/item-plan'
import { type GenerationPlan, parsePlan } from '@daedal/protocol/generation/plan'
import { sceneStyles, sceneTimes } from '@daedal/protocol/generation/scene-plan'
import { worldTimes } from '@daedal/protocol/generation/world-plan'
import { fitPlan } from './fit-plan.ts'

type Kind = GenerationPlan['kind']

/** What a look is made of, and the setting of each kind that is this of it. */
const LOOKS: Readonly<Record<Kind, Readonly<Record<string, string>>>> = {
  scene: { style: 'style', time: 'time', weather: 'weather', accent: 'accent' },
  item: { style: 'style', accent: 'colour', backdrop: 'backdrop', material: 'material', modifiers: 'modifiers' },
  avatar: { style: 'style', accent: 'clothesColour', backdrop: 'backdrop' },
  world: { time: 'time', accent: 'accent' },
}

/** Values that a setting of a kind can have, where they are not the same for every kind that has it. */
const VALUES: Readonly<Partial<Record<Kind, Readonly<Record<string, readonly string[]>>>>> = {
  scene: { style: sceneStyles, time: sceneTimes },
  item: { style: itemStyles, backdrop: itemBackdrops },
  avatar: { style: avatarStyles, backdrop: avatarBackdrops },
  world: { time: worldTimes },
}

/** The same to the eye under the name that another kind has for it. */
const KIN: Readonly<Record<string, string>> = {
  photo: 'toy',
  toy: 'photo',
  painterly: 'gouache',
  storybook: 'gouache',
  gouache: 'painterly',
  ink: 'print',
  print: 'ink',
  sunrise: 'dusk',
  bluehour: 'night',
}

const isOpen = (value: unknown) => value === '' || value === 'any'

/**
 * The first plan's subject with the second one's look: style, time, weather, colours, material, what was done to it, and backdrop, as far
 * as both kinds have them. Pass plans that `settlePlan` has settled, so that it is the look which is seen. What the subject cannot show
 * it does without.
 */
export function restylePlan<P extends GenerationPlan>(plan: P, look: GenerationPlan): P
export function restylePlan(plan: GenerationPlan, look: GenerationPlan): GenerationPlan {
  const taken = Object.entries(LOOKS[look.kind]).flatMap(([part, from]) => {
    const to = LOOKS[plan.kind][part]
    const value = to === undefined ? undefined : valueIn(plan.kind, part, look[from as keyof typeof look])
    // clothes keep their colour beside those that have one of their own
    const isOther = plan.kind !== look.kind || plan.kind === 'avatar'
    return value === undefined || (isOther && isOpen(value)) ? [] : [[to, value]]
  })
  return parsePlan(fitPlan({ ...plan, ...Object.fromEntries(taken) }))
}

/** A part of a look as a kind calls it; undefined where it has none of that sort. */
function valueIn(kind: Kind, part: string, value: unknown): unknown {
  const known = VALUES[kind]?.[part]
  return known === undefined ? value : [value, KIN[value as string]].find((name) => known.includes(name as string))
}
