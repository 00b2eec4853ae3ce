import { cos, PI, sin } from '../../../../math/dmath.ts'
import type { Brief } from '../../../brief.ts'
import { plain } from '../../../material/paints.ts'
import type { Scene } from '../../../scene.ts'
import { box } from '../../../shape/loft.ts'
import type { Streams } from '../../../streams.ts'
import type { Rgb } from '../../../vector.ts'
import { masonryOf } from '../../nature/paints.ts'
import { broadleaf } from '../../nature/plant/broadleaf.ts'
import { trees } from '../../nature/plant/tree-paints.ts'
import { birds } from '../../nature/prop/birds.ts'
import { openSite, type Site } from '../../nature/site.ts'
import { inSight, standing } from '../../nature/spots.ts'
import { builtAir } from '../built-air.ts'
import { hills } from '../hills.ts'
import { paved } from '../paved.ts'
import { townsperson, walking } from '../prop/folk.ts'
import { townHall } from '../prop/hall.ts'
import { streetLamp } from '../prop/lantern.ts'
import { fountain, statue, well } from '../prop/monument.ts'
import { parasol } from '../prop/parasol.ts'
import { nave, steeple } from '../prop/steeple.ts'
import { bench, pottedPlant } from '../prop/street-things.ts'
import { roofPaints, stylesNamed, type TownStyle, townHouse } from './styles.ts'

/** A square with a fountain, a monument or a well before a town hall or a church. */
export function square(brief: Brief, streams: Streams): Scene {
  const frame = streams('camera')
  const eye = frame.pick([1.8, 2.6, 5.5, 9])
  const aim = frame.range(-0.14, 0.14)
  const site = openSite(brief, streams, (side) => ({
    view: {
      eye: [side * frame.range(2, 7), eye, 0],
      target: [side * aim * 100, eye + 2, 100],
      fov: frame.range(62, 70),
      shiftY: eye > 5 ? 0.14 : 0.24,
    },
    azimuth: side * (brief.mood.time === 'day' ? frame.range(55, 100) : frame.range(25, 62)),
  }))
  const { mesh, scene, side } = site
  const style = streams('style').pick(stylesNamed('timber', 'south', 'gables', 'slate'))
  paved(site, {
    kind: streams('style').chance(0.5) ? 'cobbles' : 'slabs',
    colour: style.hollow ? [0.36, 0.31, 0.25] : [0.27, 0.255, 0.235],
    size: streams('style').chance(0.5) ? 0.28 : 0.6,
    half: 90,
    near: -8,
    far: 260,
  })
  const far = streams('layout').range(36, 47)
  const half = streams('layout').range(15, 20)
  surround(site, style, half, far)
  landmark(site, style, far)
  const kept = middle(site, style)
  hills(site, { near: 190, far: 2800, hills: 110, mountains: streams('land').chance(0.5) ? 500 : 60, foot: -2, wooded: 500 })
  furnish(site, half, kept)
  builtAir(site, {
    centre: [0, 6, 26],
    radius: 52,
    lamps: [
      [-half - 8, -1, -8],
      [half + 8, 26, far + 14],
    ],
  })
  const { camera } = scene
  const ahead = (z: number) => camera.x + (camera.groundX / camera.groundZ) * z
  const near = inSight(camera, 0, ahead, 9)
  standing(scene, () => 0, [
    [ahead(near) + side * near * 0.14, near, 1.5],
    [ahead(near) - side * near * 0.2, near + 1, 1.5],
    [ahead(near + 8) + side * near * 0.05, near + 8, 1.8],
  ])
  scene.spots.push({ ground: 'air', x: side * 6, y: 13, z: 28, radius: 2.2 })
  if (brief.allows('birds'))
    birds(mesh, streams('birds'), {
      count: 12,
      x: -side * 8,
      y: 19,
      z: 44,
      spread: 11,
      size: 0.42,
      paint: mesh.paint(plain([0.05, 0.05, 0.055])),
    })
  return scene
}

/** Rows of houses on both sides and, left and right of the landmark, at the far end. */
function surround(site: Site, style: TownStyle, half: number, far: number): void {
  const { streams } = site
  const roofs = roofPaints(site, style)
  for (const hand of [-1, 1]) {
    const random = streams(hand < 0 ? 'left row' : 'right row')
    for (let z = 2; z < far + 2; ) {
      const width = random.range(6, 9.5)
      const depth = random.range(8, 10)
      townHouse(site, random, style, roofs, {
        x: hand * (half + depth / 2 + random.range(0, 0.4)),
        y: 0,
        z: z + width / 2,
        turn: hand * -PI * 0.5,
        width,
        depth,
        near: true,
      })
      z += width + 0.05
    }
    for (let x = 13; x < half + 14; ) {
      const width = random.range(6, 9)
      townHouse(site, random, style, roofs, {
        x: hand * (x + width / 2),
        y: 0,
        z: far + 5 + random.range(0, 0.4),
        turn: 0,
        width,
        depth: 9,
        near: true,
      })
      x += width + 0.05
    }
    for (let i = 0; i < 9; i++)
      townHouse(site, random, style, roofs, {
        x: hand * random.range(8, 60),
        y: 0,
        z: far + 18 + i * 8,
        turn: random.range(-0.4, 0.4),
        width: 9,
        depth: 8,
        near: false,
      })
  }
}

function landmark(site: Site, style: TownStyle, far: number): void {
  const { streams, side } = site
  const random = streams('landmark')
  const roof = random.pick(roofPaints(site, style))
  const top = random.pick(style.tops)
  if (random.chance(0.5))
    return void townHall(site, random, {
      x: random.range(-2, 2),
      y: 0,
      z: far + 5,
      turn: 0,
      width: 25,
      depth: 11,
      stone: style.stone,
      roof,
      top,
    })
  const x = side * random.range(-5, 5)
  steeple(site, { x, y: 0, z: far + 3, turn: 0, width: 7.4, height: random.range(18, 22), top, stone: style.stone, roof })
  nave(site, { x, y: 0, z: far + 22, turn: 0 }, 15, 30, 13, style.stone, roof)
  for (const q of [-1, 1])
    townHouse(site, random, style, roofPaints(site, style), { x: x + q * 9.4, y: 0, z: far + 7, turn: 0, width: 8, depth: 8, near: true })
}

/** A round place on which nobody walks. */
type Kept = { readonly x: number; readonly z: number; readonly radius: number }

/** What stands in the middle, and the place it takes. */
function middle(site: Site, style: TownStyle): Kept {
  const { streams, side, mesh } = site
  const random = streams('middle')
  const x = -side * random.range(1, 6)
  const z = random.range(14, 19)
  const kind = random.pick(['fountain', 'fountain', 'monument', 'well', 'tree'] as const)
  const stone: Rgb = [style.stone[0] * 1.05, style.stone[1] * 1.05, style.stone[2] * 1.05]
  if (kind === 'fountain') {
    const radius = random.range(3.2, 4.4)
    fountain(site, random, [x, 0, z], radius, stone)
    return { x, z, radius: radius + 0.7 }
  }
  if (kind === 'well') {
    well(site, [x, 0, z - 3], roofPaints(site, style)[0]!)
    return { x, z: z - 3, radius: 2 }
  }
  if (kind === 'tree') {
    const { crowns, bark } = trees(site)
    broadleaf(mesh, random, { x, y: 0, z, height: 10, distance: 16 }, random.pick(crowns), bark, {
      spread: 1.25,
      fullness: site.snowy ? 0.25 : 1,
    })
    for (let i = 0; i < 4; i++)
      bench(mesh, { x: x + cos((i * PI) / 2) * 2.2, y: 0, z: z + sin((i * PI) / 2) * 2.2, turn: (i * PI) / 2 + PI / 2 })
    return { x, z, radius: 3 }
  }
  const rock = mesh.paint(masonryOf({ colour: stone, blockWidth: 1.4, blockHeight: 0.6, variant: 3, joints: 0.5 }))
  for (const [w, up, h] of [
    [6, 0, 0.25],
    [4.8, 0.25, 0.25],
    [3.6, 0.5, 0.25],
    [2, 0.75, 3.2],
    [2.5, 3.95, 0.35],
  ] as const)
    box(mesh, { x, y: up, z, width: w, height: h, depth: w, paint: rock })
  statue(mesh, random, [x, 4.3, z], 3.6, mesh.paint(plain([0.09, 0.2, 0.16], 0.3)))
  return { x, z, radius: 3.8 }
}

const SHADES: readonly Rgb[] = [
  [0.6, 0.55, 0.44],
  [0.46, 0.07, 0.05],
  [0.06, 0.18, 0.26],
  [0.1, 0.24, 0.12],
]

/** Lamps, benches, café tables, trees in tubs and people. */
function furnish(site: Site, half: number, kept: Kept): void {
  const { mesh, streams, brief, side, snowy } = site
  const random = streams('things')
  for (let i = 0; i < 3; i++) for (const q of [-1, 1]) streetLamp(site, [q * (half - 3.6), 0, 9 + i * 12], 3.9, 15)
  for (let i = 0; i < 5; i++) {
    const [x, z, turn] = [random.range(-0.6, 0.6) * half, random.range(11, 32), random.range(0, 6)]
    if ((x - kept.x) * (x - kept.x) + (z - kept.z) * (z - kept.z) > kept.radius * kept.radius) bench(mesh, { x, y: 0, z, turn })
  }
  for (let i = 0; i < 8; i++) pottedPlant(site, random, [random.pick([-1, 1]) * (half - 0.8), 0, random.range(6, 36)], random.range(1, 1.6))
  const { weather } = brief.mood
  if (!snowy && weather !== 'storm' && random.chance(0.6)) {
    const colour = brief.accent ?? random.pick(SHADES)
    for (let i = 0; i < 5; i++) parasol(mesh, random, side * (half - 4 - (i % 2) * 3), 10 + i * 3.4, colour)
  }
  const { crowns, bark } = trees(site)
  if (brief.allows('trees') && random.chance(0.6))
    for (let i = 0; i < 4; i++)
      broadleaf(
        mesh,
        random,
        { x: -side * (half - 5), y: 0, z: 11 + i * 8, height: random.range(6, 8), distance: 40 + i * 20 },
        crowns[0]!,
        bark,
        { fullness: snowy ? 0.25 : 0.9 },
      )
  if (!brief.allows('people')) return
  const people = streams('people')
  const count = brief.density === 'dense' || brief.wants('people') ? 30 : brief.density === 'sparse' ? 5 : 15
  for (let i = 0; i < count; i++) {
    const z = 10 + people.next() * 28
    const x = people.range(-0.8, 0.8) * half
    const pose = walking(people)
    if ((x - kept.x) * (x - kept.x) + (z - kept.z) * (z - kept.z) > kept.radius * kept.radius) townsperson(site, people, x, 0, z, pose)
  }
}
