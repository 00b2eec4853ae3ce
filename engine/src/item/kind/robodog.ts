import { sin } from '../../math/dmath.ts'
import { place } from '../../solid/field/combine.ts'
import type { Field } from '../../solid/field/field.ts'
import { box, cylinder, ellipsoid, length2, length3 } from '../../solid/field/shapes.ts'
import { blend, disc, groove, rod, slab } from '../../solid/field/solids.ts'
import { sweep } from '../../solid/field/sweep.ts'
import { finish, glow, plain } from '../../solid/material/plain.ts'
import { rgb } from '../../solid/palette.ts'
import { emit, paint } from '../../solid/render/surface.ts'
import type { Bench } from '../bench.ts'
import type { Kind, Pose } from '../kind.ts'

const { abs, min } = Math

const RUBBER = plain(rgb('#1e2024'), { rough: 0.7 })
const GLASS = rgb('#0b0d12')

const panelOf = (bench: Bench) =>
  bench.named || bench.whole || bench.has('rusty') || bench.has('cursed')
    ? bench.body({ rough: 0.3 })
    : plain(bench.coloured ? bench.fabric : rgb(bench.random.pick(['#e8e6e0', '#d9dde2', '#e0a030', '#3f7fb8'])), {
        rough: 0.28,
        coat: 0.8,
      })

/** A joint seen from the side: a drum across x with a bolt. */
const joint =
  (x0: number, y0: number, z0: number, r: number, half: number): Field =>
  (x, y, z) =>
    cylinder(y - y0, abs(x) - x0, z - z0, r, half, 0.015)

function toy(bench: Bench): Pose {
  const panel = panelOf(bench)
  const dark = bench.fitting({ rough: 0.32 })
  const light = bench.glowing || bench.coloured ? bench.accent : rgb('#35c8ff')
  const trunk: Field = (x, y, z) => {
    const d = box(x, y + 0.12, z + 0.1, 0.28, 0.24, 0.5, 0.12)
    return d + groove(z + 0.1, 0.014) + groove(y + 0.02, 0.012) * (abs(x) > 0.2 ? 1 : 0)
  }
  bench.add('trunk', trunk, [0, -0.12, -0.1, 0.58], panel)
  bench.add('back', (x, y, z) => box(x, y - 0.13, z + 0.1, 0.12, 0.04, 0.32, 0.03), [0, 0.13, -0.1, 0.36], dark)
  const legs = blend(
    0.02,
    rod([0.32, -0.2, 0.24], [0.34, -0.46, 0.14], 0.085, 0.075),
    rod([0.34, -0.46, 0.14], [0.34, -0.74, 0.28], 0.065, 0.055),
    rod([0.32, -0.2, -0.44], [0.34, -0.46, -0.34], 0.095, 0.08),
    rod([0.34, -0.46, -0.34], [0.34, -0.74, -0.5], 0.065, 0.055),
  )
  bench.add('legs', (x, y, z) => legs(abs(x), y, z), [0, -0.46, -0.1, 0.72], panel)
  const joints = [
    joint(0.33, -0.2, 0.24, 0.125, 0.07),
    joint(0.34, -0.46, 0.14, 0.095, 0.085),
    joint(0.33, -0.2, -0.44, 0.135, 0.07),
    joint(0.34, -0.46, -0.34, 0.1, 0.085),
  ]
  bench.add(
    'joints',
    (x, y, z) => min(joints[0]!(x, y, z), joints[1]!(x, y, z), joints[2]!(x, y, z), joints[3]!(x, y, z)),
    [0, -0.33, -0.1, 0.66],
    dark,
  )
  bench.add(
    'paws',
    (x, y, z) =>
      min(box(abs(x) - 0.34, y + 0.8, z - 0.32, 0.1, 0.06, 0.14, 0.05), box(abs(x) - 0.34, y + 0.8, z + 0.46, 0.1, 0.06, 0.14, 0.05)),
    [0, -0.8, -0.07, 0.78],
    RUBBER,
  )
  const y0 = 0.42
  const z0 = 0.5
  const neck = rod([0, 0.02, 0.3], [0, y0 - 0.1, z0 - 0.1], 0.11, 0.1)
  bench.add('neck', (x, y, z) => (neck(x, y, z) + 0.011 * sin((y + z * 0.6) * 56)) * 0.7, [0, 0.17, 0.34, 0.32], RUBBER)
  const skull: Field = (x, y, z) => {
    const cranium = box(x, y - y0, z - z0, 0.32, 0.25, 0.27, 0.12)
    const snout = box(x, y - y0 + 0.1, z - z0 - 0.34, 0.17, 0.12, 0.16, 0.09)
    return min(cranium + groove(z - z0 + 0.08, 0.012), snout + (z > z0 + 0.2 ? groove(y - y0 + 0.14, 0.012) : 0))
  }
  bench.add('head', skull, [0, y0 - 0.04, z0 + 0.1, 0.5], panel)
  const visor: Field = (x, y, z) => box(x, y - y0 - 0.06, z - z0 - 0.2, 0.27, 0.12, 0.09, 0.07)
  bench.add(
    'visor',
    visor,
    [0, y0 + 0.06, z0 + 0.2, 0.31],
    finish(GLASS, (s) => {
      paint(s, GLASS)
      const ax = abs(s.x)
      const v = s.y - y0 - 0.06
      const eye = length2(ax - 0.13, v)
      if (s.z > z0 + 0.2 && eye < 0.062 && !(v < -0.015 && length2(ax - 0.13, v + 0.05) < 0.055)) emit(s, light, 2.2)
      s.rough = 0.05
      s.coat = 1
    }),
  )
  bench.add('nose', (x, y, z) => ellipsoid(x, y - y0 + 0.05, z - z0 - 0.5, 0.075, 0.05, 0.04), [0, y0 - 0.05, z0 + 0.5, 0.08], RUBBER)
  const ear = place(slab(0, 0.16, 0, 0.07, 0.19, 0.035, 0.03), 0.29, y0 + 0.12, z0 - 0.06, -0.15, 0, -0.32)
  bench.add('ears', (x, y, z) => ear(abs(x), y, z), [0, y0 + 0.28, z0 - 0.08, 0.55], dark)
  bench.add('ear lights', (x, y, z) => cylinder(y - y0, abs(x) - 0.33, z - z0, 0.085, 0.03, 0.012), [0, y0, z0, 0.38], glow(light, 1.2))
  const tail = sweep([
    [0, 0.02, -0.56, 0.05],
    [0, 0.2, -0.72, 0.038],
    [0, 0.44, -0.76, 0.03],
  ])
  bench.add('tail', (x, y, z) => (tail(x, y, z) + 0.006 * sin(y * 90)) * 0.85, [0, 0.22, -0.66, 0.32], RUBBER)
  bench.add('tip', (x, y, z) => length3(x, y - 0.48, z + 0.77) - 0.07, [0, 0.48, -0.77, 0.08], glow(light, 1.6))
  bench.add('core', disc(0, 0.165, 0.06, 0.07, 0.02, 0.01), [0, 0.165, 0.06, 0.08], glow(light, 1.6))
  return { yaw: 0.7, pitch: 0.16, half: 1.08, aimX: 0, aimY: -0.02, stands: -0.87 }
}

/** The kind that walks through factories: a flat body on bent legs, a face of lenses. */
function scout(bench: Bench): Pose {
  const panel = panelOf(bench)
  const dark = bench.fitting({ rough: 0.34 })
  const light = bench.glowing || bench.coloured ? bench.accent : rgb('#ff8a20')
  const trunk: Field = (x, y, z) => {
    const d = box(x, y - 0.16, z, 0.25, 0.17, 0.74, 0.07)
    return d + groove(abs(z) - 0.36, 0.014) + (y > 0.2 ? groove(abs(x) - 0.13, 0.01) : 0)
  }
  bench.add('trunk', trunk, [0, 0.16, 0, 0.8], panel)
  bench.add('belly', slab(0, -0.0, 0, 0.2, 0.06, 0.66, 0.03), [0, 0, 0, 0.7], RUBBER)
  const thigh = (z0: number): Field =>
    blend(0.03, rod([0.36, 0.12, z0], [0.4, -0.3, z0 - 0.26], 0.1, 0.075), rod([0.38, 0.02, z0 - 0.05], [0.39, -0.1, z0 - 0.14], 0.12))
  const shin = (z0: number): Field => rod([0.4, -0.3, z0 - 0.26], [0.4, -0.78, z0 + 0.02], 0.055, 0.036)
  const front = thigh(0.52)
  const rear = thigh(-0.42)
  bench.add('thighs', (x, y, z) => min(front(abs(x), y, z), rear(abs(x), y, z)), [0, -0.08, -0.06, 0.88], panel)
  const frontShin = shin(0.52)
  const rearShin = shin(-0.42)
  bench.add('shins', (x, y, z) => min(frontShin(abs(x), y, z), rearShin(abs(x), y, z)), [0, -0.54, -0.06, 0.84], dark)
  bench.add(
    'hips',
    (x, y, z) =>
      min(cylinder(y - 0.14, abs(x) - 0.3, z - 0.52, 0.13, 0.09, 0.02), cylinder(y - 0.14, abs(x) - 0.3, z + 0.42, 0.13, 0.09, 0.02)),
    [0, 0.14, 0.05, 0.76],
    dark,
  )
  bench.add(
    'knees',
    (x, y, z) =>
      min(cylinder(y + 0.3, abs(x) - 0.4, z - 0.26, 0.085, 0.09, 0.02), cylinder(y + 0.3, abs(x) - 0.4, z + 0.68, 0.085, 0.09, 0.02)),
    [0, -0.3, -0.2, 0.82],
    dark,
  )
  bench.add(
    'feet',
    (x, y, z) =>
      min(ellipsoid(abs(x) - 0.4, y + 0.82, z - 0.55, 0.075, 0.06, 0.09), ellipsoid(abs(x) - 0.4, y + 0.82, z + 0.39, 0.075, 0.06, 0.09)),
    [0, -0.82, 0.08, 0.76],
    RUBBER,
  )
  bench.add('face', (x, y, z) => box(x, y - 0.16, z - 0.77, 0.19, 0.13, 0.06, 0.04), [0, 0.16, 0.77, 0.24], RUBBER)
  bench.add(
    'lenses',
    (x, y, z) => min(length3(abs(x) - 0.09, y - 0.18, z - 0.8) - 0.055, length3(x, y - 0.08, z - 0.81) - 0.03),
    [0, 0.15, 0.8, 0.17],
    finish(GLASS, (s) => {
      paint(s, GLASS)
      if (length2(abs(s.x) - 0.09, s.y - 0.18) < 0.022) emit(s, light, 2.4)
      s.rough = 0.04
      s.coat = 1
    }),
  )
  bench.add('strips', (x, y, z) => box(abs(x) - 0.25, y - 0.14, z, 0.012, 0.014, 0.28, 0.008), [0, 0.14, 0, 0.4], glow(light, 1.6))
  const arm = blend(
    0.015,
    disc(0, 0.36, 0.3, 0.11, 0.05, 0.02),
    rod([0, 0.4, 0.3], [0, 0.66, 0.06], 0.06, 0.05),
    rod([0, 0.66, 0.06], [0, 0.7, 0.52], 0.05, 0.042),
    rod([0, 0.7, 0.52], [0, 0.62, 0.66], 0.042, 0.04),
  )
  bench.add('arm', arm, [0, 0.54, 0.34, 0.42], panel)
  bench.add(
    'claw',
    (x, y, z) =>
      min(
        rod([0.05, 0.6, 0.68], [0.07, 0.52, 0.8], 0.024, 0.014)(abs(x), y, z),
        cylinder(y - 0.66, x, z - 0.06, 0.075, 0.07, 0.015),
        cylinder(y - 0.7, x, z - 0.52, 0.06, 0.06, 0.015),
      ),
    [0, 0.62, 0.44, 0.46],
    dark,
  )
  bench.add('handle', (x, y, z) => box(x, y - 0.36, z + 0.4, 0.13, 0.05, 0.2, 0.02) + groove(z + 0.4, 0.02), [0, 0.36, -0.4, 0.26], RUBBER)
  const aerial = rod([0.12, 0.34, -0.62], [0.14, 0.72, -0.66], 0.014, 0.01)
  bench.add('aerial', (x, y, z) => min(aerial(x, y, z), length3(x - 0.14, y - 0.74, z + 0.66) - 0.03), [0.13, 0.54, -0.64, 0.24], dark)
  return { yaw: 0.75, pitch: 0.14, half: 1.08, aimY: -0.06, stands: -0.88 }
}

export const robodog: Kind = {
  forms: ['toy', 'scout'],
  round: true,
  build: (bench) => (bench.form === 'scout' ? scout(bench) : toy(bench)),
}
