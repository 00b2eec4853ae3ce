import { hash3 } from '../../../math/lattice.ts'
import { blob } from '../../../model/shapes/blob.ts'
import { box } from '../../../model/shapes/box.ts'
import { blend as between, times, type Vec3 } from '../../../scene/vector.ts'
import { rgb } from '../../../solid/palette.ts'
import { brazier } from '../../kit/furniture.ts'
import { column, stairs } from '../../kit/masonry.ts'
import { lampGlow } from '../../kit/tints.ts'
import { spotAt } from '../../spot.ts'
import type { World } from '../../world.ts'
import { CARVED, SAND } from './site.ts'

const STEP = rgb('#cfa873')

const GLAZE = rgb('#2f7f9c')

export const GLYPH = rgb('#3f9aa0')

/** Sides of a ziggurat's terraces from below, metres. */
const TERRACES = [23, 16, 9.8]

/** A doorway of light between two pylons, with glyphs on them; `y` is its floor. */
function portal(world: World, x: number, z: number, y: number): void {
  const spot = spotAt(world, x, z, 0, y)
  const { solid } = world
  solid.paint(SAND)
  for (const side of [-1, 1]) {
    box(solid, [side * 3.2, 0, 0], [3.4, 5.4, 3.6], { taper: 0.9, cell: 1.2 })
    spot.block([side * 3.2, 0, 0], [3.4, 5, 3.6])
  }
  box(solid, [0, 3.6, 0], [3.4, 1.9, 3.2], { cell: 1 })
  solid.paint(rgb('#c79a60'))
  box(solid, [0, 5.4, 0], [9.6, 0.6, 4], { cell: 1.6 })
  solid.paint([0.05, 0.08, 0.1], { glow: times([0.12, 0.75, 0.85], world.lit ? 1.6 : 0.7) })
  solid.quad([-1.5, 0.02, -0.6], [1.5, 0.02, -0.6], [1.5, 3.6, -0.6], [-1.5, 3.6, -0.6], 3, 3)
  spot.block([0, 0, -1], [3, 4, 1])
  spot.light([0, 1.8, 1.8], [0.3, 1.8, 2], world.lit ? 9 : 5, { always: true, shaded: false })
  for (const side of [-1, 1])
    for (let i = 0; i < 5; i++) {
      solid.paint(GLYPH, { glow: world.lit ? [0.1, 0.5, 0.5] : null })
      box(
        solid,
        [side * 3.2 + (hash3(i, 5, 0) - 0.5) * 0.2, 0.7 + i * 0.8, 1.86 - i * 0.03],
        [0.3 + 0.8 * hash3(i, side + 3, 0), 0.16, 0.08],
        { cell: 9 },
      )
    }
  spot.point('sanctuary', 0, 2.6)
}

/** A platform in two steps, its columns and the front that carries a gable. */
export function templeHall(world: World, x: number, z: number): void {
  const random = world.streams('columns')
  const y = world.land.heightAt(x, z + 1)
  const spot = spotAt(world, x, z, 0, y)
  const { solid } = world
  solid.paint(SAND)
  box(solid, [0, -0.5, 0], [19, 1.3, 15], { cell: 1.5 })
  box(solid, [0, 0.8, -0.4], [16.6, 0.8, 12.6], { cell: 1.5 })
  spot.floor('lower platform', 0, 0, 19, 15, 0.8)
  spot.floor('platform', 0, -0.4, 16.6, 12.6, 1.6)
  stairs(world, spot, [0, 0, 8.9], 5.5, 0.8, STEP)
  stairs(world, spot, [0, 0.8, 7.3], 5.5, 0.8, STEP)
  const top = y + 1.6
  for (const side of [-1, 1])
    for (let i = 0; i < 4; i++) {
      const broken = random.chance(0.3) ? random.range(0.35, 0.75) : 0
      column(world, [x + side * 6.4, top, z + 4 - i * 2.9], 5.2, 0.55, CARVED, broken)
      if (broken > 0 || i === 0) continue
      solid.at(x + side * 6.4, top + 5.9, z + 5.45 - i * 2.9)
      solid.paint(CARVED)
      box(solid, [0, 0, 0], [1.5, 0.7, 3.1])
    }
  for (const side of [-2.4, 2.4]) column(world, [x + side, top, z + 4], 5.2, 0.55, CARVED)
  gable(world, x, z + 4, top + 5.9)
  portal(world, x, z - 4, top)
  for (const side of [-1, 1]) {
    brazier(world, x + side * 3.4, z + 5.4, top)
    brazier(world, x + side * 2.3, z - 1.6, top)
  }
}

/** Terraces with a flight of stairs up to the doorway on the highest. */
export function ziggurat(world: World, x: number, z: number): void {
  const spot = spotAt(world, x, z)
  const { solid } = world
  const rise = 1.6
  for (const [i, size] of TERRACES.entries()) {
    spot.use()
    solid.paint(i === 1 ? between(SAND, STEP, 0.6) : SAND, { vary: 0.05 })
    box(solid, [0, i * rise - (i ? 0 : 0.6), 0], [size, rise + (i ? 0 : 0.6), size], { taper: 0.97, cell: 1.6 })
    // a band of glazed bricks, and a pinnacle at each corner
    solid.paint(GLAZE, { vary: 0.06 })
    for (const side of [-1, 1]) {
      box(solid, [0, (i + 1) * rise - 0.5, side * size * 0.488], [size * 0.96, 0.34, 0.1], { cell: 3 })
      box(solid, [side * size * 0.488, (i + 1) * rise - 0.5, 0], [0.1, 0.34, size * 0.96], { cell: 3 })
    }
    solid.paint(CARVED)
    for (const sx of [-1, 1])
      for (const sz of [-1, 1])
        box(solid, [sx * size * 0.46, (i + 1) * rise, sz * size * 0.46], [1, 1.5 - i * 0.2, 1], { taper: 0.55, cell: 1 })
    spot.floor(`terrace ${i + 1}`, 0, 0, size * 0.97, size * 0.97, (i + 1) * rise)
    stairs(world, spot, [0, i * rise, size / 2 + 2.95], 4.2, rise, STEP)
  }
  for (const side of [-1, 1]) {
    brazier(world, x + side * 3, z + 14.6)
    brazier(world, x + side * 6, z + 6.4, spot.y + 2 * rise)
  }
  portal(world, x, z - 2.4, spot.y + 3 * rise)
}

/** A front carved out of a cliff: columns, a gable, kings who sit beside the door. */
export function rockFront(world: World, x: number, z: number): void {
  const spot = spotAt(world, x, z)
  const { solid } = world
  solid.paint(between(SAND, rgb('#c98a58'), 0.35), { vary: 0.06 })
  box(solid, [0, -0.5, -2.4], [25, 10.5, 4.4], { taper: 0.95, cell: 1.8 })
  spot.block([0, -0.5, -2.4], [25, 9, 4.4])
  solid.paint(CARVED)
  box(solid, [0, 10, -2.6], [24, 0.7, 4.4], { cell: 2 })
  box(solid, [0, 6.2, 0.7], [16, 0.8, 2.4], { cell: 1.4 })
  for (const at of [-7, -4.4, 4.4, 7]) column(world, [x + at, spot.y, z + 1], 5.5, 0.62, CARVED)
  gable(world, x, z + 0.9, spot.y + 7)
  portal(world, x, z + 0.2, spot.y)
  for (const side of [-1, 1]) {
    king(world, x + side * 10.4, z + 1.8)
    brazier(world, x + side * 3, z + 4.4)
  }
}

/** A king on a throne, of stone, as tall as a house. */
function king(world: World, x: number, z: number): void {
  const spot = spotAt(world, x, z)
  const { solid } = world
  solid.paint(SAND, { vary: 0.05 })
  box(solid, [0, -0.4, 0], [3, 1, 3.4], { cell: 1.2 })
  box(solid, [0, 0.6, -0.5], [2.6, 1.9, 2.2], { cell: 1.2 })
  for (const side of [-1, 1]) {
    box(solid, [side * 0.6, 0.6, 1], [0.8, 1.9, 0.8], { taper: 0.9, cell: 1 })
    box(solid, [side * 1.15, 2.4, 0], [0.5, 1.9, 0.7], { cell: 1 })
  }
  box(solid, [0, 2.4, -0.5], [1.9, 2.5, 1.1], { taper: 1.12, cell: 1.2 })
  blob(solid, [0, 5.5, -0.3], [0.6, 0.72, 0.6], { rough: 0.02 })
  solid.paint(rgb('#3f7f9a'))
  box(solid, [0, 4.9, -0.62], [1.9, 1.5, 0.6], { taper: 0.6, cell: 1 })
  solid.paint(rgb('#d9a640'))
  box(solid, [0, 6.1, -0.4], [0.9, 0.7, 0.8], { taper: 0.7 })
  spot.block([0, 0, 0], [3, 5, 3.4])
}

/** A beam with a gable on it and an eye of light; `y` is its foot. */
function gable(world: World, x: number, z: number, y: number): void {
  const { solid } = world
  solid.at(x, y - 5.9, z)
  solid.paint(CARVED)
  box(solid, [0, 5.9, 0], [7.4, 0.75, 1.5], { cell: 1.2 })
  const [l, r, peak]: [Vec3, Vec3, Vec3] = [
    [-3.7, 6.65, 0.7],
    [3.7, 6.65, 0.7],
    [0, 8.2, 0.7],
  ]
  const back = ([px, py]: Vec3): Vec3 => [px, py, -0.7]
  solid.triangle(l, r, peak)
  solid.triangle(back(r), back(l), back(peak))
  solid.quad(r, back(r), back(peak), peak, 2, 2)
  solid.quad(back(l), l, peak, back(peak), 2, 2)
  solid.paint(GLYPH, { glow: lampGlow(world, [0.3, 1.2, 1.2], 0.16) })
  blob(solid, [0, 7.2, 0.72], [0.42, 0.42, 0.12], { rough: 0 })
}
