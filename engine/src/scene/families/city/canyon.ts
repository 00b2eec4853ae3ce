import { PI } from '../../../math/dmath.ts'
import { rgb } from '../../../solid/palette.ts'
import type { Brief } from '../../brief.ts'
import { MATERIAL } from '../../material/material-id.ts'
import { plain, street } from '../../material/paints.ts'
import type { Scene } from '../../scene.ts'
import { box } from '../../shape/loft.ts'
import type { Streams } from '../../streams.ts'
import { times, type Vec3 } from '../../vector.ts'
import { flying, inSight, standing } from '../nature/spots.ts'
import { cloudscape } from './cloudscape.ts'
import { DARK_WALLS, drawSkin } from './facades.ts'
import { addGround } from './ground.ts'
import { addHero } from './hero/hero.ts'
import { type CitySite, lit, openSite } from './site.ts'
import { addSkyExtras } from './sky-extras.ts'
import { addStreetFront } from './street-front.ts'
import { addWalkers } from './street-life.ts'
import { addTower, type TowerShape } from './tower/tower.ts'
import { addCar, addLane } from './traffic.ts'

/** From the middle of the street to the kerb, and to the building line, metres. */
const KERB = 15
const LINE = KERB + 8
const SHAPES: readonly TowerShape[] = ['setbacks', 'slabs', 'slabs', 'twins', 'setbacks', 'blade', 'rounded']

/** Both walls of the canyon, with shops below as far as they can be told apart. */
function addWalls(site: CitySite): void {
  const { mesh, streams, scene } = site
  const random = streams('towers')
  const shops = streams('shops')
  const kerb = mesh.paint(plain([0.09, 0.09, 0.1], 0.5))
  for (const side of [-1, 1]) {
    box(mesh, { x: side * (KERB + 4), y: 0, z: 800, width: 8, height: 0.35, depth: 1640, paint: kerb })
    for (let z = 6 + random.next() * 10; z < 900; ) {
      const depth = random.range(24, 46)
      const width = random.range(26, 40)
      const height = z < 60 ? random.range(50, 130) : random.range(60, 230) * (0.75 + 0.5 * random.next())
      const x = side * (LINE + width / 2 + random.range(0, 3))
      const skin = { lit: random.range(0.06, 0.26), ...(scene.night > 0.2 ? { wall: random.pick(DARK_WALLS) } : {}) }
      addTower(site, random, random.pick(SHAPES), { x, z: z + depth / 2, width, depth, height, turn: 0, near: z < 420, skin })
      if (z < 320) addStreetFront(site, shops, { side, line: LINE, z, length: depth, kerb: KERB })
      z += depth + random.range(1, 9)
    }
  }
}

/** Lit bridges from wall to wall. */
function addSkyBridges(site: CitySite): void {
  if (!site.brief.allows('bridge')) return
  const { mesh } = site
  const random = site.streams('bridges')
  const count = site.brief.wants('bridge') ? 6 : 4
  for (let i = 0; i < count; i++) {
    const z = random.range(90, 130) + i * random.range(95, 130)
    const y = random.range(26, 70)
    const skin = drawSkin(mesh, random, y, { pattern: 1, lit: 0.7 })
    const span = { x: 0, z, width: KERB * 2 + 18, turn: random.range(-0.12, 0.12) }
    box(mesh, { ...span, y, height: 5.5, depth: 7, paint: skin.wall, cap: skin.roof })
    box(mesh, { ...span, turn: 0, y: y - 0.5, height: 0.4, depth: 7.4, paint: lit(site, site.neons[i % 3]!, site.neonGain * 0.8) })
  }
}

/** Lanes over the street: side, height, and whether they lead away. */
const LANES = [
  [-7, 24, true],
  [7, 31, false],
  [-3, 52, true],
  [9, 74, false],
  [-10, 96, true],
] as const

function addTraffic(site: CitySite, side: number): void {
  for (const [x, y, away] of LANES) {
    const near: Vec3 = [x, y, away ? 40 : 45]
    const far: Vec3 = [x, away ? y + 4 : y, 700]
    addLane(site, { path: away ? [near, far] : [far, near], gap: 26, length: 5 })
  }
  const front = site.streams('foreground cars')
  addCar(site, {
    x: -side * front.range(3, 5.4),
    y: front.range(7, 9.6),
    z: front.range(19, 24),
    heading: side * -0.12,
    length: 5.6,
    bank: side * 0.1,
  })
  addCar(site, { x: side * 4, y: 16.5, z: 46, heading: PI + 0.05, length: 5.4, bank: 0.05 })
  addCar(site, { x: -side * 9, y: 3.2, z: 48, heading: 0, length: 5.2, colour: rgb('#20364a') })
}

/** A street between towers, its vanishing point off the middle, the hero in the gap at its end. */
export function canyon(brief: Brief, streams: Streams): Scene {
  const frame = streams('camera')
  const side = frame.chance(0.5) ? 1 : -1
  const eye = frame.pick([3.2, 5.2, 5.2, 13])
  const x = side * frame.range(2, 8)
  const view = {
    eye: [x, eye, 0],
    target: [x - side * frame.range(5, 13), eye, 100],
    fov: frame.range(56, 68),
    shiftY: eye > 10 ? 0.14 : 0.28,
  } as const
  const { time, weather } = brief.mood
  const site = openSite(brief, streams, view, time === 'day' ? side * 152 : -14)
  const { scene, mesh } = site
  const wet = weather === 'rain' || weather === 'storm'
  addGround(mesh, mesh.paint(street()), 0, -20, 1600, 400)
  scene.mirror = { height: 0, material: MATERIAL.street, resolution: 384 }
  scene.surfaces.street = { wet: wet ? 1 : weather === 'snow' ? 0.15 : 0.25, raining: wet, middle: 0, edge: KERB * 0.62 }
  addWalls(site)
  const heroX = -side * 46
  const skin = { wall: rgb('#8a94a8'), lit: 0.5, pattern: 3 }
  addHero(site, { x: heroX - side * 20, z: 760, width: 150, depth: 150, height: 520, turn: 0, near: true, skin })
  const beyond = streams('towers beyond')
  addTower(site, beyond, 'rounded', {
    x: heroX + side * 120,
    z: 980,
    width: 110,
    depth: 110,
    height: 400,
    turn: 0.3,
    near: true,
    skin: { lit: 0.4 },
  })
  addSkyBridges(site)
  addTraffic(site, side)
  addWalkers(site, KERB)
  light(site, wet)
  addSkyExtras(site, 900)
  const middle = (z: number) => x - (x - view.target[0]) * (z / 100)
  const near = inSight(site.camera, 0, middle, 14)
  standing(scene, () => 0, [
    [middle(near) + side * near * 0.1, near, 3],
    [middle(near) - side * near * 0.12, near + 1, 3],
    [middle(near + 8) + side * near * 0.02, near + 8, 3.5],
  ])
  flying(scene, [
    [middle(44) + side * 6, eye + 12, 44, 5],
    [middle(70) - side * 7, eye + 22, 70, 7],
  ])
  return scene
}

/** Neon in the air, and the depth of the street. */
function light(site: CitySite, wet: boolean): void {
  const { scene, neons } = site
  const night = scene.night > 0.9
  const sunny = scene.night < 0.2
  if (!sunny)
    scene.lampBox = [
      [-70, 0, -10],
      [70, 110, 420],
    ]
  scene.sun = { ...scene.sun, shadow: !night, centre: [0, 60, 250], radius: 420 }
  const thick = sunny ? 0.35 : 1
  const foggy = site.brief.mood.weather === 'fog' ? 1.8 : 1
  scene.fog = {
    ...scene.fog,
    ...{ noise: 0.7, noiseScale: 0.018, thinning: 60, lamps: 0.6, far: 1200, sky: 0.6 },
    density: (wet ? 0.0042 : 0.0022) * thick * foggy,
    haze: 0.0009 * thick * foggy,
  }
  scene.grade = { ...scene.grade, contrast: night ? 1.5 : scene.grade.contrast, saturation: 1.15 }
  if (night) {
    const [a, b] = neons
    const glow: Vec3 = [0.05 * a[0] + 0.045 * b[0] + 0.012, 0.05 * a[1] + 0.045 * b[1] + 0.016, 0.05 * a[2] + 0.045 * b[2] + 0.04]
    scene.fog.colour = glow
    scene.sky.horizon = times(glow, 1.5)
    scene.sky.middle = times(glow, 0.7)
  }
  if (!site.brief.wants('stars')) scene.sky.stars = 0
  scene.occlusionRadius = 2.4
  scene.clouds = sunny ? cloudscape(site, { density: 0.008, sunColour: times(scene.sun.colour, 0.42) }) : null
}
