import type { Prng } from '../../math/prng.ts'
import { rgb } from '../../solid/palette.ts'
import type { Rgb, Vec3 } from '../vector.ts'
import { ball, both, lathe, limb, type Piece, rod, type Shape, sheet, slab } from './shape.ts'

/** How someone is dressed and what they hold. */
export type Outfit = {
  readonly dress: 'trousers' | 'robe' | 'gown' | 'plate' | 'suit' | 'metal'
  /** Main cloth, second cloth, hair. */
  readonly cloth: string
  readonly second: string
  readonly hair: 'short' | 'long' | 'bun' | 'none' | 'beard'
  readonly hat?: 'pointed' | 'crown' | 'helm' | 'horned' | 'straw' | 'hood' | 'bubble' | 'tricorn' | 'kabuto' | 'beret' | 'cap'
  readonly holds?: 'staff' | 'sword' | 'spear' | 'bow' | 'lute' | 'lantern' | 'fork' | 'broom' | 'umbrella' | 'rod' | 'brush'
  readonly back?: 'cape' | 'wings' | 'pack' | 'shield'
  /** Metres. */
  readonly height?: number
  readonly skin?: string
}

const FIGURES = {
  man: { dress: 'trousers', cloth: '#3a5a7c', second: '#2c2c34', hair: 'short' },
  woman: { dress: 'gown', cloth: '#9a3548', second: '#e4d4c0', hair: 'long', height: 1.68 },
  child: { dress: 'trousers', cloth: '#d8a238', second: '#3a4c70', hair: 'short', hat: 'cap', height: 1.15 },
  knight: { dress: 'plate', cloth: '#a8acb2', second: '#8a2a2a', hair: 'none', hat: 'helm', holds: 'sword', back: 'shield', height: 1.85 },
  warrior: {
    dress: 'trousers',
    cloth: '#6a4a30',
    second: '#4a3a2c',
    hair: 'beard',
    hat: 'horned',
    holds: 'spear',
    back: 'shield',
    height: 1.88,
  },
  soldier: { dress: 'trousers', cloth: '#4c5638', second: '#3c4430', hair: 'short', hat: 'cap', back: 'pack', height: 1.8 },
  samurai: { dress: 'plate', cloth: '#2b2b33', second: '#a02c2c', hair: 'none', hat: 'kabuto', holds: 'sword', height: 1.75 },
  king: { dress: 'robe', cloth: '#7a1f35', second: '#e8e0d0', hair: 'beard', hat: 'crown', holds: 'staff', back: 'cape', height: 1.8 },
  queen: { dress: 'gown', cloth: '#5a2f7c', second: '#e0c070', hair: 'long', hat: 'crown', back: 'cape', height: 1.72 },
  wizard: { dress: 'robe', cloth: '#33408a', second: '#c8a850', hair: 'beard', hat: 'pointed', holds: 'staff', height: 1.78 },
  witch: { dress: 'gown', cloth: '#2a2433', second: '#5c8040', hair: 'long', hat: 'pointed', holds: 'broom', height: 1.68 },
  monk: { dress: 'robe', cloth: '#b8652a', second: '#7a3a1a', hair: 'none' },
  traveller: { dress: 'robe', cloth: '#5c4a36', second: '#3c3024', hair: 'none', hat: 'hood', holds: 'staff', height: 1.78 },
  farmer: { dress: 'trousers', cloth: '#a84834', second: '#3e5478', hair: 'short', hat: 'straw', holds: 'fork' },
  fisherman: { dress: 'trousers', cloth: '#d8a820', second: '#33404c', hair: 'beard', hat: 'straw', holds: 'rod' },
  pirate: { dress: 'trousers', cloth: '#6c1f24', second: '#2b2620', hair: 'long', hat: 'tricorn', holds: 'sword' },
  archer: { dress: 'trousers', cloth: '#3c5a32', second: '#5a4630', hair: 'long', hat: 'hood', holds: 'bow', back: 'cape' },
  musician: { dress: 'trousers', cloth: '#7a4a8a', second: '#333040', hair: 'short', hat: 'beret', holds: 'lute' },
  painter: { dress: 'trousers', cloth: '#e4ddd0', second: '#40506c', hair: 'short', hat: 'beret', holds: 'brush' },
  astronaut: { dress: 'suit', cloth: '#e6e6e6', second: '#d07a30', hair: 'none', hat: 'bubble', back: 'pack', height: 1.9 },
  robot: { dress: 'metal', cloth: '#9aa4ac', second: '#3a4650', hair: 'none', height: 2 },
  angel: { dress: 'gown', cloth: '#efece4', second: '#e0c878', hair: 'long', back: 'wings', height: 1.75 },
  ninja: { dress: 'trousers', cloth: '#1e1f24', second: '#1a1a1e', hair: 'none', hat: 'hood', holds: 'sword' },
  dancer: { dress: 'gown', cloth: '#c8385c', second: '#e8b048', hair: 'bun', height: 1.68 },
  walker: { dress: 'trousers', cloth: '#b03a3a', second: '#2e3440', hair: 'short', holds: 'umbrella' },
} as const satisfies Record<string, Outfit>

export type FigureName = keyof typeof FIGURES
export const figureNames = Object.keys(FIGURES) as readonly FigureName[]

const SKINS = ['#f0c8a8', '#d8a07c', '#a8714c', '#6c4430', '#8a5a3c', '#e4b48c']
const HAIRS = ['#2a1c14', '#4c2e1a', '#8a5c2c', '#b8a078', '#1a1614', '#7c3018']

/** A standing person of 1.75 m, drawn at `height`. */
export function figure(name: FigureName, random: Prng, colour: Rgb | null): Piece[] {
  const o: Outfit = FIGURES[name]
  const k = (o.height ?? 1.75) / 1.75
  const skin = rgb(o.skin ?? random.pick(SKINS))
  const hair = rgb(o.hair === 'beard' ? random.pick(['#d8d4cc', '#8a7c6c', '#5c3a20']) : random.pick(HAIRS))
  const cloth = colour ?? rgb(o.cloth)
  const second = rgb(o.second)
  const dark = rgb('#17130f')
  const hard = o.dress === 'plate' || o.dress === 'metal'
  const wide = o.dress === 'plate' || o.dress === 'suit' || o.dress === 'metal' ? 1.18 : 1
  const child = (o.height ?? 1.75) < 1.3 ? 1.3 : 1
  const p = (x: number, y: number, z: number): Vec3 => [x * k, y * k, z * k]
  const knot = (x: number, y: number, z: number, r: number): [number, number, number, number] => [x * k, y * k, z * k, r * k]
  const step = random.range(0.02, 0.14)
  const raised = o.holds !== undefined
  const pieces: Piece[] = []
  const legs = [1, -1].map((side) =>
    limb([
      knot(side * 0.1, 0.92, 0, 0.1 * wide),
      knot(side * 0.115, 0.5, side * step * 0.6 + 0.02, 0.075 * wide),
      knot(side * 0.12, 0.1, side * step, 0.055 * wide),
    ]),
  )
  const shoes = [1, -1].map((side) => ball(side * 0.12 * k, 0.05 * k, (side * step + 0.05) * k, 0.06 * k, 0.05 * k, 0.125 * k, 6))
  const torso = limb(
    [knot(0, 0.9, 0, 0.155 * wide), knot(0, 1.12, 0, 0.135 * wide), knot(0, 1.34, 0, 0.165 * wide), knot(0, 1.45, -0.01, 0.11)],
    { squash: 1.25 },
  )
  const hand: Vec3 = raised ? p(0.34, 1.12, 0.26) : p(0.3, 0.82, 0.06)
  const arms = [
    limb([
      knot(0.2 * wide, 1.4, 0, 0.062 * wide),
      raised ? knot(0.33, 1.16, 0.02, 0.055 * wide) : knot(0.28, 1.1, -0.03, 0.05 * wide),
      [hand[0], hand[1], hand[2], 0.042 * k * wide],
    ]),
    limb([knot(-0.2 * wide, 1.4, 0, 0.062 * wide), knot(-0.28, 1.1, -0.03, 0.05 * wide), knot(-0.28, 0.84, 0.07, 0.042 * wide)]),
  ]
  const hands = [
    ball(hand[0], hand[1] - 0.02 * k, hand[2], 0.05 * k, 0.06 * k, 0.05 * k, 6),
    ball(-0.28 * k, 0.8 * k, 0.08 * k, 0.05 * k, 0.06 * k, 0.05 * k, 6),
  ]
  const headY = 1.62
  const head = ball(0, headY * k, 0.01 * k, 0.1 * k * child, 0.125 * k * child, 0.115 * k * child)
  const neck = rod(p(0, 1.42, -0.01), p(0, 1.54, 0), 0.05 * k)

  if (o.dress === 'robe' || o.dress === 'gown') {
    const hem = o.dress === 'gown' ? 0.4 : 0.32
    const skirt = lathe(
      0,
      0,
      [
        [0.02 * k, hem * k],
        [0.1 * k, (hem + 0.01) * k],
        [0.5 * k, hem * 0.72 * k],
        [0.98 * k, 0.16 * k],
        [1.05 * k, 0.15 * k],
      ],
      16,
      0.86,
    )
    pieces.push({ shapes: [skirt, torso, ...arms], colour: cloth })
    pieces.push({
      shapes: [
        lathe(
          0,
          0,
          [
            [0.98 * k, 0.175 * k],
            [1.04 * k, 0.172 * k],
          ],
          14,
          0.86,
        ),
        lathe(
          0,
          0,
          [
            [0.02 * k, (hem + 0.008) * k],
            [0.09 * k, (hem + 0.012) * k],
          ],
          16,
          0.86,
        ),
      ],
      colour: second,
    })
    pieces.push({ shapes: [neck, head, ...hands], colour: skin })
  } else if (hard) {
    const guards: Shape[] = [
      both(ball(0.23 * k, 1.4 * k, 0, 0.115 * k, 0.1 * k, 0.12 * k, 6)),
      both(ball(0.115 * k, 0.52 * k, 0.04 * k, 0.085 * k, 0.09 * k, 0.085 * k, 6)),
    ]
    pieces.push({ shapes: [torso, ...arms, ...legs, ...guards, ...(o.dress === 'metal' ? hands : [])], colour: cloth, gloss: 0.75 })
    pieces.push({
      shapes: [
        lathe(
          0,
          0,
          [
            [0.72 * k, 0.23 * k],
            [0.94 * k, 0.185 * k],
            [1 * k, 0.175 * k],
          ],
          12,
          0.86,
        ),
        ...shoes,
      ],
      colour: second,
      gloss: 0.2,
    })
    if (o.dress === 'plate') pieces.push({ shapes: [neck, head, ...hands], colour: skin })
  } else {
    pieces.push({ shapes: [torso, ...arms, ...(o.dress === 'suit' ? [...legs, ...hands] : [])], colour: cloth })
    pieces.push({
      shapes: o.dress === 'suit' ? [both(rod(p(0.2, 1.44, 0.1), p(0.1, 1.0, 0.14), 0.02 * k)), ...shoes] : legs,
      colour: second,
    })
    pieces.push({ shapes: [neck, head, ...(o.dress === 'suit' ? [] : hands)], colour: skin })
  }
  if (!hard && o.dress !== 'suit' && o.dress !== 'robe' && o.dress !== 'gown') pieces.push({ shapes: shoes, colour: rgb('#2e2018') })
  pieces.push(...headOf(o, k, headY, child, { skin, hair, cloth, second, dark }))
  pieces.push(...heldBy(o, k, hand, { cloth, second, dark }))
  pieces.push(...onBack(o, k, { cloth, second }))
  return pieces
}

type Colours = { readonly skin: Rgb; readonly hair: Rgb; readonly cloth: Rgb; readonly second: Rgb; readonly dark: Rgb }

function headOf(o: Outfit, k: number, y: number, child: number, c: Colours): Piece[] {
  const at = (v: number) => (y + v) * k
  const r = k * child
  const found: Piece[] = []
  if (o.dress === 'metal') {
    found.push({
      shapes: [slab(0, at(0.01), 0, 0.13 * r, 0.14 * r, 0.12 * r, 0.86), rod([0, at(0.14), 0], [0, at(0.3), 0], 0.012 * k)],
      colour: c.cloth,
      gloss: 0.7,
    })
    found.push({
      shapes: [both(ball(0.05 * r, at(0.03), 0.115 * r, 0.032 * r, 0.032 * r, 0.02 * r, 6)), ball(0, at(0.31), 0, 0.03 * k)],
      colour: rgb('#5ee0ff'),
      glow: 2.2,
    })
    return found
  }
  found.push({ shapes: [both(ball(0.042 * r, at(0.015), 0.112 * r, 0.014 * r, 0.018 * r, 0.01 * r, 6))], colour: c.dark })
  const cap = ball(0, at(0.035), -0.018 * k, 0.112 * r, 0.118 * r, 0.12 * r)
  if (o.hair === 'short' || o.hair === 'beard')
    found.push({ shapes: [ball(0, at(0.05), -0.025 * k, 0.111 * r, 0.105 * r, 0.118 * r)], colour: c.hair })
  if (o.hair === 'long')
    found.push({
      shapes: [
        cap,
        limb([
          [0, at(0.02), -0.07 * k, 0.1 * r],
          [0, at(-0.16), -0.1 * k, 0.09 * r],
          [0, at(-0.34), -0.09 * k, 0.05 * r],
        ]),
      ],
      colour: c.hair,
    })
  if (o.hair === 'bun') found.push({ shapes: [cap, ball(0, at(0.13), -0.06 * k, 0.06 * r)], colour: c.hair })
  if (o.hair === 'beard')
    found.push({
      shapes: [
        limb([
          [0, at(-0.06), 0.075 * k, 0.07 * r],
          [0, at(-0.2), 0.1 * k, 0.06 * r],
          [0, at(-0.34), 0.1 * k, 0.015 * r],
        ]),
      ],
      colour: c.hair,
    })
  switch (o.hat) {
    case 'pointed':
      found.push({
        shapes: [
          lathe(
            0,
            -0.01 * k,
            [
              [at(0.07), 0.24 * r],
              [at(0.09), 0.235 * r],
              [at(0.1), 0.125 * r],
              [at(0.28), 0.075 * r],
              [at(0.48), 0.008 * r],
            ],
            16,
          ),
        ],
        colour: c.cloth,
      })
      found.push({
        shapes: [
          lathe(
            0,
            -0.01 * k,
            [
              [at(0.1), 0.128 * r],
              [at(0.13), 0.12 * r],
            ],
            14,
          ),
        ],
        colour: c.second,
      })
      break
    case 'crown':
      found.push({
        shapes: [
          lathe(
            0,
            0,
            [
              [at(0.07), 0.108 * r],
              [at(0.13), 0.115 * r],
            ],
            14,
          ),
          ...Array.from({ length: 6 }, (_, i) =>
            ball(
              [0.11, 0.055, -0.055, -0.11, -0.055, 0.055][i]! * r,
              at(0.155),
              [0, 0.095, 0.095, 0, -0.095, -0.095][i]! * r,
              0.022 * r,
              0.04 * r,
              0.022 * r,
              6,
            ),
          ),
        ],
        colour: rgb('#e0b030'),
        gloss: 0.8,
      })
      break
    case 'helm':
      found.push({
        shapes: [
          lathe(
            0,
            0,
            [
              [at(-0.13), 0.115 * r],
              [at(0.05), 0.128 * r],
              [at(0.13), 0.1 * r],
              [at(0.18), 0.02 * r],
            ],
            14,
          ),
        ],
        colour: rgb('#a8acb2'),
        gloss: 0.75,
      })
      found.push({ shapes: [slab(0, at(0.02), 0.122 * r, 0.075 * r, 0.012 * r, 0.012 * r)], colour: c.dark })
      found.push({
        shapes: [
          limb([
            [0, at(0.17), -0.02 * k, 0.025 * k],
            [0, at(0.28), -0.09 * k, 0.045 * k],
            [0, at(0.18), -0.22 * k, 0.02 * k],
          ]),
        ],
        colour: c.second,
      })
      break
    case 'horned':
      found.push({
        shapes: [
          lathe(
            0,
            -0.01 * k,
            [
              [at(0.03), 0.122 * r],
              [at(0.1), 0.115 * r],
              [at(0.17), 0.02 * r],
            ],
            14,
          ),
        ],
        colour: rgb('#7c7468'),
        gloss: 0.5,
      })
      found.push({
        shapes: [
          both(
            limb([
              [0.1 * k, at(0.09), 0, 0.035 * k],
              [0.2 * k, at(0.13), 0, 0.028 * k],
              [0.24 * k, at(0.27), 0, 0.006 * k],
            ]),
          ),
        ],
        colour: rgb('#e4d8bc'),
      })
      break
    case 'straw':
      found.push({
        shapes: [
          lathe(
            0,
            0,
            [
              [at(0.06), 0.24 * r],
              [at(0.085), 0.12 * r],
              [at(0.15), 0.1 * r],
              [at(0.17), 0.01 * r],
            ],
            16,
          ),
        ],
        colour: rgb('#d8b868'),
      })
      break
    case 'hood':
      found.push({
        shapes: [
          ball(0, at(0.02), -0.035 * k, 0.138 * r, 0.15 * r, 0.135 * r),
          ball(0, at(-0.15), -0.02 * k, 0.17 * k, 0.08 * k, 0.14 * k),
        ],
        colour: c.cloth,
      })
      break
    case 'bubble':
      found.push({ shapes: [ball(0, at(0.01), 0, 0.175 * k, 0.18 * k, 0.175 * k, 10)], colour: c.cloth, gloss: 0.4 })
      found.push({ shapes: [ball(0, at(0.015), 0.055 * k, 0.135 * k, 0.12 * k, 0.135 * k, 10)], colour: rgb('#2c2008'), gloss: 1 })
      break
    case 'tricorn':
      found.push({
        shapes: [
          lathe(
            0,
            0,
            [
              [at(0.06), 0.11 * r],
              [at(0.16), 0.08 * r],
              [at(0.17), 0.01 * r],
            ],
            12,
          ),
          ball(0, at(0.075), 0, 0.23 * k, 0.035 * k, 0.13 * k),
          both(ball(0.19 * k, at(0.12), 0, 0.05 * k, 0.07 * k, 0.09 * k)),
        ],
        colour: c.dark,
      })
      break
    case 'kabuto':
      found.push({
        shapes: [
          lathe(
            0,
            -0.01 * k,
            [
              [at(-0.1), 0.2 * r],
              [at(0.04), 0.13 * r],
              [at(0.12), 0.11 * r],
              [at(0.16), 0.01 * r],
            ],
            14,
          ),
        ],
        colour: c.cloth,
        gloss: 0.6,
      })
      found.push({
        shapes: [
          both(
            limb([
              [0.02 * k, at(0.1), 0.12 * k, 0.018 * k],
              [0.1 * k, at(0.2), 0.12 * k, 0.016 * k],
              [0.15 * k, at(0.34), 0.1 * k, 0.004 * k],
            ]),
          ),
        ],
        colour: rgb('#e0b030'),
        gloss: 0.8,
      })
      break
    case 'beret':
      found.push({ shapes: [ball(0.03 * k, at(0.115), -0.01 * k, 0.14 * r, 0.045 * r, 0.13 * r)], colour: c.second })
      break
    case 'cap':
      found.push({
        shapes: [
          ball(0, at(0.08), -0.01 * k, 0.115 * r, 0.075 * r, 0.12 * r),
          ball(0, at(0.065), 0.12 * r, 0.085 * r, 0.014 * r, 0.075 * r),
        ],
        colour: c.cloth,
      })
      break
    default:
  }
  return found
}

function heldBy(o: Outfit, k: number, hand: Vec3, c: { readonly cloth: Rgb; readonly second: Rgb; readonly dark: Rgb }): Piece[] {
  const [x, y, z] = hand
  const wood = rgb('#5c3c22')
  const steel = rgb('#b8bcc4')
  switch (o.holds) {
    case 'staff':
      return [
        { shapes: [rod([x, 0.02, z], [x, y + 0.78 * k, z], 0.022 * k)], colour: wood },
        {
          shapes: [ball(x, y + 0.83 * k, z, 0.065 * k)],
          colour: o.dress === 'robe' && o.hat === 'pointed' ? rgb('#7fd4ff') : rgb('#e0b030'),
          ...(o.hat === 'pointed' ? { glow: 2 } : { gloss: 0.8 }),
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
    case 'brush':
      return [
        { shapes: [ball(-0.3 * k, 0.9 * k, 0.2 * k, 0.15 * k, 0.02 * k, 0.11 * k)], colour: rgb('#9a6a3a') },
        { shapes: [rod([x, y, z], [x, y + 0.2 * k, z + 0.14 * k], 0.012 * k)], colour: wood },
      ]
    default:
      return []
  }
}

function onBack(o: Outfit, k: number, c: { readonly cloth: Rgb; readonly second: Rgb }): Piece[] {
  const p = (x: number, y: number, z: number): Vec3 => [x * k, y * k, z * k]
  switch (o.back) {
    case 'cape':
      return [
        {
          shapes: [
            sheet(p(-0.2, 1.42, -0.08), p(0.2, 1.42, -0.08), p(0.26, 0.9, -0.24), p(-0.26, 0.9, -0.24)),
            sheet(p(-0.26, 0.9, -0.24), p(0.26, 0.9, -0.24), p(0.38, 0.1, -0.42), p(-0.38, 0.1, -0.42)),
          ],
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
          shapes: [slab(0, 1.24 * k, -0.24 * k, 0.17 * k, 0.22 * k, 0.11 * k, 0.9)],
          colour: o.dress === 'suit' ? rgb('#c8c8cc') : c.second,
        },
      ]
    case 'shield':
      return [{ shapes: [ball(-0.33 * k, 1 * k, 0.1 * k, 0.035 * k, 0.3 * k, 0.25 * k)], colour: c.second, gloss: 0.3 }]
    default:
      return []
  }
}
