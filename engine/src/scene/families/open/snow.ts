import type { Mood } from '../../brief.ts'
import type { Family } from '../../family.ts'
import { frozenView } from './snow/frozen-view.ts'
import { iceCaveView } from './snow/icecave-view.ts'
import { iceFieldView } from './snow/icefield-view.ts'
import { slopeView } from './snow/slope-view.ts'

const clear = (...times: readonly Mood['time'][]): Mood[] => times.map((time) => ({ time, weather: 'clear' }))

/** Lands where the snow never goes. */
export const snow: Family = {
  compositions: {
    icefield: { moods: [...clear('day', 'dusk', 'bluehour', 'night'), { time: 'day', weather: 'snow' }], build: iceFieldView },
    slope: { moods: [...clear('day', 'dusk', 'sunrise', 'bluehour'), { time: 'day', weather: 'snow' }], build: slopeView },
    frozen: { moods: clear('night', 'night', 'bluehour', 'dusk', 'day'), build: frozenView },
    icecave: { moods: clear('day', 'sunrise', 'dusk', 'day'), build: iceCaveView },
  },
  heroes: [],
}
