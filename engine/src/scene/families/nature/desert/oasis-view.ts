import { smooth } from '../../../../math/dmath.ts'
import { rgb } from '../../../../solid/palette.ts'
import type { Brief } from '../../../brief.ts'
import { MATERIAL } from '../../../material/material-id.ts'
import { emitter, plain } from '../../../material/paints.ts'
import { gradient2, value2 } from '../../../noise.ts'
import type { Scene } from '../../../scene.ts'
import { loft } from '../../../shape/loft.ts'
import { rectangle } from '../../../shape/outline.ts'
import { terrain } from '../../../shape/terrain.ts'
import { tube } from '../../../shape/tube.ts'
import type { Streams } from '../../../streams.ts'
import { type Rgb, times, type Vec3 } from '../../../vector.ts'
import { lakeSurface } from '../ground/lake-surface.ts'
import { barkOf, clothOf, lakeOf, leaves, masonryOf, sandOf, stoneOf } from '../paints.ts'
import { palm } from '../plant/frond.ts'
import { grass } from '../plant/grass.ts'
import { birds } from '../prop/birds.ts'
import { boulder } from '../prop/boulder.ts'
import { traveller } from '../prop/traveller.ts'
import { openSite, type Site } from '../site.ts'
import { floating, flying, standing } from '../spots.ts'
import { createDunes, desertAir } from './dunes.ts'

/** Palms round a pool between dunes, tents in their shade, pyramids far away. */
export function oasisView(brief: Brief, streams: Streams): Scene {
  const layout = streams('layout')
  const eye = layout.range(2.6, 3.4)
  const site = openSite(brief, streams, (side) => ({
    view: {
      eye: [0, eye, 0],
      target: [layout.range(-3, 3), eye, 100],
      fov: layout.range(54, 62),
      shiftY: 0.16,
    },
    azimuth: side * (brief.mood.time === 'day' ? layout.range(80, 120) : layout.range(34, 66)),
  }))
  const { mesh, scene, side, dim } = site
  const dunes = createDunes(site, 150)
  const off = layout.range(-3, 6)
  const wide = layout.range(12, 24)
  const salt = layout.range(0, 90)
  const uneven = layout.range(0.16, 0.34)
  /** Tents stand at this side. */
  const camp = layout.pick([-side, side])
  const shore = (x: number, z: number) => {
    const dx = (x + side * off) / wide
    const dz = (z - 26) / 16
    return Math.sqrt(dx * dx + dz * dz) + gradient2(x * 0.09 + salt, z * 0.09) * uneven
  }
  const height = (x: number, z: number) => -1.3 + smooth(0.72, 1.32, shore(x, z)) * 2.4 + dunes(x, z) * smooth(1.2, 2.4, shore(x, z))
  const sand: Rgb = brief.mood.time === 'day' ? [0.62, 0.43, 0.25] : [0.6, 0.37, 0.21]
  terrain(mesh, scene.camera, {
    paint: mesh.paint(sandOf(sand, 0.8, 0.02)),
    near: 2,
    far: 5200,
    rows: 340,
    columns: 320,
    halfWidth: 0.66,
    height,
  })
  const light = dim ? 0.3 : 1
  lakeSurface(
    mesh,
    scene.camera,
    mesh.paint(
      lakeOf({
        deep: [0.01 * light, 0.06 * light, 0.055 * light],
        waves: 0.22,
        bed: [0.2 * light, 0.17 * light, 0.09 * light],
        lostAt: 1.1,
      }),
    ),
    90,
    height,
  )
  scene.mirror = { height: 0, material: MATERIAL.lake, resolution: 380 }
  vegetation(site, height, shore)
  pyramids(site, height)
  tents(site, height, camp)
  if (brief.allows('birds'))
    birds(mesh, streams('birds'), {
      count: 7,
      x: side * 20,
      y: 40,
      z: 130,
      spread: 16,
      size: 1.4,
      paint: mesh.paint(plain([0.03, 0.02, 0.02])),
    })
  desertAir(site, sand, [0, 10, 90], 130)
  standing(scene, height, [
    [-camp * 2.2, 48, 3.6],
    [-camp * 8, 49, 3.4],
    [camp * 2.6, 50, 3],
  ])
  floating(scene, [
    [-side * 2, 23, 3.4],
    [side * 5, 28, 3],
  ])
  flying(scene, [
    [side * 12, 20, 60, 7],
    [-side * 14, 26, 80, 8],
  ])
  return scene
}

function vegetation(site: Site, height: (x: number, z: number) => number, shore: (x: number, z: number) => number): void {
  const { mesh, streams, side, brief } = site
  const random = streams('palms')
  const leaf = [leaves(rgb('#2c4a1e'), rgb('#5e7434'), { through: 0.22 }), leaves(rgb('#38521f'), rgb('#6e7a3a'), { through: 0.22 })].map(
    (spec) => mesh.paint(spec),
  )
  const bark = mesh.paint(barkOf(rgb('#7a6248'), 3.2))
  const place = (x: number, z: number, tall: number) => {
    const lean = [random.range(-1.6, 1.6), random.range(-1, 1)] as const
    palm(mesh, random, x, height(x, z) - 0.2, z, tall, lean, random.pick(leaf), bark, z)
  }
  if (brief.allows('trees')) {
    const groups = random.pick([[1], [-1], [1, -1]] as const)
    for (const [x, z, tall] of [
      [-11.5, 17, 9.5],
      [-13.8, 20, 12],
      [-16.2, 23, 8],
      [15.5, 25, 9],
      [18, 30, 11.5],
      [20.5, 34, 8.5],
    ] as const) {
      const size = tall * random.range(0.8, 1.2)
      if (groups.some((group) => group * x > 0)) place(side * x, z, size)
    }
    const limit = random.int(10, 34)
    for (let i = 0, n = 0; i < 260 && n < limit; i++) {
      const x = random.range(-34, 34)
      const z = random.range(24, 74)
      const d = shore(x, z)
      const tall = random.range(6, 12)
      if (d < 1.05 || d > 1.9 || (Math.abs(x) < 9 && z > 40)) continue
      n++
      place(x, z, tall)
    }
  }
  const reed = [leaves(rgb('#4a5a24'), rgb('#8a8a48'), { through: 0.25 }), leaves(rgb('#5a6a2c'), rgb('#a09a58'), { through: 0.25 })].map(
    (s) => mesh.paint(s),
  )
  grass(mesh, streams('reeds'), {
    tries: 15000,
    near: 4,
    far: 62,
    spread: 0.62,
    height: [0.2, 0.85],
    paints: reed,
    ground: (x, z) => {
      const d = shore(x, z)
      return d < 0.98 || d > 1.3 || value2(x * 0.35, z * 0.35) < 0.42 ? null : height(x, z)
    },
  })
  const stone = mesh.paint(stoneOf({ colour: [0.42, 0.32, 0.23], features: 1.6, wet: [0.25, 0] }))
  for (let i = 0; i < 44; i++) {
    const z = random.range(5, 48)
    const x = random.range(-0.5, 0.5) * z
    const radius = random.range(0.15, 0.7)
    const d = shore(x, z)
    if (d < 0.9 || d > 1.9) continue
    boulder(mesh, random, { x, y: height(x, z), z, radius, paint: stone, rings: 12 })
  }
}

function pyramids({ mesh, streams, side, brief }: Site, height: (x: number, z: number) => number): void {
  if (!brief.allows('ruins')) return
  const random = streams('pyramids')
  const stone = mesh.paint(masonryOf({ colour: [0.56, 0.43, 0.29], blockWidth: 9, blockHeight: 4.5, variant: 2 }))
  // none, one alone, two or all three
  const count = random.pick([0, 1, 2, 3, 3] as const)
  const hand = random.pick([-1, 1] as const)
  for (const [x, z, size] of (
    [
      [60, 620, 190],
      [-110, 900, 230],
      [230, 1000, 150],
    ] as const
  ).slice(0, count)) {
    const px = side * hand * x * random.range(0.8, 1.2)
    const turn = random.range(0.4, 0.9)
    const half = size * random.range(0.9, 1.1)
    const foot = height(px, z) - 6
    loft(
      mesh,
      [0, 0.3, 0.6, 0.97].map((t) => ({ y: foot + half * 0.62 * t, points: rectangle(px, z, half * (1 - t), half * (1 - t), turn) })),
      { paint: stone, cap: stone },
    )
  }
}

function tents({ mesh, scene, streams, brief, lit }: Site, height: (x: number, z: number) => number, camp: number): void {
  const random = streams('tents')
  const cloth =
    brief.accent ??
    random.pick([
      [0.5, 0.12, 0.06],
      [0.3, 0.18, 0.06],
      [0.1, 0.2, 0.32],
    ] as const)
  const paint = mesh.paint(clothOf([0.46, 0.38, 0.28], 0.2, times(cloth, 0.7), 8))
  const pole = mesh.paint(plain([0.2, 0.14, 0.09]))
  for (const [x, z, size] of [
    [13, 44, 3.4],
    [19.5, 50, 2.8],
    [7.6, 52, 2.6],
  ] as const) {
    const cx = camp * x
    const y = height(cx, z) - 0.1
    const corners = 8
    mesh.use(paint)
    const at = (i: number, r: number, up: number): Vec3 => {
      const [a, b] = [
        [1, 0],
        [0.7, 0.7],
        [0, 1],
        [-0.7, 0.7],
        [-1, 0],
        [-0.7, -0.7],
        [0, -1],
        [0.7, -0.7],
      ][i % corners] as [number, number]
      return [cx + a * r, y + up, z + b * r]
    }
    for (let i = 0; i < corners; i++) {
      const u = i / corners
      const w = (i + 1) / corners
      const flap = i === 5 ? 0.5 : 0
      const quad = (a: Vec3, b: Vec3, c: Vec3, d: Vec3, low: number, high: number) =>
        mesh.quad(mesh.vertex(...a, low, u), mesh.vertex(...b, low, w), mesh.vertex(...c, high, w), mesh.vertex(...d, high, u))
      quad(at(i, size, size * 0.52), at(i + 1, size, size * 0.52), at(i + 1, 0.12, size * 1.25), at(i, 0.12, size * 1.25), 0, 1)
      if (flap === 0) quad(at(i, size * 1.06, 0), at(i + 1, size * 1.06, 0), at(i + 1, size, size * 0.52), at(i, size, size * 0.52), 0, 0.4)
    }
    tube(
      mesh,
      [
        [cx, y, z],
        [cx, y + size * 1.5, z],
      ],
      { paint: pole, radius: 0.06, sides: 5 },
    )
    if (!lit) continue
    scene.lamps.push({ x: cx, y: y + 1.2, z: z - size * 0.5, colour: [0.9, 0.46, 0.15], range: 9 })
  }
  const fx = camp * 9.5
  const fz = 41
  const fy = height(fx, fz)
  const fire = mesh.paint(emitter([1, 0.48, 0.12], lit ? 5 : 2))
  loft(
    mesh,
    [0, 0.25, 0.7].map((up, i) => ({ y: fy + up, points: rectangle(fx, fz, [0.5, 0.44, 0.04][i]!, [0.5, 0.44, 0.04][i]!, up * 2) })),
    { paint: fire },
  )
  if (brief.allows('people'))
    for (const [dx, dz] of [
      [-1.3, 0.2],
      [1.2, 0.5],
      [0.3, 1.3],
    ] as const)
      traveller(mesh, fx + dx, height(fx + dx, fz + dz), fz + dz, mesh.paint(plain(dz > 1 ? cloth : [0.1, 0.07, 0.06])), 1.7)
  if (!lit) return
  scene.lamps.push({ x: fx, y: fy + 1, z: fz - 0.6, colour: [1.2, 0.56, 0.16], range: 13 })
  scene.glows.push({ x: fx, y: fy + 0.5, z: fz - 0.6, colour: [1, 0.5, 0.16], intensity: 1.6, size: 0.6 })
  scene.lampBox = [
    [-34, -4, 20],
    [34, 14, 70],
  ]
}
