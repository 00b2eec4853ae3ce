import type { Camera } from '../../../camera.ts'
import type { MeshBuilder, Paint } from '../../../mesh.ts'
import { terrain } from '../../../shape/terrain.ts'

/** Still water at height 0 that knows how deep it is, so that its bed shows near the shore. */
export function lakeSurface(
  mesh: MeshBuilder,
  camera: Camera,
  paint: Paint,
  far: number,
  bed: (x: number, z: number) => number,
  halfWidth = 0.85,
): void {
  terrain(mesh, camera, {
    paint,
    near: 2,
    far,
    rows: 120,
    columns: 100,
    halfWidth,
    height: () => 0,
    v: (x, _, z) => -bed(x, z),
  })
}
