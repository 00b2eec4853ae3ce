import { mix, saturate } from '../../math/dmath.ts'
import type { Glass } from './part.ts'
import { refract } from './refract.ts'
import { type FloorShader, shadeBackdrop } from './shade-floor.ts'
import type { OpaqueShader } from './shade-opaque.ts'
import type { Stage } from './stage.ts'
import { FLOOR } from './tracer.ts'

const { abs, max } = Math

/** Shades a thin shell of glass: a mirror on top, what lies behind bent once, darker towards the edge. */
export type GlassShader = (part: number, glass: Glass, x: number, y: number, z: number, dx: number, dy: number, dz: number) => void

export function createGlassShader(stage: Stage, shadeOpaque: OpaqueShader, shadeFloor: FloorShader): GlassShader {
  const { parts, volume, tracer, studio, surface, radiance } = stage
  const { voxel } = volume
  const { reflection } = studio
  const bent = new Float64Array(3)
  const mirror = new Float64Array(3)
  const back = new Float64Array(3)

  function shadeBehind(x: number, y: number, z: number, dx: number, dy: number, dz: number): void {
    if (!tracer.march(x, y, z, dx, dy, dz, voxel * 0.2, true, 50)) {
      shadeBackdrop(stage, dx, dy, dz)
      return
    }
    const { t, part } = tracer.hit
    if (part === FLOOR) shadeFloor(x + dx * t, y + dy * t, z + dz * t, dx, dy, dz, false)
    else shadeOpaque(part, x + dx * t, y + dy * t, z + dz * t, dx, dy, dz)
  }

  return (part, glass, x, y, z, dx, dy, dz) => {
    tracer.normal(part, x, y, z, tracer.hit.distance, surface)
    const { nx, ny, nz } = surface
    const nv = max(0, -(nx * dx + ny * dy + nz * dz))
    const grazing = (1 - nv) * (1 - nv)
    const fresnel = 0.045 + 0.8 * grazing * grazing * (1 - nv)
    studio.reflect(dx + 2 * nv * nx, dy + 2 * nv * ny, dz + 2 * nv * nz, glass.rough)
    mirror.set(reflection)
    if (!refract(bent, dx, dy, dz, nx, ny, nz, 1 / glass.ior)) {
      bent[0] = dx
      bent[1] = dy
      bent[2] = dz
    }
    const bx = bent[0]!
    const by = bent[1]!
    const bz = bent[2]!
    // through the shell to its far side, or to what stands inside it
    const field = parts[part]!.field
    let t = voxel * 0.25
    for (let i = 0; i < 40; i++) {
      const depth = -field(x + bx * t, y + by * t, z + bz * t)
      if (depth < voxel * 0.01) break
      t += max(depth, voxel * 0.04)
    }
    const inside = tracer.march(x, y, z, bx, by, bz, voxel * 0.1, true, 50, t + voxel) && tracer.hit.part >= 0 && tracer.hit.t < t + voxel
    back.fill(0)
    if (inside) {
      const at = tracer.hit.t
      shadeOpaque(tracer.hit.part, x + bx * at, y + by * at, z + bz * at, bx, by, bz)
    } else {
      const ex = x + bx * t
      const ey = y + by * t
      const ez = z + bz * t
      tracer.normal(part, ex, ey, ez, field(ex, ey, ez), surface)
      const facing = 1 - abs(surface.nx * bx + surface.ny * by + surface.nz * bz)
      const share = facing * facing * facing * facing * 0.7 + 0.03
      studio.reflect(bx - surface.nx, by - surface.ny, bz - surface.nz, 0.1)
      for (let k = 0; k < 3; k++) back[k] = reflection[k]! * share
      shadeBehind(ex, ey, ez, dx, dy, dz)
    }
    const clearness = 1 - saturate(grazing * 1.1)
    for (let k = 0; k < 3; k++) {
      const tint = glass.tint[k]!
      radiance[k] = (radiance[k]! + back[k]!) * mix(tint * tint, tint, clearness) * (1 - fresnel) + mirror[k]! * fresnel * 1.5
    }
    surface.nx = nx
    surface.ny = ny
    surface.nz = nz
  }
}
