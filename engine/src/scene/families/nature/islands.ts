import type { Mood } from '../../brief.ts'
import type { Family } from '../../family.ts'
import { cascadeView } from './islands/cascade-view.ts'
import { hamletView } from './islands/hamlet-view.ts'
import { templeView } from './islands/temple-view.ts'
import { treeView } from './islands/tree-view.ts'

const moods: readonly Mood[] = [
  { time: 'day', weather: 'clear' },
  { time: 'dusk', weather: 'clear' },
  { time: 'sunrise', weather: 'clear' },
]

/** Islands in the sky. */
export const islands: Family = {
  compositions: {
    temple: { moods, build: templeView },
    tree: { moods, build: treeView },
    hamlet: { moods, build: hamletView },
    cascade: { moods, build: cascadeView },
  },
  heroes: [],
}
