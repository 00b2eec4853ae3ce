import { cos, mix, sin, smooth, TAU } from '../../../math/dmath.ts'
import { box } from '../../../model/shapes/box.ts'
import { lathe } from '../../../model/shapes/lathe.ts'
import { rgb } from '../../../solid/palette.ts'
import { distance, mirrored, outwards, towards } from '../../geometry.ts'
import { farLeafy } from '../../kit/far-trees.ts'
import { bench, fence, lamp, signpost, well } from '../../kit/furniture.ts'
import { mushroom, mushroomHouse } from '../../kit/mushroom.ts'
import { casement, door } from '../../kit/openings.ts'
import { DARK_WOOD, STONE, WOOD } from '../../kit/tints.ts'
import { boat, lake, pier } from '../../kit/water.ts'
import type { Path, Place2, Site } from '../../land.ts'
import { yawTo } from '../../spot.ts'
import type { Layout, World } from '../../world.ts'
import { farGround, groundOf, hills, ridges } from '../village/site.ts'
import { CAPS, strew } from './site.ts'

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

/** Where things lie, for one hand. */
type Plan = {
  readonly square: Place2
  readonly great: Place2
  readonly lake: Place2
  readonly radius: number
  readonly lots: readonly Place2[]
}

const PLANS: readonly Plan[] = [
  // the lake beside the square, the great mushroom at the back
  {
    square: [0, 2],
    great: [-3, -17],
    lake: [17, 2],
    radius: 11,
    lots: [
      [-11, 6],
      [-15, -4],
      [7, 15],
      [-9, 17],
      [8, -14],
      [-13, -14],
    ],
  },
  // the lake ahead, the great mushroom on its far shore
  {
    square: [0, 9],
    great: [-11, -21],
    lake: [5, -11],
    radius: 11,
    lots: [
      [-12, 8],
      [12, 10],
      [-16, -4],
      [20, 1],
      [-11, 19],
      [10, 20],
    ],
  },
  // the great mushroom close by, the lake far back
  {
    square: [-3, 6],
    great: [9, -6],
    lake: [-15, -16],
    radius: 10.5,
    lots: [
      [-15, 10],
      [-18, 0],
      [11, 11],
      [1, -20],
      [20, -1],
      [-10, 20],
    ],
  },
]

export const pond: Layout = (sketch) => {
  const random = sketch.streams('plan')
  const side = random.chance(0.5) ? 1 : -1
  const plan = sketch.streams('ground plan').pick(PLANS)
  const at = mirrored(side)
  const [square, great, lakeAt] = [at(plan.square), at(plan.great), at(plan.lake)]
  const [qx, qz] = square
  const water = { x: lakeAt[0], z: lakeAt[1] + random.range(-2, 2), radius: plan.radius }
  const ashore = towards([water.x, water.z], square)
  const fromLake = outwards(water, square)
  /** How far from the middle of the lake its pier begins, and where one steps onto it. */
  const start = water.radius * 0.81
  const landing = fromLake(start + 0.7)
  const height = (x: number, z: number) => {
    const d = distance(water.x, water.z, x, z) + (sketch.noise(x * 0.13, z * 0.13) - 0.5) * 6
    return mix(-2.2, hills(sketch, x, z), smooth(water.radius * 0.45, water.radius + 3.5, d))
  }
  const sites: Site[] = [
    { x: qx, z: qz, radius: 6.5, y: 0.3, fall: 5 },
    { x: great[0], z: great[1], radius: 5.5, y: 1.6, fall: 5 },
    { x: landing[0], z: landing[1], radius: 1.8, y: -0.3, fall: 3 },
  ]
  // round the lake where that lies between
  const isAcross = distance((qx + great[0]) / 2, (qz + great[1]) / 2, water.x, water.z) < water.radius + 3
  const bend = fromLake(0, (ashore[0] * (great[1] - water.z) - ashore[1] * (great[0] - water.x) > 0 ? 1 : -1) * (water.radius + 4.5))
  const toGreat: readonly Place2[] = isAcross ? [bend] : [[(qx + great[0]) / 2 + side * 2, (qz + great[1]) / 2]]
  const paths: Path[] = [
    {
      points: [[0, 30], [random.range(-2, 2), 20], [qx * 0.6, qz + 7], square],
      width: 2.6,
    },
    { points: [square, ...toGreat, [great[0], great[1] + 4]], width: 2.2 },
    { points: [square, fromLake(water.radius * 0.68)], width: 1.8 },
  ]
  const houses = plan.lots.slice(0, sketch.density === 'sparse' ? 4 : random.int(5, 6)).map((lot): Place2 => {
    const [hx, hz] = at(lot)
    const [x, z] = [hx + random.range(-1.2, 1.2), hz + random.range(-1.2, 1.2)]
    sites.push({ x, z, radius: 3.2, y: Math.max(0.1, height(x, z) * 0.5), fall: 4 })
    paths.push({
      points: [[qx + (x - qx) * 0.78, qz + (z - qz) * 0.78], [qx + (x - qx) * 0.55 + random.range(-1, 1), qz + (z - qz) * 0.55], square],
      width: 1.5,
    })
    return [x, z]
  })
  return {
    height,
    sites,
    paths,
    waterLevel: -0.75,
    ground: groundOf(sketch, -0.75, { x: qx, z: qz, radius: 5 }),
    farGround: farGround(sketch),
    farTree: farLeafy(rgb('#5f9a48'), rgb('#24502c')),
    ridges,
    spawn: [0, 24.5],
    landmark: [great[0], 5.5, great[1]],
    build(world) {
      const build = world.streams('build')
      world.kept.push({ x: qx, z: qz, radius: 5.5 })
      greatMushroom(world, ...great)
      for (const [i, [x, z]] of houses.entries())
        mushroomHouse(world, x, z, yawTo(qx - x, Math.max(qz, z + 3.5) - z), build.range(0.82, 1.12), CAPS[i % CAPS.length]!, build)
      well(world, ...square)
      bench(world, qx - 4.2, qz + 2.4, 2.2)
      bench(world, qx + 4.3, qz + 2.2, -2.3)
      bench(world, qx - 4, qz - 2.6, 0.9)
      for (const [x, z] of [
        [2.6, 20],
        [qx + 3.6, qz - 3.6],
        [qx - 3.9, qz + 4.9],
        fromLake(water.radius * 0.85, 1.6),
        [great[0] + side * 2.4, great[1] + 7],
      ] as const)
        lamp(world, x, z)
      lake(world, water.x, water.z, water.radius * 1.7, rgb('#6fc7bd'), rgb('#1f6f8f'))
      pier(world, fromLake(start), fromLake(start - 6.2), 1.9, -0.3)
      const [ex, ez] = fromLake(start - 5.4)
      world.points.push({ name: 'end of the pier', x: ex, z: ez })
      lamp(world, ...fromLake(start + 0.4, -1.5))
      boat(world, ...fromLake(start - 6, 2.2), yawTo(...ashore) + 0.4)
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
      signpost(world, 2.4, 17)
    },
    dress: (world) => strew(world, 20),
  }
}
