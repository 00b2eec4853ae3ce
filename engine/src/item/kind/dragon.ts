import { cos, sin, smooth, TAU } from '../../math/dmath.ts'
import { smoothMax, smoothMin } from '../../solid/field/combine.ts'
import type { Field } from '../../solid/field/field.ts'
import { type LockPoint, locks } from '../../solid/field/locks.ts'
import { extrude, polygon } from '../../solid/field/outline.ts'
import { capsule, cylinder, ellipsoid, length3 } from '../../solid/field/shapes.ts'
import { blend, oval, rod } from '../../solid/field/solids.ts'
import { sweep } from '../../solid/field/sweep.ts'
import { finish, plain } from '../../solid/material/plain.ts'
import { rgb } from '../../solid/palette.ts'
import type { Opaque } from '../../solid/render/part.ts'
import { dim, paint, type Surface } from '../../solid/render/surface.ts'
import type { Bench } from '../bench.ts'
import type { Kind, Pose } from '../kind.ts'
import { addEyes, isCast, scales } from '../shape/animal.ts'

const { abs, max, min } = Math

const BELLY = rgb('#e0c27a')
const HORN = rgb('#e6d8b8')
const HIDES = ['#2f7a4a', '#9a2a26', '#2b5a9a', '#6a3a8a', '#3a3f48', '#b06a20']

const hideColour = (bench: Bench) =>
  bench.coloured
    ? bench.fabric
    : bench.has('cursed')
      ? rgb('#2c2436')
      : bench.has('frozen')
        ? rgb('#6aa6c8')
        : rgb(bench.random.pick(HIDES))
const horny = (bench: Bench): Opaque => (isCast(bench) ? bench.fitting({ rough: 0.3 }) : plain(HORN, { rough: 0.4, coat: 0.3 }))

/** A row of spikes along points of a back. */
const spikes =
  (points: readonly (readonly [number, number, number, number])[]): Field =>
  (x, y, z) => {
    let d = 9
    for (const [py, pz, tall, lean] of points) d = min(d, capsule(x, y, z, 0, py, pz, 0, py + tall, pz - lean, tall * 0.42, 0.012))
    return d * 0.9
  }

/** Fingers and skin of an opened wing in the plane of x and y, then bent backwards. x ≥ 0, the shoulder at (0.2, 0.1). */
function wingsOf(bench: Bench, px: number, py: number, pz: number, size: number): void {
  const skin = extrude(
    polygon([
      0.0, 0.0, 0.2, 0.34, 0.44, 0.78, 0.62, 0.62, 0.9, 0.66, 0.84, 0.42, 1.02, 0.3, 0.82, 0.16, 0.84, -0.06, 0.6, 0.02, 0.46, -0.16, 0.3,
      -0.06, 0.12, -0.1,
    ]),
    0.016,
    0.008,
  )
  const bones = blend(
    0.015,
    rod([0, 0, 0], [0.2, 0.34, 0], 0.05, 0.045),
    rod([0.2, 0.34, 0], [0.44, 0.8, 0], 0.042, 0.034),
    rod([0.44, 0.78, 0], [0.9, 0.67, 0], 0.034, 0.014),
    rod([0.44, 0.78, 0], [1.02, 0.3, 0], 0.03, 0.014),
    rod([0.44, 0.78, 0], [0.84, -0.06, 0], 0.03, 0.014),
    rod([0.44, 0.78, 0], [0.46, -0.15, 0], 0.028, 0.014),
  )
  const hook = rod([0.44, 0.78, 0], [0.46, 0.92, 0.03], 0.035, 0.01)
  const bent =
    (field: Field): Field =>
    (x, y, z) => {
      const u = (abs(x) - px) / size
      const v = (y - py) / size
      const w = (z - pz) / size + 0.32 * max(0, u) - 0.1 * v
      return field(u, v, w) * size * 0.92
    }
  const colour = hideColour(bench)
  const webbed = isCast(bench)
    ? bench.body({ rough: 0.3 })
    : finish(colour, (s) => {
        paint(s, [colour[0] * 0.7 + 0.18, colour[1] * 0.6 + 0.07, colour[2] * 0.6 + 0.05])
        const v = (s.y - py) / size
        dim(s, 0.75 + 0.4 * smooth(-0.2, 0.7, v))
        s.rough = 0.5
        s.soften = 0.9
        s.coat = 0.2
      })
  const reach: readonly [number, number, number, number] = [0, py + 0.36 * size, pz - 0.16 * size, px + 1.08 * size]
  bench.add('membranes', bent(skin), reach, webbed)
  bench.add(
    'wing bones',
    bent(bones),
    reach,
    scales(bench, colour, BELLY, 12, () => 0),
  )
  bench.add('hooks', bent(hook), [0, py + 0.84 * size, pz - 0.05, px + 0.52 * size], horny(bench))
}

/** Head about the origin, snout to +z; x ≥ 0. */
const HEAD = blend(
  0.07,
  oval(0, 0, 0, 0.27, 0.25, 0.27),
  oval(0.12, -0.04, 0.12, 0.15, 0.14, 0.16),
  rod([0, -0.07, 0.16], [0, -0.1, 0.38], 0.16, 0.125),
  oval(0.075, -0.04, 0.44, 0.065, 0.055, 0.07),
  oval(0.15, 0.13, 0.12, 0.1, 0.05, 0.12),
  rod([0.22, 0.0, -0.06], [0.36, 0.04, -0.2], 0.08, 0.015),
)
const jawed: Field = (x, y, z) => {
  const d = HEAD(abs(x), y, z)
  const line = abs(y + 0.125 - 0.03 * sin(z * 14) - 0.06 * max(0, 0.2 - z))
  const nostril = length3(abs(x) - 0.07, y + 0.015, z - 0.5) - 0.022
  return smoothMax(z > 0.06 ? d + 0.5 * max(0, 0.016 - line) : d, -nostril, 0.01)
}

function faceOf(bench: Bench, at: (field: Field) => Field, where: (up: number, ahead: number) => readonly [number, number, number]): void {
  const horn = sweep([
    [0.14, 0.18, -0.06, 0.07],
    [0.2, 0.34, -0.14, 0.055],
    [0.26, 0.46, -0.28, 0.035],
    [0.27, 0.52, -0.4, 0.012],
  ])
  bench.add(
    'horns',
    at((x, y, z) => horn(abs(x), y, z)),
    [...where(0.32, -0.22), 0.44],
    horny(bench),
  )
  const teeth: Field = (x, y, z) => {
    const ax = abs(x)
    return min(
      capsule(ax, y, z, 0.085, -0.13, 0.42, 0.088, -0.2, 0.43, 0.022, 0.008),
      capsule(ax, y, z, 0.125, -0.12, 0.26, 0.13, -0.175, 0.265, 0.02, 0.008),
    )
  }
  bench.add('teeth', at(teeth), [...where(-0.15, 0.34), 0.2], horny(bench))
}

/** A whelp sitting up, wings spread. */
function whelp(bench: Bench): Pose {
  const colour = hideColour(bench)
  const under = (s: Surface) => smooth(0.2, 0.12, abs(s.x)) * smooth(0.08, 0.2, s.z) * smooth(0.3, 0.2, s.y) * smooth(-0.86, -0.7, s.y)
  const scaly = scales(bench, colour, BELLY, 11, under)
  const hide: Opaque = isCast(bench)
    ? scaly
    : {
        ...scaly,
        shade(s) {
          scaly.shade(s)
          const band = (s.y + 1) * 9
          if (under(s) > 0.5) dim(s, 1 - 0.35 * smooth(0.36, 0.5, abs(band - Math.floor(band) - 0.5)))
        },
      }
  const y0 = 0.42
  const z0 = 0.16
  const trunk = blend(
    0.14,
    oval(0, -0.5, -0.12, 0.36, 0.36, 0.36),
    oval(0, -0.12, 0, 0.27, 0.38, 0.25),
    oval(0.3, -0.6, 0.04, 0.19, 0.26, 0.3),
    rod([0, 0.02, 0.02], [0, 0.32, 0.1], 0.19, 0.17),
  )
  const limbs = blend(
    0.05,
    rod([0.2, -0.1, 0.12], [0.26, -0.36, 0.26], 0.1, 0.08),
    rod([0.26, -0.36, 0.26], [0.17, -0.74, 0.34], 0.08, 0.07),
    oval(0.17, -0.82, 0.38, 0.1, 0.07, 0.12),
    oval(0.34, -0.82, 0.26, 0.13, 0.08, 0.19),
  )
  bench.add('body', (x, y, z) => smoothMin(trunk(abs(x), y, z), limbs(abs(x), y, z), 0.05), [0, -0.3, 0.02, 0.86], hide)
  const at =
    (field: Field): Field =>
    (x, y, z) =>
      field(x, y - y0, z - z0)
  bench.add('head', at(jawed), [0, y0, z0 + 0.12, 0.52], hide)
  faceOf(bench, at, (up, ahead) => [0, y0 + up, z0 + ahead])
  addEyes(bench, [0.17, y0 + 0.07, z0 + 0.17], 0.085, [0.6, 0.05, 1], {
    iris: bench.glowing ? bench.accent : rgb('#f0b020'),
    slit: 0.36,
    pupil: 0.72,
    white: 1.02,
  })
  const tail = sweep([
    [0.06, -0.66, -0.38, 0.2],
    [0.36, -0.78, -0.5, 0.13],
    [0.68, -0.82, -0.26, 0.09],
    [0.74, -0.82, 0.12, 0.065],
    [0.56, -0.8, 0.4, 0.045],
    [0.42, -0.74, 0.5, 0.03],
  ])
  bench.add('tail', tail, [0.36, -0.74, 0, 0.78], hide)
  bench.add('barb', rod([0.42, -0.74, 0.5], [0.24, -0.66, 0.62], 0.065, 0.012), [0.34, -0.71, 0.55, 0.18], horny(bench))
  bench.add(
    'spikes',
    spikes([
      [y0 + 0.24, z0 - 0.12, 0.14, 0.08],
      [y0 + 0.06, z0 - 0.26, 0.14, 0.1],
      [0.2, -0.14, 0.15, 0.1],
      [0, -0.22, 0.16, 0.12],
      [-0.2, -0.32, 0.15, 0.14],
      [-0.42, -0.44, 0.13, 0.14],
    ]),
    [0, 0.12, -0.2, 0.76],
    horny(bench),
  )
  const claws: Field = (x, y, z) => {
    const ax = abs(x)
    const toe = (cx: number, cz: number) =>
      min(
        ellipsoid(ax - cx, y + 0.86, z - cz, 0.026, 0.028, 0.055),
        ellipsoid(ax - cx - 0.075, y + 0.86, z - cz + 0.015, 0.026, 0.028, 0.055),
        ellipsoid(ax - cx + 0.075, y + 0.86, z - cz + 0.015, 0.026, 0.028, 0.055),
      )
    return min(toe(0.17, 0.51), toe(0.36, 0.46))
  }
  bench.add('claws', claws, [0, -0.86, 0.46, 0.5], horny(bench))
  wingsOf(bench, 0.12, 0.02, -0.2, 0.9)
  if (bench.glowing) bench.addLamp({ at: [0, 0.2, 0.9], colour: bench.accent, strength: 0.4, falloff: 2.5 })
  return { yaw: 0.42, pitch: 0.1, half: 1.22, aimX: 0.05, aimY: 0.02, stands: -0.9 }
}

/** Coiled asleep round its gold. */
function hoard(bench: Bench): Pose {
  const colour = hideColour(bench)
  const hide = scales(bench, colour, BELLY, 10, (s) => smooth(-0.2, -0.6, s.ny))
  const spine = Array.from({ length: 15 }, (_, i) => {
    const t = i / 14
    const a = 1.9 + t * TAU * 1.06
    const r = 0.74 - 0.1 * t
    const fat = t < 0.5 ? 0.08 + 0.46 * t * (1 - 0.32 * t) : 0.27 - 0.22 * (t - 0.5)
    return [cos(a) * r, -0.66 + fat * 0.72 + (t > 0.86 ? (t - 0.86) * 1.4 : 0), sin(a) * r, fat] as const
  })
  const coil = locks([spine], 0.02, 3, 40).field
  bench.add('body', (x, y, z) => smoothMax(coil(x, y, z), -0.78 - y, 0.06), [0, -0.5, 0, 1.12], hide)
  const [hx, hy, hz] = spine[14]!
  const turn = 1.15
  const ct = cos(turn)
  const st = sin(turn)
  const at =
    (field: Field): Field =>
    (x, y, z) => {
      const u = x - hx - 0.16
      const v = y - hy - 0.06
      const w = z - hz - 0.1
      return field(ct * u - st * w, v, st * u + ct * w)
    }
  const where = (up: number, ahead: number) => [hx + 0.16 + st * ahead, hy + 0.06 + up, hz + 0.1 + ct * ahead] as const
  bench.add('head', at(jawed), [...where(0, 0.12), 0.54], hide)
  faceOf(bench, at, where)
  const lids = sweep([
    [0.14, 0.08, 0.235, 0.016],
    [0.2, 0.045, 0.22, 0.018],
    [0.26, 0.07, 0.14, 0.016],
  ])
  bench.add(
    'lids',
    at((x, y, z) => lids(abs(x), y, z)),
    [...where(0.06, 0.19), 0.3],
    plain(rgb('#1c1410'), { rough: 0.6 }),
  )
  const thorns = spine.slice(2, 13).map(([px, py, pz, r]): LockPoint[] => [
    [px, py + r * 0.8, pz, r * 0.34],
    [px * 1.06, py + r * 1.5 + 0.02, pz * 1.06, 0.014],
  ])
  const ridge = locks(thorns, 0.004, 1, 40).field
  bench.add('spikes', ridge, [0, -0.3, 0, 1.02], horny(bench))
  const { random } = bench
  const coins = Array.from({ length: 34 }, () => {
    const a = random.range(0, TAU)
    const r = random.range(0, 0.56)
    return [
      cos(a) * r,
      -0.52 + 0.34 * (1 - r * 1.5) + random.range(-0.03, 0.03),
      sin(a) * r,
      random.range(-0.5, 0.5),
      random.range(-0.5, 0.5),
    ] as const
  })
  const heap: Field = (x, y, z) => {
    let d = ellipsoid(x, y + 0.74, z, 0.62, 0.44, 0.62)
    if (d > 0.25) return d - 0.12
    for (const [px, py, pz, a, b] of coins) {
      const u = x - px
      const w = z - pz
      if (u * u + w * w > 0.06) continue
      d = min(d, cylinder(u, y - py + a * u + b * w, w, 0.11, 0.02, 0.008) * 0.85)
    }
    return max(d, -0.78 - y)
  }
  const treasure = bench.body({ rough: 0.2, wear: 0.2 }, rgb('#f2bd4a'))
  bench.add('gold', heap, [0, -0.54, 0, 0.72], isCast(bench) ? bench.fitting({ rough: 0.18 }) : treasure)
  return { yaw: 0.3, pitch: 0.38, half: 1.12, aimY: -0.4, stands: -0.79 }
}

export const dragon: Kind = { forms: ['whelp', 'hoard'], build: (bench) => (bench.form === 'hoard' ? hoard(bench) : whelp(bench)) }
