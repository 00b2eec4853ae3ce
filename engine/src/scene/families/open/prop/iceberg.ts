import { cos, PI, sin, smooth, TAU } from '../../../../math/dmath.ts'
import type { Prng } from '../../../../math/prng.ts'
import type { MeshBuilder, Paint } from '../../../mesh.ts'
import { fbm3, value3 } from '../../../noise.ts'

export type Iceberg = {
  readonly x: number
  readonly z: number
  /** Half its width, and its height over the water, metres. */
  readonly radius: number
  readonly height: number
  readonly paint: Paint
  /** Pillars and peaks, a table, or a leaning slab. */
  readonly form: 'peaks' | 'table' | 'slab'
  readonly rings?: number
}

/** An iceberg afloat at height 0: walls cut by planes, worn at the waterline. */
export function iceberg(mesh: MeshBuilder, random: Prng, { x, z, radius, height, paint, form, rings = 34 }: Iceberg): void {
  const planes: [number, number, number, number][] = []
  const cuts = form === 'table' ? 9 : 14
  for (let i = 0; i < cuts; i++) {
    const b = form === 'table' ? random.range(-0.05, 0.12) : random.range(0, 0.75)
    const angle = (TAU * i) / cuts + random.range(-0.3, 0.3)
    const c = Math.sqrt(1 - b * b)
    planes.push([cos(angle) * c, b, sin(angle) * c, random.range(0.6, 1)])
  }
  if (form === 'table') planes.push([0, 1, 0, 0.55])
  if (form === 'slab') planes.push([0.55 * (random.chance(0.5) ? 1 : -1), 0.82, 0.15, 0.3])
  const salt = random.next() * 20
  const around = rings * 2
  const peakX = random.range(-0.4, 0.4)
  const start = mesh.vertexCount()
  mesh.use(paint, true)
  for (let j = 0; j <= rings; j++)
    for (let i = 0; i <= around; i++) {
      const a = (TAU * (i % around)) / around
      const b = (PI * 0.62 * j) / rings
      const dx = sin(b) * cos(a)
      const dy = cos(b)
      const dz = sin(b) * sin(a)
      let reach = 1.15
      for (const [px, py, pz, d] of planes) {
        const facing = dx * px + dy * py + dz * pz
        if (facing > 0.05 && d / facing < reach) reach = d / facing
      }
      reach *= 0.86 + 0.3 * value3(dx * 2.3 + salt, dy * 2.3, dz * 2.3 + salt) + 0.3 * (fbm3(dx * 7 + salt, dy * 7, dz * 7, 3) - 0.5)
      const peak = form === 'peaks' ? 1 + 0.75 * Math.max(0, value3(dx * 2.6 + salt + 9, 4, dz * 2.6) - 0.42) * smooth(0.1, 0.8, dy) : 1
      const up = dy * reach * height * (form === 'table' ? 1.75 : 1) * peak
      const worn = 1 - 0.1 * smooth(height * 0.12, 0, Math.abs(up - height * 0.03))
      mesh.vertex(x + (dx + peakX * Math.max(0, dy) * 0.5) * radius * reach * worn, up, z + dz * radius * reach * worn, i, j, dx, dy, dz)
    }
  for (let j = 0; j < rings; j++)
    for (let i = 0; i < around; i++) {
      const a = start + j * (around + 1) + i
      mesh.quad(a, a + 1, a + around + 2, a + around + 1)
    }
  mesh.smoothGrid(start, around + 1, rings + 1, true)
}
