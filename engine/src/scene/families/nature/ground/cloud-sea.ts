import { rgb } from '../../../../item/palette.ts'
import { smooth } from '../../../../math/dmath.ts'
import { gradient2, value2 } from '../../../noise.ts'
import { blend, times } from '../../../vector.ts'
import { cloudOf } from '../paints.ts'
import type { Site } from '../site.ts'

/** Billows 0..1: round crowns with creases between them. */
function billows(x: number, z: number): number {
  let sum = 0
  let amplitude = 0.56
  for (let i = 0; i < 4; i++) {
    sum += amplitude * Math.min(1, Math.abs(gradient2(x, z)) * 2.1)
    const next = x * 1.7 + z * 1.1 + 13.3
    z = z * 1.7 - x * 1.1 + 5.1
    x = next
    amplitude *= 0.46
  }
  return sum
}

/** A sheet of cloud far below, as a landscape of billows between two heights. */
export function cloudSea({ mesh, scene, streams }: Site, low: number, high: number): void {
  const random = streams('cloud sea')
  const ox = random.range(0, 200)
  const oz = random.range(0, 200)
  const { camera } = scene
  const hollow = blend(times(scene.sky.middle, 0.75), rgb('#8fa2c4'), 0.25)
  const paint = mesh.paint(cloudOf(hollow))
  const rows = 260
  const columns = 240
  const near = 150
  const far = 9000
  const base = mesh.vertexCount()
  let distance = near
  for (let j = 0; j < rows; j++) {
    const t = j / (rows - 1)
    distance = near * (1 - t) + near * t + (far - near) * t * t * (0.25 + 0.75 * t)
    for (let i = 0; i < columns; i++) {
      const side = ((i / (columns - 1)) * 2 - 1) * 0.62 * distance
      const x = camera.x + camera.groundX * distance + camera.groundZ * side
      const z = camera.z + camera.groundZ * distance - camera.groundX * side
      const b = billows(x * 0.0068 + ox, z * 0.0068 + oz)
      const bank = value2(x * 0.0011 + ox, z * 0.0011)
      const crown = smooth(0, 1, b * (0.4 + 1.1 * bank))
      mesh.vertex(x, low + (high - low) * crown, z, 0, crown, 0, 1, 0)
    }
  }
  mesh.use(paint, true)
  for (let j = 0; j < rows - 1; j++)
    for (let i = 0; i < columns - 1; i++) {
      const a = base + j * columns + i
      mesh.quad(a, a + 1, a + columns + 1, a + columns)
    }
  mesh.smoothGrid(base, columns, rows)
}
