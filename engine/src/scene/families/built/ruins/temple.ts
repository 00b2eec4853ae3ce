import { PI, smooth } from '../../../../math/dmath.ts'
import { rgb } from '../../../../solid/palette.ts'
import type { Brief } from '../../../brief.ts'
import { plain } from '../../../material/paints.ts'
import { fbm2, value2 } from '../../../noise.ts'
import type { Scene } from '../../../scene.ts'
import { box } from '../../../shape/loft.ts'
import { terrain } from '../../../shape/terrain.ts'
import type { Streams } from '../../../streams.ts'
import { column, fallenColumn } from '../../nature/desert/ruin.ts'
import { ground, leaves } from '../../nature/paints.ts'
import { broadleaf } from '../../nature/plant/broadleaf.ts'
import { conifer } from '../../nature/plant/conifer.ts'
import { meadow } from '../../nature/plant/meadow.ts'
import { trees } from '../../nature/plant/tree-paints.ts'
import { birds } from '../../nature/prop/birds.ts'
import { FOREST_FLOOR } from '../../nature/season.ts'
import { openSite, type Site } from '../../nature/site.ts'
import { flying, sightAt, standing } from '../../nature/spots.ts'
import { builtAir } from '../built-air.ts'
import { hills } from '../hills.ts'
import { type At, axesOf, type Place } from '../place.ts'
import { piercedWall } from '../prop/pierced-wall.ts'
import { ivy, ivyPaints, tuft } from './growth.ts'
import { roundTemple } from './round-temple.ts'
import { broken, type RuinStone, ruinStone, scatter } from './stones.ts'
import { visitors } from './visitors.ts'

/** Ground where grass has withered. */
const DRY = [
  [0.34, 0.27, 0.15],
  [0.42, 0.34, 0.2],
] as const

type Land = (x: number, z: number) => number

/** How a temple is laid out: columns of its front and its sides, metres between two of them and their height. */
type Order = { readonly front: number; readonly sides: number; readonly bay: number; readonly tall: number }

const ORDERS: readonly (Order | 'round')[] = [
  { front: 6, sides: 9, bay: 4.7, tall: 11 },
  { front: 8, sides: 10, bay: 4.1, tall: 12.5 },
  { front: 4, sides: 6, bay: 4.4, tall: 9 },
  // a gate or a porch alone
  { front: 6, sides: 2, bay: 4.4, tall: 10 },
  'round',
  'round',
]
/** Height of the platform over its hill. */
const STEPS = 2

/** How it lies: its front towards the eye, seen from the other hand, or its long side across the picture. */
const TURNS = [1, 1, -1, 2.3] as const

/** A Greek temple on a hill, rectangular or round: some of its columns still carry a corner of the gable, the others lie in the grass. */
export function temple(brief: Brief, streams: Streams): Scene {
  const plan = streams('plan')
  const order = plan.pick(ORDERS)
  const high = plan.chance(0.35) ? plan.range(3.5, 6.5) : 0
  const nearer = order === 'round' ? plan.range(0, 7) : order.front < 6 ? plan.range(5, 12) : 0
  const frame = streams('camera')
  const site = openSite(brief, streams, (side) => ({
    view: {
      eye: [0, frame.range(2.6, 3.6), 0],
      target: [side * frame.range(-6, 6), frame.range(6, 9.5) + high * 0.8, 60],
      fov: frame.range(44, 60),
      shiftY: 0.06,
    },
    azimuth: side * (brief.mood.time === 'day' ? frame.range(95, 140) : frame.range(62, 100)),
  }))
  const { mesh, scene, side, snowy } = site
  const layout = streams('layout')
  const place: Place = {
    x: side * layout.range(2, 9),
    y: layout.range(1.6, 2.4) + high,
    z: layout.range(43, 49) - nearer,
    turn: side * layout.range(0.3, 0.62) * plan.pick(TURNS),
  }
  const dryLand = !snowy && plan.chance(0.3)
  const ox = layout.range(0, 200)
  const land: Land = (x, z) => {
    const dx = (x - place.x) / 34
    const dz = (z - place.z - 14) / 40
    const d = Math.sqrt(dx * dx + dz * dz)
    const near = fbm2(x * 0.05 + ox, z * 0.05, 3) * 0.9 * smooth(4, 20, z) + fbm2(x * 0.3, z * 0.3, 2) * 0.1
    return (
      near * smooth(0.7, 1, d) + (place.y - 0.9) * smooth(1.25, high > 0 ? 0.4 : 0.8, d) - 3.5 * smooth(1.6, 3.4, d) * smooth(20, 60, z)
    )
  }
  const [grass, dry] = dryLand ? DRY : FOREST_FLOOR[site.season]
  terrain(mesh, scene.camera, {
    paint: mesh.paint(
      ground({ rock: [0.3, 0.27, 0.23], grass, dryGrass: dry, scale: 1.6, rockiness: -0.12, ...(snowy && { snowLine: -60, snowBand: 4 }) }),
    ),
    near: 2,
    far: 420,
    rows: 220,
    columns: 200,
    halfWidth: 0.85,
    height: land,
  })
  const stone = ruinStone(site, ['#cdbb9a', '#d6cdb8', '#b9a284', '#c7c0b2'], 0.45)
  if (order === 'round') roundTemple(site, stone, place)
  else building(site, stone, place, order)
  fallen(site, stone, land, place)
  if (!snowy && !dryLand) meadow(site, land, { near: 2.4, far: 46, spread: 0.7, tries: 15000, flowers: 1500 })
  growth(site, land, place, order === 'round' || order.front < 6 || order.sides < 4 ? null : order)
  hills(site, { near: 240, far: 3600, hills: 60, mountains: layout.chance(0.7) ? 520 : 160, foot: -5, wooded: 260, snowLine: 520 })
  builtAir(site, {
    centre: [place.x, 8, place.z - 12],
    radius: 62,
    lamps: [
      [place.x - 34, -1, place.z - 34],
      [place.x + 34, 24, place.z + 34],
    ],
  })
  Object.assign(scene.fog, { far: 2400, haze: scene.fog.haze * 0.5 })
  if (scene.look.name !== 'day') scene.ambient *= 1.3
  if (site.dim) offerings(site, place, order === 'round' ? 4 : order.bay)
  visitors(site, land, [
    [place.x * 0.4, 23],
    [place.x * 0.4 + side * 1.1, 24],
    [place.x * 0.7 - side * 2, 28],
  ])
  // the first distance where the ground is above the edge of a wide picture
  const seen = (x: number, from: number) => {
    let z = from
    while (z < from + 14 && sightAt(scene.camera, x, z) > land(x, z)) z += 0.5
    return z
  }
  standing(scene, land, [
    [-side * 3.4, seen(-side * 3.4, 15), 1.6],
    [side * 1.2, seen(side * 1.2, 21), 2],
    [-side * 6, seen(-side * 6, 25), 2],
  ])
  flying(scene, [
    [-side * 9, 15, 48, 5],
    [-side * 3, 8.5, 22, 2],
  ])
  if (brief.allows('birds'))
    birds(mesh, streams('birds'), {
      count: 8,
      x: -side * 14,
      y: 24,
      z: 62,
      spread: 11,
      size: 0.7,
      paint: mesh.paint(plain([0.03, 0.03, 0.035])),
    })
  return scene
}

/** Columns round a platform, what they still carry, and the walls of the inner room. */
function building(site: Site, stone: RuinStone, place: Place, { front: FRONT, sides: SIDE, bay: BAY, tall: TALL }: Order): void {
  const { mesh, streams } = site
  const random = streams('temple')
  const at = axesOf(place)
  const width = (FRONT - 1) * BAY
  const depth = (SIDE - 1) * BAY
  const [cx, , cz] = at(0, 0, depth / 2)
  for (let i = 0; i < 4; i++)
    box(mesh, {
      x: cx,
      y: place.y - 3 + i * 0.5,
      z: cz,
      width: width + 8.4 - i * 1.3,
      height: 3 - STEPS + 0.5,
      depth: depth + 8.4 - i * 1.3,
      turn: place.turn,
      paint: stone.block,
    })
  const floor = place.y
  const paints = { drum: stone.drum, block: stone.block, ring: stone.block, inlay: stone.block }
  /** Columns of a row that still stand: from its first one on. */
  const row = (count: number, standing: number, spot: (i: number) => readonly [number, number]) => {
    for (let i = 0; i < count; i++) {
      const [along, into] = spot(i)
      const [x, , z] = at(along, 0, into)
      if (i >= standing && random.chance(0.16)) continue
      column(site, paints, x, floor, z, i < standing ? TALL : random.range(1.8, 8), i >= standing)
      if (i > 0 && i < standing) beam(site, stone, place, { at, bay: BAY, y: place.y + TALL + 1.5 }, spot(i - 1), [along, into])
    }
  }
  const hand = -site.side
  const front = random.int(Math.ceil(FRONT / 2), FRONT)
  row(FRONT, front, (i) => [hand * (i * BAY - width / 2), 0])
  row(SIDE - 1, random.int(Math.min(2, SIDE - 1), Math.min(SIDE - 1, 8)), (i) => [(hand * -width) / 2, (i + (i ? 0 : 0.0001)) * BAY])
  row(SIDE - 2, random.int(0, Math.min(3, SIDE - 2)), (i) => [(hand * width) / 2, (i + 1) * BAY])
  row(FRONT - 2, random.int(0, FRONT - 2), (i) => [hand * ((i + 1) * BAY - width / 2), depth])
  if (random.chance(0.75)) gable(site, stone, place, { hand, count: front, width, whole: front === FRONT, bay: BAY, foot: TALL + 4.05 })
  if (FRONT < 6 || SIDE < 4) return
  const inner = broken(8.6, 0.3, random.range(0, 50), 0.6, 0.2)
  const room = { thick: 1.1, step: 0.5, paint: stone.wall }
  const [dx, , dz] = at(0, 0, BAY * 1.7)
  piercedWall(mesh, {
    ...room,
    place: { x: dx, y: floor, z: dz, turn: place.turn },
    length: width - BAY * 2,
    top: inner,
    openings: [{ along: 0, width: 3.6, height: 6.6, rise: 0.05 }],
  })
  for (const q of [-1, 1]) {
    const [wx, , wz] = at(q * (width / 2 - BAY), 0, depth * 0.48)
    piercedWall(mesh, {
      ...room,
      place: { x: wx, y: floor, z: wz, turn: place.turn + PI / 2 },
      length: depth - BAY * 3,
      top: broken(8.2, 0.12, random.range(0, 50), 0.6, 0.15),
      openings: [],
    })
  }
}

/** What lies on two columns that stand: architrave, frieze and cornice. */
function beam(
  { mesh }: Site,
  stone: RuinStone,
  place: Place,
  { at, bay: BAY, y }: { readonly at: At; readonly bay: number; readonly y: number },
  a: readonly [number, number],
  b: readonly [number, number],
): void {
  const [x, , z] = at((a[0] + b[0]) / 2, 0, (a[1] + b[1]) / 2)
  const along = Math.abs(a[0] - b[0]) > 1
  for (const [up, height, out] of [
    [0, 1.1, 0],
    [1.1, 1, -0.2],
    [2.1, 0.45, 0.9],
  ] as const)
    box(mesh, {
      x,
      y: y + up,
      z,
      width: along ? BAY + 1.9 + out * 0.3 : 2.1 + out,
      height,
      depth: along ? 2.1 + out : BAY + 1.9 + out * 0.3,
      turn: place.turn,
      paint: stone.block,
    })
  for (let k = 0; k < 3; k++) {
    const t = (k + 0.5) / 3 - 0.5
    const [tx, , tz] = along
      ? at((a[0] + b[0]) / 2 + t * BAY, 0, a[1] - 0.98)
      : at(a[0] + (a[0] < 0 ? -0.98 : 0.98), 0, (a[1] + b[1]) / 2 + t * BAY)
    box(mesh, {
      x: tx,
      y: y + 1.1,
      z: tz,
      width: along ? 0.8 : 0.16,
      height: 1,
      depth: along ? 0.16 : 0.8,
      turn: place.turn,
      paint: stone.wall,
    })
  }
}

/** The gable as far as columns stand below it, with a ragged end. */
function gable(
  { mesh, streams }: Site,
  stone: RuinStone,
  place: Place,
  { hand, count, width, whole, bay, foot }: { hand: number; count: number; width: number; whole: boolean; bay: number; foot: number },
): void {
  const random = streams('gable')
  const half = width / 2 + 1.6
  const reach = (count - 1) * bay + (whole ? 4 : 0.8)
  const salt = random.range(0, 50)
  const raking = (along: number) => (half - Math.abs(along)) * 0.27
  const left = (along: number) => reach - (hand * along + half)
  const top = (along: number) => {
    const ragged = left(along) * 0.9 + (value2(along * 0.8 + salt, 3) - 0.5) * 2.4
    return Math.max(0, Math.min(raking(along), ragged))
  }
  const y = place.y + foot
  const at = axesOf({ ...place, y })
  piercedWall(mesh, { place: { ...place, y }, length: half * 2, thick: 1.2, top, openings: [], paint: stone.wall, step: 0.4 })
  mesh.use(stone.block)
  const steps = 26
  for (let i = 0; i < steps; i++) {
    const [a, b] = [(i / steps - 0.5) * half * 2, ((i + 1) / steps - 0.5) * half * 2]
    if (top(a) < raking(a) - 0.05 || top(b) < raking(b) - 0.05) continue
    const edge = (along: number, up: number, into: number) => at(along, raking(along) + up, into)
    for (const into of [-1.3, 1.3]) mesh.panel(edge(a, 0, into), edge(b, 0, into), edge(b, 0.5, into), edge(a, 0.5, into))
    mesh.panel(edge(a, 0.5, -1.3), edge(b, 0.5, -1.3), edge(b, 0.5, 1.3), edge(a, 0.5, 1.3))
    mesh.panel(edge(a, 0, -1.3), edge(b, 0, -1.3), edge(b, 0, 1.3), edge(a, 0, 1.3))
  }
}

/** Drums, a broken capital and blocks in the grass before the temple, and slabs of the way that led to it. */
function fallen(site: Site, stone: RuinStone, land: Land, place: Place): void {
  const { mesh, streams, side } = site
  const random = streams('fallen')
  const paints = { drum: stone.drum, block: stone.block, ring: stone.block, inlay: stone.block }
  const x = -side * random.range(7, 9.5)
  const z = random.range(17, 20)
  fallenColumn(site, paints, x, land(x, z) - 0.1, z, -side * random.range(0.3, 0.9))
  const stump = [side * random.range(7, 10), random.range(14, 19)] as const
  column(site, paints, stump[0], land(...stump), stump[1], random.range(2.2, 4.6), true)
  for (let i = 0; i < 22; i++) {
    const t = i / 21
    const px = place.x * t * 0.8 + random.range(-1.1, 1.1)
    const pz = 4 + t * (place.z - 26)
    box(mesh, {
      x: px,
      y: land(px, pz) - 0.22,
      z: pz,
      width: random.range(0.9, 1.5),
      height: 0.27,
      depth: random.range(0.8, 1.2),
      turn: random.range(-0.4, 0.4),
      paint: stone.block,
    })
  }
  scatter(site, stone, {
    count: 80,
    size: [0.3, 1.3],
    place: () => {
      const pz = random.range(5, place.z - 8)
      const px = random.range(-0.62, 0.62) * pz
      return Math.abs(px - (place.x * pz) / 60) < 2.4 ? null : [px, pz]
    },
    height: land,
  })
}

/** Cypresses and old trees beside the temple, and what grows out of its cracks. */
function growth(site: Site, land: Land, place: Place, walled: Order | null): void {
  const { mesh, streams, side, brief, season } = site
  const random = streams('growth')
  const { needles, bark, crowns } = trees(site)
  const at = axesOf(place)
  const green = mesh.paint(leaves(rgb(season === 'winter' ? '#6a6a58' : '#4a5c28'), rgb('#8a9a4c'), { through: 0.2 }))
  for (let i = 0; i < 46; i++) {
    const [x, , z] = at(random.range(-15, 15), 0, random.range(-5.5, 4))
    tuft(mesh, random, x, Math.max(land(x, z), place.y - 0.6), z, random.range(0.25, 0.7), green)
  }
  const paints = ivyPaints(site)
  for (let i = 0; walled && i < 5; i++)
    ivy(
      mesh,
      random,
      at,
      {
        along: random.range(-10, 10),
        up: walled.tall * random.range(0.35, 0.6),
        wide: 2.4,
        long: 5,
        into: walled.bay * 1.7 - 0.6,
        way: -1,
        leaf: 0.2,
        count: 420,
      },
      paints,
    )
  if (!brief.allows('trees')) return
  for (const [dx, dz, kind] of [
    [-24, -6, 0],
    [-28, 8, 0],
    [-21, 22, 1],
    [27, 10, 1],
    [31, -4, 0],
    [35, 20, 0],
    [-36, 18, 1],
    [-31, -16, 0],
  ] as const) {
    const x = place.x + side * dx * random.range(0.9, 1.15)
    const z = place.z + dz + random.range(-4, 4)
    const at = { x, y: land(x, z) - 0.3, z, distance: z }
    if (kind === 0) conifer(mesh, random, { ...at, height: random.range(10, 16) }, random.pick(needles), bark, 0.55)
    else broadleaf(mesh, random, { ...at, height: random.range(7, 10) }, random.pick(crowns), bark, { spread: 1.25 })
  }
}

/** Fires in bowls between the columns, after dark. */
function offerings({ scene }: Site, place: Place, bay: number): void {
  const at = axesOf(place)
  for (const along of [-bay, bay]) {
    const [x, , z] = at(along, 0, -2.4)
    const y = place.y + 1
    scene.lamps.push({ x, y: y + 1, z, colour: [1.2, 0.55, 0.17], range: 17 })
    scene.glows.push({ x, y, z, colour: [1, 0.5, 0.16], intensity: 1.2, size: 0.5 })
  }
}
