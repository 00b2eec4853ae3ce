import { PI } from '../../../math/dmath.ts'
import { hash3 } from '../../../math/lattice.ts'
import { blob } from '../../../model/shapes/blob.ts'
import { box } from '../../../model/shapes/box.ts'
import { lathe } from '../../../model/shapes/lathe.ts'
import { tube } from '../../../model/shapes/tube.ts'
import { blend as between, times, type Vec3 } from '../../../scene/vector.ts'
import { rgb } from '../../../solid/palette.ts'
import { round } from '../../geometry.ts'
import { bench, brazier } from '../../kit/furniture.ts'
import { slabs } from '../../kit/ground.ts'
import { column, stairs } from '../../kit/masonry.ts'
import { lampGlow } from '../../kit/tints.ts'
import { lake } from '../../kit/water.ts'
import { isFree } from '../../scatter.ts'
import { spotAt } from '../../spot.ts'
import type { Layout, World } from '../../world.ts'
import { CARVED, dunes, FAR_A, FAR_B, LEVEL, palmsRound, ridges, SAND, SLAB_A, SLAB_B, sand, strew, withPool } from './site.ts'

const STEP = rgb('#cfa873')

const GLYPH = rgb('#3f9aa0')

function obelisk(world: World, x: number, z: number, height: number): void {
  const spot = spotAt(world, x, z, 0.1)
  const { solid } = world
  solid.paint(SAND)
  box(solid, [0, -0.3, 0], [2, 0.8, 2])
  box(solid, [0, 0.5, 0], [1.15, height, 1.15], { taper: 0.65, cell: 1.2 })
  box(solid, [0, height + 0.5, 0], [0.75, 0.8, 0.75], { taper: 0.02 })
  solid.paint(GLYPH, { glow: lampGlow(world, [0.2, 0.9, 0.9], 0.09) })
  for (let i = 0; i < 4; i++) box(solid, [0, 1.4 + i * 0.8, 0.55 - 0.05 * i], [0.4, 0.3, 0.06], { cell: 9 })
  spot.block([0, -0.3, 0], [2, height, 2])
  spot.keep(1.6)
}

function sphinx(world: World, x: number, z: number): void {
  const spot = spotAt(world, x, z)
  const { solid } = world
  solid.paint(SAND)
  box(solid, [0, 0, 0], [1.3, 1, 2.6])
  solid.paint(SAND, { vary: 0.03 })
  blob(solid, [0, 1.5, -0.3], [0.5, 0.55, 1], { rough: 0.03 })
  box(solid, [0, 1, 0.9], [0.7, 0.4, 0.9])
  blob(solid, [0, 2.1, 0.55], [0.42, 0.5, 0.42], { rough: 0.03 })
  solid.paint(rgb('#3f7f9a'))
  lathe(
    solid,
    0,
    0.45,
    [
      [0.62, 1.75],
      [0.55, 2.3],
      [0.3, 2.65],
      [0, 2.7],
    ],
    8,
    { scaleZ: 0.8 },
  )
  spot.block([0, 0, 0], [1.3, 2.6, 2.6])
  spot.keep(1.6)
}

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

/** The platform in two steps, its columns and the front that carries a gable. */
function templeHall(world: World): void {
  const random = world.streams('columns')
  const y = world.land.heightAt(0, -14)
  const spot = spotAt(world, 0, -15, 0, y)
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
      column(world, [side * 6.4, top, -11 - i * 2.9], 5.2, 0.55, CARVED, broken)
      if (broken > 0 || i === 0) continue
      solid.at(side * 6.4, top + 5.9, -11 - i * 2.9 + 1.45)
      solid.paint(CARVED)
      box(solid, [0, 0, 0], [1.5, 0.7, 3.1])
    }
  for (const side of [-2.4, 2.4]) column(world, [side, top, -11], 5.2, 0.55, CARVED)
  solid.at(0, top, -11)
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
  portal(world, 0, -19, top)
  for (const side of [-1, 1]) {
    brazier(world, side * 3.4, -9.6, top)
    brazier(world, side * 3, 14)
    brazier(world, side * 2.3, -16.6, top)
  }
}

function ringOfColumns(world: World, x: number, z: number): void {
  const random = world.streams('ring')
  round(6, 3.4, 0.3, (dx, dz, _, i) =>
    column(world, [x + dx, world.land.heightAt(x + dx, z + dz), z + dz], 3.6, 0.4, CARVED, i % 2 ? random.range(0.2, 0.8) : 0),
  )
  const spot = spotAt(world, x, z)
  const { solid } = world
  solid.paint(SAND)
  lathe(
    solid,
    0,
    0,
    [
      [1.2, 0],
      [1.1, 0.7],
      [0.9, 0.75],
      [0, 0.7],
    ],
    10,
    { flat: true },
  )
  solid.paint([0.1, 0.1, 0.05], { glow: lampGlow(world, [2.4, 1, 0.2], 0.38) })
  lathe(
    solid,
    0,
    0,
    [
      [0.4, 0.75],
      [0.35, 1.1],
      [0, 1.7],
    ],
    7,
  )
  spot.light([0, 1.8, 0], [3, 1.4, 0.4], 9)
  spot.post([0, 0, 0], 1.2, 1)
  spot.keep(5)
  spot.point('ring of columns', 2, 0)
}

export const temple: Layout = (sketch) => {
  const random = sketch.streams('plan')
  const side = random.chance(0.5) ? 1 : -1
  const pool = { x: side * 20, z: 12, radius: 6 }
  return {
    height: (x, z) => withPool(sketch, pool, dunes(sketch, x, z), x, z),
    sites: [
      { x: 0, z: -12, radius: 15, y: 0.4, fall: 7 },
      { x: 0, z: 6, radius: 6, y: 0.1, fall: 7 },
      { x: -side * 18, z: 0, radius: 4.5, y: 0.6, fall: 5 },
    ],
    paths: [
      {
        points: [
          [0, 33],
          [random.range(-2, 2), 22],
          [0, 10],
          [0, 0],
          [0, -6],
        ],
        width: 4.2,
      },
      {
        points: [
          [0, 10],
          [side * 8, 11],
          [side * 14.5, 12],
        ],
        width: 1.6,
      },
      {
        points: [
          [0, 2],
          [-side * 9, 3],
          [-side * 17, 1],
        ],
        width: 1.8,
      },
    ],
    waterLevel: LEVEL,
    ground(texel, x, z, h, steepness, land) {
      sand(sketch, texel, x, z, h, steepness, pool)
      const p = land.pathAt(x, z)
      if (p < 1.5) slabs(sketch, texel, x, z, p, SLAB_A, SLAB_B, 1.05)
      const q = Math.max(Math.abs(x) - 13, Math.abs(z + 12) - 12)
      if (q < 1.5) slabs(sketch, texel, x, z, q, SLAB_A, SLAB_B, 1.6)
    },
    farGround: (x, z) => between(FAR_A, FAR_B, sketch.noise(x * 0.05, z * 0.05)),
    ridges,
    spawn: [0, 26],
    landmark: [0, 6, -16],
    build(world) {
      world.kept.push({ x: 0, z: -13, radius: 14 }, { x: 0, z: 6, radius: 4 })
      templeHall(world)
      for (const s of [-1, 1]) {
        obelisk(world, s * 4.6, 8, 5.5)
        obelisk(world, s * 4.8, 0.5, 4.2)
        sphinx(world, s * 3.9, -3.6)
      }
      ringOfColumns(world, -side * 18, 0)
      const fallen = world.streams('fallen')
      for (let i = 0; i < 3; i++) {
        const [x, z] = [(fallen.chance(0.5) ? 1 : -1) * fallen.range(5, 10), fallen.range(12, 19)]
        if (!isFree(world, x, z, 1.2)) continue
        const spot = spotAt(world, x, z, fallen.next() * PI)
        world.solid.paint(CARVED)
        tube(
          world.solid,
          [
            [-1.8, 0.35, 0],
            [1.8, 0.3, 0],
          ],
          0.5,
          0.45,
          9,
        )
        spot.keep(2)
        spot.block([0, 0, 0], [3.6, 0.8, 1])
      }
      lake(world, pool.x, pool.z, pool.radius * 1.7, rgb('#5fb8a8'), rgb('#1f6f78'))
      palmsRound(world, pool, 9)
      bench(world, pool.x - side * 8.4, pool.z - 2.5, side * 1.2, SAND)
      world.points.push({ name: 'oasis', x: pool.x - side * 6.5, z: pool.z })
    },
    dress: (world) => strew(world, 9),
  }
}
