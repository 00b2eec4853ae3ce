import { atan2, sin, smooth } from '../../math/dmath.ts'
import { noise3 } from '../../math/lattice.ts'
import { smoothMax, union } from '../../solid/field/combine.ts'
import { brilliantCut } from '../../solid/field/facets.ts'
import type { Field } from '../../solid/field/field.ts'
import { once } from '../../solid/field/once.ts'
import { lathe } from '../../solid/field/outline.ts'
import { length2, length3 } from '../../solid/field/shapes.ts'
import { sweep } from '../../solid/field/sweep.ts'
import { engraving } from '../../solid/material/engraving.ts'
import { overlaid } from '../../solid/material/overlay.ts'
import { finish } from '../../solid/material/plain.ts'
import { rgb } from '../../solid/palette.ts'
import { bump, dim, paint, tint } from '../../solid/render/surface.ts'
import type { Bench } from '../bench.ts'
import type { Kind, Pose } from '../kind.ts'

const { abs, max, min } = Math

type Way = readonly (readonly [number, number, number, number])[]

/** The course of an ox's horn, from the mouth of the bell to the mouthpiece. */
const COURSE: Way = [
  [0.74, 0.62, 0, 0.36],
  [0.5, 0.2, 0, 0.29],
  [0.12, -0.2, 0, 0.22],
  [-0.34, -0.38, 0, 0.15],
  [-0.74, -0.26, 0, 0.09],
  [-0.96, 0.06, 0, 0.05],
]
const grain: Field = (x, y, z) => noise3(x * 7, y * 7, z * 34) * 0.1

/** Distance past the plane through a course's point, at right angles to the course; positive towards its start. */
function past([ax, ay]: readonly number[], [bx, by]: readonly number[]): Field {
  const [ux, uy] = [ax! - bx!, ay! - by!]
  const long = length2(ux, uy)
  return (x, y) => ((x - ax!) * ux + (y - ay!) * uy) / long
}

/** Fillet of the mouth's edge. */
const LIP = 0.015

function war(bench: Bench): Pose {
  const full = once(sweep(COURSE, 6))
  const bore = sweep(
    COURSE.map(([x, y, z, r]) => [x, y, z, max(0.012, r - 0.055)] as const),
    6,
  )
  const mouth = past(COURSE[0]!, COURSE[1]!)
  const dark = bench.random.pick([rgb('#3a2a20'), rgb('#4a3a30'), rgb('#2c2624')])
  const light = rgb('#e0d0ac')
  const keratin = finish(light, (s) => {
    const t = smooth(-0.5, 0.65, s.x + s.y * 0.4 + 0.5 * (noise3(s.x * 4, s.y * 4, s.z * 9) - 0.5))
    paint(s, light)
    tint(s, dark, 1 - t)
    dim(s, 0.75 + 0.4 * noise3(s.x * 8, s.y * 8, s.z * 40))
    s.rough = 0.3
    s.coat = 0.45
    bump(s, 0.05, grain)
  })
  const skin =
    bench.named || bench.whole
      ? bench.body({ hammer: 0.03 })
      : bench.coloured
        ? finish(bench.fabric, (s) => {
            paint(s, bench.fabric)
            s.rough = 0.3
            s.coat = 0.5
          })
        : keratin
  bench.add(
    'horn',
    (x, y, z) => {
      const rim = mouth(x, y, z)
      const whole = max(full(x, y, z), rim)
      const deep = -0.7 - rim
      // beyond the end of the bore its curve need not be asked
      return (whole + deep > LIP ? whole : smoothMax(whole, -max(bore(x, y, z), deep), LIP)) * 0.94
    },
    [-0.04, 0.14, 0, 1.16],
    bench.inscribed(skin, (s, at) => {
      at.u = (length2(s.x + 0.28, s.y - 0.86) - 0.98) * 8
      at.v = atan2(s.y - 0.86, s.x + 0.28) * 8
      return s.z > 0 && at.u > 0 && at.u < 1 && s.x < 0.5
    }),
  )
  const cuts = [
    { at: [0.72, 0.585], to: [0.5, 0.2], half: 0.06, up: 0.018 },
    { at: [0.33, 0.01], to: [0.12, -0.2], half: 0.055, up: 0.016 },
    { at: [-0.36, -0.38], to: [-0.74, -0.26], half: 0.05, up: 0.016 },
    { at: [-0.86, -0.12], to: [-0.96, 0.06], half: 0.04, up: 0.016 },
  ]
  const bands = cuts.map(({ at, to, half, up }): Field => {
    const plane = past(at, to)
    return (x, y, z) => max(abs(full(x, y, z) - up) - 0.02, abs(plane(x, y, z)) - half, length3(x - at[0]!, y - at[1]!, z) - 0.5)
  })
  bench.add('bands', union(...bands), [-0.04, 0.14, 0, 1.18], overlaid(bench.fitting({ rough: 0.22 }), [engraving(9)]))
  const tip = lathe(
    [
      [0, 0.0],
      [0.05, 0.0],
      [0.046, 0.09],
      [0.085, 0.15],
      [0.09, 0.19],
      [0, 0.19],
    ],
    2,
  )
  bench.add('mouthpiece', (x, y, z) => tip(x + 0.97 + (y - 0.06) * 0.2, y - 0.05, z) * 0.96, [-0.99, 0.15, 0, 0.17], bench.fitting())
  bench.add(
    'rings',
    (x, y, z) => min(length2(length2(x - 0.26, y + 0.27) - 0.07, z) - 0.02, length2(length2(x + 0.42, y + 0.57) - 0.06, z) - 0.018),
    [-0.08, -0.42, 0, 0.48],
    bench.fitting(),
  )
  const strap = sweep([
    [0.27, -0.33, 0, 0.03],
    [0.22, -0.66, 0.03, 0.034],
    [0, -0.86, 0.04, 0.036],
    [-0.28, -0.84, 0.02, 0.034],
    [-0.42, -0.62, 0, 0.03],
  ])
  bench.add('strap', strap, [-0.07, -0.6, 0.01, 0.46], bench.hide(rgb('#5a3620')))
  if (bench.has('ornate')) bench.addGem(brilliantCut(0.33, 0.01, 0.25, 0.06, 0.05, 8, 'z'), [0.33, 0.01, 0.25, 0.09])
  return { roll: 0.05, yaw: 0.4, half: 1.16, aimX: -0.02, aimY: -0.06, stands: null, thickness: 0.34 }
}

/** Brass tube coiled once, with a wide bell: a post horn. */
function post(bench: Bench): Pose {
  const turns: Way = [
    [-1.0, 0.36, 0.06, 0.034],
    [-0.6, 0.42, 0.06, 0.04],
    [-0.1, 0.5, 0.07, 0.045],
    [0.36, 0.36, 0.07, 0.05],
    [0.56, -0.06, 0.06, 0.054],
    [0.34, -0.48, 0.02, 0.058],
    [-0.1, -0.62, -0.04, 0.062],
    [-0.5, -0.42, -0.07, 0.066],
    [-0.62, -0.02, -0.08, 0.07],
    [-0.4, 0.3, -0.08, 0.078],
    [0.02, 0.36, -0.06, 0.09],
    [0.4, 0.24, -0.04, 0.12],
  ]
  const brass = bench.body({ rough: 0.14, brush: 0.002 }, rgb('#d9ae4e'))
  bench.add('tube', sweep(turns, 5), [-0.2, -0.06, 0, 0.98], brass)
  const flare = lathe(
    [
      [0.1, 0],
      [0.115, 0.12],
      [0.14, 0.26],
      [0.2, 0.4],
      [0.31, 0.5],
      [0.4, 0.54],
      [0.39, 0.56],
      [0.29, 0.525],
      [0.175, 0.42],
      [0.115, 0.27],
      [0.09, 0.12],
      [0.08, 0],
    ],
    2,
    0.01,
  )
  // the bell goes on where the tube ends, down to the right
  const dx = 0.91
  const dy = -0.415
  const inBell =
    (field: Field): Field =>
    (x, y, z) => {
      const px = x - 0.36
      const py = y - 0.26
      return field(px * dy - py * dx, px * dx + py * dy, z + 0.04)
    }
  bench.add(
    'bell',
    inBell(flare),
    [0.65, 0.13, -0.04, 0.52],
    bench.inscribed(brass, (s, at) => {
      const along = (s.x - 0.36) * dx + (s.y - 0.26) * dy
      at.u = (along - 0.3) * 9
      at.v = atan2((s.x - 0.36) * dy - (s.y - 0.26) * dx, s.z + 0.04) * 4
      return at.u > 0 && at.u < 1
    }),
  )
  bench.add(
    'garland',
    inBell((x, y, z) => min(length2(length2(x, z) - 0.405, y - 0.555) - 0.028, length2(length2(x, z) - 0.13, y - 0.1) - 0.026)),
    [0.65, 0.13, -0.04, 0.54],
    bench.fitting({ rough: 0.16 }),
  )
  bench.add(
    'mouthpiece',
    (x, y, z) => {
      const u = -(x + 1.0)
      const v = length2(y - 0.36 - (x + 1.0) * 0.15, z - 0.06)
      return max(v - 0.045 - 0.07 * smooth(0.02, 0.16, u), abs(u - 0.06) - 0.12) * 0.85
    },
    [-1.06, 0.35, 0.06, 0.2],
    bench.fitting(),
  )
  bench.add(
    'stays',
    (x, y, z) => min(max(length2(x + 0.1, z) - 0.03, abs(y - 0.42) - 0.1), max(length2(x - 0.3, z) - 0.028, abs(y - 0.33) - 0.1)),
    [0.1, 0.38, 0, 0.34],
    bench.fitting(),
  )
  const cord = bench.hide(bench.coloured ? bench.fabric : bench.random.pick([rgb('#8a1a22'), rgb('#1f3f7a')]))
  // cord wound round the lower bow of the tube
  const core = sweep(turns.slice(4, 9), 5)
  bench.add(
    'winding',
    (x, y, z) => max(core(x, y, z) - 0.03 + 0.012 * abs(sin(atan2(y + 0.06, x) * 22)), y + 0.36) * 0.8,
    [-0.08, -0.5, -0.02, 0.62],
    cord,
  )
  const tassels = sweep([
    [0.1, -0.66, 0, 0.026],
    [0.2, -0.86, 0.03, 0.024],
    [0.16, -0.96, 0.02, 0.055],
    [0.17, -1.12, 0.02, 0.06],
  ])
  const other = sweep([
    [-0.1, -0.7, 0, 0.026],
    [-0.12, -0.84, 0.03, 0.024],
    [-0.16, -0.92, 0.02, 0.055],
    [-0.17, -1.08, 0.02, 0.06],
  ])
  bench.add('tassels', union(tassels, other), [0.02, -0.88, 0.02, 0.36], cord)
  return { roll: 0.1, yaw: 0.4, half: 1.24, aimX: -0.08, aimY: -0.12, stands: null, thickness: 0.38 }
}

export const horn: Kind = {
  forms: ['war', 'post'],
  build: (bench) => (bench.form === 'post' ? post(bench) : war(bench)),
}
