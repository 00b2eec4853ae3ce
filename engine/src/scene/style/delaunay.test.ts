import { describe, expect, it } from 'vitest'
import { createPrng } from '../../math/prng.ts'
import { delaunay } from './delaunay.ts'

const SIDE = 64

/** Distinct whole points in a square, its corners first and some of them on its rim and in rows. */
function points(count: number, seed: number): { xs: Int32Array; ys: Int32Array } {
  const random = createPrng(seed, 'points')
  const seen = new Map<string, readonly [number, number]>()
  const add = (x: number, y: number) => seen.set(`${x} ${y}`, [x, y])
  add(0, 0)
  add(SIDE, 0)
  add(SIDE, SIDE)
  add(0, SIDE)
  for (let k = 8; k < SIDE; k += 8) for (const rim of [0, SIDE]) add(k, rim)
  while (seen.size < count) add(Math.floor(random.next() * 17) * 4, Math.floor(random.next() * (SIDE + 1)))
  const all = [...seen.values()]
  return { xs: Int32Array.from(all, ([x]) => x), ys: Int32Array.from(all, ([, y]) => y) }
}

describe.each([1, 2, 3])("Delaunay's triangles of points in rows, seed %i", (seed) => {
  const { xs, ys } = points(180, seed)
  const triangles = delaunay(xs, ys)
  const corners = (t: number) => [triangles[t]!, triangles[t + 1]!, triangles[t + 2]!] as const
  const twice = (a: number, b: number, c: number) => (xs[b]! - xs[a]!) * (ys[c]! - ys[a]!) - (ys[b]! - ys[a]!) * (xs[c]! - xs[a]!)

  /** Whether a point lies within the circle through three others. */
  function holds(a: number, b: number, c: number, p: number): boolean {
    const lift = (q: number) => {
      const [x, y] = [xs[q]! - xs[p]!, ys[q]! - ys[p]!]
      return [x, y, x * x + y * y] as const
    }
    const [ax, ay, a2] = lift(a)
    const [bx, by, b2] = lift(b)
    const [cx, cy, c2] = lift(c)
    return ax * (by * c2 - b2 * cy) - ay * (bx * c2 - b2 * cx) + a2 * (bx * cy - by * cx) > 0
  }

  it('cover the square once', () => {
    let sum = 0
    for (let t = 0; t < triangles.length; t += 3) {
      const [a, b, c] = corners(t)
      expect(twice(a, b, c)).toBeGreaterThan(0)
      sum += twice(a, b, c)
    }
    expect(sum).toBe(2 * SIDE * SIDE)
  })

  it('use every point, and no circle round a triangle holds one', () => {
    expect(new Set(triangles).size).toBe(xs.length)
    for (let t = 0; t < triangles.length; t += 3) {
      const [a, b, c] = corners(t)
      const inside = xs.reduce((count, _, p) => count + (holds(a, b, c, p) ? 1 : 0), 0)
      expect(inside).toBe(0)
    }
  })
})
