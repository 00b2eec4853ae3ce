import { atan2, sin, smooth } from '../../math/dmath.ts'
import { noise3 } from '../../math/lattice.ts'
import { mirrorX, union } from '../../solid/field/combine.ts'
import { brilliantCut } from '../../solid/field/facets.ts'
import type { Bound, Field } from '../../solid/field/field.ts'
import { catmullRom, lathe, polygon } from '../../solid/field/outline.ts'
import { capsule, cylinder, length2, length3, torus } from '../../solid/field/shapes.ts'
import { every } from '../../solid/field/solids.ts'
import { sweep } from '../../solid/field/sweep.ts'
import { cloth } from '../../solid/material/organic.ts'
import { plain } from '../../solid/material/plain.ts'
import type { Bench } from '../bench.ts'
import type { Kind } from '../kind.ts'

const { abs, max, min, sqrt } = Math

/** A sheet inside an outline, ground to an edge all round. */
function ground(points: readonly (readonly [number, number])[], steps: number, thick = 0.05): Field {
  const flat = steps > 1 ? catmullRom([...points, points[0]!], steps).slice(0, -1) : points
  const outline = polygon(flat.flat())
  return (x, y, z) => {
    const d = outline(x, y)
    return max(d * 0.8, (abs(z) - max(0.004, min(thick, -d * 0.55))) * 0.85) * 0.9
  }
}

/** The same outline on both sides of the middle, from the foot to the point. */
const both = (half: readonly (readonly [number, number])[]) => [...half, ...half.map(([x, y]) => [-x, y] as const).toReversed()]

const leaf: Field = (x, y, z) => {
  const t = (y - 0.5) / 0.62
  const width = t <= 0 || t >= 1 ? 0 : 0.34 * sqrt(t) * (1 - t)
  const ax = abs(x)
  const thick = 0.05 * (1 - (ax / max(width, 0.001)) * 0.9)
  return max((ax - width) * 0.7, (abs(z) - max(thick, 0.002)) * 0.9, 0.5 - y, y - 1.12) * 0.85
}

const HEADS: Record<string, { readonly field: Field; readonly bound: Bound }> = {
  leaf: { field: leaf, bound: [0, 0.8, 0, 0.46] },
  trident: {
    field: (x, y, z) => {
      const ax = abs(x)
      const middle = capsule(x, y, z, 0, 0.5, 0, 0, 1.12, 0, 0.05, 0.006)
      const side = capsule(ax, y, z, 0.24, 0.68, 0, 0.27, 1.04, 0, 0.045, 0.006)
      const yoke = capsule(ax, y, z, 0, 0.5, 0, 0.24, 0.68, 0, 0.055, 0.045)
      return min(middle, side, yoke)
    },
    bound: [0, 0.8, 0, 0.46],
  },
  winged: {
    field: union(
      leaf,
      mirrorX(
        sweep([
          [0, 0.47, 0, 0.05],
          [0.16, 0.46, 0, 0.042],
          [0.26, 0.54, 0, 0.034],
          [0.3, 0.66, 0, 0.008],
        ]),
      ),
    ),
    bound: [0, 0.78, 0, 0.48],
  },
  partisan: {
    field: ground(
      both([
        [0, 0.36],
        [0.07, 0.46],
        [0.2, 0.46],
        [0.32, 0.62],
        [0.3, 0.44],
        [0.36, 0.72],
        [0.2, 0.62],
        [0.12, 0.66],
        [0.13, 0.78],
        [0.08, 1],
        [0, 1.2],
      ]),
      1,
    ),
    bound: [0, 0.78, 0, 0.5],
  },
  halberd: {
    field: union(
      ground(
        [
          [-0.04, 0.42],
          [0.1, 0.48],
          [0.22, 0.38],
          [0.4, 0.3],
          [0.46, 0.56],
          [0.4, 0.84],
          [0.22, 0.72],
          [0.06, 0.66],
          [-0.08, 0.64],
          [-0.34, 0.46],
          [-0.2, 0.52],
          [-0.05, 0.5],
        ],
        2,
        0.04,
      ),
      (x, y, z) => max(length2(x, z) - 0.05 * smooth(1.24, 0.6, y), 0.36 - y, y - 1.22) * 0.9,
    ),
    bound: [0.03, 0.76, 0, 0.56],
  },
  glaive: {
    field: ground(
      [
        [-0.06, 0.38],
        [0.07, 0.36],
        [0.12, 0.5],
        [0.26, 0.54],
        [0.2, 0.62],
        [0.24, 0.84],
        [0.16, 1.04],
        [-0.06, 1.22],
        [0.0, 1],
        [-0.06, 0.7],
      ],
      3,
      0.045,
    ),
    bound: [0.06, 0.79, 0, 0.5],
  },
  harpoon: {
    field: union(
      ground(
        both([
          [0, 0.5],
          [0.035, 0.6],
          [0.19, 0.52],
          [0.12, 0.72],
          [0.17, 0.66],
          [0.1, 0.92],
          [0, 1.18],
        ]),
        1,
      ),
      (x, y, z) => max(length2(x, z) - 0.04, abs(y - 0.46) - 0.16),
    ),
    bound: [0, 0.78, 0, 0.5],
  },
}

const TIMBERS = [
  ['#5b3820', '#96643a'],
  ['#2e1c12', '#53331e'],
  ['#8a6238', '#c89a60'],
  ['#4a1c14', '#7c3626'],
  ['#6e6a5c', '#a8a290'],
] as const

/** What is tied under the head: hair, a pennant, feathers or a stone. */
function addToken(bench: Bench): void {
  const { random } = bench
  const token = bench.coloured
    ? random.pick(['tassel', 'pennant'] as const)
    : random.pick(['tassel', 'pennant', 'feathers', 'stone', 'bare'] as const)
  const dyed = cloth(bench.accent)
  if (token === 'tassel') {
    const hair: Field = (x, y, z) => {
      const t = (0.27 - y) / 0.3
      return (length2(x, z) - 0.05 - 0.1 * t * (1.5 - t) + 0.02 * noise3(x * 40, y * 4, z * 40) + max(0, -t) + max(0, t - 1)) * 0.75
    }
    bench.add('tassel', hair, [0, 0.12, 0, 0.26], plain(bench.accent, { rough: 0.9, sheen: 1, soften: 0.3 }))
  }
  if (token === 'pennant') {
    const tails = random.pick([0.0, 0.16, 0.26])
    const long = random.range(0.5, 0.66)
    const flag: Field = (x, y, z) => {
      const t = x / long
      const high = 0.17 * (1 - 0.6 * t)
      const wave = z - 0.03 * sin(x * 12)
      return max(abs(wave) - 0.01, abs(y - 0.12) - high, -x, x - long + tails * (1 - abs(y - 0.12) / max(0.02, high))) * 0.7
    }
    bench.add('pennant', flag, [long / 2, 0.12, 0, long / 2 + 0.12], dyed)
  }
  if (token === 'feathers') {
    const vane: Field = (x, y, z) => {
      const [u, v] = [abs(x) - 0.09, 0.26 - y]
      const t = v / 0.34
      return max(abs(u - t * 0.1) - 0.055 * (1 - (t - 0.5) * (t - 0.5) * 3.6), abs(z - 0.03) - 0.012, -v, v - 0.34) * 0.8
    }
    bench.add('feathers', vane, [0, 0.1, 0.03, 0.36], dyed)
  }
  if (token === 'stone') bench.addGem(brilliantCut(0, 0.42, 0.075, 0.06, 0.06, 6, 'z'), [0, 0.42, 0.075, 0.1])
}

const FEET = {
  ferrule: (x, y, z) => cylinder(x, y + 1.12, z, 0.062 + (y + 1.12) * 0.12, 0.09, 0.02) * 0.9,
  spike: lathe([
    [0, -1.3],
    [0.05, -1.12],
    [0.075, -1.06],
    [0.055, -1.02],
    [0, -1.02],
  ]),
  ball: (x, y, z) => min(length3(x, y + 1.14, z) - 0.09, torus(x, y + 1.04, z, 0.06, 0.022)),
} satisfies Record<string, Field>

export const spear: Kind = {
  forms: ['leaf', 'trident', 'winged', 'partisan', 'halberd', 'glaive', 'harpoon'],
  rare: ['trident', 'halberd', 'glaive'],
  build(bench) {
    const { random } = bench
    const { field, bound } = HEADS[bench.form] ?? HEADS.leaf!
    const flipped = random.chance(0.5)
    bench.add(
      'head',
      flipped ? (x, y, z) => field(-x, y, z) : field,
      flipped ? [-bound[0], bound[1], bound[2], bound[3]] : bound,
      bench.body({ brush: 0.01 }),
    )
    bench.add(
      'socket',
      (x, y, z) => min(max(length2(x, z) - 0.075 + (y - 0.4) * 0.12, abs(y - 0.42) - 0.14), torus(x, y - 0.3, z, 0.07, 0.024)),
      [0, 0.42, 0, 0.22],
      bench.fitting(),
    )
    const [early, late] = random.pick(TIMBERS)
    const shape = random.pick(['plain', 'plain', 'knotty', 'twisted'] as const)
    const shaft: Field = (x, y, z) => {
      const r = length2(x, z)
      if (r > 0.12) return r - 0.06
      const knot =
        shape === 'knotty' ? 0.012 * max(0, 1 - abs(every(y, 0.26)) * 14) : shape === 'twisted' ? 0.008 * sin(atan2(z, x) * 3 + y * 26) : 0
      return max(r - 0.044 - knot, abs(y + 0.35) - 0.8) * 0.9
    }
    bench.add('shaft', shaft, [0, -0.35, 0, 0.83], bench.timber(early, late))
    const wraps = random.pick([[-0.4], [-0.4], [-0.2, -0.75], [-0.1, -0.5, -0.85]] as const)
    const half = wraps.length === 1 ? random.range(0.12, 0.26) : 0.09
    const wrap: Field = (x, y, z) => {
      const r = length2(x, z)
      if (r > 0.14) return r - 0.075
      let d = 9
      for (const at of wraps) d = min(d, abs(y - at) - half)
      return max(r - 0.064 + 0.009 * sin(y * 66 + atan2(z, x)), d) * 0.8
    }
    bench.add('wrap', wrap, [0, -0.45, 0, 0.56], random.chance(0.5) || bench.coloured ? cloth(bench.accent) : bench.hide(bench.fabric))
    const rings: Field = (x, y, z) => {
      let d = 9
      for (const at of wraps) d = min(d, torus(x, abs(y - at) - half, z, 0.052, 0.022))
      return d
    }
    bench.add('rings', rings, [0, -0.45, 0, 0.62], bench.fitting())
    addToken(bench)
    bench.add('foot', FEET[random.pick(['ferrule', 'spike', 'ball'] as const)], [0, -1.15, 0, 0.2], bench.fitting())
    return { roll: -0.66, yaw: 0.3, half: 1.12, stands: null, thickness: 0.08 }
  },
}
