import type { Camera } from '../camera.ts'
import type { MeshBuilder, Paint } from '../mesh.ts'

export type Terrain = {
  readonly paint: Paint
  /** Distance of the first and the last row from the camera. */
  readonly near: number
  readonly far: number
  readonly rows: number
  readonly columns: number
  /** Half the width of a row, in distances. */
  readonly halfWidth: number
  /** Height at x, z; the distance of the row is told too. */
  readonly height: (x: number, z: number, distance: number) => number
  /** Texture numbers by position; x and z when left out. */
  readonly u?: (x: number, y: number, z: number) => number
  readonly v?: (x: number, y: number, z: number) => number
}

/** The factor between rows that takes `near` to `far` in `rows` rows, by bisection. */
function rowFactor(ratio: number, rows: number): number {
  let low = 1
  let high = 2
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2
    let reach = 1
    for (let i = 0; i < rows - 1 && reach <= ratio; i++) reach *= middle
    if (reach > ratio) high = middle
    else low = middle
  }
  return low
}

/** A height field as a fan in front of the camera, rows ever further apart: even detail on the screen. */
export function terrain(mesh: MeshBuilder, camera: Camera, { paint, near, far, rows, columns, halfWidth, height, u, v }: Terrain): void {
  const base = mesh.vertexCount()
  const factor = rowFactor(far / near, rows)
  let distance = near
  for (let j = 0; j < rows; j++) {
    for (let i = 0; i < columns; i++) {
      const side = ((i / (columns - 1)) * 2 - 1) * halfWidth * distance
      const x = camera.x + camera.groundX * distance + camera.groundZ * side
      const z = camera.z + camera.groundZ * distance - camera.groundX * side
      const y = height(x, z, distance)
      mesh.vertex(x, y, z, u ? u(x, y, z) : x, v ? v(x, y, z) : z, 0, 1, 0)
    }
    distance *= factor
  }
  mesh.use(paint, true)
  for (let j = 0; j < rows - 1; j++)
    for (let i = 0; i < columns - 1; i++) {
      const a = base + j * columns + i
      mesh.quad(a, a + 1, a + columns + 1, a + columns)
    }
  mesh.smoothGrid(base, columns, rows)
}
