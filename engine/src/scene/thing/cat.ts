import { rgb } from '../../solid/palette.ts'
import { blend, type Rgb } from '../vector.ts'
import { beast } from './beast.ts'
import { type Build, eyes } from './build.ts'
import { ball, both, limb, type Piece, rod } from './shape.ts'

const COATS = ['#77726a', '#77726a', '#c8823c', '#2c2a2a', '#e6e0d4', '#4c4440'] as const

/** A cat that sits upright, its tail round its feet. */
function sitting(coat: Rgb): Piece[] {
  const pale = rgb('#f2ece0')
  const dark = blend(coat, [0.01, 0.01, 0.01], 0.7)
  return [
    {
      shapes: [
        // haunches, a back that curves up, chest and neck
        limb(
          [
            [0, 0.09, -0.1, 0.085],
            [0, 0.13, -0.08, 0.105],
            [0, 0.24, -0.02, 0.088],
            [0, 0.34, 0.04, 0.068],
            [0, 0.4, 0.07, 0.05],
          ],
          { sides: 14, squash: 0.98 },
        ),
        ball(0, 0.45, 0.1, 0.078, 0.07, 0.072),
        both(
          // pricked ears, hind thighs, straight forelegs
          rod([0.045, 0.49, 0.09], [0.062, 0.565, 0.085], 0.03, 0.003),
          ball(0.085, 0.085, -0.03, 0.055, 0.085, 0.1),
          limb([
            [0.045, 0.28, 0.05, 0.04],
            [0.044, 0.15, 0.085, 0.027],
            [0.042, 0.025, 0.09, 0.023],
          ]),
        ),
        limb([
          [0, 0.05, -0.19, 0.03],
          [0.12, 0.035, -0.19, 0.03],
          [0.19, 0.035, -0.06, 0.028],
          [0.15, 0.035, 0.08, 0.026],
          [0.06, 0.035, 0.17, 0.018],
        ]),
      ],
      colour: coat,
    },
    {
      shapes: [
        limb([
          [0, 0.37, 0.098, 0.04],
          [0, 0.27, 0.095, 0.045],
        ]),
        both(
          ball(0.025, 0.428, 0.158, 0.026, 0.022, 0.022, 6),
          ball(0.042, 0.02, 0.105, 0.027, 0.02, 0.038, 6),
          ball(0.09, 0.02, 0.06, 0.03, 0.02, 0.05, 6),
        ),
      ],
      colour: pale,
    },
    {
      shapes: [0.16, 0.22, 0.28, 0.34].map((y) =>
        limb(
          [
            [-0.085 + (y - 0.16) * 0.2, y - 0.03, -0.05 + (y - 0.16) * 0.4, 0.012],
            [0, y + 0.02, -0.165 + (y - 0.16) * 0.72, 0.014],
            [0.085 - (y - 0.16) * 0.2, y - 0.03, -0.05 + (y - 0.16) * 0.4, 0.012],
          ],
          { sides: 6 },
        ),
      ),
      colour: dark,
    },
    { shapes: [ball(0, 0.445, 0.176, 0.012, 0.009, 0.01, 6)], colour: rgb('#c87880') },
    {
      shapes: [both(...[-1, 0, 1].map((i) => rod([0.03, 0.43, 0.17], [0.12, 0.43 + i * 0.018, 0.17], 0.003, 0.001, 4)))],
      colour: pale,
    },
    { shapes: [both(ball(0.034, 0.467, 0.155, 0.017, 0.018, 0.014, 6))], colour: rgb('#a8c83a'), gloss: 0.9 },
    eyes(0.035, 0.467, 0.167, 0.0075),
  ]
}

/** A cat: it sits more often than it walks. */
export const cat: Build = (random, colour, _, stands) => {
  const coat = colour ?? rgb(random.pick(COATS))
  return random.chance(0.65) ? sitting(coat) : beast('cat', stands?.pose ?? random, coat, stands)
}
