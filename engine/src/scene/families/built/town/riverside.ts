import { PI, smooth } from '../../../../math/dmath.ts'
import type { Brief } from '../../../brief.ts'
import { MATERIAL } from '../../../material/material-id.ts'
import { plain } from '../../../material/paints.ts'
import { fbm2 } from '../../../noise.ts'
import type { Scene } from '../../../scene.ts'
import { box } from '../../../shape/loft.ts'
import { terrain } from '../../../shape/terrain.ts'
import type { Streams } from '../../../streams.ts'
import type { Rgb } from '../../../vector.ts'
import { ground, lakeOf, masonryOf } from '../../nature/paints.ts'
import { broadleaf } from '../../nature/plant/broadleaf.ts'
import { meadow } from '../../nature/plant/meadow.ts'
import { trees } from '../../nature/plant/tree-paints.ts'
import { birds } from '../../nature/prop/birds.ts'
import { rowingBoat } from '../../nature/prop/rowing-boat.ts'
import { FOREST_FLOOR } from '../../nature/season.ts'
import { openSite, type Site } from '../../nature/site.ts'
import { floating, flying, inSight, type Room, standing } from '../../nature/spots.ts'
import { builtAir } from '../built-air.ts'
import { hills } from '../hills.ts'
import { pavingOf } from '../paints.ts'
import { level } from '../place.ts'
import { causeway } from '../prop/causeway.ts'
import { townsperson, walking } from '../prop/folk.ts'
import { streetLamp } from '../prop/lantern.ts'
import { longBoat } from '../prop/long-boat.ts'
import { bench, pottedPlant } from '../prop/street-things.ts'
import { hillHouses, landmark } from './hill-houses.ts'
import { roofPaints, stylesNamed, type TownStyle, townHouse } from './styles.ts'

type Land = (x: number, z: number) => number

/** The river between the bank at the eye and the town: where the water begins and ends, and the height of both quays over it. */
type Banks = {
  readonly near: number
  readonly far: number
  readonly quay: number
  /** The middle of the picture at a distance. */
  readonly across: (z: number) => number
}

/** From one bank of a river to a town that rises on the other. */
export function riverside(brief: Brief, streams: Streams): Scene {
  const frame = streams('camera')
  const quay = 1.4
  const eye = quay + frame.pick([1.7, 2.3, 3.2])
  const aim = frame.range(-15, 15)
  const site = openSite(brief, streams, (side) => ({
    view: {
      eye: [0, eye, 0],
      target: [side * aim, eye + frame.range(-1, 3), 100],
      fov: frame.range(46, 64),
      shiftY: frame.range(-0.02, 0.12),
    },
    azimuth: side * (brief.mood.time === 'day' ? frame.range(70, 120) : frame.range(22, 58)),
  }))
  const { mesh, scene, side } = site
  const { camera } = scene
  const style = streams('style').pick(stylesNamed('timber', 'south', 'gables', 'slate', 'water'))
  const random = streams('layout')
  const across = (z: number) => (camera.groundX / camera.groundZ) * z
  const seen = inSight(camera, quay, across, 6)
  const near = seen + 3.4
  const banks: Banks = { near, far: near + random.range(24, 46), quay, across }
  river(site, banks)
  bank(site, style, banks, random.chance(0.5))
  const land = slope(site, banks, random.pick([3, 14, 26]))
  const heroX = side * aim + random.range(-16, 16)
  const heroZ = banks.far + random.range(24, 44)
  front(site, style, banks)
  hillHouses(site, style, land, { heroX, heroZ, from: banks.far + 24, to: banks.far + 120, step: 12.5, gap: 4, gardens: 0.2 })
  landmark(site, style, [heroX, land(heroX, heroZ), heroZ], 0.9)
  if (brief.allows('bridge') && (brief.wants('bridge') || random.chance(0.55))) bridge(site, style, banks, -side * random.range(14, 20))
  boats(site, style, banks)
  hills(site, {
    near: banks.far + 120,
    far: 3200,
    hills: 120,
    mountains: random.chance(0.5) ? 620 : 50,
    foot: land(0, banks.far + 130) - 4,
    wooded: 500,
    snowLine: 520,
  })
  builtAir(site, {
    centre: [0, 8, banks.far + 12],
    radius: 82,
    lamps: [
      [-60, -1, -6],
      [60, 34, banks.far + 60],
    ],
    haze: 1.2,
  })
  scene.fog.far = 2200
  scene.fog.haze *= 0.5
  const room: readonly Room[] = [
    [across(seen) + side * seen * 0.1, seen + 0.4, 0.9],
    [across(seen) + side * seen * 0.28, seen + 0.8, 0.9],
    [across(seen) + side * seen * 0.46, seen + 0.2, 0.8],
  ]
  standing(scene, () => quay, room)
  const stream = (share: number) => banks.near + (banks.far - banks.near) * share
  floating(scene, [
    [across(stream(0.3)) + side * 2, stream(0.3), 2.2],
    [across(stream(0.55)) - side * 4, stream(0.55), 2.6],
  ])
  flying(scene, [
    [across(30) - side * 6, eye + 9, 30, 2.4],
    [across(50) + side * 12, eye + 17, 50, 4],
  ])
  if (brief.allows('birds'))
    birds(mesh, streams('birds'), {
      count: 12,
      x: across(60) - side * 6,
      y: eye + 22,
      z: 62,
      spread: 14,
      size: 0.5,
      paint: mesh.paint(plain([0.14, 0.14, 0.15])),
    })
  return scene
}

function river({ mesh, scene, dim, brief, streams }: Site, { far }: Banks): void {
  const k = dim ? 0.35 : 1
  const { weather } = brief.mood
  mesh.use(
    mesh.paint(
      lakeOf({
        deep: [0.014 * k, 0.05 * k, 0.05 * k],
        waves: weather === 'storm' ? 0.9 : weather === 'rain' ? 0.6 : streams('water').range(0.15, 0.45),
        scale: 0.5,
      }),
    ),
  )
  level(mesh, 0, -170, -6, 170, far + 1)
  scene.mirror = { height: 0, material: MATERIAL.lake, resolution: 420 }
}

/** The bank at the eye, to one side of the picture: a paved quay with lamps and benches, or grass with a tree. */
function bank(site: Site, style: TownStyle, { near, quay, across }: Banks, paved: boolean): void {
  const { mesh, streams, brief, side, snowy } = site
  const random = streams('bank')
  if (paved) {
    const edge = across(near) - side * 1.2
    const x = edge + side * 30
    const colour: Rgb = [style.stone[0] * 0.8, style.stone[1] * 0.8, style.stone[2] * 0.8]
    const wall = mesh.paint(
      masonryOf({ colour, blockWidth: 0.9, blockHeight: 0.4, variant: 2, joints: 0.6, cover: [0.06, 0.08, 0.03], covered: 0.4 }),
    )
    const rim = mesh.paint(plain(style.stone))
    box(mesh, { x, y: -1, z: near / 2 - 3, width: 60, height: quay + 0.95, depth: near + 6, paint: wall })
    box(mesh, { x, y: quay - 0.1, z: near - 0.25, width: 60, height: 0.24, depth: 0.5, paint: rim })
    box(mesh, { x: edge + side * 0.25, y: quay - 0.1, z: near / 2 - 3, width: 0.5, height: 0.24, depth: near + 6, paint: rim })
    mesh.use(mesh.paint(flags(snowy)))
    level(mesh, quay, Math.min(edge, edge + side * 60), -6, Math.max(edge, edge + side * 60), near)
    for (let i = 0; i < 4; i++) streetLamp(site, [edge + side * (0.9 + i * 5.5), quay, near - 0.9], 3.6, 12)
    bench(mesh, { x: edge + side * 4.4, y: quay, z: near - 1.5, turn: PI })
    for (let i = 0; i < 4; i++)
      pottedPlant(site, random, [edge + side * (2.2 + i * random.range(1.6, 3)), quay, near - 0.9], random.range(0.9, 1.4))
  } else lawn(site, { near, quay, across })
  if (!brief.allows('trees') || random.chance(0.3)) return
  const { crowns, bark } = trees(site)
  const at = {
    x: across(near) + side * near * random.range(0.34, 0.46),
    y: quay,
    z: near - 1.8,
    height: random.range(6.5, 9),
    distance: near,
  }
  broadleaf(mesh, random, at, random.pick(crowns), bark, { fullness: snowy ? 0.25 : 1, spread: 1.1 })
}

const flags = (snowy: boolean) =>
  pavingOf({ kind: 'slabs', colour: [0.32, 0.29, 0.25], second: [0.25, 0.23, 0.21], size: 0.6, snow: snowy ? 1 : 0 })

/** A bank of grass that slopes into the water. */
function lawn(site: Site, { near, quay, across }: Omit<Banks, 'far'>): void {
  const { mesh, scene, season, snowy, side } = site
  const height: Land = (x, z) => {
    const inside = Math.min(near - z, side * (x - across(z)) + 0.06 * z + 0.7) + (fbm2(x * 0.3, z * 0.3, 4) - 0.3) * 1.3
    return quay - 2.6 * smooth(1.3, -1.6, inside)
  }
  const [grass, dryGrass] = FOREST_FLOOR[season]
  terrain(mesh, scene.camera, {
    paint: mesh.paint(ground({ rock: [0.2, 0.17, 0.13], grass, dryGrass, snowLine: snowy ? -90 : 1e6, snowBand: 5, rockiness: 0.05 })),
    near: 1,
    far: near + 1.5,
    rows: 80,
    columns: 110,
    halfWidth: 1.5,
    height,
  })
  const dry: Land = (x, z) => (height(x, z) > 0.5 ? height(x, z) : -2)
  if (!snowy) meadow(site, dry, { near: 2, far: near, spread: 0.9, tries: 2600, flowers: 260 })
}

/** The land that the town stands on: its quay and a slope behind it, `rise` metres high. */
function slope({ mesh, scene, season, snowy, streams }: Site, { far, quay }: Banks, rise: number): Land {
  const ox = streams('land').range(0, 100)
  const land: Land = (x, z) => quay + smooth(far + 12, far + 95, z) * (rise + (fbm2(x * 0.012 + ox, z * 0.012, 3) - 0.2) * 0.6 * rise) - 0.1
  const [grass, dryGrass] = FOREST_FLOOR[season]
  terrain(mesh, scene.camera, {
    paint: mesh.paint(ground({ rock: [0.24, 0.21, 0.18], grass, dryGrass, snowLine: snowy ? -90 : 1e6, snowBand: 5, rockiness: 0.08 })),
    near: far + 0.6,
    far: far + 190,
    rows: 60,
    columns: 70,
    halfWidth: 0.85,
    height: land,
  })
  return land
}

/** The quay of the town and the houses along it, which face the river. */
function front(site: Site, style: TownStyle, { far, quay }: Banks): void {
  const { mesh, streams, snowy, brief, season } = site
  const random = streams('front')
  const colour: Rgb = [style.stone[0] * 0.8, style.stone[1] * 0.8, style.stone[2] * 0.8]
  const wall = mesh.paint(masonryOf({ colour, blockWidth: 0.9, blockHeight: 0.4, variant: 3, cover: [0.06, 0.08, 0.03], covered: 0.4 }))
  box(mesh, { x: 0, y: -1, z: far + 0.4, width: 180, height: quay + 0.9, depth: 0.8, paint: wall })
  box(mesh, { x: 0, y: quay - 0.16, z: far + 0.4, width: 180, height: 0.3, depth: 1, paint: mesh.paint(plain(style.stone)) })
  mesh.use(mesh.paint(flags(snowy)))
  level(mesh, quay, -90, far, 90, far + 15)
  const paints = roofPaints(site, style)
  const walk = random.pick([2, 4.5, 6])
  const broken = random.pick([0.04, 0.12, 0.25])
  const half = far * 0.72 + 8
  const { crowns, bark } = trees(site)
  for (let x = -half + random.range(0, 5); x < half; ) {
    const width = random.range(5, 9)
    const depth = random.range(7.5, 10)
    townHouse(site, random, style, paints, {
      x: x + width / 2,
      y: quay,
      z: far + walk + depth / 2 + random.range(0, 0.5),
      turn: 0,
      width,
      depth,
      near: true,
      lit: 0.55,
    })
    x += width + (random.chance(broken) ? random.range(2, 7) : 0.05)
  }
  const green = brief.allows('trees') && random.chance(0.55)
  for (let x = -half; x < half; x += random.range(6, 10)) {
    if (green && walk > 3 && random.chance(0.5))
      broadleaf(mesh, random, { x, y: quay, z: far + 1.6, height: random.range(4.5, 6.5), distance: far }, random.pick(crowns), bark, {
        fullness: snowy || season === 'winter' ? 0.2 : 0.9,
        spread: 0.9,
      })
    else if (random.chance(0.6)) streetLamp(site, [x, quay, far + 1], 3.4, 11)
  }
  if (!brief.allows('people')) return
  const people = streams('people')
  const count = brief.density === 'dense' || brief.wants('people') ? 22 : brief.density === 'sparse' ? 4 : 10
  for (let i = 0; i < count; i++)
    townsperson(site, people, people.range(-0.4, 0.4) * far, quay, far + people.range(0.9, walk - 0.4), walking(people))
}

/** A bridge of many arches from bank to bank, to one side. */
function bridge({ mesh, snowy }: Site, style: TownStyle, { near, far, quay, across }: Banks, x: number): void {
  const stone = mesh.paint(masonryOf({ colour: style.stone, blockWidth: 0.8, blockHeight: 0.36, variant: 8, joints: 0.8 }))
  const road = mesh.paint(plain(snowy ? [0.7, 0.74, 0.8] : [0.28, 0.26, 0.23]))
  causeway(mesh, { from: [across(near) + x, near - 1], to: [across(far) + x * 0.8, far + 1], top: quay + 2.4, width: 4, stone, road })
}

const HULLS: readonly Rgb[] = [
  [0.22, 0.06, 0.04],
  [0.04, 0.12, 0.16],
  [0.2, 0.13, 0.07],
  [0.05, 0.14, 0.08],
]

/** Boats at the quay of the town and one or two on the river. */
function boats({ mesh, streams, brief, side }: Site, style: TownStyle, { near, far, across }: Banks): void {
  if (!brief.allows('boat')) return
  const random = streams('boats')
  const boat = (x: number, z: number, turn: number) => {
    const colour = brief.accent ?? random.pick(HULLS)
    if (style.swept) longBoat(mesh, x, z, turn, 5, colour, random.chance(0.7) ? [0.2, 0.15, 0.08] : undefined)
    else if (style.name === 'south') longBoat(mesh, x, z, turn, 7.4, colour)
    else rowingBoat(mesh, { x, z, turn, colour })
  }
  for (let i = 0; i < 8; i++)
    boat((i - 3.5) * far * 0.13 + random.range(-2, 2), far - random.range(1, 1.5), PI / 2 + random.range(-0.12, 0.12))
  const z = near + random.range(-1, 5)
  if (brief.wants('boat') || random.chance(0.7)) boat(across(z) - side * z * random.range(0.18, 0.34), z, random.range(0.3, 2.2))
}
