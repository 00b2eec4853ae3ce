import type { SceneTime } from '@daedal/protocol/generation/scene-plan'
import { type WorldPlace, type WorldPlan, worldLayouts, worldPlaces, worldProps } from '@daedal/protocol/generation/world-plan'
import { ENGINE_VERSION } from '../version.ts'
import { sceneSensesOf } from './decide-kind.ts'
import type { SceneWish, WorldSense } from './lexicon/sense.ts'
import type { Word } from './reading.ts'
import type { Verdict } from './verdict.ts'

/** Most things a plan puts somewhere. */
const MOST_PROPS = 8

const worldSensesOf = ({ meaning }: Word): WorldSense[] => (meaning?.senses ?? []).filter((sense) => sense.domain === 'world')

/** Hours of worlds by those of scenes. */
const HOURS: Readonly<Record<SceneTime, WorldPlan['time']>> = {
  any: 'any',
  day: 'day',
  sunrise: 'dusk',
  dusk: 'dusk',
  bluehour: 'night',
  night: 'night',
}

/** The place that the words speak for most; null when none does. */
function placeOf(senses: readonly WorldSense[], refused: readonly WorldSense[]): WorldPlace | null {
  const scoreOf = (place: WorldPlace) =>
    senses.reduce((sum, { scores }) => sum + (scores?.[place] ?? 0), 0) -
    refused.reduce((sum, { scores }) => sum + (scores?.[place] ?? 0) * 2, 0)
  const [best] = worldPlaces.map((place) => ({ place, score: scoreOf(place) })).sort((a, b) => b.score - a.score)
  return best && best.score > 0 ? best.place : null
}

/** What scene words wish for, hard before soft. */
const wishesOf = (words: readonly Word[]): SceneWish[] => {
  const senses = words.flatMap(sceneSensesOf)
  return [...senses.flatMap(({ wish }) => wish ?? []), ...senses.flatMap(({ soft }) => soft ?? [])]
}

/** The plan that a prompt's words make of a walkable world, and what it made of each word. */
export function realiseWorld(words: readonly Word[]): { readonly plan: WorldPlan; readonly verdictOf: (word: Word) => Verdict } {
  const asked = words.filter(({ negated }) => !negated)
  const senses = asked.flatMap(worldSensesOf)
  const refused = words.filter(({ negated }) => negated).flatMap(worldSensesOf)
  const place = placeOf(senses, refused) ?? 'village'
  const layouts: readonly string[] = worldLayouts[place]
  const layout = senses.map(({ within }) => within?.[place] ?? '').find((name) => layouts.includes(name)) ?? ''
  const wanted = new Set(senses.flatMap(({ prop }) => prop ?? []))
  const wishes = wishesOf(asked)
  const plan: WorldPlan = {
    kind: 'world',
    engineVersion: ENGINE_VERSION,
    place,
    layout,
    time: HOURS[wishes.find(({ time }) => time !== undefined)?.time ?? 'any'],
    density: wishes.find(({ density }) => density !== undefined)?.density ?? 'any',
    props: worldProps.filter((prop) => wanted.has(prop) && !refused.some((sense) => sense.prop === prop)).slice(0, MOST_PROPS),
    accent: wishes.find(({ accent }) => accent !== undefined)?.accent ?? '',
  }
  return { plan, verdictOf: (word) => (word.negated ? onNegated(word, plan) : onAsked(word, plan)) }
}

/** Whether a meaning is to be seen in the plan's world. */
function isShown({ concept, within, prop }: WorldSense, plan: WorldPlan): boolean {
  if (concept === 'world') return true
  if (prop) return plan.props.includes(prop)
  const layout = within?.[plan.place]
  return layout !== undefined && (layout === '' || layout === plan.layout)
}

/** Time, density and colour as the plan has them. */
const isHeeded = ({ time, density, accent }: SceneWish, plan: WorldPlan) =>
  (time !== undefined && HOURS[time] === plan.time) ||
  (density !== undefined && density === plan.density) ||
  (accent !== undefined && accent === plan.accent)

function onAsked(word: Word, plan: WorldPlan): Verdict {
  if (word.kind === 'number') return { understood: word.key === '1', role: 'count', concept: word.key }
  const own = worldSensesOf(word)
  const shown = own.find((sense) => isShown(sense, plan))
  if (shown) return { understood: true, role: shown.role, concept: shown.concept }
  const condition = sceneSensesOf(word).find(({ wish, soft }) => [wish, soft].some((part) => part && isHeeded(part, plan)))
  if (condition) return { understood: true, role: condition.role, concept: condition.concept }
  return own[0] ? { understood: false, role: own[0].role, concept: own[0].concept } : { understood: false }
}

/** What is ruled out is honoured when the world has nothing of the kind. */
function onNegated(word: Word, plan: WorldPlan): Verdict {
  const own = worldSensesOf(word)
  const concept = own[0]?.concept ?? word.key
  return { understood: own.length > 0 && !own.some((sense) => isShown(sense, plan)), role: 'not', concept }
}
