import { atan2, cos, PI, sin, TAU } from '../../math/dmath.ts'
import { fbm3, noise3, voronoi3 } from '../../math/lattice.ts'
import type { Field } from '../../solid/field/field.ts'
import { lathe } from '../../solid/field/outline.ts'
import { box, cylinder, ellipsoid, length2, length3 } from '../../solid/field/shapes.ts'
import { every, groove } from '../../solid/field/solids.ts'
import { glazed, icing, pastry } from '../../solid/material/food.ts'
import { finish } from '../../solid/material/plain.ts'
import { rgb } from '../../solid/palette.ts'
import { bump, dim, paint, tint } from '../../solid/render/surface.ts'
import type { Bench } from '../bench.ts'
import type { Kind, Pose } from '../kind.ts'
import { plate } from '../shape/plate.ts'

const { abs, floor, max, min } = Math

const FILLINGS = ['#8e0f1c', '#3a1a52', '#c9791c', '#a83218']
const lumps: Field = (x, y, z) => fbm3(x * 9, y * 9, z * 9, 2) * 0.2

/** Stewed fruit in its syrup. */
const stewed = (bench: Bench) => {
  const colour = bench.coloured ? bench.accent : rgb(bench.random.pick(FILLINGS))
  return finish(colour, (s) => {
    paint(s, colour)
    const wall = voronoi3(s.x * 8, s.y * 8, s.z * 8, s.cell)
    dim(s, 0.45 + wall * 1.1 + 0.4 * s.cell.id)
    s.rough = 0.15
    s.coat = 1
    s.soften = 0.5
    bump(s, 0.12, lumps)
  })
}

const DISH = lathe(
  [
    [0, -0.42],
    [0.62, -0.42],
    [0.86, -0.12],
    [0.96, -0.1],
    [0.96, -0.07],
    [0.82, -0.07],
    [0.6, -0.37],
    [0, -0.37],
  ],
  0,
  0.012,
)

/** Crimped rim, pressed by fingers all round. */
const crimp: Field = (x, y, z) => {
  const d = length2(length2(x, z) - 0.87, (y + 0.03) * 1.1) - 0.075
  return (d > 0.06 ? d - 0.018 : d - 0.018 * cos(atan2(z, x) * 26)) * 0.8
}

/** Strips over and under each other, laid along two slanting directions. */
const lattice: Field = (x, y, z) => {
  const outside = length2(x, z) - 0.86
  const dome = 0.05 - 0.11 * (x * x + z * z)
  // far above and below it is a lid
  const away = max(abs(y - dome) * 0.9 - 0.04, outside)
  if (away > 0.06) return away
  const u = (x + z) * 0.7071
  const v = (x - z) * 0.7071
  const over = 0.016 * cos((u / 0.24) * PI) * cos((v / 0.24) * PI)
  const a = box(every(u, 0.24), y - dome - over, 0, 0.065, 0.022, 9, 0.02)
  const b = box(every(v, 0.24), y - dome + over, 0, 0.065, 0.022, 9, 0.02)
  return max(min(a, b) * 0.9, outside)
}

function whole(bench: Bench): Pose {
  const tin = bench.named || bench.whole || bench.gilded ? bench.body({ rough: 0.26 }) : glazed(bench.fabric)
  bench.add('dish', DISH, [0, -0.26, 0, 1], tin)
  bench.add(
    'filling',
    (x, y, z) => max(ellipsoid(x, y + 0.2, z, 0.98, 0.22, 0.98), length2(x, z) - 0.84, -0.3 - y) - 0.018 * noise3(x * 9, y * 9, z * 9),
    [0, -0.12, 0, 0.9],
    stewed(bench),
  )
  bench.add('lattice', lattice, [0, 0, 0, 0.9], pastry(0.08))
  bench.add('crust', crimp, [0, -0.03, 0, 0.98], pastry(0.06))
  const leaf: Field = (x, y, z) => {
    const step = TAU / 5
    const a = floor(atan2(z, x) / step + 0.5) * step
    const u = x * cos(a) + z * sin(a) - 0.17
    const w = -x * sin(a) + z * cos(a)
    return ellipsoid(u, y - 0.085 + 0.4 * u * u, w, 0.16, 0.03, 0.075) + groove(w, 0.012)
  }
  bench.add('leaves', leaf, [0, 0.07, 0, 0.36], pastry(0.1))
  bench.add('berry', (x, y, z) => length3(x, y - 0.11, z) - 0.06, [0, 0.11, 0, 0.07], pastry(0.16))
  return { yaw: 0.3, pitch: 0.5, half: 1.0, aimY: -0.12, stands: -0.44 }
}

/** A wedge that points to +z, its rim at the back, on a plate with a spoon of cream. */
function wedge(bench: Bench): Pose {
  const filling = stewed(bench)
  const reach = 0.62
  const c = cos(0.36)
  const s = sin(0.36)
  const inside: Field = (x, _y, z) => max(abs(x) * c - (reach - z) * s, length2(x, reach - z) - 1.18)
  const slab =
    (low: number, high: number, inset: number): Field =>
    (x, y, z) => {
      const dome = 0.05 * (1 - (reach - z))
      return max(inside(x, y, z) + inset, low - y, y - high - dome) * 0.95
    }
  bench.add('base', slab(-0.36, -0.28, 0), [0, -0.28, 0, 0.82], pastry(-0.3))
  const fruit = slab(-0.29, 0.0, 0.02)
  bench.add('filling', (x, y, z) => fruit(x, y, z) - 0.03 * noise3(x * 8, y * 8, z * 8) + 0.01, [0, -0.14, 0, 0.82], filling)
  const lid = slab(0.0, 0.07, 0)
  bench.add(
    'lid',
    (x, y, z) => {
      const vent = max(abs(every(x, 0.2)) - 0.02, abs(z + 0.02) - 0.16, abs(x) - 0.25)
      return max(lid(x, y, z) - 0.012, -vent)
    },
    [0, 0.04, 0, 0.82],
    pastry(0.1),
  )
  bench.add(
    'rim',
    (x, y, z) => {
      const a = atan2(x, reach - z)
      const r = length2(x, reach - z)
      return max((length2(r - 1.16, (y - 0.04) * 0.9) - 0.11 - 0.018 * cos(a * 34)) * 0.85, abs(x) * c - (reach - z) * s)
    },
    [0, 0.04, -0.52, 0.56],
    pastry(0.12),
  )
  bench.add(
    'wall',
    (x, y, z) => max(abs(length2(x, reach - z) - 1.17) - 0.035, abs(y + 0.15) - 0.2, abs(x) * c - (reach - z) * s),
    [0, -0.15, -0.52, 0.54],
    pastry(0),
  )
  bench.add(
    'plate',
    plate(-0.44, 0.98),
    [0, -0.4, 0, 1],
    bench.named || bench.whole || bench.gilded ? bench.body({ rough: 0.18 }) : glazed(rgb('#f3f0ea')),
  )
  bench.add('ring', (x, y, z) => max(abs(length2(x, z) - 0.93) - 0.018, abs(y + 0.345) - 0.02) * 0.9, [0, -0.345, 0, 0.96], bench.fitting())
  const cream: Field = (x, y, z) => {
    const r = length2(x - 0.5, z - 0.3)
    const d = min(ellipsoid(x - 0.5, y + 0.3, z - 0.3, 0.2, 0.12, 0.2), ellipsoid(x - 0.5, y + 0.2, z - 0.3, 0.12, 0.12, 0.12))
    return (d + 0.01 * cos(atan2(z - 0.3, x - 0.5) * 5 + y * 30) * min(1, r * 8)) * 0.85
  }
  bench.add('cream', cream, [0.5, -0.24, 0.3, 0.25], icing(rgb('#f7efe0')))
  if (bench.has('ornate'))
    bench.add(
      'mint',
      (x, y, z) => ellipsoid(x - 0.5, y + 0.07, z - 0.3, 0.1, 0.02, 0.05),
      [0.5, -0.07, 0.3, 0.11],
      finish(rgb('#3f8f3a'), (q) => {
        paint(q, rgb('#3f8f3a'))
        tint(q, rgb('#a4d080'), 0.2)
      }),
    )
  return { yaw: 0.75, pitch: 0.36, half: 1.06, aimY: -0.14, stands: -0.45 }
}

/** A tall raised pie: a domed lid with leaves, egg wash and a hole for the steam. */
function raised(bench: Bench): Pose {
  const wall: Field = (x, y, z) => {
    const r = length2(x, z)
    return max((r - 0.66 - 0.04 * y - 0.012 * cos(atan2(z, x) * 20)) * 0.9, abs(y + 0.2) - 0.34) - 0.02
  }
  bench.add('wall', wall, [0, -0.2, 0, 0.84], pastry(0.12))
  bench.add(
    'lid',
    (x, y, z) => max(ellipsoid(x, y - 0.12, z, 0.7, 0.2, 0.7), 0.1 - y, 0.07 - length2(x, z)),
    [0, 0.2, 0, 0.74],
    pastry(0.3),
  )
  bench.add(
    'crimp',
    (x, y, z) => (length2(length2(x, z) - 0.7, y - 0.14) - 0.06 - 0.02 * cos(atan2(z, x) * 28)) * 0.82,
    [0, 0.14, 0, 0.8],
    pastry(0.16),
  )
  const leaves: Field = (x, y, z) => {
    const step = TAU / 6
    const a = floor(atan2(z, x) / step + 0.5) * step
    const u = x * cos(a) + z * sin(a) - 0.34
    const w = -x * sin(a) + z * cos(a)
    return ellipsoid(u, y - 0.29 + 0.3 * u, w, 0.19, 0.035, 0.09)
  }
  bench.add('leaves', leaves, [0, 0.28, 0, 0.58], pastry(0.3))
  bench.add('hole', (x, y, z) => length2(length2(x, z) - 0.09, y - 0.31) - 0.035, [0, 0.31, 0, 0.14], pastry(0.34))
  bench.add('gravy', (x, y, z) => cylinder(x, y - 0.26, z, 0.075, 0.03, 0.01), [0, 0.26, 0, 0.1], stewed(bench))
  bench.add(
    'plate',
    plate(-0.62, 0.98),
    [0, -0.58, 0, 1],
    bench.named || bench.whole || bench.gilded ? bench.body({ rough: 0.18 }) : glazed(bench.fabric),
  )
  return { yaw: 0.3, pitch: 0.34, half: 1.1, aimY: -0.14, stands: -0.63 }
}

export const pie: Kind = {
  forms: ['lattice', 'slice', 'raised'],
  build: (bench) => (bench.form === 'slice' ? wedge(bench) : bench.form === 'raised' ? raised(bench) : whole(bench)),
}
