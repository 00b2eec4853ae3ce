import { atan2, PI, sin, smooth } from '../../math/dmath.ts'
import { noise3 } from '../../math/lattice.ts'
import { mirrorX, smoothMax, smoothMin } from '../../solid/field/combine.ts'
import { brilliantCut } from '../../solid/field/facets.ts'
import type { Field } from '../../solid/field/field.ts'
import { lathe } from '../../solid/field/outline.ts'
import { capsule, ellipsoid, length2, length3 } from '../../solid/field/shapes.ts'
import { sweep } from '../../solid/field/sweep.ts'
import { cloth } from '../../solid/material/organic.ts'
import { finish } from '../../solid/material/plain.ts'
import { rgb } from '../../solid/palette.ts'
import { bump, paint, type Surface, tint } from '../../solid/render/surface.ts'
import type { Bench } from '../bench.ts'
import type { Kind } from '../kind.ts'

const { abs, floor, max, min } = Math

const HEM = -0.86
const ERMINE = rgb('#f0ebe0')
const INK = rgb('#1a1614')
const hairs: Field = (x, y, z) => noise3(x * 55, y * 22, z * 55) * 0.12

/** White fur with black tails. */
const ermine = finish(ERMINE, (s) => {
  paint(s, ERMINE)
  const u = s.x * 7 + floor(s.y * 6) * 0.5
  const v = s.y * 6
  const spot = length2((u - floor(u) - 0.5) * 1.5, (v - floor(v) - 0.5) * 0.7)
  tint(s, INK, smooth(0.2, 0.12, spot))
  s.rough = 0.95
  s.sheen = 0.8
  s.soften = 0.4
  bump(s, 0.1, hairs)
})

/** What hangs: a bell of folds under round shoulders, solid. */
function drape(folds: number, phase: number, wide: number): Field {
  return (x, y, z) => {
    const down = max(0, 0.42 - y)
    const angle = atan2(z, x)
    const depth = 0.05 * smooth(0.05, 1, down) * (0.6 + 0.4 * sin(angle * 2 + phase))
    const fold = depth * (sin(angle * folds + phase + down * 0.6) + 0.35 * sin(angle * (folds * 2 + 1) - phase))
    const bell = max(length2(x * 0.82, z) - 0.2 - wide * down * (1 - 0.2 * down) - fold, y - 0.42, HEM - y)
    return smoothMin(bell, ellipsoid(x, y - 0.3, z, 0.4, 0.2, 0.25), 0.18) * 0.74
  }
}

function stand(bench: Bench): void {
  const foot = lathe(
    [
      [0, -1.1],
      [0.34, -1.1],
      [0.36, -1.06],
      [0.3, -1.02],
      [0.1, -0.98],
      [0.05, -0.9],
      [0.045, -0.2],
      [0.045, 0.5],
      [0, 0.5],
    ],
    2,
  )
  bench.add('stand', foot, [0, -0.3, 0, 0.9], bench.timber('#3c2415', '#6d4526'))
}

/** Leaves a gap down the front that widens towards the hem. */
const gap =
  (narrow: number): Field =>
  (x, y, z) =>
    max(abs(x) - 0.03 - narrow * max(0, 0.3 - y), -z) * 0.9

function hood(bench: Bench, stuff: Parameters<Bench['add']>[3]): void {
  const solid: Field = (x, y, z) => {
    let d = ellipsoid(x, y - 0.72, z + 0.02, 0.3, 0.36, 0.33)
    d = smoothMin(d, ellipsoid(x, y - 0.8, z + 0.26, 0.13, 0.2, 0.2), 0.16)
    return smoothMin(d, ellipsoid(x, y - 0.42, z - 0.02, 0.36, 0.15, 0.3), 0.12)
  }
  const face: Field = (x, y, z) =>
    smoothMin(ellipsoid(x, y - 0.68, z - 0.2, 0.2, 0.29, 0.36), ellipsoid(x, y - 0.62, z, 0.24, 0.3, 0.27), 0.05)
  bench.add(
    'hood',
    (x, y, z) => smoothMax(solid(x, y, z) + 0.006 * sin(y * 22 + x * 8), -face(x, y, z), 0.02) * 0.92,
    [0, 0.68, -0.03, 0.56],
    stuff,
  )
  bench.add(
    'hood trim',
    (x, y, z) => max((length2(solid(x, y, z), face(x, y, z)) - 0.028) * 0.66, 0.4 - y),
    [0, 0.7, 0.1, 0.46],
    bench.fitting({ rough: 0.35 }),
  )
}

function sleeves(bench: Bench, stuff: Parameters<Bench['add']>[3]): void {
  const arm: Field = (x, y, z) => {
    const outer = capsule(x, y, z, 0.32, 0.32, 0, 0.66, -0.26, 0.12, 0.14, 0.25)
    const inner = capsule(x, y, z, 0.4, 0.1, 0.05, 0.72, -0.42, 0.15, 0.06, 0.235)
    const end = (x - 0.66) * 0.5 + (y + 0.26) * -0.84 + (z - 0.12) * 0.18
    return smoothMax(smoothMax(outer + 0.008 * sin(y * 30 - x * 12), end, 0.02), -inner, 0.02) * 0.9
  }
  bench.add('sleeves', mirrorX(arm), [0, 0.02, 0.06, 1.02], stuff)
  const cuff: Field = (x, y, z) => {
    const outer = capsule(x, y, z, 0.32, 0.32, 0, 0.66, -0.26, 0.12, 0.14, 0.25)
    const end = (x - 0.66) * 0.5 + (y + 0.26) * -0.84 + (z - 0.12) * 0.18
    return max(abs(outer) - 0.024, abs(end + 0.05) - 0.055) * 0.92
  }
  bench.add('cuffs', mirrorX(cuff), [0, -0.2, 0.1, 1.0], cloth(bench.trim, 0.3))
}

export const cloak: Kind = {
  forms: ['hooded', 'royal', 'robe'],
  build(bench) {
    const { form, random } = bench
    const robe = form === 'robe'
    const brocade = (s: Surface) => {
      const u = (atan2(s.x, s.z) * 9) / PI
      const v = s.y * 6 + (floor(u) % 2) * 0.5
      const diamond = abs(u - floor(u) - 0.5) + abs(v - floor(v) - 0.5)
      tint(s, bench.trim, smooth(0.3, 0.26, diamond) * (1 - smooth(0.16, 0.12, diamond)) * 0.9)
    }
    const dyed = bench.has('cursed') && !bench.coloured ? rgb('#241a2c') : bench.fabric
    const stuff = cloth(dyed, form === 'royal' ? 0.9 : 0.5, bench.has('ornate') ? brocade : undefined)
    const solid = drape(random.pick([9, 10, 11]), random.range(0, 6), random.range(0.3, 0.36))
    const open = robe ? ((() => 9) as Field) : gap(form === 'royal' ? 0.3 : 0.14)
    const shell: Field = (x, y, z) => {
      const d = solid(x, y, z)
      return smoothMax(max(d, -d - 0.045), -open(x, y, z), 0.02)
    }
    stand(bench)
    bench.add('cloth', shell, [0, -0.2, 0, 0.98], stuff)
    const band = form === 'royal' ? 0.1 : 0.055
    bench.add(
      'hem',
      (x, y, z) => {
        const d = solid(x, y, z)
        const edge = robe ? y - HEM : min(y - HEM, max(abs(x) - 0.03 - (form === 'royal' ? 0.3 : 0.14) * max(0, 0.3 - y), -z))
        return max(abs(d + 0.02) - (form === 'royal' ? 0.055 : 0.034), edge - band, HEM - y - 0.02, -open(x, y, z) - 0.02) * 0.9
      },
      [0, -0.2, 0, 1],
      form === 'royal' ? ermine : cloth(bench.trim, 0.3),
    )
    if (robe) sleeves(bench, stuff)
    if (form === 'royal') {
      bench.add(
        'collar',
        (x, y, z) => {
          const ring = length2(length2(x * 0.86, z) - 0.29 - max(0, 0.4 - y) * 0.9, max(0, abs(y - 0.36) - 0.12)) - 0.075
          return smoothMax(ring, -max(abs(x) - 0.05, -z), 0.05) * 0.8
        },
        [0, 0.34, 0, 0.66],
        ermine,
      )
      const cord = sweep([
        [-0.16, 0.26, 0.38, 0.024],
        [-0.08, 0.21, 0.42, 0.022],
        [0.08, 0.21, 0.42, 0.022],
        [0.16, 0.26, 0.38, 0.024],
      ])
      bench.add(
        'clasp',
        (x, y, z) => min(cord(x, y, z), length3(abs(x) - 0.16, y - 0.27, z - 0.37) - 0.055),
        [0, 0.25, 0.38, 0.25],
        bench.fitting(),
      )
      bench.add(
        'finial',
        (x, y, z) => min(length3(x, y - 0.68, z) - 0.13, capsule(x, y, z, 0, 0.4, 0, 0, 0.6, 0, 0.06, 0.05)),
        [0, 0.58, 0, 0.26],
        bench.timber('#3c2415', '#6d4526'),
      )
      bench.addGem(brilliantCut(0, 0.2, 0.44, 0.06, 0.06, 8, 'z'), [0, 0.2, 0.44, 0.1])
    } else {
      hood(bench, stuff)
      if (robe) {
        const belt: Field = (x, y, z) => max(abs(solid(x, y, z) - 0.016) - 0.026, abs(y + 0.12 + 0.02 * sin(x * 5)) - 0.045) * 0.9
        bench.add('belt', belt, [0, -0.12, 0, 0.52], bench.hide(rgb('#4a2e1c')))
        const end = sweep([
          [0.06, -0.14, 0.42, 0.03],
          [0.1, -0.3, 0.46, 0.026],
          [0.08, -0.5, 0.52, 0.03],
        ])
        bench.add(
          'buckle',
          (x, y, z) => max(abs(length2(x, y + 0.12) - 0.06) - 0.02, abs(z - 0.41) - 0.05),
          [0, -0.12, 0.41, 0.13],
          bench.fitting(),
        )
        bench.add('belt end', end, [0.08, -0.32, 0.47, 0.25], bench.hide(rgb('#4a2e1c')))
      } else {
        bench.add(
          'clasp',
          (x, y, z) =>
            min(length3(abs(x) - 0.08, y - 0.34, z - 0.29) - 0.055, capsule(x, y, z, -0.08, 0.34, 0.3, 0.08, 0.34, 0.3, 0.022, 0.022)),
          [0, 0.34, 0.3, 0.17],
          bench.fitting(),
        )
      }
    }
    return { yaw: PI * 0.1, pitch: 0.08, half: form === 'royal' ? 1.08 : 1.18, aimY: form === 'royal' ? -0.14 : -0.02, stands: -1.1 }
  },
}
