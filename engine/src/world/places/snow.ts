import { times } from '../../scene/vector.ts'
import { rgb } from '../../solid/palette.ts'
import { towards } from '../look.ts'
import type { Place } from '../place.ts'
import { cabin } from './snow/cabin.ts'
import { hamlet } from './snow/hamlet.ts'
import { HALF } from './snow/site.ts'

export const snow: Place = {
  half: HALF,
  looks: {
    always: { bounce: times(rgb('#dfe8f5'), 0.85) },
    day: {
      sun: towards(128, 26),
      sunlight: [1.5, 1.28, 0.98],
      ambient: [0.36, 0.5, 0.8],
      ambientHorizon: [0.5, 0.52, 0.66],
      horizon: rgb('#dfe2f0'),
      middle: rgb('#84b4e6'),
      exposure: 0.72,
    },
    dusk: { exposure: 0.62 },
    night: { exposure: 1 },
  },
  layouts: { cabin, hamlet },
  suits: { campfire: 'cabin' },
}
