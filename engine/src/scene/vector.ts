/** A point or direction in metres: x to the right, y up, z away from the usual camera. */
export type Vec3 = readonly [number, number, number]

/** Linear RGB. */
export type Rgb = readonly [number, number, number]

/** Numbers of a colour being computed, three or four of them. */
export type Channels = Float64Array

export const times = (v: Vec3, k: number): Vec3 => [v[0] * k, v[1] * k, v[2] * k]

/** Component-wise a at 0, b at 1. */
export const blend = (a: Vec3, b: Vec3, t: number): Vec3 => [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t]

/** The vector at length 1; a zero vector has none and becomes NaN. */
export function unit(v: Vec3): Vec3 {
  const length = Math.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2])
  return [v[0] / length, v[1] / length, v[2] / length]
}
