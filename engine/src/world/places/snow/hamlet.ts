import { PI, sin } from '../../../math/dmath.ts'
import { blob } from '../../../model/shapes/blob.ts'
import { lathe } from '../../../model/shapes/lathe.ts'
import type { Rgb } from '../../../scene/vector.ts'
import { rgb } from '../../../solid/palette.ts'
import { distance, round } from '../../geometry.ts'
import { barrel, bench, fence, lamp } from '../../kit/furniture.ts'
import { house, livingRoom } from '../../kit/house.ts'
import { conifer } from '../../kit/plants.ts'
import { lampGlow } from '../../kit/tints.ts'
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

export const hamlet: Layout = (sketch) => {
  const random = sketch.streams('plan')
  const side = random.chance(0.5) ? 1 : -1
  const pond = { x: side * 13, z: 8, radius: 7 }
  const lots = [
    { x: -13, z: 2, yaw: 1.35 },
    { x: -10, z: -13, yaw: 0.65 },
    { x: 1, z: -18, yaw: 0 },
    { x: 12.5, z: -11, yaw: -0.75 },
  ].slice(0, sketch.density === 'sparse' ? 3 : 4)
  const homes = lots.map(({ x, z, yaw }) => ({ x: x * -side + random.range(-0.6, 0.6), z: z + random.range(-0.6, 0.6), yaw: yaw * -side }))
  const walls = [LOGS, rgb('#b98a5a'), rgb('#a8543a'), rgb('#7a5a44')]
  return {
    ...common(sketch, pond),
    sites: [{ x: 0, z: -2, radius: 7, y: 0.2, fall: 5 }, ...homes.map(({ x, z }) => ({ x, z, radius: 5.4, y: 0.5, fall: 4 }))],
    paths: [
      {
        points: [
          [0, 32],
          [random.range(-2, 2), 20],
          [0, 8],
          [0, 2],
        ],
        width: 2.2,
      },
      ...homes.map(({ x, z, yaw }) => ({
        points: [
          [0, -2],
          [x * 0.5, -2 + (z + 2) * 0.5],
          [x + sin(yaw) * 4, z + sin(yaw + PI / 2) * 4],
        ] as [number, number][],
        width: 1.6,
      })),
      {
        points: [
          [0, 4],
          [side * 5, 6],
          [side * 8.5, 8],
        ],
        width: 1.4,
      },
    ],
    ground: (texel, x, z, h, steepness, land) => snowfield(sketch, texel, x, z, h, steepness, land, pond),
    spawn: [0, 24],
    landmark: [0, 5, -3],
    build(world) {
      festiveTree(world, 0, -3.4)
      world.points.push({ name: 'tree of lights', x: 0, z: 1 })
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
      round(6, 6.2, 0.52, (x, z) => lamp(world, x, z - 2, { height: 2.4 }))
      for (const [x, z] of [
        [4.4, 2.4],
        [-4.4, 2.4],
      ] as const)
        bench(world, x, z, yawTo(-x, -z - 4))
      barrel(world, -side * 8.4, 7)
      logPile(world, -side * 6.5, 11)
      nature.snowman.build(world, -side * 4.6, 13, side * 0.3)
      world.kept.push({ x: -side * 4.6, z: 13, radius: 1.2 })
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
      world.points.push({ name: 'ice rink', x: pond.x - side * 3.4, z: pond.z })
      round(7, pond.radius + 1.6, 0.3, (x, z, _, i) => {
        if (i % 2 === 0) lamp(world, pond.x + x, pond.z + z, { height: 2, range: 7 })
      })
    },
    dress: (world) => strew(world, 44, (x, z) => distance(0, -4, x, z) < 17, pond),
  }
}
