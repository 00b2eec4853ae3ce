import type { Rgb } from '../field/field.ts'
import type { Opaque } from '../render/part.ts'
import { emit, facing, paint, type Surface } from '../render/surface.ts'

type Finish = { rough?: number; metal?: number; coat?: number; sheen?: number; specular?: number; soften?: number }

/** One even colour. */
export function plain(base: Rgb, finish: Finish = {}): Opaque {
  const { rough = 0.5, metal = 0, coat = 0, sheen = 0, specular = 0.04, soften = 0 } = finish
  return {
    kind: 'opaque',
    base,
    shade(s) {
      paint(s, base)
      s.rough = rough
      s.metal = metal
      s.coat = coat
      s.sheen = sheen
      s.specular = specular
      s.soften = soften
    },
  }
}

/** A finish given by its shading alone. */
export const finish = (base: Rgb, shade: (surface: Surface) => void): Opaque => ({ kind: 'opaque', base, shade })

/** Shines by itself, strongest where it faces the eye. */
export function glow(colour: Rgb, strength: number): Opaque {
  const base: Rgb = [colour[0] * strength * 0.5, colour[1] * strength * 0.5, colour[2] * strength * 0.5]
  const dark: Rgb = [colour[0] * 0.3, colour[1] * 0.3, colour[2] * 0.3]
  return finish(base, (s) => {
    paint(s, dark)
    emit(s, colour, strength * (0.45 + 0.7 * facing(s)))
    s.rough = 0.4
  })
}
