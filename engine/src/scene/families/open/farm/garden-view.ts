import { cos, sin, smooth } from '../../../../math/dmath.ts'
import { rgb } from '../../../../solid/palette.ts'
import type { Brief } from '../../../brief.ts'
import { MATERIAL } from '../../../material/material-id.ts'
import { fbm2, value2 } from '../../../noise.ts'
import type { Scene } from '../../../scene.ts'
import { terrain } from '../../../shape/terrain.ts'
import { tube } from '../../../shape/tube.ts'
import type { Streams } from '../../../streams.ts'
import { type Rgb, times, type Vec3 } from '../../../vector.ts'
import { lakeSurface } from '../../nature/ground/lake-surface.ts'
import { ground, lakeOf, leaves, planksOf, stoneOf } from '../../nature/paints.ts'
import { broadleaf, leafCard } from '../../nature/plant/broadleaf.ts'
import { flower, grass } from '../../nature/plant/grass.ts'
import { trees } from '../../nature/plant/tree-paints.ts'
import { boulder } from '../../nature/prop/boulder.ts'
import { TURF } from '../../nature/season.ts'
import { openSite, type Site } from '../../nature/site.ts'
import { floating, flying, standing } from '../../nature/spots.ts'
import { cottage, fence } from '../prop/farmyard.ts'
import { lilies } from '../swamp/bog.ts'
import { climbers } from './climbers.ts'
import { copses, countryAir } from './country.ts'
import { lane } from './path.ts'

type Land = (x: number, z: number) => number

const BEDS: readonly (readonly Rgb[])[] = [
  [rgb('#d83c4c'), rgb('#f0a0b0'), rgb('#f4f0e8'), rgb('#a83c78')],
  [rgb('#7c5cc8'), rgb('#b49ce0'), rgb('#f4e8f4'), rgb('#4c5cc8')],
  [rgb('#f0b830'), rgb('#e87828'), rgb('#d83c28'), rgb('#f8e8a0')],
  [rgb('#e87ca0'), rgb('#f4c8d4'), rgb('#8c5cc0'), rgb('#f8f4f0')],
  [rgb('#4c78d8'), rgb('#f0d040'), rgb('#f4f4f0'), rgb('#9c4cb0')],
]

/** A garden in flower before a cottage: a path between beds and an arch of roses, or a pond under a bridge. */
export function gardenView(brief: Brief, streams: Streams): Scene {
  const layout = streams('layout')
  const pond = layout.chance(0.5) || brief.wants('bridge')
  const eye = layout.range(1.8, 2.8)
  const site = openSite(brief, streams, (side) => ({
    view: { eye: [0, eye, 0], target: [side * layout.range(-3, 3), eye + 0.9, 40], fov: layout.range(46, 60), shiftY: 0.1 },
    azimuth: side * (brief.mood.time === 'day' ? layout.range(50, 110) : layout.range(26, 54)),
  }))
  const { mesh, scene, side, snowy, season, dim } = site
  const hx = -side * layout.range(-2, 8)
  const hz = layout.range(25, 36)
  const bend = layout.range(0, 6)
  const px = side * layout.range(1, 3.4)
  const pz = layout.range(12.5, 15)
  const shore = (x: number, z: number) => {
    const dx = (x - px) / 6.6
    const dz = (z - pz) / 5.6
    return Math.sqrt(dx * dx + dz * dz) + 0.14 * (value2(x * 0.4, z * 0.4) - 0.5)
  }
  const base: Land = (x, z) => fbm2(x * 0.05 + bend, z * 0.05, 3) * 0.7 + smooth(50, 160, z) * 14 * value2(x * 0.01 + bend, z * 0.01)
  const height: Land = (x, z) =>
    pond ? Math.max(base(x, z), 0.3) * smooth(1, 1.24, shore(x, z)) - 1.1 * smooth(1.12, 0.8, shore(x, z)) : base(x, z)
  const way = (z: number) =>
    pond
      ? px + side * -7.4 * smooth(0, 6, z) * smooth(34, 20, z) + (hx - px) * smooth(20, hz, z)
      : side * 0.7 * sin(z * 0.14 + bend) + hx * smooth(8, hz, z)
  const [from, to] = TURF[season]
  const snow = rgb('#e4eaf2')
  terrain(mesh, scene.camera, {
    paint: mesh.paint(
      ground({ rock: rgb('#5c4c3a'), grass: snowy ? snow : from, dryGrass: snowy ? snow : to, scale: 1, bump: 0.8, rockiness: -0.4 }),
    ),
    near: 1.3,
    far: 700,
    rows: 220,
    columns: 200,
    halfWidth: 0.8,
    height,
  })
  lane(site, mesh.paint(stoneOf({ colour: [0.36, 0.27, 0.18], features: 2.2 })), way, pond ? 0.8 : 0.95, 1.3, hz - 3.6, height)
  if (pond) {
    const light = dim ? 0.3 : 1
    lakeSurface(
      mesh,
      scene.camera,
      mesh.paint(
        lakeOf({
          deep: [0.01 * light, 0.03 * light, 0.025 * light],
          waves: 0.12,
          scale: 0.5,
          bed: [0.05 * light, 0.05 * light, 0.03 * light],
          lostAt: 0.9,
        }),
      ),
      40,
      height,
    )
    scene.mirror = { height: 0, material: MATERIAL.lake, resolution: 340 }
    lilies(site, height, 46)
    if (brief.allows('bridge')) bridge(site, px, pz, side)
  } else arch(site, way, height)
  const turn = side * layout.range(-0.1, 0.35)
  const size = layout.range(1, 1.3)
  const bed = layout.pick(BEDS)
  cottage(site, hx, height(hx, hz), hz, turn, {
    wall: layout.pick(['plaster', 'stone', 'plaster'] as const),
    roof: brief.accent ?? layout.pick([rgb('#7c6440'), rgb('#8c4a34'), rgb('#5c6068')]),
    size,
  })
  climbers(site, { x: hx, y: height(hx, hz), z: hz, turn, size }, bed)
  scene.lampBox = [
    [hx - 18, -1, 6],
    [hx + 18, 10, hz + 8],
  ]
  const free: (x: number, z: number) => number = (x, z) =>
    Math.min(Math.abs(x - way(z)) - 0.9, pond ? (shore(x, z) - 1.12) * 6 : 9, z > hz - 5 ? Math.abs(x - hx) - 6 : 9)
  planting(site, height, free, bed)
  edges(site, height, way, hx, hz, pond ? shore : null)
  copses(site, height, 46, hz + 12, 150, () => true)
  countryAir(site, 46)
  scene.fog.far = 500
  if (pond) {
    if (brief.allows('bridge')) standing(scene, () => 1.61, [[px, pz + 3.4, 0.6]])
    standing(scene, height, [
      [px - side * 1.2, pz - 8, 0.6],
      [hx + side * 3, hz - 5.5, 1.2],
    ])
  } else
    standing(scene, height, [
      [way(8), 8, 0.7],
      [way(17), 17, 0.9],
      [hx + side * 3, hz - 5.5, 1.2],
    ])
  if (pond) floating(scene, [[px - side * 1.4, pz - 1.6, 0.9]])
  flying(scene, [[side * 2, eye + 1.6, 9, 0.7]])
  return scene
}

/** Beds full of flowers, taller at the back. */
function planting(site: Site, height: Land, free: Land, bed: readonly Rgb[]): void {
  const { mesh, streams, snowy, brief, season } = site
  const random = streams('beds')
  const green = [leaves(rgb('#34501f'), rgb('#5c7c34'), { through: 0.3 }), leaves(rgb('#2c4824'), rgb('#4c7040'), { through: 0.3 })].map(
    (s) => mesh.paint(s),
  )
  if (!snowy) {
    grass(mesh, streams('grass'), {
      tries: 16000,
      near: 1.8,
      far: 40,
      spread: 0.7,
      height: [0.07, 0.3],
      paints: green,
      ground: (x, z) => (free(x, z) < 0.05 ? null : height(x, z)),
    })
    shrubs(site, height, free)
  }
  if (snowy || !brief.allows('flowers')) return
  const petals = (brief.accent ? [brief.accent, times(brief.accent, 1.3), ...bed.slice(2)] : bed).map((c) =>
    mesh.paint(leaves(c, times(c, 1.2), { through: 0.3 })),
  )
  const count = season === 'autumn' ? 1500 : 2600
  for (let i = 0; i < count; i++) {
    const q = random.next()
    const z = 2 + 27 * q * Math.sqrt(q)
    const x = random.range(-0.66, 0.66) * (z + 1)
    const f = free(x, z)
    if (f < 0.12 || f > 4.4 || value2(x * 0.5 + 9, z * 0.5) < 0.3) continue
    const patch = value2(x * 0.34 + 40, z * 0.34)
    const petal = petals[Math.floor(patch * 0.999 * petals.length)]!
    const stem = (0.18 + 0.5 * smooth(0, 3, f)) * random.range(0.7, 1.2)
    flower(mesh, random, x, height(x, z), z, stem, random.range(0.045, 0.075) * (1 + z * 0.02), petal, green[i & 1]!)
  }
}

function shrubs({ mesh, streams }: Site, height: Land, free: Land): void {
  const random = streams('shrubs')
  const paints = [leaves(rgb('#2c4a22'), rgb('#54783a'), { through: 0.25 }), leaves(rgb('#3c5230'), rgb('#748a54'), { through: 0.25 })].map(
    (s) => mesh.paint(s),
  )
  for (let i = 0, n = 0; i < 300 && n < 34; i++) {
    const z = random.range(4.5, 30)
    const x = random.range(-0.7, 0.7) * (z + 2)
    const f = free(x, z)
    if (f < 2.2 || f > 8 || (z < 13 && Math.abs(x) < 5)) continue
    n++
    const r = random.range(0.45, 1)
    const card = Math.max(0.09, 0.011 * z)
    mesh.use(random.pick(paints), true)
    const count = Math.min(500, Math.ceil((12.6 * r * r) / (card * card * 0.62)))
    for (let k = 0; k < count; k++) leafCard(mesh, random, x, height(x, z) + r * 0.6, z, r, card, height(x, z), r * 1.6)
  }
}

/** An arch with climbing roses over the path. */
function arch({ mesh, streams, brief, snowy }: Site, way: (z: number) => number, height: Land): void {
  const random = streams('arch')
  const wood = mesh.paint(planksOf(rgb(random.pick(['#e0d8c8', '#6a5442', '#8a9488'])), 0.4))
  const z = random.range(10, 13)
  const x = way(z)
  const y = height(x, z)
  const curve = (t: number, dz: number): Vec3 => {
    const a = (t - 0.5) * 3.1
    return [
      x + sin(a) * 1.5,
      y + (Math.abs(t - 0.5) > 0.36 ? 1.7 * (1 - (Math.abs(t - 0.5) - 0.36) / 0.14) : 1.7) + Math.max(0, cos(a)) * 1.1,
      z + dz,
    ]
  }
  for (const dz of [-0.35, 0.35])
    tube(
      mesh,
      Array.from({ length: 17 }, (_, i) => curve(i / 16, dz)),
      { paint: wood, radius: 0.05, sides: 5 },
    )
  for (let i = 0; i <= 16; i++) tube(mesh, [curve(i / 16, -0.35), curve(i / 16, 0.35)], { paint: wood, radius: 0.028, sides: 4 })
  if (snowy) return
  const leaf = mesh.paint(leaves(rgb('#2c4a22'), rgb('#4c7036'), { through: 0.25 }))
  const rose = mesh.paint(
    leaves(brief.accent ?? random.pick([rgb('#d83c5c'), rgb('#f0e0dc'), rgb('#f0a0b4')]), rgb('#f8e4e4'), { through: 0.3 }),
  )
  for (let i = 0; i < 620; i++) {
    const p = curve(random.next(), random.range(-0.4, 0.4))
    mesh.use(i % 4 === 0 ? rose : leaf, true)
    leafCard(mesh, random, p[0], p[1], p[2], 0.16, i % 4 === 0 ? 0.075 : 0.1, y, 3)
  }
}

/** A bowed bridge over the pond. */
function bridge({ mesh, streams, brief }: Site, px: number, pz: number, side: 1 | -1): void {
  const random = streams('bridge')
  const wood = mesh.paint(planksOf(brief.accent ?? random.pick([rgb('#9c2c20'), rgb('#7a5c40'), rgb('#d8d0c0')]), 0.25))
  const deck = mesh.paint(planksOf(rgb('#8a7050'), 0.22))
  const z = pz + 3.4
  const half = 6.4
  const rise = (t: number) => 0.36 + 1.25 * (1 - t * t)
  const n = 34
  mesh.use(deck)
  for (let i = 0; i < n; i++) {
    const a = (i / n) * 2 - 1
    const b = ((i + 0.88) / n) * 2 - 1
    const x0 = px + a * half
    const x1 = px + b * half
    mesh.panel([x0, rise(a), z - 0.8], [x1, rise(b), z - 0.8], [x1, rise(b), z + 0.8], [x0, rise(a), z + 0.8])
    mesh.panel([x0, rise(a) - 0.12, z - 0.82], [x1, rise(b) - 0.12, z - 0.82], [x1, rise(b), z - 0.82], [x0, rise(a), z - 0.82])
  }
  for (const dz of [-0.8, 0.8]) {
    const rail = (up: number): Vec3[] =>
      Array.from({ length: 21 }, (_, i) => [px + ((i / 20) * 2 - 1) * half * side, rise((i / 20) * 2 - 1) + up, z + dz])
    tube(mesh, rail(0.85), { paint: wood, radius: 0.06, sides: 6 })
    tube(mesh, rail(0.45), { paint: wood, radius: 0.035, sides: 5 })
    tube(mesh, rail(-0.08), { paint: wood, radius: 0.08, sides: 5 })
    for (let i = 0; i <= 10; i++) {
      const t = (i / 10) * 2 - 1
      tube(
        mesh,
        [
          [px + t * half, rise(t) - 0.1, z + dz],
          [px + t * half, rise(t) + 0.95, z + dz],
        ],
        { paint: wood, radius: 0.05, sides: 5 },
      )
    }
  }
}

/** A fence, stones and trees that close the garden. */
function edges(site: Site, height: Land, way: (z: number) => number, hx: number, hz: number, shore: Land | null): void {
  const { mesh, streams, side, brief, snowy } = site
  const random = streams('edges')
  const white = mesh.paint(planksOf(rgb(random.pick(['#d8d0c4', '#8a7a66'])), 0.4))
  for (const hand of [-1, 1]) {
    const path: [number, number][] = []
    const wide = random.range(8.6, 10)
    for (let z = 13; z < hz + 2; z += 2) path.push([way(z) * 0.5 + hand * (wide + z * 0.1), z])
    fence(mesh, random, height, path, white, 0.95)
  }
  const stone = mesh.paint(
    stoneOf({ colour: [0.26, 0.25, 0.23], features: 2, cover: snowy ? rgb('#e8edf4') : rgb('#4a5a2a'), covered: snowy ? 0.9 : 0.3 }),
  )
  if (shore)
    for (let i = 0; i < 260; i++) {
      const z = random.range(6, 22)
      const x = random.range(-9, 9)
      const d = shore(x, z)
      if (d < 0.94 || d > 1.14) continue
      boulder(mesh, random, { x, y: Math.max(-0.05, height(x, z)), z, radius: random.range(0.14, 0.4), paint: stone, rings: 10 })
    }
  if (!brief.allows('trees')) return
  const { crowns, bark } = trees(site)
  for (const [x, z, tall] of [
    [side * 9.5, 14, 7.5],
    [hx - side * 10, hz - 3, 8],
    [hx + side * 12, hz + 4, 10],
    [-side * 11, 17, 6.5],
  ] as const)
    broadleaf(
      mesh,
      random,
      { x: x + random.range(-1, 1), y: height(x, z) - 0.2, z, height: tall * random.range(0.85, 1.15), distance: z },
      random.pick(crowns),
      bark,
      { spread: 1.25 },
    )
}
