import { cos, sin, smooth } from '../../../../math/dmath.ts'
import type { Brief } from '../../../brief.ts'
import { plain } from '../../../material/paints.ts'
import { fbm2, ridged2, valueFbm2 } from '../../../noise.ts'
import type { Scene } from '../../../scene.ts'
import { terrain } from '../../../shape/terrain.ts'
import type { Streams } from '../../../streams.ts'
import { ground, leaves, stoneOf } from '../../nature/paints.ts'
import { broadleaf } from '../../nature/plant/broadleaf.ts'
import { conifer } from '../../nature/plant/conifer.ts'
import { grass } from '../../nature/plant/grass.ts'
import { trees } from '../../nature/plant/tree-paints.ts'
import { birds } from '../../nature/prop/birds.ts'
import { boulder } from '../../nature/prop/boulder.ts'
import { FOREST_FLOOR, TURF } from '../../nature/season.ts'
import { openSite, type Site } from '../../nature/site.ts'
import { type Room, standing, withKnolls } from '../../nature/spots.ts'
import { builtAir } from '../built-air.ts'
import { pavingOf } from '../paints.ts'
import { townsperson } from '../prop/folk.ts'
import { streetLamp } from '../prop/lantern.ts'
import { castleKit } from './kit.ts'
import { castle } from './whole-castle.ts'

type Land = (x: number, z: number) => number

/** A castle on a crag above a valley, with a road that winds up to it. */
export function hill(brief: Brief, streams: Streams): Scene {
  const frame = streams('camera')
  const site = openSite(brief, streams, (side) => ({
    view: {
      eye: [0, 8.8, 0],
      target: [side * frame.range(-6, 6), frame.range(17, 22), 100],
      fov: frame.range(50, 58),
      shiftY: frame.range(0.14, 0.22),
    },
    azimuth: side * (brief.mood.time === 'day' ? frame.range(65, 110) : frame.range(24, 60)),
  }))
  const { mesh, scene, side } = site
  const layout = streams('layout')
  const hx = -side * layout.range(4, 26)
  const hz = layout.range(140, 165)
  const high = layout.range(24, 36)
  const ox = layout.range(0, 200)
  const road = (z: number) => hx * smooth(20, hz, z) + side * 26 * sin(z * 0.042 + ox * 0.03) * smooth(8, 40, z) * smooth(hz - 20, 70, z)
  const bare: Land = (x, z) => {
    const dx = (x - hx) / 50
    const dz = (z - hz) / 44
    const broken = valueFbm2(x * 0.035 + ox, z * 0.035, 4) - 0.5 + (ridged2(x * 0.02 + ox, z * 0.02, 3) - 0.4) * 0.4
    const d = Math.sqrt(dx * dx + dz * dz) + broken * 0.75 * smooth(0.5, 0.8, Math.sqrt(dx * dx + dz * dz))
    const crag = high * (0.62 * smooth(1.05, 0.68, d) + 0.38 * smooth(2.1, 0.8, d))
    const fields = fbm2(x * 0.014 + ox, z * 0.014, 3) * 7 * smooth(8, 90, z) + 2
    const near = 4.7 * smooth(78, 3, z)
    const sides = smooth(70, 240, Math.abs(x - hx * 0.5)) * (18 + 60 * valueFbm2(x * 0.008 + ox, z * 0.008, 3))
    const far = smooth(280, 1200, z) * (ridged2(x * 0.0011 + ox, z * 0.0011, 6) * 420 + 20)
    return crag + fields * (1 - smooth(1.2, 0.7, d)) + near + sides + far
  }
  const [meadow, dry] = FOREST_FLOOR[site.season]
  const room: readonly Room[] = [
    [-side * 4.6, 19, 1.4],
    [side * 5.5, 23, 1.6],
  ]
  const land = withKnolls(scene.camera, bare, room)
  terrain(mesh, scene.camera, {
    paint: mesh.paint(
      ground({
        rock: [0.25, 0.235, 0.22],
        grass: meadow,
        dryGrass: dry,
        snowLine: site.snowy ? -90 : 330,
        snowBand: site.snowy ? 5 : 160,
        scale: 2.2,
        rockiness: 0.06,
      }),
    ),
    near: 2,
    far: 4600,
    rows: 300,
    columns: 260,
    halfWidth: 0.72,
    height: land,
  })
  wayUp(site, land, road, hz)
  if (site.lit) lampsBy(site, land, road)
  if (scene.look.name === 'night') scene.ambient *= 1.5
  const kit = castleKit(site)
  castle(kit, layout, { x: hx, y: high + 1, z: hz, turn: layout.range(-0.4, 0.4), radius: layout.range(27, 31), size: 1.2, foot: land })
  growth(site, land, road, hx, hz)
  if (site.lit)
    for (let i = 0; i < 9; i++) {
      const a = i * 0.7
      scene.lamps.push({ x: hx + cos(a) * 22, y: high + 5, z: hz + sin(a) * 18 - 6, colour: [0.9, 0.46, 0.16], range: 22 })
    }
  builtAir(site, {
    centre: [hx * 0.6, 24, hz * 0.72],
    radius: 150,
    lamps: [
      [hx - 45, -2, hz - 60],
      [hx + 45, high + 50, hz + 45],
    ],
  })
  Object.assign(scene.fog, { far: 2600, haze: scene.fog.haze * 0.45, thinning: 16 })
  scene.occlusionRadius = 3
  standing(scene, land, room)
  scene.spots.push(
    { ground: 'air', x: hx * 0.5 + side * 26, y: high + 19, z: hz - 45, radius: 12 },
    { ground: 'air', x: side * 14, y: 27, z: 70, radius: 6 },
  )
  if (brief.allows('birds'))
    birds(mesh, streams('birds'), {
      count: 11,
      x: hx + side * 20,
      y: high + 34,
      z: hz - 20,
      spread: 22,
      size: 1.3,
      paint: mesh.paint(plain([0.03, 0.03, 0.035])),
    })
  return scene
}

/** The road as a ribbon on the ground, and people on it. */
function wayUp(site: Site, land: Land, road: (z: number) => number, end: number): void {
  const { mesh, snowy, brief, streams } = site
  mesh.use(
    mesh.paint(
      pavingOf({
        kind: 'cobbles',
        colour: snowy ? [0.6, 0.63, 0.68] : [0.3, 0.25, 0.18],
        second: [0.22, 0.19, 0.14],
        size: 0.34,
        snow: snowy ? 1 : 0,
      }),
    ),
    true,
  )
  let last: number[] = []
  for (let z = 3; z < end - 42; z += 1.2) {
    const row = [-1, -0.4, 0.4, 1].map((q) => {
      const x = road(z) + q * 1.5
      return mesh.vertex(x, land(x, z) + (Math.abs(q) > 0.9 ? -0.1 : 0.12), z, x, z, 0, 1, 0)
    })
    for (let i = 0; i < 3 && last.length > 0; i++) mesh.quad(last[i]!, last[i + 1]!, row[i + 1]!, row[i]!)
    last = row
  }
  if (!brief.allows('people')) return
  const random = streams('people')
  for (let i = 0; i < 5; i++) {
    const z = 30 + random.next() * 50
    townsperson(site, random, road(z) + random.range(-1, 1), land(road(z), z) + 0.1, z, random.range(-0.4, 0.4))
  }
}

/** Lamps along the road, which would be lost in the dark: each lights the ground round it. */
function lampsBy(site: Site, land: Land, road: (z: number) => number): void {
  const { scene, streams } = site
  const random = streams('road lamps')
  for (const [i, far] of [13, 22, 34, 50, 70, 92].entries()) {
    const z = far * random.range(0.94, 1.06)
    const x = road(z) + (i % 2 === 0 ? 2.3 : -2.3)
    const y = land(x, z)
    streetLamp(site, [x, y - 0.1, z], 3.2, 3)
    scene.nearLights.push({ x, y: y + 3.3, z: z - 0.5, colour: [2.2, 1.15, 0.42], range: 15 })
  }
}

function growth(site: Site, land: Land, road: (z: number) => number, hx: number, hz: number): void {
  const { mesh, streams, brief, season, side, snowy } = site
  const random = streams('growth')
  const { needles, crowns, bark } = trees(site)
  const stone = mesh.paint(
    stoneOf({ colour: [0.24, 0.225, 0.21], features: 0.8, cover: snowy ? [0.76, 0.8, 0.86] : [0.1, 0.12, 0.05], covered: snowy ? 1 : 0.5 }),
  )
  for (let i = 0; i < 22; i++) {
    const z = random.range(8, 90)
    const x = random.range(-0.5, 0.5) * z
    if (Math.abs(x - road(z)) < 3) continue
    boulder(mesh, random, { x, y: land(x, z), z, radius: random.range(0.3, 1.4), paint: stone, rings: 9 })
  }
  if (!snowy) {
    const [from, to] = TURF[season]
    grass(mesh, random, {
      tries: 6000,
      near: 3,
      far: 46,
      spread: 0.6,
      height: [0.15, 0.5],
      ground: (x, z) => (Math.abs(x - road(z)) < 2.2 ? null : land(x, z)),
      paints: [mesh.paint(leaves(from, to))],
    })
  }
  if (!brief.allows('trees')) return
  const limit = brief.density === 'sparse' ? 220 : brief.density === 'dense' ? 1100 : 650
  let planted = 0
  for (let i = 0; i < 5000 && planted < limit; i++) {
    const q = random.next()
    const z = 42 + 460 * q * q
    const x = hx * 0.5 + random.range(-0.66, 0.66) * z
    const tall = random.range(7, 14)
    const dx = x - hx
    const dz = z - hz
    if (
      dx * dx + dz * dz < 36 * 36 ||
      (dx * dx + dz * dz < 70 * 70 && random.chance(0.6)) ||
      Math.abs(x - road(z)) < 7 ||
      valueFbm2(x * 0.014 + 4, z * 0.014, 2) < 0.47
    )
      continue
    if (z < 110 && Math.abs(x - hx * 0.6) < 16) continue
    planted++
    const at = { x, y: land(x, z) - 0.4, z, height: tall, distance: Math.max(z, 230) }
    if (random.chance(0.5) && season !== 'winter') broadleaf(mesh, random, { ...at, height: tall * 0.85 }, random.pick(crowns), bark)
    else conifer(mesh, random, at, random.pick(needles), bark)
  }
  const at = { x: side * random.range(9.5, 12), z: 22, height: random.range(12, 16), distance: 22 }
  const y = land(at.x, at.z) - 0.3
  if (random.chance(0.5) && season !== 'winter')
    broadleaf(mesh, random, { ...at, y, height: 11 }, random.pick(crowns), bark, { spread: 1.2 })
  else conifer(mesh, random, { ...at, y }, random.pick(needles), bark)
}
