import {
  type SceneFamily,
  type SceneFeature,
  type ScenePlan,
  type SceneStyle,
  sceneCompositions,
  sceneDensities,
  sceneFamilies,
  sceneFeatures,
  sceneHeroes,
  sceneStyles,
  sceneTimes,
  sceneWeathers,
} from '@daedal/protocol/generation/scene-plan'
import { ENGINE_VERSION } from '../version.ts'
import { type AskedThings, askThings } from './ask-things.ts'
import { sceneSensesOf } from './decide-kind.ts'
import type { Relation } from './find-relations.ts'
import { meaningAt } from './lexicon/lexicon.ts'
import type { SceneSense, SceneWish } from './lexicon/sense.ts'
import { naturalColours } from './natural-colours.ts'
import type { Word } from './reading.ts'
import { bestFor, thingsWithRoom } from './scene-room.ts'
import { compositionsFor, showsDensity } from './scene-shows.ts'
import type { Verdict } from './verdict.ts'

/** What one word asks for in the chosen family; null when the family cannot show it. */
type Ask = { readonly word: Word; readonly sense: SceneSense; readonly wish: SceneWish | null }

type Realised = {
  readonly plan: ScenePlan
  readonly verdictOf: (word: Word) => Verdict
  readonly acts: (relation: Relation) => boolean
}

/** What a prompt says beside its words: how two of them stand to each other, and which come to what is there without taking its place. */
export type Beside = { readonly relations: readonly Relation[]; readonly isAdded?: (word: Word) => boolean }

/** Of families that show as much the first is drawn; a city only where words speak for one. */
const TRIED = [...sceneFamilies.filter((family) => family !== 'city'), 'city'] as const satisfies readonly SceneFamily[]

/** Most words of a prompt for which other families are tried. */
const MOST_TRIED = 48

/** What is kept of an earlier plan where no word decides. */
type Kept = Omit<ScenePlan, 'kind' | 'engineVersion' | 'family'>

/** A scene of which nothing is said. */
export const OPEN_SCENE: Kept = {
  composition: '',
  hero: '',
  time: 'any',
  weather: 'any',
  style: 'photo',
  density: 'any',
  features: [],
  without: [],
  things: [],
  accent: '',
  size: { w: 768, h: 768 },
}

/**
 * The plan that a prompt's words make of a scene, and what it made of each word. Another family than that of the first subject is drawn
 * where it shows the subject and more of the other words.
 */
export function realiseScene(words: readonly Word[], style: SceneStyle | undefined, relations: readonly Relation[]): Realised {
  const first = familyOf(words)
  let best = realiseIn(first, words, style, { relations })
  if (words.length > MOST_TRIED) return best
  // a red hut in the snow is no hut of a swamp because that could be red
  const isColour = (word: Word) => word.meaning?.senses.every(({ role }) => role === 'colour') === true
  const wanted = words.filter((word) => !word.negated && !isColour(word))
  const shownBy = ({ verdictOf, acts }: Realised) =>
    wanted.filter((word) => verdictOf(word).understood).length + relations.filter(acts).length
  const subject = words.find((word) => !word.negated && sceneSensesOf(word).some((sense) => rankIn(sense, first) > 0))
  let most = shownBy(best)
  const senses = wanted.flatMap(sceneSensesOf)
  const named = new Set(senses.flatMap(({ home }) => home?.family ?? []))
  const leant = new Set(senses.flatMap(({ leans }) => leans ?? []))
  const claimOf = (family: SceneFamily) => Number(named.has(family)) * 2 + Number(leant.has(family))
  // of families that show as much, one that a word names comes first, then one that a word suggests
  for (const family of TRIED.toSorted((a, b) => claimOf(b) - claimOf(a))) {
    if (most === wanted.length + relations.length) break
    if (
      family === first ||
      isRefused(words, family) ||
      (subject && !sceneSensesOf(subject).some((sense) => sense.thing !== undefined || canBeIn(sense, family)))
    )
      continue
    const other = realiseIn(family, words, style, { relations })
    const shown = shownBy(other)
    if (shown <= most || (subject && !other.verdictOf(subject).understood)) continue
    best = other
    most = shown
  }
  return best
}

/**
 * What the words make of a scene that is there already. It keeps its family, and its composition where that shows as much; another
 * family is drawn where that is the one of a subject that the words name, and shows more of them. What is only added moves nothing.
 */
export function realiseOverScene(base: ScenePlan, words: readonly Word[], style: SceneStyle | undefined, beside: Beside): Realised {
  const wanted = words.filter(({ negated }) => !negated)
  const shownBy = ({ verdictOf }: Realised) => wanted.filter((word) => verdictOf(word).understood)
  const kept = realiseIn(base.family, words, style, beside, base)
  const shown = shownBy(kept)
  const missed = wanted.filter((word) => !shown.includes(word) && !beside.isAdded?.(word))
  if (missed.length === 0 || words.length > MOST_TRIED) return kept
  const homes = missed.flatMap(sceneSensesOf).flatMap(({ home }) => (home && !isRefused(words, home.family) ? home.family : []))
  let best = kept
  for (const family of [base.family, ...sceneFamilies.filter((name) => name !== base.family && homes.includes(name))]) {
    const other = realiseIn(family, words, style, beside, { ...base, composition: '', hero: '' })
    if (shownBy(other).length > shownBy(best).length) best = other
  }
  return best
}

const isOf = ({ home, within }: SceneSense, family: SceneFamily) => home?.family === family || within?.[family] !== undefined

const canBeIn = (sense: SceneSense, family: SceneFamily) => isOf(sense, family) || sense.seen?.[family] !== undefined

const isRefused = (words: readonly Word[], family: SceneFamily) =>
  words.some((word) => word.negated && sceneSensesOf(word).some(({ home }) => home?.family === family))

function realiseIn(
  family: SceneFamily,
  words: readonly Word[],
  style: SceneStyle | undefined,
  { relations, isAdded = () => false }: Beside,
  kept = OPEN_SCENE,
): Realised {
  const natural = naturalColours(words)
  const wishOf = (word: Word, sense: SceneSense) =>
    natural.has(word) ? {} : isAdded(word) ? unframed(wishIn(sense, family)) : wishIn(sense, family)
  const asks = words
    .filter((word) => !word.negated)
    .flatMap((word) => sceneSensesOf(word).map((sense) => ({ word, sense, wish: wishOf(word, sense) })))
  const ruledOut = words.filter(({ negated }) => negated).flatMap((word) => sceneSensesOf(word))
  const asksOf = Map.groupBy(asks, ({ word }) => word)
  const framed = planOf(family, asks, ruledOut, style, kept)
  const isShown = (word: Word) => (asksOf.get(word) ?? []).some(({ sense, wish }) => canBeIn(sense, family) && shows(framed, sense, wish))
  const settled = framed.composition ? [framed.composition] : sceneCompositions[family]
  const asked = askThings(words, family, settled, isShown, relations)
  const others = asks.filter(({ word, sense }) => !(asked.told.has(word) && sense.role === 'colour'))
  const composition = compositionOf(family, framed.composition, asked, asks)
  const refused = new Set(ruledOut.map(({ thing }) => thing))
  const stay = kept.things.filter(({ thing }) => !refused.has(thing) && !asked.things.some((other) => other.thing === thing))
  const planned = planOf(family, others, ruledOut, style, kept)
  const plan: ScenePlan = {
    ...planned,
    // nothing is added to a picture that has no place for it
    ...(kept !== OPEN_SCENE && {
      features: planned.features.filter((feature) => kept.features.includes(feature) || isSeen({ ...planned, composition }, feature)),
    }),
    composition,
    things: thingsWithRoom(family, composition, [...asked.things, ...stay]),
  }
  return {
    plan,
    acts: (relation) => asked.related.has(relation),
    verdictOf(word) {
      if (word.negated) return verdictOnNegated(word, plan)
      if (asked.told.has(word)) return verdictOnTold(word)
      if (word.kind === 'number') return { understood: word.key === '1', role: 'count', concept: word.key }
      const own = asksOf.get(word) ?? []
      const shown = own.find(({ sense, wish }) => shows(plan, sense, wish))
      const sense = (shown ?? own[0])?.sense
      return sense ? { understood: shown !== undefined, role: sense.role, concept: sense.concept } : { understood: false }
    },
  }
}

/** What the words frame; else, of the compositions with room for their things, the one that has most of what else they name. */
function compositionOf(family: SceneFamily, framed: string, { compositions: roomy, things }: AskedThings, asks: readonly Ask[]): string {
  if (framed) return framed
  const suggested = asks.flatMap(({ sense }) => (sense.leans === family ? (sense.leansTo ?? []) : []))[0]
  if (suggested && roomy.includes(suggested) && asks.every(({ sense }) => sense.home?.family !== family)) return suggested
  const parts = asks.flatMap(({ sense }) => (sense.seen?.[family] ? [sense.seen[family].split(' ')] : []))
  const countOf = (composition: string) => parts.filter((list) => list.includes(composition)).length
  const [best] = [...roomy].sort((a, b) => countOf(b) - countOf(a))
  if (best && countOf(best) > 0) return best
  const home = things.map(({ thing }) => bestFor(family, thing)).find((name) => name !== null && roomy.includes(name))
  if (home) return home
  return roomy.length < sceneCompositions[family].length ? (roomy[0] ?? '') : ''
}

/** The family of the highest-ranking subject; without one, the family that can show most of what is asked. */
function familyOf(words: readonly Word[]): SceneFamily {
  const senses = words.filter(({ negated }) => !negated).flatMap(sceneSensesOf)
  const refused = new Set(
    words.filter(({ negated }) => negated).flatMap((word) => sceneSensesOf(word).flatMap(({ home }) => home?.family ?? [])),
  )
  const best = (scoreOf: (family: SceneFamily) => number) => {
    const allowed = TRIED.filter((family) => !refused.has(family))
    const candidates = allowed.length > 0 ? allowed : TRIED
    const [first] = candidates.map((family) => ({ family, score: scoreOf(family) })).sort((a, b) => b.score - a.score)
    return first && first.score > 0 ? first.family : null
  }
  const ranked = best((family) => Math.max(0, ...senses.map(({ home }) => (home?.family === family ? home.rank : 0))))
  const fitting = () =>
    best((family) =>
      senses.reduce((sum, { within, seen, leans, thing, role }) => {
        const shown = within?.[family] ? 1 : seen?.[family] === undefined ? 0 : 0.5
        // a wolf is at home in forests, as trees are, but snow says more of where it is
        const pull = thing ? 1 : within && role === 'subject' ? 0.5 : 1.5
        return sum + shown + (leans === family ? pull : 0)
      }, 0),
    )
  return ranked ?? fitting() ?? nearFamily(words) ?? 'lake'
}

/** The family of what comes nearest to the first thing that nobody can draw. */
function nearFamily(words: readonly Word[]): SceneFamily | null {
  for (const { meaning, negated } of words) {
    if (negated || meaning?.near?.domain !== 'scene' || meaning.senses.some((sense) => sense.domain === 'scene')) continue
    for (const near of meaning.near.en)
      for (const sense of meaningAt(near)?.senses ?? []) if (sense.domain === 'scene' && sense.home) return sense.home.family
  }
  return null
}

/** A wish that leaves the picture framed as it is. */
function unframed(wish: SceneWish | null): SceneWish | null {
  if (!wish) return null
  const { composition: _, hero: __, ...rest } = wish
  return rest
}

const rankIn = ({ home }: SceneSense, family: SceneFamily) => (home?.family === family ? home.rank : 0)

function wishIn({ home, within, wish, thing, seen, doneBy, nativeTo }: SceneSense, family: SceneFamily): SceneWish | null {
  if (nativeTo === family) return {}
  if (home?.family === family) return { ...wish, ...home.wish, ...within?.[family] }
  const inFamily = within?.[family]
  if (inFamily) return { ...wish, ...inFamily }
  if (wish) return wish
  return home || within || thing || seen || doneBy ? null : {}
}

/** The value that comes last in the list: the more special one, whatever the order of the words. */
const last = <T extends string>(list: readonly T[], values: readonly (T | undefined)[]): T | undefined =>
  list.findLast((value) => values.includes(value))

function planOf(
  family: SceneFamily,
  asks: readonly Ask[],
  ruledOut: readonly SceneSense[],
  style: SceneStyle | undefined,
  kept: Kept,
): ScenePlan {
  const hard = asks.flatMap(({ wish }) => wish ?? [])
  const soft = asks.flatMap(({ sense, wish }) => (wish && sense.soft) ?? [])
  const no = ruledOut.map((sense) => ({ ...sense.soft, ...sense.wish }))
  const barred = new Set([...new Set(ruledOut)].flatMap((sense) => [...featuresOf(sense)]))
  const without = new Set(sceneFeatures.filter((feature) => barred.has(feature) || hard.some((wish) => wish.without?.includes(feature))))
  const asked = new Set(hard.flatMap((wish) => wish.features ?? []))
  const has = (feature: SceneFeature) => !without.has(feature) && (asked.has(feature) || kept.features.includes(feature))
  const lacks = (feature: SceneFeature) => without.has(feature) || (kept.without.includes(feature) && !asked.has(feature))
  const pick = <T extends string>(list: readonly T[], read: (wish: SceneWish) => T | undefined, before: T): T => {
    const refused = no.map(read).filter((value) => value !== undefined)
    const allowed = (wishes: readonly SceneWish[]) => wishes.map(read).filter((value) => value !== undefined && !refused.includes(value))
    const wished = last(list, allowed(hard)) ?? last(list, allowed(soft))
    if (wished !== undefined || refused.length === 0) return wished ?? before
    return list.includes(before) && !refused.includes(before) ? before : (list.find((value) => !refused.includes(value)) ?? before)
  }
  const accent = hard.flatMap((wish) => wish.accent ?? []).sort()[0] ?? ''
  const byRank = [...asks].sort((a, b) => rankIn(b.sense, family) - rankIn(a.sense, family))
  const leading = byRank.find(({ sense, wish }) => rankIn(sense, family) > 0 && wish?.composition)?.wish?.composition
  const named = (key: 'composition' | 'hero', list: readonly string[]) =>
    last(
      list,
      hard.map((wish) => wish[key]),
    )
  return {
    kind: 'scene',
    engineVersion: ENGINE_VERSION,
    family,
    composition:
      leading ??
      named('composition', sceneCompositions[family]) ??
      (kept.composition || (accent && compositionsFor(family, 'colour')[0]) || ''),
    hero: named('hero', sceneHeroes[family]) ?? kept.hero,
    time: pick(sceneTimes.slice(1), ({ time }) => time, kept.time),
    weather: pick(sceneWeathers.slice(1), ({ weather }) => weather, kept.weather),
    style: style ?? pick(sceneStyles, (wish) => wish.style, kept.style),
    density: pick(sceneDensities.slice(1), ({ density }) => density, kept.density),
    features: sceneFeatures.filter(has),
    things: [],
    without: sceneFeatures.filter(lacks),
    accent: accent || kept.accent,
    size: kept.size,
  }
}

/** Features a meaning asks for, wherever it can. */
const featuresOf = ({ home, within, wish }: SceneSense) =>
  new Set([home?.wish, wish, ...Object.values(within ?? {})].flatMap((part) => part?.features ?? []))

/** A storm brings rain. */
const agrees = (plan: ScenePlan, key: 'time' | 'weather' | 'density' | 'style' | 'composition' | 'hero', value: string) =>
  plan[key] === value || (key === 'weather' && value === 'rain' && plan.weather === 'storm')

const scalars = ['time', 'weather', 'density', 'style', 'composition', 'hero'] as const

function shows(plan: ScenePlan, sense: SceneSense, wish: SceneWish | null): boolean {
  if (hasPart(plan, sense) || isDone(plan, sense)) return true
  if (!wish) return false
  const { soft } = sense
  const asked = scalars.filter((key) => wish[key] !== undefined)
  const isHard = asked.length > 0 || wish.features !== undefined || wish.without !== undefined || wish.accent !== undefined
  const leaning = scalars.filter((key) => key in (soft ?? {}))
  if (!isHard && !sense.home && !sense.within && leaning.length > 0)
    return leaning.some((key) => agrees(plan, key, (soft as Record<string, string>)[key] as string))
  return (
    asked.every((key) => agrees(plan, key, wish[key] as string) || (key === 'composition' && isOnlyFeature(sense, wish))) &&
    (wish.features ?? []).every((feature) => plan.features.includes(feature) && isSeen(plan, feature)) &&
    (wish.without ?? []).every((feature) => plan.without.includes(feature)) &&
    (wish.accent === undefined || (plan.accent === wish.accent && isIn(plan, compositionsFor(plan.family, 'colour')))) &&
    (wish.density === undefined || showsDensity(plan.family, wish.density))
  )
}

/** A feature asks for the first composition that has it and is as well seen in another. */
const isOnlyFeature = ({ concept }: SceneSense, { features }: SceneWish) => features?.length === 1 && features[0] === concept

/** Whether the picture has it beside its subject. */
function hasPart(plan: ScenePlan, { seen }: SceneSense): boolean {
  const where = seen?.[plan.family]
  if (where === undefined) return false
  const compositions = where.split(' ')
  return where === '' || compositions.includes(plan.composition) || compositions.length === sceneCompositions[plan.family].length
}

/** Whether something is there that does it. */
const isDone = (plan: ScenePlan, { doneBy }: SceneSense): boolean =>
  doneBy !== undefined &&
  (plan.things.some(({ thing, count }) => doneBy.things.includes(thing) && (count > 1 || !doneBy.several)) ||
    doneBy.features.some((feature) => plan.features.includes(feature) && isSeen(plan, feature)))

/** Whether the plan's composition is one that shows a thing. */
const isIn = (plan: ScenePlan, compositions: readonly string[]) => compositions.includes('') || compositions.includes(plan.composition)

/** Stars and northern lights need a dark sky, except in space; lightning needs a storm, a city or an eruption. */
function isSeen(plan: ScenePlan, feature: SceneFeature): boolean {
  if (!isIn(plan, compositionsFor(plan.family, feature))) return false
  const dark = plan.time === 'night' || plan.time === 'bluehour'
  if (feature === 'aurora') return dark && (plan.weather === 'clear' || plan.weather === 'any')
  if (feature === 'stars') return dark || plan.family === 'space'
  return feature !== 'lightning' || plan.family === 'city' || plan.composition === 'eruption' || plan.weather === 'storm'
}

/** A thing that is placed, or how many of it there are, or its colour. */
function verdictOnTold(word: Word): Verdict {
  if (word.kind === 'number') return { understood: true, role: 'count', concept: word.key }
  const senses = sceneSensesOf(word)
  const sense = senses.find(({ thing }) => thing !== undefined) ?? senses.find(({ role }) => role === 'colour')
  return sense ? { understood: true, role: sense.role, concept: sense.concept } : { understood: true }
}

/** What is ruled out is honoured when the plan says so, or when nothing of the kind is ever drawn. */
function verdictOnNegated(word: Word, plan: ScenePlan): Verdict {
  const senses = sceneSensesOf(word)
  const concept = senses[0]?.concept ?? word.key
  if (senses.length === 0) return { understood: word.meaning !== null, role: 'not', concept }
  const honoured = senses.every((sense) => {
    const unwanted = { ...sense.soft, ...sense.wish }
    return (
      sense.home?.family !== plan.family &&
      !plan.things.some(({ thing }) => thing === sense.thing) &&
      scalars.every((key) => unwanted[key] === undefined || (plan[key] !== 'any' && plan[key] !== unwanted[key])) &&
      [...featuresOf(sense)].every((feature) => plan.without.includes(feature)) &&
      (unwanted.accent === undefined || (plan.accent !== '' && plan.accent !== unwanted.accent)) &&
      !hasPart(plan, sense) &&
      (isAvoidable(sense) || !isOf(sense, plan.family))
    )
  })
  return { understood: honoured, role: 'not', concept }
}

/** A thing that is part of a picture whenever its family is drawn, such as glass in a city, cannot be left out. */
const isAvoidable = (sense: SceneSense) =>
  sense.home !== undefined ||
  sense.thing !== undefined ||
  featuresOf(sense).size > 0 ||
  sense.wish !== undefined ||
  sense.soft !== undefined
