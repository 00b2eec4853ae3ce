import { type WorldPlan, worldLayouts, worldPlaces, worldProps } from '@daedal/protocol/generation/world-plan'
import { describe, expect, it } from 'vitest'
import { describeWorld } from './describe-world.ts'

const plan: WorldPlan = {
  kind: 'world',
  engineVersion: 'test',
  place: 'desert',
  layout: 'oasis',
  time: 'night',
  density: 'any',
  props: ['fountain', 'tent', 'cart'],
  accent: '',
}

describe('a world’s description', () => {
  it('is one sentence in either language', () => {
    expect(describeWorld(plan, 'en')).toBe(
      'A world to walk in: a desert with an oasis and a pyramid at night, with a fountain, a tent and a cart.',
    )
    expect(describeWorld(plan, 'zh')).toBe('可行走的世界：夜晚的沙漠，有绿洲与金字塔，有喷泉、帐篷、推车。')
    expect(describeWorld({ ...plan, layout: '', time: 'any', props: [] }, 'en')).toBe('A world to walk in: a desert.')
  })

  it('tells each place, layout and thing apart', () => {
    for (const language of ['en', 'zh'] as const) {
      const told = worldPlaces.flatMap((place) => worldLayouts[place].map((layout) => describeWorld({ ...plan, place, layout }, language)))
      expect(new Set(told).size).toBe(told.length)
      expect(new Set(worldProps.map((prop) => describeWorld({ ...plan, props: [prop] }, language))).size).toBe(worldProps.length)
    }
  })
})
