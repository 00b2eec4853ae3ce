import { type Plane, packPlanes, polyhedron } from '../field/facets.ts'
import type { Bound, Rgb } from '../field/field.ts'
import type { Gem, Glass, Part } from '../render/part.ts'
import { emit, paint } from '../render/surface.ts'

/** Window glass: what stands behind shows through, bent a little. */
export function glass(base: Rgb, tint: Rgb, ior: number, rough: number): Glass {
  return {
    kind: 'glass',
    base,
    tint,
    ior,
    rough,
    shade(s) {
      paint(s, base)
      s.rough = rough
    },
  }
}

type GemFinish = {
  ior?: number
  /** Absorption of the colours the stone does not have. */
  dense?: number
  /** Light of its own, times the colour. */
  glow?: number
  /** Light of its own that no colour lacks. */
  veil?: number
}

/** A cut stone as a part: the planes are both its field and its optics. */
export function gem(planes: readonly Plane[], bound: Bound, colour: Rgb, finish: GemFinish = {}): Part {
  const { ior = 1.75, dense = 8, glow = 0, veil = 0 } = finish
  const packed = packPlanes(planes)
  const absorb = (v: number) => 0.1 + (1 - v) * (1 - v) * dense
  const material: Gem = {
    kind: 'gem',
    base: colour,
    planes: packed,
    ior,
    dispersion: 0.04,
    absorption: [absorb(colour[0]), absorb(colour[1]), absorb(colour[2])],
    size: bound[3],
    glow: [colour[0] * glow + veil, colour[1] * glow + veil, colour[2] * glow + veil],
    shade(s) {
      paint(s, colour)
      s.rough = 0.08
      s.coat = 1
      s.specular = 0.08
      emit(s, colour, 0.25)
    },
  }
  return { name: 'gem', field: polyhedron(packed), bound, material, normalStep: 0.002 }
}
