import { atan2, cos, saturate, sin, smooth } from '../../math/dmath.ts'
import { fbm3, noise3 } from '../../math/lattice.ts'
import { place, smoothMax, smoothMin } from '../../solid/field/combine.ts'
import type { Field } from '../../solid/field/field.ts'
import { catmullRom, extrude, polygon } from '../../solid/field/outline.ts'
import { capsule, ellipsoid, length2, length3 } from '../../solid/field/shapes.ts'
import { every } from '../../solid/field/solids.ts'
import { glazed } from '../../solid/material/food.ts'
import { finish } from '../../solid/material/plain.ts'
import { rgb } from '../../solid/palette.ts'
import { bump, dim, paint, tint } from '../../solid/render/surface.ts'
import type { Bench } from '../bench.ts'
import type { Kind, Pose } from '../kind.ts'
import { plate } from '../shape/plate.ts'

const { abs, max, min } = Math

const RAW = rgb('#a81c22')
const FAT = rgb('#f1dcc0')
const BONE = rgb('#efe6d2')
const ROAST = rgb('#9a4a1a')
const DARK = rgb('#4a1d0c')
const PINK = rgb('#e08a80')

const fibres: Field = (x, y, z) => noise3(x * 30, y * 8, z * 30) * 0.1
const crackle: Field = (x, y, z) => fbm3(x * 11, y * 11, z * 11, 3) * 0.14

const bony = finish(BONE, (s) => {
  paint(s, BONE)
  dim(s, 0.82 + 0.24 * noise3(s.x * 11, s.y * 11, s.z * 11))
  s.rough = 0.4
  s.coat = 0.25
  s.soften = 0.4
})

const closed = (points: readonly (readonly [number, number])[]) =>
  polygon(
    catmullRom([...points, points[0]!], 5)
      .slice(0, -1)
      .flat(),
  )

/** A T-bone lying flat in the plane z = 0. */
function steak(bench: Bench): Pose {
  const whole = closed([
    [-0.1, 0.78],
    [0.42, 0.7],
    [0.72, 0.36],
    [0.68, -0.08],
    [0.42, -0.5],
    [0.08, -0.84],
    [-0.2, -0.78],
    [-0.42, -0.4],
    [-0.7, -0.08],
    [-0.74, 0.3],
    [-0.5, 0.62],
  ])
  const bone2 = (x: number, y: number) => {
    const stem = capsule(x, y, 0, -0.1, 0.66, 0, 0.02, -0.5, 0, 0.07, 0.045)
    const head = capsule(x, y, 0, -0.42, 0.58, 0, 0.32, 0.6, 0, 0.06, 0.08)
    return smoothMin(stem, head, 0.12)
  }
  const grilled = bench.has('fiery') || bench.random.chance(0.4)
  const flesh = finish(RAW, (s) => {
    const rim = -whole(s.x, s.y)
    const n = fbm3(s.x * 3 + 5, s.y * 3, s.z * 3, 3)
    paint(s, grilled ? rgb('#7a3a22') : RAW)
    dim(s, 0.75 + 0.5 * n)
    const vein = abs(fbm3(s.x * 4.2, s.y * 4.2, s.z * 2, 4) - 0.5)
    tint(s, FAT, smooth(0.028, 0.008, vein) * 0.75 * smooth(0.2, 0.5, noise3(s.x * 2.2, s.y * 2.2, 4)))
    tint(s, FAT, smooth(0.115, 0.085, rim + 0.03 * n))
    if (grilled) {
      const bar = abs(every(s.x * 0.8 + s.y * 0.6, 0.2))
      tint(s, DARK, smooth(0.05, 0.03, bar) * 0.85 * smooth(0, 0.5, abs(s.nz)))
    }
    s.rough = 0.32
    s.coat = 0.55
    s.soften = 0.5
    bump(s, 0.06, fibres)
  })
  const field = extrude(whole, 0.13, 0.06)
  const metalled = bench.whole || bench.gilded
  bench.add(
    'flesh',
    (x, y, z) => smoothMax(field(x, y, z) - 0.012 * noise3(x * 6, y * 6, z * 6), 0.01 - bone2(x, y), 0.03),
    [0, -0.02, 0, 0.98],
    metalled ? bench.body({ rough: 0.2 }) : flesh,
  )
  bench.add('bone', (x, y, z) => max(bone2(x, y), abs(z) - 0.14) - 0.006, [-0.04, 0.1, 0, 0.72], metalled ? bench.fitting() : bony)
  return { roll: -0.3, yaw: 0.4, half: 1.06, stands: null, thickness: 0.13 }
}

/** A joint on the bone, carved at one end. Along x: the cut face at −0.6, the knuckle at +0.95. */
function ham(bench: Bench): Pose {
  const scores: Field = (x, y, z) => {
    const a = atan2(z, y) * 0.42
    const u = abs(every(x + a, 0.19))
    const v = abs(every(x - a, 0.19))
    return min(u, v)
  }
  const joint: Field = (x, y, z) => {
    let d = smoothMin(ellipsoid(x + 0.14, y - 0.02, z, 0.72, 0.56, 0.52), ellipsoid(x - 0.42, y + 0.02, z, 0.36, 0.3, 0.29), 0.3)
    d = smoothMax(d, -0.56 - x, 0.05)
    return (x > -0.5 ? d + 0.34 * max(0, 0.024 - scores(x, y, z)) : d) * 0.9
  }
  const meat = finish(ROAST, (s) => {
    const r = length2(s.y - 0.02, s.z)
    const n = fbm3(s.x * 5, s.y * 5, s.z * 5, 4)
    if (s.x < -0.5 && s.nx < -0.5) {
      paint(s, PINK)
      dim(s, 0.8 + 0.3 * fbm3(s.x * 6, s.y * 6, s.z * 6, 3))
      tint(s, FAT, smooth(0.36, 0.4, r + 0.05 * n) * 0.9)
      tint(s, ROAST, smooth(0.47, 0.5, r + 0.05 * n))
      const seam = abs(fbm3(s.y * 3, s.z * 3, 2, 3) - 0.5)
      tint(s, FAT, smooth(0.03, 0.01, seam) * 0.6)
      s.rough = 0.35
      s.soften = 0.6
      s.coat = 0.4
      return
    }
    paint(s, ROAST)
    tint(s, rgb('#d98a3a'), smooth(0.5, 0.8, n) * 0.7)
    tint(s, DARK, smooth(0.024, 0.006, scores(s.x, s.y, s.z)) * 0.75 * smooth(-0.5, -0.45, s.x))
    s.rough = 0.25
    s.coat = 0.85
    s.soften = 0.3
    bump(s, 0.07, crackle)
  })
  const metalled = bench.whole || bench.gilded
  const turned = (field: Field) => place(field, 0, 0, 0, 0, 0, 0.22)
  bench.add('joint', turned(joint), [0.02, 0, 0, 0.88], metalled ? bench.body({ rough: 0.2 }) : meat)
  const knuckle: Field = (x, y, z) =>
    smoothMin(
      capsule(x, y, z, 0.5, 0, 0, 0.92, 0.02, 0, 0.1, 0.085),
      min(length3(x - 0.98, y - 0.1, z - 0.02) - 0.115, length3(x - 1.0, y + 0.06, z + 0.01) - 0.1),
      0.06,
    )
  bench.add('bone', turned(knuckle), [0.78, 0.18, 0, 0.4], metalled ? bench.fitting() : bony)
  bench.add(
    'marrow',
    turned((x, y, z) => max(abs(length2(y - 0.08, z - 0.04) - 0.08) - 0.03, abs(x + 0.56) - 0.03)),
    [-0.54, -0.05, 0.04, 0.15],
    metalled ? bench.fitting() : bony,
  )
  const cloves: Field = (x, y, z) => {
    const d = joint(x, y, z)
    const a = atan2(z, y) * 0.42
    const u = every(x + a - 0.095, 0.19)
    const v = every(x - a - 0.095, 0.19)
    return max(length2(length2(u, v) * 0.72, d) - 0.026, abs(x - 0.02) - 0.34) * 0.7
  }
  bench.add(
    'cloves',
    turned(cloves),
    [0, 0, 0, 0.78],
    finish(rgb('#2a140a'), (s) => {
      paint(s, rgb('#2a140a'))
      s.rough = 0.8
    }),
  )
  bench.add('plate', plate(-0.66, 0.98), [0, -0.62, 0, 1], bench.named ? bench.body({ rough: 0.2 }) : glazed(rgb('#f3f0ea')))
  bench.add(
    'gilding',
    (x, y, z) => max(abs(length2(x, z) - 0.93) - 0.018, abs(y + 0.565) - 0.02) * 0.9,
    [0, -0.565, 0, 0.96],
    bench.fitting(),
  )
  return { yaw: -0.6, pitch: 0.2, half: 1.14, aimY: -0.06, stands: -0.67 }
}

/** A roast leg standing askew, bone up. */
function drumstick(bench: Bench): Pose {
  const leg: Field = (x, y, z) => {
    let d = smoothMin(ellipsoid(x, y + 0.28, z, 0.46, 0.5, 0.42), capsule(x, y, z, 0, 0, 0, 0.02, 0.42, 0, 0.26, 0.13), 0.22)
    d += 0.012 * sin(y * 8 + x * 5) * saturate(1 - abs(d) * 8)
    return d * 0.92
  }
  const skin = finish(ROAST, (s) => {
    const n = fbm3(s.x * 4, s.y * 4, s.z * 4, 4)
    paint(s, rgb('#c4722a'))
    tint(s, rgb('#e8a850'), smooth(0.5, 0.75, n) * 0.6)
    tint(s, DARK, smooth(0.58, 0.8, n + smooth(0.1, -0.8, s.y) * 0.12 + s.ny * 0.06) * 0.8)
    tint(s, rgb('#6b2f14'), smooth(0.3, 0.5, s.y) * 0.7)
    s.rough = 0.22
    s.coat = 0.9
    s.soften = 0.45
    bump(s, 0.09, crackle)
  })
  const metalled = bench.whole || bench.gilded
  const tilt = (field: Field) => place(field, -0.08, 0, 0, 0, 0, -0.35)
  bench.add('leg', tilt(leg), [-0.1, -0.16, 0, 0.8], metalled ? bench.body({ rough: 0.18 }) : skin)
  const bone: Field = (x, y, z) =>
    smoothMin(
      capsule(x, y, z, 0.02, 0.3, 0, 0.03, 0.82, 0, 0.075, 0.068),
      min(length3(x + 0.06, y - 0.88, z) - 0.095, length3(x - 0.12, y - 0.88, z - 0.01) - 0.1),
      0.06,
    )
  bench.add('bone', tilt(bone), [0.18, 0.6, 0, 0.5], metalled ? bench.fitting() : bony)
  const frill: Field = (x, y, z) => {
    const r = length2(x - 0.025, z)
    return max(abs(r - 0.11 - (y - 0.46) * 0.25 - 0.008 * cos(atan2(z, x - 0.025) * 12)) * 0.7 - 0.014, abs(y - 0.5) - 0.09)
  }
  bench.add('frill', tilt(frill), [0.1, 0.48, 0, 0.24], bench.has('ornate') || bench.gilded ? bench.fitting() : glazed(rgb('#f6f1e8')))
  bench.add('plate', plate(-0.74, 0.86), [-0.05, -0.7, 0, 0.9], bench.named ? bench.body({ rough: 0.2 }) : glazed(bench.fabric))
  return { yaw: 0.2, pitch: 0.18, half: 1.1, aimY: 0.02, stands: -0.75 }
}

export const meat: Kind = {
  forms: ['steak', 'ham', 'drumstick'],
  build: (bench) => (bench.form === 'ham' ? ham(bench) : bench.form === 'drumstick' ? drumstick(bench) : steak(bench)),
}
