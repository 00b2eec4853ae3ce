import { sin } from '../../math/dmath.ts'
import { noise3 } from '../../math/lattice.ts'
import { place } from '../../solid/field/combine.ts'
import type { Field } from '../../solid/field/field.ts'
import { lathe } from '../../solid/field/outline.ts'
import { box, length2, length3 } from '../../solid/field/shapes.ts'
import { every, groove, slab } from '../../solid/field/solids.ts'
import { cloth } from '../../solid/material/organic.ts'
import { rgb } from '../../solid/palette.ts'
import { dim, paint, tint } from '../../solid/render/surface.ts'
import type { Bench } from '../bench.ts'
import type { Kind, Pose } from '../kind.ts'

const { abs, max, min } = Math

const LINEN = rgb('#ece6da')
const white = cloth(LINEN, 0.4)

/** A pillow: fat in the middle, thin at the seams. */
const pillow: Field = (x, y, z) => {
  const fat = 0.1 * max(0, 1 - (x / 0.34) * (x / 0.34)) * max(0, 1 - (z / 0.24) * (z / 0.24))
  return (box(x, y, z, 0.32, 0.03 + fat, 0.22, 0.03 + fat * 0.3) + 0.006 * noise3(x * 6, y * 6, z * 6)) * 0.8
}

/** Mattress along z: head at −z. Blanket with squares, turned back below the pillows. */
function bedding(bench: Bench): void {
  bench.add('mattress', slab(0, -0.28, 0, 0.6, 0.12, 0.88, 0.06), [0, -0.28, 0, 1.08], white)
  bench.add('pillows', (x, y, z) => place(pillow, 0.3, -0.08, -0.64, 0.35)(abs(x), y, z), [0, -0.08, -0.64, 0.72], white)
  const blanket: Field = (x, y, z) => {
    const d = box(x, y + 0.26, z - 0.2, 0.645, 0.155, 0.72, 0.07)
    const puff = 0.02 * (1 - max(abs(every(x, 0.215)), abs(every(z, 0.24))) * 7)
    return (d - puff * 0.8 + 0.01 * sin(z * 9 + x * 4) * (y < -0.26 ? 1 : 0)) * 0.92
  }
  const colour = bench.fabric
  const light = bench.trim
  bench.add(
    'blanket',
    blanket,
    [0, -0.26, 0.2, 1.03],
    cloth(colour, 0.6, (s) => {
      const odd = (Math.floor(s.x / 0.215 + 0.5) + Math.floor(s.z / 0.24 + 0.5)) & 1
      if (odd) dim(s, 0.62)
      const seam = min(abs(every(s.x - 0.1075, 0.215)), abs(every(s.z - 0.12, 0.24)))
      if (seam < 0.012) tint(s, light, 0.35)
    }),
  )
  bench.add(
    'fold',
    slab(0, -0.1, -0.44, 0.652, 0.05, 0.12, 0.045),
    [0, -0.1, -0.44, 0.68],
    cloth(LINEN, 0.4, (s) => {
      if (abs(s.z + 0.35) < 0.012) paint(s, colour)
    }),
  )
}

const POST = lathe(
  [
    [0, -0.8],
    [0.05, -0.8],
    [0.075, -0.72],
    [0.05, -0.64],
    [0.075, -0.56],
    [0.075, -0.3],
    [0.05, -0.2],
    [0.08, -0.1],
    [0.045, 0],
    [0, 0],
  ],
  3,
)

function cottage(bench: Bench): Pose {
  const timber = bench.named || bench.whole ? bench.body() : bench.timber('#5a3217', '#935c31', 'x')
  const upright = bench.named || bench.whole ? timber : bench.timber('#4e2b14', '#84502a')
  bedding(bench)
  bench.add('rails', (x, y, z) => box(abs(x) - 0.66, y + 0.42, z, 0.035, 0.1, 0.95, 0.012), [0, -0.42, 0, 1.18], timber)
  const head: Field = (x, y, z) => {
    const top = 0.42 - 0.5 * x * x
    const d = max(abs(x) - 0.64, abs(z + 0.97) - 0.03, (y - top) * 0.85, -0.52 - y) - 0.008
    return (z > -0.97 ? d + groove(every(x, 0.16), 0.012) : d) * 0.9
  }
  bench.add('head', head, [0, -0.04, -0.97, 0.82], timber)
  bench.add(
    'cap',
    (x, y, z) => max(abs(x) - 0.66, length2(y - 0.42 + 0.5 * x * x, z + 0.97) - 0.055) * 0.85,
    [0, 0.32, -0.97, 0.72],
    upright,
  )
  const foot: Field = (x, y, z) => {
    const top = -0.04 - 0.3 * x * x
    const d = max(abs(x) - 0.64, abs(z - 0.98) - 0.03, (y - top) * 0.9, -0.54 - y) - 0.008
    return (d + groove(every(x, 0.16), 0.012)) * 0.9
  }
  bench.add('foot', foot, [0, -0.28, 0.98, 0.72], timber)
  bench.add(
    'posts',
    (x, y, z) =>
      min(
        POST(abs(x) - 0.68, y, z - 0.98),
        POST(abs(x) - 0.68, y - 0.3, z + 0.97),
        max(length2(abs(x) - 0.68, z + 0.97) - 0.06, abs(y + 0.64) - 0.16),
      ),
    [0, -0.25, 0, 1.36],
    upright,
  )
  bench.add(
    'knobs',
    (x, y, z) => min(length3(abs(x) - 0.68, y - 0.05, z - 0.98), length3(abs(x) - 0.68, y - 0.35, z + 0.97)) - 0.07,
    [0, 0.2, 0, 1.3],
    bench.fitting(),
  )
  return { yaw: 0.62, pitch: 0.42, half: 1.36, aimY: -0.26, stands: -0.8 }
}

function canopy(bench: Bench): Pose {
  const timber = bench.named || bench.whole ? bench.body() : bench.timber('#3e2010', '#70421f')
  bedding(bench)
  bench.add(
    'rails',
    (x, y, z) =>
      min(
        box(abs(x) - 0.66, y + 0.44, z, 0.04, 0.12, 0.95, 0.012),
        box(x, y + 0.42, z - 0.98, 0.64, 0.14, 0.035, 0.012) + groove(box(x, y + 0.42, 0, 0.54, 0.08, 1, 0.02), 0.016),
      ),
    [0, -0.44, 0.02, 1.22],
    timber,
  )
  const column = lathe(
    [
      [0, -0.8],
      [0.07, -0.8],
      [0.07, -0.3],
      [0.04, -0.22],
      [0.065, -0.14],
      [0.045, 0.1],
      [0.035, 0.6],
      [0.055, 0.68],
      [0.03, 0.74],
      [0.05, 0.8],
      [0, 0.8],
    ],
    2,
  )
  bench.add('posts', (x, y, z) => column(abs(x) - 0.68, y, abs(z) - 0.97), [0, 0, 0, 1.46], timber)
  bench.add(
    'head',
    (x, y, z) =>
      max(abs(x) - 0.64, abs(z + 0.97) - 0.03, y - 0.34 + x * x * 0.5, -0.52 - y) * 0.88 +
      (z > -0.97 ? groove(length2(x, y - 0.05) - 0.22, 0.016) : 0),
    [0, -0.1, -0.97, 0.8],
    timber,
  )
  const cover = bench.fabric
  const roof: Field = (x, y, z) => {
    const rail = min(box(abs(x) - 0.68, y - 0.85, z, 0.055, 0.06, 1.03, 0.015), box(x, y - 0.85, abs(z) - 0.97, 0.735, 0.06, 0.055, 0.015))
    return rail
  }
  bench.add('tester', roof, [0, 0.85, 0, 1.28], timber)
  bench.add('roof', slab(0, 0.92, 0, 0.72, 0.03, 1.0, 0.02), [0, 0.92, 0, 1.26], cloth(cover, 0.8))
  const valance: Field = (x, y, z) => {
    const swag = 0.05 * abs(sin((abs(x) > 0.69 ? z : x) * 7.3))
    const shell = max(box(x, 0, z, 0.75, 9, 1.045, 0.01), -box(x, 0, z, 0.73, 9, 1.025, 0.01))
    return max(shell, abs(y - 0.75) - 0.1 - swag) * 0.9
  }
  bench.add('valance', valance, [0, 0.75, 0, 1.32], cloth(cover, 0.8))
  // curtains gathered at the posts of the head and tied at the foot
  const curtain: Field = (x, y, z) => {
    const pinch = 0.55 + 0.45 * min(1, abs(y + 0.1) * 2.2)
    const u = x - 0.69
    const w = z + 0.76
    const fold = 0.014 * sin((w * 46) / pinch)
    return max(box(u - fold, y - 0.1, w * 1, 0.05 * pinch, 0.72, 0.2 * pinch, 0.04) * 0.72, y - 0.75)
  }
  bench.add('curtains', (x, y, z) => min(curtain(abs(x), y, z), curtain(abs(x), y, 0.06 - z * 1)), [0, 0.1, 0, 1.46], cloth(cover, 0.9))
  bench.add(
    'ties',
    (x, y, z) => length2(length2(abs(x) - 0.69, (abs(z + 0.03) - 0.79) * 0.55) - 0.05, y + 0.1) - 0.022,
    [0, -0.1, 0, 1.24],
    bench.fitting(),
  )
  bench.add(
    'finials',
    (x, y, z) =>
      min(length3(abs(x) - 0.68, y - 0.99, abs(z) - 0.97) - 0.065, max(length2(abs(x) - 0.68, abs(z) - 0.97) - 0.03, abs(y - 1.05) - 0.06)),
    [0, 1, 0, 1.3],
    bench.fitting(),
  )
  return { yaw: 0.62, pitch: 0.34, half: 1.56, aimY: 0.06, stands: -0.8 }
}

export const bed: Kind = {
  forms: ['cottage', 'canopy'],
  build: (bench) => (bench.form === 'canopy' ? canopy(bench) : cottage(bench)),
}
