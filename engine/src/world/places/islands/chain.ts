import { PI, saturate } from '../../../math/dmath.ts'
import { box } from '../../../model/shapes/box.ts'
import { lathe } from '../../../model/shapes/lathe.ts'
import { blend } from '../../../scene/vector.ts'
import { rgb } from '../../../solid/palette.ts'
import { distance, round } from '../../geometry.ts'
import { bridge } from '../../kit/bridge.ts'
import { bench, lamp } from '../../kit/furniture.ts'
import { column } from '../../kit/masonry.ts'
import type { Place2 } from '../../land.ts'
import { crystals, greatTree } from '../../props/nature.ts'
import { spotAt, yawTo } from '../../spot.ts'
import type { Layout, World } from '../../world.ts'
import { blossomArch, bridgeEnds, groundOf, heightOf, type Island, PINK, ROCK, strew, tops, underside, WHITE, waterfall } from './site.ts'

/** A round temple without walls, a flame in its middle. */
function skyTemple(world: World, x: number, z: number): void {
  const spot = spotAt(world, x, z)
  const { solid } = world
  solid.paint(rgb('#d8cfbe'), { vary: 0.04 })
  lathe(
    solid,
    0,
    0,
    [
      [5.4, -0.6],
      [5.4, 0.22],
      [5, 0.24],
      [0, 0.25],
    ],
    26,
  )
  lathe(
    solid,
    0,
    0,
    [
      [4.6, 0.24],
      [4.6, 0.5],
      [0, 0.52],
    ],
    26,
  )
  spot.disc('temple step', 0, 0, 5.4, 0.24)
  spot.disc('temple floor', 0, 0, 4.6, 0.52)
  round(10, 4.1, 0.31, (dx, dz) => column(world, [x + dx, spot.y + 0.5, z + dz], 3.8, 0.3, WHITE))
  spot.use()
  solid.paint(WHITE, { vary: 0.02 })
  lathe(
    solid,
    0,
    0,
    [
      [3.7, 5],
      [4.7, 5],
      [4.8, 5.5],
      [3.7, 5.5],
    ],
    26,
  )
  solid.paint((_, y) => blend(world.accent(rgb('#c99a3a')), rgb('#f4dc9a'), saturate((y - 5.5) / 3)), { vary: 0.02 })
  lathe(
    solid,
    0,
    0,
    [
      [4.7, 5.45],
      [4.2, 6.5],
      [3, 7.5],
      [1.5, 8.2],
      [0.3, 8.5],
      [0.2, 9.4],
      [0, 9.6],
    ],
    26,
  )
  solid.paint(WHITE)
  lathe(
    solid,
    0,
    0,
    [
      [0.9, 0.5],
      [0.6, 0.8],
      [0.5, 1.4],
      [0.8, 1.6],
      [0, 1.62],
    ],
    14,
  )
  solid.paint([0.1, 0.1, 0.1], { glow: world.lit ? [0.6, 2, 2.4] : [0.3, 0.8, 0.9] })
  lathe(
    solid,
    0,
    0,
    [
      [0.3, 1.6],
      [0.42, 2],
      [0.25, 2.5],
      [0, 3.1],
    ],
    8,
  )
  spot.post([0, 0, 0], 0.9, 1.6)
  spot.light([0, 2.6, 0], [0.6, 1.8, 2.1], 12, { shaded: false })
  spot.keep(5.8)
  spot.point('sky temple', 0, 2.6)
}

export const chain: Layout = (sketch) => {
  const random = sketch.streams('plan')
  const side = random.chance(0.5) ? 1 : -1
  const islands: Island[] = [
    { x: 0, z: 20, radius: 8.5, y: 0 },
    { x: side * 17, z: 10, radius: 7, y: 1.2 },
    { x: side * 19, z: -10, radius: 8.2, y: 2.4 },
    { x: 0, z: -18, radius: 9.6, y: 3.8 },
    { x: -side * 19, z: -4, radius: 7.4, y: 1.6 },
  ].map((island) => ({ ...island, radius: island.radius + random.range(-0.3, 0.5) }))
  const [arrival, low, high, summit, alone] = islands as [Island, Island, Island, Island, Island]
  const links = [
    [arrival, low],
    [low, high],
    [high, summit],
    [summit, alone],
    [arrival, alone],
  ] as const
  const spans = links.map(([a, b]) => bridgeEnds(a, b))
  const [orchard, stones, pool] = random.pick([
    [low, high, alone],
    [high, alone, low],
    [alone, low, high],
    [low, alone, high],
    [high, low, alone],
    [alone, high, low],
  ] as const)
  /** Which way is outwards from the middle. */
  const outwards = ({ x }: Island) => (x < 0 ? -1 : 1)
  const [ofOrchard, ofStones, ofPool] = [outwards(orchard), outwards(stones), outwards(pool)]
  const pond = { x: pool.x + ofPool * 1.5, z: pool.z, radius: 2.2 }
  return {
    height: heightOf(sketch, islands),
    sites: [{ x: summit.x, z: summit.z, radius: 5.8, y: 4, fall: 2.5 }],
    paths: spans.flatMap(([from, to], i) => {
      const [a, b] = links[i]!
      return [
        { points: [[a.x, a.z], from] as [Place2, Place2], width: 1.4 },
        { points: [to, [b.x, b.z]] as [Place2, Place2], width: 1.4 },
      ]
    }),
    lowest: -12,
    ground: groundOf(sketch, { x: summit.x, z: summit.z, radius: 5.8 }),
    patches: (land) => tops(sketch, islands, land),
    isVoid: (x, z) => !islands.some((island) => distance(island.x, island.z, x, z) < island.radius - 0.5),
    spawn: [0, 23],
    landmark: [0, 8, -18],
    build(world) {
      for (const island of islands) underside(world, island)
      for (const [from, to] of spans) bridge(world, from, to, 1.8, -0.5)
      skyTemple(world, summit.x, summit.z)
      greatTree(world, orchard.x + ofOrchard * 1.5, orchard.z, 0.8, world.accent(PINK))
      world.kept.push({ x: orchard.x + ofOrchard * 1.5, z: orchard.z, radius: 2.6 })
      bench(world, orchard.x - ofOrchard * 2.6, orchard.z + 3.4, yawTo(ofOrchard * 3, -3), WHITE)
      world.points.push({ name: 'blossom island', x: orchard.x - ofOrchard * 2, z: orchard.z + 1.4 })
      round(6, 4.4, 0.2, (x, z, a) => {
        const spot = spotAt(world, stones.x + x, stones.z + z, -a + PI / 2)
        world.solid.paint(blend(ROCK, WHITE, 0.2), { vary: 0.1 })
        box(world.solid, [0, -0.4, 0], [1, 2.9, 0.55], { taper: 0.72, cell: 1 })
        spot.post([0, -0.4, 0], 0.6, 2.8)
        spot.keep(0.8)
      })
      crystals(world, stones.x, stones.z, 0.8, rgb('#8f7fe8'))
      world.kept.push({ x: stones.x, z: stones.z, radius: 3 })
      world.points.push({ name: 'standing stones', x: stones.x - ofStones * 2.4, z: stones.z + 1 })
      crystals(world, pond.x + ofPool * 2, pond.z, 1.25, rgb('#5fc8e8'))
      world.kept.push({ x: pond.x + ofPool * 2, z: pond.z, radius: 2.2 })
      bench(world, pool.x - ofPool * 2, pool.z + 3.8, yawTo(ofPool * 3, -4), WHITE)
      world.points.push({ name: 'crystal island', x: pool.x - ofPool * 1.6, z: pool.z + 1 })
      waterfall(world, pool, ofPool < 0 ? PI - 0.2 : 0.2)
      blossomArch(world, 0, 18)
      for (const { x, z } of islands) lamp(world, x + 1.7, z + 3, { pole: WHITE, height: 2.4 })
    },
    dress: (world) => strew(world, islands, 18),
  }
}
