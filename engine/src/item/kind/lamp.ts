import { atan2, cos } from '../../math/dmath.ts'
import { place } from '../../solid/field/combine.ts'
import type { Field } from '../../solid/field/field.ts'
import { lathe } from '../../solid/field/outline.ts'
import { capsule, length2, length3 } from '../../solid/field/shapes.ts'
import { ball, blend, disc, rod } from '../../solid/field/solids.ts'
import { finish, glow, plain } from '../../solid/material/plain.ts'
import { rgb } from '../../solid/palette.ts'
import { dim, emit, paint } from '../../solid/render/surface.ts'
import type { Bench } from '../bench.ts'
import type { Kind, Pose } from '../kind.ts'

const { abs, max, min } = Math

const WARM = rgb('#ffd08a')
const lightOf = (bench: Bench) => (bench.has('cursed') || bench.has('frozen') || bench.has('fiery') ? bench.accent : WARM)

/** A jointed arm with springs and a metal hood. */
function desk(bench: Bench): Pose {
  const painted =
    bench.named || bench.whole || bench.has('rusty') ? bench.body({ rough: 0.24 }) : plain(bench.fabric, { rough: 0.3, coat: 0.8 })
  const light = lightOf(bench)
  bench.add(
    'foot',
    lathe(
      [
        [0, -0.94],
        [0.42, -0.94],
        [0.44, -0.9],
        [0.4, -0.85],
        [0.12, -0.8],
        [0.08, -0.74],
        [0, -0.72],
      ],
      2,
      0.01,
    ),
    [0, -0.84, 0, 0.46],
    painted,
  )
  const elbow: readonly [number, number, number] = [-0.42, 0.02, 0]
  const wrist: readonly [number, number, number] = [0.22, 0.62, 0]
  const arms: Field = (x, y, z) => {
    const side = abs(z) - 0.045
    return min(
      capsule(x, y, side, 0, -0.76, 0, elbow[0], elbow[1], 0, 0.022, 0.022),
      capsule(x, y, side, elbow[0], elbow[1], 0, wrist[0], wrist[1], 0, 0.022, 0.022),
    )
  }
  bench.add('arms', arms, [-0.12, -0.06, 0, 0.78], bench.fitting())
  const joint =
    (at: readonly [number, number, number]): Field =>
    (x, y, z) =>
      max(length2(x - at[0], y - at[1]) - 0.075, abs(z) - 0.075) - 0.012
  bench.add(
    'joints',
    (x, y, z) => min(joint([0, -0.74, 0])(x, y, z), joint(elbow)(x, y, z), joint(wrist)(x, y, z)),
    [-0.1, -0.06, 0, 0.82],
    painted,
  )
  bench.add(
    'knobs',
    (x, y, z) =>
      min(
        length3(x - elbow[0], y - elbow[1], abs(z) - 0.1),
        length3(x - wrist[0], y - wrist[1], abs(z) - 0.1),
        length3(x, y + 0.74, abs(z) - 0.1),
      ) - 0.035,
    [-0.1, -0.06, 0, 0.8],
    bench.fitting(),
  )
  const spring: Field = (x, y, z) => {
    const d = capsule(x, y, abs(z) - 0.045, -0.08, -0.6, 0, -0.3, -0.2, 0, 0.034, 0.034)
    return (d + 0.009 * cos((y * 0.9 - x * 0.45) * 105)) * 0.72
  }
  bench.add('springs', spring, [-0.19, -0.4, 0, 0.32], bench.fitting())
  const bowl = lathe(
    [
      [0.1, 0.16],
      [0.14, 0.14],
      [0.2, 0.02],
      [0.36, -0.18],
      [0.4, -0.3],
      [0.38, -0.3],
      [0.34, -0.19],
      [0.18, 0],
      [0.1, 0.1],
    ],
    0,
    0.014,
  )
  const cap = lathe(
    [
      [0, 0.3],
      [0.07, 0.28],
      [0.11, 0.22],
      [0.13, 0.13],
      [0, 0.13],
    ],
    2,
    0.008,
  )
  const turn = 0.62
  bench.add(
    'shade',
    place((x, y, z) => min(bowl(x, y, z), cap(x, y, z)), 0.42, 0.62, 0, 0, 0, turn),
    [0.44, 0.6, 0, 0.5],
    painted,
  )
  bench.add(
    'rim',
    place((x, y, z) => length2(length2(x, z) - 0.39, y + 0.3) - 0.024, 0.42, 0.62, 0, 0, 0, turn),
    [0.6, 0.38, 0, 0.43],
    bench.fitting(),
  )
  bench.add(
    'lining',
    place(disc(0, -0.04, 0, 0.2, 0.012), 0.42, 0.62, 0, 0, 0, turn),
    [0.44, 0.59, 0, 0.24],
    plain(rgb('#f2eee0'), { rough: 0.5 }),
  )
  bench.add(
    'bulb',
    place(blend(0.05, ball(0, -0.16, 0, 0.11), rod([0, 0, 0], [0, -0.1, 0], 0.05)), 0.42, 0.62, 0, 0, 0, turn),
    [0.49, 0.52, 0, 0.22],
    glow(light, 2.6),
  )
  bench.addLamp({ at: [0.56, 0.4, 0], colour: light, strength: 1, falloff: 2.2 })
  return { yaw: 0.36, pitch: 0.12, half: 1.18, aimX: 0.14, aimY: 0, stands: -0.95, dark: true }
}

/** A glazed foot and a pleated shade. */
function table(bench: Bench): Pose {
  const light = lightOf(bench)
  const glazed = bench.named || bench.whole || bench.gilded ? bench.body({ rough: 0.18 }) : plain(bench.fabric, { rough: 0.15, coat: 1 })
  bench.add(
    'vase',
    lathe(
      [
        [0, -0.82],
        [0.2, -0.82],
        [0.3, -0.66],
        [0.34, -0.46],
        [0.26, -0.22],
        [0.12, -0.06],
        [0.08, 0.02],
        [0.1, 0.06],
        [0, 0.06],
      ],
      4,
    ),
    [0, -0.4, 0, 0.56],
    glazed,
  )
  bench.add(
    'foot',
    lathe(
      [
        [0, -0.94],
        [0.28, -0.94],
        [0.3, -0.9],
        [0.24, -0.85],
        [0.22, -0.8],
        [0, -0.8],
      ],
      0,
      0.012,
    ),
    [0, -0.87, 0, 0.34],
    bench.fitting(),
  )
  bench.add(
    'neck',
    (x, y, z) => min(capsule(x, y, z, 0, 0.02, 0, 0, 0.3, 0, 0.032, 0.032), length2(length2(x, z) - 0.095, y - 0.06) - 0.024),
    [0, 0.17, 0, 0.2],
    bench.fitting(),
  )
  const paper = bench.coloured ? rgb('#f1e3c4') : rgb('#f4e4c4')
  const shade: Field = (x, y, z) => {
    const r = length2(x, z)
    const pleat = 0.009 * cos(atan2(z, x) * 40)
    return max(abs(r - 0.62 + (y - 0.2) * 0.52 + pleat) * 0.7 - 0.014, abs(y - 0.52) - 0.34)
  }
  const lit = finish(paper, (s) => {
    paint(s, paper)
    dim(s, 0.9)
    s.rough = 0.9
    s.soften = 0.6
    const nearness = max(0, 1 - abs(s.y - 0.46) * 1.6)
    emit(s, light, 0.22 + 0.5 * nearness * bench.brilliance)
  })
  bench.add('shade', shade, [0, 0.52, 0, 0.76], lit)
  bench.add(
    'trims',
    (x, y, z) => min(length2(length2(x, z) - 0.615, y - 0.18) - 0.022, length2(length2(x, z) - 0.275, y - 0.86) - 0.02),
    [0, 0.5, 0, 0.74],
    bench.fitting(),
  )
  bench.add(
    'finial',
    (x, y, z) =>
      min(
        length3(x, y - 0.98, z) - 0.05,
        capsule(x, y, z, 0, 0.84, 0, 0, 0.96, 0, 0.014, 0.02),
        capsule(abs(x), y, z, 0, 0.84, 0, 0.27, 0.86, 0, 0.012, 0.012),
      ),
    [0, 0.92, 0, 0.3],
    bench.fitting(),
  )
  const chain: Field = (x, y, z) => max(length3(x - 0.16, y - Math.floor(y / 0.034 + 0.5) * 0.034, z - 0.12) - 0.013, abs(y - 0.06) - 0.17)
  bench.add('chain', chain, [0.16, 0.06, 0.12, 0.2], bench.fitting())
  bench.add('bulb', blend(0.04, ball(0, 0.46, 0, 0.12), rod([0, 0.3, 0], [0, 0.4, 0], 0.05)), [0, 0.42, 0, 0.2], glow(light, 2.4))
  bench.addLamp({ at: [0, 0.2, 0.3], colour: light, strength: 0.5, falloff: 2.5 })
  return { yaw: 0.3, pitch: 0.08, half: 1.16, aimY: 0.03, stands: -0.95, dark: true }
}

export const lamp: Kind = {
  forms: ['desk', 'table'],
  build: (bench) => (bench.form === 'table' ? table(bench) : desk(bench)),
}
