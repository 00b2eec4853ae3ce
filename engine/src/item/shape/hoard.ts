import { cos, sin, TAU } from '../../math/dmath.ts'
import type { Prng } from '../../math/prng.ts'
import { candidates } from '../../solid/field/candidates.ts'
import type { Field } from '../../solid/field/field.ts'
import { cylinder, ellipsoid, length3 } from '../../solid/field/shapes.ts'

const { max, min, sqrt } = Math

const COIN = 0.1
/** Radius of a ball round a coin. */
const ROUND = 0.102

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
  const coin = (i: number, x: number, y: number, z: number): number => {
    const [px, py, pz, nx, ny, nz] = coins[i]!
    const [u, v, w] = [x - px, y - py, z - pz]
    const above = u * nx + v * ny + w * nz
    return cylinder(sqrt(max(0, u * u + v * v + w * w - above * above)), above, 0, COIN, 0.014, 0.006)
  }
  const near = candidates(coins.length, [-a - 0.15, y0 - 0.1, -c - 0.15], [a + 0.15, y0 + tall + 0.15, c + 0.15], 20, 1, coin)
  return (x, y, z) => {
    const heap = ellipsoid(x, y - y0, z, a, tall, c)
    if (heap > 0.2) return heap - 0.13
    let d = max(heap, y0 - 0.1 - y)
    const list = near(x, y, z)
    for (let k = 0; k < list.length; k++) {
      const [px, py, pz] = coins[list[k]!]!
      const [u, v, w] = [x - px, y - py, z - pz]
      const near = d + ROUND
      if (near > 0 && u * u + v * v + w * w < near * near) d = min(d, coin(list[k]!, x, y, z))
    }
    return d * 0.95
  }
}
