import { cos, sin, TAU } from '../../math/dmath.ts'
import type { MeshBuilder, Paint } from '../mesh.ts'
import type { Vec3 } from '../vector.ts'

export type TubeOptions = {
  readonly paint: Paint
  readonly radius: number
  /** Radius at the far end; `radius` when left out. */
  readonly endRadius?: number
  readonly sides?: number
}

/** A round bar along a path of at least two points. */
export function tube(mesh: MeshBuilder, path: readonly Vec3[], { paint, radius, endRadius = radius, sides = 6 }: TubeOptions): void {
  mesh.use(paint, true)
  const n = path.length
  let previous = -1
  for (let k = 0; k < n; k++) {
    const p = path[k]!
    const ahead = path[Math.min(n - 1, k + 1)]!
    const behind = path[Math.max(0, k - 1)]!
    let tx = ahead[0] - behind[0]
    let ty = ahead[1] - behind[1]
    let tz = ahead[2] - behind[2]
    const length = Math.sqrt(tx * tx + ty * ty + tz * tz) || 1
    tx /= length
    ty /= length
    tz /= length
    const steep = Math.abs(ty) > 0.9
    let bx = steep ? 0 : -tz
    let by = steep ? tz : 0
    let bz = steep ? -ty : tx
    const across = Math.sqrt(bx * bx + by * by + bz * bz) || 1
    bx /= across
    by /= across
    bz /= across
    const cx = ty * bz - tz * by
    const cy = tz * bx - tx * bz
    const cz = tx * by - ty * bx
    const r = radius + ((endRadius - radius) * k) / (n - 1)
    const base = mesh.vertexCount()
    for (let i = 0; i <= sides; i++) {
      const a = (TAU * (i % sides)) / sides
      const c = cos(a)
      const s = sin(a)
      const nx = bx * c + cx * s
      const ny = by * c + cy * s
      const nz = bz * c + cz * s
      mesh.vertex(p[0] + nx * r, p[1] + ny * r, p[2] + nz * r, i, k, nx, ny, nz)
    }
    if (previous >= 0) for (let i = 0; i < sides; i++) mesh.quad(previous + i, previous + i + 1, base + i + 1, base + i)
    previous = base
  }
}
