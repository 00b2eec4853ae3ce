import { clamp, smooth } from '../../../../math/dmath.ts'
import { rgb } from '../../../../solid/palette.ts'
import type { Brief } from '../../../brief.ts'
import { MATERIAL } from '../../../material/material-id.ts'
import { fbm2, gradient2, value2, valueFbm2 } from '../../../noise.ts'
import type { Scene } from '../../../scene.ts'
import { terrain } from '../../../shape/terrain.ts'
import type { Streams } from '../../../streams.ts'
import { blend, times } from '../../../vector.ts'
import { lakeSurface } from '../ground/lake-surface.ts'
import { reflected } from '../light.ts'
import { fallOf, ground, lakeOf, leaves, stoneOf } from '../paints.ts'
import { broadleaf } from '../plant/broadleaf.ts'
import { conifer } from '../plant/conifer.ts'
import { fern } from '../plant/frond.ts'
import { grass } from '../plant/grass.ts'
import { trees } from '../plant/tree-paints.ts'
import { boulder } from '../prop/boulder.ts'
import { FOREST_FLOOR, TURF } from '../season.ts'
import { openSite, type Site } from '../site.ts'
import { cumulus } from '../sky.ts'
import { floating, flying, type Room, standing, withKnolls } from '../spots.ts'

type Land = (x: number, z: number) => number

/** Where the water goes over: distance, half width of the gap, heights of its two lips. */
const LIP = 74
const LEDGE = 66
const UPPER = 34
const LOWER = 12

/** One step of the cliff at a distance `at`: ragged, here and there missing. */
const ledge = (wall: number, at: number, x: number, tall: number) =>
  smooth(at - 0.7, at + 0.7, wall + 3.4 * (value2(x * 0.11, at) - 0.5) + 1.1 * (value2(x * 0.6, at) - 0.5)) *
  tall *
  (0.7 + 0.6 * value2(x * 0.07, at + 7))

/** A forest pool under a waterfall that drops in two steps over a cliff. */
export function fallsView(brief: Brief, streams: Streams): Scene {
  const layout = streams('layout')
  const eye = layout.range(2.2, 4.4)
  const site = openSite(brief, streams, (side) => ({
    view: { eye: [0, eye, 0], target: [layout.range(-3, 3), 8.4 - (eye - 2.9) * 0.4, 60], fov: layout.range(54, 62), shiftY: 0.16 },
    azimuth: side * (brief.mood.time === 'day' ? layout.range(96, 140) : layout.range(90, 120)),
  }))
  const { mesh, scene, side, season, snowy, dim } = site
  const random = streams('land')
  const ox = random.range(0, 99)
  const fx = side * random.range(-6, 15)
  const broad = random.range(0.6, 1.9)
  const twin = random.chance(0.4) ? side * random.range(8, 13) * (fx * side > 4 ? -1 : 1) : 0
  const shore = (x: number, z: number) => {
    const dx = (x - fx * 0.6) / 21
    const dz = (z - 38) / 33
    return Math.sqrt(dx * dx + dz * dz) + gradient2(x * 0.07 + ox, z * 0.07) * 0.2
  }
  const gap = (x: number) => smooth(6.5, 3, Math.abs(x - fx + 1.2 * gradient2(x * 0.3, 2)))
  const bare: Land = (x, z) => {
    const bank = -2.2 + smooth(0.86, 1.22, shore(x, z)) * 3.3 + fbm2(x * 0.08 + ox, z * 0.08, 3) * 1.3 * smooth(1, 1.5, shore(x, z))
    const wall = z + 9 * fbm2(x * 0.03 + ox, 3.7, 3) + Math.abs(x - fx) * 0.13 - 3 * value2(x * 0.5, 8)
    const rise =
      ledge(wall, 60.5, x + ox, 5) +
      ledge(wall, 63.6, x * 1.3 + ox + 9, 7) +
      ledge(wall, 69.2, x * 0.8 + ox + 3, 8.5) +
      ledge(wall, 71.8, x * 1.2 + ox + 30, 8) +
      ledge(wall, 74, x * 0.9 + ox + 51, 8) +
      smooth(LIP, LIP + 110, wall) * 46 * valueFbm2(x * 0.012, z * 0.012, 3)
    const over = smooth(LIP - 2.4, LIP - 0.8, z)
    const cut = over * Math.max(0, rise - UPPER + 2.2) + (1 - over) * smooth(LEDGE - 9, LEDGE - 3, z) * Math.max(0, rise - LOWER + 1.5)
    const notch = gap(x) * cut
    return bank * (1 - smooth(60, 70, wall)) + rise - notch
  }
  const [grass1, dry] = FOREST_FLOOR[season]
  const rock = ground({
    rock: rgb('#4e4a46'),
    grass: snowy ? rgb('#e2e8f0') : grass1,
    dryGrass: snowy ? rgb('#d8e0ea') : dry,
    scale: 1.3,
    bump: 1.9,
    rockiness: -0.07,
    shore: 0.12,
    shoreBand: 0.6,
  })
  const shelf = layout.pick([-1, 1] as const)
  const room: readonly Room[] = [
    [-side * shelf * 4.2, 15, 1.5],
    [-side * shelf * 8, 19, 1.5],
  ]
  const height = withKnolls(scene.camera, bare, room)
  terrain(mesh, scene.camera, { paint: mesh.paint(rock), near: 1.6, far: 360, rows: 260, columns: 260, halfWidth: 0.78, height })
  const light = dim ? 0.3 : 1
  const water = lakeOf({
    deep: [0.006 * light, 0.045 * light, 0.045 * light],
    waves: 0.34,
    scale: 0.6,
    bed: [0.05 * light, 0.07 * light, 0.045 * light],
    lostAt: 1.6,
  })
  lakeSurface(mesh, scene.camera, mesh.paint(water), 80, height)
  scene.mirror = { height: 0, material: MATERIAL.lake, resolution: 380 }
  curtain(site, fx, LIP - 2.2, UPPER - 0.9, LOWER - 1, 2.7 * Math.min(broad, 1.25))
  curtain(site, fx - side * 0.8, LEDGE - 6.5, LOWER - 0.3, -0.2, 3.6 * broad)
  if (twin !== 0) curtain(site, fx + twin, LEDGE - 5.2, LOWER + 1.5, -0.2, random.range(0.8, 2))
  curtain(site, fx + side * 3.1, LEDGE - 5.8, LOWER - 1.4, -0.2, 0.9)
  mist(site, fx)
  stones(site, height, shore)
  greenery(site, height, shore, fx)
  scene.clouds = cumulus(site, { cover: 0.45, banks: 0.4 })
  Object.assign(scene.sun, { centre: [0, 16, 60], radius: 84, resolution: 2048, normalBias: 0.1, depthBias: 0.12 })
  const foggy = brief.mood.weather === 'fog'
  Object.assign(scene.fog, {
    density: foggy ? 0.012 : 0.0034,
    thinning: 14,
    haze: foggy ? 0.002 : 0.0007,
    far: 260,
    noise: 0.6,
    noiseScale: 0.06,
    steps: 30,
    sunPhase: 1.3,
    shaft: 1,
    shaftShade: 0.3,
    skyMix: 0.5,
  })
  scene.bounce = reflected(scene, [0.09, 0.11, 0.08])
  scene.occlusionRadius = 1.6
  floating(scene, [
    [side * 2, 17, 2],
    [side * 2, 31, 3],
    [fx * 0.6, 42, 3.5],
  ])
  standing(scene, height, room)
  flying(scene, [[-side * 5, 9, 34, 3]])
  return scene
}

/** Water that falls from one height to another at x, z, spreading and breaking into strands. */
function curtain({ mesh }: Site, x: number, z: number, from: number, to: number, half: number): void {
  const rows = 26
  const columns = 14
  const base = mesh.vertexCount()
  for (let j = 0; j <= rows; j++)
    for (let i = 0; i <= columns; i++) {
      const t = j / rows
      const q = (i / columns) * 2 - 1
      const spread = half * (1 + 0.5 * t) * (1 + 0.16 * (value2(t * 4, q > 0 ? 3 : 9) - 0.5))
      const bulge = 0.9 * Math.sqrt(t) + 0.35 * value2(q * 5 + 3, t * 2)
      mesh.vertex(
        x + q * spread,
        from + (to - from) * t * (0.3 + 0.7 * t),
        z + 1.2 * (1 - clamp(t * 8, 0, 1)) - bulge,
        (q + 1) * half * 0.4,
        t * (from - to),
        q * 0.4,
        0.35,
        -1,
      )
    }
  mesh.use(mesh.paint(fallOf()), true)
  for (let j = 0; j < rows; j++)
    for (let i = 0; i < columns; i++) {
      const a = base + j * (columns + 1) + i
      mesh.quad(a, a + 1, a + columns + 2, a + columns + 1)
    }
}

/** Spray at the foot of each step. */
function mist({ scene, streams }: Site, x: number): void {
  const random = streams('mist')
  const colour = times(blend(scene.sky.horizon, scene.sky.middle, 0.6), 0.75)
  for (let i = 0; i < 90; i++) {
    const low = i < 60
    const up = random.next() * random.next()
    scene.puffs.push({
      x: x + random.range(-1, 1) * (low ? 6.5 : 3.5),
      y: (low ? 0.2 : LOWER) + up * (low ? 5.5 : 4),
      z: (low ? LEDGE - 9 : LIP - 5) - random.range(0, low ? 5 : 1.5),
      size: random.range(0.7, low ? 2.6 : 1.6),
      opacity: 0.085,
      colour,
    })
  }
}

function stones({ mesh, streams, snowy }: Site, height: Land, shore: Land): void {
  const random = streams('stones')
  const cover = snowy ? rgb('#e8edf4') : rgb('#3a4a1e')
  const mossy = mesh.paint(stoneOf({ colour: [0.14, 0.135, 0.13], features: 1.9, covered: 0.75, cover, wet: [0.35, 0.02] }))
  for (let i = 0; i < 110; i++) {
    const z = random.range(4, 64)
    const x = random.range(-0.62, 0.62) * (z + 4)
    const radius = random.range(0.18, 0.9) * (1 + z * 0.016) * (i % 8 === 0 ? 1.6 : 1)
    const d = shore(x, z)
    if (d < 0.86 || d > 1.35 || (z < 13 && radius > 0.9)) continue
    boulder(mesh, random, {
      x,
      y: Math.max(height(x, z), -0.25) + radius * 0.1,
      z,
      radius,
      paint: mossy,
      rings: z < 20 ? 15 : 10,
      flat: 0.72,
    })
  }
}

function greenery(site: Site, height: Land, shore: Land, fx: number): void {
  const { mesh, streams, brief, season, snowy, side } = site
  const random = streams('trees')
  const { needles, crowns, bark } = trees(site)
  if (brief.allows('trees')) {
    let planted = 0
    for (let i = 0; i < 2400 && planted < 150; i++) {
      const z = 16 + 210 * random.next()
      const x = random.range(-0.66, 0.66) * (z + 6)
      const tall = random.range(7, 15)
      const k = random.next()
      const d = shore(x, z)
      if (z < 60 ? d < 1.24 : Math.abs(x - fx) < 9 || z < LIP + 2) continue
      if (Math.abs(height(x + 1.5, z) - height(x - 1.5, z)) > 3.4) continue
      planted++
      const at = { x, y: height(x, z) - 0.3, z, height: tall, distance: Math.max(z, 22) }
      if (k < 0.5 || snowy) conifer(mesh, random, at, random.pick(needles), bark)
      else broadleaf(mesh, random, at, random.pick(crowns), bark)
    }
    for (let i = 0, grown = 0; i < 1600 && grown < 70; i++) {
      const z = random.range(57, 80)
      const x = random.range(-0.6, 0.6) * z
      const tall = random.range(1.4, 4.2)
      if (Math.abs(x - fx) < 5 || Math.abs(height(x, z + 0.8) - height(x, z - 0.8)) > 1.5 || height(x, z) < 3) continue
      grown++
      broadleaf(mesh, random, { x, y: height(x, z) - 0.6, z, height: tall, distance: z }, random.pick(crowns), bark, { spread: 1.3 })
    }
    for (const [across, z, tall] of [
      [-9.4, 13, 13],
      [-12.5, 17, 16],
      [13.5, 19, 12],
    ] as const) {
      const x = side * across
      conifer(mesh, random, { x, y: height(x, z) - 0.2, z, height: tall, distance: z }, needles[2]!, bark)
    }
  }
  if (snowy) return
  const ferns = streams('ferns')
  const green = [leaves(rgb('#2a4220'), rgb('#547034'), { through: 0.25 }), leaves(rgb('#243c20'), rgb('#4a6630'), { through: 0.25 })].map(
    (s) => mesh.paint(s),
  )
  for (let i = 0; i < 260; i++) {
    const z = ferns.range(3.5, 46)
    const x = ferns.range(-0.62, 0.62) * (z + 2)
    const size = ferns.range(0.5, 1.1)
    const d = shore(x, z)
    if (d < 1.12 || d > 1.6 || value2(x * 0.3, z * 0.3) < 0.42) continue
    fern(mesh, ferns, x, height(x, z), z, size, green[i & 1]!, z)
  }
  const [from, to] = TURF[season]
  grass(mesh, streams('grass'), {
    tries: 10000,
    near: 2.8,
    far: 50,
    spread: 0.66,
    height: [0.1, 0.4],
    paints: [mesh.paint(leaves(from, to, { through: 0.2 }))],
    ground: (x, z) => {
      const d = shore(x, z)
      return d < 1.06 || d > 1.7 || value2(x * 0.5 + 9, z * 0.5) < 0.36 ? null : height(x, z)
    },
  })
}
