import { atan2, cos, saturate, sin, smooth, TAU } from '../../math/dmath.ts'
import { candidates } from '../../solid/field/candidates.ts'
import { smoothMax, smoothMin } from '../../solid/field/combine.ts'
import { brilliantCut } from '../../solid/field/facets.ts'
import type { Field, Field2, Rgb } from '../../solid/field/field.ts'
import { type LockPoint, locks } from '../../solid/field/locks.ts'
import { once } from '../../solid/field/once.ts'
import { polygon } from '../../solid/field/outline.ts'
import { cylinder, ellipsoid, length2, length3 } from '../../solid/field/shapes.ts'
import { blend, oval, rod } from '../../solid/field/solids.ts'
import { sweep } from '../../solid/field/sweep.ts'
import { finish, plain } from '../../solid/material/plain.ts'
import { rgb } from '../../solid/palette.ts'
import { dim, paint, tint } from '../../solid/render/surface.ts'
import type { Bench } from '../bench.ts'
import type { Pose } from '../kind.ts'
import { isCast, scales } from './animal.ts'
import { BELLY, faceOf, hideColour, horny, jawed } from './dragon-head.ts'

const { abs, max, min, sqrt } = Math

/** Height of the ground. */
const GROUND = -0.78
/** Radius of the ring the dragon lies in, and where on it the tail begins and how far round the head comes. */
const RING = 0.76
const START = 1.9
const ROUND = 1.06 * TAU

type Point = readonly [x: number, y: number, z: number]

/** Fillet between the body and its legs. */
const FILLET = 0.06

const hump = (t: number, middle: number, wide: number) => smooth(wide, 0, abs(t - middle))
/** Half the thickness of the body from the tip of the tail, 0, to the head, 1. */
const fatness = (t: number) =>
  0.03 + 0.17 * smooth(0, 0.46, t) + 0.085 * hump(t, 0.56, 0.2) + 0.1 * hump(t, 0.76, 0.18) - 0.05 * smooth(0.82, 0.96, t)
const angleAt = (t: number) => START + t * ROUND
const ringAt = (t: number) => RING * (1 - 0.13 * t)
/** A place beside the body: `out` from its axis away from the middle of the ring. */
const beside = (t: number, out: number, y: number): Point => {
  const a = angleAt(t)
  return [cos(a) * (ringAt(t) + out), y, sin(a) * (ringAt(t) + out)]
}

/** How legs are joined to the body, whose distance is `own`, and their claws. */
type Legs = { readonly join: (own: number, x: number, y: number, z: number) => number; readonly claws: Field }

/** Legs of the side that is seen, drawn up; each ends in a paw with claws. */
function legs(): Legs {
  const paw = (t: number, out: number): { flesh: Field; claws: Field } => {
    const [x, y, z] = beside(t, out, GROUND + 0.075)
    const claws = [-0.07, 0, 0.07].map((aside) => {
      const [ax, , az] = beside(t + 0.012, out + aside, 0)
      const [bx, , bz] = beside(t + 0.034, out + aside * 1.2, 0)
      return rod([ax, y - 0.01, az], [bx, GROUND + 0.025, bz], 0.032, 0.008)
    })
    return { flesh: oval(x, y, z, 0.13, 0.08, 0.13), claws: (u, v, w) => min(claws[0]!(u, v, w), claws[1]!(u, v, w), claws[2]!(u, v, w)) }
  }
  const hind = paw(0.655, 0.31)
  const fore = paw(0.9, 0.27)
  const haunch = blend(
    FILLET,
    oval(...beside(0.575, 0.2, -0.5), 0.2, 0.23, 0.23),
    rod(beside(0.6, 0.3, -0.62), beside(0.65, 0.31, GROUND + 0.08), 0.11, 0.085),
    hind.flesh,
  )
  const arm = blend(
    FILLET,
    oval(...beside(0.775, 0.18, -0.5), 0.15, 0.2, 0.17),
    rod(beside(0.785, 0.26, -0.56), beside(0.815, 0.33, GROUND + 0.12), 0.105, 0.09),
    rod(beside(0.815, 0.33, GROUND + 0.11), beside(0.89, 0.28, GROUND + 0.08), 0.088, 0.07),
    fore.flesh,
  )
  const [hx, , hz] = beside(0.615, 0.24, 0)
  const [ax, , az] = beside(0.835, 0.24, 0)
  return {
    // a leg is not asked where the ball that holds it is farther away than the body
    join(own, x, y, z) {
      const withHaunch = length3(x - hx, y + 0.6, z - hz) - 0.52 > own + FILLET ? own : smoothMin(own, haunch(x, y, z), FILLET)
      return length3(x - ax, y + 0.6, z - az) - 0.68 > withHaunch + FILLET ? withHaunch : smoothMin(withHaunch, arm(x, y, z), FILLET)
    },
    claws: (x, y, z) => min(hind.claws(x, y, z), fore.claws(x, y, z)),
  }
}

/** A folded wing, spread out flat: along the body from its wrist, and over its side. */
const WRIST = [0.52, 0.36] as const
const TIPS = [
  [-0.66, 0.42],
  [-0.7, 0.22],
  [-0.54, 0.0],
  [-0.22, -0.15],
  [0.16, -0.15],
] as const
const WING = polygon([
  ...WRIST,
  0.3,
  0.5,
  ...TIPS.flatMap(([u, v], i) => {
    const next = TIPS[i + 1]
    // skin hangs in a bow from finger to finger
    return next ? [u, v, (u + next[0]) * 0.36 + WRIST[0] * 0.28, (v + next[1]) * 0.36 + WRIST[1] * 0.28] : [u, v]
  }),
  0.42,
  0.06,
])
const fingers: Field2 = (u, v) => {
  let least = 9
  for (const [tu, tv] of TIPS) {
    const [du, dv] = [tu - WRIST[0], tv - WRIST[1]]
    const h = saturate(((u - WRIST[0]) * du + (v - WRIST[1]) * dv) / (du * du + dv * dv))
    least = min(least, length2(u - WRIST[0] - du * h, v - WRIST[1] - dv * h) + 0.014 * h)
  }
  return least
}
/** Where on the wing a place at the side of the body lies. */
const onWing = (x: number, y: number, z: number): readonly [u: number, v: number] => {
  const u = atan2(z, x) * 0.8
  return [u, atan2(y + 0.5, length2(x, z) - 0.68) * 0.32]
}

/** A skin over the side of the body, ridged where its fingers run. */
function wing(bench: Bench, body: Field, colour: Rgb): void {
  const skin: Field = (x, y, z) => {
    const d = body(x, y, z)
    if (d > 0.22 || x < -0.3) return max(d - 0.1, 0.04)
    const [u, v] = onWing(x, y, z)
    const sheet = abs(d - 0.035 - 0.07 * saturate(-u) - 0.01 * sin(v * 30)) - 0.011
    const outline = WING(u, v)
    const flat = max(sheet - 0.022, outline)
    return (flat > 0.03 ? flat : max(sheet - 0.022 * smooth(0.036, 0.008, fingers(u, v)), outline)) * 0.7
  }
  const webbed = isCast(bench)
    ? bench.body({ rough: 0.3 })
    : finish(colour, (s) => {
        const [u, v] = onWing(s.x, s.y, s.z)
        const bone = smooth(0.04, 0.02, fingers(u, v))
        paint(s, [colour[0] * 0.6 + 0.16, colour[1] * 0.5 + 0.05, colour[2] * 0.5 + 0.04])
        dim(s, 0.66 + 0.4 * smooth(0, 0.12, -WING(u, v)))
        tint(s, colour, bone)
        dim(s, 1 - 0.2 * bone)
        s.rough = 0.45
        s.soften = 0.7
        s.coat = 0.3
      })
  bench.add('wing', skin, [0.62, -0.42, -0.1, 0.96], webbed)
}

/** A heap of coins, some that rolled away, and a few stones. */
function treasure(bench: Bench): void {
  const { random } = bench
  const top = random.range(0.3, 0.46)
  const heaped = Array.from({ length: 44 }, () => {
    const a = random.range(0, TAU)
    const r = 0.56 * sqrt(random.next())
    return [
      cos(a) * r,
      -0.6 + top * (1 - r * 1.4) + random.range(-0.02, 0.03),
      sin(a) * r,
      random.range(-0.5, 0.5),
      random.range(-0.5, 0.5),
    ]
  })
  const spilt = Array.from({ length: random.int(6, 12) }, () => {
    const a = random.range(-0.5, 3.4)
    const r = random.range(1.04, 1.2)
    return [cos(a) * r, GROUND + 0.022, sin(a) * r, random.range(-0.03, 0.03), random.range(-0.03, 0.03)]
  })
  const coins = [...heaped, ...spilt].map((coin) => Float64Array.from(coin))
  const coinAt = (i: number, x: number, y: number, z: number) => {
    const coin = coins[i]!
    const [u, w] = [x - coin[0]!, z - coin[2]!]
    return cylinder(u, y - coin[1]! + coin[3]! * u + coin[4]! * w, w, 0.105, 0.02, 0.008) * 0.85
  }
  const near = candidates(coins.length, [-1.8, GROUND - 0.4, -1.8], [1.8, 0.2, 1.8], 44, 1.1, coinAt)
  const gold: Field = (x, y, z) => {
    let d = max(ellipsoid(x, y + 0.8, z, 0.58, top + 0.07, 0.58), GROUND - y)
    // no coin is so far from both the heap and the ground
    if (d > 0.25 && y > GROUND + 0.2) return min(d - 0.1, y - GROUND - 0.05)
    const list = near(x, y, z)
    // outside the lists all coins are in the heap or on the ground
    if (list.length === coins.length) return min(d - 0.1, max(abs(y - GROUND) - 0.05, 0.05))
    for (let i = 0; i < list.length; i++) d = min(d, coinAt(list[i]!, x, y, z))
    return d
  }
  const hoarded = bench.body({ rough: 0.2, wear: 0.2 }, rgb('#f2bd4a'))
  bench.add('gold', gold, [0, -0.5, 0, 1.32], isCast(bench) ? bench.fitting({ rough: 0.18 }) : hoarded)
  for (let i = 0; i < 3; i++) {
    const a = random.range(0.6, 2.4) + i * 2.1
    const r = random.range(0.12, 0.34)
    const [x, y, z] = [cos(a) * r, -0.5 + top * (1 - r * 1.2), sin(a) * r]
    bench.addGem(brilliantCut(x, y, z, 0.085, 0.09, 8), [x, y, z, 0.13], i === 0 ? bench.accent : rgb(random.pick(STONES)))
  }
}
const STONES = ['#d3202f', '#25b04f', '#2b62e0', '#8a35d8', '#18b0a0']

/** Curled up asleep round its gold, a wing over its side. */
export function asleep(bench: Bench): Pose {
  const colour = hideColour(bench)
  const hide = scales(bench, colour, BELLY, 12, (s) => smooth(-0.25, -0.6, s.ny))
  const spine = Array.from({ length: 21 }, (_, i) => {
    const t = i / 20
    const [x, , z] = beside(t, 0, 0)
    return [x, GROUND + fatness(t) * 0.94 + 0.16 * smooth(0.88, 1, t), z, fatness(t)] as const
  })
  const limbs = legs()
  const coil = once(locks([spine], 0.02, 3, 48).field)
  const skin: Field = (x, y, z) => {
    return smoothMax(limbs.join(coil(x, y, z), x, y, z), GROUND - y, 0.05)
  }
  bench.add('body', skin, [0, -0.5, 0, 1.24], hide)
  bench.add('claws', limbs.claws, [0.5, GROUND, 0.5, 0.9], horny(bench))
  wing(bench, coil, colour)
  const [hx, hy, hz] = spine[20]!
  const turn = 1.15
  const ct = cos(turn)
  const st = sin(turn)
  const at =
    (field: Field): Field =>
    (x, y, z) => {
      const u = x - hx - 0.12
      const v = y - hy - 0.04
      const w = z - hz - 0.12
      return field(ct * u - st * w, v, st * u + ct * w)
    }
  const where = (up: number, ahead: number): Point => [hx + 0.12 + st * ahead, hy + 0.04 + up, hz + 0.12 + ct * ahead]
  bench.add('head', at(jawed), [...where(0, 0.12), 0.54], hide)
  faceOf(bench, at, where)
  const lids = sweep([
    [0.15, 0.075, 0.235, 0.012],
    [0.205, 0.045, 0.22, 0.014],
    [0.262, 0.065, 0.14, 0.01],
  ])
  bench.add(
    'lids',
    at((x, y, z) => lids(abs(x), y, z)),
    [...where(0.06, 0.19), 0.3],
    plain([colour[0] * 0.16, colour[1] * 0.16, colour[2] * 0.16], { rough: 0.6 }),
  )
  // plates along the back, highest over the ribs, that lean towards the tail
  const thorns = Array.from({ length: 25 }, (_, i): LockPoint[] => {
    const t = 0.1 + 0.8 * (i / 24)
    const r = fatness(t)
    const tall = 0.05 + r * 0.55
    const [x, , z] = beside(t, 0, 0)
    const [bx, , bz] = beside(t - 0.022, -0.01, 0)
    const y = GROUND + r * 1.88
    return [
      [x, y - 0.02, z, tall * 0.34],
      [bx, y + tall, bz, 0.01],
    ]
  })
  bench.add('spikes', locks(thorns, 0.004, 1, 40).field, [0, -0.3, 0, 1.02], horny(bench))
  treasure(bench)
  return { yaw: 0.3, pitch: 0.4, half: 1.2, aimX: 0.04, aimY: -0.42, stands: GROUND - 0.01 }
}
