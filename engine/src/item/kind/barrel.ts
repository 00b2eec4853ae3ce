import { atan2, TAU } from '../../math/dmath.ts'
import { place } from '../../solid/field/combine.ts'
import type { Field } from '../../solid/field/field.ts'
import { box, length2, length3 } from '../../solid/field/shapes.ts'
import { blend, disc, every, groove, rod, slab } from '../../solid/field/solids.ts'
import { plain } from '../../solid/material/plain.ts'
import { rgb } from '../../solid/palette.ts'
import type { Bench } from '../bench.ts'
import type { Kind, Pose } from '../kind.ts'

const { abs, floor, max, min } = Math

const STAVES = 18
/** Radius of the bulging side at height y. */
const girth = (y: number) => 0.66 - 0.19 * y * y

/** The side of a cask along y, staves with seams, at radius r. */
function staves(x: number, y: number, z: number, r: number): number {
  const step = TAU / STAVES
  const a = atan2(z, x)
  const seam = (a - floor(a / step) * step - step / 2) * r
  return (r - girth(y)) * 0.94 + groove(abs(abs(seam) - (step * r) / 2), 0.011)
}

/** A cask up to its heads. */
const cask: Field = (x, y, z) => max(staves(x, y, z, length2(x, z)), abs(y) - 0.72) * 0.95 - 0.0057

/** The ends of its staves, which stand out over the heads up to half the height 0.8: parts of their own, as they are thin. */
const chimes: Field = (x, y, z) => {
  const r = length2(x, z)
  return max(max(staves(x, y, z, r), abs(y) - 0.8) - 0.006, girth(y) - 0.07 - r, 0.69 - abs(y)) * 0.95
}

const head: Field = (x, y, z) => max(length2(x, z) - 0.5, abs(abs(y) - 0.715) - 0.025) + groove(every(x - 0.09, 0.18), 0.01)

/** Iron bands at the heights given, each a little proud of the staves. */
const bands =
  (heights: readonly number[], half: number): Field =>
  (x, y, z) => {
    let near = 9
    for (const h of heights) near = min(near, abs(abs(y) - h))
    const skin = (length2(x, z) - girth(y)) * 0.94
    return max(abs(skin - 0.012) - 0.016, near - half)
  }

const rivets: Field = (x, y, z) => {
  const step = TAU / 6
  const a = floor(atan2(z, x) / step + 0.5) * step
  let d = 9
  for (const h of [0.3, 0.66]) {
    const r = girth(h) + 0.025
    const along = length2(x, z)
    d = min(d, length3(along - r, abs(y) - h, every(atan2(z, x) - a, 9) * along) - 0.026)
  }
  return d * 0.9
}

function upright(bench: Bench): Pose {
  const timber = bench.named || bench.whole ? bench.body() : bench.timber('#5c3819', '#96653a')
  const iron = bench.named || bench.whole ? bench.fitting({ hammer: 0.05 }) : bench.body({ hammer: 0.09, rough: 0.4 }, rgb('#6d7178'))
  bench.add('cask', cask, [0, 0, 0, 0.96], timber)
  bench.add('chimes', chimes, [0, 0, 0, 1.02], timber)
  bench.add('heads', head, [0, 0, 0, 0.92], bench.named || bench.whole ? timber : bench.timber('#694222', '#a5723f', 'x'))
  bench.add('bands', bands([0.3, 0.66], 0.05), [0, 0, 0, 1], iron)
  bench.add('rivets', rivets, [0, 0, 0, 1], bench.fitting())
  const bung = disc(0, 0, 0, 0.065, 0.03, 0.015)
  bench.add('bung', place(bung, 0, 0, girth(0) + 0.005, 1.5708), [0, 0, girth(0), 0.09], bench.timber('#3f2611', '#6d4726'))
  const stencil = place((x: number, y: number, z: number) => max(abs(length2(x, z) - 0.2) - 0.018, abs(y) - 0.012), 0, 0.745, 0)
  bench.add('brand', stencil, [0, 0.745, 0, 0.24], plain(rgb('#2b1a10'), { rough: 0.9 }))
  return { yaw: 0.3, pitch: 0.3, half: 1.14, aimY: -0.04, stands: -0.8 }
}

/** Lying on a cradle along z, a tap in its head. */
function keg(bench: Bench): Pose {
  const timber = bench.named || bench.whole ? bench.body() : bench.timber('#6a3f1c', '#a9713f', 'x')
  const cradle = bench.timber('#3f2611', '#71492a', 'x')
  const iron = bench.body({ hammer: 0.07, rough: 0.36 }, rgb('#7b7f86'))
  const lying = (field: Field) => place(field, 0, 0.06, 0, 1.5708)
  bench.add('cask', lying(cask), [0, 0.06, 0, 0.96], timber)
  bench.add('chimes', lying(chimes), [0, 0.06, 0, 1.02], timber)
  bench.add('heads', lying(head), [0, 0.06, 0, 0.92], timber)
  bench.add('bands', lying(bands([0.2, 0.5, 0.7], 0.04)), [0, 0.06, 0, 1], bench.named || bench.whole ? bench.fitting() : iron)
  const beam: Field = (x, y, z) => {
    const d = box(x, y + 0.62, abs(z) - 0.42, 0.6, 0.2, 0.07, 0.02)
    return max(d, 0.64 - length2(x, y - 0.06))
  }
  bench.add('cradle', beam, [0, -0.62, 0, 0.82], cradle)
  bench.add('runners', (x, y, z) => box(abs(x) - 0.4, y + 0.8, z, 0.07, 0.05, 0.62, 0.015), [0, -0.8, 0, 0.8], cradle)
  const tap = blend(
    0.02,
    rod([0, -0.28, 0.68], [0, -0.28, 0.98], 0.042, 0.036),
    rod([0, -0.28, 0.94], [0, -0.4, 0.96], 0.036, 0.03),
    disc(0, -0.2, 0.88, 0.035, 0.08, 0.01),
    slab(0, -0.09, 0.88, 0.11, 0.026, 0.03, 0.02),
  )
  bench.add('tap', tap, [0, -0.24, 0.86, 0.28], bench.fitting({ rough: 0.18 }))
  const drop = bench.has('ornate') ? 0.26 : 0
  if (drop > 0)
    bench.add('badge', (x, y, z) => max(length2(x, y - 0.2) - 0.15, abs(z - 0.75) - 0.025) - 0.01, [0, 0.2, 0.75, 0.2], bench.fitting())
  bench.add('bung', (x, y, z) => max(length2(x, z) - 0.07, abs(y - 0.73) - 0.05) - 0.01, [0, 0.73, 0, 0.11], cradle)
  return { yaw: 0.62, pitch: 0.2, half: 1.16, aimY: -0.06, stands: -0.85 }
}

export const barrel: Kind = {
  forms: ['cask', 'keg'],
  build: (bench) => (bench.form === 'keg' ? keg(bench) : upright(bench)),
}
