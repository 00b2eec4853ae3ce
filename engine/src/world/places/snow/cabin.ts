import { distance } from '../../geometry.ts'
import { bench, campfire, fence, lamp } from '../../kit/furniture.ts'
import { house, livingRoom } from '../../kit/house.ts'
import { nature } from '../../props/nature.ts'
import type { Layout } from '../../world.ts'
import { common, LOGS, logPile, SNOW, snowfield, strew } from './site.ts'

export const cabin: Layout = (sketch) => {
  const random = sketch.streams('plan')
  const side = random.chance(0.5) ? 1 : -1
  const pond = { x: side * 15, z: -4, radius: 9 }
  const [hx, hz] = [-side * 4, -9]
  return {
    ...common(sketch, pond),
    sites: [
      { x: hx, z: hz, radius: 7, y: 0.9, fall: 5 },
      { x: 0, z: 5, radius: 3.5, y: 0.3, fall: 5 },
    ],
    paths: [
      {
        points: [
          [0, 31],
          [random.range(-3, 3), 20],
          [0, 8],
          [-side * 2.5, 0],
          [hx, -4.6],
        ],
        width: 2,
      },
      {
        points: [
          [0, 5],
          [side * 5, 1],
          [side * 9, -3],
        ],
        width: 1.4,
      },
    ],
    ground: (texel, x, z, h, steepness, land) => snowfield(sketch, texel, x, z, h, steepness, land, pond),
    spawn: [0, 22],
    landmark: [hx, 3, hz],
    build(world) {
      house(world, hx, hz, 0, {
        width: 7.2,
        depth: 5.6,
        height: 2.9,
        wall: LOGS,
        roof: SNOW,
        style: 'logs',
        rise: 2.5,
        chimney: true,
        point: 'inside the cabin',
        furnish: livingRoom(world, 7.2, 5.6),
      })
      logPile(world, hx + side * 5.4, hz + 1.4)
      campfire(world, 0, 5)
      world.points.push({ name: 'campfire', x: 1.6, z: 6.4 })
      bench(world, 2.3, 4.2, -1.2)
      bench(world, -2.3, 4.6, 1.3)
      lamp(world, 2, 14, { height: 2.4 })
      lamp(world, hx + 2.4, hz + 5.6, { height: 2.3 })
      fence(world, [
        [hx - 6.4, hz + 6],
        [hx - 7, hz],
        [hx - 6, hz - 6],
      ])
      nature.snowman.build(world, side * 4.6, 9.5, -side * 0.4)
      world.kept.push({ x: side * 4.6, z: 9.5, radius: 1.2 })
      world.points.push({ name: 'frozen lake', x: pond.x - side * 5, z: pond.z })
    },
    dress: (world) => strew(world, 62, (x, z) => distance(hx, hz + 6, x, z) < 9, pond),
  }
}
