import { cos, sin, TAU } from '../../math/dmath.ts'
import type { Prng } from '../../math/prng.ts'
import { rgb } from '../../solid/palette.ts'
import type { Rgb, Vec3 } from '../vector.ts'
import { ball, both, lathe, limb, type Piece, rod, type Shape, sheet } from './shape.ts'

type Knot = readonly [number, number, number, number]
type Build = (random: Prng, colour: Rgb | null) => Piece[]

const eyes = (x: number, y: number, z: number, r: number): Piece => ({
  shapes: [both(ball(x, y, z, r, r, r, 6))],
  colour: rgb('#120f0d'),
  gloss: 0.9,
})
const paint = (colour: Rgb | null, usual: string): Rgb => colour ?? rgb(usual)

/** A wing of skin or feathers: an arm and a fan of fingers, spread in the x–y plane at z. */
function wing(root: Vec3, wrist: Vec3, tips: readonly Vec3[], thick: number): { readonly arm: Shape; readonly skin: Shape } {
  const arm: Shape = (sink) => {
    rod(root, wrist, thick, thick * 0.7)(sink)
    for (const tip of tips) rod(wrist, tip, thick * 0.55, thick * 0.15, 5)(sink)
  }
  const skin: Shape = (sink) => {
    for (let i = 1; i < tips.length; i++) sheet(wrist, tips[i - 1]!, tips[i]!)(sink)
    sheet(root, wrist, tips[tips.length - 1]!)(sink)
  }
  return { arm, skin }
}

const dragon: Build = (random, colour) => {
  const main = paint(colour, '#3f7a48')
  const flap = random.range(0.2, 1)
  const body = limb(
    [
      [0, -0.2, -5.6, 0.04],
      [0.3, -0.1, -4, 0.2],
      [-0.2, 0, -2.2, 0.46],
      [0, 0.1, 0, 0.85],
      [0, 0.3, 1.3, 0.7],
      [0, 1, 2.3, 0.4],
      [0, 1.75, 3, 0.34],
      [0, 1.8, 3.5, 0.3],
    ],
    { sides: 12 },
  )
  const head = limb([
    [0, 1.85, 3.4, 0.36],
    [0, 1.75, 3.95, 0.27],
    [0, 1.62, 4.5, 0.17],
  ])
  const jaw = limb([
    [0, 1.55, 3.5, 0.2],
    [0, 1.33, 4.25, 0.1],
  ])
  const { arm, skin } = wing(
    [0.45, 0.5, 0.7],
    [2.1, 1.5 + flap, 0.9],
    [
      [5.2, 1.9 + flap * 1.2, -0.4],
      [4.5, 0.5 + flap, -1.5],
      [3, 0, -2],
      [1.1, 0, -1.7],
    ],
    0.12,
  )
  const legs = [
    [0.55, 0.9],
    [0.6, -0.9],
  ].map(([x, z]) =>
    limb([
      [x!, 0, z!, 0.34],
      [x! + 0.2, -0.75, z! - 0.25, 0.2],
      [x! + 0.15, -1.25, z! + 0.2, 0.12],
    ]),
  )
  const spikes = Array.from({ length: 12 }, (_, i): Shape => {
    const t = i / 11
    const z = -4.8 + t * 6.6
    const y = 0.35 + (z > -2 ? 0.55 * (1 - Math.abs(z) / 3) : 0)
    return rod([0, y - 0.1, z], [0, y + 0.34, z - 0.22], 0.1, 0.01, 5)
  })
  return [
    { shapes: [body, head, jaw, both(arm, ...legs)], colour: main, gloss: 0.3 },
    { shapes: [both(skin)], colour: main.map((v) => v * 0.55 + 0.05) as unknown as Rgb },
    {
      shapes: [
        ...spikes,
        both(
          limb([
            [0.2, 2.1, 3.4, 0.09],
            [0.35, 2.5, 2.9, 0.06],
            [0.4, 2.75, 2.4, 0.01],
          ]),
        ),
      ],
      colour: rgb('#e0cfa0'),
    },
    { shapes: [both(ball(0.26, 1.98, 3.75, 0.09, 0.09, 0.09, 6))], colour: rgb('#ffb030'), glow: 2 },
  ]
}

/** A bird with spread wings, or standing with folded ones. */
function bird(main: Rgb, tipColour: Rgb, beak: Rgb, s: number, lift: number): Piece[] {
  const v = (x: number, y: number, z: number): Vec3 => [x * s, y * s, z * s]
  const feathers: Shape = (sink) => {
    sheet(v(0.12, 0.05, 0.22), v(0.75, 0.1 + lift, 0.28), v(0.85, 0.06 + lift, -0.1), v(0.12, 0.02, -0.25))(sink)
  }
  const tips: Shape = (sink) => {
    for (let i = 0; i < 5; i++)
      sheet(
        v(0.75, 0.1 + lift, 0.28 - i * 0.08),
        v(1.5 - i * 0.07, 0.25 + lift * 1.7, 0.2 - i * 0.17),
        v(1.42 - i * 0.08, 0.22 + lift * 1.7, 0.1 - i * 0.17),
        v(0.78, 0.08 + lift, 0.18 - i * 0.08),
      )(sink)
  }
  return [
    {
      shapes: [
        limb([
          [0, 0, -0.45 * s, 0.06 * s],
          [0, 0, 0, 0.17 * s],
          [0, 0.06 * s, 0.4 * s, 0.1 * s],
          [0, 0.1 * s, 0.55 * s, 0.1 * s],
        ]),
        both(feathers),
        sheet(v(-0.08, 0, -0.4), v(0.08, 0, -0.4), v(0.22, 0, -0.85), v(-0.22, 0, -0.85)),
      ],
      colour: main,
    },
    { shapes: [both(tips)], colour: tipColour },
    {
      shapes: [
        limb([
          [0, 0.09 * s, 0.62 * s, 0.045 * s],
          [0, 0.05 * s, 0.76 * s, 0.012 * s],
        ]),
      ],
      colour: beak,
    },
    eyes(0.07 * s, 0.14 * s, 0.6 * s, 0.02 * s),
  ]
}

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
})

const CREATURES = {
  dragon,
  eagle: (random, colour) => bird(paint(colour, '#4a3220'), rgb('#2a1c12'), rgb('#e0a830'), 1, random.range(-0.1, 0.35)),
  parrot: (random, colour) => bird(paint(colour, '#c8302c'), rgb('#2c6cc0'), rgb('#2a2420'), 0.45, random.range(-0.1, 0.35)),
  phoenix: (random, colour) => [
    ...bird(paint(colour, '#ff7a20'), rgb('#ffc040'), rgb('#ffe080'), 1.6, random.range(0.1, 0.4)).map((piece) => ({
      ...piece,
      glow: 1.6,
    })),
    {
      shapes: [-1, 0, 1].map((i) =>
        limb([
          [0, 0, -0.6, 0.08],
          [i * 0.4, -0.3, -1.6, 0.09],
          [i * 0.8, -0.2, -2.8, 0.02],
        ]),
      ),
      colour: rgb('#ff5018'),
      glow: 2,
    },
  ],
  butterfly: (random, colour) => {
    const main = paint(colour, random.pick(['#e8822a', '#3a7ad0', '#e8c83a', '#c850a0']))
    const lift = random.range(0.12, 0.3)
    return [
      {
        shapes: [
          limb([
            [0, 0, -0.16, 0.015],
            [0, 0, 0, 0.025],
            [0, 0.01, 0.12, 0.022],
          ]),
        ],
        colour: rgb('#1c1410'),
      },
      {
        shapes: [
          both(
            sheet([0.01, 0, 0.08], [0.2, lift, 0.28], [0.34, lift * 1.1, 0.16], [0.24, lift * 0.8, 0], [0.01, 0, -0.02]),
            sheet([0.01, 0, 0], [0.24, lift * 0.7, -0.02], [0.22, lift * 0.6, -0.2], [0.1, lift * 0.3, -0.22]),
          ),
        ],
        colour: main,
        glow: 0.35,
      },
    ]
  },
  bat: (random) => {
    const { arm, skin } = wing(
      [0.06, 0, 0.05],
      [0.3, 0.18 + random.range(0, 0.1), 0.08],
      [
        [0.75, 0.1, 0],
        [0.62, -0.06, -0.18],
        [0.4, -0.1, -0.24],
        [0.12, -0.04, -0.16],
      ],
      0.015,
    )
    return [
      {
        shapes: [
          ball(0, 0, 0, 0.07, 0.07, 0.12),
          ball(0, 0.03, 0.14, 0.055),
          both(arm, skin, rod([0.03, 0.06, 0.14], [0.05, 0.14, 0.14], 0.022, 0.004)),
        ],
        colour: rgb('#2a2024'),
      },
    ]
  },
  whale: (_, colour) => [
    ...leaping(
      [
        ...fishShape(paint(colour, '#3c5468'), rgb('#c8d0d4'), 9, 1.35, false),
        { shapes: [both(sheet([0.9, -0.3, 1.4], [3, -0.9, 0.4], [2.6, -0.85, -0.1], [0.9, -0.4, 0.4]))], colour: paint(colour, '#3c5468') },
      ],
      2.3,
      0.85,
    ),
    splash(2.2),
  ],
  dolphin: (_, colour) => [
    ...leaping(
      [
        ...fishShape(paint(colour, '#6c8090'), rgb('#d8dee0'), 2.3, 0.3, false),
        {
          shapes: [
            limb([
              [0, -0.02, 0.95, 0.1],
              [0, -0.05, 1.3, 0.05],
            ]),
            sheet([0, 0.26, 0.15], [0, 0.56, -0.2], [0, 0.24, -0.2]),
            both(sheet([0.22, -0.1, 0.4], [0.62, -0.3, 0.1], [0.22, -0.12, 0.15])),
          ],
          colour: paint(colour, '#6c8090'),
        },
      ],
      1.15,
      0.5,
    ),
    splash(0.5),
  ],
  shark: (_, colour) => [
    {
      shapes: [
        sheet([0, 0, 0.35], [0, 0.75, -0.3], [0, 0, -0.4]),
        sheet([0, 0, -1.7], [0, 0.4, -2.05], [0, 0, -2]),
        limb([
          [0, -0.15, -1.2, 0.15],
          [0, -0.1, 0, 0.3],
          [0, -0.15, 1.2, 0.18],
        ]),
      ],
      colour: paint(colour, '#5a6670'),
      gloss: 0.5,
    },
  ],
  fish: (random, colour) => [
    ...leaping(
      fishShape(paint(colour, random.pick(['#e0782c', '#4a90b8', '#c8503c'])), rgb('#f0e4c8'), 0.9, 0.17, true),
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
      colour: paint(colour, '#f4f2ec'),
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
      colour: paint(colour, '#7c6450'),
    },
    { shapes: [ball(0, 0.3, 0.2, 0.075, 0.08, 0.085), rod([0, 0.16, 0.15], [0, 0.28, 0.19], 0.05)], colour: rgb('#1f5c3c') },
    { shapes: [ball(0, 0.28, 0.31, 0.035, 0.014, 0.06, 6)], colour: rgb('#e0a030') },
    eyes(0.06, 0.33, 0.25, 0.012),
  ],
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
      colour: paint(colour, '#1d2026'),
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
      colour: paint(colour, '#7a5a3c'),
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
      colour: paint(colour, '#5c6c34'),
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
    const knots: Knot[] = Array.from({ length: 12 }, (_, i) => [
      sin(i * 0.9 + random.range(0, 0.2)) * 0.35,
      0.07,
      -1.6 + i * 0.26,
      0.07 * Math.min(1, 0.25 + i * 0.2),
    ])
    return [
      {
        shapes: [limb([...knots, [0, 0.3, 1.5, 0.065], [0, 0.5, 1.5, 0.07], [0, 0.52, 1.7, 0.05]])],
        colour: paint(colour, '#5a8a34'),
        gloss: 0.4,
      },
      eyes(0.05, 0.55, 1.6, 0.016),
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
      colour: paint(colour, '#241d1e'),
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
      colour: paint(colour, '#5c7040'),
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
  jellyfish: (_, colour) => [
    {
      shapes: [
        lathe(
          0,
          0,
          [
            [0, 0.42],
            [0.18, 0.44],
            [0.38, 0.3],
            [0.46, 0.01],
          ],
          14,
        ),
      ],
      colour: paint(colour, '#7fb8ff'),
      glow: 1.3,
    },
    {
      shapes: Array.from({ length: 8 }, (_, i) =>
        limb(
          [
            [cos(i) * 0.3, 0, sin(i) * 0.3, 0.03],
            [cos(i) * 0.36, -0.5, sin(i) * 0.26, 0.025],
            [cos(i) * 0.24, -1.2, sin(i) * 0.34, 0.008],
          ],
          { sides: 5 },
        ),
      ),
      colour: paint(colour, '#b8d8ff'),
      glow: 1,
    },
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
      colour: paint(colour, '#b8483c'),
      gloss: 0.4,
    },
    { shapes: [both(ball(0.22, 0.72, 0.28, 0.09))], colour: rgb('#f0e8d8') },
    eyes(0.24, 0.72, 0.35, 0.045),
  ],
} as const satisfies Record<string, Build>

export type CreatureName = keyof typeof CREATURES
export const creatureNames = Object.keys(CREATURES) as readonly CreatureName[]

export const creature = (name: CreatureName, random: Prng, colour: Rgb | null): Piece[] => CREATURES[name](random, colour)
