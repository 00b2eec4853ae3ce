import { smooth } from '../../../../math/dmath.ts'
import type { MeshBuilder, Paint } from '../../../mesh.ts'
import { tube } from '../../../shape/tube.ts'

/** The flukes of a diving whale over the water at x, y, z; `size` is their span in metres, `lean` a sine to the side. */
export function whaleTail(mesh: MeshBuilder, x: number, y: number, z: number, size: number, lean: number, paint: Paint): void {
  const s = size / 2
  tube(
    mesh,
    [
      [x - lean * s, y - s * 0.5, z + s * 0.5],
      [x - lean * s * 0.5, y + s * 0.12, z + s * 0.22],
      [x, y + s * 0.72, z],
    ],
    { paint, radius: s * 0.36, endRadius: s * 0.13, sides: 16 },
  )
  const columns = 28
  for (const face of [-1, 1]) {
    const base = mesh.vertexCount()
    for (let i = 0; i <= columns; i++) {
      const u = (i / columns) * 2 - 1
      const a = Math.abs(u)
      // swept back, pointed, with a notch in the middle
      const low = 0.66 + 0.4 * a - 0.12 * a * a
      const high = low + 0.4 * Math.sqrt(Math.max(0, 1 - a)) * (0.72 + 0.28 * smooth(0, 0.16, a)) + 0.02
      for (let k = 0; k <= 4; k++) {
        const t = k / 4
        const thick = face * 0.05 * (1 - a) * 4 * t * (1 - t)
        const droop = -0.22 * a * a
        const up = low + (high - low) * t + droop
        mesh.vertex(x + u * s + lean * s * (up - 0.7), y + up * s - lean * u * s, z + (thick - 0.1 * t) * s, u, t, 0, 0.2, -face)
      }
    }
    mesh.use(paint, true)
    for (let i = 0; i < columns; i++)
      for (let k = 0; k < 4; k++) {
        const a = base + i * 5 + k
        mesh.quad(a, a + 5, a + 6, a + 1)
      }
    mesh.smoothGrid(base, 5, columns + 1)
  }
}
