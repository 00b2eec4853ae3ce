import { PI, saturate, sin } from '../../math/dmath.ts'
import { noise3 } from '../../math/lattice.ts'
import type { Field } from '../../solid/field/field.ts'
import { finish } from '../../solid/material/plain.ts'
import { rgb } from '../../solid/palette.ts'
import type { Opaque } from '../../solid/render/part.ts'
import { dim, paint, tint } from '../../solid/render/surface.ts'

const { abs, max } = Math

/** A leaf along +x from the origin, `fall` lower at its tip (upwards when negative), folded a little along its rib. */
export const leafBlade =
  (length: number, width: number, fall = 0.1, thick = 0.014): Field =>
  (x, y, z) => {
    const t = saturate(x / length)
    const half = width * sin(PI * (0.1 + 0.9 * t))
    const lift = -fall * t * t + abs(z) * 0.3
    return max((abs(z) - max(half, 0.004)) * 0.85, abs(y - lift) - thick, -x, x - length) * 0.85
  }

/** Green of leaves, with a paler rib along x where the caller says how far a point is from it. */
export const foliage = (hex: string, ribbed?: Field): Opaque => {
  const colour = rgb(hex)
  return finish(colour, (s) => {
    paint(s, colour)
    dim(s, 0.75 + 0.45 * noise3(s.x * 8, s.y * 8, s.z * 8))
    if (ribbed) tint(s, [colour[0] + 0.25, colour[1] + 0.3, colour[2] + 0.12], 0.5 * max(0, 1 - abs(ribbed(s.x, s.y, s.z)) * 60))
    s.rough = 0.42
    s.coat = 0.35
    s.soften = 0.9
  })
}
