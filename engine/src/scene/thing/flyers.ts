import { cos, sin } from '../../math/dmath.ts'
import type { Prng } from '../../math/prng.ts'
import { rgb } from '../../solid/palette.ts'
import type { Rgb, Vec3 } from '../vector.ts'
import { type Build, eyes, tint } from './build.ts'
import { ball, both, lathe, limb, type Piece, rod, type Shape, sheet, turned } from './shape.ts'

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
  const main = tint(colour, '#3f7a48')
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

/** Rolled to one side in a turn, as birds that glide show their wings. */
const banked = (pieces: readonly Piece[], random: Prng): Piece[] => {
  const roll = random.range(0.2, 0.4) * (random.chance(0.5) ? 1 : -1)
  const pitch = random.range(-0.75, -0.5)
  return pieces.map((piece) => ({ ...piece, shapes: piece.shapes.map((shape) => turned(shape, pitch, 0, roll)) }))
}

/** Animals in the air but the eagle. */
export const FLYERS = {
  dragon,
  parrot: (random, colour) => banked(bird(tint(colour, '#c8302c'), rgb('#2c6cc0'), rgb('#2a2420'), 0.45, random.range(0, 0.3)), random),
  phoenix: (random, colour) => [
    ...bird(tint(colour, '#ff7a20'), rgb('#ffc040'), rgb('#ffe080'), 1.6, random.range(0.1, 0.4)).map((piece) => ({
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
      reach: 12,
    },
  ],
  butterfly: (random, colour) => {
    const main = tint(colour, random.pick(['#e8822a', '#3a7ad0', '#e8c83a', '#c850a0']))
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
      colour: tint(colour, '#7fb8ff'),
      glow: 1.3,
      reach: 4,
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
      colour: tint(colour, '#b8d8ff'),
      glow: 1,
    },
  ],
} as const satisfies Record<string, Build>
