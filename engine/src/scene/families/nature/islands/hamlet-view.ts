import { cos, sin } from '../../../../math/dmath.ts'
import type { Prng } from '../../../../math/prng.ts'
import { rgb } from '../../../../solid/palette.ts'
import type { Brief } from '../../../brief.ts'
import { plain } from '../../../material/paints.ts'
import type { Paint } from '../../../mesh.ts'
import type { Scene } from '../../../scene.ts'
import type { Streams } from '../../../streams.ts'
import type { Rgb, Vec3 } from '../../../vector.ts'
import { roofTiles } from '../../built/paints.ts'
import { house } from '../../built/prop/house.ts'
import { windmill } from '../../open/prop/farmyard.ts'
import { cloudSea } from '../ground/cloud-sea.ts'
import { trees } from '../plant/tree-paints.ts'
import { birds } from '../prop/birds.ts'
import { boulder } from '../prop/boulder.ts'
import { lanternPost, smoke } from '../prop/log-cabin.ts'
import { openSite, type Site } from '../site.ts'
import { flying } from '../spots.ts'
import { highAir, islandPaints } from './high-air.ts'
import { type Island, island, plant } from './island.ts'
import { islet } from './islet.ts'
import { ropeBridge } from './rope-bridge.ts'

const EYE = 40
const ROOFS = ['#b8452e', '#2f6f8a', '#b06a2c', '#4f7a4a', '#7a3a5c'].map(rgb)
const WALLS = ['#e8dcc4', '#e0cfa4', '#d8c0a8', '#dcdccf'].map(rgb)

/** A village on floating islands: gabled houses, a windmill, and rope bridges from rim to rim. */
export function hamletView(brief: Brief, streams: Streams): Scene {
  const site = openSite(brief, streams, (side) => ({
    view: { eye: [0, EYE, 0], target: [0, EYE - 1, 100], fov: 54, shiftY: 0.1 },
    azimuth: side * (brief.mood.time === 'day' ? 104 : 62),
  }))
  const { mesh, scene, side } = site
  const layout = streams('layout')
  const { near, far } = islandPaints(site)
  const paints = trees(site)
  const v = layout.range(0, 40)
  const roof = brief.accent ?? layout.pick(ROOFS)
  const home = islet(site, [-side * 4.6, EYE - 5, 23], near, v)
  const at = (x: number, y: number, z: number, radius: number, hills = 0.4) =>
    island(site, {
      x: side * x * layout.range(0.9, 1.1),
      y: y + layout.range(-2, 2),
      z,
      radius,
      depth: radius * 1.7,
      segments: 64,
      paint: near,
      variant: x * 0.37 + z * 0.11 + v,
      hills,
    })
  const main = at(-9, 33, 84, 29)
  const mill = at(45, 44, 118, 20)
  const upper = at(-54, 56, 150, 24)
  const low = at(27, 22, 66, 10)
  const high = at(14, 74, 214, 30)
  settle(site, main, 7, roof, paints, 16)
  settle(site, upper, 4, roof, paints, 12)
  settle(site, high, 5, roof, paints, 14)
  settle(site, low, 1, roof, paints, 3)
  const mx = mill.x + side * 3
  const mz = mill.z + 2
  windmill(site, mx, mill.turf(mx, mz) - 0.3, mz, 15, -mx / mz, layout.range(0.1, 1.4), roof, 'plaster')
  settle(site, mill, 2, roof, paints, 8, [[mx, mz, 7]])
  if (brief.allows('bridge')) {
    bridge(site, home, main, 7)
    bridge(site, main, mill, 8)
    bridge(site, main, upper, 9)
    bridge(site, mill, high, 12)
    bridge(site, main, low, 3)
  }
  for (const [x, y, z, radius, count, height] of [
    [-150, 70, 330, 46, 22, 11],
    [130, 30, 380, 56, 24, 13],
    [-60, 24, 470, 60, 20, 15],
    [60, 112, 560, 56, 18, 16],
    [320, 90, 760, 90, 0, 0],
    [-330, 40, 820, 110, 0, 0],
  ] as const) {
    const place = { x: side * x * layout.range(0.85, 1.15), y: y + layout.range(-8, 8), z }
    const other = island(site, { ...place, radius, depth: radius * 1.8, segments: 44, paint: far, variant: z * 0.037 + v })
    plant(site, other, { count, height, paints })
  }
  rocks(site, near)
  const post = home.towards(main.x, main.z, 0.86)
  lanternPost(site, [post[0] + side * 1.7, home.turf(...post), post[1]], -side * 0.5)
  scene.lampBox = [
    [-80, 12, 2],
    [80, 82, 180],
  ]
  cloudSea(site, -90, -40)
  if (brief.allows('birds'))
    birds(mesh, streams('birds'), {
      count: 14,
      x: side * 20,
      y: 62,
      z: 130,
      spread: 22,
      size: 1.4,
      paint: mesh.paint(plain([0.9, 0.9, 0.88])),
    })
  highAir(site)
  flying(scene, [
    [side * 10, 52, 56, 6],
    [-side * 18, 62, 90, 8],
  ])
  return scene
}

type Circle = readonly [x: number, z: number, radius: number]

/** Houses on an island, their fronts more or less to the eye, and trees between them. */
function settle(
  site: Site,
  on: Island,
  count: number,
  roof: Rgb,
  paints: ReturnType<typeof trees>,
  growing: number,
  taken: readonly Circle[] = [],
): void {
  const { mesh, streams, scene, lit, side } = site
  const random = streams(`houses ${on.variant}`)
  const tiles = mesh.paint(roofTiles({ colour: roof, second: [roof[0] * 0.7, roof[1] * 0.7, roof[2] * 0.7] }))
  const built: Circle[] = [...taken]
  for (let tries = 0; tries < 90 && built.length < count + taken.length; tries++) {
    const a = random.next() * 6.2832
    const q = on.radius * Math.sqrt(random.next()) * 0.62
    const x = on.x + cos(a) * q
    const z = on.z + sin(a) * q
    const width = random.range(4.6, 6.2)
    const depth = random.range(5, 6.6)
    const own = Math.sqrt(width * width + depth * depth) / 2
    if (built.some(([bx, bz, r]) => (x - bx) * (x - bx) + (z - bz) * (z - bz) < (r + own) * (r + own))) continue
    built.push([x, z, own])
    const y = lowest(on, x, z, own) - 0.1
    house(site, random, {
      x,
      y,
      z,
      turn: random.range(-0.7, 0.7),
      width,
      depth,
      floors: random.chance(0.7) ? 2 : 1,
      floor: 2.6,
      style: random.chance(0.75) ? 'timbered' : 'plaster',
      wall: random.pick(WALLS),
      trim: rgb('#4a2e1c'),
      roof: tiles,
      gable: random.chance(0.6),
      pitch: random.range(1.2, 1.6),
      jetty: 0.2,
      near: on.z < 130,
      lit: 0.7,
    })
    if (random.chance(0.3)) smoke(site, [x + 1, y + 9, z], side, 0.7)
    if (lit) scene.lamps.push({ x, y: y + 2.6, z: z - depth / 2 - 1.6, colour: [0.85, 0.44, 0.15], range: 13 })
  }
  plant(site, on, { count: growing, height: 5, paints, keepFree: built })
}

/** Height of the lowest turf round a place. */
function lowest(on: Island, x: number, z: number, r: number): number {
  let low = on.turf(x, z)
  for (const [dx, dz] of [
    [1, 0],
    [-1, 0],
    [0, 1],
    [0, -1],
  ] as const)
    low = Math.min(low, on.turf(x + dx * r * 0.7, z + dz * r * 0.7))
  return low
}

/** A rope bridge between the rims that are nearest. */
function bridge(site: Site, from: Island, to: Island, sag: number): void {
  const end = (on: Island, other: Island): Vec3 => {
    const [x, z] = on.towards(other.x, other.z, 0.93)
    return [x, on.turf(x, z) + 0.2, z]
  }
  const a = end(from, to)
  const b = end(to, from)
  ropeBridge(site, a, b, sag, 0.8, Math.round(Math.sqrt((a[0] - b[0]) * (a[0] - b[0]) + (a[2] - b[2]) * (a[2] - b[2])) * 1.3))
}

/** Pieces of rock that hang in the air. */
function rocks({ mesh, streams }: Site, paint: Paint): void {
  const random: Prng = streams('debris')
  for (let i = 0; i < 24; i++) {
    const z = random.range(90, 420)
    boulder(mesh, random, {
      x: random.range(-0.5, 0.5) * z,
      y: EYE + random.range(-0.35, 0.3) * z,
      z,
      radius: random.range(0.5, 2.4),
      paint,
      rings: 7,
      flat: 1,
    })
  }
}
