import { cos, sin, TAU } from '../../../../math/dmath.ts'
import { foliage } from '../../../material/paints.ts'
import { blob } from '../../../shape/blob.ts'
import { loft } from '../../../shape/loft.ts'
import { polygon } from '../../../shape/outline.ts'
import type { Building } from '../plot.ts'

const CORNERS = 28
const DECKS = 9
const BUSHES = 14

/** A terraced mountain of storeys with gardens on every deck. */
export function arcology({ site, x, z, width, base, height, turn, skin, strip }: Building): void {
  const { mesh, scene } = site
  const garden = mesh.paint(foliage([0.07, 0.15, 0.045], { translucency: 0.2, snow: scene.snowCover ? 0.8 : 0 }))
  const ring = (y: number, r: number) => ({ y, points: polygon(x, z, r, CORNERS, turn, 0.3) })
  const rise = (height * 0.78) / DECKS
  let y = base
  for (let i = 0; i < DECKS; i++) {
    const r = width * (0.62 - 0.5 * Math.sqrt(i / DECKS) + 0.06 * (i & 1))
    loft(mesh, [ring(y, r), ring(y + rise - 2, r * 0.95)], { paint: skin.wall, cap: skin.roof, smooth: true })
    loft(mesh, [ring(y + rise - 2.6, r * 1.02), ring(y + rise - 1.8, r * 1.02)], { paint: strip })
    for (let k = 0; k < BUSHES; k++) {
      const a = (TAU * k) / BUSHES + i
      const bush = { x: x + cos(a) * r * 0.9, y: y + rise - 0.5, z: z + sin(a) * r * 0.9 }
      blob(mesh, {
        ...bush,
        rx: width * 0.05,
        ry: width * 0.035,
        rz: width * 0.05,
        paint: garden,
        rings: 4,
        rough: 0.4,
        frequency: 2,
        variant: k,
      })
    }
    y += rise
  }
  const crown = [
    { y, points: polygon(x, z, width * 0.1, 14) },
    { y: base + height * 0.92, points: polygon(x, z, width * 0.06, 14) },
    { y: base + height, points: polygon(x, z, width * 0.01, 14) },
  ]
  loft(mesh, crown, { paint: skin.wall, cap: skin.roof, smooth: true })
}
