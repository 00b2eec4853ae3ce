import { smooth } from '../../../../math/dmath.ts'
import type { MeshBuilder, Paint } from '../../../mesh.ts'
import type { Vec3 } from '../../../vector.ts'
import { sheet } from '../place.ts'

export type StoneBridge = {
  /** Middle of its span, on the water. */
  readonly x: number
  readonly z: number
  /** Clear width of the arch, and of the whole from end to end. */
  readonly span: number
  readonly length: number
  /** Height of the arch, of the road over the arch, and of the road at the ends. */
  readonly rise: number
  readonly top: number
  readonly ends: number
  /** Width of the road. */
  readonly depth: number
  readonly stone: Paint
  readonly road: Paint
  readonly parapet?: number
}

/** A bridge of one arch across x. */
export function stoneBridge(mesh: MeshBuilder, bridge: StoneBridge): (x: number) => number {
  const { x, z, span, length, rise, top, ends, depth, stone, road, parapet = 0.8 } = bridge
  const deck = (a: number) => ends + (top - ends) * smooth(length / 2, 0, Math.abs(a))
  const soffit = (a: number) => {
    const t = Math.min(1, Math.abs(a) / (span / 2))
    return t >= 1 ? -2 : rise * Math.sqrt(1 - t * t)
  }
  const steps = 40
  const at = (i: number) => ((i / steps) * 2 - 1) * (length / 2)
  const front = z - depth / 2
  const back = z + depth / 2
  for (let i = 0; i < steps; i++) {
    const a = at(i)
    const b = at(i + 1)
    mesh.use(stone)
    const face = (into: number) => {
      const quad: readonly Vec3[] = [
        [x + a, soffit(a), into],
        [x + b, soffit(b), into],
        [x + b, deck(b) + parapet, into],
        [x + a, deck(a) + parapet, into],
      ]
      const [p, q, r, s] = quad.map((c) => mesh.vertex(c[0], c[1], c[2], c[0], c[1])) as [number, number, number, number]
      mesh.quad(p, q, r, s)
    }
    face(front)
    face(back)
    face(front + 0.3)
    face(back - 0.3)
    sheet(mesh, [x + a, soffit(a), front], [x + a, soffit(a), back], [x + b, soffit(b), back], [x + b, soffit(b), front])
    for (const into of [front - 0.06, back - 0.36])
      sheet(
        mesh,
        [x + a, deck(a) + parapet, into],
        [x + b, deck(b) + parapet, into],
        [x + b, deck(b) + parapet, into + 0.42],
        [x + a, deck(a) + parapet, into + 0.42],
      )
    mesh.quad(
      mesh.vertex(x + a, deck(a) + parapet - 0.16, front - 0.06),
      mesh.vertex(x + b, deck(b) + parapet - 0.16, front - 0.06),
      mesh.vertex(x + b, deck(b) + parapet, front - 0.06),
      mesh.vertex(x + a, deck(a) + parapet, front - 0.06),
    )
    mesh.use(road)
    mesh.panel([x + a, deck(a), front], [x + b, deck(b), front], [x + b, deck(b), back], [x + a, deck(a), back])
  }
  return (at) => deck(at - x)
}
