import type { Brief } from '../../../brief.ts'
import type { Scene } from '../../../scene.ts'
import type { Streams } from '../../../streams.ts'
import { cloudSea } from '../ground/cloud-sea.ts'
import { trees } from '../plant/tree-paints.ts'
import { openSite } from '../site.ts'
import { flying, sightAt } from '../spots.ts'
import { debris, flock, scatter, stance } from './archipelago.ts'
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
  const layout = streams('layout')
  const view = stance(layout, 36)
  const site = openSite(brief, streams, (side) => ({
    view,
    azimuth: side * (brief.mood.time === 'day' ? layout.range(50, 110) : layout.range(24, 62)),
  }))
  const { scene, side } = site
  const { near, far } = islandPaints(site)
  const paints = trees(site)
  const v = layout.range(0, 40)
  const home = island(site, {
    x: -side * layout.range(-8, 24),
    y: 36,
    z: layout.range(105, 165),
    radius: layout.range(32, 50),
    depth: layout.range(44, 110),
    segments: 72,
    paint: near,
    variant: 3.1 + v,
  })
  const tx = home.x + side * layout.range(-10, 10)
  const tz = home.z - home.radius * layout.range(0.02, 0.24)
  temple(site, tx, home.turf(tx, tz) - 1, tz, brief.accent ?? layout.pick(DOMES))
  plant(site, home, { count: Math.round(layout.range(6, 50)), height: layout.range(5, 10), keepFree: [[tx, tz, 13]], paints })
  const second = island(site, {
    x: home.x + side * layout.range(68, 96),
    y: layout.range(30, 66),
    z: home.z + layout.range(20, 90),
    radius: layout.range(18, 36),
    depth: layout.range(36, 80),
    segments: 52,
    paint: near,
    variant: 8.7 + v,
  })
  plant(site, second, { count: 26, height: 9, paints })
  if (brief.allows('waterfall')) {
    const [fx, fz] = home.towards(home.x + side * home.radius * layout.range(0.2, 0.9), home.z - home.radius, 0.97)
    waterfall(site, fx, home.y + 0.5, fz, layout.range(2.5, 5), 75, side * 0.35, -0.94)
    const [sx, sz] = second.towards(second.x - side * 10, second.z - 30, 0.97)
    waterfall(site, sx, second.y + 0.3, sz, 3, 80, 0, -1)
  }
  scatter(site, { near, far, paints, level: 36, variant: v, kept: [home, second] })
  const nz = layout.range(26, 40)
  const nx = layout.pick([-1, 1] as const) * nz * layout.range(0.1, 0.32)
  islet(site, [nx, sightAt(scene.camera, nx, nz) + 0.2, nz], near, v)
  debris(site, near, view.eye[1])
  if (brief.allows('bridge')) {
    const [ax, az] = home.towards(second.x, second.z, 0.93)
    const [bx, bz] = second.towards(home.x, home.z, 0.93)
    ropeBridge(site, [ax, home.turf(ax, az) + 0.4, az], [bx, second.turf(bx, bz) + 0.4, bz])
  }
  cloudSea(site, -120, -60)
  flock(site, 66, 170)
  highAir(site)
  const ahead = (view.target[1] - view.eye[1]) / 100
  flying(scene, [
    [-side * 12, view.eye[1] + ahead * 62 + 10, 62, 7],
    [side * 16, view.eye[1] + ahead * 96 + 18, 96, 9],
  ])
  return scene
}
