import { smooth } from '../../../../math/dmath.ts'
import type { Brief } from '../../../brief.ts'
import { MATERIAL } from '../../../material/material-id.ts'
import { plain } from '../../../material/paints.ts'
import { fbm2, value2 } from '../../../noise.ts'
import type { Scene } from '../../../scene.ts'
import { box } from '../../../shape/loft.ts'
import { terrain } from '../../../shape/terrain.ts'
import { tube } from '../../../shape/tube.ts'
import type { Streams } from '../../../streams.ts'
import { ground, lakeOf, leaves, planksOf, stoneOf } from '../../nature/paints.ts'
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
import { hills } from '../hills.ts'
import { pavingOf } from '../paints.ts'
import { level } from '../place.ts'
import { guard, townsperson, walking } from '../prop/folk.ts'
import { torch } from '../prop/torch.ts'
import { gatehouse } from './gatehouse.ts'
import { type CastleKit, castleKit, curtain, keep, roundTower } from './kit.ts'

/** Where the moat begins, and where its far bank and the gate stand. */
const BANK = 17
const GATE = 31

/** Over a drawbridge to the gate of a castle. */
export function gate(brief: Brief, streams: Streams): Scene {
  const frame = streams('camera')
  const shift = frame.range(-5, 5)
  const eye = frame.pick([1.9, 2.6, 4.2])
  const site = openSite(brief, streams, (side) => ({
    view: { eye: [shift, eye + 0.6, 0], target: [shift * 0.1, eye + 3.4, 60], fov: frame.range(58, 68), shiftY: frame.range(0.17, 0.26) },
    azimuth: side * (brief.mood.time === 'day' ? frame.range(120, 150) : frame.range(40, 76)),
  }))
  const { mesh, scene, side, dim } = site
  /** Where the middle of the picture lies at a distance. */
  const axis = (z: number) => shift * (1 - 0.015 * z)
  const ox = streams('land').range(0, 100)
  const bare = (x: number, z: number) => {
    const moat = smooth(BANK - 1.5, BANK + 1.4, z + fbm2(x * 0.09 + ox, 2, 2) * 1.6) * smooth(GATE - 0.2, GATE - 3, z)
    const banks = smooth(6, 26, Math.abs(x - shift * 0.5)) * (1 + 3 * value2(x * 0.08 + ox, z * 0.08)) * smooth(BANK, BANK - 9, z)
    return 0.5 + banks + fbm2(x * 0.1, z * 0.1, 3) * 0.5 * smooth(2.4, 5, Math.abs(x)) - 3.4 * moat
  }
  const room: readonly Room[] = [
    [axis(15) - side * 5.6, 15, 1.2],
    [axis(15) + side * 6, 15.5, 1.2],
  ]
  const land = withKnolls(scene.camera, bare, room)
  const [meadow, dry] = FOREST_FLOOR[site.season]
  terrain(mesh, scene.camera, {
    paint: mesh.paint(
      ground({
        rock: [0.25, 0.235, 0.22],
        grass: meadow,
        dryGrass: dry,
        snowLine: site.snowy ? -90 : 1e6,
        snowBand: 5,
        rockiness: -0.1,
        shore: -0.35,
        shoreBand: 0.4,
      }),
    ),
    near: 1.5,
    far: 240,
    rows: 150,
    columns: 150,
    halfWidth: 1,
    height: land,
  })
  const k = dim ? 0.3 : 1
  mesh.use(mesh.paint(lakeOf({ deep: [0.014 * k, 0.04 * k, 0.034 * k], waves: 0.3, scale: 0.5 })))
  level(mesh, -0.6, -120, BANK - 3, 120, GATE + 1)
  scene.mirror = { height: -0.6, material: MATERIAL.lake, resolution: 400 }
  const kit = castleKit(site)
  walls(kit, streams)
  drawbridge(kit)
  approach(site)
  plants(site, land)
  hills(site, { near: 200, far: 3000, hills: 130, mountains: streams('land').chance(0.6) ? 600 : 80, foot: 0, wooded: 500, snowLine: 420 })
  people(site)
  builtAir(site, {
    centre: [0, 10, 34],
    radius: 58,
    lamps: [
      [-34, -2, 2],
      [34, 34, 62],
    ],
    haze: 1.2,
  })
  standing(scene, land, room)
  scene.spots.push(
    { ground: 'water', x: axis(24) + side * 7, y: -0.6, z: 24, radius: 2 },
    { ground: 'air', x: axis(30) + side * 11, y: 13, z: 30, radius: 4 },
  )
  if (brief.allows('birds'))
    birds(mesh, streams('birds'), {
      count: 8,
      x: -side * 12,
      y: 26,
      z: 46,
      spread: 11,
      size: 0.6,
      paint: mesh.paint(plain([0.02, 0.02, 0.024])),
    })
  return scene
}

function walls(kit: CastleKit, streams: Streams): void {
  const random = streams('walls')
  const size = random.range(1.05, 1.3)
  gatehouse(kit, random, { x: 0, y: 0.5, z: GATE + 1.2, turn: 0 }, size)
  const spread = random.range(21, 27)
  for (const hand of [-1, 1]) {
    const corner = [hand * spread, GATE + 4 + random.range(-2, 5)] as const
    curtain(kit, [hand * 6 * size, GATE + 2.6], corner, 0.5, 8.5)
    roundTower(kit, random, { x: corner[0], y: 0.5, z: corner[1], radius: random.range(3, 3.8), height: random.range(12, 17), flag: true })
    curtain(kit, corner, [hand * (spread + 26), GATE + 26], 0.5, 8.5)
  }
  keep(
    kit,
    random,
    { x: random.range(-9, 9), y: 2, z: GATE + 26, turn: random.range(-0.2, 0.2) },
    15,
    13,
    random.range(19, 25) * kit.slender,
  )
  for (let i = 0; i < 4; i++)
    roundTower(kit, random, {
      x: (i - 1.5) * 11 + random.range(-4, 4),
      y: 2,
      z: GATE + 18 + random.range(0, 16),
      radius: random.range(2, 3.4),
      height: random.range(19, 34) * kit.slender,
      flag: random.chance(0.6),
    })
}

/** A lowered bridge of planks on two chains, and the stone pier before it. */
function drawbridge({ site, trim }: CastleKit): void {
  const { mesh } = site
  const wood = mesh.paint(planksOf([0.2, 0.12, 0.07], 0.34))
  const iron = mesh.paint(plain([0.04, 0.04, 0.045], 0.5, 0.3))
  for (const [x, width] of [[0, 3.6]] as const) {
    mesh.use(wood)
    const steps = 12
    for (let i = 0; i < steps; i++) {
      const z = BANK - 1.2 + (i / steps) * (GATE - BANK + 1.6)
      const dz = (GATE - BANK + 1.6) / steps
      box(mesh, { x, y: 0.42, z: z + dz / 2, width, height: 0.16, depth: dz - 0.04, paint: wood })
    }
  }
  for (const q of [-1, 1]) {
    box(mesh, { x: q * 1.7, y: 0.3, z: (BANK + GATE) / 2 - 0.4, width: 0.24, height: 0.4, depth: GATE - BANK + 1.6, paint: wood })
    tube(
      mesh,
      [
        [q * 1.75, 0.7, BANK + 1.5],
        [q * 1.9, 3.4, (BANK + GATE) / 2 + 1],
        [q * 2.1, 7, GATE],
      ],
      { paint: iron, radius: 0.07, sides: 5 },
    )
    box(mesh, { x: q * 2.5, y: -2.4, z: BANK - 1, width: 1.2, height: 4.1, depth: 1.6, paint: trim })
    box(mesh, { x: q * 2.5, y: 1.7, z: BANK - 1, width: 1.5, height: 0.25, depth: 1.9, paint: trim })
    torch(site, [q * 2.5, 1.95, BANK - 1], true)
    torch(site, [q * 2.9, 3.9, GATE - 0.3], false)
  }
  box(mesh, { x: 0, y: -3, z: BANK - 1, width: 6.4, height: 3.46, depth: 2, paint: trim })
}

/** The road to the bridge. */
function approach({ mesh, snowy }: Site): void {
  mesh.use(
    mesh.paint(
      pavingOf({
        kind: 'cobbles',
        colour: snowy ? [0.6, 0.63, 0.68] : [0.28, 0.25, 0.21],
        second: [0.21, 0.19, 0.17],
        size: 0.36,
        snow: snowy ? 1 : 0,
      }),
    ),
  )
  level(mesh, 0.53, -2.2, -4, 2.2, BANK - 0.4)
}

function plants(site: Site, land: (x: number, z: number) => number): void {
  const { mesh, streams, season, snowy, brief } = site
  const random = streams('plants')
  const dry = (x: number, z: number) => (Math.abs(x) < 2.6 || land(x, z) < 0.1 ? null : land(x, z))
  const [from, to] = TURF[season]
  if (!snowy)
    grass(mesh, random, {
      tries: 9000,
      near: 1.6,
      far: 26,
      spread: 0.7,
      height: [0.12, 0.45],
      ground: dry,
      paints: [mesh.paint(leaves(from, to))],
    })
  const stone = mesh.paint(
    stoneOf({ colour: [0.22, 0.21, 0.2], features: 1, covered: snowy ? 1 : 0.5, cover: snowy ? [0.76, 0.8, 0.86] : [0.09, 0.11, 0.04] }),
  )
  for (let i = 0; i < 26; i++) {
    const z = random.range(3, BANK + 1)
    const x = random.range(-0.7, 0.7) * (z + 4)
    if (Math.abs(x) > 2.9) boulder(mesh, random, { x, y: land(x, z), z, radius: random.range(0.15, 0.7), paint: stone, rings: 9 })
  }
  if (!brief.allows('trees')) return
  const { needles, crowns, bark } = trees(site)
  for (const hand of [-1, 1])
    for (let i = 0; i < 4; i++) {
      const z = 11 + i * 3 + random.range(-1, 1)
      const x = hand * (9 + i * 2.4 + random.range(0, 4))
      if (random.chance(0.35)) continue
      const at = { x, y: land(x, z) - 0.3, z, height: random.range(6, 12), distance: 16 + z }
      if (random.chance(0.6) && season !== 'winter') broadleaf(mesh, random, at, random.pick(crowns), bark)
      else conifer(mesh, random, at, random.pick(needles), bark)
    }
}

function people(site: Site): void {
  const { streams, brief } = site
  if (!brief.allows('people')) return
  const random = streams('people')
  for (const q of [-1, 1]) guard(site, random, q * 2.6, 0.5, GATE - 1.2, 0)
  for (let i = 0; i < 4; i++) {
    const z = 13 + i * 4 + random.range(-1, 1)
    townsperson(site, random, random.range(-1.2, 1.2), 0.56, z, walking(random))
  }
}
