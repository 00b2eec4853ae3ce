import { cos, mix, sin, smooth, TAU } from '../../../math/dmath.ts'
import { box } from '../../../model/shapes/box.ts'
import { lathe } from '../../../model/shapes/lathe.ts'
import { rgb } from '../../../solid/palette.ts'
import { distance } from '../../geometry.ts'
import { farLeafy } from '../../kit/far-trees.ts'
import { bench, fence, lamp, signpost, well } from '../../kit/furniture.ts'
import { mushroom, mushroomHouse } from '../../kit/mushroom.ts'
import { casement, door } from '../../kit/openings.ts'
import { DARK_WOOD, STONE, WOOD } from '../../kit/tints.ts'
import { boat, lake, pier } from '../../kit/water.ts'
import type { Path, Place2, Site } from '../../land.ts'
import { yawTo } from '../../spot.ts'
import type { Layout, World } from '../../world.ts'
import { CAPS, farGround, groundOf, hills, ridges, strew } from './site.ts'

/** A mushroom as tall as a tower, with a door and a balcony. */
function greatMushroom(world: World, x: number, z: number): void {
  const cap = world.accent(rgb('#d0342c'))
  const spot = mushroom(world, x, z, 7.2, 6.4, cap, { stem: 2.3, sides: 20, spots: 16, colour: rgb('#f4e8d0'), gills: [0.5, 0.3, 0.1] })
  const { solid } = world
  spot.use()
  door(world, [0, 0, 2.56], 1.3, 2.3, rgb('#3f7d6b'))
  solid.paint(STONE)
  box(solid, [0, -0.1, 3.3], [2.4, 0.25, 1.5])
  for (const [turn, y] of [
    [-0.75, 2.2],
    [0.75, 2.2],
    [0, 4.3],
    [-1.2, 4.6],
    [1.2, 4.6],
    [2.4, 3],
    [-2.4, 3],
  ] as const) {
    spot.use(0, turn)
    casement(world, [0, y, y > 4 ? 2.05 : 2.28], 0.75, 0.85)
  }
  spot.use()
  solid.paint(WOOD)
  lathe(
    solid,
    0,
    0,
    [
      [2.1, 3.55],
      [3.3, 3.5],
      [3.3, 3.68],
      [2.1, 3.7],
    ],
    20,
  )
  for (let i = 0; i < 14; i++) {
    const a = (TAU * i) / 14
    solid.paint(DARK_WOOD)
    box(solid, [cos(a) * 3.15, 3.65, sin(a) * 3.15], [0.1, 0.85, 0.1], { cell: 9 })
  }
  solid.paint(WOOD)
  lathe(
    solid,
    0,
    0,
    [
      [3.1, 4.45],
      [3.22, 4.45],
      [3.22, 4.55],
      [3.1, 4.55],
    ],
    20,
  )
  spot.light([0, 2.6, 4], [2.6, 1.5, 0.6], 9)
  spot.keep(5.2)
  spot.point('great mushroom', 0, 4.6)
  for (const [dx, dz, h, r] of [
    [3.6, 1.6, 1.9, 1.5],
    [-3.7, 1, 1.4, 1.15],
    [4.6, -1, 1, 0.8],
  ] as const)
    mushroom(world, x + dx, z + dz, h, r, CAPS[1]!, { spots: 6 })
}

export const lakeside: Layout = (sketch) => {
  const random = sketch.streams('plan')
  const side = random.chance(0.5) ? 1 : -1
  const water = { x: side * 17, z: 2 + random.range(-3, 3), radius: 11 }
  const height = (x: number, z: number) => {
    const d = distance(water.x, water.z, x, z) + (sketch.noise(x * 0.13, z * 0.13) - 0.5) * 6
    return mix(-2.2, hills(sketch, x, z), smooth(water.radius * 0.45, water.radius + 3.5, d))
  }
  const sites: Site[] = [
    { x: 0, z: 2, radius: 6.5, y: 0.3, fall: 5 },
    { x: -side * 3, z: -17, radius: 5.5, y: 1.6, fall: 5 },
  ]
  const paths: Path[] = [
    {
      points: [
        [0, 30],
        [random.range(-2, 2), 20],
        [0, 10],
        [0, 2],
      ],
      width: 2.6,
    },
    {
      points: [
        [0, 2],
        [side * 1.5, -7],
        [-side * 3, -13],
      ],
      width: 2.2,
    },
    {
      points: [
        [0, 2],
        [side * 5, 2.5],
        [side * 9.5, water.z],
      ],
      width: 1.8,
    },
  ]
  const lots: Place2[] = [
    [-side * 11, 6],
    [-side * 15, -4],
    [side * 7, 15],
    [-side * 9, 17],
    [side * 8, -14],
    [-side * 13, -14],
  ]
  const houses = lots.slice(0, sketch.density === 'sparse' ? 4 : random.int(5, 6)).map(([hx, hz]): Place2 => {
    const [x, z] = [hx + random.range(-1.2, 1.2), hz + random.range(-1.2, 1.2)]
    sites.push({ x, z, radius: 3.2, y: Math.max(0.1, height(x, z) * 0.5), fall: 4 })
    paths.push({
      points: [
        [x * 0.78, z + (2 - z) * 0.22],
        [x * 0.55 + random.range(-1, 1), (z - 2) * 0.55 + 2],
        [0, 2],
      ],
      width: 1.5,
    })
    return [x, z]
  })
  return {
    height,
    sites,
    paths,
    waterLevel: -0.75,
    ground: groundOf(sketch, -0.75, { x: 0, z: 2, radius: 5 }),
    farGround: farGround(sketch),
    farTree: farLeafy(rgb('#5f9a48'), rgb('#24502c')),
    ridges,
    spawn: [0, 24.5],
    landmark: [-side * 3, 5.5, -17],
    build(world) {
      const build = world.streams('build')
      world.kept.push({ x: 0, z: 2, radius: 5.5 })
      greatMushroom(world, -side * 3, -17)
      for (const [i, [x, z]] of houses.entries())
        mushroomHouse(world, x, z, yawTo(-x, Math.max(2, z + 3.5) - z), build.range(0.82, 1.12), CAPS[i % CAPS.length]!, build)
      well(world, 0, 2)
      bench(world, -4.2, 4.4, 2.2)
      bench(world, 4.3, 4.2, -2.3)
      bench(world, -4, -0.6, 0.9)
      for (const [x, z] of [
        [2.2, 19],
        [-2.2, 13],
        [3.6, -1.6],
        [-3.9, 6.9],
        [side * 8, 4.4],
        [-side * 0.5, -9],
      ] as const)
        lamp(world, x, z)
      lake(world, water.x, water.z, water.radius * 1.7, rgb('#6fc7bd'), rgb('#1f6f8f'))
      const start = water.x - side * 8.9
      pier(world, [start, water.z], [start + side * 6.2, water.z], 1.9, -0.3)
      world.points.push({ name: 'end of the pier', x: start + side * 5.4, z: water.z })
      lamp(world, start - side * 0.4, water.z + 1.5)
      boat(world, start + side * 5, water.z + 2.2, 0.4)
      fence(world, [
        [2.2, 29],
        [2.6, 24],
        [3.4, 21],
      ])
      fence(world, [
        [-2.2, 29],
        [-2.6, 24],
        [-3.4, 21],
      ])
      signpost(world, 2.4, 11)
    },
    dress: (world) => strew(world, 22),
  }
}
