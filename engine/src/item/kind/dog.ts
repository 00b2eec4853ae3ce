import { smooth } from '../../math/dmath.ts'
import { fbm3 } from '../../math/lattice.ts'
import { smoothMax, smoothMin } from '../../solid/field/combine.ts'
import type { Field, Rgb } from '../../solid/field/field.ts'
import { ellipsoid, length2 } from '../../solid/field/shapes.ts'
import { blend, oval, rod } from '../../solid/field/solids.ts'
import { sweep } from '../../solid/field/sweep.ts'
import { plain } from '../../solid/material/plain.ts'
import { rgb } from '../../solid/palette.ts'
import { type Surface, tint } from '../../solid/render/surface.ts'
import type { Bench } from '../bench.ts'
import type { Kind, Pose } from '../kind.ts'
import { addCollar, addEyes, bareSkin, coatOf, isCast } from '../shape/animal.ts'

const { abs, max } = Math

const BLACK = rgb('#1b1718')
const WHITE = rgb('#f4efe6')
const EYE = rgb('#4a2a14')

/** Head about the origin, nose towards +z, for x ≥ 0; the muzzle is as long as `snout`. */
const headOf = (snout: number): Field =>
  blend(
    0.09,
    oval(0, 0.02, 0, 0.3, 0.3, 0.28),
    oval(0.14, -0.06, 0.1, 0.16, 0.15, 0.16),
    rod([0, -0.1, 0.16], [0, -0.12, 0.2 + snout], 0.14, 0.1),
    oval(0.05, -0.15, 0.2 + snout * 0.9, 0.085, 0.075, 0.1),
    oval(0.11, 0.11, 0.17, 0.09, 0.07, 0.08),
  )

function face(bench: Bench, y0: number, z0: number, snout: number): void {
  const tip = z0 + 0.29 + snout
  bench.add(
    'nose',
    (x, y, z) => ellipsoid(x, y - y0 + 0.075 + abs(x) * 0.2, z - tip, 0.07, 0.05, 0.045),
    [0, y0 - 0.08, tip, 0.09],
    isCast(bench) ? bench.fitting() : bareSkin(BLACK),
  )
  const line = sweep([
    [0, y0 - 0.12, tip - 0.0, 0.011],
    [0.01, y0 - 0.19, tip - 0.005, 0.011],
    [0.08, y0 - 0.235, tip - 0.06, 0.011],
    [0.16, y0 - 0.21, tip - 0.17, 0.01],
  ])
  bench.add('mouth', (x, y, z) => line(abs(x), y, z), [0, y0 - 0.18, tip - 0.08, 0.22], plain(rgb('#241816'), { rough: 0.5 }))
  bench.add(
    'tongue',
    (x, y, z) => ellipsoid(x, y - y0 + 0.27 + (z - tip + 0.02) * 0.4, z - tip + 0.04, 0.055, 0.09, 0.03),
    [0, y0 - 0.27, tip - 0.04, 0.11],
    isCast(bench) ? bench.fitting() : bareSkin(rgb('#d9606a')),
  )
  addEyes(bench, [0.13, y0 + 0.07, z0 + 0.225], 0.068, [0.22, 0, 1], { iris: EYE, pupil: 0.6, white: 1.1 })
}

/** A hanging ear; x ≥ 0. */
const flop = (y0: number, z0: number): Field => {
  const flap = sweep([
    [0.22, y0 + 0.2, z0 - 0.02, 0.07],
    [0.36, y0 + 0.1, z0 + 0.03, 0.11],
    [0.4, y0 - 0.12, z0 + 0.06, 0.125],
    [0.38, y0 - 0.27, z0 + 0.07, 0.07],
  ])
  return (x, y, z) => {
    const ax = abs(x)
    const lean = 0.36 - 0.6 * max(0, y - y0 - 0.02)
    return max(flap(ax, y, z), abs(ax - lean) - 0.05) - 0.012
  }
}

/** Brown and black over white, as a hound has it. */
const hound = (brown: Rgb, y0: number) => (s: Surface) => {
  const n = fbm3(s.x * 4, s.y * 4, s.z * 4, 2) * 0.2 - 0.1
  tint(s, brown, smooth(y0 - 0.12, y0 + 0.0, s.y + n * 0.5))
  if (s.y < y0 - 0.1) tint(s, BLACK, smooth(0.02, 0.1, n * 0.6 - s.z + 0.02) * smooth(-0.72, -0.5, s.y))
  tint(s, brown, smooth(0.24, 0.34, abs(s.x) + n * 0.3) * smooth(0.1, -0.1, s.y) * smooth(-0.72, -0.6, s.y) * smooth(0.16, 0.0, s.z) * 0.9)
  tint(s, WHITE, smooth(0.075, 0.045, abs(s.x) + n * 0.2) * smooth(0.1, 0.2, s.z) * smooth(y0 - 0.2, y0, s.y))
  tint(s, WHITE, smooth(y0 - 0.04, y0 - 0.12, s.y) * smooth(0.34, 0.42, s.z) * smooth(y0 - 0.5, y0 - 0.3, s.y))
}

const SEAT = blend(
  0.15,
  oval(0, -0.52, -0.22, 0.36, 0.34, 0.38),
  oval(0, -0.16, 0.0, 0.29, 0.4, 0.28),
  oval(0.3, -0.6, -0.06, 0.18, 0.27, 0.32),
  oval(0.16, -0.16, 0.1, 0.15, 0.26, 0.17),
  rod([0, 0.06, 0.04], [0, 0.32, 0.06], 0.2, 0.18),
)
const PAWS = blend(
  0.05,
  rod([0.18, -0.2, 0.16], [0.16, -0.78, 0.2], 0.12, 0.09),
  oval(0.16, -0.82, 0.25, 0.11, 0.08, 0.14),
  oval(0.35, -0.82, 0.22, 0.12, 0.08, 0.2),
)

function sitting(bench: Bench): Pose {
  const brown = bench.coloured ? bench.fabric : rgb(bench.random.pick(['#a8642c', '#8a4a20', '#c48a4a', '#5a3a26']))
  const y0 = 0.46
  const z0 = 0.08
  const coat = coatOf(bench, WHITE, hound(brown, y0))
  bench.add('body', (x, y, z) => smoothMin(SEAT(abs(x), y, z), PAWS(abs(x), y, z), 0.05), [0, -0.3, -0.04, 0.88], coat)
  const head = headOf(0.16)
  bench.add('head', (x, y, z) => head(abs(x), y - y0, z - z0), [0, y0, z0 + 0.12, 0.5], coat)
  bench.add('ears', flop(y0, z0), [0, y0 - 0.03, z0 + 0.03, 0.56], coatOf(bench, [brown[0] * 0.75, brown[1] * 0.7, brown[2] * 0.7]))
  const tail = sweep([
    [0.04, -0.68, -0.54, 0.085],
    [0.16, -0.62, -0.72, 0.07],
    [0.28, -0.42, -0.84, 0.055],
    [0.34, -0.2, -0.84, 0.035],
  ])
  bench.add('tail', tail, [0.18, -0.45, -0.7, 0.4], coat)
  face(bench, y0, z0, 0.16)
  addCollar(bench, 0.18, 0.06, 0.25, 0.3)
  return { yaw: 0.46, pitch: 0.1, half: 1.1, aimY: -0.02, stands: -0.9 }
}

/** Low and long, ears up: a corgi standing along z. */
function standing(bench: Bench): Pose {
  const brown = bench.coloured ? bench.fabric : rgb(bench.random.pick(['#d08a3c', '#b56a2a', '#3a2c28', '#c9a070']))
  const y0 = 0.36
  const z0 = 0.5
  const marks = (s: Surface) => {
    const n = fbm3(s.x * 4, s.y * 4, s.z * 4, 2) * 0.2 - 0.1
    tint(s, WHITE, smooth(-0.3, -0.42, s.y + n * 0.4))
    tint(s, WHITE, smooth(0.3, 0.44, s.z + n * 0.5) * smooth(0.12, -0.02, s.y) * smooth(0.34, 0.24, abs(s.x)))
    tint(s, WHITE, smooth(y0 + 0.02, y0 - 0.08, s.y + n * 0.2) * smooth(z0 + 0.2, z0 + 0.3, s.z))
    tint(s, WHITE, smooth(0.06, 0.03, abs(s.x)) * smooth(z0 + 0.1, z0 + 0.2, s.z) * smooth(y0 - 0.1, y0, s.y))
  }
  const coat = coatOf(bench, brown, marks)
  const trunk = blend(
    0.16,
    rod([0, -0.2, 0.26], [0, -0.22, -0.5], 0.31, 0.29),
    oval(0, -0.16, 0.36, 0.29, 0.32, 0.26),
    oval(0.14, -0.3, -0.5, 0.2, 0.26, 0.24),
    rod([0, 0, 0.38], [0, 0.26, 0.46], 0.2, 0.19),
    oval(0, -0.12, -0.78, 0.09, 0.09, 0.08),
  )
  const legs = blend(
    0.05,
    rod([0.19, -0.34, 0.34], [0.18, -0.72, 0.36], 0.115, 0.08),
    oval(0.18, -0.76, 0.41, 0.1, 0.07, 0.13),
    rod([0.2, -0.36, -0.52], [0.2, -0.56, -0.6], 0.14, 0.09),
    rod([0.2, -0.56, -0.6], [0.2, -0.74, -0.54], 0.085, 0.075),
    oval(0.2, -0.76, -0.48, 0.095, 0.07, 0.13),
  )
  bench.add('body', (x, y, z) => smoothMin(trunk(abs(x), y, z), legs(abs(x), y, z), 0.08), [0, -0.28, -0.12, 0.94], coat)
  const head = headOf(0.12)
  const ear: Field = (x, y, z) => {
    const t = (y - 0.14) / 0.38
    const u = x - 0.2 - 0.06 * t
    const d = max(abs(u) - 0.15 * (1 - t) * (1 + 0.5 * t), abs(z + 0.02) - 0.05 * (1 - t) - 0.02) * 0.8
    return smoothMax(max(d, 0.12 - y), y - 0.5, 0.03) - 0.012
  }
  bench.add(
    'head',
    (x, y, z) => smoothMin(head(abs(x), y - y0, z - z0), ear(abs(x), y - y0, z - z0), 0.04),
    [0, y0 + 0.08, z0 + 0.1, 0.56],
    coat,
  )
  bench.add(
    'inner',
    (x, y, z) => ellipsoid(abs(x) - 0.23, y - y0 - 0.27, z - z0 - 0.03, 0.06, 0.12, 0.025),
    [0, y0 + 0.3, z0 + 0.03, 0.33],
    isCast(bench) ? coat : bareSkin(rgb('#dba39a')),
  )
  face(bench, y0, z0, 0.12)
  addCollar(bench, 0.1, 0.4, 0.255, 0.45)
  return { yaw: 0.85, pitch: 0.14, half: 1.06, aimX: 0, aimY: 0, stands: -0.84 }
}

/** A pup lying on a rug, paws before it. */
function lying(bench: Bench): Pose {
  const brown = bench.coloured ? bench.fabric : rgb(bench.random.pick(['#c9a46a', '#8d7a6a', '#3b3230', '#d9c8a8']))
  const y0 = -0.18
  const z0 = 0.52
  const coat = coatOf(bench, brown, (s) => {
    const n = fbm3(s.x * 3, s.y * 3, s.z * 3, 3)
    tint(s, WHITE, smooth(0.52, 0.62, n) * 0.35)
    tint(s, WHITE, smooth(y0 - 0.04, y0 - 0.12, s.y) * smooth(z0 + 0.22, z0 + 0.34, s.z))
  })
  const trunk = blend(
    0.16,
    rod([0, -0.44, 0.2], [0, -0.46, -0.5], 0.3, 0.3),
    oval(0.3, -0.52, -0.4, 0.19, 0.24, 0.34),
    rod([0, -0.36, 0.3], [0, -0.26, 0.42], 0.22, 0.2),
    oval(0.24, -0.56, 0.22, 0.14, 0.2, 0.22),
  )
  const limbs = blend(
    0.05,
    rod([0.22, -0.68, 0.26], [0.2, -0.7, 0.86], 0.1, 0.085),
    oval(0.2, -0.71, 0.94, 0.1, 0.075, 0.12),
    oval(0.36, -0.72, -0.02, 0.11, 0.075, 0.2),
  )
  bench.add('body', (x, y, z) => smoothMin(trunk(abs(x), y, z), limbs(abs(x), y, z), 0.07), [0, -0.52, 0.06, 1.04], coat)
  const head = headOf(0.15)
  bench.add('head', (x, y, z) => head(abs(x), y - y0, z - z0), [0, y0, z0 + 0.12, 0.5], coat)
  bench.add('ears', flop(y0, z0), [0, y0 - 0.03, z0 + 0.03, 0.56], coatOf(bench, [brown[0] * 0.6, brown[1] * 0.56, brown[2] * 0.52]))
  bench.add(
    'tail',
    sweep([
      [0.06, -0.62, -0.74, 0.09],
      [0.3, -0.7, -0.84, 0.075],
      [0.56, -0.72, -0.7, 0.06],
      [0.68, -0.72, -0.44, 0.04],
    ]),
    [0.36, -0.69, -0.66, 0.48],
    coat,
  )
  face(bench, y0, z0, 0.15)
  addCollar(bench, -0.34, 0.38, 0.24, 0.6)
  const rug: Field = (x, y, z) => max(length2(x, z * 0.8) - 0.96, abs(y + 0.8) - 0.03) - 0.02
  bench.add('rug', rug, [0, -0.8, 0, 1.24], plain(bench.coloured ? rgb('#7a2230') : bench.fabric, { rough: 0.95, sheen: 0.8 }))
  return { yaw: 0.7, pitch: 0.3, half: 1.12, aimY: -0.42, stands: -0.85 }
}

export const dog: Kind = {
  forms: ['sitting', 'standing', 'lying'],
  build: (bench) => (bench.form === 'standing' ? standing(bench) : bench.form === 'lying' ? lying(bench) : sitting(bench)),
}
