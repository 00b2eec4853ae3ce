import type { Mood } from '../../brief.ts'
import type { Family } from '../../family.ts'
import { archView } from './islands/arch-view.ts'
import { cascadeView } from './islands/cascade-view.ts'
import { hamletView } from './islands/hamlet-view.ts'
import { templeView } from './islands/temple-view.ts'
import { treeView } from './islands/tree-view.ts'

const moods: readonly Mood[] = [
  { time: 'day', weather: 'clear' },
  { time: 'dusk', weather: 'clear' },
  { time: 'sunrise', weather: 'clear' },
  { time: 'day', weather: 'clear' },
  { time: 'bluehour', weather: 'clear' },
  { time: 'sunrise', weather: 'fog' },
]

/** Islands in the sky. */
export const islands: Family = {
  compositions: {
    temple: { moods, build: templeView },
    tree: { moods, build: treeView },
    hamlet: { moods, build: hamletView },
    cascade: { moods, build: cascadeView },
    arch: { moods, build: archView },
  },
  heroes: [],
}
