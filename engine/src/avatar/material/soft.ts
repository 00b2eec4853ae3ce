import { clamp, sin, smooth } from '../../math/dmath.ts'
import { noise3 } from '../../math/lattice.ts'
import type { Field, Rgb } from '../../solid/field/field.ts'
import type { Locks } from '../../solid/field/locks.ts'
import { scale } from '../../solid/palette.ts'
import type { Opaque } from '../../solid/render/part.ts'
import { bend, bump, dim, paint, type Surface, tint } from '../../solid/render/surface.ts'

const { abs, min } = Math

const coarseWeave: Field = (x, y, z) => noise3(x * 70, y * 70, z * 70) * 0.03 + noise3(x * 7, y * 7, z * 7) * 0.05

const knitted: Field = (x, y, z) => {
  const u = x * 26 + z * 12
  const v = y * 30
  return sin(u + abs(sin(v)) * 1.4) * 0.02 + sin(v * 2) * 0.008
}

/** Cloth with an optional knit (depth 0..1) and a pattern painted over its ground. */
export function fabric(base: Rgb, finish: { knit?: number; sheen?: number; pattern?: (s: Surface) => void } = {}): Opaque {
  const { knit = 0, sheen = 0.5, pattern } = finish
  return {
    kind: 'opaque',
    base,
    shade(s) {
      paint(s, base)
      pattern?.(s)
      dim(s, 0.9 + 0.2 * noise3(s.x * 4, s.y * 4, s.z * 4))
      s.rough = 0.9
      s.specular = 0.025
      s.sheen = sheen
      s.soften = 0.15
      if (knit > 0) bump(s, knit, knitted)
      else bump(s, 0.03, coarseWeave)
    },
  }
}

const hairs: Field = (x, y, z) => noise3(x * 60, y * 22, z * 60) * 0.05 + noise3(x * 20, y * 8, z * 20) * 0.06

/** Short fur; `pattern` paints its marks. */
export function fur(base: Rgb, pattern?: (s: Surface) => void, depth = 0.09): Opaque {
  return {
    kind: 'opaque',
    base,
    shade(s) {
      paint(s, base)
      pattern?.(s)
      dim(s, 0.8 + noise3(s.x * 24, s.y * 9, s.z * 24) * 0.22 + noise3(s.x * 70, s.y * 26, s.z * 70) * 0.18)
      s.rough = 0.85
      s.specular = 0.02
      s.sheen = 0.9
      s.soften = 0.45
      bump(s, depth, hairs)
    },
  }
}

/** Hair that shines along its locks; `gloss` is low for tight curls. */
export function hair(base: Rgb, strands: Locks, gloss = 0.6, tip?: Rgb): Opaque {
  const dark = scale(base, 0.5)
  const curls = gloss < 0.3
  const light: Rgb = [min(1, base[0] * 1.5 + 0.015), min(1, base[1] * 1.5 + 0.015), min(1, base[2] * 1.5 + 0.015)]
  return {
    kind: 'opaque',
    base,
    shade(s) {
      const { tx, ty, tz, across: aside, id } = strands.locate(s.x, s.y, s.z)
      // beside curls the scalp has no strands, which would run round them in rings
      const across = curls ? clamp(aside, -1.5, 1.5) : aside
      const broad = noise3(across * 3.2 + id * 7.3, s.y * 1.5, id * 3.1)
      const fine = noise3(across * 11 + id * 5.1, s.y * 1.2, id)
      paint(s, base)
      if (tip) tint(s, tip, smooth(0.1, -0.7, s.y))
      dim(s, 0.9 + 0.2 * noise3(id * 9.7, 3, 5))
      tint(s, dark, smooth(0.5, 0.1, broad) * 0.7 + smooth(0.7, 1.1, abs(across)) * 0.35)
      tint(s, light, smooth(0.5, 0.95, fine) * 0.4)
      // strands tilt the surface across the lock
      const slope = noise3((across + 0.05) * 7 + id * 5.1, s.y * 1.2, id) - noise3((across - 0.05) * 7 + id * 5.1, s.y * 1.2, id)
      const k = across === aside ? slope * 1.5 * 0.35 : 0
      bend(s, (ty * s.nz - tz * s.ny) * k, (tz * s.nx - tx * s.nz) * k, (tx * s.ny - ty * s.nx) * k)
      const shift = (fine - 0.5) * 0.25
      s.fibre = gloss
      s.tx = tx + s.nx * shift
      s.ty = ty + s.ny * shift
      s.tz = tz + s.nz * shift
      s.soften = 0.35
      s.rough = 0.6
    },
  }
}
