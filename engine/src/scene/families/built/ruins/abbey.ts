import { PI, smooth } from '../../../../math/dmath.ts'
import type { Brief } from '../../../brief.ts'
import { plain } from '../../../material/paints.ts'
import { fbm2, value2 } from '../../../noise.ts'
import type { Scene } from '../../../scene.ts'
import { box, loft } from '../../../shape/loft.ts'
import { polygon } from '../../../shape/outline.ts'
import { terrain } from '../../../shape/terrain.ts'
import { tube } from '../../../shape/tube.ts'
import type { Streams } from '../../../streams.ts'
import type { Vec3 } from '../../../vector.ts'
import { ground } from '../../nature/paints.ts'
import { broadleaf } from '../../nature/plant/broadleaf.ts'
import { meadow } from '../../nature/plant/meadow.ts'
import { trees } from '../../nature/plant/tree-paints.ts'
import { birds } from '../../nature/prop/birds.ts'
import { FOREST_FLOOR } from '../../nature/season.ts'
import { openSite, type Site } from '../../nature/site.ts'
import { flying, standing } from '../../nature/spots.ts'
import { builtAir } from '../built-air.ts'
import { hills } from '../hills.ts'
import { type At, axesOf, type Place } from '../place.ts'
import { archLine } from '../prop/arch.ts'
import { type Opening, piercedWall } from '../prop/pierced-wall.ts'
import { torch } from '../prop/torch.ts'
import { ivy, ivyPaints } from './growth.ts'
import { overgrow } from './overgrow.ts'
import { broken, type RuinStone, ruinStone, scatter } from './stones.ts'
import { visitors } from './visitors.ts'

type Land = (x: number, z: number) => number

/** Metres between two pillars. */
const BAY = 6.4
const TALL = 18

/** The nave of a Gothic abbey without its roof: grass for a floor, pointed arches to both hands, the great window ahead. */
export function abbey(brief: Brief, streams: Streams): Scene {
  const frame = streams('camera')
  const site = openSite(brief, streams, (side) => ({
    view: {
      eye: [side * frame.range(1, 2.6), frame.range(2, 3), 0],
      target: [-side * frame.range(0, 2), frame.range(6, 7.4), 50],
      fov: frame.range(60, 68),
      shiftY: 0.08,
    },
    azimuth: side * (brief.mood.time === 'day' ? frame.range(38, 64) : frame.range(18, 44)),
  }))
  const { mesh, scene, side, snowy } = site
  const layout = streams('layout')
  const half = layout.range(6.6, 7.8)
  const bays = layout.int(5, 6)
  const end = 8 + bays * BAY
  const ox = layout.range(0, 200)
  const land: Land = (x, z) =>
    fbm2(x * 0.09 + ox, z * 0.09, 3) * 0.55 +
    0.7 * smooth(0.6, 1.05, Math.abs(x) / half) * value2(x * 0.3 + ox, z * 0.2) -
    1.5 * smooth(end + 8, end + 60, z)
  const [grass, dry] = FOREST_FLOOR[site.season]
  terrain(mesh, scene.camera, {
    paint: mesh.paint(
      ground({ rock: [0.3, 0.28, 0.25], grass, dryGrass: dry, scale: 0.9, rockiness: -0.2, ...(snowy && { snowLine: -60, snowBand: 4 }) }),
    ),
    near: 1.4,
    far: 320,
    rows: 130,
    columns: 110,
    halfWidth: 0.95,
    height: land,
  })
  const stone = ruinStone(site, ['#a39a8a', '#8f8a80', '#b0a084', '#97856c'], 0.75, { width: 1, height: 0.5 })
  for (const hand of [-1, 1]) arcade(site, stone, hand, half, bays, end)
  greatWindow(site, stone, half, end)
  const random = streams('fallen')
  scatter(site, stone, {
    count: 90,
    size: [0.3, 1.3],
    place: () => {
      const z = random.range(4.5, end - 1)
      const x = random.range(-1, 1) * half
      return Math.abs(x) < half * 0.42 ? null : [x, z]
    },
    height: land,
  })
  if (!snowy) meadow(site, (x, z) => land(x, z), { near: 1.8, far: end, spread: 0.75, tries: 12000, flowers: 1500 })
  outside(site, land, half, end)
  hills(site, { near: 190, far: 2800, hills: 90, mountains: layout.chance(0.5) ? 420 : 60, foot: -3, wooded: 240, snowLine: 420 })
  builtAir(site, {
    centre: [0, 8, end * 0.5],
    radius: 40,
    lamps: [
      [-half - 7, -1, -2],
      [half + 7, 22, end + 6],
    ],
    haze: 2,
  })
  Object.assign(scene.fog, {
    density: scene.fog.density * 3,
    thinning: 14,
    shaft: 1.1,
    shaftShade: 0.35,
    sunPhase: 1.4,
    far: 1600,
    haze: scene.fog.haze * 0.6,
    steps: 14,
  })
  // walls and trees leave little of the sky
  if (scene.clouds) scene.clouds = { ...scene.clouds, resolution: 120 }
  scene.sun.resolution = 1536
  scene.ambient *= scene.look.name === 'day' ? 1.12 : 1.45
  if (site.dim)
    for (const [x, z] of [
      [-half + 1.6, end - 6],
      [half - 1.6, end - 6],
      [-half + 1.6, 15],
      [half - 1.6, 15],
    ] as const)
      torch(site, [x, land(x, z), z], true, 1.5)
  visitors(site, land, [
    [side * 0.6, 24],
    [side * 1.7, 24.6],
    [-side * 2, 31],
  ])
  standing(scene, land, [
    [side * 0.6, 13, 1.6],
    [-side * 1.8, 19, 2],
    [side * 1.4, 26, 2],
  ])
  flying(scene, [[-side * 1, 8.6, 24, 2.4]])
  if (brief.allows('birds'))
    birds(mesh, streams('birds'), {
      count: 9,
      x: side * 2,
      y: 21,
      z: 44,
      spread: 9,
      size: 0.5,
      paint: mesh.paint(plain([0.03, 0.03, 0.035])),
    })
  return scene
}

/** One side of the nave: arches on pillars, a gallery of small arches, windows above, and aisle walls behind them. */
function arcade(site: Site, stone: RuinStone, hand: number, half: number, bays: number, end: number): void {
  const { mesh, streams } = site
  const random = streams(hand < 0 ? 'left wall' : 'right wall')
  const length = bays * BAY + 10
  const place: Place = { x: hand * half, y: -0.3, z: end - length / 2, turn: PI / 2 }
  const at = axesOf(place)
  const openings: Opening[] = []
  const middles: number[] = []
  for (let i = 0; i < bays + 1; i++) {
    const along = length / 2 - 2.4 - (i + 0.5) * BAY + 1
    middles.push(along)
    openings.push({ along, width: BAY - 1.7, height: 8.4, rise: 3.9, pointed: true })
    for (const q of [-1, 1]) openings.push({ along: along + q * 1.15, width: 1.3, sill: 9.6, height: 11.6, rise: 1, pointed: true })
    openings.push({ along, width: 2.5, sill: 12.6, height: 16.6, rise: 2, pointed: true })
  }
  const ragged = broken(TALL, 0.5, random.range(0, 60), 0.5, 0.11)
  const keep = random.range(0.1, 0.4)
  const top = (along: number) => Math.min(TALL, Math.max(9.2, ragged(along) + TALL * 0.34 * smooth(keep, 1, along / length + 0.5)))
  piercedWall(mesh, { place, length, thick: 1.3, foot: 1, top, openings, paint: stone.wall, inside: stone.block })
  for (let i = 0; i <= bays + 1; i++) {
    const along = length / 2 - 2.4 - i * BAY + 1
    pillar(site, stone, at(along, 0, 0), along > -length / 2 + 1 ? Math.min(top(along), TALL) : 5, hand)
  }
  for (const [i, along] of middles.entries())
    if (i % 2 === 0 || random.chance(0.6))
      tracery(site, stone, at, { along, width: 2.5, sill: 12.6, height: 16.6, rise: 2, pointed: true }, top(along), 2)
  const aisle: Place = { ...place, x: hand * (half + 5) }
  piercedWall(mesh, {
    place: aisle,
    length,
    thick: 1,
    foot: 1,
    top: broken(8.6, 0.35, random.range(0, 60), 0.5, 0.14),
    openings: middles.map((along) => ({ along, width: 2, sill: 2.2, height: 6.6, rise: 1.9, pointed: true })),
    paint: stone.wall,
    inside: stone.block,
  })
  const leaves = ivyPaints(site)
  const pillars = Array.from({ length: bays + 2 }, (_, i) => {
    const along = length / 2 - 2.4 - i * BAY + 1
    return { along, tall: Math.min(top(along), TALL), isNear: i >= bays - 2 }
  })
  overgrow(site, streams(hand < 0 ? 'left ivy' : 'right ivy'), at, hand, pillars, leaves)
  for (let i = 0; i < 14; i++) {
    const along = random.range(-0.5, 0.42) * length
    const up = Math.min(top(along), TALL) - random.range(0, 1)
    ivy(
      mesh,
      random,
      at,
      {
        along,
        up,
        wide: random.range(1.2, 3.6),
        long: random.range(3, up * 0.8),
        into: hand > 0 ? 0.62 : -0.62,
        way: hand > 0 ? 1 : -1,
        leaf: 0.21,
        count: 1000,
      },
      leaves,
    )
  }
}

/** A bundle of shafts before a wall, from the ground to where the vault began. */
function pillar({ mesh }: Site, stone: RuinStone, [x, y, z]: Vec3, height: number, hand: number): void {
  const face = x - hand * 0.5
  const ring = (cx: number, cz: number, list: readonly (readonly [number, number])[], sides: number) =>
    loft(
      mesh,
      list.map(([up, r]) => ({ y: y + up, points: polygon(cx, cz, r, sides) })),
      { paint: stone.drum, cap: stone.drum, smooth: true },
    )
  ring(
    x,
    z,
    [
      [-1, 1.35],
      [0.5, 1.35],
      [0.7, 1.12],
      [4, 1.08],
      [4.2, 1.34],
      [4.7, 1.5],
    ],
    12,
  )
  for (const q of [-0.42, 0, 0.42]) {
    const out = face - hand * (q === 0 ? 0.5 : 0.3)
    ring(
      out,
      z + q,
      [
        [-1, 0.3],
        [1, 0.3],
        [1.1, 0.2],
        [Math.max(4.8, height - 2), 0.2],
      ],
      8,
    )
    if (height > 11)
      ring(
        out,
        z + q,
        [
          [height - 2.4, 0.2],
          [height - 1.9, 0.36],
          [height - 1.6, 0.36],
        ],
        8,
      )
  }
}

/** Bars of stone in a window: lights side by side, their heads, and a ring above. What would stand over `limit` has fallen. */
function tracery({ mesh }: Site, stone: RuinStone, at: At, shape: Opening, limit: number, lights: number): void {
  const { along, width, sill = 0, height, rise = width / 2 } = shape
  const spring = height - rise
  const paint = stone.carved
  const light = width / lights
  const bar = (path: readonly (readonly [number, number])[], radius: number) => {
    const kept = path.filter(([, up]) => up < limit - 0.1)
    if (kept.length > 1)
      tube(
        mesh,
        kept.map(([a, up]) => at(along + a, up, 0)),
        { paint, radius, sides: 5 },
      )
  }
  const thick = 0.05 + width * 0.014
  for (let i = 1; i < lights; i++)
    bar(
      [
        [i * light - width / 2, sill],
        [i * light - width / 2, spring],
      ],
      thick,
    )
  for (let i = 0; i < lights; i++) {
    const middle = (i + 0.5) * light - width / 2
    const head = archLine({ along: 0, into: 0, width: light, height: spring + light * 0.75, rise: light * 0.75, pointed: true })
    bar(
      head.slice(1, -1).map(([a, up]) => [middle + a, up] as const),
      thick,
    )
  }
  const ringRadius = lights > 2 ? width * 0.21 : light * 0.42
  const ringUp = spring + (lights > 2 ? light * 0.9 : light * 0.85) + ringRadius * 0.8
  if (ringUp + ringRadius > height) return
  for (const k of lights > 2 ? [1, 0.45] : [1]) bar(polygon(0, ringUp, ringRadius * k, 20).concat([[ringRadius * k, ringUp]]), thick)
  if (lights > 2)
    for (const [a, up] of polygon(0, ringUp, ringRadius, 8))
      bar(
        [
          [a * 0.45, ringUp + (up - ringUp) * 0.45],
          [a, up],
        ],
        thick * 0.8,
      )
}

/** The east end: a great window with tracery between two lower ones, below what is left of the gable. */
function greatWindow(site: Site, stone: RuinStone, half: number, end: number): void {
  const { mesh, streams } = site
  const random = streams('great window')
  const place: Place = { x: 0, y: -0.3, z: end, turn: 0 }
  const at = axesOf(place)
  const main: Opening = { along: 0, width: half * 1.12, sill: 3.4, height: 16.4, rise: half * 0.8, pointed: true }
  const small = (q: number): Opening => ({ along: q * half * 0.8, width: 1.5, sill: 4.4, height: 11, rise: 1.4, pointed: true })
  const salt = random.range(0, 60)
  const whole = random.chance(0.5)
  const gable = (along: number) => 21.5 - Math.abs(along) * 0.55
  const bite = random.pick([-1, 1]) * random.range(0.3, 0.7) * half
  const top = (along: number) => {
    const rough = Math.round((value2(along * 0.7 + salt, 2) - 0.5) * 5) * 0.5
    const gone = whole ? 0 : 7 * smooth(half * 0.7, 0, Math.abs(along - bite * 1.6))
    return Math.max(6, gable(along) - gone + rough * (whole ? 0.5 : 1))
  }
  piercedWall(mesh, {
    place,
    length: half * 2 + 14,
    thick: 1.6,
    foot: 1,
    top,
    openings: [main, small(-1), small(1)],
    paint: stone.wall,
    inside: stone.block,
    step: 0.35,
  })
  tracery(site, stone, at, main, Math.min(top(-2), top(2)) + 1, 4)
  const [, sill] = [0, main.sill ?? 0]
  box(mesh, { x: 0, y: sill - 0.6, z: end - 1, width: main.width + 1, height: 0.4, depth: 0.6, paint: stone.block })
  for (let i = 0; i < 3; i++)
    box(mesh, {
      x: 0,
      y: -0.6,
      z: end - 3.4 + i * 0.8,
      width: half * 1.6 - i * 0.5,
      height: 0.6 + i * 0.25,
      depth: 1.2,
      paint: stone.block,
    })
  box(mesh, { x: 0, y: 0.5, z: end - 1.7, width: 2.6, height: 1, depth: 1.1, paint: stone.carved })
  const leaves = ivyPaints(site)
  for (const q of [-1, 1])
    ivy(
      mesh,
      random,
      at,
      { along: q * half * 0.86, up: top(q * half * 0.86) - 0.5, wide: 2.6, long: 9, into: -0.85, way: -1, leaf: 0.18, count: 700 },
      leaves,
    )
}

/** Trees that look over the walls, and one that stands in the choir. */
function outside(site: Site, land: Land, half: number, end: number): void {
  const { mesh, streams, brief } = site
  if (!brief.allows('trees')) return
  const random = streams('trees')
  const { crowns, bark } = trees(site)
  for (const hand of [-1, 1])
    for (let i = 0; i < 5; i++) {
      const x = hand * (half + random.range(9, 18))
      const z = 12 + i * 9 + random.range(-3, 3)
      broadleaf(
        mesh,
        random,
        { x, y: land(x, z) - 0.5, z, height: random.range(10, 17), distance: Math.max(40, z) },
        random.pick(crowns),
        bark,
        { spread: 1.1 },
      )
    }
  for (let i = 0; i < 8; i++) {
    const x = random.range(-26, 26)
    const z = end + random.range(14, 50)
    broadleaf(mesh, random, { x, y: land(x, z) - 0.5, z, height: random.range(7, 12), distance: z }, random.pick(crowns), bark)
  }
  const x = random.pick([-1, 1]) * half * 0.62
  const z = end - random.range(9, 14)
  broadleaf(mesh, random, { x, y: land(x, z), z, height: random.range(6, 9), distance: 22 }, random.pick(crowns), bark, { fullness: 0.8 })
}
