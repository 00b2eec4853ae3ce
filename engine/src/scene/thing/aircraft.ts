import { cos, sin, TAU } from '../../math/dmath.ts'
import { rgb } from '../../solid/palette.ts'
import { type Build, paint } from './build.ts'
import { ball, both, lathe, limb, moved, rod, type Shape, sheet, slab, turned } from './shape.ts'

const DARK = rgb('#17171a')
const STEEL = rgb('#9ca2a8')
const WOOD = rgb('#6a4526')
const LAMP = rgb('#fff0c0')

/** A wheel standing across x. */
const wheel = (x: number, z: number, radius: number, half: number): Shape =>
  turned(
    lathe(
      0,
      0,
      [
        [-half, radius * 0.6],
        [-half, radius],
        [half, radius],
        [half, radius * 0.6],
      ],
      14,
    ),
    0,
    0,
    TAU / 4,
    [x, radius, z],
  )
/** Vehicles of air and space. */
export const AIRCRAFT = {
  balloon: (random, colour) => {
    const main = paint(colour, random, '#d0342c', '#e0922c', '#2c6cb0', '#7a3a9a')
    const profile = [
      [2.6, 0.5],
      [3.4, 1.35],
      [4.6, 2.3],
      [6, 2.75],
      [7.3, 2.4],
      [8.2, 1.4],
      [8.5, 0.05],
    ] as const
    const gores =
      (odd: boolean): Shape =>
      (sink) => {
        for (let k = 1; k < profile.length; k++)
          for (let s = odd ? 1 : 0; s < 16; s += 2) {
            const at = (j: number, t: number) => {
              const [y, r] = profile[j]!
              const a = (TAU * t) / 16
              const [ya] = profile[Math.max(0, j - 1)]!
              const [yb] = profile[Math.min(profile.length - 1, j + 1)]!
              const lean = profile[Math.max(0, j - 1)]![1] - profile[Math.min(profile.length - 1, j + 1)]![1]
              const n = Math.sqrt((yb - ya) * (yb - ya) + lean * lean)
              return sink.vertex(cos(a) * r, y, sin(a) * r, (cos(a) * (yb - ya)) / n, lean / n, (sin(a) * (yb - ya)) / n)
            }
            const [p, q, r, t] = [at(k - 1, s), at(k - 1, s + 1), at(k, s + 1), at(k, s)]
            sink.triangle(p, q, r)
            sink.triangle(p, r, t)
          }
      }
    return [
      { shapes: [gores(false)], colour: main },
      { shapes: [gores(true)], colour: rgb('#f0e4c8') },
      { shapes: [slab(0, 0.5, 0, 0.5, 0.42, 0.5), slab(0, 0.93, 0, 0.55, 0.05, 0.55)], colour: rgb('#7a5028'), flat: true },
      {
        shapes: [
          [1, 1],
          [1, -1],
          [-1, 1],
          [-1, -1],
        ].map(([x, z]) => rod([x! * 0.45, 0.95, z! * 0.45], [x! * 0.5, 2.9, z! * 0.5], 0.025, 0.02, 5)),
        colour: DARK,
      },
      { shapes: [ball(0, 2.2, 0, 0.14, 0.3, 0.14)], colour: rgb('#ffb040'), glow: 3, reach: 6 },
    ]
  },
  airship: (random, colour) => [
    {
      shapes: [
        limb(
          [
            [0, 2, -5.2, 0.35],
            [0, 2, -3.2, 1.3],
            [0, 2, 0, 1.75],
            [0, 2, 3.4, 1.25],
            [0, 2, 5.2, 0.3],
          ],
          { sides: 14 },
        ),
        sheet([0, 2.2, -3.6], [0, 4.2, -5.6], [0, 2.2, -5.4]),
        both(sheet([0.2, 2, -3.6], [2.2, 2, -5.6], [0.2, 2, -5.4])),
        sheet([0, 1.8, -3.6], [0, 0.2, -5.6], [0, 1.8, -5.4]),
      ],
      colour: paint(colour, random, '#b89a68', '#8a3a34', '#4c6a80'),
    },
    { shapes: [slab(0, 0.05, 0.6, 0.42, 0.32, 1.4, 1.15)], colour: WOOD, flat: true },
    { shapes: [both(...[0, 1, 2, 3].map((i) => slab(0.46, 0.12, 1.5 - i * 0.6, 0.02, 0.1, 0.16)))], colour: LAMP, glow: 1.8 },
    {
      shapes: [
        both(
          rod([0.45, 0.2, 0], [1.3, 0.6, -0.4], 0.05),
          ball(1.35, 0.6, -0.5, 0.2, 0.2, 0.4),
          moved(slab(0, 0, 0, 0.03, 0.5, 0.03), 1.35, 0.6, -0.95),
        ),
      ],
      colour: STEEL,
      gloss: 0.6,
    },
  ],
  ufo: (random, colour) => [
    {
      shapes: [
        lathe(
          0,
          0,
          [
            [0.1, 0.4],
            [0.35, 1.9],
            [0.5, 2.1],
            [0.65, 1.9],
            [0.95, 0.8],
          ],
          20,
        ),
      ],
      colour: paint(colour, random, '#8c949c', '#6a7a88'),
      gloss: 0.8,
    },
    { shapes: [ball(0, 0.95, 0, 0.78, 0.6, 0.78, 10)], colour: rgb('#1f4a54'), gloss: 1 },
    {
      shapes: Array.from({ length: 10 }, (_, i) => ball(cos((TAU * i) / 10) * 1.75, 0.32, sin((TAU * i) / 10) * 1.75, 0.13, 0.1, 0.13, 6)),
      colour: rgb('#7cffc8'),
      glow: 3,
      reach: 11,
    },
  ],
  rocket: (random, colour) => [
    {
      shapes: [
        lathe(
          0,
          0,
          [
            [1, 0.55],
            [2.2, 0.8],
            [4.2, 0.82],
            [5.6, 0.6],
          ],
          16,
        ),
      ],
      colour: rgb('#e4e2de'),
      gloss: 0.5,
    },
    {
      shapes: [
        lathe(
          0,
          0,
          [
            [5.6, 0.61],
            [6.6, 0.28],
            [7.3, 0.02],
          ],
          16,
        ),
        lathe(
          0,
          0,
          [
            [2.5, 0.825],
            [2.75, 0.83],
          ],
          16,
        ),
        ...[0, 1, 2].map((i) => turned(sheet([0.5, 2.3, 0], [1.7, 0.9, 0], [1.75, 0, 0], [0.55, 1, 0]), 0, (TAU * i) / 3, 0)),
      ],
      colour: paint(colour, random, '#c82c28', '#d87a24', '#2c5aa0'),
      gloss: 0.5,
    },
    { shapes: [ball(0, 4.6, 0.72, 0.3, 0.3, 0.14)], colour: rgb('#2c5a74'), gloss: 1 },
    {
      shapes: [
        lathe(
          0,
          0,
          [
            [0.55, 0.42],
            [1, 0.5],
          ],
          12,
        ),
      ],
      colour: DARK,
    },
  ],
  plane: (random, colour) => [
    {
      shapes: [
        limb(
          [
            [0, 0.1, -3, 0.1],
            [0, 0, -1, 0.42],
            [0, 0, 1.2, 0.55],
            [0, 0, 2.1, 0.42],
          ],
          { sides: 12 },
        ),
        sheet([-4, 0.35, 0.9], [4, 0.35, 0.9], [4, 0.3, -0.2], [-4, 0.3, -0.2]),
        sheet([-1.3, 0.25, -2.5], [1.3, 0.25, -2.5], [1.3, 0.25, -3.1], [-1.3, 0.25, -3.1]),
        sheet([0, 0.2, -2.4], [0, 1.2, -3.1], [0, 0.2, -3.2]),
      ],
      colour: paint(colour, random, '#c8342c', '#e0b02c', '#3a6a9a'),
      gloss: 0.4,
    },
    {
      shapes: [
        sheet([-3.4, 1.35, 1], [3.4, 1.35, 1], [3.4, 1.3, 0], [-3.4, 1.3, 0]),
        both(rod([2.4, 0.35, 0.5], [2.4, 1.33, 0.6], 0.04), rod([0.4, 0.4, 0.6], [0.5, 1.33, 0.6], 0.04)),
      ],
      colour: rgb('#e8dcc0'),
    },
    {
      shapes: [
        ball(0, 0, 2.15, 0.14, 0.14, 0.25),
        slab(0, 0, 2.35, 0.07, 1, 0.03),
        both(wheel(0.6, 1, 0.26, 0.08)),
        ball(0, 0.5, -0.2, 0.22, 0.26, 0.22),
      ].map((shape, i) => (i === 2 ? moved(shape, 0, -1, 0) : shape)),
      colour: DARK,
    },
  ],
} as const satisfies Record<string, Build>
