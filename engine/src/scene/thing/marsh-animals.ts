import { rgb } from '../../solid/palette.ts'
import { blend } from '../vector.ts'
import { type Build, tint } from './build.ts'
import { crocodile } from './crocodile.ts'
import { ball, both, lathe, limb, rod } from './shape.ts'

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

/** Animals half in the water. */
export const MARSH_ANIMALS = { frog, crocodile } as const satisfies Record<string, Build>
