import { PI, sin, smooth } from '../../../../math/dmath.ts'
import { rgb } from '../../../../solid/palette.ts'
import type { Brief } from '../../../brief.ts'
import { plain } from '../../../material/paints.ts'
import type { Scene } from '../../../scene.ts'
import type { Streams } from '../../../streams.ts'
import { forceOf } from '../../nature/coast/lighthouse-view.ts'
import { lightning } from '../../nature/coast/lightning.ts'
import { calmed, createSwell } from '../../nature/coast/swell.ts'
import { seaSurface } from '../../nature/ground/sea-surface.ts'
import { stoneOf } from '../../nature/paints.ts'
import { birds } from '../../nature/prop/birds.ts'
import { boulder } from '../../nature/prop/boulder.ts'
import { sailingShip } from '../../nature/prop/sailing-ship.ts'
import { openSite, type Site } from '../../nature/site.ts'
import { floating, flying } from '../../nature/spots.ts'
import { deepWater, seaAir } from './open-water.ts'

const SAILS = [rgb('#d8cfb4'), rgb('#e2ddd0'), rgb('#a8824e'), rgb('#7c2a20'), rgb('#c9b27a'), rgb('#48586a')] as const

/** A ship that comes towards the eye over a swell, alone, in company or past an island. */
export function sailView(brief: Brief, streams: Streams): Scene {
  const layout = streams('layout')
  const low = layout.range(2.6, 6.5)
  const site = openSite(brief, streams, (side) => ({
    view: { eye: [0, low, 0], target: [0, low + 3.6, 100], fov: layout.range(46, 53), shiftY: 0.13, roll: side * 0.012 },
    azimuth: side * (brief.mood.time === 'day' ? 74 : layout.range(10, 34)),
  }))
  const { mesh, scene, side } = site
  const { weather } = brief.mood
  const stormy = weather === 'storm'
  const force = Math.max(0.42, forceOf(weather))
  const swell = createSwell(streams('swell'), side * 0.9, force)
  const z = layout.range(62, 170)
  const x = -side * z * layout.range(-0.14, 0.16)
  const bearing = side * layout.range(0.2, 1.3)
  const wake = (px: number, pz: number) => {
    const a = (px - x) * sin(PI / 2 - bearing) * side - (pz - z) * Math.abs(sin(bearing))
    const b = (pz - z) * sin(PI / 2 - bearing) + (px - x) * side * Math.abs(sin(bearing))
    const hull = smooth(5.4, 1.6, Math.abs(b)) * smooth(24, 13, Math.abs(a))
    const trail = a < -16 ? smooth(3 + (-a - 16) * 0.14, 0, Math.abs(b)) * smooth(-80, -20, a) * 0.6 : 0
    return Math.max(hull * 0.75, trail)
  }
  seaSurface(mesh, scene.camera, {
    paint: mesh.paint(deepWater(site)),
    near: 3,
    far: 2800,
    rows: 400,
    columns: 340,
    halfWidth: 0.64,
    height: (px, pz) => swell(px, pz) * calmed(pz),
    shore: (px, pz) => {
      const foam = wake(px, pz)
      return foam > 0.05 ? foam : -1
    },
  })
  const sail = brief.accent ?? layout.pick(SAILS)
  sailingShip(site, {
    x,
    y: swell(x, z) * 0.5 + 0.2,
    z,
    turn: side > 0 ? -bearing : PI + bearing * side * -1,
    heel: side * (0.06 + 0.09 * force),
    pitch: layout.range(-0.03, 0.05),
    length: layout.range(38, 46),
    sail,
    reefed: stormy,
  })
  const company = layout.pick(['alone', 'fleet', 'island', 'fleet', 'island'] as const)
  if (company === 'fleet') fleet(site, sail, x)
  if (company === 'island') island(site, x)
  const flash = stormy && brief.allows('lightning') ? lightning(site, side * 430, 1500) : undefined
  if (scene.rain) scene.rain = { drops: scene.rain.drops, slant: -side * 0.3 }
  seaAir(site, flash)
  Object.assign(scene.sun, { shadow: !stormy, centre: [x, 18, z], radius: 60, normalBias: 0.15, depthBias: 0.15 })
  if (brief.allows('birds'))
    birds(mesh, streams('birds'), {
      count: 5 + Math.floor(layout.range(0, 9)),
      x: side * layout.range(6, 14),
      y: layout.range(10, 17),
      z: 40,
      spread: 9,
      size: 0.75,
      paint: mesh.paint(plain(scene.night > 0.5 ? [0.2, 0.22, 0.26] : [0.78, 0.8, 0.82])),
    })
  floating(scene, [
    [side * 6, 24, 3],
    [side * 17, 46, 6],
    [-side * 7, 22, 2.5],
  ])
  flying(scene, [
    [side * 12, 15, 48, 5],
    [side * 20, 24, 80, 9],
  ])
  return scene
}

/** More sails on the same course, further away. */
function fleet(site: Site, sail: readonly [number, number, number], x: number): void {
  const { streams, side } = site
  const random = streams('fleet')
  const count = 1 + Math.floor(random.range(0, 3))
  for (let i = 0; i < count; i++) {
    const z = 190 + i * random.range(80, 170)
    sailingShip(site, {
      x: x + side * (z * random.range(0.14, 0.3) + 14) * (i === 1 ? -0.4 : 1),
      y: 0.2,
      z,
      turn: side > 0 ? -random.range(0.2, 0.7) : PI + random.range(0.2, 0.7),
      heel: side * 0.07,
      pitch: random.range(-0.02, 0.03),
      length: random.range(36, 46),
      sail,
      reefed: false,
    })
  }
}

/** A high, green-topped island on the horizon. */
function island(site: Site, x: number): void {
  const { mesh, streams, side } = site
  const random = streams('island')
  const rock = mesh.paint(stoneOf({ colour: [0.17, 0.15, 0.14], features: 0.05, cover: rgb('#3c4c28'), covered: 0.9, wet: [6, 0] }))
  const z = random.range(520, 760)
  const middle = x + side * z * random.range(0.2, 0.32)
  for (let i = 0; i < 9; i++) {
    const radius = random.range(26, 62) * (1 - Math.abs(i - 4) * 0.12)
    boulder(mesh, random, {
      x: middle + (i - 4) * random.range(24, 36),
      y: -radius * 0.14,
      z: z + random.range(-40, 40),
      radius,
      paint: rock,
      rings: 26,
      flat: random.range(0.8, 1.5),
    })
  }
}
