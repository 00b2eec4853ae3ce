import { mix, smooth } from '../../../math/dmath.ts'
import { box } from '../../../model/shapes/box.ts'
import { lathe } from '../../../model/shapes/lathe.ts'
import { blend as between } from '../../../scene/vector.ts'
import { rgb } from '../../../solid/palette.ts'
import { distance, round } from '../../geometry.ts'
import { bridge } from '../../kit/bridge.ts'
import { brazier } from '../../kit/furniture.ts'
import { slabs } from '../../kit/ground.ts'
import { house } from '../../kit/house.ts'
import { arch, stairs } from '../../kit/masonry.ts'
import { IRON } from '../../kit/tints.ts'
import { edgeOf } from '../../scatter.ts'
import { spotAt } from '../../spot.ts'
import type { Layout, World } from '../../world.ts'
import { ashes, BASALT, basaltColumns, common, EMBER, HALF, OBSIDIAN, plume, SLAB_A, SLAB_B, strew } from './site.ts'

export const forge: Layout = (sketch) => {
  const random = sketch.streams('plan')
  const side = random.chance(0.5) ? 1 : -1
  const lava = (x: number, z: number) => {
    const wave = (sketch.noise(x * 0.3, z * 0.3) - 0.5) * 1.6
    const moat = Math.abs(distance(0, -12, x, z) - 15.5) - 1.9 + wave * 0.4
    const lake = distance(side * 23, 13, x, z) - 7 + wave
    return Math.min(moat, lake)
  }
  return {
    ...common,
    height(x, z) {
      const n = sketch.fractal(x * 0.05, z * 0.05, 3)
      const flat = smooth(20, 12, distance(0, -12, x, z))
      const h = (n - 0.5) * 2.2 + smooth(0.65, 1.2, edgeOf(HALF, x, z)) * (1 + n * 8)
      return mix(h, 0.6, flat) - 1.3 * smooth(0.8, -0.5, lava(x, z))
    },
    sites: [
      { x: 0, z: 7.4, radius: 3, y: 0.4, fall: 4 },
      { x: -side * 14, z: 14, radius: 4.5, y: 0.4, fall: 5 },
    ],
    paths: [
      {
        points: [
          [0, 33],
          [random.range(-2, 2), 24],
          [0, 14],
          [0, 6.4],
        ],
        width: 3,
      },
      {
        points: [
          [0, 0.6],
          [0, -4],
        ],
        width: 3,
      },
      {
        points: [
          [0, 15],
          [-side * 7, 15],
          [-side * 13, 14],
        ],
        width: 1.6,
      },
    ],
    ground: (texel, x, z, _h, steepness, land) => {
      ashes(sketch, texel, x, z, steepness, land, lava(x, z))
      const d = distance(0, -12, x, z)
      if (d < 11) slabs(sketch, texel, x, z, d - 10.4, SLAB_A, SLAB_B, 1.3, 0.06)
    },
    isVoid: (x, z) => lava(x, z) < 0,
    spawn: [0, 26],
    landmark: [0, 6, -14],
    build(world) {
      bridge(world, [0, 6.6], [0, 0.4], 2.8, 0.3)
      world.kept.push({ x: 0, z: 3.5, radius: 4.5 }, { x: 0, z: -12, radius: 12 })
      round(14, 15.5, 0.2, (x, z) => spotAt(world, x, z - 12).light([0, 1.4, 0], EMBER, 9, { always: true, shaded: false }))
      spotAt(world, side * 23, 13).light([0, 2, 0], EMBER, 14, { always: true, shaded: false })
      const hall = house(world, 0, -15, 0, {
        width: 13,
        depth: 9,
        height: 4.6,
        wall: between(BASALT, SLAB_A, 0.35),
        roof: world.accent(rgb('#5a3430')),
        trim: OBSIDIAN,
        style: 'stone',
        doorway: 3,
        rise: 3,
        point: 'inside the forge',
      })
      furnace(world, hall.x, hall.z)
      for (const s of [-1, 1]) {
        chimneyStack(world, s * 4.6, -17.5)
        arch(world, spotAt(world, s * 8.5, -6), 0, 2.2, 3.6, 0.7, BASALT)
        brazier(world, s * 3.2, -6.4)
        brazier(world, s * 2.6, 12)
        basaltColumns(world, s * 5.6, 10.6, 1.3, s + 5)
      }
      anvilYard(world, -side * 14, 14)
      plume(world, side * 16, 12, -32, 3)
    },
    dress: (world) => strew(world, lava),
  }
}

/** A hearth with an anvil before it. */
function furnace(world: World, x: number, z: number): void {
  const spot = spotAt(world, x, z, 0, world.land.heightAt(x, z) + 0.16)
  const { solid } = world
  solid.paint(OBSIDIAN, { vary: 0.1 })
  box(solid, [0, 0, -3.2], [4.4, 3.4, 1.8], { taper: 0.8, cell: 1 })
  solid.paint([0.2, 0.05, 0], { glow: [3, 1, 0.2] })
  box(solid, [0, 0.7, -2.32], [1.8, 1.2, 0.2], { cell: 0.6 })
  solid.paint(IRON)
  box(solid, [0, 0, 0.2], [0.5, 0.5, 0.4], { taper: 0.7 })
  box(solid, [0, 0.5, 0.2], [1.1, 0.28, 0.4], { taper: 1.1 })
  spot.block([0, 0, -3.2], [4.4, 3, 1.8])
  spot.block([0, 0, 0.2], [1.1, 0.8, 0.5])
  spot.light([0, 1.6, -1.6], [3.6, 1.5, 0.4], 10, { always: true, shaded: false })
}

function chimneyStack(world: World, x: number, z: number): void {
  const spot = spotAt(world, x, z)
  const { solid } = world
  solid.paint(between(BASALT, SLAB_A, 0.3), { vary: 0.1 })
  lathe(
    solid,
    0,
    0,
    [
      [1.3, 0],
      [0.9, 5],
      [0.75, 10],
      [0.9, 10.3],
      [0.9, 10.8],
      [0.6, 10.8],
    ],
    8,
    { flat: true },
  )
  solid.paint([0.1, 0.03, 0], { glow: [1.6, 0.5, 0.1] })
  lathe(
    solid,
    0,
    0,
    [
      [0.62, 10.7],
      [0, 10.72],
    ],
    8,
  )
  plume(world, x, 11, z, 0.7)
  spot.post([0, 0, 0], 1.3, 9)
}

/** Anvils under a lean-to, steps up to a bell. */
function anvilYard(world: World, x: number, z: number): void {
  const spot = spotAt(world, x, z)
  const { solid } = world
  solid.paint(SLAB_B, { vary: 0.08 })
  box(solid, [0, -0.4, -1], [5, 1.3, 3], { cell: 1 })
  spot.floor('bell platform', 0, -1, 5, 3, 0.9)
  stairs(world, spot, [0, 0, 2.2], 2, 0.9, SLAB_A)
  spot.use()
  solid.paint(rgb('#5a3c2c'))
  for (const s of [-1.4, 1.4]) box(solid, [s, 0.9, -1.4], [0.25, 3, 0.25])
  box(solid, [0, 3.8, -1.4], [3.4, 0.25, 0.3])
  solid.paint(rgb('#b98a3a'), { vary: 0.03 })
  lathe(
    solid,
    0,
    -1.4,
    [
      [0.7, 2.1],
      [0.62, 2.3],
      [0.42, 2.9],
      [0.3, 3.4],
      [0, 3.6],
    ],
    14,
  )
  for (const s of [-1.4, 1.4]) spot.post([s, 0.9, -1.4], 0.2, 3)
  spot.keep(3.6)
  spot.point('bell', 0, -0.2)
}
