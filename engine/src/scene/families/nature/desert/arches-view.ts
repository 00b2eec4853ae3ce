import { smooth } from '../../../../math/dmath.ts'
import { rgb } from '../../../../solid/palette.ts'
import type { Brief } from '../../../brief.ts'
import { plain } from '../../../material/paints.ts'
import { fbm2, gradient2, ridged2, value2 } from '../../../noise.ts'
import type { Scene } from '../../../scene.ts'
import { terrain } from '../../../shape/terrain.ts'
import type { Streams } from '../../../streams.ts'
import type { Rgb } from '../../../vector.ts'
import { leaves, sandOf, stoneOf } from '../paints.ts'
import { grass } from '../plant/grass.ts'
import { birds } from '../prop/birds.ts'
import { boulder } from '../prop/boulder.ts'
import { traveller } from '../prop/traveller.ts'
import { openSite, type Site } from '../site.ts'
import { flying, standing } from '../spots.ts'
import { saguaro } from './cactus.ts'
import { desertAir, type Sand } from './dunes.ts'
import { butte, rockArch } from './red-rock.ts'

/** A natural arch in a valley of red rock, buttes beyond it, cacti on its floor. */
export function archesView(brief: Brief, streams: Streams): Scene {
  const layout = streams('layout')
  const eye = layout.range(2.2, 3.4)
  const site = openSite(brief, streams, (side) => ({
    view: {
      eye: [0, eye, 0],
      target: [layout.range(-3, 3), eye, 100],
      fov: layout.range(54, 64),
      shiftY: 0.2,
    },
    azimuth: side * (brief.mood.time === 'day' ? layout.range(90, 130) : layout.range(46, 84)),
  }))
  const { mesh, scene, side } = site
  const ox = layout.range(0, 90)
  const bed = (z: number) => side * (5 - z * 0.03) + gradient2(z * 0.02 + ox, 7) * 9
  const floor: Sand = (x, z) => {
    const off = Math.abs(x - bed(z))
    const bank = smooth(2.5, 9, off) * 1.1
    const swell = fbm2(x * 0.012 + ox, z * 0.012, 3) * 3.4 * smooth(20, 120, z)
    const far = smooth(300, 1400, z) * ridged2(x * 0.0016 + ox, z * 0.0016, 4) * 26
    return bank + swell + far + gradient2(x * 0.14, z * 0.14 + ox) * 0.3 - 1
  }
  const soil: Rgb = brief.mood.time === 'day' ? [0.5, 0.22, 0.1] : [0.54, 0.24, 0.12]
  terrain(mesh, scene.camera, {
    paint: mesh.paint(sandOf(soil, 0.5)),
    near: 2,
    far: 5200,
    rows: 300,
    columns: 280,
    halfWidth: 0.66,
    height: floor,
  })
  rocks(site, floor, bed)
  growth(site, floor, bed)
  if (brief.allows('people')) {
    const cloaks = [brief.accent ?? ([0.08, 0.16, 0.34] as const), [0.06, 0.04, 0.03], [0.3, 0.22, 0.14]] as const
    for (const [i, cloak] of cloaks.entries()) {
      const z = 52 + i * 2.6
      const x = bed(z) + side * (i * 1.2 - 1)
      traveller(mesh, x, floor(x, z), z, mesh.paint(plain(cloak)), 1.85)
    }
  }
  if (brief.allows('birds'))
    birds(mesh, streams('birds'), {
      count: 5,
      x: -side * 10,
      y: 62,
      z: 150,
      spread: 18,
      size: 1.6,
      paint: mesh.paint(plain([0.03, 0.02, 0.02])),
    })
  desertAir(site, soil, [0, 25, 130], 190)
  const middle = bed(30) * 0.4
  standing(scene, floor, [
    [middle - side * 1.8, 27, 2.8],
    [middle + side * 3.4, 29.5, 3],
    [middle - side * 6, 33, 3],
  ])
  flying(scene, [
    [side * 12, 26, 70, 8],
    [-side * 18, 30, 90, 8],
  ])
  return scene
}

/** Which walls of rock stand: on both sides, at one, far ones only, none. */
const WALLS: readonly (readonly number[])[] = [[0, 1, 2, 3], [0, 1, 3], [1, 2, 3], [1, 3], []]

/** The arch, walls of rock on both sides, and buttes as far as one sees. */
function rocks(site: Site, floor: Sand, bed: (z: number) => number): void {
  const { mesh, streams, side } = site
  const random = streams('rocks')
  const near = mesh.paint(stoneOf({ colour: [0.6, 0.24, 0.12], features: 0.35, cover: [0.56, 0.28, 0.15], covered: 0.3 }))
  const far = mesh.paint(stoneOf({ colour: [0.56, 0.25, 0.15], features: 0.07 }))
  const ax = side * random.range(-26, 12)
  const az = random.range(78, 140)
  const span = random.range(34, 58)
  rockArch(mesh, {
    at: [ax, floor(ax, az) - 2, az],
    turn: side * random.range(-0.35, 0.1),
    span,
    high: span * random.range(0.56, 0.74),
    thick: span * random.range(0.086, 0.11),
    paint: near,
    variant: random.range(0, 40),
  })
  const walls = [
    [60, 108, 62, 21, 26],
    [96, 190, 84, 30, 40],
    [-72, 150, 66, 22, 30],
    [-118, 236, 96, 34, 44],
  ] as const
  const gorge = random.pick(WALLS)
  for (const [i, [x, z, high, wide, deep]] of walls.entries()) {
    if (!gorge.includes(i)) continue
    const at = { x: side * x * random.range(0.92, 1.08), z: z * random.range(0.95, 1.05) }
    butte(mesh, {
      ...at,
      y: floor(at.x, at.z) - 3,
      high: high * random.range(0.85, 1.15),
      wide,
      deep,
      paint: near,
      variant: random.range(0, 60),
      points: 110,
      scree: 0.24,
    })
  }
  for (const [x, z, high, wide] of [
    [-40, 520, 120, 42],
    [70, 640, 150, 36],
    [-250, 800, 170, 90],
    [330, 1000, 190, 120],
    [20, 1300, 170, 60],
    [-170, 1700, 230, 150],
    [560, 1900, 240, 170],
    [-760, 2100, 270, 260],
  ] as const) {
    const at = { x: side * x * random.range(0.8, 1.2), z: z * random.range(0.9, 1.1) }
    butte(mesh, {
      ...at,
      y: floor(at.x, at.z) - 8,
      high: high * random.range(0.85, 1.15),
      wide: wide * random.range(0.85, 1.2),
      deep: wide * 0.8,
      paint: far,
      variant: random.range(0, 60),
      points: 64,
    })
  }
  for (let i = 0; i < 70; i++) {
    const z = random.range(8, 110)
    const x = random.range(-0.55, 0.55) * z
    const radius = random.range(0.2, 0.7) * (1 + z * 0.014)
    if (z > 22 && z < 38 && Math.abs(x - bed(30) * 0.4) < 9) continue
    boulder(mesh, random, { x, y: floor(x, z), z, radius, paint: near, rings: z < 40 ? 11 : 7 })
  }
}

/** Cacti and dry tufts away from the bed of the stream. */
function growth({ mesh, streams, brief, side, snowy }: Site, floor: Sand, bed: (z: number) => number): void {
  const random = streams('growth')
  if (brief.allows('trees')) {
    const green = [
      leaves(rgb('#2a3a22'), rgb('#46592f'), { through: 0.02 }),
      leaves(rgb('#344028'), rgb('#54613a'), { through: 0.02 }),
    ].map((spec) => mesh.paint(spec))
    const near = [
      [-8.2, 21, 6.4],
      [10.5, 27, 7.2],
      [14, 33, 4.4],
      [-15, 38, 6],
    ] as const
    for (const [x, z, tall] of near) {
      const px = side * x * random.range(0.92, 1.1)
      saguaro(mesh, random, px, floor(px, z), z, tall * random.range(0.85, 1.15), random.pick(green))
    }
    for (let i = 0; i < 34; i++) {
      const z = random.range(40, 150)
      const x = random.range(-0.52, 0.52) * z
      if (Math.abs(x - bed(z)) < 6) continue
      saguaro(mesh, random, x, floor(x, z), z, random.range(3, 7), random.pick(green))
    }
  }
  const tufts = [leaves(rgb('#5c4826'), rgb('#8a7040'), { through: 0.15 }), leaves(rgb('#4a4a2a'), rgb('#6f6a40'), { through: 0.15 })].map(
    (spec) => mesh.paint(snowy ? leaves(rgb('#b8b8b0'), rgb('#e0e0dc')) : spec),
  )
  grass(mesh, streams('tufts'), {
    tries: 9000,
    near: 5,
    far: 90,
    spread: 0.6,
    height: [0.18, 0.6],
    paints: tufts,
    ground: (x, z) => (Math.abs(x - bed(z)) < 3 || value2(x * 0.55, z * 0.55) < 0.7 ? null : floor(x, z)),
  })
}
