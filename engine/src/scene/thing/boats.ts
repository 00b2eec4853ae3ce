import { rgb } from '../../solid/palette.ts'
import type { Vec3 } from '../vector.ts'
import { type Build, paint } from './build.ts'
import { both, limb, rod, type Shape, sheet, slab } from './shape.ts'

/** A hull afloat: its keel at −draught, its rim at `freeboard`. */
function hull(length: number, beam: number, freeboard: number, draught: number, sheer = 0.3): { outer: Shape; inner: Shape; rim: Shape } {
  const stations = 12
  const half = (t: number) => beam * Math.sqrt(Math.max(0, 1 - (2 * t - 0.9) * (2 * t - 0.9) * (t > 0.45 ? 0.83 : 1.1)))
  const rimY = (t: number) => freeboard + sheer * (2 * t - 1) * (2 * t - 1)
  const skin =
    (inset: number, sink0: number): Shape =>
    (sink) => {
      const rows: number[][] = []
      for (let i = 0; i <= stations; i++) {
        const t = i / stations
        const w = Math.max(0.02, half(t) - inset)
        const row: number[] = []
        for (let k = 0; k <= 8; k++) {
          const q = k / 4 - 1
          const a = Math.abs(q)
          const y = -draught + sink0 + (rimY(t) + draught - sink0) * a * a * a
          row.push(sink.vertex(w * Math.sign(q) * Math.sqrt(a), y, (t - 0.5) * length, inset > 0 ? -q : q, inset > 0 ? 0.6 : -0.3, 0))
        }
        rows.push(row)
      }
      for (let i = 1; i <= stations; i++)
        for (let k = 0; k < 8; k++) {
          sink.triangle(rows[i - 1]![k]!, rows[i]![k]!, rows[i]![k + 1]!)
          sink.triangle(rows[i - 1]![k]!, rows[i]![k + 1]!, rows[i - 1]![k + 1]!)
        }
    }
  const rim = both(
    limb(
      Array.from(
        { length: stations + 1 },
        (_, i) => [Math.max(0.02, half(i / stations)), rimY(i / stations), (i / stations - 0.5) * length, 0.045] as const,
      ),
      { sides: 6 },
    ),
  )
  return { outer: skin(0, 0), inner: skin(0.06, 0.08), rim }
}

/** A sail bellied by the wind, between four corners. */
const sail =
  (a: Vec3, b: Vec3, c: Vec3, d: Vec3, belly: number): Shape =>
  (sink) => {
    const n = 5
    const at = (u: number, v: number): Vec3 => {
      const out = belly * 16 * u * (1 - u) * v * (1 - v)
      const mix = (k: 0 | 1 | 2) => (a[k] * (1 - u) + b[k] * u) * (1 - v) + (d[k] * (1 - u) + c[k] * u) * v
      return [mix(0) + out, mix(1), mix(2) + out * 0.3]
    }
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++)
        sheet(at(i / n, j / n), at((i + 1) / n, j / n), at((i + 1) / n, (j + 1) / n), at(i / n, (j + 1) / n))(sink)
  }

/** Boats afloat. */
export const BOATS = {
  'rowing-boat': (random, colour) => {
    const { outer, inner, rim } = hull(3.9, 0.74, 0.42, 0.18, 0.28)
    return [
      { shapes: [outer], colour: paint(colour, random, '#8a3428', '#2c5a7c', '#3f6a4a', '#8a6a3c') },
      {
        shapes: [
          inner,
          slab(0, 0.24, 0.2, 0.62, 0.03, 0.14),
          slab(0, 0.24, -0.9, 0.56, 0.03, 0.13),
          both(rod([0.3, 0.36, -1.1], [0.34, 0.5, 1.4], 0.028)),
        ],
        colour: rgb('#a8824c'),
      },
      { shapes: [rim], colour: rgb('#e0d4bc') },
    ]
  },
  sailboat: (random, colour) => {
    const { outer, inner, rim } = hull(6.4, 1.05, 0.6, 0.3, 0.35)
    return [
      { shapes: [outer], colour: paint(colour, random, '#f0ece0', '#2c4a6c', '#7a2a2a'), gloss: 0.4 },
      {
        shapes: [inner, rim, rod([0, 0.2, 0.6], [0, 8.2, 0.5], 0.07), rod([0, 1.3, 0.5], [0.3, 1.25, -2.7], 0.05)],
        colour: rgb('#8a6238'),
      },
      {
        shapes: [
          sail([0, 1.45, 0.45], [0.3, 1.4, -2.6], [0.02, 7.9, 0.42], [0, 7.9, 0.45], 0.5),
          sail([0, 7.4, 0.6], [0.1, 1.3, 0.8], [0, 0.95, 3], [0, 1, 3.05], 0.3),
        ],
        colour: rgb('#f4eee0'),
      },
    ]
  },
  ship: (random, colour) => {
    const { outer, inner, rim } = hull(15, 2.3, 1.8, 0.7, 1.1)
    const cloth = paint(colour, random, '#efe6d0', '#e4d8bc')
    const mast = (z: number, high: number): Shape[] => [
      rod([0, 0.8, z], [0, high, z], 0.16, 0.08),
      ...[0.34, 0.62, 0.86].map((t) => rod([-2.7 + t * 1.3, high * t + 1.2, z], [2.7 - t * 1.3, high * t + 1.2, z], 0.07, 0.05, 6)),
    ]
    const canvas = (z: number, high: number): Shape[] =>
      [0, 1].map((i) => {
        const [t, u] = i === 0 ? [0.34, 0.62] : [0.62, 0.86]
        const w = (v: number) => 2.6 - v * 1.3
        return (sink) => {
          const at = (a: number, b: number): Vec3 => {
            const v = t + (u - t) * b
            return [(a * 2 - 1) * w(v), high * v + 1.2, z + 0.15 + 1.1 * (1 - (2 * a - 1) * (2 * a - 1)) * (0.4 + 0.6 * (1 - b)) * b * 1.6]
          }
          for (let p = 0; p < 5; p++)
            for (let q = 0; q < 4; q++)
              sheet(at(p / 5, q / 4), at((p + 1) / 5, q / 4), at((p + 1) / 5, (q + 1) / 4), at(p / 5, (q + 1) / 4))(sink)
        }
      })
    return [
      { shapes: [outer, slab(0, 3, -6.2, 1.7, 0.85, 1.2, 1.1)], colour: rgb('#4c3018') },
      {
        shapes: [inner, rim, ...mast(3.4, 11), ...mast(-0.6, 12.5), ...mast(-4.4, 9.5), rod([0, 2.6, 6.6], [0, 4.6, 10.2], 0.12, 0.05)],
        colour: rgb('#7a5430'),
      },
      {
        shapes: [
          ...canvas(3.4, 11),
          ...canvas(-0.6, 12.5),
          ...canvas(-4.4, 9.5),
          sail([0, 10.4, 3.6], [0, 5, 5.4], [0, 4.5, 10], [0, 4.6, 10], 0.5),
        ],
        colour: cloth,
      },
      {
        shapes: [
          both(...[-3, -1.6, -0.2, 1.2, 2.6].map((z) => slab(2.22, 0.95, z, 0.06, 0.16, 0.18))),
          rod([0, 13.6, -0.6], [0, 14.4, -0.6], 0.03),
          sheet([0, 14.4, -0.6], [0, 13.9, -0.6], [0.2, 14.1, -2]),
        ],
        colour: rgb('#2a1812'),
      },
    ]
  },
} as const satisfies Record<string, Build>
