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
export function realiseWorld(words: readonly Word[]): Realised {
  const { senses, refused } = sensesOf(words)
  return realiseAt(placeOf(senses, refused) ?? 'village', words)
}

/** What the words make of a world that is there already. It stays the place it is unless they speak for another, and that shows more of them. */
export function realiseOverWorld(base: WorldPlan, words: readonly Word[]): Realised {
  const { senses, refused } = sensesOf(words)
  const place = placeOf(senses, refused)
  const shownBy = ({ verdictOf }: Realised) => words.filter((word) => verdictOf(word).understood).length
  const stays = realiseAt(base.place, words, base)
  const others = [base.place, ...(place && place !== base.place ? [place] : [])]
  return others
    .map((name) => realiseAt(name, words, { ...base, layout: '' }))
    .reduce((best, other) => (shownBy(other) > shownBy(best) ? other : best), stays)
}

type Realised = { readonly plan: WorldPlan; readonly verdictOf: (word: Word) => Verdict }

/** What the words mean in worlds, asked for and ruled out. */
const sensesOf = (words: readonly Word[]) => ({
  senses: words.filter(({ negated }) => !negated).flatMap(worldSensesOf),
  refused: words.filter(({ negated }) => negated).flatMap(worldSensesOf),
})

/** What is kept of an earlier plan where no word decides. */
type Kept = Pick<WorldPlan, 'layout' | 'time' | 'density' | 'props' | 'accent'>

/** A world of which nothing is said. */
export const OPEN_WORLD: Kept = { layout: '', time: 'any', density: 'any', props: [], accent: '' }

function realiseAt(place: WorldPlace, words: readonly Word[], kept = OPEN_WORLD): Realised {
  const asked = words.filter(({ negated }) => !negated)
  const { senses, refused } = sensesOf(words)
  const layouts: readonly string[] = worldLayouts[place]
  const layout = senses.map(({ within }) => within?.[place] ?? '').find((name) => layouts.includes(name)) ?? kept.layout
  const wanted = new Set(senses.flatMap(({ prop }) => prop ?? []))
  const allowed = worldProps.filter((prop) => !refused.some((sense) => sense.prop === prop))
  const first = allowed.filter((prop) => wanted.has(prop)).slice(0, MOST_PROPS)
  const stay = kept.props.filter((prop) => allowed.includes(prop) && !wanted.has(prop))
  const props = new Set([...first, ...stay].slice(0, MOST_PROPS))
  const wishes = wishesOf(asked)
  const time = HOURS[wishes.find(({ time }) => time !== undefined)?.time ?? 'any']
  const plan: WorldPlan = {
    kind: 'world',
    engineVersion: ENGINE_VERSION,
    place,
    layout,
    time: time === 'any' ? kept.time : time,
    density: wishes.find(({ density }) => density !== undefined)?.density ?? kept.density,
    props: worldProps.filter((prop) => props.has(prop)),
    accent: wishes.find(({ accent }) => accent !== undefined)?.accent ?? kept.accent,
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
