import { smooth } from '../../../../math/dmath.ts'
import type { Brief } from '../../../brief.ts'
import { MATERIAL } from '../../../material/material-id.ts'
import { plain } from '../../../material/paints.ts'
import { fbm2, value2 } from '../../../noise.ts'
import type { Scene } from '../../../scene.ts'
import { box } from '../../../shape/loft.ts'
import { terrain } from '../../../shape/terrain.ts'
import type { Streams } from '../../../streams.ts'
import { lakeSurface } from '../../nature/ground/lake-surface.ts'
import { ground, lakeOf } from '../../nature/paints.ts'
import { broadleaf } from '../../nature/plant/broadleaf.ts'
import { conifer } from '../../nature/plant/conifer.ts'
import { meadow } from '../../nature/plant/meadow.ts'
import { trees } from '../../nature/plant/tree-paints.ts'
import { birds } from '../../nature/prop/birds.ts'
import { rowingBoat } from '../../nature/prop/rowing-boat.ts'
import { FOREST_FLOOR } from '../../nature/season.ts'
import { openSite, type Site } from '../../nature/site.ts'
import { floating, flying, standing } from '../../nature/spots.ts'
import { builtAir } from '../built-air.ts'
import { hills } from '../hills.ts'
import { axesOf, type Place } from '../place.ts'
import { type Opening, piercedWall } from '../prop/pierced-wall.ts'
import { ivy, ivyPaints } from './growth.ts'
import { broken, type RuinStone, ruinStone, scatter } from './stones.ts'
import { visitors } from './visitors.ts'

type Land = (x: number, z: number) => number

const BAY = 15
const LOWER = 15
const TALL = 30

/** An aqueduct that strides over a river on two rows of arches, broken in the middle. */
export function aqueduct(brief: Brief, streams: Streams): Scene {
  const frame = streams('camera')
  const site = openSite(brief, streams, (side) => ({
    view: {
      eye: [0, frame.range(3, 4.2), 0],
      target: [-side * frame.range(0, 8), frame.range(10, 12), 80],
      fov: frame.range(52, 60),
      shiftY: 0.06,
    },
    azimuth: side * (brief.mood.time === 'day' ? frame.range(-140, -100) : frame.range(-70, -34)),
  }))
  const { mesh, scene, side, snowy, dim } = site
  const layout = streams('layout')
  const ox = layout.range(0, 200)
  const bend = layout.range(-0.1, 0.25)
  /** Middle of the river at a distance. */
  const river = (z: number) => -side * (1 + z * (0.1 + bend * 0.3)) + fbm2(z * 0.01 + ox, 2, 2) * 8 * smooth(20, 80, z)
  const wide = layout.range(8, 11)
  const land: Land = (x, z) => {
    const off = Math.abs(x - river(z))
    const bank = wide + z * 0.05
    const shore = off + fbm2(x * 0.08 + ox, z * 0.08, 3) * 5
    return (
      -1.6 +
      smooth(bank * 0.7, bank * 1.35, shore) * 2.8 +
      smooth(bank * 1.3, bank * 1.3 + 70, off) * (10 + 14 * value2(x * 0.02 + ox, z * 0.02)) +
      fbm2(x * 0.05, z * 0.05, 3) * 0.8
    )
  }
  const [grass, dry] = FOREST_FLOOR[site.season]
  terrain(mesh, scene.camera, {
    paint: mesh.paint(
      ground({
        rock: [0.3, 0.27, 0.23],
        grass,
        dryGrass: dry,
        scale: 1.6,
        rockiness: -0.08,
        shore: 0.1,
        shoreBand: 0.5,
        ...(snowy && { snowLine: -0.2, snowBand: 0.6 }),
      }),
    ),
    near: 2,
    far: 460,
    rows: 240,
    columns: 210,
    halfWidth: 0.9,
    height: land,
  })
  const light = dim ? 0.3 : 1
  lakeSurface(
    mesh,
    scene.camera,
    mesh.paint(
      lakeOf({
        deep: [0.02 * light, 0.055 * light, 0.05 * light],
        waves: 0.26,
        bed: [0.14 * light, 0.13 * light, 0.08 * light],
        lostAt: 1.4,
      }),
    ),
    420,
    land,
  )
  scene.mirror = { height: 0, material: MATERIAL.lake, resolution: 400 }
  const stone = ruinStone(site, ['#c0a880', '#b49a78', '#a89c88', '#c4ae94'], 0.35, { width: 1.6, height: 0.8 })
  const place = arches(site, stone, land, layout.range(74, 88), side * layout.range(0.36, 0.58))
  scatter(site, stone, {
    count: 90,
    size: [0.4, 2],
    place: () => {
      const random = streams('rubble')
      const z = random.range(7, place.z + 12)
      const x = random.range(-0.6, 0.6) * z
      return [x, z]
    },
    height: (x, z) => Math.max(land(x, z), -0.7),
  })
  if (!snowy)
    meadow(site, (x, z) => (land(x, z) < 0.35 ? -3 : land(x, z)), { near: 2.2, far: 50, spread: 0.75, tries: 16000, flowers: 1400 })
  growth(site, land, place)
  hills(site, { near: 250, far: 3800, hills: 120, mountains: layout.chance(0.75) ? 560 : 200, foot: 3, wooded: 500, snowLine: 500 })
  builtAir(site, {
    centre: [place.x, 12, place.z * 0.75],
    radius: 105,
    lamps: [
      [-30, -2, 4],
      [30, 12, 60],
    ],
    haze: 1.2,
  })
  Object.assign(scene.fog, { far: 2600, haze: scene.fog.haze * 0.55 })
  if (scene.look.name !== 'day') scene.ambient *= 1.25
  const bz = 22
  if (brief.allows('boat') && (brief.wants('boat') || layout.chance(0.5)))
    rowingBoat(mesh, { x: river(bz) - side * 1.5, z: bz, turn: side * 0.5, colour: brief.accent ?? [0.3, 0.07, 0.05] })
  /** The first dry place on the near bank at a distance. */
  const shoreX = (z: number) => {
    let x = river(z)
    while (land(x, z) < 0.4 && x * side < z * 0.36) x += side * 0.5
    return x + side * 0.8
  }
  visitors(site, land, [
    [shoreX(27), 27],
    [shoreX(28) + side * 0.8, 28],
  ])
  standing(scene, land, [
    [shoreX(25), 25, 1.6],
    [shoreX(34), 34, 2],
    [shoreX(40), 40, 2.2],
  ])
  floating(scene, [
    [river(19) - side * 1.4, 19, 1.6],
    [river(34), 34, 2.4],
  ])
  flying(scene, [[-side * 6, 17, 48, 4]])
  if (brief.allows('birds'))
    birds(mesh, streams('birds'), {
      count: 10,
      x: side * 8,
      y: 34,
      z: 80,
      spread: 14,
      size: 0.9,
      paint: mesh.paint(plain([0.03, 0.03, 0.035])),
    })
  return scene
}

/** Two rows of arches across the valley; a few of the upper ones, and one pier, are gone. Returns where its middle is. */
function arches(site: Site, stone: RuinStone, land: Land, z: number, turn: number): Place {
  const { mesh, streams } = site
  const random = streams('aqueduct')
  const place: Place = { x: 0, y: 0, z, turn }
  const at = axesOf(place)
  const bays = 13
  const length = bays * BAY
  const gap = random.range(-0.6, 2.2) * BAY * -site.side
  const gapWide = random.range(0.6, 1.5) * BAY
  const salt = random.range(0, 60)
  const ragged = broken(TALL, 0.7, salt, 0.8, 0.06)
  const top = (along: number) => {
    const off = Math.abs(along - gap)
    const rough = Math.round((value2(along * 0.5 + salt, 4) - 0.5) * 6) * 0.8
    const fallen = smooth(gapWide + 0.5, gapWide - 0.5, off + rough * 0.3)
    const worn = Math.abs(along) > BAY * 2.5 ? Math.min(TALL, ragged(along) + 6) : TALL
    return Math.min(worn, TALL) - fallen * (TALL - LOWER - 2 - rough * 0.6) - (fallen > 0 ? Math.abs(rough) * 0.3 : 0)
  }
  const openings: Opening[] = []
  for (let i = 0; i < bays; i++) {
    const along = (i + 0.5 - bays / 2) * BAY
    openings.push({ along, width: BAY - 4.6, height: LOWER - 2.2 })
    for (const q of [-1, 1]) openings.push({ along: along + (q * BAY) / 4, width: BAY / 2 - 2.2, sill: LOWER + 0.6, height: TALL - 3.4 })
  }
  piercedWall(mesh, { place, length, thick: 4.4, foot: 8, top, openings, paint: stone.wall, inside: stone.block, step: 0.9 })
  for (let i = 0; i <= bays; i++) {
    const along = (i - bays / 2) * BAY
    const [x, , pz] = at(along, 0, 0)
    box(mesh, { x, y: -8, z: pz, width: 5.2, height: 8 + LOWER * 0.52, depth: 5.6, turn, paint: stone.block })
    box(mesh, { x, y: LOWER * 0.52, z: pz, width: 5.6, height: 0.6, depth: 6, turn, paint: stone.block })
  }
  for (let i = 0; i < bays * 4; i++) {
    const along = ((i + 0.5) / 4 - bays / 2) * BAY
    const [x, , pz] = at(along, 0, 0)
    box(mesh, { x, y: LOWER - 0.3, z: pz, width: BAY / 4 + 0.02, height: 0.8, depth: 5.2, turn, paint: stone.block })
    if (Math.min(top(along - 1.8), top(along + 1.8)) > TALL - 0.2)
      box(mesh, { x, y: TALL - 0.9, z: pz, width: BAY / 4 + 0.02, height: 1.2, depth: 5.1, turn, paint: stone.block })
  }
  const leaves = ivyPaints(site)
  for (let i = 0; i < 16; i++) {
    const along = random.range(-3.4, 3.4) * BAY
    const up = random.chance(0.5) ? LOWER - 0.4 : top(along) - 0.3
    ivy(
      mesh,
      random,
      at,
      { along, up, wide: random.range(2, 6), long: random.range(4, 11), into: -2.75, way: -1, leaf: 0.42, count: 300 },
      leaves,
    )
  }
  for (let i = 0; i < 26; i++) {
    const [x, , pz] = at(gap + random.range(-1, 1) * gapWide, 0, random.range(-8, 4))
    const s = random.range(1, 3.4)
    box(mesh, {
      x,
      y: Math.max(land(x, pz), -1.4) - s * 0.4,
      z: pz,
      width: s * 1.7,
      height: s,
      depth: s * 1.2,
      turn: random.range(0, 3),
      paint: stone.block,
    })
  }
  return place
}

/** Trees along the banks and in the valley behind. */
function growth(site: Site, land: Land, place: Place): void {
  const { mesh, streams, brief } = site
  if (!brief.allows('trees')) return
  const random = streams('growth')
  const { crowns, needles, bark } = trees(site)
  for (let i = 0; i < 150; i++) {
    const q = random.next()
    const z = 20 + 260 * q
    const x = random.range(-0.8, 0.8) * z
    const tall = random.range(6, 12)
    const leafy = random.chance(0.7)
    const y = land(x, z)
    if (y < 1 || (z < place.z + 6 && Math.abs(x) < 9 + z * 0.3)) continue
    const at = { x, y: y - 0.3, z, height: tall, distance: Math.max(z, 45) }
    if (leafy) broadleaf(mesh, random, at, random.pick(crowns), bark, { spread: 1.15 })
    else conifer(mesh, random, at, random.pick(needles), bark, 0.6)
  }
}
