import { PI } from '../../../../math/dmath.ts'
import { emitter, plain } from '../../../material/paints.ts'
import type { Paint } from '../../../mesh.ts'
import { blob } from '../../../shape/blob.ts'
import { loft } from '../../../shape/loft.ts'
import { polygon } from '../../../shape/outline.ts'
import type { Site } from '../../nature/site.ts'
import { axesOf } from '../place.ts'
import { archPanel } from './arch.ts'

/** An eight-sided tower of seven storeys with curved roofs. */
export function pagoda(site: Site, x: number, z: number, roof: Paint, y = 0, size = 1): void {
  const { mesh, lit, scene } = site
  const wall = mesh.paint(plain([0.5, 0.42, 0.34]))
  const red = mesh.paint(plain([0.26, 0.05, 0.035]))
  const gold = mesh.paint(plain([0.6, 0.42, 0.12], 0.8, 0.6))
  const glow = mesh.paint(lit ? emitter([1, 0.55, 0.2], 1.8) : plain([0.03, 0.025, 0.022]))
  const ring = (list: readonly (readonly [up: number, r: number])[], paint: Paint, up: number) =>
    loft(
      mesh,
      list.map(([u, r]) => ({ y: y + (up + u) * size, points: polygon(x, z, r * size, 8, PI / 8) })),
      { paint, cap: paint },
    )
  ring(
    [
      [-1, 7.6],
      [1, 7.4],
    ],
    wall,
    0,
  )
  let up = 1
  for (let k = 0; k < 7; k++) {
    const r = 5 - k * 0.42
    const h = 3.9 - k * 0.22
    ring(
      [
        [0, r],
        [h, r],
      ],
      wall,
      up,
    )
    ring(
      [
        [h - 0.5, r + 0.12],
        [h - 0.1, r + 0.12],
      ],
      red,
      up,
    )
    ring(
      [
        [0, r + 0.7],
        [0.1, r + 0.75],
        [0.7, r + 0.75],
      ],
      red,
      up,
    )
    ring(
      [
        [h - 0.2, r + 2.1],
        [h, r + 1.95],
        [h + 0.35, r + 1.1],
        [h + 0.85, r + 0.35],
        [h + 1.2, r - 0.2],
      ],
      roof,
      up,
    )
    for (let side = 0; side < 8; side++) {
      const at = axesOf({ x, y: y + up * size, z, turn: (side * PI) / 4 })
      archPanel(
        mesh,
        at,
        { along: 0, into: -(r * 0.924 + 0.04) * size, width: r * 0.26 * size, sill: 0.7 * size, height: h * 0.74 * size },
        glow,
      )
    }
    if (lit) scene.glows.push({ x, y: y + (up + h * 0.5) * size, z: z - r * size, colour: [1, 0.55, 0.2], intensity: 0.4, size: 1.6 })
    up += h + 0.9
  }
  ring(
    [
      [0, 1.2],
      [0.4, 0.9],
      [0.5, 0.4],
      [4.5, 0.06],
    ],
    gold,
    up,
  )
  for (const [u, r] of [
    [1.2, 0.6],
    [2, 0.5],
    [2.7, 0.4],
    [3.4, 0.3],
  ] as const)
    blob(mesh, { x, y: y + (up + u) * size, z, rx: r * size, ry: r * 0.7 * size, rz: r * size, paint: gold, rings: 6 })
}
