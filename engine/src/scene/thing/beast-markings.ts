import { blend, type Rgb } from '../vector.ts'
import type { Frame } from './beast-extras.ts'
import type { Beast } from './beasts.ts'
import { ball, both, limb, type Piece } from './shape.ts'

/** What lies in the coat: a pale bib and cheeks, a pale muzzle, a dark back or tabby stripes. */
export function markingsOf(b: Beast, { headY: y, headZ: z, half, top, chestY }: Frame, pale: Rgb, coat: Rgb): Piece[] {
  const h = b.head
  const bib = (): Piece => ({
    shapes: [
      limb(
        [
          [0, y - h * 0.75, z - h * 0.1, b.neck * 0.8],
          [0, chestY + (y - chestY) * 0.3, half + b.reach * 0.46, b.neck * 1.06],
          [0, chestY - b.chest * 0.3, half * 0.9, b.chest * 0.66],
        ],
        { squash: 0.76 },
      ),
    ],
    colour: pale,
  })
  const cheeks = (): Piece => ({
    shapes: [
      both(ball(h * 0.4, y - h * 0.38, z + h * 0.34, h * 0.36, h * 0.3, h * 0.44, 6)),
      limb([
        [0, y - h * 0.42, z + h * 0.4, h * 0.48],
        [0, y - h * 0.46 - b.nod, z + h * 0.42 + b.muzzle * 0.95, h * 0.28],
      ]),
    ],
    colour: pale,
  })
  switch (b.marks) {
    case 'bib':
      return [bib(), cheeks()]
    case 'muzzle':
      return [
        {
          shapes: [
            limb([
              [0, y - h * 0.28 - b.nod * 0.6, z + h * 0.45 + b.muzzle * 0.5, h * 0.49],
              [0, y - h * 0.3 - b.nod, z + h * 0.44 + b.muzzle, h * 0.37],
            ]),
          ],
          colour: pale,
        },
      ]
    case 'saddle':
      return [
        bib(),
        cheeks(),
        {
          shapes: [
            limb(
              [
                [0, top - b.belly * 0.5, -half * 0.9, b.belly * 0.58],
                [0, top - b.belly * 0.36, 0, b.belly * 0.52],
                [0, top - b.chest * 0.5, half * 0.7, b.chest * 0.6],
              ],
              { squash: 0.9 },
            ),
          ],
          colour: blend(coat, [0.01, 0.01, 0.012], 0.6),
        },
      ]
    case 'tabby':
      return [
        bib(),
        cheeks(),
        {
          shapes: [-0.8, -0.5, -0.2, 0.1, 0.4].map((at) =>
            both(
              limb(
                [
                  [0.01 * b.back, top + b.belly * 0.01, half * at, b.belly * 0.13],
                  [b.belly * 0.62, top - b.belly * 0.42, half * (at + 0.05), b.belly * 0.13],
                  [b.belly * 0.76, top - b.belly * 1.1, half * (at - 0.02), b.belly * 0.05],
                ],
                { sides: 6 },
              ),
            ),
          ),
          colour: blend(coat, [0.01, 0.01, 0.01], 0.7),
        },
      ]
    default:
      return []
  }
}
