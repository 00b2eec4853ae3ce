import type { Mood } from '../../brief.ts'
import type { Family } from '../../family.ts'
import { bedroom } from './interior/bedroom.ts'
import { library } from './interior/library.ts'
import { tavern } from './interior/tavern.ts'
import { throne } from './interior/throne.ts'

const mood = (time: Mood['time'], weather: Mood['weather'] = 'clear'): Mood => ({ time, weather })

/** Rooms seen from inside; the weather is behind their windows. */
export const interior: Family = {
  compositions: {
    library: { moods: [mood('day'), mood('dusk'), mood('night'), mood('day', 'rain')], build: library },
    tavern: { moods: [mood('night'), mood('dusk'), mood('night', 'snow'), mood('night', 'rain')], build: tavern },
    throne: { moods: [mood('day'), mood('sunrise'), mood('dusk'), mood('night')], build: throne },
    bedroom: { moods: [mood('sunrise'), mood('day'), mood('night', 'snow'), mood('dusk')], build: bedroom },
  },
  heroes: [],
}
