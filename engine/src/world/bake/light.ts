import { cos, sin, smooth } from '../../math/dmath.ts'
import type { GroundMesh } from '../ground-mesh.ts'
import type { World } from '../world.ts'
import { createSunMap, type SunMap } from './sun-map.ts'
import { createVoxels } from './voxels.ts'

/** Light at a place: from the sky and other surfaces, and from lamps. */
export type Light = {
  readonly sun: SunMap
  /**
   * Irradiance, linear, at a place with a normal; written to `out`. `through` is how much comes from behind.
   * The sun itself is not in it.
   */
  indirect(x: number, y: number, z: number, nx: number, ny: number, nz: number, through: number, out: Float64Array): void
}

/** Directions spread evenly over the sphere, three numbers each. */
function directions(count: number): Float64Array {
  const out = new Float64Array(count * 3)
  for (let i = 0; i < count; i++) {
    const y = 1 - (2 * (i + 0.5)) / count
    const r = Math.sqrt(1 - y * y)
    const a = i * 2.399963229728653
    out.set([r * cos(a), y, r * sin(a)], i * 3)
  }
  return out
}
const OUTDOORS = directions(28)
const INDOORS = directions(110)
/** First step of a ray, metres; how far rays look out of doors and in. */
const STRIDE = 0.55
const FAR = 5
const FAR_INDOORS = 14

export function createLight(world: World, ground: GroundMesh): Light {
  const { look, land, half, lamps, draft } = world
  const indoors = draft.interior ?? false
  const sun = createSunMap(look.sun, half * 1.25)
  sun.add(world.solid.positions, world.solid.index)
  sun.add(ground.positions, ground.index)
  const voxels = createVoxels(half, draft.lowest ?? -6)
  voxels.add(world.solid)
  /** Sun on each filled cell: 0 not yet known, else 1 + 200 × share. */
  const sunlit = new Uint8Array(voxels.filled.length)
  const rays = indoors ? INDOORS : OUTDOORS
  const far = indoors ? FAR_INDOORS : FAR
  const least = draft.leastLight ?? [0, 0, 0]
  const [sx, sy, sz] = look.sun
  const { sunlight, ambient, ambientHorizon, bounce } = look
  const groundLight = [0, 1, 2].map((k) => bounce[k]! * (sunlight[k]! * sy * 0.6 + ambient[k]!))
  const openLight = [0, 1, 2].map((k) => bounce[k]! * (sunlight[k]! * 0.5 + ambient[k]!))

  const addTimes = (out: Float64Array, light: ArrayLike<number>, share: number) => {
    out[0]! += light[0]! * share
    out[1]! += light[1]! * share
    out[2]! += light[2]! * share
  }

  function addCell(out: Float64Array, cell: number, share: number, x: number, y: number, z: number): void {
    if (sunlit[cell] === 0) sunlit[cell] = 1 + Math.floor(200 * sun.at(x + sx * 0.7, y + sy * 0.7, z + sz * 0.7))
    const sunShare = ((sunlit[cell]! - 1) / 200) * 0.55
    for (let k = 0; k < 3; k++) out[k]! += ((share * voxels.colours[cell * 3 + k]!) / 255) * (sunlight[k]! * sunShare + ambient[k]! * 0.35)
  }

  /** What a ray comes from: a cell, or one of these. */
  const GROUND = -1
  const OPEN = -2

  /** What a ray meets first; the place is left in `met`. */
  const met = { x: 0, y: 0, z: 0, distance: 0 }
  function meet(ox: number, oy: number, oz: number, dx: number, dy: number, dz: number): number {
    for (let t = STRIDE * 0.9; t < far; t += STRIDE * (1 + t * 0.06)) {
      const x = ox + dx * t
      const y = oy + dy * t
      const z = oz + dz * t
      if (dy < 0.25 && y < land.heightAt(x, z) - 0.05) return GROUND
      const cell = voxels.cellAt(x, y, z)
      if (cell < 0) return OPEN
      if (voxels.filled[cell] === 0) continue
      met.x = x
      met.y = y
      met.z = z
      met.distance = t
      return cell
    }
    return OPEN
  }

  /** What one ray brings. */
  function addRay(out: Float64Array, share: number, ox: number, oy: number, oz: number, dx: number, dy: number, dz: number): void {
    const cell = meet(ox, oy, oz, dx, dy, dz)
    if (cell === GROUND) addTimes(out, groundLight, share)
    else if (cell !== OPEN) addCell(out, cell, met.distance < 1 ? share * 0.75 : share, met.x, met.y, met.z)
    else if (dy < 0) addTimes(out, openLight, share)
    else for (let k = 0; k < 3; k++) out[k]! += share * (ambientHorizon[k]! + (ambient[k]! - ambientHorizon[k]!) * dy)
  }

  function addLamps(out: Float64Array, x: number, y: number, z: number, nx: number, ny: number, nz: number, through: number): void {
    for (const lamp of lamps) {
      const dx = lamp.position[0] - x
      const dy = lamp.position[1] - y
      const dz = lamp.position[2] - z
      const d2 = dx * dx + dy * dy + dz * dz
      if (d2 > lamp.range * lamp.range) continue
      const d = Math.sqrt(d2) + 0.05
      const facing = ((dx * nx + dy * ny + dz * nz) / d + 0.15 + through) / (1.15 + through)
      if (facing <= 0) continue
      const fade = 1 - d / lamp.range
      let strength = (facing * fade * fade) / (1 + d2 * lamp.fall)
      if (lamp.spot) {
        const [ax, ay, az] = lamp.spot.direction
        strength *= smooth(lamp.spot.gone, lamp.spot.full, -(dx * ax + dy * ay + dz * az) / d)
      }
      if (strength < 0.003) continue
      if (lamp.shaded) {
        const hits = voxels.hitsBetween(x + nx * 0.3, y + ny * 0.3, z + nz * 0.3, ...lamp.position)
        strength *= hits > 2 ? 0.12 : hits > 0 ? 0.5 : 1
      }
      addTimes(out, lamp.colour, strength)
    }
  }

  function indirect(x: number, y: number, z: number, nx: number, ny: number, nz: number, through: number, out: Float64Array): void {
    out.fill(0)
    let total = 0
    for (let i = 0; i < rays.length; i += 3) {
      const dx = rays[i]!
      const dy = rays[i + 1]!
      const dz = rays[i + 2]!
      const facing = dx * nx + dy * ny + dz * nz
      const share = through > 0 ? facing * (1 - through * 0.5) + through * 0.5 : facing
      if (share < 0.06) continue
      total += share
      addRay(out, share, x + nx * 0.3, y + ny * 0.3, z + nz * 0.3, dx, dy, dz)
    }
    for (let k = 0; k < 3; k++) out[k] = out[k]! / total + least[k]!
    addLamps(out, x, y, z, nx, ny, nz, through)
  }
  return { sun, indirect }
}
