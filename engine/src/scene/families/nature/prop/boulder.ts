import { cos, PI, sin, TAU } from '../../../../math/dmath.ts'
import type { Prng } from '../../../../math/prng.ts'
import type { MeshBuilder, Paint } from '../../../mesh.ts'
import { value3 } from '../../../noise.ts'

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

/** A boulder: a lump cut by random planes, so it has faces and edges, then roughened. `rings` is half the points around. */
export function boulder(mesh: MeshBuilder, random: Prng, { x, y, z, radius, paint, rings = 9, flat = 0.7 }: Boulder): void {
  const wide = radius * random.range(0.85, 1.3)
  const deep = radius * random.range(0.85, 1.3)
  const planes: [number, number, number, number][] = []
  for (let i = 0; i < 11; i++) {
    const b = random.range(-0.5, 1)
    const angle = random.next() * TAU
    const c = Math.sqrt(Math.max(0, 1 - b * b))
    planes.push([cos(angle) * c, b, sin(angle) * c, random.range(0.62, 0.95)])
  }
  const salt = random.next() * 50
  const around = rings * 2
  const start = mesh.vertexCount()
  mesh.use(paint, true)
  for (let j = 0; j <= rings; j++)
    for (let i = 0; i <= around; i++) {
      const a = (TAU * (i % around)) / around
      const b = (PI * j) / rings
      const dx = sin(b) * cos(a)
      const dy = cos(b)
      const dz = sin(b) * sin(a)
      let reach = 1.08
      for (const [px, py, pz, d] of planes) {
        const facing = dx * px + dy * py + dz * pz
        if (facing > 0.05 && d / facing < reach) reach = d / facing
      }
      reach *= 0.9 + 0.22 * value3(dx * 3.1 + salt, dy * 3.1, dz * 3.1 + salt)
      mesh.vertex(x + dx * wide * reach, y + dy * radius * flat * reach, z + dz * deep * reach, i, j, dx, dy, dz)
    }
  for (let j = 0; j < rings; j++)
    for (let i = 0; i < around; i++) {
      const a = start + j * (around + 1) + i
      mesh.quad(a, a + 1, a + around + 2, a + around + 1)
    }
  mesh.smoothGrid(start, around + 1, rings + 1, true)
}
