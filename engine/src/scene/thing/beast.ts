import type { Prng } from '../../math/prng.ts'
import { rgb } from '../../solid/palette.ts'
import type { Rgb } from '../vector.ts'
import { earOf, extraOf, tailOf } from './beast-extras.ts'
import { BEASTS, type Beast } from './beasts.ts'
import { ball, both, limb, type Piece, type Shape } from './shape.ts'

export type BeastName = keyof typeof BEASTS

/** An animal on four legs in a walking pose. */
export function beast(name: BeastName, random: Prng, colour: Rgb | null): Piece[] {
  const b: Beast = BEASTS[name]
  const coat = colour ?? rgb(b.coat)
  const pale = rgb(b.pale)
  const dark = rgb('#161210')
  const half = b.long / 2
  const stride = b.back * random.range(0.05, 0.13)
  const top = b.back
  const chestY = top - b.chest
  const bellyY = top - b.belly * 0.98
  const wide = b.chest * 0.52
  const leg = (x: number, z: number, hip: number, step: number, hind: boolean): Shape =>
    limb([
      [x, hip, z, b.thigh],
      [x * 1.02, hip * 0.62, z + (hind ? step * 0.2 + b.back * 0.025 : step * 0.5), b.thigh * 0.6],
      [x, hip * 0.36, z + step * 0.8 - (hind ? b.back * 0.05 : 0), b.shank * 1.2],
      [x, hip * 0.12, z + step * 0.95, b.shank],
      [x, b.shank * 0.75, z + step + b.shank * 0.5, b.shank * 1.15],
    ])
  const headY = top + b.rise
  const headZ = half + b.reach
  const neckZ = half + b.reach * 0.45
  const neckY = chestY + (headY - chestY) * 0.52
  // one skin from the rump to the nose
  const trunk = limb(
    [
      [0, bellyY + b.belly * 0.12, -half - b.belly * 0.28, b.belly * 0.6],
      [0, bellyY + b.belly * 0.06, -half * 0.75, b.belly * 0.95],
      [0, bellyY, -half * 0.1, b.belly * 0.97],
      [0, chestY, half * 0.55, b.chest],
      [0, chestY + b.chest * 0.18, half * 0.98, b.chest * 0.8],
      [0, neckY, neckZ, b.neck * 1.25],
      [0, headY - b.head * 0.25, headZ - b.head * 0.4, b.neck * 0.95],
    ],
    { sides: 14, squash: 0.82 },
  )
  const skull = ball(0, headY, headZ + b.head * 0.1, b.head * 0.84, b.head * 0.92, b.head * 1.05)
  const snout = limb(
    [
      [0, headY - b.head * 0.12, headZ + b.head * 0.3, b.head * 0.66],
      [0, headY - b.head * 0.2 - b.nod * 0.5, headZ + b.head * 0.4 + b.muzzle * 0.55, b.head * 0.46],
      [0, headY - b.head * 0.26 - b.nod, headZ + b.head * 0.45 + b.muzzle, b.head * 0.36],
    ],
    { squash: 0.9 },
  )
  const legs = [
    leg(wide, half * 0.8, chestY, stride, false),
    leg(-wide, half * 0.8, chestY, -stride, false),
    leg(wide, -half * 0.9, bellyY, -stride, true),
    leg(-wide, -half * 0.9, bellyY, stride, true),
  ]
  const wool = b.extra === 'wool'
  const skin = wool ? pale : coat
  const pieces: Piece[] = [{ shapes: [trunk, skull, snout, ...legs, both(earOf(b, headY, headZ))], colour: skin }]
  const tipY = headY - b.head * 0.26 - b.nod
  const tipZ = headZ + b.head * 0.45 + b.muzzle
  pieces.push({ shapes: [ball(0, tipY + b.head * 0.16, tipZ + b.head * 0.2, b.head * 0.2, b.head * 0.15, b.head * 0.18, 6)], colour: dark })
  pieces.push({
    shapes: [both(ball(b.head * 0.68, headY + b.head * 0.22, headZ + b.head * 0.55, b.head * 0.14, b.head * 0.14, b.head * 0.14, 6))],
    colour: dark,
    gloss: 0.8,
  })
  pieces.push(tailOf(b, top, half, coat, pale))
  pieces.push(...extraOf(b, { headY, headZ, half, top, chestY, bellyY }, random))
  return pieces
}
