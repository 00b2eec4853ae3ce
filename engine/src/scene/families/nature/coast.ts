import type { Family } from '../../family.ts'
import { beachView } from './coast/beach-view.ts'
import { cliffsView } from './coast/cliffs-view.ts'
import { lighthouseView } from './coast/lighthouse-view.ts'
import { shipView } from './coast/ship-view.ts'

/** Where land meets the sea. */
export const coast: Family = {
  compositions: {
    lighthouse: {
      moods: [
        { time: 'day', weather: 'storm' },
        { time: 'day', weather: 'clear' },
        { time: 'day', weather: 'clear' },
        { time: 'sunrise', weather: 'clear' },
        { time: 'dusk', weather: 'clear' },
        { time: 'night', weather: 'clear' },
      ],
      build: lighthouseView,
    },
    beach: {
      moods: [
        { time: 'day', weather: 'clear' },
        { time: 'day', weather: 'clear' },
        { time: 'dusk', weather: 'clear' },
        { time: 'sunrise', weather: 'clear' },
      ],
      build: beachView,
    },
    cliffs: {
      moods: [
        { time: 'day', weather: 'clear' },
        { time: 'dusk', weather: 'clear' },
        { time: 'sunrise', weather: 'clear' },
      ],
      build: cliffsView,
    },
    ship: {
      moods: [
        { time: 'dusk', weather: 'clear' },
        { time: 'day', weather: 'clear' },
        { time: 'day', weather: 'storm' },
        { time: 'night', weather: 'clear' },
      ],
      build: shipView,
    },
  },
  heroes: [],
}
