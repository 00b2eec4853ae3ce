import type { SceneDensity, SceneFeature, ScenePlan, SceneTime, SceneWeather } from '@daedal/protocol/generation/scene-plan'
import type { SceneThing } from '@daedal/protocol/generation/scene-things'
import { createPrng, type Prng } from '../math/prng.ts'
import { rgb } from '../solid/palette.ts'
import type { Family } from './family.ts'
import type { Streams } from './streams.ts'
import { OUTFITS } from './thing/outfits.ts'
import type { Rgb } from './vector.ts'

/** A time of day in a weather, both settled. */
export type Mood = { readonly time: Exclude<SceneTime, 'any'>; readonly weather: Exclude<SceneWeather, 'any'> }

/** A plan after the seed has filled what it left open: what a composition builds from. */
export type Brief = {
  readonly composition: string
  readonly mood: Mood
  /** One of the family's heroes; empty when it has none. */
  readonly hero: string
  readonly density: SceneDensity
  /** Linear colour of neon, roofs, cloth or flowers; null leaves it to the composition. */
  readonly accent: Rgb | null
  readonly seed: number
  /** Asked for by the prompt. */
  readonly wants: (feature: SceneFeature) => boolean
  /** Not ruled out by the prompt. */
  readonly allows: (feature: SceneFeature) => boolean
  /** Whether that is placed by name. */
  readonly names: (thing: SceneThing) => boolean
  /** Somebody is placed by name: whom a composition would show by itself stays away. */
  readonly hasSomebody: boolean
  /** An animal of the water is placed by name: whales and boats that a composition would show by itself stay out of its way. */
  readonly hasSwimmer: boolean
  /** Called while building; may throw to stop. */
  readonly pulse: () => void
}

/** What a whale beside it would be taken for, or a boat before it would hide. */
const SWIMMERS: ReadonlySet<SceneThing> = new Set(['shark', 'dolphin', 'octopus', 'crocodile', 'frog', 'swan', 'duck'])

/** A mood that the plan allows: one of the composition's own where possible. */
function moodOf(plan: ScenePlan, moods: readonly Mood[], random: Prng): Mood {
  const fitsTime = (mood: Mood) => plan.time === 'any' || mood.time === plan.time
  const fitsWeather = (mood: Mood) => plan.weather === 'any' || mood.weather === plan.weather
  const both = moods.filter((mood) => fitsTime(mood) && fitsWeather(mood))
  if (both.length > 0) return random.pick(both)
  const byWeather = moods.filter(fitsWeather)
  const { time } = random.pick(byWeather.length > 0 ? byWeather : moods)
  return {
    time: plan.time === 'any' ? time : plan.time,
    weather: plan.weather === 'any' ? 'clear' : plan.weather,
  }
}

/** Settles what the plan leaves open. Composition and mood are the first draws of streams that `seedsOf` spreads over variations. */
export function briefOf(plan: ScenePlan, family: Family, seed: number, streams: Streams, pulse: () => void): Brief {
  const names = Object.keys(family.compositions).filter((name) => name === plan.composition || !family.compositions[name]!.named)
  const composition = names.includes(plan.composition) ? plan.composition : createPrng(seed, 'scene composition').pick(names)
  const { moods } = family.compositions[composition]!
  const hero = family.heroes.includes(plan.hero) ? plan.hero : family.heroes.length > 0 ? streams('hero').pick(family.heroes) : ''
  return {
    composition,
    mood: moodOf(plan, moods, createPrng(seed, 'scene look')),
    hero,
    density: plan.density,
    accent: plan.accent === '' ? null : rgb(plan.accent),
    seed,
    wants: (feature) => plan.features.includes(feature),
    allows: (feature) => !plan.without.includes(feature),
    names: (name) => plan.things.some(({ thing }) => thing === name),
    hasSomebody: plan.things.some(({ thing }) => Object.hasOwn(OUTFITS, thing)),
    hasSwimmer: plan.things.some(({ thing }) => SWIMMERS.has(thing)),
    pulse,
  }
}
