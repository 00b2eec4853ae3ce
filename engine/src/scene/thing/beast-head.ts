import { rgb } from '../../solid/palette.ts'
import { blend, type Rgb } from '../vector.ts'
import type { Beast } from './beast-build.ts'
import type { BeastPose } from './beast-pose.ts'
import { ball, both, limb, type Piece, rod, type Shape, turned } from './shape.ts'

/** Ears, told from the middle of the head; inner sides are a little smaller and lie before them. */
function earOf(b: Beast): { readonly ear: Shape; readonly inner: Shape | null } {
  const h = b.head
  switch (b.ear) {
    case 'prick':
    case 'tall': {
      const up = b.ear === 'tall' ? 2.15 : b.feet === 'hoof' ? 1.2 : 1.42
      const wide = b.ear === 'tall' ? 0.17 : b.feet === 'hoof' ? 0.13 : 0.19
      const of = (k: number, z: number): Shape =>
        limb(
          [
            [h * 0.42, h * 0.45, h * (z - 0.12), h * wide * 0.8 * k],
            [h * 0.5, h * (0.45 + (up - 0.4) * 0.38), h * (z - 0.06), h * wide * k],
            [h * 0.56, h * (0.45 + (up - 0.4) * 0.72), h * (z - 0.03), h * wide * 0.66 * k],
            [h * 0.6, h * up * (k < 1 ? 0.95 : 1), h * z, h * 0.012],
          ],
          { squash: 1.75, sides: 10 },
        )
      return { ear: of(1, 0), inner: of(0.66, 0.1) }
    }
    case 'round':
      return {
        ear: ball(h * 0.56, h * 0.72, -h * 0.12, h * 0.31, h * 0.33, h * 0.15, 8),
        inner: ball(h * 0.57, h * 0.72, -h * 0.02, h * 0.19, h * 0.21, h * 0.1, 6),
      }
    case 'long': {
      const of = (k: number, z: number): Shape =>
        limb(
          [
            [h * 0.3, h * 0.6, -h * (0.25 - z), h * 0.13 * k],
            [h * 0.42, h * 1.3, -h * (0.45 - z), h * 0.22 * k],
            [h * 0.52, h * 2, -h * (0.75 - z), h * 0.17 * k],
            [h * 0.56, h * 2.4, -h * (0.95 - z), h * 0.03],
          ],
          { squash: 1.4 },
        )
      return { ear: of(1, 0), inner: of(0.6, 0.13) }
    }
    case 'side': {
      const of = (k: number, z: number): Shape =>
        limb([
          [h * 0.5, h * 0.5, -h * (0.2 - z), h * 0.12 * k],
          [h * 0.95, h * 0.68, -h * (0.26 - z), h * 0.22 * k],
          [h * 1.3, h * 0.7, -h * (0.3 - z), h * 0.17 * k],
          [h * 1.6, h * 0.62, -h * (0.34 - z), h * 0.02],
        ])
      return { ear: of(1, 0), inner: of(0.66, 0.1) }
    }
    case 'flap':
      return {
        ear:
          b.extra === 'trunk'
            ? limb(
                [
                  [h * 0.75, h * 0.55, -h * 0.25, h * 0.2],
                  [h * 1.15, h * 0.35, -h * 0.5, h * 0.62],
                  [h * 1.25, -h * 0.35, -h * 0.55, h * 0.72],
                  [h * 1.05, -h * 1.05, -h * 0.4, h * 0.2],
                ],
                { squash: 0.2, sides: 12 },
              )
            : limb(
                [
                  [h * 0.5, h * 0.55, -h * 0.1, h * 0.2],
                  [h * 0.78, h * 0.4, -h * 0.02, h * 0.25],
                  [h * 0.86, -h * 0.05, h * 0.02, h * 0.25],
                  [h * 0.82, -h * 0.42, h * 0.06, h * 0.08],
                ],
                { squash: 0.6 },
              ),
        inner: null,
      }
  }
}

/** What is too fine for the skin of a head: ears, eyes, nose, mouth, horns. */
export function headPieces(b: Beast, pose: BeastPose, coat: Rgb, fur: NonNullable<Piece['coat']>): Piece[] {
  const h = b.head
  const m = b.muzzle
  const put = (...shapes: readonly Shape[]): Shape[] => shapes.map((shape) => turned(shape, pose.pitch, pose.turn, 0, pose.head))
  const hoofed = b.feet === 'hoof'
  const fine = b.snout ?? 1
  const tipY = -h * 0.22 - b.nod
  const tipZ = h * 0.42 + m
  const tip = h * (hoofed ? 0.4 : 0.31) * fine
  const black = rgb('#120e0c')
  const { ear, inner } = earOf(b)
  const [ex, ey, ez] = hoofed ? [0.53, 0.22, 0.34] : [0.4, 0.26, 0.66]
  const size = h * (hoofed ? 0.13 : 0.125) * (b.back > 2 ? 0.75 : 1)
  const pieces: Piece[] = [
    { shapes: put(both(ear)), colour: b.darkEars ? fur.dark : coat, coat: fur },
    { shapes: put(both(ball(h * ex, h * ey, h * ez, size, size, size, 6))), colour: black, gloss: 0.9 },
    {
      shapes: put(both(ball(h * (ex + 0.05), h * (ey + 0.06), h * (ez + 0.08), size * 0.32, size * 0.32, size * 0.32, 4))),
      colour: rgb('#f4f4f0'),
    },
  ]
  if (inner && !b.darkEars) pieces.push({ shapes: put(both(inner)), colour: blend(fur.pale, rgb('#8a5a4a'), 0.4) })
  if (b.marks === 'pig')
    pieces.push(
      { shapes: put(rod([0, tipY, tipZ + tip * 0.6], [0, tipY, tipZ + tip * 1.1], tip * 1.05)), colour: blend(coat, fur.pale, 0.7) },
      { shapes: put(both(ball(tip * 0.36, tipY, tipZ + tip * 2.05, tip * 0.2, tip * 0.28, tip * 0.1, 5))), colour: rgb('#6a3430') },
    )
  else if (b.extra === 'trunk') return pieces
  else if (hoofed)
    pieces.push({
      shapes: put(both(ball(tip * 0.5, tipY + tip * 0.3, tipZ + tip * 0.72, tip * 0.2, tip * 0.24, tip * 0.2, 6))),
      colour: black,
    })
  else
    pieces.push({
      shapes: put(ball(0, tipY + tip * 0.5, tipZ + tip * 0.72, tip * 0.56, tip * 0.42, tip * 0.46, 8)),
      colour: black,
      gloss: 0.6,
    })
  // the corner of the mouth runs back under the cheek
  pieces.push({
    shapes: put(
      both(
        limb(
          [
            [0.02 * h, tipY - tip * 0.42, tipZ + tip * 0.78, tip * 0.1],
            [tip * 0.7, tipY - tip * 0.36, tipZ + tip * 0.2, tip * 0.1],
            [h * 0.4 * fine, -h * 0.34 - b.nod * 0.6, h * 0.42 + m * 0.5, tip * 0.09],
          ],
          { sides: 5 },
        ),
      ),
    ),
    colour: blend(black, coat, 0.25),
  })
  return [...pieces, ...hornsOf(b).map((piece) => ({ ...piece, shapes: put(...piece.shapes) }))]
}

/** Antlers, horns, tusks, and the ossicones of a giraffe, told from the middle of the head. */
function hornsOf(b: Beast): Piece[] {
  const h = b.head
  const colour = rgb(b.extraColour ?? '#cdbb94')
  switch (b.extra) {
    case 'antlers': {
      const beam: [number, number, number][] = [
        [0.32, 0.6, -0.1],
        [0.62, 1.3, -0.5],
        [1.2, 2.1, -0.75],
        [1.62, 3.1, -0.5],
        [1.55, 4.0, 0.05],
      ]
      const tine = (at: number, x: number, y: number, z: number): Shape => {
        const [a, b2, c] = beam[at]!
        return limb(
          [
            [h * a, h * b2, h * c, h * 0.12],
            [h * (a + x * 0.45), h * (b2 + y * 0.35), h * (c + z * 0.65), h * 0.1],
            [h * (a + x), h * (b2 + y), h * (c + z), h * 0.02],
          ],
          { sides: 6 },
        )
      }
      return [
        {
          shapes: [
            both(
              limb(
                beam.map(([x, y, z], i) => [h * x, h * y, h * z, h * (0.19 - i * 0.028)]),
                { sides: 7 },
              ),
              tine(1, -0.1, 0.75, 1.15),
              tine(2, 0.1, 0.85, 0.9),
              tine(3, 0.55, 0.75, -0.25),
              tine(3, -0.45, 0.95, 0.35),
            ),
          ],
          colour,
        },
      ]
    }
    case 'horns':
      return [
        {
          shapes: [
            both(
              limb([
                [h * 0.42, h * 0.72, -h * 0.15, h * 0.15],
                [h * 0.85, h * 0.95, -h * 0.1, h * 0.12],
                [h * 1.1, h * 1.35, h * 0.1, h * 0.02],
              ]),
            ),
          ],
          colour,
          gloss: 0.3,
        },
      ]
    case 'ossicones':
      return [
        {
          shapes: [
            both(
              rod([h * 0.28, h * 0.65, -h * 0.1], [h * 0.36, h * 1.35, -h * 0.25], h * 0.11, h * 0.09),
              ball(h * 0.36, h * 1.42, -h * 0.26, h * 0.14, h * 0.12, h * 0.14, 6),
            ),
          ],
          colour,
        },
      ]
    case 'horn':
      return [{ shapes: [rod([0, h * 0.72, h * 0.35], [0, h * 2.5, h * 1.25], h * 0.14, h * 0.015)], colour: rgb('#e8d8a0'), glow: 0.5 }]
    case 'tusks':
      return [
        {
          shapes: [
            both(
              limb([
                [h * 0.3, -h * 0.42 - b.nod * 0.8, h * 0.4 + b.muzzle * 0.75, h * 0.1],
                [h * 0.5, -h * 0.3 - b.nod * 0.8, h * 0.45 + b.muzzle * 0.95, h * 0.08],
                [h * 0.5, h * 0.02 - b.nod * 0.6, h * 0.42 + b.muzzle, h * 0.015],
              ]),
            ),
          ],
          colour,
        },
      ]
    default:
      return []
  }
}

/** An elephant's tusks, told from the middle of the head. */
export function tusksOf(b: Beast, pose: BeastPose): Piece[] {
  if (b.extra !== 'trunk') return []
  const h = b.head
  const tusk = limb([
    [h * 0.4, -h * 0.45, h * 0.6, h * 0.13],
    [h * 0.52, -h * 1.1, h * 1.15, h * 0.11],
    [h * 0.5, -h * 1.2, h * 1.75, h * 0.03],
  ])
  return [{ shapes: [turned(both(tusk), pose.pitch, pose.turn, 0, pose.head)], colour: rgb(b.extraColour ?? '#ece4d0'), gloss: 0.3 }]
}
