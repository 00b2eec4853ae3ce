import type { Mood } from '../../brief.ts'
import type { Family } from '../../family.ts'
import { baseView } from './space/base-view.ts'
import { giantView } from './space/giant-view.ts'
import { moonscapeView } from './space/moonscape-view.ts'
import { stationView } from './space/station-view.ts'

const moods: readonly Mood[] = [
  { time: 'night', weather: 'clear' },
  { time: 'day', weather: 'clear' },
  { time: 'dusk', weather: 'clear' },
]

/** Other worlds. */
export const space: Family = {
  compositions: {
    moonscape: { moods, build: moonscapeView },
    station: { moods, build: stationView },
    giant: { moods, build: giantView },
    base: { moods: [{ time: 'day', weather: 'clear' }, ...moods, { time: 'day', weather: 'fog' }], build: baseView },
  },
  heroes: [],
}
