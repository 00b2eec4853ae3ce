import { atan2, TAU } from '../../math/dmath.ts'
import type { Field } from '../../solid/field/field.ts'
import { length2 } from '../../solid/field/shapes.ts'

const { abs, floor, max, min } = Math

/** Spokes of a wheel that lies in the plane of x and y about the origin, from `inner` to `outer`, each `r` thick. */
export const spokes =
  (count: number, inner: number, outer: number, r: number): Field =>
  (x, y, z) => {
    const step = TAU / count
    const a = atan2(y, x)
    const off = a - floor(a / step + 0.5) * step
    const along = length2(x, y)
    const across = along * (abs(off) < 0.5 ? off * (1 - (off * off) / 6) : off)
    return max(length2(across, z) - r, inner - along, along - outer) * 0.95
  }

/** A wooden or iron wheel in the plane of x and y: felloe, spokes and hub. */
export const spokedWheel = (radius: number, count: number, rim: number): Field => {
  const inner = spokes(count, 0, radius, rim * 0.5)
  return (x, y, z) => {
    const along = length2(x, y)
    const felloe = length2(max(abs(along - radius + rim) - rim * 0.6, 0), max(abs(z) - rim * 0.6, 0)) - rim * 0.4
    const hub = max(along - rim * 2.2, abs(z) - rim * 1.6)
    return min(felloe, hub, inner(x, y, z))
  }
}
