import type { Mood } from '../brief.ts'
import type { Family } from '../family.ts'
import { above } from './city/above.ts'
import { canyon } from './city/canyon.ts'
import { heroNames } from './city/hero/hero.ts'
import { skyline } from './city/skyline.ts'
import { waterfront } from './city/waterfront.ts'

const mood = (time: Mood['time'], weather: Mood['weather'] = 'clear'): Mood => ({ time, weather })

/** A city of the future. */
export const city: Family = {
  compositions: {
    canyon: { moods: [mood('night', 'rain'), mood('night'), mood('dusk'), mood('night', 'rain')], build: canyon },
    skyline: { moods: [mood('dusk'), mood('night'), mood('day'), mood('dusk')], build: skyline },
    above: { moods: [mood('day', 'fog'), mood('sunrise'), mood('sunrise'), mood('day', 'fog')], build: above },
    waterfront: { moods: [mood('day'), mood('day'), mood('dusk'), mood('night')], build: waterfront },
  },
  heroes: heroNames,
}
