import { PI } from '../../../../math/dmath.ts'
import type { Brief } from '../../../brief.ts'
import { emitter, plain } from '../../../material/paints.ts'
import type { Scene } from '../../../scene.ts'
import { box } from '../../../shape/loft.ts'
import type { Streams } from '../../../streams.ts'
import type { Rgb, Vec3 } from '../../../vector.ts'
import { clothOf, ground, masonryOf } from '../../nature/paints.ts'
import { broadleaf } from '../../nature/plant/broadleaf.ts'
import { trees } from '../../nature/plant/tree-paints.ts'
import { birds } from '../../nature/prop/birds.ts'
import { TURF } from '../../nature/season.ts'
import { openSite, type Site } from '../../nature/site.ts'
import { inSight, standing } from '../../nature/spots.ts'
import { builtAir } from '../built-air.ts'
import { hills } from '../hills.ts'
import { paved } from '../paved.ts'
import { axesOf, sheet } from '../place.ts'
import { archPanel, archRim } from '../prop/arch.ts'
import { townsperson, walking } from '../prop/folk.ts'
import { paperLantern, shine, streetLamp, stringOf, wallLantern } from '../prop/lantern.ts'
import { piercedWall } from '../prop/pierced-wall.ts'
import { nave, steeple } from '../prop/steeple.ts'
import { awning, barrel, bench, crate, handcart, pottedPlant, sack, washing } from '../prop/street-things.ts'
import { roofPaints, stylesNamed, type TownStyle, townHouse } from './styles.ts'

/** Middle of the lane at a distance. */
type Course = (z: number) => number

/** What the lane leads to: a gate tower, an arch with rooms over it, a steeple behind the roofs, or the hills. */
const ENDS = ['gate', 'gate', 'arch', 'steeple', 'steeple', 'hills'] as const

/** Along a bending lane, between two rows of houses or with a garden to one hand. */
export function lane(brief: Brief, streams: Streams): Scene {
  const frame = streams('camera')
  const eye = frame.pick([1.7, 2.2, 3.4])
  const half = frame.range(3, 4.6)
  const bend = frame.chance(0.4) ? frame.range(12, 19) : frame.range(2, 10)
  const makeup = streams('make-up')
  const end = makeup.pick(ENDS)
  const open = makeup.chance(0.3)
  const off = frame.range(-0.35, 0.35) * half
  const site = openSite(brief, streams, (side) => ({
    view: {
      eye: [side * off, eye, 0],
      target: [side * (off * 0.4 + bend * 0.26 + (open ? 2.5 : 0)), eye + 1, 40],
      fov: frame.range(54, 66),
      shiftY: frame.range(0.16, 0.3),
    },
    azimuth: side * (brief.mood.time === 'day' ? frame.range(38, 75) : frame.range(8, 30)),
  }))
  const { mesh, scene, side } = site
  const style = streams('style').pick(stylesNamed('timber', 'timber', 'south', 'gables', 'slate', 'water'))
  const course: Course = (z) => side * bend * (z / 62) * (z / 62) * (1.5 - z / 125)
  paved(site, {
    kind: streams('style').chance(0.7) ? 'cobbles' : 'slabs',
    colour: style.hollow ? [0.34, 0.29, 0.23] : [0.24, 0.225, 0.21],
    size: 0.24,
    half: 60,
    near: -6,
    far: 240,
  })
  const fronts = houses(site, style, course, half, open)
  if (open) garden(site, style, course, half)
  if (end === 'gate') tower(site, style, course)
  else if (end === 'arch') archway(site, style, course, half)
  else if (end === 'steeple') beyond(site, style, course)
  hills(site, { near: 180, far: 2600, hills: 90, mountains: streams('land').chance(0.5) ? 420 : 60, foot: -2, wooded: 500 })
  things(site, style, course, half)
  overhead(site, fronts, style)
  people(site, course, half)
  builtAir(site, {
    centre: [course(40), 4, 45],
    radius: 70,
    lamps: [
      [-26, -1, -6],
      [side * bend + 30, 22, 110],
    ],
    haze: 1.6,
  })
  const near = inSight(scene.camera, 0, course, 9)
  standing(scene, () => 0, [
    [course(near) + side * 0.35 * half, near, 0.9],
    [course(near + 2) - side * 0.4 * half, near + 2, 1],
    [course(near + 7) + side * 0.2 * half, near + 7, 1.3],
  ])
  scene.spots.push({ ground: 'air', x: course(26), y: 7.4, z: 26, radius: 1.4 })
  if (brief.allows('birds'))
    birds(mesh, streams('birds'), {
      count: 6,
      x: course(70),
      y: 27,
      z: 80,
      spread: 9,
      size: 0.5,
      paint: mesh.paint(plain([0.03, 0.03, 0.035])),
    })
  return scene
}

type Front = { readonly hand: number; readonly z: number; readonly x: number; readonly eaves: number }

/** A wall along the lane with a lawn, trees and shrubs behind it. */
function garden(site: Site, style: TownStyle, course: Course, half: number): void {
  const { mesh, streams, side, snowy, season, brief } = site
  const random = streams('garden')
  const [grass, dry] = TURF[season]
  const snow: Rgb = [0.8, 0.84, 0.9]
  const lawn = mesh.paint(
    ground({ rock: [0.3, 0.26, 0.2], grass: snowy ? snow : grass, dryGrass: snowy ? snow : dry, scale: 1, bump: 0.6, rockiness: -0.4 }),
  )
  const wall = mesh.paint(masonryOf({ colour: style.stone, blockWidth: 0.7, blockHeight: 0.3, variant: 4, joints: 0.6 }))
  const cap = mesh.paint(plain([style.stone[0] * 1.2, style.stone[1] * 1.2, style.stone[2] * 1.2]))
  const tall = random.range(0.8, 1.3)
  const edge = (z: number) => course(z) + side * (half + 0.3)
  const step = 4
  for (let z = -4; z < 46; z += step) {
    const [x0, x1] = [edge(z), edge(z + step)]
    const far = side * 62
    mesh.use(lawn)
    sheet(mesh, [x0, 0.12, z], [x0 + far, 0.12, z], [x1 + far, 0.12, z + step], [x1, 0.12, z + step], 0, z)
    const turn = -(x1 - x0) / step
    box(mesh, { x: (x0 + x1) / 2, y: 0, z: z + step / 2, width: 0.4, height: tall, depth: step + 0.1, turn, paint: wall })
    box(mesh, { x: (x0 + x1) / 2, y: tall, z: z + step / 2, width: 0.54, height: 0.12, depth: step + 0.1, turn, paint: cap })
  }
  if (!brief.allows('trees')) return
  const { crowns, bark } = trees(site)
  for (let i = 0; i < 16; i++) {
    const z = 9 + i * 2.6 + random.range(-1, 1)
    const x = edge(z) + side * (1.6 + random.next() * (4 + i * 0.7))
    broadleaf(mesh, random, { x, y: 0, z, height: random.range(4.5, 10), distance: z }, random.pick(crowns), bark, {
      spread: random.range(1, 1.3),
      fullness: snowy ? 0.3 : 1,
    })
  }
}

/** A house that stands across the lane on an arch. */
function archway(site: Site, style: TownStyle, course: Course, half: number): void {
  const { mesh, streams } = site
  const random = streams('archway')
  const z = random.range(30, 46)
  const roof = roofPaints(site, style)[0]!
  const wall = mesh.paint(masonryOf({ colour: style.stone, blockWidth: 1, blockHeight: 0.45, variant: 5, joints: 0.5 }))
  const trim = mesh.paint(plain([style.stone[0] * 1.2, style.stone[1] * 1.2, style.stone[2] * 1.2]))
  const pane = mesh.paint(site.lit ? emitter([1, 0.6, 0.26], 2.2) : plain([0.05, 0.06, 0.075], 0.9, 1))
  const place = { x: course(z), y: 0, z, turn: 0 }
  const tall = random.range(8, 10)
  const arch = {
    along: 0,
    width: half * 1.5,
    height: random.range(4.6, 5.4),
    rise: half * random.range(0.5, 0.75),
    pointed: random.chance(0.3),
  }
  const wide = half * 2 + 3
  piercedWall(mesh, { place, length: wide, thick: 4, top: tall, openings: [arch], paint: wall })
  const at = axesOf(place)
  archRim(mesh, at, { ...arch, into: -2.02 }, trim, 0.4, 0.14)
  for (const along of [-half * 0.6, 0, half * 0.6]) {
    const window = { along, into: -2.03, width: 0.9, sill: 6, height: 7.5, rise: 0.3 }
    archPanel(mesh, at, window, pane)
    archRim(mesh, at, window, trim, 0.14, 0.08)
  }
  mesh.use(roof)
  const up = tall + random.range(2, 3.4)
  for (const b of [-1, 1])
    sheet(mesh, at(-wide / 2, tall - 0.2, b * 2.5), at(wide / 2, tall - 0.2, b * 2.5), at(wide / 2, up, 0), at(-wide / 2, up, 0))
  shine(site, [place.x, arch.height - 0.7, z - 2.4], 12, 0.7)
}

/** A steeple that looks over the roofs beside the lane. */
function beyond(site: Site, style: TownStyle, course: Course): void {
  const random = site.streams('tower')
  const z = random.range(46, 76)
  steeple(site, {
    ...{ x: course(z) + site.side * random.range(9, 13), y: 0, z, turn: random.range(-0.4, 0.4), width: random.range(6, 8) },
    height: random.range(23, 31),
    top: random.pick(style.tops),
    stone: style.stone,
    roof: roofPaints(site, style)[0]!,
  })
}

/** Both rows of houses. Returns their fronts. */
function houses(site: Site, style: TownStyle, course: Course, half: number, open: boolean): Front[] {
  const { streams } = site
  const roofs = roofPaints(site, style)
  const fronts: Front[] = []
  for (const hand of [-1, 1]) {
    const random = streams(hand < 0 ? 'left row' : 'right row')
    // beyond the garden the row goes on
    for (let z = (open && hand === site.side ? 46 : -3) + random.range(-2, 2); z < 118; ) {
      const width = random.range(5, 8.6)
      const middle = z + width / 2
      const slope = (course(middle + 2) - course(middle - 2)) / 4
      const depth = random.range(7, 10)
      const set = random.range(-0.15, 0.5)
      const x = course(middle) + hand * (half + set + depth / 2)
      const { spec } = townHouse(site, random, style, roofs, {
        x,
        y: 0,
        z: middle,
        turn: hand * -PI * 0.5 - slope,
        width,
        depth,
        near: middle < 75,
        lit: 0.5,
      })
      const eaves = spec.floors * spec.floor
      fronts.push({ hand, z: middle, x: course(middle) + hand * (half + set), eaves })
      if (middle > 6 && middle < 60 && random.chance(0.42))
        wallLantern(site, [course(middle) + hand * (half + set + 0.1), random.range(3.1, 3.7), middle + width * 0.3], -hand * 0.9, 0)
      if (middle > 7 && middle < 44 && random.chance(0.3) && !style.swept)
        shopSign(site, [course(middle) + hand * (half + set), 3.2, middle - width * 0.3], -hand, random.pick(style.trims))
      if (middle > 8 && middle < 50 && random.chance(0.28))
        awning(
          site.mesh,
          { x: course(middle) + hand * (half + set - 0.1), y: 0, z: middle, turn: hand * -PI * 0.5 - slope },
          width * 0.6,
          1.3,
          2.9,
          2.35,
          site.brief.accent ?? random.pick(AWNINGS),
        )
      z += width + (random.chance(0.1) ? 1.2 : 0.04)
    }
  }
  return fronts
}

const AWNINGS: readonly Rgb[] = [
  [0.42, 0.06, 0.05],
  [0.05, 0.16, 0.24],
  [0.07, 0.2, 0.1],
  [0.5, 0.3, 0.06],
]

function shopSign({ mesh, lit, scene }: Site, [x, y, z]: Vec3, out: number, colour: Rgb): void {
  const iron = mesh.paint(plain([0.03, 0.03, 0.03], 0.4, 0.2))
  mesh.use(iron)
  mesh.panel([x, y + 0.62, z], [x + out * 1.1, y + 0.62, z], [x + out * 1.1, y + 0.68, z], [x, y + 0.68, z])
  mesh.use(mesh.paint(plain(colour, 0.3)))
  mesh.panel(
    [x + out * 0.25, y - 0.3, z - 0.03],
    [x + out * 1.05, y - 0.3, z - 0.03],
    [x + out * 1.05, y + 0.5, z - 0.03],
    [x + out * 0.25, y + 0.5, z - 0.03],
  )
  mesh.use(mesh.paint(plain([0.6, 0.45, 0.16], 0.6, 0.4)))
  mesh.panel(
    [x + out * 0.42, y - 0.08, z - 0.05],
    [x + out * 0.88, y - 0.08, z - 0.05],
    [x + out * 0.88, y + 0.28, z - 0.05],
    [x + out * 0.42, y + 0.28, z - 0.05],
  )
  if (lit) scene.lamps.push({ x: x + out, y: y - 0.6, z, colour: [0.5, 0.26, 0.09], range: 6 })
}

/** The gate tower in which the lane ends, on the axis of the view, and a church beyond it. */
function tower(site: Site, style: TownStyle, course: Course): void {
  const { streams, mesh } = site
  const random = streams('tower')
  const roof = roofPaints(site, style)[0]!
  const z = random.range(66, 84)
  const place = { x: course(z), y: 0, z, turn: random.range(-0.12, 0.12) }
  const width = random.range(6.4, 8)
  steeple(site, { ...place, width, height: random.range(20, 26), top: random.pick(style.tops), stone: style.stone, roof })
  const gate = { along: 0, into: -width / 2 - 0.3, width: 3.4, height: 4.8 }
  archPanel(mesh, axesOf(place), gate, mesh.paint(plain([0.02, 0.018, 0.016])))
  archRim(mesh, axesOf(place), gate, mesh.paint(plain([style.stone[0] * 1.2, style.stone[1] * 1.2, style.stone[2] * 1.2])), 0.4, 0.16)
  if (random.chance(0.5))
    nave(site, { x: place.x + random.range(-9, 9), y: 0, z: z + 22, turn: random.range(-0.2, 0.2) }, 11, 22, 12, style.stone, roof)
  shine(site, [place.x - 2.4, 4.4, z - width / 2 - 0.8], 16, 0.8)
}

/** What stands along the walls. */
function things(site: Site, style: TownStyle, course: Course, half: number): void {
  const { mesh, streams, brief } = site
  if (brief.wants('flowers')) pots(site, course, half)
  const random = streams('things')
  const handed = random.pick([-1, 1])
  const put = (hand: number, z: number, inset = 0.6): Vec3 => [course(z) + hand * (half - inset), 0, z]
  const cart = put(handed, random.range(9, 13), 1.2)
  if (random.chance(0.55)) handcart(mesh, { x: cart[0], y: 0, z: cart[2], turn: random.range(-0.5, 0.5) })
  for (let i = 0; i < 16; i++) {
    const hand = random.pick([-1, 1])
    const [x, y, z] = put(hand, 5.5 + i * random.range(2, 3), random.range(0.35, 0.75))
    const kind = random.next()
    if (Math.abs(z - cart[2]) < 2.5 && hand === handed) continue
    if (kind < (brief.wants('flowers') ? 0.8 : 0.42))
      for (let k = 0; k < 2; k++) pottedPlant(site, random, [x, y, z + k * 0.7], random.range(0.8, 1.3))
    else if (kind < 0.6) {
      barrel(mesh, x, y, z, random.range(0.9, 1.1))
      if (random.chance(0.5)) barrel(mesh, x, y, z + 0.8)
    } else if (kind < 0.76) {
      crate(mesh, { x, y, z, turn: random.range(-0.4, 0.4) }, 0.7)
      if (random.chance(0.5)) crate(mesh, { x, y: 0.56, z, turn: random.range(-0.4, 0.4) }, 0.55)
    } else if (kind < 0.88) sack(mesh, x, y, z, random.range(0.7, 0.95))
    else bench(mesh, { x, y, z, turn: -hand * PI * 0.5 })
  }
  for (let i = 0; i < 4; i++) {
    const z = 15 + i * 17
    if (!style.swept) streetLamp(site, put(i % 2 ? handed : -handed, z, 0.5), 3.4)
  }
}

/** Flowers in pots along both walls, in groups, the nearest before the eye. */
function pots(site: Site, course: Course, half: number): void {
  const random = site.streams('pots')
  for (const hand of [-1, 1])
    for (let z = 4.2 + random.range(0, 1); z < 30; z += random.range(1.1, 3.2)) {
      const count = random.int(2, 3)
      for (let k = 0; k < count; k++, z += 0.62)
        pottedPlant(site, random, [course(z) + hand * (half - random.range(0.25, 0.7)), 0, z], random.range(0.85, 1.45))
    }
}

/** Washing, pennants or lanterns across the lane. */
function overhead(site: Site, fronts: readonly Front[], style: TownStyle): void {
  const { mesh, streams } = site
  const random = streams('overhead')
  const kind = style.swept ? 'lanterns' : random.pick(['washing', 'pennants', 'lamps', 'none'] as const)
  if (kind === 'none') return
  const reach = (hand: number) => Math.min(...fronts.filter((front) => front.hand === hand).map((front) => front.z))
  if (Math.max(reach(-1), reach(1)) > 14) return
  const left = fronts.filter(({ hand }) => hand < 0)
  const right = fronts.filter(({ hand }) => hand > 0)
  for (let i = 0; i < 4; i++) {
    const z = 14 + i * random.range(8, 11)
    const nearest = (list: readonly Front[]) => list.reduce((best, front) => (Math.abs(front.z - z) < Math.abs(best.z - z) ? front : best))
    const a = nearest(left)
    const b = nearest(right)
    const from: Vec3 = [a.x, Math.min(a.eaves, 7) * random.range(0.75, 0.9), z]
    const to: Vec3 = [b.x, Math.min(b.eaves, 7) * random.range(0.75, 0.9), z + random.range(-1, 1)]
    if (kind === 'washing') washing(mesh, random, from, to)
    else if (kind === 'lanterns') stringOf(site, from, to, 4, 0.7, (at) => paperLantern(site, at, 0.3, [1, 0.16, 0.05]))
    else if (kind === 'lamps') stringOf(site, from, to, 9, 0.8, (at) => shine(site, [at[0], at[1] - 0.1, at[2]], 5, 0.35))
    else stringOf(site, from, to, 13, 0.6, (at, k) => pennant(site, at, k))
  }
}

function pennant({ mesh, brief }: Site, [x, y, z]: Vec3, i: number): void {
  const cloth = mesh.paint(
    clothOf(
      brief.accent ??
        (
          [
            [0.5, 0.08, 0.06],
            [0.55, 0.42, 0.08],
            [0.08, 0.2, 0.4],
            [0.1, 0.3, 0.12],
          ] as const
        )[i % 4]!,
      0.4,
    ),
  )
  mesh.use(cloth)
  mesh.triangle(mesh.vertex(x - 0.2, y, z), mesh.vertex(x + 0.2, y, z), mesh.vertex(x, y - 0.5, z + 0.06))
}

function people(site: Site, course: Course, half: number): void {
  const { streams, brief } = site
  if (!brief.allows('people')) return
  const random = streams('people')
  const count = brief.density === 'dense' || brief.wants('people') ? 14 : brief.density === 'sparse' ? 3 : 7
  for (let i = 0; i < count; i++) {
    const z = 20 + i * random.range(3, 6)
    townsperson(site, random, course(z) + random.range(-0.7, 0.7) * half, 0, z, walking(random))
  }
}
