import { atan2, cos, sin, TAU } from '../../math/dmath.ts'
import { polar } from '../../solid/field/combine.ts'
import type { Field, Field2 } from '../../solid/field/field.ts'
import { polygon } from '../../solid/field/outline.ts'
import { capsule, length2 } from '../../solid/field/shapes.ts'
import { every } from '../../solid/field/solids.ts'

const { abs, max, min } = Math

/** Radii and heights in turn, from the axis back to it. */
type Profile = readonly number[]

/** Distance from the y axis to the flat of an upright prism of an even number of sides; 0 sides are round. */
export function across(sides: number): Field2 {
  if (sides === 0) return length2
  const normals = Array.from({ length: sides / 2 }, (_, i) => [cos((i * TAU) / sides), sin((i * TAU) / sides)] as const)
  return (x, z) => {
    let d = 0
    for (const [c, s] of normals) d = max(d, abs(c * x + s * z))
    return d
  }
}

/** A profile turned round the y axis, or carried round a prism of some sides. */
export function turned(profile: Profile, sides = 0): Field {
  const outline = polygon([-0.2, profile[1]!, ...profile, -0.2, profile[profile.length - 1]!])
  const radius = across(sides)
  return (x, y, z) => outline(radius(x, z), y) - 0.012
}

/** Roofs over a cage whose walls end at y = 0.42. */
export const ROOFS = {
  cone: [0, 0.42, 0.5, 0.42, 0.5, 0.48, 0.36, 0.6, 0.2, 0.72, 0.14, 0.84, 0, 0.86],
  dome: [0, 0.42, 0.5, 0.42, 0.5, 0.47, 0.45, 0.49, 0.43, 0.6, 0.36, 0.71, 0.24, 0.79, 0.1, 0.82, 0.08, 0.87, 0, 0.88],
  flared: [0, 0.42, 0.64, 0.42, 0.66, 0.45, 0.46, 0.51, 0.32, 0.6, 0.22, 0.72, 0.15, 0.85, 0, 0.87],
  tiered: [0, 0.42, 0.56, 0.42, 0.56, 0.46, 0.32, 0.55, 0.28, 0.55, 0.28, 0.62, 0.42, 0.63, 0.42, 0.66, 0.16, 0.76, 0.12, 0.84, 0, 0.86],
  chimney: [0, 0.42, 0.48, 0.42, 0.48, 0.48, 0.26, 0.53, 0.22, 0.56, 0.22, 0.7, 0.33, 0.72, 0.32, 0.76, 0.16, 0.84, 0, 0.86],
} satisfies Record<string, Profile>

/** Floors under a cage whose walls start at y = −0.58. */
export const BASES = {
  plinth: [0, -0.8, 0.48, -0.8, 0.5, -0.72, 0.44, -0.66, 0.42, -0.58, 0, -0.58],
  stepped: [0, -0.8, 0.58, -0.8, 0.58, -0.74, 0.5, -0.74, 0.5, -0.67, 0.44, -0.67, 0.44, -0.58, 0, -0.58],
  footed: [0, -0.8, 0.42, -0.8, 0.42, -0.77, 0.24, -0.73, 0.24, -0.69, 0.46, -0.64, 0.48, -0.57, 0, -0.57],
} satisfies Record<string, Profile>

/** What lies over the panes of a cage: `u` runs round it, `y` up. Arches are plates with a round head cut out. */
const BARS = {
  hoops: (_u, y) => abs(every(y + 0.08, 0.34)) - 0.018,
  mullions: (u, y) => min(abs(y - 0.12) - 0.016, abs(u) - 0.014),
  lattice: (u, y) => min(abs(every(u + y, 0.3)), abs(every(u - y, 0.3))) * 0.7 - 0.012,
  arches: (u, y) => max(0.19 - length2(u, y - 0.14), 0.14 - y),
} satisfies Record<string, Field2>

export type Bars = keyof typeof BARS

/** Bars on every side of a cage, `r` from its middle. */
export function bars(kind: Bars, sides: number, r: number): Field {
  const radius = across(sides)
  const step = TAU / (sides === 0 ? 6 : sides)
  const pattern = BARS[kind]
  return (x, y, z) => {
    const u = every(atan2(z, x), step) * r
    return max(abs(radius(x, z) - r) - 0.016, pattern(u, y), abs(y + 0.08) - 0.52) * 0.8
  }
}

/** Posts at the corners of a cage. */
export function posts(count: number, r: number): Field {
  const turn = TAU / count / 2
  const far = r / cos(turn)
  const [c, s] = [cos(turn) * far, sin(turn) * far]
  return polar(
    (x, y, z) => min(capsule(x, y, z, c, -0.6, s, c, 0.44, s, 0.032, 0.032), capsule(x, y, z, c, -0.6, -s, c, 0.44, -s, 0.032, 0.032)),
    count,
  )
}
