import { cos, sin, smooth, TAU } from '../../math/dmath.ts'
import { rgb } from '../../solid/palette.ts'
import { blend } from '../vector.ts'
import { type Build, tint } from './build.ts'
import { ball, both, limb, moved, type Piece, rod, sheet, turned } from './shape.ts'
import { type Bone, skin } from './skin.ts'

const CELL = 0.05

const BODY: readonly Bone[] = [
  {
    knots: [
      [0, 0.14, 1.9, 0.05],
      [0, 0.12, 1.6, 0.18],
      [0, 0.08, 1.15, 0.33],
      [0, 0, 0.45, 0.47],
      [0, -0.01, -0.35, 0.42],
      [0, 0.01, -1.1, 0.23],
      [0, 0.03, -1.6, 0.11],
      [0, 0.05, -1.85, 0.07],
    ],
    part: 0,
    squash: 0.86,
    fillet: 0.1,
  },
]

/** The lower jaw, dropped by `open`. */
const jawOf = (open: number): Bone => ({
  knots: [
    [0, -0.2, 0.8, 0.26],
    [0, -0.24 - open * 0.38, 1.2, 0.18],
    [0, -0.22 - open * 0.72, 1.46, 0.09],
  ],
  part: 1,
  squash: 1.15,
  fillet: 0.12,
})

/** A great white: grey above and white below, a high fin, gills, teeth. Its middle is at the origin. */
function sharkPieces(back: ReturnType<typeof rgb>, open: number): Piece[] {
  const dark = blend(back, [0.01, 0.012, 0.015], 0.45)
  const hide = { pale: rgb('#f2f4f4'), dark, hair: 0 }
  const rim = (t: number): readonly [number, number] => {
    const angle = (t - 0.5) * 2.5
    return [sin(angle) * 0.235, 1.02 + cos(angle) * 0.5]
  }
  return [
    {
      shapes: [
        skin([...BODY, jawOf(open)], CELL, ({ y, z, part, ny }) => [
          part === 1 ? 1 : smooth(0.02, -0.09, y + sin(z * 5) * 0.025 - Math.max(0, z - 0.9) * 0.06),
          smooth(0.5, 1, ny) * 0.5,
        ]),
      ],
      colour: back,
      coat: hide,
    },
    {
      shapes: [
        sheet([0, 0.4, 0.5], [0, 0.78, 0.12], [0, 1.22, -0.22], [0, 0.82, -0.2], [0, 0.56, -0.26], [0, 0.38, -0.4]),
        sheet([0, 0.2, -1.12], [0, 0.36, -1.3], [0, 0.2, -1.34]),
        sheet([0, 0.06, -1.62], [0, 0.5, -1.95], [0, 1.02, -2.4], [0, 0.5, -2.16], [0, 0.22, -2.04], [0, 0.04, -1.92]),
        sheet([0, 0.02, -1.64], [0, -0.3, -1.96], [0, -0.66, -2.2], [0, -0.24, -2.04], [0, 0.04, -1.9]),
        both(sheet([0.32, -0.14, 0.62], [0.76, -0.34, 0.3], [1.2, -0.54, -0.16], [0.84, -0.38, -0.06], [0.34, -0.2, 0.12])),
        both(sheet([0.12, -0.2, -0.86], [0.34, -0.36, -1.1], [0.12, -0.2, -1.16])),
      ],
      colour: dark,
      gloss: 0.4,
      flat: true,
    },
    // the mouth: red inside, rows of teeth above and below
    { shapes: [ball(0, -0.13 - open * 0.12, 1.04, 0.22, 0.08 + open * 0.17, 0.32)], colour: rgb('#5a151a') },
    {
      shapes: [
        ...Array.from({ length: 15 }, (_, i) => {
          const [x, z] = rim(i / 14)
          return rod([x, -0.06, z], [x * 0.94, -0.2, z - 0.01], 0.045, 0.004, 5)
        }),
        ...Array.from({ length: 11 }, (_, i) => {
          const [x, z] = rim(0.1 + (i / 10) * 0.8)
          const down = -0.16 - open * 0.54 - (z - 1.2) * open * 0.9
          return rod([x * 0.82, down, z - 0.08], [x * 0.78, down + 0.12, z - 0.08], 0.036, 0.004, 5)
        }),
      ],
      colour: rgb('#fbfaf4'),
    },
    {
      shapes: [
        both(
          ...[0, 1, 2, 3, 4].map((i) =>
            limb(
              [
                [0.33 + i * 0.012, 0.17, 0.86 - i * 0.085, 0.014],
                [0.395 + i * 0.006, 0.02, 0.9 - i * 0.085, 0.016],
                [0.36 + i * 0.008, -0.17, 0.84 - i * 0.085, 0.014],
              ],
              { sides: 5 },
            ),
          ),
        ),
      ],
      colour: rgb('#20282e'),
    },
    { shapes: [both(ball(0.225, 0.17, 1.36, 0.05, 0.052, 0.055, 6))], colour: rgb('#0b0c0e'), gloss: 0.9 },
  ]
}

/** White water where it breaks the surface. */
function spray(x: number, z: number, radius: number, stretch: number): Piece {
  return {
    shapes: Array.from({ length: 20 }, (_, i) => {
      const angle = (TAU * i) / 20
      const r = radius * (0.8 + 0.06 * ((i * 7) % 5))
      return ball(
        x + cos(angle) * r,
        0.03,
        z + sin(angle) * r * stretch,
        radius * 0.16,
        radius * (0.06 + 0.08 * ((i * 3) % 4)),
        radius * 0.16,
        5,
      )
    }),
    colour: rgb('#eef6fa'),
    surface: true,
  }
}

/** A shark: in the open it swims with its fins and its jaws out of the water or leaps from it; under water it glides. */
export const shark: Build = (random, colour, _, stands) => {
  const draws = stands?.pose ?? random
  const back = tint(colour, '#5c6b78')
  const leaps = draws.chance(0.5)
  const open = draws.range(0.55, 0.9)
  const bank = draws.range(-0.12, 0.12)
  const put = (pieces: readonly Piece[], lean: number, roll: number, y: number, z: number): Piece[] =>
    pieces.map((piece) => ({ ...piece, shapes: piece.shapes.map((shape) => moved(turned(shape, -lean, 0, roll), 0, y, z)) }))
  if (stands?.where === 'air') return put(sharkPieces(back, open * 0.5), draws.range(-0.05, 0.12), bank, 0.75, 0)
  if (leaps) return [...put(sharkPieces(back, open), draws.range(0.5, 0.72), bank, 0.85, 0.1), spray(0, -0.45, 0.62, 1.3)]
  return [...put(sharkPieces(back, open), 0.2, bank * 0.5, 0.02, 0), spray(0, 1.25, 0.42, 0.8), spray(0, -0.1, 0.46, 2)]
}
