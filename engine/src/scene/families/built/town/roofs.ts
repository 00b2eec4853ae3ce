import { PI, smooth } from '../../../../math/dmath.ts'
import type { Brief } from '../../../brief.ts'
import { plain } from '../../../material/paints.ts'
import { fbm2, value2 } from '../../../noise.ts'
import type { Scene } from '../../../scene.ts'
import { box } from '../../../shape/loft.ts'
import { terrain } from '../../../shape/terrain.ts'
import type { Streams } from '../../../streams.ts'
import { seaSurface } from '../../nature/ground/sea-surface.ts'
import { ground, masonryOf, seaOf } from '../../nature/paints.ts'
import { broadleaf } from '../../nature/plant/broadleaf.ts'
import { conifer } from '../../nature/plant/conifer.ts'
import { trees } from '../../nature/plant/tree-paints.ts'
import { birds } from '../../nature/prop/birds.ts'
import { smoke } from '../../nature/prop/log-cabin.ts'
import { FOREST_FLOOR } from '../../nature/season.ts'
import { openSite, type Site } from '../../nature/site.ts'
import { builtAir } from '../built-air.ts'
import { hills } from '../hills.ts'
import { domedChurch } from '../prop/domed-church.ts'
import { pagoda } from '../prop/pagoda.ts'
import { nave, steeple } from '../prop/steeple.ts'
import { pottedPlant } from '../prop/street-things.ts'
import { roofPaints, stylesNamed, type TownStyle, townHouse } from './styles.ts'

type Land = (x: number, z: number) => number

/** Over the roofs of a town on a slope, to a cathedral and the country or the sea beyond. */
export function roofs(brief: Brief, streams: Streams): Scene {
  const frame = streams('camera')
  const eye = frame.range(31, 38)
  const site = openSite(brief, streams, (side) => ({
    view: {
      eye: [0, eye, 0],
      target: [side * frame.range(-8, 8), eye - frame.range(11, 19), 100],
      fov: frame.range(46, 58),
      shiftY: frame.range(-0.02, 0.1),
    },
    azimuth: side * (brief.mood.time === 'day' ? frame.range(60, 105) : frame.range(18, 52)),
  }))
  const { mesh, scene, side } = site
  const style = streams('style').pick(stylesNamed('timber', 'south', 'south', 'slate', 'water'))
  const random = streams('land')
  const ox = random.range(0, 100)
  const land: Land = (x, z) => 13 * smooth(110, 5, z) + fbm2(x * 0.012 + ox, z * 0.012, 3) * 6 - 2 * smooth(150, 260, z)
  const [grass, dryGrass] = FOREST_FLOOR[site.season]
  terrain(mesh, scene.camera, {
    paint: mesh.paint(
      ground({ rock: [0.24, 0.21, 0.18], grass, dryGrass, snowLine: site.snowy ? -90 : 1e6, snowBand: 5, rockiness: 0.08 }),
    ),
    near: 4,
    far: 420,
    rows: 90,
    columns: 90,
    halfWidth: 0.8,
    height: land,
  })
  const heroX = side * random.range(6, 20)
  const heroZ = random.range(98, 120)
  rows(site, style, land, heroX, heroZ)
  hero(site, style, heroX, land(heroX, heroZ), heroZ)
  const seaside = style.name === 'south' && random.chance(0.6)
  if (seaside) sea(site)
  else hills(site, { near: 300, far: 4200, hills: 150, mountains: random.chance(0.6) ? 760 : 90, foot: -6, wooded: 1100, snowLine: 520 })
  terrace(site, style, eye)
  builtAir(site, {
    centre: [0, 6, 95],
    radius: 125,
    lamps: [
      [-90, -4, 10],
      [90, 30, 210],
    ],
    haze: 1.1,
  })
  scene.fog.far = 2400
  scene.fog.haze *= 0.4
  for (const [x, y, z, r] of [
    [-side * 9, eye + 3, 32, 2.6],
    [side * 8, eye + 6, 48, 3.4],
    [-side * 20, eye + 9, 80, 5],
  ] as const)
    scene.spots.push({ ground: 'air', x, y, z, radius: r })
  scene.spots.push({ ground: 'land', x: -side * 1.2, y: eye - 2.7, z: 4.1, radius: 0.4 })
  if (brief.allows('birds'))
    birds(mesh, streams('birds'), {
      count: 14,
      x: -heroX * 0.4,
      y: eye + 7,
      z: 70,
      spread: 16,
      size: 0.6,
      paint: mesh.paint(plain([0.06, 0.06, 0.065])),
    })
  return scene
}

/** Houses in crooked rows down the slope, with trees in their gardens. */
function rows(site: Site, style: TownStyle, land: Land, heroX: number, heroZ: number): void {
  const { streams, mesh, brief, snowy, season, scene, lit } = site
  const random = streams('houses')
  const paints = roofPaints(site, style)
  const { crowns, needles, bark } = trees(site)
  for (let z = 29; z < 240; z += 11.5) {
    const reach = z * 0.72 + 9
    for (let x = -reach + random.range(0, 6); x < reach; ) {
      const width = random.range(6, 10)
      const middle = x + width / 2
      x += width + random.range(0.2, 2.4)
      const dx = middle - heroX
      const dz = z - heroZ
      if (dx * dx + dz * dz * 0.5 < 260) continue
      const pz = z + random.range(-2.5, 2.5)
      const y = land(middle, pz)
      const turn = (value2(middle * 0.02 + 9, pz * 0.02) - 0.5) * 1.6 + random.pick([0, 0, PI / 2]) + random.range(-0.15, 0.15)
      if (random.chance(0.1) && brief.allows('trees') && pz > 40) {
        const at = { x: middle, y: y - 0.3, z: pz, height: random.range(6, 10), distance: pz }
        if (random.chance(0.6) && season !== 'winter') broadleaf(mesh, random, at, random.pick(crowns), bark)
        else conifer(mesh, random, at, random.pick(needles), bark)
        continue
      }
      const { spec } = townHouse(site, random, style, paints, {
        x: middle,
        y: y - 0.4,
        z: pz,
        turn,
        width,
        depth: random.range(7, 9.5),
        near: pz < 75,
        floors: random.int(Math.max(1, style.floors[0]), Math.min(3, style.floors[1])),
        lit: 0.5,
      })
      if ((snowy || season === 'autumn' || brief.mood.time !== 'day') && random.chance(0.05) && pz > 24)
        smoke(site, [middle, y + spec.floors * spec.floor + 5, pz], site.side, 0.8)
      if (lit && random.chance(0.4)) scene.lamps.push({ x: middle, y: y + 2.5, z: pz - 5.5, colour: [0.8, 0.42, 0.15], range: 13 })
    }
  }
}

function hero(site: Site, style: TownStyle, x: number, y: number, z: number): void {
  const random = site.streams('hero')
  const roof = random.pick(roofPaints(site, style))
  const turn = random.range(-0.5, 0.5)
  if (style.swept) return void pagoda(site, x, z, roof, y - 1, 1.05)
  if (style.name === 'south' && random.chance(0.65))
    return void domedChurch(site, { x, y, z, turn }, random.range(8, 10.5), style.stone, roof)
  const width = random.range(7.5, 9)
  steeple(site, { x, y, z, turn, width, height: random.range(25, 32), top: random.pick(style.tops), stone: style.stone, roof })
  nave(site, { x, y, z: z + 20, turn }, 16, 32, 15, style.stone, roof)
}

function sea({ mesh, scene, dim }: Site): void {
  const k = dim ? 0.35 : 1
  seaSurface(mesh, scene.camera, {
    paint: mesh.paint(seaOf({ deep: [0.008 * k, 0.05 * k, 0.085 * k], crest: [0.02 * k, 0.1 * k, 0.1 * k], foam: 0.3 })),
    near: 215,
    far: 9000,
    rows: 120,
    columns: 120,
    halfWidth: 0.8,
    height: (x, z) => -7.2 + fbm2(x * 0.03, z * 0.05, 2) * 0.5,
  })
}

/** The parapet of the terrace from which one looks, with pots on it. */
function terrace(site: Site, style: TownStyle, eye: number): void {
  const { mesh, streams, side } = site
  const random = streams('terrace')
  if (random.chance(0.25)) return
  const stone = mesh.paint(masonryOf({ colour: style.stone, blockWidth: 0.7, blockHeight: 0.3, variant: 4, joints: 0.7 }))
  const top = eye - 2.75
  box(mesh, { x: 0, y: top - 3, z: 4.1, width: 16, height: 2.95, depth: 0.5, paint: stone })
  box(mesh, {
    x: 0,
    y: top - 0.08,
    z: 4.1,
    width: 16,
    height: 0.12,
    depth: 0.7,
    paint: mesh.paint(plain([style.stone[0] * 1.1, style.stone[1] * 1.1, style.stone[2] * 1.1])),
  })
  for (const x of [1.1, 1.75, 2.5])
    if (random.chance(0.75)) pottedPlant(site, random, [side * (x + random.range(-0.1, 0.1)), top + 0.04, 4.1], random.range(0.55, 0.85))
}
