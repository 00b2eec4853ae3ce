import { saturate, sin } from '../../math/dmath.ts'
import type { Field, Rgb } from '../../solid/field/field.ts'
import { length2 } from '../../solid/field/shapes.ts'
import { finish } from '../../solid/material/plain.ts'
import { scale } from '../../solid/palette.ts'
import type { Opaque } from '../../solid/render/part.ts'
import { facing, paint } from '../../solid/render/surface.ts'

const { max, sqrt } = Math

/** A flame that starts at (0, foot, 0) and is `tall` high and about a quarter of that wide. */
export const flameField =
  (foot: number, tall: number): Field =>
  (x, y, z) => {
    const t = (y - foot) / tall
    const width = tall * 0.588 * sqrt(max(0, t)) * max(0, 1 - t)
    return (length2(x - 0.02 * sin(y * 12), z) - width) * 0.6 + max(0, -t) + max(0, t - 1) * 0.5
  }

export const flame = (colour: Rgb, foot: number, tall: number): Opaque =>
  finish(scale(colour, 3), (s) => {
    const t = saturate((s.y - foot) / tall)
    const core = facing(s)
    const strength = 2.2 + 4 * core * (1 - t * 0.6)
    paint(s, [0, 0, 0])
    s.rough = 1
    s.specular = 0
    s.er = (colour[0] + 0.3 * core) * strength
    s.eg = (colour[1] + 0.22 * core) * strength
    s.eb = (colour[2] + 0.1 * core) * strength
  })
