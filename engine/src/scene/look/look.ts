import { cos, PI, sin } from '../../math/dmath.ts'
import { type Channels, type Rgb, unit, type Vec3 } from '../vector.ts'

/** Adds to or changes the sky in a direction: aurora, planets. */
export type SkyLayer = (dx: number, dy: number, dz: number, colour: Channels) => void

/** The dome. Colours are linear. */
export type Sky = {
  zenith: Rgb
  middle: Rgb
  horizon: Rgb
  /** Round the sun: wide and narrow, and how strong each is. */
  glow: Rgb
  sunGlow: Rgb
  glowBroad: number
  glowTight: number
  /** At the horizon opposite the sun. */
  opposite: Rgb
  /** Towards the sun or moon. */
  sun: Vec3
  disc?: { readonly colour: Rgb; readonly cosine: number; readonly moon?: boolean }
  stars: number
  sharpHorizon?: boolean
  /** Behind the clouds. */
  behind?: SkyLayer
  /** In front of the clouds. */
  before?: SkyLayer
}

/** Air. Lengths in metres; density a metre. */
export type Fog = {
  colour: Rgb
  /** Sunlight scattered towards the camera. */
  sunColour: Rgb
  /** Density at `base`, thinning with height by a factor e every `thinning` metres. */
  density: number
  base: number
  thinning: number
  /** Density everywhere. */
  haze: number
  /** Share of the sky's colour behind it. */
  skyMix: number
  /** How much coloured lights show in it. */
  lamps: number
  /** Fog ends here; the low-resolution march takes `steps` steps. */
  far: number
  steps: number
  max: number
  sunPhase: number
  /** Contrast of shafts, and how dark the air between them is. */
  shaft: number
  shaftShade: number
  /** How much of `far` lies before the sky. */
  sky: number
  /** Unevenness and its frequency a metre. */
  noise: number
  noiseScale: number
}

/** From light to picture. */
export type Grade = {
  /** Middle grey, and how far exposure follows the picture (0 fixed, 1 fully). */
  key: number
  auto: number
  contrast: number
  saturation: number
  /** Added to the darks, multiplied into the lights. */
  shadow: Rgb
  highlight: Rgb
  vignette: number
}

export const lookNames = ['day', 'sunrise', 'dusk', 'bluehour', 'night', 'fog', 'storm'] as const
export type LookName = (typeof lookNames)[number]

/** Sky, sun, air and grade travel together, so colour stays in harmony. */
export type Look = {
  readonly name: LookName
  sky: Sky
  sunColour: Rgb
  fog: Fog
  grade: Grade
  /** 0 day to 1 night: windows and lamps. */
  night: number
  ambient: number
  bloom: number
}

/** Direction of the sun. Degrees; azimuth from +z, positive to the right. */
export function sunAt(azimuth: number, elevation: number): Vec3 {
  const a = (azimuth * PI) / 180
  const e = (elevation * PI) / 180
  return unit([sin(a) * cos(e), sin(e), cos(a) * cos(e)])
}
