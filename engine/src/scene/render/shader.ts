import { clamp } from '../../math/dmath.ts'
import type { Camera } from '../camera.ts'
import type { Hit, Reflection } from '../material/hit.ts'
import { MATERIALS } from '../material/materials.ts'
import { OBJECT_NUMBERS } from '../mesh.ts'
import type { Channels } from '../vector.ts'
import type { Air } from './air.ts'
import { createFogLayer } from './fog.ts'
import { createLighting } from './lighting.ts'
import type { Openness } from './occlusion.ts'
import { projectionOf } from './projection.ts'
import { createSkyView } from './sky-view.ts'
import type { Stage } from './stage.ts'

const { floor, sqrt } = Math

const SKY_DEPTH = 1e6

/** Shades one sample of a picture. */
export type Shader = {
  /** Radiance of the last sample. */
  readonly colour: Channels
  /** x, y in pixels; the triangle (-1: sky) and its inverse depth there, 0 when unknown. */
  shade(x: number, y: number, triangle: number, inverseDepth: number): void
}

export type ShaderOptions = {
  readonly camera: Camera
  readonly width: number
  readonly height: number
  readonly openness: Openness | null
  readonly air: Air | null
  readonly reflection: Reflection | null
}

/** The openness between four pixels at picture place x, y (0..1). */
function opennessAt({ share, width, height }: Openness, x: number, y: number): number {
  const fx = clamp(x * width - 0.5, 0, width - 1.01)
  const fy = clamp(y * height - 0.5, 0, height - 1.01)
  const i = floor(fx)
  const j = floor(fy)
  const p = j * width + i
  const u = fx - i
  const top = share[p]! + (share[p + 1]! - share[p]!) * u
  return top + (share[p + width]! + (share[p + width + 1]! - share[p + width]!) * u - top) * (fy - j)
}

function createHit(stage: Stage, reflection: Reflection | null): Hit {
  const { scene, dome, mesh } = stage
  const { night, surfaces, drift, snowCover, sun } = scene
  return {
    frame: { night, surfaces, drift, snowCover, sunColour: sun.colour, sky: dome, reflection },
    objs: mesh.objects,
    env: new Float64Array(3),
    o: 0,
    px: 0,
    py: 0,
    pz: 0,
    dx: 0,
    dy: 0,
    dz: 0,
    nx: 0,
    ny: 0,
    nz: 0,
    gx: 0,
    gy: 0,
    gz: 0,
    u: 0,
    v: 0,
    dist: 0,
    fw: 0,
    sx: 0,
    sy: 0,
    ar: 0,
    ag: 0,
    ab: 0,
    er: 0,
    eg: 0,
    eb: 0,
    f0: 0,
    gloss: 0,
    refl: 0,
    trans: 0,
    wrap: 0,
    aoMul: 0,
    unlit: 0,
  }
}

export function createShader(stage: Stage, { camera, width, height, openness, air, reflection }: ShaderOptions): Shader {
  const { mesh, normals, scene } = stage
  const { position, normal, uv, index, material, object, smooth } = mesh
  const [fx, fy, fz] = camera.forward
  const [rx, ry, rz] = camera.right
  const [ux, uy, uz] = camera.up
  const { scale, x: ox, y: oy } = projectionOf(camera, width, height)
  const hit = createHit(stage, reflection)
  const colour = new Float64Array(3)
  const light = createLighting(stage)
  const sky = createSkyView(stage)
  const fog = createFogLayer(stage, camera, air)

  /** Fills the first half of the hit from a ray of length `length` a unit of depth. */
  function meet(t: number, inverseDepth: number, dx: number, dy: number, dz: number, length: number): number {
    const a = index[t * 3]!
    const b = index[t * 3 + 1]!
    const c = index[t * 3 + 2]!
    const ax = position[a * 3]!
    const ay = position[a * 3 + 1]!
    const az = position[a * 3 + 2]!
    let nx = normals[t * 3]!
    let ny = normals[t * 3 + 1]!
    let nz = normals[t * 3 + 2]!
    const slope = dx * nx + dy * ny + dz * nz
    let depth = ((ax - camera.x) * nx + (ay - camera.y) * ny + (az - camera.z) * nz) / slope
    if (inverseDepth > 0) {
      const known = 1 / inverseDepth
      if (!(depth > known * 0.9 && depth < known * 1.1)) depth = known
    } else if (!(depth > 0)) depth = 0.3
    const px = camera.x + dx * depth
    const py = camera.y + dy * depth
    const pz = camera.z + dz * depth
    const e1x = position[b * 3]! - ax
    const e1y = position[b * 3 + 1]! - ay
    const e1z = position[b * 3 + 2]! - az
    const e2x = position[c * 3]! - ax
    const e2y = position[c * 3 + 1]! - ay
    const e2z = position[c * 3 + 2]! - az
    const qx = px - ax
    const qy = py - ay
    const qz = pz - az
    const d00 = e1x * e1x + e1y * e1y + e1z * e1z
    const d01 = e1x * e2x + e1y * e2y + e1z * e2z
    const d11 = e2x * e2x + e2y * e2y + e2z * e2z
    const d20 = qx * e1x + qy * e1y + qz * e1z
    const d21 = qx * e2x + qy * e2y + qz * e2z
    const area = d00 * d11 - d01 * d01
    let w1 = 0
    let w2 = 0
    if (area > 0) {
      w1 = clamp((d11 * d20 - d01 * d21) / area, 0, 1)
      w2 = clamp((d00 * d21 - d01 * d20) / area, 0, 1)
    }
    const w0 = 1 - w1 - w2
    if (slope > 0) {
      nx = -nx
      ny = -ny
      nz = -nz
    }
    hit.gx = nx
    hit.gy = ny
    hit.gz = nz
    if (smooth[t]) {
      const mx = normal[a * 3]! * w0 + normal[b * 3]! * w1 + normal[c * 3]! * w2
      const my = normal[a * 3 + 1]! * w0 + normal[b * 3 + 1]! * w1 + normal[c * 3 + 1]! * w2
      const mz = normal[a * 3 + 2]! * w0 + normal[b * 3 + 2]! * w1 + normal[c * 3 + 2]! * w2
      const l = sqrt(mx * mx + my * my + mz * mz)
      if (l > 1e-6) {
        nx = mx / l
        ny = my / l
        nz = mz / l
      }
    }
    hit.nx = nx
    hit.ny = ny
    hit.nz = nz
    hit.px = px
    hit.py = py
    hit.pz = pz
    hit.dx = dx / length
    hit.dy = dy / length
    hit.dz = dz / length
    hit.u = uv[a * 2]! * w0 + uv[b * 2]! * w1 + uv[c * 2]! * w2
    hit.v = uv[a * 2 + 1]! * w0 + uv[b * 2 + 1]! * w1 + uv[c * 2 + 1]! * w2
    hit.dist = depth * length
    hit.fw = depth / scale
    hit.o = object[t]! * OBJECT_NUMBERS
    return depth
  }

  function reset(): void {
    hit.er = 0
    hit.eg = 0
    hit.eb = 0
    hit.f0 = 0
    hit.gloss = 0
    hit.refl = 0
    hit.trans = 0
    hit.wrap = 0
    hit.unlit = 0
    hit.aoMul = 1
  }

  /** The sky in the hit's direction, with the air that the scene lays before it. */
  function shadeSky(): void {
    sky(hit.dx, hit.dy, hit.dz, colour)
    const reach = scene.fog.far * scene.fog.sky
    if (reach <= 0) return
    hit.px = camera.x + hit.dx * reach
    hit.py = camera.y + hit.dy * reach
    hit.pz = camera.z + hit.dz * reach
    hit.dist = reach
    fog(colour, hit, SKY_DEPTH)
  }

  return {
    colour,
    shade(x, y, triangle, inverseDepth) {
      const tx = (x - ox) / scale
      const ty = (oy - y) / scale
      const dx = fx + rx * tx + ux * ty
      const dy = fy + ry * tx + uy * ty
      const dz = fz + rz * tx + uz * ty
      const length = sqrt(dx * dx + dy * dy + dz * dz)
      hit.sx = x / width
      hit.sy = y / height
      if (triangle < 0) {
        hit.dx = dx / length
        hit.dy = dy / length
        hit.dz = dz / length
        shadeSky()
        return
      }
      const depth = meet(triangle, inverseDepth, dx, dy, dz, length)
      reset()
      MATERIALS[material[triangle]!]!(hit)
      if (hit.unlit === 1) {
        colour[0] = hit.er
        colour[1] = hit.eg
        colour[2] = hit.eb
      } else light(hit, openness ? opennessAt(openness, hit.sx, hit.sy) : 1, colour)
      fog(colour, hit, depth)
    },
  }
}
