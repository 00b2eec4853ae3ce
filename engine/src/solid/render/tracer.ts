import type { Camera, Vector } from './camera.ts'
import type { Part } from './part.ts'
import type { Surface } from './surface.ts'
import type { Volume } from './volume.ts'

const { abs, max, min, sqrt } = Math

/** `hit.part` when a ray met the studio floor. */
export const FLOOR = -2
/** `hit.part` when a ray met nothing. */
export const NOTHING = -1

/** What the last `march` found: the part (or FLOOR, NOTHING), the ray parameter, and how far from the part that is. */
export type Hit = { part: number; t: number; distance: number }

export type Tracer = {
  readonly hit: Hit
  /** Follows a ray, at most to `horizon`; true when it met something. It is tried at `guess` first, where that lies outside. */
  readonly march: (
    ox: number,
    oy: number,
    oz: number,
    dx: number,
    dy: number,
    dz: number,
    from: number,
    opaqueOnly: boolean,
    steps: number,
    horizon?: number,
    guess?: number,
  ) => boolean
  /** Light that reaches a point from a distant direction, 0..1, through the grid. */
  readonly lightFrom: (x: number, y: number, z: number, towards: Vector, hardness: number) => number
  /** Share of the sky a point sees, 0..1; exact near the surface, coarse farther out. */
  readonly openness: (x: number, y: number, z: number, nx: number, ny: number, nz: number) => number
  /** Writes a part's unit normal into the surface; `distance` is what its field says there. */
  readonly normal: (part: number, x: number, y: number, z: number, distance: number, surface: Surface) => void
}

/** Rays are followed at most this far. */
const HORIZON = 60

/**
 * Near a surface a ray asks the nearest part alone for as long as no other can have come nearer. That moves what fields that are not quite
 * distances show by less than a pixel.
 * @param pixel its size where the camera looks, model units
 */
export function createTracer(parts: readonly Part[], volume: Volume, camera: Camera, floor: number, pixel: number): Tracer {
  const { low, high, voxel, cap, extent, radius, centre, toAll, toOpaque, nearest, found } = volume
  const fields = parts.map((part) => part.field)
  const steps = parts.map((part) => part.normalStep ?? voxel * 0.035)
  const slopes = parts.map((part) => part.slope)
  const [ux, uy, uz] = camera.plumb
  const touch = pixel * 0.3
  const hit: Hit = { part: NOTHING, t: 0, distance: 0 }

  return {
    hit,
    march(ox, oy, oz, dx, dy, dz, from, opaqueOnly, stepsLeft, horizon = HORIZON, guess = from) {
      hit.part = NOTHING
      let near = from
      let far = horizon
      for (let k = 0; k < 3; k++) {
        const o = k === 0 ? ox : k === 1 ? oy : oz
        const d = k === 0 ? dx : k === 1 ? dy : dz
        if (abs(d) < 1e-9) {
          if (o < low[k]! || o > high[k]!) far = -1
          continue
        }
        const a = (low[k]! - o) / d
        const b = (high[k]! - o) / d
        near = max(near, min(a, b))
        far = min(far, max(a, b))
      }
      if (far > near) {
        const coarse = opaqueOnly ? toOpaque : toAll
        let guesses = guess > near ? 2 : 0
        let exact = guesses > 0
        let t = exact ? guess : near
        let alone = -1
        let others = 0
        let before = 0
        let step = 0
        let leap = 0
        let asked = -1
        for (let i = 0; i < stepsLeft; i++) {
          const x = ox + dx * t
          const y = oy + dy * t
          const z = oz + dz * t
          if (!exact) {
            const g = coarse(x, y, z)
            if (g > voxel * 1.6) {
              step = 0
              t += g - voxel * 0.7
              if (t > far) break
              continue
            }
            exact = true
          }
          let d = alone < 0 ? 0 : fields[alone]!(x, y, z)
          if (leap > 0) {
            // the free spheres round both ends of a leap have to meet
            if (d < (step - before) * 1.05) {
              t -= leap
              step -= leap
              others += leap
              leap = 0
              continue
            }
            leap = 0
          }
          if (alone < 0 || d > others) {
            d = nearest(x, y, z, opaqueOnly)
            alone = found.part
            others = found.next
          }
          if (guesses > 0 && d < -touch) {
            // a little before it, then from the start
            guesses--
            t = guesses > 0 ? max(near, t + 2 * d) : near
            exact = guesses > 0
            alone = -1
            continue
          }
          guesses = 0
          if (d < -touch && step > 0) {
            // a field steeper than a distance let it step inside
            t -= (step * d) / (d - before)
            d = fields[alone]!(ox + dx * t, oy + dy * t, oz + dz * t)
          }
          if (d < touch) {
            hit.t = t
            hit.part = alone
            hit.distance = d
            return true
          }
          if (d >= cap * 0.99) {
            exact = false
            alone = -1
          }
          const safe = d * 0.94
          // along hair a ray would creep: it leaps as far as it may if the distance goes on to change as it did
          if (step > 0 && exact && asked === alone && slopes[alone]) {
            const slope = (d - before) / step
            if (slope > -0.6) {
              leap = min((safe * (1 + slope)) / (1 - min(slope, 0.5)), others - safe, far - t - safe)
              if (leap < safe * 0.2) leap = 0
            }
          }
          before = d
          asked = alone
          step = safe + leap
          t += step
          others -= step
          if (t > far) break
        }
      }
      const descent = dx * ux + dy * uy + dz * uz
      if (descent < -1e-4) {
        const t = (floor - (ox * ux + oy * uy + oz * uz)) / descent
        if (t > from && t < horizon) {
          hit.t = t
          hit.part = FLOOR
          return true
        }
      }
      return false
    },

    lightFrom(x, y, z, towards, hardness) {
      const [lx, ly, lz] = towards
      const ax = centre[0] - x
      const ay = centre[1] - y
      const az = centre[2] - z
      const along = ax * lx + ay * ly + az * lz
      const aside = ax * ax + ay * ay + az * az - along * along
      const wide = radius + 0.4 * max(0, along)
      if (aside > wide * wide || along < -radius) return 1
      let t = max(voxel * 0.5, along - radius)
      const end = max(extent * 1.1, along + radius)
      let light = 1
      for (let i = 0; i < 18; i++) {
        const d = toOpaque(x + lx * t, y + ly * t, z + lz * t)
        light = min(light, 0.5 + (0.5 * hardness * d) / t)
        if (light <= 0) return 0
        const step = d * 0.95
        t += step < voxel * 0.65 ? voxel * 0.65 : step > voxel * 9 ? voxel * 9 : step
        if (t > end) break
      }
      return light * light * (3 - 2 * light)
    },

    openness(x, y, z, nx, ny, nz) {
      const h1 = voxel * 0.55
      const h2 = voxel * 1.5
      const h3 = voxel * 4
      const h4 = voxel * 9
      const closed = (d: number, h: number) => {
        const c = 1 - d / h
        return c < 0 ? 0 : c > 1 ? 1 : c
      }
      const c1 = closed(min(nearest(x + nx * h1, y + ny * h1, z + nz * h1, true), h1), h1)
      const c2 = closed(min(nearest(x + nx * h2, y + ny * h2, z + nz * h2, true), h2), h2)
      const c3 = closed(toOpaque(x + nx * h3, y + ny * h3, z + nz * h3), h3)
      const c4 = closed(toOpaque(x + nx * h4, y + ny * h4, z + nz * h4), h4)
      return max(0.04, 1 - (0.26 * c1 + 0.3 * c2 + 0.3 * c3 + 0.25 * c4) * 1.05)
    },

    normal(part, x, y, z, distance, surface) {
      let gx: number
      let gy: number
      let gz: number
      if (slopes[part]?.(x, y, z, distance, surface)) {
        gx = surface.nx
        gy = surface.ny
        gz = surface.nz
      } else {
        const e = steps[part]!
        const field = fields[part]!
        gx = field(x + e, y, z) - distance
        gy = field(x, y + e, z) - distance
        gz = field(x, y, z + e) - distance
      }
      const inverse = 1 / (sqrt(gx * gx + gy * gy + gz * gz) + 1e-20)
      surface.nx = gx * inverse
      surface.ny = gy * inverse
      surface.nz = gz * inverse
    },
  }
}
