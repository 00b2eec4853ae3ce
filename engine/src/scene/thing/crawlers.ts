import { cos, sin, TAU } from '../../math/dmath.ts'
import { rgb } from '../../solid/palette.ts'

import { type Build, eyes, tint } from './build.ts'
import { ball, both, lathe, limb, rod } from './shape.ts'

type Knot = readonly [number, number, number, number]

/** Other animals on the ground. */
export const CRAWLERS = {
  penguin: (random, colour) => [
    {
      shapes: [
        limb([
          [0, 0.16, 0, 0.17],
          [0, 0.42, 0, 0.2],
          [0, 0.72, 0.01, 0.14],
          [0, 0.88, 0.02, 0.115],
        ]),
        both(
          limb([
            [0.18, 0.66, 0, 0.05],
            [0.28, 0.42, random.range(-0.05, 0.05), 0.05],
            [0.27, 0.26, -0.02, 0.02],
          ]),
        ),
      ],
      colour: tint(colour, '#1d2026'),
    },
    { shapes: [ball(0, 0.42, 0.07, 0.155, 0.28, 0.16)], colour: rgb('#f2f0ea') },
    {
      shapes: [
        limb([
          [0, 0.86, 0.12, 0.03],
          [0, 0.84, 0.22, 0.01],
        ]),
        both(ball(0.09, 0.03, 0.08, 0.07, 0.03, 0.11, 6)),
      ],
      colour: rgb('#e09030'),
    },
    { shapes: [both(ball(0.08, 0.8, 0.07, 0.04, 0.05, 0.05, 6))], colour: rgb('#e8c040') },
    eyes(0.065, 0.91, 0.1, 0.016),
  ],
  owl: (_, colour) => [
    {
      shapes: [
        ball(0, 0.24, 0, 0.17, 0.25, 0.15),
        ball(0, 0.5, 0.02, 0.15, 0.14, 0.13),
        both(
          rod([0.08, 0.58, 0.02], [0.13, 0.72, 0.02], 0.035, 0.006),
          limb([
            [0.16, 0.38, 0, 0.06],
            [0.2, 0.2, -0.04, 0.07],
            [0.14, 0.04, -0.08, 0.03],
          ]),
        ),
      ],
      colour: tint(colour, '#7a5a3c'),
    },
    { shapes: [both(ball(0.062, 0.52, 0.11, 0.06, 0.065, 0.04))], colour: rgb('#f0e4cc') },
    { shapes: [rod([0, 0.48, 0.14], [0, 0.43, 0.17], 0.02, 0.005)], colour: rgb('#d89830') },
    eyes(0.062, 0.52, 0.145, 0.026),
  ],
  turtle: (_, colour) => [
    {
      shapes: [
        lathe(
          0,
          0,
          [
            [0.1, 0.42],
            [0.2, 0.46],
            [0.34, 0.38],
            [0.44, 0.2],
            [0.47, 0.01],
          ],
          14,
          1.15,
        ),
      ],
      colour: tint(colour, '#5c6c34'),
      gloss: 0.3,
    },
    {
      shapes: [
        limb([
          [0, 0.18, 0.4, 0.1],
          [0, 0.26, 0.66, 0.1],
          [0, 0.28, 0.74, 0.09],
        ]),
        both(
          limb([
            [0.3, 0.14, 0.3, 0.1],
            [0.46, 0.06, 0.42, 0.08],
          ]),
          limb([
            [0.3, 0.14, -0.3, 0.1],
            [0.44, 0.06, -0.42, 0.08],
          ]),
        ),
      ],
      colour: rgb('#9aa060'),
    },
    eyes(0.075, 0.33, 0.76, 0.02),
  ],
  snake: (random, colour) => {
    const skin = tint(colour, random.pick(['#5a8a34', '#8a7a2c', '#6a8a40']))
    const sway = random.range(-0.06, 0.06)
    // three coils that rise inwards, then the neck and a head that looks out
    const coils: Knot[] = Array.from({ length: 22 }, (_, i) => {
      const angle = i * 0.75
      const out = 0.52 - i * 0.013
      return [cos(angle) * out, 0.085 + i * 0.0125, sin(angle) * out, 0.03 + 0.065 * Math.min(1, i * 0.14)]
    })
    const neck: Knot[] = [
      [0.05 + sway, 0.48, -0.14, 0.09],
      [sway, 0.68, -0.06, 0.085],
      [-sway, 0.88, 0.06, 0.085],
      [0, 0.99, 0.2, 0.1],
      [0, 0.97, 0.36, 0.075],
      [0, 0.94, 0.45, 0.045],
    ]
    return [
      { shapes: [limb([...coils, ...neck])], colour: skin, gloss: 0.4 },
      {
        shapes: Array.from({ length: 11 }, (_, i) => {
          const [x, y, z, r] = coils[i * 2]!
          return ball(x, y + r * 0.55, z, r * 0.7, r * 0.55, r * 0.7, 6)
        }),
        colour: rgb('#2c3418'),
      },
      {
        shapes: [
          limb([
            [0, 0.6, 0.01, 0.07],
            [0, 0.78, 0.07, 0.07],
            [0, 0.9, 0.17, 0.075],
          ]),
        ],
        colour: rgb('#e4dca0'),
      },
      {
        shapes: [rod([0, 0.92, 0.46], [0.02, 0.89, 0.62], 0.01, 0.006, 5), rod([0, 0.92, 0.46], [-0.02, 0.89, 0.62], 0.01, 0.006, 5)],
        colour: rgb('#d02838'),
      },
      eyes(0.075, 1.03, 0.29, 0.022),
    ]
  },
  spider: (_, colour) => [
    {
      shapes: [
        ball(0, 0.36, -0.28, 0.26, 0.24, 0.32),
        ball(0, 0.3, 0.12, 0.15, 0.13, 0.17),
        both(
          ...[0, 1, 2, 3].map((i) =>
            limb(
              [
                [0.1, 0.3, 0.16 - i * 0.08, 0.035],
                [0.5, 0.62, 0.4 - i * 0.27, 0.03],
                [0.9, 0.02, 0.62 - i * 0.42, 0.015],
              ],
              { sides: 6 },
            ),
          ),
        ),
      ],
      colour: tint(colour, '#241d1e'),
    },
    { shapes: [both(ball(0.05, 0.36, 0.27, 0.03, 0.03, 0.03, 6))], colour: rgb('#e03020'), glow: 1.5 },
  ],
  dinosaur: (random, colour) => [
    {
      shapes: [
        limb(
          [
            [0, 2.2, -4.6, 0.06],
            [0, 2.1, -2.6, 0.4],
            [0, 2.3, -0.8, 0.85],
            [0, 2.6, 0.6, 0.8],
            [0, 3.5, 1.4, 0.5],
            [0, 4.1, 1.75, 0.48],
          ],
          { sides: 14 },
        ),
        limb([
          [0, 4.15, 1.7, 0.55],
          [0, 4.15, 2.5, 0.44],
          [0, 4, 3.2, 0.28],
        ]),
        limb([
          [0, 3.75, 1.9, 0.3],
          [0, 3.5, 3, 0.16],
        ]),
        ...[1, -1].map((side) =>
          limb([
            [side * 0.55, 2.1, -0.5, 0.55],
            [side * 0.65, 1.2, -0.1 + side * random.range(0, 0.3), 0.34],
            [side * 0.65, 0.45, -0.6, 0.19],
            [side * 0.65, 0.12, -0.2, 0.2],
            [side * 0.65, 0.1, 0.3, 0.12],
          ]),
        ),
        both(
          limb([
            [0.45, 2.75, 1.2, 0.16],
            [0.6, 2.3, 1.6, 0.1],
            [0.55, 2.4, 1.95, 0.05],
          ]),
        ),
      ],
      colour: tint(colour, '#5c7040'),
    },
    {
      shapes: [
        both(
          ...[0, 1, 2, 3].map((i) =>
            rod([0.24 - i * 0.02, 3.82, 2.2 + i * 0.24], [0.24 - i * 0.02, 3.64, 2.22 + i * 0.24], 0.05, 0.005, 5),
          ),
        ),
      ],
      colour: rgb('#f0e8d0'),
    },
    { shapes: [both(ball(0.42, 4.38, 2.05, 0.1))], colour: rgb('#e8b020'), glow: 0.8 },
  ],
  octopus: (_, colour) => [
    {
      shapes: [
        ball(0, 0.75, -0.1, 0.42, 0.5, 0.42),
        ...Array.from({ length: 8 }, (_, i) => {
          const a = (TAU * i) / 8 + 0.2
          return limb([
            [cos(a) * 0.25, 0.45, sin(a) * 0.25, 0.15],
            [cos(a) * 0.7, 0.14, sin(a) * 0.7, 0.1],
            [cos(a) * 1.1, 0.12, sin(a) * 1.1, 0.06],
            [cos(a + 0.25) * 1.35, 0.3, sin(a + 0.25) * 1.35, 0.02],
          ])
        }),
      ],
      colour: tint(colour, '#b8483c'),
      gloss: 0.4,
    },
    { shapes: [both(ball(0.22, 0.72, 0.28, 0.09))], colour: rgb('#f0e8d8') },
    eyes(0.24, 0.72, 0.35, 0.045),
  ],
} as const satisfies Record<string, Build>
