import { atan2, cos, sin, TAU } from '../../math/dmath.ts'
import type { Field } from '../../solid/field/field.ts'
import { extrude, lathe, polygon } from '../../solid/field/outline.ts'
import { box, length2, length3 } from '../../solid/field/shapes.ts'
import { groove } from '../../solid/field/solids.ts'
import { sweep } from '../../solid/field/sweep.ts'
import { stone } from '../../solid/material/organic.ts'
import { rgb } from '../../solid/palette.ts'
import type { Bench } from '../bench.ts'
import type { Kind, Pose } from '../kind.ts'

const { abs, max, min } = Math

const GOLD = rgb('#efb94a')

const starOutline = (r: number) =>
  polygon(
    Array.from({ length: 10 }, (_, i) => {
      const a = (i / 10) * TAU
      const out = i % 2 === 0 ? r : r * 0.46
      return [out * sin(a), out * cos(a)]
    }).flat(),
  )

/** A stepped plinth with a name plate; its top is at y = −0.56. */
function plinth(bench: Bench): void {
  const dark = bench.timber('#2c1a10', '#4f2f1a', 'x')
  const block = bench.random.chance(0.5) || bench.has('cursed') ? stone(bench.has('cursed') ? rgb('#2b2632') : rgb('#3d4440')) : dark
  bench.add(
    'plinth',
    (x, y, z) =>
      min(
        box(x, y + 0.78, z, 0.36, 0.16, 0.36, 0.02),
        box(x, y + 0.98, z, 0.44, 0.05, 0.44, 0.02),
        box(x, y + 0.6, z, 0.3, 0.04, 0.3, 0.02),
      ),
    [0, -0.8, 0, 0.7],
    block,
  )
  bench.add(
    'plate',
    (x, y, z) => box(x, y + 0.78, z - 0.365, 0.24, 0.09, 0.014, 0.01) + groove(box(x, y + 0.78, 0, 0.21, 0.06, 1, 0.01), 0.01),
    [0, -0.78, 0.365, 0.27],
    bench.fitting({ rough: 0.2 }),
  )
}

function cup(bench: Bench): Pose {
  const gold = bench.body({ rough: 0.16, brush: 0.003 }, bench.has('cursed') || bench.has('rusty') ? bench.main : GOLD)
  plinth(bench)
  const bowl = lathe(
    [
      [0, -0.56],
      [0.24, -0.56],
      [0.22, -0.5],
      [0.08, -0.42],
      [0.06, -0.32],
      [0.1, -0.26],
      [0.06, -0.2],
      [0.16, -0.12],
      [0.36, 0.1],
      [0.44, 0.42],
      [0.48, 0.66],
      [0.44, 0.66],
      [0.38, 0.4],
      [0.28, 0.14],
      [0, 0.02],
    ],
    4,
  )
  const engraved = bench.inscribed(gold, (s, at) => {
    at.u = atan2(s.x, s.z) * 3.6 + 0.5
    at.v = (s.y - 0.3) * 9
    return s.y > 0.3 && s.y < 0.41 && s.z > 0
  })
  bench.add('bowl', (x, y, z) => bowl(x, y, z) + (y < 0.14 && y > -0.14 ? 0.008 * cos(atan2(z, x) * 16) : 0), [0, 0.05, 0, 0.8], engraved)
  bench.add(
    'rim',
    (x, y, z) => min(length2(length2(x, z) - 0.46, y - 0.67) - 0.032, length2(length2(x, z) - 0.4, y - 0.22) - 0.024),
    [0, 0.45, 0, 0.56],
    bench.fitting({ rough: 0.14 }),
  )
  const ear = sweep([
    [0.42, 0.5, 0, 0.045],
    [0.62, 0.58, 0, 0.042],
    [0.78, 0.42, 0, 0.04],
    [0.7, 0.16, 0, 0.036],
    [0.5, 0.04, 0, 0.034],
    [0.34, 0.04, 0, 0.04],
  ])
  const curl = sweep([
    [0.62, 0.58, 0, 0.036],
    [0.74, 0.68, 0, 0.03],
    [0.84, 0.62, 0, 0.026],
    [0.8, 0.54, 0, 0.028],
  ])
  bench.add('handles', (x, y, z) => min(ear(abs(x), y, z), curl(abs(x), y, z)), [0, 0.34, 0, 0.92], bench.fitting({ rough: 0.16 }))
  const star = extrude(starOutline(0.13), 0.03, 0.012)
  bench.add('star', (x, y, z) => star(x, y - 0.48, z - 0.43), [0, 0.48, 0.43, 0.16], bench.fitting({ rough: 0.12 }))
  bench.add(
    'lid',
    lathe(
      [
        [0, 0.66],
        [0.43, 0.66],
        [0.4, 0.74],
        [0.22, 0.82],
        [0.06, 0.86],
        [0.04, 0.92],
        [0, 0.92],
      ],
      3,
    ),
    [0, 0.78, 0, 0.46],
    gold,
  )
  const crown = extrude(starOutline(0.15), 0.04, 0.02)
  bench.add(
    'crown',
    (x, y, z) => min(crown(x, y - 1.06, z), length3(x, y - 0.92, z) - 0.05),
    [0, 1.03, 0, 0.22],
    bench.fitting({ rough: 0.12 }),
  )
  return { yaw: 0.3, pitch: 0.1, half: 1.26, aimY: 0.06, stands: -1.04 }
}

function star(bench: Bench): Pose {
  const gold = bench.body({ rough: 0.14, brush: 0.003 }, bench.has('cursed') || bench.has('rusty') ? bench.main : GOLD)
  plinth(bench)
  const outline = starOutline(0.56)
  const faceted: Field = (x, y, z) => {
    const v = y - 0.44
    const d = outline(x, v)
    return (max(d, abs(z) - 0.03 + 0.5 * d) - 0.012) * 0.86
  }
  bench.add('star', faceted, [0, 0.44, 0, 0.6], gold)
  const wing = sweep([
    [0.1, -0.5, 0, 0.05],
    [0.34, -0.36, 0.02, 0.06],
    [0.52, -0.06, 0.02, 0.05],
    [0.6, 0.24, 0.0, 0.02],
  ])
  const laurel: Field = (x, y, z) => {
    const ax = abs(x)
    let d = wing(ax, y, z) + 0.03
    for (let i = 0; i < 6; i++) {
      const t = i / 5
      const px = 0.2 + 0.4 * t * (1.3 - 0.3 * t)
      const py = -0.46 + 0.66 * t * t + 0.02
      const c = cos(0.5 + t)
      const s = sin(0.5 + t)
      for (const side of [1, -1]) {
        const u = c * (ax - px) + s * (y - py) - 0.07
        const v = -s * (ax - px) + c * (y - py) - side * 0.05
        d = min(d, length3(u * 0.55, v, (z - 0.02) * 1.6) - 0.05)
      }
    }
    return d * 0.62
  }
  bench.add('laurel', laurel, [0, -0.14, 0.02, 0.78], bench.fitting({ rough: 0.2 }))
  bench.add(
    'stem',
    lathe(
      [
        [0, -0.57],
        [0.24, -0.56],
        [0.2, -0.5],
        [0.09, -0.42],
        [0.05, -0.28],
        [0.035, 0.16],
        [0, 0.17],
      ],
      3,
    ),
    [0, -0.2, 0, 0.46],
    gold,
  )
  return { yaw: 0.34, pitch: 0.08, half: 1.22, aimY: 0, stands: -1.04 }
}

export const trophy: Kind = { forms: ['cup', 'star'], build: (bench) => (bench.form === 'star' ? star(bench) : cup(bench)) }
