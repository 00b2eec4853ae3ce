import { createPrng } from '../../math/prng.ts'
import { rgb } from '../../solid/palette.ts'
import { blend, type Rgb, times } from '../vector.ts'
import type { Look, LookName } from './look.ts'

/** Colours of one sky, top to bottom, then round the sun, opposite it and in the air; and what they do to the sunlight. */
type Palette = readonly [zenith: string, middle: string, horizon: string, glow: string, opposite: string, air: string, sun: Rgb]

const AMBER: Rgb = [1, 0.96, 0.9]
const PALE: Rgb = [0.96, 1.04, 1.2]

/** Skies besides the usual one of each time of day. */
const PALETTES: Readonly<Partial<Record<LookName, readonly Palette[]>>> = {
  day: [
    ['#1c56ac', '#5b9bdc', '#c4e0f4', '#fff2dc', '#000000', '#a8c8e8', [1, 1, 1]],
    ['#3a7cae', '#8cc4d8', '#dcefe8', '#fff6e0', '#000000', '#bcdade', [1, 1, 0.98]],
    ['#5c86b0', '#a9c4da', '#ece8dc', '#ffeccc', '#000000', '#ccd4da', [1, 0.96, 0.9]],
    ['#2a62a8', '#86a9cc', '#f2dfbc', '#ffdfa8', '#000000', '#d2cdbc', [1.04, 0.9, 0.7]],
  ],
  sunrise: [
    ['#2f6aa6', '#8fbcd0', '#ffdf9c', '#ffc878', '#86a4c8', '#c8c4b4', [1, 1.06, 1.12]],
    ['#4f82b4', '#b8cfd8', '#ffe8c8', '#ffd8a0', '#a8b4d0', '#d0d0cc', [0.98, 1.14, 1.34]],
    ['#355a8c', '#b4909c', '#ff9c7c', '#ff7a50', '#8c84a8', '#c49a98', AMBER],
    ['#28648c', '#6fa8a8', '#ffc884', '#ffa050', '#74a0b0', '#b0b8a0', AMBER],
  ],
  dusk: [
    ['#17508c', '#6c9cb8', '#ffcf80', '#ffae4c', '#7c94b4', '#8a9aa8', [1, 1.16, 1.3]],
    ['#25466c', '#9c8478', '#ff8038', '#ff5a1c', '#8c6a78', '#7c7274', [1.02, 0.94, 0.8]],
    ['#123c5c', '#4c8890', '#f4b86c', '#f09848', '#5c8498', '#6c8888', [1, 1.08, 1.1]],
    ['#35506c', '#a08c84', '#ff7048', '#ff4a30', '#847080', '#8a706c', [1.02, 0.88, 0.8]],
    ['#3a6c9c', '#a4b4bc', '#ffdca0', '#ffc878', '#a89cb4', '#a8a8a4', [1, 1.22, 1.5]],
  ],
  bluehour: [
    ['#12405c', '#2f7088', '#d8b088', '#d09058', '#000000', '#48788c', PALE],
    ['#1c2858', '#4a5894', '#a08cb4', '#8c78b0', '#000000', '#586498', [1, 1, 1]],
    ['#0e2c4c', '#2c5478', '#7ca4b4', '#6c94a8', '#000000', '#4a6c8c', PALE],
  ],
}

/** Gives a look the sky of a seed: the usual one or one of the others, each as often, more or less strongly. */
export function varySky(look: Look, seed: number): void {
  const others = PALETTES[look.name]
  if (!others) return
  const random = createPrng(seed, 'sky')
  const at = Math.floor(random.range(0, others.length + 0.999))
  const strength = random.range(0.82, 1)
  const palette = others[at]
  if (!palette) return
  const [zenith, middle, horizon, glow, opposite, air, sun] = palette
  const { sky, fog } = look
  const towards = (from: Rgb, hex: string) => {
    const wanted = rgb(hex)
    const size = light(from) / Math.max(0.001, light(wanted))
    // hues change, brightness less: exposure was set for the usual sky
    return blend(from, times(wanted, 0.35 * Math.min(size, 2) + 0.65 * 0.85), strength)
  }
  sky.zenith = towards(sky.zenith, zenith)
  sky.middle = towards(sky.middle, middle)
  sky.horizon = towards(sky.horizon, horizon)
  sky.glow = towards(sky.glow, glow)
  sky.opposite = towards(sky.opposite, opposite)
  fog.colour = towards(fog.colour, air)
  look.sunColour = [look.sunColour[0] * sun[0], look.sunColour[1] * sun[1], look.sunColour[2] * sun[2]]
  fog.sunColour = [fog.sunColour[0] * sun[0], fog.sunColour[1] * sun[1], fog.sunColour[2] * sun[2]]
}

const light = (c: Rgb) => 0.2126 * c[0] + 0.7152 * c[1] + 0.0722 * c[2]
