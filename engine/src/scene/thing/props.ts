import { cos, sin, TAU } from '../../math/dmath.ts'
import type { Prng } from '../../math/prng.ts'
import { rgb } from '../../solid/palette.ts'
import { type Build, paint } from './build.ts'
import { ball, both, lathe, limb, rod, type Shape, sheet, slab, turned } from './shape.ts'

const DARK_STONE = rgb('#6a665f')
const WOOD = rgb('#6a4526')
const IRON = rgb('#25252a')
const FLAME = rgb('#ffa030')

const stones = (radius: number, count: number, size: number, random: Prng): Shape[] =>
  Array.from({ length: count }, (_, i) => {
    const a = (TAU * i) / count
    return ball(
      cos(a) * radius,
      size * 0.5,
      sin(a) * radius,
      size * random.range(0.7, 1),
      size * random.range(0.55, 0.8),
      size * random.range(0.7, 1),
      5,
    )
  })

/** What lies or stands about. */
export const PROPS = {
  tent: (random, colour) => [
    {
      shapes: [
        sheet([-1.3, 0, 1.3], [-1.3, 0, -1.3], [0, 1.75, -1.3], [0, 1.75, 1.3]),
        sheet([1.3, 0, 1.3], [0, 1.75, 1.3], [0, 1.75, -1.3], [1.3, 0, -1.3]),
        sheet([-1.3, 0, -1.3], [1.3, 0, -1.3], [0, 1.75, -1.3]),
        sheet([-1.3, 0, 1.28], [-0.12, 0, 1.28], [0, 1.75, 1.28]),
      ],
      colour: paint(colour, random, '#c8642c', '#3a7a5a', '#c8a040', '#3a5a8a'),
    },
    { shapes: [sheet([-0.6, 0, 1.1], [0.9, 0, 1.1], [0, 1.6, 1.1])], colour: rgb('#1c1612') },
    { shapes: [rod([0, 0, 1.32], [0, 1.85, 1.32], 0.03), rod([0, 1.75, 1.3], [0, 0, 2.6], 0.012, 0.012, 4)], colour: WOOD },
  ],
  campfire: (random) => [
    { shapes: stones(0.55, 9, 0.17, random), colour: DARK_STONE },
    {
      shapes: Array.from({ length: 5 }, (_, i) => rod([cos((TAU * i) / 5) * 0.42, 0.06, sin((TAU * i) / 5) * 0.42], [0, 0.42, 0], 0.06)),
      colour: rgb('#3a2416'),
    },
    {
      shapes: [
        limb([
          [0, 0.2, 0, 0.2],
          [0.04, 0.5, 0, 0.19],
          [-0.03, 0.85, 0.02, 0.1],
          [0, 1.15, 0, 0.01],
        ]),
        limb([
          [0.12, 0.2, 0.1, 0.12],
          [0.2, 0.5, 0.12, 0.09],
          [0.16, 0.75, 0.1, 0.01],
        ]),
        limb([
          [-0.14, 0.2, -0.05, 0.12],
          [-0.2, 0.45, -0.06, 0.1],
          [-0.17, 0.78, -0.04, 0.01],
        ]),
      ],
      colour: FLAME,
      glow: 3.4,
      reach: 12,
    },
    {
      shapes: [
        limb([
          [0, 0.22, 0, 0.11],
          [0.02, 0.5, 0, 0.1],
          [0, 0.72, 0, 0.01],
        ]),
      ],
      colour: rgb('#fff0a0'),
      glow: 5,
    },
  ],
  snowman: (random, colour) => [
    { shapes: [ball(0, 0.5, 0, 0.56, 0.52, 0.56), ball(0, 1.22, 0, 0.41, 0.39, 0.41), ball(0, 1.78, 0, 0.28)], colour: rgb('#f4f6fa') },
    {
      shapes: [
        limb([
          [0, 1.76, 0.26, 0.06],
          [0.02, 1.74, 0.55, 0.008],
        ]),
      ],
      colour: rgb('#e07a20'),
    },
    {
      shapes: [
        both(ball(0.1, 1.85, 0.25, 0.035)),
        ball(0, 1.35, 0.39, 0.04),
        ball(0, 1.15, 0.4, 0.04),
        lathe(
          0,
          0,
          [
            [1.98, 0.36],
            [2.01, 0.36],
            [2.02, 0.22],
            [2.36, 0.22],
            [2.37, 0.01],
          ],
          14,
        ),
      ],
      colour: IRON,
    },
    {
      shapes: [
        lathe(
          0,
          0,
          [
            [1.5, 0.27],
            [1.6, 0.27],
          ],
          12,
        ),
        limb([
          [0.16, 1.54, 0.2, 0.07],
          [0.24, 1.3, 0.34, 0.07],
          [0.22, 1.1, 0.4, 0.06],
        ]),
      ],
      colour: paint(colour, random, '#c8302c', '#2c6aa8'),
    },
    {
      shapes: [
        both(
          limb(
            [
              [0.36, 1.3, 0, 0.03],
              [0.75, 1.55, 0.05, 0.02],
              [1, 1.75, 0.05, 0.008],
            ],
            { sides: 5 },
          ),
        ),
      ],
      colour: WOOD,
    },
  ],
  scarecrow: (random, colour) => [
    { shapes: [rod([0, 0, 0], [0, 1.5, 0], 0.05), rod([-0.95, 1.42, 0], [0.95, 1.42, 0], 0.045)], colour: WOOD },
    {
      shapes: [
        limb(
          [
            [0, 0.75, 0, 0.24],
            [0, 1.2, 0, 0.22],
            [0, 1.5, 0, 0.14],
          ],
          { squash: 1.2 },
        ),
        both(rod([0.2, 1.42, 0], [0.78, 1.38, 0], 0.11, 0.13)),
      ],
      colour: paint(colour, random, '#8a3a30', '#3a5a8a', '#7a6a34'),
    },
    { shapes: [ball(0, 1.75, 0, 0.18, 0.2, 0.18), both(ball(0.9, 1.38, 0, 0.12, 0.09, 0.08))], colour: rgb('#d8b878') },
    {
      shapes: [
        lathe(
          0,
          0,
          [
            [1.86, 0.36],
            [1.89, 0.34],
            [1.9, 0.18],
            [2.15, 0.14],
            [2.18, 0.01],
          ],
          12,
        ),
      ],
      colour: rgb('#5a4028'),
    },
    { shapes: [both(ball(0.07, 1.79, 0.16, 0.025))], colour: IRON },
  ],
  chest: (random, colour) => [
    {
      shapes: [
        slab(0, 0.3, 0, 0.55, 0.3, 0.36),
        turned(
          lathe(
            0,
            0,
            [
              [-0.55, 0.02],
              [-0.55, 0.36],
              [0.55, 0.36],
              [0.55, 0.02],
            ],
            16,
          ),
          0,
          0,
          TAU / 4,
          [0, 0.78, -0.3],
        ),
      ],
      colour: paint(colour, random, '#6a4020', '#5a3420'),
    },
    {
      shapes: [both(slab(0.4, 0.3, 0.01, 0.05, 0.31, 0.37)), slab(0, 0.5, 0.37, 0.09, 0.12, 0.02)],
      colour: rgb('#c89a38'),
      gloss: 0.8,
      flat: true,
    },
    {
      shapes: Array.from({ length: 16 }, (_, i) =>
        ball(random.range(-0.45, 0.45), 0.62 + random.range(0, 0.12), random.range(-0.25, 0.28), 0.08, 0.03, 0.08, 5 + (i % 2)),
      ),
      colour: rgb('#ffc838'),
      gloss: 0.9,
    },
  ],
  'sword-in-stone': (random, colour) => [
    {
      shapes: [ball(0, 0.2, 0, 0.85, 0.55, 0.7, 6), ball(0.35, 0.15, 0.35, 0.5, 0.35, 0.45, 5), ball(-0.4, 0.12, 0.25, 0.45, 0.3, 0.4, 5)],
      colour: DARK_STONE,
      flat: true,
    },
    { shapes: [slab(0, 1.1, 0, 0.06, 0.55, 0.015, 1)], colour: rgb('#c8d0d8'), gloss: 0.95, flat: true },
    {
      shapes: [slab(0, 1.68, 0, 0.26, 0.03, 0.04), rod([0, 1.7, 0], [0, 1.98, 0], 0.035), ball(0, 2.03, 0, 0.06)],
      colour: paint(colour, random, '#d8a838'),
      gloss: 0.8,
    },
  ],
  crystals: (random, colour) => [
    {
      shapes: Array.from({ length: 7 }, (_, i) =>
        turned(
          lathe(
            0,
            0,
            [
              [0, 0.16 + 0.03 * (i % 3)],
              [0.9 + random.range(-0.3, 0.9), 0.19],
              [1.5 + random.range(0, 0.6), 0.01],
            ],
            6,
          ),
          random.range(-0.5, 0.5),
          random.range(0, 6),
          random.range(-0.5, 0.5),
          [random.range(-0.35, 0.35), 0, random.range(-0.35, 0.35)],
        ),
      ),
      colour: paint(colour, random, '#7a5cff', '#3ad0e0', '#e05ab0'),
      gloss: 0.95,
      reach: 7,
      flat: true,
    },
  ],
  'giant-mushroom': (random, colour) => [
    {
      shapes: [
        limb([
          [0, 0, 0, 0.4],
          [0.08, 1, 0, 0.3],
          [0, 2.2, 0.05, 0.34],
        ]),
        lathe(
          0,
          0,
          [
            [2.3, 1.5],
            [2.25, 0.3],
          ],
          16,
        ),
      ],
      colour: rgb('#efe2cc'),
    },
    {
      shapes: [
        lathe(
          0,
          0,
          [
            [2.28, 1.55],
            [2.6, 1.5],
            [3.1, 1.1],
            [3.45, 0.5],
            [3.55, 0.01],
          ],
          18,
        ),
      ],
      colour: paint(colour, random, '#c8342c', '#8a4ac0', '#d8822c'),
    },
    {
      shapes: Array.from({ length: 9 }, (_, i) =>
        ball(cos(i * 2.4) * (0.25 + i * 0.13), 3.5 - i * 0.1, sin(i * 2.4) * (0.25 + i * 0.13), 0.19, 0.08, 0.19, 6),
      ),
      colour: rgb('#f4ecd8'),
    },
  ],
  bench: () => [
    {
      shapes: [0, 1, 2]
        .map((i) => slab(0, 0.46, -0.2 + i * 0.17, 0.85, 0.025, 0.07))
        .concat([0, 1].map((i) => slab(0, 0.72 + i * 0.18, -0.34, 0.85, 0.06, 0.025))),
      colour: WOOD,
      flat: true,
    },
    {
      shapes: [
        both(slab(0.7, 0.23, 0.1, 0.035, 0.23, 0.04), slab(0.7, 0.48, -0.32, 0.035, 0.48, 0.04), slab(0.7, 0.42, -0.1, 0.035, 0.03, 0.25)),
      ],
      colour: IRON,
      flat: true,
    },
  ],
  flag: (random, colour) => [
    { shapes: [rod([0, 0, 0], [0, 5, 0], 0.06, 0.035), ball(0, 5.05, 0, 0.09)], colour: rgb('#8a8278'), gloss: 0.4 },
    {
      shapes: [
        (sink) => {
          for (let i = 0; i < 6; i++) {
            const wave = (k: number) => sin(k * 1.1) * 0.14
            sheet(
              [i * 0.38, 4.9 - i * 0.02, wave(i)],
              [(i + 1) * 0.38, 4.88 - i * 0.02, wave(i + 1)],
              [(i + 1) * 0.38, 3.6 - i * 0.02, wave(i + 1)],
              [i * 0.38, 3.62 - i * 0.02, wave(i)],
            )(sink)
          }
        },
      ],
      colour: paint(colour, random, '#c82c2c', '#2c5aa8', '#d8a828'),
    },
  ],
  barrel: (random, colour) => [
    {
      shapes: [
        lathe(
          0,
          0,
          [
            [0, 0.3],
            [0.25, 0.38],
            [0.5, 0.41],
            [0.75, 0.38],
            [1, 0.3],
            [1, 0.01],
          ],
          14,
        ),
      ],
      colour: paint(colour, random, '#7a4e28', '#6a4426'),
    },
    {
      shapes: [
        [0.14, 0.36],
        [0.32, 0.402],
        [0.68, 0.402],
        [0.86, 0.36],
      ].map(([y, r]) =>
        lathe(
          0,
          0,
          [
            [y! - 0.03, r!],
            [y! + 0.03, r!],
          ],
          14,
        ),
      ),
      colour: IRON,
      gloss: 0.4,
    },
  ],
} as const satisfies Record<string, Build>
