import { sin, smooth } from '../../math/dmath.ts'
import { rgb } from '../../solid/palette.ts'
import { value3 } from '../noise.ts'
import { blend } from '../vector.ts'
import { type Build, tint } from './build.ts'
import { ball, both, moved, type Piece, rod } from './shape.ts'
import { type Bone, type Knot, skin } from './skin.ts'

const CELL = 0.055
/** How deep one lies that floats: its back, its eyes and its jaws stay above. */
const SUNK = 0.19

/** A crocodile on its belly, its long jaws open, in the water or on a bank. */
export const crocodile: Build = (random, colour, _, stands) => {
  const draws = stands?.pose ?? random
  const skinColour = tint(colour, draws.pick(['#687a3c', '#747c42', '#5c6e36']))
  const side = draws.chance(0.5) ? 1 : -1
  const open = draws.range(0.28, 0.5)
  const tail = (z: number) => side * sin((z + 0.6) * 1.15) * 0.34
  const leg = (hand: number, z: number, back: number): Bone => ({
    knots: [
      [hand * 0.22, 0.3, z, 0.14],
      [hand * 0.42, 0.27, z + back, 0.105],
      [hand * 0.48, 0.1, z + back + 0.12, 0.08],
      [hand * 0.52, 0.055, z + back + 0.32, 0.06],
    ],
    part: 2,
    fillet: 0.08,
  })
  const spine: Knot[] = [
    [tail(-2.7), 0.1, -2.7, 0.03],
    [tail(-2), 0.17, -2, 0.12],
    [tail(-1.3), 0.24, -1.3, 0.21],
    [0, 0.29, -0.55, 0.3],
    [0, 0.31, 0.15, 0.34],
    [0, 0.32, 0.7, 0.3],
    [0, 0.37, 1.05, 0.24],
  ]
  /** The upper jaw rises towards its tip by `open`, which ends in a bulb with the nostrils. */
  const upper = (z: number) => 0.43 + Math.max(0, z - 1.25) * open * 0.8
  const lower = (z: number) => 0.24 - Math.max(0, z - 1.25) * 0.06
  const bones: Bone[] = [
    { knots: spine, part: 0, squash: 1.18, fillet: 0.12 },
    {
      knots: [
        [0, 0.41, 0.95, 0.19],
        [0, upper(1.25), 1.25, 0.17],
        [0, upper(1.7), 1.7, 0.13],
        [0, upper(2.15), 2.15, 0.1],
        [0, upper(2.32) + 0.03, 2.32, 0.11],
      ],
      part: 1,
      squash: 1.4,
      fillet: 0.06,
    },
    {
      knots: [
        [0, 0.27, 0.95, 0.16],
        [0, lower(1.4), 1.4, 0.12],
        [0, lower(1.9), 1.9, 0.085],
        [0, lower(2.26), 2.26, 0.075],
      ],
      part: 3,
      squash: 1.6,
      fillet: 0.05,
    },
    leg(1, 0.55, 0.1),
    leg(-1, 0.55, 0.1),
    leg(1, -0.6, -0.06),
    leg(-1, -0.6, -0.06),
    ...[1, -1].map(
      (hand): Bone => ({
        knots: [
          [hand * 0.13, 0.56, 1.2, 0.085],
          [hand * 0.13, 0.57, 1.3, 0.08],
        ],
        part: 1,
        fillet: 0.06,
      }),
    ),
  ]
  const dark = blend(skinColour, [0.012, 0.014, 0.006], 0.72)
  const scutes = [-0.13, 0.13].flatMap((x) =>
    Array.from({ length: 19 }, (_row, i) => {
      const z = 0.95 - i * 0.19
      const thin = Math.max(0, -z - 0.5)
      const at = z < -0.5 ? tail(z) + x * Math.max(0.25, 1 - thin * 0.5) : x
      const y = 0.58 - thin * 0.17
      return rod([at, y - 0.08, z], [at * 1.02, y + 0.045 + (z < -0.5 ? 0.045 : 0), z - 0.09], 0.085, 0.014, 5)
    }),
  )
  const pieces: Piece[] = [
    {
      shapes: [
        skin(bones, CELL, ({ x, y, z, ny, part }) => {
          const scale = value3(x * 9, y * 9, z * 9)
          const band = smooth(0.35, 0.8, sin(z * 7.5) + (scale - 0.5) * 1.4) * smooth(-0.3, 0.3, ny)
          return [part === 3 ? 0.75 : smooth(-0.2, -0.6, ny), (part === 0 || part === 2 ? band * 0.75 : 0) + smooth(0.55, 0.9, scale) * 0.3]
        }),
      ],
      colour: skinColour,
      coat: { pale: rgb('#d8d2a0'), dark, hair: 0 },
    },
    { shapes: scutes, colour: blend(skinColour, dark, 0.55), gloss: 0.2 },
    { shapes: [ball(0, 0.34, 1.3, 0.16, 0.09, 0.26), ball(0, lower(1.8) + 0.05, 1.75, 0.09, 0.03, 0.4)], colour: rgb('#c0665e') },
    {
      shapes: [
        both(
          ...Array.from({ length: 9 }, (_tooth, i) => {
            const z = 1.42 + i * 0.095
            const x = 0.19 - i * 0.008
            return rod([x, upper(z) - 0.05, z], [x * 1.02, upper(z) - 0.17, z + 0.01], 0.034, 0.004, 5)
          }),
          ...Array.from({ length: 8 }, (_tooth, i) => {
            const z = 1.47 + i * 0.1
            const x = 0.15 - i * 0.006
            return rod([x, lower(z) + 0.02, z], [x * 1.02, lower(z) + 0.14, z + 0.01], 0.03, 0.004, 5)
          }),
        ),
      ],
      colour: rgb('#f8f2de'),
    },
    { shapes: [both(ball(0.19, 0.6, 1.27, 0.05, 0.052, 0.06, 6))], colour: rgb('#f0c828'), glow: 0.6 },
    { shapes: [both(ball(0.228, 0.605, 1.28, 0.014, 0.04, 0.02, 5))], colour: rgb('#120f0d') },
  ]
  const sunk = stands?.where === 'water' ? SUNK : 0
  return pieces.map((piece) => ({ ...piece, shapes: piece.shapes.map((shape) => moved(shape, 0, -sunk, 0)) }))
}
