import { cos, sin, TAU } from '../../math/dmath.ts'
import type { Prng } from '../../math/prng.ts'
import { rgb } from '../../solid/palette.ts'
import type { Rgb } from '../vector.ts'
import { ball, both, lathe, limb, moved, type Piece, rod, type Shape, sheet, slab, turned } from './shape.ts'

type Build = (random: Prng, colour: Rgb | null) => Piece[]

const paint = (colour: Rgb | null, random: Prng, ...usual: readonly string[]): Rgb => colour ?? rgb(random.pick(usual))
const STONE = rgb('#8c8880')
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

const FIXTURES = {
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
      glow: 5,
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
      glow: 7,
    },
  ],
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
  windmill: (random, colour) => [
    {
      shapes: [
        lathe(
          0,
          0,
          [
            [0, 2.6],
            [4.2, 2],
            [8, 1.55],
          ],
          12,
        ),
      ],
      colour: paint(colour, random, '#e8e0d0', '#c8a880', '#a86a50'),
      flat: true,
    },
    {
      shapes: [
        lathe(
          0,
          0,
          [
            [7.9, 1.75],
            [9.6, 0.05],
          ],
          12,
        ),
        slab(0, 1, 2.45, 0.5, 1, 0.2),
      ],
      colour: rgb('#5a3a2a'),
      flat: true,
    },
    {
      shapes: [0, 1, 2, 3].map((i) =>
        turned(
          (sink) => {
            rod([0, 0, 0], [0, 5.2, 0], 0.1, 0.05)(sink)
            for (let r = 0; r < 7; r++) rod([0, 1.2 + r * 0.62, 0], [0.95, 1.2 + r * 0.62, 0.05], 0.035, 0.03, 4)(sink)
            rod([0.95, 1.2, 0.05], [0.95, 4.95, 0.05], 0.035, 0.03, 4)(sink)
            sheet([0.05, 1.2, 0.02], [0.95, 1.2, 0.06], [0.95, 4.95, 0.06], [0.05, 4.95, 0.02])(sink)
          },
          0,
          0,
          (TAU * i) / 4 + 0.35,
          [0, 7.6, 2.3],
        ),
      ),
      colour: rgb('#d8ccb4'),
    },
    { shapes: [rod([0, 7.6, 1], [0, 7.6, 2.5], 0.2)], colour: WOOD },
  ],
  tower: (random, colour) => [
    {
      shapes: [
        lathe(
          0,
          0,
          [
            [0, 2.5],
            [1, 2.2],
            [9, 2],
            [9.4, 2.5],
            [10.4, 2.5],
            [10.4, 2.1],
          ],
          16,
        ),
        ...Array.from({ length: 8 }, (_, i) =>
          moved(slab(0, 0, 0, 0.42, 0.4, 0.3), cos((TAU * i) / 8) * 2.3, 10.8, sin((TAU * i) / 8) * 2.3),
        ),
      ],
      colour: paint(colour, random, '#8c8880', '#a89a80', '#746f6a'),
      flat: true,
    },
    {
      shapes: [
        lathe(
          0,
          0,
          [
            [10.6, 2.3],
            [13.6, 0.05],
          ],
          16,
        ),
      ],
      colour: rgb(random.pick(['#3a4a6a', '#7a3428'])),
      flat: true,
    },
    {
      shapes: [slab(0, 1.1, 2.15, 0.55, 1.1, 0.15), slab(0, 5, 2.02, 0.2, 0.55, 0.12), slab(0, 8, 1.98, 0.2, 0.5, 0.12)],
      colour: rgb('#2a1c12'),
      flat: true,
    },
  ],
  house: (random, colour) => [
    {
      shapes: [
        slab(0, 1.5, 0, 2.4, 1.5, 2),
        sheet([-2.4, 3, 2], [2.4, 3, 2], [0, 4.9, 2]),
        sheet([-2.4, 3, -2], [0, 4.9, -2], [2.4, 3, -2]),
      ],
      colour: paint(colour, random, '#e4d8c0', '#d8b890', '#b8c0b0'),
      flat: true,
    },
    {
      shapes: [
        sheet([-2.8, 2.75, 2.35], [-2.8, 2.75, -2.35], [0, 5.05, -2.35], [0, 5.05, 2.35]),
        sheet([2.8, 2.75, 2.35], [0, 5.05, 2.35], [0, 5.05, -2.35], [2.8, 2.75, -2.35]),
        slab(1.3, 4.8, -0.6, 0.28, 0.9, 0.28),
      ],
      colour: rgb(random.pick(['#8a3a2c', '#4c4a50', '#6a4a30'])),
      flat: true,
    },
    { shapes: [slab(-0.2, 1, 2.02, 0.48, 1, 0.05)], colour: rgb('#4a2e1a'), flat: true },
    {
      shapes: [
        slab(1.35, 1.7, 2.02, 0.45, 0.5, 0.04),
        slab(-1.6, 1.7, 2.02, 0.38, 0.5, 0.04),
        slab(0, 3.7, 2.02, 0.3, 0.34, 0.04),
        both(slab(2.42, 1.7, 0, 0.03, 0.5, 0.5)),
      ],
      colour: rgb('#ffd890'),
      glow: 1.1,
      flat: true,
    },
  ],
  lamp: () => [
    {
      shapes: [
        lathe(
          0,
          0,
          [
            [0, 0.2],
            [0.3, 0.12],
            [0.5, 0.06],
            [3, 0.045],
            [3.1, 0.16],
          ],
          10,
        ),
        lathe(
          0,
          0,
          [
            [3.62, 0.24],
            [3.85, 0.03],
          ],
          8,
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
            [3.12, 0.13],
            [3.6, 0.2],
          ],
          8,
        ),
      ],
      colour: rgb('#ffd080'),
      glow: 4,
    },
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
      glow: 1.1,
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
    { shapes: [ball(0, 1.9, 0, 1.3, 1.7, 0.05, 10)], colour: colour ?? rgb('#7a5cff'), glow: 2.4 },
  ],
} as const satisfies Record<string, Build>

export type FixtureName = keyof typeof FIXTURES
export const fixtureNames = Object.keys(FIXTURES) as readonly FixtureName[]

export const fixture = (name: FixtureName, random: Prng, colour: Rgb | null): Piece[] => FIXTURES[name](random, colour)
