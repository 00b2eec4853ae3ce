import type { Prng } from '../../math/prng.ts'
import { rgb } from '../../solid/palette.ts'
import type { Rgb, Vec3 } from '../vector.ts'
import type { InHand } from './build.ts'
import { headOf } from './hats.ts'

import { heldBy, onBack } from './held.ts'
import { OUTFITS, type Outfit } from './outfits.ts'
import { ball, both, lathe, limb, type Piece, rod, type Shape } from './shape.ts'

export type FigureName = keyof typeof OUTFITS

const SKINS = ['#f0c8a8', '#d8a07c', '#a8714c', '#6c4430', '#8a5a3c', '#e4b48c']
const HAIRS = ['#2a1c14', '#4c2e1a', '#8a5c2c', '#b8a078', '#1a1614', '#7c3018']

/** A standing person of 1.75 m, drawn at `height`. */
export function figure(name: FigureName, random: Prng, colour: Rgb | null, inHand?: InHand | null): Piece[] {
  const holds = inHand?.thing === 'nothing' ? undefined : inHand?.thing
  const o: Outfit = inHand ? { ...OUTFITS[name], holds } : OUTFITS[name]
  const k = (o.height ?? 1.75) / 1.75
  const skin = rgb(o.skin ?? random.pick(SKINS))
  const hair = rgb(o.hair === 'beard' ? random.pick(['#d8d4cc', '#8a7c6c', '#5c3a20']) : random.pick(HAIRS))
  const cloth = colour ?? rgb(o.cloth)
  const second = rgb(o.second)
  const dark = rgb('#17130f')
  const hard = o.dress === 'plate' || o.dress === 'metal'
  const wide = o.dress === 'plate' || o.dress === 'suit' || o.dress === 'metal' ? 1.18 : 1
  const child = (o.height ?? 1.75) < 1.3 ? 1.3 : 1
  const p = (x: number, y: number, z: number): Vec3 => [x * k, y * k, z * k]
  const knot = (x: number, y: number, z: number, r: number): [number, number, number, number] => [x * k, y * k, z * k, r * k]
  const step = random.range(0.02, 0.14)
  const raised = o.holds !== undefined
  const pieces: Piece[] = []
  const legs = [1, -1].map((side) =>
    limb([
      knot(side * 0.1, 0.92, 0, 0.1 * wide),
      knot(side * 0.115, 0.5, side * step * 0.6 + 0.02, 0.075 * wide),
      knot(side * 0.12, 0.1, side * step, 0.055 * wide),
    ]),
  )
  const shoes = [1, -1].map((side) => ball(side * 0.12 * k, 0.05 * k, (side * step + 0.05) * k, 0.06 * k, 0.05 * k, 0.125 * k, 6))
  const torso = limb(
    [knot(0, 0.9, 0, 0.155 * wide), knot(0, 1.12, 0, 0.135 * wide), knot(0, 1.34, 0, 0.165 * wide), knot(0, 1.45, -0.01, 0.11)],
    { squash: 1.25 },
  )
  const hand: Vec3 = raised ? p(0.34, 1.12, 0.26) : p(0.3, 0.82, 0.06)
  const arms = [
    limb([
      knot(0.2 * wide, 1.4, 0, 0.062 * wide),
      raised ? knot(0.33, 1.16, 0.02, 0.055 * wide) : knot(0.28, 1.1, -0.03, 0.05 * wide),
      [hand[0], hand[1], hand[2], 0.042 * k * wide],
    ]),
    limb([knot(-0.2 * wide, 1.4, 0, 0.062 * wide), knot(-0.28, 1.1, -0.03, 0.05 * wide), knot(-0.28, 0.84, 0.07, 0.042 * wide)]),
  ]
  const hands = [
    ball(hand[0], hand[1] - 0.02 * k, hand[2], 0.05 * k, 0.06 * k, 0.05 * k, 6),
    ball(-0.28 * k, 0.8 * k, 0.08 * k, 0.05 * k, 0.06 * k, 0.05 * k, 6),
  ]
  const headY = 1.62
  const head = ball(0, headY * k, 0.01 * k, 0.1 * k * child, 0.125 * k * child, 0.115 * k * child)
  const neck = rod(p(0, 1.42, -0.01), p(0, 1.54, 0), 0.05 * k)

  if (o.dress === 'robe' || o.dress === 'gown') {
    const hem = o.dress === 'gown' ? 0.4 : 0.32
    const skirt = lathe(
      0,
      0,
      [
        [0.02 * k, hem * k],
        [0.1 * k, (hem + 0.01) * k],
        [0.5 * k, hem * 0.72 * k],
        [0.98 * k, 0.16 * k],
        [1.05 * k, 0.15 * k],
      ],
      16,
      0.86,
    )
    pieces.push({ shapes: [skirt, torso, ...arms], colour: cloth })
    pieces.push({
      shapes: [
        lathe(
          0,
          0,
          [
            [0.98 * k, 0.175 * k],
            [1.04 * k, 0.172 * k],
          ],
          14,
          0.86,
        ),
        lathe(
          0,
          0,
          [
            [0.02 * k, (hem + 0.008) * k],
            [0.09 * k, (hem + 0.012) * k],
          ],
          16,
          0.86,
        ),
      ],
      colour: second,
    })
    pieces.push({ shapes: [neck, head, ...hands], colour: skin })
  } else if (hard) {
    const guards: Shape[] = [
      both(ball(0.23 * k, 1.4 * k, 0, 0.115 * k, 0.1 * k, 0.12 * k, 6)),
      both(ball(0.115 * k, 0.52 * k, 0.04 * k, 0.085 * k, 0.09 * k, 0.085 * k, 6)),
    ]
    pieces.push({ shapes: [torso, ...arms, ...legs, ...guards, ...(o.dress === 'metal' ? hands : [])], colour: cloth, gloss: 0.75 })
    pieces.push({
      shapes: [
        lathe(
          0,
          0,
          [
            [0.72 * k, 0.23 * k],
            [0.94 * k, 0.185 * k],
            [1 * k, 0.175 * k],
          ],
          12,
          0.86,
        ),
        ...shoes,
      ],
      colour: second,
      gloss: 0.2,
    })
    if (o.dress === 'plate') pieces.push({ shapes: [neck, head, ...hands], colour: skin })
  } else {
    pieces.push({ shapes: [torso, ...arms, ...(o.dress === 'suit' ? [...legs, ...hands] : [])], colour: cloth })
    pieces.push({
      shapes: o.dress === 'suit' ? [both(rod(p(0.2, 1.44, 0.1), p(0.1, 1.0, 0.14), 0.02 * k)), ...shoes] : legs,
      colour: second,
    })
    pieces.push({ shapes: [neck, head, ...(o.dress === 'suit' ? [] : hands)], colour: skin })
  }
  if (!hard && o.dress !== 'suit' && o.dress !== 'robe' && o.dress !== 'gown') pieces.push({ shapes: shoes, colour: rgb('#2e2018') })
  pieces.push(...headOf(o, k, headY, child, { skin, hair, cloth, second, dark }))
  pieces.push(...heldBy(o, k, hand, { cloth: inHand?.colour ?? cloth, second, dark, named: inHand?.colour ?? null }))
  pieces.push(...onBack(o, k, { cloth, second }))
  return pieces
}
