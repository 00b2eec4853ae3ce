import { cos, PI, sin, TAU } from '../../math/dmath.ts'
import type { Vec3 } from '../vector.ts'
import type { Shape, Sink } from './shape.ts'

export type SkirtRing = readonly [x: number, y: number, z: number, radius: number]

/** Cloth that hangs in folds round rings from the hem up; folds fade upwards. */
export const skirt =
  (rings: readonly SkirtRing[], folds: number, depth: number): Shape =>
  (sink: Sink) => {
    const sides = folds * 4
    const top = rings.length - 1
    const radiusAt = (k: number, angle: number) => rings[k]![3] * (1 + depth * (1 - k / top) * cos(angle * folds))
    const point = (k: number, s: number): Vec3 => {
      const angle = (TAU * (s % sides)) / sides
      const [x, y, z] = rings[k]!
      const r = radiusAt(k, angle)
      return [x + cos(angle) * r, y, z + sin(angle) * r * 0.86]
    }
    const rows = rings.map((_, k) =>
      Array.from({ length: sides + 1 }, (__, s) => {
        const [x, y, z] = point(k, s)
        const [ax, , az] = point(k, s + 1)
        const [bx, , bz] = point(k, s + sides - 1)
        const [tx, tz] = [ax - bx, az - bz]
        const low = rings[Math.max(0, k - 1)]!
        const high = rings[Math.min(top, k + 1)]!
        const lean = (low[3] - high[3]) / Math.max(0.01, high[1] - low[1])
        const flat = Math.sqrt(tx * tx + tz * tz) || 1
        const [nx, nz] = [tz / flat, -tx / flat]
        const n = Math.sqrt(1 + lean * lean)
        return sink.vertex(x, y, z, nx / n, lean / n, nz / n)
      }),
    )
    for (let k = 1; k < rows.length; k++)
      for (let s = 0; s < sides; s++) {
        const [a, b, c, d] = [rows[k - 1]![s]!, rows[k - 1]![s + 1]!, rows[k]![s + 1]!, rows[k]![s]!]
        sink.triangle(a, b, c)
        sink.triangle(a, c, d)
      }
  }

/** A cloak from the shoulders to the ground that billows to the back, seen from both sides. */
export const cloak =
  (shoulder: Vec3, width: number, hem: number, blow: number): Shape =>
  (sink: Sink) => {
    const across = 10
    const down = 6
    const at = (i: number, j: number): Vec3 => {
      const t = j / down
      const turn = PI * (i / across)
      const wide = width * (1 + 0.55 * t)
      const out = 0.1 + blow * t * t + 0.03 * t * sin(turn * 7)
      return [
        shoulder[0] - cos(turn) * wide,
        shoulder[1] + (hem - shoulder[1]) * t - 0.02 * cos(turn * 2),
        shoulder[2] + 0.06 - sin(turn) * (out + 0.06) - blow * 0.5 * t * t,
      ]
    }
    const rows = Array.from({ length: down + 1 }, (_, j) =>
      Array.from({ length: across + 1 }, (__, i) => {
        const p = at(i, j)
        const turn = PI * (i / across)
        return sink.vertex(p[0], p[1], p[2], -cos(turn), 0.15, -sin(turn))
      }),
    )
    for (let j = 0; j < down; j++)
      for (let i = 0; i < across; i++) {
        const [a, b, c, d] = [rows[j]![i]!, rows[j]![i + 1]!, rows[j + 1]![i + 1]!, rows[j + 1]![i]!]
        sink.triangle(a, b, c)
        sink.triangle(a, c, d)
      }
  }
