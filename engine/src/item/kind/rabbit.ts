import { smooth } from '../../math/dmath.ts'
import { fbm3 } from '../../math/lattice.ts'
import { smoothMax, smoothMin } from '../../solid/field/combine.ts'
import type { Field } from '../../solid/field/field.ts'
import { ellipsoid, length3 } from '../../solid/field/shapes.ts'
import { ball, blend, oval, rod } from '../../solid/field/solids.ts'
import { sweep } from '../../solid/field/sweep.ts'
import { plain } from '../../solid/material/plain.ts'
import { rgb } from '../../solid/palette.ts'
import { type Surface, tint } from '../../solid/render/surface.ts'
import type { Bench } from '../bench.ts'
import type { Kind, Pose } from '../kind.ts'
import { addEyes, bareSkin, coatOf, isCast, whiskers } from '../shape/animal.ts'

const { abs, max } = Math

const PINK = rgb('#e6a39c')
const WHITE = rgb('#f5f0e8')

/** Crouching along z, nose at +z; for x ≥ 0. */
const BODY = blend(
  0.14,
  oval(0, -0.36, -0.24, 0.42, 0.44, 0.5),
  oval(0, -0.36, 0.2, 0.32, 0.34, 0.34),
  oval(0.3, -0.5, -0.26, 0.2, 0.32, 0.36),
  oval(0.36, -0.79, -0.02, 0.11, 0.075, 0.3),
  rod([0, -0.2, 0.3], [0, 0.08, 0.42], 0.22, 0.19),
)
const FORELEGS = blend(0.05, rod([0.16, -0.5, 0.4], [0.14, -0.74, 0.52], 0.1, 0.075), oval(0.14, -0.79, 0.58, 0.085, 0.065, 0.14))
const HEAD = blend(
  0.08,
  oval(0, 0, 0, 0.27, 0.26, 0.31),
  oval(0.13, -0.09, 0.12, 0.15, 0.13, 0.16),
  oval(0.055, -0.09, 0.27, 0.08, 0.07, 0.09),
  oval(0, -0.16, 0.22, 0.08, 0.055, 0.08),
)

function crouching(bench: Bench, lop: boolean): Pose {
  const colour = bench.coloured ? bench.fabric : rgb(bench.random.pick(['#b08a62', '#8f8a86', '#f1ebe2', '#6a4a36', '#d9b98f']))
  const y0 = 0.2
  const z0 = 0.48
  const marks = (s: Surface) => {
    const n = fbm3(s.x * 4, s.y * 4, s.z * 4, 2) * 0.2 - 0.1
    tint(s, WHITE, smooth(-0.56, -0.72, s.y + n) * 0.8)
    tint(s, WHITE, smooth(y0 - 0.03, y0 - 0.13, s.y + n * 0.3) * smooth(z0 + 0.14, z0 + 0.26, s.z))
    if (lop)
      tint(
        s,
        [colour[0] * 0.5, colour[1] * 0.45, colour[2] * 0.42],
        smooth(0.1, 0.14, fbm3(s.x * 2 + 5, s.y * 2, s.z * 2, 2) - 0.45) * smooth(0.4, 0, s.z),
      )
  }
  const coat = coatOf(bench, colour, marks)
  bench.add('body', (x, y, z) => smoothMin(BODY(abs(x), y, z), FORELEGS(abs(x), y, z), 0.06), [0, -0.36, -0.04, 0.95], coat)
  bench.add('head', (x, y, z) => HEAD(abs(x), y - y0, z - z0), [0, y0, z0 + 0.04, 0.42], coat)
  bench.add('tail', (x, y, z) => length3(x, y + 0.42, z + 0.76) - 0.16, [0, -0.42, -0.76, 0.17], coatOf(bench, WHITE))
  if (lop) {
    const flap = sweep([
      [0.13, y0 + 0.24, z0 - 0.08, 0.075],
      [0.32, y0 + 0.22, z0 - 0.06, 0.1],
      [0.42, y0 - 0.02, z0 + 0.02, 0.12],
      [0.4, y0 - 0.34, z0 + 0.08, 0.1],
      [0.36, y0 - 0.46, z0 + 0.1, 0.05],
    ])
    bench.add(
      'ears',
      (x, y, z) => smoothMax(flap(abs(x), y, z), abs(abs(x) - 0.37 + 0.5 * max(0, y - y0 - 0.05)) - 0.075, 0.05),
      [0, y0 - 0.1, z0, 0.62],
      coat,
    )
  } else {
    const shell = sweep([
      [0.09, y0 + 0.18, z0 - 0.1, 0.07],
      [0.13, y0 + 0.42, z0 - 0.2, 0.115],
      [0.17, y0 + 0.64, z0 - 0.26, 0.1],
      [0.2, y0 + 0.8, z0 - 0.28, 0.035],
    ])
    const hollow = sweep([
      [0.1, y0 + 0.26, z0 - 0.03, 0.03],
      [0.15, y0 + 0.46, z0 - 0.1, 0.075],
      [0.19, y0 + 0.64, z0 - 0.16, 0.06],
      [0.21, y0 + 0.74, z0 - 0.2, 0.02],
    ])
    const ear: Field = (x, y, z) => smoothMax(shell(abs(x), y, z), -hollow(abs(x), y, z), 0.02)
    bench.add('ears', ear, [0, y0 + 0.48, z0 - 0.18, 0.5], coat)
    const lining = sweep([
      [0.1, y0 + 0.28, z0 - 0.09, 0.03],
      [0.145, y0 + 0.46, z0 - 0.165, 0.07],
      [0.185, y0 + 0.64, z0 - 0.225, 0.055],
      [0.205, y0 + 0.73, z0 - 0.25, 0.02],
    ])
    bench.add('lining', (x, y, z) => lining(abs(x), y, z), [0, y0 + 0.5, z0 - 0.18, 0.4], isCast(bench) ? coat : bareSkin(PINK))
  }
  bench.add(
    'nose',
    (x, y, z) => ellipsoid(x, y - y0 + 0.05 + abs(x) * 0.3, z - z0 - 0.345, 0.045, 0.028, 0.03),
    [0, y0 - 0.06, z0 + 0.34, 0.06],
    isCast(bench) ? bench.fitting() : bareSkin(PINK),
  )
  const lip = sweep([
    [0, y0 - 0.08, z0 + 0.355, 0.011],
    [0.008, y0 - 0.125, z0 + 0.35, 0.011],
    [0.06, y0 - 0.15, z0 + 0.32, 0.01],
  ])
  bench.add('lip', (x, y, z) => lip(abs(x), y, z), [0, y0 - 0.11, z0 + 0.33, 0.1], plain(rgb('#6a3a36'), { rough: 0.6 }))
  bench.add(
    'whiskers',
    whiskers([0.12, y0 - 0.09, z0 + 0.3], 0.32),
    [0, y0 - 0.09, z0 + 0.24, 0.48],
    isCast(bench) ? bench.fitting() : plain(rgb('#f6f3ee'), { rough: 0.4 }),
  )
  addEyes(bench, [0.195, y0 + 0.05, z0 + 0.12], 0.078, [1, 0.1, 0.7], {
    iris: rgb(bench.has('cursed') ? '#b01020' : '#3a2014'),
    pupil: 0.62,
    white: 1.05,
  })
  if (bench.has('ornate') || lop) {
    const bow = blend(0.02, ball(0, -0.06, 0.68, 0.05), oval(0.11, -0.04, 0.66, 0.1, 0.07, 0.035))
    bench.add(
      'bow',
      (x, y, z) => bow(abs(x), y, z),
      [0, -0.05, 0.67, 0.22],
      plain(bench.coloured ? rgb('#b3202c') : bench.fabric, { rough: 0.5, sheen: 0.6 }),
    )
  }
  return { yaw: 0.8, pitch: 0.12, half: lop ? 0.98 : 1.1, aimX: 0, aimY: lop ? -0.16 : 0.06, stands: -0.87 }
}

/** Up on its haunches, paws before its chest, with a carrot. */
function upright(bench: Bench): Pose {
  const colour = bench.coloured ? bench.fabric : rgb(bench.random.pick(['#f1ebe2', '#c9a57a', '#9a938e']))
  const coat = coatOf(bench, colour, (s) => {
    tint(s, WHITE, smooth(0.24, 0.1, abs(s.x)) * smooth(0.1, 0.22, s.z) * smooth(0.2, 0.05, s.y))
  })
  const y0 = 0.34
  const z0 = 0.12
  const trunk = blend(
    0.15,
    oval(0, -0.5, -0.06, 0.4, 0.38, 0.38),
    oval(0, -0.12, 0.02, 0.29, 0.38, 0.27),
    oval(0.3, -0.62, 0.08, 0.19, 0.26, 0.3),
    rod([0, 0, 0.04], [0, 0.26, 0.08], 0.2),
  )
  const limbs = blend(
    0.05,
    oval(0.28, -0.82, 0.3, 0.12, 0.08, 0.26),
    rod([0.26, -0.1, 0.12], [0.2, -0.22, 0.34], 0.095, 0.08),
    oval(0.14, -0.2, 0.38, 0.09, 0.08, 0.08),
  )
  bench.add('body', (x, y, z) => smoothMin(trunk(abs(x), y, z), limbs(abs(x), y, z), 0.06), [0, -0.36, 0.06, 0.8], coat)
  bench.add('head', (x, y, z) => HEAD(abs(x), y - y0, z - z0), [0, y0, z0 + 0.04, 0.42], coat)
  const shell = sweep([
    [0.1, y0 + 0.18, z0 - 0.06, 0.07],
    [0.15, y0 + 0.42, z0 - 0.1, 0.11],
    [0.2, y0 + 0.62, z0 - 0.1, 0.1],
    [0.22, y0 + 0.76, z0 - 0.08, 0.035],
  ])
  const hollow = sweep([
    [0.11, y0 + 0.26, z0 + 0.04, 0.03],
    [0.16, y0 + 0.46, z0 + 0.02, 0.075],
    [0.205, y0 + 0.62, z0 + 0.02, 0.06],
  ])
  bench.add('ears', (x, y, z) => smoothMax(shell(abs(x), y, z), -hollow(abs(x), y, z), 0.02), [0, y0 + 0.48, z0 - 0.08, 0.44], coat)
  bench.add(
    'lining',
    (x, y, z) => ellipsoid(abs(x) - 0.165 - (y - y0 - 0.46) * 0.28, y - y0 - 0.47, z - z0 + 0.05, 0.06, 0.19, 0.02),
    [0, y0 + 0.47, z0 - 0.05, 0.32],
    isCast(bench) ? coat : bareSkin(PINK),
  )
  bench.add(
    'nose',
    (x, y, z) => ellipsoid(x, y - y0 + 0.05 + abs(x) * 0.3, z - z0 - 0.345, 0.045, 0.028, 0.03),
    [0, y0 - 0.06, z0 + 0.34, 0.06],
    isCast(bench) ? bench.fitting() : bareSkin(PINK),
  )
  bench.add(
    'whiskers',
    whiskers([0.12, y0 - 0.09, z0 + 0.3], 0.3),
    [0, y0 - 0.09, z0 + 0.24, 0.46],
    isCast(bench) ? bench.fitting() : plain(rgb('#f6f3ee'), { rough: 0.4 }),
  )
  addEyes(bench, [0.17, y0 + 0.05, z0 + 0.175], 0.075, [0.6, 0.05, 1], { iris: rgb('#3a2014'), pupil: 0.62, white: 1.05 })
  const root = sweep([
    [0.2, -0.02, 0.46, 0.07],
    [0.0, -0.2, 0.47, 0.085],
    [-0.18, -0.36, 0.46, 0.05],
    [-0.26, -0.44, 0.45, 0.012],
  ])
  bench.add(
    'carrot',
    root,
    [-0.02, -0.22, 0.46, 0.36],
    isCast(bench) ? bench.fitting() : plain(rgb('#e56a12'), { rough: 0.4, coat: 0.3, soften: 0.4 }),
  )
  const top = blend(
    0.02,
    rod([0.22, 0.0, 0.46], [0.38, 0.1, 0.46], 0.03, 0.02),
    rod([0.22, 0, 0.46], [0.3, 0.16, 0.44], 0.03, 0.02),
    rod([0.22, 0, 0.46], [0.4, 0.02, 0.5], 0.03, 0.02),
  )
  bench.add('leaves', top, [0.32, 0.08, 0.46, 0.18], isCast(bench) ? bench.fitting() : plain(rgb('#4f9a34'), { rough: 0.5, soften: 0.5 }))
  bench.add('tail', (x, y, z) => length3(x, y + 0.7, z + 0.44) - 0.15, [0, -0.7, -0.44, 0.16], coat)
  return { yaw: 0.4, pitch: 0.08, half: 1.18, aimY: 0.1, stands: -0.9 }
}

export const rabbit: Kind = {
  forms: ['crouching', 'lop', 'upright'],
  build: (bench) => (bench.form === 'upright' ? upright(bench) : crouching(bench, bench.form === 'lop')),
}
