import type { Family } from '../../family.ts'
import { lighthouseView } from './coast/lighthouse-view.ts'

/** Where land meets the sea. */
export const coast: Family = {
  compositions: {
    lighthouse: {
      moods: [
        { time: 'day', weather: 'storm' },
        { time: 'day', weather: 'storm' },
        { time: 'dusk', weather: 'clear' },
        { time: 'night', weather: 'clear' },
      ],
      build: lighthouseView,
    },
  },
  heroes: [],
}
