import { cos, sin, smooth } from '../../math/dmath.ts'
import { fbm3 } from '../../math/lattice.ts'
import { smoothMax, smoothMin } from '../../solid/field/combine.ts'
import type { Field, Rgb } from '../../solid/field/field.ts'
import { ellipsoid, length2, length3 } from '../../solid/field/shapes.ts'
import { blend, disc, oval, rod } from '../../solid/field/solids.ts'
import { sweep } from '../../solid/field/sweep.ts'
import { cloth } from '../../solid/material/organic.ts'
import { plain } from '../../solid/material/plain.ts'
import { rgb, scale } from '../../solid/palette.ts'
import { type Surface, tint } from '../../solid/render/surface.ts'
import type { Bench } from '../bench.ts'
import type { Kind, Pose } from '../kind.ts'
import { addCollar, addEyes, bareSkin, coatOf, IRISES, isCast, whiskers } from '../shape/animal.ts'

const { abs, max, min } = Math

const PINK = rgb('#e39a94')
const WHITE = rgb('#f2ece2')
const DARK = rgb('#231d1b')
const COATS = ['#d98a3d', '#8d8378', '#2a2728', '#e9dfcf', '#a87a4e']

/** Head about the origin, nose towards +z, for x ≥ 0. */
const head = blend(
  0.07,
  oval(0, 0, 0, 0.36, 0.31, 0.3),
  oval(0.17, -0.08, 0.1, 0.17, 0.14, 0.16),
  oval(0.062, -0.1, 0.285, 0.085, 0.065, 0.075),
  oval(0, -0.165, 0.25, 0.075, 0.05, 0.07),
  oval(0, -0.03, 0.26, 0.06, 0.07, 0.08),
)
const ear: Field = (x, y, z) => {
  const t = (y - 0.16) / 0.36
  const wide = 0.15 * (1 - t)
  const u = x - 0.19 - 0.06 * t
  const d = max(abs(u) - wide, abs(z + 0.03) - 0.06 * (1 - t) - 0.016) * 0.82
  const hollow = length3(u * 0.9, (y - 0.27) * 0.62, (z - 0.07) * 1.1) - 0.1
  return smoothMax(smoothMax(max(d, 0.15 - y, y - 0.52), -hollow * 0.8, 0.02), y - 0.505, 0.03)
}
const headWithEars: Field = (x, y, z) => smoothMin(head(abs(x), y, z), ear(abs(x), y, z), 0.04)

/** Marks of a coat; chosen by the seed. */
function marked(bench: Bench, colour: Rgb): (s: Surface) => void {
  const deep = scale(colour, 0.35)
  const kind = bench.random.pick(['tabby', 'tabby', 'bib', 'points', 'patches'] as const)
  const light: Rgb = [colour[0] * 0.3 + WHITE[0] * 0.68, colour[1] * 0.3 + WHITE[1] * 0.66, colour[2] * 0.3 + WHITE[2] * 0.64]
  const pale = (s: Surface) => {
    tint(s, light, smooth(0.2, 0.12, length2(s.x * 0.9, s.y - 0.35)) * smooth(0.32, 0.42, s.z))
    tint(s, light, smooth(0.24, 0.14, abs(s.x)) * smooth(0.16, 0.28, s.z) * smooth(0.24, 0.1, s.y) * smooth(-0.7, -0.4, s.y))
    tint(s, light, smooth(-0.68, -0.76, s.y) * smooth(0.12, 0.24, s.z))
  }
  return (s) => {
    const n = fbm3(s.x * 5, s.y * 5, s.z * 5, 2) * 0.16
    if (kind === 'tabby') {
      const body = sin((s.y * 0.4 + s.z * 1.1 + abs(s.x) * 0.7 + n) * 30)
      const brow = sin((abs(s.x) * 1.4 + n * 0.5) * 34)
      if (s.y > 0.52 && s.z > 0.1) tint(s, deep, smooth(0.1, 0.7, brow) * smooth(0.5, 0.62, s.y) * 0.85)
      else if (!(s.z > 0.22 && abs(s.x) < 0.22)) tint(s, deep, smooth(0.15, 0.75, body) * 0.8)
      pale(s)
    } else if (kind === 'bib') pale(s)
    else if (kind === 'points') {
      const far = max(smooth(0.6, 0.85, s.y), smooth(-0.45, -0.8, s.y), smooth(0.26, 0.1, length2(s.x, s.y - 0.4)) * smooth(0.3, 0.42, s.z))
      tint(s, DARK, far * 0.85)
    } else {
      const patch = fbm3(s.x * 2.3 + 4, s.y * 2.3, s.z * 2.3 + 1, 2)
      tint(s, rgb('#c9722c'), smooth(0.55, 0.58, patch))
      tint(s, DARK, smooth(0.42, 0.39, patch))
      pale(s)
    }
  }
}

/** Nose, line of the mouth, whiskers and eyes of a head at (0, y, z). */
function face(bench: Bench, y0: number, z0: number, shut: boolean): void {
  bench.add(
    'nose',
    (x, y, z) => ellipsoid(x, y - y0 + 0.045 + abs(x) * 0.25, z - z0 - 0.345, 0.042, 0.028, 0.03),
    [0, y0 - 0.05, z0 + 0.34, 0.06],
    isCast(bench) ? bench.fitting() : bareSkin(PINK),
  )
  const smile = sweep([
    [0.0, y0 - 0.09, z0 + 0.345, 0.011],
    [0.012, y0 - 0.125, z0 + 0.35, 0.011],
    [0.06, y0 - 0.155, z0 + 0.335, 0.011],
    [0.115, y0 - 0.13, z0 + 0.295, 0.01],
  ])
  bench.add('mouth', (x, y, z) => smile(abs(x), y, z), [0, y0 - 0.12, z0 + 0.32, 0.15], plain(rgb('#3a2420'), { rough: 0.6 }))
  const hairs = whiskers([0.13, y0 - 0.09, z0 + 0.32], 0.36)
  bench.add('whiskers', hairs, [0, y0 - 0.09, z0 + 0.26, 0.53], isCast(bench) ? bench.fitting() : plain(rgb('#f6f3ee'), { rough: 0.4 }))
  if (shut) {
    const lid = sweep([
      [0.08, y0 + 0.04, z0 + 0.29, 0.012],
      [0.14, y0 + 0.0, z0 + 0.285, 0.014],
      [0.21, y0 + 0.03, z0 + 0.235, 0.012],
    ])
    bench.add('lids', (x, y, z) => lid(abs(x), y, z), [0, y0 + 0.02, z0 + 0.26, 0.24], plain(rgb('#2a1c18'), { rough: 0.6 }))
  } else
    addEyes(bench, [0.145, y0 + 0.04, z0 + 0.205], 0.095, [0.28, 0.02, 1], {
      iris: bench.random.pick(IRISES),
      slit: 0.5,
      pupil: 0.62,
      white: 0.95,
    })
}

const HIPS = blend(
  0.14,
  oval(0, -0.52, -0.16, 0.38, 0.36, 0.42),
  oval(0, -0.14, 0.02, 0.29, 0.42, 0.27),
  oval(0.3, -0.6, 0.02, 0.19, 0.28, 0.33),
  oval(0.14, -0.16, 0.12, 0.15, 0.26, 0.16),
  rod([0, 0.08, 0.06], [0, 0.32, 0.1], 0.21),
)
const FEET = blend(
  0.05,
  oval(0.32, -0.83, 0.28, 0.115, 0.075, 0.19),
  oval(0.27, -0.835, 0.4, 0.05, 0.055, 0.06),
  oval(0.36, -0.835, 0.4, 0.05, 0.055, 0.06),
)
const FORELEG = blend(
  0.05,
  rod([0.15, -0.22, 0.2], [0.125, -0.8, 0.29], 0.115, 0.085),
  oval(0.125, -0.83, 0.34, 0.095, 0.075, 0.12),
  oval(0.08, -0.84, 0.42, 0.04, 0.055, 0.05),
  oval(0.165, -0.84, 0.42, 0.04, 0.055, 0.05),
)

function sitting(bench: Bench): Pose {
  const colour = bench.coloured ? bench.fabric : rgb(bench.random.pick(COATS))
  const coat = coatOf(bench, colour, marked(bench, colour))
  const y0 = 0.47
  const z0 = 0.14
  const torso: Field = (x, y, z) => {
    const ax = abs(x)
    return smoothMin(smoothMin(HIPS(ax, y, z), FORELEG(ax, y, z), 0.05), FEET(ax, y, z), 0.05)
  }
  bench.add('body', torso, [0, -0.3, 0.04, 0.86], coat)
  bench.add('head', (x, y, z) => headWithEars(x, y - y0, z - z0), [0, y0 + 0.06, z0 + 0.02, 0.5], coat)
  bench.add(
    'ears',
    (x, y, z) => ellipsoid(abs(x) - 0.215, y - y0 - 0.27, z - z0 + 0.022, 0.07, 0.12, 0.022),
    [0, y0 + 0.27, z0 - 0.02, 0.33],
    isCast(bench) ? coat : bareSkin(PINK),
  )
  const tail = sweep([
    [0.1, -0.76, -0.5, 0.1],
    [0.42, -0.82, -0.44, 0.1],
    [0.62, -0.83, -0.1, 0.095],
    [0.6, -0.83, 0.24, 0.085],
    [0.44, -0.81, 0.5, 0.075],
    [0.22, -0.78, 0.58, 0.06],
  ])
  bench.add('tail', tail, [0.34, -0.8, 0.04, 0.72], coat)
  face(bench, y0, z0, false)
  addCollar(bench, 0.2, 0.1, 0.245, 0.35)
  return { yaw: 0.42, pitch: 0.1, half: 1.1, aimY: 0.03, stands: -0.91 }
}

/** Asleep in a ring, chin on its tail. */
function curled(bench: Bench): Pose {
  const colour = bench.coloured ? bench.fabric : rgb(bench.random.pick(COATS))
  const marks = marked(bench, colour)
  const coat = coatOf(bench, colour, marks)
  const spine = Array.from({ length: 9 }, (_, i) => {
    const t = i / 8
    const a = 3.9 - t * 4.1
    const r = 0.43
    return [cos(a) * r, -0.42 - 0.05 * t + 0.06 * sin(t * 3.1), -sin(a) * r * 0.9 - 0.06, 0.26 + 0.1 * sin(t * 3.1)] as const
  })
  const ring = sweep(spine, 3)
  const thigh = oval(0.5, -0.46, 0.16, 0.28, 0.27, 0.3)
  bench.add('body', (x, y, z) => smoothMax(smoothMin(ring(x, y, z), thigh(x, y, z), 0.12), -0.82 - y, 0.1), [0, -0.42, -0.04, 0.9], coat)
  const y0 = -0.36
  const z0 = 0.42
  const turned =
    (field: Field): Field =>
    (x, y, z) => {
      const u = x + 0.28
      const c = 0.93
      const s = 0.36
      return field(c * u + s * (y - y0), -s * u + c * (y - y0), z - z0)
    }
  bench.add('head', turned(headWithEars), [-0.28, y0 + 0.05, z0, 0.52], coat)
  bench.add(
    'ears',
    turned((x, y, z) => ellipsoid(abs(x) - 0.225, y - 0.27, z + 0.022, 0.075, 0.13, 0.022)),
    [-0.3, y0 + 0.25, z0, 0.36],
    isCast(bench) ? coat : bareSkin(PINK),
  )
  bench.add(
    'nose',
    turned((x, y, z) => ellipsoid(x, y + 0.045 + abs(x) * 0.25, z - 0.345, 0.042, 0.028, 0.03)),
    [-0.28, y0 - 0.04, z0 + 0.34, 0.08],
    isCast(bench) ? bench.fitting() : bareSkin(PINK),
  )
  const lid = sweep([
    [0.07, 0.06, 0.285, 0.013],
    [0.14, 0.015, 0.28, 0.015],
    [0.215, 0.045, 0.225, 0.013],
  ])
  const smile = sweep([
    [0.0, -0.09, 0.35, 0.011],
    [0.012, -0.125, 0.352, 0.011],
    [0.06, -0.155, 0.335, 0.011],
    [0.115, -0.13, 0.295, 0.01],
  ])
  bench.add(
    'lines',
    turned((x, y, z) => min(lid(abs(x), y, z), smile(abs(x), y, z))),
    [-0.28, y0 - 0.04, z0 + 0.28, 0.3],
    plain(rgb('#2a1c18'), { rough: 0.6 }),
  )
  const hairs = whiskers([0.13, -0.09, 0.32], 0.34)
  bench.add(
    'whiskers',
    turned(hairs),
    [-0.28, y0 - 0.08, z0 + 0.24, 0.54],
    isCast(bench) ? bench.fitting() : plain(rgb('#f6f3ee'), { rough: 0.4 }),
  )
  const tail = sweep([
    [0.66, -0.66, 0.0, 0.11],
    [0.6, -0.7, 0.4, 0.11],
    [0.32, -0.71, 0.64, 0.1],
    [-0.06, -0.72, 0.74, 0.09],
    [-0.34, -0.72, 0.72, 0.07],
  ])
  bench.add('tail', tail, [0.2, -0.7, 0.4, 0.7], coat)
  bench.add('paws', (x, y, z) => ellipsoid(x + 0.5, y + 0.7, z - 0.56, 0.13, 0.085, 0.17), [-0.5, -0.7, 0.56, 0.18], coat)
  const cushion: Field = (x, y, z) => {
    const r = length2(x * 0.94, z)
    const puff = 0.03 * max(0, 1 - r)
    return (max(r - 0.9, abs(y + 0.86) - 0.07 - puff) - 0.06) * 0.95
  }
  bench.add('cushion', cushion, [0, -0.86, 0, 1.04], cloth(bench.coloured ? rgb('#7a2230') : bench.fabric, 0.9))
  bench.add('piping', (x, y, z) => length2(length2(x * 0.94, z) - 0.945, y + 0.86) - 0.034, [0, -0.86, 0, 1.05], bench.fitting())
  return { yaw: 0.1, pitch: 0.42, half: 1.08, aimY: -0.44, stands: -1 }
}

/** The waving cat of shop counters, glazed, with its coin. */
function lucky(bench: Bench): Pose {
  const colour = bench.coloured ? bench.fabric : rgb('#f4efe6')
  const glaze = isCast(bench) ? bench.body({ rough: 0.2 }) : plain(colour, { rough: 0.15, coat: 1, soften: 0.15 })
  const y0 = 0.4
  const z0 = 0.1
  const body = blend(
    0.16,
    oval(0, -0.46, -0.04, 0.46, 0.44, 0.4),
    oval(0, -0.02, 0.02, 0.33, 0.4, 0.3),
    oval(0.3, -0.74, 0.26, 0.16, 0.13, 0.2),
  )
  const raised = blend(
    0.05,
    rod([-0.32, -0.02, 0.1], [-0.5, 0.22, 0.18], 0.13, 0.11),
    rod([-0.5, 0.22, 0.18], [-0.46, 0.56, 0.26], 0.11, 0.115),
    oval(-0.45, 0.6, 0.3, 0.12, 0.12, 0.1),
  )
  const resting = blend(0.05, rod([0.28, -0.02, 0.14], [0.24, -0.44, 0.36], 0.12, 0.1), oval(0.23, -0.5, 0.4, 0.11, 0.1, 0.1))
  bench.add(
    'body',
    (x, y, z) => smoothMin(smoothMin(body(abs(x), y, z), raised(x, y, z), 0.06), resting(x, y, z), 0.06),
    [-0.05, -0.12, 0.05, 0.98],
    glaze,
  )
  bench.add('head', (x, y, z) => headWithEars(x * 0.92, y - y0, z - z0) * 0.98, [0, y0 + 0.06, z0 + 0.02, 0.54], glaze)
  const red = plain(rgb('#c3202c'), { rough: 0.2, coat: 0.9 })
  bench.add(
    'ears',
    (x, y, z) => ellipsoid(abs(x) - 0.245, y - y0 - 0.27, z - z0 + 0.02, 0.08, 0.13, 0.024),
    [0, y0 + 0.27, z0 - 0.02, 0.35],
    isCast(bench) ? bench.fitting() : red,
  )
  face(bench, y0, z0, false)
  bench.add(
    'collar',
    (x, y, z) => length2(length2(x, z - 0.04) - 0.33, (y - 0.13 + z * 0.2) * 0.7) - 0.036,
    [0, 0.12, 0.04, 0.42],
    isCast(bench) ? bench.fitting() : red,
  )
  bench.add(
    'bell',
    (x, y, z) => max(length3(x, y - 0.02, z - 0.36) - 0.085, 0.02 - length2(y + 0.03, z - 0.44)),
    [0, 0.02, 0.36, 0.09],
    bench.fitting({ rough: 0.14 }),
  )
  const coinText: Field = (x, y, z) => max(ellipsoid(x - 0.06, y + 0.42, 0, 0.2, 0.29, 1), abs(z - 0.47) - 0.028) - 0.012
  bench.add('coin', coinText, [0.06, -0.42, 0.47, 0.33], bench.fitting({ rough: 0.18 }))
  bench.add(
    'square',
    (x, y, z) => max(abs(max(abs(x - 0.06), abs(y + 0.42)) - 0.06) - 0.016, abs(z - 0.505) - 0.02),
    [0.06, -0.42, 0.505, 0.12],
    isCast(bench) ? bench.body() : red,
  )
  const foot = disc(0, -0.88, 0, 0.56, 0.05, 0.03)
  bench.add('base', (x, y, z) => foot(x, y, z - 0.02), [0, -0.88, 0.02, 0.58], isCast(bench) ? bench.fitting() : red)
  bench.add(
    'toes',
    (x, y, z) => length3(abs(abs(x) - 0.3) - 0.05, y + 0.76, z - 0.45) - 0.02,
    [0, -0.76, 0.45, 0.4],
    plain(rgb('#4a3a36'), { rough: 0.4 }),
  )
  return { yaw: 0.2, pitch: 0.08, half: 1.12, aimX: -0.02, aimY: 0.02, stands: -0.93 }
}

export const cat: Kind = {
  forms: ['sitting', 'curled', 'lucky'],
  build: (bench) => (bench.form === 'curled' ? curled(bench) : bench.form === 'lucky' ? lucky(bench) : sitting(bench)),
}
