import { PI, smooth } from '../../../math/dmath.ts'
import { hash3 } from '../../../math/lattice.ts'
import { box } from '../../../model/shapes/box.ts'
import { lathe } from '../../../model/shapes/lathe.ts'
import { type Rgb, times, type Vec3 } from '../../../scene/vector.ts'
import { rgb } from '../../../solid/palette.ts'
import { distance, round } from '../../geometry.ts'
import { DARK, type NeonPair, neon, neonSign, skyline, towerBlock, traffic, WHITE } from '../../kit/city.ts'
import { bench, lamp } from '../../kit/furniture.ts'
import { grass } from '../../kit/growths.ts'
import { stairs } from '../../kit/masonry.ts'
import type { Path } from '../../land.ts'
import { fountain } from '../../props/landmarks.ts'
import { grow, scatter } from '../../scatter.ts'
import { spotAt } from '../../spot.ts'
import { set, setBetween, shade, shine } from '../../texel.ts'
import type { Draft, Layout, World } from '../../world.ts'
import { far, glowStrength, kiosk, LAWN_A, LAWN_B, PLATE_A, PLATE_B, pairOf, planter, ridges } from './site.ts'

/** A raised terrace with steps on both ends and a rail. */
function terrace(world: World, x: number, z: number, depth: number, light: Rgb): void {
  const spot = spotAt(world, x, z)
  const { solid } = world
  const rise = 1.44
  solid.paint(WHITE, { vary: 0.03 })
  box(solid, [0, -0.2, 0], [4.4, rise + 0.2, depth], { cell: 2 })
  spot.floor('terrace', 0, 0, 4.4, depth, rise)
  stairs(world, spot, [0, 0, depth / 2 + 2.72], 3, rise, rgb('#b9c0cc'))
  const back = spotAt(world, x, z, PI)
  stairs(world, back, [0, 0, depth / 2 + 2.72], 3, rise, rgb('#b9c0cc'))
  spot.use()
  solid.paint([0.05, 0.05, 0.05], { glow: neon(world, light, 1.3) })
  for (const side of [-2.2, 2.2]) box(solid, [side, rise - 0.3, 0], [0.06, 0.1, depth], { cell: 2 })
  for (const side of [-2, 2]) {
    solid.paint(DARK)
    box(solid, [side, rise + 0.9, 0], [0.08, 0.08, depth])
    for (let k = 0; k <= 6; k++) box(solid, [side, rise, (k / 6 - 0.5) * depth], [0.07, 0.95, 0.07], { cell: 9 })
    spot.block([side, rise, 0], [0.1, 1, depth])
  }
  for (const side of [-2.2, 2.2]) spot.block([side, 0, 0], [0.1, rise, depth])
  spot.keep(depth / 2 + 3)
  spot.light([0, rise + 1, 0], neon(world, light, 0.8), 7, { always: true, shaded: false })
  spot.point('terrace', 0, 0)
}

/** A gate of light across the street. */
function gate(world: World, z: number, [a, b]: NeonPair): void {
  const spot = spotAt(world, 0, z)
  const { solid } = world
  solid.paint(WHITE, { vary: 0.02 })
  for (const side of [-1, 1]) {
    box(solid, [side * 6.2, 0, 0], [1.6, 9, 1.6], { taper: 0.7, cell: 3 })
    spot.block([side * 6.2, 0, 0], [1.6, 9, 1.6])
  }
  box(solid, [0, 8.4, 0], [14, 1.2, 1.2], { cell: 3, bottom: true })
  solid.paint([0.05, 0.05, 0.05], { glow: neon(world, a, 1.6) })
  box(solid, [0, 8.3, 0.65], [12, 0.14, 0.06], { cell: 3 })
  for (const side of [-5.3, 5.3]) box(solid, [side, 0.4, 0.75], [0.12, 7.6, 0.06], { cell: 3 })
  solid.paint([0.05, 0.05, 0.05], { glow: neon(world, b, 1.5) })
  lathe(
    solid,
    0,
    0,
    [
      [0, 9.7],
      [1, 10.9],
      [0, 12.6],
    ],
    6,
    { flat: true },
  )
  spot.light([0, 8, 1], neon(world, a, 2), 16, { always: true, fall: 0.04, shaded: false })
}

/** Where the towers stand along the street. */
const TOWERS = [27, 15.5, 4, -7.5, -19, -30]

type Plan = {
  /** Middle of a street that crosses, where there is one; the towers at it are left out. */
  readonly crossing?: number
  /** Middle of a circus round a fountain, where there is one; the towers at it stand back. */
  readonly circus?: number
  readonly gate: number
  /** Middles of the two terraces: metres from the street's middle, and along it. */
  readonly terraces: readonly [x: number, z: number]
  readonly kiosks: number
  readonly zebra: number
  readonly planters: readonly number[]
  readonly lamps: readonly number[]
}

const PLANS: readonly Plan[] = [
  { gate: -18, terraces: [8, -3], kiosks: 9.5, zebra: 6, planters: [22, 14, -13, -25], lamps: [26, 18, 10, -10, -22] },
  { crossing: -7.5, gate: -25, terraces: [8, 5], kiosks: 16, zebra: -0.8, planters: [24, -16, -21], lamps: [26, 18, 10, -13, -22] },
  { circus: -2, gate: -22, terraces: [17, -2], kiosks: 14, zebra: 11.5, planters: [22, -17, -28], lamps: [26, 18, -15, -25] },
]

/** Half the width of a street, and where a circus has its road: between an island and its rim. */
const HALF_ROAD = 4
const ISLAND = 5.6
const RIM = 10.4

export const boulevard: Layout = (sketch) => {
  const drawn = sketch.streams('ground plan').pick(PLANS)
  const plan = (sketch.props.includes('fountain') && PLANS.find(({ circus }) => circus !== undefined)) || drawn
  /** Metres beyond the kerb of the nearest road; negative on it. */
  const kerbAt = (x: number, z: number) => {
    const along = Math.abs(x) - HALF_ROAD
    if (plan.crossing !== undefined) return Math.min(along, Math.abs(z - plan.crossing) - HALF_ROAD)
    if (plan.circus === undefined) return along
    const d = distance(0, plan.circus, x, z)
    return Math.max(Math.min(along, d - RIM), ISLAND - d)
  }
  /** Whether a place along the street is built up as everywhere, with its strips of light. */
  const isPlain = (z: number) => Math.abs(z - (plan.crossing ?? plan.circus ?? 99)) > (plan.crossing === undefined ? 12 : HALF_ROAD + 0.4)
  const pair = pairOf(sketch)
  const on = glowStrength(sketch)
  const [road, kerb] = [rgb('#5b6270'), rgb('#b9c0cc')]
  const ground: Draft['ground'] = (texel, x, z) => {
    const ax = Math.abs(x)
    const kerbed = kerbAt(x, z)
    const size = 1.2
    const [iu, iv] = [Math.floor(x / size), Math.floor(z / size)]
    const [fu, fv] = [x / size - iu, z / size - iv]
    setBetween(texel, PLATE_A, PLATE_B, hash3(iu, iv, 0))
    if (Math.min(fu, 1 - fu, fv, 1 - fv) < 0.03) shade(texel, 0.6)
    if (kerbed < 0) {
      setBetween(texel, road, DARK, 0.25 * sketch.noise(x * 2, z * 2))
      const dash = z / 3 - Math.floor(z / 3)
      if (ax < 0.12 && dash < 0.55 && isPlain(z)) set(texel, kerb)
      if (Math.abs(z - plan.zebra) < 2.2 && ax < HALF_ROAD && Math.floor(x * 1.1 + 40) % 2 === 0) set(texel, kerb)
    } else if (kerbed < 0.3) set(texel, kerb)
    shade(texel, 0.9 + 0.14 * sketch.noise(x * 0.7, z * 0.7) + 0.05 * hash3(Math.floor(x * 9), Math.floor(z * 9), 1))
    if (Math.abs(kerbed - 0.45) < 0.1) shine(texel, times(pair[0], on), smooth(0.1, 0.04, Math.abs(kerbed - 0.45)))
    if (Math.abs(ax - 10.6) < 0.1 && isPlain(z)) shine(texel, times(pair[1], on), smooth(0.1, 0.04, Math.abs(ax - 10.6)))
  }
  const paths: Path[] = [
    {
      points: [
        [0, 36],
        [0, -36],
      ],
      width: 8,
    },
  ]
  if (plan.crossing !== undefined)
    paths.push({
      points: [
        [-36, plan.crossing],
        [36, plan.crossing],
      ],
      width: 8,
    })
  return {
    height: () => 0,
    paths,
    ground,
    farGround: () => far,
    ridges,
    spawn: [0, 28],
    landmark: [0, 8, plan.circus ?? plan.gate],
    build(world) {
      const random = world.streams('build')
      for (const side of [-1, 1])
        for (const [k, z] of TOWERS.entries()) {
          if (plan.crossing !== undefined && Math.abs(z - plan.crossing) < 6) continue
          const back = plan.circus !== undefined && Math.abs(z - plan.circus) < 8 ? 10 : 0
          const size: Vec3 = [random.range(9, 10.5), random.range(18, 40), random.range(9, 10.5)]
          towerBlock(world, side * (17.5 + back + random.range(-0.5, 1)), z, size, random.int(0, 2), pair, random, (side * -PI) / 2)
          if (k % 2 === 0)
            neonSign(
              world,
              [side * (12.2 + back), random.range(5, 9), z],
              (side * -PI) / 2,
              2.2,
              random.range(5, 7),
              random.chance(0.5) ? pair : [pair[1], pair[0]],
            )
        }
      skyline(world, pair, random)
      gate(world, plan.gate, pair)
      const [tx, tz] = plan.terraces
      terrace(world, -tx, tz, 9, pair[0])
      terrace(world, tx, tz, 9, pair[1])
      world.points.push({ name: 'light gate', x: 0, z: plan.gate + 3 }, { name: 'north end', x: 0, z: -32 })
      if (plan.circus !== undefined) {
        const middle = plan.circus
        fountain(world, 0, middle, 0)
        world.points.push({ name: 'fountain', x: 0, z: middle + 4.8 })
        round(6, RIM + 2.4, 0, (x, z, _, i) => {
          if (Math.abs(x) < 9) planter(world, x, middle + z, pair[i % 2 ? 0 : 1], i % 2 === 0, world.streams(`circus ${i}`))
        })
        round(8, RIM + 0.7, 0.39, (x, z) => lamp(world, x, middle + z, { height: 4.4, pole: WHITE, colour: [1.6, 1.7, 2], range: 11 }))
      }
      for (const z of plan.planters)
        for (const side of [-1, 1]) {
          planter(world, side * 6.6, z, pair[side > 0 ? 0 : 1], (z + 40) % 4 < 2, world.streams(`planter ${z} ${side}`))
          bench(world, side * 9.3, z + 3, (side * -PI) / 2, rgb('#d8dde6'))
        }
      for (const z of plan.lamps)
        for (const side of [-4.9, 4.9]) lamp(world, side, z, { height: 4.4, pole: WHITE, colour: [1.6, 1.7, 2], range: 11 })
      kiosk(world, -8.4, plan.kiosks, 0.9, pair[1])
      kiosk(world, 8.4, plan.kiosks, -0.9, pair[0])
      world.points.push({ name: 'noodle kiosk', x: -6.6, z: plan.kiosks + 1.5 }, { name: 'data kiosk', x: 6.6, z: plan.kiosks + 1.5 })
      for (const [y, z, radius, period] of [
        [12, -4, 16, 44],
        [16, 2, 22, -52],
        [9.4, -16, 9.5, 30],
      ] as const)
        traffic(world, [0, y, z], radius, period, 4, random)
    },
    dress: (world) => {
      scatter(
        world,
        { name: 'tufts', count: 30, radius: 0.3, keep: false, where: (x, z) => Math.abs(x) > 10.9 && Math.abs(x) < 12 && isPlain(z) },
        (x, z, random) => grow(world, 'tuft', grass(LAWN_A, LAWN_B, 1.6), x, z, random, random.range(1, 2)),
      )
    },
  }
}
