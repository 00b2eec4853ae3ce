import { smooth } from '../../math/dmath.ts'
import { noise3 } from '../../math/lattice.ts'
import { place } from '../../solid/field/combine.ts'
import type { Field } from '../../solid/field/field.ts'
import { box, length2 } from '../../solid/field/shapes.ts'
import { every, slab } from '../../solid/field/solids.ts'
import { finish, plain } from '../../solid/material/plain.ts'
import { rgb, scale } from '../../solid/palette.ts'
import type { Opaque } from '../../solid/render/part.ts'
import { paint, tint } from '../../solid/render/surface.ts'
import type { Bench } from '../bench.ts'
import type { Pose } from '../kind.ts'
import { SIGNETS } from './signets.ts'

const { abs, floor, max, min } = Math

const PAPER = rgb('#ecdfbd')
const INK = rgb('#3a2a20')
const RUBRIC = rgb('#a5241c')
const GILT = rgb('#c99a34')

/** The cut edges of many leaves that lie across the `axis`; sprinkled red, gilt or bare. */
export const leafEdges = (axis: 'y' | 'z', colour = PAPER): Opaque =>
  finish(colour, (s) => {
    paint(s, colour)
    const line = axis === 'z' ? noise3(s.x * 2, s.y * 2, s.z * 150) : noise3(s.x * 2, s.y * 150, s.z * 2)
    s.r *= 0.75 + 0.3 * line
    s.g *= 0.74 + 0.3 * line
    s.b *= 0.7 + 0.3 * line
    s.rough = 0.9
    s.soften = 0.4
  })

export const EDGE_COLOURS = [PAPER, PAPER, rgb('#e4c98a'), GILT, rgb('#b4483a')] as const

/** A book that lies open: two arched blocks of leaves with a hand's lines, an initial and a drawing. */
export function openBook(bench: Bench): Pose {
  const { random } = bench
  const [wide, deep] = random.pick([
    [0.82, 0.62],
    [0.9, 0.56],
    [0.74, 0.68],
  ] as const)
  const arch = random.range(1.2, 1.9)
  const height = (x: number): number => {
    const u = min(1, abs(x) / wide)
    return 0.06 + arch * u * (1 - u) * (1 - u)
  }
  const block: Field = (x, y, z) => max((y - height(x)) * 0.72, -0.03 - y, abs(x) - wide, abs(z) - deep) * 0.9
  const accent = bench.coloured ? bench.fabric : bench.accent
  const device = SIGNETS[random.pick(['sun', 'star', 'crescent', 'cross', 'shield'] as const)](0.16)
  const drawn = random.pick([-1, 1, 1])
  const edges = leafEdges('y')
  const written = finish(PAPER, (s) => {
    if (s.ny < 0.35) {
      edges.shade(s)
      return
    }
    paint(s, PAPER)
    s.rough = 0.9
    s.soften = 0.4
    const [u, v] = [abs(s.x) - wide * 0.52, s.z]
    tint(s, [0.2, 0.14, 0.08], 0.35 * smooth(0.12, 0, abs(s.x)))
    if (abs(u) > wide * 0.36 || abs(v) > deep * 0.82) return
    const drawing = s.x * drawn > 0 && v < 0.02
    if (drawing) {
      const [du, dv] = [s.x * drawn - wide * 0.52, v + deep * 0.4]
      const d = device(du, -dv)
      if (d < 0) tint(s, accent, 0.85)
      tint(s, INK, smooth(0.014, 0.006, abs(d)) + smooth(0.012, 0.006, abs(length2(du, dv) - 0.215)))
      return
    }
    if (s.x * drawn < 0 && u < -wide * 0.36 + 0.16 && v < -deep * 0.82 + 0.18) {
      tint(s, RUBRIC, 1)
      tint(s, GILT, smooth(0.02, 0.01, abs(length2(u + wide * 0.36 - 0.08, v + deep * 0.82 - 0.09) - 0.045)))
      return
    }
    const row = floor(v / 0.066)
    const across = abs(every(v - 0.033, 0.066))
    const word = noise3(s.x * 17, row * 3.7 + 40, 0.5)
    const stroke = 0.55 + 0.45 * noise3(s.x * 90, row * 5.1, 3)
    const end = row % 5 === 0 ? 0.1 : 0.36
    if (u < wide * end && word > 0.36) tint(s, row % 7 === 0 ? RUBRIC : INK, smooth(0.02, 0.01, across) * stroke)
  })
  bench.add('pages', block, [0, 0.08, 0, length2(wide, deep) + 0.06], written)
  const cover: Field = (x, y, z) =>
    min(box(x, y + 0.06, z, wide + 0.06, 0.03, deep + 0.06, 0.02), box(x, y + 0.07, z, 0.1, 0.045, deep + 0.06, 0.03))
  bench.add('cover', cover, [0, -0.06, 0, length2(wide, deep) + 0.12], bench.hide(bench.fabric))
  const caps: Field = (x, y, z) =>
    max(
      box(x, y + 0.06, z, wide + 0.075, 0.045, deep + 0.075, 0.02),
      wide + deep - 0.1 - abs(x) - abs(z),
      -box(x, y - 0.03, z, wide + 0.02, 0.09, deep + 0.02, 0),
    )
  bench.add('corners', caps, [0, -0.06, 0, length2(wide, deep) + 0.12], bench.fitting({ hammer: 0.04 }))
  const ribbon: Field = (x, y, z) => {
    const on = box(x - 0.05 - 0.02 * z, y - height(0.05) - 0.014, z - deep * 0.5, 0.035, 0.008, deep * 0.5 + 0.02, 0.004)
    const over = box(x - 0.065, y + 0.02, z - deep - 0.075, 0.035, 0.1, 0.008, 0.004)
    return min(on, over, box(x - 0.065, y - 0.074, z - deep - 0.04, 0.035, 0.008, 0.042, 0.004)) * 0.9
  }
  bench.add(
    'ribbon',
    ribbon,
    [0.05, 0, deep * 0.55, deep * 0.5 + 0.22],
    plain(bench.coloured ? scale(bench.fabric, 0.7) : RUBRIC, { rough: 0.5 }),
  )
  return { yaw: random.range(-0.5, 0.5), pitch: random.range(0.68, 0.85), half: 1.08, aimY: 0, stands: -0.12 }
}

/** Books that lie on one another, each turned a little. */
export function stackedBooks(bench: Bench): Pose {
  const { random } = bench
  const count = random.pick([3, 4])
  const hides = [bench.fabric, ...['#5a2418', '#1f3a5c', '#2f4a2c', '#6a4a1e', '#3a2347'].map(rgb)]
  const first = random.int(1, 5)
  let floorY = -0.72
  for (let i = 0; i < count; i++) {
    const [a, c, half] = [random.range(0.6, 0.8) - i * 0.03, random.range(0.48, 0.56) - i * 0.02, random.range(0.11, 0.19)]
    const y = floorY + half
    const turn = random.range(-0.32, 0.32) + (random.chance(0.25) ? Math.PI : 0)
    const colour = bench.coloured ? scale(bench.fabric, random.range(0.55, 1.1)) : hides[i === 1 ? 0 : 1 + ((i + first) % 5)]!
    const bands = random.pick([0.22, 0.3])
    const boards: Field = (x, v, z) => {
      const shell = max(box(x, v, z, a, half, c, 0.02), -box(x, v, z - 0.08, a - 0.04 + 0.2, half - 0.03, c, 0.01))
      const spine = max(length2(v, (z + c - 0.04) * 1.6) - half, abs(x) - a)
      return min(shell, spine - (z < -c ? 0.014 * smooth(0.03, 0.015, abs(every(x, bands))) : 0)) * 0.9
    }
    const reach = Math.sqrt(a * a + half * half + (c + half) * (c + half)) + 0.03
    // the spine looks at the viewer or away
    const flip = turn + Math.PI
    bench.add(`cover ${i}`, place(boards, 0, y, 0, 0, flip, 0), [0, y, 0, reach], bench.hide(colour))
    const leaves = slab(0, 0, 0.01, a - 0.04, half - 0.03, c - 0.05, 0.01)
    bench.add(`pages ${i}`, place(leaves, 0, y, 0, 0, flip, 0), [0, y, 0, reach], leafEdges('y', random.pick(EDGE_COLOURS)))
    const ribs: Field = (x, v, z) =>
      max(
        abs(length2(v, (z + c - 0.04) * 1.6) - half - 0.006) - 0.012,
        abs(every(x - bands / 2, bands)) - 0.016,
        abs(x) - a + 0.03,
        z + c - 0.02,
      )
    bench.add(
      `ribs ${i}`,
      place((x, v, z) => ribs(x, v, z) * 0.6, 0, y, 0, 0, flip, 0),
      [0, y, 0, reach + 0.02],
      bench.fitting({ rough: 0.3 }),
    )
    floorY += half * 2 + 0.004
  }
  return { yaw: random.range(-0.4, 0.4), pitch: 0.26, half: 1.02, aimY: (floorY - 0.72) / 2, stands: -0.73 }
}
