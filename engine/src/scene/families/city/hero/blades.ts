import { glass } from '../../../material/paints.ts'
import { blob } from '../../../shape/blob.ts'
import { box, loft } from '../../../shape/loft.ts'
import { polygon, rectangle } from '../../../shape/outline.ts'
import type { Building } from '../plot.ts'

const STEPS = 16

/** Two leaning blades that hold an orb. */
export function blades({ site, x, z, width, depth, base, height, turn, skin, strip, at }: Building): void {
  const { mesh } = site
  for (const side of [-1, 1]) {
    const tall = side > 0 ? height : height * 0.86
    const rings = Array.from({ length: STEPS + 1 }, (_, i) => {
      const t = i / STEPS
      const [px, pz] = at(side * width * (0.42 - 0.62 * t + 0.56 * t * t), 0)
      return { y: base + tall * t, points: rectangle(px, pz, width * (0.34 - 0.15 * t), depth * (0.55 - 0.24 * t), turn) }
    })
    loft(mesh, rings, { paint: skin.wall, cap: skin.roof })
  }
  const y = base + height * 0.66
  const r = width * 0.155
  blob(mesh, { x, y, z, rx: r, ry: r, rz: r, paint: mesh.paint(glass([0.03, 0.04, 0.05])), rings: 14 })
  for (const a of [-0.35, 0, 0.35]) {
    const points = polygon(x, z, r * (1.03 - a * a * 0.45), 28)
    loft(
      mesh,
      [
        { y: y + a * r, points },
        { y: y + a * r + 1.2, points },
      ],
      { paint: strip },
    )
  }
  for (const t of [0.2, 0.42]) {
    const deck = { x, z, width: width * 0.5, turn }
    box(mesh, { ...deck, y: base + height * t, height: 6, depth: depth * 0.2, paint: skin.wall, cap: skin.roof })
    box(mesh, { ...deck, y: base + height * t - 0.6, height: 0.6, depth: depth * 0.21, paint: strip })
  }
}
