import { cos, sin, TAU } from '../../../math/dmath.ts'
import type { Prng } from '../../../math/prng.ts'
import type { MeshBuilder, Paint } from '../../mesh.ts'
import { tube } from '../../shape/tube.ts'

const { max, sqrt } = Math

export type Broadleaf = {
  readonly x: number
  readonly y: number
  readonly z: number
  readonly height: number
  readonly leaf: Paint
  readonly trunk: Paint
  /** Number of leaf cards. */
  readonly cards?: number
}

/** A leafy tree: trunk, limbs, and clusters of leaf cards. */
export function broadleaf(mesh: MeshBuilder, random: Prng, { x, y, z, height, leaf, trunk, cards = 160 }: Broadleaf): void {
  const stem = [[x, y - 0.3, z] as const, [x + height * 0.03, y + height * 0.3, z] as const, [x, y + height * 0.6, z] as const]
  tube(mesh, stem, { paint: trunk, radius: height * 0.035, endRadius: height * 0.014 })
  const count = random.int(5, 8)
  const clusters = Array.from({ length: count }, (_, i) => {
    const a = (TAU * i) / count + random.next()
    const reach = height * random.range(0.08, 0.26)
    const top = y + height * random.range(0.5, 0.86)
    const cluster = { x: x + cos(a) * reach, y: top, z: z + sin(a) * reach, r: height * random.range(0.14, 0.22) }
    const limb = [[x, y + height * 0.4, z] as const, [cluster.x, cluster.y, cluster.z] as const]
    tube(mesh, limb, { paint: trunk, radius: height * 0.012, endRadius: height * 0.004, sides: 4 })
    return cluster
  })
  mesh.use(leaf, true)
  for (let k = 0; k < cards; k++) {
    const cluster = clusters[k % count]!
    let a = 0
    let b = 0
    let d = 0
    let q = 0
    do {
      a = random.next() * 2 - 1
      b = random.next() * 2 - 1
      d = random.next() * 2 - 1
      q = a * a + b * b + d * d
    } while (q > 1 || q < 0.1)
    const length = sqrt(q)
    const depth = (0.7 + 0.3 * random.next()) * cluster.r
    const px = cluster.x + (a / length) * depth
    const py = cluster.y + (b / length) * depth * 0.8
    const pz = cluster.z + (d / length) * depth
    const size = cluster.r * random.range(0.25, 0.42)
    const nx = a / length
    const ny = (b / length) * 0.8 + 0.35
    const nz = d / length
    const u = 0.5 + 0.5 * max(0, b / length + 0.3)
    const turn = random.next() * TAU
    const c = cos(turn) * size
    const s = sin(turn) * size
    mesh.quad(
      mesh.vertex(px + c, py + s * 0.6, pz + s, u, 0.4, nx, ny, nz),
      mesh.vertex(px - s, py + c * 0.6, pz + c * 0.4, u, 0.4, nx, ny, nz),
      mesh.vertex(px - c, py - s * 0.6, pz - s, u, 0.4, nx, ny, nz),
      mesh.vertex(px + s, py - c * 0.6, pz - c * 0.4, u, 0.4, nx, ny, nz),
    )
  }
}
