import { cos, sin, smooth } from '../../math/dmath.ts'
import { noise3 } from '../../math/lattice.ts'
import type { Field, Rgb } from '../../solid/field/field.ts'
import { every } from '../../solid/field/solids.ts'
import { finish } from '../../solid/material/plain.ts'
import type { Opaque } from '../../solid/render/part.ts'
import { bend, dim, paint, tint } from '../../solid/render/surface.ts'

const { abs, max } = Math

/** A feather of a plume: where it is fixed, how it leans, how long it is, how far its tip bends over, and how far it lies behind the others. */
export type Quill = {
  readonly foot: readonly [number, number]
  readonly angle: number
  readonly long: number
  readonly bend: number
  readonly behind: number
}

export type Plume = { readonly field: Field; readonly shaded: (colour: Rgb) => Opaque }

/** Feathers are steeper than a distance. */
const STEEP = 0.8
/** Half the width of a feather at its broadest, as a share of its length. */
const BROAD = 0.205

/** How much narrower or broader barbs that part here and there make a vane: less than a tenth broader. */
const frayed = (whole: number, barb: number, side: number, seed: number) =>
  whole * (0.86 + 0.2 * noise3(barb * 9, side ? 7 : 3, seed)) - 0.03 * smooth(0.6, 0.8, noise3(barb * 26, side ? 2 : 5, seed))

/** Feathers that spring from about one place, each a roof of two sides over its shaft. */
export function plumeOf(quills: readonly Quill[]): Plume {
  const turns = quills.map(({ angle }) => [cos(angle), sin(angle)] as const)
  // the feather that was nearest, and where on it the place lies
  let nearest = 0
  let [along, aside] = [0, 0]
  const field: Field = (x, y, z) => {
    let d = 9
    for (let i = 0; i < quills.length; i++) {
      const { foot, long, bend, behind } = quills[i]!
      const [c, s] = turns[i]!
      const u = (x - foot[0]) * c + (y - foot[1]) * s
      const t = u / long
      const across = -(x - foot[0]) * s + (y - foot[1]) * c - bend * t * t
      const off = abs(across)
      const out = z - 0.19 + behind - 0.2 * t + 0.36 * t * t * t
      const roof = abs(out + 0.28 * off) - 0.012 - 0.014 * smooth(0.03, 0, off)
      const ends = max(roof, -u, u - long)
      const least = max(ends, (off - 1.06 * BROAD * long) * 0.7) * STEEP
      if (least >= d) continue
      let exact = least
      if (least < 0.05) {
        const whole = BROAD * long * smooth(-0.05, 0.42, t) * (1 - smooth(0.6, 1.02, t) * 0.9)
        exact = max(ends, (off - frayed(whole, u - off * 0.9, across < 0 ? 1 : 0, i)) * 0.7) * STEEP
      }
      if (exact >= d) continue
      d = exact
      nearest = i
      along = t
      aside = across
    }
    return d
  }
  return {
    field,
    /** Barbs slant outwards from a pale shaft; they are darker where the next feather begins. */
    shaded: (colour) =>
      finish(colour, (s) => {
        field(s.x, s.y, s.z)
        const { long } = quills[nearest]!
        const [c, sine] = turns[nearest]!
        const off = abs(aside)
        const line = every(along * long - off * 0.9, 0.02)
        paint(s, colour)
        dim(s, 0.5 + 0.34 * along + 0.3 * smooth(0, 0.008, abs(line)))
        dim(s, 1 - 0.4 * smooth(0.04, 0.13, off))
        tint(s, [1, 0.96, 0.9], 0.12 * smooth(0.7, 1, along) + 0.7 * smooth(0.012, 0.006, off) * smooth(0.9, 0.6, along))
        bend(s, -sine * line * 22, c * line * 22, 0)
        s.rough = 0.6
        s.sheen = 0.9
        s.soften = 0.7
      }),
  }
}
