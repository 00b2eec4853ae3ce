import { rotation } from '../solid/field/combine.ts'
import type { Part } from '../solid/render/part.ts'
import type { Surface } from '../solid/render/surface.ts'
import type { Pose } from './pose.ts'

/** The root of the neck, about which head and body turn. */
const NECK = [0, -0.92, -0.08] as const

/** Parts of a body as it stands under a head that looks elsewhere, with their patterns. */
export function turned(parts: readonly Part[], { turn, lean, bow }: Pose): Part[] {
  const [a, b, c, d, e, f, g, h, i] = rotation(bow, turn, lean)
  const [px, py, pz] = NECK
  return parts.map((part) => {
    const { field, bound, material, slope: _, ...rest } = part
    const [u, v, w] = [bound[0] - px, bound[1] - py, bound[2] - pz]
    const shade = (s: Surface) => {
      const { x, y, z, vx, vy, vz, nx, ny, nz } = s
      s.x = a * (x - px) + d * (y - py) + g * (z - pz) + px
      s.y = b * (x - px) + e * (y - py) + h * (z - pz) + py
      s.z = c * (x - px) + f * (y - py) + i * (z - pz) + pz
      s.vx = a * vx + d * vy + g * vz
      s.vy = b * vx + e * vy + h * vz
      s.vz = c * vx + f * vy + i * vz
      s.nx = a * nx + d * ny + g * nz
      s.ny = b * nx + e * ny + h * nz
      s.nz = c * nx + f * ny + i * nz
      material.shade(s)
      const [bentX, bentY, bentZ, alongX, alongY, alongZ] = [s.nx, s.ny, s.nz, s.tx, s.ty, s.tz]
      s.nx = a * bentX + b * bentY + c * bentZ
      s.ny = d * bentX + e * bentY + f * bentZ
      s.nz = g * bentX + h * bentY + i * bentZ
      s.tx = a * alongX + b * alongY + c * alongZ
      s.ty = d * alongX + e * alongY + f * alongZ
      s.tz = g * alongX + h * alongY + i * alongZ
      s.x = x
      s.y = y
      s.z = z
      s.vx = vx
      s.vy = vy
      s.vz = vz
    }
    return {
      ...rest,
      field: (x, y, z) => {
        const [l, m, n] = [x - px, y - py, z - pz]
        return field(a * l + d * m + g * n + px, b * l + e * m + h * n + py, c * l + f * m + i * n + pz)
      },
      bound: [a * u + b * v + c * w + px, d * u + e * v + f * w + py, g * u + h * v + i * w + pz, bound[3]],
      material: { ...material, shade },
    }
  })
}
