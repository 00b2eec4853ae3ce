import { cos, sin, smooth, TAU } from '../../math/dmath.ts'
import { noise3 } from '../../math/lattice.ts'
import { smoothMax } from '../../solid/field/combine.ts'
import { brilliantCut } from '../../solid/field/facets.ts'
import type { Field2 } from '../../solid/field/field.ts'
import { polygon } from '../../solid/field/outline.ts'
import { length2 } from '../../solid/field/shapes.ts'
import { overlaid } from '../../solid/material/overlay.ts'
import { tint } from '../../solid/render/surface.ts'
import type { Kind } from '../kind.ts'

const { abs, max, min } = Math

/** How a star is cut: radii and turns of the corners of one of its points, in turn fractions of it. */
type Cut = readonly (readonly [radius: number, turn: number])[]

const CUTS: Record<string, Cut> = {
  star: [
    [1, 0],
    [0.36, 0.5],
  ],
  hooked: [
    [1, 0],
    [0.74, 0.04],
    [0.5, 0.18],
    [0.36, 0.42],
    [0.4, 0.62],
    [0.62, 0.8],
  ],
  square: [
    [1, 0],
    [0.52, 0.1],
    [0.31, 0.5],
    [0.52, 0.9],
  ],
}

const outlineOf = (cut: Cut, points: number): Field2 =>
  polygon(
    Array.from({ length: points }, (_, i) =>
      cut.flatMap(([radius, turn]) => {
        const angle = ((i + turn) / points) * TAU
        return [radius * sin(angle), radius * cos(angle)]
      }),
    ).flat(),
  )

export const shuriken: Kind = {
  forms: ['star', 'hooked', 'square'],
  round: true,
  build(bench) {
    const points = bench.form === 'square' ? 4 : bench.form === 'hooked' ? bench.random.pick([3, 4, 6]) : bench.random.pick([5, 6, 8])
    const outline = outlineOf(CUTS[bench.form] ?? CUTS.star!, points)
    const hole = bench.random.range(0.11, 0.14)
    // the edge is ground bright, the face stays black from the forge
    const dark = bench.named || bench.whole ? bench.body({ brush: 0, hammer: 0.02 }) : bench.body({ hammer: 0.05, rough: 0.42, brush: 0 })
    const steel = overlaid(dark, [
      (s) => {
        if (bench.named || bench.whole) return
        const d = outline(s.x, s.y) + 0.008 * noise3(s.x * 12, s.y * 12, 1)
        tint(s, [0.045, 0.05, 0.06], smooth(-0.05, -0.062, d) * 0.88)
        s.rough += 0.12 * smooth(-0.05, -0.062, d)
      },
    ])
    const etched = bench.inscribed(steel, (s, at) => {
      at.u = (length2(s.x, s.y) - 0.2) * 9
      at.v = ((s.x > 0 ? 1 : -1) * (1 + s.y / (abs(s.x) + abs(s.y) + 0.001)) + 2) * 3
      return at.u > 0 && at.u < 1
    })
    bench.add(
      'star',
      (x, y, z) => {
        const d = outline(x, y)
        const bevel = min(0.05, 0.012 - d * 0.6)
        const rim = length2(x, y) - hole
        return smoothMax(max(d, abs(z) - max(0.009, bevel)) * 0.9, -rim, 0.014)
      },
      [0, 0, 0, 1.02],
      etched,
    )
    bench.add(
      'eye',
      (x, y, z) => length2(length2(x, y) - hole - 0.024, max(abs(z) - 0.034, 0)) - 0.027,
      [0, 0, 0, hole + 0.09],
      bench.fitting(),
    )
    const studs = bench.form === 'star' ? points : points * 2
    bench.add(
      'rivets',
      (x, y, z) => {
        let d = 9
        for (let i = 0; i < studs; i++) {
          const a = ((i + 0.5) / studs) * TAU
          d = min(d, length2(length2(x - 0.27 * sin(a), y - 0.27 * cos(a)), max(0, abs(z) - 0.04)) - 0.019)
        }
        return d
      },
      [0, 0, 0, 0.32],
      bench.fitting(),
    )
    if (bench.has('ornate')) bench.addGem(brilliantCut(0, 0, 0.02, hole - 0.01, 0.1, 8, 'z'), [0, 0, 0.02, hole + 0.04])
    return { roll: bench.random.range(-0.5, 0.1), yaw: 0.35, half: 1.16, stands: null, thickness: 0.07 }
  },
}
