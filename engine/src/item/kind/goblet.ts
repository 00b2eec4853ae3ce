import { atan2, cos, PI, sin, smooth, TAU } from '../../math/dmath.ts'
import { smoothMax } from '../../solid/field/combine.ts'
import { brilliantCut, type Plane } from '../../solid/field/facets.ts'
import type { Field } from '../../solid/field/field.ts'
import { once } from '../../solid/field/once.ts'
import { catmullRom, lathe } from '../../solid/field/outline.ts'
import { length2, torus } from '../../solid/field/shapes.ts'
import { sweep } from '../../solid/field/sweep.ts'
import { engraving } from '../../solid/material/engraving.ts'
import { overlaid } from '../../solid/material/overlay.ts'
import { plain } from '../../solid/material/plain.ts'
import { rgb } from '../../solid/palette.ts'
import type { Bench } from '../bench.ts'
import type { Kind } from '../kind.ts'

const { abs, max } = Math

/** Points (radius, height), upwards. */
type Profile = readonly (readonly [number, number])[]

const METALS = ['#f2bd4a', '#f2bd4a', '#e6b04c', '#d9dce0', '#d9dce0', '#d98a5a'] as const
const SECOND_STONE = rgb('#2b62e0')
const GROUND = -0.8

/** Outlines of the bowl from where the stem meets it. */
const BOWLS: Record<string, Profile> = {
  chalice: [
    [0.12, -0.14],
    [0.4, 0.04],
    [0.5, 0.32],
    [0.5, 0.62],
    [0.54, 0.7],
  ],
  tulip: [
    [0.08, -0.2],
    [0.3, -0.1],
    [0.44, 0.14],
    [0.4, 0.44],
    [0.36, 0.72],
  ],
  coupe: [
    [0.09, -0.04],
    [0.34, 0.06],
    [0.6, 0.22],
    [0.71, 0.42],
    [0.73, 0.52],
  ],
  beaker: [
    [0.1, -0.24],
    [0.25, -0.2],
    [0.3, 0],
    [0.35, 0.4],
    [0.46, 0.78],
    [0.5, 0.86],
  ],
  thistle: [
    [0.1, -0.2],
    [0.32, -0.13],
    [0.41, 0.02],
    [0.33, 0.18],
    [0.38, 0.42],
    [0.55, 0.74],
  ],
  covered: [
    [0.1, -0.24],
    [0.3, -0.17],
    [0.42, 0.04],
    [0.43, 0.24],
    [0.41, 0.36],
  ],
}

const FEET: readonly Profile[] = [
  [
    [0.42, GROUND],
    [0.4, -0.74],
    [0.16, -0.66],
  ],
  [
    [0.46, GROUND],
    [0.46, -0.75],
    [0.34, -0.73],
    [0.33, -0.68],
    [0.13, -0.63],
  ],
  [
    [0.37, GROUND],
    [0.38, -0.76],
    [0.28, -0.66],
    [0.14, -0.58],
  ],
]

const STEMS: readonly Profile[] = [
  [
    [0.08, -0.5],
    [0.14, -0.38],
    [0.07, -0.27],
  ],
  [
    [0.065, -0.5],
    [0.19, -0.42],
    [0.19, -0.36],
    [0.065, -0.28],
  ],
  [
    [0.06, -0.52],
    [0.08, -0.44],
    [0.15, -0.33],
    [0.07, -0.27],
  ],
  [
    [0.06, -0.5],
    [0.052, -0.38],
    [0.06, -0.27],
  ],
  [
    [0.06, -0.53],
    [0.13, -0.48],
    [0.06, -0.43],
    [0.06, -0.36],
    [0.13, -0.32],
    [0.07, -0.27],
  ],
]

/** Radius of a profile at a height. */
function radiusAt(profile: Profile, height: number): number {
  const curve = catmullRom(profile, 5)
  const after = max(
    1,
    curve.findIndex(([, h]) => h! >= height),
  )
  const [a, b] = [curve[after - 1]!, curve[after]!]
  const t = (height - a[1]!) / (b[1]! - a[1]!)
  return a[0]! + (b[0]! - a[0]!) * t
}

/** The stone of a cut facing outwards at an angle, set on the bowl. */
function onBowl(angle: number, radius: number, height: number, size: number): Plane[] {
  const c = cos(angle)
  const s = sin(angle)
  return brilliantCut(0, 0, 0, size, size, 6, 'z').map(([x, y, z, d]) => {
    const nx = x * s + z * c
    const nz = -x * c + z * s
    return [nx, y, nz, d + nx * c * radius + y * height + nz * s * radius]
  })
}

/** How the bowl is chased: how much a place at an angle lies deeper. */
const RELIEFS = {
  smooth: () => 0,
  gadroons: (angle, low) => 0.026 * (1 - abs(sin(angle * 9))) * low,
  facets: (angle, low) => 0.05 * (1 - cos(angle - (TAU / 8) * Math.floor(angle / (TAU / 8) + 0.5))) * low * 3,
  spiral: (angle, low, y) => 0.012 * (1 + sin(angle * 10 + y * 14)) * low,
} satisfies Record<string, (angle: number, low: number, y: number) => number>

/** A lid of the radius of a rim at a height, with a knob. */
const lidOn = (rim: number, height: number): Field =>
  lathe(
    (
      [
        [0, -0.02],
        [rim + 0.045, -0.02],
        [rim + 0.045, 0.03],
        [rim - 0.02, 0.07],
        [rim * 0.82, 0.19],
        [rim * 0.4, 0.28],
        [0.07, 0.34],
        [0.06, 0.38],
        [0.11, 0.44],
        [0.06, 0.5],
        [0.03, 0.58],
        [0, 0.6],
      ] as const
    ).map(([r, h]) => [r, h + height]),
    3,
  )

/** Two ears of the bowl. */
function addHandles(bench: Bench, bowl: Profile, top: number): void {
  const low = bowl[0]![1] + (top - bowl[0]![1]) * 0.3
  const high = top - 0.1
  const [from, to] = [radiusAt(bowl, high) - 0.02, radiusAt(bowl, low) - 0.02]
  const out = max(from, to) + 0.24
  const ear = sweep([
    [from, high, 0, 0.04],
    [out - 0.06, high + 0.09, 0, 0.036],
    [out, high - 0.08, 0, 0.04],
    [out - 0.09, low + 0.04, 0, 0.034],
    [to, low - 0.03, 0, 0.044],
  ])
  bench.add('handles', (x, y, z) => ear(abs(x), y, z), [0, (low + high) / 2, 0, out + 0.12], bench.fitting({ rough: 0.2 }))
}

/** Hoops, a calyx of leaves or bare metal below the rim. */
function addTrim(bench: Bench, bowl: Profile, solid: Field, belt: number): void {
  const [foot, top] = [bowl[0]![1], bowl[bowl.length - 1]![1]]
  const trim = bench.random.pick(['hoops', 'calyx', 'lip', 'calyx'] as const)
  const gilt = bench.fitting({ rough: 0.2 })
  const middle = (foot + top) / 2
  const lip = radiusAt(bowl, top - 0.03)
  bench.add('lip', (x, y, z) => torus(x, y - top + 0.01, z, lip - 0.02, 0.034), [0, top, 0, lip + 0.06], gilt)
  if (trim === 'hoops') {
    const [upper, lower] = [radiusAt(bowl, belt + 0.13), radiusAt(bowl, belt - 0.13)]
    const pair: Field = (x, y, z) => {
      const above = y > belt
      return torus(x, y - belt - (above ? 0.13 : -0.13), z, above ? upper : lower, 0.024)
    }
    bench.add('hoops', pair, [0, belt, 0, max(upper, lower) + 0.12], gilt)
  }
  if (trim === 'calyx') {
    const count = bench.random.pick([6, 8, 10])
    const reach = belt - 0.14 - foot
    const leaves: Field = (x, y, z) => {
      const shell = abs(solid(x, y, z)) - 0.03
      if (shell > 0.08) return shell * 0.9
      // each leaf is broad at its foot and ends in a point
      const share = abs(sin((atan2(z, x) * count) / 2))
      return max(shell, (y - foot - reach * (1.05 - 0.8 * share)) * 0.55, foot - 0.04 - y) * 0.8
    }
    bench.add('calyx', leaves, [0, middle, 0, top - foot], gilt)
  }
}

/** Stones round the bowl. */
function addStones(bench: Bench, bowl: Profile, belt: number): void {
  const { random } = bench
  const count = random.pick([4, 6, 6, 8])
  const size = count === 4 ? 0.11 : 0.075
  const alternating = random.chance(0.5)
  const radius = radiusAt(bowl, belt)
  const gilt = bench.fitting({ rough: 0.16 })
  for (let i = 0; i < count; i++) {
    const angle = ((i + 0.5) / count) * TAU + 0.3
    const at = [cos(angle) * radius, belt, sin(angle) * radius] as const
    const colour = alternating && i % 2 === 1 ? SECOND_STONE : bench.accent
    bench.addGem(onBowl(angle, radius - 0.01, belt, size), [...at, size * 1.7], colour)
  }
  const collars: Field = (x, y, z) => {
    const out = length2(x, z) - radius
    // far from the belt its own distance is near enough
    const far = max(abs(y - belt) - size * 1.02 - 0.02, abs(out) - 0.02)
    if (far > 0.06) return far
    const angle = atan2(z, x) - 0.3
    const turn = ((Math.floor((angle / TAU) * count) + 0.5) / count) * TAU
    return (length2(length2((angle - turn) * radius, y - belt) - size * 1.02, out) - 0.02) * 0.8
  }
  bench.add('collars', collars, [0, belt, 0, radius + 0.16], gilt)
}

export const goblet: Kind = {
  forms: ['chalice', 'tulip', 'coupe', 'beaker', 'thistle', 'covered'],
  build(bench) {
    const { form, random } = bench
    const bowl = BOWLS[form] ?? BOWLS.chalice!
    const top = bowl[bowl.length - 1]![1]
    const join = bowl[0]![1]
    const profile = [[0, GROUND] as const, ...random.pick(FEET), ...random.pick(STEMS), ...bowl]
    const solid = once(lathe(profile, 4))
    const inner = bowl.filter(([, h]) => h > join + 0.06).map(([r, h]) => [max(0, r - 0.045), h + 0.02])
    const hollow = lathe([[0, join + 0.13], ...inner, [inner[inner.length - 1]![0]! + 0.02, top + 0.2]], 4)
    const relief = RELIEFS[random.pick(['smooth', 'gadroons', 'facets', 'spiral'] as const)]
    const lobes = random.pick([0, 0.008, 0.02])
    const petals = random.pick([6, 8, 16])
    const belt = top - (top - join) * (form === 'covered' ? 0.3 : 0.36)
    const metal = bench.body(
      { rough: 0.14, hammer: random.pick([0, 0.03, 0.07]), brush: 0.003 },
      rgb(bench.coloured ? METALS[0] : random.pick(METALS)),
    )
    const engraved = random.chance(0.35)
      ? overlaid(metal, [engraving(9, (s) => smooth(belt - 0.14, belt - 0.1, s.y) * smooth(top - 0.06, top - 0.1, s.y))])
      : metal
    const cup: Field = (x, y, z) => {
      let d = solid(x, y, z)
      if (d < 0.06) {
        const low = smooth(belt - 0.12, join + 0.12, y) * smooth(join - 0.06, join + 0.06, y)
        const foot = lobes * smooth(-0.5, -0.72, y)
        if (low > 0 || foot > 0) {
          const angle = atan2(z, x)
          d += relief(angle, low, y) + foot * (1 + sin(angle * petals))
        }
      }
      // the hollow lies inside: it is not asked below it, nor outside the bowl
      return (y < join - 0.05 || (d > 0.03 && y < top - 0.2) ? d : smoothMax(d, -hollow(x, y, z), 0.015)) * 0.85
    }
    const reach = length2((top - GROUND) / 2, max(0.5, bowl[bowl.length - 1]![0])) + 0.05
    bench.add('cup', cup, [0, (top + GROUND) / 2, 0, reach], engraved)
    addTrim(bench, bowl, solid, belt)
    if (bench.coloured || random.chance(0.65)) addStones(bench, bowl, belt)
    if (form !== 'beaker' && form !== 'covered' && random.chance(0.35)) addHandles(bench, bowl, top)
    const rim = radiusAt(bowl, top - 0.01)
    if (form === 'covered') {
      bench.add('lid', lidOn(rim, top), [0, top + 0.26, 0, 0.6], metal)
      bench.addGem(brilliantCut(0, top + 0.66, 0, 0.08, 0.1), [0, top + 0.66, 0, 0.14])
      return { yaw: 0.2 + random.range(-PI / 8, PI / 8), pitch: 0.22, half: 1.2, aimY: 0.1, stands: GROUND }
    }
    const level = top - (form === 'coupe' ? 0.13 : 0.2)
    const pool = radiusAt(bowl, level) - 0.03
    const wine = plain(bench.coloured ? bench.accent : rgb('#5a0f22'), { rough: 0.08, coat: 1 })
    bench.add('wine', (x, y, z) => max(length2(x, z) - pool, abs(y - level) - 0.012), [0, level, 0, pool + 0.04], wine)
    return { yaw: 0.2, pitch: 0.3, half: (top - GROUND) / 2 + 0.31, aimY: (top + GROUND) / 2 - 0.01, stands: GROUND }
  },
}
