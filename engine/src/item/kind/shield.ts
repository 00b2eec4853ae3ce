import { atan2, cos, sin, smooth, TAU } from '../../math/dmath.ts'
import { noise3 } from '../../math/lattice.ts'
import { polar, smoothMin } from '../../solid/field/combine.ts'
import { brilliantCut } from '../../solid/field/facets.ts'
import type { Field, Field2, Rgb } from '../../solid/field/field.ts'
import { lathe } from '../../solid/field/outline.ts'
import { ellipsoid, length2 } from '../../solid/field/shapes.ts'
import { engraving } from '../../solid/material/engraving.ts'
import { overlaid } from '../../solid/material/overlay.ts'
import { finish } from '../../solid/material/plain.ts'
import { rgb } from '../../solid/palette.ts'
import type { Opaque } from '../../solid/render/part.ts'
import { bump, dim, paint, tint } from '../../solid/render/surface.ts'
import type { Bench } from '../bench.ts'
import type { Kind } from '../kind.ts'
import { CHARGES, type Charge, DIVISIONS } from '../shape/heraldry.ts'
import { BOARDS, type Board } from '../shape/shield-boards.ts'

const { abs, floor, max, min } = Math

const CREAM = rgb('#efe2c0')
const BARE = rgb('#8f6a40')
/** What is painted beside the field's colour. */
const SECONDS: readonly Rgb[] = [CREAM, CREAM, rgb('#201c1c'), rgb('#d8a02c'), rgb('#8e8a86')]
const JOINT = [0.02, 0.01, 0.01] as const
const planks: Field = (x, y, z) => noise3(x * 5, y * 60, z) * 0.1
const weave: Field = (x, y, z) => noise3(x * 50, y * 50, z * 50) * 0.04

/** Paint on boards or on cloth over them. */
function painted(bench: Bench, { middle, divisions }: Board): Opaque {
  const field = bench.fabric
  const second = bench.coloured ? CREAM : bench.random.pick(SECONDS)
  const parted = DIVISIONS[bench.random.pick(divisions)]
  const boards = bench.random.chance(0.45)
  return finish(field, (s) => {
    // the boards are bare where the arm is
    paint(s, s.nz < 0 ? BARE : parted(s.x, s.y - middle) ? field : second)
    dim(s, 0.8 + noise3(s.x * 3, s.y * (boards ? 40 : 3), 1) * 0.25)
    s.coat = boards ? 0.15 : 0.4
    if (!boards) return bump(s, 0.02, weave)
    const plank = s.x * 5.2 - floor(s.x * 5.2)
    tint(s, JOINT, smooth(0.04, 0.01, min(plank, 1 - plank)) * 0.7)
    bump(s, 0.03, planks)
  })
}

/** Metal, timber or paint: paint where the plan names a colour, metal where it names one. */
function faceOf(bench: Bench, board: Board, outline: Field2): Opaque {
  if (bench.whole) return bench.body()
  const { random, coloured } = bench
  const stuff = coloured
    ? 'paint'
    : bench.named
      ? 'metal'
      : random.pick(['paint', 'paint', 'paint', 'paint', 'metal', 'metal', 'timber'] as const)
  if (stuff === 'timber') return bench.timber('#4a2c18', '#8a5a32')
  if (stuff === 'paint') return painted(bench, board)
  const sheet = bench.body({ hammer: random.pick([0, 0.06]), rough: 0.3 })
  return random.chance(0.6)
    ? overlaid(sheet, [engraving(7, (s) => smooth(-0.05, -0.1, outline(s.x, s.y)) * smooth(-0.34, -0.28, outline(s.x, s.y)))])
    : sheet
}

/** Straps of metal over the face; lengths from its middle. */
const STRAPS = {
  cross: (x, y) => min(abs(x), abs(y)) - 0.045,
  spine: (x, y) => abs(x) - 0.02 - 0.06 * smooth(0.75, 0.15, abs(y)),
  saltire: (x, y) => abs(abs(x) - abs(y)) * 0.707 - 0.04,
  bars: (_, y) => abs(abs(y) - 0.42) - 0.04,
} satisfies Record<string, Field2>

/** A boss of radius 0.25 whose foot is at z = 0, by its outline turned round z. */
const turned = (profile: readonly (readonly number[])[], smoothed = 0): Field => {
  const round = lathe(profile, smoothed)
  return (x, y, z) => round(x, z, y)
}
const collar: Field = (x, y, z) => max(abs(length2(x, y) - 0.2) - 0.05, abs(z - 0.02) - 0.03)
const BOSSES = {
  dome: (x, y, z) => smoothMin(ellipsoid(x, y, z, 0.2, 0.2, 0.16), collar(x, y, z), 0.03),
  fluted: (x, y, z) => smoothMin(ellipsoid(x, y, z, 0.21, 0.21, 0.16) - 0.016 * cos(atan2(y, x) * 8), collar(x, y, z), 0.02) * 0.8,
  petals: (() => {
    const leaf = polar((x, y, z) => ellipsoid(x - 0.19, y, z, 0.13, 0.06, 0.075), 8)
    return (x, y, z) => min(leaf(x, z, y), ellipsoid(x, y, z, 0.15, 0.15, 0.16))
  })(),
  spike: turned([
    [0.25, -0.02],
    [0.25, 0.03],
    [0.19, 0.05],
    [0.15, 0.14],
    [0.08, 0.2],
    [0.05, 0.3],
    [0, 0.52],
  ]),
} satisfies Record<string, Field>

/** How far bosses stand forward where a stone is set in them. */
const SEAT = 0.137

function addBoss(bench: Bench, { dome, middle }: Board): void {
  const boss = bench.random.pick(
    bench.coloured ? (['dome', 'fluted', 'petals'] as const) : (['dome', 'fluted', 'petals', 'spike', 'spike'] as const),
  )
  const front = dome(0, middle)
  const field = BOSSES[boss]
  bench.add('boss', (x, y, z) => field(x, y - middle, z - front), [0, middle, front + 0.12, 0.46], bench.body())
  if (boss !== 'spike') {
    bench.addGem(brilliantCut(0, middle, front + SEAT, 0.1, 0.1, 8, 'z'), [0, middle, front + SEAT, 0.16])
    return
  }
  // four smaller stones round the spike
  for (const [x, y] of [
    [0.24, 0.24],
    [-0.24, 0.24],
    [0.24, -0.24],
    [-0.24, -0.24],
  ] as const) {
    const z = dome(x, middle + y) + 0.05
    bench.addGem(brilliantCut(x, middle + y, z, 0.055, 0.06, 6, 'z'), [x, middle + y, z, 0.1])
  }
}

const DEVICES: readonly Charge[] = ['star', 'sun', 'crescent', 'fleur', 'fleur', 'eagle', 'eagle', 'tower', 'flory', 'diamond']
/** Those a stone of a colour that is asked for is well seen in. */
const SET: readonly Charge[] = ['star', 'sun', 'flory', 'diamond']

/** A figure of metal nailed on the face. */
function addCharge(bench: Bench, { dome, middle, room }: Board, outline: Field2): void {
  const charge = bench.random.pick(bench.coloured ? SET : DEVICES)
  const shape = CHARGES[charge](room)
  const upright: Field = (x, y, z) => {
    const d = max(shape(x, y - middle), outline(x, y) + 0.1)
    return max(d, abs(z - dome(x, y) - 0.045) - 0.03 - min(0.02, max(0, -d * 0.5))) * 0.8
  }
  bench.add('charge', upright, [0, middle, dome(0, middle), room * 1.45 + 0.1], bench.fitting({ rough: 0.22 }))
  const r = SET.includes(charge) ? 0.09 : 0.065
  // a crescent is empty on the right
  const x = charge === 'crescent' ? room * 0.42 : 0
  const front = dome(x, middle) + 0.08
  bench.addGem(brilliantCut(x, middle, front, r, 0.09, 8, 'z'), [x, middle, front, 0.15])
}

/** Places about evenly apart on an outline, as seen from (0, `middle`). */
function placesAlong(outline: Field2, middle: number): (readonly [number, number])[] {
  const places: (readonly [number, number])[] = []
  const turns = 360
  for (let i = 0; i < turns; i++) {
    const [c, s] = [cos((i / turns) * TAU), sin((i / turns) * TAU)]
    let r = 0
    for (let k = 0; k < 40; k++) r -= min(outline(c * r, middle + s * r), 0) * 0.9
    const at = [c * r, middle + s * r] as const
    if (places.every(([x, y]) => length2(at[0] - x, at[1] - y) > 0.17)) places.push(at)
  }
  return places
}

/** What runs round the edge. */
function addRim(bench: Bench, { dome, middle, reach }: Board, outline: Field2): void {
  const made = bench.random.pick(['tube', 'tube', 'band', 'thin'] as const)
  const edge: Field =
    made === 'band'
      ? (x, y, z) => max(abs(outline(x, y) + 0.075) - 0.085, abs(z - dome(x, y)) - 0.05) * 0.85 - 0.008
      : (x, y, z) => length2(outline(x, y) + 0.02, z - dome(x, y)) - (made === 'thin' ? 0.045 : 0.058)
  bench.add('rim', edge, [0, 0, 0.1, reach], bench.random.chance(0.5) ? bench.body({ hammer: 0.08 }) : bench.fitting({ hammer: 0.04 }))
  if (made === 'thin') return
  const inset = made === 'band' ? 0.075 : 0.13
  const places = placesAlong((x, y) => outline(x, y) + inset, middle)
  const studs: Field = (x, y, z) => {
    const out = z - dome(x, y) - (made === 'band' ? 0.05 : 0.03)
    const near = max(abs(outline(x, y) + inset), abs(out)) - 0.034
    if (near > 0.1) return near * 0.8
    let nearest = 9
    for (const [px, py] of places) nearest = min(nearest, length2(x - px, y - py))
    return (length2(nearest, out) - 0.034) * 0.8
  }
  bench.add('rivets', studs, [0, 0, 0.15, reach], bench.fitting())
}

/** Half width of the loops behind the boards. */
const LOOP = 0.24

/** A loop for the forearm and one for the hand. */
const loops =
  ({ dome, middle }: Board): Field =>
  (x, y, z) => {
    const off = z - dome(x, y) + 0.035
    const band = (at: number, wide: number, high: number) =>
      max(abs(off + high * (1 - (x * x) / (LOOP * LOOP))) - 0.018, abs(y - middle - at) - wide, abs(x) - LOOP)
    return min(band(0.19, 0.06, 0.13), band(-0.21, 0.035, 0.09)) * 0.8 - 0.004
  }

export const shield: Kind = {
  forms: ['heater', 'round', 'kite', 'tower', 'oval', 'tilting', 'crescent'],
  round: true,
  build(bench) {
    const { random } = bench
    const board = BOARDS[bench.form] ?? BOARDS.heater!
    const { dome, middle, reach } = board
    const outline = random.pick(board.outlines)
    const face: Field = (x, y, z) => max(outline(x, y) + 0.05, abs(z - dome(x, y)) - 0.035) * 0.85
    bench.add('face', face, [0, 0, 0.1, reach], faceOf(bench, board, outline))
    addRim(bench, board, outline)
    const charged = random.chance(0.5)
    if (charged) addCharge(bench, board, outline)
    else addBoss(bench, board)
    if (!charged && random.chance(0.6)) {
      const strap = STRAPS[bench.form === 'oval' ? 'spine' : random.pick(['cross', 'saltire', 'spine', 'bars'] as const)]
      const straps: Field = (x, y, z) => max(strap(x, y - middle), outline(x, y) + 0.02, abs(z - dome(x, y) - 0.025) - 0.025) * 0.85
      bench.add('straps', straps, [0, 0, 0.15, reach], bench.body())
    }
    bench.add('loops', loops(board), [0, middle, dome(0, middle) - 0.1, 0.46], bench.hide(rgb('#4a2d1c')))
    return { yaw: (random.chance(0.7) ? -1 : 1) * random.range(0.28, 0.6), pitch: 0.06, half: max(1.22, reach), stands: board.foot - 0.035 }
  },
}
