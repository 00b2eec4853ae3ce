import type { Prng } from '../../math/prng.ts'
import { rgb } from '../../solid/palette.ts'
import type { Rgb } from '../vector.ts'
import type { Beast } from './beasts.ts'
import { ball, both, limb, type Piece, rod, type Shape } from './shape.ts'

export type Frame = {
  readonly headY: number
  readonly headZ: number
  readonly half: number
  readonly top: number
  readonly chestY: number
  readonly bellyY: number
}

export function earOf(b: Beast, y: number, z: number): Shape {
  const h = b.head
  switch (b.ear) {
    case 'prick':
      return rod([h * 0.45, y + h * 0.6, z - h * 0.05], [h * 0.6, y + h * 1.5, z], h * 0.36, h * 0.05)
    case 'round':
      return ball(h * 0.66, y + h * 0.78, z - h * 0.1, h * 0.32, h * 0.34, h * 0.18, 6)
    case 'long':
      return limb([
        [h * 0.35, y + h * 0.7, z, h * 0.2],
        [h * 0.5, y + h * 1.5, z - h * 0.1, h * 0.26],
        [h * 0.6, y + h * 2.4, z - h * 0.4, h * 0.1],
      ])
    case 'side':
      return limb([
        [h * 0.6, y + h * 0.55, z, h * 0.18],
        [h * 1.1, y + h * 0.75, z - h * 0.1, h * 0.24],
        [h * 1.6, y + h * 0.6, z - h * 0.2, h * 0.08],
      ])
    case 'flap':
      return b.extra === 'trunk'
        ? ball(h * 1.25, y - h * 0.15, z - h * 0.3, h * 0.62, h * 1.05, h * 0.16)
        : limb([
            [h * 0.6, y + h * 0.7, z, h * 0.2],
            [h * 0.95, y + h * 0.3, z, h * 0.26],
            [h, y - h * 0.35, z + h * 0.05, h * 0.16],
          ])
  }
}

export function tailOf(b: Beast, top: number, half: number, coat: Rgb, pale: Rgb): Piece[] {
  const z = -half - b.belly * 0.6
  const y = top - b.belly * 0.4
  const s = b.back
  const along = (...points: readonly (readonly [up: number, back: number, radius: number])[]): Shape =>
    limb(points.map(([up, back, radius]) => [0, y + s * up, z - s * back, s * radius]))
  const tails: Record<Beast['tail'], Shape> = {
    brush: along([0, 0, 0.06], [-0.12, 0.2, 0.13], [-0.22, 0.44, 0.17], [-0.2, 0.66, 0.12], [-0.14, 0.78, 0.03]),
    whip: along([0, 0, 0.03], [-0.3, 0.08, 0.02], [-0.5, 0.06, 0.04]),
    long: along([0, 0, 0.055], [-0.25, 0.28, 0.045], [-0.22, 0.58, 0.042], [0.04, 0.76, 0.05]),
    stub: ball(0, y - s * 0.02, z - s * 0.02, s * 0.07, s * 0.09, s * 0.07, 6),
    flow: along([0, 0, 0.045], [-0.08, 0.13, 0.075], [-0.38, 0.19, 0.085], [-0.62, 0.16, 0.03]),
    curl: along([0, 0, 0.05], [0.18, 0.12, 0.05], [0.34, 0.03, 0.042], [0.3, -0.09, 0.025]),
  }
  const colour = b.tail === 'flow' && b.extraColour ? rgb(b.extraColour) : b.extra === 'wool' ? pale : coat
  const tail: Piece = { shapes: [tails[b.tail]], colour }
  // a fox's brush ends white, a lion's tail in a tuft
  if (b.tail === 'brush') return [tail, { shapes: [along([-0.215, 0.6, 0.135], [-0.17, 0.74, 0.085], [-0.12, 0.84, 0.02])], colour: pale }]
  if (b.extra === 'lion')
    return [tail, { shapes: [along([0, 0.72, 0.05], [0.08, 0.8, 0.085], [0.16, 0.82, 0.02])], colour: rgb(b.extraColour ?? b.coat) }]
  return [tail]
}

export function extraOf(b: Beast, f: Frame, random: Prng): Piece[] {
  const colour = rgb(b.extraColour ?? '#222222')
  const { headY: y, headZ: z } = f
  const h = b.head
  const mane = (): Piece => ({
    shapes: [
      limb(
        [
          [0, y + h * 0.95, z + h * 0.3, h * 0.2],
          [0, y + h * 0.7, z - h * 0.75, h * 0.5],
          [0, (f.top + y) / 2 + b.neck * 0.5, f.half + b.reach * 0.3 - b.neck * 0.4, h * 0.62],
          [0, f.top + b.neck * 0.35, f.half * 0.8, h * 0.4],
        ],
        { squash: 0.6 },
      ),
    ],
    colour,
  })
  switch (b.extra) {
    case 'mane':
      return [mane()]
    case 'horn':
      return [
        mane(),
        {
          shapes: [rod([0, y + h * 0.8, z + h * 0.4], [0, y + h * 2.7, z + h * 1.3], h * 0.15, h * 0.02)],
          colour: rgb('#e8d8a0'),
          glow: 0.5,
        },
      ]
    case 'antlers': {
      const beam = limb(
        [
          [h * 0.4, y + h * 0.75, z, h * 0.15],
          [h * 1.15, y + h * 1.9, z - h * 0.5, h * 0.13],
          [h * 1.9, y + h * 3.1, z - h * 0.2, h * 0.11],
          [h * 1.75, y + h * 4.2, z + h * 0.5, h * 0.05],
        ],
        { sides: 6 },
      )
      const tines = [1.5, 2.3, 3.1].map((up, i) =>
        rod(
          [h * (0.85 + i * 0.42), y + h * up, z - h * 0.4],
          [h * (1.1 + i * 0.25), y + h * (up + 1.1), z + h * (0.75 - i * 0.1)],
          h * 0.1,
          h * 0.03,
          5,
        ),
      )
      return [{ shapes: [both(beam, ...tines)], colour }]
    }
    case 'lion':
      return [
        {
          shapes: [
            ball(0, y + h * 0.05, z - h * 0.25, h * 1.5, h * 1.6, h * 0.8),
            ball(0, y - h * 0.7, z - h * 0.6, h * 1.3, h * 1.5, h * 1),
          ],
          colour,
        },
      ]
    case 'wool': {
      const tufts = [-1, -0.5, 0, 0.5, 0.95].flatMap((at) =>
        [0.6, -0.6, 0].map((side) =>
          ball(
            side * b.chest * 0.6,
            f.chestY + b.chest * (side === 0 ? 0.5 : 0.08) + b.chest * 0.06 * random.range(-1, 1),
            at * f.half * 0.95,
            b.chest * 0.72,
            b.chest * 0.66,
            b.chest * 0.66,
            6,
          ),
        ),
      )
      return [{ shapes: [...tufts, ball(0, y + h * 0.75, z - h * 0.25, h * 0.8, h * 0.5, h * 0.6)], colour }]
    }
    case 'hump':
      return [
        {
          shapes: [0.35, -0.5].map((at) => ball(0, f.top + b.chest * 0.12, f.half * at, b.chest * 0.5, b.chest * 0.8, b.chest * 0.62)),
          colour: rgb(b.coat),
        },
        { shapes: [ball(0, f.top + b.chest * 0.5, -f.half * 0.06, b.chest * 0.56, b.chest * 0.2, f.half * 0.36)], colour: rgb('#a83a2a') },
      ]
    case 'trunk':
      return [
        {
          shapes: [
            limb([
              [0, y - h * 0.25, z + h * 0.75, h * 0.44],
              [0, y - h * 1.1, z + h * 1.35, h * 0.31],
              [0, y - h * 2.2, z + h * 1.3, h * 0.22],
              [0, y - h * 3, z + h * 1.55, h * 0.16],
            ]),
          ],
          colour: rgb(b.coat),
        },
        {
          shapes: [
            both(
              limb([
                [h * 0.42, y - h * 0.5, z + h * 0.75, h * 0.14],
                [h * 0.6, y - h * 1.15, z + h * 1.3, h * 0.12],
                [h * 0.5, y - h * 1.1, z + h * 1.95, h * 0.04],
              ]),
            ),
          ],
          colour,
        },
      ]
    case 'tusks':
      return [
        {
          shapes: [
            both(
              limb([
                [h * 0.35, y - h * 0.4 - b.nod, z + b.muzzle * 0.9, h * 0.1],
                [h * 0.6, y - h * 0.35 - b.nod, z + b.muzzle * 1.2, h * 0.08],
                [h * 0.6, y + h * 0.05 - b.nod, z + b.muzzle * 1.3, h * 0.02],
              ]),
            ),
          ],
          colour,
        },
      ]
    case 'stripes':
      return [
        {
          shapes: Array.from({ length: 7 }, (_, i) => {
            const at = -f.half * 0.95 + (i * f.half * 1.9) / 6
            const lower = f.bellyY + (f.chestY - f.bellyY) * 0.5 - b.belly * 0.35
            const side = b.belly * 0.86
            return both(
              limb(
                [
                  [side * 0.97, lower, at + 0.03, 0.012],
                  [side * 0.86, lower + b.belly * 0.75, at - 0.03, 0.034],
                  [side * 0.1, f.top - b.belly * 0.02, at, 0.03],
                ],
                { sides: 5 },
              ),
            )
          }),
          colour,
        },
      ]
    case 'patches': {
      const long = b.rise > 1
      const body = Array.from({ length: long ? 22 : 9 }, (_, i) => {
        const side = i % 2 === 0 ? 1 : -1
        const at = random.range(-1, 0.8) * f.half
        const up = random.range(-0.3, 0.8) * b.belly
        const size = b.belly * random.range(0.2, long ? 0.28 : 0.48)
        const out = Math.sqrt(Math.max(0.05, 1 - (up / b.belly) * (up / b.belly)))
        return ball(side * b.belly * 0.72 * out, f.top - b.belly * 0.88 + up * 0.9, at, b.belly * 0.1, size, size, 6)
      })
      // and up a long neck
      const neck = Array.from({ length: long ? 14 : 0 }, (_, i) => {
        const t = 0.12 + ((i >> 1) / 7) * 0.75
        const r = b.neck * (1.3 - t * 0.45)
        return ball(
          (i % 2 === 0 ? 1 : -1) * r * 0.72,
          f.chestY + (y - f.chestY) * t,
          f.half * 0.9 + (z - f.half * 0.9) * t + r * random.range(-0.35, 0.35),
          r * 0.12,
          r * 0.62,
          r * 0.5,
          6,
        )
      })
      return [{ shapes: [...body, ...neck], colour }]
    }
    default:
      return []
  }
}
