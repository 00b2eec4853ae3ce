import { cos, PI, sin, smooth } from '../../../../math/dmath.ts'
import type { Brief } from '../../../brief.ts'
import { MATERIAL } from '../../../material/material-id.ts'
import { plain } from '../../../material/paints.ts'
import { fbm2, ridged2, valueFbm2 } from '../../../noise.ts'
import type { Scene } from '../../../scene.ts'
import { terrain } from '../../../shape/terrain.ts'
import type { Streams } from '../../../streams.ts'
import { lakeSurface } from '../../nature/ground/lake-surface.ts'
import { ground, lakeOf, leaves, masonryOf, stoneOf } from '../../nature/paints.ts'
import { broadleaf } from '../../nature/plant/broadleaf.ts'
import { conifer } from '../../nature/plant/conifer.ts'
import { grass } from '../../nature/plant/grass.ts'
import { trees } from '../../nature/plant/tree-paints.ts'
import { birds } from '../../nature/prop/birds.ts'
import { boulder } from '../../nature/prop/boulder.ts'
import { rowingBoat } from '../../nature/prop/rowing-boat.ts'
import { FOREST_FLOOR, TURF } from '../../nature/season.ts'
import { openSite, type Site } from '../../nature/site.ts'
import { type Room, standing, withKnolls } from '../../nature/spots.ts'
import { builtAir } from '../built-air.ts'
import { causeway } from '../prop/causeway.ts'
import { castleKit } from './kit.ts'
import { castle, lampsRound } from './whole-castle.ts'

type Land = (x: number, z: number) => number

/** A castle on an island in a lake that mirrors it, under mountains. */
export function lake(brief: Brief, streams: Streams): Scene {
  const frame = streams('camera')
  const site = openSite(brief, streams, (side) => ({
    view: {
      eye: [0, frame.range(4, 6), 0],
      target: [side * frame.range(-5, 5), 7, 100],
      fov: frame.range(54, 62),
      shiftY: frame.range(0.08, 0.16),
    },
    azimuth: side * (brief.mood.time === 'day' ? frame.range(60, 110) : frame.range(30, 70)),
  }))
  const { mesh, scene, side, dim } = site
  const layout = streams('layout')
  const hx = -side * layout.range(2, 22)
  const hz = layout.range(118, 145)
  const high = layout.range(6, 14)
  const ox = layout.range(0, 200)
  const oz = layout.range(0, 200)
  const peakX = -hx * 6 + side * layout.range(100, 300)
  const bare: Land = (x, z) => {
    const dx = (x - hx) / 38
    const dz = (z - hz) / 32
    const away = Math.sqrt(dx * dx + dz * dz)
    // noise is asked only where the island, the near bank, the shores or the mountains are: most of the fan is none of them
    const d = away > 1.32 ? away : away + (valueFbm2(x * 0.05 + ox, z * 0.05, 3) - 0.5) * 0.3
    const isle = (high + 4) * smooth(1.16, 0.84, d) - 4
    const near = z + side * x * 0.24 > 20 ? 0 : 5.4 * smooth(11, 2, z + fbm2(x * 0.12 + ox, 3, 2) * 5 + side * x * 0.24)
    const w = fbm2(x * 0.002 + ox, z * 0.002, 3) * 120
    const shore =
      smooth(250, 420, z + w) * 40 +
      smooth(70, 330, Math.abs(x) - z * 0.22 + w * 0.4) * smooth(60, 200, z) * 75 * (0.4 + valueFbm2(x * 0.006 + ox, z * 0.006, 3))
    const far = smooth(420, 1700, z + w)
    if (far === 0) return isle + near + shore
    const px = (x - peakX) / 620
    const pz = (z - 2300) / 620
    return isle + near + shore + far * (ridged2((x + w) * 0.0008 + ox, (z + w) * 0.0008 + oz, 7) * 420 + 620 / (1 + px * px + pz * pz))
  }
  const room: readonly Room[] = [
    [-side * 2.6, 14, 1.4],
    [-side * 6.4, 15, 1.4],
  ]
  const land = withKnolls(scene.camera, bare, room)
  const [meadow, dry] = FOREST_FLOOR[site.season]
  terrain(mesh, scene.camera, {
    paint: mesh.paint(
      ground({
        rock: [0.26, 0.245, 0.23],
        grass: meadow,
        dryGrass: dry,
        snowLine: site.snowy ? 0.6 : 420,
        snowBand: site.snowy ? 3 : 240,
        shore: 0.1,
        shoreBand: 0.8,
        scale: 3,
        rockiness: 0.04,
      }),
    ),
    near: 2,
    far: 5200,
    rows: 300,
    columns: 260,
    halfWidth: 0.7,
    height: land,
  })
  const k = dim ? 0.3 : 1
  const { weather } = brief.mood
  lakeSurface(
    mesh,
    scene.camera,
    mesh.paint(
      lakeOf({
        deep: [0.006 * k, 0.032 * k, 0.04 * k],
        waves: weather === 'storm' ? 0.95 : weather === 'rain' ? 0.6 : frame.range(0.08, 0.26),
        bed: [0.05 * k, 0.065 * k, 0.045 * k],
        lostAt: 2.4,
      }),
    ),
    3000,
    land,
  )
  scene.mirror = { height: 0, material: MATERIAL.lake, resolution: 440 }
  const kit = castleKit(site)
  castle(kit, layout, {
    x: hx,
    y: high,
    z: hz,
    turn: layout.range(-0.5, 0.5),
    radius: layout.range(22, 26),
    size: layout.range(0.95, 1.15),
    foot: (x, z) => Math.max(-1, land(x, z)),
  })
  if (layout.chance(0.6)) {
    const stone = mesh.paint(masonryOf({ colour: kit.stone, blockWidth: 1, blockHeight: 0.5, variant: 4 }))
    causeway(mesh, {
      from: [hx + side * 26, hz - 8],
      to: [side * 110, hz + 26],
      top: 3.4,
      width: 4.5,
      stone,
      road: mesh.paint(plain([0.3, 0.27, 0.23])),
    })
  }
  shores(site, land, hx, hz)
  if (brief.allows('boat'))
    rowingBoat(mesh, {
      x: side * 4.4,
      z: 21,
      turn: side * 0.7,
      colour:
        brief.accent ??
        layout.pick([
          [0.25, 0.05, 0.03],
          [0.04, 0.12, 0.18],
          [0.3, 0.22, 0.12],
        ] as const),
    })
  if (site.lit) lampsRound(scene, hx, high, hz, 20)
  builtAir(site, {
    centre: [hx, 20, hz],
    radius: 95,
    lamps: [
      [hx - 45, -2, hz - 50],
      [hx + 45, high + 50, hz + 45],
    ],
  })
  Object.assign(scene.fog, { far: 3000, haze: scene.fog.haze * 0.35, density: scene.fog.density * 1.4, thinning: 9 })
  scene.occlusionRadius = 2.6
  for (const [x, z, r] of [
    [side * 6, 30, 3],
    [-side * 9, 42, 4],
    [side * 20, 60, 6],
  ] as const)
    scene.spots.push({ ground: 'water', x, y: 0, z, radius: r })
  standing(scene, land, room)
  scene.spots.push(
    { ground: 'air', x: hx + side * 38, y: high + 30, z: hz - 30, radius: 9 },
    { ground: 'air', x: side * 9, y: 17, z: 44, radius: 4 },
  )
  if (brief.allows('birds'))
    birds(mesh, streams('birds'), {
      count: 9,
      x: hx + side * 24,
      y: high + 32,
      z: hz - 14,
      spread: 18,
      size: 1,
      paint: mesh.paint(plain([0.03, 0.03, 0.035])),
    })
  return scene
}

function shores(site: Site, land: Land, hx: number, hz: number): void {
  const { mesh, streams, season, snowy, brief, side } = site
  const random = streams('shores')
  const stone = mesh.paint(
    stoneOf({
      colour: [0.23, 0.215, 0.2],
      features: 0.8,
      cover: snowy ? [0.76, 0.8, 0.86] : [0.1, 0.12, 0.05],
      covered: snowy ? 1 : 0.4,
      wet: [0.5, 0],
    }),
  )
  for (let i = 0; i < 40; i++) {
    const far = i > 22
    const a = random.next() * PI * 2
    const x = far ? hx + cos(a) * 38 : random.range(-0.6, 0.6) * 14
    const z = far ? hz + sin(a) * 32 : random.range(4, 14)
    boulder(mesh, random, {
      x,
      y: Math.max(-0.3, land(x, z)),
      z,
      radius: far ? random.range(1, 3.4) : random.range(0.2, 0.8),
      paint: stone,
      rings: 10,
    })
  }
  const [from, to] = TURF[season]
  if (!snowy)
    grass(mesh, random, {
      tries: 5000,
      near: 2.4,
      far: 16,
      spread: 0.6,
      height: [0.2, 0.8],
      ground: (x, z) => (land(x, z) > 0.1 ? land(x, z) : null),
      paints: [mesh.paint(leaves(from, to))],
    })
  if (!brief.allows('trees')) return
  const { needles, crowns, bark } = trees(site)
  const limit = brief.density === 'sparse' ? 300 : brief.density === 'dense' ? 1800 : 1100
  let planted = 0
  for (let i = 0; i < 7000 && planted < limit; i++) {
    const q = random.next()
    const z = 60 + 900 * q * q
    const x = random.range(-0.64, 0.64) * z
    const y = land(x, z)
    const tall = random.range(8, 15)
    const island = Math.abs(x - hx) < 42 && Math.abs(z - hz) < 38
    if (y < 0.6 || y > 260 || (island && ((x - hx) * (x - hx) + (z - hz) * (z - hz) * 1.3 < 29 * 29 || z > hz))) continue
    planted++
    const at = { x, y: y - 0.4, z, height: island ? tall * 0.5 : tall, distance: Math.max(z, island ? 140 : 300) }
    if (random.chance(0.4) && season !== 'winter')
      broadleaf(mesh, random, { ...at, height: at.height * 0.85 }, random.pick(crowns), bark, { fullness: 0.8 })
    else conifer(mesh, random, at, random.pick(needles), bark)
  }
  const x = side * random.range(6, 8)
  const z = 13
  conifer(mesh, random, { x, y: Math.max(0.2, land(x, z)) - 0.3, z, height: random.range(9, 13), distance: 16 }, needles[0]!, bark)
}
