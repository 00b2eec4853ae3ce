import type { Prng } from '../../math/prng.ts'
import { rgb } from '../../solid/palette.ts'
import { blend, type Rgb } from '../vector.ts'
import { earOf, extraOf, tailOf } from './beast-extras.ts'
import { legOf } from './beast-leg.ts'
import { markingsOf } from './beast-markings.ts'
import { BEASTS, type Beast } from './beasts.ts'
import { ball, both, limb, type Piece } from './shape.ts'

export type BeastName = keyof typeof BEASTS

/** Feet that are ahead of or behind where they hang, in strides: fore left and right, hind left and right; above zero they are lifted. */
const GAITS = [
  { name: 'walk', fore: [0.9, -0.8], hind: [-0.9, 0.5], lift: [0.5, 0, 0, 0.2] },
  { name: 'trot', fore: [1.2, -0.9], hind: [-1.1, 1], lift: [0.9, 0, 0.1, 0.7] },
  { name: 'stand', fore: [0.15, -0.25], hind: [-0.35, 0.15], lift: [0, 0, 0, 0] },
] as const

/** An animal on four legs: it stands, walks or trots, its head up, level or low. */
export function beast(name: BeastName, random: Prng, colour: Rgb | null): Piece[] {
  const b: Beast = BEASTS[name]
  const coat = colour ?? rgb(b.coat)
  const pale = rgb(b.pale)
  const dark = rgb('#161210')
  const half = b.long / 2
  const gait = random.pick(GAITS)
  const stride = b.back * random.range(0.1, 0.16)
  const top = b.back
  const chestY = top - b.chest
  const bellyY = top - b.belly * 0.98
  const wide = b.chest * 0.48
  // a head carried lower lies farther ahead
  const nod = random.range(-0.1, 0.14)
  const headY = top + b.rise - Math.max(0, nod) * b.back * 0.5 + (gait.name === 'stand' ? b.head * 0.15 : 0)
  const headZ = half + b.reach + Math.max(0, nod) * b.back * 0.35
  const neckZ = half + b.reach * 0.42
  const neckY = chestY + (headY - chestY) * 0.5
  // one skin from the rump to the nape: a round croup, a tucked loin, withers, a deep chest
  const trunk = limb(
    [
      [0, top - b.belly * 0.78, -half - b.belly * 0.22, b.belly * 0.56],
      [0, top - b.belly * 0.82, -half * 0.72, b.belly * 0.84],
      [0, top - b.belly * b.tuck * 0.92, -half * 0.18, b.belly * b.tuck],
      [0, chestY + b.chest * 0.02, half * 0.42, b.chest * 0.98],
      [0, chestY + b.chest * 0.1, half * 0.86, b.chest * 0.86],
      [0, neckY, neckZ, b.neck * 1.22],
      [0, headY - b.head * 0.2, headZ - b.head * 0.42, b.neck * 0.9],
    ],
    { sides: 14, squash: 0.78 },
  )
  const skull = ball(0, headY, headZ + b.head * 0.1, b.head * 0.8, b.head * 0.88, b.head * 1.05)
  const snout = limb(
    [
      [0, headY - b.head * 0.12, headZ + b.head * 0.3, b.head * 0.66],
      [0, headY - b.head * 0.2 - b.nod * 0.5, headZ + b.head * 0.4 + b.muzzle * 0.55, b.head * 0.44],
      [0, headY - b.head * 0.26 - b.nod, headZ + b.head * 0.45 + b.muzzle, b.head * 0.34],
    ],
    { squash: 0.9 },
  )
  const legs = [1, -1].flatMap((side, at) => [
    legOf(b, { x: side * wide, z: half * 0.72, hip: chestY, step: gait.fore[at]! * stride, lift: gait.lift[at]!, hind: false }),
    legOf(b, {
      x: side * wide * 0.94,
      z: -half * 0.86,
      hip: top - b.belly * 0.8,
      step: gait.hind[at]! * stride,
      lift: gait.lift[2 + at]!,
      hind: true,
    }),
  ])
  const skin = b.extra === 'wool' ? pale : coat
  const tipY = headY - b.head * 0.26 - b.nod
  const tipZ = headZ + b.head * 0.45 + b.muzzle
  return [
    { shapes: [trunk, skull, snout, ...legs.map(({ skin }) => skin), both(earOf(b, headY, headZ))], colour: skin },
    { shapes: legs.map(({ foot }) => foot), colour: b.feet ? rgb(b.feet) : blend(skin, dark, 0.45) },
    { shapes: [ball(0, tipY + b.head * 0.14, tipZ + b.head * 0.2, b.head * 0.22, b.head * 0.17, b.head * 0.18, 6)], colour: dark },
    {
      shapes: [both(ball(b.head * 0.64, headY + b.head * 0.22, headZ + b.head * 0.55, b.head * 0.15, b.head * 0.15, b.head * 0.15, 6))],
      colour: dark,
      gloss: 0.8,
    },
    ...tailOf(b, top, half, coat, pale),
    ...markingsOf(b, { headY, headZ, half, top, chestY, bellyY }, pale, skin),
    ...extraOf(b, { headY, headZ, half, top, chestY, bellyY }, random),
  ]
}
