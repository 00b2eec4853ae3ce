import { mix, smooth } from '../../math/dmath.ts'
import { createWalls3, fbm3, hash3, voronoi3 } from '../../math/lattice.ts'
import type { Field, Rgb } from '../field/field.ts'
import { scale } from '../palette.ts'
import type { Opaque } from '../render/part.ts'
import { bend, bump, dim, emit, paint, type Surface, tint } from '../render/surface.ts'

const { floor, max } = Math

/** Changes what a material just wrote. */
export type Overlay = (surface: Surface) => void

/** A material with overlays on top, in order. */
export function overlaid(material: Opaque, overlays: readonly Overlay[]): Opaque {
  if (overlays.length === 0) return material
  return {
    ...material,
    shade(s) {
      material.shade(s)
      for (const overlay of overlays) overlay(s)
    },
  }
}

/** Frost and snow on what faces up. */
export function frost(): Overlay {
  const walls = createWalls3()
  const plates: Field = (x, y, z) => walls(x * 9, y * 9, z * 9) * 0.05
  const ice: Rgb = [0.72, 0.88, 0.98]
  return (s) => {
    const share = smooth(0.38, 0.62, fbm3(s.x * 6, s.y * 6, s.z * 6, 4) + s.ny * 0.28)
    tint(s, ice, share * 0.85)
    s.metal *= 1 - share
    s.rough = mix(s.rough, 0.35, share)
    s.soften = max(s.soften, share * 0.8)
    s.coat = max(s.coat, 0.6)
    s.er += 0.02 * share
    s.eg += 0.05 * share
    s.eb += 0.09 * share
    bump(s, 0.2, plates)
  }
}

/** Cracks that shine from inside; `char` darkens around them as fire would. */
export function cracks(colour: Rgb, char: boolean): Overlay {
  return (s) => {
    const { x, y, z } = s
    const n = fbm3(x * 2 + 3, y * 2, z * 2, 2)
    const where = smooth(0.42, 0.6, n + (char ? 0.08 : 0))
    if (where <= 0) return
    const share = smooth(0.075, 0, voronoi3(x * 4 + n, y * 4 + n, z * 4, s.cell)) * where
    emit(s, colour, share * 3)
    if (char) dim(s, 1 - 0.5 * share)
  }
}

/** Crystal all through: facets by cells, and deeper cells that shift with the view. */
export function crystalline(colour: Rgb): Opaque {
  return {
    kind: 'opaque',
    base: colour,
    shade(s) {
      const x = s.x * 4.2 + s.y * 1.1
      const y = s.y * 3.1
      const z = s.z * 4.2 - s.y * 0.9
      voronoi3(x, y, z, s.cell)
      const outer = s.cell.id
      const q = floor(outer * 9999)
      bend(s, (hash3(q, 5, 1) - 0.5) * 1.3, (hash3(q, 9, 2) - 0.5) * 1.3, (hash3(q, 3, 3) - 0.5) * 0.9)
      paint(s, scale(colour, 0.35 + 0.9 * outer))
      s.rough = 0.05
      s.metal = 0
      s.coat = 1
      s.specular = 0.16
      s.soften = 0.6
      voronoi3(x * 0.8 + s.vx * 0.9 + 3, y * 0.8 + s.vy * 0.9, z * 0.8 + s.vz * 0.9, s.cell)
      const k = s.cell.id * s.cell.id * 0.55 + 0.02
      emit(s, scale(colour, 1, 0.06), k)
    },
  }
}
