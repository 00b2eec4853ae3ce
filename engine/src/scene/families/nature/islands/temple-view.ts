import type { Brief } from '../../../brief.ts'
import { plain } from '../../../material/paints.ts'
import type { Scene } from '../../../scene.ts'
import type { Streams } from '../../../streams.ts'
import { cloudSea } from '../ground/cloud-sea.ts'
import { trees } from '../plant/tree-paints.ts'
import { birds } from '../prop/birds.ts'
import { boulder } from '../prop/boulder.ts'
import { openSite } from '../site.ts'
import { flying } from '../spots.ts'
import { highAir, islandPaints } from './high-air.ts'
import { island, plant, waterfall } from './island.ts'
import { islet } from './islet.ts'
import { ropeBridge } from './rope-bridge.ts'
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
  plant(site, home, { count: 46, height: 8, keepFree: [[tx, tz, 13]], paints })
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
  islet(site, [side * 9.5, 32.4, 39], near, v)
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
  flying(scene, [
    [-side * 12, 52, 62, 7],
    [side * 16, 62, 96, 9],
  ])
  return scene
}
