import { cos, PI, saturate, sin, smooth } from '../../math/dmath.ts'
import { noise3 } from '../../math/lattice.ts'
import { place } from '../../solid/field/combine.ts'
import type { Field } from '../../solid/field/field.ts'
import { lathe } from '../../solid/field/outline.ts'
import { length2 } from '../../solid/field/shapes.ts'
import { every } from '../../solid/field/solids.ts'
import { sweep } from '../../solid/field/sweep.ts'
import { finish, plain } from '../../solid/material/plain.ts'
import { rgb } from '../../solid/palette.ts'
import type { Opaque } from '../../solid/render/part.ts'
import { bend, dim, paint, tint } from '../../solid/render/surface.ts'
import type { Bench } from '../bench.ts'
import type { Kind, Pose } from '../kind.ts'

const { abs, max } = Math

/** How far the shaft bends aside at a height. */
const curve = (y: number) => 0.16 * y * y - 0.06

/** The vane: two sides of barbs, notched here and there, thin at the edge. Stands along y in the plane z = 0. */
const vane =
  (wide: number, tip: number, low: number): Field =>
  (x, y, z) => {
    const t = saturate((y - low) / (tip - low))
    const u = x - curve(y)
    const side = u < 0 ? 0.72 : 1
    const profile = wide * side * sin(PI * (0.08 + 0.92 * t) * 0.96) * (0.72 + 0.5 * (1 - t))
    const barb = y - abs(u) * 1.1
    const notch = 0.1 * wide * smooth(0.62, 0.9, noise3(barb * 5 + (u < 0 ? 9 : 0), 2, 3))
    const edge = abs(u) - profile + notch
    const cup = z - 0.16 * u * u - 0.03 * sin(y * 3)
    return max(edge * 0.62, (abs(cup) - 0.02 + 0.035 * saturate(abs(u) / wide) * 0.25) * 0.9, low - y, y - tip) * 0.9
  }

/** Barbs slant up from the shaft on either side. */
const barbs = (
  bench: Bench,
  wide: number,
  colour: readonly [number, number, number],
  pattern: (s: Parameters<Opaque['shade']>[0], u: number) => void,
): Opaque =>
  bench.named || bench.whole
    ? bench.body({ rough: 0.26 })
    : finish(colour, (s) => {
        const u = s.x - curve(s.y)
        const line = every(s.y - abs(u) * 1.1, 0.022)
        paint(s, colour)
        pattern(s, u)
        dim(s, 0.78 + 0.4 * smooth(0, 0.011, abs(line)) * (0.7 + 0.3 * noise3(s.x * 30, s.y * 9, 1)))
        bend(s, 0, line * 16, 0)
        tint(s, [colour[0] * 0.5, colour[1] * 0.5, colour[2] * 0.5], 0.25 * smooth(0.6 * wide, wide, abs(u)))
        s.rough = 0.5
        s.sheen = 0.7
        s.soften = 0.6
      })

function plume(bench: Bench): Pose {
  const peacock = bench.form === 'peacock'
  const colour =
    bench.coloured || bench.glowing
      ? bench.accent
      : peacock
        ? rgb('#2f7a4a')
        : rgb(bench.random.pick(['#f1ece2', '#7a4a2a', '#3a3f4a', '#a83226']))
  const wide = peacock ? 0.42 : 0.31
  const low = -0.5
  const tip = peacock ? 0.98 : 1.02
  const cover = barbs(bench, wide, colour, (s, u) => {
    if (!peacock) {
      const band = sin((s.y - abs(u) * 0.8) * 17)
      tint(s, [colour[0] * 0.3, colour[1] * 0.28, colour[2] * 0.26], smooth(0.45, 0.75, band) * (colour[0] > 0.6 ? 0.35 : 0.7))
      return
    }
    const r = length2(u * 1.15, s.y - 0.56)
    tint(s, rgb('#b8912e'), smooth(0.27, 0.25, r))
    tint(s, rgb('#2fa88a'), smooth(0.2, 0.18, r))
    tint(s, rgb('#123a9a'), smooth(0.13, 0.11, length2(u * 1.2, s.y - 0.52)))
    tint(s, [0.01, 0.01, 0.04], smooth(0.06, 0.045, length2(u * 1.3, s.y - 0.47)))
    s.metal = 0.4 * smooth(0.28, 0.2, r)
  })
  bench.add('vane', vane(wide, tip, low), [0.02, 0.26, 0.02, 0.86], cover)
  const shaft = sweep(
    [-1.02, -0.7, -0.4, 0, 0.4, 0.75, 0.98].map(
      (y, i) => [curve(y), y, 0.026, [0.03, 0.036, 0.034, 0.028, 0.022, 0.016, 0.011][i] ?? 0.012] as const,
    ),
    4,
  )
  bench.add(
    'shaft',
    shaft,
    [0.03, -0.02, 0.02, 1.04],
    bench.named || bench.whole ? bench.fitting() : plain(rgb('#efe6d0'), { rough: 0.3, coat: 0.5, soften: 0.4 }),
  )
  const down: Field = (x, y, z) => {
    const u = x - curve(y)
    const puff = 0.05 * noise3(u * 16, y * 16, z * 16)
    return (length2(length2(u * 0.8, z * 1.3), (y + 0.46) * 0.7) - 0.06 - puff) * 0.65
  }
  bench.add(
    'down',
    down,
    [-0.02, -0.46, 0, 0.24],
    bench.named || bench.whole
      ? bench.body({ rough: 0.4 })
      : finish([0.9, 0.88, 0.84], (s) => {
          paint(s, [0.88, 0.86, 0.82])
          dim(s, 0.75 + 0.4 * noise3(s.x * 30, s.y * 30, s.z * 30))
          s.rough = 0.95
          s.sheen = 1
          s.soften = 0.8
        }),
  )
  if (bench.has('ornate'))
    bench.add(
      'nib',
      (x, y, z) => max(length2(x - curve(y), z - 0.026) - 0.042 * saturate((y + 1.14) / 0.2), abs(y + 1.04) - 0.1) * 0.9,
      [0.1, -1.04, 0.03, 0.14],
      bench.fitting({ rough: 0.14 }),
    )
  return { roll: -0.62, yaw: 0.35, half: 1.14, aimX: 0.02, aimY: 0, stands: null, thickness: 0.07 }
}

/** A quill leaning in its inkwell. */
function inkwell(bench: Bench): Pose {
  const colour = bench.coloured || bench.glowing ? bench.accent : rgb(bench.random.pick(['#f1ece2', '#3a3f4a', '#7a4a2a']))
  const at = (field: Field) => place(field, 0.24, 0.22, 0.02, -0.12, 0.25, -0.42, 0.88)
  const cover = barbs(bench, 0.3, colour, () => {})
  const turned: Opaque = {
    ...cover,
    shade(s) {
      const { x, y, z } = s
      // barbs are drawn where the feather stood before it was leaned
      at((u, v, w) => {
        s.x = u
        s.y = v
        s.z = w
        return 0
      })(x, y, z)
      cover.shade(s)
      s.x = x
      s.y = y
      s.z = z
    },
  }
  bench.add('vane', at(vane(0.3, 1.02, -0.4)), [0.36, 0.46, 0.0, 0.72], turned)
  const shaft = sweep(
    [-1.02, -0.7, -0.4, 0, 0.4, 0.75, 0.98].map(
      (y, i) => [curve(y), y, 0.026, [0.03, 0.036, 0.034, 0.028, 0.022, 0.016, 0.011][i] ?? 0.012] as const,
    ),
    4,
  )
  bench.add(
    'shaft',
    at(shaft),
    [0.24, 0.22, 0.02, 0.94],
    bench.named || bench.whole ? bench.fitting() : plain(rgb('#efe6d0'), { rough: 0.3, coat: 0.5, soften: 0.4 }),
  )
  const well = lathe(
    [
      [0, -0.9],
      [0.44, -0.9],
      [0.48, -0.82],
      [0.44, -0.6],
      [0.28, -0.44],
      [0.2, -0.38],
      [0.2, -0.3],
      [0.24, -0.27],
      [0.15, -0.27],
      [0.14, -0.4],
      [0, -0.44],
    ],
    3,
    0.006,
  )
  bench.add(
    'well',
    (x, y, z) => well(x + 0.14, y, z) + (y < -0.5 ? 0.006 * cos(x * 40) : 0),
    [-0.14, -0.6, 0, 0.58],
    bench.named || bench.whole ? bench.body({ rough: 0.16 }) : plain(bench.fabric, { rough: 0.08, coat: 1, soften: 0.3, specular: 0.08 }),
  )
  bench.add(
    'ink',
    (x, y, z) => max(length2(x + 0.14, z) - 0.14, abs(y + 0.36) - 0.03),
    [-0.14, -0.36, 0, 0.16],
    plain(rgb('#0a0a12'), { rough: 0.05, coat: 1 }),
  )
  bench.add(
    'ring',
    (x, y, z) => length2(length2(x + 0.14, z) - 0.215, y + 0.36) - 0.03,
    [-0.14, -0.36, 0, 0.26],
    bench.fitting({ rough: 0.16 }),
  )
  bench.add(
    'tray',
    (x, y, z) => max(length2((x - 0.02) * 0.82, z) - 0.56, abs(y + 0.93) - 0.03) - 0.012,
    [0.02, -0.93, 0, 0.72],
    bench.fitting({ rough: 0.26 }),
  )
  return { yaw: 0.2, pitch: 0.14, half: 1.12, aimX: 0.12, aimY: 0.04, stands: -0.97 }
}

export const feather: Kind = {
  forms: ['plume', 'peacock', 'quill'],
  build: (bench) => (bench.form === 'quill' ? inkwell(bench) : plume(bench)),
}
