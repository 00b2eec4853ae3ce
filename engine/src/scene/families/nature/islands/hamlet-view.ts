import { cos, sin } from '../../../../math/dmath.ts'
import { rgb } from '../../../../solid/palette.ts'
import type { Brief } from '../../../brief.ts'
import type { Scene } from '../../../scene.ts'
import type { Streams } from '../../../streams.ts'
import type { Rgb, Vec3 } from '../../../vector.ts'
import { roofTiles } from '../../built/paints.ts'
import { house } from '../../built/prop/house.ts'
import { windmill } from '../../open/prop/farmyard.ts'
import { cloudSea } from '../ground/cloud-sea.ts'
import { trees } from '../plant/tree-paints.ts'
import { lanternPost, smoke } from '../prop/log-cabin.ts'
import { openSite, type Site } from '../site.ts'
import { flying, sightAt } from '../spots.ts'
import { debris, flock, scatter, stance } from './archipelago.ts'
import { highAir, islandPaints } from './high-air.ts'
import { type Island, island, plant } from './island.ts'
import { islet } from './islet.ts'
import { ropeBridge } from './rope-bridge.ts'

const LEVEL = 36
const ROOFS = ['#b8452e', '#2f6f8a', '#b06a2c', '#4f7a4a', '#7a3a5c'].map(rgb)
const WALLS = ['#e8dcc4', '#e0cfa4', '#d8c0a8', '#dcdccf'].map(rgb)

/** A village on floating islands: gabled houses, a windmill, and rope bridges from rim to rim. */
export function hamletView(brief: Brief, streams: Streams): Scene {
  const layout = streams('layout')
  const view = stance(layout, LEVEL)
  const site = openSite(brief, streams, (side) => ({
    view,
    azimuth: side * (brief.mood.time === 'day' ? layout.range(70, 125) : layout.range(36, 76)),
  }))
  const { scene, side } = site
  const { near, far } = islandPaints(site)
  const paints = trees(site)
  const v = layout.range(0, 40)
  const roof = brief.accent ?? layout.pick(ROOFS)
  const nz = layout.range(23, 36)
  const nx = layout.pick([-1, 1] as const) * nz * layout.range(0.13, 0.28)
  const home = islet(site, [nx, sightAt(scene.camera, nx, nz) + 0.2, nz], near, v)
  const shift = layout.range(-16, 16)
  const keel = layout.range(0.9, 2.4)
  const at = (x: number, y: number, z: number, radius: number, hills = 0.4) =>
    island(site, {
      x: side * (x * layout.range(0.8, 1.3) + shift),
      y: y + layout.range(-8, 8),
      z: z * layout.range(0.95, 1.2),
      radius: radius * layout.range(0.8, 1.12),
      depth: radius * keel,
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
  const dwellings = layout.range(0.5, 1.4)
  settle(site, main, Math.round(7 * dwellings), roof, paints, Math.round(layout.range(4, 26)))
  settle(site, upper, Math.round(4 * dwellings), roof, paints, 12)
  settle(site, high, Math.round(5 * dwellings), roof, paints, 14)
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
  scatter(site, { near, far, paints, level: LEVEL, variant: v, kept: [main, mill, upper, low, high] })
  debris(site, near, view.eye[1])
  const post = home.towards(main.x, main.z, 0.86)
  lanternPost(site, [post[0] + side * 1.7, home.turf(...post), post[1]], -side * 0.5)
  scene.lampBox = [
    [-80, 12, 2],
    [80, 82, 180],
  ]
  cloudSea(site, -90, -40)
  flock(site, 62, 130)
  highAir(site)
  const ahead = (view.target[1] - view.eye[1]) / 100
  flying(scene, [
    [side * 10, view.eye[1] + ahead * 56 + 11, 56, 6],
    [-side * 18, view.eye[1] + ahead * 90 + 20, 90, 8],
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
  const timbered = streams('build').pick([0, 0.3, 0.8, 1] as const)
  const steep = streams('pitch').range(0.8, 1.6)
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
      style: random.chance(timbered) ? 'timbered' : 'plaster',
      wall: random.pick(WALLS),
      trim: rgb('#4a2e1c'),
      roof: tiles,
      gable: random.chance(0.6),
      pitch: steep * random.range(0.9, 1.1),
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
