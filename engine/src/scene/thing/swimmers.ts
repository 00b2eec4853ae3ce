import { cos, sin, TAU } from '../../math/dmath.ts'
import { rgb } from '../../solid/palette.ts'
import type { Rgb, Vec3 } from '../vector.ts'
import { type Build, eyes, tint } from './build.ts'
import { ball, both, limb, type Piece, rod, type Shape, sheet } from './shape.ts'

function fishShape(main: Rgb, belly: Rgb, length: number, deep: number, upright: boolean): Piece[] {
  const l = length / 2
  const v = (x: number, y: number, z: number): Vec3 => [x * length, y * length, z * length]
  const tail = upright
    ? [sheet(v(0, 0, -0.46), v(0, 0.2, -0.62), v(0, 0.02, -0.54)), sheet(v(0, 0, -0.46), v(0, -0.18, -0.62), v(0, -0.02, -0.54))]
    : [both(sheet(v(0, 0.02, -0.46), v(0.2, 0.03, -0.6), v(0.02, 0.02, -0.54)))]
  return [
    {
      shapes: [
        limb(
          [
            [0, 0, -l, deep * 0.16],
            [0, 0, -l * 0.5, deep * 0.62],
            [0, 0, l * 0.15, deep],
            [0, 0, l * 0.7, deep * 0.8],
            [0, 0, l * 0.95, deep * 0.4],
          ],
          { sides: 12, squash: 0.85 },
        ),
        ...tail,
      ],
      colour: main,
      gloss: 0.5,
    },
    { shapes: [ball(0, -deep * 0.3, l * 0.2, deep * 0.72, deep * 0.75, l * 0.72)], colour: belly, gloss: 0.4 },
    eyes(deep * 0.6, deep * 0.12, l * 0.72, deep * 0.09),
  ]
}

/** A fish, whale or dolphin in the air above the water, turned as in a leap. */
const leaping = (pieces: readonly Piece[], rise: number, lean: number): Piece[] =>
  pieces.map((piece) => ({
    ...piece,
    shapes: piece.shapes.map(
      (shape): Shape =>
        (sink) =>
          shape({
            vertex: (x, y, z, nx, ny, nz) => {
              // bends along an arc of a circle, nose up
              const c = cos(lean)
              const s = sin(lean)
              return sink.vertex(x, y * c + z * s + rise, z * c - y * s, nx, ny * c + nz * s, nz * c - ny * s)
            },
            triangle: sink.triangle,
          }),
    ),
  }))

const splash = (radius: number): Piece => ({
  shapes: Array.from({ length: 16 }, (_, i) => {
    const angle = (TAU * i) / 16
    const r = radius * (0.8 + 0.25 * ((i * 7) % 5) * 0.2)
    return ball(cos(angle) * r, 0.05, sin(angle) * r, radius * 0.14, radius * (0.12 + 0.09 * ((i * 3) % 4)), radius * 0.14, 5)
  }),
  colour: rgb('#e8f4f8'),
  surface: true,
})

/** Animals in and on the water. */
export const SWIMMERS = {
  whale: (_, colour) => [
    ...leaping(
      [
        ...fishShape(tint(colour, '#3c5468'), rgb('#c8d0d4'), 9, 1.35, false),
        { shapes: [both(sheet([0.9, -0.3, 1.4], [3, -0.9, 0.4], [2.6, -0.85, -0.1], [0.9, -0.4, 0.4]))], colour: tint(colour, '#3c5468') },
      ],
      2.3,
      0.85,
    ),
    splash(2.2),
  ],
  dolphin: (_, colour) => [
    ...leaping(
      [
        ...fishShape(tint(colour, '#6c8090'), rgb('#d8dee0'), 2.3, 0.3, false),
        {
          shapes: [
            limb([
              [0, -0.02, 0.95, 0.1],
              [0, -0.05, 1.3, 0.05],
            ]),
            sheet([0, 0.26, 0.15], [0, 0.56, -0.2], [0, 0.24, -0.2]),
            both(sheet([0.22, -0.1, 0.4], [0.62, -0.3, 0.1], [0.22, -0.12, 0.15])),
          ],
          colour: tint(colour, '#6c8090'),
        },
      ],
      1.15,
      0.5,
    ),
    splash(0.5),
  ],
  fish: (random, colour) => [
    ...leaping(
      fishShape(tint(colour, random.pick(['#e0782c', '#4a90b8', '#c8503c'])), rgb('#f0e4c8'), 0.9, 0.17, true),
      0.6,
      random.range(0.2, 0.8),
    ),
    splash(0.25),
  ],
  swan: (_, colour) => [
    {
      shapes: [
        ball(0, 0.22, -0.05, 0.26, 0.24, 0.5),
        limb([
          [0, 0.3, 0.35, 0.1],
          [0, 0.62, 0.5, 0.06],
          [0, 0.95, 0.38, 0.05],
          [0, 1, 0.55, 0.062],
        ]),
        both(
          limb([
            [0.18, 0.36, 0.2, 0.1],
            [0.25, 0.46, -0.25, 0.14],
            [0.16, 0.42, -0.7, 0.03],
          ]),
        ),
      ],
      colour: tint(colour, '#f4f2ec'),
    },
    {
      shapes: [
        limb([
          [0, 0.98, 0.6, 0.035],
          [0, 0.93, 0.74, 0.02],
        ]),
      ],
      colour: rgb('#e08030'),
    },
    eyes(0.045, 1.03, 0.57, 0.014),
  ],
  duck: (_, colour) => [
    {
      shapes: [
        ball(0, 0.1, 0, 0.14, 0.12, 0.25),
        limb([
          [0, 0.14, -0.2, 0.06],
          [0, 0.22, -0.32, 0.02],
        ]),
      ],
      colour: tint(colour, '#7c6450'),
    },
    { shapes: [ball(0, 0.3, 0.2, 0.075, 0.08, 0.085), rod([0, 0.16, 0.15], [0, 0.28, 0.19], 0.05)], colour: rgb('#1f5c3c') },
    { shapes: [ball(0, 0.28, 0.31, 0.035, 0.014, 0.06, 6)], colour: rgb('#e0a030') },
    eyes(0.06, 0.33, 0.25, 0.012),
  ],
} as const satisfies Record<string, Build>
