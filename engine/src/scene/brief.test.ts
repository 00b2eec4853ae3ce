import {
  type ScenePlan,
  sceneCompositions,
  sceneFamilies,
  sceneHeroes,
  sceneTimes,
  sceneWeathers,
} from '@daedal/protocol/generation/scene-plan'
import { describe, expect, it } from 'vitest'
import { ENGINE_VERSION } from '../version.ts'
import { briefOf } from './brief.ts'
import { FAMILIES } from './families.ts'
import { createStreams } from './streams.ts'

const open: ScenePlan = {
  kind: 'scene',
  engineVersion: ENGINE_VERSION,
  family: 'city',
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
  size: { w: 64, h: 64 },
}
const brief = (plan: Partial<ScenePlan>, seed: number) =>
  briefOf({ ...open, ...plan }, FAMILIES[plan.family ?? 'city'], seed, createStreams(seed, 'test'), () => {})

describe('FAMILIES', () => {
  it.each(sceneFamilies)('%s has the compositions and heroes that plans can name', (family) => {
    expect(Object.keys(FAMILIES[family].compositions)).toEqual(sceneCompositions[family])
    expect(FAMILIES[family].heroes).toEqual(sceneHeroes[family])
  })

  it.each(sceneFamilies)('%s has a mood to choose for each composition', (family) => {
    for (const { moods } of Object.values(FAMILIES[family].compositions)) expect(moods.length).toBeGreaterThan(0)
  })
})

describe('briefOf', () => {
  it('keeps what the plan says', () => {
    for (let seed = 0; seed < 20; seed++)
      for (const time of sceneTimes)
        for (const weather of sceneWeathers) {
          const { mood, composition, hero } = brief({ time, weather, composition: 'above', hero: 'blades' }, seed)
          expect([composition, hero]).toEqual(['above', 'blades'])
          if (time !== 'any') expect(mood.time).toBe(time)
          if (weather !== 'any') expect(mood.weather).toBe(weather)
        }
  })

  it('does not take for a desert what is a place of its own, but where the plan names it', () => {
    const drawn = Array.from({ length: 60 }, (_, seed) => brief({ family: 'desert' }, seed * 7919).composition)
    expect(new Set(drawn)).toEqual(new Set(['ruins', 'oasis', 'dunes', 'arches']))
    expect(brief({ family: 'desert', composition: 'savanna' }, 3).composition).toBe('savanna')
  })

  it('lets the seed fill what is open, every composition, hero and several times of day among them', () => {
    const briefs = Array.from({ length: 60 }, (_, seed) => brief({}, seed * 7919))
    expect(new Set(briefs.map(({ composition }) => composition)).size).toBe(4)
    expect(new Set(briefs.map(({ hero }) => hero)).size).toBe(4)
    expect(new Set(briefs.map(({ mood }) => mood.time)).size).toBeGreaterThan(2)
  })

  it('does not invent weather for a time that was asked for', () => {
    for (let seed = 0; seed < 20; seed++)
      expect(brief({ composition: 'above', time: 'dusk' }, seed).mood).toEqual({ time: 'dusk', weather: 'clear' })
  })

  it('knows what was asked for and what was ruled out', () => {
    const { wants, allows } = brief({ features: ['neon'], without: ['people'] }, 1)
    expect([wants('neon'), wants('people'), allows('neon'), allows('people')]).toEqual([true, false, true, false])
    expect(brief({ things: [{ thing: 'hiker', count: 1, colour: '' }] }, 1).hasSomebody).toBe(true)
    expect(brief({ things: [{ thing: 'fox', count: 1, colour: '' }] }, 1).hasSomebody).toBe(false)
    expect(brief({ things: [{ thing: 'shark', count: 1, colour: '' }] }, 1).hasSwimmer).toBe(true)
    expect(brief({ things: [{ thing: 'whale', count: 1, colour: '' }] }, 1).hasSwimmer).toBe(false)
  })
})
