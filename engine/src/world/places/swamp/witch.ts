import { cos, mix, PI, sin, smooth, TAU } from '../../../math/dmath.ts'
import { hash3 } from '../../../math/lattice.ts'
import { blob } from '../../../model/shapes/blob.ts'
import { lathe } from '../../../model/shapes/lathe.ts'
import { blend as between, type Rgb } from '../../../scene/vector.ts'
import { rgb } from '../../../solid/palette.ts'
import { distance, mirrored, round } from '../../geometry.ts'
import { mushroom } from '../../kit/mushroom.ts'
import { boat, sea } from '../../kit/water.ts'
import type { Place2 } from '../../land.ts'
import { crystals } from '../../props/nature.ts'
import { spotAt } from '../../spot.ts'
import type { Layout, World } from '../../world.ts'
import { bog, common, DEEP, HALF, LEVEL, MOSS, SHALLOW, stickLamp, strew } from './site.ts'
import { crookedHut, crookedTower } from './witch-house.ts'

const GREEN: Rgb = [0.5, 1.9, 0.6]

/** Where things lie, for one hand. */
type Plan = {
  readonly isle: Place2
  /** Height of the ground under the hut, and which way that looks. */
  readonly rise: number
  readonly yaw: number
  /** Metres from the middle of the water that is always there, less half its width. */
  readonly water: (x: number, z: number) => number
  /** Stones to step on through the water, from where to where. */
  readonly stones: readonly [Place2, Place2]
  readonly circle: Place2
  /** Where it hangs, from the middle of the isle. */
  readonly cauldron: Place2
  readonly crystals: Place2
  readonly ways: readonly (readonly Place2[])[]
  readonly lamps: readonly Place2[]
  readonly boat: readonly [x: number, z: number, yaw: number]
  /** A tower instead of a hut. */
  readonly tower?: boolean
}

const PLANS: readonly Plan[] = [
  // the hut on an isle in a ring of water
  {
    isle: [2, -9],
    rise: 1,
    yaw: 0,
    water: (x, z) => Math.abs(distance(2, -9, x, z) - 14) - 3.6,
    stones: [
      [0, 12],
      [1.4, -1.6],
    ],
    circle: [-16, -4],
    cauldron: [4, 4.4],
    crystals: [17, 9],
    ways: [
      [
        [0, 17],
        [0, 12],
      ],
      [
        [0, 16],
        [8, 13],
        [15, 10],
      ],
      [
        [0, 17],
        [-11, 13],
        [-19, 6],
        [-17.4, -1],
      ],
    ],
    lamps: [
      [1.6, 19],
      [-1.8, 13],
      [-0.4, -2.8],
      [13, 11.4],
    ],
    boat: [8, 4.4, 0.7],
  },
  // the hut on a bare hill, pools on both sides of the way that winds up to it
  {
    isle: [-7, -15],
    rise: 3.6,
    yaw: 0,
    water: (x, z) => Math.min(distance(13, 0, x, z * 0.8) - 8, distance(-15, 6, x, z) - 6.4),
    stones: [
      [3, 0],
      [14.4, -2],
    ],
    circle: [18, -4],
    cauldron: [4.4, 3.4],
    crystals: [-4, 12],
    ways: [
      [
        [1, 15],
        [-3, 6],
        [3, 0],
        [3, -8],
        [-3.4, -9.6],
      ],
      [
        [0, 17],
        [-2, 14],
      ],
      [
        [4, -6],
        [12, -14],
        [18, -8],
      ],
    ],
    lamps: [
      [2.6, 17],
      [-4.6, 7],
      [4.8, -4],
      [-2, -8],
    ],
    boat: [12, 5, 0.7],
  },
  // a crooked tower on the far bank of a river that crosses
  {
    isle: [9, -14],
    rise: 1.4,
    yaw: -0.3,
    water: (x, z) => Math.abs(z - 3 - sin(x * 0.14) * 3 + x * 0.12) - 4.4,
    stones: [
      [-3, 11],
      [-5, -5],
    ],
    circle: [-13, -14],
    cauldron: [-4.6, 4],
    crystals: [16, 13],
    ways: [
      [
        [0, 18],
        [-3, 12],
      ],
      [
        [0, 18],
        [8, 15],
        [14.4, 13.8],
      ],
      [
        [-5, -6],
        [-1, -9],
        [5, -10],
      ],
      [
        [-5, -6],
        [-9, -9],
        [-12, -11.4],
      ],
    ],
    lamps: [
      [2, 19],
      [-4.8, 12.6],
      [-3, -6.8],
      [4.4, -8.4],
    ],
    boat: [10, 2, 1.2],
    tower: true,
  },
]

export const witch: Layout = (sketch) => {
  const random = sketch.streams('plan')
  const side = random.chance(0.5) ? 1 : -1
  const plan = sketch.streams('ground plan').pick(PLANS)
  const at = mirrored(side)
  const [[ix, iz], [cx, cz], [gx, gz], [fromX, fromZ], [toX, toZ]] = [plan.isle, plan.circle, plan.crystals, ...plan.stones].map(at) as [
    Place2,
    Place2,
    Place2,
    Place2,
    Place2,
  ]
  const stones = Array.from({ length: 12 }, (_, i): Place2 => {
    const t = i / 11
    return [mix(fromX, toX, t) + sin(t * 7) * 0.7 * sin(t * PI), mix(fromZ, toZ, t)]
  })
  const steep = plan.rise > 2
  return {
    ...common(sketch),
    height(x, z) {
      const water = smooth(3.5, 0, plan.water(side * x, z) + (sketch.noise(x * 0.25, z * 0.25) - 0.5) * 1.5)
      const island = smooth(steep ? 15 : 12.5, 5, distance(ix, iz, x, z))
      const ring = smooth(7, 4, distance(cx, cz, x, z))
      return mix(mix(mix(bog(sketch, x, z) + 0.5, -1.2, water), plan.rise, island), 0.5, ring)
    },
    sites: [
      ...[stones[0]!, stones[11]!].map(([x, z], i) => ({ x, z: z + (i === 0 ? 1.6 : -1.4), radius: 2.6, y: 0.25, fall: 3.4 })),
      { x: gx, z: gz, radius: 4, y: 0.4, fall: 4 },
      { x: ix, z: iz, radius: 5, y: plan.rise, fall: steep ? 9 : 6 },
    ],
    paths: plan.ways.map((points, i) => ({
      points: i === 0 ? [[0, 33] as const, [random.range(-2, 2), 25] as const, ...points.map(at)] : points.map(at),
      width: i === 0 ? 1.9 : 1.5,
    })),
    spawn: [0, 25],
    landmark: [ix, 5 + plan.rise - 1, iz],
    build(world) {
      sea(world, [-HALF, -HALF, HALF, HALF], SHALLOW, DEEP)
      for (const [i, [x, z]] of stones.entries()) {
        const y = Math.max(LEVEL + 0.28, world.land.heightAt(x, z) + 0.02)
        const spot = spotAt(world, x, z, hash3(i, 3, 0) * TAU, y)
        world.solid.paint((_, py) => between(rgb('#4f4c42'), MOSS, smooth(-0.1, 0.05, py)), { vary: 0.12 })
        lathe(
          world.solid,
          0,
          0,
          [
            [0.5, -1.6],
            [0.72, -0.3],
            [0.74, -0.04],
            [0.6, 0.02],
            [0, 0.03],
          ],
          8,
          { flat: true },
        )
        spot.disc('stepping stone', 0, 0, 0.85, 0)
        spot.keep(1)
      }
      if (plan.tower) crookedTower(world, ix, iz, side * plan.yaw)
      else crookedHut(world, ix, iz, side * plan.yaw)
      cauldron(world, ix + side * plan.cauldron[0], iz + plan.cauldron[1])
      fairyRing(world, cx, cz)
      for (const place of plan.lamps) {
        const [x, z] = at(place)
        stickLamp(world, x, z, world.land.heightAt(x, z))
      }
      crystals(world, gx + side * 1.4, gz - 1, 1, world.accent(rgb('#8f5fe0')))
      crystals(world, gx - side, gz - 2.4, 0.6, world.accent(rgb('#8f5fe0')))
      world.kept.push({ x: gx, z: gz - 1.4, radius: 3 })
      world.points.push({ name: 'crystals', x: gx - side * 1.6, z: gz + 0.6 })
      const [bx, bz, turn] = plan.boat
      boat(world, side * bx, bz, turn, rgb('#4a4438'), LEVEL - 0.12)
    },
    dress: (world) => strew(world, (x, z) => distance(ix, iz, x, z) > 8.5 && distance(cx, cz, x, z) > 5 && distance(gx, gz, x, z) > 3),
  }
}

function cauldron(world: World, x: number, z: number): void {
  const spot = spotAt(world, x, z)
  const { solid } = world
  solid.paint(rgb('#2a2a2e'))
  lathe(
    solid,
    0,
    0,
    [
      [0.3, 0.3],
      [0.85, 0.6],
      [1, 1],
      [0.8, 1.35],
      [0.95, 1.45],
      [0.72, 1.4],
    ],
    14,
  )
  solid.paint([0.1, 0.3, 0.1], { glow: [0.5, 2, 0.5] })
  lathe(
    solid,
    0,
    0,
    [
      [0.76, 1.34],
      [0, 1.36],
    ],
    14,
  )
  for (let i = 0; i < 6; i++)
    blob(solid, [cos(i * 2.4) * 0.4, 1.5 + i * 0.28, sin(i * 2.4) * 0.4], [0.13 - i * 0.012, 0.13, 0.13 - i * 0.012], {
      detail: 0,
      rough: 0,
    })
  solid.paint([0.2, 0.05, 0], { glow: [2.2, 0.8, 0.2] })
  for (let i = 0; i < 5; i++)
    lathe(
      solid,
      cos(i * 1.26) * 0.5,
      sin(i * 1.26) * 0.5,
      [
        [0.16, 0],
        [0.14, 0.2],
        [0, 0.5],
      ],
      5,
    )
  spot.light([0, 1.9, 0], GREEN, 9, { always: true, shaded: false })
  spot.post([0, 0, 0], 1, 1.4)
  spot.keep(1.6)
  spot.point('cauldron', 0, 1.7)
}

/** A ring of mushrooms that glow, one of them huge. */
function fairyRing(world: World, x: number, z: number): void {
  round(11, 3.2, 0.2, (dx, dz, _, i) => {
    const size = 0.45 + 0.35 * hash3(i, 7, 0)
    const spot = mushroom(world, x + dx, z + dz, size * 1.3, size, i % 2 ? rgb('#4a9a9a') : rgb('#8a4a9a'), {
      sides: 7,
      spots: 4,
      gills: [0.3, 1.1, 0.9],
    })
    if (i % 2) spot.light([0, size, 0], [0.4, 1.4, 1.2], 4.5, { shaded: false })
  })
  const great = mushroom(world, x, z - 4.6, 3, 2.4, rgb('#6a3a8a'), { stem: 0.6, spots: 10, sides: 14, gills: [0.4, 1.2, 1] })
  great.light([0, 2.4, 1.4], [0.5, 1.5, 1.3], 8, { shaded: false })
  world.kept.push({ x, z, radius: 4.6 }, { x, z: z - 4.6, radius: 2.6 })
  world.points.push({ name: 'fairy ring', x, z })
}
