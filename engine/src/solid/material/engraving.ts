import { smooth } from '../../math/dmath.ts'
import { noise3 } from '../../math/lattice.ts'
import type { Field } from '../field/field.ts'
import { bump, dim, type Surface } from '../render/surface.ts'
import type { Overlay } from './overlay.ts'

const { abs, floor } = Math

/** Scrolls: the contours of a smooth noise. */
const scrolls: Field = (x, y, z) => {
  const n = noise3(x, y, z) * 6
  return smooth(0.16, 0.06, abs(n - floor(n) - 0.5))
}

/** Cuts scrollwork into a surface; `scale` is how many turns fit in a unit, `where` the share engraved, 0..1. */
export function engraving(scale: number, where: (surface: Surface) => number = () => 1): Overlay {
  const relief: Field = (x, y, z) => scrolls(x * scale, y * scale, z * scale) * 0.05
  return (s) => {
    const share = where(s)
    if (share <= 0) return
    dim(s, 1 - 0.62 * share * scrolls(s.x * scale, s.y * scale, s.z * scale))
    bump(s, 0.25 * share, relief)
  }
}
