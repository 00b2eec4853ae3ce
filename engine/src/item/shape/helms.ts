import { atan2, cos, PI, sin, smooth, TAU } from '../../math/dmath.ts'
import { noise3 } from '../../math/lattice.ts'
import { smoothMax, smoothMin } from '../../solid/field/combine.ts'
import { brilliantCut } from '../../solid/field/facets.ts'
import type { Field, Field2 } from '../../solid/field/field.ts'
import { extrude, lathe, polygon } from '../../solid/field/outline.ts'
import { ellipsoid, length2, length3, torus } from '../../solid/field/shapes.ts'
import { every } from '../../solid/field/solids.ts'
import { sweep } from '../../solid/field/sweep.ts'
import { cloth } from '../../solid/material/organic.ts'
import { overlaid } from '../../solid/material/overlay.ts'
import { plain } from '../../solid/material/plain.ts'
import { rgb } from '../../solid/palette.ts'
import { dim } from '../../solid/render/surface.ts'
import type { Bench } from '../bench.ts'
import type { Pose } from '../kind.ts'

const { abs, floor, max, min } = Math

const BRONZE = rgb('#c58a48')
const DYES = ['#b3202c', '#1f3f8a', '#1d6b46', '#6a2a7a', '#d8a02c', '#e8e2d4'] as const

/** Horsehair, feathers and laces. */
const dyed = (bench: Bench) => plain(bench.coloured ? bench.accent : rgb(bench.random.pick(DYES)), { rough: 0.9, sheen: 1.2, soften: 0.3 })

/** A sheet of metal under a closed surface. */
const sheet = (outer: number, thick = 0.05) => max(outer, -(outer + thick))

/** A crest of horsehair over the head, in the middle plane or across it. */
function addBrush(bench: Bench, across: boolean, tall: number): void {
  const fan: Field = (x, y, z) => {
    const [u, w] = across ? [z, x] : [x, z]
    const r = length2(y - 0.05, w + (across ? 0 : 0.02))
    const d = max(abs(u) - 0.06 - 0.04 * smooth(0.7, tall, r), r - tall, 0.7 - r, across ? 0.12 - y : w * 0.45 - 0.02 - y)
    return d > 0.1 ? d : d + 0.02 * noise3(x * (across ? 8 : 30), y * 8, z * (across ? 30 : 8))
  }
  bench.add('crest', fan, [0, 0.2, 0, tall + 0.16], dyed(bench))
}

/** A barrel of plates with a slit to see, and a cross of straps on its face. */
export function greatHelm(bench: Bench): Pose {
  const { random } = bench
  const wide = random.range(0.56, 0.62)
  const steel = bench.body({ hammer: random.pick([0, 0.05]), rough: 0.24 })
  const trim = bench.fitting({ rough: 0.2 })
  const outline = lathe([
    [0, -0.78],
    [wide + 0.02, -0.78],
    [wide + 0.03, -0.3],
    [wide, 0.16],
    [wide - 0.1, 0.56],
    [wide - 0.24, 0.66],
    [0, 0.7],
  ])
  const slit: Field2 = (x, y) => max(abs(y - 0.16) - 0.04, abs(abs(x) - 0.24) - 0.19)
  const pattern = random.pick(['grid', 'slots', 'rosette'] as const)
  const breaths: Field2 = (x, y) => {
    if (pattern === 'slots') return max(abs(every(x, 0.09)) - 0.022, abs(y + 0.28) - 0.15, abs(abs(x) - 0.25) - 0.13)
    if (pattern === 'grid')
      return max(length2(every(x, 0.085), every(y + 0.28, 0.085)) - 0.02, abs(abs(x) - 0.25) - 0.13, abs(y + 0.28) - 0.17)
    const [u, v] = [abs(x) - 0.26, y + 0.26]
    const turn = every(atan2(v, u), TAU / 8)
    return min(length2(u, v) - 0.03, length2(length2(u, v) - 0.1, turn * 0.1) - 0.024)
  }
  const body: Field = (x, y, z) => {
    const d = sheet(outline(x, y, z * 1.06), 0.06)
    if (z < 0 || d > 0.08) return d * 0.92
    return smoothMax(d, -min(slit(x, y), breaths(x, y)), 0.012) * 0.85
  }
  bench.add('barrel', smoothMaxFloor(body, -0.76), [0, -0.03, 0, 1], steel)
  const cross: Field = (x, y, z) => {
    const d = abs(outline(x, y, z * 1.06)) - 0.032
    if (d > 0.1) return d * 0.9
    const beam = max(abs(y - 0.16) - 0.085, -z)
    const post = max(abs(x) - 0.05 - 0.03 * smooth(-0.4, -0.7, y), -z, y - 0.5)
    return max(d, min(beam, post), -slit(x, y)) * 0.88
  }
  bench.add('cross', cross, [0, -0.1, 0.3, 0.9], trim)
  bench.add('hem', (x, y, z) => length2(length2(x, z * 1.06) - wide - 0.02, y + 0.75) - 0.035, [0, -0.75, 0, wide + 0.09], trim)
  const studs: Field = (x, y, z) => {
    const angle = every(atan2(z, x) + PI / 20, PI / 10)
    return length3(angle * wide, y - 0.48, length2(x, z * 1.06) - wide + 0.07) - 0.026
  }
  bench.add('rivets', studs, [0, 0.48, 0, wide + 0.06], trim)
  const top = random.pick(['bare', 'crown', 'brush', 'wings'] as const)
  if (top === 'crown') {
    const points: Field = (x, y, z) => {
      const angle = every(atan2(z, x) - PI / 2, TAU / 8)
      const wall = abs(length2(x, z * 1.06) - wide + 0.02 - (y - 0.4) * 0.12) - 0.025
      const peak = 0.5 + 0.2 * max(0, 1 - abs(angle) * 3.2)
      return max(wall, y - peak, 0.38 - y) * 0.75
    }
    bench.add('crown', points, [0, 0.52, 0, 0.76], bench.fitting({ rough: 0.14 }))
    bench.addGem(brilliantCut(0, 0.46, wide / 1.06 + 0.01, 0.06, 0.06, 8, 'z'), [0, 0.46, wide / 1.06, 0.1])
  }
  if (top === 'brush') addBrush(bench, false, 0.98)
  if (top === 'wings') {
    const feathers: number[] = [
      0, 0, 0.14, -0.02, 0.3, 0.06, 0.26, 0.12, 0.42, 0.22, 0.36, 0.26, 0.5, 0.42, 0.4, 0.42, 0.5, 0.66, 0.3, 0.56, 0.12, 0.36,
    ]
    const wing = extrude(polygon(feathers), 0.035, 0.02)
    const pair: Field = (x, y, z) => wing(-z + 0.02, y - 0.22, abs(x) - wide + 0.02 - (y - 0.22) * 0.25) * 0.9
    bench.add('wings', pair, [0, 0.5, -0.2, 0.95], bench.fitting({ rough: 0.25 }))
  }
  return { yaw: PI * 0.17, pitch: 0.1, half: 1.16, aimY: 0.06, stands: -0.78 }
}

/** Cuts a field off below a height. */
const smoothMaxFloor =
  (field: Field, floorAt: number): Field =>
  (x, y, z) =>
    smoothMax(field(x, y, z), floorAt - y, 0.02)

/** A hat of iron: a wide brim all round, or one that rises like a boat's bow and stern under a high comb. */
export function kettleHat(bench: Bench): Pose {
  const { random } = bench
  const boat = random.chance(0.5)
  const steel = bench.body({ hammer: random.pick([0, 0.06]), rough: 0.22 })
  const trim = bench.fitting({ rough: 0.2 })
  const reach = boat ? 0.95 : random.range(0.94, 1.06)
  const rise = boat ? 0.42 : 0
  const squash = boat ? 1.35 : 1
  /** How high the brim is at a place. */
  const brimAt = (r: number, z: number) => (boat ? -0.2 - 0.1 * r + rise * z * z : -0.02 - 0.24 * r)
  const skull: Field = (x, y, z) =>
    smoothMax(sheet(ellipsoid(x, y + 0.18, z, 0.6, boat ? 0.94 : 0.8, 0.66), 0.05), -(y + 0.24), 0.02) * 0.92
  bench.add('skull', skull, [0, 0.2, 0, 0.9], steel)
  const brim: Field = (x, y, z) => {
    const r = length2(x * squash, z)
    return max(abs(y - brimAt(r, z)) * 0.8 - 0.02, r - reach, 0.5 - r) * 0.86
  }
  bench.add('brim', brim, [0, -0.1, 0, reach + 0.2], steel)
  const edge: Field = (x, y, z) => {
    const r = length2(x * squash, z)
    return length2(r - reach, (y - brimAt(r, z)) * 0.85) * 0.82 - 0.026
  }
  bench.add('edge', edge, [0, -0.1, 0, reach + 0.24], trim)
  const height = boat ? 0.24 : 0.08
  const comb: Field = (x, y, z) => {
    const arc = ellipsoid(0, y + 0.18, z, 1, (boat ? 0.94 : 0.8) + height, 0.68 + height * 0.5)
    return max(abs(x) - 0.024 - 0.03 * smooth(0.06, 0, abs(arc)), arc, -0.02 - y) * 0.9
  }
  bench.add('comb', comb, [0, 0.4, 0, 0.92], trim)
  const band: Field = (x, y, z) => max(abs(length2(x / 0.6, z / 0.66) - 1) * 0.6 - 0.03, abs(y + 0.06) - 0.05)
  bench.add('band', band, [0, -0.06, 0, 0.76], boat || bench.coloured ? cloth(bench.coloured ? bench.accent : bench.fabric) : trim)
  const studs: Field = (x, y, z) => {
    const angle = every(atan2(z / 0.66, x / 0.6), PI / 9)
    return length3(angle * 0.62, y - 0.08, (length2(x / 0.6, z / 0.66) - 0.97) * 0.6) - 0.03
  }
  bench.add('rivets', studs, [0, 0.08, 0, 0.74], trim)
  if (boat && random.chance(0.6)) {
    const quill = sweep([
      [0.52, 0.0, -0.28, 0.03],
      [0.6, 0.4, -0.42, 0.1],
      [0.6, 0.78, -0.66, 0.15],
      [0.54, 0.92, -0.98, 0.12],
      [0.48, 0.82, -1.18, 0.03],
    ])
    const feather: Field = (x, y, z) => {
      const d = quill(x, y, z)
      return d > 0.12 ? d - 0.02 : (d + 0.03 * noise3(x * 10, y * 22, z * 22) - 0.015) * 0.8
    }
    bench.add('feather', feather, [0.56, 0.5, -0.7, 0.86], dyed(bench))
  }
  return { yaw: boat ? PI * 0.3 : PI * 0.16, pitch: 0.16, half: 1.2, aimY: 0.16, stands: -0.42 }
}

/** A helmet of one sheet of bronze that leaves eyes and mouth free. */
export function corinthian(bench: Bench): Pose {
  const { random } = bench
  const bronze = bench.body({ hammer: 0.03, rough: 0.22 }, random.chance(0.75) ? BRONZE : bench.main)
  const outer: Field = (x, y, z) => {
    const dome = ellipsoid(x, y - 0.1, z + 0.04, 0.6, 0.72, 0.68)
    const neck = z < 0 ? 0.1 * smooth(-0.3, -0.75, y) : -0.05 * smooth(-0.2, -0.8, y)
    const sides = max(length2(x * 1.06, z + 0.02) - 0.61 - neck, abs(y + 0.36) - 0.46)
    return smoothMin(dome, sides, 0.1)
  }
  const slant = random.range(0.18, 0.4)
  /** Eyes, and the gap between the cheeks. */
  const opening: Field2 = (x, y) => {
    const ax = abs(x)
    const eye = length2((ax - 0.22) * 0.72, y - 0.06 - (ax - 0.22) * slant) - 0.105
    const beside = max(abs(ax - 0.09 - max(0, -0.1 - y) * 0.05) - 0.035, y - 0.08, -0.26 - y)
    const mouth = max(ax - 0.05 - 0.16 * smooth(-0.55, -0.9, y), y + 0.22)
    return min(eye, beside, mouth)
  }
  const body: Field = (x, y, z) => {
    const d = sheet(outer(x, y, z), 0.055)
    const cut = z > 0.05 && d < 0.1 ? smoothMax(d, -opening(x, y), 0.014) : d
    // the cheeks reach lower than the neck
    return smoothMax(cut, -(y + 0.8 - 0.22 * smooth(0.2, -0.1, z)), 0.02) * 0.8
  }
  bench.add('shell', body, [0, 0, -0.02, 1.04], bronze)
  const piping: Field = (x, y, z) => {
    const d = outer(x, y, z)
    if (z < 0.05 || d > 0.1) return max(d, 0.05 - z) * 0.8 + 0.01
    return max(length2(opening(x, y) - 0.02, d) - 0.026, -0.8 - y) * 0.75
  }
  bench.add('piping', piping, [0, -0.2, 0.4, 0.8], bench.fitting({ rough: 0.2 }))
  const brow: Field = (x, y, z) => {
    const line = y - 0.24 - 0.2 * smooth(0.35, 0, abs(x)) + abs(x) * 0.08
    return max(abs(outer(x, y, z)) - 0.03, abs(line) - 0.032, -z - 0.3) * 0.7
  }
  bench.add('brow', brow, [0, 0.26, 0.1, 0.72], bench.fitting({ rough: 0.2 }))
  const crest = random.pick(['along', 'along', 'across', 'none'] as const)
  if (crest !== 'none' || bench.coloured) {
    addBrush(bench, crest === 'across', random.range(1, 1.14))
    const [across, base] = [crest === 'across', 0.78]
    const rail: Field = (x, y, z) => {
      const [u, w] = across ? [z, x] : [x, z]
      return max(abs(u) - 0.05, abs(length2(y - 0.05, w) - base + 0.03) - 0.05, across ? 0.2 - y : 0.05 - y + max(0, w) * 0.4) * 0.9
    }
    bench.add('rail', rail, [0, 0.35, 0, 0.88], bronze)
  }
  return { yaw: PI * 0.18, pitch: 0.08, half: 1.26, aimY: 0.14, stands: -0.83 }
}

/** A pointed cap of riveted plates with a bar before the nose and a curtain of mail. */
export function conical(bench: Bench): Pose {
  const { random } = bench
  const tall = random.range(0.86, 1.08)
  const steel = bench.body({ hammer: 0.04, rough: 0.26 })
  const trim = bench.fitting({ rough: 0.2 })
  const cap = lathe(
    [
      [0.6, -0.06],
      [0.585, 0.16],
      [0.46, 0.44],
      [0.24, 0.7 * tall],
      [0.08, 0.9 * tall],
      [0, 0.96 * tall],
    ],
    4,
  )
  bench.add('cap', cap, [0, 0.4, 0, 0.82], steel)
  const count = random.pick([4, 6, 8])
  const ribs: Field = (x, y, z) => {
    const d = abs(cap(x, y, z)) - 0.03
    if (d > 0.1) return d
    const turn = every(atan2(z, x) - PI / 2, TAU / count)
    return max(d, abs(turn) * length2(x, z) - 0.05, -0.05 - y) * 0.85
  }
  bench.add('ribs', ribs, [0, 0.42, 0, 0.84], trim)
  bench.add('band', (x, y, z) => max(abs(length2(x, z) - 0.6) - 0.04, abs(y + 0.01) - 0.085), [0, 0, 0, 0.68], trim)
  const studs: Field = (x, y, z) => length3(every(atan2(z, x), PI / 10) * 0.62, y, length2(x, z) - 0.645) - 0.026
  bench.add('rivets', studs, [0, 0, 0, 0.7], steel)
  const flat = polygon([-0.055, 0.05, 0.055, 0.05, 0.075, -0.34, 0.03, -0.42, -0.03, -0.42, -0.075, -0.34])
  const nasal = extrude(flat, 0.028, 0.02)
  bench.add('nasal', (x, y, z) => nasal(x, y, z - 0.645), [0, -0.18, 0.64, 0.3], trim)
  const links: Field = (x, y, z) => {
    const row = floor(y / 0.075)
    const u = every(atan2(z, x) * 0.66 + (row - 2 * floor(row / 2)) * 0.04, 0.08)
    return length2(u, y - (row + 0.5) * 0.075)
  }
  const mail = overlaid(bench.body({ rough: 0.34 }), [
    (s) => {
      dim(s, 0.35 + 0.75 * smooth(0.022, 0.01, abs(links(s.x, s.y, s.z) - 0.028)))
    },
  ])
  const curtain: Field = (x, y, z) => {
    const r = 0.585 + 0.2 * smooth(-0.05, -0.85, y) + 0.018 * sin(atan2(z, x) * 9) * smooth(-0.2, -0.8, y)
    const wall = abs(length2(x, z) - r) - 0.024
    const face = max(abs(x) - 0.34, -0.52 - y - x * x, -z)
    return smoothMax(max(wall, y + 0.02, -0.78 - y), -face, 0.02) * 0.8
  }
  bench.add('mail', curtain, [0, -0.4, 0, 0.94], mail)
  const finial = random.pick(['ball', 'tail', 'spike'] as const)
  const at = 0.94 * tall
  if (finial === 'spike')
    bench.add(
      'spike',
      (x, y, z) => max(length2(x, z) - 0.05 + max(0, y - at) * 0.2 + max(0, y - at - 0.24), at - 0.08 - y),
      [0, at + 0.06, 0, 0.36],
      trim,
    )
  else
    bench.add(
      'ball',
      (x, y, z) => min(length3(x, y - at - 0.02, z) - 0.07, torus(x, y - at + 0.06, z, 0.075, 0.022)),
      [0, at, 0, 0.16],
      trim,
    )
  if (finial === 'tail' || bench.coloured) {
    const hair = sweep([
      [0, at + 0.04, 0, 0.04],
      [0, at + 0.2, -0.06, 0.08],
      [0, at + 0.14, -0.3, 0.12],
      [0, at - 0.2, -0.5, 0.13],
      [0, at - 0.6, -0.62, 0.04],
    ])
    const tail: Field = (x, y, z) => {
      const d = hair(x, y, z)
      return d > 0.12 ? d - 0.02 : (d + 0.03 * noise3(x * 30, y * 5, z * 9) - 0.015) * 0.8
    }
    bench.add('tail', tail, [0, at - 0.16, -0.32, 0.72], dyed(bench))
  }
  return { yaw: PI * 0.16, pitch: 0.1, half: 1.24, aimY: 0.12, stands: -0.78 }
}

/** Ornaments at the brow of a samurai's helmet; flat, upright, their foot at the origin. */
const BROWS = {
  antlers: polygon([0, 0, 0.08, 0, 0.14, 0.16, 0.34, 0.28, 0.44, 0.52, 0.42, 0.82, 0.36, 0.54, 0.24, 0.38, 0.1, 0.3, 0, 0.14]),
  hoe: polygon([0, 0, 0.1, 0.02, 0.22, 0.3, 0.32, 0.72, 0.42, 0.8, 0.24, 0.82, 0.14, 0.42, 0.06, 0.16, 0, 0.12]),
} as const

/** A bowl of ribs with a fan of laced plates over the neck and a crest at the brow. */
export function kabuto(bench: Bench): Pose {
  const { random } = bench
  const lacquer =
    bench.named || bench.whole
      ? bench.body({ rough: 0.2 })
      : bench.body({ rough: 0.3 }, rgb(random.pick(['#2a2a30', '#5a1d1c', '#4c5058'])))
  const gold = bench.fitting({ rough: 0.16 })
  const ribs = random.pick([16, 24, 32])
  const bowl: Field = (x, y, z) => {
    const d = ellipsoid(x, y + 0.02, z, 0.62, 0.66, 0.66)
    const ridge = d < 0.08 ? 0.014 * max(0, cos(atan2(z, x) * ribs)) * smooth(0.62, 0.5, y) : 0
    return smoothMax(sheet(d - ridge, 0.06), -(y + 0.04), 0.02) * 0.85
  }
  bench.add('bowl', bowl, [0, 0.28, 0, 0.84], lacquer)
  bench.add('knob', (x, y, z) => min(torus(x, y - 0.62, z, 0.11, 0.035), torus(x, y - 0.66, z, 0.06, 0.03)), [0, 0.64, 0, 0.18], gold)
  const visor: Field = (x, y, z) => {
    const r = length2(x, z)
    return max(abs(y - 0.02 + (r - 0.6) * 0.55) - 0.022, r - 0.84, 0.58 - r, (0.1 - z) * 0.8) * 0.85
  }
  bench.add('visor', visor, [0, -0.02, 0.3, 0.86], lacquer)
  bench.add('rim', (x, y, z) => max(abs(length2(x / 0.62, z / 0.66) - 1) * 0.6 - 0.04, abs(y - 0.01) - 0.05), [0, 0, 0, 0.72], gold)
  const flare = random.range(0.45, 0.75)
  const rows = 5
  /** Rows of plates, each a little further out than the one above. */
  const plates = (y: number) => 0.64 + flare * 0.13 * floor(-y / 0.12) + 0.05 * every(-y - 0.06, 0.12)
  const guard: Field = (x, y, z) => {
    const wall = abs(length2(x, z) - plates(min(y, 0))) - 0.026
    return max(wall * 0.75, y + 0.002, -0.12 * rows - y, (z - 0.3 - y * 0.2) * 0.9) * 0.8
  }
  bench.add('guard', guard, [0, -0.3, -0.2, 1.06], lacquer)
  const laces: Field = (x, y, z) => {
    const angle = every(atan2(z, x), 0.16) * 0.75
    const wall = abs(length2(x, z) - plates(min(y, 0)) - 0.03) - 0.016
    return (
      max(wall * 0.75, abs(angle) - 0.03, abs(every(y + 0.06, 0.12)) - 0.045, y + 0.01, 0.02 - 0.12 * rows - y, z - 0.28 - y * 0.2) * 0.7
    )
  }
  bench.add('laces', laces, [0, -0.3, -0.2, 1.08], cloth(bench.coloured ? bench.accent : rgb(random.pick(DYES)), 0.6))
  const ears: Field = (x, y, z) => {
    const [u, w] = [abs(x) - 0.72, z - 0.34]
    const lean = u - w * 0.7
    return max(abs(lean) * 0.8 - 0.024, length2((u + w) * 0.75 - 0.06, y + 0.06) - 0.18) * 0.9
  }
  bench.add('ears', ears, [0, -0.06, 0.4, 1], lacquer)
  const brow = random.pick(['antlers', 'hoe', 'moon', 'sun'] as const)
  const flat: Field2 =
    brow === 'moon'
      ? (x, y) => max(length2(x, y - 0.44) - 0.46, 0.42 - length2(x, y - 0.6))
      : brow === 'sun'
        ? (x, y) => {
            const turn = every(atan2(y - 0.34, x), TAU / 16)
            return (length2(x, y - 0.34) - 0.24 - 0.1 * max(0, 1 - abs(turn) * 6)) * 0.7
          }
        : (x, y) => BROWS[brow](abs(x), y)
  const crest: Field = (x, y, z) => extrude(flat, 0.024, 0.012)(x, y - 0.2, z - 0.68 + (y - 0.2) * 0.12)
  bench.add('crest', crest, [0, 0.62, 0.6, 0.74], gold)
  bench.addGem(brilliantCut(0, 0.26, 0.73, 0.07, 0.06, 8, 'z'), [0, 0.26, 0.73, 0.11])
  return { yaw: PI * 0.15, pitch: 0.12, half: 1.22, aimY: 0.12, stands: -0.62 }
}
