import type { Mood } from '../../brief.ts'
import type { Family } from '../../family.ts'
import { ancientView } from './forest/ancient-view.ts'
import { birchesView } from './forest/birches-view.ts'
import { clearingView } from './forest/clearing-view.ts'
import { streamView } from './forest/stream-view.ts'

const moods: readonly Mood[] = [
  { time: 'day', weather: 'clear' },
  { time: 'sunrise', weather: 'clear' },
  { time: 'dusk', weather: 'clear' },
  { time: 'day', weather: 'fog' },
]

/** Old woods. */
export const forest: Family = {
  compositions: {
    clearing: { moods, build: clearingView },
    stream: { moods, build: streamView },
    ancient: { moods: [...moods, { time: 'bluehour', weather: 'clear' }], build: ancientView },
    birches: { moods, build: birchesView },
  },
  heroes: [],
}
