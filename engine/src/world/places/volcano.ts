import { times } from '../../scene/vector.ts'
import { rgb } from '../../solid/palette.ts'
import { towards } from '../look.ts'
import type { Place } from '../place.ts'
import { crater } from './volcano/crater.ts'
import { forge } from './volcano/forge.ts'
import { HALF } from './volcano/site.ts'

export const volcano: Place = {
  half: HALF,
  looks: {
    always: { bounce: times(rgb('#6a4a40'), 0.8) },
    day: {
      sun: towards(132, 34),
      sunlight: [3.1, 2.35, 1.6],
      ambient: [0.66, 0.66, 0.76],
      ambientHorizon: [0.86, 0.7, 0.6],
      zenith: rgb('#5f7ba6'),
      middle: rgb('#b3a5a0'),
      horizon: rgb('#f0bd8c'),
      cloudShade: rgb('#7a6a68'),
      cloudLight: rgb('#c9b0a4'),
      clouds: 6,
      exposure: 1.26,
    },
    dusk: { horizon: rgb('#ff9a5a'), middle: rgb('#8a4a5a'), zenith: rgb('#2f2a48') },
    night: {
      horizon: rgb('#7a3430'),
      middle: rgb('#33243a'),
      ambient: [0.1, 0.11, 0.22],
      ambientHorizon: [0.26, 0.15, 0.15],
      exposure: 1.7,
    },
  },
  layouts: { crater, forge },
}
