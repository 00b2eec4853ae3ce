import { PI } from '../../../../math/dmath.ts'
import type { Brief } from '../../../brief.ts'
import { plain } from '../../../material/paints.ts'
import type { Scene } from '../../../scene.ts'
import type { Streams } from '../../../streams.ts'
import type { Rgb } from '../../../vector.ts'
import { clothOf } from '../../nature/paints.ts'
import { birds } from '../../nature/prop/birds.ts'
import { openSite, type Site } from '../../nature/site.ts'
import { inSight, standing } from '../../nature/spots.ts'
import { builtAir } from '../built-air.ts'
import { hills } from '../hills.ts'
import { paved } from '../paved.ts'
import { fruitTable } from '../prop/fruit.ts'
import { stringOf } from '../prop/lantern.ts'
import { facing, stall, wares } from '../prop/stall.ts'
import { steeple } from '../prop/steeple.ts'
import { barrel, crate, handcart, sack } from '../prop/street-things.ts'
import { roofPaints, stylesNamed, type TownStyle, townHouse } from '../town/styles.ts'
import { crowd } from './crowd.ts'
import { beyondPitch, LOOKS_IN, type Pitch, pitchOf, pitchStall } from './merchant.ts'

export const CLOTHS: readonly Rgb[] = [
  [0.5, 0.06, 0.05],
  [0.06, 0.2, 0.34],
  [0.52, 0.34, 0.06],
  [0.07, 0.26, 0.13],
  [0.5, 0.2, 0.08],
  [0.3, 0.08, 0.22],
  [0.5, 0.44, 0.34],
]

/** As far as single fruit and sacks are told apart, and as far as sellers are seen behind their tables. */
export const NEAR = 14
export const SOLD = 22

/** A market street: stalls under striped cloths on both sides, houses behind them, a tower at the end. */
export function street(brief: Brief, streams: Streams): Scene {
  const frame = streams('camera')
  const high = frame.pick([1.7, 2.3, 4])
  const eye = brief.names('merchant') ? Math.min(LOOKS_IN, high) : high
  const half = frame.range(2.3, 3.4)
  const bend = frame.range(-6, 6)
  const site = openSite(brief, streams, (side) => ({
    view: {
      eye: [side * frame.range(-0.7, 0.7), eye, 0],
      target: [side * frame.range(-2, 3), eye + 0.4, 40],
      fov: frame.range(56, 66),
      shiftY: eye > 3 ? 0.05 : frame.range(0.06, 0.2),
    },
    azimuth: side * (brief.mood.time === 'day' ? frame.range(40, 80) : frame.range(10, 34)),
  }))
  const { mesh, scene, side } = site
  const style = streams('style').pick(stylesNamed('timber', 'south', 'south', 'gables', 'slate', 'water'))
  const course = (z: number) => side * bend * (z / 60) * (z / 60)
  paved(site, {
    kind: 'cobbles',
    colour: style.hollow ? [0.35, 0.3, 0.24] : [0.25, 0.235, 0.215],
    size: 0.25,
    half: 60,
    near: -6,
    far: 220,
  })
  backs(site, style, course, half + 3.6)
  const pitch = pitchOf(site, 0, course, half - 0.6, [-1, 1])
  if (pitch)
    pitchStall(
      site,
      pitch,
      streams('pitch').pick(['fruit', 'fruit', 'spice', 'pots', 'bread']),
      brief.accent ?? streams('pitch').pick(CLOTHS),
    )
  stalls(site, course, half, pitch)
  const end = streams('end')
  steeple(site, {
    x: course(74) + end.range(-3, 3),
    y: 0,
    z: end.range(74, 86),
    turn: end.range(-0.2, 0.2),
    width: 6.6,
    height: end.range(19, 24),
    top: end.pick(style.tops),
    stone: style.stone,
    roof: roofPaints(site, style)[0]!,
  })
  hills(site, { near: 180, far: 2600, hills: 90, mountains: streams('land').chance(0.5) ? 420 : 60, foot: -2, wooded: 300 })
  crowd(site, 18, (t, across) => [course(9 + t * 45) + across * half * 0.75, 0, 9 + t * 45], pitch)
  pennants(site, course, half)
  builtAir(site, {
    centre: [course(30), 4, 32],
    radius: 52,
    lamps: [
      [-16, -1, -4],
      [16, 14, 76],
    ],
    haze: 1.5,
  })
  const near = inSight(scene.camera, 0, course, 8)
  if (!pitch) fruitBefore(site, course, half, inSight(scene.camera, 1, course, 5.6))
  standing(scene, () => 0, [
    [course(near) + side * 0.25 * half, near, 0.9],
    [course(near + 2) - side * 0.4 * half, near + 2, 0.9],
    [course(near + 7) + side * 0.2 * half, near + 7, 1.1],
  ])
  scene.spots.push({ ground: 'air', x: course(24), y: 6.4, z: 24, radius: 1.4 })
  if (brief.allows('birds'))
    birds(mesh, streams('birds'), {
      count: 8,
      x: course(60),
      y: 20,
      z: 60,
      spread: 9,
      size: 0.42,
      paint: mesh.paint(plain([0.05, 0.05, 0.055])),
    })
  return scene
}

/** A table of fruit that stands out into the street, off the middle, so that fruit is seen where roofs hide the stalls. */
export function fruitBefore({ mesh, streams, side }: Site, course: (z: number) => number, half: number, z: number): void {
  const random = streams('fruit table')
  const x = course(z) - side * Math.max(0.7, half - random.range(1.8, 2.2))
  fruitTable(mesh, random, { x, y: 0, z, turn: side * random.range(0.2, 0.7) }, random.range(1.6, 2.2))
}

/** Houses behind the stalls. */
export function backs(site: Site, style: TownStyle, course: (z: number) => number, half: number): void {
  const roofs = roofPaints(site, style)
  for (const hand of [-1, 1]) {
    const random = site.streams(hand < 0 ? 'left row' : 'right row')
    for (let z = -3 + random.range(-2, 2); z < 105; ) {
      const width = random.range(5.5, 9)
      const depth = 8
      const middle = z + width / 2
      const slope = (course(middle + 2) - course(middle - 2)) / 4
      townHouse(site, random, style, roofs, {
        x: course(middle) + hand * (half + depth / 2),
        y: 0,
        z: middle,
        turn: facing(hand) - slope,
        width,
        depth,
        near: middle < 50,
        lit: 0.45,
      })
      z += width + 0.05
    }
  }
}

/** Both rows of stalls, with baskets, barrels and carts between them. */
function stalls(site: Site, course: (z: number) => number, half: number, pitch: Pitch | null): void {
  const { mesh, brief, streams } = site
  const fruitHand = streams('fruit').pick([-1, 1])
  for (const hand of [-1, 1]) {
    const random = streams(hand < 0 ? 'left stalls' : 'right stalls')
    const seller = streams(hand < 0 ? 'left sellers' : 'right sellers')
    let last = -1
    for (let z = 3.4 + random.range(-0.6, 0.8), hasFruit = hand !== fruitHand; z < 62; ) {
      const width = random.range(2.6, 3.9)
      const beyond = beyondPitch(pitch, hand, z, z + width)
      if (beyond !== null) z = beyond
      let kind = random.int(0, wares.length - 1)
      if (kind === last) kind = (kind + 1) % wares.length
      last = kind
      const middle = z + width / 2
      // one of the first stalls that are in the picture sells fruit
      if (!hasFruit && middle > 5.6) kind = wares.indexOf('fruit')
      hasFruit ||= middle > 5.6
      const x = course(middle) + hand * (half + random.range(0, 0.3))
      const cloth = brief.accent && random.chance(0.6) ? brief.accent : random.pick(CLOTHS)
      stall(site, random, {
        x,
        y: 0,
        z: middle,
        turn: facing(hand) + random.range(-0.05, 0.05),
        width,
        ware: wares[kind]!,
        cloth,
        near: middle < NEAR,
        ...(middle < SOLD && brief.allows('people') && { seller }),
        ...(random.chance(0.3) && { stripe: cloth }),
      })
      z += width + random.range(0.5, 1.6)
      const gap = course(z - 0.6) + hand * (half + 0.2)
      const extra = random.next()
      if (extra < 0.3) barrel(mesh, gap, 0, z - 0.6)
      else if (extra < 0.55) crate(mesh, { x: gap, y: 0, z: z - 0.6, turn: random.range(0, 1) }, 0.7)
      else if (extra < 0.7) for (let k = 0; k < 2; k++) sack(mesh, gap + k * 0.4, 0, z - 0.7 + k * 0.3, 0.8)
    }
  }
  const cart = streams('cart')
  if (cart.chance(0.5))
    handcart(mesh, {
      x: course(14) + cart.pick([-1, 1]) * half * 0.6,
      y: 0,
      z: cart.range(12, 18),
      turn: cart.range(-0.5, 0.5) + (cart.chance(0.5) ? PI : 0),
    })
}

function pennants(site: Site, course: (z: number) => number, half: number): void {
  const { mesh, streams, brief } = site
  const random = streams('pennants')
  if (random.chance(0.4)) return
  for (let i = 0; i < 4; i++) {
    const z = 13 + i * 10
    const colour = brief.accent
    stringOf(
      site,
      [course(z) - half - 3.4, random.range(5, 6), z],
      [course(z) + half + 3.4, random.range(5, 6), z + random.range(-2, 2)],
      15,
      0.8,
      ([x, y, pz], k) => {
        mesh.use(mesh.paint(clothOf(colour ?? CLOTHS[k % 5]!, 0.4)))
        mesh.triangle(mesh.vertex(x - 0.19, y, pz), mesh.vertex(x + 0.19, y, pz), mesh.vertex(x, y - 0.46, pz + 0.05))
      },
    )
  }
}
