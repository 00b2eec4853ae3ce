import { sin } from '../../math/dmath.ts'
import { rgb } from '../../solid/palette.ts'
import { blend } from '../vector.ts'
import { type Build, tint } from './build.ts'
import { ball, both, lathe, limb, rod, type Shape } from './shape.ts'

/** A frog that sits on a lily pad: knees high, throat pale, eyes on top. */
const frog: Build = (random, colour) => {
  const skin = tint(colour, random.pick(['#4f9a2c', '#5fae34', '#3f8a3a']))
  const pale = rgb('#e6e8b4')
  const look = random.range(0, 0.02)
  return [
    {
      // a pad in the water, notched by two rims
      shapes: [
        lathe(
          0,
          0,
          [
            [0, 0.44],
            [0.03, 0.46],
            [0.045, 0.42],
            [0.04, 0.01],
          ],
          20,
          0.94,
        ),
      ],
      colour: rgb('#2f6a34'),
      gloss: 0.3,
    },
    {
      shapes: [
        limb(
          [
            [0, 0.12, -0.24, 0.07],
            [0, 0.17, -0.1, 0.13],
            [0, 0.24, 0.06, 0.15],
            [0, 0.32, 0.17, 0.125],
            [0, 0.33, 0.26, 0.075],
          ],
          { sides: 14, squash: 1.22 },
        ),
        // eyes stand above the head
        both(ball(0.095, 0.44 + look, 0.15, 0.06, 0.06, 0.06)),
        both(
          limb([
            [0.12, 0.13, -0.14, 0.075],
            [0.26, 0.2, 0.02, 0.08],
            [0.3, 0.24, 0.06, 0.06],
            [0.27, 0.13, -0.1, 0.05],
            [0.24, 0.075, -0.16, 0.042],
            [0.31, 0.065, 0.03, 0.038],
            [0.36, 0.06, 0.14, 0.03],
          ]),
          limb([
            [0.13, 0.24, 0.13, 0.06],
            [0.2, 0.15, 0.17, 0.042],
            [0.17, 0.07, 0.2, 0.036],
            [0.2, 0.06, 0.28, 0.03],
          ]),
          ...[-1, 0, 1].flatMap((i) => [
            rod([0.35, 0.06, 0.12], [0.38 + i * 0.05, 0.055, 0.24 - Math.abs(i) * 0.02], 0.018, 0.024, 6),
            rod([0.19, 0.06, 0.27], [0.21 + i * 0.04, 0.055, 0.35 - Math.abs(i) * 0.015], 0.014, 0.02, 6),
          ]),
        ),
      ],
      colour: skin,
      gloss: 0.45,
    },
    {
      shapes: [
        limb(
          [
            [0, 0.16, 0.12, 0.1],
            [0, 0.25, 0.21, 0.105],
            [0, 0.29, 0.275, 0.06],
          ],
          { squash: 1.25 },
        ),
      ],
      colour: pale,
    },
    // the wide mouth, and darker spots on the back
    {
      shapes: [
        limb([
          [-0.13, 0.335, 0.235, 0.009],
          [0, 0.305, 0.345, 0.009],
          [0.13, 0.335, 0.235, 0.009],
        ]),
      ],
      colour: blend(skin, [0, 0, 0], 0.75),
    },
    {
      shapes: [both(ball(0.09, 0.31, -0.02, 0.035, 0.03, 0.04, 6), ball(0.11, 0.22, -0.14, 0.03, 0.03, 0.035, 6))],
      colour: blend(skin, [0, 0, 0], 0.5),
    },
    { shapes: [both(ball(0.112, 0.45 + look, 0.18, 0.042, 0.045, 0.036))], colour: rgb('#f0c030'), gloss: 0.8 },
    { shapes: [both(ball(0.122, 0.45 + look, 0.205, 0.03, 0.018, 0.02, 6))], colour: rgb('#120f0d'), gloss: 0.9 },
  ]
}

/** A crocodile that lies on its belly, its long jaws open. */
const crocodile: Build = (random, colour) => {
  const skin = tint(colour, random.pick(['#6c8040', '#7a8448', '#5e7038']))
  const side = random.chance(0.5) ? 1 : -1
  const open = random.range(0.12, 0.32)
  const tail = (z: number) => side * sin((z + 0.6) * 1.1) * 0.28
  const leg = (x: number, z: number, back: number): Shape =>
    limb([
      [x * 0.6, 0.3, z, 0.14],
      [x * 1.5, 0.28, z + back, 0.1],
      [x * 1.7, 0.09, z + back + 0.1, 0.075],
      [x * 1.85, 0.05, z + back + 0.26, 0.07],
    ])
  const scutes = Array.from({ length: 17 }, (_, i) => {
    const z = 0.95 - i * 0.19
    const t = Math.max(0, -z - 0.6)
    const y = 0.53 - Math.min(0.3, t * 0.155)
    return rod(
      [z < -0.6 ? tail(z) : i % 2 === 0 ? 0.1 : -0.1, y - 0.06, z],
      [z < -0.6 ? tail(z) : i % 2 === 0 ? 0.11 : -0.11, y + 0.12, z - 0.05],
      0.07,
      0.01,
      5,
    )
  })
  return [
    {
      shapes: [
        limb(
          [
            [tail(-2.6), 0.14, -2.6, 0.02],
            [tail(-2), 0.18, -2, 0.09],
            [tail(-1.3), 0.24, -1.3, 0.17],
            [tail(-0.6), 0.28, -0.6, 0.25],
            [0, 0.29, 0, 0.3],
            [0, 0.3, 0.6, 0.27],
            [0, 0.34, 1, 0.21],
          ],
          { sides: 14, squash: 1.2 },
        ),
        // skull and upper jaw
        limb(
          [
            [0, 0.38, 1, 0.2],
            [0, 0.42, 1.25, 0.17],
            [0, 0.42 + open * 0.35, 1.6, 0.1],
            [0, 0.42 + open, 2.1, 0.085],
            [0, 0.43 + open * 1.05, 2.2, 0.075],
          ],
          { squash: 1.35 },
        ),
        limb(
          [
            [0, 0.25, 1.05, 0.13],
            [0, 0.2, 1.5, 0.075],
            [0, 0.17, 2.1, 0.055],
          ],
          { squash: 1.5 },
        ),
        both(ball(0.13, 0.58, 1.27, 0.075, 0.075, 0.1)),
        both(leg(0.24, 0.6, 0.1), leg(0.25, -0.55, -0.05)),
        ...scutes,
      ],
      colour: skin,
      gloss: 0.3,
    },
    {
      shapes: [
        limb(
          [
            [0, 0.2, -0.9, 0.16],
            [0, 0.17, 0, 0.22],
            [0, 0.2, 0.95, 0.17],
          ],
          { squash: 1.2 },
        ),
      ],
      colour: rgb('#b8b088'),
    },
    {
      shapes: [
        limb(
          [
            [0, 0.3, 1.2, 0.1],
            [0, 0.26, 1.75, 0.05],
          ],
          { squash: 1.2 },
        ),
      ],
      colour: rgb('#b8605a'),
    },
    {
      shapes: [
        both(
          ...Array.from({ length: 8 }, (_, i) => {
            const z = 1.42 + i * 0.095
            const up = 0.36 + ((z - 1.3) / 0.85) * open
            return rod([0.115 - i * 0.004, up + 0.005, z], [0.118 - i * 0.004, up - 0.085, z + 0.01], 0.026, 0.003, 5)
          }),
          ...Array.from({ length: 7 }, (_, i) =>
            rod([0.105 - i * 0.004, 0.2, 1.5 + i * 0.095], [0.108 - i * 0.004, 0.29, 1.51 + i * 0.095], 0.024, 0.003, 5),
          ),
        ),
      ],
      colour: rgb('#f4eed8'),
    },
    { shapes: [both(ball(0.18, 0.6, 1.3, 0.04, 0.042, 0.05, 6))], colour: rgb('#e8c020'), glow: 0.5 },
  ]
}

/** Animals half in the water. */
export const MARSH_ANIMALS = { frog, crocodile } as const satisfies Record<string, Build>
