import type { Mood } from '../../brief.ts'
import type { Family } from '../../family.ts'
import { fallsView } from './lake/falls-view.ts'
import { pierView } from './lake/pier-view.ts'
import { reedsView } from './lake/reeds-view.ts'
import { shore } from './lake/shore.ts'
import { tarnView } from './lake/tarn-view.ts'

const moods: readonly Mood[] = [
  { time: 'day', weather: 'clear' },
  { time: 'day', weather: 'clear' },
  { time: 'sunrise', weather: 'clear' },
  { time: 'dusk', weather: 'clear' },
  { time: 'bluehour', weather: 'clear' },
]

/** A mountain lake. */
export const lake: Family = {
  compositions: {
    shore: { moods, build: shore },
    pier: { moods: [...moods, { time: 'sunrise', weather: 'fog' }], build: pierView },
    falls: { moods: [...moods, { time: 'day', weather: 'fog' }], build: fallsView },
    tarn: { moods, build: tarnView },
    reeds: { moods: [...moods, { time: 'sunrise', weather: 'fog' }], build: reedsView },
  },
  heroes: [],
}
