import type { Brief } from '../../../brief.ts'
import type { Scene } from '../../../scene.ts'
import type { Streams } from '../../../streams.ts'
import type { Rgb } from '../../../vector.ts'
import { smoke } from '../../nature/prop/log-cabin.ts'
import { openSite } from '../../nature/site.ts'
import { inSight, standing } from '../../nature/spots.ts'
import { builtAir } from '../built-air.ts'
import { hills } from '../hills.ts'
import { paved } from '../paved.ts'
import { paperLantern, shine, stringOf } from '../prop/lantern.ts'
import { pagoda } from '../prop/pagoda.ts'
import { paifang } from '../prop/paifang.ts'
import { facing, stall, wares } from '../prop/stall.ts'
import { roofPaints, stylesNamed } from '../town/styles.ts'
import { crowd } from './crowd.ts'
import { beyondPitch, LOOKS_IN, pitchOf, pitchStall } from './merchant.ts'
import { backs, CLOTHS, fruitBefore, NEAR, SOLD } from './street.ts'

const PAPERS: readonly Rgb[] = [
  [1, 0.16, 0.05],
  [1, 0.5, 0.1],
  [1, 0.7, 0.3],
  [0.95, 0.25, 0.3],
]

/** A market under strings of paper lanterns, with a gate or a pagoda at its end. */
export function night(brief: Brief, streams: Streams): Scene {
  const frame = streams('camera')
  const high = frame.pick([1.7, 2.1, 3.6])
  const eye = brief.names('merchant') ? Math.min(LOOKS_IN, high) : high
  const half = frame.range(2.4, 3.6)
  const site = openSite(brief, streams, (side) => ({
    view: {
      eye: [side * frame.range(-0.8, 0.8), eye, 0],
      target: [side * frame.range(-2, 2), eye + 1.2, 40],
      fov: frame.range(56, 66),
      shiftY: frame.range(0.06, 0.2),
    },
    azimuth: side * frame.range(20, 60),
  }))
  const { scene, side } = site
  const style = streams('style').pick(stylesNamed('water', 'water', 'timber', 'slate'))
  const bend = frame.range(-5, 5)
  const course = (z: number) => side * bend * (z / 60) * (z / 60)
  paved(site, {
    kind: frame.chance(0.5) ? 'cobbles' : 'slabs',
    colour: [0.26, 0.24, 0.22],
    size: frame.pick([0.26, 0.5]),
    half: 60,
    near: -6,
    far: 220,
  })
  backs(site, style, course, half + 3.4)
  const pitch = pitchOf(site, 0, course, half - 0.6, [-1, 1])
  if (pitch)
    pitchStall(site, pitch, streams('pitch').pick(['fruit', 'lamps', 'bread', 'spice']), brief.accent ?? streams('pitch').pick(CLOTHS))
  const fruitHand = streams('fruit').pick([-1, 1])
  for (const hand of [-1, 1]) {
    const seller = streams(hand < 0 ? 'left sellers' : 'right sellers')
    const random = streams(hand < 0 ? 'left stalls' : 'right stalls')
    for (let z = 3.2 + random.range(-0.5, 0.9), i = random.int(0, 7), hasFruit = hand !== fruitHand; z < 58; i++) {
      const width = random.range(2.6, 3.6)
      const beyond = beyondPitch(pitch, hand, z, z + width)
      if (beyond !== null) z = beyond
      const isFirst = !hasFruit && z + width / 2 > 5.6
      hasFruit ||= isFirst
      const cloth = brief.accent ?? random.pick(CLOTHS)
      stall(site, random, {
        x: course(z + width / 2) + hand * half,
        y: 0,
        z: z + width / 2,
        turn: facing(hand),
        width,
        ware: isFirst ? 'fruit' : wares[(i * 3) % wares.length]!,
        cloth,
        near: z < NEAR,
        ...(z < SOLD && brief.allows('people') && { seller }),
        ...(random.chance(0.5) && { stripe: cloth }),
      })
      if (random.chance(0.3)) smoke(site, [course(z) + hand * (half + 0.8), 1.4, z + width / 2], -hand * 0.3, 0.28)
      z += width + random.range(0.3, 1.1)
    }
  }
  lanterns(
    streams,
    half,
    course,
    (from, to, hang, count) => stringOf(site, from, to, count, 0.9, hang),
    (at, size, colour, lamp) => paperLantern(site, at, size, brief.accent ?? colour, lamp),
    (at) => shine(site, at, 5, 0.4),
  )
  const end = streams('end')
  if (style.name === 'water') {
    paifang(site, course(50), 50, half + 1.4, roofPaints(site, style)[0]!)
    pagoda(site, course(84) + end.range(-8, 8), 90, roofPaints(site, style)[0]!, 0, 0.85)
  }
  hills(site, { near: 200, far: 2600, hills: 110, mountains: end.chance(0.5) ? 460 : 60, foot: -2, wooded: 200 })
  crowd(site, 26, (t, across) => [course(8 + t * 44) + across * half * 0.75, 0, 8 + t * 44], pitch)
  builtAir(site, {
    centre: [0, 4, 30],
    radius: 50,
    lamps: [
      [-12, -1, -3],
      [12, 11, 66],
    ],
    haze: 2,
  })
  const near = inSight(scene.camera, 0, course, 8)
  if (!pitch) fruitBefore(site, course, half, inSight(scene.camera, 1, course, 5.6))
  standing(scene, () => 0, [
    [course(near) + side * 0.25 * half, near, 0.9],
    [course(near + 2) - side * 0.35 * half, near + 2, 1],
    [course(near + 7) + side * 0.2 * half, near + 7, 1.2],
  ])
  scene.spots.push({ ground: 'air', x: course(26), y: 7.5, z: 26, radius: 1.4 })
  return scene
}

type Hang = (at: readonly [number, number, number], i: number) => void

/** Strings of lanterns across the street, round ones or rows of bulbs, in one of several rhythms. */
function lanterns(
  streams: Streams,
  half: number,
  course: (z: number) => number,
  line: (from: readonly [number, number, number], to: readonly [number, number, number], hang: Hang, count: number) => void,
  paper: (at: readonly [number, number, number], size: number, colour: Rgb, lamp: boolean) => void,
  bulb: (at: readonly [number, number, number]) => void,
): void {
  const random = streams('lanterns')
  const colours = random.chance(0.4) ? PAPERS : [random.pick(PAPERS)]
  const step = random.range(3.6, 5.4)
  const size = random.range(0.24, 0.36)
  const wide = half + 3.2
  const bulbs = random.chance(0.3)
  const zigzag = random.chance(0.5)
  for (let i = 0; i < 12; i++) {
    const z = 7 + i * step
    const up = random.range(4.4, 5.4)
    line(
      [course(z) - wide, up, z],
      [course(z) + wide, up + random.range(-0.4, 0.4), z + (zigzag ? step : 0)],
      (at, k) => (bulbs && i % 2 ? bulb([at[0], at[1] - 0.1, at[2]]) : paper(at, size, colours[(k + i) % colours.length]!, k % 2 === 0)),
      bulbs && i % 2 ? 11 : 6,
    )
  }
}
