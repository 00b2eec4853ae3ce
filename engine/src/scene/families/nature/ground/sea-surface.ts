import { clamp } from '../../../../math/dmath.ts'
import type { Camera } from '../../../camera.ts'
import type { MeshBuilder, Paint } from '../../../mesh.ts'

export type SeaSurface = {
  readonly paint: Paint
  readonly near: number
  readonly far: number
  readonly rows: number
  readonly columns: number
  readonly halfWidth: number
  readonly height: (x: number, z: number, distance: number) => number
  /** Foam at a shore 0..1; negative where the bed is too deep to be seen. */
  readonly shore?: (x: number, z: number) => number
  /** Height of a crest that breaks, metres. */
  readonly crest?: number
}

/** The sea as a fan of waves in front of the camera; its vertices tell the material how near a crest and a shore they are. */
export function seaSurface(mesh: MeshBuilder, camera: Camera, sea: SeaSurface): void {
  const { paint, near, far, rows, columns, halfWidth, height, shore, crest = 3.2 } = sea
  const base = mesh.vertexCount()
  // rows grow by a factor that takes near to far
  let low = 1
  let high = 1.2
  for (let step = 0; step < 50; step++) {
    const middle = (low + high) / 2
    let reach = near
    for (let i = 1; i < rows && reach <= far; i++) reach *= middle
    if (reach > far) high = middle
    else low = middle
  }
  let distance = near
  for (let j = 0; j < rows; j++) {
    for (let i = 0; i < columns; i++) {
      const side = ((i / (columns - 1)) * 2 - 1) * halfWidth * distance
      const x = camera.x + camera.groundX * distance + camera.groundZ * side
      const z = camera.z + camera.groundZ * distance - camera.groundX * side
      const y = height(x, z, distance)
      mesh.vertex(x, y, z, shore ? shore(x, z) : -1, clamp((y + 0.4) / (crest + 0.4), -0.2, 1.4), 0, 1, 0)
    }
    distance *= low
  }
  mesh.use(paint, true)
  for (let j = 0; j < rows - 1; j++)
    for (let i = 0; i < columns - 1; i++) {
      const a = base + j * columns + i
      mesh.quad(a, a + 1, a + columns + 1, a + columns)
    }
  mesh.smoothGrid(base, columns, rows)
}
