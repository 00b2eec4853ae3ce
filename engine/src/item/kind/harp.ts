import { atan2, sin, smooth } from '../../math/dmath.ts'
import type { Chord } from '../../model/mesh/rods.ts'
import { smoothMax, smoothMin, union } from '../../solid/field/combine.ts'
import { brilliantCut } from '../../solid/field/facets.ts'
import type { Field } from '../../solid/field/field.ts'
import { once2 } from '../../solid/field/once.ts'
import { catmullRom, lathe } from '../../solid/field/outline.ts'
import { box, capsule, ellipsoid, length2, length3 } from '../../solid/field/shapes.ts'
import { sweep } from '../../solid/field/sweep.ts'
import { engraving } from '../../solid/material/engraving.ts'
import { overlaid } from '../../solid/material/overlay.ts'
import { glow, plain } from '../../solid/material/plain.ts'
import { rgb } from '../../solid/palette.ts'
import type { Bench } from '../bench.ts'
import type { Kind, Pose } from '../kind.ts'
import { stringMesh, strings } from '../shape/strings.ts'
import { stained } from '../stained.ts'

const { abs, max, min } = Math

const gut = (bench: Bench) => (bench.glowing ? glow(bench.accent, 1.6) : plain(rgb('#e8dcc0'), { rough: 0.4, coat: 0.3 }))

/** The neck over the strings: it dips and rises again, from the column to the shoulder. */
const NECK = [
  [-0.56, 0.86, 0, 0.085],
  [-0.34, 0.9, 0, 0.08],
  [-0.06, 0.7, 0, 0.078],
  [0.2, 0.58, 0, 0.08],
  [0.44, 0.66, 0, 0.09],
  [0.58, 0.6, 0, 0.1],
] as const

function frame(bench: Bench): Pose {
  const wood = stained(bench, '#5a2c14', '#95582c')
  const gilt = bench.fitting({ rough: 0.24, hammer: 0.03 })
  const neck = sweep(NECK, 4)
  bench.add('neck', (x, y, z) => neck(x, y, z * 0.86), [0, 0.74, 0, 0.72], wood)
  const foot: readonly [number, number] = [-0.42, -0.86]
  const head: readonly [number, number] = [0.6, 0.58]
  // the sounding box widens downwards and has a flat face towards the strings
  const [dx, dy] = [head[0] - foot[0], head[1] - foot[1]]
  const long = length2(dx, dy)
  const [ux, uy] = [dx / long, dy / long]
  const chest: Field = (x, y, z) => {
    const px = x - foot[0]
    const py = y - foot[1]
    const t = min(max((px * ux + py * uy) / long, 0), 1)
    const across = px * uy - py * ux
    const round = length2(max(across + 0.02, 0), z) - (0.24 - 0.14 * t)
    return max(smoothMax(round, -across - 0.035, 0.03), abs(px * ux + py * uy - long / 2) - long / 2 - 0.02) * 0.92
  }
  bench.add('chest', chest, [0.13, -0.16, 0, 0.98], stained(bench, '#4a2210', '#7e4522'))
  const board: Field = (x, y, z) => {
    const px = x - foot[0]
    const py = y - foot[1]
    const along = px * ux + py * uy
    const across = px * uy - py * ux
    const wide = 0.2 - 0.11 * min(max(along / long, 0), 1)
    return max(abs(across + 0.05) - 0.016, abs(z) - wide, abs(along - long / 2) - long / 2 + 0.06) * 0.96 - 0.004
  }
  bench.add('board', board, [0.08, -0.12, 0, 0.92], bench.timber('#d2a25e', '#f0d09a'))
  const column = lathe(
    [
      [0, -0.92],
      [0.14, -0.92],
      [0.15, -0.84],
      [0.1, -0.78],
      [0.075, -0.66],
      [0.065, 0.0],
      [0.07, 0.6],
      [0.1, 0.66],
      [0.08, 0.72],
      [0.12, 0.84],
      [0.14, 0.94],
      [0.09, 1.0],
      [0.06, 1.06],
      [0, 1.1],
    ],
    2,
  )
  bench.add(
    'column',
    (x, y, z) => (column(x + 0.56, y, z) + 0.006 * sin(atan2(z, x + 0.56) * 12) * smooth(0.66, 0.6, abs(y))) * 0.76,
    [-0.56, 0.09, 0, 1.04],
    overlaid(bench.gilded || bench.named ? bench.body() : gilt, bench.has('ornate') ? [engraving(6)] : []),
  )
  const curl = sweep([
    [0.56, 0.62, 0, 0.095],
    [0.68, 0.7, 0, 0.08],
    [0.7, 0.84, 0, 0.066],
    [0.6, 0.88, 0, 0.052],
    [0.57, 0.79, 0, 0.042],
  ])
  bench.add('scroll', curl, [0.62, 0.76, 0, 0.28], gilt)
  const base: Field = (x, y, z) =>
    smoothMin(box(x + 0.36, y + 0.95, z, 0.36, 0.06, 0.22, 0.03), box(x + 0.3, y + 0.86, z, 0.26, 0.06, 0.18, 0.04), 0.03)
  const feet: Field = (x, y, z) => ellipsoid(abs(x + 0.36) - 0.28, y + 1.03, abs(z) - 0.16, 0.07, 0.05, 0.07)
  bench.add('base', (x, y, z) => min(base(x, y, z), feet(x, y, z)), [-0.36, -0.94, 0, 0.46], wood)
  const count = bench.random.pick([14, 16, 18])
  const curve = catmullRom(NECK, 6)
  const chords: Chord[] = Array.from({ length: count }, (_, i) => {
    const x = -0.42 + (i / (count - 1)) * 0.88
    const top = curve.reduce((best, point) => (abs(point[0]! - x) < abs(best[0]! - x) ? point : best))
    const y = foot[1] + ((x - foot[0] - 0.05 * uy) / ux) * uy + 0.05 * ux
    return [x, y + 0.03, 0, x, top[1]!, 0.0]
  })
  bench.add('strings', strings(chords, 0.0085), [0.02, 0.1, 0, 0.98], gut(bench), stringMesh(chords, 0.0085))
  bench.add(
    'pins',
    union(
      ...chords.map(
        ([, , , x, y]): Field =>
          (u, v, w) =>
            max(length2(u - x, v - y) - 0.016, abs(w) - 0.12),
      ),
    ),
    [0.02, 0.74, 0, 0.58],
    bench.fitting({ rough: 0.14 }),
  )
  if (bench.has('ornate')) bench.addGem(brilliantCut(-0.56, 0.9, 0.12, 0.06, 0.05, 8, 'z'), [-0.56, 0.9, 0.12, 0.09])
  return { yaw: 0.42, pitch: 0.06, half: 1.2, aimX: 0.02, aimY: 0.02, stands: -1.08 }
}

function lyre(bench: Bench): Pose {
  const gold = bench.body({ rough: 0.22, hammer: 0.03 }, rgb('#d8a94a'))
  const arm = sweep([
    [0.24, -0.3, 0, 0.1],
    [0.56, -0.1, 0, 0.085],
    [0.64, 0.22, 0, 0.075],
    [0.46, 0.56, 0, 0.066],
    [0.48, 0.84, 0, 0.06],
    [0.66, 0.98, 0, 0.05],
    [0.76, 0.88, 0, 0.042],
    [0.68, 0.82, 0, 0.036],
  ])
  bench.add(
    'arms',
    (x, y, z) => arm(abs(x), y, z),
    [0, 0.34, 0, 1.04],
    bench.inscribed(gold, (s, at) => {
      at.u = (abs(s.x) - 0.52) * 8
      at.v = s.y * 8
      return s.z > 0 && at.u > 0 && at.u < 1 && s.y > -0.1 && s.y < 0.6
    }),
  )
  const bowl: Field = (x, y, z) => {
    let d = ellipsoid(x, y + 0.56, z + 0.02, 0.5, 0.42, 0.26)
    d = smoothMin(d, ellipsoid(abs(x) - 0.26, y + 0.36, z + 0.02, 0.22, 0.2, 0.18), 0.1)
    return smoothMax(d, z - 0.1, 0.02)
  }
  const flat = once2((x, y) => bowl(x, y, 0))
  bench.add('bowl', bowl, [0, -0.54, -0.02, 0.56], stained(bench, '#5a2a12', '#9a5a2c'))
  bench.add(
    'face',
    (x, y, z) => max(flat(x, y) + 0.02, abs(z - 0.105) - 0.014, 0.1 - length2(x, y + 0.5)) * 0.95 - 0.003,
    [0, -0.54, 0.105, 0.54],
    bench.timber('#d2a25e', '#f0d09a'),
  )
  bench.add('edge', (x, y, z) => length2(flat(x, y) + 0.01, z - 0.1) - 0.024, [0, -0.54, 0.1, 0.57], bench.fitting())
  bench.add(
    'rose',
    (x, y, z) => {
      const r = length2(x, y + 0.5)
      const rays = 0.02 * sin(atan2(y + 0.5, x) * 8)
      return min(max(abs(r - 0.11) - 0.022, abs(z - 0.115) - 0.016), max(r - 0.06 - rays, abs(z - 0.1) - 0.012)) * 0.9
    },
    [0, -0.5, 0.11, 0.16],
    bench.fitting(),
  )
  const bar: Field = (x, y, z) =>
    max(length2(y - 0.7 - 0.03 * smooth(0.5, 0, abs(x)), z) - 0.05 - 0.008 * sin(x * 40), abs(x) - 0.62) * 0.92
  bench.add('bar', (x, y, z) => min(bar(x, y, z), length3(abs(x) - 0.64, y - 0.7, z) - 0.075), [0, 0.7, 0, 0.74], bench.fitting())
  const count = bench.random.pick([7, 9])
  const chords: Chord[] = Array.from({ length: count }, (_, i) => {
    const u = (i / (count - 1)) * 2 - 1
    return [u * 0.13, -0.74, 0.16, u * 0.27, 0.72, 0.055]
  })
  bench.add('strings', strings(chords), [0, 0, 0.11, 0.82], gut(bench), stringMesh(chords))
  bench.add(
    'bridge',
    (x, y, z) => min(box(x, y + 0.72, z - 0.135, 0.18, 0.026, 0.03, 0.012), box(x, y + 0.84, z - 0.13, 0.1, 0.05, 0.02, 0.02)),
    [0, -0.77, 0.135, 0.24],
    bench.timber('#24120a', '#3c2114', 'x'),
  )
  bench.add(
    'keys',
    union(
      ...chords.map(
        ([, , , x]): Field =>
          (u, v, w) =>
            capsule(u, v, w, x, 0.7, 0.05, x, 0.86, 0.02, 0.022, 0.028),
      ),
    ),
    [0, 0.78, 0.03, 0.38],
    bench.timber('#24120a', '#3c2114'),
  )
  bench.addGem(brilliantCut(0, -0.16, 0.09, 0.07, 0.06, 8, 'z'), [0, -0.16, 0.09, 0.11])
  bench.add(
    'crest',
    (x, y, z) => min(ellipsoid(x, y + 0.16, z - 0.04, 0.13, 0.1, 0.07), ellipsoid(abs(x) - 0.14, y + 0.14, z - 0.02, 0.1, 0.055, 0.06)),
    [0, -0.15, 0.03, 0.28],
    gold,
  )
  return { roll: -0.24, yaw: 0.35, half: 1.16, aimY: 0.02, stands: null, thickness: 0.29 }
}

export const harp: Kind = {
  forms: ['frame', 'lyre'],
  build: (bench) => (bench.form === 'lyre' ? lyre(bench) : frame(bench)),
}
