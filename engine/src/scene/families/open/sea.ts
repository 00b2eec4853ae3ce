import type { Mood } from '../../brief.ts'
import type { Family } from '../../family.ts'
import { depthsView } from './sea/depths-view.ts'
import { icebergsView } from './sea/icebergs-view.ts'
import { sailView } from './sea/sail-view.ts'
import { wavesView } from './sea/waves-view.ts'

const clear = (...times: readonly Mood['time'][]): Mood[] => times.map((time) => ({ time, weather: 'clear' }))

/** The open sea, on it and under it. */
export const sea: Family = {
  compositions: {
    sail: { moods: clear('dusk', 'sunrise', 'day', 'night'), build: sailView },
    waves: {
      moods: [{ time: 'day', weather: 'storm' }, { time: 'dusk', weather: 'storm' }, ...clear('day', 'dusk', 'sunrise', 'bluehour')],
      build: wavesView,
    },
    depths: { moods: clear('day', 'day', 'day', 'dusk', 'night'), build: depthsView },
    icebergs: { moods: [...clear('day', 'dusk', 'sunrise', 'bluehour'), { time: 'day', weather: 'snow' }], build: icebergsView },
  },
  heroes: [],
}
