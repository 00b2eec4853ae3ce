import { PI, smooth } from '../../../../math/dmath.ts'
import { rgb } from '../../../../solid/palette.ts'
import type { Brief } from '../../../brief.ts'
import { plain } from '../../../material/paints.ts'
import { value2 } from '../../../noise.ts'
import type { Scene } from '../../../scene.ts'
import type { Streams } from '../../../streams.ts'
import { blend } from '../../../vector.ts'
import { lightning } from '../../nature/coast/lightning.ts'
import { calmed, createSwell } from '../../nature/coast/swell.ts'
import { seaSurface } from '../../nature/ground/sea-surface.ts'
import { stoneOf } from '../../nature/paints.ts'
import { birds } from '../../nature/prop/birds.ts'
import { boulder } from '../../nature/prop/boulder.ts'
import { sailingShip } from '../../nature/prop/sailing-ship.ts'
import { openSite, type Site } from '../../nature/site.ts'
import { floating, flying } from '../../nature/spots.ts'
import { whaleTail } from '../prop/whale-tail.ts'
import { deepWater, seaAir } from './open-water.ts'

/** A wave that is about to break: where its crest runs and how high. */
type Breaker = {
  readonly x: number
  readonly z: number
  readonly slope: number
  readonly height: number
  readonly long: number
  readonly steep: number
}

/** What is seen among the waves in fair weather. */
const COMPANY = ['ship', 'ship', 'rocks', 'whale'] as const

/** Great waves; in a storm a ship fights among them. */
export function wavesView(brief: Brief, streams: Streams): Scene {
  const stormy = brief.mood.weather === 'storm' || brief.mood.weather === 'rain'
  const layout = streams('layout')
  const eye = stormy ? layout.range(3.8, 7) : layout.range(4, 11)
  const site = openSite(brief, streams, (side) => ({
    view: {
      eye: [0, eye, 0],
      target: [layout.range(-8, 8), eye + (stormy ? 2.8 : 1.2 - (eye - 4) * 0.8), 100],
      fov: layout.range(50, 58),
      shiftY: 0.1,
      roll: side * layout.range(0.01, 0.05),
    },
    azimuth: side * (brief.mood.time === 'day' ? layout.range(50, 120) : layout.range(12, 60)),
  }))
  const { mesh, scene, side } = site
  const force = stormy ? 1 : 0.4
  const swell = createSwell(streams('swell'), side * 0.4, force)
  const breakers = createBreakers(site, stormy)
  const lift = (b: Breaker, x: number, z: number) => {
    const along = (x - b.x) / b.long
    const d = z - b.z - (x - b.x) * b.slope + 3 * (value2(x * 0.12 + b.z, 3) - 0.5)
    const tall = b.height * smooth(1, 0.1, Math.abs(along)) * (0.85 + 0.3 * value2(x * 0.16, b.z))
    const front = smooth(-b.steep, 0.4, d)
    return { y: tall * front * front * smooth(b.height * 3.4, 0, d), d, along, tall }
  }
  const height = (x: number, z: number) => breakers.reduce((sum, b) => sum + lift(b, x, z).y, swell(x, z) * calmed(z) * 0.8)
  const foam = (x: number, z: number) => {
    let most = -1
    for (const b of breakers) {
      const { d, tall } = lift(b, x, z)
      if (tall < 1) continue
      const lip = smooth(-1.8, -0.3, d) * smooth(2.2, 0.3, d)
      const torn = smooth(-b.steep * 1.2, -1, d) * smooth(0.5, -1.5, d) * 0.55 * value2(x * 0.7, z * 0.18 + 5)
      const share = Math.max(lip, torn) * smooth(1, 4, tall)
      if (share > 0.08 && share > most) most = share
    }
    return most
  }
  seaSurface(mesh, scene.camera, {
    paint: mesh.paint(deepWater(site)),
    near: 3,
    far: 2600,
    rows: 430,
    columns: 350,
    halfWidth: 0.68,
    height,
    shore: foam,
    crest: stormy ? 9 : 6.5,
  })
  spray(site, breakers, height)
  const company = stormy ? 'ship' : layout.pick(COMPANY)
  if (company === 'rocks') stacks(site, -side)
  else if (company === 'whale' && brief.hasSwimmer) stacks(site, side)
  else if (company === 'whale') {
    const z = layout.range(30, 46)
    const x = -side * z * layout.range(0.02, 0.2)
    const paint = mesh.paint(plain([0.05, 0.065, 0.08], 0.7, 0.4))
    whaleTail(mesh, x, height(x, z) + 0.6, z, layout.range(9, 13), side * layout.range(-0.25, 0.25), paint)
  } else {
    const z = stormy ? layout.range(84, 170) : layout.range(60, 120)
    const x = -side * z * layout.range(-0.02, 0.22)
    sailingShip(site, {
      x,
      y: height(x, z) * 0.85 + 0.4,
      z,
      turn: side > 0 ? -layout.range(0.15, 0.5) : PI + layout.range(0.15, 0.5),
      heel: side * (stormy ? 0.24 : 0.1),
      pitch: stormy ? layout.range(0.06, 0.16) : 0.03,
      length: layout.range(30, 38),
      sail: brief.accent ?? rgb('#c9bfa2'),
      reefed: stormy,
    })
  }
  const flash =
    brief.mood.weather === 'storm' && brief.allows('lightning') ? lightning(site, side * layout.range(240, 520), 1500) : undefined
  if (scene.rain) scene.rain = { drops: scene.rain.drops, slant: -side * 0.34 }
  seaAir(site, flash)
  Object.assign(scene.sun, { shadow: brief.mood.weather === 'clear', centre: [0, 8, 50], radius: 80, normalBias: 0.2, depthBias: 0.2 })
  if (brief.allows('birds'))
    birds(mesh, streams('birds'), {
      count: 8,
      x: -side * 8,
      y: 17,
      z: 54,
      spread: 13,
      size: 0.8,
      paint: mesh.paint(plain([0.74, 0.76, 0.78])),
    })
  floating(
    scene,
    [
      [-side * 5, 26, 2.5],
      [-side * 14, 52, 5],
      [side * 24, 90, 8],
    ],
    height,
  )
  flying(scene, [[-side * 10, 15, 55, 5]])
  return scene
}

function createBreakers({ side, streams }: Site, stormy: boolean): Breaker[] {
  const random = streams('breakers')
  const k = stormy ? random.range(0.7, 1.1) : random.range(0.2, 0.46)
  const list: Breaker[] = [
    {
      x: side * random.range(-6, 26),
      z: random.range(34, 58),
      slope: -side * random.range(0.1, 0.45),
      height: k * random.range(9, 13),
      long: random.range(30, stormy ? 46 : 80),
      steep: stormy ? 7 : 4.5,
    },
  ]
  const more = (stormy ? 2 : 4) + Math.floor(random.range(0, 2.9))
  for (let i = 0; i < more; i++)
    list.push({
      x: side * random.range(-1, 0.7) * 60,
      z: 72 + i * (stormy ? random.range(38, 70) : random.range(20, 34)),
      slope: random.range(-0.3, 0.3),
      height: k * random.range(5, 9),
      long: random.range(34, 70),
      steep: 8,
    })
  return list
}

/** Rocks that stand out of the sea, one of them tall. */
function stacks({ mesh, streams }: Site, hand: number): void {
  const random = streams('stacks')
  const paint = mesh.paint(stoneOf({ colour: [0.15, 0.14, 0.135], features: 0.4, cover: rgb('#4a5430'), covered: 0.35, wet: [1.6, 0] }))
  const z0 = random.range(70, 130)
  const x0 = hand * z0 * random.range(0, 0.22)
  for (let i = 0; i < 6; i++) {
    const radius = (i === 0 ? 10 : random.range(2, 6)) * random.range(0.9, 1.3)
    const away = i === 0 ? 0 : random.range(9, 26)
    boulder(mesh, random, {
      x: x0 + random.pick([-1, 1] as const) * away,
      y: -radius * 0.25,
      z: z0 + random.range(-12, 12),
      radius,
      paint,
      rings: 26,
      flat: i === 0 ? random.range(1.4, 2.2) : random.range(0.6, 1.4),
    })
  }
}

/** Foam that the wind tears off the crests. */
function spray({ scene, streams, side }: Site, breakers: readonly Breaker[], height: (x: number, z: number) => number): void {
  const random = streams('spray')
  const colour = blend(scene.sky.horizon, [0.8, 0.85, 0.88], scene.night > 0.6 ? 0.1 : 0.5)
  for (const b of breakers)
    for (let i = 0; i < 46; i++) {
      const x = b.x + random.range(-0.6, 0.6) * b.long
      const z = b.z + (x - b.x) * b.slope + random.range(-0.5, 0.8)
      const up = random.next() * random.next() * 2.2
      scene.puffs.push({ x: x - side * up * 1.6, y: height(x, z) + up + 0.1, z, size: random.range(0.3, 1.3), opacity: 0.1, colour })
    }
}
