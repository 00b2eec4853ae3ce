import { cos, PI, sin, TAU } from '../../../math/dmath.ts'
import { createModel } from '../../../model/model.ts'
import { box } from '../../../model/shapes/box.ts'
import { lathe } from '../../../model/shapes/lathe.ts'
import { tube } from '../../../model/shapes/tube.ts'
import { type Rgb, times, type Vec3 } from '../../../scene/vector.ts'
import { rgb } from '../../../solid/palette.ts'
import { distance, round } from '../../geometry.ts'
import { DARK, WHITE } from '../../kit/city.ts'
import { bench } from '../../kit/furniture.ts'
import { tiles } from '../../kit/ground.ts'
import type { Place2 } from '../../land.ts'
import { monuments } from '../../props/monuments.ts'
import { skyDisc } from '../../sky.ts'
import { spotAt, yawTo } from '../../spot.ts'
import { setBetween, shade, shine } from '../../texel.ts'
import type { Draft, GroundPatch, Layout, World } from '../../world.ts'
import { type Disc, greenhouse, tanks, telescopePod } from './pods.ts'
import { AMBER, CYAN, consoleDesk, dome, HULL, hologram, LANE, PLATE_A, PLATE_B, planet, planterTree } from './site.ts'

/** Stars below the horizon too. */
function starsBelow(world: World): void {
  const random = world.streams('stars below')
  world.far.at(0, 0, 0)
  for (let i = 0; i < 150; i++) {
    const y = -0.02 - random.next() * 0.95
    const a = random.next() * TAU
    const r = Math.sqrt(1 - y * y)
    const bright = random.range(0.25, 1)
    skyDisc(world, [cos(a) * r, y, sin(a) * r], random.range(0.25, 0.6), [bright, bright, bright * 1.1], 4)
  }
}

/** Flat decks as fans and strips of triangles. */
function decks(discs: readonly Disc[], strips: readonly (readonly [Disc, Disc, number])[]): GroundPatch {
  const positions: number[] = []
  const index: number[] = []
  for (const { x, z, radius } of discs) {
    const first = positions.length / 3
    positions.push(x, 0, z)
    for (let i = 0; i < 48; i++) positions.push(x + cos((TAU * i) / 48) * radius, 0, z - sin((TAU * i) / 48) * radius)
    for (let i = 0; i < 48; i++) index.push(first, first + 1 + i, first + 1 + ((i + 1) % 48))
  }
  for (const [a, b, width] of strips) {
    const d = distance(a.x, a.z, b.x, b.z)
    const [ux, uz] = [(b.x - a.x) / d, (b.z - a.z) / d]
    const first = positions.length / 3
    for (const [t, s] of [
      [a.radius - 0.5, -1],
      [a.radius - 0.5, 1],
      [d - b.radius + 0.5, 1],
      [d - b.radius + 0.5, -1],
    ] as const)
      positions.push(a.x + ux * t - uz * (width / 2) * s, -0.005, a.z + uz * t + ux * (width / 2) * s)
    index.push(first, first + 1, first + 2, first, first + 2, first + 3)
  }
  return { positions, index }
}

const plateGround =
  (discs: readonly Disc[], on: number): Draft['ground'] =>
  (texel, x, z, _h, _s, land) => {
    tiles(texel, x, z, 1.6, PLATE_A, PLATE_B, 0.02)
    for (const disc of discs) {
      const d = distance(disc.x, disc.z, x, z)
      if (d > disc.radius + 0.2) continue
      const sector = Math.floor(d / 2.2)
      if (sector % 2 === 0) setBetween(texel, PLATE_B, LANE, 0.35)
      if (d / 2.2 - sector < 0.03) shade(texel, 0.5)
      if (Math.abs(d - disc.radius + 0.7) < 0.1) shine(texel, times(CYAN, on), 0.9)
    }
    const p = land.pathAt(x, z)
    if (p < 0) setBetween(texel, LANE, PLATE_B, 0.3)
    if (Math.abs(p) < 0.08) shine(texel, times(AMBER, on * 0.6), 0.85)
  }

/** Where decks float, for one hand. */
type Plan = {
  readonly hub: Disc
  /** Decks with a greenhouse, tanks and a telescope; the dock where one arrives. */
  readonly pods: readonly [Disc, Disc, Disc]
  readonly dock: Disc
  /** Gangways between decks, by their numbers: the hub, the pods, the dock. */
  readonly links: readonly (readonly [number, number])[]
  /** A height of the dome over the hub, and its ribs. */
  readonly dome: number
  readonly ribs: number
  /** A mast with a wheel of light over the dome. */
  readonly wheel: number
  readonly rocket: Place2
}

const PLANS: readonly ((turn: number) => Plan)[] = [
  // a hub with three pods beyond it
  (turn) => {
    const [a, b, c] = [1.08, 1.5, 1.92].map((t) => ({ x: cos(turn + PI * t) * 23, z: -4 + sin(turn + PI * t) * 21, radius: 6 }))
    return {
      hub: { x: 0, z: -4, radius: 12.5 },
      pods: [a!, b!, c!],
      dock: { x: 0, z: 20, radius: 6.4 },
      links: [
        [0, 1],
        [0, 2],
        [0, 3],
        [0, 4],
      ],
      dome: 9,
      ribs: 20,
      wheel: 0,
      rocket: [-3.6, -2.2],
    }
  },
  // a wheel: pods and dock on a rim, the hub in its middle with a tall dome
  (turn) => {
    const at = (a: number, radius: number): Disc => ({ x: cos(a + turn * 0.3) * 22, z: -1 + sin(a + turn * 0.3) * 22, radius })
    return {
      hub: { x: 0, z: -1, radius: 9 },
      pods: [at(PI, 6.6), at(PI * 1.5, 6.6), at(0, 6.6)],
      dock: { x: 0, z: 22, radius: 6.4 },
      links: [
        [4, 1],
        [1, 2],
        [2, 3],
        [3, 4],
        [0, 2],
        [0, 4],
      ],
      dome: 11,
      ribs: 16,
      wheel: 0,
      rocket: [-3.6, 1.4],
    }
  },
  // a line of decks that bends, the hub at its far end under a mast
  (turn) => ({
    hub: { x: 10, z: -18, radius: 11 },
    pods: [
      { x: 14, z: 6, radius: 6.4 },
      { x: -10 - turn * 3, z: 4, radius: 7.4 },
      { x: -15, z: -18, radius: 6.4 },
    ],
    dock: { x: 0, z: 24, radius: 6 },
    links: [
      [4, 2],
      [4, 1],
      [2, 3],
      [3, 0],
      [1, 0],
    ],
    dome: 6.4,
    ribs: 18,
    wheel: 7,
    rocket: [-3.2, -0.6],
  }),
]

export const ring: Layout = (sketch) => {
  const random = sketch.streams('plan')
  const turn = random.range(-0.3, 0.3)
  const side = sketch.streams('hand').chance(0.5) ? 1 : -1
  const plan = sketch.streams('ground plan').pick(PLANS)(turn)
  const [hub, first, second, third, dock] = [plan.hub, ...plan.pods, plan.dock].map((disc) => ({ ...disc, x: side * disc.x })) as [
    Disc,
    Disc,
    Disc,
    Disc,
    Disc,
  ]
  const discs = [hub, first, second, third, dock]
  const strips = plan.links.map(([a, b]) => [discs[a]!, discs[b]!, 3.2] as const)
  const onStrip = (x: number, z: number) =>
    strips.some(([a, b]) => {
      const d = distance(a.x, a.z, b.x, b.z)
      const t = Math.max(0, Math.min(1, ((x - a.x) * (b.x - a.x) + (z - a.z) * (b.z - a.z)) / (d * d)))
      return distance(a.x + (b.x - a.x) * t, a.z + (b.z - a.z) * t, x, z) < 1.5
    })
  const tint = sketch.accent(CYAN)
  return {
    height: () => 0,
    lowest: -6,
    paths: strips.map(([a, b]) => ({
      points: [
        [a.x, a.z],
        [b.x, b.z],
      ] as [number, number][],
      width: 1.6,
    })),
    ground: plateGround(discs, 1),
    patches: () => decks(discs, strips),
    isVoid: (x, z) => !discs.some((disc) => distance(disc.x, disc.z, x, z) < disc.radius - 0.3) && !onStrip(x, z),
    spawn: [dock.x, dock.z + 2],
    landmark: [hub.x, plan.wheel > 0 ? 9 : 4, hub.z],
    build(world) {
      const { solid } = world
      starsBelow(world)
      planet(world, [0.45, 0.2, -1], 78, [rgb('#d9a26a'), rgb('#b8683f'), rgb('#f0d8b0')])
      planet(world, [-1, 0.5, -0.5], 14, [rgb('#9a9aa4'), rgb('#c8c8d0'), rgb('#7a7a84')])
      for (const disc of discs) {
        solid.at(disc.x, 0, disc.z)
        solid.paint(rgb('#8f98a4'), { vary: 0.06 })
        lathe(
          solid,
          0,
          0,
          [
            [0, -3.4],
            [disc.radius * 0.4, -2.8],
            [disc.radius * 0.85, -1.2],
            [disc.radius + 0.15, -0.5],
            [disc.radius + 0.15, -0.02],
            [disc.radius - 0.05, 0.01],
          ],
          28,
          { flat: true },
        )
        solid.paint([0.05, 0.05, 0.05], { glow: tint })
        lathe(
          solid,
          0,
          0,
          [
            [disc.radius + 0.17, -0.34],
            [disc.radius + 0.2, -0.27],
            [disc.radius + 0.17, -0.2],
          ],
          36,
        )
        rail(world, disc, (x, z) => !onStrip(x, z))
        spotAt(world, disc.x, disc.z).light([0, 4, 0], [1.7, 1.9, 2.1], disc.radius * 1.5, { always: true, fall: 0.03, shaded: false })
      }
      for (const [a, b] of strips) gangway(world, a, b)
      dome(world, spotAt(world, hub.x, hub.z), hub.radius + 0.1, plan.dome, plan.ribs, null)
      if (plan.wheel > 0) mast(world, hub, plan.dome, plan.wheel, tint)
      // the dome's wall stands open where the gangways come in
      removeWalls(
        world,
        hub,
        strips.filter((strip) => strip.includes(hub)).map(([a, b]) => (a === hub ? b : a)),
      )
      hologram(world, hub.x, hub.z, tint)
      world.points.push({ name: 'bridge of the station', x: hub.x, z: hub.z + 3.4 })
      round(5, hub.radius * 0.69, PI * 1.1, (x, z, _, i) => {
        if (i < 4) consoleDesk(world, hub.x + x, hub.z + z * 0.9 - 0.6, yawTo(-x, -z), i % 2 ? AMBER : tint)
      })
      greenhouse(world, first)
      tanks(world, second, tint)
      telescopePod(world, third)
      const [rx, rz] = [dock.x + side * plan.rocket[0], dock.z + plan.rocket[1]]
      monuments.rocket.build(world, rx, rz, 0.4)
      world.kept.push({ x: rx, z: rz, radius: 2.4 })
      bench(world, hub.x - 5, hub.z + hub.radius * 0.6, yawTo(5, -8), WHITE)
      bench(world, hub.x + 5, hub.z + hub.radius * 0.6, yawTo(-5, -8), WHITE)
      for (const [x, z] of [
        [hub.x - hub.radius * 0.67, hub.z + hub.radius * 0.32],
        [hub.x + hub.radius * 0.67, hub.z + hub.radius * 0.32],
      ] as const)
        planterTree(world, x, z)
    },
    dress: () => {},
  }
}

/** Posts and a rail round a deck, where `closed` says so. */
function rail(world: World, { x, z, radius }: Disc, closed: (x: number, z: number) => boolean): void {
  const { solid } = world
  const count = Math.round(radius * 3)
  const at = (i: number) => [x + cos((TAU * i) / count) * (radius - 0.35), z + sin((TAU * i) / count) * (radius - 0.35)] as const
  for (let i = 0; i < count; i++) {
    const [[ax, az], [bx, bz]] = [at(i), at(i + 1)]
    if (!closed(ax, az) || !closed(bx, bz)) continue
    solid.at(0, 0, 0)
    solid.paint(DARK)
    tube(
      solid,
      [
        [ax, 1, az],
        [bx, 1, bz],
      ],
      0.05,
      0.05,
      4,
    )
    tube(
      solid,
      [
        [ax, 0, az],
        [ax, 1, az],
      ],
      0.05,
      0.05,
      4,
    )
    spotAt(world, (ax + bx) / 2, (az + bz) / 2, yawTo(bx - ax, bz - az) - PI / 2, 0).block([0, 0, 0], [distance(ax, az, bx, bz), 1.05, 0.1])
  }
}

/** Sides and ribs of the way between two decks. */
function gangway(world: World, a: Disc, b: Disc): void {
  const d = distance(a.x, a.z, b.x, b.z)
  const [ux, uz] = [(b.x - a.x) / d, (b.z - a.z) / d]
  const [from, to] = [a.radius - 0.2, d - b.radius + 0.2]
  const spot = spotAt(world, a.x + (ux * (from + to)) / 2, a.z + (uz * (from + to)) / 2, yawTo(ux, uz), 0)
  const { solid } = world
  const length = to - from
  solid.paint(HULL, { vary: 0.03 })
  box(solid, [0, -0.5, 0], [3.3, 0.46, length], { cell: 2, bottom: true })
  for (const side of [-1.6, 1.6]) {
    solid.paint(HULL, { vary: 0.03 })
    box(solid, [side, 0, 0], [0.14, 0.5, length], { cell: 1.5 })
    solid.paint(DARK)
    box(solid, [side, 0.95, 0], [0.1, 0.08, length], { cell: 3 })
    spot.block([side, 0, 0], [0.14, 1.05, length])
  }
  const ribs = Math.max(2, Math.round(length / 2.2))
  for (let k = 0; k < ribs; k++) {
    const lz = ((k + 0.5) / ribs - 0.5) * length
    solid.paint(HULL)
    tube(
      solid,
      Array.from({ length: 9 }, (_, i): Vec3 => [cos((PI * i) / 8) * 1.65, sin((PI * i) / 8) * 2.7, lz]),
      0.09,
      0.09,
      4,
    )
  }
  spot.light([0, 2.2, 0], [1, 1.4, 1.7], 7, { always: true, shaded: false })
}

/** Takes away what blocks a gangway at the hub's wall. */
function removeWalls(world: World, hub: Disc, others: readonly Disc[]): void {
  for (let i = world.colliders.length - 1; i >= 0; i--) {
    const collider = world.colliders[i]!
    const d = distance(collider.x, collider.z, hub.x, hub.z)
    if (Math.abs(d - hub.radius) > 0.8 || !('width' in collider)) continue
    const blocks = others.some((b) => {
      const length = distance(hub.x, hub.z, b.x, b.z)
      const along = ((collider.x - hub.x) * (b.x - hub.x) + (collider.z - hub.z) * (b.z - hub.z)) / length
      const off = Math.abs(((collider.x - hub.x) * (b.z - hub.z) - (collider.z - hub.z) * (b.x - hub.x)) / length)
      return along > 0 && off < 1.6 + collider.width / 2
    })
    if (blocks && collider.height > 1.2) world.colliders.splice(i, 1)
  }
}

/** A mast over the hub's dome with a wheel of light that turns, and dishes on it. */
function mast(world: World, { x, z }: Disc, foot: number, height: number, light: Rgb): void {
  const { solid } = world
  solid.at(x, foot, z)
  solid.paint(HULL, { vary: 0.03 })
  lathe(
    solid,
    0,
    0,
    [
      [2.2, -0.6],
      [1.2, 0.2],
      [0.5, 1.4],
      [0.32, height],
      [0, height + 2],
    ],
    12,
  )
  const form = createModel()
  form.paint([0.05, 0.05, 0.05], { glow: light, vary: 0 })
  const rim = (radius: number) =>
    Array.from({ length: 33 }, (_, i): Vec3 => [cos((TAU * i) / 32) * radius, 0, sin((TAU * i) / 32) * radius])
  tube(form, rim(5), 0.1, 0.1, 4)
  form.paint(HULL, { vary: 0.03 })
  tube(form, rim(5.4), 0.34, 0.34, 6)
  round(4, 5.2, 0, (dx, dz) =>
    tube(
      form,
      [
        [0, 0, 0],
        [dx, 0, dz],
      ],
      0.16,
      0.12,
      5,
    ),
  )
  world.moving.push({ name: 'wheel', form, at: [x, foot + height * 0.62, z], axis: 'y', yaw: 0, period: 40 })
}
