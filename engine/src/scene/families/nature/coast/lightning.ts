import { emitter } from '../../../material/paints.ts'
import { tube } from '../../../shape/tube.ts'
import type { Vec3 } from '../../../vector.ts'
import type { Site } from '../site.ts'

/** Forked lightning at x, z; returns its light inside clouds. */
export function lightning(
  { mesh, side, streams }: Pick<Site, 'mesh' | 'side' | 'streams'>,
  x0: number,
  z0: number,
): (x: number, y: number, z: number) => number {
  const random = streams('lightning')
  const white = mesh.paint(emitter([0.75, 0.82, 1], 14))
  const bolt = (x: number, y: number, end: number, width: number, depth: number): void => {
    const path: Vec3[] = [[x, y, z0]]
    while (y > end) {
      y -= random.range(12, 34)
      x += random.range(-20, 20)
      path.push([x, y, z0])
      if (depth < 2 && random.chance(0.16)) bolt(x, y, y - random.range(60, 160), width * 0.5, depth + 1)
    }
    tube(mesh, path, { paint: white, radius: width, sides: 3, endRadius: width * 0.5 })
  }
  bolt(x0, 560, 0, 2.2, 0)
  bolt(x0 + side * 90, 520, 250, 1.4, 1)
  return (x, _, z) => {
    const d = ((x - x0) * (x - x0) + (z - z0) * (z - z0)) / (420 * 420)
    return 0.75 / (1 + d * d + d * 2)
  }
}
