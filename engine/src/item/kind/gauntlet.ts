import { nearestOf, smoothMax, smoothMin } from '../../solid/field/combine.ts'
import { brilliantCut } from '../../solid/field/facets.ts'
import type { Field } from '../../solid/field/field.ts'
import { capsule, ellipsoid, length2, length3 } from '../../solid/field/shapes.ts'
import { sweep } from '../../solid/field/sweep.ts'
import { engraving } from '../../solid/material/engraving.ts'
import { overlaid } from '../../solid/material/overlay.ts'
import { rgb } from '../../solid/palette.ts'
import type { Bench } from '../bench.ts'
import type { Kind } from '../kind.ts'
import { lap } from '../shape/lap.ts'

const { abs, floor, max, min } = Math

/** Fingers from knuckle to tip, the back of the hand towards +z: foot x and y, tip x and y, radius. */
const FINGERS = [
  [-0.22, 0.3, -0.33, 0.82, 0.078],
  [-0.075, 0.36, -0.11, 0.98, 0.084],
  [0.075, 0.36, 0.09, 0.96, 0.084],
  [0.21, 0.3, 0.28, 0.8, 0.076],
] as const

/** A finger a little bent inwards, and a point between its joints where `t` is 0 at the knuckle and 1 at the tip. */
const joint = ([fx, fy, tx, ty]: (typeof FINGERS)[number], t: number): [number, number, number] => [
  fx + (tx - fx) * t,
  fy + (ty - fy) * t,
  0.04 - 0.24 * t * t,
]

const THUMB: readonly (readonly [number, number, number])[] = [
  [0.26, -0.1, 0.0],
  [0.42, 0.12, -0.04],
  [0.47, 0.4, -0.12],
]

/** The flared tube over wrist and forearm. */
const cuffOf =
  (flare: number, long: number): Field =>
  (x, y, z) => {
    const down = max(0, -0.22 - y)
    const r = length2(x, z * 1.0) - 0.25 - flare * down * (0.4 + 0.5 * down)
    return max(abs(r) - 0.026, abs(y + 0.22 + long / 2) - long / 2) * 0.84 - 0.004
  }

function glove(bench: Bench, colour: string): void {
  const fingers = nearestOf(
    FINGERS.map((finger) =>
      sweep(
        [0, 0.5, 1].map((t) => [...joint(finger, t), finger[4] * (0.84 - 0.12 * t)] as const),
        3,
      ),
    ),
    [-0.6, 0.1, -0.5],
    [0.6, 1.3, 0.3],
    24,
    1.1,
  )
  const thumb = sweep(
    THUMB.map(([x, y, z], i) => [x, y, z, 0.1 - i * 0.018] as const),
    3,
  )
  const palm: Field = (x, y, z) => smoothMin(ellipsoid(x, y - 0.12, z, 0.3, 0.36, 0.13), ellipsoid(x, y + 0.2, z, 0.2, 0.2, 0.14), 0.1)
  bench.add(
    'glove',
    (x, y, z) => {
      const broad = palm(x, y, z)
      // fingers are not asked where the slab that holds them is farther away than the palm
      const hand = 0.14 - x > broad + 0.08 ? broad : smoothMin(broad, thumb(x, y, z), 0.08)
      return 0.2 - y > hand + 0.04 ? hand : smoothMin(hand, fingers(x, y, z), 0.04)
    },
    [0.03, 0.26, -0.02, 0.82],
    bench.hide(bench.coloured ? bench.fabric : rgb(colour)),
  )
}

/** Lames over each finger: rings of steel, each lapping over the next, the last one pointed. */
const lames = (claws: boolean): Field => {
  const plates = FINGERS.map((finger) => {
    const axis = sweep(
      [0, 0.5, 1].map((t) => [...joint(finger, t), 0] as const),
      3,
    )
    const [fx, fy, tx, ty, r] = finger
    const long = length2(tx - fx, ty - fy)
    const [ux, uy] = [(tx - fx) / long, (ty - fy) / long]
    const end = joint(finger, 1)
    const tip: Field = (x, y, z) =>
      capsule(x, y, z, end[0], end[1], end[2], end[0] + ux * 0.2, end[1] + uy * 0.2, end[2] - 0.12, r * 0.72, claws ? 0.012 : r * 0.6)
    /** The plates, or `known` where that is not more. */
    return (x: number, y: number, z: number, known: number): number => {
      const aside = abs((x - fx) * uy - (y - fy) * ux) - 1.1 * r - 0.013
      if (aside > 0 && aside * 0.72 >= known) return known
      const d = claws ? min(known, tip(x, y, z)) : known
      const t = ((x - fx) * ux + (y - fy) * uy) / long
      const ends = max(-0.02 - z - 0.26 * t * t, -t, t - 1.02)
      if (ends * 0.72 >= d) return d
      return min(d, max(abs(axis(x, y, z) - r * (1.05 - 0.12 * t) + 0.022 * lap(t * 4)) - 0.013, ends) * 0.72)
    }
  })
  return (x, y, z) => {
    let d = 1e9
    for (let i = 0; i < plates.length; i++) d = plates[i]!(x, y, z, d)
    return d
  }
}

const thumbPlate: Field = (() => {
  const axis = sweep(
    THUMB.map(([x, y, z]) => [x, y, z, 0] as const),
    3,
  )
  return (x: number, y: number, z: number) => {
    const q = (y + 0.1) * 7
    return max(abs(axis(x, y, z) - 0.112 + 0.02 * lap(q)) - 0.013, -0.06 - z, -y - 0.02, y - 0.42) * 0.9
  }
})()

/** Plates over the back of the hand. */
const back: Field = (x, y, z) => {
  const hand = smoothMin(ellipsoid(x, y - 0.12, z, 0.32, 0.38, 0.16), ellipsoid(x, y + 0.2, z, 0.23, 0.2, 0.17), 0.1)
  const q = (y + 0.2) * 6.2
  return max(abs(hand - 0.03 + 0.024 * lap(q)) - 0.014, 0.02 - z, y - 0.4, -0.26 - y) * 0.76
}

const knuckles: Field = (x, y, z) => {
  let d = 9
  for (const [fx, fy] of FINGERS) d = min(d, ellipsoid(x - fx, y - fy, z - 0.1, 0.068, 0.085, 0.07))
  return d
}

export const gauntlet: Kind = {
  forms: ['plate', 'claw', 'bracer'],
  build(bench) {
    const bracer = bench.form === 'bracer'
    const claws = bench.form === 'claw'
    const long = bench.random.range(0.66, 0.78)
    const flare = bracer ? 0.14 : bench.random.range(0.2, 0.34)
    glove(bench, claws ? '#26201f' : bracer ? '#8a5a34' : '#4a2e20')
    const steel = bench.body({ hammer: 0.04, rough: 0.22 }, claws ? rgb('#6f747e') : bench.main)
    const cuff = cuffOf(flare, long)
    const decked = bench.has('ornate') || claws ? overlaid(steel, [engraving(5, (s) => (s.y < -0.4 ? 1 : 0))]) : steel
    const etched = bench.inscribed(decked, (s, at) => {
      at.u = (s.y + 0.56) * 8
      at.v = s.x * 9
      return at.u > 0 && at.u < 1 && s.z > 0
    })
    bench.add(
      'cuff',
      cuff,
      [0, -0.22 - long / 2, 0, long / 2 + 0.34],
      bracer ? bench.hide(bench.coloured ? bench.fabric : rgb('#6a3f24')) : etched,
    )
    const edge = 0.25 + flare * long * (0.4 + 0.5 * long)
    bench.add(
      'rims',
      (x, y, z) => min(length2(length2(x, z) - edge, y + 0.22 + long) - 0.034, length2(length2(x, z) - 0.258, y + 0.22) - 0.03),
      [0, -0.22 - long / 2, 0, long / 2 + 0.42],
      bench.fitting(),
    )
    if (bracer) {
      const guard: Field = (x, y, z) =>
        smoothMax(max(abs(cuff(x, y, z) - 0.012) - 0.022, 0.16 - z, abs(y + 0.56) - 0.26), abs(x) - 0.2, 0.06)
      bench.add('guard', guard, [0, -0.56, 0.28, 0.42], etched)
      bench.add(
        'lacing',
        (x, y, z) => {
          const row = min(max(floor((y + 0.56) / 0.12 + 0.5), -2), 2) * 0.12 - 0.56
          const r = 0.29 + flare * max(0, -0.22 - row) * (0.4 + 0.5 * max(0, -0.22 - row))
          return max(length2(length2(x, z) - r + 0.006, y - row) - 0.02, -max(z - 0.16, abs(x) - 0.19))
        },
        [0, -0.56, 0, 0.52],
        bench.hide(rgb('#c9a777')),
      )
      bench.add(
        'studs',
        (x, y, z) => length3(abs(x) - 0.12, abs(y + 0.56) - 0.18, z - 0.31 - (y + 0.56) * -0.14) - 0.032,
        [0, -0.56, 0.31, 0.3],
        bench.fitting(),
      )
    } else {
      bench.add('lames', lames(claws), [-0.02, 0.66, -0.06, 0.62], steel)
      bench.add('thumb', thumbPlate, [0.4, 0.18, -0.02, 0.34], steel)
      bench.add('back', back, [0, 0.08, 0.1, 0.44], steel)
      bench.add('knuckles', knuckles, [0, 0.34, 0.1, 0.32], bench.fitting())
      bench.add(
        'rivets',
        (x, y, z) => length3(abs(x) - 0.16, abs(y + 0.34) - 0.05, z - 0.23 + (y + 0.34) * 0.3) - 0.025,
        [0, -0.34, 0.24, 0.22],
        bench.fitting(),
      )
    }
    if (!bracer) bench.addGem(brilliantCut(0, 0.02, 0.185, 0.075, 0.07, 8, 'z'), [0, 0.02, 0.185, 0.12])
    return { yaw: 0.5, pitch: 0.14, half: 1.24, aimX: 0.03, aimY: 0.06, stands: -0.25 - long }
  },
}
