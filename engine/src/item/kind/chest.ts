import { atan2, smooth } from '../../math/dmath.ts'
import { mirrorX, place, smoothMax, union } from '../../solid/field/combine.ts'
import { brilliantCut } from '../../solid/field/facets.ts'
import type { Bound, Field, Rgb } from '../../solid/field/field.ts'
import { box, length2, length3 } from '../../solid/field/shapes.ts'
import { ball, blend, every, slab } from '../../solid/field/solids.ts'
import { sweep } from '../../solid/field/sweep.ts'
import { metal } from '../../solid/material/metal.ts'
import { wood } from '../../solid/material/organic.ts'
import { rgb, scale } from '../../solid/palette.ts'
import type { Opaque } from '../../solid/render/part.ts'
import type { Bench } from '../bench.ts'
import type { Kind, Pose } from '../kind.ts'
import { casket, crate, strongbox, trunk } from '../shape/boxes.ts'
import { hoard } from '../shape/hoard.ts'

const { abs, floor, max, min } = Math

/** Height of the seam between box and lid. */
const RIM = 0.03
const WOODS = [
  ['#5f3a1e', '#96623a'],
  ['#3a2114', '#62391f'],
  ['#8a6236', '#c09258'],
  ['#5a2014', '#8c3c22'],
  ['#55504a', '#8a8278'],
] as const
const GOLD = rgb('#f2bd4a')

type Size = { readonly wide: number; readonly deep: number; readonly low: number }
/** A lid of a size, grown by `swell`. */
type Lid = (swell: number) => Field

/** Gap between two planks: 0.014 deep where the plank coordinate crosses a half. */
const plankGap = (q: number) => 0.014 * smooth(0.44, 0.5, abs(q - floor(q) - 0.5))

const LIDS = {
  barrel:
    ({ wide, deep }) =>
    (swell) =>
    (x, y, z) =>
      smoothMax(max(length2(y - 0.06, (z * 0.52) / deep) - 0.5 - swell, abs(x) - wide), 0.06 - swell - y, 0.02) * 0.95,
  shallow:
    ({ wide, deep }) =>
    (swell) =>
    (x, y, z) =>
      max(length2(y + deep * 0.75, z) - deep * 1.28 - swell, abs(x) - wide, abs(z) - deep - swell, RIM + 0.02 - swell - y),
  ridged:
    ({ wide, deep }) =>
    (swell) =>
    (x, y, z) =>
      max(
        y - 0.42 - swell,
        (abs(z) - deep) * 0.92 + (y - 0.12) * 0.4 - swell,
        (abs(z) - deep) * 0.62 + (y - 0.24) * 0.78 - swell,
        abs(x) - wide,
        RIM + 0.02 - swell - y,
      ) - 0.01,
  flat:
    ({ wide, deep }) =>
    (swell) =>
    (x, y, z) =>
      box(x, y - 0.2, z, wide, 0.16 + swell, deep + swell, 0.04),
  slab:
    ({ wide, deep }) =>
    (swell) =>
    (x, y, z) =>
      box(x, y - 0.11, z, wide + 0.04, 0.07 + swell, deep + 0.05 + swell, 0.03),
} satisfies Record<string, (size: Size) => Lid>

/** Stained where the plan names a colour. */
function planksOf(bench: Bench): Opaque {
  const [early, late] = bench.random.pick(WOODS)
  if (!bench.coloured || bench.gilded || bench.has('cursed')) return bench.timber(early, late, 'x')
  return wood(scale(bench.fabric, 0.62), bench.fabric, 'x')
}

/** What keeps the lid shut, in front at depth z. */
function addLock(bench: Bench, z0: number): void {
  const fitting = bench.fitting()
  const kind = bench.random.pick(['plate', 'padlock', 'roundel', 'latches'] as const)
  if (kind === 'plate') {
    const plate: Field = (x, y, z) => {
      const hole = min(length2(x, y - 0.02) - 0.035, max(abs(x) - 0.016 - max(0, -y) * 0.1, abs(y + 0.06) - 0.07))
      return max(box(x, y, z - z0, 0.15, 0.19, 0.05, 0.04), -max(hole, z0 - z))
    }
    bench.add('lock', plate, [0, 0, z0, 0.3], fitting)
  } else if (kind === 'padlock') {
    const hasp = slab(0, 0.06, z0, 0.07, 0.2, 0.035, 0.02)
    const staple: Field = (x, y, z) => length2(length2(x, y + 0.14) - 0.09, z - z0 - 0.06) - 0.026
    const body = blend(0.02, slab(0, -0.3, z0 + 0.06, 0.15, 0.13, 0.06, 0.03), ball(0, -0.38, z0 + 0.06, 0.09))
    const hole: Field = (x, y, z) => max(min(length2(x, y + 0.28) - 0.03, max(abs(x) - 0.013, abs(y + 0.32) - 0.05)), z0 + 0.08 - z)
    bench.add(
      'lock',
      (x, y, z) => min(hasp(x, y, z), staple(x, y, z), max(body(x, y, z), -hole(x, y, z))),
      [0, -0.1, z0 + 0.04, 0.46],
      fitting,
    )
  } else if (kind === 'roundel') {
    const disc: Field = (x, y, z) => {
      const r = length2(x, y)
      return max(r - 0.2, abs(z - z0) - 0.045 + 0.02 * smooth(0.03, 0, abs(r - 0.13))) - 0.008
    }
    const ring: Field = (x, y, z) => length2(length2(x, y + 0.11) - 0.12, z - z0 - 0.08) - 0.024
    bench.add('lock', union(disc, ring, ball(0, 0.01, z0 + 0.07, 0.05)), [0, -0.05, z0 + 0.03, 0.3], fitting)
  } else {
    const latch: Field = (x, y, z) =>
      min(box(abs(x) - 0.24, y - 0.02, z - z0, 0.06, 0.16, 0.04, 0.02), length3(abs(x) - 0.24, y + 0.07, z - z0 - 0.04) - 0.045)
    bench.add('lock', latch, [0, 0, z0, 0.4], fitting)
  }
}

function addHandles(bench: Bench, { wide, low }: Size): void {
  const y = (low + RIM) / 2 + 0.06
  const drop = mirrorX(
    sweep([
      [wide + 0.03, y, -0.15, 0.03],
      [wide + 0.11, y - 0.03, -0.15, 0.026],
      [wide + 0.13, y - 0.13, -0.08, 0.03],
      [wide + 0.13, y - 0.13, 0.08, 0.03],
      [wide + 0.11, y - 0.03, 0.15, 0.026],
      [wide + 0.03, y, 0.15, 0.03],
    ]),
  )
  bench.add('handles', drop, [0, y - 0.06, 0, wide + 0.3], bench.fitting())
}

function addFeet(bench: Bench, { wide, deep, low }: Size, round: boolean): void {
  const foot: Field = (x, y, z) => {
    const [u, v] = [abs(x) - wide + 0.1, abs(z) - deep + 0.1]
    return round ? length3(u, (y - low + 0.05) * 1.2, v) - 0.11 : box(u, y - low + 0.03, v, 0.13, 0.09, 0.13, 0.02)
  }
  bench.add('feet', foot, [0, low - 0.04, 0, length2(wide, deep) + 0.16], bench.fitting({ rough: 0.3 }))
}

/** Planks bound with metal, shut or open on what it holds. */
function bound(bench: Bench): Pose {
  const { form, random } = bench
  const open = form === 'open'
  const size: Size = { wide: random.pick([0.7, 0.86, 0.96]), deep: random.pick([0.5, 0.55]), low: random.pick([-0.6, -0.73]) }
  const { wide, deep, low } = size
  const mid = (low + RIM) / 2
  const tall = (RIM - low) / 2
  const planks = planksOf(bench)
  const style = form === 'flat' ? random.pick(['flat', 'slab'] as const) : random.pick(['barrel', 'barrel', 'shallow', 'ridged'] as const)
  const lid = LIDS[style](size)
  const upright = random.chance(0.3)
  const reach = length3(wide, tall, deep) + 0.08
  const inside: Field = (x, y, z) => (open ? box(x, y - 0.2, z, wide - 0.07, RIM - low + 0.12, deep - 0.07, 0.02) : 1)
  const crate: Field = (x, y, z) => box(x, y - mid, z, wide, tall, deep, 0.03) + plankGap(upright ? x * 4.6 : y * 5.2)
  bench.add('box', (x, y, z) => max(crate(x, y, z), -inside(x, y, z)), [0, mid, 0, reach], planks)
  const plain = lid(0)
  const hollow = lid(-0.08)
  const cover: Field = (x, y, z) => {
    const gap = plankGap(style === 'barrel' || style === 'shallow' ? atan2(y - 0.06, z) * 2.3 : z * 4.4)
    const shut = plain(x, y, z) + gap
    return open ? max(shut, -max(hollow(x, y - 0.1, z), abs(x) - wide + 0.08)) : shut
  }
  const turn = open ? random.range(-1.95, -1.6) : 0
  /** Carries the lid and what is on it round the hinge. */
  const hinged = (field: Field): Field => (open ? place((x, y, z) => field(x, y + RIM, z - deep), 0, RIM, -deep, turn) : field)
  const around: Bound = open ? [0, RIM + 0.5, -deep - 0.1, length2(wide, 0.66) + 0.08] : [0, 0.25, 0, length2(wide, deep) + 0.22]
  bench.add('lid', hinged(cover), around, planks)
  const iron = bench.body({ hammer: 0.1 })
  const places = random.pick([[0.7], [0.74, 0], [0.42], [0.8, 0.28]])
  const half = random.pick([0.045, 0.07, 0.085])
  const strap = (x: number) => {
    let d = 9
    for (const at of places) d = min(d, abs(abs(x) - at * wide) - half)
    return d
  }
  const over = lid(0.03)
  const band: Field = (x, y, z) => max(box(x, y - mid, z, wide + 0.05, tall + 0.02, deep + 0.03, 0.03), -inside(x, y, z))
  bench.add('straps', (x, y, z) => max(strap(x), band(x, y, z)), [0, mid, 0, reach + 0.05], iron)
  const bow: Field = (x, y, z) => max(strap(x), over(x, y, z), open ? -max(hollow(x, y - 0.1, z), abs(x) - wide + 0.08) : -1)
  bench.add('lid straps', hinged(bow), [around[0], around[1], around[2], around[3] + 0.06], iron)
  const corners = random.chance(0.7)
  const edges: Field = (x, y, z) => {
    const lines = min(abs(y - RIM + 0.01) - 0.055, abs(y - low - 0.02) - 0.055)
    const upright = corners ? max(abs(abs(x) - wide) - 0.08, abs(abs(z) - deep) - 0.08) : 1
    return max(box(x, y - mid, z, wide + 0.035, tall + 0.03, deep + 0.035, 0.03), min(lines, upright), -inside(x, y, z))
  }
  bench.add('edges', edges, [0, mid, 0, reach + 0.06], iron)
  const rivets: Field = (x, y, z) => {
    let u = 9
    for (const at of places) u = min(u, abs(abs(x) - at * wide))
    return max(length3(u, every(y - mid, 0.22), z - deep - 0.045) - 0.032, abs(y - mid) - tall)
  }
  bench.add('rivets', rivets, [0, mid, deep + 0.04, wide + 0.12], bench.fitting())
  const feet = random.pick(['none', 'none', 'round', 'square'] as const)
  if (feet !== 'none') addFeet(bench, size, feet === 'round')
  if (random.chance(0.5)) addHandles(bench, size)
  const stands = low - (feet === 'none' ? 0.02 : feet === 'round' ? 0.14 : 0.12)
  if (!open) {
    addLock(bench, deep + 0.06)
    return { yaw: random.range(0.35, 0.65), pitch: 0.26, half: wide > 0.9 ? 1.32 : 1.2, aimY: -0.1, stands }
  }
  addTreasure(bench, size)
  return { yaw: random.range(0.3, 0.6), pitch: 0.4, half: 1.48, aimY: 0.16, stands }
}

/** Coins, and stones among them. */
function addTreasure(bench: Bench, { wide, deep }: Size): void {
  const { random } = bench
  const [a, c] = [wide - 0.08, deep - 0.08]
  const gold = bench.gilded ? bench.body({ rough: 0.2 }) : metal(GOLD, { rough: 0.2 })
  bench.add('floor', slab(0, -0.08, 0, a, 0.05, c, 0.02), [0, -0.08, 0, length2(a, c) + 0.06], gold)
  bench.add('coins', hoard(a, c, 0.3, -0.05, random), [0, 0.02, 0, length2(a, 0.36) + 0.06], gold)
  const stones: readonly Rgb[] = [bench.accent, rgb('#d0203a'), rgb('#2f8f5a')]
  stones.forEach((colour, i) => {
    const x = (i - 1) * a * 0.5 + random.range(-0.06, 0.06)
    const z = random.range(0, 0.5) * c
    const y = -0.02 + 0.3 * Math.sqrt(1 - (x / a) * (x / a) - (z / c) * (z / c))
    bench.addGem(brilliantCut(x, y, z, 0.1, 0.1, 8, 'y'), [x, y, z, 0.15], colour)
  })
}

export const chest: Kind = {
  forms: ['domed', 'flat', 'open', 'iron', 'casket', 'trunk', 'crate'],
  // luggage and packing: no seed makes them of a plain chest
  rare: ['trunk', 'crate'],
  build(bench) {
    if (bench.glowing) bench.addLamp({ at: [0, 0.1, 0.9], colour: bench.accent, strength: 0.4, falloff: 3 })
    if (bench.form === 'iron') return strongbox(bench)
    if (bench.form === 'casket') return casket(bench)
    if (bench.form === 'trunk') return trunk(bench)
    return bench.form === 'crate' ? crate(bench) : bound(bench)
  },
}
