import type { Prng } from '../../../math/prng.ts'
import type { MeshBuilder, Paint } from '../../mesh.ts'
import { blob } from '../../shape/blob.ts'

export type Boulder = {
  readonly x: number
  readonly y: number
  readonly z: number
  readonly radius: number
  readonly paint: Paint
  readonly rings?: number
  /** Height over width. */
  readonly flat?: number
}

export function boulder(mesh: MeshBuilder, random: Prng, { x, y, z, radius, paint, rings = 9, flat = 0.7 }: Boulder): void {
  const rx = radius * random.range(0.8, 1.3)
  const rz = radius * random.range(0.8, 1.3)
  blob(mesh, { x, y, z, rx, ry: radius * flat, rz, paint, rings, rough: 0.55, frequency: 1.7, variant: random.next() * 50 })
}
