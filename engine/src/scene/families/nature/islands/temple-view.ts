import { mix } from '../../../../math/dmath.ts'
import type { Brief } from '../../../brief.ts'
import { plain } from '../../../material/paints.ts'
import type { Scene } from '../../../scene.ts'
import { tube } from '../../../shape/tube.ts'
import type { Streams } from '../../../streams.ts'
import type { Vec3 } from '../../../vector.ts'
import { cloudSea } from '../ground/cloud-sea.ts'
import { trees } from '../plant/tree-paints.ts'
import { birds } from '../prop/birds.ts'
import { boulder } from '../prop/boulder.ts'
import { openSite, type Site } from '../site.ts'
import { highAir, islandPaints } from './high-air.ts'
import { island, plant, waterfall } from './island.ts'
import { temple } from './temple.ts'

const DOMES = [
  [0.5, 0.2, 0.12],
  [0.1, 0.28, 0.34],
  [0.55, 0.4, 0.14],
  [0.16, 0.32, 0.2],
] as const

/** A temple on a floating island, others around it, waterfalls and a rope bridge, above a sea of cloud. */
export function templeView(brief: Brief, streams: Streams): Scene {
  const site = openSite(brief, streams, (side) => ({
    view: { eye: [0, 40, 0], target: [0, 38, 100], fov: 52, shiftY: 0.1 },
    azimuth: side * (brief.mood.time === 'day' ? 66 : 48),
  }))
  const { mesh, scene, side } = site
  const layout = streams('layout')
  const { near, far } = islandPaints(site)
  const paints = trees(site)
  const v = layout.range(0, 40)
  const home = island(site, {
    x: -side * layout.range(14, 22),
    y: 36,
    z: 150,
    radius: 46,
    depth: 78,
    segments: 72,
    paint: near,
    variant: 3.1 + v,
  })
  const tx = home.x + side * 6
  const tz = home.z - 4
  temple(site, tx, home.turf(tx, tz) - 1, tz, brief.accent ?? layout.pick(DOMES))
  plant(site, home, { count: 46, height: 8, keepFree: [tx, tz, 13], paints })
  const second = island(site, {
    x: side * layout.range(56, 68),
    y: layout.range(50, 62),
    z: 230,
    radius: 34,
    depth: 66,
    segments: 52,
    paint: near,
    variant: 8.7 + v,
  })
  plant(site, second, { count: 26, height: 9, paints })
  if (brief.allows('waterfall')) {
    waterfall(site, home.x + side * 30, 36.5, 129, 4.4, 75, side * 0.35, -0.94)
    waterfall(site, second.x - side * 10, second.y, 203, 3.4, 80, 0, -1)
  }
  for (const [x, y, z, radius, depth, segments, count, height] of [
    [-118, 74, 330, 46, 90, 48, 22, 11],
    [20, 96, 480, 52, 100, 40, 18, 14],
    [230, 40, 620, 90, 150, 40, 20, 18],
    [-330, 30, 800, 110, 170, 40, 0, 0],
    [120, 150, 900, 80, 130, 32, 0, 0],
    [-100, 10, 1000, 130, 190, 32, 0, 0],
  ] as const) {
    const at = { x: side * x * layout.range(0.85, 1.15), y: y + layout.range(-8, 8), z }
    const other = island(site, { ...at, radius, depth, segments, paint: far, variant: z * 0.037 + v })
    plant(site, other, { count, height, paints })
  }
  const islet = island(site, { x: side * 17, y: 27.5, z: 52, radius: 8.5, depth: 15, segments: 44, paint: near, variant: 71 + v })
  plant(site, islet, { count: 9, height: 5, paints })
  const debris = streams('debris')
  for (let i = 0; i < 30; i++) {
    const z = debris.range(90, 420)
    boulder(mesh, debris, {
      x: debris.range(-0.5, 0.5) * z,
      y: 40 + debris.range(-0.35, 0.4) * z,
      z,
      radius: debris.range(0.6, 3),
      paint: near,
      rings: 7,
      flat: 1,
    })
  }
  if (brief.allows('bridge')) ropeBridge(site, [home.x + side * 36, 37.5, 152], [second.x - side * 25, second.y + 0.5, 222])
  cloudSea(site, -120, -60)
  if (brief.allows('birds'))
    birds(mesh, streams('birds'), {
      count: 14,
      x: side * 24,
      y: 66,
      z: 170,
      spread: 26,
      size: 1.7,
      paint: mesh.paint(plain([0.9, 0.9, 0.88])),
    })
  highAir(site)
  return scene
}

/** Planks and hand ropes that sag between two points. */
function ropeBridge({ mesh }: Site, from: Vec3, to: Vec3): void {
  const timber = mesh.paint(plain([0.2, 0.13, 0.08]))
  const at = (t: number): Vec3 => [mix(from[0], to[0], t), mix(from[1], to[1], t) - 18 * t * (1 - t), mix(from[2], to[2], t)]
  for (let i = 1; i <= 40; i++) {
    const p = at((i - 1) / 40)
    const n = at(i / 40)
    const e: Vec3 = [mix(p[0], n[0], 0.8), mix(p[1], n[1], 0.8), mix(p[2], n[2], 0.8)]
    mesh.use(timber)
    mesh.panel(
      [p[0] - 0.9, p[1], p[2] + 0.5],
      [p[0] + 0.9, p[1], p[2] - 0.5],
      [e[0] + 0.9, e[1], e[2] - 0.5],
      [e[0] - 0.9, e[1], e[2] + 0.5],
    )
    for (const q of [-1, 1])
      tube(
        mesh,
        [
          [p[0] + q * 0.9, p[1] + 1.5, p[2] - q * 0.5],
          [n[0] + q * 0.9, n[1] + 1.5, n[2] - q * 0.5],
        ],
        { paint: timber, radius: 0.12, sides: 3 },
      )
  }
}
