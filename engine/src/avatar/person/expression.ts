import type { AvatarExpression } from '@daedal/protocol/generation/avatar-plan'

/** How a face is held. Angles of the lids in radians from straight ahead; the rest 0..1 and beyond. */
export type Expression = {
  /** Curve of the mouth: up above 0. */
  readonly smile: number
  /** One corner higher than the other. */
  readonly smirk: number
  readonly open: number
  readonly mouthWidth: number
  readonly mouthLift: number
  readonly lidUp: number
  readonly lidDown: number
  /** Outer corners down above 0. */
  readonly lidTilt: number
  readonly browLift: number
  /** Inner ends down above 0. */
  readonly browAngle: number
  readonly browAsymmetry: number
  /** The eye on the viewer's left is shut. */
  readonly wink: boolean
}

const face = (changes: Partial<Expression>): Expression => ({
  smile: 0.5,
  smirk: 0,
  open: 0,
  mouthWidth: 1,
  mouthLift: 0,
  lidUp: 0.62,
  lidDown: 0.8,
  lidTilt: 0,
  browLift: 0,
  browAngle: 0,
  browAsymmetry: 0,
  wink: false,
  ...changes,
})

export const EXPRESSIONS: Record<Exclude<AvatarExpression, 'any'>, Expression> = {
  calm: face({ lidUp: 0.55 }),
  happy: face({ smile: 1.6, lidDown: 0.66, lidUp: 0.6, browLift: 0.3 }),
  laughing: face({ smile: 1.35, open: 0.09, mouthWidth: 1.18, mouthLift: 0.05, lidUp: 0.52, lidDown: 0.42, browLift: 0.7 }),
  sad: face({ smile: -1.1, browAngle: -0.9, browLift: 0.2, lidUp: 0.45, lidTilt: 0.25, mouthWidth: 0.9 }),
  angry: face({ smile: -0.9, browAngle: 1.1, browLift: -0.9, lidUp: 0.38, lidDown: 0.6, lidTilt: -0.3 }),
  surprised: face({ smile: 0.1, open: 0.11, mouthWidth: 0.62, browLift: 1.4, lidUp: 1.05, lidDown: 1 }),
  sly: face({ smile: 1.1, smirk: 0.35, lidUp: 0.32, lidDown: 0.6, browAsymmetry: 0.05, browLift: 0.1 }),
  sleepy: face({ smile: 0.35, lidUp: 0.08, lidDown: 0.7, browLift: 0.35, browAngle: -0.25 }),
  determined: face({ smile: 0.25, lidUp: 0.42, lidDown: 0.62, browAngle: 0.6, browLift: -0.5, lidTilt: -0.12 }),
  wink: face({ smile: 1.6, smirk: 0.2, lidUp: 0.6, lidDown: 0.66, browLift: 0.4, browAsymmetry: -0.03, wink: true }),
}
