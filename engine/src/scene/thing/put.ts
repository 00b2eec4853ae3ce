import { cos, sin } from '../../math/dmath.ts'
import { emitter, coat as fur, plain } from '../material/paints.ts'
import type { MeshBuilder } from '../mesh.ts'
import type { Piece } from './shape.ts'

export type Placement = {
  readonly x: number
  readonly y: number
  readonly z: number
  /** 0 looks along +z, a quarter turn along +x. */
  readonly yaw: number
  readonly scale: number
}

/** Adds a thing to a mesh. */
export function putThing(mesh: MeshBuilder, pieces: readonly Piece[], { x, y, z, yaw, scale }: Placement): void {
  const c = cos(yaw)
  const s = sin(yaw)
  for (const { shapes, colour, gloss = 0.06, coat, glow, flat = false } of pieces) {
    const paint = coat
      ? fur(colour, coat.pale, coat.dark, coat.hair * scale)
      : glow
        ? emitter(colour, glow)
        : plain(colour, gloss, gloss * 0.4)
    mesh.use(mesh.paint(paint), !flat)
    for (const shape of shapes)
      shape({
        vertex: (px, py, pz, nx, ny, nz, u = 0, v = 0) =>
          mesh.vertex(
            x + (px * c + pz * s) * scale,
            y + py * scale,
            z + (pz * c - px * s) * scale,
            u,
            v,
            nx * c + nz * s,
            ny,
            nz * c - nx * s,
          ),
        triangle: mesh.triangle,
      })
  }
}
