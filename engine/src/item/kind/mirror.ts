import { atan2, cos, sin, smooth } from '../../math/dmath.ts'
import { brilliantCut } from '../../solid/field/facets.ts'
import type { Field } from '../../solid/field/field.ts'
import { lathe } from '../../solid/field/outline.ts'
import { box, capsule, length2, length3 } from '../../solid/field/shapes.ts'
import { blend } from '../../solid/field/solids.ts'
import { sweep } from '../../solid/field/sweep.ts'
import { metal } from '../../solid/material/metal.ts'
import { finish } from '../../solid/material/plain.ts'
import { rgb } from '../../solid/palette.ts'
import { emit, paint } from '../../solid/render/surface.ts'
import type { Bench } from '../bench.ts'
import type { Kind, Pose } from '../kind.ts'

const { abs, max, min } = Math

const GILT = rgb('#d9a94a')
const SILVERED = rgb('#e8eef2')
const clear = metal(SILVERED, { rough: 0.03, brush: 0, wear: 0 })
/** Bands of light lie slantwise across it, as they do where a window is reflected. */
const polished = finish(SILVERED, (s) => {
  clear.shade(s)
  const slant = s.x * 0.8 + s.y * 0.6
  const band = smooth(0.1, 0.13, slant) * smooth(0.36, 0.33, slant) + smooth(0.4, 0.42, slant) * smooth(0.47, 0.45, slant)
  emit(s, SILVERED, band * 0.22)
})

/** Silvered glass; a magic one has light in it. */
const pane = (bench: Bench) =>
  bench.glowing
    ? finish(bench.accent, (s) => {
        paint(s, [0.02, 0.02, 0.03])
        const swirl = 0.5 + 0.5 * sin(6 * length2(s.x, s.y) + 3 * atan2(s.y, s.x))
        emit(s, bench.accent, 0.15 + 0.5 * swirl)
        s.coat = 1
        s.rough = 0.05
      })
    : polished

/** Half axes of the oval seen in a hand mirror. */
const A = 0.44
const B = 0.54
const oval2 = (x: number, y: number, a: number, b: number) => {
  const k0 = length2(x / a, y / b)
  const k1 = length2(x / (a * a), y / (b * b))
  return k1 < 1e-6 ? -a : (k0 * (k0 - 1)) / k1
}

function handheld(bench: Bench): Pose {
  const gilt = bench.body({ rough: 0.24 }, bench.has('cursed') ? bench.main : GILT)
  const frame: Field = (x, y, z) => {
    const edge = oval2(x, y - 0.34, A, B)
    const scallop = 0.014 * cos(atan2(x, y - 0.34) * 24)
    return (length2(edge - 0.03, z) - 0.075 - (edge > 0.02 ? scallop : 0)) * 0.92
  }
  bench.add('frame', frame, [0, 0.34, 0, 0.7], gilt)
  bench.add('back', (x, y, z) => max(oval2(x, y - 0.34, A, B), abs(z + 0.02) - 0.022), [0, 0.34, -0.02, 0.58], gilt)
  bench.add('glass', (x, y, z) => max(oval2(x, y - 0.34, A - 0.02, B - 0.02), abs(z - 0.018) - 0.014), [0, 0.34, 0.018, 0.56], pane(bench))
  const bead: Field = (x, y, z) => {
    const step = 0.2244
    const a = atan2(x / A, (y - 0.34) / B)
    const k = Math.floor(a / step + 0.5) * step
    return length3(x - (A - 0.035) * sin(k), y - 0.34 - (B - 0.035) * cos(k), z - 0.05) - 0.022
  }
  bench.add('beads', bead, [0, 0.34, 0.05, 0.56], bench.fitting())
  const grip = lathe(
    [
      [0, -1.08],
      [0.05, -1.06],
      [0.072, -1.0],
      [0.04, -0.93],
      [0.075, -0.8],
      [0.085, -0.66],
      [0.055, -0.5],
      [0.045, -0.4],
      [0.1, -0.33],
      [0.08, -0.24],
      [0, -0.22],
    ],
    4,
  )
  bench.add('handle', (x, y, z) => grip(x, y, z) + 0.006 * cos(atan2(z, x) * 8) * (y < -0.5 && y > -0.9 ? 1 : 0), [0, -0.65, 0, 0.46], gilt)
  const curl = sweep([
    [0.06, -0.3, 0, 0.045],
    [0.2, -0.3, 0.01, 0.04],
    [0.3, -0.2, 0.02, 0.034],
    [0.26, -0.1, 0.03, 0.03],
    [0.2, -0.14, 0.04, 0.034],
  ])
  const plume = sweep([
    [0, 0.94, 0, 0.05],
    [0.1, 1.02, 0, 0.045],
    [0.2, 1.0, 0.01, 0.036],
    [0.2, 0.92, 0.02, 0.034],
  ])
  bench.add('curls', (x, y, z) => min(curl(abs(x), y, z), plume(abs(x), y, z)), [0, 0.36, 0, 0.78], bench.fitting())
  bench.addGem(brilliantCut(0, 0.97, 0.07, 0.075, 0.06, 8, 'z'), [0, 0.97, 0.07, 0.1])
  bench.addGem(brilliantCut(0, -0.3, 0.1, 0.05, 0.05, 6, 'z'), [0, -0.3, 0.1, 0.07])
  return { roll: -0.5, yaw: 0.4, half: 1.24, stands: null, thickness: 0.1 }
}

function standing(bench: Bench): Pose {
  const timber = bench.named || bench.whole || bench.gilded ? bench.body({ rough: 0.26 }, GILT) : bench.timber('#42220f', '#7a4724')
  const arch = (x: number, y: number, w: number) => {
    const v = y - 0.36
    return v > 0 ? length2(x, v) - w : max(abs(x) - w, -v - 1.02 - (w - 0.4))
  }
  bench.add('frame', (x, y, z) => length2(max(abs(arch(x, y, 0.42)) - 0.03, 0), max(abs(z) - 0.02, 0)) - 0.025, [0, 0.03, 0, 0.9], timber)
  bench.add('back', (x, y, z) => max(arch(x, y, 0.41), abs(z + 0.02) - 0.014), [0, 0.03, -0.02, 0.86], timber)
  bench.add('glass', (x, y, z) => max(arch(x, y, 0.39), abs(z - 0.014) - 0.014), [0, 0.03, 0.014, 0.84], pane(bench))
  const post = lathe(
    [
      [0, -0.86],
      [0.05, -0.86],
      [0.05, -0.7],
      [0.03, -0.62],
      [0.045, -0.5],
      [0.028, -0.2],
      [0.036, 0.12],
      [0.06, 0.16],
      [0.03, 0.24],
      [0.04, 0.4],
      [0, 0.42],
    ],
    3,
  )
  bench.add('posts', (x, y, z) => post(abs(x) - 0.58, y, z), [0, -0.22, 0, 0.88], timber)
  const feet = sweep([
    [0.58, -0.78, 0, 0.055],
    [0.58, -0.76, 0.16, 0.05],
    [0.58, -0.88, 0.34, 0.036],
    [0.58, -0.9, 0.42, 0.045],
  ])
  bench.add('feet', (x, y, z) => feet(abs(x), y, abs(z)), [0, -0.84, 0, 0.76], timber)
  bench.add('stretcher', (x, y, z) => capsule(x, y, z, -0.58, -0.8, 0, 0.58, -0.8, 0, 0.035, 0.035), [0, -0.8, 0, 0.64], timber)
  bench.add(
    'pivots',
    (x, y, z) => min(length3(abs(x) - 0.58, y - 0.1, z) - 0.06, capsule(abs(x), y, z, 0.44, 0.1, 0, 0.66, 0.1, 0, 0.025, 0.025)),
    [0, 0.1, 0, 0.72],
    bench.fitting(),
  )
  bench.add('finials', (x, y, z) => length3(abs(x) - 0.58, y - 0.46, z) - 0.05, [0, 0.46, 0, 0.64], bench.fitting())
  const leaf = blend(
    0.02,
    (x, y, z) => capsule(x, y, z, 0, 0.84, 0.0, 0, 1.0, 0.01, 0.06, 0.02),
    (x, y, z) => capsule(x, y, z, 0.02, 0.83, 0.0, 0.17, 0.92, 0.01, 0.045, 0.015),
    (x, y, z) => capsule(x, y, z, 0.06, 0.81, 0.0, 0.26, 0.81, 0.01, 0.04, 0.012),
  )
  bench.add('crest', (x, y, z) => leaf(abs(x), y, z), [0, 0.9, 0, 0.32], bench.fitting())
  if (bench.has('ornate'))
    bench.add('studs', (x, y, z) => box(abs(x) - 0.43, y + 0.1, z - 0.04, 0.02, 0.2, 0.02, 0.01), [0, -0.1, 0.04, 0.5], bench.fitting())
  return { yaw: 0.46, pitch: 0.08, half: 1.2, aimY: 0.04, stands: -0.95 }
}

export const mirror: Kind = {
  forms: ['hand', 'standing'],
  round: true,
  build: (bench) => (bench.form === 'standing' ? standing(bench) : handheld(bench)),
}
