import { smooth } from '../../math/dmath.ts'
import { noise3 } from '../../math/lattice.ts'
import type { Field, Field2 } from '../../solid/field/field.ts'
import { once2 } from '../../solid/field/once.ts'
import { catmullRom, extrude, polygon } from '../../solid/field/outline.ts'
import { capsule, length2 } from '../../solid/field/shapes.ts'
import { every } from '../../solid/field/solids.ts'
import { cloth } from '../../solid/material/organic.ts'
import { finish, plain } from '../../solid/material/plain.ts'
import { rgb } from '../../solid/palette.ts'
import { dim, paint, tint } from '../../solid/render/surface.ts'
import type { Bench } from '../bench.ts'

const { abs, max, min } = Math

const WEAVES = ['#a8321e', '#1f5f6a', '#c08a2a', '#2a2a30', '#5a2a5e', '#3f6a3a'] as const
const PLUSH = ['#8f1a2a', '#1f3f7a', '#c09030', '#2f6a4a', '#5a2a5e'] as const

/** The ground below a guitar that stands upright. */
export const STAND_FOOT = -1.42

/** A stand of bent tube: two forks under the body, a yoke behind the neck, three feet. */
export function addStand(bench: Bench): void {
  const tube = plain(rgb('#17171a'), { rough: 0.35, coat: 0.3 })
  const feet: Field = (x, y, z) => {
    const u = abs(x)
    return min(
      capsule(u, y, z, 0, -0.98, -0.24, 0.42, STAND_FOOT + 0.03, 0.16, 0.026, 0.026),
      capsule(u, y, z, 0, -0.98, -0.24, 0, STAND_FOOT + 0.03, -0.62, 0.026, 0.026),
      capsule(u, y, z, 0.16, -1.2, -0.14, 0.24, -1.25, 0.16, 0.03, 0.03),
      capsule(u, y, z, 0.24, -1.25, 0.16, 0.24, -1.12, 0.2, 0.034, 0.034),
      capsule(u, y, z, 0, -1.06, -0.22, 0.2, -1.22, -0.12, 0.026, 0.026),
    )
  }
  bench.add('feet', feet, [0, -1.2, -0.14, 0.66], tube)
  const back: Field = (x, y, z) =>
    min(
      capsule(x, y, z, 0, -1.06, -0.24, 0, 0.3, -0.1, 0.026, 0.026),
      capsule(abs(x), y, z, 0, 0.3, -0.1, 0.12, 0.3, 0.04, 0.026, 0.026),
      capsule(abs(x), y, z, 0.12, 0.3, 0.04, 0.12, 0.3, 0.2, 0.03, 0.03),
    )
  bench.add('yoke', back, [0, -0.36, -0.1, 0.78], tube)
}

/** A band of this width along a curve. */
function band(curve: readonly (readonly [number, number])[], half: number): Field2 {
  const points = catmullRom(curve, 8)
  const edge = (side: number) =>
    points.map(([x, y], at) => {
      const [a, b] = [points[max(at - 1, 0)]!, points[min(at + 1, points.length - 1)]!]
      const [dx, dy] = [b[0]! - a[0]!, b[1]! - a[1]!]
      const long = length2(dx, dy)
      return [x! - (side * half * dy) / long, y! + (side * half * dx) / long]
    })
  return once2(polygon([...edge(1), ...edge(-1).reverse()].flat()))
}

/** A woven strap from the end of the body round to the head, lying beside the guitar on `side`. */
export function addStrap(bench: Bench, end: number, nut: number, side: 1 | -1): void {
  const out = bench.random.range(0.62, 0.85)
  const shape = band(
    [
      [0, end - 0.02],
      [0.24 * side, end - 0.12],
      [out * side, end + 0.3],
      [(out + 0.02) * side, -0.3],
      [0.5 * side, 0.2],
      [0.42 * side, 0.6],
      [0.22 * side, nut + 0.02],
      [-0.06 * side, nut + 0.1],
    ],
    0.062,
  )
  const woven = rgb(bench.random.pick(WEAVES))
  const thread = rgb(bench.random.pick(['#e8dcc0', '#d8a040', '#1c1a1c']))
  const ornament = bench.random.pick(['plain', 'diamonds', 'lines'] as const)
  const material = cloth(woven, 0.3, (s) => {
    const d = shape(s.x, s.y)
    if (ornament === 'lines') tint(s, thread, smooth(0.008, 0.003, abs(d + 0.03) - 0.006))
    if (ornament === 'diamonds') tint(s, thread, smooth(0.006, -0.006, abs(every(s.y + s.x, 0.11)) - 0.02 + (d + 0.062) * 0.5))
  })
  bench.add('strap', lifted(extrude(shape, 0.014, 0.006), -0.12), [out * 0.5 * side, (end + nut) / 2, -0.12, 1.2], material)
}

const lifted =
  (field: Field, by: number): Field =>
  (x, y, z) =>
    field(x, y, z - by)

/** Half of how thick a guitar in its case is. */
export const CASE_DEPTH = 0.27

/** The lower half of a case lined with plush, round a body that ends at `end` and is `broad` on either side. */
export function addCase(bench: Bench, end: number, broad: number, nut: number): void {
  const top = nut + 0.52
  const half = [
    [0, top],
    [0.14, top - 0.01],
    [0.2, top - 0.06],
    [0.21, nut],
    [0.17, nut - 0.2],
    [0.18, 0.3],
    [0.26, 0.12],
    [broad * 0.82 + 0.04, 0],
    [broad * 0.84 + 0.04, -0.34],
    [broad + 0.07, -0.72],
    [broad + 0.07, end + 0.2],
    [broad * 0.66, end - 0.05],
    [0, end - 0.09],
  ] as const
  const right = polygon([-0.5, top, ...catmullRom(half, 3).flat(), -0.5, end - 0.09])
  const outline = once2((x, y) => right(abs(x), y))
  const bound = [0, (top + end) / 2, -0.14, (top - end) / 2 + 0.22] as const
  const leather = rgb(bench.random.pick(['#1a1818', '#3a2014', '#8a6a3c', '#243042']))
  const shell = finish(leather, (s) => {
    paint(s, leather)
    dim(s, 0.85 + 0.3 * noise3(s.x * 60, s.y * 60, s.z * 60))
    s.rough = 0.6
  })
  bench.add('case', (x, y, z) => max(abs(outline(x, y)) - 0.03, abs(z + 0.13) - 0.13) - 0.012, bound, shell)
  const plush = rgb(bench.random.pick(PLUSH))
  bench.add(
    'lining',
    (x, y, z) => {
      const d = outline(x, y)
      // it swells up towards the sides
      return max(d + 0.012, abs(z + 0.22) - 0.03 - 0.06 * smooth(-0.16, 0, d)) * 0.9
    },
    bound,
    cloth(plush, 0.9),
  )
}
