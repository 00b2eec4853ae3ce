import { mix, saturate, smooth } from '../../math/dmath.ts'
import type { OpaqueShader } from './shade-opaque.ts'
import type { Stage } from './stage.ts'

const { max } = Math

/** Shades the studio floor: the backdrop's own colour, darkened by shadow and contact, with a faint reflection. */
export type FloorShader = (x: number, y: number, z: number, dx: number, dy: number, dz: number, mirrored: boolean) => void

/** Writes the backdrop seen in a direction into the stage's radiance. */
export function shadeBackdrop(stage: Stage, dx: number, dy: number, dz: number): void {
  const { right, up, forward, half, distance } = stage.camera
  const a = right[0] * dx + right[1] * dy + right[2] * dz
  const b = up[0] * dx + up[1] * dy + up[2] * dz
  const c = ((forward[0] * dx + forward[1] * dy + forward[2] * dz) * half) / distance
  stage.backdrop(a / c, b / c, stage.radiance)
}

/** The floor mirrors what is no farther than that share of the item's longest side. */
const MIRRORED = 0.45

export function createFloorShader(stage: Stage, shadeOpaque: OpaqueShader): FloorShader {
  const { volume, tracer, camera, studio, radiance, reading } = stage
  const { voxel, extent, radius, centre, toOpaque } = volume
  const { key, lighting } = studio
  const { gloss, shadowFloor, hardness, lamps } = lighting
  const [ux, uy, uz] = camera.plumb
  const own = new Float64Array(3)

  return (x, y, z, dx, dy, dz, mirrored) => {
    shadeBackdrop(stage, dx, dy, dz)
    for (let k = 0; k < 3; k++) own[k] = radiance[k]!
    const lit = tracer.lightFrom(x + ux * voxel * 0.4, y + uy * voxel * 0.4, z + uz * voxel * 0.4, key, hardness * 0.8)
    let open = 1
    for (let i = 1; i < 5; i++) {
      const h = voxel * 1.12 * i * i
      open -= 0.22 * saturate(1 - toOpaque(x + ux * h, y + uy * h, z + uz * h) / h)
    }
    const shade = (shadowFloor + (1 - shadowFloor) * lit) * (0.35 + 0.65 * max(0, open))
    for (let k = 0; k < 3; k++) radiance[k] = own[k]! * shade
    for (const lamp of lamps) {
      const ax = lamp.at[0] - x
      const ay = lamp.at[1] - y
      const az = lamp.at[2] - z
      const w = (lamp.strength * 0.5) / (0.1 + (ax * ax + ay * ay + az * az) * lamp.falloff)
      for (let k = 0; k < 3; k++) radiance[k] = radiance[k]! + lamp.colour[k]! * w * (0.1 + own[k]!)
    }
    if (mirrored) {
      const dn = 2 * (dx * ux + dy * uy + dz * uz)
      const rx = dx - dn * ux
      const ry = dy - dn * uy
      const rz = dz - dn * uz
      const ax = centre[0] - x
      const ay = centre[1] - y
      const az = centre[2] - z
      const along = ax * rx + ay * ry + az * rz
      const near = ax * ax + ay * ay + az * az - along * along < radius * radius
      if (near && tracer.march(x, y, z, rx, ry, rz, voxel * 0.05, true, 30, MIRRORED * extent) && tracer.hit.part >= 0) {
        const { t, part } = tracer.hit
        for (let k = 0; k < 3; k++) own[k] = radiance[k]!
        shadeOpaque(part, x + rx * t, y + ry * t, z + rz * t, rx, ry, rz)
        const share = gloss * smooth(extent * MIRRORED, 0, t)
        for (let k = 0; k < 3; k++) radiance[k] = mix(own[k]!, radiance[k]!, share)
      }
    }
    reading.light = lit
    reading.open = open
  }
}
