import { smooth } from '../../math/dmath.ts'
import { noise3, voronoi3 } from '../../math/lattice.ts'
import type { Field, Rgb } from '../field/field.ts'
import { bump, dim, type Surface, tint } from '../render/surface.ts'
import type { Overlay } from './overlay.ts'

const { abs, floor, max } = Math

/** Height of a stripe and the one below it together, model units. */
const STRIPES = 0.26
/** Dots in a model unit. */
const DOTS = 4.2

function lacquer(s: Surface, colour: Rgb, share: number): void {
  if (share <= 0) return
  tint(s, colour, share)
  s.metal *= 1 - share
  s.rough += (0.35 - s.rough) * share
}

/** Even bands of paint from top to bottom. */
export const stripes =
  (colour: Rgb): Overlay =>
  (s) => {
    const at = s.y / STRIPES - floor(s.y / STRIPES)
    lacquer(s, colour, smooth(0.23, 0.25, abs(at - 0.5)))
  }

/** Round dots of paint. */
export const dots =
  (colour: Rgb): Overlay =>
  (s) => {
    // rows of a lattice that leans by half a step, so that no dots stand in a column
    const size = 1 / DOTS
    const row = floor(s.y / size)
    const shift = (row - 2 * floor(row / 2)) * 0.5
    const u = s.x / size + shift
    const w = s.z / size + shift
    const dx = (u - floor(u) - 0.5) * size
    const dy = (s.y / size - row - 0.5) * size
    const dz = (w - floor(w) - 0.5) * size
    // how far the surface is from the middle of its cell, along itself
    const off = dx * s.nx + dy * s.ny + dz * s.nz
    const flat = Math.sqrt(max(0, dx * dx + dy * dy + dz * dz - off * off))
    lacquer(s, colour, smooth(0.085, 0.075, flat))
  }

/** Dark cracks all over. */
export function fractures(): Overlay {
  const cell = { id: 0 }
  const seam: Field = (x, y, z) => voronoi3(x * 3.2 + noise3(x * 5, y * 5, z * 5) * 0.5, y * 3.2, z * 3.2, cell)
  const groove: Field = (x, y, z) => smooth(0.035, 0, seam(x, y, z)) * -0.012
  return (s) => {
    const share = smooth(0.04, 0.012, seam(s.x, s.y, s.z))
    if (share <= 0) return
    dim(s, 1 - 0.85 * share)
    s.coat *= 1 - share
    s.metal *= 1 - 0.7 * share
    bump(s, 0.5, groove)
  }
}
