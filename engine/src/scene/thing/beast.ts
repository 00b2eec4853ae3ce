import type { Prng } from '../../math/prng.ts'
import { rgb } from '../../solid/palette.ts'
import type { Rgb } from '../vector.ts'
import { ball, both, limb, type Piece, rod, type Shape } from './shape.ts'

/** How an animal on four legs is built. Lengths in metres. */
export type Beast = {
  /** Height of the back, and from shoulder to hip. */
  readonly back: number
  readonly long: number
  /** Half the depth of chest and belly. */
  readonly chest: number
  readonly belly: number
  /** Thickness of a leg at the top and above the foot. */
  readonly thigh: number
  readonly shank: number
  /** The neck: how far up and forward its end lies from the shoulder, and its thickness there. */
  readonly rise: number
  readonly reach: number
  readonly neck: number
  readonly head: number
  /** Length of the muzzle and how far it points down. */
  readonly muzzle: number
  readonly nod: number
  readonly ear: 'prick' | 'round' | 'long' | 'flap' | 'side'
  readonly tail: 'brush' | 'whip' | 'long' | 'stub' | 'flow' | 'curl'
  readonly coat: string
  readonly pale: string
  readonly extra?: 'mane' | 'lion' | 'antlers' | 'horns' | 'horn' | 'trunk' | 'hump' | 'stripes' | 'wool' | 'patches' | 'tusks'
  readonly extraColour?: string
}

const BEASTS = {
  horse: {
    back: 1.5,
    long: 1.35,
    chest: 0.36,
    belly: 0.33,
    thigh: 0.19,
    shank: 0.06,
    rise: 0.75,
    reach: 0.62,
    neck: 0.16,
    head: 0.15,
    muzzle: 0.42,
    nod: 0.32,
    ear: 'prick',
    tail: 'flow',
    coat: '#6b4226',
    pale: '#3a2416',
    extra: 'mane',
    extraColour: '#1f1510',
  },
  unicorn: {
    back: 1.5,
    long: 1.35,
    chest: 0.35,
    belly: 0.32,
    thigh: 0.18,
    shank: 0.058,
    rise: 0.8,
    reach: 0.58,
    neck: 0.155,
    head: 0.15,
    muzzle: 0.4,
    nod: 0.3,
    ear: 'prick',
    tail: 'flow',
    coat: '#e9e6e2',
    pale: '#cfc8c8',
    extra: 'horn',
    extraColour: '#d8c8ec',
  },
  deer: {
    back: 1.05,
    long: 0.95,
    chest: 0.24,
    belly: 0.21,
    thigh: 0.13,
    shank: 0.036,
    rise: 0.55,
    reach: 0.34,
    neck: 0.1,
    head: 0.105,
    muzzle: 0.24,
    nod: 0.16,
    ear: 'side',
    tail: 'stub',
    coat: '#9a6438',
    pale: '#e4cfae',
    extra: 'antlers',
    extraColour: '#8a7250',
  },
  cow: {
    back: 1.4,
    long: 1.45,
    chest: 0.42,
    belly: 0.45,
    thigh: 0.2,
    shank: 0.075,
    rise: 0.08,
    reach: 0.52,
    neck: 0.22,
    head: 0.19,
    muzzle: 0.36,
    nod: 0.2,
    ear: 'side',
    tail: 'whip',
    coat: '#e8e2d8',
    pale: '#d8a898',
    extra: 'patches',
    extraColour: '#2b2321',
  },
  sheep: {
    back: 0.85,
    long: 0.78,
    chest: 0.3,
    belly: 0.3,
    thigh: 0.1,
    shank: 0.04,
    rise: 0.16,
    reach: 0.3,
    neck: 0.12,
    head: 0.11,
    muzzle: 0.17,
    nod: 0.09,
    ear: 'side',
    tail: 'stub',
    coat: '#ece6d8',
    pale: '#2e2622',
    extra: 'wool',
    extraColour: '#ece6d8',
  },
  pig: {
    back: 0.78,
    long: 0.85,
    chest: 0.27,
    belly: 0.3,
    thigh: 0.13,
    shank: 0.055,
    rise: -0.05,
    reach: 0.33,
    neck: 0.19,
    head: 0.17,
    muzzle: 0.19,
    nod: 0.05,
    ear: 'flap',
    tail: 'curl',
    coat: '#e0a497',
    pale: '#d18c82',
  },
  dog: {
    back: 0.62,
    long: 0.62,
    chest: 0.17,
    belly: 0.13,
    thigh: 0.1,
    shank: 0.036,
    rise: 0.16,
    reach: 0.2,
    neck: 0.1,
    head: 0.115,
    muzzle: 0.16,
    nod: 0.03,
    ear: 'flap',
    tail: 'curl',
    coat: '#a9713c',
    pale: '#eadcc4',
  },
  wolf: {
    back: 0.82,
    long: 0.85,
    chest: 0.2,
    belly: 0.16,
    thigh: 0.13,
    shank: 0.042,
    rise: 0.14,
    reach: 0.36,
    neck: 0.13,
    head: 0.13,
    muzzle: 0.2,
    nod: 0.05,
    ear: 'prick',
    tail: 'brush',
    coat: '#6d6a68',
    pale: '#c9c2b8',
  },
  fox: {
    back: 0.45,
    long: 0.55,
    chest: 0.115,
    belly: 0.09,
    thigh: 0.075,
    shank: 0.026,
    rise: 0.1,
    reach: 0.18,
    neck: 0.07,
    head: 0.085,
    muzzle: 0.13,
    nod: 0.02,
    ear: 'prick',
    tail: 'brush',
    coat: '#c2571f',
    pale: '#f0e4d4',
  },
  cat: {
    back: 0.31,
    long: 0.36,
    chest: 0.085,
    belly: 0.08,
    thigh: 0.055,
    shank: 0.022,
    rise: 0.07,
    reach: 0.1,
    neck: 0.055,
    head: 0.075,
    muzzle: 0.045,
    nod: 0.015,
    ear: 'prick',
    tail: 'long',
    coat: '#b8783a',
    pale: '#efe2cc',
  },
  bear: {
    back: 1.2,
    long: 1.15,
    chest: 0.4,
    belly: 0.42,
    thigh: 0.24,
    shank: 0.13,
    rise: 0.16,
    reach: 0.45,
    neck: 0.25,
    head: 0.23,
    muzzle: 0.23,
    nod: 0.08,
    ear: 'round',
    tail: 'stub',
    coat: '#4a3122',
    pale: '#8a6a4c',
  },
  lion: {
    back: 1.05,
    long: 1.15,
    chest: 0.28,
    belly: 0.23,
    thigh: 0.17,
    shank: 0.075,
    rise: 0.16,
    reach: 0.36,
    neck: 0.18,
    head: 0.21,
    muzzle: 0.17,
    nod: 0.05,
    ear: 'round',
    tail: 'long',
    coat: '#c79a55',
    pale: '#e9d5ae',
    extra: 'lion',
    extraColour: '#7a4a20',
  },
  tiger: {
    back: 1,
    long: 1.2,
    chest: 0.27,
    belly: 0.23,
    thigh: 0.17,
    shank: 0.075,
    rise: 0.16,
    reach: 0.36,
    neck: 0.16,
    head: 0.18,
    muzzle: 0.15,
    nod: 0.05,
    ear: 'round',
    tail: 'long',
    coat: '#cf7a2a',
    pale: '#f2e6d2',
    extra: 'stripes',
    extraColour: '#1c1512',
  },
  elephant: {
    back: 2.9,
    long: 2.3,
    chest: 0.95,
    belly: 1,
    thigh: 0.46,
    shank: 0.28,
    rise: 0.3,
    reach: 0.85,
    neck: 0.5,
    head: 0.58,
    muzzle: 0.3,
    nod: 0.25,
    ear: 'flap',
    tail: 'whip',
    coat: '#77706c',
    pale: '#5f5956',
    extra: 'trunk',
    extraColour: '#ece4d0',
  },
  camel: {
    back: 1.85,
    long: 1.45,
    chest: 0.42,
    belly: 0.38,
    thigh: 0.2,
    shank: 0.075,
    rise: 0.72,
    reach: 0.68,
    neck: 0.13,
    head: 0.15,
    muzzle: 0.3,
    nod: 0.08,
    ear: 'round',
    tail: 'whip',
    coat: '#b98f5a',
    pale: '#a07644',
    extra: 'hump',
    extraColour: '#8f6838',
  },
  giraffe: {
    back: 2.9,
    long: 1.5,
    chest: 0.44,
    belly: 0.36,
    thigh: 0.22,
    shank: 0.085,
    rise: 2,
    reach: 0.75,
    neck: 0.15,
    head: 0.18,
    muzzle: 0.36,
    nod: 0.16,
    ear: 'side',
    tail: 'whip',
    coat: '#d9a55c',
    pale: '#efdcb4',
    extra: 'patches',
    extraColour: '#8a4f22',
  },
  rabbit: {
    back: 0.2,
    long: 0.24,
    chest: 0.085,
    belly: 0.11,
    thigh: 0.075,
    shank: 0.022,
    rise: 0.06,
    reach: 0.06,
    neck: 0.055,
    head: 0.068,
    muzzle: 0.035,
    nod: 0.01,
    ear: 'long',
    tail: 'stub',
    coat: '#a89078',
    pale: '#f0eae0',
  },
  boar: {
    back: 0.85,
    long: 0.9,
    chest: 0.3,
    belly: 0.26,
    thigh: 0.14,
    shank: 0.05,
    rise: 0.02,
    reach: 0.4,
    neck: 0.22,
    head: 0.18,
    muzzle: 0.28,
    nod: 0.12,
    ear: 'prick',
    tail: 'whip',
    coat: '#3e3028',
    pale: '#55443a',
    extra: 'tusks',
    extraColour: '#eee4cc',
  },
} as const satisfies Record<string, Beast>

export type BeastName = keyof typeof BEASTS
export const beastNames = Object.keys(BEASTS) as readonly BeastName[]

/** An animal on four legs in a walking pose. */
export function beast(name: BeastName, random: Prng, colour: Rgb | null): Piece[] {
  const b: Beast = BEASTS[name]
  const coat = colour ?? rgb(b.coat)
  const pale = rgb(b.pale)
  const dark = rgb('#161210')
  const half = b.long / 2
  const stride = b.back * random.range(0.05, 0.13)
  const top = b.back
  const chestY = top - b.chest
  const bellyY = top - b.belly * 0.98
  const wide = b.chest * 0.52
  const leg = (x: number, z: number, hip: number, step: number, hind: boolean): Shape =>
    limb([
      [x, hip, z, b.thigh],
      [x * 1.02, hip * 0.62, z + (hind ? step * 0.2 + b.back * 0.025 : step * 0.5), b.thigh * 0.6],
      [x, hip * 0.36, z + step * 0.8 - (hind ? b.back * 0.05 : 0), b.shank * 1.2],
      [x, hip * 0.12, z + step * 0.95, b.shank],
      [x, b.shank * 0.75, z + step + b.shank * 0.5, b.shank * 1.15],
    ])
  const headY = top + b.rise
  const headZ = half + b.reach
  const neckZ = half + b.reach * 0.45
  const neckY = chestY + (headY - chestY) * 0.52
  // one skin from the rump to the nose
  const trunk = limb(
    [
      [0, bellyY + b.belly * 0.12, -half - b.belly * 0.28, b.belly * 0.6],
      [0, bellyY + b.belly * 0.06, -half * 0.75, b.belly * 0.95],
      [0, bellyY, -half * 0.1, b.belly * 0.97],
      [0, chestY, half * 0.55, b.chest],
      [0, chestY + b.chest * 0.18, half * 0.98, b.chest * 0.8],
      [0, neckY, neckZ, b.neck * 1.25],
      [0, headY - b.head * 0.25, headZ - b.head * 0.4, b.neck * 0.95],
    ],
    { sides: 14, squash: 0.82 },
  )
  const skull = ball(0, headY, headZ + b.head * 0.1, b.head * 0.84, b.head * 0.92, b.head * 1.05)
  const snout = limb(
    [
      [0, headY - b.head * 0.12, headZ + b.head * 0.3, b.head * 0.66],
      [0, headY - b.head * 0.2 - b.nod * 0.5, headZ + b.head * 0.4 + b.muzzle * 0.55, b.head * 0.46],
      [0, headY - b.head * 0.26 - b.nod, headZ + b.head * 0.45 + b.muzzle, b.head * 0.36],
    ],
    { squash: 0.9 },
  )
  const legs = [
    leg(wide, half * 0.8, chestY, stride, false),
    leg(-wide, half * 0.8, chestY, -stride, false),
    leg(wide, -half * 0.9, bellyY, -stride, true),
    leg(-wide, -half * 0.9, bellyY, stride, true),
  ]
  const wool = b.extra === 'wool'
  const skin = wool ? pale : coat
  const pieces: Piece[] = [{ shapes: [trunk, skull, snout, ...legs, both(earOf(b, headY, headZ))], colour: skin }]
  const tipY = headY - b.head * 0.26 - b.nod
  const tipZ = headZ + b.head * 0.45 + b.muzzle
  pieces.push({ shapes: [ball(0, tipY + b.head * 0.16, tipZ + b.head * 0.2, b.head * 0.2, b.head * 0.15, b.head * 0.18, 6)], colour: dark })
  pieces.push({
    shapes: [both(ball(b.head * 0.68, headY + b.head * 0.22, headZ + b.head * 0.55, b.head * 0.14, b.head * 0.14, b.head * 0.14, 6))],
    colour: dark,
    gloss: 0.8,
  })
  pieces.push(tailOf(b, top, half, coat, pale))
  pieces.push(...extraOf(b, { headY, headZ, half, top, chestY, bellyY }, random))
  return pieces
}

type Frame = {
  readonly headY: number
  readonly headZ: number
  readonly half: number
  readonly top: number
  readonly chestY: number
  readonly bellyY: number
}

function earOf(b: Beast, y: number, z: number): Shape {
  const h = b.head
  switch (b.ear) {
    case 'prick':
      return rod([h * 0.45, y + h * 0.65, z - h * 0.05], [h * 0.62, y + h * 1.4, z], h * 0.28, h * 0.05)
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

function tailOf(b: Beast, top: number, half: number, coat: Rgb, pale: Rgb): Piece {
  const z = -half - b.belly * 0.6
  const y = top - b.belly * 0.4
  const s = b.back
  const along = (...points: readonly (readonly [up: number, back: number, radius: number])[]): Shape =>
    limb(points.map(([up, back, radius]) => [0, y + s * up, z - s * back, s * radius]))
  const tails: Record<Beast['tail'], Shape> = {
    brush: along([0, 0, 0.05], [-0.16, 0.24, 0.12], [-0.32, 0.44, 0.11], [-0.42, 0.58, 0.03]),
    whip: along([0, 0, 0.03], [-0.3, 0.08, 0.02], [-0.5, 0.06, 0.04]),
    long: along([0, 0, 0.055], [-0.25, 0.28, 0.045], [-0.22, 0.58, 0.042], [0.04, 0.76, 0.05]),
    stub: ball(0, y - s * 0.02, z - s * 0.02, s * 0.07, s * 0.09, s * 0.07, 6),
    flow: along([0, 0, 0.045], [-0.08, 0.13, 0.075], [-0.38, 0.19, 0.085], [-0.62, 0.16, 0.03]),
    curl: along([0, 0, 0.05], [0.18, 0.12, 0.05], [0.34, 0.03, 0.042], [0.3, -0.09, 0.025]),
  }
  const colour = b.tail === 'flow' && b.extraColour ? rgb(b.extraColour) : b.extra === 'wool' ? pale : coat
  return { shapes: [tails[b.tail]], colour }
}

function extraOf(b: Beast, f: Frame, random: Prng): Piece[] {
  const colour = rgb(b.extraColour ?? '#222222')
  const { headY: y, headZ: z } = f
  const h = b.head
  const mane = (): Piece => ({
    shapes: [
      limb(
        [
          [0, y + h * 0.95, z + h * 0.3, h * 0.2],
          [0, y + h * 0.75, z - h * 0.5, h * 0.42],
          [0, (f.top + y) / 2 + h * 0.45, f.half + b.reach * 0.38, h * 0.5],
          [0, f.top + h * 0.2, f.half * 0.85, h * 0.3],
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
    case 'patches':
      return [
        {
          shapes: Array.from({ length: b.rise > 1 ? 14 : 8 }, (_, i) => {
            const side = i % 2 === 0 ? 1 : -1
            const at = random.range(-1, 0.95) * f.half
            const up = random.range(-0.1, 0.75) * b.belly
            const size = b.belly * random.range(0.22, b.rise > 1 ? 0.3 : 0.5)
            const out = Math.sqrt(Math.max(0.05, 1 - (up / b.belly) * (up / b.belly)))
            return ball(side * b.belly * 0.7 * out, f.bellyY + up, at, b.belly * 0.16, size, size, 6)
          }),
          colour,
        },
      ]
    default:
      return []
  }
}
