import { atan2, PI, sin } from '../../math/dmath.ts'
import { mirrorX, place, polar, smoothMin, union } from '../../solid/field/combine.ts'
import { brilliantCut } from '../../solid/field/facets.ts'
import type { Bound, Field } from '../../solid/field/field.ts'
import { extrude, lathe, polygon } from '../../solid/field/outline.ts'
import { length2, length3, torus } from '../../solid/field/shapes.ts'
import { ball, carve, disc } from '../../solid/field/solids.ts'
import { sweep } from '../../solid/field/sweep.ts'
import { rgb } from '../../solid/palette.ts'
import type { Bench } from '../bench.ts'
import type { Kind } from '../kind.ts'

const { abs, max } = Math

/** Where the blade comes out of the guard, and where the guard lies. */
const ROOT = -0.36

/** Lengths in model units. */
type Blade = {
  /** Half the width at height y. */
  readonly width: (y: number) => number
  /** Where the middle line lies at height y. */
  readonly bend?: (y: number) => number
  readonly end: number
  /** Length of the point. */
  readonly point: number
  /** Half the thickness. */
  readonly half: number
  readonly bound: Bound
}

const BLADES: Record<string, Blade> = {
  straight: { width: (y) => 0.13 * (1 - (0.22 * (y + 0.3)) / 1.35), end: 1.08, point: 0.26, half: 0.042, bound: [0, 0.36, 0, 0.78] },
  broad: { width: (y) => 0.185 - 0.02 * (y + 0.3), end: 1.1, point: 0.2, half: 0.05, bound: [0, 0.37, 0, 0.82] },
  leaf: { width: (y) => 0.17 * (1 - 0.32 * sin(((y + 0.3) / 1.25) * 3.1)), end: 0.98, point: 0.3, half: 0.046, bound: [0, 0.31, 0, 0.76] },
  wavy: { width: (y) => 0.12 - 0.02 * y, bend: (y) => 0.035 * sin(y * 13), end: 1.08, point: 0.3, half: 0.042, bound: [0, 0.36, 0, 0.78] },
  sabre: {
    width: (y) => 0.1 + 0.025 * (y + 0.3),
    bend: (y) => 0.17 * (y + 0.36) * (y + 0.36) - 0.09 * (y + 0.36),
    end: 1.04,
    point: 0.34,
    half: 0.04,
    bound: [0.07, 0.34, 0, 0.8],
  },
  rapier: { width: (y) => 0.058 - 0.014 * (y + 0.3), end: 1.22, point: 0.22, half: 0.034, bound: [0, 0.43, 0, 0.82] },
}

/** Grooves along a blade, at distances from its middle; how wide, and how far up they run. */
const FULLERS = {
  one: { at: 0, wide: 0.034, top: 0.55 },
  pair: { at: 0.045, wide: 0.017, top: 0.4 },
  none: { at: 0, wide: 0, top: -1 },
} as const

function blade({ width, bend = () => 0, end, point, half }: Blade, fuller: keyof typeof FULLERS): Field {
  const { at, wide, top } = FULLERS[fuller]
  return (x, y, z) => {
    const w = width(y)
    const left = end - y
    const edge = left < point ? (w * left) / point : w
    const ax = abs(x - bend(y))
    const thick = half * (1 - (ax / max(edge, 0.001)) * 0.92)
    const body = max((ax - edge) * 0.95, (abs(z) - max(thick, 0.002)) * 0.9)
    const groove = max(abs(ax - at) - wide, half * 0.62 - abs(z), y - top)
    return max(body, -groove, -left, ROOT - y) * 0.86
  }
}

/** What lies between blade and hand, without the stone in its middle. */
const GUARDS = {
  bar: mirrorX(
    sweep([
      [0, ROOT, 0, 0.07],
      [0.2, ROOT, 0, 0.05],
      [0.34, ROOT, 0, 0.046],
      [0.37, ROOT, 0, 0.066],
    ]),
  ),
  swept: mirrorX(
    sweep([
      [0, ROOT, 0, 0.075],
      [0.16, -0.35, 0, 0.058],
      [0.3, -0.3, 0, 0.048],
      [0.37, -0.24, 0, 0.06],
    ]),
  ),
  drooped: mirrorX(
    sweep([
      [0, ROOT, 0, 0.075],
      [0.15, -0.36, 0, 0.06],
      [0.27, -0.41, 0, 0.05],
      [0.33, -0.5, 0, 0.03],
      [0.3, -0.54, 0, 0.04],
    ]),
  ),
  winged: extrude(
    polygon([
      0, -0.45, 0.14, -0.42, 0.3, -0.33, 0.43, -0.15, 0.27, -0.24, 0.12, -0.29, 0, -0.28, -0.12, -0.29, -0.27, -0.24, -0.43, -0.15, -0.3,
      -0.33, -0.14, -0.42,
    ]),
    0.06,
    0.022,
  ),
} as const

/** A round plate with a raised edge, and with windows or without. */
function plate(windows: boolean): Field {
  const round = lathe([
    [0, ROOT - 0.02],
    [0.2, ROOT - 0.02],
    [0.24, ROOT - 0.04],
    [0.25, ROOT],
    [0.24, ROOT + 0.04],
    [0.2, ROOT + 0.025],
    [0, ROOT + 0.025],
  ])
  return windows ? carve(round, polar(ball(0.145, ROOT, 0, 0.045), 6)) : round
}

/** A bowl that covers the hand, with long thin arms. */
const cup: Field = union(
  (x, y, z) => max(abs(length3(x, (y + 0.5) * 1.1, z) - 0.2) - 0.017, -(y + 0.47)) * 0.9,
  mirrorX(
    sweep([
      [0, -0.3, 0, 0.03],
      [0.25, -0.3, 0, 0.024],
      [0.37, -0.3, 0, 0.024],
      [0.4, -0.3, 0, 0.038],
    ]),
  ),
)

/** A bow from the guard round the knuckles to the pommel. */
const knuckleBow = sweep([
  [0.12, ROOT - 0.01, 0, 0.04],
  [0.25, -0.44, 0, 0.034],
  [0.27, -0.6, 0, 0.03],
  [0.2, -0.76, 0, 0.03],
  [0.03, -0.83, 0, 0.034],
])

const POMMELS = {
  ball: (x, y, z) => smoothMin(length3(x, y + 0.83, z) - 0.082, torus(x, y + 0.76, z, 0.05, 0.022), 0.02),
  wheel: union(place(disc(0, 0, 0, 0.105, 0.045, 0.02), 0, -0.85, 0, PI / 2), ball(0, -0.76, 0, 0.05)),
  pear: lathe(
    [
      [0, -0.93],
      [0.045, -0.925],
      [0.088, -0.87],
      [0.075, -0.82],
      [0.05, -0.76],
      [0, -0.75],
    ],
    4,
  ),
  ring: union(
    place((x, y, z) => torus(x, y, z, 0.075, 0.03), 0, -0.86, 0, PI / 2),
    ball(0, -0.77, 0, 0.05),
  ),
  fishtail: extrude(
    polygon([-0.04, -0.74, 0.04, -0.74, 0.06, -0.82, 0.12, -0.9, 0.1, -0.93, 0, -0.88, -0.1, -0.93, -0.12, -0.9, -0.06, -0.82]),
    0.05,
    0.02,
  ),
} satisfies Record<string, Field>

/** How the grip is bound: turns a unit of length, depth, and slant of the turns. */
const GRIPS = [
  { turns: 70, depth: 0.009, slant: 1 },
  { turns: 170, depth: 0.0045, slant: 1 },
  { turns: 46, depth: 0.008, slant: 0 },
] as const

const LEATHERS = ['#4a2a1c', '#1c1a1c', '#5a1a1e', '#1c2a4a', '#24402c', '#8a5c34'] as const

function grip(bench: Bench): void {
  const { turns, depth, slant } = bench.random.pick(GRIPS)
  const leather = rgb(bench.random.pick(LEATHERS))
  bench.add(
    'grip',
    (x, y, z) => max(length2(x, z) - 0.058 + depth * sin(y * turns + slant * atan2(z, x)), abs(y + 0.58) - 0.2) * 0.8,
    [0, -0.58, 0, 0.24],
    bench.hide(bench.coloured ? bench.fabric : leather),
  )
}

/** Guard and pommel; answers whether the guard has room for a stone. */
function hilt(bench: Bench): boolean {
  const fitting = bench.fitting()
  const { random } = bench
  const around: Bound = [0, -0.34, 0, 0.5]
  if (bench.form === 'rapier') {
    bench.add('guard', cup, around, fitting)
    bench.add('bow', knuckleBow, [0.14, -0.6, 0, 0.36], fitting)
    bench.add('pommel', POMMELS.pear, [0, -0.84, 0, 0.14], fitting)
    return false
  }
  if (bench.form === 'sabre') {
    bench.add('guard', GUARDS[random.pick(['bar', 'drooped'] as const)], around, fitting)
    bench.add('bow', knuckleBow, [0.14, -0.6, 0, 0.36], fitting)
    bench.add('pommel', POMMELS[random.pick(['ball', 'pear'] as const)], [0, -0.84, 0, 0.14], fitting)
    return true
  }
  if (random.chance(0.16)) {
    bench.add('guard', plate(random.chance(0.5)), [0, ROOT, 0, 0.28], fitting)
    bench.add('pommel', POMMELS.wheel, [0, -0.84, 0, 0.16], fitting)
    return false
  }
  bench.add('guard', GUARDS[random.pick(['bar', 'swept', 'drooped', 'winged'] as const)], around, fitting)
  bench.add('pommel', POMMELS[random.pick(['ball', 'wheel', 'pear', 'ring', 'fishtail'] as const)], [0, -0.85, 0, 0.16], fitting)
  return true
}

export const sword: Kind = {
  forms: ['straight', 'broad', 'leaf', 'wavy', 'sabre', 'rapier'],
  build(bench) {
    const made = BLADES[bench.form] ?? BLADES.straight!
    const slender = bench.form === 'rapier' || bench.form === 'sabre'
    const fuller = slender ? 'none' : bench.random.pick(['one', 'one', 'pair', 'none'] as const)
    const steel = bench.body({ axis: 'y', brush: 0.016 })
    const middle = made.bend ?? (() => 0)
    const etched = bench.inscribed(steel, (s, at) => {
      const across = s.x - middle(s.y)
      at.u = across * 22 + 0.5
      at.v = s.y * 10
      return abs(across) < 0.022 && s.y < 0.5 && s.y > -0.25
    })
    bench.add('blade', blade(made, fuller), made.bound, etched)
    grip(bench)
    // without room in the guard the stone is set in the pommel
    if (hilt(bench)) bench.addGem(brilliantCut(0, ROOT, 0.075, 0.055, 0.05, 6, 'z'), [0, ROOT, 0.075, 0.09])
    else bench.addGem(brilliantCut(0, -0.85, 0.05, 0.05, 0.045, 8, 'z'), [0, -0.85, 0.05, 0.09])
    return { roll: -0.72, yaw: 0.42, half: 1, aimY: made.end > 1.15 ? 0.12 : 0.02, stands: null, thickness: 0.09 }
  },
}
