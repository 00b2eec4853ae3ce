import type { Mood } from '../../brief.ts'
import type { Family } from '../../family.ts'
import { deadwoodView } from './swamp/deadwood-view.ts'
import { hutView } from './swamp/hut-view.ts'
import { mangroveView } from './swamp/mangrove-view.ts'
import { mushroomsView } from './swamp/mushrooms-view.ts'

const clear = (...times: readonly Mood['time'][]): Mood[] => times.map((time) => ({ time, weather: 'clear' }))
const misty: readonly Mood[] = [
  { time: 'day', weather: 'fog' },
  { time: 'sunrise', weather: 'fog' },
]

/** Still, dark water between trees. */
export const swamp: Family = {
  compositions: {
    deadwood: { moods: [...misty, ...clear('bluehour', 'dusk', 'night')], build: deadwoodView },
    hut: { moods: [...clear('dusk', 'night', 'bluehour', 'dusk'), ...misty], build: hutView },
    mangrove: { moods: [...clear('day', 'sunrise', 'dusk'), ...misty], build: mangroveView },
    mushrooms: { moods: [...clear('night', 'bluehour', 'night', 'dusk', 'sunrise'), ...misty], build: mushroomsView },
  },
  heroes: [],
}
