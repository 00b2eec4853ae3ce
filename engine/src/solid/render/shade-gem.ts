import { saturate, smooth } from '../../math/dmath.ts'
import type { Gem } from './part.ts'
import { refract } from './refract.ts'
import type { Stage } from './stage.ts'

const { max, min } = Math

/** Light is followed inside a stone for at most this many reflections. */
const BOUNCES = 6

/** Shades a cut stone: exact planes, reflections inside, one refractive index for each colour channel. */
export type GemShader = (gem: Gem, x: number, y: number, z: number, dx: number, dy: number, dz: number) => void

export function createGemShader(stage: Stage): GemShader {
  const { camera, studio, surface, radiance, reading } = stage
  const { reflection, key, rim, lighting } = studio
  const { keyColour, rimColour, sky } = lighting
  const [ux, uy, uz] = camera.plumb
  const bent = new Float64Array(3)
  const mirror = new Float64Array(3)

  /** What one channel sees through the stone, entering at plane `entry`. */
  function through(gem: Gem, channel: 0 | 1 | 2, entry: number, x: number, y: number, z: number, eta: number): number {
    const planes = gem.planes
    const absorption = gem.absorption[channel]
    const inverseSize = 1 / gem.size
    let px = x
    let py = y
    let pz = z
    let vx = bent[0]!
    let vy = bent[1]!
    let vz = bent[2]!
    let weight = 1
    let seen = 0
    let path = 0
    let last = entry
    for (let bounce = 0; bounce < BOUNCES; bounce++) {
      let t = 1e9
      let wall = -1
      for (let o = 0; o < planes.length; o += 4) {
        const towards = planes[o]! * vx + planes[o + 1]! * vy + planes[o + 2]! * vz
        if (towards <= 1e-6 || o === last) continue
        const e = (planes[o + 3]! - (planes[o]! * px + planes[o + 1]! * py + planes[o + 2]! * pz)) / towards
        if (e < t) {
          t = e
          wall = o
        }
      }
      if (wall < 0 || t > 9) break
      t = max(0, t)
      px += vx * t
      py += vy * t
      pz += vz * t
      path += t
      last = wall
      const nx = planes[wall]!
      const ny = planes[wall + 1]!
      const nz = planes[wall + 2]!
      const c = nx * vx + ny * vy + nz * vz
      let kept = 1
      if (refract(bent, vx, vy, vz, -nx, -ny, -nz, eta)) {
        const grazing = (1 - c) * (1 - c)
        kept = min(0.97, 0.07 + 0.9 * grazing * grazing)
        studio.reflect(bent[0]!, bent[1]!, bent[2]!, 0.02)
        const depth = path * inverseSize
        const passed = 1 / (1 + absorption * depth * (1 + 0.5 * absorption * depth))
        seen += weight * (1 - kept) * passed * (reflection[channel]! + gem.glow[channel] * 0.25)
      }
      weight *= kept
      if (weight < 0.05) break
      vx -= 2 * c * nx
      vy -= 2 * c * ny
      vz -= 2 * c * nz
    }
    const passed = 1 / (1 + absorption * path * inverseSize)
    return seen + weight * 0.12 * sky[channel] * passed + gem.glow[channel] * (0.25 + 0.5 * passed)
  }

  return (gem, x, y, z, dx, dy, dz) => {
    const planes = gem.planes
    let entry = 0
    let nearest = -1e9
    let second = -1e9
    for (let o = 0; o < planes.length; o += 4) {
      const d = planes[o]! * x + planes[o + 1]! * y + planes[o + 2]! * z - planes[o + 3]!
      if (d > nearest) {
        second = nearest
        nearest = d
        entry = o
      } else if (d > second) second = d
    }
    const nx = planes[entry]!
    const ny = planes[entry + 1]!
    const nz = planes[entry + 2]!
    surface.nx = nx
    surface.ny = ny
    surface.nz = nz
    const nv = max(0.01, -(nx * dx + ny * dy + nz * dz))
    const grazing = (1 - nv) * (1 - nv)
    const fresnel = 0.09 + 0.85 * grazing * grazing * (1 - nv)
    studio.reflect(dx + 2 * nv * nx, dy + 2 * nv * ny, dz + 2 * nv * nz, 0.04)
    mirror.set(reflection)
    const up = 0.22 * (0.5 + 0.5 * (nx * ux + ny * uy + nz * uz))
    const rimLight = saturate(nx * rim[0] + ny * rim[1] + nz * rim[2]) * grazing * 0.6
    const edge = smooth(-0.03 * gem.size, 0, second) * 0.064
    for (let k = 0 as 0 | 1 | 2; k < 3; k++) {
      const eta = gem.ior + (k - 1) * gem.dispersion
      const seen = refract(bent, dx, dy, dz, nx, ny, nz, 1 / eta) ? through(gem, k, entry, x, y, z, eta) + gem.base[k] * up : 0
      radiance[k] = seen * (1 - fresnel) + mirror[k]! * fresnel * 1.4 + rimColour[k] * rimLight + edge * keyColour[k]
    }
    reading.light = saturate(nx * key[0] + ny * key[1] + nz * key[2])
    reading.open = 1
  }
}
