import type { Mood } from '../brief.ts'
import type { Family } from '../family.ts'
import { above } from './city/above.ts'
import { canyon } from './city/canyon.ts'
import { heroNames } from './city/hero/hero.ts'
import { skyline } from './city/skyline.ts'
import { waterfront } from './city/waterfront.ts'

const mood = (time: Mood['time'], weather: Mood['weather'] = 'clear'): Mood => ({ time, weather })

/**
 * A city of the future. Moods stand in one order, from daylight to night: variations whose seeds choose different places then
 * differ in time of day too.
 */
export const city: Family = {
  compositions: {
    canyon: { moods: [mood('dusk'), mood('dusk', 'rain'), mood('night', 'rain'), mood('night')], build: canyon },
    skyline: { moods: [mood('day'), mood('dusk'), mood('night'), mood('dusk')], build: skyline },
    above: { moods: [mood('day', 'fog'), mood('sunrise'), mood('night'), mood('day', 'fog')], build: above },
    waterfront: { moods: [mood('day'), mood('dusk'), mood('night'), mood('day')], build: waterfront },
  },
  heroes: heroNames,
}
