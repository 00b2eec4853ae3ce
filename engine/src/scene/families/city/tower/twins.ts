import { box } from '../../../shape/loft.ts'
import type { Building } from '../plot.ts'

/** Two slabs joined by sky bridges. */
export function twins({ site, random, x, z, width, depth, base, height, turn, skin, strip, at }: Building): number {
  const { mesh } = site
  const lower = height * random.range(0.72, 0.95)
  for (const [side, rise] of [
    [-1, height],
    [1, lower],
  ] as const) {
    const [px, pz] = at(side * width * 0.33, 0)
    box(mesh, { x: px, y: base, z: pz, width: width * 0.42, height: rise, depth: depth * 0.8, turn, paint: skin.wall, cap: skin.roof })
  }
  for (let i = 0; i < 3; i++) {
    const y = base + lower * (0.35 + 0.24 * i + random.next() * 0.06)
    box(mesh, { x, y, z, width: width * 0.5, height: 5, depth: depth * 0.3, turn, paint: skin.wall, cap: skin.roof })
    if (site.scene.night > 0.2)
      box(mesh, { x, y: y - 0.5, z, width: width * 0.5, height: 0.45, depth: depth * 0.3 + 0.4, turn, paint: strip })
  }
  return base + height
}
