import { cos, mix, PI, saturate, sin, smooth } from '../../../math/dmath.ts'
import { hash3 } from '../../../math/lattice.ts'
import { box } from '../../../model/shapes/box.ts'
import { type Rgb, times, type Vec3 } from '../../../scene/vector.ts'
import { rgb } from '../../../solid/palette.ts'
import { distance, mirrored, round } from '../../geometry.ts'
import { type NeonPair, neon, neonSign, skyline, towerBlock, traffic, WHITE } from '../../kit/city.ts'
import { bench, lamp } from '../../kit/furniture.ts'
import { sea } from '../../kit/water.ts'
import type { Place2 } from '../../land.ts'
import { spotAt, yawTo } from '../../spot.ts'
import { set, setBetween, shade, shine } from '../../texel.ts'
import type { Draft, Layout, World } from '../../world.ts'
import { gateLandmark, spireLandmark, towersLandmark } from './landmarks.ts'
import { far, glowStrength, HALF, kiosk, LAWN_A, LAWN_B, PLATE_A, PLATE_B, pairOf, planter, ridges } from './site.ts'

const RING_A = rgb('#c9ced6')

const RING_B = rgb('#8f98a8')

const CANAL_BED = rgb('#3f6f7c')

/** Where things lie, for one hand. */
type Plan = {
  /** The middle of the rings of paving. */
  readonly hub: Place2
  readonly mark: (world: World, x: number, z: number, pair: NeonPair) => void
  readonly tall: number
  /** Radius of the paving and of the trees and benches on it. */
  readonly radius: number
  /** Height of the hub over the streets, or below them. */
  readonly rise: number
  readonly streets: readonly (readonly Place2[])[]
  /** A strip of water along x or z: where its middle is, half its width, its level. */
  readonly canal?: { readonly along: 'x' | 'z'; readonly at: number; readonly half: number; readonly level: number }
  readonly lawns: readonly (readonly [x: number, z: number, w: number, d: number])[]
  readonly towers: readonly (readonly [x: number, z: number, form: number])[]
  readonly signs: readonly (readonly [x: number, y: number, z: number, yaw: number])[]
  readonly kiosks: readonly (readonly [x: number, z: number, yaw: number])[]
  readonly lamps: readonly Place2[]
  readonly gate: Place2
}

const PLANS: readonly Plan[] = [
  // two streets that cross under the spire
  {
    hub: [0, -6],
    mark: spireLandmark,
    tall: 9,
    radius: 17,
    rise: 0,
    streets: [
      [
        [0, 36],
        [0, -36],
      ],
      [
        [-36, -6],
        [36, -6],
      ],
    ],
    lawns: [
      [14.8, 8, 5, 4.2],
      [-14.8, 8, 5, 4.2],
      [14.8, -20, 5, 4.2],
      [-14.8, -20, 5, 4.2],
    ],
    towers: [
      [-21, 12, 0],
      [21, 12, 1],
      [-22, -25, 1],
      [22, -25, 0],
      [-10.5, -30, 0],
      [10.5, -30, 2],
      [-30, 2, 2],
      [30, 2, 0],
      [-29, 24, 1],
      [29, 24, 2],
      [-30, -15, 0],
      [30, -14, 1],
    ],
    signs: [
      [-16.1, 6, 12, PI / 2],
      [16.1, 5, 12, -PI / 2],
      [-10.5, 9, -25.3, 0],
      [10.5, 8, -25.3, 0],
    ],
    kiosks: [
      [-9.5, 15, 0.7],
      [9.5, 15, -0.7],
    ],
    lamps: [
      [-4.4, 12],
      [4.4, 12],
      [-4.4, 20],
      [4.4, 20],
      [-4.4, 28],
      [4.4, 28],
      [-15, -1.6],
      [15, -1.6],
    ],
    gate: [0, -24],
  },
  // the gate on a terrace to one side, a canal across the way to it
  {
    hub: [9, -13],
    mark: gateLandmark,
    tall: 9,
    radius: 13.5,
    rise: 1.1,
    canal: { along: 'x', at: 10, half: 3.2, level: -0.55 },
    streets: [
      [
        [-5, 36],
        [-5, -36],
      ],
      [
        [-5, -1],
        [3, -5],
        [9, -13],
      ],
      [
        [-36, 2.5],
        [36, 2.5],
      ],
    ],
    lawns: [
      [-18, -12, 7, 9],
      [9, 21, 6, 5],
      [24, -2, 5, 4],
    ],
    towers: [
      [-18, 23, 0],
      [21, 23, 1],
      [-30, 17, 2],
      [31, 18, 0],
      [-30, -7, 1],
      [-19, -29, 0],
      [31, -14, 2],
      [27, -29, 1],
      [9, -33, 0],
      [-31, -24, 2],
    ],
    signs: [
      [-12.9, 6, 23, PI / 2],
      [15.9, 5, 23, -PI / 2],
      [-19, 8, -23.8, 0],
      [9, 9, -28, 0],
    ],
    kiosks: [
      [-13, -3, 0.9],
      [2, 17.5, -0.6],
    ],
    lamps: [
      [-9.4, 15],
      [-0.6, 15],
      [-9.4, 5.4],
      [-0.6, 5.4],
      [-0.4, -9],
      [16, 1],
      [-9.4, -14],
    ],
    gate: [-5, -26],
  },
  // three towers in a sunken square, the street in a bow round it
  {
    hub: [-3, -2],
    mark: towersLandmark,
    tall: 8,
    radius: 15,
    rise: -1.2,
    canal: { along: 'z', at: 22, half: 3.4, level: -1.4 },
    streets: [
      [
        [0, 36],
        [0, 22],
        [-3, 12],
        [-3, -2],
      ],
      [
        [0, 22],
        [11, 17],
        [16, 6],
        [16, -8],
        [9, -20],
        [-3, -24],
        [-15, -20],
        [-22, -8],
        [-22, 6],
        [-16, 17],
        [0, 22],
      ],
    ],
    lawns: [
      [-3, -29.6, 12, 2],
      [-28.6, -2, 2, 12],
    ],
    towers: [
      [-25, 25, 0],
      [13, 28, 1],
      [-12, 30, 2],
      [31, 18, 0],
      [31, 3, 1],
      [31, -13, 2],
      [-30, -24, 1],
      [-17, -31, 0],
      [11, -31, 1],
      [30, -29, 0],
    ],
    signs: [
      [13, 5, 22.9, PI],
      [25.9, 6, 3, -PI / 2],
      [-17, 9, -25.8, 0],
      [11, 8, -25.8, 0],
    ],
    kiosks: [
      [-10, 20.5, 2.6],
      [11, -13, -0.9],
    ],
    lamps: [
      [4.6, 28],
      [-4.6, 28],
      [4, 17.6],
      [-8.4, 15],
      [11.4, 8],
      [11.6, -7],
      [-17.4, -8],
      [-17.4, 6],
    ],
    gate: [-3, -20.5],
  },
]

export const spire: Layout = (sketch) => {
  const pair = pairOf(sketch)
  const on = glowStrength(sketch)
  const side = sketch.streams('plan').chance(0.5) ? 1 : -1
  const plan = sketch.streams('ground plan').pick(PLANS)
  const at = mirrored(side)
  const [hx, hz] = at(plan.hub)
  const { radius: paved, rise, canal } = plan
  const level = canal?.level ?? -9
  const circles = [
    { radius: paved - 0.1, light: times(pair[1], on) },
    { radius: 7.2, light: times(pair[0], on) },
  ]
  /** Metres from the canal's edge, negative over it. */
  const fromCanal = (x: number, z: number) => (canal ? Math.abs((canal.along === 'x' ? z : side * x) - canal.at) - canal.half : 99)
  const ground: Draft['ground'] = (texel, x, z, h, _s, land) => {
    const size = 1.5
    const [iu, iv] = [Math.floor(x / size), Math.floor(z / size)]
    const [fu, fv] = [x / size - iu, z / size - iv]
    const id = hash3(iu, iv, 0)
    const d = distance(hx, hz, x, z)
    const p = land.pathAt(x, z)
    setBetween(texel, PLATE_A, PLATE_B, id * 0.8)
    if (d < paved) {
      const ring = Math.floor(d / 2.1)
      set(texel, ring % 2 ? RING_A : RING_B)
      if (d / 2.1 - ring < 0.03) shade(texel, 0.5)
    } else if (p < 0) setBetween(texel, RING_B, PLATE_B, id)
    if (d >= paved && Math.min(fu, 1 - fu, fv, 1 - fv) < 0.025) shade(texel, 0.6)
    shade(texel, 0.9 + 0.12 * sketch.noise(x * 0.6, z * 0.6) + 0.05 * hash3(Math.floor(x * 9), Math.floor(z * 9), 1))
    if (h < level) set(texel, CANAL_BED)
    if (d > paved && h > level && Math.abs(p) < 0.09) shine(texel, times(pair[0], on), smooth(0.09, 0.04, Math.abs(p)))
    for (const { radius, light } of circles) if (Math.abs(d - radius) < 0.12) shine(texel, light, smooth(0.12, 0.05, Math.abs(d - radius)))
    if (d < paved + 0.5 || p < 0.3) return
    for (const [lx, lz, w, deep] of plan.lawns) {
      if (Math.abs(x - side * lx) > w || Math.abs(z - lz) > deep) continue
      setBetween(texel, LAWN_A, LAWN_B, sketch.noise(x, z))
      shade(texel, 0.8 + 0.3 * sketch.noise(x * 3, z * 3))
    }
  }
  return {
    height: (x, z) => mix(level - 1.5, rise * smooth(paved + 1.5, paved - 4.5, distance(hx, hz, x, z)), smooth(-0.7, 0.1, fromCanal(x, z))),
    paths: plan.streets.map((points) => ({ points: points.map(at), width: points.length > 2 ? 5 : 7 })),
    ...(canal && { waterLevel: level }),
    ground,
    farGround: () => far,
    ridges,
    spawn: [0, 26],
    landmark: [hx, plan.tall + rise, hz],
    build(world) {
      const random = world.streams('build')
      plan.mark(world, hx, hz, pair)
      world.points.push({ name: 'spire', x: hx, z: hz + 7 })
      for (const [radius, y, period, cars] of [
        [19, 13, 35, 4],
        [23, 15, -48, 4],
        [28, 19, 53, 4],
        [15.5, 9.2, -31, 3],
      ] as const)
        traffic(world, [hx, y, hz], radius, period, cars, random)
      for (const [x, z, form] of plan.towers) {
        const size: Vec3 = [random.range(8, 10), random.range(20, 46), random.range(8, 10)]
        towerBlock(world, side * x, z, size, random.chance(0.35) ? (form + 1) % 3 : form, pair, random)
      }
      skyline(world, pair, random)
      for (const [i, [x, y, z, yaw]] of plan.signs.entries())
        neonSign(world, [side * x, y, z], side * yaw, i === 2 ? 3 : 2.4, [7, 6, 8, 7][i]!, i % 2 ? pair : [pair[1], pair[0]])
      // fewer trees where much else is to stand there
      const crowded = sketch.props.length > 4
      round(8, paved - 3.8, 0.3927, (x, z, _, i) => {
        if (crowded && i > 0) return
        if (canal && plan.streets.some((way) => nearWay(hx + x, hz + z, way.map(at)))) return
        planter(world, hx + x, hz + z, pair[i % 2 ? 0 : 1], i % 2 === 1, world.streams(`planter ${i}`))
      })
      round(crowded ? 3 : 6, 9.4, 0.5236, (x, z) => bench(world, hx + x, hz + z, yawTo(-x, -z), rgb('#d8dde6')))
      const light: Rgb = [pair[0][0] * 0.9 + 0.9, pair[0][1] * 0.9 + 0.9, pair[0][2] * 0.9 + 0.9]
      for (const place of plan.lamps) lamp(world, ...at(place), { height: 4, pole: WHITE, colour: light, range: 11 })
      for (const [i, [x, z, yaw]] of plan.kiosks.entries()) {
        kiosk(world, side * x, z, side * yaw, pair[1 - i]!)
        world.points.push({ name: side * x < hx ? 'west kiosk' : 'east kiosk', x: side * (x + 2 * sin(yaw)), z: z + 2 * cos(yaw) })
      }
      world.points.push({ name: 'north gate', x: side * plan.gate[0], z: plan.gate[1] })
      if (canal) water(world, canal, side, pair)
    },
    dress: () => {},
  }
}

/** Whether a way runs within three metres of a place. */
const nearWay = (x: number, z: number, way: readonly Place2[]) =>
  way.some(([ax, az], i) => {
    const [bx, bz] = way[i + 1] ?? [ax, az]
    const t = saturate(((x - ax) * (bx - ax) + (z - az) * (bz - az)) / ((bx - ax) * (bx - ax) + (bz - az) * (bz - az) || 1))
    return distance(ax + (bx - ax) * t, az + (bz - az) * t, x, z) < 4.4
  })

/** A canal's water between walls with a line of light, and a bridge where the street crosses it. */
function water(world: World, { along, at, half, level }: NonNullable<Plan['canal']>, side: number, pair: NeonPair): void {
  const { solid } = world
  const across = along === 'x'
  const middle = across ? at : side * at
  sea(world, across ? [-HALF, at - half, HALF, at + half] : [middle - half, -HALF, middle + half, HALF], rgb('#5fb8d0'), rgb('#235f86'))
  const spot = across ? spotAt(world, 0, middle, 0, 0) : spotAt(world, middle, 0, PI / 2, 0)
  const street = -side * 5
  for (const bank of [-1, 1]) {
    spot.use()
    solid.paint(WHITE, { vary: 0.03 })
    box(solid, [0, -3, bank * half], [HALF * 2, 3.12, 0.5], { cell: 2.4 })
    solid.paint([0.05, 0.05, 0.05], { glow: neon(world, pair[bank > 0 ? 0 : 1], 0.9) })
    box(solid, [0, level + 0.35, bank * (half - 0.27)], [HALF * 2, 0.1, 0.06], { cell: 6 })
    if (!across) continue
    // a rail that stands open at the bridge
    solid.paint(RING_B)
    for (const [from, to] of [
      [-HALF, street - 3],
      [street + 3, HALF],
    ] as const) {
      box(solid, [(from + to) / 2, 0.9, bank * half], [to - from, 0.08, 0.1], { cell: 6 })
      for (let x = from + 1; x < to; x += 3) box(solid, [x, 0, bank * half], [0.1, 0.95, 0.1], { cell: 9 })
    }
  }
  if (!across) return
  spot.use()
  solid.paint(WHITE, { vary: 0.03 })
  box(solid, [street, -0.3, 0], [6, 0.36, half * 2 + 1.6], { cell: 1.6, bottom: true })
  spot.floor('bridge', street, 0, 6, half * 2 + 1.6, 0.06)
  for (const rail of [-1, 1]) {
    box(solid, [street + rail * 2.9, 0, 0], [0.2, 1, half * 2 + 1.6], { cell: 1.6 })
    spot.block([street + rail * 2.9, 0, 0], [0.2, 1, half * 2 + 1.6])
  }
}
