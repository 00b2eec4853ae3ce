import { cos, sin, TAU } from '../../math/dmath.ts'
import { rgb } from '../../solid/palette.ts'
import { type Build, paint } from './build.ts'
import { both, lathe, moved, rod, sheet, slab, turned } from './shape.ts'

const WOOD = rgb('#6a4526')
const IRON = rgb('#25252a')

/** What was built to be used. */
export const BUILDINGS = {
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
      reach: 10,
    },
  ],
} as const satisfies Record<string, Build>
