import { rgb } from '../../solid/palette.ts'
import type { Rgb } from '../vector.ts'
import { bareHead, type Face } from './head.ts'
import type { Outfit } from './outfits.ts'
import { ball, both, lathe, limb, type Piece, rod, sheet, slab } from './shape.ts'

type Colours = { readonly skin: Rgb; readonly hair: Rgb; readonly cloth: Rgb; readonly second: Rgb; readonly dark: Rgb }

type Flat = readonly [x: number, z: number]
/** The sides of a three-cornered hat: from one corner to the next, and where the brim meets the crown between them. */
const TRICORN: readonly (readonly [from: Flat, to: Flat, lowX: number, lowZ: number])[] = [
  [[0.25, -0.08], [0, 0.25], 0.105, 0.07],
  [[0, 0.25], [-0.25, -0.08], -0.105, 0.07],
  [[-0.25, -0.08], [0.25, -0.08], 0, -0.12],
]

/** Heads are a little larger than in life: a face is the first that is looked for. */
const LARGER = 1.1

/** Head, hair and what is on it. */
export function headOf(o: Outfit, face: Face, k: number, y: number, child: number, c: Colours): Piece[] {
  const at = (v: number) => (y + v) * k
  const r = k * child * LARGER
  const found: Piece[] = []
  if (o.dress === 'metal') {
    found.push({
      shapes: [slab(0, at(0.01), 0, 0.13 * r, 0.14 * r, 0.12 * r, 0.86), rod([0, at(0.14), 0], [0, at(0.3), 0], 0.012 * k)],
      colour: c.cloth,
      gloss: 0.7,
    })
    found.push({
      shapes: [both(ball(0.05 * r, at(0.03), 0.115 * r, 0.032 * r, 0.032 * r, 0.02 * r, 6)), ball(0, at(0.31), 0, 0.03 * k)],
      colour: rgb('#5ee0ff'),
      glow: 2.2,
    })
    return found
  }
  if (o.hat !== 'bubble') found.push(...bareHead(face, k, r, at, o.hat !== undefined && o.hat !== 'crown', c))
  switch (o.hat) {
    case 'pointed':
      found.push({
        shapes: [
          lathe(
            0,
            -0.01 * k,
            [
              [at(0.07), 0.24 * r],
              [at(0.09), 0.235 * r],
              [at(0.1), 0.125 * r],
              [at(0.28), 0.075 * r],
              [at(0.48), 0.008 * r],
            ],
            16,
          ),
        ],
        colour: c.cloth,
      })
      found.push({
        shapes: [
          lathe(
            0,
            -0.01 * k,
            [
              [at(0.1), 0.128 * r],
              [at(0.13), 0.12 * r],
            ],
            14,
          ),
        ],
        colour: c.second,
      })
      break
    case 'crown':
      found.push({
        shapes: [
          lathe(
            0,
            0,
            [
              [at(0.07), 0.108 * r],
              [at(0.13), 0.115 * r],
            ],
            14,
          ),
          ...Array.from({ length: 6 }, (_, i) =>
            ball(
              [0.11, 0.055, -0.055, -0.11, -0.055, 0.055][i]! * r,
              at(0.155),
              [0, 0.095, 0.095, 0, -0.095, -0.095][i]! * r,
              0.022 * r,
              0.04 * r,
              0.022 * r,
              6,
            ),
          ),
        ],
        colour: rgb('#e0b030'),
        gloss: 0.8,
      })
      break
    case 'helm':
      found.push({
        shapes: [
          lathe(
            0,
            0,
            [
              [at(-0.13), 0.115 * r],
              [at(0.05), 0.128 * r],
              [at(0.13), 0.1 * r],
              [at(0.18), 0.02 * r],
            ],
            14,
          ),
        ],
        colour: rgb('#a8acb2'),
        gloss: 0.75,
      })
      found.push({ shapes: [slab(0, at(0.02), 0.122 * r, 0.075 * r, 0.012 * r, 0.012 * r)], colour: c.dark })
      found.push({
        shapes: [
          limb([
            [0, at(0.17), -0.02 * k, 0.025 * k],
            [0, at(0.28), -0.09 * k, 0.045 * k],
            [0, at(0.18), -0.22 * k, 0.02 * k],
          ]),
        ],
        colour: c.second,
      })
      break
    case 'horned':
      found.push({
        shapes: [
          lathe(
            0,
            -0.01 * k,
            [
              [at(0.03), 0.122 * r],
              [at(0.1), 0.115 * r],
              [at(0.17), 0.02 * r],
            ],
            14,
          ),
        ],
        colour: rgb('#7c7468'),
        gloss: 0.5,
      })
      found.push({
        shapes: [
          both(
            limb([
              [0.1 * k, at(0.09), 0, 0.035 * k],
              [0.2 * k, at(0.13), 0, 0.028 * k],
              [0.24 * k, at(0.27), 0, 0.006 * k],
            ]),
          ),
        ],
        colour: rgb('#e4d8bc'),
      })
      break
    case 'straw':
      found.push({
        shapes: [
          lathe(
            0,
            0,
            [
              [at(0.06), 0.25 * r],
              [at(0.085), 0.14 * r],
              [at(0.165), 0.118 * r],
              [at(0.195), 0.01 * r],
            ],
            16,
          ),
        ],
        colour: rgb('#d8b868'),
      })
      break
    case 'hood':
      found.push({
        shapes: [
          ball(0, at(0.02), -0.035 * k, 0.138 * r, 0.15 * r, 0.135 * r),
          ball(0, at(-0.15), -0.02 * k, 0.17 * k, 0.08 * k, 0.14 * k),
        ],
        colour: c.cloth,
      })
      break
    case 'bubble':
      found.push({ shapes: [ball(0, at(0.01), 0, 0.175 * k, 0.18 * k, 0.175 * k, 10)], colour: c.cloth, gloss: 0.4 })
      found.push({ shapes: [ball(0, at(0.015), 0.06 * k, 0.145 * k, 0.115 * k, 0.135 * k, 10)], colour: rgb('#c08a2c'), gloss: 1 })
      break
    case 'tricorn':
      found.push({
        shapes: [
          lathe(
            0,
            0,
            [
              [at(0.06), 0.124 * r],
              [at(0.18), 0.104 * r],
              [at(0.2), 0.01 * r],
            ],
            12,
          ),
          // a brim turned up on three sides between its corners
          ...TRICORN.map(([from, to, lowX, lowZ]) =>
            sheet(
              [from[0] * r, at(0.07), from[1] * r],
              [lowX * r, at(0.06), lowZ * r],
              [to[0] * r, at(0.07), to[1] * r],
              [lowX * 1.35 * r, at(0.19), lowZ * 1.35 * r],
            ),
          ),
        ],
        colour: c.dark,
      })
      break
    case 'kabuto':
      found.push({
        shapes: [
          lathe(
            0,
            -0.01 * k,
            [
              [at(-0.1), 0.2 * r],
              [at(0.04), 0.13 * r],
              [at(0.12), 0.11 * r],
              [at(0.16), 0.01 * r],
            ],
            14,
          ),
        ],
        colour: c.cloth,
        gloss: 0.6,
      })
      found.push({
        shapes: [
          both(
            limb([
              [0.02 * k, at(0.1), 0.12 * k, 0.018 * k],
              [0.1 * k, at(0.2), 0.12 * k, 0.016 * k],
              [0.15 * k, at(0.34), 0.1 * k, 0.004 * k],
            ]),
          ),
        ],
        colour: rgb('#e0b030'),
        gloss: 0.8,
      })
      break
    case 'turban':
      found.push({
        shapes: [0, 1, 2].map((i) =>
          ball(0, at(0.08 + i * 0.045), -0.01 * k, (0.15 - i * 0.025) * r, 0.045 * r, (0.155 - i * 0.025) * r, 6),
        ),
        colour: rgb('#efe4c8'),
      })
      found.push({ shapes: [ball(0, at(0.1), 0.14 * r, 0.028 * r, 0.034 * r, 0.02 * r, 6)], colour: rgb('#c02838'), gloss: 0.9 })
      break
    case 'scarf':
      found.push({
        shapes: [
          ball(0, at(0.045), -0.025 * k, 0.124 * r, 0.125 * r, 0.128 * r),
          ball(0, at(-0.11), -0.03 * k, 0.105 * r, 0.055 * r, 0.1 * r),
        ],
        colour: c.second,
      })
      break
    case 'beret':
      found.push({ shapes: [ball(0.03 * k, at(0.122), -0.015 * k, 0.15 * r, 0.052 * r, 0.14 * r)], colour: c.second })
      break
    case 'cap':
      found.push({
        shapes: [
          ball(0, at(0.085), -0.018 * k, 0.126 * r, 0.09 * r, 0.132 * r),
          ball(0, at(0.065), 0.12 * r, 0.085 * r, 0.014 * r, 0.075 * r),
        ],
        colour: c.cloth,
      })
      break
    default:
  }
  return found
}
