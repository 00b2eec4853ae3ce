import { describe, expect, it } from 'vitest'
import type { Mood } from '../brief.ts'
import { lookNames } from './look.ts'
import { lookOf } from './weather.ts'

const SEEDS = Array.from({ length: 40 }, (_, seed) => seed)
/** How blue the sky half up is beside its red, in steps. */
const skiesOf = (mood: Mood) =>
  new Set(
    SEEDS.map((seed) => {
      const [red, , blue] = lookOf(mood, 60, seed).sky.middle
      return Math.round((blue / red) * 6)
    }),
  )

describe('the sky of a seed', () => {
  it.each(['day', 'sunrise', 'dusk', 'bluehour'] as const)('has several palettes by %s', (time) => {
    expect(skiesOf({ time, weather: 'clear' }).size).toBeGreaterThan(3)
  })

  it('is the one of the weather where clouds close it', () => {
    for (const weather of ['rain', 'snow', 'storm'] as const) expect(skiesOf({ time: 'dusk', weather }).size, weather).toBe(1)
  })

  it('is the same each time, and never as dark as another time of day', () => {
    for (const time of lookNames) {
      if (time === 'fog' || time === 'storm') continue
      for (const seed of SEEDS) expect(lookOf({ time, weather: 'clear' }, 60, seed)).toEqual(lookOf({ time, weather: 'clear' }, 60, seed))
    }
    const brightness = (time: Mood['time'], seed: number) =>
      lookOf({ time, weather: 'clear' }, 60, seed).sky.horizon.reduce((a, b) => a + b)
    for (const seed of SEEDS) expect(brightness('day', seed)).toBeGreaterThan(brightness('bluehour', seed))
  })
})
