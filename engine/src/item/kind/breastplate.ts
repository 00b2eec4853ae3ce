import { PI, smooth } from '../../math/dmath.ts'
import { mirrorX, place, smoothMax, smoothMin } from '../../solid/field/combine.ts'
import { brilliantCut } from '../../solid/field/facets.ts'
import type { Field } from '../../solid/field/field.ts'
import { once } from '../../solid/field/once.ts'
import { box, ellipsoid, length2, length3 } from '../../solid/field/shapes.ts'
import { sweep } from '../../solid/field/sweep.ts'
import { engraving } from '../../solid/material/engraving.ts'
import { overlaid } from '../../solid/material/overlay.ts'
import { rgb } from '../../solid/palette.ts'
import type { Bench } from '../bench.ts'
import type { Kind } from '../kind.ts'
import { lap } from '../shape/lap.ts'

const { abs, floor, max, min } = Math

/** The torso the plates are shaped on, without openings. */
const torso =
  (muscles: boolean, keel: number): Field =>
  (x, y, z) => {
    const ax = abs(x)
    let d = ellipsoid(x, y - 0.18, z, 0.6, 0.74, 0.4)
    d = smoothMin(d, ellipsoid(x, y + 0.5, z, 0.46, 0.5, 0.34), 0.3)
    d = smoothMin(d, ellipsoid(ax - 0.4, y - 0.46, z, 0.26, 0.24, 0.26), 0.16)
    if (!muscles) return smoothMin(d, ellipsoid(x, y - 0.02, z - 0.3, 0.07, 0.56, keel), 0.16)
    d = smoothMin(d, ellipsoid(ax - 0.23, y - 0.3, z - 0.3, 0.25, 0.2, 0.14), 0.06)
    const row = min(max(floor((y + 0.06) / 0.2 + 0.5) * 0.2 - 0.06, -0.46), -0.06)
    return smoothMin(d, ellipsoid(ax - 0.12, y - row, z - 0.27, 0.13, 0.12, 0.1), 0.1)
  }

/** Holes for neck, arms and waist; the shell of a torso is what they leave. */
const openings: Field = once((x, y, z) => {
  const ax = abs(x)
  const neck = ellipsoid(x, y - 0.88, z - 0.04, 0.27, 0.3, 0.5)
  const arm = ellipsoid(ax - 0.72, y - 0.36, z, 0.24, 0.33, 0.4)
  return min(neck, arm, y + 0.66)
})

function trims(bench: Bench, solid: Field): void {
  bench.add(
    'edges',
    (x, y, z) => {
      const near = length2(solid(x, y, z), openings(x, y, z)) - 0.036
      return max(near, -y - 0.75) * 0.9
    },
    [0, 0.08, 0, 0.98],
    bench.fitting({ rough: 0.18 }),
  )
}

/** Hoops over the belly and hips, each lapping over the next. */
const fauld =
  (solid: Field): Field =>
  (x, y, z) => {
    const row = min(max(floor((y + 0.62) / 0.13 + 0.5), -1), 0)
    const at = -0.64 + row * 0.13
    const flare = 0.02 - (y - at) * 0.34 - row * 0.035
    return max(abs(solid(x, min(max(y, -0.5), -0.5), z) - flare) - 0.018, abs(y - at) - 0.08) * 0.86
  }

/** Shoulder plates: lames bent over a ball. */
const pauldron: Field = (x, y, z) => {
  const lame = (k: number) => {
    const shell = ellipsoid(x - 0.6 - k * 0.05, y - 0.5 + k * 0.1, z, 0.29 - k * 0.015, 0.25, 0.31 - k * 0.02)
    return max(abs(shell) - 0.02, 0.42 - k * 0.14 - y, 0.3 + k * 0.1 - x)
  }
  return min(lame(0), lame(1), lame(2)) * 0.95
}

export const breastplate: Kind = {
  forms: ['knight', 'muscle', 'laced'],
  build(bench) {
    const muscle = bench.form === 'muscle'
    const solid = once(torso(muscle, bench.random.range(0.1, 0.18)))
    const shell: Field = (x, y, z) => smoothMax(smoothMax(solid(x, y, z), -solid(x, y, z) - 0.06, 0.01), -openings(x, y, z), 0.015) * 0.92
    const plate = bench.body(muscle ? { hammer: 0.03, rough: 0.28 } : { hammer: 0.04, rough: 0.2 }, muscle ? rgb('#c39a58') : bench.main)
    const decked = bench.has('ornate') || (bench.form === 'knight' && bench.random.next() > 0.5)
    const band = engraving(5, (s) => (s.z > 0 && (abs(abs(s.x) - 0.26 - s.y * 0.12) < 0.06 || abs(s.y - 0.5) < 0.07) ? 1 : 0))
    const steel = decked ? overlaid(plate, [band]) : plate
    const etched = bench.inscribed(steel, (s, at) => {
      at.u = (s.y - 0.42) * 9
      at.v = s.x * 9
      return s.z > 0 && at.u > 0 && at.u < 1 && abs(s.x) < 0.42
    })
    if (bench.form === 'laced') laced(bench, solid)
    else bench.add('shell', shell, [0, 0.06, 0, 0.96], etched)
    trims(bench, solid)
    if (bench.form === 'knight') {
      bench.add('fauld', fauld(solid), [0, -0.68, 0, 0.62], plate)
      bench.add('shoulders', mirrorX(pauldron), [0, 0.45, 0, 1.04], plate)
    }
    if (muscle) {
      const tabs: Field = (x, y, z) => {
        const step = 0.17
        const column = min(max(floor(x / step + 0.5), -2), 2)
        const u = x - column * step
        const front = abs(z) - 0.32 + column * column * 0.022
        return max(box(u, y + 0.83, front, 0.068, 0.17, 0.02, 0.018), -9)
      }
      bench.add('tabs', tabs, [0, -0.83, 0, 0.62], bench.hide(bench.coloured ? bench.fabric : rgb('#7a3a22')))
      bench.add(
        'studs',
        (x, y, z) => {
          const column = min(max(floor(x / 0.17 + 0.5), -2), 2)
          return length3(x - column * 0.17, abs(y + 0.87) - 0.07, abs(z) - 0.345 + column * column * 0.022) - 0.025
        },
        [0, -0.87, 0, 0.56],
        bench.fitting(),
      )
    }
    straps(bench)
    // the stone sits on the plate, however far that stands out
    let chest = 0.3
    while (solid(0, 0.5, chest) < 0.01) chest += 0.01
    if (bench.form !== 'laced') bench.addGem(brilliantCut(0, 0.5, chest, 0.07, 0.07, 8, 'z'), [0, 0.5, chest, 0.11])
    return {
      yaw: PI * 0.13,
      pitch: 0.06,
      half: 1.1,
      aimY: muscle ? -0.08 : 0.02,
      stands: muscle ? -1.0 : bench.form === 'laced' ? -0.7 : -0.85,
    }
  },
}

function straps(bench: Bench): void {
  const strap = sweep([
    [0.52, -0.1, 0.26, 0.03],
    [0.6, -0.12, 0.1, 0.034],
    [0.6, -0.12, -0.1, 0.034],
    [0.52, -0.1, -0.26, 0.03],
  ])
  bench.add('straps', mirrorX(strap), [0, -0.1, 0, 0.7], bench.hide(rgb('#4a2a1c')))
  bench.add(
    'buckles',
    mirrorX(place((x, y, z) => max(abs(box(x, y, z, 0.05, 0.06, 0.05, 0.02)) - 0.012, abs(x) - 0.024), 0.6, -0.12, 0.06, 0, 0.3, 0)),
    [0, -0.12, 0.06, 0.72],
    bench.fitting(),
  )
}

/** Small plates in rows, held by cords, over a padded coat. */
function laced(bench: Bench, solid: Field): void {
  const cut: Field = (x, y, z) =>
    smoothMax(smoothMax(solid(x, y, z) + 0.02, -solid(x, y, z) - 0.07, 0.01), -openings(x, y, z), 0.015) * 0.92
  bench.add('coat', cut, [0, 0.06, 0, 0.96], bench.hide(rgb('#3a2a22')))
  const scales: Field = (x, y, z) => {
    const row = floor(y / 0.15)
    const wide = 9.5
    const u = x * wide + (row % 2 === 0 ? 0.5 : 0)
    const side = abs(u - floor(u) - 0.5)
    return (
      max(
        max(solid(x, y, z) - 0.006 - 0.03 * lap(-y / 0.15) + 0.03 * smooth(0.4, 0.5, side), -solid(x, y, z) - 0.02),
        0.045 - openings(x, y, z),
      ) * 0.8
    )
  }
  bench.add('scales', scales, [0, 0.06, 0, 0.98], bench.body({ rough: 0.34, hammer: 0.03 }, rgb('#7d828c')))
  const cords: Field = (x, y, z) => {
    const q = y / 0.15 - 0.72
    const row = q - floor(q + 0.5)
    const u = x * 9.5 - floor(x * 9.5) - 0.5
    const spot = length3(max(0, abs(u) - 0.2) / 9.5, row * 0.15, solid(x, y, z) - 0.02) - 0.017
    return max(spot, 0.05 - openings(x, y, z)) * 0.9
  }
  bench.add('cords', cords, [0, 0.06, 0, 0.96], bench.hide(bench.fabric))
  const shoulders = bench.inscribed(bench.body({ rough: 0.34, hammer: 0.06 }, rgb('#7d828c')), (s, at) => {
    at.u = (s.y - 0.5) * 9
    at.v = s.z * 9
    return at.u > 0 && at.u < 1 && abs(s.x) > 0.5
  })
  bench.add('shoulders', mirrorX(pauldron), [0, 0.45, 0, 1.04], shoulders)
}
