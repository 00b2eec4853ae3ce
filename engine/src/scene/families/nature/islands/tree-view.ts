import { cos, sin, TAU } from '../../../../math/dmath.ts'
import { rgb } from '../../../../solid/palette.ts'
import type { Brief } from '../../../brief.ts'
import { plain } from '../../../material/paints.ts'
import type { Scene } from '../../../scene.ts'
import { tube } from '../../../shape/tube.ts'
import type { Streams } from '../../../streams.ts'
import type { Vec3 } from '../../../vector.ts'
import { cloudSea } from '../ground/cloud-sea.ts'
import { barkOf } from '../paints.ts'
import { leafCard } from '../plant/broadleaf.ts'
import { trees } from '../plant/tree-paints.ts'
import { birds } from '../prop/birds.ts'
import { boulder } from '../prop/boulder.ts'
import { openSite, type Site } from '../site.ts'
import { flying } from '../spots.ts'
import { highAir, islandPaints } from './high-air.ts'
import { type Island, island, plant, waterfall } from './island.ts'
import { islet } from './islet.ts'

/** One giant tree on a floating island, its roots hanging into the open, small islands around it. */
export function treeView(brief: Brief, streams: Streams): Scene {
  const site = openSite(brief, streams, (side) => ({
    view: { eye: [0, 30, 0], target: [0, 30, 100], fov: 54, shiftY: 0.24 },
    azimuth: side * (brief.mood.time === 'day' ? 70 : 42),
  }))
  const { mesh, scene, side } = site
  const layout = streams('layout')
  const { near, far } = islandPaints(site)
  const paints = trees(site)
  const v = layout.range(0, 40)
  const home = island(site, {
    x: side * layout.range(4, 12),
    y: 24,
    z: 150,
    radius: 40,
    depth: 62,
    segments: 72,
    paint: near,
    variant: 5.3 + v,
  })
  worldTree(site, home)
  plant(site, home, { count: 20, height: 4, keepFree: [[home.x, home.z, 12]], paints })
  if (brief.allows('waterfall')) waterfall(site, home.x - side * 25, 24.5, 130, 3.6, 78, -side * 0.35, -0.94)
  for (const [x, y, z, radius, depth, segments, count, height] of [
    [-62, 12, 120, 13, 26, 44, 9, 5],
    [58, 44, 175, 17, 34, 44, 12, 6],
    [-86, 62, 260, 26, 52, 44, 16, 8],
    [120, 22, 330, 44, 84, 44, 22, 10],
    [-190, 18, 520, 70, 120, 40, 18, 16],
    [210, 96, 640, 64, 110, 36, 12, 18],
    [-60, 120, 760, 60, 100, 32, 0, 0],
    [330, 20, 980, 120, 170, 32, 0, 0],
  ] as const) {
    const at = { x: side * x * layout.range(0.85, 1.15), y: y + layout.range(-6, 6), z }
    const other = island(site, { ...at, radius, depth, segments, paint: z < 280 ? near : far, variant: z * 0.037 + v })
    plant(site, other, { count, height, paints })
  }
  steps(site, near)
  islet(site, [side * 12, 25.4, 40], near, v)
  cloudSea(site, -130, -66)
  if (brief.allows('birds'))
    birds(mesh, streams('birds'), {
      count: 18,
      x: home.x - side * 26,
      y: 78,
      z: 150,
      spread: 24,
      size: 1.5,
      paint: mesh.paint(plain([0.9, 0.9, 0.88])),
    })
  highAir(site)
  flying(scene, [
    [-side * 17, 48, 70, 8],
    [side * 26, 62, 96, 9],
  ])
  return scene
}

/** Stones that float in a curve from the picture's edge up to the island. */
function steps({ mesh, streams, side }: Site, paint: Parameters<Site['mesh']['use']>[0]): void {
  const random = streams('steps')
  for (let i = 0; i < 15; i++) {
    const t = i / 14
    const x = side * (-26 + 24 * t + 10 * t * t)
    boulder(mesh, random, {
      x,
      y: 8 + 13 * t + random.range(-0.6, 0.6),
      z: 44 + 68 * t,
      radius: random.range(1.1, 2) + t * 0.8,
      paint,
      rings: 12,
      flat: 0.55,
    })
  }
  for (let i = 0; i < 26; i++) {
    const z = random.range(90, 380)
    boulder(mesh, random, {
      x: random.range(-0.5, 0.5) * z,
      y: 34 + random.range(-0.3, 0.5) * z,
      z,
      radius: random.range(0.5, 2.6),
      paint,
      rings: 8,
      flat: 1,
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
    const out = random.range(12, 27)
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
