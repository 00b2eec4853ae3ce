import { smooth } from '../../../../math/dmath.ts'
import type { Brief } from '../../../brief.ts'
import { plain } from '../../../material/paints.ts'
import { fbm2 } from '../../../noise.ts'
import type { Scene } from '../../../scene.ts'
import { box } from '../../../shape/loft.ts'
import { terrain } from '../../../shape/terrain.ts'
import type { Streams } from '../../../streams.ts'
import { seaSurface } from '../../nature/ground/sea-surface.ts'
import { ground, masonryOf, seaOf } from '../../nature/paints.ts'
import { birds } from '../../nature/prop/birds.ts'
import { FOREST_FLOOR } from '../../nature/season.ts'
import { openSite, type Site } from '../../nature/site.ts'
import { builtAir } from '../built-air.ts'
import { hills } from '../hills.ts'
import { pottedPlant } from '../prop/street-things.ts'
import { hillHouses, landmark } from './hill-houses.ts'
import { stylesNamed, type TownStyle } from './styles.ts'

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
  hillHouses(site, style, land, { heroX, heroZ, from: 29, to: 240, step: 11.5, gap: 2.4, gardens: 0.1 })
  landmark(site, style, [heroX, land(heroX, heroZ), heroZ], 1)
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
