import { times } from '../../scene/vector.ts'
import { rgb } from '../../solid/palette.ts'
import { towards } from '../look.ts'
import type { Place } from '../place.ts'
import { hall } from './gallery/hall.ts'
import { rotunda } from './gallery/rotunda.ts'

const BY_LAMPS = {
  sunlight: [0.06, 0.09, 0.16],
  ambient: [0.05, 0.07, 0.14],
  ambientHorizon: [0.06, 0.07, 0.1],
  exposure: 1.25,
} as const

export const gallery: Place = {
  half: 13,
  alwaysLit: true,
  looks: {
    always: { bounce: times(rgb('#a07a52'), 0.7), sun: towards(38, 52), saturation: 1.1 },
    day: {
      sunlight: [3, 2.6, 2],
      ambient: [0.8, 0.9, 1.05],
      ambientHorizon: [0.8, 0.85, 0.9],
      exposure: 0.8,
      saturation: 0.96,
    },
    dusk: BY_LAMPS,
    night: BY_LAMPS,
  },
  layouts: { hall, rotunda },
}
