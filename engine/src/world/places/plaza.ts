import { times } from '../../scene/vector.ts'
import { rgb } from '../../solid/palette.ts'
import type { Place } from '../place.ts'
import { boulevard } from './plaza/boulevard.ts'
import { HALF } from './plaza/site.ts'
import { spire } from './plaza/spire.ts'

export const plaza: Place = {
  half: HALF,
  looks: {
    always: { bounce: times(rgb('#8a8f9a'), 0.8) },
    night: {
      horizon: rgb('#5a3a86'),
      middle: rgb('#22225c'),
      ambient: [0.07, 0.08, 0.2],
      ambientHorizon: [0.14, 0.08, 0.22],
      clouds: 0,
    },
    day: { sunlight: [1.8, 1.58, 1.22] },
  },
  layouts: { spire, boulevard },
  suits: { fountain: 'boulevard' },
}
