import { loft } from '../../../shape/loft.ts'
import { polygon } from '../../../shape/outline.ts'
import type { Building } from '../plot.ts'

/** Round or nearly square, tapered, bellied or waisted, sometimes twisted, with rings of neon. */
export function rounded({ site, random, x, z, width, depth, base, height, turn, near, skin, strip }: Building): number {
  const corners = near ? 20 : 10
  const square = random.range(0, 0.8)
  const taper = random.range(0.45, 1.05)
  const belly = random.range(-0.25, 0.25)
  const twist = random.chance(0.4) ? random.range(0.6, 1.6) : 0
  const radius = (t: number) => (width / 2) * (1 + (taper - 1) * t + belly * 4 * t * (1 - t))
  const outline = (t: number, r: number) => polygon(x, z, r, corners, turn + twist * t, square, depth / width)
  const rings = twist ? 24 : 10
  loft(
    site.mesh,
    Array.from({ length: rings + 1 }, (_, i) => ({ y: base + (height * i) / rings, points: outline(i / rings, radius(i / rings)) })),
    { paint: skin.wall, cap: skin.roof, smooth: !(twist && square > 0.4) },
  )
  const bands = random.int(1, 4)
  for (let i = 0; i < bands; i++) {
    const t = random.range(0.55, 0.98)
    if (!near) continue
    const points = outline(t, radius(t) * 1.04)
    const y = base + height * t
    loft(
      site.mesh,
      [
        { y, points },
        { y: y + 0.8, points },
      ],
      { paint: strip },
    )
  }
  return base + height
}
