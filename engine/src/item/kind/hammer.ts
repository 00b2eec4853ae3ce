import { atan2, PI, sin, smooth } from '../../math/dmath.ts'
import { place, polar, smoothMin, union } from '../../solid/field/combine.ts'
import { brilliantCut } from '../../solid/field/facets.ts'
import type { Field } from '../../solid/field/field.ts'
import { lathe } from '../../solid/field/outline.ts'
import { box, cylinder, length2 } from '../../solid/field/shapes.ts'
import { ball } from '../../solid/field/solids.ts'
import { sweep } from '../../solid/field/sweep.ts'
import { engraving } from '../../solid/material/engraving.ts'
import { overlaid } from '../../solid/material/overlay.ts'
import { rgb } from '../../solid/palette.ts'
import type { Bench } from '../bench.ts'
import type { Kind } from '../kind.ts'

const { abs, max, min } = Math

/** A head whose middle is the origin; lengths in model units. */
type Head = {
  readonly field: Field
  /** Straps or hoops round it. */
  readonly bands?: Field
  /** How far it rises over its middle. */
  readonly top: number
  /** How far its front stands from its middle, where a stone is set. */
  readonly front: number
  readonly reach: number
}

/** Turned round the x axis. */
const lying = (profile: readonly (readonly number[])[], smoothed = 0): Field => place(lathe(profile, smoothed), 0, 0, 0, 0, 0, PI / 2)

/** A block with broader faces, its edges taken off. */
function block(long: number, tall: number): Head {
  return {
    field: (x, y, z) => {
      const middle = box(x, y, z, long, tall, 0.24, 0.04)
      const faces = box(abs(x) - long + 0.02, y, z, 0.08, tall + 0.05, 0.29, 0.05)
      return max(smoothMin(middle, faces, 0.02), abs(y) + abs(z) - tall - 0.22)
    },
    bands: (x, y, z) => max(box(abs(x) - long + 0.16, y, z, 0.032, tall + 0.022, 0.262, 0.02), abs(y) + abs(z) - tall - 0.24),
    top: tall,
    front: 0.245,
    reach: 0.72,
  }
}

/** Eight flat sides, narrow over the haft and broad at the faces. */
const waisted: Head = {
  field: (x, y, z) => {
    const r = 0.19 + 0.13 * smooth(0.12, 0.42, abs(x))
    const [v, w] = [abs(y), abs(z)]
    return max(v - r, w - r, (v + w) * 0.7071 - r, abs(x) - 0.5) * 0.85 - 0.012
  },
  bands: (x, y, z) => {
    const [u, v, w] = [abs(abs(x) - 0.17) - 0.028, abs(y), abs(z)]
    return max(u, max(v, w, (v + w) * 0.7071) - 0.235) * 0.9
  },
  top: 0.2,
  front: 0.205,
  reach: 0.66,
}

/** A round drum with a raised ring at either face. */
const drum: Head = {
  field: lying([
    [0, -0.47],
    [0.25, -0.47],
    [0.29, -0.44],
    [0.29, -0.35],
    [0.25, -0.32],
    [0.25, 0.32],
    [0.29, 0.35],
    [0.29, 0.44],
    [0.25, 0.47],
    [0, 0.47],
  ]),
  bands: (x, y, z) => max(abs(abs(x) - 0.2) - 0.03, abs(length2(y, z) - 0.255) - 0.02) * 0.95,
  top: 0.25,
  front: 0.255,
  reach: 0.6,
}

/** A face on the right, a beak on the left and a spike on top. */
const beaked: Head = {
  field: union(
    lying([
      [0, -0.46],
      [0.17, -0.46],
      [0.2, -0.43],
      [0.2, -0.34],
      [0.12, -0.27],
      [0.11, -0.12],
      [0, -0.1],
    ]),
    (x, y, z) => box(x, y, z, 0.15, 0.17, 0.14, 0.03),
    sweep([
      [-0.1, 0.02, 0, 0.12],
      [-0.3, 0.03, 0, 0.095],
      [-0.48, -0.05, 0, 0.055],
      [-0.62, -0.2, 0, 0.012],
    ]),
    (x, y, z) => max(abs(x) + abs(z) - 0.1 * ((0.62 - y) / 0.46), 0.1 - y, y - 0.6) * 0.68,
  ),
  top: 0.12,
  front: 0.14,
  reach: 0.7,
}

/** A small round face on the right and a split claw on the left, as carpenters have. */
const clawed: Head = {
  field: (() => {
    const poll = lying([
      [0, -0.44],
      [0.16, -0.44],
      [0.18, -0.41],
      [0.18, -0.34],
      [0.1, -0.26],
      [0.1, -0.1],
      [0, -0.1],
    ])
    const tine = sweep([
      [-0.08, 0.02, 0.03, 0.105],
      [-0.26, 0.05, 0.06, 0.075],
      [-0.43, -0.02, 0.085, 0.05],
      [-0.55, -0.17, 0.1, 0.03],
    ])
    const eye: Field = (x, y, z) => box(x, y, z, 0.13, 0.15, 0.12, 0.04)
    return (x, y, z) => smoothMin(min(poll(x, y, z), tine(x, y, abs(z))), eye(x, y, z), 0.04)
  })(),
  top: 0.14,
  front: 0.12,
  reach: 0.64,
}

/** A drum with rows of studs round both faces, and a crown of spikes on them. */
const spiked: Head = {
  field: (() => {
    const body = lying([
      [0, -0.4],
      [0.27, -0.4],
      [0.3, -0.36],
      [0.3, -0.2],
      [0.2, -0.12],
      [0.2, 0.12],
      [0.3, 0.2],
      [0.3, 0.36],
      [0.27, 0.4],
      [0, 0.4],
    ])
    const point = polar((x, y, z) => max(length2(y, z) - 0.075 * ((0.44 - x) / 0.16), 0.25 - x) * 0.85, 8)
    const tip = place(
      polar((x, y, z) => max(length2(x - 0.15, z) - 0.065 * ((0.56 - y) / 0.17), 0.38 - y) * 0.85, 4),
      0,
      0,
      0,
      0,
      0,
      -PI / 2,
    )
    return (x, y, z) => min(body(x, y, z), point(z, abs(x) - 0.28, y), tip(abs(x), y, z))
  })(),
  top: 0.2,
  front: 0.2,
  reach: 0.72,
}

const HEADS: Readonly<Record<string, readonly Head[]>> = {
  war: [block(0.46, 0.24), waisted, waisted],
  maul: [block(0.38, 0.3), drum],
  beaked: [beaked],
  claw: [clawed],
  mallet: [drum],
  spiked: [spiked],
}

const LEATHERS = ['#5a3421', '#1e1c20', '#5a1c20', '#1e2c4c', '#26402e', '#8a6038'] as const

/** Haft, its binding, and a cap at its foot. */
function addHaft(bench: Bench, top: number): void {
  const { random } = bench
  const swell = random.pick([0, 0.006, 0.012])
  const haft: Field = (x, y, z) => max(length2(x, z * 1.15) - 0.06 + swell * sin(y * 5), abs(y + 0.1) - 0.85)
  const [early, late] = random.pick([
    ['#5b3820', '#96643a'],
    ['#2c1c14', '#4e3222'],
    ['#8a6238', '#c89a60'],
  ] as const)
  bench.add('haft', haft, [0, -0.1, 0, 0.87], bench.form !== 'claw' && random.chance(0.2) ? bench.body() : bench.timber(early, late))
  const [turns, deep, slant] = random.pick([
    [60, 0.011, 1],
    [120, 0.006, 1],
    [40, 0.009, 0],
  ] as const)
  const long = random.range(0.16, 0.3)
  bench.add(
    'wrap',
    (x, y, z) => max(length2(x, z * 1.15) - 0.076 + deep * sin(y * turns + slant * atan2(z, x)), abs(y + 0.88 - long) - long) * 0.8,
    [0, -0.88 + long, 0, long + 0.09],
    bench.hide(bench.coloured ? bench.fabric : rgb(random.pick(LEATHERS))),
  )
  const foot: Field = random.pick([
    (x, y, z) => cylinder(x, y + 0.95, z, 0.085, 0.06, 0.03),
    ball(0, -0.94, 0, 0.1),
    (x, y, z) => length2(length2(x, y + 0.97) - 0.075, z) - 0.03,
    lathe([
      [0, -1.06],
      [0.03, -1.02],
      [0.1, -0.93],
      [0.07, -0.88],
      [0, -0.87],
    ]),
  ] satisfies Field[])
  bench.add('foot', foot, [0, -0.95, 0, 0.16], bench.fitting())
  if (bench.form === 'beaked' || bench.form === 'spiked') {
    const langets: Field = (x, y, z) => box(x, y - 0.2, abs(z) - 0.058, 0.035 - 0.02 * smooth(0.15, -0.05, y), 0.28, 0.014, 0.01)
    bench.add('langets', langets, [0, 0.2, 0, 0.34], bench.fitting())
  }
  if (bench.form !== 'beaked')
    bench.add('cap', (x, y, z) => cylinder(x, y - 0.58 - top, z, 0.075, 0.05, 0.02), [0, 0.58 + top, 0, 0.12], bench.fitting())
}

export const hammer: Kind = {
  forms: ['war', 'maul', 'beaked', 'claw', 'mallet', 'spiked'],
  build(bench) {
    const { random } = bench
    const head = random.pick(HEADS[bench.form] ?? HEADS.war!)
    const { field, bands, top, front, reach } = head
    const wooden = bench.form === 'mallet' && !bench.named && !bench.whole
    const forged = bench.body({ hammer: random.pick([0.12, 0.12, 0.03]), axis: 'x' })
    const chased = random.chance(0.3) ? overlaid(forged, [engraving(8, (s) => smooth(0.42, 0.36, abs(s.x)))]) : forged
    const made = wooden ? bench.timber('#6a4424', '#b07c48', 'x') : chased
    const lettered = bench.inscribed(made, (s, at) => {
      at.u = s.x * 8
      at.v = (s.y - 0.55) * 4.6 + 0.5
      return abs(s.x) < 0.28 && abs(s.y - 0.55) < 0.11 && abs(s.nz) > 0.6
    })
    bench.add('head', place(field, 0, 0.55, 0), [0, 0.55, 0, reach], lettered)
    if (bands) bench.add('bands', place(bands, 0, 0.55, 0), [0, 0.55, 0, 0.55], bench.fitting())
    addHaft(bench, top)
    if (bench.form === 'war' || bench.form === 'maul' || bench.form === 'spiked')
      bench.addGem(brilliantCut(0, 0.55, front, 0.1, 0.09, 8, 'z'), [0, 0.55, front, 0.15])
    return {
      roll: -0.6,
      yaw: 0.5,
      half: 1.2,
      aimY: -0.02,
      stands: null,
      thickness: bench.form === 'claw' || bench.form === 'beaked' ? 0.2 : 0.3,
    }
  },
}
