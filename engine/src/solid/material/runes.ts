import { smooth } from '../../math/dmath.ts'
import { hash3 } from '../../math/lattice.ts'
import type { Rgb } from '../field/field.ts'
import { dim, emit, type Surface } from '../render/surface.ts'
import type { Overlay } from './overlay.ts'

const { abs, floor, max } = Math

/** Where on an item letters stand: writes letter coordinates (one letter a unit square) and answers false outside the line. */
export type Inscription = (surface: Surface, at: { u: number; v: number }) => boolean

/** Ink of an invented letter at (u, v), 0..1: a stem and two strokes chosen by the square. */
function letter(u: number, v: number): number {
  const cu = floor(u)
  const cv = floor(v)
  const fu = u - cu
  const fv = v - cv
  let distance = 1
  for (let stroke = 0; stroke < 3; stroke++) {
    const a = hash3(cu, cv, stroke * 7 + 1)
    const b = hash3(cu, cv, stroke * 7 + 4)
    const d =
      stroke === 0
        ? abs(fu - (0.3 + 0.4 * a)) + max(0, abs(fv - 0.5) - 0.36)
        : abs((fu - 0.5) * (a > 0.5 ? 0.7 : -0.7) + (fv - 0.25 - 0.5 * b)) + max(0, abs(fu - 0.5) - 0.3)
    if (d < distance) distance = d
  }
  return smooth(0.13, 0.06, distance)
}

/** Engraves an inscription; lit letters shine in the colour, others are dark. */
export function runes(inscription: Inscription, colour: Rgb, lit: boolean): Overlay {
  const at = { u: 0, v: 0 }
  return (s) => {
    if (!inscription(s, at)) return
    const ink = letter(at.u, at.v)
    if (lit) emit(s, colour, ink * 3.2)
    else dim(s, 1 - ink * 0.75)
  }
}
