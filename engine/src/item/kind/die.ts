import { smooth } from '../../math/dmath.ts'
import { fbm3 } from '../../math/lattice.ts'
import { place, smoothMax } from '../../solid/field/combine.ts'
import { type Plane, packPlanes, polyhedron } from '../../solid/field/facets.ts'
import type { Field } from '../../solid/field/field.ts'
import { box, length3 } from '../../solid/field/shapes.ts'
import { finish, plain } from '../../solid/material/plain.ts'
import { rgb } from '../../solid/palette.ts'
import { emit, paint, tint } from '../../solid/render/surface.ts'
import type { Bench } from '../bench.ts'
import type { Kind, Pose } from '../kind.ts'

const { abs, floor, min, sqrt } = Math

/** Where the pips of a face of one to six lie, in units of a third of the face. */
const PIPS: readonly (readonly (readonly [number, number])[])[] = [
  [[0, 0]],
  [
    [-1, -1],
    [1, 1],
  ],
  [
    [-1, -1],
    [0, 0],
    [1, 1],
  ],
  [
    [-1, -1],
    [1, -1],
    [-1, 1],
    [1, 1],
  ],
  [
    [-1, -1],
    [1, -1],
    [-1, 1],
    [1, 1],
    [0, 0],
  ],
  [
    [-1, -1],
    [1, -1],
    [-1, 0],
    [1, 0],
    [-1, 1],
    [1, 1],
  ],
]

/** Radius of a pip's hollow, and how far its middle lies outside the face. */
const hollowOf = (half: number) => half * 0.19
const OUTSIDE = 0.02

/** Distance to the pips of a face, or `known` where that is not more. */
function pipsOf(face: number, u: number, v: number, w: number, half: number, known: number): number {
  const r = hollowOf(half)
  const away = w - half - OUTSIDE
  if (abs(away) - r >= known) return known
  let least = 81
  const pips = PIPS[face - 1]!
  for (let i = 0; i < pips.length; i++) {
    const du = u - pips[i]![0] * half * 0.52
    const dv = v - pips[i]![1] * half * 0.52
    least = min(least, du * du + dv * dv)
  }
  return min(known, sqrt(least + away * away) - r)
}

/** Fillet of the hollows' edges. */
const EDGE = 0.01

/** A cube with hollows for pips; opposite faces make seven. */
const cube = (half: number): { readonly body: Field; readonly pips: Field } => {
  const pips: Field = (x, y, z) => {
    const top = pipsOf(y > 0 ? 6 : 1, x, z, abs(y), half, 9)
    const front = pipsOf(z > 0 ? 2 : 5, x, y, abs(z), half, top)
    return pipsOf(x > 0 ? 3 : 4, y, z, abs(x), half, front)
  }
  const deepest = hollowOf(half) + EDGE
  return {
    pips,
    body(x, y, z) {
      const plain = smoothMax(box(x, y, z, half, half, half, half * 0.12), length3(x, y, z) - half * 1.5, 0.03)
      // no hollow reaches so far out
      return plain > deepest ? plain : smoothMax(plain, -pips(x, y, z), EDGE)
    },
  }
}

const resin = (bench: Bench, marked: (x: number, y: number, z: number) => boolean, ink: readonly [number, number, number]) => {
  const colour = bench.coloured || bench.glowing ? bench.accent : bench.fabric
  const body =
    bench.named || bench.whole
      ? bench.body({ rough: 0.2, brush: 0 })
      : finish(colour, (s) => {
          paint(s, colour)
          const n = fbm3(s.x * 3, s.y * 3, s.z * 3, 4)
          tint(s, [colour[0] * 0.4, colour[1] * 0.4, colour[2] * 0.4], smooth(0.45, 0.62, n) * 0.8)
          tint(s, [min(1, colour[0] + 0.3), min(1, colour[1] + 0.3), min(1, colour[2] + 0.3)], smooth(0.03, 0.0, abs(n - 0.52)) * 0.6)
          s.rough = 0.12
          s.coat = 1
          s.soften = 0.4
        })
  return finish(colour, (s) => {
    body.shade(s)
    if (!marked(s.x, s.y, s.z)) return
    paint(s, ink)
    s.metal = 0
    s.rough = 0.35
    if (bench.glowing) emit(s, bench.accent, 2)
  })
}

function pair(bench: Bench): Pose {
  const { body, pips } = cube(0.46)
  const ink = [0.9, 0.88, 0.82] as const
  const first = (field: Field) => place(field, -0.34, -0.34, 0.1, 0, 0.5, 0)
  const second = (field: Field) => place(field, 0.66, -0.34, -0.24, 1.5708, 0, -0.4)
  const third = (field: Field) => place(field, 0.06, 0.5, -0.1, -1.5708, 0.9, 0)
  for (const [name, at, centre] of [
    ['left', first, [-0.34, -0.34, 0.1]],
    ['right', second, [0.66, -0.34, -0.24]],
    ['top', third, [0.06, 0.5, -0.1]],
  ] as const) {
    const hollow = at(pips)
    bench.add(
      name,
      at(body),
      [...centre, 0.72],
      resin(bench, (x, y, z) => hollow(x, y, z) < 0.012, ink),
    )
  }
  return { yaw: 0.3, pitch: 0.34, half: 1.24, aimX: 0.12, aimY: 0.06, stands: -0.8 }
}

const G = 1.618034

/** The twenty faces of an icosahedron with inner radius r. */
const icosahedron = (r: number): Plane[] => {
  const planes: Plane[] = []
  for (const a of [-1, 1])
    for (const b of [-1, 1]) {
      for (const c of [-1, 1]) planes.push([a, b, c, r * 1.7320508])
      const long = r * 1.7320508
      planes.push([0, a / G, b * G, long], [a / G, b * G, 0, long], [a * G, 0, b / G, long])
    }
  return planes
}

/** Strokes of a digit on seven bars, u and v in −1..1. */
const BARS = [0b1110111, 0b0010010, 0b1011101, 0b1011011, 0b0111010, 0b1101011, 0b1101111, 0b1010010, 0b1111111, 0b1111011]
const digit = (value: number, u: number, v: number): boolean => {
  const bits = BARS[value] ?? 0
  const on = (k: number) => ((bits >> (6 - k)) & 1) === 1
  const across = (y: number) => abs(v - y) < 0.16 && abs(u) < 0.55
  const down = (x: number, y: number) => abs(u - x) < 0.16 && abs(v - y) < 0.5
  return (
    (on(0) && across(0.9)) ||
    (on(1) && down(-0.45, 0.45)) ||
    (on(2) && down(0.45, 0.45)) ||
    (on(3) && across(0)) ||
    (on(4) && down(-0.45, -0.45)) ||
    (on(5) && down(0.45, -0.45)) ||
    (on(6) && across(-0.9))
  )
}

/** The die of adventurers: twenty faces, numbered. */
function twenty(bench: Bench): Pose {
  const planes = icosahedron(0.66)
  const solid = polyhedron(packPlanes(planes))
  const at = (field: Field) => place(field, 0, 0, 0, 0.36, 0.12, 0.1)
  const turned = at(solid)
  const round: Field = (x, y, z) => smoothMax(turned(x, y, z), length3(x, y, z) - 0.82, 0.04)
  const unit = planes.map(([x, y, z]) => {
    const k = 1 / length3(x, y, z)
    return [x * k, y * k, z * k] as const
  })
  // the turn of the die, read off its own field: where a local point went
  const out: [number, number, number] = [0, 0, 0]
  const turn = at((u, v, w) => {
    out[0] = u
    out[1] = v
    out[2] = w
    return 0
  })
  const local = (x: number, y: number, z: number): readonly [number, number, number] => {
    turn(x, y, z)
    return out
  }
  const marked = (x: number, y: number, z: number): boolean => {
    const [a, b, c] = local(x, y, z)
    let best = -9
    let face = 0
    for (const [i, n] of unit.entries()) {
      const d = a * n[0] + b * n[1] + c * n[2]
      if (d > best) {
        best = d
        face = i
      }
    }
    const n = unit[face]!
    const level = abs(n[1]) > 0.9 ? ([1, 0, 0] as const) : ([n[2], 0, -n[0]] as const)
    const k = 1 / length3(level[0], level[1], level[2])
    const ux = level[0] * k
    const uz = level[2] * k
    const vx = n[1] * uz
    const vy = n[2] * ux - n[0] * uz
    const vz = -n[1] * ux
    const u = (a * ux + c * uz) / 0.085
    const v = (a * vx + b * vy + c * vz) / 0.1
    // seven steps through the faces spreads the numbers; twenty comes to lie before the eye
    const number = 1 + ((face * 7) % 20)
    if (number < 10) return digit(number, u, v)
    return digit(floor(number / 10), u + 0.85, v) || digit(number % 10, u - 0.85, v)
  }
  bench.add('die', round, [0, 0, 0, 0.86], resin(bench, marked, bench.trim))
  const small = polyhedron(
    packPlanes([
      [1, 1, 1, 0.3],
      [1, 1, -1, 0.3],
      [1, -1, 1, 0.3],
      [1, -1, -1, 0.3],
      [-1, 1, 1, 0.3],
      [-1, 1, -1, 0.3],
      [-1, -1, 1, 0.3],
      [-1, -1, -1, 0.3],
    ]),
  )
  bench.add(
    'friend',
    place(small, 0.86, -0.5, 0.42, 0.6154797, 0.8, 0),
    [0.86, -0.5, 0.42, 0.33],
    plain(bench.trim, { rough: 0.14, coat: 1, metal: 0.6 }),
  )
  const { body, pips } = cube(0.2)
  const there = (field: Field) => place(field, -0.88, -0.46, 0.4, 0, 0.7, 0)
  const hollow = there(pips)
  bench.add(
    'other',
    there(body),
    [-0.88, -0.46, 0.4, 0.32],
    finish(rgb('#f0e9d8'), (s) => {
      paint(s, rgb('#f0e9d8'))
      if (hollow(s.x, s.y, s.z) < 0.008) paint(s, [0.05, 0.05, 0.06])
      s.rough = 0.2
      s.coat = 0.8
    }),
  )
  return { yaw: 0.12, pitch: 0.22, half: 1.16, aimY: 0.02, stands: -0.68 }
}

export const die: Kind = {
  forms: ['six', 'twenty'],
  round: true,
  build: (bench) => (bench.form === 'twenty' ? twenty(bench) : pair(bench)),
}
