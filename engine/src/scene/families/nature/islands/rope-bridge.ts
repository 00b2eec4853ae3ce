import { mix } from '../../../../math/dmath.ts'
import { plain } from '../../../material/paints.ts'
import { tube } from '../../../shape/tube.ts'
import type { Vec3 } from '../../../vector.ts'
import type { Site } from '../site.ts'

/** Planks and hand ropes that sag between two points. */
export function ropeBridge({ mesh }: Site, from: Vec3, to: Vec3, sag = 18, half = 0.9, planks = 40): void {
  const timber = mesh.paint(plain([0.2, 0.13, 0.08]))
  const at = (t: number): Vec3 => [mix(from[0], to[0], t), mix(from[1], to[1], t) - sag * t * (1 - t), mix(from[2], to[2], t)]
  const dx = to[0] - from[0]
  const dz = to[2] - from[2]
  const length = Math.sqrt(dx * dx + dz * dz)
  const ax = (-dz / length) * half
  const az = (dx / length) * half
  for (let i = 1; i <= planks; i++) {
    const p = at((i - 1) / planks)
    const n = at(i / planks)
    const e: Vec3 = [mix(p[0], n[0], 0.8), mix(p[1], n[1], 0.8), mix(p[2], n[2], 0.8)]
    mesh.use(timber)
    mesh.panel([p[0] - ax, p[1], p[2] - az], [p[0] + ax, p[1], p[2] + az], [e[0] + ax, e[1], e[2] + az], [e[0] - ax, e[1], e[2] - az])
    for (const q of [-1, 1]) {
      const rail = 1.1 + 0.4 * half
      tube(
        mesh,
        [
          [p[0] + q * ax, p[1] + rail, p[2] + q * az],
          [n[0] + q * ax, n[1] + rail, n[2] + q * az],
        ],
        { paint: timber, radius: 0.045 + 0.08 * half, sides: 3 },
      )
      if (i % 3 === 1)
        tube(
          mesh,
          [
            [p[0] + q * ax, p[1] - 0.05, p[2] + q * az],
            [p[0] + q * ax, p[1] + rail, p[2] + q * az],
          ],
          { paint: timber, radius: 0.03 + 0.03 * half, sides: 3 },
        )
    }
  }
}
