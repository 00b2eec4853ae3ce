import { cos, PI, sin, TAU } from '../../math/dmath.ts'
import type { MeshBuilder, Paint } from '../mesh.ts'
import { value3 } from '../noise.ts'

export type Blob = {
  readonly x: number
  readonly y: number
  readonly z: number
  readonly rx: number
  readonly ry: number
  readonly rz: number
  readonly paint: Paint
  /** Rings from pole to pole; twice as many segments round. */
  readonly rings: number
  /** How far noise moves the skin, in radii. */
  readonly rough?: number
  /** Bumps across a radius. */
  readonly frequency?: number
  /** Tells blobs of one size apart. */
  readonly variant?: number
  readonly smooth?: boolean
  /** Nothing lies lower than this many radii: a flat bottom. */
  readonly floor?: number
}

/** A sphere, squashed and roughened: crowns, rocks, orbs. */
export function blob(
  mesh: MeshBuilder,
  { x, y, z, rx, ry, rz, paint, rings, rough = 0, frequency = 1, variant = 0, smooth = true, floor = -2 }: Blob,
): void {
  const base = mesh.vertexCount()
  const segments = rings * 2
  mesh.use(paint, smooth)
  for (let j = 0; j <= rings; j++) {
    const b = (PI * j) / rings
    const sb = sin(b)
    const sy = cos(b)
    for (let i = 0; i <= segments; i++) {
      const a = (TAU * (i % segments)) / segments
      const sx = sb * cos(a)
      const sz = sb * sin(a)
      let f = 1
      if (rough !== 0) {
        const coarse = value3(sx * frequency + 9 + variant, sy * frequency + 5 + variant * 1.7, sz * frequency + 3)
        const fine = value3(sx * frequency * 2.3 + variant, sy * frequency * 2.3 + 7, sz * frequency * 2.3)
        f = 1 + rough * (coarse * 1.3 + fine * 0.7 - 1)
      }
      mesh.vertex(x + sx * rx * f, y + Math.max(sy * f, floor) * ry, z + sz * rz * f, i, j, sx / rx, sy / ry, sz / rz)
    }
  }
  for (let j = 0; j < rings; j++)
    for (let i = 0; i < segments; i++) {
      const a = base + j * (segments + 1) + i
      mesh.quad(a, a + 1, a + segments + 2, a + segments + 1)
    }
  if (smooth) mesh.smoothGrid(base, segments + 1, rings + 1, true)
}
