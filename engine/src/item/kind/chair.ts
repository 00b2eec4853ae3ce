import { place } from '../../solid/field/combine.ts'
import type { Field, Field2 } from '../../solid/field/field.ts'
import { lathe } from '../../solid/field/outline.ts'
import { box, capsule, length2, length3 } from '../../solid/field/shapes.ts'
import { ball, blend, disc, every, rod, slab } from '../../solid/field/solids.ts'
import { sweep } from '../../solid/field/sweep.ts'
import { cloth } from '../../solid/material/organic.ts'
import { finish, plain } from '../../solid/material/plain.ts'
import { rgb } from '../../solid/palette.ts'
import { dim, paint } from '../../solid/render/surface.ts'
import type { Bench } from '../bench.ts'
import type { Kind, Pose } from '../kind.ts'

const { abs, floor, max, min } = Math

const TURNED = lathe(
  [
    [0.03, -0.95],
    [0.036, -0.86],
    [0.055, -0.8],
    [0.036, -0.74],
    [0.05, -0.58],
    [0.058, -0.44],
    [0.04, -0.3],
    [0.058, -0.24],
    [0.05, -0.1],
    [0.05, 0.0],
  ],
  3,
)
const POST = sweep([
  [0.36, -0.95, -0.36, 0.042],
  [0.36, -0.15, -0.36, 0.05],
  [0.37, 0.35, -0.42, 0.044],
  [0.38, 0.9, -0.53, 0.034],
  [0.382, 0.97, -0.545, 0.05],
])
const RUSH = rgb('#c9a55c')
/** How far back the posts lean at a height. */
const lean = (y: number) => 0.36 + 0.165 * max(0, y + 0.1)

/** How far back the back bends inwards at a place across it, as a share of the most. */
const bowed = (x: number) => 1 - (x / 0.38) * (x / 0.38)

/** What fills the back between the posts; lengths in its own plane: across, up. */
const BACKS: Record<string, Field2> = {
  slats: (x, y) => {
    const row = min(max(floor((y - 0.16) / 0.24 + 0.5), 0), 3) * 0.24 + 0.16
    const bow = bowed(x)
    return max(abs(x) - 0.36, abs(y - row - 0.03 * bow) - 0.05 - 0.025 * bow)
  },
  spindles: (x, y) =>
    min(max(abs(every(x, 0.12)) - 0.02 - 0.008 * max(0, 1 - abs(y - 0.4) * 4), abs(x) - 0.33, abs(y - 0.42) - 0.44), top(x, y)),
  splat: (x, y) => {
    const wide = 0.1 + 0.06 * max(0, 1 - abs(y - 0.58) * 5) + 0.04 * max(0, 1 - abs(y - 0.16) * 6)
    const pierced = min(length2(x, y - 0.58) - 0.06, length2(x, (y - 0.3) * 0.5) - 0.035)
    return min(max(abs(x) - wide, abs(y - 0.42) - 0.46, -pierced), top(x, y))
  },
  cross: (x, y) =>
    min(max(abs(abs(x) * 1.25 - abs(y - 0.46)) * 0.62 - 0.034, abs(x) - 0.35, abs(y - 0.46) - 0.42), length2(x, y - 0.46) - 0.1, top(x, y)),
  hearts: (x, y) => {
    const [u, v] = [abs(x), y - 0.52]
    const heart = v > 0 ? length2(u - 0.07, v) - 0.075 : (u + abs(v) * 0.8 - 0.14) * 0.75
    return max(abs(x) - 0.34, abs(y - 0.48) - 0.36 - 0.06 * bowed(x), -heart)
  },
  hoops: (x, y) => min(abs(length2(x, y - 0.62) - 0.24) - 0.03, abs(length2(x, y - 0.2) - 0.14) - 0.026, top(x, y)),
}

/** The rail that joins the posts at their tops. */
const top = (x: number, y: number) => max(abs(x) - 0.36, abs(y - 0.9 - 0.05 * bowed(x)) - 0.06)

/** Posts taper off to their tops, which end in knobs. */
const KNOBS: Record<'ball' | 'flame' | 'disc', Field> = {
  ball: (x, y, z) => length3(x - 0.382, y - 1.0, z + 0.55) - 0.062,
  flame: (x, y, z) => max(length2(x - 0.382, z + 0.55) - 0.06 * max(0.05, (1.16 - y) / 0.2), 0.92 - y, y - 1.15) * 0.8,
  disc: (x, y, z) => max(length2(x - 0.382, z + 0.55) - 0.07, abs(y - 0.99) - 0.03) - 0.006,
}

/** Legs in front, at x = z = 0. */
const LEGS: readonly Field[] = [
  TURNED,
  (x, y, z) => max(max(abs(x), abs(z)) - 0.036 - 0.02 * (y + 0.95), abs(y + 0.475) - 0.475) - 0.008,
  sweep([
    [0, 0, 0, 0.062],
    [0.02, -0.24, 0.04, 0.06],
    [0, -0.6, 0.0, 0.04],
    [-0.01, -0.84, -0.01, 0.034],
    [0.03, -0.93, 0.05, 0.044],
  ]),
]

const TIMBERS = [
  ['#5a3418', '#8f5a30'],
  ['#2c1810', '#54301c'],
  ['#8a6238', '#c69a62'],
  ['#5c1e14', '#8f3c26'],
  ['#6c6a60', '#a6a296'],
] as const

/** Four triangles of strands, each parallel to its edge of the seat. */
const rush: Field = (x, y, z) => {
  const side = abs(x) > abs(z) * 1.08
  const strand = every(side ? x : z, 0.034)
  const sunk = 0.05 * length2(x, z)
  return box(x, y + 0.1 - sunk, z, 0.43, 0.055, 0.4, 0.045) * 0.95 + 0.006 - 0.34 * strand * strand * 50 * 0.017
}
const straw = finish(RUSH, (s) => {
  const side = abs(s.x) > abs(s.z) * 1.08
  const strand = abs(every(side ? s.x : s.z, 0.034)) / 0.017
  paint(s, RUSH)
  dim(s, 1.1 - 0.65 * strand * strand)
  s.rough = 0.8
  s.sheen = 0.3
})

/** A padded cushion with a welt and a button, tied to the posts. */
function addCushion(bench: Bench): void {
  const pad: Field = (x, y, z) => {
    const sunk = 0.05 * max(0, 1 - length2(x, z) * 5) - 0.02 * (1 - length2(x, z) * 1.6)
    return (box(x, y - 0.01, z, 0.41, 0.075, 0.38, 0.07) + sunk) * 0.85
  }
  bench.add('cushion', pad, [0, 0.01, 0, 0.6], cloth(bench.fabric, 0.7))
  const welt: Field = (x, y, z) => length2(box(x, 0, z, 0.405, 1, 0.375, 0.07), y - 0.01) - 0.018
  bench.add('welt', welt, [0, 0.01, 0, 0.62], cloth(bench.accent, 0.5))
  bench.add('button', ball(0, 0.06, 0, 0.035), [0, 0.06, 0, 0.05], cloth(bench.accent, 0.5))
}

function country(bench: Bench): Pose {
  const { random } = bench
  const painted = (random.chance(0.25) || (bench.coloured && bench.form !== 'cushioned')) && !bench.gilded
  const timber =
    bench.named || bench.whole
      ? bench.body()
      : painted
        ? plain(bench.fabric, { rough: 0.35, coat: 0.5 })
        : bench.timber(...random.pick(TIMBERS))
  const leg = random.pick(LEGS)
  bench.add('legs', (x, y, z) => leg(abs(x) - 0.36, y, z - 0.34), [0, -0.48, 0.36, 0.68], timber)
  bench.add('posts', (x, y, z) => POST(abs(x), y, z), [0, 0.02, -0.42, 1.1], timber)
  const knob = KNOBS[random.pick(['ball', 'flame', 'disc'] as const)]
  bench.add('knobs', (x, y, z) => knob(abs(x), y, z), [0, 1.02, -0.55, 0.52], random.chance(0.3) ? bench.fitting() : timber)
  const filling = BACKS[random.pick(['slats', 'spindles', 'splat', 'cross', 'hearts', 'hoops'] as const)]!
  const back: Field = (x, y, z) => max(filling(x, y), abs(z + lean(y) + 0.055 * bowed(x)) - 0.014) * 0.8 - 0.006
  bench.add('back', back, [0, 0.5, -0.46, 0.66], timber)
  if (random.chance(0.3)) {
    const rest = sweep([
      [0.38, 0.26, -0.4, 0.04],
      [0.42, 0.24, -0.1, 0.04],
      [0.42, 0.2, 0.24, 0.046],
      [0.4, 0.16, 0.36, 0.056],
    ])
    const stay = rod([0.37, -0.04, 0.26], [0.42, 0.18, 0.26], 0.028)
    bench.add('arms', (x, y, z) => min(rest(abs(x), y, z), stay(abs(x), y, z)), [0, 0.14, 0, 0.68], timber)
  }
  const rungs = (y: number, r: number): Field => {
    const across = rod([-0.36, y, 0.34], [0.36, y, 0.34], r)
    const along = rod([0.36, y - 0.07, -0.36], [0.36, y - 0.07, 0.34], r)
    return (x, yy, z) => min(across(x, yy, abs(z + 0.01)), along(abs(x), yy, z))
  }
  const upper = rungs(-0.36, 0.024)
  const lower = rungs(-0.6, 0.022)
  bench.add('rungs', (x, y, z) => min(upper(x, y, z), lower(x, y, z)), [0, -0.52, 0, 0.58], timber)
  const boards = random.chance(0.4)
  if (boards)
    bench.add(
      'seat',
      (x, y, z) => box(x, y + 0.09, z, 0.44, 0.045, 0.41, 0.03) + 0.02 * max(0, 1 - length2(x, z) * 3),
      [0, -0.09, 0, 0.64],
      timber,
    )
  else bench.add('seat', rush, [0, -0.09, 0, 0.62], bench.gilded ? cloth(bench.fabric) : straw)
  if (bench.form === 'cushioned') addCushion(bench)
  return { yaw: 0.55, pitch: 0.22, half: 1.2, aimY: 0.04, stands: -0.95 }
}

/** Nearest button of a tufted back and the distance to it. */
const tuft = (x: number, y: number): number => {
  const row = floor(y / 0.17 + 0.5)
  const shift = row - 2 * floor(row / 2) === 0 ? 0 : 0.11
  return length2(every(x - shift, 0.22), y - row * 0.17)
}
const padded: Field = (x, y, z) => {
  const d = box(x, y, z, 0.4, 0.5, 0.1, 0.09)
  const r = z > 0 && y > -0.36 && y < 0.4 && abs(x) < 0.34 ? tuft(x, y) : 1
  return d + 0.42 * max(0, 0.09 - r) * max(0, 1 - r * 4)
}
const buttons: Field = (x, y, z) => {
  const row = min(max(floor(y / 0.17 + 0.5), -2), 2)
  const shift = row === 0 || abs(row) === 2 ? 0 : 0.11
  const column = min(max(floor((x - shift) / 0.22 + 0.5), -1), shift > 0 ? 0 : 1) * 0.22 + shift
  return length3(x - column, y - row * 0.17, z - 0.07) - 0.026
}

function armchair(bench: Bench): Pose {
  const { random } = bench
  const covered = bench.has('cursed') ? rgb('#2c2233') : bench.fabric
  const fabric = cloth(covered, 0.8)
  const wood = bench.named || bench.whole ? bench.body() : bench.timber(...random.pick(TIMBERS))
  const leg = sweep([
    [0.44, -0.66, 0.36, 0.07],
    [0.48, -0.78, 0.4, 0.05],
    [0.46, -0.88, 0.38, 0.036],
    [0.49, -0.95, 0.42, 0.042],
  ])
  bench.add('legs', (x, y, z) => leg(abs(x), y, abs(z + 0.02)), [0, -0.8, 0, 0.72], wood)
  bench.add('base', slab(0, -0.55, -0.02, 0.54, 0.14, 0.46, 0.05), [0, -0.55, 0, 0.74], fabric)
  bench.add('rail', slab(0, -0.68, -0.02, 0.56, 0.03, 0.48, 0.015), [0, -0.68, 0, 0.75], wood)
  const roll = blend(0.05, slab(0.55, -0.36, 0, 0.075, 0.28, 0.44, 0.05), rod([0.57, -0.06, -0.36], [0.57, -0.06, 0.4], 0.115))
  bench.add('arms', (x, y, z) => roll(abs(x), y, z), [0, -0.28, 0, 0.85], fabric)
  bench.add(
    'scrolls',
    (x, y, z) =>
      min(capsule(abs(x), y, z, 0.57, -0.06, 0.47, 0.57, -0.06, 0.48, 0.05, 0.05), length3(abs(x) - 0.57, y + 0.06, z - 0.52) - 0.025),
    [0, -0.06, 0.52, 0.68],
    bench.fitting(),
  )
  const crest = random.pick([0, 0.12, -0.1])
  const back: Field = (x, y, z) => padded(x, y > 0 ? y - y * crest * (1 - x * x * 6) : y, z) * 0.85
  bench.add('back', place(back, 0, 0.38, -0.38, -0.16), [0, 0.38, -0.38, 0.74], fabric)
  bench.add('buttons', place(buttons, 0, 0.38, -0.38, -0.16), [0, 0.38, -0.3, 0.46], bench.fitting())
  const wing: Field = (x, y, z) => {
    const d = box(abs(x) - 0.5, y - 0.4, z + 0.3, 0.07, 0.44, 0.22, 0.06)
    return d + 0.17 * max(0, z + 0.26 - 0.25 * (0.5 - y))
  }
  if (random.chance(0.5)) bench.add('wings', wing, [0, 0.4, -0.3, 0.75], fabric)
  const cushion: Field = (x, y, z) => {
    const d = box(x, y + 0.31 - 0.05 * (1 - length2(x, z)), z - 0.06, 0.46, 0.1, 0.42, 0.08)
    return d * 0.95
  }
  bench.add(
    'cushion',
    cushion,
    [0, -0.28, 0.06, 0.66],
    cloth([covered[0] * 1.25 + 0.01, covered[1] * 1.25 + 0.01, covered[2] * 1.25 + 0.01], 0.8),
  )
  const piping: Field = (x, y, z) => {
    const edge = box(x, 0, z - 0.06, 0.46, 1, 0.42, 0.08)
    return length2(edge, abs(y + 0.31 - 0.05 * (1 - length2(x, z))) - 0.062) - 0.014
  }
  bench.add(
    'piping',
    (x, y, z) => piping(x, y, z) * 0.95,
    [0, -0.28, 0.06, 0.68],
    bench.has('ornate') || bench.gilded ? bench.fitting() : cloth([covered[0] * 0.5, covered[1] * 0.5, covered[2] * 0.5]),
  )
  return { yaw: 0.5, pitch: 0.2, half: 1.14, aimY: -0.02, stands: -0.98 }
}

function stool(bench: Bench): Pose {
  const timber = bench.named || bench.whole ? bench.body() : bench.timber(...bench.random.pick(TIMBERS))
  const square = bench.random.chance(0.4)
  const round = square ? slab(0, 0.05, 0, 0.5, 0.075, 0.42, 0.03) : disc(0, 0.05, 0, 0.52, 0.075, 0.03)
  const padding = bench.random.chance(0.35)
  const seat: Field = (x, y, z) =>
    round(x, y, z) + (padding ? -0.03 * max(0, 1 - (x * x + z * z) * 3) : y > 0 ? 0.04 * max(0, 1 - (x * x + z * z) * 5) : 0)
  bench.add('seat', seat, [0, 0.06, 0, 0.68], padding ? cloth(bench.fabric, 0.7) : timber)
  const legs = [0, 1, 2, 3].map((i) => {
    const sx = i % 2 === 0 ? 1 : -1
    const sz = i < 2 ? 1 : -1
    return sweep(
      [
        [sx * 0.26, 0.04, sz * 0.26, 0.045],
        [sx * 0.33, -0.3, sz * 0.33, 0.062],
        [sx * 0.36, -0.5, sz * 0.36, 0.05],
        [sx * 0.42, -0.8, sz * 0.42, 0.04],
      ],
      3,
    )
  })
  bench.add('legs', (x, y, z) => legs[0]!(abs(x), y, abs(z)), [0, -0.4, 0, 0.74], timber)
  bench.add(
    'rungs',
    (x, y, z) =>
      min(
        capsule(x, y, abs(z), -0.36, -0.45, 0.36, 0.36, -0.45, 0.36, 0.026, 0.026),
        capsule(abs(x), y, z, 0.37, -0.56, -0.37, 0.37, -0.56, 0.37, 0.026, 0.026),
      ),
    [0, -0.5, 0, 0.58],
    timber,
  )
  const pegs = ball(0.26, 0.125, 0.26, 0.03)
  bench.add('pegs', (x, y, z) => pegs(abs(x), y, abs(z)), [0, 0.12, 0, 0.42], bench.fitting())
  return { yaw: 0.4, pitch: 0.3, half: 0.92, aimY: -0.35, stands: -0.84 }
}

export const chair: Kind = {
  forms: ['ladderback', 'armchair', 'stool', 'cushioned'],
  build: (bench) => (bench.form === 'armchair' ? armchair(bench) : bench.form === 'stool' ? stool(bench) : country(bench)),
}
