import { smooth } from '../../../../math/dmath.ts'
import { rgb } from '../../../../solid/palette.ts'
import type { Brief } from '../../../brief.ts'
import { MATERIAL } from '../../../material/material-id.ts'
import { plain } from '../../../material/paints.ts'
import { fbm2, ridged2, value2 } from '../../../noise.ts'
import type { Scene } from '../../../scene.ts'
import { terrain } from '../../../shape/terrain.ts'
import type { Streams } from '../../../streams.ts'
import type { Rgb } from '../../../vector.ts'
import { lakeSurface } from '../ground/lake-surface.ts'
import { barkOf, ground, lakeOf, leaves, stoneOf } from '../paints.ts'
import { acacia } from '../plant/acacia.ts'
import { baobab } from '../plant/baobab.ts'
import { grass } from '../plant/grass.ts'
import { birds } from '../prop/birds.ts'
import { boulder } from '../prop/boulder.ts'
import { traveller } from '../prop/traveller.ts'
import { openSite, type Site } from '../site.ts'
import { flying, type Room, standing, withKnolls } from '../spots.ts'
import { desertAir } from './dunes.ts'

type Land = (x: number, z: number) => number

/** Where water stands, in metres across and ahead, and how large it is. */
type Pool = { readonly x: number; readonly z: number; readonly wide: number; readonly deep: number }

/** Grass after months without rain, and after the first rains: the ground's two colours, then a blade's. */
const SEASONS: readonly { readonly soil: Rgb; readonly turf: readonly [Rgb, Rgb]; readonly blades: readonly [Rgb, Rgb, Rgb] }[] = [
  { soil: rgb('#8c6238'), turf: [rgb('#927a48'), rgb('#a38a56')], blades: [rgb('#7f6434'), rgb('#ad8f52'), rgb('#c8ac74')] },
  { soil: rgb('#8c6238'), turf: [rgb('#917344'), rgb('#98794a')], blades: [rgb('#75562c'), rgb('#a17e48'), rgb('#bd9c62')] },
  { soil: rgb('#7d5a36'), turf: [rgb('#6a6c3c'), rgb('#8c7c48')], blades: [rgb('#545c2c'), rgb('#7f7e42'), rgb('#a89a5c')] },
]

/** What the plain has besides grass; what comes twice comes twice as often. */
const FORMS = ['plain', 'pool', 'pool', 'kopje', 'hills', 'hills', 'grove'] as const

/** Grass as far as one sees, thorn trees like umbrellas, hills blue with distance. */
export function savannaView(brief: Brief, streams: Streams): Scene {
  const layout = streams('layout')
  const eye = layout.pick([2.2, 3.2, 4.4, 7]) * layout.range(0.9, 1.1)
  const site = openSite(brief, streams, (side) => ({
    view: { eye: [0, eye, 0], target: [layout.range(-3, 3), eye, 100], fov: layout.range(50, 60), shiftY: layout.range(0.08, 0.18) },
    azimuth: side * (brief.mood.time === 'day' ? layout.range(70, 125) : layout.range(16, 62)),
  }))
  const { mesh, scene, side, snowy } = site
  const ox = layout.range(0, 90)
  const form = layout.pick(FORMS)
  const pool: Pool | null =
    form === 'pool'
      ? { x: -side * layout.range(4, 11), z: layout.range(32, 46), wide: layout.range(11, 20), deep: layout.range(7, 11) }
      : null
  const isHilly = form === 'hills'
  const rise = isHilly ? layout.range(90, 210) : layout.pick([0, 40, 90] as const)
  const [foot, top] = isHilly ? [280, 900] : [900, 2400]
  const salt = layout.range(0, 40)
  /** 0 in the middle of the water, 1 at its rim. */
  const rim: Land = (x, z) => {
    if (!pool) return 9
    const [dx, dz] = [(x - pool.x) / pool.wide, (z - pool.z) / pool.deep]
    return Math.sqrt(dx * dx + dz * dz) + 0.3 * (value2(x * 0.12 + ox, z * 0.12) - 0.5)
  }
  const land: Land = (x, z) => {
    const swell = fbm2(x * 0.012 + ox, z * 0.012, 3) * 1.3 * smooth(6, 60, z) + fbm2(x * 0.11, z * 0.11 + ox, 2) * 0.16
    const far = z > foot ? smooth(foot, top, z) * rise * ridged2(x * 0.0011 + salt, z * 0.0011, 5) : 0
    return pool ? -0.9 + smooth(0.7, 1.5, rim(x, z)) * (1.5 + swell) + far : 0.5 + swell + far
  }
  const room: readonly Room[] = [
    [side * 2.4, 15, 2.4],
    [-side * 3.4, 18, 2.6],
    [side * 6.5, 22, 3.2],
  ]
  const height = withKnolls(scene.camera, land, room)
  const season = layout.pick(SEASONS)
  const soil = ground({
    rock: season.soil,
    grass: season.turf[0],
    dryGrass: season.turf[1],
    shore: pool ? 0.35 : -1000,
    shoreBand: 0.8,
    ...(snowy && { snowLine: -2, snowBand: 2 }),
    scale: 1.5,
    rockiness: -0.12,
  })
  terrain(mesh, scene.camera, { paint: mesh.paint(soil), near: 2, far: 5200, rows: 300, columns: 270, halfWidth: 0.68, height })
  if (pool) water(site, height)
  sward(site, height, rim, season.blades, room)
  woods(site, height, rim, form === 'grove' ? GROVE : layout.pick(STANDS))
  if (form === 'kopje') kopje(site, height)
  if (layout.chance(0.4)) mounds(site, height, rim, season.soil)
  if (brief.wants('people'))
    for (const [x, z] of [
      [side * 9, 40],
      [side * 10.4, 41.5],
    ] as const)
      traveller(mesh, x, height(x, z), z, mesh.paint(plain(brief.accent ?? [0.42, 0.06, 0.04])), 1.8)
  if (brief.allows('birds'))
    birds(mesh, streams('birds'), {
      count: 8,
      x: side * 22,
      y: 44,
      z: 150,
      spread: 22,
      size: 1.5,
      paint: mesh.paint(plain([0.03, 0.02, 0.02])),
    })
  desertAir(site, season.soil, [0, 8, 70], 110)
  standing(scene, height, room)
  if (pool) scene.spots.push({ ground: 'water', x: pool.x, y: 0, z: pool.z, radius: 3 })
  flying(scene, [
    [side * 8, 14, 50, 5],
    [-side * 14, 22, 80, 8],
  ])
  return scene
}

/** Where large trees stand, seen with the sun at the right hand; each has room round it. */
const STANDS: readonly (readonly (readonly [x: number, z: number, height: number])[])[] = [
  [
    [-9, 30, 9],
    [17, 62, 8],
  ],
  [
    [11, 27, 8],
    [-19, 54, 10],
    [-6, 88, 8],
  ],
  [[-4, 44, 11]],
  [
    [-12, 36, 7],
    [-17, 44, 10],
    [13, 50, 8],
    [27, 70, 10],
  ],
  [
    [18, 40, 11],
    [-24, 66, 9],
  ],
]

/** Many near one another. */
const GROVE: (typeof STANDS)[number] = [
  [-13, 24, 8],
  [-8, 40, 10],
  [-19, 46, 9],
  [9, 34, 9],
  [16, 48, 10],
  [3, 64, 9],
  [-27, 62, 10],
  [27, 66, 9],
]

function woods({ mesh, streams, side, brief, snowy }: Site, height: Land, rim: Land, stands: (typeof STANDS)[number]): void {
  if (!brief.allows('trees')) return
  const random = streams('thorn trees')
  /** Large ones are of one kind. */
  const isBaobab = random.chance(0.3)
  const snow = snowy ? 0.8 : 0
  const crowns = [
    leaves(rgb('#3a4520'), rgb('#6a7236'), { snow, through: 0.16 }),
    leaves(rgb('#44491f'), rgb('#7d7c3c'), { snow, through: 0.16 }),
  ].map((spec) => mesh.paint(spec))
  const bark = mesh.paint(barkOf(rgb('#5a4936'), 2.4))
  const plant = (x: number, z: number, tall: number) => {
    if (rim(x, z) < 1.2) return
    acacia(mesh, random, { x, y: height(x, z) - 0.1, z, height: tall, distance: z }, random.pick(crowns), bark)
  }
  const grey = mesh.paint(barkOf(rgb('#7d6b5a'), 1.1))
  const leafy = random.pick([0.35, 0.7, 1])
  for (const [across, ahead, tall] of stands) {
    const [x, z] = [side * across * random.range(0.9, 1.15), ahead * random.range(0.92, 1.1)]
    const grown = tall * random.range(0.9, 1.15)
    if (!isBaobab) plant(x, z, grown)
    else if (rim(x, z) > 1.2)
      baobab(mesh, random, { x, y: height(x, z) - 0.1, z, height: grown * 1.25, distance: z }, crowns[1]!, grey, leafy)
  }
  const limit = brief.wants('trees') || brief.density === 'dense' ? 190 : brief.density === 'sparse' ? 22 : 95
  const salt = random.range(0, 90)
  for (let i = 0, n = 0; i < 1400 && n < limit; i++) {
    const q = random.next()
    const z = 85 + 1300 * q * q
    const x = random.range(-0.66, 0.66) * (z + 12)
    const tall = random.range(5, 10)
    if (value2(x * 0.012 + salt, z * 0.012) < 0.45) continue
    n++
    plant(x, z, tall)
  }
}

/** Grass in tufts: high between the tracks of animals, short where they stand. */
function sward({ mesh, streams }: Site, height: Land, rim: Land, blades: readonly Rgb[], room: readonly Room[]): void {
  const [root, blade, tip] = blades as readonly [Rgb, Rgb, Rgb]
  const paints = [
    mesh.paint(leaves(root, blade, { through: 0.25 })),
    mesh.paint(leaves(blade, tip, { through: 0.3 })),
    mesh.paint(leaves(root, tip, { through: 0.3 })),
  ]
  const isTrodden = (x: number, z: number) => room.some(([rx, rz, r]) => (x - rx) * (x - rx) + (z - rz) * (z - rz) < r * r)
  const grows = (least: number) => (x: number, z: number) =>
    rim(x, z) < 1.15 || value2(x * 0.3, z * 0.3) < least || (least > 0.3 && isTrodden(x, z)) ? null : height(x, z)
  const random = streams('grass')
  grass(mesh, random, { tries: 9000, near: 3, far: 48, spread: 0.66, height: [0.1, 0.3], paints, ground: grows(0.12) })
  grass(mesh, random, { tries: 15000, near: 3.4, far: 90, spread: 0.66, height: [0.35, 0.85], paints, ground: grows(0.46) })
}

/** Still water that mirrors the sky, where animals come to drink. */
function water({ mesh, scene, dim }: Site, height: Land): void {
  const light = dim ? 0.3 : 1
  const paint = lakeOf({
    deep: [0.05 * light, 0.07 * light, 0.05 * light],
    waves: 0.12,
    bed: [0.22 * light, 0.16 * light, 0.09 * light],
    lostAt: 1,
  })
  lakeSurface(mesh, scene.camera, mesh.paint(paint), 80, height)
  scene.mirror = { height: 0, material: MATERIAL.lake, resolution: 360 }
}

/** Termites' mounds, as red as the soil under the grass. */
function mounds({ mesh, streams }: Site, height: Land, rim: Land, soil: Rgb): void {
  const random = streams('mounds')
  const paint = mesh.paint(stoneOf({ colour: [soil[0] * 1.05, soil[1] * 0.9, soil[2] * 0.8], features: 3 }))
  for (let i = 0; i < 7; i++) {
    const z = random.range(24, 80)
    const x = random.range(-0.5, 0.5) * z
    const tall = random.range(0.9, 2.6)
    if (rim(x, z) < 1.3 || Math.abs(x) < 5) continue
    const y = height(x, z)
    for (const [dx, up, radius] of [
      [0, 0, 0.42],
      [0.05, 0.35, 0.33],
      [0.02, 0.68, 0.24],
      [0.18, 0.12, 0.26],
      [0, 0.92, 0.14],
    ] as const)
      boulder(mesh, random, { x: x + dx * tall, y: y + up * tall, z, radius: radius * tall, paint, rings: 9, flat: 1.1 })
  }
}

/** Granite that looks out of the plain: great round stones on one another. */
function kopje({ mesh, streams, side }: Site, height: Land): void {
  const random = streams('kopje')
  const stone = mesh.paint(stoneOf({ colour: [0.4, 0.3, 0.22], features: 0.5, cover: [0.3, 0.26, 0.12], covered: 0.12 }))
  const x = side * random.pick([-20, -15, 16, 22]) * random.range(0.9, 1.2)
  const z = random.range(50, 76)
  for (const [dx, dz, up, radius] of [
    [0, 0, 1, 7],
    [-8, -2, 0.6, 5],
    [8, 1, 0.4, 5.4],
    [2, -2, 7, 4.2],
    [-4, 1, 5.6, 3.4],
    [13, -4, 0.2, 2.8],
    [-13, -5, 0, 2.2],
    [4, -7, 0.2, 2.6],
  ] as const) {
    const [sx, sz] = [x + dx * random.range(0.85, 1.15), z + dz]
    boulder(mesh, random, { x: sx, y: height(sx, sz) + up, z: sz, radius: radius * random.range(0.85, 1.15), paint: stone, rings: 12 })
  }
}
