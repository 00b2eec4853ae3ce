import { smoothMax, smoothMin } from './combine.ts'
import type { Field } from './field.ts'
import { box, capsule, cylinder, ellipsoid, length3, torus } from './shapes.ts'

const { abs, floor, max } = Math

/** A sphere. */
export const ball =
  (px: number, py: number, pz: number, r: number): Field =>
  (x, y, z) =>
    length3(x - px, y - py, z - pz) - r

/** An ellipsoid with half axes a, b, c. */
export const oval =
  (px: number, py: number, pz: number, a: number, b: number, c: number): Field =>
  (x, y, z) =>
    ellipsoid(x - px, y - py, z - pz, a, b, c)

/** A box with half sides a, b, c and edges rounded by r. */
export const slab =
  (px: number, py: number, pz: number, a: number, b: number, c: number, r = 0.01): Field =>
  (x, y, z) =>
    box(x - px, y - py, z - pz, a, b, c, r)

/** An upright cylinder of radius r and half height h, edges rounded by e. */
export const disc =
  (px: number, py: number, pz: number, r: number, h: number, e = 0.01): Field =>
  (x, y, z) =>
    cylinder(x - px, y - py, z - pz, r, h, e)

/** A level ring. */
export const hoop =
  (px: number, py: number, pz: number, major: number, r: number): Field =>
  (x, y, z) =>
    torus(x - px, y - py, z - pz, major, r)

/** A rod with round ends between two points, its radius running from r1 to r2. */
export const rod =
  (a: readonly [number, number, number], b: readonly [number, number, number], r1: number, r2 = r1): Field =>
  (x, y, z) =>
    capsule(x, y, z, a[0], a[1], a[2], b[0], b[1], b[2], r1, r2)

/** Union of fields with fillets about k wide, in order. */
export function blend(k: number, ...fields: Field[]): Field {
  return (x, y, z) => {
    let distance = fields[0]!(x, y, z)
    for (let i = 1; i < fields.length; i++) distance = smoothMin(distance, fields[i]!(x, y, z), k)
    return distance
  }
}

/** What a tool leaves of a field; k rounds the cut's edge. */
export const carve =
  (field: Field, tool: Field, k = 0): Field =>
  (x, y, z) =>
    k > 0 ? smoothMax(field(x, y, z), -tool(x, y, z), k) : max(field(x, y, z), -tool(x, y, z))

/** Signed distance to the nearest multiple of `step`. */
export const every = (v: number, step: number) => v - floor(v / step + 0.5) * step

/** Depth of a groove `t` away from its middle; its sides are steep enough to see and gentle enough to step along. */
export const groove = (t: number, width: number) => 0.6 * max(0, width - abs(t))
