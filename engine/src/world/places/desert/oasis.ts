import { PI, smooth } from '../../../math/dmath.ts'
import { box } from '../../../model/shapes/box.ts'
import { blend as between, type Rgb, times } from '../../../scene/vector.ts'
import { rgb } from '../../../solid/palette.ts'
import { round } from '../../geometry.ts'
import { barrel, bench, brazier, campfire, crate } from '../../kit/furniture.ts'
import { lake } from '../../kit/water.ts'
import { cart, marketStall, tent } from '../../props/camp.ts'
import { spotAt, yawTo } from '../../spot.ts'
import { blend } from '../../texel.ts'
import type { Layout, World } from '../../world.ts'
import { CARVED, dunes, FAR_A, FAR_B, LEVEL, palmsRound, ridges, SAND, SLAB_B, sand, strew, withPool } from './site.ts'

/** A pyramid with a lit door, too steep to climb. */
function pyramid(world: World, x: number, z: number, width: number, colour: Rgb): void {
  const spot = spotAt(world, x, z, 0, 0)
  const { solid } = world
  const rows = 12
  solid.paint(colour, { vary: 0.07 })
  for (let i = 0; i < rows; i++) {
    const w = width * (1 - i / rows)
    box(solid, [0, (i * width * 0.58) / rows - (i === 0 ? 1 : 0), 0], [w, (width * 0.58) / rows + (i === 0 ? 1 : 0), w], { cell: 3.5 })
  }
  spot.block([0, -1, 0], [width, width * 0.5, width])
  spot.keep(width * 0.62)
}

export const oasis: Layout = (sketch) => {
  const random = sketch.streams('plan')
  const side = random.chance(0.5) ? 1 : -1
  const pool = { x: side * 2, z: -3, radius: 8.5 }
  const cloths = ['#c2463a', '#d9a25f', '#3f7f9a', '#8a4fa3', '#e0c190'].map(rgb)
  const camp = { x: -side * 15, z: 9 }
  return {
    height: (x, z) => withPool(sketch, pool, dunes(sketch, x, z), x, z),
    sites: [
      { x: camp.x, z: camp.z, radius: 7.5, y: 0.3, fall: 6 },
      { x: side * 16, z: 11, radius: 6, y: 0.4, fall: 6 },
      { x: side * 19, z: -21, radius: 10, y: 0.6, fall: 6 },
    ],
    paths: [
      {
        points: [
          [0, 34],
          [random.range(-2, 2), 24],
          [0, 14],
          [pool.x - side * 3, 8.5],
        ],
        width: 2.4,
      },
      {
        points: [
          [0, 17],
          [-side * 7, 13],
          [camp.x + side * 2, camp.z + 1],
        ],
        width: 1.8,
      },
      {
        points: [
          [0, 17],
          [side * 8, 13],
          [side * 15, 12],
        ],
        width: 1.8,
      },
      {
        points: [
          [side * 15, 10],
          [side * 17, -2],
          [side * 18, -12],
        ],
        width: 1.6,
      },
    ],
    waterLevel: LEVEL,
    ground(texel, x, z, h, steepness, land) {
      sand(sketch, texel, x, z, h, steepness, pool)
      const p = land.pathAt(x, z)
      if (p < 1) blend(texel, SLAB_B, smooth(0.9, -0.4, p + (sketch.noise(x * 1.4, z * 1.4) - 0.5)) * 0.45)
    },
    farGround: (x, z) => between(FAR_A, FAR_B, sketch.noise(x * 0.05, z * 0.05)),
    ridges,
    spawn: [0, 27],
    landmark: [side * 12, 6, -18],
    build(world) {
      lake(world, pool.x, pool.z, pool.radius * 1.6, rgb('#5fc8b0'), rgb('#1a6a7a'))
      pyramid(world, side * 19, -22, 17, CARVED)
      pyramid(world, -side * 6, -29, 10, rgb('#cfae7c'))
      const gate = spotAt(world, side * 19, -13.2)
      world.solid.paint(SAND)
      for (const s of [-1.2, 1.2]) box(world.solid, [s, -0.3, 0], [0.7, 3.1, 1.4])
      box(world.solid, [0, 2.6, 0], [3.4, 0.7, 1.5])
      world.solid.paint([0.05, 0.08, 0.1], { glow: times([0.9, 0.5, 0.15], world.lit ? 1.4 : 0.5) })
      world.solid.quad([-0.85, 0, 0.1], [0.85, 0, 0.1], [0.85, 2.6, 0.1], [-0.85, 2.6, 0.1], 2, 2)
      gate.light([0, 1.5, 1.6], [2.6, 1.4, 0.5], 8, { shaded: false })
      gate.block([0, 0, 0], [3, 3, 1])
      gate.point('door of the pyramid', 0, 1.6)
      for (const s of [-1, 1]) brazier(world, side * 19 + s * 2.6, -11.8)
      campfire(world, camp.x, camp.z)
      world.points.push({ name: 'camp', x: camp.x + side * 2.4, z: camp.z + 1 })
      round(4, 5.4, 0.5, (dx, dz, _, i) => {
        tent(world, camp.x + dx, camp.z + dz, yawTo(-dx, -dz), i === 0 ? world.accent(cloths[0]!) : cloths[i]!)
        world.kept.push({ x: camp.x + dx, z: camp.z + dz, radius: 2.4 })
      })
      world.kept.push({ x: camp.x, z: camp.z, radius: 6 })
      for (const [i, [dx, dz]] of (
        [
          [-3, -2.5],
          [2.6, -2.8],
          [3.4, 2.6],
        ] as const
      ).entries()) {
        marketStall(world, side * 16 + dx, 11 + dz, yawTo(-dx, -dz), cloths[(i + 2) % 5]!)
        world.kept.push({ x: side * 16 + dx, z: 11 + dz, radius: 2 })
      }
      world.points.push({ name: 'bazaar', x: side * 15.2, z: 11.6 })
      world.kept.push({ x: side * 16, z: 11, radius: 4 })
      cart(world, side * 11, 16.5, 1.1)
      barrel(world, camp.x + 1.5, camp.z - 3.5)
      crate(world, camp.x - 1.6, camp.z + 3.6)
      palmsRound(world, pool, 15)
      bench(world, pool.x - side * 5, 8.2, PI, SAND)
      world.points.push({ name: 'pool', x: pool.x - side * 3, z: 7.4 })
    },
    dress: (world) => strew(world, 14),
  }
}
