import { rgb } from '../../solid/palette.ts'
import type { Vec3 } from '../vector.ts'
import { type Build, eyes, tint } from './build.ts'
import { both, limb, type Shape, sheet } from './shape.ts'

/** Feathers at the end of a wing that spread like fingers. */
const FINGERS = 6

/** An eagle on spread wings: a white head and tail, dark plumage, a hooked beak. */
export const EAGLE: Build = (random, colour) => {
  const lift = random.range(0.16, 0.34)
  const plumage = tint(colour, '#3a2616')
  const wrist: Vec3 = [0.85, 0.12 + lift, 0.34]
  const arm = limb([
    [0.1, 0.04, 0.22, 0.09],
    [0.45, 0.06 + lift * 0.6, 0.36, 0.07],
    [wrist[0], wrist[1], wrist[2], 0.04],
  ])
  const vane = both(
    sheet([0.08, 0.03, 0.28], [0.45, 0.08 + lift * 0.6, 0.38], [0.5, 0.02 + lift * 0.55, -0.34], [0.1, -0.02, -0.3]),
    sheet([0.45, 0.08 + lift * 0.6, 0.38], wrist, [1.02, 0.06 + lift, -0.3], [0.5, 0.02 + lift * 0.55, -0.34]),
  )
  const fingers: Shape = (sink) => {
    for (let i = 0; i < FINGERS; i++) {
      const t = i / (FINGERS - 1)
      const root: Vec3 = [0.86 + 0.1 * t, 0.1 + lift, 0.34 - 0.5 * t]
      const tip: Vec3 = [1.66 - 0.34 * t * t, 0.24 + lift * 1.9 - 0.08 * t, 0.36 - 0.95 * t]
      sheet(root, tip, [tip[0] - 0.07, tip[1] - 0.02, tip[2] - 0.1], [root[0] + 0.02, root[1] - 0.02, root[2] - 0.16])(sink)
    }
  }
  const white = rgb('#f2efe6')
  return [
    {
      shapes: [
        limb([
          [0, -0.02, -0.5, 0.08],
          [0, 0, -0.1, 0.19],
          [0, 0.02, 0.25, 0.19],
          [0, 0.08, 0.42, 0.13],
        ]),
        both(arm),
        vane,
      ],
      colour: plumage,
    },
    { shapes: [both(fingers)], colour: [plumage[0] * 0.55, plumage[1] * 0.55, plumage[2] * 0.55] },
    {
      shapes: [
        limb([
          [0, 0.08, 0.4, 0.14],
          [0, 0.15, 0.54, 0.13],
          [0, 0.16, 0.64, 0.1],
        ]),
        sheet([-0.09, 0, -0.45], [0.09, 0, -0.45], [0.3, -0.03, -0.98], [-0.3, -0.03, -0.98]),
      ],
      colour: white,
    },
    {
      shapes: [
        limb([
          [0, 0.15, 0.66, 0.07],
          [0, 0.13, 0.8, 0.045],
          [0, 0.04, 0.86, 0.01],
        ]),
        both(
          limb([
            [0.1, -0.14, -0.1, 0.05],
            [0.11, -0.28, -0.16, 0.03],
          ]),
        ),
      ],
      colour: rgb('#e8ac24'),
    },
    eyes(0.09, 0.2, 0.64, 0.025),
  ]
}
