import { emitter, plain } from '../../../material/paints.ts'
import { blob } from '../../../shape/blob.ts'
import { loft } from '../../../shape/loft.ts'
import { polygon } from '../../../shape/outline.ts'
import { tube } from '../../../shape/tube.ts'
import type { Vec3 } from '../../../vector.ts'
import type { Site } from '../../nature/site.ts'

/** Fire in an iron bowl on a stand, or on a short staff at a wall; it burns when the site is lit. `size` scales it. */
export function torch({ mesh, scene, lit }: Site, [x, y, z]: Vec3, stands: boolean, size = 1): void {
  const iron = mesh.paint(plain([0.04, 0.035, 0.03], 0.4, 0.2))
  const top = y + (stands ? 0.6 : 0.5) * size
  if (stands)
    loft(
      mesh,
      (
        [
          [0, 0.16],
          [0.36, 0.1],
          [0.42, 0.28],
          [0.6, 0.36],
        ] as const
      ).map(([up, r]) => ({ y: y + up * size, points: polygon(x, z, r * size, 10) })),
      { paint: iron, cap: iron, smooth: true },
    )
  else
    tube(
      mesh,
      [
        [x, y - 0.5 * size, z + 0.3 * size],
        [x, top, z],
      ],
      { paint: iron, radius: 0.06 * size, sides: 6, endRadius: 0.11 * size },
    )
  if (!lit) return
  const flame = mesh.paint(emitter([1, 0.42, 0.09], 5))
  const core = mesh.paint(emitter([1, 0.75, 0.3], 7))
  blob(mesh, {
    x,
    y: top + 0.22 * size,
    z,
    rx: 0.19 * size,
    ry: 0.4 * size,
    rz: 0.19 * size,
    paint: flame,
    rings: 7,
    rough: 0.6,
    frequency: 2.2,
    variant: x + z,
  })
  blob(mesh, {
    x,
    y: top + 0.12 * size,
    z: z - 0.1 * size,
    rx: 0.1 * size,
    ry: 0.22 * size,
    rz: 0.1 * size,
    paint: core,
    rings: 6,
    rough: 0.4,
    frequency: 2,
  })
  scene.lamps.push({ x, y: top + 0.4 * size, z: z - 0.5 * size, colour: [1.1, 0.5, 0.15], range: 13 * size })
  scene.glows.push({ x, y: top + 0.3 * size, z: z - 0.3 * size, colour: [1, 0.5, 0.15], intensity: 1.1, size: 0.7 * size })
}
