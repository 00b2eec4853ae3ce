import { atan2, cos, mix, PI, saturate, sin, smooth, TAU } from '../../math/dmath.ts'
import { noise3 } from '../../math/lattice.ts'
import { polar, smoothMin } from '../../solid/field/combine.ts'
import { shardCut } from '../../solid/field/facets.ts'
import type { Field } from '../../solid/field/field.ts'
import { lathe, polygon } from '../../solid/field/outline.ts'
import { length2, length3, torus } from '../../solid/field/shapes.ts'
import { blend, rod } from '../../solid/field/solids.ts'
import { sweep } from '../../solid/field/sweep.ts'
import { cloth } from '../../solid/material/organic.ts'
import { rgb } from '../../solid/palette.ts'
import type { Bench } from '../bench.ts'
import type { Kind } from '../kind.ts'
import { groundBlade } from '../shape/blade.ts'

const { abs, floor, max, min } = Math

const STAR = polygon(
  Array.from({ length: 10 }, (_, i) => {
    const r = i % 2 === 0 ? 0.4 : 0.17
    const a = (i / 10) * TAU
    return [r * sin(a), 0.66 + r * cos(a)]
  }).flat(),
)

/** A turned handle with beads. */
function handle(bench: Bench): void {
  const swell = bench.random.range(0.108, 0.145)
  const grip = lathe(
    [
      [0, -1.1],
      [0.08, -1.08],
      [0.125, -1.01],
      [0.075, -0.93],
      [0.11, -0.88],
      [0.08, -0.84],
      [swell, mix(-0.72, -0.62, swell * 4)],
      [0.1, -0.5],
      [0.13, -0.45],
      [0.08, -0.39],
      [0.07, -0.3],
      [0, -0.28],
    ],
    4,
  )
  const fluted: Field = (x, y, z) => grip(x, y, z) + 0.006 * sin(atan2(z, x) * 10) * smooth(0.16, 0.12, abs(y + 0.67))
  bench.add('handle', (x, y, z) => fluted(x, y, z) * 0.92, [0, -0.69, 0, 0.46], bench.timber('#33190d', '#5e321a'))
  bench.add(
    'rings',
    (x, y, z) =>
      min(
        torus(x, y + 0.9, z, 0.086, 0.03),
        torus(x, y + 0.4, z, 0.082, 0.03),
        torus(x, y + 0.33, z, 0.078, 0.02),
        length3(x, y + 1.1, z) - 0.06,
      ),
    [0, -0.72, 0, 0.46],
    bench.fitting(),
  )
}

/** A shoot of wood, knotty or wound about itself. */
function twisted(bench: Bench): void {
  const turn = bench.random.range(7, 10)
  const thin = (y: number) => 0.052 - 0.016 * (y + 0.3)
  const strands: Field = (x, y, z) => {
    const r = thin(y) * 0.62
    const a = y * turn
    const one = length2(x - r * cos(a), z - r * sin(a))
    const two = length2(x + r * cos(a), z + r * sin(a))
    return max(smoothMin(one, two, 0.02) - thin(y) * 0.72, abs(y - 0.22) - 0.56) * 0.88
  }
  bench.add('shaft', strands, [0, 0.22, 0, 0.6], bench.timber('#4a2a15', '#8a5630'))
  const claws = polar(
    sweep([
      [0.02, 0.7, 0, 0.036],
      [0.115, 0.8, 0, 0.03],
      [0.13, 0.9, 0, 0.024],
      [0.075, 1.0, 0, 0.014],
    ]),
    4,
  )
  bench.add('claws', claws, [0, 0.85, 0, 0.22], bench.fitting())
  bench.addGem(
    shardCut({ foot: [0, 0.76, 0], radius: 0.085, height: 0.36, tip: 0.17, leanX: 0, leanZ: 0, sides: 6, twist: 0.4 }, bench.random),
    [0, 0.94, 0, 0.24],
    bench.accent,
    { dense: 5, ior: 1.6, glow: 0.2 },
  )
}

/** Woods that wands are cut from, early and late in the year. */
const WOODS = [
  ['#3f2110', '#85502a'],
  ['#241611', '#5a3b2a'],
  ['#6a4724', '#b98b56'],
  ['#55200f', '#9c4c2a'],
] as const

/** Where the wood of a wand ends and its prongs begin. */
const TOP = 0.94

/** Prongs of wood that hold a stone. */
const PRONGS = polar(
  sweep(
    [
      [0.02, TOP - 0.08, 0, 0.03],
      [0.075, TOP + 0.02, 0, 0.028],
      [0.1, TOP + 0.12, 0, 0.022],
      [0.074, TOP + 0.22, 0, 0.014],
      [0.09, TOP + 0.27, 0, 0.008],
    ],
    4,
  ),
  3,
)

/** A crooked branch with knots and the stubs of twigs. */
function branch({ random }: Bench): Field {
  const points = Array.from({ length: 9 }, (_, i) => {
    const t = i / 8
    const bent = i === 0 || i === 8 ? 0 : 0.05
    const knot = i % 3 === 1 ? 1.26 : 1
    return [random.range(-bent, bent), mix(-0.32, TOP, t), random.range(-bent, bent), mix(0.082, 0.04, t) * knot] as const
  })
  const twigs = [1, 4, 7].map((i) => {
    const [x, y, z, r] = points[i]!
    const a = random.range(0, TAU)
    return rod([x, y - 0.02, z], [x + 0.11 * cos(a), y + 0.09, z + 0.11 * sin(a)], r * 0.6, r * 0.34)
  })
  const stem = blend(0.045, sweep(points, 4), ...twigs)
  const twist = random.range(6, 11)
  return (x, y, z) => {
    const d = stem(x, y, z)
    return d > 0.05 ? d * 0.9 : (d + 0.007 * sin(3 * atan2(z, x) + y * twist + 3 * noise3(x * 8, y * 8, z * 8))) * 0.9
  }
}

/** Roots wound about each other, loose below and close above. */
function roots({ random }: Bench): Field {
  const turn = random.range(5.5, 8)
  const count = random.pick([3, 4])
  return (x, y, z) => {
    const c = cos(y * turn)
    const s = sin(y * turn)
    const t = saturate((y + 0.32) / (TOP + 0.32))
    const thick = mix(0.05, 0.026, t)
    const away = mix(0.056, 0.03, t)
    const [u, w] = [c * x + s * z, -s * x + c * z]
    const step = TAU / count
    const a = floor(atan2(w, u) / step + 0.5) * step
    const d = smoothMin(length2(u - away * cos(a), w - away * sin(a)) - thick, length2(u, w) - away * 0.9, 0.02)
    return max(d + 0.003 * sin(y * 60 + a * 3), abs(y - (TOP - 0.32) / 2) - (TOP + 0.32) / 2) * 0.8
  }
}

/** A turned shaft: flutes that wind up it between beads. */
function turned({ random }: Bench): Field {
  const profile = lathe(
    [
      [0, -0.32],
      [0.075, -0.32],
      [0.07, -0.2],
      [0.088, -0.15],
      [0.066, -0.1],
      [0.062, 0.42],
      [0.076, 0.47],
      [0.06, 0.53],
      [0.046, 0.6],
      [0.042, 0.82],
      [0.06, 0.89],
      [0.04, TOP],
      [0, TOP],
    ],
    3,
  )
  const turn = random.range(9, 15) * random.pick([1, -1])
  const flutes = random.pick([3, 4, 5])
  return (x, y, z) => {
    const d = profile(x, y, z)
    if (d > 0.05) return d * 0.9
    const fluted = smooth(-0.1, -0.06, y) * smooth(0.42, 0.38, y) + 0.6 * smooth(0.56, 0.62, y) * smooth(0.84, 0.8, y)
    return (d + 0.014 * fluted * abs(sin((flutes / 2) * atan2(z, x) + y * turn))) * 0.9
  }
}

function wooden(bench: Bench): void {
  const [early, late] = bench.random.pick(WOODS)
  const shaft = bench.random.pick([branch, roots, turned])(bench)
  bench.add('shaft', (x, y, z) => smoothMin(shaft(x, y, z), PRONGS(x, y, z), 0.03), [0, 0.45, 0, 0.8], bench.timber(early, late))
  const sides = bench.random.pick([5, 6, 7])
  bench.addGem(
    shardCut({ foot: [0, TOP - 0.02, 0], radius: 0.078, height: 0.3, tip: 0.14, leanX: 0, leanZ: 0, sides, twist: 0.3 }, bench.random),
    [0, TOP + 0.13, 0, 0.2],
    bench.accent,
    { dense: 5, ior: 1.6, glow: bench.glowing ? 0.9 : 0.25 },
  )
}

function fairy(bench: Bench): void {
  const rod: Field = (x, y, z) => max(length2(x, z) - 0.036, abs(y) - 0.42) - 0.004
  bench.add('shaft', rod, [0, 0, 0, 0.44], bench.body({ brush: 0.004 }, rgb('#efe6ea')))
  const star = groundBlade(STAR, 0.1, 0.55)
  bench.add('star', (x, y, z) => star(x, y, z) - 0.012, [0, 0.66, 0, 0.44], bench.body({ rough: 0.18, brush: 0.003 }, rgb('#f2bd4a')))
  bench.addGem(
    shardCut({ foot: [0, 0.62, 0.06], radius: 0.075, height: 0.12, tip: 0.05, leanX: PI / 2, leanZ: 0, sides: 8, twist: 0 }, bench.random),
    [0, 0.62, 0.12, 0.15],
  )
  const ribbon = cloth(bench.fabric, 1)
  const tail = (side: number) =>
    sweep([
      [0, 0.28, 0.04, 0.024],
      [side * 0.16, 0.2, 0.06, 0.022],
      [side * 0.2, 0.02, 0.04, 0.02],
      [side * 0.3, -0.16, 0.05, 0.02],
      [side * 0.27, -0.36, 0.03, 0.016],
    ])
  const one = tail(1)
  const other = tail(-1)
  const loop: Field = (x, y, z) => length2(length2((abs(x) - 0.12) * 0.8, y - 0.31) - 0.07, z - 0.05) - 0.022
  bench.add(
    'ribbon',
    (x, y, z) => min(one(x, y, z), other(x, y, z), loop(x, y, z), length3(x, y - 0.29, z - 0.06) - 0.045),
    [0, 0.0, 0.04, 0.5],
    ribbon,
  )
}

export const wand: Kind = {
  forms: ['wood', 'crystal', 'star'],
  build(bench) {
    handle(bench)
    if (bench.form === 'star') fairy(bench)
    else if (bench.form === 'crystal') twisted(bench)
    else wooden(bench)
    bench.addLamp({
      at: [0, bench.form === 'star' ? 0.66 : 1.05, 0.25],
      colour: bench.accent,
      strength: bench.glowing ? 0.6 : 0.12,
      falloff: 4,
    })
    return {
      roll: -0.7,
      yaw: 0.3,
      half: bench.form === 'wood' ? 1.14 : 1.06,
      aimY: 0.02,
      stands: null,
      thickness: bench.form === 'wood' ? 0.13 : 0.11,
    }
  },
}
