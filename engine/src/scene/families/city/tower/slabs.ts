import { box } from '../../../shape/loft.ts'
import type { Building } from '../plot.ts'

/** A core with shifted slabs stacked on it. */
export function slabs({ site, random, x, z, width, depth, base, height, turn, skin, strip, at }: Building): number {
  const { mesh } = site
  const top = base + height
  let y = base
  while (y < top - 4) {
    const rise = Math.min(top - y, random.range(14, 34))
    const [px, pz] = at(random.range(-1, 1) * width * 0.12, random.range(-1, 1) * depth * 0.12)
    const slab = { width: width * random.range(0.7, 1), depth: depth * random.range(0.7, 1) }
    box(mesh, { x: px, y, z: pz, ...slab, height: rise - 2.2, turn, paint: skin.wall, cap: skin.roof })
    const joint = y + rise - 2.2
    box(mesh, { x, y: joint, z, width: width * 0.6, height: 2.4, depth: depth * 0.6, turn, paint: skin.wall, cap: skin.roof })
    if (random.chance(0.6) && site.scene.night > 0.2)
      box(mesh, { x, y: joint + 0.6, z, width: width * 0.62, height: 0.8, depth: depth * 0.62, turn, paint: strip })
    y += rise
  }
  return top
}
