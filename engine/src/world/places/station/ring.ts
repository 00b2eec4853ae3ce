import { cos, PI, sin, TAU } from '../../../math/dmath.ts'
import { blob } from '../../../model/shapes/blob.ts'
import { box } from '../../../model/shapes/box.ts'
import { lathe } from '../../../model/shapes/lathe.ts'
import { tube } from '../../../model/shapes/tube.ts'
import { blend as between, type Rgb, times, type Vec3 } from '../../../scene/vector.ts'
import { rgb } from '../../../solid/palette.ts'
import { distance, round } from '../../geometry.ts'
import { DARK, WHITE } from '../../kit/city.ts'
import { bench } from '../../kit/furniture.ts'
import { tiles } from '../../kit/ground.ts'
import { monuments } from '../../props/monuments.ts'
import { skyDisc } from '../../sky.ts'
import { spotAt, yawTo } from '../../spot.ts'
import { setBetween, shade, shine } from '../../texel.ts'
import type { Draft, GroundPatch, Layout, World } from '../../world.ts'
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

type Disc = { readonly x: number; readonly z: number; readonly radius: number }

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

export const ring: Layout = (sketch) => {
  const random = sketch.streams('plan')
  const turn = random.range(-0.3, 0.3)
  const hub: Disc = { x: 0, z: -4, radius: 12.5 }
  const pods: Disc[] = [0, 1, 2].map((i) => {
    const a = turn + [PI * 1.08, PI * 1.5, PI * 1.92][i]!
    return { x: cos(a) * 23, z: -4 + sin(a) * 21, radius: 6 }
  })
  const dock: Disc = { x: 0, z: 20, radius: 6.4 }
  const discs = [hub, ...pods, dock]
  const strips = [...pods, dock].map((pod) => [hub, pod, 3.2] as const)
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
    spawn: [0, 22],
    landmark: [0, 4, -4],
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
      dome(world, spotAt(world, hub.x, hub.z), hub.radius + 0.1, 9, 20, null)
      // the dome's wall stands open where the gangways come in
      removeWalls(world, hub, strips)
      hologram(world, hub.x, hub.z, tint)
      world.points.push({ name: 'bridge of the station', x: hub.x, z: hub.z + 3.4 })
      round(5, 8.6, PI * 1.1, (x, z, _, i) => {
        if (i < 4) consoleDesk(world, hub.x + x, hub.z + z * 0.9 - 0.6, yawTo(-x, -z), i % 2 ? AMBER : tint)
      })
      greenhouse(world, pods[0]!)
      tanks(world, pods[1]!, tint)
      telescopePod(world, pods[2]!)
      monuments.rocket.build(world, dock.x - 3.6, dock.z - 2.2, 0.4)
      world.kept.push({ x: dock.x - 3.6, z: dock.z - 2.2, radius: 2.4 })
      bench(world, hub.x - 5, hub.z + 7.6, yawTo(5, -8), WHITE)
      bench(world, hub.x + 5, hub.z + 7.6, yawTo(-5, -8), WHITE)
      for (const [x, z] of [
        [hub.x - 8.4, hub.z + 4],
        [hub.x + 8.4, hub.z + 4],
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
function removeWalls(world: World, hub: Disc, strips: readonly (readonly [Disc, Disc, number])[]): void {
  for (let i = world.colliders.length - 1; i >= 0; i--) {
    const collider = world.colliders[i]!
    const d = distance(collider.x, collider.z, hub.x, hub.z)
    if (Math.abs(d - hub.radius) > 0.8 || !('width' in collider)) continue
    const blocks = strips.some(([a, b]) => {
      const length = distance(a.x, a.z, b.x, b.z)
      const along = ((collider.x - a.x) * (b.x - a.x) + (collider.z - a.z) * (b.z - a.z)) / length
      const off = Math.abs(((collider.x - a.x) * (b.z - a.z) - (collider.z - a.z) * (b.x - a.x)) / length)
      return along > 0 && off < 1.6 + collider.width / 2
    })
    if (blocks && collider.height > 1.2) world.colliders.splice(i, 1)
  }
}

function greenhouse(world: World, { x, z }: Disc): void {
  const random = world.streams('greenhouse')
  const { solid } = world
  for (const [k, dz] of [-2.4, 0, 2.4].entries()) {
    const spot = spotAt(world, x + (k === 1 ? -1.6 : 0), z + dz)
    solid.paint(WHITE, { vary: 0.02 })
    box(solid, [0, 0, 0], [k === 1 ? 3 : 5, 0.5, 1.1])
    solid.paint(rgb('#4a3828'))
    box(solid, [0, 0.45, 0], [k === 1 ? 2.8 : 4.8, 0.1, 0.9])
    spot.block([0, 0, 0], [k === 1 ? 3 : 5, 0.9, 1.1])
    for (let i = 0; i < 5; i++) {
      const lx = (i - 2) * (k === 1 ? 0.55 : 0.95)
      solid.paint(between(rgb('#5fae4a'), rgb('#a8d05a'), random.next()), { through: 0.5, vary: 0.1 })
      blob(solid, [lx, 0.8, 0], [0.36, 0.4, 0.34], { rough: 0.2, seed: i + k * 7 })
      solid.paint(rgb('#e0482e'))
      for (const s of [-0.18, 0.2]) blob(solid, [lx + s, 0.9 + s * 0.6, 0.26], [0.09, 0.09, 0.09], { detail: 0, rough: 0 })
    }
    spot.light([0, 2.4, 0], [2, 1.1, 1.9], 5, { always: true, shaded: false })
  }
  world.points.push({ name: 'greenhouse', x: x + 2.2, z })
}

function tanks(world: World, { x, z }: Disc, light: Rgb): void {
  const { solid } = world
  for (const [dx, dz] of [
    [-2.6, -1.6],
    [0, -2.8],
    [2.6, -1.6],
  ] as const) {
    const spot = spotAt(world, x + dx, z + dz)
    solid.paint(WHITE, { vary: 0.02 })
    lathe(
      solid,
      0,
      0,
      [
        [1, 0],
        [1, 0.5],
        [0.85, 0.55],
      ],
      16,
    )
    solid.paint([0.1, 0.2, 0.22], { glow: (_, y) => times(light, 0.25 + 0.35 * (y / 3)), through: 0.3 })
    lathe(
      solid,
      0,
      0,
      [
        [0.82, 0.55],
        [0.82, 2.9],
      ],
      16,
    )
    solid.paint(WHITE)
    lathe(
      solid,
      0,
      0,
      [
        [0.95, 2.85],
        [1, 3.2],
        [0.5, 3.5],
        [0, 3.55],
      ],
      16,
    )
    spot.post([0, 0, 0], 1, 3.5)
    spot.light([0, 1.8, 1.4], times(light, 0.9), 6, { always: true, shaded: false })
  }
  world.points.push({ name: 'reactor', x, z: z + 1.4 })
}

function telescopePod(world: World, { x, z }: Disc): void {
  const spot = spotAt(world, x, z, 0.5)
  const { solid } = world
  solid.paint(WHITE, { vary: 0.02 })
  lathe(
    solid,
    0,
    0,
    [
      [1.5, 0],
      [1.3, 0.8],
      [0.7, 1.2],
    ],
    16,
  )
  tube(
    solid,
    [
      [0, 1, 0.6],
      [0, 2.6, -0.4],
      [0, 5, -1.9],
    ],
    0.55,
    0.95,
    12,
  )
  solid.paint([0.05, 0.08, 0.12], { glow: [0.1, 0.25, 0.4] })
  blob(solid, [0, 5, -1.9], [0.85, 0.4, 0.85], { rough: 0 })
  spot.post([0, 0, 0], 1.5, 3)
  world.points.push({ name: 'observatory', x: x - 2.2, z: z + 1.6 })
}
