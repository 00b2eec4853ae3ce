import { clamp } from '../../math/dmath.ts'

const { abs, max, min, sqrt } = Math

export const length2 = (x: number, y: number) => sqrt(x * x + y * y)
export const length3 = (x: number, y: number, z: number) => sqrt(x * x + y * y + z * z)

/** Ellipsoid with half axes a, b, c (Quilez' bound: exact on the surface). */
export function ellipsoid(x: number, y: number, z: number, a: number, b: number, c: number): number {
  const k0 = length3(x / a, y / b, z / c)
  const k1 = length3(x / (a * a), y / (b * b), z / (c * c))
  return k1 < 1e-9 ? -min(a, min(b, c)) : (k0 * (k0 - 1)) / k1
}

/** Box with half sides a, b, c and edge radius r. */
export function box(x: number, y: number, z: number, a: number, b: number, c: number, r: number): number {
  const qx = abs(x) - a + r
  const qy = abs(y) - b + r
  const qz = abs(z) - c + r
  return length3(max(qx, 0), max(qy, 0), max(qz, 0)) + min(max(qx, max(qy, qz)), 0) - r
}

/** Rectangle with half sides a, b and corner radius r. */
export function rectangle(x: number, y: number, a: number, b: number, r: number): number {
  const qx = abs(x) - a + r
  const qy = abs(y) - b + r
  return length2(max(qx, 0), max(qy, 0)) + min(max(qx, qy), 0) - r
}

/** Upright cylinder of radius r, half height h, edge radius e. */
export function cylinder(x: number, y: number, z: number, r: number, h: number, e: number): number {
  const dx = length2(x, z) - r + e
  const dy = abs(y) - h + e
  return min(max(dx, dy), 0) + length2(max(dx, 0), max(dy, 0)) - e
}

/** Ring around the y axis: major radius R, tube radius r. */
export const torus = (x: number, y: number, z: number, major: number, r: number) => length2(length2(x, z) - major, y) - r

/** Capsule from a to b whose radius runs from r1 to r2 (cheap taper). */
export function capsule(
  x: number,
  y: number,
  z: number,
  ax: number,
  ay: number,
  az: number,
  bx: number,
  by: number,
  bz: number,
  r1: number,
  r2: number,
): number {
  const px = x - ax
  const py = y - ay
  const pz = z - az
  const dx = bx - ax
  const dy = by - ay
  const dz = bz - az
  const h = clamp((px * dx + py * dy + pz * dz) / (dx * dx + dy * dy + dz * dz), 0, 1)
  return length3(px - dx * h, py - dy * h, pz - dz * h) - (r1 + (r2 - r1) * h)
}
