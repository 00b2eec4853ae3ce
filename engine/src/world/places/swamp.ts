import { times } from '../../scene/vector.ts'
import { rgb } from '../../solid/palette.ts'
import type { Place } from '../place.ts'
import { HALF } from './swamp/site.ts'
import { stiltVillage } from './swamp/stilt-village.ts'
import { witch } from './swamp/witch.ts'

export const swamp: Place = {
  half: HALF,
  looks: {
    always: { bounce: times(rgb('#5a6a3a'), 0.8) },
    day: {
      sunlight: [2.2, 1.85, 1.05],
      ambient: [0.42, 0.52, 0.5],
      ambientHorizon: [0.5, 0.56, 0.42],
      zenith: rgb('#4a8fa6'),
      middle: rgb('#7fb5a6'),
      horizon: rgb('#dbe0b0'),
      cloudShade: rgb('#9aa88f'),
      cloudLight: rgb('#dfe4cc'),
      exposure: 0.88,
    },
    dusk: { horizon: rgb('#e8b878'), middle: rgb('#8f8a7a'), zenith: rgb('#3c4a5c') },
    night: {
      horizon: rgb('#3a6260'),
      middle: rgb('#1c3e4c'),
      ambient: [0.09, 0.15, 0.24],
      ambientHorizon: [0.12, 0.2, 0.19],
      exposure: 1.5,
    },
  },
  layouts: { stilts: stiltVillage, witch },
}
