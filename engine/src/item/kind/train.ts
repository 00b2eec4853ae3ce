import { cos } from '../../math/dmath.ts'
import type { Field } from '../../solid/field/field.ts'
import { lathe } from '../../solid/field/outline.ts'
import { box, capsule, ellipsoid, length2, length3 } from '../../solid/field/shapes.ts'
import { ball, blend, every, groove, oval } from '../../solid/field/solids.ts'
import { finish, glow, plain } from '../../solid/material/plain.ts'
import { rgb } from '../../solid/palette.ts'
import { paint } from '../../solid/render/surface.ts'
import type { Bench } from '../bench.ts'
import type { Kind, Pose } from '../kind.ts'
import { spokes } from '../shape/wheel.ts'

const { abs, max, min } = Math

const BLACK = rgb('#1d1f23')
const pane = finish(rgb('#18222e'), (s) => {
  paint(s, rgb('#1c2a3a'))
  s.rough = 0.05
  s.coat = 1
})

/** Rails on sleepers along x, from −`long` to `long`, the rail's head at y0. */
function track(bench: Bench, y0: number, long: number): void {
  bench.add(
    'sleepers',
    (x, y, z) => max(box(every(x, 0.22), y - y0 + 0.1, z, 0.06, 0.04, 0.52, 0.012), abs(x) - long),
    [0, y0 - 0.1, 0, long + 0.2],
    bench.timber('#3f2a18', '#6b4a2c', 'x'),
  )
  bench.add(
    'rails',
    (x, y, z) =>
      max(
        min(box(x, y - y0 + 0.012, abs(z) - 0.34, 9, 0.016, 0.024, 0.01), box(x, y - y0 + 0.04, abs(z) - 0.34, 9, 0.03, 0.012, 0.004)),
        abs(x) - long,
      ),
    [0, y0 - 0.03, 0, long + 0.06],
    bench.fitting({ rough: 0.3 }),
  )
}

/** Driving wheels at the places given along x, standing on the rail. */
function drivers(bench: Bench, places: readonly number[], y0: number, r: number, z0: number): void {
  const spoke = spokes(10, 0, r * 0.86, r * 0.06)
  const wheel: Field = (x, y, z) => {
    const along = length2(x, y)
    const tyre = length2(max(abs(along - r * 0.9) - r * 0.07, 0), max(abs(z) - 0.03, 0)) - 0.014
    const hub = max(along - r * 0.2, abs(z) - 0.05)
    const weight = max(along - r * 0.82, -y - r * 0.42, abs(z) - 0.022)
    return min(tyre, hub, spoke(x, y, z), max(weight, y + r * 0.42))
  }
  const at: Field = (x, y, z) => {
    let d = 9
    for (const px of places) if (abs(x - px) < r + 0.3) d = min(d, wheel(x - px, y - y0 - r, abs(z) - z0))
    return d > 8 ? 0.3 : d
  }
  const first = places[0]!
  const last = places[places.length - 1]!
  bench.add(
    'wheels',
    at,
    [(first + last) / 2, y0 + r, 0, length3((last - first) / 2 + r, 0, z0 + 0.1)],
    bench.named || bench.whole ? bench.body({ rough: 0.3 }) : plain(bench.fabric, { rough: 0.3, coat: 0.7 }),
  )
}

function steam(bench: Bench): Pose {
  const enamel =
    bench.named || bench.whole || bench.has('rusty')
      ? bench.body({ rough: 0.26 })
      : plain(bench.coloured ? bench.fabric : BLACK, { rough: 0.25, coat: 0.9 })
  const painted = bench.named || bench.whole ? bench.body({ rough: 0.26 }) : plain(bench.fabric, { rough: 0.25, coat: 0.9 })
  const brass = bench.fitting({ rough: 0.16 })
  track(bench, -0.8, 1.14)
  const boiler: Field = (x, y, z) => max(length2(y - 0.04, z) - 0.3, abs(x - 0.24) - 0.64) - 0.01
  bench.add('boiler', boiler, [0.24, 0.04, 0, 0.74], enamel)
  bench.add(
    'smokebox',
    (x, y, z) => min(max(length2(y - 0.04, z) - 0.32, abs(x - 0.86) - 0.1) - 0.012, ellipsoid(x - 0.96, y - 0.04, z, 0.06, 0.27, 0.27)),
    [0.88, 0.04, 0, 0.38],
    plain(BLACK, { rough: 0.45 }),
  )
  bench.add(
    'bands',
    (x, y, z) => max(abs(length2(y - 0.04, z) - 0.31) - 0.014, abs(every(x - 0.04, 0.32)) - 0.018, abs(x - 0.24) - 0.52),
    [0.2, 0.04, 0, 0.66],
    brass,
  )
  bench.add(
    'front',
    (x, y, z) =>
      min(
        length2(length2(y - 0.04, z) - 0.27, x - 0.965) - 0.018,
        length3(x - 1.03, y - 0.04, z) - 0.035,
        box(x - 1.0, y - 0.04, z, 0.016, 0.2, 0.018, 0.01),
      ),
    [0.99, 0.04, 0, 0.31],
    brass,
  )
  const chimney = lathe(
    [
      [0, 0.3],
      [0.12, 0.3],
      [0.09, 0.38],
      [0.085, 0.5],
      [0.15, 0.72],
      [0.17, 0.78],
      [0.12, 0.8],
      [0, 0.8],
    ],
    2,
  )
  bench.add('chimney', (x, y, z) => chimney(x - 0.8, y, z), [0.8, 0.55, 0, 0.32], plain(BLACK, { rough: 0.4 }))
  bench.add('crown', (x, y, z) => length2(length2(x - 0.8, z) - 0.155, y - 0.77) - 0.03, [0.8, 0.77, 0, 0.2], brass)
  const domes = blend(
    0.04,
    oval(0.36, 0.34, 0, 0.13, 0.17, 0.13),
    oval(0.36, 0.3, 0, 0.16, 0.05, 0.16),
    oval(0.04, 0.34, 0, 0.1, 0.13, 0.1),
  )
  bench.add('domes', domes, [0.24, 0.36, 0, 0.37], brass)
  const cab: Field = (x, y, z) => {
    const d = box(x + 0.62, y - 0.1, z, 0.26, 0.42, 0.38, 0.02)
    const window = box(x + 0.56, y - 0.28, z, 0.12, 0.13, 1, 0.03)
    const back = box(x + 0.82, y - 0.24, z, 0.16, 0.24, 0.32, 0.02)
    return max(d, -window, -back)
  }
  bench.add('cab', cab, [-0.62, 0.1, 0, 0.64], painted)
  bench.add(
    'roof',
    (x, y, z) => max(abs(length2(y + 0.22, z * 0.98) - 0.76) - 0.025, abs(x + 0.64) - 0.34, 0.42 - y),
    [-0.64, 0.48, 0, 0.56],
    plain(BLACK, { rough: 0.5 }),
  )
  bench.add(
    'frames',
    (x, y, z) =>
      max(box(x + 0.56, y - 0.28, abs(z) - 0.385, 0.145, 0.155, 0.012, 0.01), -box(x + 0.56, y - 0.28, 0, 0.115, 0.125, 1, 0.02)),
    [-0.56, 0.28, 0, 0.46],
    brass,
  )
  bench.add('glass', (x, y, z) => box(x + 0.56, y - 0.28, abs(z) - 0.375, 0.12, 0.13, 0.012, 0.01), [-0.56, 0.28, 0, 0.44], pane)
  bench.add(
    'running board',
    (x, y, z) => min(box(x - 0.1, y + 0.3, z, 0.92, 0.025, 0.42, 0.01), box(x - 0.1, y + 0.4, z, 0.9, 0.08, 0.2, 0.02)),
    [0.1, -0.34, 0, 1.02],
    painted,
  )
  drivers(bench, [-0.5, -0.04, 0.42], -0.8, 0.21, 0.36)
  const small: Field = (x, y, z) => {
    const d = length2(x - 0.82, y + 0.68)
    return max(d - 0.12, abs(abs(z) - 0.36) - 0.03) - 0.01
  }
  bench.add('leading wheels', small, [0.82, -0.68, 0, 0.44], plain(BLACK, { rough: 0.4 }))
  const rods: Field = (x, y, z) =>
    min(
      box(x + 0.04, y + 0.66, abs(z) - 0.43, 0.5, 0.024, 0.014, 0.01),
      capsule(x, y, abs(z), -0.04, -0.66, 0.45, 0.62, -0.5, 0.45, 0.02, 0.02),
      length3(x + 0.5, y + 0.66, abs(z) - 0.44) - 0.035,
      length3(x + 0.04, y + 0.66, abs(z) - 0.45) - 0.04,
      length3(x - 0.42, y + 0.66, abs(z) - 0.44) - 0.035,
    )
  bench.add('rods', rods, [0.05, -0.6, 0, 0.78], bench.fitting({ rough: 0.14 }))
  bench.add(
    'cylinders',
    (x, y, z) => max(length2(y + 0.48, abs(z) - 0.4) - 0.1, abs(x - 0.74) - 0.14) - 0.012,
    [0.74, -0.48, 0, 0.56],
    painted,
  )
  const cow: Field = (x, y, z) => {
    const t = (-0.36 - y) / 0.34
    const reach = 0.98 + 0.2 * t - abs(z) * 0.62
    const d = max((abs(x - reach) - 0.03) * 0.75, abs(y + 0.56) - 0.19, abs(z) - 0.36)
    return d + 0.35 * groove(every(z, 0.09), 0.024)
  }
  bench.add('pilot', cow, [0.98, -0.56, 0, 0.46], bench.named || bench.whole ? bench.body() : plain(rgb('#a32020'), { rough: 0.4 }))
  bench.add(
    'beam',
    (x, y, z) => box(x - 0.96, y + 0.36, z, 0.05, 0.06, 0.42, 0.015),
    [0.96, -0.36, 0, 0.45],
    bench.named || bench.whole ? bench.body() : plain(rgb('#a32020'), { rough: 0.4 }),
  )
  bench.add('lamp', (x, y, z) => box(x - 0.94, y - 0.46, z, 0.07, 0.1, 0.09, 0.02), [0.94, 0.46, 0, 0.17], brass)
  const light = bench.glowing ? bench.accent : rgb('#ffe2a0')
  bench.add('lens', ball(1.0, 0.46, 0, 0.07), [1.0, 0.46, 0, 0.08], glow(light, bench.glowing ? 2.6 : 1.1))
  bench.add(
    'whistle',
    (x, y, z) =>
      min(capsule(x, y, z, -0.2, 0.3, 0, -0.2, 0.5, 0, 0.016, 0.016), capsule(x, y, z, -0.2, 0.5, 0, -0.2, 0.58, 0, 0.032, 0.028)),
    [-0.2, 0.45, 0, 0.18],
    brass,
  )
  return { yaw: 0.72, pitch: 0.18, half: 1.22, aimY: -0.12, stands: -0.95 }
}

/** The front car of a fast train. */
function express(bench: Bench): Pose {
  const accent = bench.fabric
  track(bench, -0.62, 1.14)
  const shell: Field = (x, y, z) => {
    const t = max(0, x - 0.2) / 0.92
    const drop = 0.52 * t * t
    const narrow = 0.16 * t * t
    const d = box(x + 0.04, y + 0.06 + drop * 0.5, z, 1.12, max(0.12, 0.44 - drop * 0.5), 0.42 - narrow, 0.13)
    return max(d, length3((x + 0.5) * 0.62, (y + 0.4) * 0.9, z * 0.9) - 1.02) * 0.8
  }
  const skin =
    bench.named || bench.whole || bench.has('rusty')
      ? bench.body({ rough: 0.22 })
      : finish(rgb('#eef0f2'), (s) => {
          paint(s, rgb('#eef0f2'))
          const t = max(0, s.x - 0.1)
          if (abs(s.y + 0.22 + t * 0.16) < 0.05) paint(s, accent)
          if (abs(s.y + 0.31 + t * 0.16) < 0.014) paint(s, accent)
          if (s.y < -0.42) paint(s, [0.1, 0.11, 0.12])
          s.rough = 0.16
          s.coat = 1
        })
  bench.add(
    'shell',
    (x, y, z) => shell(x, y, z) + (abs(z) > 0.36 && y > -0.4 ? groove(abs(x + 0.78) - 0.11, 0.01) : 0),
    [-0.04, -0.1, 0, 1.26],
    skin,
  )
  bench.add(
    'windows',
    (x, y, z) => max(shell(x, y, z) - 0.008, box(every(x + 0.1, 0.27), y - 0.08, 0, 0.095, 0.09, 9, 0.03), abs(x + 0.18) - 0.42),
    [-0.18, 0.08, 0, 0.62],
    pane,
  )
  bench.add(
    'windscreen',
    (x, y, z) => max(shell(x, y, z) - 0.01, abs(z) - 0.24 + 0.2 * max(0, x - 0.6), abs(x - 0.62) - 0.14, 0.02 - y),
    [0.62, 0.12, 0, 0.36],
    pane,
  )
  const light = bench.glowing ? bench.accent : rgb('#fff4d8')
  bench.add(
    'lamps',
    (x, y, z) => max(shell(x, y, z) - 0.012, ellipsoid(x - 0.88, y + 0.24, abs(z) - 0.22, 0.12, 0.035, 0.08)),
    [0.88, -0.24, 0, 0.36],
    glow(light, bench.glowing ? 2.4 : 1.2),
  )
  bench.add(
    'bogies',
    (x, y, z) =>
      min(
        box(abs(x) - 0.62, y + 0.5, z, 0.28, 0.06, 0.34, 0.02),
        max(length2(abs(abs(x) - 0.62) - 0.16, y + 0.52) - 0.11, abs(abs(z) - 0.34) - 0.035),
      ),
    [0, -0.5, 0, 1.02],
    bench.fitting({ rough: 0.36 }),
  )
  bench.add(
    'roof',
    (x, y, z) =>
      min(
        box(x + 0.5, y - 0.4, z, 0.34, 0.035, 0.2, 0.02) + groove(every(x, 0.12), 0.012),
        box(x + 0.02, y - 0.39, z, 0.1, 0.03, 0.14, 0.02),
      ),
    [-0.36, 0.4, 0, 0.56],
    plain(rgb('#7d8288'), { rough: 0.5 }),
  )
  const pantograph = blend(
    0.004,
    (x, y, z) => capsule(x, y, abs(z), -0.5, 0.43, 0.1, -0.3, 0.6, 0.06, 0.014, 0.014),
    (x, y, z) => capsule(x, y, abs(z), -0.3, 0.6, 0.06, -0.52, 0.76, 0.02, 0.013, 0.013),
    (x, y, z) => capsule(x, y, abs(z), -0.52, 0.77, 0, -0.52, 0.75, 0.24, 0.016, 0.012),
  )
  bench.add('pantograph', pantograph, [-0.42, 0.6, 0, 0.32], bench.fitting())
  bench.add(
    'handles',
    (x, y, z) => max(shell(x, y, z) - 0.016, abs(abs(x + 0.78) - 0.13) - 0.012, abs(y + 0.02) - 0.14, 0.3 - abs(z)),
    [-0.78, -0.02, 0, 0.48],
    bench.fitting({ rough: 0.2 }),
  )
  bench.add(
    'coupling',
    (x, y, z) => length2(max(abs(x + 1.17) - 0.03, 0), max(length2(y + 0.36, z) - 0.07, 0)) - 0.012 + 0.002 * cos(x * 90),
    [-1.17, -0.36, 0, 0.13],
    bench.fitting(),
  )
  return { yaw: 0.78, pitch: 0.2, half: 1.14, aimY: -0.12, stands: -0.77 }
}

export const train: Kind = {
  forms: ['steam', 'express'],
  round: true,
  build: (bench) => (bench.form === 'express' ? express(bench) : steam(bench)),
}
