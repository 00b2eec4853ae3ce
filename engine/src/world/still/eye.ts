import type { Vec3 } from '../../scene/vector.ts'

/** Where a picture is taken from. `right`, `up` and `forward` are unit vectors; `focal` is half the picture's height over its distance. */
export type Eye = { readonly at: Vec3; readonly right: Vec3; readonly up: Vec3; readonly forward: Vec3; readonly focal: number }

const unit = ([x, y, z]: Vec3): Vec3 => {
  const length = Math.sqrt(x * x + y * y + z * z) || 1
  return [x / length, y / length, z / length]
}

const cross = (a: Vec3, b: Vec3): Vec3 => [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]]

/** An eye at a place that looks at another one, upright. */
export function lookFrom(at: Vec3, target: Vec3, focal: number): Eye {
  const forward = unit([target[0] - at[0], target[1] - at[1], target[2] - at[2]])
  const right = unit(cross(forward, [0, 1, 0]))
  return { at, right, up: cross(right, forward), forward, focal }
}
