import { cos, sin, TAU } from '../../math/dmath.ts'
import type { Vec3 } from '../../scene/vector.ts'
import type { ModelBuilder } from '../model.ts'

/** Radius and height of each ring, bottom to top; metres. */
export type Profile = readonly (readonly [radius: number, y: number])[]

export type LatheShape = {
  /** Faces keep their own normal. */
  readonly flat?: boolean
  /** Factor of the radius at an angle, radians, and a ring. */
  readonly swell?: (angle: number, ring: number) => number
  /** Sideways shift at a height. */
  readonly bend?: (y: number) => number
  readonly y?: number
  readonly scaleX?: number
  readonly scaleZ?: number
  /** Turn in sides. */
  readonly offset?: number
}

/** A surface of revolution about the upright through x, z. */
export function lathe(model: ModelBuilder, x: number, z: number, profile: Profile, sides: number, shape: LatheShape = {}): void {
  const { flat = false, swell, bend, y = 0, scaleX = 1, scaleZ = 1, offset = 0 } = shape
  const rings = profile.length
  const angleOf = (i: number) => (TAU * ((i % sides) + offset)) / sides
  const point = (i: number, ring: number): Vec3 => {
    const a = angleOf(i)
    const [radius, height] = profile[ring]!
    const r = radius * (swell?.(a, ring) ?? 1)
    return [x + cos(a) * r * scaleX + (bend?.(height) ?? 0), y + height, z - sin(a) * r * scaleZ]
  }
  if (flat) {
    for (let k = 0; k + 1 < rings; k++)
      for (let i = 0; i < sides; i++) {
        const [a, b, c, d] = [point(i, k), point(i + 1, k), point(i + 1, k + 1), point(i, k + 1)] as const
        if (profile[k + 1]![0] === 0) model.triangle(a, b, c)
        else if (profile[k]![0] === 0) model.triangle(a, c, d)
        else model.quad(a, b, c, d)
      }
    return
  }
  const first = model.vertexCount()
  for (let k = 0; k < rings; k++) {
    const before = profile[Math.max(0, k - 1)]!
    const after = profile[Math.min(rings - 1, k + 1)]!
    let [dr, dy] = [after[0] - before[0], after[1] - before[1]]
    const length = Math.sqrt(dr * dr + dy * dy) || 1
    dr /= length
    dy /= length
    for (let i = 0; i <= sides; i++) {
      const a = angleOf(i)
      const p = point(i, k)
      model.vertex(p[0], p[1], p[2], cos(a) * dy, -dr, -sin(a) * dy)
    }
  }
  for (let k = 0; k + 1 < rings; k++)
    for (let i = 0; i < sides; i++) {
      const a = first + k * (sides + 1) + i
      const b = a + sides + 1
      if (profile[k]![0] > 0) model.index.push(a, a + 1, b + 1)
      if (profile[k + 1]![0] > 0) model.index.push(a, b + 1, b)
    }
}
