import { atan2 } from '../../../../math/dmath.ts'
import type { MeshBuilder, Paint } from '../../../mesh.ts'
import { box } from '../../../shape/loft.ts'
import { axesOf, sheet } from '../place.ts'
import { archLine } from './arch.ts'

export type Causeway = {
  readonly from: readonly [number, number]
  readonly to: readonly [number, number]
  /** Height of the road over the water, which is at 0. */
  readonly top: number
  readonly width: number
  readonly stone: Paint
  readonly road: Paint
}

/** A long bridge of many round arches. */
export function causeway(mesh: MeshBuilder, { from, to, top, width, stone, road }: Causeway): void {
  const dx = to[0] - from[0]
  const dz = to[1] - from[1]
  const length = Math.sqrt(dx * dx + dz * dz)
  const place = { x: from[0], y: 0, z: from[1], turn: atan2(dz, dx) }
  const at = axesOf(place)
  const bay = 7
  const count = Math.round(length / bay)
  const step = length / count
  for (let i = 0; i < count; i++) {
    const middle = (i + 0.5) * step
    const line = archLine({ along: 0, into: 0, width: step * 0.72, height: top - 0.7, sill: -1 })
    mesh.use(stone)
    for (const into of [-width / 2, width / 2]) {
      const [low, high] = [-1, top + 0.9]
      for (const q of [-1, 1])
        sheet(
          mesh,
          at(middle + q * step * 0.36, low, into),
          at(middle + q * step * 0.5, low, into),
          at(middle + q * step * 0.5, high, into),
          at(middle + q * step * 0.36, high, into),
        )
      for (let k = 1; k < line.length; k++) {
        const [a, b] = [line[k - 1]!, line[k]!]
        sheet(
          mesh,
          at(middle + a[0], a[1], into),
          at(middle + b[0], b[1], into),
          at(middle + b[0], high, into),
          at(middle + a[0], high, into),
          middle + a[0],
          a[1],
        )
      }
    }
    for (let k = 1; k < line.length; k++) {
      const [a, b] = [line[k - 1]!, line[k]!]
      sheet(
        mesh,
        at(middle + a[0], a[1], -width / 2),
        at(middle + b[0], b[1], -width / 2),
        at(middle + b[0], b[1], width / 2),
        at(middle + a[0], a[1], width / 2),
      )
    }
    const [px, , pz] = at(i * step, 0, 0)
    box(mesh, { x: px, y: -1, z: pz, width: 1.3, height: top + 0.4, depth: width + 1.2, turn: place.turn, paint: stone })
  }
  mesh.use(road)
  mesh.panel(at(0, top, -width / 2), at(length, top, -width / 2), at(length, top, width / 2), at(0, top, width / 2))
}
