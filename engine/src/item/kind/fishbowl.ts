import { cos, sin, smooth } from '../../math/dmath.ts'
import { noise3, voronoi3 } from '../../math/lattice.ts'
import { place } from '../../solid/field/combine.ts'
import type { Field } from '../../solid/field/field.ts'
import { type LockPoint, locks } from '../../solid/field/locks.ts'
import { extrude, polygon } from '../../solid/field/outline.ts'
import { box, cylinder, length2, length3 } from '../../solid/field/shapes.ts'
import { blend, oval, rod } from '../../solid/field/solids.ts'
import { glass } from '../../solid/material/clear.ts'
import { finish, plain } from '../../solid/material/plain.ts'
import { rgb } from '../../solid/palette.ts'
import { dim, emit, paint, tint } from '../../solid/render/surface.ts'
import type { Bench } from '../bench.ts'
import type { Kind, Pose } from '../kind.ts'
import { foliage } from '../shape/leaf.ts'

const { abs, max, min } = Math

const GOLD = rgb('#f2701c')

/** A heap with pebbles on it, `d` away: they show only near it. */
const pebbled = (d: number, x: number, y: number, z: number, size: number) =>
  d > 0.08 ? d - size : d - size * noise3(x * 16, y * 16, z * 16)

/** A goldfish about the origin, nose to +x, with veils for fins. */
function goldfish(bench: Bench, at: (field: Field) => Field, where: readonly [number, number, number]): void {
  const colour = bench.coloured || bench.glowing ? bench.accent : GOLD
  const skin =
    bench.named || bench.whole
      ? bench.body({ rough: 0.2 })
      : finish(colour, (s) => {
          paint(s, colour)
          const wall = voronoi3(s.x * 16, s.y * 16, s.z * 16, s.cell)
          dim(s, 0.85 + 0.35 * wall)
          tint(s, [1, 0.85, 0.6], smooth(0.05, -0.12, s.y - where[1]) * 0.5)
          if (bench.glowing) emit(s, colour, 0.6)
          s.rough = 0.2
          s.coat = 0.9
          s.soften = 0.4
        })
  const body = blend(
    0.06,
    oval(0, 0, 0, 0.27, 0.19, 0.14),
    oval(0.16, 0, 0, 0.15, 0.14, 0.12),
    rod([-0.2, 0, 0], [-0.33, 0.01, 0], 0.08, 0.04),
  )
  bench.add('fish', at(body), [...where, 0.36], skin)
  const veil =
    bench.named || bench.whole
      ? skin
      : finish(colour, (s) => {
          paint(s, [colour[0] * 0.9 + 0.1, colour[1] * 0.8 + 0.16, colour[2] * 0.8 + 0.1])
          s.rough = 0.4
          s.soften = 1
        })
  const tail = extrude(
    polygon([-0.3, 0.03, -0.42, 0.2, -0.6, 0.26, -0.66, 0.16, -0.54, 0.04, -0.7, -0.08, -0.64, -0.24, -0.46, -0.2, -0.3, -0.03]),
    0.014,
    0.01,
  )
  const dorsal = extrude(polygon([0.08, 0.14, 0.0, 0.3, -0.14, 0.28, -0.2, 0.12]), 0.014, 0.01)
  const belly = extrude(polygon([0.02, -0.14, -0.06, -0.28, -0.16, -0.24, -0.12, -0.12]), 0.014, 0.01)
  const fins: Field = (x, y, z) => {
    // each fin is flat: the others are asked only where they can be nearer
    let d = tail(x, y, z - 0.06 * sin(x * 7))
    if (d > abs(z) - 0.02) d = min(d, dorsal(x, y, z))
    if (d > abs(abs(z) - 0.04) - 0.02) d = min(d, belly(x, y, abs(z) - 0.04))
    return d * 0.92
  }
  bench.add('fins', at(fins), [where[0] - 0.28, where[1] + 0.01, where[2] + 0.12, 0.5], veil)
  bench.add(
    'eyes',
    at((x, y, z) => length3(x - 0.22, y - 0.05, abs(z) - 0.085) - 0.036),
    [...where, 0.34],
    plain(rgb('#101014'), { rough: 0.06, coat: 1 }),
  )
}

function bowl(bench: Bench): Pose {
  const tank = bench.form === 'tank'
  const clear = glass([0.75, 0.85, 0.9], [0.95, 0.98, 0.99], 1.05, 0.03)
  const gravel = finish(rgb('#b8a890'), (s) => {
    const wall = voronoi3(s.x * 15, s.y * 15, s.z * 15, s.cell)
    paint(s, rgb('#cbbba0'))
    if (s.cell.id > 0.6) paint(s, bench.fabric)
    dim(s, (0.5 + 0.6 * s.cell.id) * (0.5 + smooth(0, 0.25, wall) * 0.6))
    s.rough = 0.5
  })
  const surface = finish(rgb('#9fc8d8'), (s) => {
    paint(s, rgb('#a9d3e0'))
    s.rough = 0.06
    s.coat = 1
    s.soften = 0.6
  })
  if (tank) {
    bench.add(
      'glass',
      (x, y, z) => max(box(x, y, z, 0.92, 0.6, 0.46, 0.03), -box(x, y - 0.08, z, 0.89, 0.64, 0.43, 0.02)),
      [0, 0, 0, 1.2],
      clear,
    )
    bench.add(
      'gravel',
      (x, y, z) => pebbled(box(x, y + 0.48 - 0.05 * sin(x * 4), z, 0.88, 0.1, 0.42, 0.03), x, y, z, 0.02),
      [0, -0.48, 0, 1],
      gravel,
    )
    bench.add(
      'frame',
      (x, y, z) =>
        min(
          box(x, y + 0.62, z, 0.95, 0.05, 0.49, 0.02),
          max(box(x, y - 0.6, z, 0.95, 0.045, 0.49, 0.02), -box(x, y - 0.6, z, 0.87, 1, 0.41, 0.02)),
        ),
      [0, 0, 0, 1.24],
      bench.fitting({ rough: 0.3 }),
    )
    bench.add(
      'water',
      (x, y, z) => box(x, y - 0.44, z, 0.885, 0.012, 0.425, 0.008),
      [0, 0.44, 0, 0.99],
      glass([0.5, 0.75, 0.85], [0.8, 0.93, 0.97], 1.02, 0.04),
    )
    const arch: Field = (x, y, z) =>
      max(abs(length2(x - 0.42, y + 0.4) - 0.24) - 0.07, abs(z + 0.12) - 0.12, -0.42 - y) - 0.02 * noise3(x * 9, y * 9, z * 9)
    bench.add('arch', arch, [0.42, -0.26, -0.12, 0.4], plain(rgb('#8f867a'), { rough: 0.9 }))
  } else {
    const shell: Field = (x, y, z) => max(abs(max(length3(x, y + 0.02, z) - 0.8, -0.72 - y)) - 0.012, y - 0.58)
    const lip: Field = (x, y, z) => max(abs(length2(x, z) - 0.52 - (y - 0.58) * 0.35) * 0.9 - 0.018, abs(y - 0.65) - 0.08)
    bench.add('glass', (x, y, z) => min(shell(x, y, z), lip(x, y, z)), [0, 0, 0, 0.96], clear)
    bench.add(
      'gravel',
      (x, y, z) => pebbled(max(length3(x, (y + 0.02) * 1.1, z) - 0.76, y + 0.5 - 0.03 * sin(x * 5)), x, y, z, 0.015),
      [0, -0.58, 0, 0.62],
      gravel,
    )
    bench.add('water', (x, y, z) => cylinder(x, y - 0.4, z, 0.66, 0.012, 0.008), [0, 0.4, 0, 0.68], surface)
  }
  const at = (field: Field) => place(field, tank ? -0.12 : 0.04, -0.02, 0.1, 0, 0.35, 0.08)
  goldfish(bench, at, [tank ? -0.12 : 0.04, -0.02, 0.1])
  const weeds = Array.from({ length: 5 }, (_, i) => {
    const x0 = (tank ? -0.62 : -0.3) + 0.09 * (i % 3)
    const z0 = -0.2 + 0.08 * i * (i % 2)
    return Array.from(
      { length: 6 },
      (_, k): LockPoint => [x0 + 0.05 * sin(k * 1.3 + i), -0.5 + 0.14 * k, z0 + 0.03 * cos(k + i), 0.035 - 0.004 * k],
    )
  })
  const stems = locks(weeds, 0.01, 3, 32).field
  const leaflets: Field = (x, y, z) => (stems(x, y, z) + 0.012 * sin(y * 50)) * 0.75
  bench.add('weed', leaflets, [tank ? -0.53 : -0.22, -0.16, -0.08, 0.48], foliage('#3f8f4a'))
  const bubbles: Field = (x, y, z) => {
    const u = x - (tank ? 0.3 : 0.36)
    return min(length3(u, y, z - 0.2) - 0.035, length3(u + 0.03, y - 0.14, z - 0.22) - 0.028, length3(u - 0.02, y - 0.26, z - 0.18) - 0.022)
  }
  bench.add('bubbles', bubbles, [tank ? 0.3 : 0.36, 0.12, 0.2, 0.22], plain(rgb('#dff2f8'), { rough: 0.05, coat: 1 }))
  return { yaw: 0.25, pitch: 0.14, half: tank ? 1.16 : 1.04, aimY: -0.02, stands: tank ? -0.67 : -0.74 }
}

export const fishbowl: Kind = { forms: ['bowl', 'tank'], round: true, build: bowl }
