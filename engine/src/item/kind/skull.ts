import { smooth } from '../../math/dmath.ts'
import { fbm3, noise3 } from '../../math/lattice.ts'
import { smoothMax } from '../../solid/field/combine.ts'
import type { Field } from '../../solid/field/field.ts'
import { box, ellipsoid, length2, length3 } from '../../solid/field/shapes.ts'
import { blend, oval, rod } from '../../solid/field/solids.ts'
import { sweep } from '../../solid/field/sweep.ts'
import { finish, glow } from '../../solid/material/plain.ts'
import { rgb } from '../../solid/palette.ts'
import { bump, dim, paint, tint } from '../../solid/render/surface.ts'
import type { Bench } from '../bench.ts'
import type { Kind, Pose } from '../kind.ts'
import { skullFace } from '../shape/skull-face.ts'

const { abs, max, min } = Math

const BONE = rgb('#e3d8bd')
const AGED = rgb('#8a6a42')
const pits: Field = (x, y, z) => fbm3(x * 14, y * 14, z * 14, 3) * 0.08

/** Old bone: browned in the hollows, with the seams of the skull where `seamed`. */
function boneOf(bench: Bench, seamed: boolean) {
  if (bench.named || bench.whole) return bench.body({ rough: 0.3, wear: 0.5 })
  const colour = bench.has('cursed') ? rgb('#4a4350') : bench.coloured ? bench.fabric : BONE
  return finish(colour, (s) => {
    const n = fbm3(s.x * 4, s.y * 4, s.z * 4, 4)
    paint(s, colour)
    tint(s, AGED, smooth(0.5, 0.8, n) * 0.6)
    tint(s, AGED, smooth(0.1, -0.3, s.y) * 0.25)
    if (seamed && s.y > 0.1) {
      const zig = 0.03 * (noise3(s.x * 22, s.y * 22, s.z * 22) - 0.5)
      dim(s, 1 - 0.5 * smooth(0.012, 0.004, abs(s.z + 0.08 + zig)))
      if (s.z < -0.08) dim(s, 1 - 0.5 * smooth(0.012, 0.004, abs(s.x + zig)))
    }
    if (seamed) {
      const socket = length2(abs(s.x) - 0.185, s.y)
      dim(s, 1 - 0.94 * smooth(0.145, 0.09, socket) * smooth(0.5, 0.36, s.z) * smooth(0.04, 0.12, s.z))
      dim(s, 1 - 0.85 * smooth(0.5, 0.44, s.z) * (abs(s.x) < 0.1 && s.y < 0.02 && s.y > -0.3 && s.z > 0.2 ? 1 : 0))
    }
    s.rough = 0.6
    s.soften = 0.25
    bump(s, 0.07, pits)
  })
}

const teethRow =
  (low: number, high: number): Field =>
  (x, y, z) => {
    const bend = z - 0.56 + 1.6 * x * x
    const k = Math.floor(x / 0.072) * 0.072 + 0.036
    return (box(x - k, y - (low + high) / 2, bend, 0.031, (high - low) / 2, 0.05, 0.02) + max(0, abs(x) - 0.235)) * 0.6
  }

function human(bench: Bench): Pose {
  const bone = boneOf(bench, true)
  bench.add('cranium', skullFace, [0, 0.2, -0.08, 0.82], bone)
  const jaw = blend(
    0.05,
    rod([0.4, -0.16, 0.06], [0.37, -0.5, 0.14], 0.075, 0.085),
    rod([0.37, -0.5, 0.14], [0.2, -0.64, 0.44], 0.085, 0.1),
    rod([0.2, -0.64, 0.44], [0, -0.68, 0.52], 0.1, 0.11),
  )
  bench.add('jaw', (x, y, z) => jaw(abs(x), y, z), [0, -0.44, 0.3, 0.64], bone)
  const upper = teethRow(-0.46, -0.34)
  const lower = teethRow(-0.6, -0.48)
  bench.add(
    'teeth',
    (x, y, z) => min(upper(x, y, z), lower(x, y, z + 0.015)),
    [0, -0.47, 0.5, 0.32],
    bench.named || bench.whole
      ? bench.fitting()
      : finish(BONE, (s) => {
          paint(s, rgb('#ece2c6'))
          tint(s, AGED, smooth(0.05, 0, abs(s.y + 0.47)) * 0.4)
          s.rough = 0.3
          s.coat = 0.4
        }),
  )
  if (bench.glowing) {
    bench.add('lights', (x, y, z) => length3(abs(x) - 0.18, y, z - 0.4) - 0.075, [0, 0, 0.4, 0.27], glow(bench.accent, 3))
    bench.addLamp({ at: [0, 0, 0.62], colour: bench.accent, strength: 0.5, falloff: 4 })
  }
  if (bench.has('ornate')) {
    bench.add(
      'circlet',
      (x, y, z) => length2(length2(x * 1.18, z + 0.1) - 0.6, (y - 0.36) * 0.7) - 0.034,
      [0, 0.36, -0.08, 0.7],
      bench.fitting(),
    )
    bench.add(
      'tooth',
      (x, y, z) => box(x - 0.108, y + 0.4, z - 0.545, 0.034, 0.062, 0.05, 0.02),
      [0.108, -0.4, 0.545, 0.09],
      bench.fitting({ rough: 0.1 }),
    )
  }
  return { yaw: 0.5, pitch: 0.08, half: 1.06, aimY: 0.02, stands: -0.77 }
}

/** A horned beast of the desert: long face, sweeping horns. */
function horned(bench: Bench): Pose {
  const bone = boneOf(bench, false)
  const shape = blend(
    0.1,
    oval(0, 0.34, 0, 0.34, 0.26, 0.24),
    rod([0.0, 0.2, 0.06], [0, -0.5, 0.14], 0.26, 0.15),
    oval(0.22, 0.16, 0.06, 0.15, 0.13, 0.14),
    rod([0.24, 0.1, 0.08], [0.16, -0.3, 0.12], 0.1, 0.07),
    oval(0.08, -0.66, 0.14, 0.11, 0.16, 0.1),
  )
  const skull: Field = (x, y, z) => {
    const ax = abs(x)
    let d = shape(ax, y, z)
    d = smoothMax(d, -ellipsoid(ax - 0.27, y - 0.1, z - 0.16, 0.1, 0.1, 0.14), 0.04)
    const nose = ellipsoid(ax - 0.055, y + 0.5, z - 0.28, 0.045, 0.18, 0.12)
    d = smoothMax(d, -nose, 0.02)
    const crack = 0.01 * smooth(0.02, 0, abs(x - 0.05 * noise3(y * 9, 1, 2) + 0.02)) * (y < 0.3 && y > -0.3 ? 1 : 0)
    return (d + crack) * 0.95
  }
  bench.add('skull', skull, [0, -0.16, 0.06, 0.84], bone)
  const horn = sweep([
    [0.24, 0.44, 0, 0.13],
    [0.52, 0.5, -0.02, 0.115],
    [0.82, 0.58, 0.02, 0.085],
    [1.02, 0.82, 0.06, 0.05],
    [1.04, 1.06, 0.08, 0.012],
  ])
  bench.add(
    'horns',
    (x, y, z) => horn(abs(x), y, z) + 0.008 * noise3(x * 30, 1, 1) * (abs(x) < 0.8 ? 1 : 0),
    [0, 0.74, 0.02, 1.16],
    bench.named || bench.whole
      ? bench.fitting({ rough: 0.3 })
      : finish(BONE, (s) => {
          paint(s, rgb('#5a4a3a'))
          tint(s, rgb('#d9c8a0'), smooth(0.4, 0.9, noise3(s.x * 14, s.y * 3, s.z * 3)) * 0.5 + smooth(0.75, 0.35, abs(s.x)) * 0.3)
          dim(s, 1 - 0.5 * smooth(0.9, 1.06, s.y))
          s.rough = 0.45
          s.coat = 0.25
        }),
  )
  bench.add(
    'roots',
    (x, y, z) => length2(length2(y - 0.45, z) - 0.115, abs(x) - 0.3) - 0.04,
    [0, 0.45, 0, 0.48],
    bench.has('ornate') || bench.gilded ? bench.fitting() : bone,
  )
  if (bench.glowing)
    bench.add('lights', (x, y, z) => length3(abs(x) - 0.22, y - 0.1, z - 0.1) - 0.09, [0, 0.1, 0.1, 0.33], glow(bench.accent, 3))
  return { yaw: 0.32, pitch: 0.12, roll: -0.08, half: 1.24, aimY: 0.12, stands: null, thickness: 0.26 }
}

export const skull: Kind = { forms: ['human', 'horned'], build: (bench) => (bench.form === 'horned' ? horned(bench) : human(bench)) }
