import { cos, sin, TAU } from '../../math/dmath.ts'
import type { TriangleMesh } from './triangle-mesh.ts'

const { abs, sqrt } = Math

/** A rod's two ends. */
export type Chord = readonly [ax: number, ay: number, az: number, bx: number, by: number, bz: number]

const SIDES = 6

/** Straight rods of one radius as closed prisms: what is too thin for a grid of cells. */
export function rods(chords: readonly Chord[], radius: number): TriangleMesh {
  const positions: number[] = []
  const index: number[] = []
  for (const [ax, ay, az, bx, by, bz] of chords) {
    const first = positions.length / 3
    const [dx, dy, dz] = [bx - ax, by - ay, bz - az]
    const length = sqrt(dx * dx + dy * dy + dz * dz)
    // two directions across, the first at right angles to an axis the rod does not follow
    const isSteep = abs(dy) > 0.7 * length
    const [px, py, pz] = isSteep ? [0, dz, -dy] : [-dz, 0, dx]
    const across = 1 / sqrt(px * px + py * py + pz * pz)
    const [ux, uy, uz] = [px * across, py * across, pz * across]
    const [vx, vy, vz] = [(dy * uz - dz * uy) / length, (dz * ux - dx * uz) / length, (dx * uy - dy * ux) / length]
    for (const [x, y, z] of [
      [ax, ay, az],
      [bx, by, bz],
    ] as const)
      for (let k = 0; k < SIDES; k++) {
        const c = cos((TAU * k) / SIDES) * radius
        const s = sin((TAU * k) / SIDES) * radius
        positions.push(x + ux * c + vx * s, y + uy * c + vy * s, z + uz * c + vz * s)
      }
    for (let k = 0; k < SIDES; k++) {
      const next = (k + 1) % SIDES
      index.push(first + k, first + next, first + SIDES + next, first + k, first + SIDES + next, first + SIDES + k)
    }
    for (let k = 1; k + 1 < SIDES; k++) {
      index.push(first, first + k + 1, first + k)
      index.push(first + SIDES, first + SIDES + k, first + SIDES + k + 1)
    }
  }
  return { positions: Float64Array.from(positions), index: Uint32Array.from(index) }
}
