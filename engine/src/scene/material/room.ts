import { hash3 } from '../../math/lattice.ts'
import type { Hit } from './hit.ts'

const { floor, max, min } = Math

/** Windows a room has. */
const WINDOWS = 3

/**
 * How bright the room behind a lit pane is where the ray meets it: ceiling lights, floor, furniture and blinds, about 1.
 * u, v: place in windows and floors; facing: cosine between ray and wall; strength 0..1 tells rooms apart.
 */
export function roomBehind(hit: Hit, u: number, v: number, facing: number, strength: number, seed: number): number {
  const { objs, o } = hit
  const height = objs[o + 5]!
  const width = objs[o + 4]! * WINDOWS
  const cu = floor(u)
  const cv = floor(v)
  const along = u / WINDOWS - floor(u / WINDOWS)
  const up = v - cv
  const inward = max(0.05, facing)
  const sideways = (hit.dz * hit.gx - hit.dx * hit.gz) * (hit.gx + hit.gz > 0 ? 1 : -1)
  const rise = hit.dy
  const toBack = (4 + 4 * strength) / inward
  const toLevel = rise > 0 ? ((1 - up) * height) / (rise + 1e-4) : (up * height) / (1e-4 - rise)
  const toSide = sideways > 0 ? ((1 - along) * width) / (sideways + 1e-4) : (along * width) / (1e-4 - sideways)
  const t = min(toBack, toLevel, toSide)
  const x = along * width + sideways * t
  const y = up * height + rise * t
  const z = inward * t
  const blind = hash3(cu, cv, seed + 71)
  if (blind > 0.72 && up > 1 - (blind - 0.72) * 3) return 0.42
  if (t === toLevel && rise > 0) return z * 0.6 - floor(z * 0.6) < 0.35 ? 2.2 : 0.8
  if (t === toLevel) return 0.3
  if (t === toBack) {
    const wall = 0.5 + (0.35 * y) / height
    if (y < height * (0.12 + 0.4 * hash3(cu, cv, floor(x * 1.6) + 7))) return wall * 0.3
    return hash3(floor(x * 0.9), cv, seed + 5) > 0.7 ? wall * 1.7 : wall
  }
  const side = 0.6 * (0.5 + (0.5 * y) / height)
  return hash3(floor(z * 1.3), floor(y * 1.6), seed + cv) > 0.55 ? side * 0.45 : side
}
