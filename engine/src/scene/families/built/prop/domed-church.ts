import { cos, PI, sin, TAU } from '../../../../math/dmath.ts'
import { emitter, plain } from '../../../material/paints.ts'
import type { Paint } from '../../../mesh.ts'
import { blob } from '../../../shape/blob.ts'
import { box, loft } from '../../../shape/loft.ts'
import { polygon } from '../../../shape/outline.ts'
import { type Rgb, times } from '../../../vector.ts'
import { masonryOf } from '../../nature/paints.ts'
import type { Site } from '../../nature/site.ts'
import { axesOf, type Place } from '../place.ts'
import { archPanel, archRim } from './arch.ts'
import { nave, steeple } from './steeple.ts'

/** A cathedral under a ribbed dome of this radius, with a nave and a bell tower. */
export function domedChurch(site: Site, place: Place, radius: number, stone: Rgb, roof: Paint): void {
  const { mesh, lit } = site
  const { x, y, z, turn } = place
  const wall = mesh.paint(masonryOf({ colour: stone, blockWidth: 1.4, blockHeight: 0.6, variant: 5, joints: 0.5 }))
  const trim = mesh.paint(plain(times(stone, 1.3)))
  const gold = mesh.paint(plain([0.6, 0.42, 0.12], 0.8, 0.6))
  const dark = mesh.paint(lit ? emitter([1, 0.55, 0.2], 1.2) : plain([0.03, 0.03, 0.034]))
  const ring = (list: readonly (readonly [up: number, r: number])[], sides: number, paint: Paint, smooth = true) =>
    loft(
      mesh,
      list.map(([up, r]) => ({ y: y + up, points: polygon(x, z, r, sides, turn + PI / sides) })),
      { paint, cap: paint, smooth },
    )
  const drum = 14
  box(mesh, { x, y: y - 3, z, width: radius * 2.5, height: drum + 3, depth: radius * 2.5, turn, paint: wall })
  box(mesh, { x, y: y + drum - 0.5, z, width: radius * 2.6, height: 0.6, depth: radius * 2.6, turn, paint: trim })
  ring(
    [
      [drum, radius * 1.02],
      [drum + radius * 0.75, radius * 1.02],
    ],
    8,
    wall,
    false,
  )
  ring(
    [
      [drum + radius * 0.7, radius * 1.1],
      [drum + radius * 0.8, radius * 1.12],
    ],
    8,
    trim,
    false,
  )
  for (let i = 0; i < 8; i++) {
    const at = axesOf({ x, y: y + drum, z, turn: turn + (i * PI) / 4 })
    const window = { along: 0, into: -radius * 0.95, width: radius * 0.26, sill: radius * 0.12, height: radius * 0.62 }
    archPanel(mesh, at, window, dark)
    archRim(mesh, at, window, trim, 0.25, 0.2)
  }
  const spring = drum + radius * 0.8
  const curve = Array.from({ length: 11 }, (_, i) => {
    const t = (i / 10) * 1.42
    return [spring + radius * 1.12 * sin(t), radius * 1.02 * cos(t)] as const
  })
  ring(curve, 32, roof)
  for (let i = 0; i < 8; i++) {
    const a = turn + PI / 8 + (TAU * i) / 8
    for (let k = 0; k < 10; k++) {
      const [u0, r0] = curve[k]!
      const [u1, r1] = curve[k + 1]!
      mesh.use(trim)
      const w = 0.28
      const point = (up: number, r: number, q: number) =>
        [x + cos(a) * (r + 0.14) - sin(a) * q * w, y + up, z + sin(a) * (r + 0.14) + cos(a) * q * w] as const
      mesh.panel(point(u0, r0, -1), point(u0, r0, 1), point(u1, r1, 1), point(u1, r1, -1))
    }
  }
  const tip = spring + radius * 1.1
  ring(
    [
      [tip, radius * 0.2],
      [tip + radius * 0.34, radius * 0.2],
      [tip + radius * 0.36, radius * 0.26],
      [tip + radius * 0.7, 0.1],
    ],
    8,
    trim,
    false,
  )
  blob(mesh, { x, y: y + tip + radius * 0.78, z, rx: 0.5, ry: 0.5, rz: 0.5, paint: gold, rings: 6 })
  const at = axesOf(place)
  const [nx, , nz] = at(0, 0, radius * 2.6)
  nave(site, { x: nx, y, z: nz, turn }, radius * 1.7, radius * 3, 12, stone, roof)
  const [tx, , tz] = at(-radius * 2.1, 0, -radius * 0.3)
  steeple(site, { x: tx, y, z: tz, turn, width: 5.4, height: 29, top: 'campanile', stone, roof, clock: false })
}
