import { cos, sin } from '../../../../math/dmath.ts'
import { rgb } from '../../../../solid/palette.ts'
import type { MeshBuilder } from '../../../mesh.ts'
import { tube } from '../../../shape/tube.ts'
import type { Rgb, Vec3 } from '../../../vector.ts'
import { planksOf } from '../paints.ts'

export type RowingBoat = {
  readonly x: number
  readonly z: number
  readonly turn: number
  readonly colour: Rgb
  /** Height of the water or sand it lies on. */
  readonly y?: number
  /** Beside life size, where it would be lost in the distance. */
  readonly size?: number
}

/** A rowing boat afloat at x, z. */
export function rowingBoat(mesh: MeshBuilder, { x, z, turn, colour, y: floor = 0, size = 1 }: RowingBoat): void {
  const c = cos(turn) * size
  const s = sin(turn) * size
  const at = (along: number, across: number, y: number): Vec3 => [x + s * along + c * across, floor + y * size, z + c * along - s * across]
  const hull = mesh.paint(planksOf(colour, 0.22))
  const inner = mesh.paint(planksOf(rgb('#b08c5c'), 0.18))
  const rim = mesh.paint(planksOf(rgb('#e0d4bc'), 1))
  const stations = 14
  const long = 3.9
  const beamAt = (t: number) => 0.74 * Math.sqrt(Math.max(0, 1 - (2 * t - 0.92) * (2 * t - 0.92) * (t > 0.46 ? 0.86 : 1)))
  const sheer = (t: number) => 0.42 + 0.34 * (t - 0.45) * (t - 0.45) * 3
  for (const [paint, inset, sink] of [
    [hull, 0, 0],
    [inner, 0.05, 0.05],
  ] as const) {
    mesh.use(paint, true)
    let last: number[] = []
    for (let i = 0; i <= stations; i++) {
      const t = i / stations
      const w = Math.max(0.02, beamAt(t) - inset)
      const row: number[] = []
      for (let k = 0; k <= 10; k++) {
        const q = (k / 10) * 2 - 1
        const y = -0.18 + sink + (sheer(t) + 0.18 - sink) * Math.abs(q) * Math.abs(q) * Math.abs(q)
        const across = w * (q < 0 ? -1 : 1) * Math.sqrt(Math.abs(q))
        const p = at((t - 0.5) * long, across, y)
        row.push(
          mesh.vertex(p[0], p[1], p[2], t * long, Math.abs(q) * 1.1, inset ? -q * c : q * c, inset ? 0.6 : -0.3, inset ? q * s : -q * s),
        )
      }
      if (i > 0) for (let k = 0; k < 10; k++) mesh.quad(last[k]!, row[k]!, row[k + 1]!, last[k + 1]!)
      last = row
    }
  }
  // the stern is cut square and closed by a board, seen from behind and from within
  mesh.use(hull)
  const board = (q: number): Vec3 =>
    at(-0.5 * long, beamAt(0) * (q < 0 ? -1 : 1) * Math.sqrt(Math.abs(q)), -0.18 + (sheer(0) + 0.18) * Math.abs(q * q * q))
  for (let k = 0; k < 5; k++) {
    const [low, high] = [k / 5, (k + 1) / 5]
    mesh.panel(board(-high), board(-low), board(low), board(high))
  }
  for (const q of [-1, 1]) {
    const path: Vec3[] = []
    for (let i = 0; i <= stations; i++)
      path.push(at((i / stations - 0.5) * long, q * Math.max(0.02, beamAt(i / stations)), sheer(i / stations)))
    tube(mesh, path, { paint: rim, radius: 0.045, sides: 5 })
  }
  for (const t of [0.3, 0.55, 0.78]) {
    const w = beamAt(t) - 0.04
    mesh.use(inner)
    mesh.panel(
      at((t - 0.5) * long - 0.13, -w, 0.26),
      at((t - 0.5) * long - 0.13, w, 0.26),
      at((t - 0.5) * long + 0.13, w, 0.26),
      at((t - 0.5) * long + 0.13, -w, 0.26),
    )
  }
  const oar = mesh.paint(planksOf(rgb('#c8a878'), 1))
  for (const q of [-1, 1]) tube(mesh, [at(-1.1, q * 0.3, 0.36), at(1.4, q * 0.34, 0.5)], { paint: oar, radius: 0.028, sides: 5 })
}
