import { smooth } from '../../../../math/dmath.ts'
import type { Brief } from '../../../brief.ts'
import { plain } from '../../../material/paints.ts'
import { fbm2, ridged2, valueFbm2 } from '../../../noise.ts'
import type { Scene } from '../../../scene.ts'
import { terrain } from '../../../shape/terrain.ts'
import type { Streams } from '../../../streams.ts'
import { cloudSea } from '../../nature/ground/cloud-sea.ts'
import { ground, masonryOf, stoneOf } from '../../nature/paints.ts'
import { broadleaf } from '../../nature/plant/broadleaf.ts'
import { conifer } from '../../nature/plant/conifer.ts'
import { trees } from '../../nature/plant/tree-paints.ts'
import { birds } from '../../nature/prop/birds.ts'
import { boulder } from '../../nature/prop/boulder.ts'
import { FOREST_FLOOR } from '../../nature/season.ts'
import { openSite } from '../../nature/site.ts'
import { type Room, standing, withKnolls } from '../../nature/spots.ts'
import { builtAir } from '../built-air.ts'
import { causeway } from '../prop/causeway.ts'
import { castleKit } from './kit.ts'
import { castle } from './whole-castle.ts'

/** A castle on a pinnacle above a sea of cloud, seen from a ledge. */
export function clouds(brief: Brief, streams: Streams): Scene {
  const frame = streams('camera')
  const away = frame.range(-1, 1)
  const site = openSite(brief, streams, (side) => ({
    view: {
      eye: [0, 20, 0],
      target: [side * away * 14, 17 + frame.range(-3, 2), 100],
      fov: frame.range(46, 62),
      shiftY: frame.range(0.06, 0.18),
      roll: side * 0.006,
    },
    azimuth: side * (brief.mood.time === 'day' ? frame.range(70, 115) : frame.range(26, 62)),
  }))
  const { mesh, scene, side, season, snowy } = site
  const layout = streams('layout')
  const hx = -side * layout.range(4, 24) + side * away * 14
  const hz = layout.range(100, 160)
  const high = layout.range(9, 24)
  const wide = layout.range(0.75, 1.15)
  const ox = layout.range(0, 200)
  const slope = layout.range(0.25, 0.95)
  const second = { x: side * layout.range(50, 85), z: layout.range(190, 260) }
  const bare = (x: number, z: number) => {
    const bump = (cx: number, cz: number, r: number, top: number) => {
      const dx = (x - cx) / r
      const dz = (z - cz) / (r * 0.85)
      const reach = Math.sqrt(dx * dx + dz * dz)
      const broken = (valueFbm2(x * 0.03 + ox, z * 0.03, 4) - 0.5) * 0.9 + (ridged2(x * 0.045 + ox, z * 0.045, 4) - 0.35) * 0.62
      const d = reach + broken * smooth(0.55, 0.95, reach)
      return top * smooth(1.75, 0.7, d) * (0.55 + 0.45 * smooth(1.1, 0.78, d))
    }
    const base = -34
    const ledge = 51.5 * smooth(17, 11, z + fbm2(x * 0.12 + ox, 3, 3) * 4 - side * x * slope)
    const peaks = smooth(400, 900, z) * (ridged2(x * 0.0016 + ox, z * 0.0016, 6) - 0.35) * 190
    return base + Math.max(ledge, bump(hx, hz, 36 * wide, high - base), bump(second.x, second.z, 26, 46), peaks)
  }
  const room: readonly Room[] = [
    [-side * 1.4, 9.5, 1],
    [side * 2.6, 11, 1.2],
  ]
  const land = withKnolls(scene.camera, bare, room)
  const [meadow, dry] = FOREST_FLOOR[season]
  terrain(mesh, scene.camera, {
    paint: mesh.paint(
      ground({
        rock: [0.27, 0.25, 0.235],
        grass: meadow,
        dryGrass: dry,
        snowLine: snowy ? -90 : 60,
        snowBand: snowy ? 5 : 60,
        scale: 2.4,
        rockiness: 0.05,
      }),
    ),
    near: 1.2,
    far: 3600,
    rows: 280,
    columns: 250,
    halfWidth: 0.72,
    height: land,
  })
  cloudSea(site, -22, -0.5, 24)
  const kit = castleKit(site)
  castle(kit, layout, {
    x: hx,
    y: high,
    z: hz,
    turn: layout.range(-0.5, 0.5),
    radius: layout.range(20, 24) * wide,
    size: layout.range(0.95, 1.15),
    foot: land,
  })
  if (layout.chance(0.7)) {
    const stone = mesh.paint(masonryOf({ colour: kit.stone, blockWidth: 1, blockHeight: 0.5, variant: 4 }))
    causeway(mesh, {
      from: [hx + side * 22, hz - 4],
      to: [second.x - side * 10, second.z - 12],
      top: high - 1,
      width: 4,
      stone,
      road: mesh.paint(plain([0.3, 0.27, 0.23])),
    })
  }
  const random = streams('growth')
  const rock = mesh.paint(
    stoneOf({ colour: [0.24, 0.225, 0.21], features: 0.8, cover: snowy ? [0.76, 0.8, 0.86] : [0.1, 0.12, 0.05], covered: snowy ? 1 : 0.5 }),
  )
  for (let i = 0; i < 16; i++) {
    const z = random.range(4, 14)
    const x = random.range(-0.8, 0.8) * (z + 2)
    boulder(mesh, random, { x, y: land(x, z), z, radius: random.range(0.2, 0.9), paint: rock, rings: 10 })
  }
  if (brief.allows('trees')) {
    const { needles, crowns, bark } = trees(site)
    for (let i = 0; i < 240; i++) {
      const home = random.chance(0.6)
      const x = (home ? hx : second.x) + random.range(-46, 46)
      const z = (home ? hz : second.z) + random.range(-44, 20)
      const y = land(x, z)
      const from = (x - hx) * (x - hx) + (z - hz) * (z - hz)
      if (y < 0 || from < 27 * 27) continue
      const at = { x, y: y - 0.4, z, height: random.range(4, 8), distance: 170 }
      if (random.chance(0.3) && season !== 'winter') broadleaf(mesh, random, at, random.pick(crowns), bark)
      else conifer(mesh, random, at, random.pick(needles), bark)
    }
    const x = side * random.range(4.4, 6)
    conifer(mesh, random, { x, y: land(x, 8) - 0.4, z: 8, height: random.range(7, 10), distance: 12 }, needles[0]!, bark)
  }
  if (site.lit)
    for (let i = 0; i < 8; i++)
      scene.lamps.push({
        x: hx + Math.sqrt(2) * 12 * (i % 2 ? 1 : -1),
        y: high + 4,
        z: hz - 18 + i * 4,
        colour: [0.9, 0.46, 0.16],
        range: 20,
      })
  builtAir(site, {
    centre: [hx, 10, hz * 0.9],
    radius: 120,
    lamps: [
      [hx - 45, high - 14, hz - 50],
      [hx + 45, high + 50, hz + 45],
    ],
  })
  Object.assign(scene.fog, { far: 3000, haze: scene.fog.haze * 0.5, base: -26, thinning: 22, density: scene.fog.density * 2 })
  scene.occlusionRadius = 3
  for (const [x, y, z, r] of [
    [side * 9, 24, 46, 4],
    [-side * 26, 32, 80, 8],
    [side * 30, 16, 90, 8],
  ] as const)
    scene.spots.push({ ground: 'air', x, y, z, radius: r })
  standing(scene, land, room)
  if (brief.allows('birds'))
    birds(mesh, streams('birds'), {
      count: 12,
      x: side * 12,
      y: 30,
      z: 80,
      spread: 20,
      size: 1,
      paint: mesh.paint(plain([0.03, 0.03, 0.035])),
    })
  return scene
}
