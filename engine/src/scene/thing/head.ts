import type { Prng } from '../../math/prng.ts'
import { rgb } from '../../solid/palette.ts'
import { type Rgb, times } from '../vector.ts'
import type { Outfit } from './outfits.ts'
import { ball, both, limb as limbOf, type Piece, type Shape } from './shape.ts'

const CUTS = ['short', 'parted', 'curly', 'fringe', 'bald'] as const
const TRESSES = ['long', 'bob', 'bun', 'plait', 'tail'] as const
const BEARDS = ['none', 'none', 'none', 'full', 'moustache', 'goatee'] as const

/** Locks, brows and lips are thin: few sides do. */
const limb = (points: Parameters<typeof limbOf>[0], sides = 5): Shape => limbOf(points, { sides })

/** What tells one face from another. */
export type Face = {
  readonly hair: (typeof CUTS)[number] | (typeof TRESSES)[number] | 'none'
  readonly beard: (typeof BEARDS)[number] | 'long'
  /** How far the corners of the mouth are up, -1 to 1. */
  readonly smile: number
  readonly eyes: Rgb
}

/** Hair, beard, eyes and mouth, as the seed chooses them for what someone is. */
export function faceOf(o: Outfit, random: Prng): Face {
  const grown = (o.height ?? 1.75) > 1.3
  const cut = random.pick(CUTS)
  const tress = random.pick(TRESSES)
  const beard = random.pick(BEARDS)
  const trimmed = random.chance(0.4)
  const smile = random.range(-0.2, 1)
  const eyes = rgb(random.pick(['#2a1a10', '#3a2614', '#2c4258', '#35482c', '#1c1612']))
  const hair = o.hair === 'none' ? 'none' : o.hair === 'bun' ? 'bun' : o.hair === 'long' ? tress : cut === 'bald' && !grown ? 'fringe' : cut
  const always = o.dress === 'robe' && o.hat !== 'turban' ? 'long' : trimmed ? 'long' : 'full'
  return { hair, beard: o.hair === 'beard' ? always : o.hair === 'short' && grown && !o.fair ? beard : 'none', smile, eyes }
}

type Colours = { readonly skin: Rgb; readonly hair: Rgb; readonly dark: Rgb }

/** The head itself: skin with a nose and ears, eyes under brows, a mouth, hair and beard. `at` is a height over the middle of the head. */
export function bareHead(face: Face, k: number, r: number, at: (v: number) => number, hatted: boolean, c: Colours): Piece[] {
  const found: Piece[] = []
  const skin: Shape[] = [
    ball(0, at(0.02), -0.005 * k, 0.098 * r, 0.114 * r, 0.112 * r),
    ball(0, at(-0.055), 0.016 * k, 0.076 * r, 0.08 * r, 0.085 * r),
    limb([
      [0, at(0.025), 0.1 * r, 0.012 * r],
      [0, at(-0.022), 0.122 * r, 0.019 * r],
    ]),
    both(ball(0.098 * r, at(-0.005), 0, 0.018 * r, 0.032 * r, 0.022 * r, 5)),
  ]
  found.push({ shapes: skin, colour: c.skin })
  // shade of the eye sockets and under the nose, which a small picture needs more than the eyes themselves
  const shade = times(c.skin, 0.58)
  found.push({ shapes: [both(ball(0.041 * r, at(0.016), 0.088 * r, 0.03 * r, 0.023 * r, 0.018 * r, 5))], colour: shade })
  found.push({
    shapes: [both(ball(0.041 * r, at(0.01), 0.093 * r, 0.023 * r, 0.0155 * r, 0.016 * r, 5))],
    colour: rgb('#f4efe6'),
    gloss: 0.5,
  })
  found.push({ shapes: [both(ball(0.039 * r, at(0.01), 0.104 * r, 0.0125 * r, 0.0145 * r, 0.009 * r, 4))], colour: face.eyes, gloss: 0.9 })
  const hair = times(c.hair, 0.8)
  found.push({
    shapes: [
      both(
        limb([
          [0.068 * r, at(0.036), 0.08 * r, 0.007 * r],
          [0.042 * r, at(0.05), 0.099 * r, 0.0105 * r],
          [0.016 * r, at(0.043), 0.107 * r, 0.008 * r],
        ]),
      ),
    ],
    colour: hair,
  })
  const up = 0.012 * face.smile
  found.push({
    shapes: [
      limb([
        [-0.031 * r, at(-0.066 + up), 0.088 * r, 0.005 * r],
        [0, at(-0.071), 0.103 * r, 0.0105 * r],
        [0.031 * r, at(-0.066 + up), 0.088 * r, 0.005 * r],
      ]),
    ],
    colour: [c.skin[0] * 0.62, c.skin[1] * 0.34, c.skin[2] * 0.36],
  })
  const grown = [...hairOf(face.hair, hatted, k, r, at), ...beardOf(face.beard, k, r, at)]
  if (grown.length > 0) found.push({ shapes: grown, colour: c.hair })
  return found
}

function hairOf(hair: Face['hair'], hatted: boolean, k: number, r: number, at: (v: number) => number): Shape[] {
  const cap = ball(0, at(0.052), -0.025 * k, 0.113 * r, 0.107 * r, 0.118 * r)
  const full = hatted
    ? ball(0, at(0.03), -0.028 * k, 0.112 * r, 0.112 * r, 0.118 * r)
    : ball(0, at(0.038), -0.026 * k, 0.116 * r, 0.124 * r, 0.122 * r)
  /** Locks at both temples, down to a height. */
  const sides = (low: number, thick: number) =>
    both(
      limb([
        [0.088 * r, at(0.085), 0.035 * r, thick * 0.8 * r],
        [0.108 * r, at(0.02), 0.012 * r, thick * r],
        [0.1 * r, at(low), 0 * r, thick * 0.75 * r],
      ]),
    )
  const back = (low: number, thick: number) =>
    limb(
      [
        [0, at(0.02), -0.07 * k, 0.102 * r],
        [0, at(low / 2), -0.1 * k, 0.1 * r * thick],
        [0, at(low), -0.09 * k, 0.05 * r * thick],
      ],
      9,
    )
  /** Hair over the forehead to one side, where no hat presses it down. */
  const sweep = (from: number, to: number): Shape =>
    hatted
      ? () => {}
      : limb([
          [from * r, at(0.1), 0.055 * r, 0.03 * r],
          [((from + to) / 2) * r, at(0.105), 0.083 * r, 0.028 * r],
          [to * r, at(0.062), 0.07 * r, 0.018 * r],
        ])
  switch (hair) {
    case 'none':
      return []
    case 'bald':
      return [ball(0, at(-0.005), -0.04 * k, 0.108 * r, 0.06 * r, 0.092 * r)]
    case 'short':
      return [cap]
    case 'parted':
      return [cap, sweep(-0.06, 0.088), sides(-0.005, 0.018)]
    case 'fringe':
      return [full, sweep(-0.03, -0.085), sweep(-0.02, 0.085), sides(-0.015, 0.022)]
    case 'curly':
      return [
        cap,
        ...CURLS.filter(([, y]) => !hatted || y < 0.05).map(([x, y, z]) => ball(x * r, at(y), z * r, 0.046 * r, 0.042 * r, 0.046 * r, 5)),
      ]
    case 'long':
      return [full, back(-0.34, 0.95), sweep(-0.02, 0.09), sides(-0.2, 0.032)]
    case 'bob':
      return [full, back(-0.13, 1.1), sweep(-0.07, 0.088), sides(-0.1, 0.036)]
    case 'bun':
      return [full, ball(0, at(hatted ? -0.02 : 0.13), (hatted ? -0.13 : -0.07) * k, 0.06 * r), sweep(-0.02, -0.088), sweep(0, 0.088)]
    case 'tail':
      return [
        full,
        sweep(-0.05, 0.088),
        limb([
          [0, at(0.07), -0.13 * r, 0.035 * r],
          [0, at(0.02), -0.19 * r, 0.045 * r],
          [0, at(-0.24), -0.17 * r, 0.016 * r],
        ]),
      ]
    case 'plait':
      return [
        full,
        sweep(0.02, -0.09),
        sides(-0.06, 0.026),
        limb([
          [0.09 * r, at(-0.06), -0.03 * r, 0.036 * r],
          [0.12 * r, at(-0.17), 0.05 * r, 0.036 * r],
          [0.115 * r, at(-0.28), 0.11 * r, 0.032 * r],
          [0.11 * r, at(-0.4), 0.12 * r, 0.014 * r],
        ]),
      ]
  }
}

/** Where curls sit on a head, in radii. */
const CURLS = [
  [0, 0.15, -0.02],
  [0.065, 0.135, 0.01],
  [-0.065, 0.135, 0.01],
  [0.03, 0.125, 0.066],
  [-0.03, 0.125, 0.066],
  [0.1, 0.075, 0.005],
  [-0.1, 0.075, 0.005],
  [0.085, 0.09, -0.08],
  [-0.085, 0.09, -0.08],
  [0, 0.11, -0.115],
  [0, 0.03, -0.13],
] as const

function beardOf(beard: Face['beard'], k: number, r: number, at: (v: number) => number): Shape[] {
  const lip = both(
    limb([
      [0.004 * r, at(-0.046), 0.108 * r, 0.014 * r],
      [0.04 * r, at(-0.06), 0.09 * r, 0.009 * r],
    ]),
  )
  const jaw = [
    both(
      limb([
        [0.094 * r, at(-0.005), 0.02 * r, 0.016 * r],
        [0.082 * r, at(-0.065), 0.045 * r, 0.03 * r],
        [0.03 * r, at(-0.115), 0.085 * r, 0.036 * r],
      ]),
    ),
    ball(0, at(-0.118), 0.082 * r, 0.05 * r, 0.036 * r, 0.034 * r, 6),
  ]
  switch (beard) {
    case 'none':
      return []
    case 'moustache':
      return [lip]
    case 'goatee':
      return [lip, ball(0, at(-0.115), 0.088 * r, 0.034 * r, 0.04 * r, 0.03 * r, 6)]
    case 'full':
      return [lip, ...jaw]
    case 'long':
      return [
        lip,
        ...jaw,
        limb(
          [
            [0, at(-0.11), 0.075 * k, 0.06 * r],
            [0, at(-0.22), 0.1 * k, 0.055 * r],
            [0, at(-0.36), 0.1 * k, 0.015 * r],
          ],
          8,
        ),
      ]
  }
}
