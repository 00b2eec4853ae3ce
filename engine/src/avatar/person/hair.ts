import { cos, PI, sin, smooth } from '../../math/dmath.ts'
import { smoothMax, smoothMin } from '../../solid/field/combine.ts'
import type { Field } from '../../solid/field/field.ts'
import { type LockPoint, locks } from '../../solid/field/locks.ts'
import { ellipsoid } from '../../solid/field/shapes.ts'
import type { Bust } from '../bust.ts'
import { hair } from '../material/soft.ts'
import type { Features } from './features.ts'
import { HAIR_STYLES } from './hair-styles.ts'
import { capField, createComb, overCap, slopeOverCap } from './hair-tools.ts'
import type { Skull } from './skull.ts'

const { abs, max, sqrt } = Math

/** Hats that hair does not show above, and how high it shows below them. */
export const COVERED: Readonly<Record<string, number>> = {
  beanie: 0.33,
  cap: 0.33,
  'straw-hat': 0.4,
  'cowboy-hat': 0.4,
  'top-hat': 0.4,
  'wizard-hat': 0.33,
  'chef-hat': 0.4,
  helmet: 0.33,
  bandana: 0.36,
  beret: 0.42,
}

/** Cells of the grid that lists locks: rays of a portrait ask so often that the shorter lists of small ones pay. */
const CELLS = 96

/** Hair on the head; how far it reaches over a bare head. */
export function addHair({ traits, coarse, add }: Bust, skull: Skull): number {
  const { hair: style, headwear } = traits
  if (style === 'bald' || style === 'buzz' || headwear === 'headscarf' || headwear === 'turban') return 0
  const { cap, gloss = 0.6, tall = 0, dress } = HAIR_STYLES[style]
  const comb = createComb(skull, traits.random('hair locks'))
  dress(comb)
  const strands = locks(comb.curves, 0.03, 3, coarse ? 64 : CELLS)
  const under = capField(skull, cap)
  const field = overCap(strands.field, under)
  const material = hair(traits.hairColour, strands, gloss)
  const line = COVERED[headwear]
  if (line === undefined) {
    const [x, y, z, r] = strands.bound
    // the cap lies round the skull, the locks may all lie on one side of it
    const bound = [x, y, z, max(r + 0.1, 0.95, sqrt(x * x + y * y + z * z) + 0.84)] as const
    add('hair', field, bound, material, undefined, slopeOverCap(strands, under))
    return tall
  }
  const below: Field = (x, y, z) => smoothMax(field(x, y, z), y - line - z * 0.12, 0.03)
  add('hair', below, [0, -0.1, 0, 1.4], material)
  return 0
}

/** Beard and moustache. */
export function addBeard({ traits, add }: Bust, skull: Skull, { mouthY, mouthWidth, open }: Features): void {
  const { beard } = traits
  if (beard === 'none' || beard === 'stubble') return
  const curves: LockPoint[][] = []
  const width = skull.jaw / 0.42
  const drop = { goatee: 0.04, moustache: 0, full: 0.1, long: 0.38 }[beard]
  if (beard !== 'moustache')
    for (const [row, [radius, top, reach]] of (
      [
        [0.47, -0.26, 0.3],
        [0.45, -0.4, 0.7],
        [0.36, -0.5, 1],
      ] as const
    ).entries())
      for (let i = -5; i <= 5; i++) {
        if ((beard === 'goatee' && abs(i) > 1) || (row === 0 && abs(i) < 2)) continue
        const a = ((i + (row & 1) * 0.5) * 17 * PI) / 180
        const s = sin(a)
        const c = cos(a)
        const w = radius * width
        const y = top + abs(i) * 0.018
        const length = 0.24 + drop * (1.1 - abs(i) / 6) * reach
        curves.push([
          [s * w, y, 0.12 + c * (w - 0.02), 0.06],
          [s * w * 1.05, y - length * 0.35, 0.16 + c * w * 1.06, 0.1],
          [s * w * 0.9 + 0.03 * sin(i * 5), y - length * 0.75, 0.16 + c * w * 1.02, 0.075],
          [s * w * 0.7, y - length, 0.14 + c * w * 0.92, 0.012],
        ])
      }
  const proud = beard === 'moustache'
  for (const s of [-1, 1])
    for (let k = 0; k < 2; k++)
      curves.push([
        [s * 0.012, mouthY + 0.08, 0.585, 0.035],
        [s * 0.09, mouthY + 0.075 - k * 0.035, 0.6, proud ? 0.069 : 0.055],
        [s * (proud ? 0.215 : 0.21), mouthY + 0.02 - k * 0.03, 0.51, proud ? 0.04 : 0.032],
        [s * (proud ? 0.3 : 0.24), mouthY - 0.05 + (proud ? 0.12 : 0), 0.45, 0.008],
      ])
  const strands = locks(curves, 0.03)
  const wraps = beard === 'full' || beard === 'long'
  const shell: Field = (x, y, z) =>
    smoothMax(
      ellipsoid(x, y + 0.27, z - 0.1, skull.jaw + 0.045, skull.jawLength + 0.045, 0.475),
      max(y + 0.24 - smooth(0.22, 0.5, abs(x)) * 0.22, -(z + 0.02)),
      0.06,
    )
  const lips: Field = (x, y, z) => ellipsoid(x, y - mouthY + open * 0.5 + 0.012, z - 0.55, mouthWidth * 0.86, 0.052 + open, 0.3)
  const field: Field = (x, y, z) => {
    let d = strands.field(x, y, z)
    if (wraps) d = smoothMin(d, shell(x, y, z), 0.06)
    return smoothMax(d, -lips(x, y, z), 0.03)
  }
  add('beard', field, [0, -0.5, 0.2, max(0.75, strands.bound[3])], hair(traits.hairColour, strands), undefined, (x, y, z, d, surface) => {
    if ((wraps && shell(x, y, z) < d + 0.06) || -lips(x, y, z) > d - 0.03) return false
    strands.slope(x, y, z, surface)
    return true
  })
}
