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
import { boulder } from '../prop/boulder.ts'
import { openSite, type Site } from '../site.ts'
import { flying, sightAt } from '../spots.ts'
import { debris, flock, scatter } from './archipelago.ts'
import { highAir, islandPaints } from './high-air.ts'
import { type Island, island, plant, waterfall } from './island.ts'
import { islet } from './islet.ts'

/** Radius and height of each step, from the top down. */
const STEPS = [
  [36, 62],
  [31, 46],
  [27, 32],
  [22, 19],
] as const

/** A stair of floating islands: water falls from pool to pool and into the clouds, an airship passes. */
export function cascadeView(brief: Brief, streams: Streams): Scene {
  const layout = streams('layout')
  const eye = layout.range(50, 92)
  const drop = 7 + (eye - 50) * 0.42
  const site = openSite(brief, streams, (side) => ({
    view: { eye: [0, eye, 0], target: [layout.range(-8, 8), eye - drop, 100], fov: layout.range(48, 60), shiftY: 0.06 },
    azimuth: side * (brief.mood.time === 'day' ? layout.range(60, 110) : layout.range(30, 66)),
  }))
  const { mesh, scene, side } = site
  const { near, far } = islandPaints(site)
  const paints = trees(site)
  const v = layout.range(0, 40)
  const nz = layout.range(23, 36)
  const nx = layout.pick([-1, -1, 1] as const) * side * nz * layout.range(0.06, 0.3)
  islet(site, [nx, sightAt(scene.camera, nx, nz) + 0.2, nz], near, v)
  const kept = stair(site, near, paints, v)
  scatter(site, { near, far, paints, level: 44, variant: v, kept })
  debris(site, near, eye)
  const passing = layout.chance(0.5)
  if (passing || brief.accent)
    putThing(mesh, AIRCRAFT.airship(layout, brief.accent), {
      x: -side * layout.range(34, 44),
      y: eye - drop * 1.28 + layout.range(30, 38),
      z: 128,
      yaw: side * layout.range(1.2, 1.9),
      scale: 2.4,
    })
  cloudSea(site, -100, -46)
  flock(site, 62, 120)
  highAir(site)
  flying(scene, [
    [-side * 13, eye - drop * 0.6 + 2, 60, 6],
    [side * 20, eye - drop * 0.92 + 12, 92, 8],
  ])
  return scene
}

/** Islands that hang one below the other, each with a pool that spills onto the next. */
function stair(site: Site, paint: Parameters<Site['mesh']['use']>[0], paints: ReturnType<typeof trees>, v: number): readonly Island[] {
  const { mesh, scene, side, streams, brief } = site
  const random = streams('stair')
  const size = random.range(0.8, 1.12)
  const keel = random.range(0.8, 2)
  const dim = scene.night > 0.45
  const water = mesh.paint(plain(times(rgb('#2f7f92'), dim ? 0.25 : 0.8), 0.9, 1))
  let x = side * random.range(6, 56)
  let z = random.range(180, 215)
  let hand = -side
  const turns = random.chance(0.6)
  const steps: Island[] = []
  for (const [i, [broad, y]] of STEPS.entries()) {
    const radius = broad * size
    if (i > 0) {
      const reach = STEPS[i - 1]![0] * size * 0.86 + radius * 0.55
      x += hand * 0.72 * reach
      z -= 0.69 * reach
      if (turns || i === 2) hand = -hand
    }
    steps.push(island(site, { x, y, z, radius, depth: radius * keel, segments: 80, paint, variant: i * 9.7 + v, hills: 0.22 }))
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
  return steps
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
