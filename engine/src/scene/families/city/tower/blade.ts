import { loft } from '../../../shape/loft.ts'
import { rectangle } from '../../../shape/outline.ts'
import type { Building } from '../plot.ts'

/** A slab with a slanted crown and lit edges. */
export function blade({ site, random, x, z, width, depth, base, height, turn, near, skin, strip, at }: Building): number {
  const points = rectangle(x, z, width, depth * 0.7, turn)
  const slant = random.range(0.12, 0.3) * height
  const top = base + height
  loft(
    site.mesh,
    [
      { y: base, points },
      { y: top, points, heights: [top - slant, top, top, top - slant] },
    ],
    { paint: skin.wall, cap: skin.roof },
  )
  if (near) {
    site.mesh.use(strip)
    for (const side of [-1, 1]) {
      const [ax, az] = at(width / 2 + 0.25, side * depth * 0.35)
      const [bx, bz] = at(width / 2 + 0.25, side * (depth * 0.35 - 0.9))
      const low = base + height * 0.1
      site.mesh.panel([ax, low, az], [bx, low, bz], [bx, top, bz], [ax, top, az])
    }
  }
  return top
}
