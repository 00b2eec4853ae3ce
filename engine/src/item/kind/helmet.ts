import { PI, smooth } from '../../math/dmath.ts'
import { noise3 } from '../../math/lattice.ts'
import { place, smoothMax, smoothMin } from '../../solid/field/combine.ts'
import type { Field } from '../../solid/field/field.ts'
import { box, capsule, ellipsoid, length2, length3 } from '../../solid/field/shapes.ts'
import { every } from '../../solid/field/solids.ts'
import { sweep } from '../../solid/field/sweep.ts'
import { finish, plain } from '../../solid/material/plain.ts'
import { rgb } from '../../solid/palette.ts'
import { bump, paint, tint } from '../../solid/render/surface.ts'
import type { Bench } from '../bench.ts'
import type { Kind, Pose } from '../kind.ts'
import { conical, corinthian, greatHelm, kabuto, kettleHat } from '../shape/helms.ts'

const { abs, floor, max, min } = Math

const HORN = rgb('#e9dcc0')
const HORN_TIP = rgb('#4a382a')
const rings: Field = (x, y, z) => noise3(x * 40, y * 12, z * 12) * 0.08

const horn = finish(HORN, (s) => {
  paint(s, HORN)
  tint(s, HORN_TIP, smooth(0.35, 0.85, s.y))
  s.rough = 0.45
  s.coat = 0.2
  bump(s, 0.05, rings)
})

/** A bowl 0.04 thick, open below, with a face opening in front. */
const shell: Field = (x, y, z) => {
  const outer = ellipsoid(x, y, z, 0.62, 0.68, 0.68)
  let d = max(outer, -(outer + 0.05))
  d = smoothMax(d, -(y + 0.42 + 0.1 * z), 0.02)
  const opening = max(abs(x) - 0.34 - 0.1 * (y + 0.3), y + 0.02, -z)
  return smoothMax(d, -opening, 0.03) * 0.9
}

/** A knight's helmet: a skull that runs down over the neck, and a pointed visor with a slit to see and holes to breathe through. */
function visored(bench: Bench): Pose {
  const steel = bench.body({ hammer: 0.03, rough: 0.2 })
  const skull: Field = (x, y, z) => {
    const dome = ellipsoid(x, y - 0.06, z + 0.05, 0.6, 0.72 + 0.06 * smooth(0.3, 0, abs(x)), 0.68)
    const sides = max(length2(x * 1.08, z + 0.05) - 0.6 - 0.07 * smooth(-0.2, -0.75, y) * (z < 0 ? 1.4 : 1), abs(y + 0.36) - 0.42)
    const outer = smoothMin(dome, sides, 0.08)
    return smoothMax(max(outer, -(outer + 0.06)), -(y + 0.74), 0.02) * 0.85
  }
  bench.add('skull', skull, [0, 0, -0.05, 1.02], steel)
  const snout: Field = (x, y, z) => {
    const keel = 0.34 * smooth(0.42, -0.12, y) * smooth(-0.75, -0.2, y) * smooth(0.42, 0, abs(x))
    const face = ellipsoid(x, y + 0.14, z, 0.63, 0.62, 0.72 + keel)
    const slit = max(abs(y - 0.13 + abs(x) * 0.12) - 0.036, abs(abs(x) - 0.24) - 0.2)
    const holes = max(
      length2(every(x, 0.085), every(y + 0.3 + abs(x) * 0.35, 0.085)) - 0.018,
      abs(y + 0.3 + abs(x) * 0.35) - 0.13,
      abs(abs(x) - 0.24) - 0.13,
    )
    const plate = max(face, -(face + 0.05), -z - 0.1 + abs(x) * 0.1, y - 0.32, -0.62 - y)
    return smoothMax(plate, -min(slit, holes), 0.012) * 0.62
  }
  bench.add('visor', snout, [0, -0.12, 0.3, 0.95], steel)
  const brow: Field = (x, y, z) => max(abs(ellipsoid(x, y + 0.14, z, 0.645, 0.635, 0.75)) - 0.03, abs(y - 0.3) - 0.04, -z - 0.05)
  bench.add('brow', brow, [0, 0.3, 0.25, 0.78], bench.fitting({ rough: 0.2 }))
  const hem: Field = (x, y, z) => length2(length2(x * 1.08, z + 0.05) - 0.655 - (z < 0 ? 0.03 : 0), y + 0.73) - 0.04
  bench.add('hem', hem, [0, -0.73, -0.05, 0.78], bench.fitting({ rough: 0.2 }))
  const comb: Field = (x, y, z) =>
    max(abs(x) - 0.022, abs(ellipsoid(x, y - 0.06, z + 0.05, 0.62, 0.8, 0.72)) - 0.035, -0.15 - y + max(0, z) * 1.2)
  bench.add('comb', comb, [0, 0.2, -0.05, 0.9], bench.fitting({ rough: 0.2 }))
  const pivot: Field = (x, y, z) => length3((abs(x) - 0.63) * 1.6, y - 0.1, z - 0.02) - 0.085
  bench.add('pivots', pivot, [0, 0.1, 0, 0.75], bench.fitting({ rough: 0.15 }))
  if (bench.random.chance(0.55)) {
    const plume = sweep([
      [0, 0.74, -0.1, 0.05],
      [0, 0.98, -0.22, 0.13],
      [0, 1.0, -0.52, 0.17],
      [0, 0.7, -0.86, 0.15],
      [0, 0.28, -0.98, 0.04],
    ])
    const feathers: Field = (x, y, z) => {
      const d = plume(x, y, z)
      return d > 0.12 ? d - 0.02 : (d + 0.03 * noise3(x * 26, y * 7, z * 7) - 0.015) * 0.8
    }
    bench.add(
      'plume',
      feathers,
      [0, 0.66, -0.5, 0.78],
      plain(bench.coloured ? bench.accent : bench.fabric, { rough: 0.9, sheen: 1.3, soften: 0.4 }),
    )
  }
  return { yaw: PI * 0.19, pitch: 0.1, half: 1.16, aimY: 0.1, stands: -0.77 }
}

/** Those that are built unlike a bowl with cheek pieces. */
const HELMS: Record<string, (bench: Bench) => Pose> = { visored, great: greatHelm, kettle: kettleHat, corinthian, conical, kabuto }

export const helmet: Kind = {
  forms: ['horned', 'crested', 'visored', 'great', 'kettle', 'corinthian', 'conical', 'kabuto'],
  rare: ['horned'],
  build(bench) {
    const helm = HELMS[bench.form]
    if (helm) return helm(bench)
    bench.add('shell', shell, [0, 0.05, 0, 0.85], bench.body({ hammer: 0.05 }))
    bench.add(
      'rim',
      (x, y, z) => {
        const surface = abs(ellipsoid(x, y, z, 0.63, 0.69, 0.69)) - 0.035
        return max(surface, abs(y - 0.04) - 0.07)
      },
      [0, 0.04, 0, 0.78],
      bench.fitting({ hammer: 0.03 }),
    )
    bench.add(
      'ridge',
      (x, y, z) => max(abs(ellipsoid(x, y, z, 0.63, 0.69, 0.69)) - 0.04, abs(x) - 0.05, 0.08 - y),
      [0, 0.3, 0, 0.8],
      bench.fitting(),
    )
    bench.add(
      'nasal',
      (x, y, z) => box(x, y + 0.12, z - 0.68 - y * 0.05, 0.065 - y * 0.04, 0.2, 0.025, 0.02),
      [0, -0.12, 0.68, 0.28],
      bench.fitting(),
    )
    bench.add(
      'rivets',
      (x, y, z) => {
        const angle = max(-0.75, min(0.75, floor((x / 0.63) * 4 + 0.5) / 4))
        const px = angle * 0.63
        return length3(x - px, y - 0.04, abs(z) - 0.7 * Math.sqrt(max(0, 1 - angle * angle))) - 0.028
      },
      [0, 0.04, 0, 0.78],
      bench.body(),
    )
    if (bench.form === 'horned') {
      const curve = sweep([
        [0.55, 0.12, 0, 0.15],
        [0.82, 0.2, 0, 0.13],
        [1, 0.46, 0, 0.09],
        [0.98, 0.78, 0, 0.035],
        [0.9, 0.9, 0, 0.008],
      ])
      bench.add('horns', (x, y, z) => curve(abs(x), y, z), [0, 0.45, 0, 1.12], horn)
      bench.add(
        'cuffs',
        (x, y, z) => max(capsule(abs(x), y, z, 0.56, 0.12, 0, 0.72, 0.16, 0, 0.17, 0.155), 0.5 - abs(x)),
        [0, 0.14, 0, 0.9],
        bench.fitting(),
      )
    } else {
      const bristle = plain(bench.coloured ? bench.accent : bench.fabric, { rough: 0.9, sheen: 1.2 })
      const fan: Field = (x, y, z) => {
        const r = length2(y - 0.05, z + 0.02)
        const d = max(abs(x) - 0.06 - 0.03 * smooth(0.7, 1, r), r - 1.02, 0.72 - r, z * 0.45 - 0.02 - y)
        return d + 0.02 * noise3(x * 30, y * 8, z * 8)
      }
      bench.add('crest', place(fan, 0, 0, 0), [0, 0.3, 0, 1.1], bristle)
    }
    bench.add(
      'cheeks',
      (x, y, z) => {
        const ax = abs(x)
        const plate = max(abs(ellipsoid(ax, y, z, 0.61, 0.95, 0.66)) - 0.025, abs(z - 0.22) - 0.2, abs(y + 0.45) - 0.25, 0.3 - ax)
        return smoothMin(plate, 9, 0.01) * 0.9
      },
      [0, -0.4, 0.2, 0.8],
      bench.body({ hammer: 0.04 }),
    )
    return { yaw: PI * 0.16, pitch: 0.12, half: 1.24, aimY: 0.08, stands: -0.7 }
  },
}
