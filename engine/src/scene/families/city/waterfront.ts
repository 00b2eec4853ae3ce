import { smooth } from '../../../math/dmath.ts'
import { rgb } from '../../../solid/palette.ts'
import type { Brief } from '../../brief.ts'
import { MATERIAL } from '../../material/material-id.ts'
import { district, foliage, plain, water } from '../../material/paints.ts'
import { value2 } from '../../noise.ts'
import type { Scene } from '../../scene.ts'
import { blob } from '../../shape/blob.ts'
import { box } from '../../shape/loft.ts'
import type { Streams } from '../../streams.ts'
import { times } from '../../vector.ts'
import { floating, flying, inSight } from '../nature/spots.ts'
import { addBlocks } from './blocks.ts'
import { addCableBridge } from './bridge.ts'
import { cloudscape } from './cloudscape.ts'
import { addGround } from './ground.ts'
import { addHero } from './hero/hero.ts'
import { type CitySite, openSite } from './site.ts'
import { addSkyExtras } from './sky-extras.ts'
import { addTerrace } from './terrace.ts'
import { addTower } from './tower/tower.ts'
import { addCar, addLane } from './traffic.ts'

/** The quay and the trees on it. */
function addQuay({ mesh, scene, streams, brief }: CitySite): void {
  box(mesh, { x: 0, y: -1, z: 424, width: 2800, height: 5, depth: 8, paint: mesh.paint(plain([0.42, 0.41, 0.39], 0.3)) })
  if (!brief.allows('trees')) return
  const random = streams('trees')
  const snow = scene.snowCover ? 0.8 : 0
  const leaves = [
    [0.07, 0.14, 0.04],
    [0.1, 0.16, 0.045],
    [0.06, 0.12, 0.05],
  ] as const
  const paints = leaves.map((colour) => mesh.paint(foliage(colour, { translucency: 0.25, snow })))
  for (let i = 0; i < 150; i++) {
    const x = random.range(-330, 330)
    const z = random.range(430, 452)
    const r = random.range(3, 6)
    const crown = { x, y: 5 + r, z, rx: r, ry: r * 1.1, rz: r, paint: random.pick(paints), variant: random.next() * 9 }
    blob(mesh, { ...crown, rings: 6, rough: 0.5, frequency: 2.2 })
  }
}

/** Across a bay: the whole skyline over its reflection. */
export function waterfront(brief: Brief, streams: Streams): Scene {
  const frame = streams('camera')
  const side = frame.chance(0.5) ? 1 : -1
  const eye = frame.pick([4, 9, 9, 14])
  const heroX = side * frame.range(-140, 20)
  const heroZ = 640
  const view = {
    eye: [0, eye, 0],
    target: [-side * frame.range(-2, 6), eye, 100],
    fov: frame.range(48, 60),
    shiftY: frame.range(0.12, 0.28),
  } as const
  const { time } = brief.mood
  const sunny = time === 'day'
  const site = openSite(brief, streams, view, side * (sunny ? 128 : time === 'dusk' || time === 'sunrise' ? 38 : 118))
  const { scene, mesh } = site
  addGround(mesh, mesh.paint(water()), 0, -40, 420, 1400)
  addGround(mesh, mesh.paint(district()), 1.5, 420, 9000, 7000)
  scene.surfaces.water = { waves: 0.75, deep: scene.night > 0.3 ? [0.006, 0.02, 0.035] : [0.012, 0.06, 0.085], glitter: 0.82 }
  scene.surfaces.district = { parks: true }
  scene.mirror = { height: 0, material: MATERIAL.water, resolution: 448 }
  addQuay(site)
  addBlocks(site, {
    x: [-1800, 1800],
    z: [300, 2600],
    turn: 0.12,
    cell: 66,
    halfWidth: 0.85,
    detailWithin: 900,
    keep: (x, z) =>
      z > 470 && (x - heroX) * (x - heroX) + (z - heroZ) * (z - heroZ) > 62 * 62 && !(z < 560 && value2(x * 0.02, 7 + scene.drift) > 0.62),
    height(x, z, random) {
      const near = ((x - heroX) * (x - heroX)) / (210 * 210)
      const second = ((x - side * 300) * (x - side * 300)) / (120 * 120)
      const centre = 1 / (1 + near * 1.4) + 0.65 / (1 + second * 2)
      const luck = random.next()
      return (22 + 230 * centre * (0.3 + 0.8 * luck * random.next() + 0.35 * random.next())) * smooth(430, 640, z) + 14
    },
  })
  addHero(site, {
    ...{ x: heroX, z: heroZ, width: 84, depth: 84, height: 385, turn: 0.2, near: true },
    skin: { wall: rgb('#e4e2dc'), pattern: 3, glass: rgb('#5a8fbe') },
  })
  const random = streams('towers')
  const neighbour = (x: number, z: number, width: number, height: number, turn: number, wall?: string) => ({
    ...{ x, z, width, depth: width * 0.9, height, turn, near: true },
    ...(wall ? { skin: { wall: rgb(wall) } } : {}),
  })
  addTower(site, random, 'rounded', neighbour(heroX + side * 120, 600, 52, 290, 0.2, '#cfd6da'))
  addTower(site, random, 'blade', neighbour(heroX - side * 96, 590, 46, 240, 0.1, '#b8c4cc'))
  addTower(site, random, 'twins', neighbour(side * 300, 680, 60, 300, 0.3, '#d6c8b6'))
  addTower(site, random, 'rounded', neighbour(side * 215, 560, 44, 190, 0.4))
  if (brief.wants('bridge')) addCableBridge(site, [side * 120, 90], [-side * 70, 420])
  else if (brief.allows('bridge')) addCableBridge(site, [side * 190, 60], [side * 60, 420])
  addTraffic(site, side, eye)
  scene.sun = { ...scene.sun, centre: [0, 80, 620], radius: 560, resolution: 2048, normalBias: 0.9 }
  const clear = brief.mood.weather === 'clear' ? 0.5 : 1
  scene.fog = { ...scene.fog, far: 3000, steps: 16, density: scene.fog.density * clear }
  scene.occlusionRadius = 6
  scene.clouds = cloudscape(site, {
    ...{ bottom: 700, top: 1500, frequency: 0.0017, soft: 0.1, base: 0.25, density: 0.012, far: 22000, fade: 16000, silver: 0.8 },
    ...{ banks: 0.35, stretch: 1.3, flatten: 1.1, steps: 26, resolution: 200 },
    sunColour: times(scene.sun.colour, sunny ? 0.46 : 0.3),
  })
  addSkyExtras(site, 1500)
  addTerrace(site, -side)
  flying(scene, [
    [side * 10, eye + 7, 44, 5],
    [side * 22, eye + 14, 84, 8],
  ])
  const bay = (z: number) => side * z * 0.16
  const near = inSight(site.camera, 0, bay, 24)
  floating(scene, [
    [bay(near + 4), near + 4, near * 0.12],
    [bay(near * 1.8) + side * near * 0.2, near * 1.8, near * 0.2],
  ])
  return scene
}

function addTraffic(site: CitySite, side: number, eye: number): void {
  addLane(site, {
    path: [
      [-side * 220, 70, 260],
      [side * 60, 96, 330],
      [side * 300, 120, 520],
    ],
    gap: 26,
    length: 8,
  })
  addLane(site, {
    path: [
      [side * 200, 150, 420],
      [-side * 260, 170, 470],
    ],
    gap: 30,
    length: 8,
  })
  addLane(site, {
    path: [
      [-side * 90, 26, 120],
      [-side * 40, 60, 430],
    ],
    gap: 40,
    length: 7,
  })
  const front = site.streams('foreground cars')
  const close = { x: side * front.range(-8, 8), y: eye + front.range(3, 7), z: front.range(23, 34) }
  addCar(site, { ...close, heading: side * 0.7, length: 6, bank: -side * 0.2 })
  addCar(site, { x: side * 13, y: eye + 13, z: 50, heading: side * -0.9, length: 6, bank: side * 0.15 })
  addCar(site, { x: -side * 22, y: 30, z: 80, heading: side * 0.8, length: 6, colour: rgb('#2f6a8a') })
}
