import { smooth } from '../../math/dmath.ts'
import { fbm3, noise3 } from '../../math/lattice.ts'
import type { Field, Rgb } from '../../solid/field/field.ts'
import { stone } from '../../solid/material/organic.ts'
import { finish } from '../../solid/material/plain.ts'
import type { Opaque } from '../../solid/render/part.ts'
import { bump, dim, paint, tint } from '../../solid/render/surface.ts'

const { abs, floor } = Math

export const GRAINS = ['cracked', 'speckled', 'layered', 'veined', 'weathered'] as const

const rough: Field = (x, y, z) => noise3(x * 16, y * 16, z * 16) * 0.12 + noise3(x * 44, y * 44, z * 44) * 0.05
const PALE: Rgb = [0.8, 0.77, 0.7]
const DARK: Rgb = [0.05, 0.05, 0.055]

/** Stone as it was broken: with cracks, speckles like granite, layers like sandstone, veins, or only worn by rain. */
export function hewnStone(grain: (typeof GRAINS)[number], base: Rgb): Opaque {
  if (grain === 'cracked') return stone(base)
  return finish(base, (s) => {
    const { x, y, z } = s
    const cloud = fbm3(x * 3, y * 3, z * 3, 3)
    paint(s, base)
    dim(s, 0.7 + 0.6 * cloud)
    if (grain === 'speckled') {
      const fleck = noise3(x * 74, y * 74, z * 74)
      tint(s, DARK, smooth(0.66, 0.78, fleck) * 0.5)
      tint(s, PALE, smooth(0.32, 0.22, fleck) * 0.35)
    } else if (grain === 'layered') {
      const at = y * 9 + cloud * 1.6
      const layer = at - floor(at)
      dim(s, 0.72 + 0.4 * noise3(floor(at) * 1.7, 3.5, 8.5) + 0.16 * layer)
    } else if (grain === 'veined') {
      const vein = abs(fbm3(x * 2.6 + 7, y * 2.6, z * 2.6, 4) - 0.5)
      tint(s, PALE, smooth(0.022, 0.004, vein) * 0.5)
    } else dim(s, 1 - 0.45 * smooth(0.55, 0.8, noise3(x * 7, y * 1.2, z * 7)))
    s.rough = grain === 'veined' ? 0.45 : 0.85
    bump(s, 0.06, rough)
  })
}
