import type { AvatarMouth, AvatarNose } from '@daedal/protocol/generation/avatar-plan'
import type { Traits } from '../traits.ts'
import { EXPRESSIONS, type Expression } from './expression.ts'

const { max, min } = Math

/** Nose: how long, how large its tip, how wide its wings, how high its bridge, and a hump on it. */
export type Nose = { readonly length: number; readonly tip: number; readonly width: number; readonly bridge: number; readonly hump: number }

const NOSES: Record<Exclude<AvatarNose, 'any'>, Nose> = {
  button: { length: -0.06, tip: 0.045, width: 0.004, bridge: -0.012, hump: 0 },
  small: { length: 0.02, tip: 0.02, width: 0, bridge: 0, hump: 0 },
  straight: { length: 0.14, tip: 0.045, width: 0.008, bridge: 0.02, hump: 0 },
  broad: { length: 0.09, tip: 0.065, width: 0.04, bridge: 0, hump: 0 },
  aquiline: { length: 0.24, tip: 0.05, width: 0.012, bridge: 0.035, hump: 0.05 },
  long: { length: 0.36, tip: 0.08, width: 0.018, bridge: 0.02, hump: 0 },
}

/** Mouth: half width and fullness of the lips. */
const MOUTHS: Record<Exclude<AvatarMouth, 'any'>, readonly [width: number, lips: number]> = {
  full: [0.175, 0.85],
  thin: [0.17, 0.08],
  wide: [0.215, 0.4],
  small: [0.13, 0.55],
}

export type Features = {
  readonly nose: Nose
  readonly noseY: number
  readonly mouthY: number
  readonly mouthWidth: number
  readonly lips: number
  /** How far the mouth is open, model units; below 0.05 it is closed. */
  readonly open: number
  /** Depth of the groove between closed lips. */
  readonly seam: number
  readonly expression: Expression
}

export function featuresOf(traits: Traits): Features {
  const own = traits.random('features')
  const usual = EXPRESSIONS[traits.expression]
  const child = traits.age === 'child' ? 1 : 0
  const old = traits.age === 'old' ? 1 : 0
  const base = NOSES[traits.nose]
  const nose = {
    ...base,
    length: base.length + own.range(-0.06, 0.06) + old * 0.07 - child * 0.06,
    width: base.width + own.range(-0.006, 0.014),
    bridge: base.bridge + own.range(-0.012, 0.02),
    tip: base.tip + own.range(-0.012, 0.016) + old * 0.02 - child * 0.012 - traits.feminine * 0.008,
  }
  const eyes = traits.random('eye shape')
  const expression = {
    ...usual,
    lidTilt: usual.lidTilt + eyes.range(-0.12, 0.12),
    lidUp: usual.lidUp + eyes.range(-0.1, 0.06),
    lidDown: usual.lidDown + eyes.range(-0.1, 0.05),
  }
  const noseY = -0.15 - nose.length * 0.3
  const mouthY = -0.365 - own.range(-0.012, 0.04) - nose.length * 0.06 + child * 0.03
  const [width, lips] = MOUTHS[traits.mouth]
  return {
    nose,
    noseY,
    mouthY: min(mouthY, noseY - 0.15 - nose.tip * 0.5) + expression.mouthLift,
    mouthWidth: (width + own.range(-0.016, 0.018)) * expression.mouthWidth * (1 - child * 0.1),
    lips: max(0, lips + own.range(-0.2, 0.2) + traits.feminine * 0.25 - old * 0.15),
    open: expression.open,
    seam: 0.035,
    expression,
  }
}
