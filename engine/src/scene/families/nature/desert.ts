import type { Mood } from '../../brief.ts'
import type { Family } from '../../family.ts'
import { archesView } from './desert/arches-view.ts'
import { dunesView } from './desert/dunes-view.ts'
import { oasisView } from './desert/oasis-view.ts'
import { ruinsView } from './desert/ruins-view.ts'
import { savannaView } from './desert/savanna-view.ts'

const moods: readonly Mood[] = [
  { time: 'dusk', weather: 'clear' },
  { time: 'dusk', weather: 'clear' },
  { time: 'day', weather: 'clear' },
  { time: 'sunrise', weather: 'clear' },
]

/** Sand and stone; the dry grass that borders them where a plan names it. */
export const desert: Family = {
  compositions: {
    ruins: { moods, build: ruinsView },
    oasis: { moods, build: oasisView },
    dunes: { moods, build: dunesView },
    arches: { moods, build: archesView },
    savanna: { moods: [...moods, { time: 'day', weather: 'clear' }], build: savannaView, named: true },
  },
  heroes: [],
}
