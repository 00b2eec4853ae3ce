import { cos, mix, PI, sin, smooth } from '../../../math/dmath.ts'
import { box } from '../../../model/shapes/box.ts'
import { tube } from '../../../model/shapes/tube.ts'
import { blend, type Rgb, times, type Vec3 } from '../../../scene/vector.ts'
import { rgb } from '../../../solid/palette.ts'
import { distance } from '../../geometry.ts'
import { lamp, signpost } from '../../kit/furniture.ts'
import { meadow, trodden } from '../../kit/ground.ts'
import { greens, pebble, sprinkle } from '../../kit/growths.ts'
import { broadleaf, palm, rock } from '../../kit/plants.ts'
import { boat, pier, sailingBoat, sea } from '../../kit/water.ts'
import type { Place2 } from '../../land.ts'
import { lighthouse } from '../../props/lighthouse.ts'
import { scatter } from '../../scatter.ts'
import { spotAt, yawTo } from '../../spot.ts'
import { setBetween, shade, blend as tint } from '../../texel.ts'
import type { Layout, World } from '../../world.ts'
import { BED, DEEP, EARTH, HALF, LEVEL, MEADOW, nets, ridges, SAND_A, SAND_B, SHALLOW, townHouse, WET_SAND } from './site.ts'

const SEABED = -3.2

/** Where the bay and its headland lie, for one hand, and where the houses stand. */
type Plan = { readonly bay: Place2; readonly head: Place2; readonly homes: readonly Place2[] }

const PLANS: readonly Plan[] = [
  // the bay ahead, the headland beside it
  {
    bay: [-3, -19],
    head: [20, -9],
    homes: [
      [-14, 8],
      [-6.5, 15.5],
      [9, 14],
    ],
  },
  // the bay on one side, the headland ahead
  {
    bay: [-15, -18],
    head: [9, -13],
    homes: [
      [20, 2],
      [14, 13],
      [-9, 16],
    ],
  },
  // a near headland on the left of a wide shore
  {
    bay: [8, -20],
    head: [-17, -4],
    homes: [
      [18, 8],
      [9, 15],
      [-9, 15],
    ],
  },
]

export const cove: Layout = (sketch) => {
  const random = sketch.streams('plan')
  const side = random.chance(0.5) ? 1 : -1
  const plan = sketch.streams('ground plan').pick(PLANS)
  const placed = ([x, z]: Place2) => ({ x: side * x, z })
  const bay = { ...placed(plan.bay), radius: 19 + random.range(-1, 1) }
  const head = { ...placed(plan.head), radius: 7 }
  const homes = plan.homes.map(placed)
  /** Towards the headland from the bay. */
  const hand = head.x > bay.x ? 1 : -1
  const raw = (x: number, z: number) => {
    const n = sketch.fractal(x * 0.05 + 5, z * 0.05, 3)
    const d = distance(bay.x, bay.z, x, z) + (sketch.noise(x * 0.13, z * 0.13) - 0.5) * 4
    const open = smooth(-8, -30, z)
    const land = 0.5 + smooth(bay.radius + 4, bay.radius + 26, d) * (2 + n * 4)
    const rise = 5.4 * smooth(head.radius + 7, head.radius * 0.7, distance(head.x, head.z, x, z))
    // the foot of the headland goes down to the bed of the bay
    const cliff = rise < 0.6 ? mix(SEABED, 0.2, rise / 0.6) : rise - 0.4
    return Math.max(mix(land, SEABED, Math.max(smooth(bay.radius + 1.5, bay.radius - 6, d), open)), cliff)
  }
  return {
    height: raw,
    sites: [
      ...homes.map(({ x, z }) => ({ x, z, radius: 5, y: Math.max(1, raw(x, z)), fall: 5 })),
      { x: head.x, z: head.z, radius: 5, y: 4.8, fall: 4 },
    ],
    paths: [
      {
        points: [
          [0, 33],
          [random.range(-2, 2), 24],
          [0, 12],
          [bay.x, 3],
        ],
        width: 2.2,
      },
      {
        points: [
          [0, 12],
          [head.x * 0.4, head.z + 15],
          [head.x * 0.75, head.z + 12],
          [head.x, head.z + 2],
        ],
        width: 2,
      },
      ...homes.map(({ x, z }) => ({
        points: [
          [0, 12],
          [x * 0.5, 12 + (z - 12) * 0.5],
          [x, z],
        ] as [number, number][],
        width: 1.5,
      })),
    ],
    waterLevel: LEVEL,
    ground(texel, x, z, h, steepness, land) {
      meadow(sketch, texel, x, z, steepness, MEADOW)
      const beach = smooth(1.5, 0.5, h + (sketch.noise(x * 0.5, z * 0.5) - 0.5) * 0.8)
      if (beach > 0 && steepness < 0.14) {
        tint(texel, blend(SAND_A, SAND_B, sketch.noise(x * 0.4, z * 1.6)), beach)
        shade(texel, 0.94 + 0.1 * sketch.noise(x * 3, z * 3))
      }
      const p = land.pathAt(x, z)
      trodden(sketch, texel, x, z, p, EARTH)
      if (h < LEVEL + 0.45) tint(texel, WET_SAND, smooth(LEVEL + 0.45, LEVEL + 0.1, h) * 0.7)
      if (h < LEVEL) setBetween(texel, SAND_B, BED, Math.min(1, (LEVEL - h) / 1.8))
    },
    farGround: (x, z) => (z < -20 ? BED : blend(MEADOW.a, MEADOW.b, sketch.noise(x * 0.05, z * 0.05))),
    ridges,
    spawn: [0, 26],
    landmark: [head.x * 0.85, 12, head.z],
    build(world) {
      sea(world, [-HALF, -HALF, HALF, 8], SHALLOW, DEEP, true)
      lighthouse(world, head.x, head.z, yawTo(-head.x, 12 - head.z), 1)
      world.kept.push({ x: head.x, z: head.z, radius: 3 })
      world.points.push({ name: 'lighthouse', x: head.x - hand * 2, z: head.z + 3 })
      for (const [i, { x, z }] of homes.entries())
        townHouse(world, x, z, yawTo(bay.x - x, bay.z - z), i, i === 1 ? { style: 'planks', wall: rgb('#8fb0b8') } : {})
      const start = bay.z + bay.radius + 1.2
      pier(world, [bay.x, start + 0.6], [bay.x, start - 14], 2.2, 0.35)
      world.points.push({ name: 'end of the jetty', x: bay.x, z: start - 12.8 })
      lamp(world, bay.x + 1.6, start + 1.6)
      boat(world, bay.x + 2.4, start - 8, 1.5)
      boat(world, bay.x - 2.3, start - 4.5, 1.7, rgb('#2f5f8a'))
      boat(world, bay.x - hand * 8, start + 0.2, 0.9, rgb('#3f7f5a'), world.land.heightAt(bay.x - hand * 8, start + 0.2) + 0.02)
      world.kept.push({ x: bay.x - hand * 8, z: start, radius: 2 })
      nets(world, bay.x + hand * 8, start + 1.8, 0.3)
      sailingBoat(world, bay.x + hand * 6, -24, 0.6, rgb('#a03d33'), rgb('#f2ead8'))
      sailingBoat(world, bay.x - hand * 11, -20, 2.2, rgb('#2f5f8a'), rgb('#e8c9a0'))
      parasols(world, bay.x, start, hand)
      for (const z of [20, 15]) lamp(world, 1.9, z)
      signpost(world, -1.9, 19)
    },
    dress(world) {
      scatter(
        world,
        { name: 'palms', count: 16, radius: 1.4, where: (x, z) => world.land.heightAt(x, z) < 2.2 && world.land.heightAt(x, z) > 0.1 },
        (x, z, r) => palm(world, x, z, r.range(0.9, 1.3), r),
      )
      scatter(world, { name: 'trees', count: 18, radius: 2, where: (x, z) => world.land.heightAt(x, z) > 2 }, (x, z, r) =>
        broadleaf(world, x, z, r.range(0.9, 1.4), blend(rgb('#7aa04a'), rgb('#3f7a45'), r.next()), r),
      )
      scatter(world, { name: 'rocks', count: 20, radius: 0.8 }, (x, z, r) => rock(world, x, z, r.range(0.4, 1.5), r, rgb('#9a9184')))
      greens(world, { grass: 160, flowers: 70, where: (x, z) => world.land.heightAt(x, z) > 1.3 })
      sprinkle(world, 'shell', pebble(rgb('#efe3d0')), 60, (x, z) => world.land.heightAt(x, z) < 1)
    },
  }
}

/** Parasols with loungers on the beach. */
function parasols(world: World, x0: number, z0: number, side: number): void {
  const colours: readonly Rgb[] = [world.accent(rgb('#d9483b')), rgb('#e8b93a'), rgb('#3f8fb0')]
  for (const [i, dx] of [3.6, 7.6, 11.4].entries()) {
    const x = x0 - side * (dx + 8)
    const z = z0 + 1.6 + i * 1.2
    if (world.land.heightAt(x, z) < LEVEL + 0.4) continue
    const spot = spotAt(world, x, z)
    const { solid } = world
    solid.paint(rgb('#e8dcc0'))
    tube(
      solid,
      [
        [0, 0, 0],
        [0, 2.3, 0],
      ],
      0.05,
      0.04,
      5,
    )
    for (let k = 0; k < 8; k++) {
      const [a, b] = [(k * PI) / 4, ((k + 1) * PI) / 4]
      solid.paint(k % 2 ? rgb('#f4efe4') : times(colours[i]!, 1), { through: 0.4, vary: 0 })
      const rim = (t: number): Vec3 => [cos(t) * 1.5, 1.95, sin(t) * 1.5]
      solid.triangle([0, 2.4, 0], rim(b), rim(a))
    }
    solid.paint(rgb('#d8c4a0'))
    box(solid, [0.9, 0.25, 0.2], [0.7, 0.08, 1.8])
    for (const k of [-0.6, 0.9]) box(solid, [0.9, 0, 0.2 + k * 0.8], [0.6, 0.25, 0.08])
    spot.post([0, 0, 0], 0.1, 2)
    spot.seat(0.9, 0.34, 0.2, PI)
    spot.keep(1.6)
  }
}
