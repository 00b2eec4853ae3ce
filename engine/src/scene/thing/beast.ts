import type { Prng } from '../../math/prng.ts'
import { rgb } from '../../solid/palette.ts'
import { blend, type Rgb } from '../vector.ts'
import { bonesOf } from './beast-body.ts'
import type { Beast, BeastName } from './beast-build.ts'
import { headPieces, tusksOf } from './beast-head.ts'
import { coatOf } from './beast-markings.ts'
import { type BeastPose, poseOf } from './beast-pose.ts'
import { BEASTS } from './beasts.ts'
import { ball, lathe, moved, type Piece } from './shape.ts'
import { skin } from './skin.ts'

/** How fine a skin is: so many cells along an animal that stands alone, and in a herd. */
const CELLS = { alone: 84, herd: 46 } as const

/** An animal on four legs. `eye` is where the viewer is from it, radians to its left. */
export function beast(name: BeastName, random: Prng, colour: Rgb | null, { eye = 0.9, many = false } = {}): Piece[] {
  const b: Beast = BEASTS[name]
  const pose = poseOf(b, random, eye)
  const variant = random.next()
  const coat = colour ?? rgb(b.coat)
  const fur = { pale: rgb(b.pale), dark: colour ? blend(rgb(b.dark), colour, 0.25) : rgb(b.dark), hair: Math.sqrt(b.back) * 0.022 }
  const span = Math.max(b.long + b.reach + b.muzzle + b.belly * 0.6, (b.back + b.rise) * 0.9)
  const cell = span / (many ? CELLS.herd : CELLS.alone)
  return [
    { shapes: [skin(bonesOf(b, pose, random), cell, coatOf(b, pose, variant))], colour: coat, coat: fur },
    ...hooves(b, pose),
    ...headPieces(b, pose, coat, fur),
    ...tusksOf(b, pose),
  ]
}

/** Hooves under the legs of those that have them, dark toes and claws under paws. */
function hooves(b: Beast, { legs }: BeastPose): Piece[] {
  const s = b.shank
  if (b.feet === 'hoof')
    return [
      {
        shapes: legs.map(({ foot: [x, y, z] }) =>
          moved(
            lathe(
              0,
              0,
              [
                [0, s * 1.35],
                [s * 0.5, s * 1.22],
                [s * 1.25, s * 1.02],
                [s * 1.5, s * 0.3],
              ],
              10,
              1.1,
            ),
            x,
            y,
            z + s * 0.22,
          ),
        ),
        colour: rgb('#1c1613'),
        gloss: 0.25,
      },
    ]
  if (b.feet === 'pillar') return []
  return [
    {
      shapes: legs.flatMap(({ foot: [x, y, z] }) =>
        [-0.55, 0, 0.55].map((i) =>
          ball(x + i * s, y + s * 0.42, z + s * (b.feet === 'sole' ? 2.02 : 2.1) - Math.abs(i) * s * 0.3, s * 0.16, s * 0.2, s * 0.32, 5),
        ),
      ),
      colour: rgb('#1c1613'),
    },
  ]
}
