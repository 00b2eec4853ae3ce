import { towards } from '../look.ts'
import type { Place } from '../place.ts'
import { moonbase } from './station/moonbase.ts'
import { ring } from './station/ring.ts'
import { HALF } from './station/site.ts'

const SPACE = {
  zenith: [0.004, 0.005, 0.012],
  middle: [0.006, 0.008, 0.02],
  horizon: [0.012, 0.014, 0.034],
  below: [0.004, 0.005, 0.012],
  ambient: [0.16, 0.19, 0.26],
  ambientHorizon: [0.18, 0.19, 0.24],
  bounce: [0.4, 0.4, 0.42],
  clouds: 0,
  stars: 420,
  disc: [4, 3.9, 3.6],
  discRadius: 5,
} as const

export const station: Place = {
  half: HALF,
  alwaysLit: true,
  looks: {
    always: SPACE,
    day: { sunlight: [2.5, 2.35, 2.15], sun: towards(215, 34), glow: [0.14, 0.14, 0.15], exposure: 0.8 },
    dusk: { sunlight: [2.6, 1.7, 1], sun: towards(212, 14), glow: [0.2, 0.12, 0.06], exposure: 0.85 },
    night: { sunlight: [0.25, 0.32, 0.5], sun: towards(215, 40), glow: [0, 0, 0], disc: null, exposure: 1.05 },
  },
  layouts: { ring, moonbase },
}
