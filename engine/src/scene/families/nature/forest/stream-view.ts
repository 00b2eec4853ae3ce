import { sin, smooth } from '../../../../math/dmath.ts'
import { rgb } from '../../../../solid/palette.ts'
import type { Brief } from '../../../brief.ts'
import { MATERIAL } from '../../../material/material-id.ts'
import { fbm2, value2 } from '../../../noise.ts'
import type { Scene } from '../../../scene.ts'
import { terrain } from '../../../shape/terrain.ts'
import { tube } from '../../../shape/tube.ts'
import type { Streams } from '../../../streams.ts'
import type { Vec3 } from '../../../vector.ts'
import { lakeSurface } from '../ground/lake-surface.ts'
import { barkOf, ground, lakeOf, planksOf, snowOf, stoneOf } from '../paints.ts'
import { boulder } from '../prop/boulder.ts'
import { FOREST_FLOOR } from '../season.ts'
import { openSite, type Site } from '../site.ts'
import { floating, flying, standing } from '../spots.ts'
import { wood } from './canopy.ts'
import { undergrowth } from './floor.ts'
import { forestAir } from './forest-air.ts'

/** Up a brook among mossy stones to a small wooden bridge. */
export function streamView(brief: Brief, streams: Streams): Scene {
  const layout = streams('layout')
  const eye = layout.range(1.7, 3.6)
  const site = openSite(brief, streams, (side) => ({
    view: {
      eye: [0, eye, 0],
      target: [layout.range(-2, 2), eye + 0.1 - (eye - 1.7) * 0.9, 30],
      fov: layout.range(50, 62),
      shiftY: layout.range(0, 0.08),
    },
    azimuth: layout.pick([-1, 1, 1] as const) * side * layout.range(18, 70),
  }))
  const { mesh, scene, side, season, snowy, dim } = site
  const random = streams('land')
  const ox = random.range(0, 99)
  const bend = random.range(0, 6)
  const sway = random.range(0.8, 3.4)
  const wind = random.range(0.08, 0.15)
  const slim = random.range(-0.5, 0.5)
  const brook = (z: number) => side * (sway * sin(z * wind + bend) * smooth(0, 14, z) + z * 0.02)
  const off = (x: number, z: number) =>
    Math.abs(x - brook(z)) - (0.5 * value2(z * 0.4, 7) + 0.35 * value2(z * 1.3, x > brook(z) ? 3 : 9)) + slim
  const height = (x: number, z: number) => {
    const d = off(x, z)
    return (
      -0.55 +
      smooth(0.7, 2.6, d) * 1.25 +
      smooth(2, 14, d) * 1.9 +
      fbm2(x * 0.08 + ox, z * 0.08, 3) * 1.2 * smooth(1, 5, d) +
      fbm2(x * 0.5, z * 0.5, 2) * 0.16
    )
  }
  const [grass, dry] = FOREST_FLOOR[season]
  const soil = ground({
    rock: rgb('#5a4a3a'),
    grass,
    dryGrass: season === 'autumn' ? rgb('#7a4a22') : dry,
    scale: 0.8,
    bump: 1.2,
    rockiness: -0.3,
    shore: 0.06,
    shoreBand: 0.25,
  })
  terrain(mesh, scene.camera, {
    paint: mesh.paint(snowy ? snowOf() : soil),
    near: 1.2,
    far: 320,
    rows: 160,
    columns: 170,
    halfWidth: 0.8,
    height,
  })
  const light = dim ? 0.35 : 1
  const water = lakeOf({
    deep: [0.014 * light, 0.022 * light, 0.016 * light],
    waves: 0.55,
    scale: 0.35,
    bed: [0.06 * light, 0.05 * light, 0.03 * light],
    lostAt: 0.6,
  })
  lakeSurface(mesh, scene.camera, mesh.paint(water), 120, height)
  scene.mirror = { height: 0, material: MATERIAL.lake, resolution: 300 }
  const free = (x: number, z: number, margin = 0) => off(x, z) > 2 + margin * 0.6
  wood(site, height, free)
  undergrowth(site, height, (x, z) => off(x, z) > 1.7)
  stones(site, brook, height)
  const over = layout.range(13, 22)
  if (brief.allows('bridge')) bridge(site, brook(over), over, height)
  forestAir(site)
  standing(scene, height, [
    [brook(9) + side * 3, 9, 0.9],
    [brook(12) - side * 3.2, 12, 1],
  ])
  if (brief.allows('bridge'))
    standing(scene, () => Math.max(height(brook(over) - 3.7, over), height(brook(over) + 3.7, over), 0.7) + 0.6, [[brook(over), over, 0.6]])
  floating(scene, [[brook(7), 7, 0.6]])
  flying(scene, [[brook(13), 4.4, 13, 0.9]])
  return scene
}

function stones({ mesh, streams, snowy }: Site, brook: (z: number) => number, height: (x: number, z: number) => number): void {
  const random = streams('stones')
  const cover = snowy ? rgb('#e8edf4') : rgb('#3c4a1e')
  const mossy = mesh.paint(stoneOf({ colour: [0.15, 0.145, 0.14], features: 2.4, covered: 0.8, cover, wet: [0.18, 0.02] }))
  const bare = mesh.paint(stoneOf({ colour: [0.2, 0.19, 0.18], features: 2.8, covered: 0.2, cover, wet: [0.14, 0.02] }))
  for (let i = 0; i < 95; i++) {
    const q = random.next()
    const z = 2.8 + 32 * q * q
    const x = brook(z) + random.range(-1, 1) * (i < 50 ? 1.7 : 3.4)
    const radius = random.range(0.1, 0.42) * (i % 9 === 0 ? 1.9 : 1)
    boulder(mesh, random, {
      x,
      y: Math.max(height(x, z), -0.14) + radius * 0.12,
      z,
      radius,
      paint: random.chance(0.6) ? mossy : bare,
      rings: z < 12 ? 14 : 9,
      flat: 0.62,
    })
  }
}

/** A footbridge of planks with rails, bowed upwards. */
function bridge({ mesh, streams }: Site, x0: number, z: number, height: (x: number, z: number) => number): void {
  const random = streams('bridge')
  const half = 3.7
  const foot = Math.max(height(x0 - half, z), height(x0 + half, z), 0.7) + 0.1
  const deck = (a: number): number => foot + 0.55 * (1 - a * a)
  const board = mesh.paint(planksOf(rgb('#7a6650'), 1))
  const beam = mesh.paint(barkOf(rgb('#5a4836'), 2, rgb('#3c4a1e'), 0.4))
  for (let i = 0; i < 30; i++) {
    const a = (i / 30) * 2 - 1
    const b = a + (2 / 30) * 0.88
    const wob = random.range(-0.03, 0.03)
    mesh.use(board)
    const p: Vec3[] = [
      [x0 + a * half, deck(a), z - 0.7 + wob],
      [x0 + b * half, deck(b), z - 0.7 + wob],
      [x0 + b * half, deck(b), z + 0.7 + wob],
      [x0 + a * half, deck(a), z + 0.7 + wob],
    ]
    const v = p.map((q, k) => mesh.vertex(q[0], q[1], q[2], (k > 1 ? 1.4 : 0) + i * 3, 0.3 + (k === 1 || k === 2 ? 0.2 : 0)))
    mesh.quad(v[0]!, v[1]!, v[2]!, v[3]!)
    mesh.panel([p[0]![0], p[0]![1] - 0.06, p[0]![2]], [p[1]![0], p[1]![1] - 0.06, p[1]![2]], p[1]!, p[0]!)
  }
  for (const q of [-0.62, 0.62]) {
    const line = (up: number): Vec3[] => Array.from({ length: 9 }, (_, i) => [x0 + (i / 4 - 1) * half, deck(i / 4 - 1) + up, z + q])
    tube(mesh, line(-0.12), { paint: beam, radius: 0.1, sides: 7 })
    tube(mesh, line(0.85), { paint: beam, radius: 0.05, sides: 6 })
    for (let i = 0; i < 5; i++) {
      const a = (i / 4) * 1.9 - 0.95
      tube(
        mesh,
        [
          [x0 + a * half, deck(a) - 0.3, z + q],
          [x0 + a * half, deck(a) + 0.95, z + q],
        ],
        { paint: beam, radius: 0.055, sides: 6 },
      )
    }
  }
}
