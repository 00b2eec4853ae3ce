import { cos, sin, TAU } from '../../math/dmath.ts'
import { rgb } from '../../solid/palette.ts'
import { type Build, paint } from './build.ts'
import { ball, both, lathe, limb, rod, type Shape, slab, turned } from './shape.ts'

const DARK = rgb('#17171a')
const GLASS = rgb('#16242c')
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
const hub = (x: number, z: number, radius: number, half: number): Shape =>
  turned(
    lathe(
      0,
      0,
      [
        [-half, 0.01],
        [-half, radius * 0.5],
        [half, radius * 0.5],
        [half, 0.01],
      ],
      10,
    ),
    0,
    0,
    TAU / 4,
    [x, radius, z],
  )
const spoked =
  (x: number, z: number, radius: number): Shape =>
  (sink) => {
    const rim: (readonly [number, number, number, number])[] = Array.from({ length: 13 }, (_, i) => [
      x,
      radius + sin((TAU * i) / 12) * radius * 0.95,
      z + cos((TAU * i) / 12) * radius * 0.95,
      radius * 0.07,
    ])
    limb(rim, { sides: 6 })(sink)
    for (let i = 0; i < 8; i++)
      rod(
        [x, radius, z],
        [x, radius + sin((TAU * i) / 8) * radius * 0.93, z + cos((TAU * i) / 8) * radius * 0.93],
        radius * 0.035,
        radius * 0.035,
        5,
      )(sink)
  }

/** Vehicles on wheels. */
export const ROAD = {
  car: (random, colour) => {
    const main = paint(colour, random, '#b8282c', '#2c5a9a', '#e0b030', '#3c7a58', '#d8d8d4')
    return [
      {
        shapes: [
          slab(0, 0.55, 0, 0.86, 0.26, 2.05, 0.95),
          slab(0, 0.66, 1.35, 0.8, 0.12, 0.7, 0.92),
          slab(0, 1.36, -0.25, 0.62, 0.03, 0.75),
        ],
        colour: main,
        gloss: 0.7,
        flat: true,
      },
      { shapes: [slab(0, 1.07, -0.25, 0.76, 0.28, 1.12, 0.78)], colour: GLASS, gloss: 1, flat: true },
      { shapes: [both(wheel(0.8, 1.25, 0.34, 0.12), wheel(0.8, -1.25, 0.34, 0.12))], colour: DARK },
      {
        shapes: [
          both(hub(0.8, 1.25, 0.34, 0.13), hub(0.8, -1.25, 0.34, 0.13)),
          slab(0, 0.4, 2.06, 0.8, 0.06, 0.04),
          slab(0, 0.4, -2.06, 0.8, 0.06, 0.04),
        ],
        colour: STEEL,
        gloss: 0.8,
      },
      { shapes: [both(ball(0.6, 0.62, 2.04, 0.13, 0.1, 0.05))], colour: LAMP, glow: 2.5 },
      { shapes: [both(slab(0.65, 0.64, -2.06, 0.14, 0.06, 0.02))], colour: rgb('#ff2818'), glow: 1.4 },
    ]
  },
  truck: (random, colour) => [
    {
      shapes: [slab(0, 1.15, 1.9, 0.95, 0.6, 0.7, 0.94), slab(0, 0.8, 2.75, 0.85, 0.28, 0.3, 0.9)],
      colour: paint(colour, random, '#a83a2c', '#386a9a', '#d8a030'),
      gloss: 0.6,
      flat: true,
    },
    { shapes: [slab(0, 1.45, -0.75, 1.05, 0.85, 1.75)], colour: rgb('#d8d4c8'), flat: true },
    { shapes: [slab(0, 1.4, 2.0, 0.9, 0.26, 0.64, 0.9)], colour: GLASS, gloss: 1, flat: true },
    {
      shapes: [
        slab(0, 0.5, 0, 0.7, 0.1, 2.7),
        both(wheel(0.88, 2.1, 0.42, 0.14), wheel(0.88, -1.2, 0.42, 0.14), wheel(0.88, -2.05, 0.42, 0.14)),
      ],
      colour: DARK,
    },
    { shapes: [both(ball(0.6, 0.85, 3.06, 0.12, 0.12, 0.05))], colour: LAMP, glow: 2.5 },
  ],
  bus: (random, colour) => [
    {
      shapes: [slab(0, 1.4, 0, 1.15, 0.95, 3.6, 0.97)],
      colour: paint(colour, random, '#c8302c', '#e0a828', '#2c6a9a'),
      gloss: 0.5,
      flat: true,
    },
    { shapes: [slab(0, 1.75, 0, 1.17, 0.34, 3.3), slab(0, 1.6, 3.58, 0.95, 0.5, 0.06)], colour: GLASS, gloss: 1, flat: true },
    { shapes: [both(wheel(1, 2.3, 0.46, 0.14), wheel(1, -2.3, 0.46, 0.14))], colour: DARK },
    { shapes: [both(ball(0.8, 0.75, 3.62, 0.14, 0.1, 0.05))], colour: LAMP, glow: 2.5 },
  ],
  train: (random, colour) => [
    {
      shapes: [
        turned(
          lathe(
            0,
            0,
            [
              [-2.2, 0.02],
              [-2.2, 0.72],
              [2.1, 0.72],
              [2.2, 0.6],
              [2.2, 0.02],
            ],
            16,
          ),
          TAU / 4,
          0,
          0,
          [0, 1.75, 0.9],
        ),
        slab(0, 2.1, -1.9, 0.95, 0.9, 0.95),
        lathe(
          0,
          2.5,
          [
            [2.3, 0.2],
            [2.9, 0.24],
            [3.15, 0.4],
            [3.3, 0.38],
          ],
          12,
        ),
        lathe(
          0,
          1.1,
          [
            [2.35, 0.3],
            [2.65, 0.3],
            [2.8, 0.05],
          ],
          12,
        ),
      ],
      colour: paint(colour, random, '#26332c', '#7a2420', '#1e3048'),
      gloss: 0.6,
    },
    {
      shapes: [slab(0, 3.08, -1.9, 1.1, 0.08, 1.15), slab(0, 0.95, 0, 0.8, 0.12, 3), slab(0, 0.4, 3.25, 0.95, 0.28, 0.35, 0.4)],
      colour: rgb('#3a1a16'),
      flat: true,
    },
    {
      shapes: [
        both(spoked(0.86, 1.9, 0.55), spoked(0.86, 0.5, 0.55), spoked(0.86, -0.9, 0.55), rod([0.95, 0.6, 2], [0.95, 0.6, -1], 0.06)),
      ],
      colour: rgb('#a83428'),
    },
    {
      shapes: [
        lathe(
          0,
          1.85,
          [
            [2.4, 0.18],
            [2.75, 0.18],
            [2.85, 0.02],
          ],
          10,
        ),
        turned(
          lathe(
            0,
            0,
            [
              [0, 0.74],
              [0.08, 0.74],
            ],
            16,
          ),
          TAU / 4,
          0,
          0,
          [0, 1.75, 0.4],
        ),
      ],
      colour: rgb('#d0a040'),
      gloss: 0.9,
    },
    { shapes: [ball(0, 2.6, 3.1, 0.17, 0.17, 0.08)], colour: LAMP, glow: 3 },
    {
      shapes: [0, 1, 2, 3, 4].map((i) => ball(0.12 * i, 3.7 + i * 0.55, 2.4 - i * 0.75, 0.34 + i * 0.14, 0.3 + i * 0.12, 0.36 + i * 0.15)),
      colour: rgb('#d8d6d2'),
    },
    { shapes: [both(slab(0.86, 0.03, 0, 0.06, 0.04, 12))], colour: rgb('#5c564e') },
  ],
  tractor: (random, colour) => [
    {
      shapes: [
        slab(0, 1.12, 0.75, 0.34, 0.32, 0.85, 0.9),
        slab(0, 0.78, 0.1, 0.3, 0.14, 1.3),
        // mudguards over the large wheels
        both(ball(0.74, 1.32, -0.75, 0.22, 0.3, 0.82, 8)),
      ],
      colour: paint(colour, random, '#c8261c', '#2f7a2c', '#2c5aa8'),
      gloss: 0.5,
    },
    {
      shapes: [
        slab(0, 2.42, -0.62, 0.62, 0.05, 0.62, 0.92),
        both(rod([0.52, 1.3, -1.1], [0.5, 2.4, -1.1], 0.035), rod([0.52, 1.3, -0.12], [0.5, 2.4, -0.12], 0.035)),
      ],
      colour: rgb('#e8e2d0'),
    },
    {
      shapes: [
        both(wheel(0.74, -0.75, 0.82, 0.2), wheel(0.62, 1.2, 0.44, 0.13)),
        rod([0.2, 1.4, 1.1], [0.2, 2.35, 1.1], 0.045),
        rod([0, 1.3, -0.05], [0, 1.65, -0.28], 0.03),
        slab(0, 1.2, -0.75, 0.26, 0.08, 0.24),
        slab(0, 1.1, 1.61, 0.24, 0.22, 0.015),
      ],
      colour: DARK,
    },
    { shapes: [both(hub(0.74, -0.75, 0.82, 0.22), hub(0.62, 1.2, 0.44, 0.15))], colour: rgb('#e8c040') },
    { shapes: [both(ball(0.24, 1.32, 1.58, 0.08, 0.08, 0.05, 6))], colour: LAMP, glow: 0.6 },
  ],
  cart: (random, colour) => [
    {
      shapes: [
        slab(0, 0.85, -0.1, 0.6, 0.04, 0.95),
        both(slab(0.6, 1.05, -0.1, 0.03, 0.2, 0.95)),
        slab(0, 1.05, -1.04, 0.6, 0.2, 0.03),
        both(rod([0.4, 0.82, 0.8], [0.32, 0.55, 2.3], 0.04)),
      ],
      colour: WOOD,
      flat: true,
    },
    { shapes: [both(spoked(0.72, -0.1, 0.6))], colour: rgb('#4a3020') },
    { shapes: [ball(0, 1.2, -0.2, 0.52, 0.34, 0.7)], colour: paint(colour, random, '#d8b858', '#a86a34', '#7a9a44') },
  ],
  bicycle: (random, colour) => [
    { shapes: [spoked(0, 0.55, 0.34), spoked(0, -0.55, 0.34), slab(0, 0.95, -0.28, 0.07, 0.03, 0.13)], colour: DARK },
    {
      shapes: [
        rod([0, 0.34, -0.55], [0, 0.34, 0], 0.02),
        rod([0, 0.34, 0], [0, 0.92, -0.26], 0.022),
        rod([0, 0.84, -0.22], [0, 0.82, 0.42], 0.022),
        rod([0, 0.34, 0], [0, 0.8, 0.42], 0.022),
        rod([0, 0.98, 0.36], [0, 0.34, 0.55], 0.02),
        rod([-0.26, 0.99, 0.34], [0.26, 0.99, 0.34], 0.018),
        rod([0, 0.34, -0.55], [0, 0.84, -0.22], 0.018),
      ],
      colour: paint(colour, random, '#c83430', '#2c6ca8', '#3a8a5a'),
      gloss: 0.7,
    },
  ],
} as const satisfies Record<string, Build>
