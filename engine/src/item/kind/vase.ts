import { atan2, sin, smooth } from '../../math/dmath.ts'
import { fbm3, voronoi3 } from '../../math/lattice.ts'
import { mirrorX, smoothMax, smoothMin } from '../../solid/field/combine.ts'
import { lathe } from '../../solid/field/outline.ts'
import { length2 } from '../../solid/field/shapes.ts'
import { sweep } from '../../solid/field/sweep.ts'
import { finish } from '../../solid/material/plain.ts'
import { rgb } from '../../solid/palette.ts'
import { paint, tint } from '../../solid/render/surface.ts'
import type { Kind } from '../kind.ts'

const { abs, max } = Math

const PROFILES: Record<string, readonly (readonly [number, number])[]> = {
  melon: [
    [0, -0.8],
    [0.34, -0.8],
    [0.52, -0.62],
    [0.66, -0.26],
    [0.62, 0.1],
    [0.38, 0.4],
    [0.14, 0.54],
    [0.11, 0.68],
    [0.2, 0.84],
  ],
  amphora: [
    [0, -0.8],
    [0.24, -0.8],
    [0.22, -0.72],
    [0.44, -0.4],
    [0.58, 0],
    [0.5, 0.3],
    [0.24, 0.46],
    [0.19, 0.66],
    [0.28, 0.78],
    [0.28, 0.82],
  ],
  bottle: [
    [0, -0.8],
    [0.36, -0.8],
    [0.46, -0.6],
    [0.46, -0.2],
    [0.3, 0.02],
    [0.13, 0.16],
    [0.12, 0.6],
    [0.2, 0.82],
  ],
}
const CELADON = rgb('#bfe0d2')
const CRACKLE = rgb('#6d8f84')
const COBALT = rgb('#1f3f9a')
const FOOT = rgb('#b08a62')

export const vase: Kind = {
  forms: ['melon', 'amphora', 'bottle'],
  build(bench) {
    const body = lathe(PROFILES[bench.form] ?? PROFILES.melon!, 6)
    const ribs = bench.form === 'melon' ? 0.026 : 0
    // narrower than the neck
    const bore = bench.form === 'amphora' ? 0.145 : 0.074
    const colour = bench.coloured ? bench.accent : CELADON
    const painted = bench.form === 'bottle'
    const glaze = finish(colour, (s) => {
      const { x, y, z } = s
      const turn = atan2(z, x)
      paint(s, painted ? [0.86, 0.88, 0.9] : colour)
      if (painted) {
        const vine = abs(y + 0.38 - 0.12 * sin(turn * 4)) - 0.012 * (1 + fbm3(x * 8, y * 8, z * 8, 2))
        const leaf = abs(sin(turn * 4 + 1.5)) * 0.12 - length2(y + 0.38 - 0.12 * sin(turn * 4), 0.05)
        tint(
          s,
          bench.coloured ? bench.accent : COBALT,
          max(smooth(0.016, 0, vine), smooth(0, 0.02, leaf), smooth(0.018, 0.008, abs(abs(y + 0.38) - 0.26) - 0.006)),
        )
      } else {
        tint(s, [0.9, 0.96, 0.94], smooth(0.4, 0.7, fbm3(x * 2, y * 2, z * 2, 3)) * 0.25)
        tint(s, CRACKLE, smooth(0.012, 0.003, voronoi3(x * 6, y * 6, z * 6, s.cell)) * 0.35)
      }
      tint(s, FOOT, smooth(-0.765, -0.785, y))
      s.rough = 0.3
      s.coat = 0.8
      s.soften = 0.3
    })
    bench.add(
      'body',
      (x, y, z) => {
        const ribbed = body(x, y, z) - ribs * abs(sin(atan2(z, x) * 7)) * smooth(-0.7, -0.3, y) * smooth(0.46, 0.2, y)
        return smoothMax(ribbed, -max(length2(x, z) - bore - 0.5 * max(0, y - 0.66), 0.3 - y), 0.02) * 0.85
      },
      [0, 0, 0, 1.02],
      bench.gilded || bench.whole ? bench.body({ rough: 0.16, hammer: 0.02 }) : glaze,
    )
    if (bench.form === 'amphora') {
      const ear = sweep([
        [0.2, 0.66, 0, 0.045],
        [0.42, 0.7, 0, 0.045],
        [0.56, 0.5, 0, 0.045],
        [0.46, 0.24, 0, 0.05],
      ])
      bench.add(
        'ears',
        mirrorX((x, y, z) => smoothMin(ear(x, y, z), 9, 0.01)),
        [0, 0.46, 0, 0.7],
        bench.gilded ? bench.body() : glaze,
      )
    }
    return { yaw: 0.2, pitch: 0.12, half: 1.12, stands: -0.8 }
  },
}
