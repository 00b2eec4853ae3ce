import type { Mood } from '../../brief.ts'
import type { Family } from '../../family.ts'
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
  compositions: { clearing: { moods, build: clearingView }, stream: { moods, build: streamView } },
  heroes: [],
}
