import { atan2, cos, sin, TAU } from '../../math/dmath.ts'
import { smoothMax } from '../../solid/field/combine.ts'
import { brilliantCut } from '../../solid/field/facets.ts'
import type { Field } from '../../solid/field/field.ts'
import { cylinder, length2, length3 } from '../../solid/field/shapes.ts'
import { rgb } from '../../solid/palette.ts'
import type { Bench } from '../bench.ts'
import type { Kind } from '../kind.ts'

const { abs, floor, max, min } = Math

/** What a toothed wheel is cut to. Lengths in model units. */
type Cut = {
  readonly teeth: number
  /** Radius of the roots, and how far teeth stand out. */
  readonly root: number
  readonly tall: number
  readonly half: number
  readonly bore: number
  readonly spokes: number
}

/** How far over a face teeth and spokes begin to matter. */
const FLAT = 0.04

/** Width of the fillets of what is cut out. */
const FILLET = 0.03

/** A toothed wheel in the plane z = 0, its teeth tapering outwards. */
function wheel({ teeth, root, tall, half, bore, spokes }: Cut): Field {
  const step = TAU / teeth
  const arm = TAU / max(1, spokes)
  return (x, y, z) => {
    const r = length2(x, y)
    const over = abs(z) - half
    if (r > root + tall + 0.2) return length2(r - root - tall, max(0, over))
    // over a face it is no nearer than that, whatever is cut out there
    if (over > FLAT) return over * 0.96
    const angle = atan2(y, x)
    let d = r - root
    // so far inside the roots no tooth is nearer than they
    const wide = step * root * (0.3 - 0.13 * (d / tall)) * 0.95
    if (d > -wide) {
      const a = angle - floor(angle / step + 0.5) * step
      d = min(d, max(abs(sin(a)) * r * 0.95 - wide, d - tall))
    }
    d = max(d, bore - r)
    // nor does a window reach so far out
    if (spokes > 0 && r - root * 0.76 + d < FILLET) {
      const b = angle - floor(angle / arm + 0.5) * arm
      const rib = abs(sin(b)) * r - root * 0.11
      const window = max(r - root * 0.76, bore * 1.95 - r, -rib)
      d = smoothMax(d, -window, FILLET)
    }
    const thick = half - 0.018 * (r > root ? (r - root) / tall : 0)
    return smoothMax(d, abs(z) - thick, FILLET) * 0.96
  }
}

/** The raised rim and hub on both faces. */
const collars =
  ({ root, half, bore }: Cut): Field =>
  (x, y, z) => {
    const r = length2(x, y)
    return (
      min(max(abs(r - root * 0.87) - root * 0.05, abs(z) - half - 0.03), max(abs(r - bore * 1.45) - bore * 0.42, abs(z) - half - 0.07)) -
      0.008
    )
  }

function single(bench: Bench): void {
  const cut: Cut = {
    teeth: bench.random.pick([12, 14, 16, 18]),
    root: 0.78,
    tall: 0.17,
    half: 0.13,
    bore: 0.15,
    spokes: bench.random.pick([4, 5, 6]),
  }
  const metal = bench.body({ hammer: 0.05, rough: 0.3, brush: 0 }, bench.random.pick([rgb('#a9793c'), rgb('#8e949d'), rgb('#c49a4c')]))
  bench.add(
    'wheel',
    wheel(cut),
    [0, 0, 0, 0.98],
    bench.inscribed(metal, (s, at) => {
      at.u = (length2(s.x, s.y) - 0.69) * 12
      at.v = atan2(s.y, s.x) * 6
      return at.u > 0 && at.u < 1
    }),
  )
  bench.add('collars', collars(cut), [0, 0, 0, 0.76], bench.fitting({ rough: 0.24, brush: 0 }))
  bench.add(
    'bolts',
    (x, y, z) => {
      const step = TAU / cut.spokes
      const a = floor(atan2(y, x) / step + 0.5) * step
      const u = x - cos(a) * 0.68
      const v = y - sin(a) * 0.68
      return max(max(abs(v), abs(u) * 0.866 + abs(v) * 0.5) - 0.042, abs(z) - 0.19)
    },
    [0, 0, 0, 0.78],
    bench.body({ rough: 0.24 }),
  )
  if (bench.has('ornate')) bench.addGem(brilliantCut(0, 0, 0.14, 0.14, 0.12, 8, 'z'), [0, 0, 0.14, 0.2])
}

/** A train of three wheels that mesh, on one plate. */
function train(bench: Bench): void {
  const big: Cut = { teeth: 16, root: 0.5, tall: 0.12, half: 0.09, bore: 0.1, spokes: 5 }
  const mid: Cut = { teeth: 11, root: 0.32, tall: 0.11, half: 0.085, bore: 0.08, spokes: 4 }
  const small: Cut = { teeth: 8, root: 0.2, tall: 0.1, half: 0.08, bore: 0.06, spokes: 0 }
  const lean = bench.random.range(-0.15, 0.15)
  const places = [
    { cut: big, x: -0.38, y: -0.26, turn: 0, metal: bench.body({ hammer: 0.03, rough: 0.26, brush: 0 }, rgb('#c49a4c')) },
    {
      cut: mid,
      x: -0.38 + 0.95 * cos(0.62 + lean),
      y: -0.26 + 0.95 * sin(0.62 + lean),
      turn: 0.16,
      metal: bench.body({ hammer: 0.03, rough: 0.26, brush: 0 }, rgb('#b4bac3')),
    },
    {
      cut: small,
      x: -0.38 + 0.76 * cos(1.8 + lean),
      y: -0.26 + 0.76 * sin(1.8 + lean),
      turn: 0.3,
      metal: bench.body({ hammer: 0.03, rough: 0.26, brush: 0 }, rgb('#c27a4a')),
    },
  ]
  for (const { cut, x: px, y: py, turn, metal } of places) {
    const c = cos(turn)
    const s = sin(turn)
    const at =
      (field: Field): Field =>
      (x, y, z) =>
        field((x - px) * c + (y - py) * s, -(x - px) * s + (y - py) * c, z)
    bench.add('wheel', at(wheel(cut)), [px, py, 0, cut.root + cut.tall + 0.05], metal)
    const rim = bench.inscribed(bench.fitting({ rough: 0.22, brush: 0 }), (s, spot) => {
      spot.u = (length2(s.x - px, s.y - py) / cut.root - 0.82) * 10
      spot.v = atan2(s.y - py, s.x - px) * cut.root * 9
      return spot.u > 0 && spot.u < 1
    })
    bench.add('collars', at(collars(cut)), [px, py, 0, cut.root * 0.95 + 0.09], rim)
    bench.add(
      'axle',
      (x, y, z) => min(cylinder(x - px, z, y - py, cut.bore, 0.2, 0.02), length3(x - px, y - py, z - 0.2) - cut.bore * 0.7),
      [px, py, 0, 0.32],
      bench.body({ rough: 0.2, brush: 0.004 }),
    )
  }
}

export const gear: Kind = {
  forms: ['wheel', 'train'],
  round: true,
  build(bench) {
    if (bench.form === 'train') {
      train(bench)
      return { roll: bench.random.range(-0.2, 0.2), yaw: 0.4, half: 1.16, aimX: -0.05, aimY: 0.02, stands: null, thickness: 0.2 }
    }
    single(bench)
    return { roll: bench.random.range(-0.4, 0.2), yaw: 0.45, half: 1.12, stands: null, thickness: 0.2 }
  },
}
