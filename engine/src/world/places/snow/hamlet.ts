import { cos, PI, sin } from '../../../math/dmath.ts'
import { blob } from '../../../model/shapes/blob.ts'
import { lathe } from '../../../model/shapes/lathe.ts'
import type { Rgb } from '../../../scene/vector.ts'
import { rgb } from '../../../solid/palette.ts'
import { distance, mirrored, round } from '../../geometry.ts'
import { barrel, bench, fence, lamp } from '../../kit/furniture.ts'
import { house, livingRoom } from '../../kit/house.ts'
import { conifer } from '../../kit/plants.ts'
import { lampGlow } from '../../kit/tints.ts'
import type { Path, Place2 } from '../../land.ts'
import { nature } from '../../props/nature.ts'
import { spotAt, yawTo } from '../../spot.ts'
import type { Layout, World } from '../../world.ts'
import { common, LOGS, logPile, SNOW, snowfield, strew } from './site.ts'

/** A tall fir hung with lights. */
function festiveTree(world: World, x: number, z: number): void {
  const random = world.streams('festive tree')
  conifer(world, x, z, 2.6, random, rgb('#2f6f4a'), 0.35)
  const spot = spotAt(world, x, z)
  const { solid } = world
  const colours: readonly Rgb[] = [
    [2.4, 0.4, 0.3],
    [2.4, 1.7, 0.5],
    [0.4, 1.6, 2.2],
    [0.5, 2, 0.6],
  ]
  for (let i = 0; i < 36; i++) {
    const t = i / 36
    const r = (1 - t) * 3.7 + 0.3
    const a = i * 2.05
    solid.paint([0.1, 0.1, 0.1], { glow: lampGlow(world, colours[i % 4]!, 0.5) })
    blob(solid, [sin(a) * r, 2.2 + t * 9.4, sin(a + PI / 2) * r], [0.13, 0.13, 0.13], { detail: 0, rough: 0 })
  }
  solid.paint([0.5, 0.4, 0.1], { glow: lampGlow(world, [3, 2.2, 0.8], 0.6) })
  lathe(
    solid,
    0,
    0,
    [
      [0, 11.6],
      [0.4, 12.1],
      [0, 13],
    ],
    5,
    { flat: true },
  )
  spot.light([0, 3.2, 0], [2.4, 1.5, 0.8], 12, { shaded: false })
  spot.keep(4)
}

/** Where things lie when the rink is on the right. */
type Plan = {
  /** Where the tree of lights stands. */
  readonly square: Place2
  readonly rink: Place2
  /** The way from where one arrives to the square. */
  readonly there: readonly Place2[]
  /** Each house with the place its door looks to, where its path begins; the third is the village hall. */
  readonly lots: readonly { readonly at: Place2; readonly from: Place2 }[]
  /** A path beside those to the square, the rink and the doors. */
  readonly round: readonly Place2[]
  /** Where the snowman and the logs are. */
  readonly front: Place2
}

const PLANS: readonly Plan[] = [
  // round the tree
  {
    square: [0, -2],
    rink: [14, 10],
    there: [[0, 8]],
    lots: [
      { at: [-13, 2], from: [0, -2] },
      { at: [-10, -13], from: [0, -2] },
      { at: [1, -18], from: [0, -2] },
      { at: [12.5, -11], from: [0, -2] },
    ],
    round: [],
    front: [-5.5, 12],
  },
  // along a street, with the tree at its head
  {
    square: [0, -18],
    rink: [17, -22],
    there: [
      [-1, 8],
      [1, -4],
    ],
    lots: [
      { at: [-10, 10], from: [-0.8, 9] },
      { at: [10, 4], from: [-0.4, 4] },
      { at: [-11, -5], from: [0.8, -4] },
      { at: [11, -9], from: [0.6, -8] },
    ],
    round: [],
    front: [-5, 20],
  },
  // round the rink, with the tree on its shore
  {
    square: [-11, 3],
    rink: [4, -6],
    there: [
      [-1, 13],
      [-7, 9],
    ],
    lots: [
      { at: [19, 4], from: [13.5, 0.5] },
      { at: [20, -13], from: [14, -10] },
      { at: [5, -24], from: [4, -17] },
      { at: [-12, -17], from: [-4.5, -12] },
    ],
    round: [
      [-7, 4],
      [4, 6],
      [13.5, 0.5],
      [14, -10],
      [4, -17],
      [-4.5, -12],
      [-7, -2],
    ],
    front: [4.5, 14],
  },
]

export const hamlet: Layout = (sketch) => {
  const random = sketch.streams('plan')
  const side = random.chance(0.5) ? 1 : -1
  const plan = sketch.streams('ground plan').pick(PLANS)
  const at = mirrored(side)
  const [square, [rx, rz], [fx, fz]] = [at(plan.square), at(plan.rink), at(plan.front)]
  const [qx, qz] = square
  const pond = { x: rx, z: rz, radius: 7 }
  const homes = plan.lots.slice(0, sketch.density === 'sparse' ? 3 : 4).map((lot) => {
    const [lx, lz] = at(lot.at)
    const [x, z] = [lx + random.range(-0.6, 0.6), lz + random.range(-0.6, 0.6)]
    const from = at(lot.from)
    return { x, z, from, yaw: yawTo(from[0] - x, from[1] - z) }
  })
  const ways: Path[] = plan.round.length > 0 ? [{ points: plan.round.map(at), width: 1.6 }] : []
  const walls = [LOGS, rgb('#b98a5a'), rgb('#a8543a'), rgb('#7a5a44')]
  return {
    ...common(sketch, pond),
    sites: [{ x: qx, z: qz, radius: 7, y: 0.2, fall: 5 }, ...homes.map(({ x, z }) => ({ x, z, radius: 5.4, y: 0.5, fall: 4 }))],
    paths: [
      {
        points: [[0, 32], [random.range(-2, 2), 20], ...plan.there.map(at), [qx, qz + 4]],
        width: 2.2,
      },
      ...homes.map(({ x, z, from, yaw }) => ({ points: [from, [x + sin(yaw) * 4, z + cos(yaw) * 4] as const], width: 1.6 })),
      ...ways,
      {
        points: [
          [qx, qz + 2],
          [qx + (rx - qx) * 0.7, qz + 2 + (rz - qz - 2) * 0.7],
        ],
        width: 1.4,
      },
    ],
    ground: (texel, x, z, h, steepness, land) => snowfield(sketch, texel, x, z, h, steepness, land, pond),
    spawn: [0, 24],
    landmark: [qx, 5, qz - 1],
    build(world) {
      festiveTree(world, qx, qz - 1.4)
      world.points.push({ name: 'tree of lights', x: qx, z: qz + 3 })
      for (const [i, { x, z, yaw }] of homes.entries())
        house(world, x, z, yaw, {
          width: i === 2 ? 7.4 : 6,
          depth: i === 2 ? 6 : 5,
          height: 2.8,
          wall: i === 2 ? rgb('#e6dac4') : walls[i]!,
          roof: SNOW,
          style: i === 2 ? 'plaster' : i === 1 ? 'planks' : 'logs',
          rise: i === 2 ? 3.2 : 2.5,
          chimney: true,
          point: i === 2 ? 'village hall' : `house ${i + 1}`,
          furnish: livingRoom(world, i === 2 ? 7.4 : 6, i === 2 ? 6 : 5),
        })
      round(6, 6.2, 0.52, (x, z) => lamp(world, qx + x, qz + z, { height: 2.4 }))
      for (const x of [4.4, -4.4]) bench(world, qx + x, qz + 4.4, yawTo(-x, -6.4))
      barrel(world, fx - side * 2.6, fz - 3)
      logPile(world, fx - side, fz - 1)
      nature.snowman.build(world, fx + side * 0.9, fz + 1, side * 0.3)
      world.kept.push({ x: fx + side * 0.9, z: fz + 1, radius: 1.2 })
      fence(world, [
        [2, 30],
        [2.2, 25],
        [3, 21],
      ])
      fence(world, [
        [-2, 30],
        [-2.2, 25],
        [-3, 21],
      ])
      lamp(world, 2.2, 16, { height: 2.4 })
      world.points.push({ name: 'ice rink', x: rx, z: rz })
      round(7, pond.radius + 1.6, 0.3, (x, z, _, i) => {
        if (i % 2 === 0) lamp(world, rx + x, rz + z, { height: 2, range: 7 })
      })
    },
    dress: (world) => strew(world, 44, (x, z) => distance(0, -4, x, z) < 17 || distance(qx, qz, x, z) < 9, pond),
  }
}
