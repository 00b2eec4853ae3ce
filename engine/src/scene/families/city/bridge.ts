import { mix } from '../../../math/dmath.ts'
import { plain } from '../../material/paints.ts'
import { tube } from '../../shape/tube.ts'
import type { CitySite } from './site.ts'

/** Height of the deck, and half its width, metres. */
const DECK = 14
const HALF = 5
const SPANS = 26
const PYLONS = [0.3, 0.72] as const

/** A cable-stayed bridge between two points of the ground. */
export function addCableBridge({ mesh }: CitySite, from: readonly [number, number], to: readonly [number, number]): void {
  const paint = mesh.paint(plain([0.62, 0.63, 0.64], 0.4))
  const dx = to[0] - from[0]
  const dz = to[1] - from[1]
  const length = Math.sqrt(dx * dx + dz * dz)
  const nx = (dz / length) * HALF
  const nz = (-dx / length) * HALF
  const at = (t: number) => [mix(from[0], to[0], t), mix(from[1], to[1], t)] as const
  mesh.use(paint)
  for (let i = 0; i < SPANS; i++) {
    const [ax, az] = at(i / SPANS)
    const [bx, bz] = at((i + 1) / SPANS)
    mesh.panel([ax - nx, DECK, az - nz], [ax + nx, DECK, az + nz], [bx + nx, DECK, bz + nz], [bx - nx, DECK, bz - nz])
    for (const side of [-1, 1]) {
      const sx = side * nx
      const sz = side * nz
      mesh.panel([ax + sx, DECK - 2, az + sz], [bx + sx, DECK - 2, bz + sz], [bx + sx, DECK + 1.2, bz + sz], [ax + sx, DECK + 1.2, az + sz])
    }
  }
  for (const t of PYLONS) {
    const [x, z] = at(t)
    for (const side of [-1, 1]) {
      const leg = [[x + side * 7, 0, z + side * 2.4] as const, [x + side * 4, 40, z + side * 1.4] as const, [x, 76, z] as const]
      tube(mesh, leg, { paint, radius: 1.7, endRadius: 0.8, sides: 8 })
      for (let i = 1; i < 9; i++) {
        const [px, pz] = at(t + side * i * 0.026)
        tube(mesh, [[x, 74 - i * 3, z] as const, [px, DECK, pz] as const], { paint, radius: 0.16, sides: 3 })
      }
    }
  }
}
