import type { Prng } from '../../../../math/prng.ts'
import type { MeshBuilder, Paint } from '../../../mesh.ts'

export type Flock = {
  readonly count: number
  /** Middle of the flock and half its width. */
  readonly x: number
  readonly y: number
  readonly z: number
  readonly spread: number
  /** Length of a wing. */
  readonly size: number
  readonly paint: Paint
}

/** Birds in the air, each somewhere in the beat of its wings. */
export function birds(mesh: MeshBuilder, random: Prng, flock: Flock): void {
  mesh.use(flock.paint)
  for (let i = 0; i < flock.count; i++) {
    const x = flock.x + random.range(-1, 1) * flock.spread
    const y = flock.y + random.range(-0.4, 0.4) * flock.spread
    const z = flock.z + random.range(-0.5, 0.5) * flock.spread
    const s = flock.size * random.range(0.7, 1.2)
    const lift = random.range(-0.3, 0.5) * s
    for (const hand of [-1, 1])
      mesh.quad(
        mesh.vertex(x, y, z),
        mesh.vertex(x + hand * s * 0.5, y + lift * 0.8 + s * 0.15, z),
        mesh.vertex(x + hand * s, y + lift * 0.5, z + s * 0.1),
        mesh.vertex(x + hand * s * 0.45, y + lift * 0.8 - s * 0.02, z + s * 0.2),
      )
  }
}
