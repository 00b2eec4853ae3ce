import type { Paint } from '../../../mesh.ts'
import { value2 } from '../../../noise.ts'
import type { Site } from '../../nature/site.ts'
import type { Country } from './country.ts'

/** A strip of ground along `way(z)`, `half` metres to each side. */
export function lane(
  { mesh }: Site,
  paint: Paint,
  way: (z: number) => number,
  half: number,
  from: number,
  to: number,
  height: Country,
): void {
  const base = mesh.vertexCount()
  const rows = 130
  for (let j = 0; j <= rows; j++) {
    const z = from + (to - from) * (j / rows) * (j / rows)
    for (let i = 0; i <= 8; i++) {
      const wide = half * (0.85 + 0.3 * value2(z * 0.5, i > 4 ? 3 : 8))
      const x = way(z) + ((i / 8) * 2 - 1) * wide
      mesh.vertex(x, height(x, z) + (Math.abs(i - 4) === 4 ? -0.06 : 0.03 + z * 0.001), z, x, z, 0, 1, 0)
    }
  }
  mesh.use(paint, true)
  for (let j = 0; j < rows; j++)
    for (let i = 0; i < 8; i++) {
      const a = base + j * 9 + i
      mesh.quad(a, a + 1, a + 10, a + 9)
    }
  mesh.smoothGrid(base, 9, rows + 1)
}
