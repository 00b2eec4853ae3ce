import type { Mood } from '../../brief.ts'
import type { Family } from '../../family.ts'
import { canal } from './town/canal.ts'
import { lane } from './town/lane.ts'
import { riverside } from './town/riverside.ts'
import { roofs } from './town/roofs.ts'
import { square } from './town/square.ts'

const mood = (time: Mood['time'], weather: Mood['weather'] = 'clear'): Mood => ({ time, weather })

/** An old town. */
export const town: Family = {
  compositions: {
    lane: { moods: [mood('day'), mood('dusk'), mood('night', 'rain'), mood('sunrise')], build: lane },
    square: { moods: [mood('day'), mood('sunrise'), mood('dusk'), mood('night', 'snow')], build: square },
    canal: { moods: [mood('day'), mood('dusk'), mood('night'), mood('sunrise')], build: canal },
    roofs: { moods: [mood('dusk'), mood('day'), mood('sunrise'), mood('night', 'snow')], build: roofs },
    riverside: { moods: [mood('day'), mood('sunrise'), mood('dusk'), mood('bluehour')], build: riverside },
  },
  heroes: [],
}
