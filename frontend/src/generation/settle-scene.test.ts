import { changePlan } from '@daedal/protocol/generation/plan'
import { type ScenePlan, sceneCompositions, sceneFamilies, sceneFeatures, sceneHeroes } from '@daedal/protocol/generation/scene-plan'
import { sceneThings } from '@daedal/protocol/generation/scene-things'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { compositionsOf, settleScene } from './settle-scene.ts'
import { scenePlan } from './testing/plans.ts'

const steps = fc.oneof(
  fc.constantFrom(...sceneFamilies).map((family) => ['family', family] as const),
  fc.constantFrom(...Object.values(sceneCompositions).flat()).map((composition) => ['composition', composition] as const),
  fc.constantFrom('night', 'any').map((time) => ['time', time] as const),
  fc.constantFrom('#ff2200', '').map((accent) => ['accent', accent] as const),
  fc.uniqueArray(fc.constantFrom(...sceneFeatures), { maxLength: 4 }).map((features) => ['features', features] as const),
  fc.uniqueArray(fc.constantFrom(...sceneFeatures), { maxLength: 4 }).map((without) => ['without', without] as const),
  fc
    .uniqueArray(fc.constantFrom(...sceneThings), { maxLength: 3 })
    .map((things) => ['things', things.map((thing) => ({ thing, count: 1, colour: '' }))] as const),
)

/** Whether a person could make that step: what no framing can show with the rest is not offered. */
function isOffered(plan: ScenePlan, [key, value]: readonly [string, unknown]): boolean {
  if (key === 'composition') return (sceneCompositions[plan.family] as readonly string[]).includes(value as string)
  if (key === 'features' || key === 'things' || key === 'accent') return compositionsOf({ ...plan, [key]: value }).length > 0
  return true
}

it('leads from one plan that holds together to another, whatever is changed', () => {
  fc.assert(
    fc.property(fc.array(steps, { maxLength: 12 }), (all) => {
      let plan = scenePlan()
      for (const step of all) {
        if (!isOffered(plan, step)) continue
        const [key, value] = step
        const changes = settleScene(plan, key, value)
        plan = changePlan(plan, changes) as ScenePlan
        expect(plan[key]).toEqual(value)
        const fitting = compositionsOf(plan)
        expect(fitting.length).toBeGreaterThan(0)
        expect(plan.composition === '' ? fitting : [plan.composition]).toEqual(
          plan.composition === '' ? sceneCompositions[plan.family] : [fitting.find((name) => name === plan.composition)],
        )
        expect(plan.hero === '' || (sceneHeroes[plan.family] as readonly string[]).includes(plan.hero)).toBe(true)
        expect(plan.features.filter((feature) => plan.without.includes(feature))).toEqual([])
      }
    }),
    { numRuns: 300 },
  )
})

it('takes a framing that shows what is asked for, and drops what another place does not have', () => {
  const city = scenePlan({ family: 'city', composition: 'skyline', hero: 'spire' })
  expect(settleScene(city, 'features', ['people'])).toMatchObject({ family: 'city', composition: 'canyon', features: ['people'] })
  const crowd = { ...city, composition: 'canyon', features: ['people', 'flying-cars'] } as ScenePlan
  expect(settleScene(crowd, 'family', 'desert')).toMatchObject({ family: 'desert', composition: '', hero: '', features: ['people'] })
})

it('changes nothing else with the hour', () => {
  expect(settleScene(scenePlan({ composition: 'above' }), 'time', 'night')).toEqual({ time: 'night' })
})
