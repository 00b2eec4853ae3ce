import type { Mood } from '../../brief.ts'
import type { Family } from '../../family.ts'
import { barnView } from './farm/barn-view.ts'
import { gardenView } from './farm/garden-view.ts'
import { orchardView, vineyardView } from './farm/orchard-view.ts'
import { windmillView } from './farm/windmill-view.ts'

const clear = (...times: readonly Mood['time'][]): Mood[] => times.map((time) => ({ time, weather: 'clear' }))

/** Tended land. */
export const farm: Family = {
  compositions: {
    barn: { moods: [...clear('day', 'dusk', 'sunrise', 'day'), { time: 'sunrise', weather: 'fog' }], build: barnView },
    windmill: { moods: clear('day', 'dusk', 'sunrise', 'day'), build: windmillView },
    orchard: { moods: [...clear('day', 'sunrise', 'dusk'), { time: 'day', weather: 'fog' }], build: orchardView },
    vineyard: { moods: clear('day', 'sunrise', 'dusk', 'day'), build: vineyardView },
    garden: { moods: clear('day', 'day', 'sunrise', 'dusk'), build: gardenView },
  },
  heroes: [],
}
