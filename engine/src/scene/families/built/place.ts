import { cos, sin } from '../../../math/dmath.ts'
import type { MeshBuilder } from '../../mesh.ts'
import type { Vec3 } from '../../vector.ts'

/** Where a thing stands and how it is turned, radians; its front looks along its own -z. */
export type Place = { readonly x: number; readonly y: number; readonly z: number; readonly turn: number }

/** A point of a thing by its own axes: along its front, up, and into its depth. */
export type At = (along: number, up: number, into: number) => Vec3

/** The axes of a place; they agree with `turn` of boxes. */
export function axesOf({ x, y, z, turn }: Place): At {
  const c = cos(turn)
  const s = sin(turn)
  return (along, up, into) => [x + along * c - into * s, y + up, z + along * s + into * c]
}

const distance = (a: Vec3, b: Vec3) =>
  Math.sqrt((a[0] - b[0]) * (a[0] - b[0]) + (a[1] - b[1]) * (a[1] - b[1]) + (a[2] - b[2]) * (a[2] - b[2]))

/** A flat quad whose u and v are metres, from u0, v0 at its first corner: what masonry, tiles and planks want. */
export function sheet(mesh: MeshBuilder, a: Vec3, b: Vec3, c: Vec3, d: Vec3, u0 = 0, v0 = 0): void {
  const wide = distance(a, b)
  const tall = distance(a, d)
  mesh.quad(
    mesh.vertex(...a, u0, v0),
    mesh.vertex(...b, u0 + wide, v0),
    mesh.vertex(...c, u0 + distance(d, c), v0 + tall),
    mesh.vertex(...d, u0, v0 + tall),
  )
}

/** Level ground between two corners, in pieces small enough to be shaded well near the eye. */
export function level(mesh: MeshBuilder, y: number, x0: number, z0: number, x1: number, z1: number): void {
  mesh.quad(mesh.vertex(x0, y, z0, x0, z0), mesh.vertex(x1, y, z0, x1, z0), mesh.vertex(x1, y, z1, x1, z1), mesh.vertex(x0, y, z1, x0, z1))
}
