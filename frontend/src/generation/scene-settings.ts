import { FAMILY_PHRASES, FEATURE_PHRASES, TIME_PHRASES, WEATHER_PHRASES } from '@daedal/engine/describe/scene-words'
import { compositionsFor, showsDensity } from '@daedal/engine/understanding/scene-shows'
import {
  type SceneFamily,
  type SceneFeature,
  type ScenePlan,
  sceneCompositions,
  sceneDensities,
  sceneFamilies,
  sceneFeatures,
  sceneHeroes,
  sceneTimes,
  sceneWeathers,
} from '@daedal/protocol/generation/scene-plan'
import { optionList } from './option-list.ts'
import { DENSITY_NAMES, framingNames, HERO_NAMES } from './plan-names.ts'
import type { KindSettings } from './plan-settings.ts'
import { compositionsOf, settleScene } from './settle-scene.ts'

/** The features that some framing shows together with all else that is asked for, and those asked for already. */
const featuresOf = (plan: ScenePlan): SceneFeature[] =>
  sceneFeatures.filter(
    (feature) => plan.features.includes(feature) || compositionsOf({ ...plan, features: [...plan.features, feature] }).length > 0,
  )

/** Features that a family can show at all; only these can be left out. */
const shownIn = (family: SceneFamily): SceneFeature[] => sceneFeatures.filter((feature) => compositionsFor(family, feature).length > 0)

/** A scene: where, when, in what weather, and what is to be seen. */
export const sceneSettings: KindSettings<ScenePlan> = {
  choices({ family }, words) {
    const heroes: readonly string[] = sceneHeroes[family]
    return [
      { key: 'family', label: 'create.plan.family', options: optionList(sceneFamilies, FAMILY_PHRASES, words) },
      {
        key: 'composition',
        label: 'create.plan.composition',
        options: optionList(['', ...sceneCompositions[family]], framingNames(family), words),
      },
      ...(heroes.length
        ? [{ key: 'hero', label: 'create.plan.hero' as const, options: optionList(['', ...heroes], HERO_NAMES, words) }]
        : []),
      { key: 'time', label: 'create.plan.time', options: optionList(sceneTimes, TIME_PHRASES, words) },
      { key: 'weather', label: 'create.plan.weather', options: optionList(sceneWeathers, WEATHER_PHRASES, words) },
      {
        key: 'density',
        label: 'create.plan.density',
        options: optionList(
          sceneDensities.filter((density) => density === 'any' || showsDensity(family, density)),
          DENSITY_NAMES,
          words,
        ),
      },
    ]
  },
  several: (plan, words) => [
    {
      key: 'features',
      label: 'create.plan.asked',
      options: optionList(featuresOf(plan), FEATURE_PHRASES, words),
      most: sceneFeatures.length,
    },
    {
      key: 'without',
      label: 'create.plan.without',
      options: optionList(
        sceneFeatures.filter((feature) => plan.without.includes(feature) || shownIn(plan.family).includes(feature)),
        FEATURE_PHRASES,
        words,
      ),
      most: sceneFeatures.length,
    },
  ],
  colours: (plan) => (compositionsFor(plan.family, 'colour').length ? [{ key: 'accent', label: 'create.plan.accent' }] : []),
  change: settleScene,
}
