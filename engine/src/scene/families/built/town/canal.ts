import { PI } from '../../../../math/dmath.ts'
import type { Brief } from '../../../brief.ts'
import { MATERIAL } from '../../../material/material-id.ts'
import { plain } from '../../../material/paints.ts'
import type { Scene } from '../../../scene.ts'
import { box } from '../../../shape/loft.ts'
import type { Streams } from '../../../streams.ts'
import type { Rgb } from '../../../vector.ts'
import { lakeOf, masonryOf } from '../../nature/paints.ts'
import { broadleaf } from '../../nature/plant/broadleaf.ts'
import { trees } from '../../nature/plant/tree-paints.ts'
import { birds } from '../../nature/prop/birds.ts'
import { rowingBoat } from '../../nature/prop/rowing-boat.ts'
import { openSite, type Site } from '../../nature/site.ts'
import { builtAir } from '../built-air.ts'
import { hills } from '../hills.ts'
import { pavingOf } from '../paints.ts'
import { level } from '../place.ts'
import { townsperson, walking } from '../prop/folk.ts'
import { paperLantern, streetLamp } from '../prop/lantern.ts'
import { longBoat } from '../prop/long-boat.ts'
import { pagoda } from '../prop/pagoda.ts'
import { nave, steeple } from '../prop/steeple.ts'
import { stoneBridge } from '../prop/stone-bridge.ts'
import { barrel, crate, pottedPlant } from '../prop/street-things.ts'
import { roofPaints, stylesNamed, type TownStyle, townHouse } from './styles.ts'

/** Height of the quays over the water. */
const QUAY = 1.1

/** Along a canal between houses, under an arched bridge. */
export function canal(brief: Brief, streams: Streams): Scene {
  const frame = streams('camera')
  const half = frame.range(4.6, 7.5)
  const eye = frame.pick([1.9, 3.2, 4.6])
  const off = frame.range(-0.5, 0.5) * half
  const site = openSite(brief, streams, (side) => ({
    view: { eye: [off, eye, 0], target: [off * 0.3 + side * 3, eye + 0.6, 60], fov: frame.range(54, 64), shiftY: frame.range(0.04, 0.16) },
    azimuth: side * (brief.mood.time === 'day' ? frame.range(40, 70) : frame.range(10, 34)),
  }))
  const { mesh, scene, dim, side } = site
  const style = streams('style').pick(stylesNamed('south', 'gables', 'gables', 'timber', 'water', 'water'))
  const k = dim ? 0.3 : 1
  const { weather } = brief.mood
  mesh.use(
    mesh.paint(
      lakeOf({
        deep: style.name === 'south' ? [0.01 * k, 0.07 * k, 0.075 * k] : [0.014 * k, 0.042 * k, 0.034 * k],
        waves: weather === 'storm' ? 0.9 : weather === 'rain' ? 0.6 : frame.range(0.14, 0.34),
        scale: 0.45,
      }),
    ),
  )
  level(mesh, 0, -half, -6, half, 200)
  scene.mirror = { height: 0, material: MATERIAL.lake, resolution: 420 }
  quays(site, style, half)
  rows(site, style, half)
  bridges(site, style, half)
  end(site, style)
  boats(site, style, half)
  hills(site, { near: 170, far: 2600, hills: 80, mountains: streams('land').chance(0.5) ? 420 : 40, foot: -1, wooded: 400 })
  builtAir(site, {
    centre: [0, 5, 45],
    radius: 66,
    lamps: [
      [-half - 14, -1, -6],
      [half + 14, 20, 100],
    ],
    haze: 1.4,
  })
  for (const [x, z, r] of [
    [-side * half * 0.3, 11, 1.6],
    [side * half * 0.4, 18, 1.8],
  ] as const)
    scene.spots.push({ ground: 'water', x, y: 0, z, radius: r })
  for (const hand of [-1, 1]) scene.spots.push({ ground: 'land', x: hand * (half + 1), y: QUAY, z: 20, radius: 0.9 })
  scene.spots.push({ ground: 'air', x: 0, y: 9, z: 24, radius: 2 })
  if (brief.allows('birds'))
    birds(mesh, streams('birds'), {
      count: 8,
      x: side * 4,
      y: 17,
      z: 50,
      spread: 9,
      size: 0.42,
      paint: mesh.paint(plain([0.3, 0.3, 0.31])),
    })
  return scene
}

function quays({ mesh, snowy }: Site, style: TownStyle, half: number): void {
  const wall = mesh.paint(
    masonryOf({
      colour: [style.stone[0] * 0.8, style.stone[1] * 0.8, style.stone[2] * 0.8],
      blockWidth: 0.9,
      blockHeight: 0.4,
      variant: 3,
      cover: [0.06, 0.08, 0.03],
      covered: 0.4,
    }),
  )
  const rim = mesh.paint(plain([style.stone[0], style.stone[1], style.stone[2]]))
  const top = mesh.paint(
    pavingOf({ kind: 'slabs', colour: [0.32, 0.29, 0.25], second: [0.25, 0.23, 0.21], size: 0.6, snow: snowy ? 1 : 0 }),
  )
  for (const hand of [-1, 1]) {
    mesh.use(wall)
    mesh.quad(
      mesh.vertex(hand * half, -1, -6, -6, -1),
      mesh.vertex(hand * half, -1, 200, 200, -1),
      mesh.vertex(hand * half, QUAY, 200, 200, QUAY),
      mesh.vertex(hand * half, QUAY, -6, -6, QUAY),
    )
    mesh.use(top)
    level(mesh, QUAY, hand > 0 ? half : -half - 40, -6, hand > 0 ? half + 40 : -half, 200)
    box(mesh, { x: hand * (half + 0.12), y: QUAY - 0.14, z: 97, width: 0.4, height: 0.22, depth: 206, paint: rim })
  }
}

function rows(site: Site, style: TownStyle, half: number): void {
  const { streams, brief, season, snowy } = site
  const roofs = roofPaints(site, style)
  const green = brief.allows('trees') && streams('plan').chance(0.55)
  for (const hand of [-1, 1]) {
    const random = streams(hand < 0 ? 'left row' : 'right row')
    const walk = random.pick([0.6, 2.6, 3.4])
    for (let z = -3; z < 125; ) {
      const width = random.range(4.6, 8)
      const depth = random.range(7, 10)
      townHouse(site, random, style, roofs, {
        x: hand * (half + walk + depth / 2 + random.range(0, 0.3)),
        y: QUAY,
        z: z + width / 2,
        turn: hand * -PI * 0.5,
        width,
        depth,
        near: z < 78,
        lit: 0.55,
      })
      z += width + (random.chance(0.12) ? 1.4 : 0.05)
    }
    const things = streams('quay things')
    const { crowns, bark } = trees(site)
    for (let i = 0; i < 9; i++) {
      const z = 6 + i * 8 + things.range(-2, 2)
      const x = hand * (half + 0.65)
      if (walk < 2) continue
      if (green && i % 2 === 0)
        broadleaf(
          site.mesh,
          things,
          { x: x + hand * 0.3, y: QUAY, z, height: things.range(5, 7), distance: 24 + z },
          crowns[i % crowns.length]!,
          bark,
          { fullness: snowy || season === 'winter' ? 0.2 : 0.9, spread: 0.85 },
        )
      else if (i % 3 === 0) streetLamp(site, [x, QUAY, z], 3.2, 11)
      else if (things.chance(0.5)) pottedPlant(site, things, [x, QUAY, z], things.range(1, 1.5))
      else if (things.chance(0.4)) barrel(site.mesh, x, QUAY, z)
      else crate(site.mesh, { x, y: QUAY, z, turn: things.range(0, 1) }, 0.7)
    }
    if (style.swept)
      for (let i = 0; i < 9; i++)
        paperLantern(site, [hand * (half + walk - 0.25), QUAY + 3.1, 6 + i * 6.3], 0.32, brief.accent ?? [1, 0.14, 0.05])
    if (!brief.allows('people') || walk < 2) continue
    for (let i = 0; i < 6; i++) {
      const z = 16 + things.range(0, 55)
      townsperson(site, things, hand * (half + walk * things.range(0.5, 0.8)), QUAY, z, walking(things))
    }
  }
}

function bridges(site: Site, style: TownStyle, half: number): void {
  const { mesh, streams, brief, snowy } = site
  if (!brief.allows('bridge')) return
  const random = streams('bridges')
  const stone = mesh.paint(
    masonryOf({
      colour: style.stone,
      blockWidth: 0.8,
      blockHeight: 0.36,
      variant: 8,
      joints: 0.8,
      cover: snowy ? [0.75, 0.78, 0.84] : [0.09, 0.11, 0.05],
      covered: snowy ? 1 : 0.25,
    }),
  )
  const road = mesh.paint(plain(snowy ? [0.7, 0.74, 0.8] : [0.28, 0.26, 0.23]))
  const tall = style.swept ? 1.5 : 1
  let z = random.range(27, 38)
  for (let i = 0; i < 2; i++) {
    const span = half * 2 - 1
    const rise = Math.min(span / 2, 3) * tall
    const deck = stoneBridge(mesh, { x: 0, z, span, length: half * 2 + 5, rise, top: rise + 0.75, ends: QUAY, depth: 3.4, stone, road })
    if (brief.allows('people'))
      for (let k = 0; k < 3; k++) {
        const x = random.range(-0.6, 0.6) * half
        townsperson(site, random, x, deck(x), z - 0.6 + k * 0.5, random.pick([-1, 1]) * 1.4)
      }
    if (!style.swept) for (const q of [-1, 1]) streetLamp(site, [q * half * 0.5, deck(q * half * 0.5), z - 1.5], 2.6, 9)
    z += random.range(34, 46)
  }
}

/** What closes the view over the roofs at the end. */
function end(site: Site, style: TownStyle): void {
  const { streams, side } = site
  const random = streams('end')
  const roofs = roofPaints(site, style)
  const z = random.range(112, 126)
  if (style.swept) return void pagoda(site, side * random.range(-2, 9), z, roofs[0]!)
  const x = side * random.range(2, 10)
  steeple(site, {
    x,
    y: QUAY,
    z,
    turn: random.range(-0.2, 0.2),
    width: 7,
    height: random.range(26, 34),
    top: random.pick(style.tops),
    stone: style.stone,
    roof: roofs[0]!,
  })
  nave(site, { x: x + side * 9, y: QUAY, z: z + 12, turn: 0 }, 12, 22, 13, style.stone, roofs[0]!)
  for (let i = -2; i < 3; i++)
    townHouse(site, random, style, roofs, { x: i * 7.5, y: QUAY, z: 134, turn: 0, width: 7.3, depth: 8, near: true })
}

const HULLS: readonly Rgb[] = [
  [0.02, 0.02, 0.024],
  [0.22, 0.06, 0.04],
  [0.04, 0.12, 0.16],
  [0.2, 0.13, 0.07],
  [0.05, 0.14, 0.08],
]

function boats({ mesh, streams, brief, side }: Site, style: TownStyle, half: number): void {
  if (!brief.allows('boat')) return
  const random = streams('boats')
  for (let i = 0; i < 7; i++) {
    const hand = i === 0 ? -side : random.pick([-1, 1])
    const z = 7.5 + i * random.range(5, 9)
    const x = hand * (half - random.range(0.95, 1.3))
    const colour = brief.accent && i === 0 ? brief.accent : random.pick(HULLS)
    const turn = random.range(-0.08, 0.08)
    if (style.name === 'gables' || style.name === 'timber') rowingBoat(mesh, { x, z, turn, colour })
    else longBoat(mesh, x, z, turn, style.swept ? 5 : 7.4, colour, style.swept && random.chance(0.7) ? [0.2, 0.15, 0.08] : undefined)
  }
  if (random.chance(0.6))
    longBoat(
      mesh,
      side * half * 0.15,
      random.range(18, 23),
      random.range(-0.25, 0.25),
      style.swept ? 5 : 7.4,
      random.pick(HULLS),
      style.swept ? [0.22, 0.16, 0.09] : undefined,
    )
}
