import { cos, sin, TAU } from '../../math/dmath.ts'
import type { Vec3 } from '../../scene/vector.ts'
import type { ModelBuilder } from '../model.ts'

/** A round tube along points, its radius running from `start` to `end`; its ends are open. */
export function tube(model: ModelBuilder, path: readonly Vec3[], start: number, end: number, sides = 5): void {
  let before = -1
  for (const [k, p] of path.entries()) {
    const next = path[Math.min(path.length - 1, k + 1)]!
    const last = path[Math.max(0, k - 1)]!
    let [tx, ty, tz] = [next[0] - last[0], next[1] - last[1], next[2] - last[2]]
    let length = Math.sqrt(tx * tx + ty * ty + tz * tz) || 1
    tx /= length
    ty /= length
    tz /= length
    // any direction across: of the upright, or of x where the tube itself stands upright
    const steep = ty > 0.9 || ty < -0.9
    let [bx, by, bz] = steep ? [0, tz, -ty] : [-tz, 0, tx]
    length = Math.sqrt(bx * bx + by * by + bz * bz) || 1
    bx /= length
    by /= length
    bz /= length
    const [cx, cy, cz] = [ty * bz - tz * by, tz * bx - tx * bz, tx * by - ty * bx]
    const radius = path.length > 1 ? start + ((end - start) * k) / (path.length - 1) : start
    const first = model.vertexCount()
    for (let i = 0; i <= sides; i++) {
      const a = (TAU * (i % sides)) / sides
      const [c, s] = [cos(a), sin(a)]
      const [nx, ny, nz] = [bx * c + cx * s, by * c + cy * s, bz * c + cz * s]
      model.vertex(p[0] + nx * radius, p[1] + ny * radius, p[2] + nz * radius, nx, ny, nz)
    }
    if (before >= 0)
      for (let i = 0; i < sides; i++) model.index.push(before + i, before + i + 1, first + i + 1, before + i, first + i + 1, first + i)
    before = first
  }
}
