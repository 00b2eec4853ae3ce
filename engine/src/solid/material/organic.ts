import { smooth } from '../../math/dmath.ts'
import { createWalls3, fbm3, noise3, voronoi3 } from '../../math/lattice.ts'
import type { Field, Rgb } from '../field/field.ts'
import type { Opaque } from '../render/part.ts'
import { bump, dim, paint, type Surface, tint } from '../render/surface.ts'

const { floor, sqrt } = Math

const grainY: Field = (x, y, z) => noise3(x * 50, y * 3, z * 50) * 0.14
const grainX: Field = (x, y, z) => noise3(x * 3, y * 50, z * 50) * 0.14

/** Sawn wood: year rings around an axis, fibres along it. */
export function wood(early: Rgb, late: Rgb, along: 'x' | 'y' = 'y', rings = 16): Opaque {
  const base: Rgb = [(early[0] + late[0]) / 2, (early[1] + late[1]) / 2, (early[2] + late[2]) / 2]
  const grain = along === 'y' ? grainY : grainX
  return {
    kind: 'opaque',
    base,
    shade(s) {
      const x = along === 'y' ? s.x : s.y
      const y = along === 'y' ? s.y : s.x
      const z = s.z
      const warp = fbm3(x * 3, y * 0.8, z * 3, 2) * 0.35
      const radius = sqrt((x + 0.13) * (x + 0.13) + (z - 0.4) * (z - 0.4)) + warp * 0.5
      let year = radius * rings
      year -= floor(year)
      const ring = smooth(0, 0.75, year) * smooth(1, 0.8, year)
      paint(s, early)
      tint(s, late, ring * 0.75)
      dim(s, 0.78 + noise3(x * 60, y * 3, z * 60) * 0.34)
      s.rough = 0.55 + ring * 0.15
      bump(s, 0.02, grain)
    },
  }
}

/** Grained leather. */
export function leather(base: Rgb): Opaque {
  const walls = createWalls3()
  const pores: Field = (x, y, z) => walls(x * 26, y * 26, z * 26) * 0.05
  return {
    kind: 'opaque',
    base,
    shade(s) {
      paint(s, base)
      const n = fbm3(s.x * 6, s.y * 6, s.z * 6, 3)
      dim(s, 0.7 + n * 0.6)
      s.rough = 0.5 + n * 0.2
      s.specular = 0.045
      s.sheen = 0.15
      bump(s, 0.035, pores)
    },
  }
}

const weave: Field = (x, y, z) => noise3(x * 70, y * 70, z * 70) * 0.03 + noise3(x * 7, y * 7, z * 7) * 0.05

/** Woven cloth; `pattern` may paint over the ground colour. */
export function cloth(base: Rgb, sheen = 0.5, pattern?: (surface: Surface) => void): Opaque {
  return {
    kind: 'opaque',
    base,
    shade(s) {
      paint(s, base)
      pattern?.(s)
      dim(s, 0.9 + 0.2 * noise3(s.x * 4, s.y * 4, s.z * 4))
      s.rough = 0.9
      s.specular = 0.025
      s.sheen = sheen
      s.soften = 0.15
      bump(s, 0.03, weave)
    },
  }
}

const hewn: Field = (x, y, z) => fbm3(x * 12, y * 12, z * 12, 3) * 0.16

/** Rough stone with fine cracks. */
export function stone(base: Rgb): Opaque {
  return {
    kind: 'opaque',
    base,
    shade(s) {
      const { x, y, z } = s
      const n = fbm3(x * 4, y * 4, z * 4, 4)
      paint(s, base)
      dim(s, 0.6 + n * 0.8)
      s.rough = 0.85
      bump(s, 0.06, hewn)
      dim(s, 1 - 0.6 * smooth(0.05, 0, voronoi3(x * 2.4 + n * 0.6, y * 2.4, z * 2.4, s.cell)))
    },
  }
}
