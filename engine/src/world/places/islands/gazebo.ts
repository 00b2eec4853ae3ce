import { PI } from '../../../math/dmath.ts'
import { rgb } from '../../../solid/palette.ts'
import { distance } from '../../geometry.ts'
import { bridge } from '../../kit/bridge.ts'
import { bench, lamp } from '../../kit/furniture.ts'
import { broadleaf } from '../../kit/plants.ts'
import { lake } from '../../kit/water.ts'
import { gazebo as buildGazebo } from '../../props/landmarks.ts'
import { crystals } from '../../props/nature.ts'
import type { Layout } from '../../world.ts'
import { blossomArch, bridgeEnds, groundOf, heightOf, type Island, LEVEL, PINK, strew, tops, underside, WHITE, waterfall } from './site.ts'

export const gazebo: Layout = (sketch) => {
  const random = sketch.streams('plan')
  const side = random.chance(0.5) ? 1 : -1
  const main: Island = { x: 0, z: 0, radius: 19, y: 0 }
  const blossom: Island = { x: side * 26, z: -9 + random.range(-2, 2), radius: 5.2, y: 1.6 }
  const glade: Island = { x: -side * 25.5, z: 6 + random.range(-2, 2), radius: 5, y: -0.6 }
  const islands = [main, blossom, glade]
  const pond = { x: side * 8, z: 3, radius: 4 }
  const [east, west] = [bridgeEnds(main, blossom), bridgeEnds(main, glade)]
  return {
    height: heightOf(sketch, islands, pond),
    sites: [
      { x: 0, z: -8, radius: 4.6, y: 1.2, fall: 5 },
      { x: 0, z: 13, radius: 3, y: 0, fall: 3 },
    ],
    paths: [
      {
        points: [
          [0, 15],
          [-side * 2, 7],
          [0, 0],
          [0, -4],
        ],
        width: 1.8,
      },
      { points: [[0, 0], [side * 8, -4], east[0]], width: 1.3 },
      { points: [[0, 0], [-side * 9, 1], west[0]], width: 1.3 },
      { points: [east[1], [blossom.x, blossom.z]], width: 1.3 },
      { points: [west[1], [glade.x, glade.z]], width: 1.3 },
    ],
    waterLevel: LEVEL,
    lowest: -12,
    ground: groundOf(sketch, { x: 0, z: -8, radius: 4.7 }, pond),
    patches: (land) => tops(sketch, islands, land),
    isVoid: (x, z) => !islands.some((island) => distance(island.x, island.z, x, z) < island.radius - 0.5),
    spawn: [0, 14],
    landmark: [0, 4, -8],
    build(world) {
      const build = world.streams('build')
      for (const island of islands) underside(world, island)
      buildGazebo(world, 0, -8, 0)
      world.kept.push({ x: 0, z: -8, radius: 5 })
      world.points.push({ name: 'gazebo', x: 0, z: -5.8 })
      bridge(world, ...east)
      bridge(world, ...west)
      broadleaf(world, blossom.x + side, blossom.z - 1.6, 1.5, world.accent(PINK), build, 4)
      bench(world, blossom.x - 1.2, blossom.z + 1.6, 2.6, WHITE)
      world.points.push({ name: 'blossom islet', x: blossom.x - side * 2, z: blossom.z + 1 })
      crystals(world, glade.x, glade.z, 1.1, rgb('#5fc8e8'))
      world.kept.push({ x: glade.x, z: glade.z, radius: 2 })
      world.points.push({ name: 'crystal islet', x: glade.x + side * 2.6, z: glade.z - 0.5 })
      lake(world, pond.x, pond.z, pond.radius * 1.7, rgb('#7fd4cc'), rgb('#2f8fa8'))
      waterfall(world, main, side > 0 ? -0.35 : PI + 0.35)
      for (const [x, z] of [
        [3.2, 8],
        [-3.4, 5],
        [2.2, -2.6],
      ] as const)
        lamp(world, x, z, { pole: WHITE, height: 2.4 })
      bench(world, -side * 4.6, 8.4, 2.2, WHITE)
      bench(world, pond.x - side * 4.8, pond.z + 4.2, 2.4, WHITE)
      blossomArch(world, 0, 10.6)
    },
    dress: (world) => strew(world, islands, 17),
  }
}
