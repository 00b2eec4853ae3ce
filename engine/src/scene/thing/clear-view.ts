import type { Camera } from '../camera.ts'
import type { Mesh } from '../mesh.ts'
import type { Spot } from '../scene.ts'

const { max, min } = Math

/** Points across and up what stands at a spot. */
const ACROSS = 5
const UP = 6
/** Nearer than this lies nothing that hides, metres. */
const NEAR = 0.3

/** What stands at a spot as the eye sees it: its points, and how deep they lie. */
type Window = { readonly x: Float64Array; readonly y: Float64Array; readonly hidden: Uint8Array; readonly depth: number }

/** Shares of what is `tall` and `wide` at each of some spots that nothing hides from the eye. */
export function clearViews(
  mesh: Mesh,
  { x, y, z, forward, right, up, half, shiftX, shiftY }: Camera,
  spots: readonly (Spot & { readonly tall: number; readonly wide: number })[],
): number[] {
  const project = (px: number, py: number, pz: number): readonly [x: number, y: number, depth: number] => {
    const [dx, dy, dz] = [px - x, py - y, pz - z]
    const depth = dx * forward[0] + dy * forward[1] + dz * forward[2]
    return [
      (dx * right[0] + dy * right[1] + dz * right[2]) / depth / half - shiftX,
      (dx * up[0] + dy * up[1] + dz * up[2]) / depth / half - shiftY,
      depth,
    ]
  }
  const windows = spots.map((spot): Window => {
    const [cx, cy, depth] = project(spot.x, spot.y, spot.z)
    const unit = 1 / (depth * half)
    const low = spot.ground === 'air' ? -spot.tall / 2 : 0
    const points = Array.from({ length: ACROSS * UP }, (_, i) => i)
    return {
      x: Float64Array.from(points, (i) => cx + (((i % ACROSS) + 0.5) / ACROSS - 0.5) * spot.wide * unit),
      y: Float64Array.from(points, (i) => cy + (low + ((Math.floor(i / ACROSS) + 0.5) / UP) * spot.tall) * unit),
      hidden: new Uint8Array(points.length),
      // what lies round its feet does not hide it, but a bank hides what is low
      depth: depth - min(spot.wide * 0.6, spot.tall * 0.7),
    }
  })
  const last = ACROSS * UP - 1
  const deepest = max(...windows.map(({ depth }) => depth))
  const { position, index, triangleCount } = mesh
  const sx = new Float64Array(3)
  const sy = new Float64Array(3)
  for (let t = 0; t < triangleCount; t++) {
    let nearest = 1e9
    let isBehind = false
    for (let k = 0; k < 3 && !isBehind; k++) {
      const p = index[t * 3 + k]! * 3
      const [dx, dy, dz] = [position[p]! - x, position[p + 1]! - y, position[p + 2]! - z]
      const depth = dx * forward[0] + dy * forward[1] + dz * forward[2]
      isBehind = depth < NEAR
      nearest = min(nearest, depth)
      sx[k] = (dx * right[0] + dy * right[1] + dz * right[2]) / depth / half - shiftX
      sy[k] = (dx * up[0] + dy * up[1] + dz * up[2]) / depth / half - shiftY
    }
    if (isBehind || nearest > deepest) continue
    const [ax, bx, cx] = [sx[0]!, sx[1]!, sx[2]!]
    const [ay, by, cy] = [sy[0]!, sy[1]!, sy[2]!]
    for (const window of windows) {
      if (nearest > window.depth) continue
      if (max(ax, bx, cx) < window.x[0]! || min(ax, bx, cx) > window.x[last]!) continue
      if (max(ay, by, cy) < window.y[0]! || min(ay, by, cy) > window.y[last]!) continue
      for (let i = 0; i <= last; i++) {
        const [px, py] = [window.x[i]!, window.y[i]!]
        const a = (bx - ax) * (py - ay) - (by - ay) * (px - ax)
        const b = (cx - bx) * (py - by) - (cy - by) * (px - bx)
        const c = (ax - cx) * (py - cy) - (ay - cy) * (px - cx)
        if ((a >= 0 && b >= 0 && c >= 0) || (a <= 0 && b <= 0 && c <= 0)) window.hidden[i] = 1
      }
    }
  }
  return windows.map(({ hidden }) => 1 - hidden.reduce((sum, one) => sum + one, 0) / hidden.length)
}
