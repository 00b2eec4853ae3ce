import type { Rgb, Vec3 } from '../../scene/vector.ts'
import type { ModelBuilder } from '../model.ts'

export type GableShape = {
  /** Span along the ridge (x) and across it (z). */
  readonly width: number
  readonly depth: number
  readonly rise: number
  readonly overhang: number
  readonly thickness: number
  readonly top: Rgb
  readonly under: Rgb
  /** Colour of the triangles of wall below the ridge. */
  readonly wall: Rgb
}

/** A gable roof whose eaves are at height y; its ridge runs along x. */
export function gable(model: ModelBuilder, y: number, shape: GableShape): void {
  const { width, depth, rise, overhang, thickness, top, under, wall } = shape
  const half = width / 2 + overhang
  const reach = depth / 2 + overhang
  const eaves = y - (rise * overhang) / (depth / 2)
  const lift = (p: Vec3): Vec3 => [p[0], p[1] + thickness, p[2]]
  const columns = Math.max(2, Math.ceil(width / 1.2))
  for (const side of [1, -1]) {
    const a: Vec3 = [-half * side, eaves, reach * side]
    const b: Vec3 = [half * side, eaves, reach * side]
    const c: Vec3 = [half * side, y + rise, 0]
    const d: Vec3 = [-half * side, y + rise, 0]
    model.paint(top, { vary: 0.04 })
    model.quad(lift(a), lift(b), lift(c), lift(d), columns, 4)
    model.paint(under)
    model.quad(d, c, b, a, columns, 2)
    model.quad(a, b, lift(b), lift(a), columns, 1)
    model.quad(b, c, lift(c), lift(b), 2, 1)
    model.quad(d, a, lift(a), lift(d), 2, 1)
    model.paint(wall)
    model.triangle(
      [(width / 2) * side, y, (depth / 2) * side],
      [(width / 2) * side, y, (-depth / 2) * side],
      [(width / 2) * side, y + rise, 0],
    )
  }
}
