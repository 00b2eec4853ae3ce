import { cos, sin, TAU } from '../../../../math/dmath.ts'
import { rgb } from '../../../../solid/palette.ts'
import type { Brief } from '../../../brief.ts'
import { plain } from '../../../material/paints.ts'
import type { Scene } from '../../../scene.ts'
import type { Streams } from '../../../streams.ts'
import { AIRCRAFT } from '../../../thing/aircraft.ts'
import { putThing } from '../../../thing/put.ts'
import { times } from '../../../vector.ts'
import { cloudSea } from '../ground/cloud-sea.ts'
import { trees } from '../plant/tree-paints.ts'
import { birds } from '../prop/birds.ts'
import { boulder } from '../prop/boulder.ts'
import { openSite, type Site } from '../site.ts'
import { flying } from '../spots.ts'
import { highAir, islandPaints } from './high-air.ts'
import { type Island, island, plant, waterfall } from './island.ts'
import { islet } from './islet.ts'

const EYE = 54

/** Radius and height of each step, from the top down. */
const STEPS = [
  [36, 76],
  [31, 58],
  [27, 42],
  [22, 27],
] as const

/** A stair of floating islands: water falls from pool to pool and into the clouds, an airship passes. */
export function cascadeView(brief: Brief, streams: Streams): Scene {
  const site = openSite(brief, streams, (side) => ({
    view: { eye: [0, EYE, 0], target: [0, EYE - 7, 100], fov: 54, shiftY: 0.06 },
    azimuth: side * (brief.mood.time === 'day' ? 84 : 50),
  }))
  const { mesh, scene, side } = site
  const layout = streams('layout')
  const { near, far } = islandPaints(site)
  const paints = trees(site)
  const v = layout.range(0, 40)
  islet(site, [-side * 4.6, EYE - 5, 23], near, v)
  stair(site, near, paints, v)
  for (const [x, y, z, radius, count, height] of [
    [-78, 40, 190, 24, 14, 9],
    [84, 58, 230, 30, 16, 10],
    [-130, 86, 300, 44, 22, 11],
    [120, 20, 330, 46, 22, 12],
    [-40, 18, 420, 56, 20, 15],
    [-240, 60, 600, 80, 18, 18],
    [250, 110, 640, 76, 0, 0],
    [330, 20, 900, 110, 0, 0],
  ] as const) {
    const at = { x: side * x * layout.range(0.88, 1.12), y: y + layout.range(-6, 6), z }
    const other = island(site, { ...at, radius, depth: radius * 1.9, segments: 44, paint: z < 260 ? near : far, variant: z * 0.037 + v })
    plant(site, other, { count, height, paints })
    if (brief.allows('waterfall') && layout.chance(0.4)) {
      const [fx, fz] = other.towards(other.x - side * 10, other.z - 40, 0.95)
      waterfall(site, fx, other.y, fz, radius * 0.08, radius * 2.2, 0, -1)
    }
  }
  const debris = streams('debris')
  for (let i = 0; i < 26; i++) {
    const z = debris.range(80, 420)
    const at = { x: debris.range(-0.5, 0.5) * z, y: EYE + debris.range(-0.35, 0.35) * z, z }
    boulder(mesh, debris, { ...at, radius: debris.range(0.5, 2.6), paint: near, rings: 7, flat: 1 })
  }
  const passing = layout.chance(0.75)
  if (passing || brief.accent)
    putThing(mesh, AIRCRAFT.airship(layout, brief.accent), {
      x: -side * layout.range(34, 44),
      y: layout.range(78, 88),
      z: 128,
      yaw: side * layout.range(1.2, 1.9),
      scale: 2.4,
    })
  cloudSea(site, -100, -46)
  if (brief.allows('birds'))
    birds(mesh, streams('birds'), {
      count: 14,
      x: side * 24,
      y: 62,
      z: 120,
      spread: 20,
      size: 1.3,
      paint: mesh.paint(plain([0.9, 0.9, 0.88])),
    })
  highAir(site)
  flying(scene, [
    [-side * 13, 50, 60, 6],
    [side * 20, 60, 92, 8],
  ])
  return scene
}

/** Islands that hang one below the other, each with a pool that spills onto the next. */
function stair(site: Site, paint: Parameters<Site['mesh']['use']>[0], paints: ReturnType<typeof trees>, v: number): void {
  const { mesh, scene, side, streams, brief } = site
  const random = streams('stair')
  const dim = scene.night > 0.45
  const water = mesh.paint(plain(times(rgb('#2f7f92'), dim ? 0.25 : 0.8), 0.9, 1))
  let x = side * random.range(34, 40)
  let z = 196
  let hand = -side
  const steps: Island[] = []
  for (const [i, [radius, y]] of STEPS.entries()) {
    if (i > 0) {
      const reach = STEPS[i - 1]![0] * 0.86 + radius * 0.55
      x += hand * 0.72 * reach
      z -= 0.69 * reach
      hand = -hand
    }
    steps.push(island(site, { x, y, z, radius, depth: radius * 1.35, segments: 80, paint, variant: i * 9.7 + v, hills: 0.22 }))
  }
  for (const [i, step] of steps.entries()) {
    const next = steps[i + 1]
    const [tx, tz] = next ? [next.x, next.z] : [step.x - side * 4, step.z - 40]
    const [lx, lz] = step.towards(tx, tz, 0.97)
    const pool = step.turf(step.x, step.z) + 0.5
    disc(site, step.x, pool, step.z, step.radius * 0.34, water)
    for (let k = 0; k < 22; k++) {
      const a = (TAU * k) / 22 + random.range(-0.1, 0.1)
      const r = step.radius * 0.35
      boulder(mesh, random, {
        x: step.x + cos(a) * r,
        y: pool - 0.3,
        z: step.z + sin(a) * r,
        radius: random.range(0.6, 1.5),
        paint,
        rings: 8,
      })
    }
    plant(site, step, { count: 26 - i * 3, height: 7, paints, keepFree: [[step.x, step.z, step.radius * 0.38]] })
    if (!brief.allows('waterfall')) continue
    const dx = lx - step.x
    const dz = lz - step.z
    const length = Math.sqrt(dx * dx + dz * dz)
    const wide = step.radius * 0.2
    channel(site, step, pool, [dx / length, dz / length], length, wide, water)
    const drop = next ? step.y - next.y - 0.6 : step.y + 50
    waterfall(site, lx, step.turf(lx, lz) + 0.5, lz, wide * 1.1, drop, dx / length, dz / length)
    if (next) spray(site, lx + (dx / length) * wide, next.y + 1, lz + (dz / length) * wide, wide)
  }
}

/** A level round sheet of water. */
function disc({ mesh }: Site, x: number, y: number, z: number, r: number, paint: Parameters<Site['mesh']['use']>[0]): void {
  mesh.use(paint)
  const middle = mesh.vertex(x, y, z)
  const rim = Array.from({ length: 25 }, (_, i) => mesh.vertex(x + cos((TAU * i) / 24) * r, y, z + sin((TAU * i) / 24) * r))
  for (let i = 0; i < 24; i++) mesh.triangle(middle, rim[i]!, rim[i + 1]!)
}

/** The stream from a pool to the rim. */
function channel(
  { mesh }: Site,
  on: Island,
  pool: number,
  [dx, dz]: readonly [number, number],
  length: number,
  wide: number,
  paint: Parameters<Site['mesh']['use']>[0],
): void {
  mesh.use(paint)
  let last: readonly [number, number] | null = null
  for (let i = 0; i <= 8; i++) {
    const out = on.radius * 0.3 + (length - on.radius * 0.3) * (i / 8)
    const x = on.x + dx * out
    const z = on.z + dz * out
    const y = Math.max(on.turf(x, z) + 0.5, i < 3 ? pool : -1e9)
    const a = mesh.vertex(x - (dz * wide) / 2, y, z + (dx * wide) / 2)
    const b = mesh.vertex(x + (dz * wide) / 2, y, z - (dx * wide) / 2)
    if (last) mesh.quad(last[0], last[1], b, a)
    last = [a, b]
  }
}

/** Mist where water strikes. */
function spray({ scene, streams }: Site, x: number, y: number, z: number, wide: number): void {
  const random = streams('spray')
  for (let i = 0; i < 16; i++)
    scene.puffs.push({
      x: x + random.range(-1, 1) * wide,
      y: y + random.range(0, 1) * wide,
      z: z + random.range(-1, 0.4) * wide,
      size: wide * random.range(0.5, 1.1),
      opacity: 0.12,
      colour: times(scene.sky.horizon, 1),
    })
}
