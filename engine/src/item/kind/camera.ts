import { atan2, cos } from '../../math/dmath.ts'
import { fbm3 } from '../../math/lattice.ts'
import type { Field } from '../../solid/field/field.ts'
import { box, capsule, length2, length3 } from '../../solid/field/shapes.ts'
import { every, groove } from '../../solid/field/solids.ts'
import { sweep } from '../../solid/field/sweep.ts'
import { finish, glow, plain } from '../../solid/material/plain.ts'
import { rgb } from '../../solid/palette.ts'
import { emit, paint } from '../../solid/render/surface.ts'
import type { Bench } from '../bench.ts'
import type { Kind, Pose } from '../kind.ts'

const { abs, max, min } = Math

const BLACK = rgb('#16171a')
const black = plain(BLACK, { rough: 0.4 })

/** A lens seen from the front: rings of coated glass. */
const lensGlass = (bench: Bench, x0: number, y0: number, r: number) =>
  finish(rgb('#101830'), (s) => {
    const d = length2(s.x - x0, s.y - y0) / r
    paint(s, [0.01, 0.012, 0.03])
    if (d < 0.82 && d > 0.74) paint(s, [0.05, 0.05, 0.07])
    emit(s, bench.glowing ? bench.accent : [0.12, 0.05, 0.22], bench.glowing ? 1.4 * max(0, 1 - d) : 0.5 * max(0, 1 - abs(d - 0.45) * 4))
    emit(s, [0.05, 0.16, 0.2], 0.5 * max(0, 1 - length2((s.x - x0) / r + 0.3, (s.y - y0) / r - 0.35) * 3))
    s.rough = 0.03
    s.coat = 1
    s.specular = 0.1
  })

/** A rangefinder of metal and leather with a strap. */
function film(bench: Bench): Pose {
  const chrome = bench.named || bench.whole ? bench.body({ rough: 0.22 }) : bench.body({ rough: 0.26, brush: 0.004 }, rgb('#cfd3d8'))
  const leather = bench.hide(bench.coloured ? bench.fabric : bench.random.chance(0.5) ? rgb('#26211f') : rgb('#6b3a1e'))
  const outline = (x: number, z: number, a: number, b: number) => length2(max(abs(x) - a + b, 0), z) - b
  const plate =
    (y0: number, half: number): Field =>
    (x, y, z) =>
      max(outline(x, z, 0.9, 0.22), abs(y - y0) - half) - 0.012
  bench.add('body', (x, y, z) => max(outline(x, z, 0.895, 0.215), abs(y + 0.1) - 0.36), [0, -0.1, 0, 0.98], leather)
  const top = plate(0.32, 0.09)
  const bottom = plate(-0.47, 0.04)
  bench.add(
    'plates',
    (x, y, z) => min(top(x, y, z), bottom(x, y, z), box(x, y - 0.45, z, 0.36, 0.07, 0.16, 0.03)),
    [0, -0.02, 0, 1.08],
    chrome,
  )
  const barrel: Field = (x, y, z) => {
    const r = length2(x - 0.06, y + 0.1)
    const a = atan2(y + 0.1, x - 0.06)
    const outer = max(r - 0.4, abs(z - 0.26) - 0.08) - 0.01
    const middle = max(r - 0.35 + 0.01 * cos(a * 40) * (z > 0.4 && z < 0.54 ? 1 : 0), abs(z - 0.44) - 0.14)
    const front = max(abs(r - 0.28) - 0.045, abs(z - 0.62) - 0.06)
    return min(outer, middle * 0.7, front)
  }
  bench.add('lens', barrel, [0.06, -0.1, 0.42, 0.52], chrome)
  bench.add('inner', (x, y, z) => max(length2(x - 0.06, y + 0.1) - 0.25, abs(z - 0.58) - 0.03), [0.06, -0.1, 0.58, 0.27], black)
  bench.add(
    'glass',
    (x, y, z) => max(length3(x - 0.06, y + 0.1, z - 0.36) - 0.31, 0.58 - z),
    [0.06, -0.1, 0.6, 0.26],
    lensGlass(bench, 0.06, -0.1, 0.22),
  )
  bench.add(
    'windows',
    (x, y, z) =>
      min(
        box(x - 0.46, y - 0.33, z - 0.22, 0.1, 0.05, 0.03, 0.015),
        box(x + 0.12, y - 0.44, z - 0.16, 0.12, 0.05, 0.02, 0.015),
        box(x + 0.52, y - 0.33, z - 0.22, 0.06, 0.04, 0.03, 0.015),
      ),
    [0, 0.38, 0.2, 0.66],
    finish(BLACK, (s) => {
      paint(s, [0.02, 0.03, 0.05])
      s.rough = 0.04
      s.coat = 1
    }),
  )
  const dial =
    (x0: number, r: number, tall: number): Field =>
    (x, y, z) => {
      const along = length2(x - x0, z)
      return max((along - r + 0.008 * cos(atan2(z, x - x0) * 22)) * 0.75, abs(y - 0.42 - tall / 2) - tall / 2 - 0.03)
    }
  const dials = [dial(0.66, 0.12, 0.06), dial(-0.66, 0.14, 0.05), dial(0.44, 0.06, 0.03)]
  bench.add(
    'dials',
    (x, y, z) => min(dials[0]!(x, y, z), dials[1]!(x, y, z), dials[2]!(x, y, z)),
    [0, 0.45, 0, 0.84],
    bench.fitting({ rough: 0.24 }),
  )
  bench.add('lugs', (x, y, z) => length2(length2(abs(x) - 0.95, y - 0.26) - 0.045, z) - 0.016, [0, 0.26, 0, 1.02], bench.fitting())
  const strap = sweep([
    [0.96, 0.24, 0, 0.03],
    [1.06, 0.0, 0.06, 0.035],
    [1.0, -0.36, 0.22, 0.035],
    [0.78, -0.5, 0.5, 0.035],
    [0.34, -0.52, 0.72, 0.035],
    [-0.14, -0.52, 0.74, 0.03],
  ])
  bench.add('strap', (x, y, z) => strap(x, y, z), [0.46, -0.2, 0.34, 0.86], leather)
  bench.add(
    'timer',
    (x, y, z) => min(capsule(x, y, z, -0.6, 0.02, 0.23, -0.6, -0.2, 0.24, 0.035, 0.025), length3(x + 0.6, y - 0.02, z - 0.24) - 0.055),
    [-0.6, -0.08, 0.24, 0.2],
    bench.fitting(),
  )
  return { yaw: 0.42, pitch: 0.18, half: 1.12, aimX: 0.04, aimY: 0, stands: -0.53 }
}

/** A folding plate camera on its legs. */
function bellows(bench: Bench): Pose {
  const timber = bench.named || bench.whole ? bench.body() : bench.timber('#5a2e14', '#9a5a2a', 'x')
  const legwood = bench.named || bench.whole ? timber : bench.timber('#5a3016', '#8f5628')
  const hide = bench.hide(bench.coloured ? bench.fabric : rgb('#5c1a1a'))
  bench.add(
    'back',
    (x, y, z) => box(x, y - 0.46, z + 0.3, 0.42, 0.42, 0.1, 0.02) + groove(box(x, y - 0.46, 0, 0.34, 0.34, 1, 0.02), 0.014),
    [0, 0.46, -0.3, 0.62],
    timber,
  )
  const folds: Field = (x, y, z) => {
    const t = (z + 0.2) / 0.6
    const half = 0.34 - 0.12 * t
    const zig = abs(every(z, 0.085)) * 0.62
    return max((max(abs(x), abs(y - 0.46)) - half - 0.03 + zig) * 0.78, abs(z - 0.1) - 0.31)
  }
  bench.add('bellows', folds, [0, 0.46, 0.1, 0.6], hide)
  bench.add('front', (x, y, z) => box(x, y - 0.46, z - 0.44, 0.28, 0.28, 0.04, 0.015), [0, 0.46, 0.44, 0.4], timber)
  bench.add('bed', (x, y, z) => box(x, y - 0.02, z - 0.06, 0.34, 0.035, 0.48, 0.012), [0, 0.02, 0.06, 0.6], timber)
  bench.add(
    'rails',
    (x, y, z) =>
      min(
        box(abs(x) - 0.24, y - 0.07, z - 0.06, 0.03, 0.02, 0.46, 0.008),
        box(abs(x) - 0.29, y - 0.3, z - 0.44, 0.014, 0.22, 0.03, 0.008),
        box(abs(x) - 0.43, y - 0.46, z + 0.3, 0.014, 0.1, 0.06, 0.008),
      ),
    [0, 0.26, 0.06, 0.76],
    bench.fitting({ rough: 0.18 }),
  )
  bench.add(
    'barrel',
    (x, y, z) => {
      const r = length2(x, y - 0.46)
      return (
        min(max(r - 0.17, abs(z - 0.54) - 0.08), max(abs(r - 0.15) - 0.03, abs(z - 0.66) - 0.07), max(r - 0.2, abs(z - 0.5) - 0.02)) - 0.008
      )
    },
    [0, 0.46, 0.58, 0.28],
    bench.fitting({ rough: 0.14 }),
  )
  bench.add(
    'glass',
    (x, y, z) => max(length3(x, y - 0.46, z - 0.46) - 0.2, 0.58 - z, length2(x, y - 0.46) - 0.125),
    [0, 0.46, 0.62, 0.16],
    lensGlass(bench, 0, 0.46, 0.12),
  )
  const leg =
    (ax: number, az: number): Field =>
    (x, y, z) =>
      min(
        capsule(x, y, z, ax * 0.14, -0.06, az * 0.14, ax * 0.36, -0.5, az * 0.36, 0.045, 0.04),
        capsule(x, y, z, ax * 0.34, -0.46, az * 0.34, ax * 0.58, -1.04, az * 0.58, 0.032, 0.024),
      )
  const legs = [leg(1, 0.7), leg(-1, 0.7), leg(0, -1.1)]
  bench.add('legs', (x, y, z) => min(legs[0]!(x, y, z), legs[1]!(x, y, z), legs[2]!(x, y, z)), [0, -0.56, -0.06, 0.86], legwood)
  bench.add(
    'joints',
    (x, y, z) =>
      min(
        length3(abs(x) - 0.35, y + 0.48, z - 0.245),
        length3(x, y + 0.48, z + 0.385),
        length3(abs(x) - 0.58, y + 1.05, z - 0.4) + 0.02,
        length3(x, y + 1.05, z + 0.64) + 0.02,
      ) - 0.058,
    [0, -0.74, -0.06, 0.86],
    bench.fitting(),
  )
  bench.add(
    'head',
    (x, y, z) => max(length2(x, z) - 0.2, abs(y + 0.05) - 0.05) - 0.012,
    [0, -0.05, 0, 0.25],
    bench.fitting({ rough: 0.24 }),
  )
  const pan: Field = (x, y, z) =>
    min(box(x - 0.56, y - 0.98, z + 0.2, 0.2, 0.03, 0.11, 0.02), capsule(x, y, z, 0.46, 0.7, -0.26, 0.5, 0.96, -0.22, 0.022, 0.022))
  bench.add('flash', pan, [0.52, 0.86, -0.22, 0.3], bench.fitting({ rough: 0.3 }))
  if (bench.glowing)
    bench.add(
      'powder',
      (x, y, z) => length3((x - 0.56) * 0.6, y - 1.04 - 0.05 * fbm3(x * 9, y * 9, z * 9, 2), (z + 0.2) * 0.9) - 0.09,
      [0.56, 1.04, -0.2, 0.2],
      glow(bench.accent, 3),
    )
  return { yaw: 0.55, pitch: 0.1, half: 1.2, aimX: 0.04, aimY: 0, stands: -1.08 }
}

export const camera: Kind = {
  forms: ['film', 'bellows'],
  round: true,
  build: (bench) => (bench.form === 'bellows' ? bellows(bench) : film(bench)),
}
