import { sin } from '../../math/dmath.ts'
import { fbm3 } from '../../math/lattice.ts'
import { smoothMax } from '../../solid/field/combine.ts'
import { shardCut } from '../../solid/field/facets.ts'
import { ellipsoid } from '../../solid/field/shapes.ts'
import { stone } from '../../solid/material/organic.ts'
import { rgb } from '../../solid/palette.ts'
import type { Kind } from '../kind.ts'

/** Foot x, y, z, radius, height, tip, lean about x, lean about z. */
const CLUSTERS: Record<string, readonly (readonly [number, number, number, number, number, number, number, number])[]> = {
  cluster: [
    [0, -0.7, 0, 0.3, 1.5, 0.55, 0, 0],
    [0.34, -0.7, 0.1, 0.19, 0.95, 0.34, 0.1, -0.42],
    [-0.36, -0.7, 0.06, 0.2, 1.05, 0.36, 0.05, 0.4],
    [0.1, -0.7, 0.36, 0.16, 0.62, 0.28, 0.5, -0.12],
    [-0.16, -0.7, 0.34, 0.13, 0.5, 0.24, 0.45, 0.28],
    [0.02, -0.7, -0.3, 0.18, 0.9, 0.3, -0.4, 0.06],
  ],
  spire: [
    [0, -0.7, 0, 0.26, 1.72, 0.7, 0, 0.04],
    [0.26, -0.7, 0.16, 0.13, 0.66, 0.26, 0.16, -0.3],
    [-0.28, -0.7, 0.1, 0.15, 0.8, 0.3, 0.1, 0.26],
    [0.02, -0.7, 0.34, 0.11, 0.4, 0.2, 0.4, 0.02],
  ],
  fan: [
    [0, -0.7, 0, 0.22, 1.35, 0.46, 0, 0],
    [0.22, -0.7, 0.02, 0.18, 1.22, 0.4, 0, -0.34],
    [-0.22, -0.7, 0.02, 0.18, 1.22, 0.4, 0, 0.34],
    [0.42, -0.7, 0.06, 0.14, 0.86, 0.3, 0.06, -0.68],
    [-0.42, -0.7, 0.06, 0.14, 0.86, 0.3, 0.06, 0.68],
    [0.08, -0.7, 0.32, 0.13, 0.56, 0.24, 0.44, -0.1],
  ],
}

export const crystal: Kind = {
  forms: ['cluster', 'spire', 'fan'],
  build(bench) {
    const shards = CLUSTERS[bench.form] ?? CLUSTERS.cluster!
    shards.forEach(([x, y, z, radius, height, tip, leanX, leanZ], i) => {
      const planes = shardCut({ foot: [x, y, z], radius, height, tip, leanX, leanZ, sides: 6, twist: i }, bench.random)
      bench.addGem(
        planes,
        [x - sin(leanZ) * height * 0.5, y + height * 0.5, z + sin(leanX) * height * 0.5, height * 0.62 + 0.1],
        bench.accent,
        { dense: 5, ior: 1.6, glow: 0.08 },
      )
    })
    bench.add(
      'rock',
      (x, y, z) => smoothMax(ellipsoid(x, y + 0.74, z, 0.78, 0.26, 0.62) + 0.12 * (fbm3(x * 4, y * 4, z * 4, 3) - 0.5), -(y + 0.86), 0.03),
      [0, -0.74, 0, 0.9],
      stone(rgb('#6d6672')),
    )
    bench.addLamp({ at: [0, -0.3, 0.3], colour: bench.accent, strength: bench.glowing ? 0.75 : 0.25, falloff: 3 })
    return { yaw: 0.25, pitch: 0.2, half: 1.2, aimY: -0.02, stands: -0.86 }
  },
}
