import { plain } from '../../../material/paints.ts'
import type { Paint } from '../../../mesh.ts'
import { box } from '../../../shape/loft.ts'
import type { Site } from '../../nature/site.ts'
import { sheet } from '../place.ts'
import { paperLantern } from './lantern.ts'

/** A memorial gate across a street along z: red posts, carved beams, three roofs with raised corners. `half` is half its clear width. */
export function paifang(site: Site, x: number, z: number, half: number, roof: Paint): void {
  const { mesh } = site
  const red = mesh.paint(plain([0.32, 0.04, 0.03], 0.3, 0.1))
  const gold = mesh.paint(plain([0.55, 0.38, 0.1], 0.6, 0.4))
  const blue = mesh.paint(plain([0.04, 0.12, 0.24]))
  const stone = mesh.paint(plain([0.36, 0.34, 0.31]))
  const inner = half * 0.62
  for (const q of [-1, 1])
    for (const [at, high] of [
      [inner, 7.4],
      [half, 5.4],
    ] as const) {
      box(mesh, { x: x + q * at, y: 0, z, width: 0.42, height: high, depth: 0.42, paint: red })
      box(mesh, { x: x + q * at, y: 0, z, width: 0.8, height: 0.7, depth: 0.9, paint: stone })
    }
  const beam = (from: number, to: number, up: number) => {
    box(mesh, { x: x + (from + to) / 2, y: up, z, width: to - from, height: 0.5, depth: 0.34, paint: red })
    box(mesh, { x: x + (from + to) / 2, y: up + 0.5, z, width: to - from, height: 0.7, depth: 0.24, paint: blue })
    box(mesh, { x: x + (from + to) / 2, y: up + 1.2, z, width: to - from, height: 0.22, depth: 0.42, paint: gold })
  }
  const cover = (from: number, to: number, up: number) => {
    const wide = to - from + 1.6
    const middle = x + (from + to) / 2
    const bays = 8
    mesh.use(roof)
    const lift = (t: number) => 0.6 * (2 * t - 1) * (2 * t - 1) * (2 * t - 1) * (2 * t - 1)
    for (let i = 0; i < bays; i++) {
      const [a, b] = [i / bays, (i + 1) / bays]
      const [xa, xb] = [middle + (a - 0.5) * wide, middle + (b - 0.5) * wide]
      for (const q of [-1, 1])
        sheet(
          mesh,
          [xa, up + lift(a), z + q * 1.1],
          [xb, up + lift(b), z + q * 1.1],
          [xb, up + 1 + lift(b) * 0.6, z],
          [xa, up + 1 + lift(a) * 0.6, z],
          (a * wide) / 1,
          0,
        )
    }
  }
  beam(-inner, inner, 5.2)
  beam(-half, -inner, 3.6)
  beam(inner, half, 3.6)
  cover(-inner, inner, 7.2)
  cover(-half, -inner, 5.3)
  cover(inner, half, 5.3)
  for (const q of [-1, 1]) paperLantern(site, [x + q * inner * 0.6, 5.1, z - 0.4], 0.5, [1, 0.16, 0.05])
}
