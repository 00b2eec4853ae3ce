import { rgb } from '../../../../solid/palette.ts'
import type { Brief } from '../../../brief.ts'
import type { Scene } from '../../../scene.ts'
import { terrain } from '../../../shape/terrain.ts'
import type { Streams } from '../../../streams.ts'
import type { Rgb } from '../../../vector.ts'
import { stoneOf } from '../../nature/paints.ts'
import { boulder } from '../../nature/prop/boulder.ts'
import { openSite } from '../../nature/site.ts'
import { flying, inSight, type Room, standing, withKnolls } from '../../nature/spots.ts'
import { rocket } from '../prop/spacecraft.ts'
import { createPlanet, layers, nebula, type PlanetKind, planetLayer, starfield } from './planet.ts'
import { cratered } from './regolith.ts'
import { vacuum } from './vacuum.ts'

const GROUNDS: readonly Rgb[] = [rgb('#8a8680'), rgb('#94918c'), rgb('#7c7a78'), rgb('#6c7484'), rgb('#8a8680')]
const KINDS: readonly PlanetKind[] = ['ocean', 'ocean', 'ocean', 'ocean', 'banded', 'ice']

/** A cratered moon under a great planet and lesser moons. */
export function moonscapeView(brief: Brief, streams: Streams): Scene {
  const layout = streams('layout')
  const eye = layout.range(6.4, 8)
  const site = openSite(brief, streams, (side) => ({
    view: { eye: [0, eye, 0], target: [0, eye - 7, 100], fov: layout.range(50, 60), shiftY: 0.12 },
    azimuth: side * 70,
  }))
  const { mesh, scene, side } = site
  const sky = streams('planets')
  const azimuth = side * layout.range(56, 108)
  const great = createPlanet(
    sky,
    sky.pick(KINDS),
    [-side * sky.range(0.02, 0.26), sky.range(0.16, 0.34), 1],
    sky.range(0.1, 0.2),
    false,
    brief.accent,
  )
  const moons = [0, 1, 2]
    .slice(0, 1 + Math.floor(sky.range(0, 2.9)))
    .map((i) =>
      createPlanet(
        sky,
        sky.pick(['rock', 'ice', 'rock'] as const),
        [side * sky.range(0.16, 0.44) * (i === 1 ? -1 : 1), sky.range(0.2, 0.42) + i * 0.05, 1],
        sky.range(0.016, 0.05),
      ),
    )
  vacuum(site, azimuth, starfield(brief, 1), great.air)
  const { sun } = scene.sky
  scene.sky.behind = layers(
    nebula(streams('nebula'), layout.range(0.02, 0.11)),
    starfield(brief, 1.1),
    planetLayer(great, sun),
    ...moons.map((moon) => planetLayer(moon, sun)),
  )
  const bare = cratered(streams('land'), layout.range(40, 150))
  const tone = layout.pick(GROUNDS)
  const dust = mesh.paint(stoneOf({ colour: [tone[0] * 0.5, tone[1] * 0.5, tone[2] * 0.5], features: 0.5 }))
  const room: readonly Room[] = [
    [-side * 1.6, inSight(scene.camera, 0.4, () => -side * 1.6, 14), 3],
    [side * 6, inSight(scene.camera, 0.4, () => side * 6, 22) + 3, 3.6],
    [-side * 14, 52, 5],
  ]
  const ground = withKnolls(scene.camera, bare, room)
  terrain(mesh, scene.camera, { paint: dust, near: 1.8, far: 2600, rows: 330, columns: 260, halfWidth: 0.76, height: ground })
  const random = streams('stones')
  const rock = mesh.paint(stoneOf({ colour: [tone[0] * 0.4, tone[1] * 0.4, tone[2] * 0.4], features: 1.6 }))
  for (let i = 0; i < 40; i++) {
    const z = 6 + 120 * random.next() * random.next()
    const x = random.range(-0.62, 0.62) * (z + 4)
    const radius = random.range(0.12, 0.9) * (1 + z * 0.02)
    if (Math.abs(x) < 3 + radius && z < 26) continue
    boulder(mesh, random, {
      x,
      y: ground(x, z) + radius * 0.15,
      z,
      radius,
      paint: rock,
      rings: z < 20 ? 14 : 8,
      flat: random.range(0.6, 1),
    })
  }
  // a great rock in front on one side, so that the picture has a near plane
  const bx = side * layout.range(10, 14)
  for (let i = 0; i < 5; i++)
    boulder(mesh, random, {
      x: bx + random.range(-2, 4) * side,
      y: ground(bx, 20) + i * 0.8,
      z: 20 + random.range(-1, 4),
      radius: random.range(1.8, 3.6) * (1 - i * 0.1),
      paint: rock,
      rings: 24,
      flat: 1.2,
    })
  if (layout.chance(0.35)) rocket(site, side * 16, ground(side * 16, 74) + 0.4, 74, 17, brief.accent ?? rgb('#c8442c'))
  Object.assign(scene.sun, { centre: [0, 5, 60], radius: 100, resolution: 2048, normalBias: 0.14, depthBias: 0.15 })
  scene.occlusionRadius = 2
  standing(scene, ground, room)
  flying(scene, [[side * 15, eye + 13, 70, 6]])
  return scene
}
