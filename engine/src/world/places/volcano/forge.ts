import { mix, sin, smooth } from '../../../math/dmath.ts'
import { box } from '../../../model/shapes/box.ts'
import { lathe } from '../../../model/shapes/lathe.ts'
import { blend as between } from '../../../scene/vector.ts'
import { rgb } from '../../../solid/palette.ts'
import { distance, mirrored, round } from '../../geometry.ts'
import { bridge } from '../../kit/bridge.ts'
import { brazier } from '../../kit/furniture.ts'
import { slabs } from '../../kit/ground.ts'
import { house } from '../../kit/house.ts'
import { arch, stairs } from '../../kit/masonry.ts'
import { IRON } from '../../kit/tints.ts'
import type { Place2 } from '../../land.ts'
import { edgeOf } from '../../scatter.ts'
import { spotAt } from '../../spot.ts'
import type { Layout, World } from '../../world.ts'
import { ashes, BASALT, basaltColumns, common, EMBER, HALF, OBSIDIAN, plume, SLAB_A, SLAB_B, strew } from './site.ts'

/** Where things lie, for one hand. */
type Plan = {
  /** The middle of the court before the forge. */
  readonly court: Place2
  /** Whether lava runs round the court, or in a stream before it. */
  readonly isMoated: boolean
  readonly lake: Place2
  readonly bells: Place2
  /** The bridge, and the ways to it, from it to the court, and to the bells. */
  readonly bridge: readonly [Place2, Place2]
  readonly there: readonly Place2[]
  readonly within: readonly Place2[]
  readonly aside: readonly Place2[]
}

const PLANS: readonly Plan[] = [
  // a moat, crossed straight ahead
  {
    court: [0, -12],
    isMoated: true,
    lake: [23, 13],
    bells: [-14, 14],
    bridge: [
      [0, 6.6],
      [0, 0.4],
    ],
    there: [[0, 14]],
    within: [
      [0, 0.6],
      [0, -4],
    ],
    aside: [
      [0, 15],
      [-7, 15],
      [-13, 14],
    ],
  },
  // a moat round a court on the left, crossed from its side
  {
    court: [-10, -11],
    isMoated: true,
    lake: [22, -22],
    bells: [15, 13],
    bridge: [
      [9, -8],
      [2.2, -8],
    ],
    there: [
      [6, 14],
      [13, 2],
      [13, -7],
    ],
    within: [
      [2.2, -8],
      [-3, -6],
      [-10, -4],
    ],
    aside: [
      [6, 14],
      [10, 13.6],
      [14, 13],
    ],
  },
  // a stream from side to side, crossed off the middle
  {
    court: [7, -13],
    isMoated: false,
    lake: [-22, -16],
    bells: [15, 14],
    bridge: [
      [-6, 6.8],
      [-6, 0.2],
    ],
    there: [[-5, 15]],
    within: [
      [-6, 0.2],
      [-3, -4],
      [7, -5],
    ],
    aside: [
      [-3, 17],
      [6, 16],
      [14, 14],
    ],
  },
]

/** Where the middle of a stream before the court runs: straight under its bridge, winding away from it. */
const streamAt = (x: number, bridged: number) => 3.5 + sin((x - bridged) * 0.13) * 2.2

export const forge: Layout = (sketch) => {
  const random = sketch.streams('plan')
  const side = random.chance(0.5) ? 1 : -1
  const plan = sketch.streams('ground plan').pick(PLANS)
  const at = mirrored(side)
  const [[cx, cz], [lx, lz], [bx, bz]] = [at(plan.court), at(plan.lake), at(plan.bells)]
  const [from, to] = [at(plan.bridge[0]), at(plan.bridge[1])]
  const lava = (x: number, z: number) => {
    const wave = (sketch.noise(x * 0.3, z * 0.3) - 0.5) * 1.6
    const moat = plan.isMoated ? Math.abs(distance(cx, cz, x, z) - 15.5) : Math.abs(z - streamAt(x, from[0]))
    const lake = distance(lx, lz, x, z) - 7 + wave
    return Math.min(moat - 1.9 + wave * 0.4, lake)
  }
  return {
    ...common,
    height(x, z) {
      const n = sketch.fractal(x * 0.05, z * 0.05, 3)
      const flat = smooth(20, 12, distance(cx, cz, x, z))
      const h = (n - 0.5) * 2.2 + smooth(0.65, 1.2, edgeOf(HALF, x, z)) * (1 + n * 8)
      return mix(h, 0.6, flat) - 1.3 * smooth(0.8, -0.5, lava(x, z))
    },
    sites: [
      { x: from[0] * 1.05, z: from[1] + 0.8, radius: 3, y: 0.4, fall: 4 },
      ...(plan.isMoated ? [] : [{ x: to[0], z: to[1] - 1.5, radius: 2.6, y: 0.5, fall: 4 }]),
      { x: bx, z: bz, radius: 4.5, y: 0.4, fall: 5 },
    ],
    paths: [
      {
        points: [[0, 33], [random.range(-2, 2), 24], ...plan.there.map(at), from],
        width: 3,
      },
      { points: plan.within.map(at), width: 3 },
      { points: plan.aside.map(at), width: 1.6 },
    ],
    ground: (texel, x, z, _h, steepness, land) => {
      ashes(sketch, texel, x, z, steepness, land, lava(x, z))
      const d = distance(cx, cz, x, z)
      if (d < 11) slabs(sketch, texel, x, z, d - 10.4, SLAB_A, SLAB_B, 1.3, 0.06)
    },
    isVoid: (x, z) => lava(x, z) < 0,
    spawn: [0, 26],
    landmark: [cx, 6, cz - 2],
    build(world) {
      bridge(world, from, to, 2.8, 0.3)
      world.kept.push({ x: (from[0] + to[0]) / 2, z: (from[1] + to[1]) / 2, radius: 4.5 }, { x: cx, z: cz, radius: 12 })
      const ember = (x: number, z: number) => spotAt(world, x, z).light([0, 1.4, 0], EMBER, 9, { always: true, shaded: false })
      if (plan.isMoated) round(14, 15.5, 0.2, (x, z) => ember(cx + x, cz + z))
      else for (let x = -33; x <= 33; x += 6.6) ember(x, streamAt(x, from[0]))
      spotAt(world, lx, lz).light([0, 2, 0], EMBER, 14, { always: true, shaded: false })
      const hall = house(world, cx, cz - 3, 0, {
        width: 13,
        depth: 9,
        height: 4.6,
        wall: between(BASALT, SLAB_A, 0.35),
        roof: world.accent(rgb('#5a3430')),
        trim: OBSIDIAN,
        style: 'stone',
        doorway: 3,
        rise: 3,
        point: 'inside the forge',
      })
      furnace(world, hall.x, hall.z)
      for (const s of [-1, 1]) {
        chimneyStack(world, cx + s * 4.6, cz - 5.5)
        arch(world, spotAt(world, cx + s * 8.5, cz + 6), 0, 2.2, 3.6, 0.7, BASALT)
        brazier(world, cx + s * 3.2, cz + 5.6)
        brazier(world, from[0] + s * 2.6, from[1] + 5.4)
        basaltColumns(world, from[0] + s * 5.6, from[1] + 4, 1.3, s + 5)
      }
      anvilYard(world, bx, bz)
      plume(world, side * 16, 12, -32, 3)
    },
    dress: (world) => strew(world, lava),
  }
}

/** A hearth with an anvil before it. */
function furnace(world: World, x: number, z: number): void {
  const spot = spotAt(world, x, z, 0, world.land.heightAt(x, z) + 0.16)
  const { solid } = world
  solid.paint(OBSIDIAN, { vary: 0.1 })
  box(solid, [0, 0, -3.2], [4.4, 3.4, 1.8], { taper: 0.8, cell: 1 })
  solid.paint([0.2, 0.05, 0], { glow: [3, 1, 0.2] })
  box(solid, [0, 0.7, -2.32], [1.8, 1.2, 0.2], { cell: 0.6 })
  solid.paint(IRON)
  box(solid, [0, 0, 0.2], [0.5, 0.5, 0.4], { taper: 0.7 })
  box(solid, [0, 0.5, 0.2], [1.1, 0.28, 0.4], { taper: 1.1 })
  spot.block([0, 0, -3.2], [4.4, 3, 1.8])
  spot.block([0, 0, 0.2], [1.1, 0.8, 0.5])
  spot.light([0, 1.6, -1.6], [3.6, 1.5, 0.4], 10, { always: true, shaded: false })
}

function chimneyStack(world: World, x: number, z: number): void {
  const spot = spotAt(world, x, z)
  const { solid } = world
  solid.paint(between(BASALT, SLAB_A, 0.3), { vary: 0.1 })
  lathe(
    solid,
    0,
    0,
    [
      [1.3, 0],
      [0.9, 5],
      [0.75, 10],
      [0.9, 10.3],
      [0.9, 10.8],
      [0.6, 10.8],
    ],
    8,
    { flat: true },
  )
  solid.paint([0.1, 0.03, 0], { glow: [1.6, 0.5, 0.1] })
  lathe(
    solid,
    0,
    0,
    [
      [0.62, 10.7],
      [0, 10.72],
    ],
    8,
  )
  plume(world, x, 11, z, 0.7)
  spot.post([0, 0, 0], 1.3, 9)
}

/** Anvils under a lean-to, steps up to a bell. */
function anvilYard(world: World, x: number, z: number): void {
  const spot = spotAt(world, x, z)
  const { solid } = world
  solid.paint(SLAB_B, { vary: 0.08 })
  box(solid, [0, -0.4, -1], [5, 1.3, 3], { cell: 1 })
  spot.floor('bell platform', 0, -1, 5, 3, 0.9)
  stairs(world, spot, [0, 0, 2.2], 2, 0.9, SLAB_A)
  spot.use()
  solid.paint(rgb('#5a3c2c'))
  for (const s of [-1.4, 1.4]) box(solid, [s, 0.9, -1.4], [0.25, 3, 0.25])
  box(solid, [0, 3.8, -1.4], [3.4, 0.25, 0.3])
  solid.paint(rgb('#b98a3a'), { vary: 0.03 })
  lathe(
    solid,
    0,
    -1.4,
    [
      [0.7, 2.1],
      [0.62, 2.3],
      [0.42, 2.9],
      [0.3, 3.4],
      [0, 3.6],
    ],
    14,
  )
  for (const s of [-1.4, 1.4]) spot.post([s, 0.9, -1.4], 0.2, 3)
  spot.keep(3.6)
  spot.point('bell', 0, -0.2)
}
