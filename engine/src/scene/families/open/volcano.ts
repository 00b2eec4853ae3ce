import type { Mood } from '../../brief.ts'
import type { Family } from '../../family.ts'
import { craterView } from './volcano/crater-view.ts'
import { eruptionView } from './volcano/eruption-view.ts'
import { lavaView } from './volcano/lava-view.ts'
import { obsidianView } from './volcano/obsidian-view.ts'

const clear = (...times: readonly Mood['time'][]): Mood[] => times.map((time) => ({ time, weather: 'clear' }))

/** Fire out of the earth. */
export const volcano: Family = {
  compositions: {
    eruption: { moods: clear('night', 'dusk', 'bluehour', 'night'), build: eruptionView },
    lava: { moods: clear('night', 'dusk', 'bluehour'), build: lavaView },
    crater: { moods: [...clear('day', 'dusk', 'sunrise', 'night'), { time: 'day', weather: 'fog' }], build: craterView },
    obsidian: { moods: [...clear('dusk', 'day', 'sunrise'), { time: 'day', weather: 'storm' }], build: obsidianView },
  },
  heroes: [],
}
