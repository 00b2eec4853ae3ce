import { plain } from '../../../material/paints.ts'
import { box } from '../../../shape/loft.ts'
import type { Rgb } from '../../../vector.ts'
import { masonryOf } from '../../nature/paints.ts'
import { axesOf, type Place } from '../place.ts'
import { archPanel, archRim } from '../prop/arch.ts'
import { candle, fire } from './lights.ts'
import { part, type Room, wood } from './room.ts'

/** A stone fireplace with a fire, a beam over it and a chimney breast up to the ceiling; it stands before a wall and looks along the place's -z. */
export function hearth({ site, height }: Room, place: Place, stone: Rgb, beam: Rgb): void {
  const { mesh } = site
  const wall = mesh.paint(masonryOf({ colour: stone, blockWidth: 0.5, blockHeight: 0.26, variant: 4, joints: 0.9 }))
  const soot = mesh.paint(plain([0.018, 0.014, 0.012]))
  const at = axesOf(place)
  part(mesh, place, [0, 0, -0.3], [2.6, 0.1, 1.3], wall)
  for (const q of [-1, 1]) part(mesh, place, [q * 0.98, 0, 0], [0.54, 1.5, 0.7], wall)
  part(mesh, place, [0, 1.36, 0], [2.5, 0.5, 0.7], wall)
  part(mesh, place, [0, 1.86, 0.1], [1.9, Math.max(0.4, height - 1.86), 0.5], wall)
  part(mesh, place, [0, 0.1, 0.22], [1.44, 1.3, 0.1], soot)
  const mouth = { along: 0, into: -0.36, width: 1.42, height: 1.4, rise: 0.34 }
  archRim(mesh, at, mouth, wall, 0.24, 0.04)
  archPanel(mesh, at, { ...mouth, into: 0.15 }, soot)
  part(mesh, place, [0, 1.66, -0.14], [2.8, 0.16, 0.78], wood(mesh, beam, 0.2))
  const spot = at(0, 0.12, -0.14)
  fire(site, spot, 1.05)
  for (const q of [-1, -0.78, 0.9]) candle(site, at(q, 1.82, -0.2), 1)
  for (let i = 0; i < 3; i++) {
    const [x, y, z] = at(1.62, i * 0.14, -0.1)
    box(mesh, { x, y, z, width: 0.5, height: 0.13, depth: 0.3, turn: place.turn + i * 0.1, paint: wood(mesh, [0.16, 0.1, 0.06], 0) })
  }
}
