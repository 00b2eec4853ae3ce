import { smooth } from '../../../math/dmath.ts'
import { hash3 } from '../../../math/lattice.ts'
import { blend as between } from '../../../scene/vector.ts'
import { rgb } from '../../../solid/palette.ts'
import { distance, mirrored } from '../../geometry.ts'
import { pebble, sprinkle } from '../../kit/growths.ts'
import { rock } from '../../kit/plants.ts'
import type { Place2 } from '../../land.ts'
import { rover } from '../../props/camp.ts'
import { monuments } from '../../props/monuments.ts'
import { edgeOf, scatter } from '../../scatter.ts'
import { yawTo } from '../../spot.ts'
import { set, setBetween, shade, shine } from '../../texel.ts'
import type { Layout } from '../../world.ts'
import { habitat, marker, mast, passage, solarPanel } from './outpost.ts'
import { AMBER, HALF, LANE, planet } from './site.ts'

const FAR = rgb('#8a867f')

const [DUST_A, DUST_B, DUST_C] = [rgb('#a5a19a'), rgb('#87837d'), rgb('#6f6b66')]

/** Where things lie, for one hand. */
type Plan = {
  /** The main dome, the garden and the laboratory; they look at `gate`. */
  readonly domes: readonly (readonly [x: number, z: number, radius: number])[]
  readonly gate: Place2
  /** Height of a dome over its radius. */
  readonly tall: number
  readonly pad: Place2
  /** Height of the ground at a place besides its craters. */
  readonly relief: (x: number, z: number) => number
  /** Height of levelled ground under the domes. */
  readonly floor: number
  readonly rover: Place2
  /** Where the row of solar panels begins, and its step. */
  readonly panels: Place2
  readonly step: Place2
  readonly mast: Place2
  readonly markers: readonly Place2[]
  readonly ways: readonly (readonly Place2[])[]
  /** Tubes between domes, by their numbers. */
  readonly tubes: readonly (readonly [number, number])[]
}

const PLANS: readonly Plan[] = [
  // domes side by side, the pad to the right
  {
    domes: [
      [0, -10, 7.5],
      [-15, -3, 5],
      [14, -14, 4.6],
    ],
    gate: [0, 24],
    tall: 0.72,
    pad: [16, 7],
    relief: () => 0,
    floor: 0.2,
    rover: [-5, 13],
    panels: [-12, 12.5],
    step: [-3.4, 0],
    mast: [7.5, -3],
    markers: [
      [2.2, 17],
      [-2.2, 11],
      [2.4, 3],
      [-8, 4.4],
      [9, 8.8],
    ],
    ways: [
      [
        [0, 8],
        [0, -2],
      ],
      [
        [0, 6],
        [-7, 3],
        [-13, 0],
      ],
      [
        [0, 8],
        [8, 7],
        [13, 7],
      ],
      [
        [2, 0],
        [10, -6],
        [13, -10],
      ],
    ],
    tubes: [],
  },
  // a base sunk in a great crater, its domes joined by tubes round the pad
  {
    domes: [
      [0, -16, 6.2],
      [-12.6, -5.4, 5],
      [12.6, -5.4, 5],
    ],
    gate: [0, 4],
    tall: 0.62,
    pad: [0, 0],
    relief: (x, z) => {
      const d = distance(0, -5, x, z)
      return -3 * smooth(25, 17, d) + 4.2 * smooth(17, 24, d) * smooth(34, 25, d) * smooth(5, 10, Math.abs(x - 2) + Math.max(0, -z) * 2)
    },
    floor: -2.8,
    rover: [7, 7.4],
    panels: [-23, 15],
    step: [3.2, 1.6],
    mast: [8.6, -19],
    markers: [
      [3.4, 18],
      [0, 13],
      [-6, 3.6],
      [6, 3.6],
      [-3, -8],
    ],
    ways: [
      [
        [2, 14],
        [1, 5],
      ],
      [
        [0, -5],
        [0, -9],
      ],
      [
        [-5, 0],
        [-8.4, -2.2],
      ],
      [
        [5, 0],
        [8.4, -2.2],
      ],
    ],
    tubes: [
      [0, 1],
      [0, 2],
    ],
  },
  // one great dome far off beyond a rift, small ones along the way
  {
    domes: [
      [7, -17, 9.4],
      [-15, 6, 4.6],
      [-14, -14, 5],
    ],
    gate: [-2, 16],
    tall: 0.86,
    pad: [18, 6],
    relief: (x, z) => -3 * smooth(3.4, 0.8, Math.abs(x - 9 - (z - 12) * 0.3)) * smooth(9, 13, z),
    floor: 0.4,
    rover: [-4, 1],
    panels: [-24, -3],
    step: [0.6, -3.6],
    mast: [-4, -22],
    markers: [
      [-4.4, 17],
      [-3.6, 8],
      [-9, 6.4],
      [-2.6, -3],
      [-8.6, -9.4],
    ],
    ways: [
      [
        [-5, 14],
        [-5, 4],
        [-1, -5],
        [3, -8],
      ],
      [
        [-5, 8],
        [-10.4, 7.4],
      ],
      [
        [-3, -2],
        [-8, -7],
        [-10, -9.6],
      ],
      [
        [-4, 3],
        [6, -1],
        [13, 3],
      ],
    ],
    tubes: [],
  },
]

export const moonbase: Layout = (sketch) => {
  const random = sketch.streams('plan')
  const side = random.chance(0.5) ? 1 : -1
  const craters = Array.from({ length: 9 }, () => ({
    x: random.range(-32, 32),
    z: random.range(-32, 22),
    radius: random.range(2.5, 6.5),
  })).filter(({ x, z }) => Math.abs(x) > 12 || Math.abs(z) > 26)
  const plan = sketch.streams('ground plan').pick(PLANS)
  const at = mirrored(side)
  const domes = plan.domes.map(([x, z, radius]) => ({ x: side * x, z, radius }))
  const [main, gardens, laboratory] = domes as [(typeof domes)[0], (typeof domes)[0], (typeof domes)[0]]
  const [gateX, gateZ] = at(plan.gate)
  const pad = { x: side * plan.pad[0], z: plan.pad[1] }
  return {
    height(x, z) {
      const n = sketch.fractal(x * 0.05 + 4, z * 0.05, 3)
      let h = (n - 0.5) * 2.4 + smooth(0.6, 1.2, edgeOf(HALF, x, z)) * n * 7 + plan.relief(side * x, z)
      for (const crater of craters) {
        const d = distance(crater.x, crater.z, x, z) / crater.radius
        if (d < 1.6) h += d < 1 ? -1.4 * (1 - d * d) + 0.5 * d * d : 0.5 * smooth(1.6, 1, d)
      }
      return h
    },
    sites: [
      ...domes.map(({ x, z, radius }) => ({ x, z, radius: radius + 1.6, y: plan.floor, fall: 5 })),
      { x: pad.x, z: pad.z, radius: 6, y: plan.floor, fall: 4 },
    ],
    paths: plan.ways.map((points, i) => ({
      points: i === 0 ? [[0, 32] as const, [random.range(-2, 2), 20] as const, ...points.map(at)] : points.map(at),
      width: i === 0 ? 2.4 : 1.9,
    })),
    ground(texel, x, z, _h, steepness, land) {
      setBetween(texel, DUST_A, DUST_B, sketch.noise(x * 0.2, z * 0.2))
      shade(texel, 0.82 + 0.2 * sketch.noise(x * 1.7, z * 1.7) + 0.14 * hash3(Math.floor(x * 11), Math.floor(z * 11), 0))
      if (steepness > 0.05) setBetween(texel, DUST_B, DUST_C, smooth(0.05, 0.2, steepness))
      const p = land.pathAt(x, z)
      if (p < 0.6 && Math.abs(p + 0.5) < 0.22) shade(texel, 0.68 + 0.2 * (Math.floor(z * 5 + x * 3) % 2))
      const d = distance(pad.x, pad.z, x, z)
      if (d < 5.4) {
        set(texel, LANE)
        if (
          Math.abs(d - 4.8) < 0.18 ||
          (d < 3 && Math.abs(Math.abs(x - pad.x) - 1.1) < 0.2) ||
          (d < 3 && Math.abs(z - pad.z) < 0.2 && Math.abs(x - pad.x) < 1.1)
        )
          shine(texel, AMBER, 0.7)
      }
    },
    farGround: () => FAR,
    ridges: [
      { radius: 210, y: -8, height: 70, detail: 2.2, seed: 31, sharp: true, colour: rgb('#9a958e'), haze: 0 },
      { radius: 130, y: -8, height: 26, detail: 3, seed: 8, colour: rgb('#7a766f'), haze: 0 },
    ],
    spawn: [0, 25],
    landmark: [main.x, plan.floor + main.radius * 0.6, main.z],
    build(world) {
      planet(world, [-side * 0.55, 0.42, -1], 30, [rgb('#2f6fb0'), rgb('#f2f6fa'), rgb('#4a8a58')])
      for (const [i, { x, z, radius }] of domes.entries()) habitat(world, x, z, radius, plan.tall, yawTo(gateX - x, gateZ - z), i)
      for (const [a, b] of plan.tubes) passage(world, domes[a]!, domes[b]!)
      world.points.push(
        { name: 'main dome', x: main.x, z: main.z },
        { name: 'garden dome', x: gardens.x, z: gardens.z },
        { name: 'laboratory', x: laboratory.x, z: laboratory.z },
      )
      monuments.rocket.build(world, pad.x, pad.z, 0)
      world.kept.push({ x: pad.x, z: pad.z, radius: 5.5 })
      world.points.push({ name: 'landing pad', x: pad.x - side * 3.4, z: pad.z })
      const [roverX, roverZ] = at(plan.rover)
      rover(world, roverX, roverZ, 0.6)
      world.kept.push({ x: roverX, z: roverZ, radius: 2.2 })
      for (let i = 0; i < 5; i++) solarPanel(world, side * (plan.panels[0] + i * plan.step[0]), plan.panels[1] + i * plan.step[1])
      mast(world, ...at(plan.mast))
      for (const place of plan.markers) marker(world, ...at(place))
    },
    dress(world) {
      scatter(world, { name: 'rocks', count: 60, radius: 0.8 }, (x, z, r) =>
        rock(world, x, z, r.range(0.3, 1.8), r, between(DUST_A, DUST_C, r.next())),
      )
      sprinkle(world, 'grit', pebble(rgb('#7a766f')), 260)
    },
  }
}
