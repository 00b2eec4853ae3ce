import { cos, PI, sin } from '../../../../math/dmath.ts'
import { plain } from '../../../material/paints.ts'
import type { MeshBuilder } from '../../../mesh.ts'
import { tube } from '../../../shape/tube.ts'
import type { Rgb, Vec3 } from '../../../vector.ts'
import { clothOf, planksOf } from '../../nature/paints.ts'

/** A slender boat with raised ends; `cover` gives it a rounded roof of matting or cloth over its middle. It points along `turn`. */
export function longBoat(mesh: MeshBuilder, x: number, z: number, turn: number, length: number, colour: Rgb, cover?: Rgb): void {
  const c = cos(turn)
  const s = sin(turn)
  const at = (along: number, across: number, up: number): Vec3 => [x + s * along + c * across, up, z + c * along - s * across]
  const hull = mesh.paint(planksOf(colour, 0.3))
  const inner = mesh.paint(planksOf([0.24, 0.15, 0.08], 0.2))
  const n = 16
  const wide = (t: number) => 0.72 * Math.sqrt(Math.max(0.0004, 1 - (t * 2 - 1) * (t * 2 - 1)))
  const rim = (t: number) => 0.42 + 1.05 * (t * 2 - 1) * (t * 2 - 1) * (t * 2 - 1) * (t * 2 - 1)
  const keel = (t: number) => -0.2 + 0.8 * (t * 2 - 1) * (t * 2 - 1) * (t * 2 - 1) * (t * 2 - 1)
  for (let i = 0; i < n; i++) {
    const a = i / n
    const b = (i + 1) / n
    const la = (a - 0.5) * length
    const lb = (b - 0.5) * length
    for (const q of [-1, 1]) {
      mesh.use(hull)
      mesh.panel(
        at(la, q * wide(a), rim(a)),
        at(lb, q * wide(b), rim(b)),
        at(lb, q * wide(b) * 0.5, keel(b)),
        at(la, q * wide(a) * 0.5, keel(a)),
      )
      mesh.use(inner)
      mesh.panel(
        at(la, q * (wide(a) - 0.05), rim(a)),
        at(lb, q * (wide(b) - 0.05), rim(b)),
        at(lb, 0, keel(b) + 0.3),
        at(la, 0, keel(a) + 0.3),
      )
    }
  }
  for (const q of [-1, 1])
    tube(
      mesh,
      Array.from({ length: n + 1 }, (_, i) => at((i / n - 0.5) * length, q * wide(i / n), rim(i / n))),
      { paint: hull, radius: 0.05, sides: 5 },
    )
  if (!cover) {
    const seat = mesh.paint(plain([0.3, 0.03, 0.03]))
    mesh.use(seat)
    for (const l of [-0.6, 0.7]) mesh.panel(at(l, -0.55, 0.5), at(l, 0.55, 0.5), at(l + 0.45, 0.55, 0.5), at(l + 0.45, -0.55, 0.5))
    return
  }
  const mat = mesh.paint(clothOf(cover, 0.1))
  const hoops = [-0.2, -0.07, 0.07, 0.2].map((t) => t * length)
  for (let i = 0; i < 3; i++)
    for (let k = 0; k < 8; k++) {
      const point = (l: number, j: number) => at(l, -0.72 * cos((PI * j) / 8), 0.5 + 0.85 * sin((PI * j) / 8))
      mesh.use(mat)
      mesh.panel(point(hoops[i]!, k), point(hoops[i + 1]!, k), point(hoops[i + 1]!, k + 1), point(hoops[i]!, k + 1))
    }
}
