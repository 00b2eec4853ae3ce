import { atan2, cos, sin, smooth } from '../../math/dmath.ts'
import { fbm3, noise3 } from '../../math/lattice.ts'
import { nearestOf, place, smoothMin } from '../../solid/field/combine.ts'
import type { Field } from '../../solid/field/field.ts'
import { capsule, length2, length3 } from '../../solid/field/shapes.ts'
import { sweep } from '../../solid/field/sweep.ts'
import { finish } from '../../solid/material/plain.ts'
import { rgb } from '../../solid/palette.ts'
import { dim, paint, tint } from '../../solid/render/surface.ts'
import type { Bench } from '../bench.ts'
import type { Kind, Pose } from '../kind.ts'

const { max, min } = Math

const YELLOW = rgb('#f2c01c')
const GREEN = rgb('#8fa32c')
const BROWN = rgb('#4a2c12')
const PULP = rgb('#f6ead0')

/** A fruit bent in the plane z = 0 round (0, bend): stalk at the top, five-sided. */
const finger = (from: number, to: number, thick: number): Field => {
  const bend = 1.0
  const points = Array.from({ length: 11 }, (_, i) => {
    const t = i / 10
    const a = from + (to - from) * t
    const swell = thick * (t < 0.16 ? 0.34 + 3.4 * t * (t < 0.1 ? 0.5 : 0.85) : 1 - 0.75 * max(0, t - 0.7) * max(0, t - 0.7) * 9)
    return [bend * cos(a), bend * sin(a) + 0.4, 0, max(0.03, swell)] as const
  })
  const curve = sweep(points, 4)
  const middle = (from + to) / 2
  const [mx, my, sector] = [cos(middle), sin(middle), cos((to - from) / 2)]
  const [[ax, ay], [bx, by]] = [points[0]!, points[10]!]
  /** About how far the fruit is: the arc it is bent along, or the nearer of its ends. */
  const afar: Field = (x, y, z) => {
    const out = length2(x, y - 0.4)
    return mx * x + my * (y - 0.4) > sector * out
      ? length2(out - bend, z) - thick
      : min(length3(x - ax, y - ay, z), length3(x - bx, y - by, z)) - 0.05
  }
  return (x, y, z) => {
    const far = afar(x, y, z)
    const d = far > 0.2 ? far : curve(x, y, z)
    if (d > 0.06) return (d - 0.014) * 0.86
    const flat = length2(x, y - 0.4) - bend
    // five long faces: the tube is pressed flat where the angle round it says so
    const n = 0.014 * cos(5 * atan2(flat, z))
    return (d + n * min(1, (length2(flat, z) / thick) * 0.9)) * 0.86
  }
}

const peelOf = (bench: Bench, tip: (x: number, y: number, z: number) => number) => {
  const colour = bench.coloured ? bench.accent : YELLOW
  return finish(colour, (s) => {
    const t = tip(s.x, s.y, s.z)
    paint(s, colour)
    dim(s, 0.88 + 0.16 * fbm3(s.x * 3, s.y * 3, s.z * 3, 2))
    if (!bench.coloured) tint(s, GREEN, smooth(0.24, 0.05, t) * 0.7)
    tint(s, BROWN, smooth(0.74, 0.84, noise3(s.x * 14, s.y * 14, s.z * 14)) * 0.5)
    tint(s, BROWN, smooth(0.97, 0.995, t))
    s.rough = 0.42
    s.coat = 0.3
    s.soften = 0.5
  })
}

function hand(bench: Bench): Pose {
  const metalled = bench.gilded || bench.whole
  const from = 3.45
  const along = (x: number, y: number) => {
    const a = atan2(y - 0.4, x)
    return ((a < 0 ? a + 6.2832 : a) - from) / 2.0
  }
  const fingers = [-0.62, -0.2, 0.22, 0.62].map((turn, i) => {
    const length = bench.random.range(1.86, 2.0)
    return place(
      finger(from, from + length, 0.155 + 0.01 * (i % 2)),
      0.62 - 0.06 * i + 0.04,
      0.06 * (i % 2),
      turn * 0.36,
      turn * 0.62,
      turn * 0.24,
      0.05 * i - 0.05,
      0.9,
    )
  })
  const skin = metalled ? bench.body({ rough: 0.2 }) : peelOf(bench, (x, y) => along(x - 0.6, y))
  for (const [i, field] of fingers.entries()) bench.add(`finger ${i}`, field, [0.42, -0.24, (i - 1.5) * 0.14, 1.02], skin)
  bench.add(
    'crown',
    (x, y, z) =>
      smoothMin(
        capsule(x, y, z, -0.3, 0.14, -0.14, -0.3, 0.14, 0.14, 0.1, 0.1),
        capsule(x, y, z, -0.3, 0.14, 0, -0.33, 0.36, 0, 0.1, 0.085),
        0.08,
      ),
    [-0.3, 0.2, 0, 0.36],
    metalled
      ? bench.fitting()
      : finish(BROWN, (s) => {
          paint(s, GREEN)
          tint(s, BROWN, smooth(0.28, 0.42, s.y) * 0.7 + 0.3 * noise3(s.x * 9, s.y * 9, s.z * 9))
          s.rough = 0.7
        }),
  )
  return { yaw: 0.1, pitch: 0.26, half: 1.06, aimX: 0.3, aimY: -0.18, stands: -0.66 }
}

/** Half peeled, the strips hanging down. */
function peeled(bench: Bench): Pose {
  const metalled = bench.gilded || bench.whole
  const skin = metalled ? bench.body({ rough: 0.2 }) : peelOf(bench, (_x, y) => (y < -0.86 ? 0.99 : 0.5))
  const inner = sweep(
    [
      [0.16, -0.9, 0, 0.05],
      [0.12, -0.8, 0, 0.13],
      [0.0, -0.5, 0, 0.195],
      [-0.08, -0.1, 0, 0.21],
    ],
    4,
  )
  bench.add('peel', inner, [0.04, -0.45, 0, 0.62], skin)
  const pulp = sweep(
    [
      [-0.08, -0.2, 0, 0.18],
      [-0.1, 0.2, 0, 0.185],
      [-0.03, 0.58, 0, 0.15],
      [0.06, 0.82, 0, 0.06],
    ],
    4,
  )
  bench.add(
    'pulp',
    (x, y, z) => (pulp(x, y, z) + 0.008 * cos(3 * atan2(z, x + 0.08))) * 0.95,
    [-0.02, 0.3, 0, 0.66],
    metalled
      ? bench.fitting()
      : finish(PULP, (s) => {
          paint(s, PULP)
          dim(s, 0.92 + 0.1 * noise3(s.x * 12, s.y * 3, s.z * 12))
          s.rough = 0.6
          s.soften = 0.9
        }),
  )
  const strip = (turn: number, long: number): Field => {
    const c = cos(turn)
    const d = sin(turn)
    const spine = Array.from({ length: 7 }, (_, i) => {
      const t = i / 6
      const out = 0.19 + 0.42 * sin(t * 1.9) * long
      return [-0.08 + c * out, -0.08 + 0.16 * sin(t * 2.4) - 0.62 * t * t * long, d * out, 0.1 * (1 - t * 0.75)] as const
    })
    return flattened(spine)
  }
  const strips = [strip(0.4, 1), strip(1.9, 0.9), strip(3.6, 1), strip(5.2, 0.85)]
  bench.add(
    'strips',
    nearestOf(strips, [-0.95, -1.1, -0.87], [0.79, 0.4, 0.87], 32, 1.2),
    [-0.08, -0.25, 0, 0.86],
    metalled
      ? skin
      : finish(YELLOW, (s) => {
          skin.shade(s)
          const out = (s.x + 0.08) * s.nx + s.z * s.nz
          if (s.ny < 0 && out < 0) tint(s, PULP, 0.85)
        }),
  )
  return { yaw: 0.25, pitch: 0.14, half: 1.1, aimY: -0.04, stands: null, roll: -0.1, thickness: 0.3 }
}

/** A ribbon of soft skin: a chain of discs along its spine. */
const flattened = (spine: readonly (readonly [number, number, number, number])[]): Field => {
  const tube = sweep(spine, 3)
  const core = sweep(
    spine.map(([x, y, z, r], i) => [x * (1 + 0.02 * i), y - r * 0.5, z, r] as const),
    3,
  )
  const deepest = max(...spine.map(([, , , r]) => r))
  return (x, y, z) => {
    const d = tube(x, y, z)
    // nothing is cut away where the core cannot be as deep as the tube is far
    return d > deepest ? d : max(d, -core(x, y, z))
  }
}

export const banana: Kind = {
  forms: ['hand', 'peeled'],
  build: (bench) => (bench.form === 'peeled' ? peeled(bench) : hand(bench)),
}
