import { mix, smooth } from '../../math/dmath.ts'
import { fbm3, noise3 } from '../../math/lattice.ts'
import type { Field, Rgb } from '../field/field.ts'
import { rgb } from '../palette.ts'
import type { Opaque } from '../render/part.ts'
import { bump, paint, tint } from '../render/surface.ts'

/** How a metal is finished and what time did to it. */
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
  /** Share of the surface that corroded, 0..1. */
  rust?: number
  rustDark?: Rgb
  rustLight?: Rgb
}

const brushedY: Field = (x, y, z) => noise3(x * 60, y * 3.6, z * 60) * 0.35
const brushedX: Field = (x, y, z) => noise3(x * 3.6, y * 60, z * 60) * 0.35
const hammered: Field = (x, y, z) => noise3(x * 9, y * 9, z * 9) * 0.22
const pitted: Field = (x, y, z) => noise3(x * 34, y * 34, z * 34) * 0.1

/** Brushed, hammered or polished metal with wear and rust (or verdigris) by noise. */
export function metal(base: Rgb, finish: MetalFinish = {}): Opaque {
  const { rough = 0.25, brush = 0.006, axis = 'y', hammer = 0, wear = 0.2, rust = 0 } = finish
  const rustDark = finish.rustDark ?? rgb('#6b2f14')
  const rustLight = finish.rustLight ?? rgb('#b5602a')
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
      if (rust <= 0) return
      const grain = fbm3(x * 7 + 3, y * 7, z * 7, 4) + (cloud - 0.5) * 0.5
      const share = smooth(0.72 - rust * 0.5, 0.8 - rust * 0.42, grain)
      if (share <= 0) return
      tint(s, rustDark, share)
      tint(s, rustLight, share * noise3(x * 38, y * 38, z * 38) * 0.7)
      s.metal *= 1 - share
      s.rough = mix(s.rough, 0.85, share)
      bump(s, 0.05 * share, pitted)
    },
  }
}
