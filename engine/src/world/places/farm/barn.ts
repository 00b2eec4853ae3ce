import { cos, PI, smooth } from '../../../math/dmath.ts'
import { lathe } from '../../../model/shapes/lathe.ts'
import { tube } from '../../../model/shapes/tube.ts'
import { blend as between } from '../../../scene/vector.ts'
import { rgb } from '../../../solid/palette.ts'
import { cow, hen, sheep } from '../../kit/animals.ts'
import { barrel, fence, lamp, signpost, table, well } from '../../kit/furniture.ts'
import { house, livingRoom } from '../../kit/house.ts'
import { camp, cart } from '../../props/camp.ts'
import { spotAt } from '../../spot.ts'
import type { Layout, World } from '../../world.ts'
import { common, type Field, greensOf, groundOf, inside, plant, roll } from './site.ts'

/** A tall round store with a dome. */
function silo(world: World, x: number, z: number): void {
  const spot = spotAt(world, x, z)
  const { solid } = world
  for (let i = 0; i < 6; i++) {
    solid.paint(i % 2 ? rgb('#b9c0c6') : rgb('#a8b0b8'), { vary: 0.03 })
    lathe(
      solid,
      0,
      0,
      [
        [1.9, i * 1.4 - (i === 0 ? 0.5 : 0)],
        [1.9, i * 1.4 + 1.35],
        [1.84, i * 1.4 + 1.4],
      ],
      14,
    )
  }
  solid.paint(rgb('#a8483a'))
  lathe(
    solid,
    0,
    0,
    [
      [2.05, 8.35],
      [1.6, 9.2],
      [0.8, 9.9],
      [0, 10.1],
    ],
    14,
  )
  spot.post([0, -0.5, 0], 2, 8)
  spot.keep(2.4)
}

/** A round bale of hay on its side. */
function bale(world: World, x: number, z: number, yaw: number): void {
  const spot = spotAt(world, x, z, yaw)
  const { solid } = world
  solid.paint((_, y) => between(rgb('#a8883f'), rgb('#e8c868'), y / 1.4), { vary: 0.1 })
  tube(
    solid,
    [
      [-0.6, 0.68, 0],
      [0.6, 0.68, 0],
    ],
    0.7,
    0.7,
    12,
  )
  for (const end of [-0.6, 0.6]) {
    solid.paint(rgb('#c9a850'), { vary: 0.05 })
    for (let i = 0; i < 12; i++) {
      const [a, b] = [(i * PI) / 6, ((i + 1) * PI) / 6]
      const rim = (t: number) => [end, 0.68 + 0.7 * cos(t), 0.7 * cos(t - PI / 2)] as const
      solid.triangle([end, 0.68, 0], rim(a), rim(b))
    }
  }
  spot.block([0, 0, 0], [1.3, 1.4, 1.3])
  spot.keep(1)
}

export const barn: Layout = (sketch) => {
  const random = sketch.streams('plan')
  const side = random.chance(0.5) ? 1 : -1
  const fields: Field[] = [
    { x: side * 19, z: 13, w: 8, d: 8, crop: 'green' },
    { x: -side * 20, z: -19, w: 9, d: 7, crop: 'wheat' },
  ]
  const yard = { x: side * 2, z: -13 }
  const home = { x: -side * 13, z: 5 }
  const pasture = { x: side * 20, z: -13 }
  return {
    ...common(sketch),
    height: (x, z) => roll(sketch, x, z) * smooth(-1, 3, Math.min(...fields.map((field) => inside(field, x, z))) + 2),
    sites: [
      { x: yard.x, z: yard.z, radius: 9, y: 0.4, fall: 6 },
      { x: home.x, z: home.z, radius: 6, y: 0.3, fall: 5 },
      { x: pasture.x, z: pasture.z, radius: 8, y: 0.4, fall: 5 },
    ],
    paths: [
      {
        points: [
          [0, 33],
          [random.range(-2, 2), 22],
          [0, 10],
          [yard.x, -5],
        ],
        width: 3,
      },
      {
        points: [
          [0, 10],
          [-side * 5, 8],
          [home.x + side * 3.6, home.z + 1],
        ],
        width: 1.8,
      },
      {
        points: [
          [yard.x, -5],
          [side * 9, -7],
          [pasture.x - side * 6.6, -10],
        ],
        width: 1.8,
      },
    ],
    ground: groundOf(sketch, fields),
    spawn: [0, 25],
    landmark: [yard.x, 5, yard.z],
    build(world) {
      house(world, yard.x, yard.z - 2, 0, {
        width: 10,
        depth: 9,
        height: 4,
        wall: world.accent(rgb('#a83a30')),
        roof: rgb('#5a4a48'),
        trim: rgb('#efe6d6'),
        style: 'planks',
        doorway: 3,
        rise: 3.6,
        point: 'inside the barn',
        furnish(spot) {
          for (const [x, z] of [
            [-3.6, -2.6],
            [-3.4, -0.8],
            [3.5, -2.8],
            [3.5, -1.2],
            [3.2, 1],
          ] as const) {
            const [wx, wz] = spot.world(x, z)
            bale(world, wx, wz, 0.4 * x)
          }
        },
      })
      silo(world, yard.x + side * 8, yard.z - 3)
      house(world, home.x, home.z, side * 1.2, {
        width: 6.6,
        depth: 5.4,
        height: 2.9,
        wall: rgb('#f0e6d2'),
        roof: rgb('#9a5a44'),
        chimney: true,
        point: 'farmhouse',
        furnish: livingRoom(world, 6.6, 5.4),
      })
      well(world, -side * 6, 0.5)
      cart(world, side * 6, 3, 0.6)
      world.kept.push({ x: side * 6, z: 3, radius: 1.8 })
      table(world, home.x + side * 1, home.z + 6.6, 0.3)
      for (const field of fields) plant(world, field)
      camp.scarecrow.build(world, fields[0]!.x, fields[0]!.z, -side * 0.8)
      paddock(world, pasture.x, pasture.z, 6.4, side)
      for (let i = 0; i < 4; i++) sheep(world, pasture.x + [-2, 1.5, 3, -3.4][i]!, pasture.z + [1.6, -2.4, 2.6, -3][i]!, i * 1.9)
      cow(world, pasture.x + 0.4, pasture.z + 0.6, 0.8, rgb('#4a3028'))
      for (let i = 0; i < 5; i++)
        hen(world, home.x + side * (4.4 + (i % 3)), home.z - 1.5 - i * 0.7, i * 2.1, i % 2 ? rgb('#a8643a') : rgb('#efe6d6'))
      for (const [x, z] of [
        [2.6, 18],
        [-2.6, 12],
        [yard.x + 5, -5.6],
        [yard.x - 5, -5.6],
      ] as const)
        lamp(world, x, z)
      fence(
        world,
        [
          [2.6, 31],
          [2.8, 26],
          [3.4, 22],
        ],
        rgb('#efe6d6'),
      )
      fence(
        world,
        [
          [-2.6, 31],
          [-2.8, 26],
          [-3.4, 22],
        ],
        rgb('#efe6d6'),
      )
      signpost(world, 2.8, 20)
      barrel(world, yard.x - 5.6, yard.z + 3.4)
      bale(world, side * 9, -2, 0.5)
      bale(world, side * 10.6, -1.2, 1.3)
      world.points.push({ name: 'field', x: fields[0]!.x - side * 8.6, z: fields[0]!.z })
    },
    dress: (world) => greensOf(world, (x, z) => fields.every((field) => inside(field, x, z) > 0.8), 19),
  }
}

/** A fenced square with an opening towards the middle of the world. */
function paddock(world: World, x: number, z: number, half: number, side: number): void {
  const near = x - side * half
  const away = x + side * half
  fence(world, [
    [near, z + 1.6 - half + half],
    [near, z + half],
    [away, z + half],
    [away, z - half],
    [near, z - half],
    [near, z - 1.6],
  ])
  world.kept.push({ x, z, radius: half })
  world.points.push({ name: 'pasture', x: near + side * 1.2, z })
}
