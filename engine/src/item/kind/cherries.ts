import { cos, sin, smooth } from '../../math/dmath.ts'
import { fbm3 } from '../../math/lattice.ts'
import { place, smoothMax, union } from '../../solid/field/combine.ts'
import type { Field } from '../../solid/field/field.ts'
import { type LockPoint, locks } from '../../solid/field/locks.ts'
import { lathe } from '../../solid/field/outline.ts'
import { ellipsoid, length2, length3 } from '../../solid/field/shapes.ts'
import { every } from '../../solid/field/solids.ts'
import { finish, plain } from '../../solid/material/plain.ts'
import { rgb } from '../../solid/palette.ts'
import { paint, tint } from '../../solid/render/surface.ts'
import type { Bench } from '../bench.ts'
import type { Kind, Pose } from '../kind.ts'
import { foliage, leafBlade } from '../shape/leaf.ts'

const { abs, max, min } = Math

const RED = rgb('#a50d1c')

/** A cherry about the origin: dimpled at the stalk, with the faint seam that runs down one side. */
const cherry =
  (r: number): Field =>
  (x, y, z) => {
    let d = ellipsoid(x, y, z, r, r * 0.95, r * 0.97)
    d = smoothMax(d, r * 0.36 - length3(x, y - r * 1.12, z), r * 0.3)
    return z > 0 ? d + 0.4 * max(0, 0.012 - abs(x - 0.1 * y)) : d
  }

const skinOf = (bench: Bench) => {
  const colour = bench.coloured ? bench.accent : RED
  return finish(colour, (s) => {
    const n = fbm3(s.x * 3, s.y * 3, s.z * 3, 3)
    paint(s, colour)
    tint(s, [colour[0] * 0.35, colour[1] * 0.3, colour[2] * 0.3], smooth(0.5, 0.75, n) * 0.7)
    tint(s, [min(1, colour[0] + 0.25), colour[1] + 0.08, colour[2] + 0.02], smooth(0.45, 0.2, n) * 0.5)
    s.rough = 0.1
    s.coat = 1
    s.soften = 0.55
  })
}

const stalkOf = (points: readonly (readonly [number, number, number])[], thick = 0.02) =>
  points.map(([x, y, z], i): LockPoint => [x, y, z, i === points.length - 1 ? thick * 2 : thick])

function pair(bench: Bench): Pose {
  const metalled = bench.gilded || bench.whole
  const skin = metalled ? bench.body({ rough: 0.12, brush: 0 }) : skinOf(bench)
  const left = place(cherry(0.38), -0.42, -0.44, 0.06, 0, 0.3, 0.1)
  const right = place(cherry(0.4), 0.42, -0.56, -0.04, 0.1, -0.4, -0.12)
  bench.add('left', left, [-0.42, -0.44, 0.06, 0.4], skin)
  bench.add('right', right, [0.42, -0.56, -0.04, 0.42], skin)
  const a = stalkOf([
    [-0.43, -0.16, 0.06],
    [-0.34, 0.2, 0.05],
    [-0.06, 0.6, 0.02],
    [0.14, 0.8, 0],
  ])
  const b = stalkOf([
    [0.41, -0.26, -0.04],
    [0.46, 0.1, -0.03],
    [0.34, 0.5, 0],
    [0.14, 0.8, 0],
  ])
  bench.add(
    'stalks',
    locks([a, b], 0.02, 6, 32).field,
    [0.02, 0.28, 0, 0.72],
    metalled ? bench.fitting() : plain(rgb('#7a8a32'), { rough: 0.5, soften: 0.4 }),
  )
  const rib: Field = (x, y) => y - 0.84 + (x - 0.2) * 0.1
  bench.add(
    'leaves',
    union(
      place(leafBlade(0.72, 0.22, 0.16), 0.12, 0.8, 0, 0.55, 0.2, 0.12),
      place(leafBlade(0.56, 0.18, 0.12), 0.12, 0.8, 0, 0.6, 2.8, -0.1),
    ),
    [0.16, 0.78, 0, 0.76],
    metalled ? bench.fitting() : foliage('#47892f', rib),
  )
  return { yaw: 0.15, pitch: 0.14, half: 1.16, aimX: 0.06, aimY: 0.02, stands: -0.95 }
}

/** A blue bowl heaped with cherries. */
function bowl(bench: Bench): Pose {
  const metalled = bench.gilded || bench.whole
  const skin = metalled ? bench.body({ rough: 0.12, brush: 0 }) : skinOf(bench)
  const ware = bench.named
    ? bench.body({ rough: 0.2 })
    : finish(bench.fabric, (s) => {
        paint(s, bench.coloured ? rgb('#f1ede4') : bench.fabric)
        if (abs(s.y) < 0.05 && length2(s.x, s.z) > 0.6) paint(s, [0.85, 0.83, 0.78])
        if (abs(every(s.y, 0.1)) < 0.006 && s.y < -0.1) tint(s, [0.85, 0.83, 0.78], 0.7)
        s.rough = 0.16
        s.coat = 1
      })
  bench.add(
    'bowl',
    lathe(
      [
        [0, -0.62],
        [0.34, -0.62],
        [0.36, -0.54],
        [0.6, -0.4],
        [0.84, 0.06],
        [0.8, 0.08],
        [0.56, -0.34],
        [0, -0.46],
      ],
      3,
      0.008,
    ),
    [0, -0.28, 0, 0.95],
    ware,
  )
  const { random } = bench
  const spots: [number, number, number][] = []
  for (const [count, r, y] of [
    [9, 0.58, -0.0],
    [6, 0.38, 0.2],
    [5, 0.3, -0.08],
    [3, 0.17, 0.38],
  ] as const)
    for (let i = 0; i < count; i++) {
      const angle = (i / count) * 6.2832 + random.range(-0.12, 0.12) + y * 3
      spots.push([r * cos(angle), y + random.range(-0.03, 0.03), r * sin(angle)])
    }
  const heap: Field = (x, y, z) => {
    let d = 9
    for (const [px, py, pz] of spots) {
      const near = length3(x - px, y - py, z - pz) - 0.19
      if (near < d) d = min(d, ellipsoid(x - px, y - py, z - pz, 0.19, 0.18, 0.185))
    }
    return d
  }
  bench.add('heap', heap, [0, 0.12, 0, 0.84], skin)
  const stalks = spots
    .filter((_, i) => i % 2 === 0)
    .map(([x, y, z]) => {
      const lean = random.range(-0.12, 0.12)
      return stalkOf(
        [
          [x, y + 0.15, z],
          [x + lean, y + 0.3, z + 0.04],
          [x + lean * 2.4, y + 0.46, z + 0.06],
        ],
        0.012,
      )
    })
  bench.add(
    'stalks',
    locks(stalks, 0.008, 4, 40).field,
    [0, 0.44, 0, 0.84],
    metalled ? bench.fitting() : plain(rgb('#7a8a32'), { rough: 0.5, soften: 0.4 }),
  )
  return { yaw: 0.2, pitch: 0.3, half: 1.08, aimY: 0.02, stands: -0.64 }
}

export const cherries: Kind = {
  forms: ['pair', 'bowl'],
  round: true,
  build: (bench) => (bench.form === 'bowl' ? bowl(bench) : pair(bench)),
}
