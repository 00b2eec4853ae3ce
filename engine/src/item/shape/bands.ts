import { atan2, cos, mix, PI, sin, smooth } from '../../math/dmath.ts'
import { smoothMax } from '../../solid/field/combine.ts'
import type { Field } from '../../solid/field/field.ts'
import { length2, rectangle } from '../../solid/field/shapes.ts'
import { every } from '../../solid/field/solids.ts'

const { abs, max, min, round, sqrt } = Math

/** Measures of a band whose axis is z: where its middle is, its radius, half its thickness and half its width. */
export type BandSize = { readonly y: number; readonly radius: number; readonly thick: number; readonly wide: number }

/** A cross section that is the same all round: u points outward, z along the finger. */
type Even = (u: number, z: number, size: BandSize) => number
/** One that changes with the angle from the top, which is signed. */
type Wound = (u: number, z: number, angle: number, size: BandSize) => number

const EVEN = {
  round: (u, z, { thick, wide }) => length2(u, (z * thick) / max(thick, wide)) - thick,
  flat: (u, z, { thick, wide }) => rectangle(u, z, thick * 0.72, wide, thick * 0.3),
  domed: (u, z, { thick, wide }) =>
    smoothMax(length2(u + thick * 0.5, (z * thick * 1.5) / max(wide, thick * 1.5)) - thick * 1.5, -u - thick * 0.5, 0.03),
  knife: (u, z, { thick, wide }) => (smoothMax(u + (abs(z) * thick) / max(thick, wide) - thick, -u - thick * 0.6, 0.03) - 0.012) * 0.8,
} satisfies Record<string, Even>

const HALF_SQRT3 = sqrt(3) / 2

const WOUND = {
  twisted: (u, z, angle, { thick, wide, radius }) => {
    // whole half turns, so that the strands meet
    const phase = angle * round((radius * 5.2) / wide) * 0.5
    const [c, s] = [cos(phase), sin(phase)]
    const along = abs(c * u + s * z) - wide * 0.46
    return (length2(along, c * z - s * u) - max(thick * 0.72, wide * 0.52)) * 0.72
  },
  braided: (u, z, angle, { thick, wide, radius }) => {
    const count = round((radius * 1.9) / wide)
    const [s, c] = [sin(angle * count), cos(angle * count)]
    let d = 9
    for (let i = 0; i < 3; i++) {
      // the three strands follow each other by a third of a turn
      const turned = i === 0 ? 0 : i === 1 ? HALF_SQRT3 : -HALF_SQRT3
      const k = i === 0 ? 1 : -0.5
      const strandSin = s * k + c * turned
      const strandCos = c * k - s * turned
      const slant = (wide * 0.66 * count * strandCos) / radius
      const beside = (z - wide * 0.66 * strandSin) / sqrt(1 + slant * slant)
      d = min(d, length2(u - thick * 0.84 * strandSin * strandCos, beside))
    }
    return (d - wide * 0.34) * 0.75
  },
  split: (u, z, angle, { thick, wide }) => {
    const parted = wide * 1.5 * smooth(1.5, 0.35, abs(angle))
    return (length2(u, abs(z) - parted) - mix(thick, thick * 0.62, min(1, parted / wide))) * 0.85
  },
  pierced: (u, z, angle, { thick, wide, radius }) => {
    const count = round((PI * radius) / (wide * 0.62))
    const across = every(angle + PI / count, (2 * PI) / count) * radius
    const between = every(angle, (2 * PI) / count) * radius
    const petals = min(
      length2(across, abs(z) - wide * 0.3) - wide * 0.27,
      length2(abs(between) - wide * 0.06, abs(abs(z) - wide * 0.56)) - wide * 0.16,
    )
    const rims = length2(u, abs(z) - wide) - thick * 0.5
    return min(rims, smoothMax(rectangle(u, z, thick * 0.36, wide, thick * 0.2), -petals, 0.015))
  },
  beaded: (u, z, angle, { thick, wide, radius }) => {
    const count = round((PI * radius) / (thick * 0.62))
    const bead = length2(length2(u - thick * 0.45, abs(z) - wide), every(angle, (2 * PI) / count) * radius) - thick * 0.42
    return min(bead, rectangle(u, z, thick * 0.6, wide, thick * 0.25))
  },
  stacked: (u, z, angle, { thick, wide }) => {
    const outer = length2(u, abs(z) - wide * 0.86) - thick * 0.55
    return min(outer, length2(u - thick * 0.3, z) - thick * (0.6 + 0.16 * sin(angle * 24))) * 0.9
  },
  tapered: (u, z, angle, { thick, wide }) => {
    const share = smooth(2.4, 0.1, abs(angle))
    return length2(u, (z * thick) / max(thick, wide * (0.5 + 0.9 * share))) - thick * (0.8 + 0.35 * share)
  },
} satisfies Record<string, Wound>

/** How the band of a ring is made. */
export type BandStyle = keyof typeof EVEN | keyof typeof WOUND | 'bypass'

/** How far the ends of a bypass ring reach past the top, radians. */
const PAST = 0.42

/** A ring that is not closed: its ends pass each other at the top. */
const bypass =
  ({ y: cy, radius, thick, wide }: BandSize): Field =>
  (x, y, z) => {
    const u = length2(x, y - cy) - radius
    const turned = atan2(x, cy - y)
    let d = 9
    for (const angle of [turned, turned - 2 * PI, turned + 2 * PI]) {
      const past = max(0, abs(angle) - PI - PAST) * radius
      if (past > 1) continue
      const r = thick * (1.15 - 0.5 * smooth(PI - 0.6, PI + PAST, abs(angle)))
      d = min(d, length2(length2(u, z - (wide * 1.1 * angle) / PI), past) - r)
    }
    return d * 0.9
  }

const isEven = (style: BandStyle): style is keyof typeof EVEN => style in EVEN

/** The field of a band. */
export function bandField(style: BandStyle, size: BandSize): Field {
  if (style === 'bypass') return bypass(size)
  const { y: cy, radius } = size
  if (isEven(style)) {
    const even: Even = EVEN[style]
    return (x, y, z) => even(length2(x, y - cy) - radius, z, size)
  }
  const wound: Wound = WOUND[style]
  const reach = bandReach(size)
  return (x, y, z) => {
    const u = length2(x, y - cy) - radius
    const far = length2(u, z) - reach
    // the section turns fast; far from it a circle that holds it is near enough
    return far > 0.06 ? far : wound(u, z, atan2(x, y - cy), size)
  }
}

/** The radius of a circle about the middle of a section that holds it. */
export const bandReach = ({ thick, wide }: BandSize) => thick * 0.7 + wide * 1.55
