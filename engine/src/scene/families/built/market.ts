import type { Mood } from '../../brief.ts'
import type { Family } from '../../family.ts'
import { bazaar } from './market/bazaar.ts'
import { harbour } from './market/harbour.ts'
import { night } from './market/night.ts'
import { street } from './market/street.ts'

const mood = (time: Mood['time'], weather: Mood['weather'] = 'clear'): Mood => ({ time, weather })

/** A market. */
export const market: Family = {
  compositions: {
    street: { moods: [mood('day'), mood('sunrise'), mood('dusk'), mood('day')], build: street },
    night: { moods: [mood('night'), mood('night'), mood('bluehour'), mood('night', 'rain')], build: night },
    harbour: { moods: [mood('day'), mood('sunrise'), mood('dusk'), mood('night')], build: harbour },
    bazaar: { moods: [mood('day'), mood('day'), mood('sunrise'), mood('dusk')], build: bazaar },
  },
  heroes: [],
}
