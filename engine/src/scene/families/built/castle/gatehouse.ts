import type { Prng } from '../../../../math/prng.ts'
import { plain } from '../../../material/paints.ts'
import { box } from '../../../shape/loft.ts'
import { axesOf, type Place } from '../place.ts'
import { archPanel, archRim } from '../prop/arch.ts'
import { battlements, type CastleKit, hanging, roundTower } from './kit.ts'

/** Two round towers with a gate between them, looking along the place's -z. */
export function gatehouse(kit: CastleKit, random: Prng, place: Place, size: number): void {
  const { site, wall, trim, slit, wood } = kit
  const { mesh } = site
  const at = axesOf(place)
  const w = 4.6 * size
  const high = 10.5 * size
  const [bx, by, bz] = at(0, -9, 1.2 * size)
  box(mesh, { x: bx, y: by, z: bz, width: w * 1.6, height: high + 9, depth: 4 * size, turn: place.turn, paint: wall, cap: trim })
  const face = -0.8 * size - 0.05
  const gate = { along: 0, into: face, width: 3.2 * size, height: 5 * size }
  archPanel(mesh, at, gate, mesh.paint(plain([0.012, 0.01, 0.01])))
  archRim(mesh, at, gate, trim, 0.5 * size, 0.25)
  for (let i = -2; i <= 2; i++) {
    mesh.use(wood)
    const a = i * 0.6 * size
    mesh.panel(
      at(a - 0.06, 2.3 * size, face - 0.03),
      at(a + 0.06, 2.3 * size, face - 0.03),
      at(a + 0.06, 4.9 * size, face - 0.03),
      at(a - 0.06, 4.9 * size, face - 0.03),
    )
  }
  for (const a of [-1, 0, 1])
    archPanel(mesh, at, { along: a * 1.3 * size, into: face, width: 0.7 * size, sill: 6.8 * size, height: 8.6 * size, pointed: true }, slit)
  const outline = [at(-w * 0.8, 0, -0.8 * size), at(w * 0.8, 0, -0.8 * size), at(w * 0.8, 0, 3.2 * size), at(-w * 0.8, 0, 3.2 * size)].map(
    (p) => [p[0], p[2]] as const,
  )
  battlements(kit, outline, place.y + high, 0.8)
  for (const q of [-1, 1]) {
    const [tx, , tz] = at(q * w, 0, 0.6 * size)
    roundTower(kit, random, { x: tx, y: place.y, z: tz, radius: 2.6 * size, height: 12.5 * size, flag: q > 0 })
    const [hx, hy, hz] = at(q * w, 10.4 * size, 0.6 * size - 2.6 * size)
    hanging(kit, { x: hx, y: hy, z: hz, turn: place.turn }, 1.6 * size, 4.2 * size)
  }
}
