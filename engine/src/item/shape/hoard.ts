import { cos, sin, TAU } from '../../math/dmath.ts'
import type { Prng } from '../../math/prng.ts'
import type { Field } from '../../solid/field/field.ts'
import { cylinder, ellipsoid, length3 } from '../../solid/field/shapes.ts'

const { max, min, sqrt } = Math

const COIN = 0.1

/** Coins heaped over an ellipse around the y axis: half as wide as `a` and `c` along x and z, `tall` high, its foot at `y0`. */
export function hoard(a: number, c: number, tall: number, y0: number, random: Prng): Field {
  const coins = Array.from({ length: 64 }, () => {
    const turn = random.range(0, TAU)
    const far = sqrt(random.range(0, 0.94))
    const [x, z] = [far * cos(turn) * a, far * sin(turn) * c]
    // a coin lies on the slope of the heap, and a little askew
    const y = y0 + tall * sqrt(1 - far * far)
    const n = [(x / (a * a)) * tall + random.range(-0.35, 0.35), 0.8, (z / (c * c)) * tall + random.range(-0.35, 0.35)] as const
    const long = length3(n[0], n[1], n[2])
    return [x, y, z, n[0] / long, n[1] / long, n[2] / long] as const
  })
  return (x, y, z) => {
    const heap = ellipsoid(x, y - y0, z, a, tall, c)
    let d = max(heap, y0 - 0.1 - y)
    if (heap > 0.2) return heap - 0.13
    for (const [px, py, pz, nx, ny, nz] of coins) {
      const [u, v, w] = [x - px, y - py, z - pz]
      const square = u * u + v * v + w * w
      if (square > (d + COIN + 0.02) * (d + COIN + 0.02)) continue
      const above = u * nx + v * ny + w * nz
      d = min(d, cylinder(sqrt(max(0, square - above * above)), above, 0, COIN, 0.014, 0.006))
    }
    return d * 0.95
  }
}
