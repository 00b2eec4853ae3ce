import type { Mood } from '../../brief.ts'
import type { Family } from '../../family.ts'
import { passView } from './mountain/pass-view.ts'
import { ridgeView } from './mountain/ridge-view.ts'
import { riverView } from './mountain/river-view.ts'
import { valleyView } from './mountain/valley-view.ts'
import { volcanoView } from './mountain/volcano-view.ts'

const moods: readonly Mood[] = [
  { time: 'day', weather: 'clear' },
  { time: 'sunrise', weather: 'clear' },
  { time: 'dusk', weather: 'clear' },
]

/** High mountains. */
export const mountain: Family = {
  compositions: {
    valley: { moods: [{ time: 'day', weather: 'clear' }, ...moods], build: valleyView },
    ridge: { moods, build: ridgeView },
    volcano: { moods: [...moods, { time: 'bluehour', weather: 'clear' }], build: volcanoView },
    pass: { moods, build: passView },
    river: { moods: [{ time: 'day', weather: 'clear' }, ...moods], build: riverView },
  },
  heroes: [],
}
