import { atan2, cos, saturate, sin, smooth } from '../../math/dmath.ts'
import { fbm3, noise3 } from '../../math/lattice.ts'
import { place, smoothMax } from '../../solid/field/combine.ts'
import type { Field } from '../../solid/field/field.ts'
import { ellipsoid, length2, length3 } from '../../solid/field/shapes.ts'
import { sweep } from '../../solid/field/sweep.ts'
import { finish } from '../../solid/material/plain.ts'
import { rgb } from '../../solid/palette.ts'
import { bump, dim, emit, paint, tint } from '../../solid/render/surface.ts'
import type { Bench } from '../bench.ts'
import type { Kind, Pose } from '../kind.ts'
import { foliage, leafBlade } from '../shape/leaf.ts'

const { abs, max, min } = Math

const ORANGE = rgb('#e07414')
const STALK = rgb('#6f7a3a')
const FIRE = rgb('#ffab40')
const pores: Field = (x, y, z) => noise3(x * 30, y * 30, z * 30) * 0.05

/** A ribbed fruit with hollows at the stalk and below. `ribs` lobes, half height `tall`. */
const gourd =
  (ribs: number, tall: number): Field =>
  (x, y, z) => {
    const a = atan2(z, x)
    const r = length2(x, z)
    const lobe = abs(cos((a * ribs) / 2))
    const wide = saturate(r / 0.5)
    let d = ellipsoid(x, y, z, 0.82, tall, 0.82)
    d = smoothMax(d, 0.3 - length3(x, y - tall - 0.16, z), 0.22)
    d = smoothMax(d, 0.24 - length3(x, y + tall + 0.12, z), 0.2)
    return (d + 0.05 * (1 - lobe) * wide) * 0.88
  }

const skinOf = (bench: Bench, ribs: number) => {
  const colour = bench.coloured ? bench.accent : ORANGE
  return finish(colour, (s) => {
    const lobe = abs(cos((atan2(s.z, s.x) * ribs) / 2))
    paint(s, colour)
    dim(s, 0.72 + 0.34 * smooth(0, 0.5, lobe))
    tint(s, [colour[0], colour[1] * 1.5 + 0.05, colour[2] + 0.05], 0.35 * fbm3(s.x * 3, s.y * 5, s.z * 3, 3) * lobe)
    tint(s, STALK, smooth(0.26, 0.1, length2(s.x, s.z)) * 0.6 * smooth(0, 0.3, s.y))
    s.rough = 0.34
    s.coat = 0.55
    s.soften = 0.4
    bump(s, 0.03, pores)
  })
}

function topping(bench: Bench, top: number): void {
  const stem = sweep([
    [0, top - 0.06, 0, 0.13],
    [0.01, top + 0.08, 0, 0.075],
    [0.06, top + 0.24, 0.02, 0.06],
    [0.18, top + 0.34, 0.03, 0.072],
  ])
  const metalled = bench.gilded || bench.whole
  const ridged: Field = (x, y, z) => (stem(x, y, z) + 0.007 * cos(atan2(z, x - 0.05) * 5)) * 0.8
  bench.add(
    'stalk',
    ridged,
    [0.07, top + 0.14, 0.01, 0.34],
    metalled
      ? bench.fitting()
      : finish(STALK, (s) => {
          paint(s, STALK)
          dim(s, 0.7 + 0.5 * noise3(s.x * 9, s.y * 5, s.z * 9))
          tint(s, rgb('#b8a468'), smooth(top + 0.26, top + 0.34, s.y))
          s.rough = 0.75
        }),
  )
  const curl = sweep(
    Array.from({ length: 14 }, (_, i) => {
      const t = i / 13
      const a = t * 11
      return [0.1 + 0.5 * t, top + 0.04 - 0.1 * t * t + 0.07 * cos(a) * t, 0.2 + 0.09 * sin(a) * t + 0.2 * t, 0.02 - 0.006 * t] as const
    }),
    2,
  )
  bench.add('tendril', curl, [0.36, top, 0.34, 0.46], metalled ? bench.fitting() : foliage('#5f8a36'))
  const blade = leafBlade(0.56, 0.26, 0.2, 0.013)
  bench.add(
    'leaf',
    place(blade, -0.04, top + 0.06, 0.05, 0.1, 2.5, 0.1),
    [-0.27, top + 0.02, -0.1, 0.42],
    metalled ? bench.fitting() : foliage('#4c7f2f'),
  )
}

function field(bench: Bench): Pose {
  const ribs = bench.random.pick([9, 10, 11])
  const fruit = gourd(ribs, 0.62)
  const metalled = bench.gilded || bench.whole
  bench.add('fruit', fruit, [0, 0, 0, 0.9], metalled ? bench.body({ rough: 0.18 }) : skinOf(bench, ribs))
  topping(bench, 0.5)
  return { yaw: 0.3, pitch: 0.2, half: 1.08, aimY: 0.08, stands: -0.56 }
}

/** Eyes, nose and a grin with teeth, seen from the front: negative inside the holes. */
const grin = (x: number, y: number): number => {
  const ax = abs(x)
  const eye = max((y - 0.06) * -1, (ax - 0.3) * 0.7 + (y - 0.06) * 0.62 - 0.13, -(ax - 0.3) * 0.75 + (y - 0.06) * 0.62 - 0.13)
  const nose = max(-(y + 0.12), ax * 0.8 + (y + 0.02) * 0.6 - 0.06)
  const curve = y + 0.34 - 0.42 * x * x
  const mouth = max(abs(curve) - 0.1, ax - 0.5)
  const tooth = (at: number, side: number) => max(abs(ax - at) - 0.055, side > 0 ? -curve : curve)
  return min(eye, nose, max(mouth, -tooth(0.14, 1), -tooth(0.34, -1))) * 0.9
}

function carved(bench: Bench): Pose {
  const ribs = 10
  const fruit = gourd(ribs, 0.64)
  const light = bench.has('cursed') || bench.has('frozen') || (bench.glowing && bench.coloured) ? bench.accent : FIRE
  const shell: Field = (x, y, z) => {
    const d = fruit(x, y, z)
    const hollow = max(d, -(d + 0.1))
    return max(hollow, z > 0 ? -grin(x, y) : -9)
  }
  const skin = skinOf(bench, ribs)
  const metalled = bench.gilded || bench.whole
  const flesh = finish(ORANGE, (s) => {
    const deep = -fruit(s.x, s.y, s.z)
    if (deep < 0.014) {
      if (metalled) bench.body({ rough: 0.18 }).shade(s)
      else skin.shade(s)
      return
    }
    paint(s, rgb('#f0b24a'))
    emit(s, light, 0.3 * smooth(0, 0.1, deep))
    s.rough = 0.7
    s.soften = 0.8
  })
  bench.add('shell', shell, [0, 0, 0, 0.9], flesh)
  bench.add(
    'core',
    (x, y, z) => fruit(x, y, z) + 0.2,
    [0, 0, 0, 0.7],
    finish(light, (s) => {
      paint(s, [0.3, 0.12, 0.02])
      emit(s, light, 0.25 + 0.9 * smooth(-0.5, 0.2, -length2(s.x, s.y + 0.1)))
      s.rough = 1
    }),
  )
  topping(bench, 0.52)
  bench.addLamp({ at: [0, -0.1, 0.62], colour: light, strength: 0.7, falloff: 3 })
  return { yaw: 0.16, pitch: 0.12, half: 1.08, aimY: 0.08, stands: -0.58, dark: true }
}

export const pumpkin: Kind = {
  forms: ['field', 'carved'],
  build: (bench) => (bench.form === 'carved' ? carved(bench) : field(bench)),
}
