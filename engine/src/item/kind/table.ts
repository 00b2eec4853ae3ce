import { atan2 } from '../../math/dmath.ts'
import { place, polar } from '../../solid/field/combine.ts'
import type { Field } from '../../solid/field/field.ts'
import { lathe } from '../../solid/field/outline.ts'
import { box, length2, length3 } from '../../solid/field/shapes.ts'
import { blend, disc, every, groove, rod, slab } from '../../solid/field/solids.ts'
import { sweep } from '../../solid/field/sweep.ts'
import { cloth } from '../../solid/material/organic.ts'
import { paint } from '../../solid/render/surface.ts'
import type { Bench } from '../bench.ts'
import type { Kind, Pose } from '../kind.ts'

const { abs, max, min } = Math

const COLUMN = [
  [0, -0.62],
  [0.16, -0.62],
  [0.13, -0.52],
  [0.07, -0.46],
  [0.1, -0.36],
  [0.14, -0.24],
  [0.11, -0.08],
  [0.06, 0.02],
  [0.09, 0.08],
  [0.07, 0.14],
  [0.16, 0.22],
  [0, 0.22],
]

/** Boards along x with a batten at either end, worn hollow edges. */
const planks: Field = (x, y, z) => {
  const end = abs(x) > 0.86
  const seam = end ? 1 : every(z - 0.118, 0.236)
  return box(x, y - 0.3, z, 1.02, 0.05, 0.59, 0.018) + (y > 0.2 ? groove(seam, 0.012) + groove(abs(x) - 0.86, 0.01) : 0)
}

function farm(bench: Bench): Pose {
  const timber = bench.named || bench.whole ? bench.body() : bench.timber('#5c3719', '#99653a', 'x')
  const upright = bench.named || bench.whole ? timber : bench.timber('#4c2c14', '#84552e')
  bench.add('top', planks, [0, 0.3, 0, 1.2], timber)
  const profile = lathe(
    [
      [0, -0.62],
      [0.05, -0.62],
      [0.075, -0.56],
      [0.05, -0.5],
      [0.085, -0.38],
      [0.09, -0.26],
      [0.055, -0.1],
      [0.08, -0.05],
      [0.06, 0],
      [0, 0],
    ],
    3,
  )
  const leg: Field = (x, y, z) => min(profile(x, y, z), box(x, y - 0.12, z, 0.078, 0.13, 0.078, 0.012))
  bench.add('legs', (x, y, z) => leg(abs(x) - 0.84, y, abs(z) - 0.43), [0, -0.2, 0, 1.1], upright)
  bench.add(
    'apron',
    (x, y, z) => min(box(x, y - 0.16, abs(z) - 0.45, 0.8, 0.085, 0.022, 0.01), box(abs(x) - 0.86, y - 0.16, z, 0.022, 0.085, 0.4, 0.01)),
    [0, 0.16, 0, 1],
    timber,
  )
  bench.add(
    'drawer',
    (x, y, z) => box(x, y - 0.155, z - 0.475, 0.25, 0.06, 0.02, 0.012) + groove(box(x, y - 0.155, 0, 0.2, 0.035, 1, 0.01), 0.012),
    [0, 0.155, 0.475, 0.28],
    timber,
  )
  bench.add(
    'knob',
    blend(0.02, rod([0, 0.155, 0.49], [0, 0.155, 0.53], 0.014), disc(0, 0.155, 0.54, 0.032, 0.02, 0.018)),
    [0, 0.155, 0.52, 0.07],
    bench.fitting(),
  )
  bench.add(
    'nails',
    (x, y, z) => max(length3(abs(x) - 0.94, y - 0.342, every(z, 0.236)) - 0.02, abs(z) - 0.55),
    [0, 0.35, 0, 1.12],
    bench.fitting({ hammer: 0.05 }),
  )
  if (bench.has('ornate') || bench.has('glowing')) runner(bench)
  return { yaw: 0.5, pitch: 0.34, half: 1.24, aimY: -0.14, stands: -0.62 }
}

/** A cloth laid across the middle, its ends hanging down in front and behind. */
function runner(bench: Bench): void {
  const hang: Field = (x, y, z) => {
    const over = box(x, y - 0.365, z, 0.26, 0.014, 0.61, 0.01)
    const down = box(x, y - 0.2 + abs(x) * 0.3, abs(z) - 0.61 - 0.012 * (0.35 - y), 0.26, 0.18, 0.014, 0.01)
    return min(over, down) * 0.92
  }
  const gold = bench.trim
  bench.add(
    'runner',
    hang,
    [0, 0.22, 0, 0.75],
    cloth(bench.fabric, 0.7, (s) => {
      if (abs(abs(s.x) - 0.2) < 0.02) paint(s, gold)
    }),
  )
}

function pedestal(bench: Bench): Pose {
  const timber = bench.named || bench.whole ? bench.body() : bench.timber('#4a2412', '#86482a', 'x')
  const top: Field = (x, y, z) => {
    const r = length2(x, z)
    const rim = max(abs(r - 0.84) - 0.035, abs(y - 0.29) - 0.025) - 0.012
    return min(max(r - 0.84, abs(y - 0.26) - 0.028) - 0.012, rim)
  }
  bench.add('top', top, [0, 0.27, 0, 0.92], timber)
  bench.add('column', lathe(COLUMN, 3), [0, -0.2, 0, 0.48], timber)
  const foot = sweep([
    [0.08, -0.5, 0, 0.09],
    [0.26, -0.44, 0, 0.08],
    [0.44, -0.6, 0, 0.06],
    [0.52, -0.74, 0, 0.045],
    [0.58, -0.76, 0, 0.055],
  ])
  bench.add('feet', polar(foot, 3), [0, -0.6, 0, 0.7], timber)
  bench.add(
    'claws',
    polar((x, y, z) => min(length3(x - 0.6, y + 0.765, z) - 0.055, length3(x - 0.61, y + 0.78, abs(z) - 0.035) - 0.035), 3),
    [0, -0.77, 0, 0.7],
    bench.fitting(),
  )
  bench.add('inlay', (x, y, z) => max(abs(length2(x, z) - 0.7) - 0.016, abs(y - 0.28) - 0.024), [0, 0.28, 0, 0.73], bench.fitting())
  const star: Field = (x, y, z) => {
    const r = length2(x, z)
    const a = abs(every(atan2(z, x), 0.785398))
    return max((r - 0.3 + a * 0.4) * 0.6, abs(y - 0.28) - 0.024)
  }
  bench.add('star', star, [0, 0.3, 0, 0.32], bench.fitting())
  return { yaw: 0.4, pitch: 0.36, half: 1.02, aimY: -0.2, stands: -0.82 }
}

function trestle(bench: Bench): Pose {
  const timber = bench.named || bench.whole ? bench.body() : bench.timber('#6b4424', '#a87644', 'x')
  const upright = bench.named || bench.whole ? timber : bench.timber('#57351a', '#8f5d34')
  bench.add('top', planks, [0, 0.3, 0, 1.2], timber)
  const beam = slab(0, 0, 0, 0.06, 0.56, 0.05, 0.015)
  const crossed: Field = (x, y, z) =>
    min(beam(x, 0.83 * y + 0.55 * z, -0.55 * y + 0.83 * z), beam(x, 0.83 * y - 0.55 * z, 0.55 * y + 0.83 * z))
  bench.add('crosses', (x, y, z) => max(crossed(abs(x) - 0.68, y + 0.17, z), y - 0.27, -0.62 - y), [0, -0.17, 0, 0.98], upright)
  bench.add('brace', slab(0, -0.17, 0, 0.84, 0.05, 0.035, 0.012), [0, -0.17, 0, 0.86], timber)
  bench.add('wedges', (x, y, z) => box(abs(x) - 0.79, y + 0.17, z, 0.02, 0.1, 0.016, 0.008), [0, -0.17, 0, 0.83], upright)
  bench.add(
    'bolts',
    (x, y, z) => place(disc(0, 0, 0, 0.032, 0.012, 0.01), 0, 0, 0, 0, 0, 1.5708)(abs(x) - 0.745, y + 0.17, z - 0.0),
    [0, -0.17, 0, 0.8],
    bench.fitting(),
  )
  if (bench.has('ornate') || bench.has('glowing')) runner(bench)
  return { yaw: 0.55, pitch: 0.32, half: 1.24, aimY: -0.14, stands: -0.62 }
}

export const table: Kind = {
  forms: ['farm', 'pedestal', 'trestle'],
  build: (bench) => (bench.form === 'pedestal' ? pedestal(bench) : bench.form === 'trestle' ? trestle(bench) : farm(bench)),
}
