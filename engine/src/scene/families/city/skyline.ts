import { PI } from '../../../math/dmath.ts'
import { hash3 } from '../../../math/lattice.ts'
import { rgb } from '../../../solid/palette.ts'
import type { Brief } from '../../brief.ts'
import { district, foliage } from '../../material/paints.ts'
import { value2, valueFbm2 } from '../../noise.ts'
import type { Scene } from '../../scene.ts'
import { blob } from '../../shape/blob.ts'
import type { Streams } from '../../streams.ts'
import { times } from '../../vector.ts'
import { flying } from '../nature/spots.ts'
import { addBlocks } from './blocks.ts'
import { cloudscape } from './cloudscape.ts'
import { addGround } from './ground.ts'
import { addHero } from './hero/hero.ts'
import { type CitySite, openSite } from './site.ts'
import { addSkyExtras } from './sky-extras.ts'
import { addTerrace } from './terrace.ts'
import { addTower } from './tower/tower.ts'
import { addCar, addLane } from './traffic.ts'

const { abs } = Math

/** Trees of the parks that the ground shows, and an avenue of them that leads to the hero. */
function addParks({ mesh, scene, streams, brief }: CitySite, heroX: number, heroZ: number): void {
  scene.surfaces.district = { parks: true }
  if (!brief.allows('trees')) return
  const random = streams('trees')
  const leaf = mesh.paint(foliage([0.07, 0.14, 0.045], { translucency: 0.2, snow: scene.snowCover ? 0.8 : 0 }))
  for (let i = 0; i < 520; i++) {
    const z = random.range(180, 900)
    const x = random.range(-0.5, 0.5) * z
    const r = random.range(3, 7)
    const variant = random.next() * 9
    if (valueFbm2(x * 0.006 + 3 + scene.drift, z * 0.006, 2) < 0.52) continue
    blob(mesh, { x, y: r * 0.8, z, rx: r, ry: r, rz: r, paint: leaf, rings: 5, rough: 0.5, frequency: 2.2, variant })
  }
  for (let z = 150; z < heroZ - 60; z += 13)
    for (const side of [-1, 1]) {
      const x = (heroX * z) / heroZ + side * (22 + z * 0.02)
      const r = random.range(3.2, 5)
      const variant = random.next() * 9
      blob(mesh, { x, y: r, z, rx: r, ry: r * 1.1, rz: r, paint: leaf, rings: 5, rough: 0.5, frequency: 2.2, variant })
    }
}

/** From a rooftop: the sun low behind the hero, lanes of traffic leading in, one car close by. */
export function skyline(brief: Brief, streams: Streams): Scene {
  const frame = streams('camera')
  const side = frame.chance(0.5) ? 1 : -1
  const eye = frame.range(128, 205)
  const heroZ = frame.range(540, 740)
  const heroX = (-side * frame.range(40, 150) * heroZ) / 620
  const view = {
    eye: [0, eye, 0],
    target: [-side * frame.range(-2, 6), eye - 6 - (eye - 120) * 0.2, 100],
    fov: frame.range(47, 60),
    shiftY: frame.range(0.04, 0.2),
  } as const
  const sunny = brief.mood.time === 'day'
  const site = openSite(brief, streams, view, side * (sunny ? 116 : 21))
  const { scene, mesh } = site
  addGround(mesh, mesh.paint(district()), 0, -200, 9000, 7000)
  addBlocks(site, {
    x: [-2600, 2600],
    z: [-2600, 3600],
    turn: 0.42 * side,
    cell: 74,
    halfWidth: 0.75,
    detailWithin: 1100,
    keep: (x, z) =>
      z > 120 &&
      !(z < heroZ && z > 200 && abs(x - (heroX * z) / heroZ) < 34 + z * 0.05 && hash3(x, z, 3) < 0.92) &&
      (x - heroX) * (x - heroX) + (z - heroZ) * (z - heroZ) > 70 * 70 &&
      abs(x - side * (z * 0.24 + 30)) > 26,
    height(x, z, random) {
      const near = ((x - heroX) * (x - heroX) + (z - heroZ) * (z - heroZ) * 0.5) / (300 * 300)
      const second = ((x - side * 480) * (x - side * 480) + (z - 1500) * (z - 1500)) / (420 * 420)
      const centre = 1 / (1 + near * 1.3) + 0.8 / (1 + second * 2)
      const luck = random.next()
      const tall = 14 + 210 * centre * (0.35 + 0.85 * luck * random.next() + 0.3 * random.next()) + 40 * value2(x * 0.01, z * 0.01)
      return tall * (z < 330 ? 0.35 : 1) + (z > 330 && random.chance(0.05) ? 60 : 0)
    },
  })
  addHero(site, {
    ...{ x: heroX, z: heroZ, width: 92, depth: 92, height: 355, turn: 0.3, near: true },
    skin: { wall: rgb('#b9b4b0'), pattern: 3, glass: rgb('#5a7fa8') },
  })
  const random = streams('towers')
  addTower(site, random, 'rounded', { x: heroX + side * 130, z: heroZ + 150, width: 60, depth: 52, height: 280, turn: 0.5, near: true })
  addTower(site, random, 'blade', { x: heroX - side * 150, z: heroZ + 60, width: 52, depth: 46, height: 235, turn: 0.2, near: true })
  addTower(site, random, 'twins', { x: side * 360, z: 950, width: 70, depth: 60, height: 330, turn: 0.6, near: true })
  addTower(site, random, 'slabs', { x: side * 250, z: 330, width: 46, depth: 42, height: 205, turn: 0.42 * side, near: true })
  addTower(site, random, 'setbacks', { x: -side * 210, z: 300, width: 44, depth: 44, height: 232, turn: 0.42 * side, near: true })
  addTraffic(site, side, eye, sunny)
  addParks(site, heroX, heroZ)
  scene.sun = { ...scene.sun, centre: [0, 60, 750], radius: 900, resolution: 2048, normalBias: 1.2 }
  scene.fog = { ...scene.fog, shaft: 1.2, shaftShade: 0.35, far: 2600, steps: 28, noise: 0.5, noiseScale: 0.006 }
  scene.occlusionRadius = 8
  scene.clouds = cloudscape(site, {
    stretch: 2.2,
    banks: 0.5,
    silver: 1.2,
    fade: 26000,
    sunColour: times(scene.sun.colour, sunny ? 0.42 : 0.26),
    ambientColour: times(scene.sky.middle, 0.4),
    ...(sunny ? { density: 0.009, soft: 0.1, resolution: 200 } : {}),
  })
  addSkyExtras(site, 1500)
  addTerrace(site, -side)
  flying(scene, [
    [side * 10, eye + 7, 44, 5],
    [side * 22, eye + 14, 84, 8],
  ])
  return scene
}

function addTraffic(site: CitySite, side: number, eye: number, sunny: boolean): void {
  const random = site.streams('lanes')
  const lean = random.pick([1, -1, 0.4])
  const low = eye - 48
  const sink = random.range(0, 60)
  const trails = sunny ? 0 : 1.2
  addLane(site, {
    path: [
      [-side * 60 * lean, low, 60],
      [side * 40 * lean, low + 50 - sink, 300],
      [side * (170 + sink) * lean, low + 80 - sink, 700],
      [side * 210 * lean, low + 110, 1500],
    ],
    gap: 26,
    length: 7,
    trails,
  })
  addLane(site, {
    path: [
      [side * 320, 150, 480],
      [0, 140, 420],
      [-side * 330, 175, 520],
    ],
    gap: 22,
    length: 7,
    trails: trails * 0.75,
  })
  addLane(site, {
    path: [
      [-side * 200, 95, 260],
      [side * 260, 110, 400],
    ],
    gap: 24,
    length: 7,
  })
  addLane(site, {
    path: [
      [side * 30, 130, 160],
      [side * 20, 220, 900],
    ],
    gap: 60,
    length: 7,
  })
  const front = site.streams('foreground cars')
  const close = { x: side * front.range(-8, 8.5), y: eye - front.range(-1, 5), z: front.range(24, 34) }
  addCar(site, { ...close, heading: side * -0.55, length: 6, bank: side * 0.22 })
  addCar(site, { x: -side * 16, y: eye - 9, z: 56, heading: 0.4 * side + PI, length: 6, bank: 0.1 })
  addCar(site, { x: side * 24, y: eye + 2, z: 95, heading: -0.7 * side, length: 6, colour: rgb('#2b4a60') })
}
