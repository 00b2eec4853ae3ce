import { box } from '../../../shape/loft.ts'
import { type Building, neonBand } from '../plot.ts'

/** A stack of ever smaller boxes. Returns its height above sea. */
export function setbacks(building: Building): number {
  const { site, random, x, z, base, height, turn, near, skin } = building
  let { width, depth } = building
  let y = base
  const storeys = random.int(2, 4 + (height > 150 ? 1 : 0))
  for (let i = 0; i < storeys; i++) {
    const rest = base + height - y
    const rise = i === storeys - 1 ? rest : rest * random.range(0.35, 0.6)
    box(site.mesh, { x, y, z, width, height: rise, depth, turn, paint: skin.wall, cap: skin.roof })
    y += rise
    const banded = random.chance(0.45)
    if (near && banded && site.scene.night > 0.3) neonBand(building, y - 0.8, width + 0.5, depth + 0.5, 0.7)
    if (near) box(site.mesh, { x, y, z, width: width * 0.96, height: 1.2, depth: depth * 0.96, turn, paint: skin.roof })
    width *= random.range(0.62, 0.86)
    depth *= random.range(0.62, 0.9)
  }
  return base + height
}
