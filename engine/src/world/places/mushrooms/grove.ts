import { cos, mix, PI, sin, smooth } from '../../../math/dmath.ts'
import { rgb } from '../../../solid/palette.ts'
import { round } from '../../geometry.ts'
import { bridge } from '../../kit/bridge.ts'
import { farLeafy } from '../../kit/far-trees.ts'
import { bench, lamp, signpost } from '../../kit/furniture.ts'
import { mushroom, mushroomHouse } from '../../kit/mushroom.ts'
import { sea } from '../../kit/water.ts'
import type { Path, Place2, Site } from '../../land.ts'
import { greatTree } from '../../props/nature.ts'
import { yawTo } from '../../spot.ts'
import type { Layout, World } from '../../world.ts'
import { farGround, groundOf, HALF, hills, ridges } from '../village/site.ts'
import { CAPS, strew } from './site.ts'

export const grove: Layout = (sketch) => {
  const random = sketch.streams('plan')
  const side = random.chance(0.5) ? 1 : -1
  const turn = random.range(-0.2, 0.2)
  /** How far a place is from the middle of the brook, which runs across in front of the tree. */
  const brook = (x: number, z: number) => Math.abs(z - 9.5 - sin(x * 0.12 + turn * 4) * 2.4)
  const height = (x: number, z: number) =>
    mix(-1.5, hills(sketch, x, z), smooth(1.3, 4.2, brook(x, z) + (sketch.noise(x * 0.5, z * 0.5) - 0.5) * 0.8))
  const bank = (z: number): Site => ({ x: 0, z, radius: 2.6, y: 0.2, fall: 3 })
  const crossing = 9.5 + sin(turn * 4) * 2.4
  const sites: Site[] = [{ x: 0, z: -6, radius: 9, y: 0.7, fall: 5 }, bank(crossing + 5), bank(crossing - 5)]
  const paths: Path[] = [
    {
      points: [
        [0, 32],
        [random.range(-2, 2), 22],
        [0, crossing + 5],
      ],
      width: 2.2,
    },
    {
      points: [
        [0, crossing - 4.5],
        [0, 1],
      ],
      width: 2.2,
    },
  ]
  const count = sketch.density === 'sparse' ? 5 : 7
  const houses: Place2[] = []
  for (let i = 0; i < count; i++) {
    const a = PI * (-0.06 + (1.12 * i) / (count - 1)) + turn
    const r = 15.5 + (i % 2) * 4
    const [x, z] = [cos(a) * r, -6 - sin(a) * r * 0.9]
    houses.push([x, z])
    sites.push({ x, z, radius: 3.2, y: Math.max(0.5, height(x, z) * 0.6), fall: 4 })
    paths.push({
      points: [
        [x * 0.82, -6 + (z + 6) * 0.82],
        [x * 0.55, -6 + (z + 6) * 0.6],
        [x * 0.3, -6 + (z + 6) * 0.3],
      ],
      width: 1.4,
    })
  }
  return {
    height,
    sites,
    paths,
    waterLevel: -0.5,
    ground: groundOf(sketch, -0.5, { x: 0, z: -6, radius: 7.4 }),
    farGround: farGround(sketch),
    farTree: farLeafy(rgb('#5f9a48'), rgb('#24502c')),
    ridges,
    spawn: [0, 25],
    landmark: [0, 6, -6],
    build(world) {
      const build = world.streams('build')
      greatTree(world, 0, -6, 1.25, world.accent(rgb('#6fae4a')))
      world.kept.push({ x: 0, z: -6, radius: 7.5 })
      world.points.push({ name: 'great tree', x: 0, z: -2.6 })
      round(6, 5.2, 0.5, (x, z) => bench(world, x, z - 6, yawTo(-x, -z)))
      round(5, 7.6, 0.94, (x, z) => lamp(world, x, z - 6))
      for (const [i, [x, z]] of houses.entries())
        mushroomHouse(world, x, z, yawTo(-x, -6 - z), build.range(0.85, 1.1), CAPS[(i + 2) % CAPS.length]!, build)
      bridge(world, [0, crossing + 4.2], [0, crossing - 4.2], 2.2, 0.35)
      world.kept.push({ x: 0, z: crossing, radius: 5 })
      sea(world, [-HALF, -1, HALF, 20], rgb('#7fd0c4'), rgb('#2f7f95'))
      lamp(world, 1.9, crossing + 5.4)
      lamp(world, -1.9, crossing - 5.4)
      signpost(world, side * 2.2, 19)
      greatStumps(world, side)
    },
    dress: (world) => strew(world, 19),
  }
}

/** Toadstools to sit on round a table stump. */
function greatStumps(world: World, side: number): void {
  const [x, z] = [side * 11, 17]
  const spot = mushroom(world, x, z, 0.55, 1, rgb('#d9a15f'), { stem: 0.5, spots: 0 })
  spot.keep(2.6)
  round(5, 1.7, 0.3, (dx, dz) => {
    mushroom(world, x + dx, z + dz, 0.3, 0.45, CAPS[3]!, { stem: 0.2, sides: 8, spots: 0 })
    spot.seat(dx, 0.5, dz, yawTo(-dx, -dz))
  })
  world.points.push({ name: 'toadstool table', x: x + 3, z })
}
