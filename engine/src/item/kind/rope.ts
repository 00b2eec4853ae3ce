import { atan2, cos, sin, TAU } from '../../math/dmath.ts'
import { noise3 } from '../../math/lattice.ts'
import type { Field } from '../../solid/field/field.ts'
import { box, length2, length3 } from '../../solid/field/shapes.ts'
import { sweep } from '../../solid/field/sweep.ts'
import { finish } from '../../solid/material/plain.ts'
import { rgb } from '../../solid/palette.ts'
import type { Opaque } from '../../solid/render/part.ts'
import { bump, dim, paint } from '../../solid/render/surface.ts'
import type { Bench } from '../bench.ts'
import type { Kind, Pose } from '../kind.ts'

const { abs, floor, max, min } = Math

/** Half the thickness of the rope. */
const R = 0.085
const fibres: Field = (x, y, z) => noise3(x * 44, y * 44, z * 44) * 0.08

function hemp(bench: Bench): Opaque {
  const colour = bench.coloured ? bench.fabric : bench.random.pick([rgb('#a9834c'), rgb('#8f6c3e'), rgb('#b59a68')])
  return finish(colour, (s) => {
    paint(s, colour)
    dim(s, 0.62 + 0.6 * noise3(s.x * 18, s.y * 18, s.z * 18))
    s.rough = 0.95
    s.sheen = 0.3
    bump(s, 0.05, fibres)
  })
}

/** Relief of three strands: `turn` is the angle round the rope, `along` the way along it. */
const strands = (turn: number, along: number) => 0.024 * abs(sin(turn * 1.5 + along * 11))

/** One turn of rope round the y axis. */
const hoop = (x: number, y: number, z: number, major: number, height: number) => {
  const out = length2(x, z) - major
  const up = y - height
  const d = length2(out, up)
  if (d > R * 3) return d - R
  return (d - R + strands(atan2(up, out), atan2(z, x) * major)) * 0.74
}

/** A straight or bent piece of rope along a curve; the strands wind with the height. */
function lay(points: readonly (readonly [number, number, number, number])[]): Field {
  const core = sweep(points, 5)
  return (x, y, z) => {
    const d = core(x, y, z)
    return d > R * 2 ? d : (d + 0.012 * abs(sin((x + z) * 16 + y * 22))) * 0.85
  }
}

function coil(bench: Bench): Pose {
  const layers = bench.random.pick([4, 5])
  const stuff = hemp(bench)
  const pile: Field = (x, y, z) => {
    let d = 9
    for (let k = 0; k < layers; k++) {
      const height = -0.52 + k * 0.15
      const shift = k % 2 === 0 ? 0 : 0.035
      d = min(
        d,
        hoop(x - shift, y, z + shift * 0.6, 0.66 - (k % 2) * 0.03, height),
        k < layers - 1 ? hoop(x + shift, y, z, 0.5, height + 0.02) : 9,
      )
    }
    return d
  }
  bench.add('coil', pile, [0, -0.52 + (layers - 1) * 0.075, 0, 0.86], stuff)
  const top = -0.52 + layers * 0.15
  const bind: Field = (x, y, z) => {
    const a = 0.7
    const u = x * cos(a) + z * sin(a)
    const w = -x * sin(a) + z * cos(a)
    const row = min(max(floor(w / 0.11 + 0.5), -1), 1) * 0.11
    const frame = box(u - 0.58, y - (top - 0.62) / 2 + 0.0, 0, 0.16, (top + 0.52) / 2 + 0.05, 0.4, 0.1)
    return max(length2(frame, w - row) - 0.06 + 0.01 * abs(sin(y * 26 + u * 26)), -9) * 0.86
  }
  bench.add('binding', bind, [0.58 * cos(0.7), (top - 0.62) / 2, 0.58 * sin(0.7), 0.62], stuff)
  const end = lay([
    [-0.62, top - 0.06, 0.24, R],
    [-0.34, top + 0.06, 0.52, R],
    [0.1, top + 0.02, 0.66, R],
    [0.34, top - 0.3, 0.84, R],
    [0.5, -0.56, 0.98, R],
    [0.86, -0.56, 0.9, R],
  ])
  bench.add('end', end, [0.12, top / 2 - 0.24, 0.62, 1.0], stuff)
  bench.add(
    'whipping',
    (x, y, z) => max(length2(y + 0.56, (z - 0.91) * 0.98 + (x - 0.78) * 0.2) - 0.098, abs(x - 0.76) - 0.09),
    [0.76, -0.56, 0.91, 0.15],
    bench.fitting({ rough: 0.5 }),
  )
  return { yaw: 0.4, pitch: 0.5, half: 1.16, aimX: 0.1, aimY: -0.24, stands: -0.62 }
}

/** A rope hung up in a bundle, wound about its neck; a hook at its end. */
function grapple(bench: Bench): Pose {
  const stuff = hemp(bench)
  const loops = bench.random.pick([4, 5])
  const bundle: Field = (x, y, z) => {
    let d = 9
    for (let k = 0; k < loops; k++) {
      const wide = 0.26 + k * 0.1
      const depth = (k % 2 === 0 ? 1 : -1) * 0.07 + (k - 2) * 0.02
      // an oval: straight sides, round ends
      const v = y + 0.3
      const tall = 0.42 - k * 0.02
      const out = length2(x, max(0, abs(v) - tall)) - wide
      const e = length2(out, z - depth)
      if (e < d + R) d = min(d, e > R * 3 ? e - R : (e - R + strands(atan2(z - depth, out), v + atan2(v, x) * 0.5)) * 0.8)
    }
    return d
  }
  bench.add('bundle', bundle, [0, -0.3, 0, 1.16], stuff)
  const neck: Field = (x, y, z) => {
    const row = min(max(floor((y + 0.28) / 0.15 + 0.5), -2), 2) * 0.15 - 0.28
    const around = length2(max(0, abs(x) - 0.3), z * 0.8) - 0.24
    return max(length2(around, y - row - x * 0.04) - R + 0.012 * abs(sin(x * 24 + z * 20)), -9) * 0.82
  }
  bench.add('neck', neck, [0, -0.28, 0, 0.76], stuff)
  const lead = lay([
    [0.2, 0.0, 0.3, R],
    [0.36, 0.34, 0.24, R],
    [0.16, 0.6, 0.12, R],
    [-0.06, 0.68, 0.1, R],
  ])
  bench.add('lead', lead, [0.16, 0.34, 0.2, 0.52], stuff)
  const iron = bench.body({ hammer: 0.06, rough: 0.3 })
  const prong = sweep([
    [0, 1.12, 0, 0.05],
    [0.14, 1.24, 0, 0.045],
    [0.32, 1.14, 0, 0.04],
    [0.36, 0.94, 0, 0.034],
    [0.3, 0.84, 0, 0.012],
  ])
  const turned =
    (field: Field, a: number): Field =>
    (x, y, z) =>
      field(x * cos(a) + z * sin(a), y, -x * sin(a) + z * cos(a))
  const prongs = [0.3, 0.3 + TAU / 3, 0.3 + (2 * TAU) / 3].map((a) => turned(prong, a))
  bench.add(
    'hook',
    (x, y, z) =>
      min(
        prongs[0]!(x, y, z),
        prongs[1]!(x, y, z),
        prongs[2]!(x, y, z),
        max(length2(x, z) - 0.048, abs(y - 0.96) - 0.2),
        length2(length2(x, y - 0.72) - 0.085, z) - 0.03,
      ),
    [0, 0.98, 0, 0.46],
    iron,
  )
  bench.add('thimble', (x, y, z) => max(abs(length2(x, z) - 0.062) - 0.02, abs(y - 0.9) - 0.05) - 0.004, [0, 0.9, 0, 0.11], bench.fitting())
  bench.add(
    'knot',
    (x, y, z) => length3(x + 0.04, (y - 0.64) * 0.9, z - 0.06) - 0.12 + 0.014 * abs(sin(x * 30 + y * 22)),
    [-0.04, 0.64, 0.06, 0.15],
    stuff,
  )
  return { roll: -0.3, yaw: 0.3, half: 1.34, aimY: 0.02, stands: null, thickness: 0.24 }
}

export const rope: Kind = {
  forms: ['coil', 'grapple'],
  build: (bench) => (bench.form === 'grapple' ? grapple(bench) : coil(bench)),
}
