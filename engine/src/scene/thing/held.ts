import { rgb } from '../../solid/palette.ts'
import type { Rgb, Vec3 } from '../vector.ts'
import { cloak } from './garments.ts'
import type { Outfit } from './outfits.ts'
import { ball, both, lathe, limb, type Piece, rod, sheet, slab } from './shape.ts'

/** Colours of what is held; `named` is the one that the plan asks for. */
type HeldColours = { readonly cloth: Rgb; readonly second: Rgb; readonly dark: Rgb; readonly named: Rgb | null }

/** What is in a hand. */
export function heldBy(o: Outfit, k: number, hand: Vec3, c: HeldColours): Piece[] {
  const [x, y, z] = hand
  const wood = rgb('#5c3c22')
  const steel = rgb('#b8bcc4')
  switch (o.holds) {
    case 'staff':
      return [
        { shapes: [rod([x, 0.02, z], [x, y + 0.78 * k, z], 0.022 * k)], colour: wood },
        {
          shapes: [ball(x, y + 0.83 * k, z, 0.065 * k)],
          colour: o.hat === 'pointed' ? rgb('#7fd4ff') : o.dress === 'trousers' ? wood : rgb('#e0b030'),
          ...(o.hat === 'pointed' ? { glow: 2, reach: 3.5 } : { gloss: 0.8 }),
        },
      ]
    case 'sword':
      return [
        {
          shapes: [
            limb(
              [
                [x, y - 0.02, z, 0.024 * k],
                [x, y + 0.2 * k, z + 0.12 * k, 0.022 * k],
                [x, y + 0.82 * k, z + 0.42 * k, 0.006 * k],
              ],
              { sides: 4 },
            ),
          ],
          colour: steel,
          gloss: 0.85,
        },
        { shapes: [rod([x - 0.1 * k, y + 0.04 * k, z + 0.02], [x + 0.1 * k, y + 0.04 * k, z + 0.02], 0.018 * k)], colour: rgb('#c09030') },
      ]
    case 'spear':
      return [
        { shapes: [rod([x, 0.02, z], [x, y + 0.95 * k, z], 0.02 * k)], colour: wood },
        {
          shapes: [
            limb(
              [
                [x, y + 0.93 * k, z, 0.02 * k],
                [x, y + 1.02 * k, z, 0.045 * k],
                [x, y + 1.2 * k, z, 0.004 * k],
              ],
              { sides: 4 },
            ),
          ],
          colour: steel,
          gloss: 0.8,
        },
      ]
    case 'bow':
      return [
        {
          shapes: [
            limb([
              [x, y + 0.62 * k, z - 0.12 * k, 0.008 * k],
              [x, y + 0.3 * k, z + 0.05 * k, 0.02 * k],
              [x, y, z + 0.1 * k, 0.022 * k],
              [x, y - 0.3 * k, z + 0.05 * k, 0.02 * k],
              [x, y - 0.62 * k, z - 0.12 * k, 0.008 * k],
            ]),
          ],
          colour: wood,
        },
        {
          shapes: [rod([x, y + 0.62 * k, z - 0.12 * k], [x, y - 0.62 * k, z - 0.12 * k], 0.005 * k, 0.005 * k, 4)],
          colour: rgb('#e4dcc8'),
        },
      ]
    case 'lute':
      return [
        { shapes: [ball(0.06 * k, 1.06 * k, 0.2 * k, 0.17 * k, 0.14 * k, 0.07 * k)], colour: rgb('#a86a30'), gloss: 0.5 },
        {
          shapes: [
            rod([0.16 * k, 1.1 * k, 0.22 * k], [0.58 * k, 1.3 * k, 0.24 * k], 0.022 * k),
            ball(0.06 * k, 1.06 * k, 0.268 * k, 0.045 * k, 0.045 * k, 0.01 * k, 6),
          ],
          colour: c.dark,
        },
      ]
    case 'lantern':
      return [
        {
          shapes: [
            lathe(
              x,
              z,
              [
                [y - 0.28 * k, 0.07 * k],
                [y - 0.08 * k, 0.07 * k],
                [y - 0.03 * k, 0.01 * k],
              ],
              8,
            ),
          ],
          colour: rgb('#ffc060'),
          glow: 3,
          reach: 6,
        },
      ]
    case 'torch':
      return [
        { shapes: [rod([x, y - 0.2 * k, z], [x, y + 0.42 * k, z + 0.05 * k], 0.024 * k, 0.034 * k)], colour: wood },
        {
          shapes: [
            limb([
              [x, y + 0.42 * k, z + 0.05 * k, 0.07 * k],
              [x + 0.01 * k, y + 0.54 * k, z + 0.05 * k, 0.09 * k],
              [x - 0.01 * k, y + 0.72 * k, z + 0.04 * k, 0.05 * k],
              [x + 0.02 * k, y + 0.86 * k, z + 0.04 * k, 0.004 * k],
            ]),
          ],
          colour: rgb('#ff9a3c'),
          glow: 4,
        },
      ]
    case 'flower':
      return [
        {
          shapes: [-1, 0, 1].map((i) => rod([x, y - 0.06 * k, z], [x + i * 0.07 * k, y + 0.24 * k, z + 0.04 * k], 0.008 * k, 0.006 * k, 5)),
          colour: rgb('#3f7a34'),
        },
        {
          shapes: [-1, 0, 1, 2].map((i) =>
            ball(
              x + (i === 2 ? 0.02 : i * 0.08) * k,
              y + (i === 2 ? 0.36 : 0.28) * k,
              z + (i === 2 ? 0 : 0.05) * k,
              0.06 * k,
              0.055 * k,
              0.06 * k,
              7,
            ),
          ),
          colour: c.named ?? rgb('#d8305a'),
        },
      ]
    case 'flag':
      return [
        { shapes: [rod([x, 0.02, z], [x, y + 1.3 * k, z], 0.018 * k)], colour: wood },
        {
          shapes: [
            sheet(
              [x, y + 1.28 * k, z],
              [x, y + 0.78 * k, z],
              [x + 0.42 * k, y + 0.74 * k, z + 0.08 * k],
              [x + 0.42 * k, y + 1.22 * k, z + 0.08 * k],
            ),
            sheet(
              [x + 0.42 * k, y + 1.22 * k, z + 0.08 * k],
              [x + 0.42 * k, y + 0.74 * k, z + 0.08 * k],
              [x + 0.82 * k, y + 0.8 * k, z - 0.02 * k],
              [x + 0.82 * k, y + 1.26 * k, z - 0.02 * k],
            ),
          ],
          colour: c.named ?? rgb('#b8262e'),
        },
      ]
    case 'book':
      return [
        { shapes: [slab(x - 0.04 * k, y + 0.06 * k, z + 0.04 * k, 0.13 * k, 0.17 * k, 0.035 * k, 0.9)], colour: c.named ?? rgb('#7a2430') },
        { shapes: [slab(x - 0.03 * k, y + 0.06 * k, z + 0.045 * k, 0.128 * k, 0.155 * k, 0.026 * k, 0.9)], colour: rgb('#efe6d0') },
      ]
    case 'balloon':
      return [
        { shapes: [rod([x, y, z], [x + 0.06 * k, y + 0.85 * k, z - 0.04 * k], 0.005 * k, 0.005 * k, 4)], colour: rgb('#e4dcc8') },
        {
          shapes: [
            ball(x + 0.07 * k, y + 1.1 * k, z - 0.04 * k, 0.23 * k, 0.28 * k, 0.23 * k),
            ball(x + 0.06 * k, y + 0.82 * k, z - 0.04 * k, 0.03 * k),
          ],
          colour: c.named ?? rgb('#d8263c'),
          gloss: 0.7,
        },
      ]
    case 'fork':
      return [
        { shapes: [rod([x, 0.02, z], [x, y + 0.62 * k, z], 0.018 * k)], colour: wood },
        {
          shapes: [-1, 0, 1].map((i) =>
            rod([x + i * 0.06 * k, y + 0.62 * k, z], [x + i * 0.07 * k, y + 0.9 * k, z], 0.011 * k, 0.006 * k, 5),
          ),
          colour: steel,
          gloss: 0.6,
        },
      ]
    case 'broom':
      return [
        { shapes: [rod([x, 0.3 * k, z], [x, y + 0.6 * k, z], 0.018 * k)], colour: wood },
        {
          shapes: [
            lathe(
              x,
              z,
              [
                [0.02 * k, 0.13 * k],
                [0.3 * k, 0.07 * k],
                [0.42 * k, 0.02 * k],
              ],
              9,
            ),
          ],
          colour: rgb('#c8a050'),
        },
      ]
    case 'umbrella':
      return [
        { shapes: [rod([x, y - 0.05 * k, z], [x * 0.6, y + 0.98 * k, z * 0.5], 0.013 * k)], colour: c.dark },
        {
          shapes: [
            lathe(
              x * 0.6,
              z * 0.5,
              [
                [y + 0.72 * k, 0.62 * k],
                [y + 0.9 * k, 0.42 * k],
                [y + 1 * k, 0.02 * k],
              ],
              9,
            ),
          ],
          colour: c.cloth,
          flat: true,
        },
      ]
    case 'rod':
      return [
        {
          shapes: [
            limb([
              [x, y - 0.1 * k, z - 0.1 * k, 0.016 * k],
              [x, y + 0.6 * k, z + 0.8 * k, 0.011 * k],
              [x, y + 0.85 * k, z + 1.7 * k, 0.005 * k],
            ]),
            rod([x, y + 0.85 * k, z + 1.7 * k], [x, 0.05, z + 1.9 * k], 0.004 * k, 0.004 * k, 4),
          ],
          colour: wood,
        },
      ]
    case 'basket':
      return [
        {
          shapes: [
            lathe(
              x + 0.02 * k,
              z,
              [
                [y - 0.4 * k, 0.11 * k],
                [y - 0.3 * k, 0.16 * k],
                [y - 0.2 * k, 0.17 * k],
              ],
              12,
              0.8,
            ),
            limb([
              [x - 0.13 * k, y - 0.22 * k, z, 0.012 * k],
              [x + 0.02 * k, y + 0.01 * k, z, 0.014 * k],
              [x + 0.17 * k, y - 0.22 * k, z, 0.012 * k],
            ]),
          ],
          colour: rgb('#b08a4c'),
        },
        {
          shapes: [-1, 0, 1].map((i) =>
            ball(x + (0.02 + i * 0.085) * k, y - 0.19 * k, z + (i ? 0.02 : -0.03) * k, 0.062 * k, 0.055 * k, 0.06 * k, 6),
          ),
          colour: c.second,
        },
      ]
    case 'mug':
      return [
        {
          shapes: [
            lathe(
              x,
              z + 0.03 * k,
              [
                [y - 0.07 * k, 0.05 * k],
                [y + 0.09 * k, 0.056 * k],
              ],
              10,
            ),
          ],
          colour: rgb('#7a5430'),
        },
        { shapes: [ball(x, y + 0.09 * k, z + 0.03 * k, 0.056 * k, 0.03 * k, 0.056 * k, 6)], colour: rgb('#f0e4c4') },
      ]
    case 'brush':
      return [
        { shapes: [ball(-0.3 * k, 0.9 * k, 0.2 * k, 0.15 * k, 0.02 * k, 0.11 * k)], colour: rgb('#9a6a3a') },
        { shapes: [rod([x, y, z], [x, y + 0.2 * k, z + 0.14 * k], 0.012 * k)], colour: wood },
      ]
    default:
      return []
  }
}

/** What is on the back or the other arm. */
export function onBack(o: Outfit, k: number, c: { readonly cloth: Rgb; readonly second: Rgb }): Piece[] {
  const p = (x: number, y: number, z: number): Vec3 => [x * k, y * k, z * k]
  switch (o.back) {
    case 'cape':
      return [
        {
          shapes: [cloak(p(0, 1.46, -0.06), 0.21 * k, 0.08 * k, 0.34 * k)],
          colour: c.second,
        },
      ]
    case 'wings':
      return [
        {
          shapes: [
            both(
              ...[0, 1, 2, 3, 4].map((i) =>
                limb(
                  [
                    [0.06 * k, 1.34 * k, -0.12 * k, 0.05 * k],
                    [(0.4 + i * 0.06) * k, (1.86 - i * 0.16) * k, -0.2 * k, 0.085 * k],
                    [(0.86 - i * 0.03) * k, (1.78 - i * 0.36) * k, -0.22 * k, 0.015 * k],
                  ],
                  { sides: 8 },
                ),
              ),
            ),
          ],
          colour: rgb('#f4f2ee'),
        },
      ]
    case 'pack':
      return [
        {
          shapes: [slab(0, 1.2 * k, -0.26 * k, 0.19 * k, 0.27 * k, 0.13 * k, 0.88)],
          colour: o.dress === 'suit' ? rgb('#c8c8cc') : c.second,
        },
        ...(o.dress === 'suit'
          ? []
          : [
              // a rolled blanket over it, and the straps
              { shapes: [rod(p(-0.23, 1.52, -0.26), p(0.23, 1.52, -0.26), 0.075 * k)], colour: rgb('#d8b048') },
              {
                shapes: [
                  both(
                    limb([
                      [0.1 * k, 1.47 * k, -0.12 * k, 0.022 * k],
                      [0.11 * k, 1.42 * k, 0.1 * k, 0.022 * k],
                      [0.13 * k, 1.16 * k, 0.13 * k, 0.022 * k],
                    ]),
                  ),
                ],
                colour: rgb('#4a3424'),
              },
            ]),
      ]
    case 'shield':
      return [{ shapes: [ball(-0.33 * k, 1 * k, 0.1 * k, 0.035 * k, 0.3 * k, 0.25 * k)], colour: c.second, gloss: 0.3 }]
    default:
      return []
  }
}
