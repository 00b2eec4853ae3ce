import type { Hit } from '../../../material/hit.ts'

/** Leans the shading normal against a slope given in world axes. */
export function tilt(g: Hit, x: number, y: number, z: number): void {
  const nx = g.nx - x
  const ny = g.ny - y
  const nz = g.nz - z
  const length = Math.sqrt(nx * nx + ny * ny + nz * nz)
  if (length < 1e-6) return
  g.nx = nx / length
  g.ny = ny / length
  g.nz = nz / length
}

/** How much of a wave of this length survives in a footprint of that width, both in metres. */
export const survives = (length: number, footprint: number) => 1 / (1 + (9 * footprint * footprint) / (length * length))
