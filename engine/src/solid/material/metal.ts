import { smooth } from '../../math/dmath.ts'
import { fbm3, noise3 } from '../../math/lattice.ts'
import type { Field, Rgb } from '../field/field.ts'
import type { Opaque } from '../render/part.ts'
import { bump, paint } from '../render/surface.ts'

/** How a metal is finished and worn. */
export type MetalFinish = {
  rough?: number
  /** Depth of brushed lines, 0 polished; above 0.006 it shimmers on flat faces. */
  brush?: number
  /** Axis the brush ran along. */
  axis?: 'x' | 'y'
  /** Depth of hammer marks. */
  hammer?: number
  /** Darkening in hollows, 0..1. */
  wear?: number
}

const brushedY: Field = (x, y, z) => noise3(x * 60, y * 3.6, z * 60) * 0.35
const brushedX: Field = (x, y, z) => noise3(x * 3.6, y * 60, z * 60) * 0.35
const hammered: Field = (x, y, z) => noise3(x * 9, y * 9, z * 9) * 0.22

/** Brushed, hammered or polished metal with wear by noise. */
export function metal(base: Rgb, finish: MetalFinish = {}): Opaque {
  const { rough = 0.25, brush = 0.006, axis = 'y', hammer = 0, wear = 0.2 } = finish
  const brushed = axis === 'y' ? brushedY : brushedX
  return {
    kind: 'opaque',
    base,
    shade(s) {
      const { x, y, z } = s
      paint(s, base)
      s.metal = 1
      const cloud = fbm3(x * 5, y * 5, z * 5, 3)
      s.rough = rough + (cloud - 0.5) * 0.22 * (0.5 + wear)
      if (brush > 0) bump(s, brush, brushed)
      if (hammer > 0) bump(s, hammer, hammered)
      const dark = smooth(0.45, 0.75, cloud) * wear
      s.r *= 1 - dark * 0.6
      s.g *= 1 - dark * 0.62
      s.b *= 1 - dark * 0.65
    },
  }
}
