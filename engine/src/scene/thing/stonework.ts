import { cos, sin, TAU } from '../../math/dmath.ts'
import { rgb } from '../../solid/palette.ts'
import { blend } from '../vector.ts'
import { type Build, paint } from './build.ts'
import { ball, both, lathe, limb, moved, rod, sheet, slab, turned } from './shape.ts'

const STONE = rgb('#8c8880')
const WOOD = rgb('#6a4526')

/** What was hewn of stone. */
export const STONEWORK = {
  statue: (random, colour) => [
    {
      shapes: [slab(0, 0.25, 0, 0.95, 0.25, 0.95, 0.92), slab(0, 1, 0, 0.6, 0.5, 0.6, 0.92), slab(0, 1.56, 0, 0.72, 0.07, 0.72)],
      colour: STONE,
      flat: true,
    },
    {
      shapes: [
        limb(
          [
            [0, 1.6, 0, 0.42],
            [0, 2.4, 0, 0.3],
            [0, 3.1, 0, 0.34],
            [0, 3.42, 0, 0.14],
          ],
          { squash: 1.15 },
        ),
        ball(0, 3.72, 0, 0.21, 0.26, 0.23),
        limb([
          [0.36, 3.2, 0, 0.13],
          [0.62, 3.5, 0.2, 0.1],
          [0.6, 4.15, 0.35, 0.08],
        ]),
        limb([
          [-0.36, 3.2, 0, 0.13],
          [-0.52, 2.7, 0.15, 0.1],
          [-0.3, 2.4, 0.36, 0.08],
        ]),
        rod([0.6, 3.9, 0.36], [0.6, 4.75, 0.36], 0.035),
      ],
      colour: paint(colour, random, '#a8a49a', '#6a8a7a', '#8a7448'),
    },
  ],
  well: (random) => [
    {
      shapes: [
        lathe(
          0,
          0,
          [
            [0, 0.85],
            [0.75, 0.85],
            [0.82, 0.9],
            [0.86, 0.9],
            [0.86, 0.62],
            [0.4, 0.62],
          ],
          16,
        ),
      ],
      colour: STONE,
      flat: true,
    },
    {
      shapes: [
        both(rod([0.8, 0.6, 0], [0.8, 2.1, 0], 0.07)),
        rod([-0.8, 1.7, 0], [0.8, 1.7, 0], 0.05),
        rod([0.05, 1.68, 0], [0.05, 1.05, 0], 0.015),
      ],
      colour: WOOD,
    },
    {
      shapes: [
        sheet([-1.15, 2, 0.75], [1.15, 2, 0.75], [1.15, 2.6, 0], [-1.15, 2.6, 0]),
        sheet([-1.15, 2, -0.75], [-1.15, 2.6, 0], [1.15, 2.6, 0], [1.15, 2, -0.75]),
      ],
      colour: rgb(random.pick(['#8a3a2c', '#5a4a3c'])),
    },
    {
      shapes: [
        lathe(
          0.05,
          0,
          [
            [0.8, 0.13],
            [1.05, 0.16],
          ],
          10,
        ),
      ],
      colour: rgb('#4a3420'),
    },
  ],
  fountain: () => [
    {
      shapes: [
        lathe(
          0,
          0,
          [
            [0, 2.1],
            [0.5, 2.1],
            [0.55, 2.2],
            [0.62, 2.2],
            [0.62, 1.95],
            [0.3, 1.95],
          ],
          20,
        ),
        lathe(
          0,
          0,
          [
            [0.2, 0.4],
            [0.9, 0.22],
            [1.3, 0.2],
            [1.45, 0.9],
            [1.55, 0.95],
            [1.55, 0.85],
            [1.4, 0.3],
            [1.9, 0.13],
            [2.1, 0.12],
          ],
          16,
        ),
      ],
      colour: STONE,
    },
    {
      shapes: [
        lathe(
          0,
          0,
          [
            [0.46, 0.01],
            [0.47, 1.96],
          ],
          20,
        ),
        lathe(
          0,
          0,
          [
            [1.5, 0.01],
            [1.5, 0.86],
          ],
          16,
        ),
      ],
      colour: rgb('#3a7a94'),
      gloss: 1,
    },
    {
      shapes: [
        limb([
          [0, 2.05, 0, 0.07],
          [0, 2.6, 0, 0.09],
          [0, 2.9, 0, 0.03],
        ]),
        ...Array.from({ length: 10 }, (_, i) =>
          limb(
            [
              [cos((TAU * i) / 10) * 0.1, 2.7, sin((TAU * i) / 10) * 0.1, 0.03],
              [cos((TAU * i) / 10) * 0.6, 2.5, sin((TAU * i) / 10) * 0.6, 0.035],
              [cos((TAU * i) / 10) * 0.85, 1.6, sin((TAU * i) / 10) * 0.85, 0.03],
            ],
            { sides: 5 },
          ),
        ),
      ],
      colour: rgb('#cfe8f2'),
      gloss: 0.8,
    },
  ],
  'standing-stones': (random) => [
    {
      shapes: Array.from({ length: 7 }, (_, i) => {
        const a = (TAU * i) / 7
        return moved(
          turned(
            slab(0, 1.3, 0, 0.5, 1.3 + random.range(-0.3, 0.5), 0.3, 0.82),
            random.range(-0.08, 0.08),
            -a + TAU / 4,
            random.range(-0.08, 0.08),
          ),
          cos(a) * 3.4,
          0,
          sin(a) * 3.4,
        )
      }),
      colour: STONE,
      flat: true,
    },
  ],
  gravestone: (random) => [
    {
      shapes: [
        slab(0, 0.5, 0, 0.4, 0.5, 0.1),
        turned(
          lathe(
            0,
            0,
            [
              [-0.1, 0.01],
              [-0.1, 0.4],
              [0.1, 0.4],
              [0.1, 0.01],
            ],
            16,
          ),
          TAU / 4,
          0,
          0,
          [0, 1, 0],
        ),
        slab(0, 0.06, 0.1, 0.55, 0.07, 0.3),
      ],
      colour: rgb(random.pick(['#8c8a86', '#76746e'])),
      flat: true,
    },
  ],
  arch: (random, colour) => [
    {
      shapes: [
        both(slab(1.5, 1.6, 0, 0.42, 1.6, 0.42, 0.95)),
        ...Array.from({ length: 9 }, (_, i) => {
          const a = (TAU * (i + 0.5)) / 18
          return turned(slab(0, 1.5, 0, 0.32, 0.36, 0.42, 1.2), 0, 0, a - TAU / 4, [0, 3.2, 0])
        }),
      ],
      colour: paint(colour, random, '#9a9488', '#b8a888'),
      flat: true,
    },
  ],
  portal: (_, colour) => [
    {
      shapes: [limb(Array.from({ length: 17 }, (_, i) => [cos((TAU * i) / 16) * 1.4, 1.9 + sin((TAU * i) / 16) * 1.8, 0, 0.17] as const))],
      colour: rgb('#4a4654'),
    },
    { shapes: [ball(0, 1.9, 0, 1.3, 1.7, 0.05, 10)], colour: colour ?? rgb('#5a3cff'), glow: 0.4, reach: 13 },
    {
      shapes: [0, 1, 2].map((arm) =>
        limb(
          Array.from({ length: 12 }, (_, i) => {
            const t = i / 11
            const a = (TAU * arm) / 3 + 3.6 * t
            return [cos(a) * 1.12 * t, 1.9 + sin(a) * 1.45 * t, 0.06, 0.02 + 0.05 * t * (1.1 - t) * 4] as const
          }),
          { sides: 6 },
        ),
      ),
      colour: blend(colour ?? rgb('#7a5cff'), [1, 1, 1], 0.5),
      glow: 1,
    },
  ],
} as const satisfies Record<string, Build>
