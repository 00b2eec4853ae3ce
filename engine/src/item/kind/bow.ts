import { atan2, sin, TAU } from '../../math/dmath.ts'
import type { Chord } from '../../model/mesh/rods.ts'
import { brilliantCut } from '../../solid/field/facets.ts'
import type { Field } from '../../solid/field/field.ts'
import { extrude, polygon } from '../../solid/field/outline.ts'
import { length2, length3, rectangle, torus } from '../../solid/field/shapes.ts'
import { every } from '../../solid/field/solids.ts'
import { sweep } from '../../solid/field/sweep.ts'
import { cloth } from '../../solid/material/organic.ts'
import { glow, plain } from '../../solid/material/plain.ts'
import { rgb } from '../../solid/palette.ts'
import type { Bench } from '../bench.ts'
import type { Kind } from '../kind.ts'
import { stringMesh, strings } from '../shape/strings.ts'

const { abs, max, min } = Math

/** Upper limbs from the tip, where the string is tied, to the grip: x, y, z, radius. */
const LIMBS: Record<string, readonly (readonly [number, number, number, number])[]> = {
  recurve: [
    [0, 1, 0, 0.022],
    [-0.03, 0.93, 0, 0.03],
    [0.1, 0.78, 0, 0.04],
    [0.28, 0.5, 0, 0.052],
    [0.33, 0.22, 0, 0.058],
    [0.26, 0, 0, 0.062],
  ],
  long: [
    [0, 1.04, 0, 0.02],
    [0.08, 0.88, 0, 0.03],
    [0.18, 0.58, 0, 0.042],
    [0.24, 0.28, 0, 0.05],
    [0.25, 0, 0, 0.056],
  ],
  horse: [
    [0.02, 0.98, 0, 0.024],
    [0.0, 0.84, 0, 0.036],
    [0.1, 0.7, 0, 0.05],
    [0.34, 0.54, 0, 0.062],
    [0.44, 0.32, 0, 0.062],
    [0.38, 0.14, 0, 0.056],
    [0.24, 0, 0, 0.06],
  ],
  elven: [
    [0.04, 0.98, 0, 0.018],
    [-0.1, 1.06, 0, 0.022],
    [-0.17, 0.95, 0, 0.028],
    [-0.08, 0.82, 0, 0.038],
    [0.14, 0.68, 0, 0.05],
    [0.3, 0.48, 0, 0.058],
    [0.3, 0.24, 0, 0.05],
    [0.24, 0, 0, 0.06],
  ],
  compound: [
    [0.02, 0.84, 0, 0.03],
    [0.17, 0.68, 0, 0.042],
    [0.3, 0.48, 0, 0.052],
    [0.3, 0.3, 0, 0.062],
    [0.25, 0.12, 0, 0.05],
    [0.26, 0, 0, 0.056],
  ],
}

const TIMBERS = [
  ['#6b3b1e', '#b0713a'],
  ['#2a1a12', '#57361f'],
  ['#9a7444', '#d6ae74'],
  ['#5a1c12', '#8f3a24'],
  ['#7a776a', '#b8b3a0'],
] as const
const GRIPS = ['#3c241a', '#1b1b1f', '#6b4a2a', '#5a1a1e', '#24402c'] as const

/** A leaf that grows out of a limb. */
const thorn = extrude(polygon([0.24, 0.36, 0.34, 0.4, 0.52, 0.6, 0.5, 0.72, 0.42, 0.6, 0.28, 0.54]), 0.024, 0.016)

/** Arrowheads whose point is at x = 0.98. */
const POINTS = {
  broad: (x, y, z) => max(abs(y) - (0.98 - x) * 0.42, abs(z) - (0.98 - x) * 0.18, 0.8 - x) * 0.85,
  bodkin: (x, y, z) => max(abs(y) + abs(z) - (0.98 - x) * 0.2, 0.76 - x) * 0.7,
  barbed: (x, y, z) =>
    max(abs(y) - (0.98 - x) * 0.5, (0.98 - x) * 0.42 - 0.075 - abs(y) * 0.1 - max(0, 0.05 - abs(y)) * 2, abs(z) - 0.016, 0.76 - x) * 0.7,
  leaf: (x, y, z) => max(length2((x - 0.86) * 0.42, y) - 0.055, abs(z) - 0.022 + abs(y) * 0.2) * 0.85,
} satisfies Record<string, Field>

/** An arrow along x that lies on the string, its nock at −0.52. */
function addArrow(bench: Bench): void {
  const { random } = bench
  bench.add(
    'shaft',
    (x, y, z) => length2(y, z) + max(0, abs(x - 0.15) - 0.68) - 0.014,
    [0.15, 0, 0, 0.75],
    bench.timber('#b98a52', '#dcb680', 'x'),
  )
  bench.add('point', POINTS[random.pick(['broad', 'bodkin', 'barbed', 'leaf'] as const)], [0.87, 0, 0, 0.16], bench.body())
  const round = random.chance(0.5)
  const feathers: Field = (x, y, z) => {
    const a = abs(y)
    const t = (x + 0.52) / 0.2
    const edge = round ? length2((x + 0.4) * 0.6, a) - 0.085 : a - 0.075 + 0.04 * t * (t > 0 ? t : 0)
    return max(abs(z) - 0.007, edge, abs(x + 0.4 + a * 0.8) - 0.12)
  }
  bench.add('feathers', feathers, [-0.42, 0, 0, 0.22], cloth(bench.accent))
}

/** What the limbs carry: bands of metal, cord, or plates that follow them. */
function addInlay(bench: Bench, limbs: Field): void {
  const inlay = bench.random.pick(['bands', 'cord', 'plates', 'studs'] as const)
  if (inlay === 'bands')
    bench.add('inlay', (x, y, z) => max(limbs(x, y, z) - 0.01, abs(abs(abs(y) - 0.5) - 0.1) - 0.02), [0.2, 0, 0, 0.8], bench.fitting())
  if (inlay === 'cord') {
    const cord: Field = (x, y, z) => {
      const d = limbs(x, y, z)
      return d > 0.08 ? d : max(d - 0.012 + 0.006 * sin(y * 150), abs(abs(y) - 0.42) - 0.14) * 0.7
    }
    bench.add('inlay', cord, [0.2, 0, 0, 0.8], cloth(bench.accent))
  }
  if (inlay === 'plates')
    bench.add(
      'inlay',
      (x, y, z) => max(limbs(x, y, z) - 0.008, 0.014 - abs(z), 0.3 - abs(y), abs(y) - 0.72),
      [0.15, 0, 0, 0.9],
      bench.fitting({ rough: 0.2 }),
    )
  if (inlay === 'studs') {
    const studs: Field = (x, y, z) => {
      const d = limbs(x, y, z)
      return d > 0.1
        ? d
        : max(
            length3(max(0, d - 0.002) * 0.5, every(y, 0.1), abs(z) < 0.03 ? 0 : abs(z) - 0.03) - 0.02,
            d - 0.018,
            0.26 - abs(y),
            abs(y) - 0.78,
          ) * 0.8
    }
    bench.add('inlay', studs, [0.15, 0, 0, 0.95], bench.fitting())
  }
}

export const bow: Kind = {
  forms: ['recurve', 'long', 'horse', 'elven', 'compound'],
  rare: ['compound'],
  build(bench) {
    const { form, random } = bench
    const path = LIMBS[form] ?? LIMBS.recurve!
    const [tipX, tipY] = path[0]!
    const heart = path[path.length - 1]![0]
    const limb = sweep(path, 5)
    const flat = form === 'compound' ? 0.62 : random.pick([0.8, 0.8, 0.55])
    const limbs: Field = (x, y, z) => limb(x, abs(y), z * flat) * (flat < 0.7 ? 0.9 : 1)
    const [early, late] = random.pick(TIMBERS)
    const modern = form === 'compound'
    const wood =
      modern && !bench.gilded ? bench.body({ rough: 0.34 }, bench.coloured ? bench.fabric : rgb('#33363c')) : bench.timber(early, late)
    bench.add('limbs', limbs, [0.12, 0, 0, 1.18], wood)
    if (form === 'elven') {
      const leaves: Field = (x, y, z) => thorn(x, abs(y), z)
      bench.add('leaves', leaves, [0.38, 0, 0, 0.78], bench.fitting({ rough: 0.2 }))
    }
    const span = random.range(0.12, 0.19)
    const leathery = bench.hide(rgb(random.pick(GRIPS)))
    const grip: Field = (x, y, z) => {
      const d = limbs(x, y, z) - 0.012
      return d > 0.08 ? d : max(d + 0.008 * sin(y * 75 + atan2(z, x - heart)), abs(y) - span) * 0.75
    }
    bench.add('grip', grip, [heart, 0, 0, span + 0.14], leathery)
    const collars: Field = (x, y, z) => {
      const d = limbs(x, y, z) - 0.026
      return max(d, abs(abs(y) - span) - 0.02) * 0.85
    }
    bench.add('collars', collars, [heart, 0, 0, span + 0.2], bench.fitting())
    addInlay(bench, limbs)
    const drawn = modern || bench.coloured || random.chance(0.7)
    const nock = drawn ? -0.1 : tipX + 0.005
    const cord = bench.glowing ? glow(bench.accent, 1.8) : plain(rgb('#efe6d2'), { rough: 0.8 })
    const chords: Chord[] = [1, -1].map((side) => [tipX, side * tipY, 0, nock, 0, 0] as const)
    if (modern) {
      // the cables cross between the wheels
      chords.push([tipX + 0.05, tipY, -0.05, tipX + 0.1, -tipY, -0.05], [tipX + 0.1, tipY, 0.05, tipX + 0.05, -tipY, 0.05])
      const wheels: Field = (x, y, z) => {
        const r = length2(x - tipX - 0.04, abs(y) - tipY)
        const spokes = max(abs(every(atan2(abs(y) - tipY, x - tipX - 0.04), TAU / 3)) * r - 0.014, r - 0.09, abs(z) - 0.02)
        return min(rectangle(r - 0.1, z, 0.03, 0.035, 0.01), max(r - 0.03, abs(z) - 0.06), spokes) * 0.9
      }
      bench.add('wheels', wheels, [tipX + 0.04, 0, 0, tipY + 0.16], bench.fitting({ rough: 0.18 }))
    } else {
      const tips = random.pick(['ball', 'horn', 'ring'] as const)
      const nocks: Field = (x, y, z) => {
        const [u, v] = [x - tipX, abs(y) - tipY]
        if (tips === 'ball') return length3(u, v, z) - 0.044
        if (tips === 'ring') return min(torus(u, v, z, 0.036, 0.018), length3(u, v - 0.05, z) - 0.028)
        return max(length2(u - v * 0.5, z) - 0.036 + max(0, v) * 0.24, abs(v - 0.03) - 0.1) * 0.85
      }
      bench.add(
        'tips',
        nocks,
        [tipX, 0, 0, tipY + 0.17],
        tips === 'horn' ? plain(rgb('#e9dcc0'), { rough: 0.35, coat: 0.4 }) : bench.fitting(),
      )
    }
    bench.add('string', strings(chords, 0.0075), [0, 0, 0, tipY + 0.08], cord, stringMesh(chords, 0.0075))
    if (drawn) addArrow(bench)
    else {
      bench.addGem(brilliantCut(heart, 0, 0.08, 0.055, 0.06, 8, 'z'), [heart, 0, 0.08, 0.1])
      const streamers: Field = (x, y, z) => {
        const t = (tipY - 0.06 - y) / 0.42
        return max(abs(z - 0.02 * sin(y * 20)) - 0.009, abs(x - tipX + 0.06 * t - 0.03 * sin(t * 5)) - 0.024, -t, t - 1) * 0.7
      }
      bench.add('streamers', streamers, [tipX, tipY - 0.28, 0, 0.3], cloth(bench.accent))
    }
    return { roll: -0.5, yaw: 0.3, half: 1.2, aimX: drawn ? 0.08 : 0.12, stands: null, thickness: 0.09 }
  },
}
