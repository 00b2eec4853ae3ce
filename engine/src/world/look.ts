import type { WorldTime } from '@daedal/protocol/generation/world-plan'
import { cos, PI, sin } from '../math/dmath.ts'
import { type Rgb, times, type Vec3 } from '../scene/vector.ts'
import { rgb } from '../solid/palette.ts'

/** A time of day that is decided. */
export type Hour = Exclude<WorldTime, 'any'>

/** Sun, sky, ambient light and grade of one mood; they travel together. Colours are linear and may exceed 1. */
export type Look = {
  /** Towards the sun or moon, length 1. */
  readonly sun: Vec3
  readonly sunlight: Rgb
  /** Light of the sky from above and from the horizon. */
  readonly ambient: Rgb
  readonly ambientHorizon: Rgb
  /** Share of light the ground sends back. */
  readonly bounce: Rgb
  readonly zenith: Rgb
  readonly middle: Rgb
  readonly horizon: Rgb
  /** Below the horizon, where no ground hides it. */
  readonly below: Rgb | null
  /** Added to the sky round the sun. */
  readonly glow: Rgb
  readonly disc: Rgb | null
  /** Radius of sun or moon on a dome of 300 m, metres. */
  readonly discRadius: number
  readonly stars: number
  readonly clouds: number
  readonly cloudShade: Rgb
  readonly cloudLight: Rgb
  readonly exposure: number
  readonly saturation: number
}

/** What a place changes of the usual looks: in every hour, then in one. */
export type LookChanges = { readonly [K in Hour | 'always']?: Partial<Look> }

/** A direction from its compass bearing and height, degrees; 180 is towards -z, away from where one arrives. */
export function towards(bearing: number, height: number): Vec3 {
  const a = (bearing * PI) / 180
  const e = (height * PI) / 180
  return [sin(a) * cos(e), sin(e), cos(a) * cos(e)]
}

const LOOKS: Readonly<Record<Hour, Look>> = {
  day: {
    sun: towards(140, 46),
    sunlight: [2, 1.7, 1.28],
    ambient: [0.36, 0.52, 0.84],
    ambientHorizon: [0.5, 0.55, 0.62],
    bounce: times(rgb('#7d8a4a'), 0.9),
    zenith: rgb('#2f7fd6'),
    middle: rgb('#79b8ee'),
    horizon: rgb('#d6ecf5'),
    below: null,
    glow: [0.5, 0.42, 0.25],
    disc: [3, 2.8, 2.2],
    discRadius: 9,
    stars: 0,
    clouds: 5,
    cloudShade: rgb('#b9d2e8'),
    cloudLight: rgb('#ffffff'),
    exposure: 0.8,
    saturation: 1,
  },
  dusk: {
    sun: towards(152, 15),
    sunlight: [3.1, 1.45, 0.58],
    ambient: [0.4, 0.38, 0.72],
    ambientHorizon: [0.75, 0.45, 0.45],
    bounce: times(rgb('#8a6a4a'), 0.9),
    zenith: rgb('#3d4f9a'),
    middle: rgb('#b483b4'),
    horizon: rgb('#ffc08a'),
    below: null,
    glow: [1.3, 0.5, 0.12],
    disc: [4, 2.6, 1.4],
    discRadius: 9,
    stars: 0,
    clouds: 5,
    cloudShade: rgb('#a86f95'),
    cloudLight: rgb('#ffd0a0'),
    exposure: 0.82,
    saturation: 1.02,
  },
  night: {
    sun: towards(150, 38),
    sunlight: [0.15, 0.21, 0.4],
    ambient: [0.06, 0.1, 0.23],
    ambientHorizon: [0.08, 0.09, 0.18],
    bounce: times(rgb('#50607a'), 0.6),
    zenith: rgb('#060b22'),
    middle: rgb('#101c48'),
    horizon: rgb('#2c3c74'),
    below: null,
    glow: [0.05, 0.08, 0.16],
    disc: [1, 1, 0.95],
    discRadius: 8,
    stars: 190,
    clouds: 5,
    cloudShade: rgb('#0d1534'),
    cloudLight: rgb('#26345f'),
    exposure: 1.18,
    saturation: 1.05,
  },
}

export const lookOf = (hour: Hour, changes: LookChanges): Look => ({ ...LOOKS[hour], ...changes.always, ...changes[hour] })
