import { loft } from '../../../shape/loft.ts'
import { polygon } from '../../../shape/outline.ts'
import type { Building } from '../plot.ts'

/** Share of the height, and radius in widths. */
const PROFILE = [
  [0, 0.5],
  [0.04, 0.42],
  [0.3, 0.22],
  [0.62, 0.16],
  [0.66, 0.5],
  [0.69, 0.62],
  [0.72, 0.58],
  [0.745, 0.18],
  [0.85, 0.1],
  [0.86, 0.22],
  [0.875, 0.2],
  [0.885, 0.07],
  [1, 0.02],
] as const
const RINGS = [
  [0.69, 0.635],
  [0.86, 0.23],
  [0.66, 0.5],
] as const
const CORNERS = 24

/** A slender tower that carries a saucer. */
export function needle({ site, x, z, width, base, height, skin, strip }: Building): void {
  const ring = (t: number, r: number, above = 0) => ({ y: base + t * height + above, points: polygon(x, z, r * width, CORNERS) })
  loft(
    site.mesh,
    PROFILE.map(([t, r]) => ring(t, r)),
    { paint: skin.wall, cap: skin.roof, smooth: true },
  )
  for (const [t, r] of RINGS) loft(site.mesh, [ring(t, r), ring(t, r, 1.1)], { paint: strip })
}
