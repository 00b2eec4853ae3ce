import { cos, PI, sin, smooth } from '../../../math/dmath.ts'
import { lathe } from '../../../model/shapes/lathe.ts'
import { tube } from '../../../model/shapes/tube.ts'
import { blend as between } from '../../../scene/vector.ts'
import { rgb } from '../../../solid/palette.ts'
import { mirrored } from '../../geometry.ts'
import { cow, hen, sheep } from '../../kit/animals.ts'
import { barrel, fence, lamp, signpost, table, well } from '../../kit/furniture.ts'
import { house, livingRoom } from '../../kit/house.ts'
import type { Place2 } from '../../land.ts'
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

/** Where things lie, for one hand. */
type Plan = {
  /** The yard before the barn, and the farmhouse with the turn of its door. */
  readonly yard: Place2
  readonly home: Place2
  readonly turn: number
  readonly pasture: Place2
  readonly fields: readonly [Field, Field]
  readonly well: Place2
  readonly cart: Place2
  /** Ways from where one arrives to the barn; to the farmhouse; to the pasture's gate. */
  readonly there: readonly Place2[]
  readonly house: readonly Place2[]
  readonly gate: readonly Place2[]
}

const PLANS: readonly Plan[] = [
  // the barn ahead, the house on the left
  {
    yard: [2, -13],
    home: [-13, 5],
    turn: 1.2,
    pasture: [20, -13],
    fields: [
      { x: 19, z: 13, w: 8, d: 8, crop: 'green' },
      { x: -20, z: -19, w: 9, d: 7, crop: 'wheat' },
    ],
    well: [-6, 0.5],
    cart: [6, 3],
    there: [[0, 10]],
    house: [
      [0, 10],
      [-5, 8],
    ],
    gate: [
      [2, -5],
      [9, -7],
      [13.4, -10],
    ],
  },
  // the barn on the left, the house far back, the pasture near
  {
    yard: [-16, -5],
    home: [9, -19],
    turn: -0.3,
    pasture: [19, 5],
    fields: [
      { x: -20, z: 18, w: 9, d: 8, crop: 'wheat' },
      { x: -10, z: -26, w: 9, d: 6, crop: 'green' },
    ],
    well: [4, -8],
    cart: [-5, -3],
    there: [
      [-2, 12],
      [-9, 6],
    ],
    house: [
      [-2, 12],
      [3, 2],
      [5, -8],
    ],
    gate: [
      [0, 8],
      [6, 6],
      [12.4, 5],
    ],
  },
  // the house ahead, the barn on the right, a wide field behind
  {
    yard: [17, -4],
    home: [-3, -11],
    turn: 0,
    pasture: [-20, -8],
    fields: [
      { x: -18, z: 14, w: 9, d: 7, crop: 'green' },
      { x: 2, z: -27, w: 12, d: 6, crop: 'wheat' },
    ],
    well: [-8, -3],
    cart: [4, -3],
    there: [
      [2, 13],
      [9, 7],
    ],
    house: [
      [2, 13],
      [0, 3],
    ],
    gate: [
      [-1, 0],
      [-7, -3],
      [-13.4, -7],
    ],
  },
]

export const barn: Layout = (sketch) => {
  const random = sketch.streams('plan')
  const side = random.chance(0.5) ? 1 : -1
  const plan = sketch.streams('ground plan').pick(PLANS)
  const at = mirrored(side)
  const placed = (place: Place2) => ({ x: side * place[0], z: place[1] })
  const fields = plan.fields.map((field): Field => ({ ...field, x: side * field.x }))
  const [yard, home, pasture] = [placed(plan.yard), placed(plan.home), placed(plan.pasture)]
  const turn = side * plan.turn
  const crop = fields[0]!
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
        points: [[0, 33], [random.range(-2, 2), 22], ...plan.there.map(at), [yard.x, yard.z + 8]],
        width: 3,
      },
      {
        points: [...plan.house.map(at), [home.x + sin(turn) * 4, home.z + cos(turn) * 4]],
        width: 1.8,
      },
      { points: plan.gate.map(at), width: 1.8 },
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
      const farmhouse = house(world, home.x, home.z, turn, {
        width: 6.6,
        depth: 5.4,
        height: 2.9,
        wall: rgb('#f0e6d2'),
        roof: rgb('#9a5a44'),
        chimney: true,
        point: 'farmhouse',
        furnish: livingRoom(world, 6.6, 5.4),
      })
      well(world, ...at(plan.well))
      const [cx, cz] = at(plan.cart)
      cart(world, cx, cz, 0.6)
      world.kept.push({ x: cx, z: cz, radius: 1.8 })
      table(world, ...farmhouse.world(-side * 5.4, 2), 0.3)
      for (const field of fields) plant(world, field)
      camp.scarecrow.build(world, crop.x, crop.z, crop.x > 0 ? -0.8 : 0.8)
      paddock(world, pasture.x, pasture.z, 6.4, pasture.x > 0 ? 1 : -1)
      for (let i = 0; i < 4; i++) sheep(world, pasture.x + [-2, 1.5, 3, -3.4][i]!, pasture.z + [1.6, -2.4, 2.6, -3][i]!, i * 1.9)
      cow(world, pasture.x + 0.4, pasture.z + 0.6, 0.8, rgb('#4a3028'))
      for (let i = 0; i < 5; i++)
        hen(world, ...farmhouse.world(side * (2.6 + (i % 3)), 3.4 + i * 0.6), i * 2.1, i % 2 ? rgb('#a8643a') : rgb('#efe6d6'))
      for (const [x, z] of [
        [4, 18],
        [-4.4, 15],
        [yard.x + 5, yard.z + 7.4],
        [yard.x - 5, yard.z + 7.4],
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
      signpost(world, 4, 21)
      barrel(world, yard.x - 5.6, yard.z + 3.4)
      bale(world, yard.x + side * 7, yard.z + 11, 0.5)
      bale(world, yard.x + side * 8.6, yard.z + 11.8, 1.3)
      world.points.push({ name: 'field', x: crop.x - (crop.x > 0 ? 1 : -1) * (crop.w + 0.6), z: crop.z })
    },
    dress: (world) => greensOf(world, (x, z) => fields.every((field) => inside(field, x, z) > 0.8), 14),
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
