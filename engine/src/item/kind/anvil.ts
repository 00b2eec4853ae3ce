import { atan2, sin, smooth, TAU } from '../../math/dmath.ts'
import { noise3 } from '../../math/lattice.ts'
import { place, smoothMax, smoothMin } from '../../solid/field/combine.ts'
import { brilliantCut } from '../../solid/field/facets.ts'
import type { Field } from '../../solid/field/field.ts'
import { extrude, polygon } from '../../solid/field/outline.ts'
import { box, capsule, length2, length3 } from '../../solid/field/shapes.ts'
import { finish } from '../../solid/material/plain.ts'
import { rgb } from '../../solid/palette.ts'
import { dim, paint, tint } from '../../solid/render/surface.ts'
import type { Bench } from '../bench.ts'
import type { Kind } from '../kind.ts'

const { abs, floor, max, min } = Math

/** Where the foot of the anvil stands on its block, and half the block's height. */
const FOOT = -0.26

/** Waist and feet, seen from the side in (x, y). */
const waist = extrude(
  polygon([
    -0.5,
    FOOT,
    -0.5,
    FOOT + 0.1,
    -0.28,
    FOOT + 0.18,
    -0.2,
    FOOT + 0.3,
    -0.24,
    FOOT + 0.42,
    -0.36,
    FOOT + 0.5,
    0.36,
    FOOT + 0.5,
    0.22,
    FOOT + 0.42,
    0.18,
    FOOT + 0.3,
    0.26,
    FOOT + 0.18,
    0.48,
    FOOT + 0.1,
    0.48,
    FOOT,
  ]),
  0.3,
  0.04,
)

function body(form: string, long: number): Field {
  return (x, y, z) => {
    const top = FOOT + 0.78
    const narrow = 0.3 - 0.11 * smooth(FOOT + 0.1, FOOT + 0.3, y) + 0.05 * smooth(FOOT + 0.34, FOOT + 0.5, y)
    let d = max(waist(x, y, z), abs(z) - narrow) * 0.92
    const face = box(x + 0.04, y - top + 0.16, z, 0.52, 0.16, 0.21, 0.025)
    d = smoothMin(d, face, 0.05)
    // a horn that rises a little to its point, and a square heel
    const t = max(0, x - 0.4)
    const horn = capsule(x, (y - top + 0.16 - t * 0.1) * 1.1, z, 0.36, 0, 0, 0.4 + long, 0, 0, 0.185, 0.02)
    d = smoothMin(d, horn * 0.94, 0.03)
    if (form === 'double')
      d = smoothMin(d, capsule(-x, (y - top + 0.16 - max(0, -x - 0.4) * 0.1) * 1.1, z, 0.4, 0, 0, 0.9, 0, 0, 0.17, 0.03) * 0.94, 0.03)
    else
      d = smoothMin(
        d,
        max(box(x + 0.62, y - top + 0.09, z, 0.3, 0.09, 0.19, 0.02), (y - top + 0.12) * -0.8 - (x + 0.62) * 0.2 - 0.09),
        0.03,
      )
    const step = box(x - 0.42, y - top - 0.02, z, 0.07, 0.08, 0.3, 0.01)
    d = smoothMax(d, -step, 0.015)
    const hardy = max(abs(x + 0.62) - 0.05, abs(z) - 0.05, top - 0.25 - y)
    const pritchel = max(length2(x + 0.46, z - 0.1) - 0.028, top - 0.2 - y)
    return form === 'double' ? d : smoothMax(d, -min(hardy, pritchel), 0.012)
  }
}

/** A sawn log: bark round it, year rings and cracks on top. */
function block(bench: Bench): void {
  const bark = rgb('#4a3524')
  const early = rgb('#c59a66')
  const late = rgb('#8a5f38')
  const log = finish(late, (s) => {
    const r = length2(s.x + 0.06, s.z - 0.04)
    const top = smooth(0.75, 0.92, s.ny) * smooth(0.6, 0.57, r)
    paint(s, bark)
    dim(s, 0.5 + noise3(s.x * 9, s.y * 3, s.z * 9) * 0.9)
    tint(s, early, top)
    const year = r * 22 + noise3(s.x * 4, 1, s.z * 4) * 1.6
    tint(s, late, top * smooth(0.4, 0.9, year - floor(year)) * 0.8)
    const crack = abs(sin(atan2(s.z, s.x) * 2.5 + noise3(s.x * 5, 2, s.z * 5) * 1.4)) * r
    dim(s, 1 - 0.7 * top * smooth(0.014, 0.004, crack))
    s.rough = 0.85
  })
  const bulk: Field = (x, y, z) => {
    const r = length2(x, z)
    if (r > 0.8) return r - 0.66
    const a = atan2(z, x)
    const ridges = 0.018 * sin(a * 17 + y * 3) + 0.016 * noise3(x * 11, y * 3, z * 11)
    return smoothMax(r - 0.56 - 0.05 * smooth(-0.5, -0.98, y) - ridges, abs(y - FOOT + 0.34) - 0.34, 0.03) * 0.8
  }
  bench.add('block', bulk, [0, FOOT - 0.34, 0, 0.76], bench.gilded ? bench.timber() : log)
  bench.add(
    'bands',
    (x, y, z) => max(abs(length2(x, z) - 0.6) - 0.016, abs(y - FOOT + 0.12) - 0.05) - 0.005,
    [0, FOOT - 0.12, 0, 0.63],
    bench.fitting({ hammer: 0.08, rough: 0.36 }),
  )
  bench.add(
    'nails',
    (x, y, z) => {
      const step = TAU / 12
      const a = floor(atan2(z, x) / step + 0.5) * step
      const r = length3(x - 0.62 * sin(a + TAU / 4), y - FOOT + 0.12, z - 0.62 * sin(a)) - 0.026
      return min(r, length3(abs(x) - 0.42, y - FOOT - 0.11, abs(z) - 0.2) - 0.036)
    },
    [0, FOOT - 0.06, 0, 0.68],
    bench.body({ rough: 0.3 }),
  )
}

/** A smith's hammer that lies on the face. */
function smithsHammer(bench: Bench): void {
  const at = (field: Field) => place(field, -0.02, FOOT + 0.86, 0.02, 0, 0.5, 0)
  bench.add(
    'hammer',
    at((x, y, z) => smoothMax(box(x - 0.2, y, z, 0.075, 0.08, 0.18, 0.025), -9, 0.01)),
    [0.14, FOOT + 0.86, -0.08, 0.22],
    bench.body({ rough: 0.26, hammer: 0.04 }, rgb('#6d7179')),
  )
  bench.add(
    'haft',
    at((x, y, z) => max(length2(y, z) - 0.036 - 0.012 * max(0, -x), abs(x + 0.1) - 0.42) - 0.006),
    [-0.1, FOOT + 0.86, 0.07, 0.46],
    bench.timber('#7a5230', '#bd8d58', 'x'),
  )
}

export const anvil: Kind = {
  forms: ['london', 'double'],
  build(bench) {
    const iron = bench.body({ hammer: 0.07, rough: 0.38, brush: 0.002 }, rgb('#5f646d'))
    const field = body(bench.form, bench.random.range(0.48, 0.58))
    bench.add(
      'anvil',
      field,
      [0.03, FOOT + 0.42, 0, 1.06],
      bench.inscribed(iron, (s, at) => {
        at.u = (s.y - FOOT - 0.55) * 8
        at.v = s.x * 8
        return s.z > 0 && at.u > 0 && at.u < 1 && abs(s.x) < 0.42
      }),
    )
    bench.add(
      'face',
      (x, y, z) => box(x + 0.08, y - FOOT - 0.775, z, 0.42, 0.014, 0.2, 0.012),
      [-0.08, FOOT + 0.775, 0, 0.48],
      bench.body({ axis: 'x', brush: 0.012, rough: 0.14 }),
    )
    block(bench)
    if (bench.form === 'london') smithsHammer(bench)
    if (bench.has('ornate')) bench.addGem(brilliantCut(0, FOOT + 0.3, 0.2, 0.09, 0.08, 8, 'z'), [0, FOOT + 0.3, 0.2, 0.13])
    return { yaw: -0.5, pitch: 0.26, half: 1.1, aimX: 0.03, aimY: -0.18, stands: FOOT - 0.68 }
  },
}
