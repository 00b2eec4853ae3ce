import { atan2, sin } from '../../math/dmath.ts'
import { smoothMax, smoothMin } from '../../solid/field/combine.ts'
import { brilliantCut } from '../../solid/field/facets.ts'
import type { Field } from '../../solid/field/field.ts'
import { lathe } from '../../solid/field/outline.ts'
import { box, capsule, ellipsoid, length2, length3, torus } from '../../solid/field/shapes.ts'
import { sweep } from '../../solid/field/sweep.ts'
import { cloth } from '../../solid/material/organic.ts'
import { plain } from '../../solid/material/plain.ts'
import { rgb } from '../../solid/palette.ts'
import type { Bench } from '../bench.ts'
import type { Kind, Pose } from '../kind.ts'

const { abs, floor, max, min } = Math

/** A tube along y with walls 0.03 thick. */
const pipe = (x: number, y: number, z: number, r: number, foot: number, top: number) =>
  max(abs(length2(x, z) - r + 0.015) - 0.015, abs(y - (foot + top) / 2) - (top - foot) / 2)

function concert(bench: Bench): Pose {
  const silver = bench.coloured ? plain(bench.fabric, { metal: 1, rough: 0.2 }) : bench.body({ rough: 0.14, brush: 0.002 }, rgb('#d8dde4'))
  bench.add(
    'tube',
    (x, y, z) => pipe(x, y, z, 0.078, -1.12, 1.1),
    [0, -0.01, 0, 1.14],
    bench.inscribed(silver, (s, at) => {
      at.u = s.x * 12 + 0.5
      at.v = s.y * 12
      return s.z > 0 && at.u > 0 && at.u < 1 && s.y > 0.4 && s.y < 0.62
    }),
  )
  bench.add(
    'joints',
    (x, y, z) => {
      const rows = [1.08, 0.56, 0.38, -0.74, -0.86, -1.1]
      let d = 9
      for (const at of rows) d = min(d, abs(y - at))
      return min(max(length2(x, z) - 0.098, d - 0.028) - 0.006, length3(x, y - 1.12, z) - 0.07)
    },
    [0, 0, 0, 1.2],
    bench.fitting({ rough: 0.14, brush: 0.002 }),
  )
  const lip: Field = (x, y, z) => {
    const plate = max(abs(length2(x, z - 0.02) - 0.092) - 0.02, ellipsoid(x, y - 0.78, z - 0.1, 0.12, 0.15, 0.16))
    return smoothMax(plate, -ellipsoid(x, y - 0.78, z - 0.1, 0.032, 0.044, 0.1), 0.01)
  }
  bench.add('lip plate', lip, [0, 0.78, 0.06, 0.18], bench.fitting({ rough: 0.12 }))
  const row = (y: number) => min(max(floor((y + 0.22) / 0.125 + 0.5), -4), 4) * 0.125 - 0.22
  const keys: Field = (x, y, z) => {
    const v = y - row(y)
    const cup = max(length2(x, v) - 0.058, abs(z - 0.105) - 0.018) - 0.006
    const dimple = length3(x, v, z - 0.19) - 0.072
    return min(smoothMax(cup, -dimple, 0.01), max(length2(x, v) - 0.05, abs(z - 0.08) - 0.03))
  }
  bench.add('keys', keys, [0, -0.22, 0.1, 0.6], bench.body({ rough: 0.12, brush: 0.002 }, rgb('#e4e8ee')))
  bench.add(
    'rod',
    (x, y, z) => {
      const v = y - row(y)
      const bar = max(length2(x - 0.1, z - 0.08) - 0.02, abs(y + 0.22) - 0.6)
      const arm = capsule(x, v, z, 0.1, 0, 0.085, 0.03, 0, 0.125, 0.016, 0.014)
      const posts = min(length3(x - 0.1, abs(y + 0.22) - 0.6, z - 0.08) - 0.034, length3(x - 0.1, y + 0.22, z - 0.08) - 0.034)
      const side = min(
        capsule(x, y, z, 0.1, -0.96, 0.06, 0.1, -0.78, 0.06, 0.018, 0.018),
        ellipsoid(x - 0.03, y + 0.97, z - 0.095, 0.062, 0.075, 0.024),
      )
      return min(bar, arm, posts, side)
    },
    [0.06, -0.4, 0.08, 0.72],
    bench.fitting({ rough: 0.16, brush: 0.002 }),
  )
  return { roll: -0.82, yaw: 0.3, half: 1.06, stands: null, thickness: 0.13 }
}

function recorder(bench: Bench): Pose {
  const profile = lathe(
    [
      [0, -1.14],
      [0.14, -1.14],
      [0.15, -1.08],
      [0.1, -0.98],
      [0.088, -0.9],
      [0.115, -0.78],
      [0.12, -0.7],
      [0.09, -0.64],
      [0.096, 0.2],
      [0.1, 0.3],
      [0.135, 0.36],
      [0.14, 0.48],
      [0.11, 0.54],
      [0.115, 0.9],
      [0.1, 1.1],
      [0.08, 1.13],
      [0, 1.13],
    ],
    3,
  )
  const wood = bench.coloured ? bench.hide(bench.fabric) : bench.timber('#6a3216', '#a85e2c')
  const spots = [0.16, 0.02, -0.12, -0.28, -0.42, -0.56]
  const body: Field = (x, y, z) => {
    let d = profile(x, y, z)
    // bevelled where one blows: the beak
    d = smoothMax(d, (z + 0.02) * 0.8 + (y - 0.98) * 0.5 - 0.06, 0.02)
    let hole = box(x, y - 0.72, z - 0.14, 0.055, 0.03, 0.1, 0.004)
    for (const at of spots) hole = min(hole, max(length2(x, y - at) - 0.036, -z))
    hole = min(hole, max(length2(abs(x) - 0.026, y + 0.88) - 0.022, -z))
    const ramp = max(abs(x) - 0.055, (y - 0.7) * 0.45 + 0.09 - z + 0.02, abs(y - 0.62) - 0.09)
    return smoothMax(d, -min(max(hole, 0.02 - z), ramp), 0.01) * 0.95
  }
  bench.add(
    'body',
    body,
    [0, 0, 0, 1.17],
    bench.inscribed(wood, (s, at) => {
      at.u = s.x * 14 + 0.5
      at.v = s.y * 12
      return s.z > 0 && at.u > 0 && at.u < 1 && s.y > 0.36 && s.y < 0.5
    }),
  )
  bench.add(
    'rings',
    (x, y, z) =>
      min(
        torus(x, y - 0.35, z, 0.118, 0.026),
        torus(x, y - 0.5, z, 0.118, 0.024),
        torus(x, y + 0.7, z, 0.112, 0.024),
        torus(x, y + 1.1, z, 0.14, 0.024),
        torus(x, y - 1.0, z, 0.104, 0.018),
      ),
    [0, -0.05, 0, 1.14],
    bench.fitting(),
  )
  const cord = sweep([
    [0.1, 0.43, 0, 0.018],
    [0.28, 0.34, 0.02, 0.017],
    [0.33, 0.1, 0, 0.017],
    [0.27, -0.1, 0, 0.04],
    [0.27, -0.3, 0, 0.045],
  ])
  bench.add('tassel', cord, [0.24, 0.08, 0, 0.44], cloth(bench.accent, 0.8))
  if (bench.has('ornate')) bench.addGem(brilliantCut(0, 0.42, 0.125, 0.045, 0.04, 6, 'z'), [0, 0.42, 0.125, 0.07])
  return { roll: -0.8, yaw: 0.3, half: 1.08, stands: null, thickness: 0.18 }
}

function pan(bench: Bench): Pose {
  const count = bench.random.pick([7, 8, 9])
  const pitch = 0.2
  const first = (-(count - 1) / 2) * pitch
  const slot = (x: number) => min(max(floor((x - first) / pitch + 0.5), 0), count - 1)
  const lengthOf = (k: number) => 1.5 - (k / (count - 1)) * 0.95
  const top = 0.72
  const cane = bench.coloured ? bench.hide(bench.fabric) : bench.timber('#b8863e', '#e0bc7a')
  // a reed nearby may be the nearer one where a pipe is short: both neighbours are asked
  const reeds: Field = (x, y, z) => {
    const k = slot(x)
    let d = 9
    for (let j = max(0, k - 1); j <= min(count - 1, k + 1); j++) {
      const long = lengthOf(j)
      const u = x - first - j * pitch
      const bow = z - 0.1 * (u + first + j * pitch) * (u + first + j * pitch)
      const r = 0.092 - 0.002 * j
      const knot = 0.007 * sin((y - top) * 9 + j) * sin((y - top) * 9 + j)
      const wall = max(length2(u, bow) - r - knot + 0.006, abs(y - top + long / 2) - long / 2)
      const hollow = max(length2(u, bow) - r + 0.026, top - long + 0.1 - y)
      d = min(d, smoothMax(wall, -hollow, 0.01))
    }
    return d * 0.9
  }
  bench.add(
    'reeds',
    reeds,
    [0, 0.0, 0.04, 1.14],
    bench.inscribed(cane, (s, at) => {
      at.u = s.x / pitch + 0.5
      at.v = s.y * 5
      return s.z > 0 && s.y > 0.26 && s.y < 0.46
    }),
  )
  const wide = (count * pitch) / 2 + 0.01
  const band = (y: number, at: number, half: number) => abs(y - at) - half
  const bows = (x: number, z: number) => abs(z - 0.1 * x * x) - 0.115
  const bindings: Field = (x, y, z) => {
    const flat = max(min(band(y, 0.52, 0.05), band(y, 0.06, 0.05)), bows(x, z), abs(x) - wide)
    const cords = 0.008 * abs(sin(y * 70))
    return (flat + cords) * 0.85
  }
  bench.add('bindings', bindings, [0, 0.28, 0.03, wide + 0.2], bench.hide(rgb('#6a2a1c')))
  bench.add(
    'lashes',
    (x, y, z) => {
      const k = slot(x)
      const u = x - first - k * pitch - pitch / 2
      return max(length2(u, abs(z - 0.1 * x * x) - 0.115) - 0.026, min(band(y, 0.52, 0.065), band(y, 0.06, 0.065)), abs(x) - wide + 0.1)
    },
    [0, 0.28, 0.03, wide + 0.16],
    bench.hide(rgb('#c9a777')),
  )
  bench.add(
    'studs',
    (x, y, z) => length3(abs(x) - wide + 0.06, y - (y > 0.29 ? 0.52 : 0.06), abs(z - 0.1 * x * x) - 0.118) - 0.034,
    [0, 0.29, 0.04, wide + 0.2],
    bench.fitting(),
  )
  const hang = sweep([
    [-wide, 0.06, 0.05, 0.02],
    [-wide - 0.12, -0.1, 0.05, 0.02],
    [-wide - 0.1, -0.36, 0.03, 0.02],
    [-wide - 0.14, -0.44, 0.02, 0.05],
    [-wide - 0.14, -0.62, 0.02, 0.035],
  ])
  bench.add(
    'tassel',
    (x, y, z) => smoothMin(hang(x, y, z), length3(x + wide + 0.13, y + 0.4, z - 0.02) - 0.055, 0.02) + 0.003 * sin(atan2(z, x) * 9),
    [-wide - 0.08, -0.28, 0.03, 0.44],
    cloth(bench.accent, 0.8),
  )
  return { roll: -0.2, yaw: 0.3, half: 1.28, aimX: -0.06, aimY: 0.02, stands: null, thickness: 0.1 }
}

export const flute: Kind = {
  forms: ['concert', 'recorder', 'pan'],
  build(bench) {
    if (bench.form === 'pan') return pan(bench)
    return bench.form === 'recorder' ? recorder(bench) : concert(bench)
  },
}
