import type { MeshBuilder, Paint } from '../../mesh.ts'

/** A level ground from z `near` to `far`, `half` metres to either side. */
export function addGround(mesh: MeshBuilder, paint: Paint, y: number, near: number, far: number, half: number): void {
  mesh.use(paint)
  mesh.panel([-half, y, near], [half, y, near], [half, y, far], [-half, y, far])
}
