import { saturate, smooth } from '../../math/dmath.ts'
import { hash3 } from '../../math/lattice.ts'
import { blend as between, type Rgb } from '../../scene/vector.ts'
import { blend, blendBetween, setBetween, shade, type Texel } from '../texel.ts'
import type { Sketch } from '../world.ts'

const { floor, min, sqrt } = Math

export type Meadow = { readonly a: Rgb; readonly b: Rgb; readonly dry: Rgb; readonly rock: Rgb }

/** Patchy grass, rock where it is steep. */
export function meadow(sketch: Sketch, texel: Texel, x: number, z: number, steepness: number, { a, b, dry, rock }: Meadow): void {
  const { noise } = sketch
  setBetween(texel, a, b, noise(x * 0.22, z * 0.22))
  blend(texel, dry, saturate((noise(x * 0.7 + 9, z * 0.7) - 0.55) * 2) * 0.5)
  shade(texel, 0.82 + 0.24 * noise(x * 2.3, z * 2.3) + 0.16 * hash3(floor(x * 15), floor(z * 15), 0))
  if (steepness > 0.06) blend(texel, rock, smooth(0.06, 0.2, steepness))
}

/** Flattens hollows that lie below `floor`, so that none of them looks like the bed of a lake without water. */
export const shallow = (height: number, floor: number): number => (height < floor ? floor + (height - floor) * 0.1 : height)

/** Worn earth along a path; `d` is the distance from its edge. */
export function trodden(sketch: Sketch, texel: Texel, x: number, z: number, d: number, earth: Rgb): void {
  if (d < 1.2) blend(texel, earth, smooth(1.1, 0, d + (sketch.noise(x * 1.5, z * 1.5) - 0.5) * 1.2) * 0.85)
}

/** Irregular stones, `size` metres, where `d` is negative, fraying at the edge. */
export function cobble(sketch: Sketch, texel: Texel, x: number, z: number, d: number, a: Rgb, b: Rgb, size = 0.55): void {
  const cover = smooth(0.3, -0.25, d + (sketch.noise(x * 1.7, z * 1.7) - 0.5) * 0.7)
  if (cover <= 0) return
  const u = x / size
  const v = z / size
  const iu = floor(u)
  const iv = floor(v)
  let nearest = 9
  let second = 9
  let stone = 0
  for (let j = -1; j <= 1; j++)
    for (let i = -1; i <= 1; i++) {
      const cu = iu + i
      const cv = iv + j
      const dx = cu + 0.2 + 0.6 * hash3(cu, cv, 0) - u
      const dz = cv + 0.2 + 0.6 * hash3(cv + 99, cu, 0) - v
      const q = dx * dx + dz * dz
      if (q < nearest) {
        second = nearest
        nearest = q
        stone = hash3(cu * 3 + 1, cv * 7, 1)
      } else if (q < second) second = q
    }
  const gap = smooth(0.04, 0.16, sqrt(second) - sqrt(nearest))
  const joint = between(a, [0.1, 0.07, 0.04], 0.65)
  blend(texel, between(joint, between(a, b, stone), gap), cover)
}

/** Cut slabs in a running bond where `d` is negative; a few are missing. */
export function slabs(sketch: Sketch, texel: Texel, x: number, z: number, d: number, a: Rgb, b: Rgb, size: number, ruin = 0.1): void {
  const row = floor(z / size)
  const u = x / size + (row & 1) * 0.5
  const column = floor(u)
  const fu = u - column
  const fv = z / size - row
  const gap = min(fu, 1 - fu, fv, 1 - fv)
  const slab = hash3(column, row, 0)
  const cover = smooth(0.25, -0.2, d + (sketch.noise(x * 0.9, z * 0.9) - 0.42) * 2.2 * (ruin > 0 ? 1 : 0.1)) * (slab > ruin ? 1 : 0.25)
  if (cover <= 0) return
  const joint = 0.45 + 0.55 * smooth(0.015, 0.06, gap)
  const stone = between(a, b, slab)
  blend(texel, [stone[0] * joint, stone[1] * joint, stone[2] * joint], cover * 0.94)
}

/** Square tiles with thin joints. */
export function tiles(texel: Texel, x: number, z: number, size: number, a: Rgb, b: Rgb, joint = 0.025): void {
  const iu = floor(x / size)
  const iv = floor(z / size)
  const fu = x / size - iu
  const fv = z / size - iv
  setBetween(texel, a, b, hash3(iu, iv, 0))
  if (min(fu, 1 - fu, fv, 1 - fv) < joint) shade(texel, 0.55)
}

/** Floorboards along z. */
export function boards(sketch: Sketch, texel: Texel, x: number, z: number, a: Rgb, b: Rgb, width = 0.22): void {
  const length = 2.4
  const row = floor(x / width)
  const start = hash3(row, 3, 0) * length
  const board = floor((z + start) / length)
  const id = hash3(row, board, 1)
  const fx = x / width - row
  const fz = (z + start) / length - board
  setBetween(texel, a, b, id)
  shade(texel, 0.86 + 0.2 * sketch.noise(x * 14, z * 1.1 + id * 40) + 0.1 * sketch.noise(x * 40, z * 3))
  if (fx < 0.04 || fx > 0.97 || fz < 0.004) shade(texel, 0.45)
}

/** A sandy shore round a water level, and the bed below it. */
export function shore(texel: Texel, height: number, level: number, sand: Rgb, bed: Rgb): void {
  if (height > level + 0.7) return
  blend(texel, sand, smooth(level + 0.65, level + 0.25, height))
  if (height < level) blend(texel, bed, saturate((level - height) / 1.6))
}

/** Ploughed rows along z with green on them. */
export function furrows(sketch: Sketch, texel: Texel, x: number, z: number, earth: Rgb, crop: Rgb, cover: number): void {
  const row = x / 0.9 - floor(x / 0.9)
  const ridge = row < 0.5 ? row * 2 : 2 - row * 2
  blendBetween(texel, earth, crop, smooth(0.35, 0.75, ridge + (sketch.noise(x * 2, z * 2) - 0.5) * 0.3), cover)
  shade(texel, 0.78 + 0.3 * ridge)
}
