import { cos, sin } from '../../math/dmath.ts'
import type { Scene } from '../scene.ts'
import { blend, type Rgb, times } from '../vector.ts'
import type { Placement } from './put.ts'
import type { Piece } from './shape.ts'

/** Brightness of what a flame lights an arm's length away. */
const STRENGTH = 1.5
/** From this darkness on (0 day to 1 night) things get light of their own so that they stand out. */
export const DARK = 0.3
const MOONLIGHT: Rgb = [0.3, 0.38, 0.52]

/** Adds the light of each piece that gives some to the scene: it falls on the ground and on what stands round it. Says how far it reaches. */
export function shineFrom(scene: Scene, pieces: readonly Piece[], { x, y, z, yaw, scale }: Placement): number {
  let farthest = 0
  for (const { shapes, colour, reach } of pieces) {
    if (!reach) continue
    farthest = Math.max(farthest, reach)
    const low = [1e9, 1e9, 1e9]
    const high = [-1e9, -1e9, -1e9]
    for (const shape of shapes)
      shape({
        vertex(...p) {
          for (let c = 0; c < 3; c++) {
            low[c] = Math.min(low[c]!, p[c]!)
            high[c] = Math.max(high[c]!, p[c]!)
          }
          return 0
        },
        triangle() {},
      })
    const [a, b, c] = [0, 1, 2].map((axis) => (low[axis]! + high[axis]!) / 2) as [number, number, number]
    const brightest = Math.max(...colour)
    const light = blend(times(colour, 1 / brightest), [1, 0.92, 0.8], 0.22)
    const cosine = cos(yaw)
    const sine = sin(yaw)
    const at = { x: x + (a * cosine + c * sine) * scale, y: y + b * scale, z: z + (c * cosine - a * sine) * scale }
    scene.nearLights.push({ ...at, colour: times(light, STRENGTH), range: reach * scale })
    if (scene.night > 0.2) scene.glows.push({ ...at, colour: light, intensity: 0.7, size: reach * scale * 0.05 })
  }
  return farthest
}

/** In the dark, a rim of moonlight from behind and a faint light from beside the eye: what stands at x, z is told from the night. */
export function outline(scene: Scene, x: number, y: number, z: number, tall: number): void {
  const { camera } = scene
  const dx = x - camera.x
  const dz = z - camera.z
  const away = Math.sqrt(dx * dx + dz * dz) || 1
  const [ax, az] = [dx / away, dz / away]
  const rim = { x: x + ax * tall * 0.9 - az * tall * 0.8, y: y + tall * 1.7, z: z + az * tall * 0.9 + ax * tall * 0.8 }
  const fill = { x: x - ax * tall * 1.5 + az * tall * 0.9, y: y + tall * 1.1, z: z - az * tall * 1.5 - ax * tall * 0.9 }
  scene.nearLights.push(
    { ...rim, colour: times(MOONLIGHT, 2.2), range: tall * 3.2 },
    { ...fill, colour: times(MOONLIGHT, 1), range: tall * 3.4 },
  )
}
