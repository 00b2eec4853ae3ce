import { atan2, cos, sin, smooth, TAU } from '../../math/dmath.ts'
import type { Field, Rgb } from '../../solid/field/field.ts'
import { lathe } from '../../solid/field/outline.ts'
import { ellipsoid, length2 } from '../../solid/field/shapes.ts'
import { disc, every } from '../../solid/field/solids.ts'
import { sweep } from '../../solid/field/sweep.ts'
import { stone } from '../../solid/material/organic.ts'
import { finish, plain } from '../../solid/material/plain.ts'
import { rgb, scale } from '../../solid/palette.ts'
import type { Opaque } from '../../solid/render/part.ts'
import { dim, emit, paint, tint } from '../../solid/render/surface.ts'
import type { Bench } from '../bench.ts'
import type { Pose } from '../kind.ts'
import { across, turned } from './cage.ts'

const { abs, max, min } = Math

/** Brass, blackened iron, copper, pewter and old bronze. */
const METALS = ['#d9b45a', '#d9b45a', '#4a4c52', '#c4764a', '#a9adb0', '#6f7a5e'] as const
const JEWELS = ['#e0342c', '#2f7be0', '#f2b632', '#2fb56a', '#b14fd0'].map(rgb)
/** How every lantern is shown. */
export const LANTERN_POSE: Pose = { yaw: 0.3, pitch: 0.14, half: 1.2, aimY: 0.16, stands: -0.82, dark: true }

/** What a lantern is made of: the metal the plan names, or one of its own. */
export const lanternMetal = (bench: Bench): Opaque => bench.body({ rough: 0.34 }, rgb(bench.random.pick(METALS)))

/** An onion of pierced metal with coloured glass behind its holes. */
export function pierced(bench: Bench, light: Rgb): Pose {
  const { random } = bench
  const metal = lanternMetal(bench)
  const outline = random.pick([
    [
      [0.2, -0.66],
      [0.44, -0.52],
      [0.6, -0.22],
      [0.56, 0.08],
      [0.36, 0.34],
      [0.2, 0.56],
      [0.1, 0.78],
    ],
    [
      [0.3, -0.66],
      [0.42, -0.5],
      [0.46, -0.2],
      [0.5, 0.12],
      [0.44, 0.38],
      [0.24, 0.6],
      [0.08, 0.78],
    ],
    [
      [0.26, -0.66],
      [0.34, -0.5],
      [0.52, -0.34],
      [0.66, -0.06],
      [0.5, 0.22],
      [0.22, 0.42],
      [0.12, 0.78],
    ],
  ] as const)
  const onion = lathe(outline, 5)
  const holes = random.pick([10, 12, 16])
  const diamonds = random.chance(0.5)
  const hole: Field = (x, y, z) => {
    const row = Math.floor((y + 0.7) / 0.19)
    const r = length2(x, z)
    const u = every(atan2(z, x) + ((row & 1) * TAU) / holes / 2, TAU / holes) * r
    const v = y + 0.7 - (row + 0.5) * 0.19
    const wide = min(0.075, (r * 2.1) / holes)
    return diamonds ? (abs(u) / wide + abs(v) / 0.09 - 1) * 0.05 : length2(u, v) - min(0.068, wide)
  }
  bench.add('shell', (x, y, z) => max(abs(onion(x, y, z)) - 0.018, -hole(x, y, z), abs(y - 0.02) - 0.7) * 0.8, [0, -0.02, 0, 0.9], metal)
  const own = bench.coloured || bench.has('cursed') || bench.has('frozen')
  const panes = own ? [light] : random.chance(0.4) ? [light] : JEWELS
  const first = random.int(0, JEWELS.length - 1)
  const lit = finish(light, (s) => {
    const sector = Math.floor((atan2(s.z, s.x) / TAU) * holes + (Math.floor((s.y + 0.7) / 0.19) & 1) * 0.5 + holes + 0.5)
    const colour = panes[(sector + Math.floor((s.y + 0.7) / 0.19) + first) % panes.length]!
    paint(s, scale(colour, 0.4))
    emit(s, colour, 1.5)
    s.rough = 0.2
  })
  bench.add('glass', (x, y, z) => max(onion(x, y, z) + 0.035, abs(y - 0.02) - 0.66), [0, -0.02, 0, 0.88], lit)
  bench.add(
    'foot',
    turned([0, -0.8, 0.42, -0.8, 0.42, -0.76, 0.3, -0.72, 0.26, -0.66, 0.34, -0.62, 0.3, -0.58, 0, -0.58]),
    [0, -0.7, 0, 0.48],
    metal,
  )
  bench.add('neck', turned([0, 0.66, 0.19, 0.66, 0.2, 0.7, 0.12, 0.74, 0.09, 0.84, 0, 0.86]), [0, 0.75, 0, 0.25], metal)
  bench.add('handle', (x, y, z) => length2(length2(x, y - 1) - 0.14, z) - 0.028, [0, 1, 0, 0.2], metal)
  return LANTERN_POSE
}

/** Paper over rings or ribs, that glows. */
export function paper(bench: Bench, light: Rgb): Pose {
  const { random } = bench
  const colour = bench.coloured
    ? bench.fabric
    : rgb(random.pick(['#c8231b', '#c8231b', '#e8dcc0', '#e59a3c', '#d25c7c', '#3f79a8'] as const))
  const [wide, tall] = random.pick([
    [0.62, 0.5],
    [0.44, 0.62],
    [0.56, 0.56],
  ] as const)
  const gores = random.chance(0.5) ? random.pick([12, 16, 20]) : 0
  const flow: Field = (x, y, z) =>
    gores > 0 ? 0.03 * abs(cos(atan2(z, x) * gores * 0.5)) * min(1, length2(x, z) * 2) : 0.012 * cos(y * 60)
  const body: Field = (x, y, z) => {
    const square = ellipsoid(x, y - 0.02, z, wide, tall * 1.08, wide)
    return max(square - flow(x, y, z), abs(y - 0.02) - tall * 0.93) * 0.75
  }
  const skin = finish(colour, (s) => {
    const fold = flow(s.x, s.y, s.z) / (gores > 0 ? 0.03 : 0.012)
    paint(s, colour)
    dim(s, 0.75 + 0.25 * smooth(-0.6, 0.6, fold))
    const near = smooth(tall, 0.05, abs(s.y - 0.02))
    emit(s, [colour[0] * 0.8 + 0.2 * light[0], colour[1] * 0.8 + 0.12 * light[1], colour[2] * 0.8 + 0.08 * light[2]], 0.16 + 0.75 * near)
    s.rough = 0.8
    s.soften = 1
  })
  const made = bench.named || bench.whole ? lanternMetal(bench) : skin
  bench.add('paper', body, [0, 0.02, 0, max(wide, tall) * 1.12], made)
  const cap = (y: number): Field => disc(0, y, 0, wide * 0.46, 0.055, 0.015)
  const ends =
    random.chance(0.5) && !bench.coloured
      ? bench.fitting({ rough: 0.25 })
      : bench.named
        ? bench.fitting()
        : plain(rgb('#1d1713'), { rough: 0.25, coat: 0.7 })
  const [top, low] = [0.02 + tall * 0.95, 0.02 - tall * 0.95]
  bench.add('top', cap(top), [0, top, 0, wide * 0.5 + 0.04], ends)
  bench.add('bottom', cap(low), [0, low, 0, wide * 0.5 + 0.04], ends)
  const gold = bench.fitting({ rough: 0.3 })
  bench.add('cord', (x, y, z) => length2(length2(x, y - top - 0.14) - 0.1, z) - 0.02, [0, top + 0.14, 0, 0.15], gold)
  if (random.chance(0.45)) {
    bench.add('foot', turned([0, -0.82, 0.4, -0.82, 0.4, -0.77, 0.2, -0.72, 0.16, low - 0.03, 0, low - 0.03]), [0, -0.72, 0, 0.48], ends)
    return LANTERN_POSE
  }
  const crook = sweep([
    [0, -0.76, -0.72, 0.045],
    [0, 0, -0.78, 0.04],
    [0, 0.8, -0.72, 0.036],
    [0, 1.12, -0.4, 0.034],
    [0, 1.08, -0.06, 0.032],
    [0, top + 0.26, 0, 0.03],
    [0, top + 0.22, 0.02, 0.03],
  ])
  bench.add('crook', crook, [0, 0.18, -0.38, 1.14], plain(rgb('#241d19'), { rough: 0.3, coat: 0.5 }))
  bench.add('stand', disc(0, -0.78, -0.5, 0.46, 0.035, 0.02), [0, -0.78, -0.5, 0.5], plain(rgb('#241d19'), { rough: 0.3, coat: 0.5 }))
  const silk: Field = (x, y, z) => {
    const t = (low - 0.1 - y) / 0.24
    return max(length2(x, z) - 0.035 - 0.035 * t + 0.006 * sin(atan2(z, x) * 14), abs(y - low + 0.17) - 0.13) * 0.8
  }
  bench.add('tassel', silk, [0, low - 0.15, 0, 0.2], plain(bench.coloured ? bench.trim : rgb('#d9a02c'), { rough: 0.8, soften: 0.5 }))
  return { ...LANTERN_POSE, yaw: 0.95, half: 1.22 }
}

/** A garden lantern of stone: a lit box under a broad roof. */
export function garden(bench: Bench, light: Rgb): Pose {
  const { random } = bench
  const made = bench.named || bench.whole ? lanternMetal(bench) : stone(rgb(random.pick(['#8f8b84', '#77797c', '#a59a86'] as const)))
  const sides = random.pick([4, 6, 6])
  const low = random.chance(0.35)
  const foot = low
    ? turned([0, -0.8, 0.56, -0.8, 0.56, -0.72, 0.4, -0.62, 0.36, -0.42, 0.56, -0.34, 0.56, -0.24, 0, -0.24], sides)
    : turned([0, -0.8, 0.52, -0.8, 0.52, -0.7, 0.3, -0.64, 0.16, -0.6, 0.16, -0.4, 0.3, -0.36, 0.54, -0.3, 0.54, -0.22, 0, -0.22], sides)
  bench.add('foot', foot, [0, -0.52, 0, 0.86], made)
  const radius = across(sides)
  const round = random.chance(0.5)
  const wall: Field = (x, y, z) => {
    const u = every(atan2(z, x), TAU / sides) * 0.36
    const window = round ? length2(u, y - 0.02) - 0.13 : max(abs(u) - 0.11, abs(y - 0.02) - 0.15)
    return max(abs(radius(x, z) - 0.34) - 0.04, -window, abs(y) - 0.26) * 0.8
  }
  bench.add('box', wall, [0, 0, 0, 0.6], made)
  const roof = random.pick([
    [0, 0.22, 0.7, 0.22, 0.82, 0.33, 0.8, 0.37, 0.48, 0.4, 0.24, 0.52, 0.12, 0.64, 0, 0.66],
    [0, 0.22, 0.76, 0.24, 0.78, 0.3, 0.66, 0.4, 0.42, 0.5, 0.14, 0.58, 0, 0.6],
  ] as const)
  bench.add('roof', turned(roof, sides), [0, 0.4, 0, 1.06], made)
  bench.add(
    'jewel',
    lathe(
      [
        [0, 0.58],
        [0.14, 0.6],
        [0.13, 0.66],
        [0.19, 0.74],
        [0.17, 0.84],
        [0.08, 0.92],
        [0, 1],
      ],
      4,
    ),
    [0, 0.78, 0, 0.28],
    made,
  )
  const warm = finish(light, (s) => {
    paint(s, light)
    tint(s, [1, 1, 1], 0.2)
    emit(s, light, 0.9 + 0.9 * smooth(0.3, 0, length2(s.x, s.y + 0.04)))
  })
  bench.add('light', (x, y, z) => max(radius(x, z) - 0.3, abs(y) - 0.25), [0, 0, 0, 0.5], warm)
  return { ...LANTERN_POSE, yaw: sides === 4 ? 0.5 : 0.3, pitch: 0.12 }
}
