import { atan2, cos, sin, TAU } from '../../math/dmath.ts'
import { place } from '../../solid/field/combine.ts'
import type { Field } from '../../solid/field/field.ts'
import { lathe } from '../../solid/field/outline.ts'
import { capsule, length2, length3 } from '../../solid/field/shapes.ts'
import { every } from '../../solid/field/solids.ts'
import { sweep } from '../../solid/field/sweep.ts'
import { cloth } from '../../solid/material/organic.ts'
import { finish } from '../../solid/material/plain.ts'
import { rgb } from '../../solid/palette.ts'
import { dim, paint, tint } from '../../solid/render/surface.ts'
import type { Bench } from '../bench.ts'
import type { Kind, Pose } from '../kind.ts'

const { abs, floor, max, min } = Math

const RIBS = 8
const STEP = TAU / RIBS

/** The crook of a handle that ends a shaft at (0, y0). */
const crook = (y0: number): Field =>
  sweep([
    [0, y0 + 0.22, 0, 0.036],
    [0, y0 - 0.02, 0, 0.04],
    [0.03, y0 - 0.15, 0, 0.042],
    [0.13, y0 - 0.2, 0, 0.042],
    [0.23, y0 - 0.14, 0, 0.042],
    [0.25, y0 - 0.04, 0, 0.04],
  ])

function open(bench: Bench): Pose {
  const colour = bench.fabric
  const cover =
    bench.named || bench.whole
      ? bench.body({ rough: 0.3 })
      : cloth(colour, 0.6, (s) => {
          const a = atan2(s.z, s.x)
          const k = floor(a / STEP)
          if (bench.form === 'parasol') {
            const r = length2(s.x, s.z)
            const ring = min(abs(r - 0.34), abs(r - 0.72))
            tint(s, [0.92, 0.86, 0.76], ring < 0.025 ? 0.85 : 0)
            const petal = length2(r - 0.54, every(a, STEP) * r)
            if (petal < 0.085 + 0.02 * cos(5 * atan2(r - 0.54, every(a, STEP) * r))) tint(s, [0.95, 0.75, 0.78], 0.9)
          } else if ((k & 1) === 0) dim(s, 0.72)
        })
  const parasol = bench.form === 'parasol'
  const drop = parasol ? 0.4 : 0.62
  /** Height of the cover at a distance from the shaft; it hangs between the ribs. */
  const canopy: Field = (x, y, z) => {
    const r = length2(x, z)
    const a = every(atan2(z, x) - STEP / 2, STEP) / (STEP / 2)
    const between = 1 - abs(a)
    const rib = 0.72 - drop * r * r * (parasol ? 0.8 + 0.2 * r : 1)
    const sag = 0.06 * between * r
    const reach = 0.98 - (parasol ? 0.03 : 0.1) * between * between
    return max(abs(y - rib + sag) * 0.6 - 0.011, (r - reach) * 0.8)
  }
  const tilt = (field: Field) => place(field, 0, 0, 0, 0.18, 0, -0.3)
  bench.add('cover', tilt(canopy), [0.12, 0.44, 0.08, 1.06], cover)
  const rods: Field = (x, y, z) => {
    const a = floor(atan2(z, x) / STEP + 0.5) * STEP
    const u = x * cos(a) + z * sin(a)
    const w = -x * sin(a) + z * cos(a)
    const rib = 0.7 - drop * u * u
    const arm = capsule(u, y, w, 0.02, 0.24, 0, 0.46, 0.7 - drop * 0.21 - 0.03, 0, 0.013, 0.013)
    return min(max(length2((y - rib + 0.012) * 0.7, w) - 0.014, u - 0.98, -u) * 0.9, arm)
  }
  bench.add('ribs', tilt(rods), [0.12, 0.4, 0.08, 1.04], parasol ? bench.timber('#8a6236', '#c09a5c') : bench.fitting())
  const tips: Field = (x, y, z) => {
    const a = floor(atan2(z, x) / STEP + 0.5) * STEP
    return length3(x - 0.99 * cos(a), y - 0.72 + drop * 0.97, z - 0.99 * sin(a)) - 0.028
  }
  bench.add('tips', tilt(tips), [0.05, 0.12, 0.02, 1.06], bench.fitting())
  bench.add(
    'shaft',
    tilt((x, y, z) => min(capsule(x, y, z, 0, -0.72, 0, 0, 0.92, 0, 0.024, 0.02), max(length2(x, z) - 0.05, abs(y - 0.24) - 0.04) - 0.008)),
    [0.03, 0.1, 0.02, 0.86],
    parasol ? bench.timber('#8a6236', '#c09a5c') : bench.fitting({ rough: 0.2 }),
  )
  bench.add(
    'spike',
    tilt(
      lathe(
        [
          [0, 0.68],
          [0.06, 0.7],
          [0.03, 0.78],
          [0.018, 0.98],
          [0, 1.0],
        ],
        0,
        0.008,
      ),
    ),
    [0.25, 0.81, 0.12, 0.22],
    bench.fitting(),
  )
  bench.add(
    'handle',
    tilt(parasol ? (x, y, z) => capsule(x, y, z, 0, -0.92, 0, 0, -0.62, 0, 0.045, 0.04) : crook(-0.74)),
    [-0.14, -0.74, -0.1, 0.36],
    bench.timber('#4a2412', '#8a4e28'),
  )
  return { yaw: 0.2, pitch: -0.06, half: 1.2, aimX: 0.06, aimY: 0.06, stands: -1.02 }
}

function rolled(bench: Bench): Pose {
  const colour = bench.fabric
  const folds: Field = (x, y, z) => {
    const t = (y + 0.5) / 1.26
    const r = 0.05 + 0.12 * t * (1.3 - 0.55 * t)
    const twist = atan2(z, x) * 8 + y * 3
    return max((length2(x, z) - r - 0.012 * cos(twist)) * 0.7, y - 0.62, -0.56 - y)
  }
  const silk =
    bench.named || bench.whole
      ? bench.body({ rough: 0.3 })
      : finish(colour, (s) => {
          paint(s, colour)
          dim(s, 0.8 + 0.25 * cos(atan2(s.z, s.x) * 8 + s.y * 3))
          s.rough = 0.55
          s.sheen = 0.5
        })
  const flip =
    (field: Field): Field =>
    (x, y, z) =>
      field(x, -y, z)
  bench.add('folds', folds, [0, 0.03, 0, 0.66], silk)
  bench.add(
    'strap',
    (x, y, z) => length2(length2(x, z) - 0.14, (y - 0.26 - 0.06 * sin(atan2(z, x))) * 0.55) - 0.022,
    [0, 0.26, 0, 0.2],
    bench.hide(rgb('#4a2412')),
  )
  bench.add('buckle', (x, y, z) => length3(x, y - 0.31, z - 0.155) - 0.035, [0, 0.31, 0.155, 0.04], bench.fitting())
  bench.add(
    'shaft',
    (x, y, z) => capsule(x, y, z, 0, -0.96, 0, 0, 0.9, 0, 0.026, 0.026),
    [0, -0.03, 0, 0.98],
    bench.fitting({ rough: 0.2 }),
  )
  const hook = crook(-0.82)
  bench.add('handle', flip(hook), [0.1, 0.82, 0, 0.34], bench.timber('#4a2412', '#8a4e28'))
  bench.add('collar', (x, y, z) => max(length2(x, z) - 0.06, abs(y - 0.6) - 0.035) - 0.01, [0, 0.6, 0, 0.09], bench.fitting())
  bench.add('ferrule', (x, y, z) => capsule(x, y, z, 0, -0.98, 0, 0, -0.84, 0, 0.022, 0.036), [0, -0.91, 0, 0.13], bench.fitting())
  return { roll: -0.6, yaw: 0.3, half: 1.12, aimX: 0.05, aimY: 0.02, stands: null, thickness: 0.17 }
}

export const umbrella: Kind = {
  forms: ['open', 'rolled', 'parasol'],
  build: (bench) => (bench.form === 'rolled' ? rolled(bench) : open(bench)),
}
