import type { Prng } from '../../../../math/prng.ts'
import { emitter, plain } from '../../../material/paints.ts'
import type { Paint } from '../../../mesh.ts'
import { box } from '../../../shape/loft.ts'
import { type Rgb, times } from '../../../vector.ts'
import { masonryOf } from '../../nature/paints.ts'
import type { Site } from '../../nature/site.ts'
import { axesOf, type Place, sheet } from '../place.ts'
import { archPanel, archRim } from './arch.ts'
import { type SteepleTop, steeple } from './steeple.ts'

export type Hall = Place & {
  readonly width: number
  readonly depth: number
  readonly stone: Rgb
  readonly roof: Paint
  readonly top: SteepleTop
}

/** A town hall: arcade below, tall windows above, a steep roof with a clock tower in its middle or at one end. */
export function townHall(site: Site, random: Prng, spec: Hall): void {
  const { mesh, lit, scene } = site
  const { x, y, z, turn, width, depth, stone, roof, top } = spec
  const at = axesOf(spec)
  const wall = mesh.paint(masonryOf({ colour: stone, blockWidth: 1.2, blockHeight: 0.5, variant: 5, joints: 0.5 }))
  const trim = mesh.paint(plain(times(stone, 1.25)))
  const dark = mesh.paint(lit ? emitter([1, 0.56, 0.22], 0.8) : plain([0.035, 0.03, 0.028]))
  const pane = mesh.paint(lit ? emitter([1, 0.62, 0.28], 1.7) : plain([0.03, 0.036, 0.05], 0.85, 0.9))
  box(mesh, { x, y: y - 1, z, width, height: 12.5, depth, turn, paint: wall })
  for (const up of [5.2, 11.2]) box(mesh, { x, y: y + up, z, width: width + 0.7, height: 0.4, depth: depth + 0.7, turn, paint: trim })
  const bays = Math.round(width / 3.6)
  const front = -depth / 2 - 0.05
  for (let i = 0; i < bays; i++) {
    const along = ((i + 0.5) / bays - 0.5) * (width - 0.8)
    const arcade = { along, into: front, width: 2.5, height: 4.3 }
    archPanel(mesh, at, arcade, dark)
    archRim(mesh, at, arcade, trim, 0.3, 0.16)
    const window = { along, into: front, width: 1.5, sill: 6.4, height: 10.2, rise: 0.75 }
    archPanel(mesh, at, window, pane)
    archRim(mesh, at, window, trim, 0.22, 0.14)
    mesh.use(trim)
    mesh.panel(
      at(along - 0.05, 6.4, front - 0.05),
      at(along + 0.05, 6.4, front - 0.05),
      at(along + 0.05, 10.1, front - 0.05),
      at(along - 0.05, 10.1, front - 0.05),
    )
    if (lit && i % 2 === 0) {
      const [lx, ly, lz] = at(along, 2.6, front - 1.6)
      scene.lamps.push({ x: lx, y: ly, z: lz, colour: [0.8, 0.42, 0.15], range: 11 })
    }
  }
  const ridge = 11.6 + depth * 0.55
  mesh.use(roof)
  for (const q of [-1, 1])
    sheet(
      mesh,
      at(-width / 2 - 0.3, 11.5, q * (depth / 2 + 0.5)),
      at(width / 2 + 0.3, 11.5, q * (depth / 2 + 0.5)),
      at(width / 2 + 0.3, ridge, 0),
      at(-width / 2 - 0.3, ridge, 0),
    )
  mesh.use(wall)
  for (const q of [-1, 1])
    mesh.triangle(
      mesh.vertex(...at((q * width) / 2, 11.5, -depth / 2), 0, 11.5),
      mesh.vertex(...at((q * width) / 2, 11.5, depth / 2), depth, 11.5),
      mesh.vertex(...at((q * width) / 2, ridge - 0.1, 0), depth / 2, ridge),
    )
  const [tx, , tz] = at(random.pick([0, -0.36, 0.36]) * width, 0, front + 2.2)
  steeple(site, { x: tx, y, z: tz, turn, width: 6, height: random.range(18, 22), top, stone: times(stone, 0.95), roof })
}
