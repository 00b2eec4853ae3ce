import { cos, mix, PI, saturate, sin, smooth, TAU } from '../../../math/dmath.ts'
import { hash3 } from '../../../math/lattice.ts'
import { blob } from '../../../model/shapes/blob.ts'
import { lathe } from '../../../model/shapes/lathe.ts'
import { tube } from '../../../model/shapes/tube.ts'
import { blend as between, type Rgb, times } from '../../../scene/vector.ts'
import { rgb } from '../../../solid/palette.ts'
import { distance, round } from '../../geometry.ts'
import { house, livingRoom } from '../../kit/house.ts'
import { mushroom } from '../../kit/mushroom.ts'
import { boat, sea } from '../../kit/water.ts'
import type { Place2 } from '../../land.ts'
import { crystals } from '../../props/nature.ts'
import { spotAt } from '../../spot.ts'
import type { Layout, World } from '../../world.ts'
import { BARK, bog, common, DEEP, HALF, LEVEL, MOSS, SHALLOW, stickLamp, strew } from './site.ts'

const GREEN: Rgb = [0.5, 1.9, 0.6]

export const witch: Layout = (sketch) => {
  const random = sketch.streams('plan')
  const side = random.chance(0.5) ? 1 : -1
  const isle = { x: side * 2, z: -9 }
  const circle = { x: -side * 16, z: -4 }
  const stones: Place2[] = []
  for (let i = 0; i <= 11; i++) {
    const t = i / 11
    stones.push([mix(0, isle.x - side * 0.6, t) + sin(t * 7) * 0.7 * sin(t * PI), mix(12, isle.z + 7.4, t)])
  }
  return {
    ...common(sketch),
    height(x, z) {
      const d = distance(isle.x, isle.z, x, z)
      const moat = smooth(3.5, 0, Math.abs(d - 14) - 3.6 + (sketch.noise(x * 0.25, z * 0.25) - 0.5) * 1.5)
      const island = smooth(12.5, 5, d)
      const ring = smooth(7, 4, distance(circle.x, circle.z, x, z))
      return mix(mix(mix(bog(sketch, x, z) + 0.5, -1.2, moat), 0.9, island), 0.5, ring)
    },
    sites: [
      { x: isle.x, z: isle.z, radius: 5, y: 1, fall: 6 },
      { x: 0, z: 14.5, radius: 3.4, y: 0.25, fall: 3.4 },
      { x: side * 17, z: 9, radius: 4, y: 0.4, fall: 4 },
    ],
    paths: [
      {
        points: [
          [0, 33],
          [random.range(-2, 2), 25],
          [0, 17],
          [0, 12],
        ],
        width: 1.9,
      },
      {
        points: [
          [0, 16],
          [side * 8, 13],
          [side * 15, 10],
        ],
        width: 1.4,
      },
      {
        points: [
          [0, 17],
          [-side * 11, 13],
          [-side * 19, 6],
          [circle.x - side * 1.4, circle.z + 3],
        ],
        width: 1.4,
      },
    ],
    spawn: [0, 25],
    landmark: [isle.x, 5, isle.z],
    build(world) {
      sea(world, [-HALF, -HALF, HALF, HALF], SHALLOW, DEEP)
      world.kept.push({ x: 0, z: 14.5, radius: 2.6 })
      for (const [i, [x, z]] of stones.entries()) {
        const y = Math.max(LEVEL + 0.28, world.land.heightAt(x, z) + 0.02)
        const spot = spotAt(world, x, z, hash3(i, 3, 0) * TAU, y)
        world.solid.paint((_, py) => between(rgb('#4f4c42'), MOSS, smooth(-0.1, 0.05, py)), { vary: 0.12 })
        lathe(
          world.solid,
          0,
          0,
          [
            [0.5, -1.6],
            [0.72, -0.3],
            [0.74, -0.04],
            [0.6, 0.02],
            [0, 0.03],
          ],
          8,
          { flat: true },
        )
        spot.disc('stepping stone', 0, 0, 0.85, 0)
        spot.keep(1)
      }
      crookedHut(world, isle.x, isle.z)
      cauldron(world, isle.x + side * 4, isle.z + 4.4)
      fairyRing(world, circle.x, circle.z)
      for (const [x, z] of [
        [1.6, 19],
        [-1.8, 13],
        [isle.x - 2.4, isle.z + 6.2],
        [side * 13, 11.4],
      ] as const)
        stickLamp(world, x, z, world.land.heightAt(x, z))
      crystals(world, side * 18.4, 8, 1, world.accent(rgb('#8f5fe0')))
      crystals(world, side * 16, 6.6, 0.6, world.accent(rgb('#8f5fe0')))
      world.kept.push({ x: side * 17, z: 7.6, radius: 3 })
      world.points.push({ name: 'crystals', x: side * 15.4, z: 9.6 })
      boat(world, side * 8, 4.4, 0.7, rgb('#4a4438'), LEVEL - 0.12)
    },
    dress: (world) => strew(world, (x, z) => distance(isle.x, isle.z, x, z) > 8.5 && distance(circle.x, circle.z, x, z) > 5),
  }
}

/** A hut whose hat of a roof leans, on roots. */
function crookedHut(world: World, x: number, z: number): void {
  const spot = house(world, x, z, 0, {
    width: 6,
    depth: 5.4,
    height: 2.8,
    wall: rgb('#6a5a48'),
    roof: rgb('#3f3a4a'),
    style: 'planks',
    rise: 2.2,
    chimney: true,
    point: 'witch’s hut',
    furnish: livingRoom(world, 6, 5.4),
  })
  const { solid } = world
  spot.use()
  const hat = world.accent(rgb('#4a3a6a'))
  solid.paint((_, y) => between(times(hat, 0.55), hat, saturate((y - 4) / 4)), { vary: 0.08 })
  lathe(
    solid,
    0,
    0,
    [
      [3.2, 3.9],
      [2, 5.2],
      [1.1, 6.8],
      [0.4, 8.4],
      [0, 9.2],
    ],
    11,
    { bend: (y) => Math.max(0, y - 5) * Math.max(0, y - 5) * 0.09, flat: true },
  )
  solid.paint(BARK)
  for (let i = 0; i < 7; i++) {
    const a = (TAU * i) / 7 + 0.5
    if (sin(a) > 0.75) continue
    tube(
      solid,
      [
        [cos(a) * 2.6, 0.9, sin(a) * 2.4],
        [cos(a) * 3.8, 0.5, sin(a) * 3.4],
        [cos(a) * 4.8, -0.3, sin(a) * 4.4],
      ],
      0.3,
      0.1,
      5,
    )
  }
}

function cauldron(world: World, x: number, z: number): void {
  const spot = spotAt(world, x, z)
  const { solid } = world
  solid.paint(rgb('#2a2a2e'))
  lathe(
    solid,
    0,
    0,
    [
      [0.3, 0.3],
      [0.85, 0.6],
      [1, 1],
      [0.8, 1.35],
      [0.95, 1.45],
      [0.72, 1.4],
    ],
    14,
  )
  solid.paint([0.1, 0.3, 0.1], { glow: [0.5, 2, 0.5] })
  lathe(
    solid,
    0,
    0,
    [
      [0.76, 1.34],
      [0, 1.36],
    ],
    14,
  )
  for (let i = 0; i < 6; i++)
    blob(solid, [cos(i * 2.4) * 0.4, 1.5 + i * 0.28, sin(i * 2.4) * 0.4], [0.13 - i * 0.012, 0.13, 0.13 - i * 0.012], {
      detail: 0,
      rough: 0,
    })
  solid.paint([0.2, 0.05, 0], { glow: [2.2, 0.8, 0.2] })
  for (let i = 0; i < 5; i++)
    lathe(
      solid,
      cos(i * 1.26) * 0.5,
      sin(i * 1.26) * 0.5,
      [
        [0.16, 0],
        [0.14, 0.2],
        [0, 0.5],
      ],
      5,
    )
  spot.light([0, 1.9, 0], GREEN, 9, { always: true, shaded: false })
  spot.post([0, 0, 0], 1, 1.4)
  spot.keep(1.6)
  spot.point('cauldron', 0, 1.7)
}

/** A ring of mushrooms that glow, one of them huge. */
function fairyRing(world: World, x: number, z: number): void {
  round(11, 3.2, 0.2, (dx, dz, _, i) => {
    const size = 0.45 + 0.35 * hash3(i, 7, 0)
    const spot = mushroom(world, x + dx, z + dz, size * 1.3, size, i % 2 ? rgb('#4a9a9a') : rgb('#8a4a9a'), {
      sides: 7,
      spots: 4,
      gills: [0.3, 1.1, 0.9],
    })
    if (i % 2) spot.light([0, size, 0], [0.4, 1.4, 1.2], 4.5, { shaded: false })
  })
  const great = mushroom(world, x, z - 4.6, 3, 2.4, rgb('#6a3a8a'), { stem: 0.6, spots: 10, sides: 14, gills: [0.4, 1.2, 1] })
  great.light([0, 2.4, 1.4], [0.5, 1.5, 1.3], 8, { shaded: false })
  world.kept.push({ x, z, radius: 4.6 }, { x, z: z - 4.6, radius: 2.6 })
  world.points.push({ name: 'fairy ring', x, z })
}
