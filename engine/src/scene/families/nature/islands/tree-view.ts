import { cos, sin, TAU } from '../../../../math/dmath.ts'
import { rgb } from '../../../../solid/palette.ts'
import type { Brief } from '../../../brief.ts'
import type { Paint } from '../../../mesh.ts'
import type { Scene } from '../../../scene.ts'
import { tube } from '../../../shape/tube.ts'
import type { Streams } from '../../../streams.ts'
import type { Vec3 } from '../../../vector.ts'
import { cloudSea } from '../ground/cloud-sea.ts'
import { barkOf } from '../paints.ts'
import { leafCard } from '../plant/broadleaf.ts'
import { trees } from '../plant/tree-paints.ts'
import { boulder } from '../prop/boulder.ts'
import { openSite, type Site } from '../site.ts'
import { flying, sightAt } from '../spots.ts'
import { debris, flock, scatter, stance } from './archipelago.ts'
import { highAir, islandPaints } from './high-air.ts'
import { type Island, island, plant, waterfall } from './island.ts'
import { islet } from './islet.ts'

/** One giant tree on a floating island, its roots hanging into the open, small islands around it. */
export function treeView(brief: Brief, streams: Streams): Scene {
  const layout = streams('layout')
  const view = { ...stance(layout, 26), shiftY: 0.2 }
  const site = openSite(brief, streams, (side) => ({
    view,
    azimuth: side * (brief.mood.time === 'day' ? layout.range(50, 110) : layout.range(20, 60)),
  }))
  const { scene, side } = site
  const { near, far } = islandPaints(site)
  const paints = trees(site)
  const v = layout.range(0, 40)
  const home = island(site, {
    x: side * layout.range(-22, 26),
    y: 24,
    z: layout.range(115, 190),
    radius: layout.range(30, 48),
    depth: layout.range(36, 100),
    segments: 72,
    paint: near,
    variant: 5.3 + v,
  })
  worldTree(site, home)
  plant(site, home, { count: Math.round(layout.range(0, 36)), height: layout.range(3, 7), keepFree: [[home.x, home.z, 12]], paints })
  if (brief.allows('waterfall')) {
    const [fx, fz] = home.towards(home.x - side * home.radius * layout.range(0.1, 0.9), home.z - home.radius, 0.97)
    waterfall(site, fx, home.y + 0.4, fz, layout.range(2, 4.5), 78, -side * 0.35, -0.94)
  }
  scatter(site, { near, far, paints, level: 26, variant: v, kept: [home] })
  const nz = layout.range(27, 40)
  const nx = layout.pick([-1, 1] as const) * nz * layout.range(0.12, 0.28)
  const shelf = islet(site, [nx, sightAt(scene.camera, nx, nz) + 0.2, nz], near, v)
  if (layout.chance(0.6)) steps(site, near, shelf, home)
  debris(site, near, view.eye[1])
  cloudSea(site, -130, -66)
  flock(site, 78, 150)
  highAir(site)
  const ahead = (view.target[1] - view.eye[1]) / 100
  flying(scene, [
    [-side * 17, view.eye[1] + ahead * 70 + 16, 70, 8],
    [side * 26, view.eye[1] + ahead * 96 + 26, 96, 9],
  ])
  return scene
}

/** Stones that float in a curve from one island up to another. */
function steps({ mesh, streams, side }: Site, paint: Paint, from: Island, to: Island): void {
  const random = streams('steps')
  const [ax, az] = from.towards(to.x, to.z, 1.1)
  const [bx, bz] = to.towards(from.x, from.z, 1.05)
  const bulge = random.range(-16, 16)
  for (let i = 0; i < 15; i++) {
    const t = i / 14
    boulder(mesh, random, {
      x: ax + (bx - ax) * t + side * bulge * t * (1 - t) * 2,
      y: from.y - 0.6 + (to.y - from.y - 0.6) * t * t + random.range(-0.6, 0.6),
      z: az + (bz - az) * t,
      radius: random.range(1.1, 2) + t * 0.8,
      paint,
      rings: 12,
      flat: 0.55,
    })
  }
}

/** A tree of sixty metres: a twisted trunk, great limbs, a wide crown, roots over the rim. */
function worldTree(site: Site, home: Island): void {
  const { mesh, streams, season } = site
  const random = streams('world tree')
  const { crowns } = trees(site)
  const leaf = crowns[season === 'spring' ? 2 : Math.floor(random.next() * crowns.length)]!
  const second = crowns[Math.floor(random.next() * crowns.length)]!
  const bark = mesh.paint(barkOf(rgb('#5a4636'), 0.5, rgb('#3c4a1e'), 0.5))
  const { x, z } = home
  const y = home.turf(x, z) - 1
  const tall = 58
  const wide = random.range(0.75, 1.2)
  for (let k = 0; k < 7; k++) {
    const a = (TAU * k) / 7
    const at = (up: number, out: number, twist: number): Vec3 => [x + cos(a + twist) * out, y + up, z + sin(a + twist) * out]
    tube(mesh, [at(-3, 7.5, -0.3), at(1, 4.4, 0), at(7, 2.7, 0.5), at(16, 2.1, 1), at(26, 1.7, 1.5)], {
      paint: bark,
      radius: 2.1,
      endRadius: 1.5,
      sides: 10,
    })
  }
  const balls: [number, number, number, number][] = []
  for (let k = 0; k < 15; k++) {
    const a = k * 2.4 + random.range(-0.25, 0.25)
    const out = random.range(12, 27) * wide
    const up = 30 + random.range(0, 16) + (27 - out) * 0.5
    const tip: Vec3 = [x + cos(a) * out, y + up, z + sin(a) * out]
    tube(mesh, [[x, y + 20 + k * 0.4, z], [x + cos(a) * out * 0.4, y + 25 + up * 0.12, z + sin(a) * out * 0.4], tip], {
      paint: bark,
      radius: 1.1,
      endRadius: 0.22,
      sides: 7,
    })
    balls.push([tip[0], tip[1] + 1, tip[2], random.range(6, 9)])
    for (let j = 0; j < 2; j++)
      balls.push([tip[0] + random.range(-7, 7), tip[1] + random.range(-2, 5), tip[2] + random.range(-7, 7), random.range(4, 6.5)])
  }
  for (let k = 0; k < 6; k++)
    balls.push([x + random.range(-8, 8), y + tall + random.range(-8, 2), z + random.range(-8, 8), random.range(6, 8.5)])
  const card = 1.5
  for (const [bx, by, bz, r] of balls) {
    const n = Math.ceil((12.6 * r * r * 0.95) / (card * card * 0.62))
    mesh.use(random.chance(0.75) ? leaf : second, true)
    for (let i = 0; i < n; i++) leafCard(mesh, random, bx, by, bz, r, card, y + 26, 34)
  }
  for (let k = 0; k < 15; k++) {
    const a = (TAU * k) / 15 + random.range(-0.15, 0.15)
    const reach = home.radius * random.range(0.5, 0.82)
    const rim = home.radius * random.range(0.86, 1)
    const hang = random.range(10, 34)
    const at = (out: number, level: number): Vec3 => [x + cos(a) * out, level, z + sin(a) * out]
    tube(
      mesh,
      [
        at(5, y + 1),
        at(reach * 0.6, home.turf(x + cos(a) * reach * 0.6, z + sin(a) * reach * 0.6) + 0.2),
        at(rim, home.y + 0.6),
        at(rim + 1.4, home.y - 3),
        at(rim * 0.98, home.y - hang * 0.6),
        at(rim * 0.92, home.y - hang),
      ],
      {
        paint: bark,
        radius: random.range(0.5, 0.9),
        endRadius: 0.08,
        sides: 6,
      },
    )
  }
}
