import { atan2, cos, PI, sin, smooth } from '../../math/dmath.ts'
import { noise3 } from '../../math/lattice.ts'
import { smoothMin } from '../../solid/field/combine.ts'
import { brilliantCut } from '../../solid/field/facets.ts'
import type { Field } from '../../solid/field/field.ts'
import { box, length2, length3 } from '../../solid/field/shapes.ts'
import { finish, plain } from '../../solid/material/plain.ts'
import { rgb, scale } from '../../solid/palette.ts'
import { paint } from '../../solid/render/surface.ts'
import type { Bench } from '../bench.ts'
import type { Kind } from '../kind.ts'

const { abs, floor, max, min } = Math

const PAPER = rgb('#ecdfbd')

/** The cut edges of many leaves. */
const leaves = finish(PAPER, (s) => {
  paint(s, PAPER)
  const line = noise3(s.x * 2, s.y * 2, s.z * 150)
  s.r *= 0.75 + 0.3 * line
  s.g *= 0.74 + 0.3 * line
  s.b *= 0.7 + 0.3 * line
  s.rough = 0.9
  s.soften = 0.4
})

/** A strap from the back to a lock on the front, its plate nailed down and its keyhole dark. */
function addLock(bench: Bench): void {
  const strap: Field = (x, y, z) => box(x - 0.48, y, z, 0.16, 0.1, 0.215, 0.02)
  bench.add('strap', strap, [0.48, 0, 0, 0.36], bench.hide(scale(bench.fabric, 0.6)))
  const plate: Field = (x, y, z) => {
    const round = smoothMin(length2(x - 0.3, y) - 0.17, box(x - 0.3, y + 0.14, 0, 0.11, 0.1, 1, 0.04), 0.06)
    const keyhole = min(length2(x - 0.3, y - 0.03) - 0.042, max(abs(x - 0.3) - 0.012 - max(0, 0.02 - y) * 0.2, abs(y + 0.05) - 0.085))
    return max(round, abs(z - 0.225) - 0.03, -keyhole) * 0.9 - 0.008
  }
  bench.add('lock', plate, [0.3, -0.05, 0.225, 0.32], bench.fitting({ rough: 0.18, wear: 0.3 }))
  const nails: Field = (x, y, z) => length3(abs(x - 0.3) - 0.115, abs(y + 0.02) - 0.085, z - 0.26) - 0.022
  bench.add('nails', nails, [0.3, -0.02, 0.26, 0.2], bench.fitting({ rough: 0.14 }))
  bench.add(
    'dark',
    (x, y, z) => box(x - 0.3, y + 0.02, z - 0.222, 0.07, 0.14, 0.006, 0.004),
    [0.3, -0.02, 0.222, 0.18],
    plain([0.01, 0.009, 0.008]),
  )
}

export const book: Kind = {
  forms: ['emblem', 'plain', 'locked'],
  build(bench) {
    bench.add(
      'cover',
      (x, y, z) => {
        const boards = max(box(x, y, z, 0.58, 0.78, 0.2, 0.03), -box(x - 0.08, y, z, 0.6, 0.9, 0.155, 0.01))
        const spine = max(length2(x + 0.5, z * 0.62) - 0.13, abs(y) - 0.78)
        const band = abs(y - floor(y / 0.36 + 0.5) * 0.36)
        return smoothMin(boards, spine, 0.03) - (x < -0.46 ? 0.02 * smooth(0.05, 0.03, band) : 0)
      },
      [0, 0, 0, 1.05],
      bench.hide(bench.fabric),
    )
    bench.add('pages', (x, y, z) => box(x - 0.03, y, z, 0.54, 0.73, 0.152, 0.01), [0.03, 0, 0, 0.95], leaves)
    bench.add(
      'corners',
      (x, y, z) => max(box(x, y, z, 0.6, 0.8, 0.222, 0.03), -(x - 0.44 + abs(y) - 0.64 - 0.02), -box(x, y, z, 0.7, 0.9, 0.15, 0.01)),
      [0.2, 0, 0, 1.05],
      bench.fitting({ hammer: 0.04 }),
    )
    bench.add(
      'clasps',
      (x, y, z) => box(abs(y) > 0.3 ? x - 0.5 : x - 0.52, abs(y) - 0.36, z, 0.1, 0.06, 0.226, 0.02),
      [0.5, 0, 0, 0.55],
      bench.fitting(),
    )
    if (bench.form === 'emblem') {
      bench.add(
        'emblem',
        (x, y, z) => {
          const u = x - 0.05
          const circle = max(abs(length2(u, y) - 0.27) - 0.022, abs(z - 0.21) - 0.025)
          const angle = (floor(atan2(y, u) / (PI / 4) + 0.5) * PI) / 4
          return min(circle, length3(u - cos(angle) * 0.27, y - sin(angle) * 0.27, z - 0.215) - 0.04)
        },
        [0.05, 0, 0.21, 0.36],
        bench.fitting(),
      )
      bench.addGem(brilliantCut(0.05, 0, 0.21, 0.15, 0.14, 8, 'z'), [0.05, 0, 0.21, 0.22])
    } else {
      bench.add(
        'frame',
        (x, y, z) => max(abs(box(x - 0.03, y, 0, 0.36, 0.56, 1, 0.06)) - 0.014, abs(z - 0.205) - 0.014),
        [0.03, 0, 0.2, 0.75],
        bench.fitting(),
      )
    }
    if (bench.form === 'locked') addLock(bench)
    if (bench.glowing) bench.addLamp({ at: [0.05, 0, 0.5], colour: bench.accent, strength: 0.3, falloff: 5 })
    return { yaw: -0.5, pitch: 0.16, roll: 0, half: 1.12, stands: -0.8 }
  },
}
