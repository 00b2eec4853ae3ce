import { cos, PI, sin, smooth } from '../../math/dmath.ts'
import { mirrorX, smoothMin } from '../../solid/field/combine.ts'
import type { Field } from '../../solid/field/field.ts'
import { type LockPoint, locks } from '../../solid/field/locks.ts'
import { capsule, ellipsoid, length2, length3 } from '../../solid/field/shapes.ts'
import { sweep } from '../../solid/field/sweep.ts'
import { plain } from '../../solid/material/plain.ts'
import { rgb, scale } from '../../solid/palette.ts'
import type { Opaque } from '../../solid/render/part.ts'
import { dim, paint, tint } from '../../solid/render/surface.ts'
import type { Bust } from '../bust.ts'
import { fur, hair } from '../material/soft.ts'
import type { Extra, Species } from './species.ts'

const { abs, max, min, sqrt } = Math

const IVORY = rgb('#f4ecd8')

/** Ringed horn, darker to the tip. */
export function hornMaterial(from: number, to: number): Opaque {
  const base = rgb('#ecdcb4')
  return {
    kind: 'opaque',
    base,
    shade(s) {
      paint(s, base)
      tint(s, rgb('#7a5a38'), smooth(from, to, s.y) * 0.8)
      dim(s, 0.86 + 0.14 * sin(s.y * 60 + s.x * 20))
      s.rough = 0.4
      s.coat = 0.3
    },
  }
}

type Maker = (bust: Bust, species: Species, shell: Opaque) => void

const whiskers: Maker = ({ add }, { muzzle: { y, reach } }) => {
  const z = Math.min(reach, 0.56)
  const field: Field = (x, py, pz) =>
    min(
      capsule(x, py, pz, 0.2, y, z + 0.1, 0.82, y + 0.09, z - 0.02, 0.007, 0.003),
      capsule(x, py, pz, 0.2, y - 0.035, z + 0.1, 0.84, y - 0.04, z - 0.02, 0.007, 0.003),
      capsule(x, py, pz, 0.19, y - 0.07, z + 0.09, 0.78, y - 0.17, z - 0.02, 0.007, 0.003),
    )
  add('whiskers', mirrorX(field), [0, y, z, 0.95], plain(rgb('#fbf7f0')), 0.002)
}

const curved =
  (name: string, points: readonly (readonly [number, number, number, number])[], from: number, to: number): Maker =>
  ({ add }) =>
    add(name, mirrorX(sweep(points, 5)), [0, 0.7, 0, 1.1], hornMaterial(from, to))

const antlers: Maker = ({ add }) => {
  const beam = sweep(
    [
      [0.2, 0.55, -0.05, 0.065],
      [0.36, 0.85, -0.12, 0.055],
      [0.6, 1.1, -0.1, 0.042],
      [0.62, 1.42, 0, 0.012],
    ],
    5,
  )
  const tine = (x: number, y: number, z: number, dx: number, dy: number) =>
    sweep(
      [
        [x, y, z, 0.042],
        [x + dx * 0.6, y + dy * 0.5, z + 0.1, 0.032],
        [x + dx, y + dy, z + 0.12, 0.008],
      ],
      4,
    )
  const tines = [tine(0.3, 0.76, -0.1, -0.06, 0.28), tine(0.5, 1.0, -0.11, -0.02, 0.32), tine(0.58, 1.08, -0.1, 0.24, 0.16)]
  add(
    'antlers',
    mirrorX((x, y, z) => min(beam(x, y, z), ...tines.map((field) => field(x, y, z)))),
    [0, 1, 0, 1.05],
    hornMaterial(1, 1.5),
  )
}

const spiralHorn: Maker = ({ add }) => {
  const field: Field = (x, y, z) => {
    const t = (y - 0.55) / 0.75
    const cx = 0.022 * sin(t * 26)
    const cz = 0.36 + t * 0.12 + 0.022 * cos(t * 26)
    return max((length2(x - cx, z - cz) - max(0.004, 0.095 * (1 - t))) * 0.75, -(y - 0.5), y - 1.3)
  }
  add('horn', field, [0, 0.9, 0.42, 0.5], plain(rgb('#f3cf7a'), { rough: 0.2, coat: 0.8, metal: 0.35 }))
}

const mane: Maker = ({ traits, add }) => {
  const own = traits.random('mane')
  const curves: LockPoint[][] = []
  for (let ring = 0; ring < 3; ring++)
    for (let i = 0; i < 22; i++) {
      const a = ((i + ring * 0.5) / 22) * 2 * PI + own.range(-0.06, 0.06)
      const r = 0.58 + ring * 0.05
      const out = 0.98 + ring * 0.06 + own.range(-0.05, 0.05)
      const z = 0.22 - ring * 0.24
      curves.push([
        [sin(a) * r, 0.03 + cos(a) * r, z, 0.11],
        [sin(a) * (r + out) * 0.52, 0.02 + cos(a) * (r + out) * 0.52, z - 0.06, 0.13],
        [sin(a + 0.12) * out, -0.04 + cos(a + 0.12) * out * 0.98, z - 0.2, 0.02],
      ])
    }
  const strands = locks(curves, 0.04)
  add('mane', strands.field, strands.bound, hair(scale(traits.skin, 0.42), strands, 0.35))
}

const forelock: Maker = ({ traits, add }, { extras }) => {
  const own = traits.random('mane')
  const curves: LockPoint[][] = []
  for (let i = 0; i < 8; i++) {
    const x = (i - 3.5) * 0.035
    curves.push([
      [x * 0.6, 0.66, 0.02, 0.07],
      [x, 0.7, 0.26, 0.075],
      [x * 1.6 + own.range(-0.03, 0.03), 0.46, 0.5, 0.06],
      [x * 2.2 + 0.05, 0.2, 0.56, 0.012],
    ])
  }
  if (!extras.includes('horns'))
    for (let i = 0; i < 12; i++) {
      const y = 0.66 - i * 0.14
      curves.push([
        [0, y, -0.36 - i * 0.004, 0.1],
        [-0.26, y + 0.02, -0.36, 0.11],
        [-0.5 - own.range(0, 0.1), y - 0.2, -0.22, 0.09],
        [-0.6 - own.range(0, 0.06), y - 0.46, -0.12, 0.014],
      ])
    }
  const colour = traits.being === 'unicorn' ? rgb('#d88fd0') : traits.being === 'cow' ? traits.skin : scale(traits.skin, 0.3)
  const strands = locks(curves, 0.03)
  add('forelock', strands.field, strands.bound, hair(colour, strands, 0.5, traits.being === 'unicorn' ? rgb('#6fb8e8') : undefined))
}

/** Points spread evenly over a ball. */
function scatter(count: number, each: (x: number, y: number, z: number) => void): void {
  for (let i = 0; i < count; i++) {
    const y = 1 - (2 * (i + 0.5)) / count
    const r = sqrt(1 - y * y)
    each(r * sin(i * 2.399963), y, r * cos(i * 2.399963))
  }
}

const wool: Maker = ({ traits, add }) => {
  const curves: LockPoint[][] = []
  scatter(120, (x, y, z) => {
    if (y * 0.8 - z * 0.9 < -0.12) return
    const c = [x * 0.6, 0.16 + y * 0.58, -0.08 + z * 0.56] as const
    curves.push([
      [c[0] - 0.05, c[1], c[2], 0.1],
      [c[0], c[1] + 0.06, c[2] + 0.03, 0.125],
      [c[0] + 0.05, c[1] - 0.02, c[2], 0.1],
    ])
  })
  const strands = locks(curves, 0.04)
  add('wool', strands.field, strands.bound, fur(traits.skin))
}

const spines: Maker = ({ traits, add }) => {
  const own = traits.random('mane')
  const curves: LockPoint[][] = []
  scatter(300, (x, y, z) => {
    if (y * 0.75 - z < -0.02) return
    const out = 1.36 + own.range(-0.05, 0.08)
    curves.push([
      [x * 0.54, 0.08 + y * 0.52, z * 0.5 - 0.03, 0.045],
      [x * 0.56 * out, 0.08 + y * 0.54 * out, z * 0.52 * out - 0.1, 0.006],
    ])
  })
  const strands = locks(curves, 0.012, 1)
  const base = rgb('#5a4434')
  add('spines', strands.field, strands.bound, {
    kind: 'opaque',
    base,
    shade(s) {
      paint(s, base)
      const d = length3(s.x, s.y - 0.08, s.z + 0.03)
      tint(s, rgb('#efe2c8'), smooth(0.6, 0.74, d))
      s.rough = 0.5
      s.soften = 0.3
    },
  })
}

const goatee: Maker = ({ traits, add }, { muzzle: { y, reach } }) => {
  const curves: LockPoint[][] = []
  for (let i = -3; i <= 3; i++)
    curves.push([
      [i * 0.035, y - 0.18, reach - 0.2, 0.06],
      [i * 0.03, y - 0.36, reach - 0.18, 0.06],
      [i * 0.012, y - 0.58, reach - 0.2, 0.01],
    ])
  const strands = locks(curves, 0.03)
  add('goatee', strands.field, strands.bound, hair(scale(traits.skin, 0.8), strands, 0.3))
}

const tusks: Maker = ({ add }) => {
  const curve = sweep(
    [
      [0.27, -0.28, 0.46, 0.075],
      [0.34, -0.46, 0.66, 0.06],
      [0.36, -0.5, 0.88, 0.012],
    ],
    5,
  )
  add('tusks', mirrorX(curve), [0, -0.4, 0.65, 0.6], plain(IVORY, { rough: 0.25, coat: 0.5 }))
}

const buckTeeth: Maker = ({ add }, { muzzle: { y, reach, kind } }) => {
  const z = kind === 'snout' ? reach - 0.05 : reach + 0.11
  add(
    'teeth',
    (px, py, pz) => ellipsoid(abs(px) - 0.036, py - y + 0.13, pz - z, 0.034, 0.055, 0.02),
    [0, y - 0.13, z, 0.1],
    plain(IVORY, { rough: 0.2, coat: 0.5 }),
    0.002,
  )
}

const tongue: Maker = ({ traits, add }, { muzzle: { y, reach } }) => {
  if (traits.expression !== 'happy' && traits.expression !== 'laughing') return
  const field: Field = (px, py, pz) =>
    smoothMin(
      ellipsoid(px - 0.02, py - y + 0.2, pz - reach + 0.12, 0.07, 0.1, 0.035),
      ellipsoid(px, py - y + 0.12, pz - reach + 0.14, 0.08, 0.04, 0.08),
      0.03,
    )
  add('tongue', field, [0, y - 0.17, reach - 0.12, 0.18], plain(rgb('#e07a7f'), { rough: 0.25, soften: 0.8 }))
}

const MAKERS: Record<Exclude<Extra, 'tufts'>, Maker> = {
  whiskers,
  horns: curved(
    'horns',
    [
      [0.32, 0.5, -0.02, 0.1],
      [0.56, 0.6, 0, 0.085],
      [0.68, 0.8, 0.06, 0.05],
      [0.62, 0.95, 0.12, 0.01],
    ],
    0.6,
    1,
  ),
  'ram-horns': curved(
    'horns',
    [
      [0.3, 0.5, 0, 0.13],
      [0.6, 0.55, -0.15, 0.12],
      [0.75, 0.2, -0.1, 0.1],
      [0.68, -0.05, 0.15, 0.06],
      [0.6, 0.1, 0.3, 0.01],
    ],
    9,
    10,
  ),
  'goat-horns': curved(
    'horns',
    [
      [0.17, 0.52, 0.05, 0.1],
      [0.24, 0.85, -0.02, 0.085],
      [0.34, 1.08, -0.2, 0.06],
      [0.46, 1.16, -0.44, 0.01],
    ],
    0.7,
    1.2,
  ),
  antlers,
  'spiral-horn': spiralHorn,
  mane,
  forelock,
  wool,
  spines,
  goatee,
  tusks,
  'buck-teeth': buckTeeth,
  tongue,
}

/** Horns, manes, whiskers and whatever else a species has. */
export const addExtras: Maker = (bust, species, shell) => {
  for (const extra of species.extras) if (extra !== 'tufts') MAKERS[extra](bust, species, shell)
}
