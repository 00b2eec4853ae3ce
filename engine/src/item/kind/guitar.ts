import { smooth } from '../../math/dmath.ts'
import { noise3 } from '../../math/lattice.ts'
import { place, smoothMax, smoothMin } from '../../solid/field/combine.ts'
import type { Field } from '../../solid/field/field.ts'
import { catmullRom, extrude, polygon } from '../../solid/field/outline.ts'
import { box, capsule, ellipsoid, length2, length3 } from '../../solid/field/shapes.ts'
import { every } from '../../solid/field/solids.ts'
import { finish, plain } from '../../solid/material/plain.ts'
import { rgb } from '../../solid/palette.ts'
import type { Material } from '../../solid/render/part.ts'
import { dim, paint, tint } from '../../solid/render/surface.ts'
import type { Bench } from '../bench.ts'
import type { Kind } from '../kind.ts'
import { HEADSTOCKS, HOLLOW, SOLID } from '../shape/guitar-bodies.ts'
import { stringMesh, strings } from '../shape/strings.ts'

const { abs, floor, max, min } = Math

const TOPS = ['#d9a45c', '#e6c08a', '#b8702e', '#1e1c1e', '#7a2418', '#c8923a', '#2a4a6a'] as const
const SIDES = [
  ['#4a2010', '#7a3c1e'],
  ['#2a1610', '#4e2a1c'],
  ['#8a5a30', '#c08a50'],
] as const
const ROSETTES = ['#cca04e', '#2f8f8a', '#d8d2c4', '#a03a2a'] as const
const PAINTS = ['#a3141c', '#14508a', '#0f6a5c', '#d8c9a4', '#1a1a1e', '#e0a020', '#7a2a8a', '#e8e6e0'] as const

const SOUND = -0.34

function acoustic(bench: Bench): void {
  const { random } = bench
  const body = HOLLOW[random.pick(['dreadnought', 'jumbo', 'parlour', 'cutaway', 'teardrop'] as const)]
  const top = bench.coloured ? bench.fabric : rgb(random.pick(TOPS))
  const burst = random.pick([0.5, 0.5, 0.95])
  const rosette = rgb(random.pick(ROSETTES))
  const rings = random.pick([1, 2, 3])
  const spruce = finish(top, (s) => {
    const d = body(s.x, s.y)
    paint(s, top)
    dim(s, 0.82 + 0.3 * noise3(s.x * 60, s.y * 1.6, 2))
    tint(s, [0.05, 0.02, 0.01], smooth(-0.2, 0, d) * burst)
    const ring = abs(length2(s.x, s.y - SOUND) - 0.2)
    tint(s, [0.03, 0.015, 0.01], smooth(0.03, 0.022, ring))
    tint(s, rosette, smooth(0.03 / rings, 0.006, abs(every(ring - 0.012, 0.034 / rings) * rings)) * smooth(0.036, 0.03, ring) * 0.9)
    s.rough = 0.25
    s.coat = 0.7
  })
  const face = bench.gilded ? bench.timber() : bench.whole ? bench.body() : spruce
  bench.add(
    'sides',
    (x, y, z) => smoothMax(body(x, y), abs(z + 0.04) - 0.13, 0.02),
    [0, -0.57, -0.04, 0.84],
    bench.timber(...random.pick(SIDES), 'x'),
  )
  bench.add(
    'top',
    (x, y, z) => max(body(x, y) - 0.004, abs(z - 0.1) - 0.014, 0.15 - length2(x, y - SOUND)) * 0.96 - 0.004,
    [0, -0.57, 0.1, 0.82],
    face,
  )
  bench.add(
    'hole',
    (x, y, z) => max(length2(x, y - SOUND) - 0.146, abs(z - 0.094) - 0.014),
    [0, SOUND, 0.094, 0.16],
    plain(rgb('#0d0806'), { rough: 1 }),
  )
  bench.add(
    'binding',
    (x, y, z) => length2(body(x, y), abs(z + 0.02) - 0.122) - 0.02,
    [0, -0.57, -0.02, 0.84],
    plain(rgb('#efe3c8'), { rough: 0.3, coat: 0.5 }),
  )
  const guard = polygon(
    catmullRom(
      [
        [0.12, -0.42],
        [0.2, -0.36],
        [0.26, -0.44],
        [0.28, -0.64],
        [0.2, -0.72],
        [0.14, -0.58],
        [0.12, -0.42],
      ],
      3,
    ).flat(),
  )
  bench.add(
    'guard',
    extrude((x, y) => max(guard(x, y), body(x, y) + 0.03), 0.13, 0.004),
    [0.2, -0.54, 0, 0.26],
    plain(rgb(random.pick(['#2a0f0a', '#2a0f0a', '#8a4a1c', '#efe6d2'])), { rough: 0.18, coat: 0.8 }),
  )
  bench.add(
    'bridge',
    (x, y, z) =>
      smoothMin(box(x, y + 0.86, z - 0.13, 0.19, 0.045, 0.026, 0.014), box(x, y + 0.86, z - 0.125, 0.25, 0.026, 0.014, 0.01), 0.02),
    [0, -0.86, 0.13, 0.28],
    bench.timber('#24120a', '#3c2114', 'x'),
  )
  bench.add(
    'saddle',
    (x, y, z) => {
      const column = (floor(x / 0.045) + 0.5) * 0.045
      return min(
        box(x, y + 0.84, z - 0.165, 0.14, 0.011, 0.018, 0.005),
        max(length3(x - column, y + 0.88, z - 0.158) - 0.015, abs(x) - 0.135),
      )
    },
    [0, -0.86, 0.16, 0.17],
    plain(rgb('#f0e6cf'), { rough: 0.3, coat: 0.4 }),
  )
}

function electric(bench: Bench): void {
  const paintOf = bench.coloured ? bench.fabric : rgb(bench.random.pick(PAINTS))
  const burst = bench.random.next() > 0.4
  const shape = SOLID[bench.random.pick(['horned', 'single', 'vee', 'bolt'] as const)]
  const lacquer = finish(paintOf, (s) => {
    const d = shape(s.x, s.y)
    paint(s, paintOf)
    if (burst) tint(s, [0.012, 0.008, 0.008], smooth(-0.17, -0.02, d))
    s.rough = 0.12
    s.coat = 1
  })
  const solid = extrude(shape, 0.1, 0.05)
  bench.add('body', solid, [0, -0.58, 0, 0.94], bench.gilded || bench.whole || bench.named ? bench.body({ brush: 0.003 }) : lacquer)
  const guard = polygon(
    catmullRom(
      [
        [-0.1, -0.2],
        [0.08, -0.2],
        [0.22, -0.12],
        [0.24, -0.42],
        [0.3, -0.66],
        [0.26, -0.88],
        [0.08, -0.84],
        [-0.1, -0.78],
        [-0.2, -0.5],
        [-0.24, -0.2],
        [-0.1, -0.2],
      ],
      3,
    ).flat(),
  )
  bench.add(
    'guard',
    (x, y, z) => max(guard(x, y), shape(x, y) + 0.07, abs(z - 0.105) - 0.011) - 0.002,
    [0.04, -0.5, 0.105, 0.46],
    plain(rgb(bench.random.pick(['#f1ece0', '#1c1c20', '#e8dcc0', '#7a2a1c'])), { rough: 0.2, coat: 0.6 }),
  )
  bench.add(
    'pickups',
    (x, y, z) => {
      const row = min(max(floor((y + 0.52) / 0.17 + 0.5), -1), 1) * 0.17 - 0.52
      return box(x, y - row, z - 0.125, 0.12, 0.04, 0.022, 0.018)
    },
    [0, -0.52, 0.125, 0.26],
    plain(rgb('#18161a'), { rough: 0.3, coat: 0.4 }),
  )
  bench.add(
    'poles',
    (x, y, z) => {
      const row = min(max(floor((y + 0.52) / 0.17 + 0.5), -1), 1) * 0.17 - 0.52
      const column = min(max(floor(x / 0.036), -3), 2) * 0.036 + 0.018
      return length3(x - column, y - row, z - 0.145) - 0.014
    },
    [0, -0.52, 0.145, 0.22],
    bench.fitting(),
  )
  const knob = (x: number, y: number, z: number) => max(length2(x, y) - 0.046 + 0.2 * max(0, z - 0.14), abs(z - 0.135) - 0.036)
  bench.add(
    'knobs',
    (x, y, z) => min(knob(x - 0.19, y + 0.56, z), knob(x - 0.23, y + 0.7, z), knob(x - 0.2, y + 0.84, z)) * 0.96,
    [0.2, -0.7, 0.13, 0.22],
    plain(rgb('#efe7d2'), { rough: 0.3, coat: 0.4 }),
  )
  // where the strap is fixed: the end of the body below the bridge
  let end = 1
  while (shape(0, -end) < 0) end += 0.02
  const arm = (x: number, y: number, z: number) => capsule(x, y, z, 0.1, -0.93, 0.14, 0.24, -0.66, 0.24, 0.014, 0.014)
  bench.add(
    'bridge',
    (x, y, z) =>
      min(
        box(x, y + 0.9, z - 0.125, 0.13, 0.05, 0.026, 0.012),
        arm(x, y, z),
        length3(x - 0.24, y + 0.66, z - 0.24) - 0.03,
        length3(x, y + end, z) - 0.03,
      ),
    [0.04, -0.88, 0.15, 0.4],
    bench.fitting({ rough: 0.14, brush: 0.002 }),
  )
}

function neckOf(bench: Bench, foot: number): void {
  const slim = (y: number) => 0.062 - 0.012 * ((y - foot) / (0.84 - foot))
  bench.add(
    'neck',
    (x, y, z) =>
      smoothMax(length2(x, (z - 0.1) * 0.8) - slim(y) - 0.004, max(z - 0.12, abs(y - (foot + 0.86) / 2) - (0.86 - foot) / 2), 0.012) * 0.95,
    [0, (foot + 0.86) / 2, 0.09, (0.86 - foot) / 2 + 0.08],
    bench.timber('#7a4a26', '#b07a46'),
  )
  bench.add(
    'board',
    (x, y, z) => max(abs(x) - slim(y), abs(z - 0.138) - 0.018, abs(y - (foot + 0.84) / 2) - (0.84 - foot) / 2) - 0.003,
    [0, (foot + 0.84) / 2, 0.138, (0.84 - foot) / 2 + 0.06],
    bench.timber('#1f110a', '#38200f'),
  )
  const fret = (n: number) => {
    // each fret lies a seventeenth of what is left nearer to the bridge
    let y = 0.82
    for (let i = 0; i < n; i++) y -= (y + 0.86) / 17.8
    return y
  }
  const rows = Array.from({ length: 15 }, (_, n) => fret(n)).filter((y) => y > foot + 0.02)
  const marks = [3, 5, 7, 9, 12].map((n) => (fret(n) + fret(n - 1)) / 2).filter((y) => y > foot)
  bench.add(
    'frets',
    (x, y, z) => {
      let d = 9
      for (const at of rows) d = min(d, abs(y - at))
      return max(d - 0.008, abs(x) - slim(y), abs(z - 0.155) - 0.012)
    },
    [0, (foot + 0.84) / 2, 0.155, (0.84 - foot) / 2 + 0.06],
    bench.fitting({ rough: 0.2, brush: 0.002 }),
  )
  bench.add(
    'dots',
    (x, y, z) => {
      let d = 9
      for (const at of marks) d = min(d, length2(x, y - at))
      return max(d - 0.018, abs(z - 0.15) - 0.01)
    },
    [0, (foot + 0.84) / 2, 0.15, (0.84 - foot) / 2 + 0.06],
    plain(rgb('#efe6d4'), { rough: 0.2, coat: 0.7 }),
  )
}

function headOf(bench: Bench, wood: Material): void {
  const at = (field: Field) => place(field, 0, 0.84, 0.11, -0.24)
  const shape = HEADSTOCKS[bench.random.pick(['slotted', 'crowned', 'arrow', 'round'] as const)]
  bench.add('head', at(extrude(shape, 0.034, 0.012)), [0, 1.04, 0.06, 0.3], wood)
  const row = (y: number) => min(max(floor((y - 0.1) / 0.1 + 0.5), 0), 2) * 0.1 + 0.1
  bench.add(
    'pegs',
    at((x, y, z) => {
      const at0 = row(y)
      const u = abs(x)
      return min(
        max(length2(u - 0.06, y - at0) - 0.02, abs(z - 0.03) - 0.05),
        ellipsoid(u - 0.17, y - at0, z, 0.036, 0.03, 0.018),
        capsule(u, y - at0, z, 0.08, 0, 0, 0.15, 0, 0, 0.013, 0.013),
      )
    }),
    [0, 1.03, 0.07, 0.31],
    bench.fitting(),
  )
  bench.add(
    'nut',
    (x, y, z) => box(x, y - 0.845, z - 0.148, 0.052, 0.014, 0.024, 0.006),
    [0, 0.845, 0.148, 0.07],
    plain(rgb('#f0e6cf'), { rough: 0.3 }),
  )
}

export const guitar: Kind = {
  forms: ['acoustic', 'electric'],
  build(bench) {
    const acousticOne = bench.form === 'acoustic'
    if (acousticOne) acoustic(bench)
    else electric(bench)
    neckOf(bench, acousticOne ? -0.16 : -0.26)
    headOf(bench, acousticOne ? bench.timber('#2c140c', '#4a2616') : bench.timber('#b07a46', '#dcae74'))
    const chords = Array.from({ length: 6 }, (_, i) => {
      const u = (i - 2.5) / 2.5
      return [u * 0.1, acousticOne ? -0.86 : -0.9, acousticOne ? 0.176 : 0.17, u * 0.042, 0.85, 0.172] as const
    })
    bench.add(
      'strings',
      strings(chords, 0.0075),
      [0, -0.02, 0.17, 0.89],
      plain(rgb('#dcd3c0'), { metal: 1, rough: 0.2 }),
      stringMesh(chords, 0.0075),
    )
    return { roll: -0.6, yaw: 0.35, half: 1.18, aimX: 0, aimY: 0.02, stands: null, thickness: 0.19 }
  },
}
