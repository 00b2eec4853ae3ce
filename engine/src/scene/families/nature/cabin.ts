import type { Mood } from '../../brief.ts'
import type { Family } from '../../family.ts'
import { clearing } from './cabin/clearing.ts'
import { lakesideView } from './cabin/lakeside-view.ts'
import { refugeView } from './cabin/refuge-view.ts'
import { villageView } from './cabin/village-view.ts'

const moods: readonly Mood[] = [
  { time: 'bluehour', weather: 'clear' },
  { time: 'night', weather: 'clear' },
  { time: 'dusk', weather: 'snow' },
  { time: 'day', weather: 'snow' },
  { time: 'sunrise', weather: 'snow' },
  { time: 'night', weather: 'snow' },
  { time: 'bluehour', weather: 'snow' },
  { time: 'dusk', weather: 'clear' },
  { time: 'sunrise', weather: 'clear' },
  { time: 'sunrise', weather: 'clear' },
  { time: 'dusk', weather: 'clear' },
  { time: 'sunrise', weather: 'fog' },
  { time: 'day', weather: 'clear' },
  { time: 'day', weather: 'clear' },
  { time: 'day', weather: 'clear' },
]

/** A cabin, snowbound or in the green. */
export const cabin: Family = {
  compositions: {
    clearing: { moods, build: clearing },
    village: { moods, build: villageView },
    lakeside: { moods, build: lakesideView },
    refuge: { moods, build: refugeView },
  },
  heroes: [],
}
