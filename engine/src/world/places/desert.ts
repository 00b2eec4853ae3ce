import { times } from '../../scene/vector.ts'
import { rgb } from '../../solid/palette.ts'
import { towards } from '../look.ts'
import type { Place } from '../place.ts'
import { oasis } from './desert/oasis.ts'
import { HALF } from './desert/site.ts'
import { temple } from './desert/temple.ts'

export const desert: Place = {
  half: HALF,
  looks: {
    always: { bounce: times(rgb('#d8a768'), 0.9) },
    day: {
      horizon: rgb('#f5e3c0'),
      middle: rgb('#9cc6e6'),
      clouds: 3,
      sunlight: [2, 1.66, 1.2],
      ambient: [0.36, 0.46, 0.72],
      exposure: 0.74,
      sun: towards(128, 40),
    },
    dusk: { horizon: rgb('#ffb070') },
  },
  layouts: { temple, oasis },
}
