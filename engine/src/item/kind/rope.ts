import { atan2, cos, sin, smooth } from '../../math/dmath.ts'
import { noise3 } from '../../math/lattice.ts'
import { candidates } from '../../solid/field/candidates.ts'
import { place, polar, smoothMin } from '../../solid/field/combine.ts'
import type { Field } from '../../solid/field/field.ts'
import { box, length2 } from '../../solid/field/shapes.ts'
import { rod } from '../../solid/field/solids.ts'
import { sweep } from '../../solid/field/sweep.ts'
import { finish } from '../../solid/material/plain.ts'
import { rgb } from '../../solid/palette.ts'
import type { Opaque } from '../../solid/render/part.ts'
import { bump, dim, paint } from '../../solid/render/surface.ts'
import type { Bench } from '../bench.ts'
import type { Kind, Pose } from '../kind.ts'
import { laid, RELIEF, STEEP, strands } from '../shape/cordage.ts'

const { abs, floor, max, min } = Math

/** Half the thickness of the rope. */
const R = 0.085
const fibres: Field = (x, y, z) => noise3(x * 44, y * 44, z * 44) * 0.08

function hemp(bench: Bench): Opaque {
  const colour = bench.coloured ? bench.fabric : bench.random.pick([rgb('#a9834c'), rgb('#8f6c3e'), rgb('#b59a68')])
  return finish(colour, (s) => {
    paint(s, colour)
    dim(s, 0.6 + 0.35 * noise3(s.x * 18, s.y * 18, s.z * 18) + 0.35 * noise3(s.x * 70, s.y * 70, s.z * 70))
    s.rough = 0.95
    s.sheen = 0.3
    bump(s, 0.05, fibres)
  })
}

/** Turns of rope round upright axes, each its middle, its radius and its height. */
function turnsOf(turns: readonly (readonly [x: number, y: number, z: number, major: number])[]): Field {
  const away = (i: number, x: number, y: number, z: number) => {
    const [px, py, pz, major] = turns[i]!
    return length2(length2(x - px, z - pz) - major, y - py)
  }
  // turns that lie on each other differ by their strands
  const near = candidates(turns.length, [-0.9, -0.8, -0.9], [0.9, 0.4, 0.9], 36, 1.3, away)
  /** How far a turn is, or `known` where that is not more. */
  const relieved = (i: number, e: number, known: number, x: number, y: number, z: number): number => {
    if (e * STEEP >= known) return known
    const [px, py, pz, major] = turns[i]!
    const [u, w] = [x - px, z - pz]
    return min(known, (e + strands(atan2(y - py, length2(u, w) - major), atan2(w, u) * major)) * STEEP)
  }
  const rounds = new Float64Array(turns.length)
  return (x, y, z) => {
    const list = near(x, y, z)
    let nearest = 0
    for (let i = 0; i < list.length; i++) {
      rounds[i] = away(list[i]!, x, y, z) - R
      if (rounds[i]! < rounds[nearest]!) nearest = i
    }
    if (rounds[nearest]! > RELIEF) return rounds[nearest]! * STEEP
    // after the nearest turn few others are left to ask for their strands
    let d = relieved(list[nearest]!, rounds[nearest]!, 9, x, y, z)
    for (let i = 0; i < list.length; i++) if (i !== nearest) d = relieved(list[i]!, rounds[i]!, d, x, y, z)
    return d
  }
}

function coil(bench: Bench): Pose {
  const layers = bench.random.pick([4, 5])
  const stuff = hemp(bench)
  const pile = turnsOf(
    Array.from({ length: layers }, (_, k) => {
      const height = -0.52 + k * 0.15
      const shift = k % 2 === 0 ? 0 : 0.035
      const outer = [shift, height, -shift * 0.6, 0.66 - (k % 2) * 0.03] as const
      const inner = [-shift, height + 0.02, 0, 0.5] as const
      return k < layers - 1 ? [outer, inner] : [outer]
    }).flat(),
  )
  bench.add('coil', pile, [0, -0.52 + (layers - 1) * 0.075, 0, 0.86], stuff)
  const top = -0.52 + layers * 0.15
  const bind: Field = (x, y, z) => {
    const a = 0.7
    const u = x * cos(a) + z * sin(a)
    const w = -x * sin(a) + z * cos(a)
    const row = min(max(floor(w / 0.11 + 0.5), -1), 1) * 0.11
    const frame = box(u - 0.58, y - (top - 0.62) / 2 + 0.0, 0, 0.16, (top + 0.52) / 2 + 0.05, 0.4, 0.1)
    return max(length2(frame, w - row) - 0.066 + 0.018 * (1 - abs(sin(y * 24 + u * 24))), -9) * 0.86
  }
  bench.add('binding', bind, [0.58 * cos(0.7), (top - 0.62) / 2, 0.58 * sin(0.7), 0.62], stuff)
  const end = laid(
    [
      [-0.62, top - 0.06, 0.24],
      [-0.34, top + 0.06, 0.52],
      [0.1, top + 0.02, 0.66],
      [0.34, top - 0.3, 0.84],
      [0.46, -0.54, 0.96],
      [0.72, -0.54, 0.88],
    ],
    R,
  )
  bench.add('end', end, [0.12, top / 2 - 0.24, 0.62, 1.0], stuff)
  bench.add(
    'whipping',
    (x, y, z) => max(length2(y + 0.54, (z - 0.89) * 0.98 + (x - 0.66) * 0.2) - 0.098, abs(x - 0.66) - 0.07),
    [0.66, -0.54, 0.89, 0.14],
    bench.fitting({ rough: 0.5 }),
  )
  return { yaw: 0.4, pitch: 0.5, half: 1.16, aimX: 0.06, aimY: -0.24, stands: -0.62 }
}

/** A grapnel with its eye below, standing along y: a ringed shank and flukes that curl outwards. */
function grapnel(bench: Bench, at: (field: Field) => Field, where: (y: number) => readonly [number, number, number]): void {
  const { random } = bench
  const flukes = random.pick([3, 4])
  const reach = random.range(0.34, 0.42)
  const fluke = sweep(
    [
      [0.02, 0.5, 0, 0.052],
      [0.1, 0.62, 0, 0.05],
      [reach * 0.72, 0.64, 0, 0.046],
      [reach, 0.5, 0, 0.042],
      [reach * 1.04, 0.32, 0, 0.034],
      [reach * 0.9, 0.2, 0, 0.01],
    ],
    4,
  )
  const barb = rod([reach * 1.02, 0.34, 0], [reach * 0.84, 0.36, 0], 0.026, 0.008)
  const arms = polar((x, y, z) => min(fluke(x, y, z), barb(x, y, z)), flukes)
  const iron = bench.body({ hammer: 0.05, rough: 0.34, wear: 0.45 }, rgb('#6f747c'))
  const shank: Field = (x, y, z) => max(length2(x, z) - 0.056 + 0.012 * smooth(0.3, 0.1, y), abs(y - 0.29) - 0.27) - 0.004
  bench.add(
    'hook',
    at((x, y, z) => smoothMin(shank(x, y, z), turnedBy(arms, 0.4)(x, y, z), 0.03)),
    [...where(0.36), 0.62],
    iron,
  )
  bench.add(
    'eye',
    at((x, y, z) => length2(length2(x, y + 0.07) - 0.088, z) - 0.032),
    [...where(-0.07), 0.13],
    iron,
  )
  bench.add(
    'collars',
    at((x, y, z) => min(length2(length2(x, z) - 0.055, y - 0.08) - 0.024, length2(length2(x, z) - 0.06, y - 0.46) - 0.022)),
    [...where(0.27), 0.29],
    bench.fitting({ rough: 0.3 }),
  )
}

const turnedBy = (field: Field, a: number): Field => {
  const [c, s] = [cos(a), sin(a)]
  return (x, y, z) => field(c * x + s * z, y, -s * x + c * z)
}

/** A rope laid in a hank, wound about its middle; at its end a grapnel. */
function grapple(bench: Bench): Pose {
  const { random } = bench
  const stuff = hemp(bench)
  const loops = random.pick([4, 5])
  const tall = random.range(0.36, 0.46)
  // each turn of the hank lies a little aside of the one before
  const turns = Array.from({ length: loops }, (_, k) => ({
    wide: 0.2 + 0.085 * k,
    tall: tall + random.range(-0.05, 0.05),
    depth: (k % 2 === 0 ? 0.085 : -0.085) + random.range(-0.02, 0.02),
    lean: random.range(-0.1, 0.1),
  }))
  const bundle: Field = (x, y, z) => {
    let d = 9
    const v = y + 0.42
    for (let k = 0; k < turns.length; k++) {
      const turn = turns[k]!
      // an oval: straight sides, round ends
      const u = x - turn.lean * v
      const past = max(0, abs(v) - turn.tall)
      const out = length2(u, past) - turn.wide
      const e = length2(out, z - turn.depth)
      if ((e - R) * STEEP >= d) continue
      if (e - R > RELIEF) {
        d = (e - R) * STEEP
        continue
      }
      const along = (v < 0 ? -1 : 1) * (min(abs(v), turn.tall) * (u < 0 ? -1 : 1) + turn.wide * atan2(u, past + 1e-6))
      d = min(d, (e - R + strands(atan2(z - turn.depth, out), along)) * STEEP)
    }
    return d
  }
  bench.add('hank', bundle, [0, -0.42, 0, 1.08], stuff)
  const widest = 0.2 + 0.085 * (loops - 1)
  const rows = 5
  const binding: Field = (x, y, z) => {
    const row = min(max(floor((y + 0.36) / 0.15 + 0.5), -2), rows - 3) * 0.15 - 0.36
    const across = max(0, abs(x) - widest + 0.12)
    const out = length2(across, z) - 0.25
    const up = y - row - x * 0.06
    const e = length2(out, up)
    return (e - R > RELIEF ? e - R : e - R + strands(atan2(up, out), x + (z < 0 ? 0.4 : 0) + row * 3)) * STEEP
  }
  bench.add('binding', binding, [0, -0.36, 0, widest + 0.5], stuff)
  const lead = laid(
    [
      [-0.1, 0.0, 0.27],
      [-0.02, 0.2, 0.26],
      [0.1, 0.42, 0.16],
      [0.02, 0.6, 0.05],
    ],
    R,
  )
  bench.add('lead', lead, [0, 0.3, 0.15, 0.5], stuff)
  const lean = random.range(-0.35, 0.35)
  const [px, py, pz] = [0.02, 0.76, 0.04]
  const at = (field: Field) => place(field, px, py, pz, 0.1, 0, lean)
  grapnel(bench, at, (y) => [px - sin(lean) * y, py + cos(lean) * y, pz + 0.1 * y])
  bench.add(
    'knot',
    place(
      (x, y, z) => {
        const row = min(max(floor(y / 0.1 + 0.5), -1), 1) * 0.1
        const e = length2(length2(x, z) - 0.075, y - row - x * 0.12)
        return (e - 0.066 + strands(atan2(y - row, length2(x, z) - 0.075), atan2(z, x) * 0.09) * 0.8) * 0.8
      },
      px,
      py - 0.2,
      pz,
      0.1,
      0,
      lean * 0.6,
    ),
    [px, py - 0.2, pz, 0.26],
    stuff,
  )
  return { roll: -0.3, yaw: 0.3, half: 1.36, aimX: 0, aimY: 0.04, stands: null, thickness: 0.26 }
}

export const rope: Kind = {
  forms: ['coil', 'grapple'],
  build: (bench) => (bench.form === 'grapple' ? grapple(bench) : coil(bench)),
}
