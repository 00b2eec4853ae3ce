import { rgb } from '../../../../solid/palette.ts'
import type { Brief } from '../../../brief.ts'
import type { Scene } from '../../../scene.ts'
import type { Streams } from '../../../streams.ts'
import { stoneOf } from '../../nature/paints.ts'
import { boulder } from '../../nature/prop/boulder.ts'
import { openSite } from '../../nature/site.ts'
import { flying } from '../../nature/spots.ts'
import { iceOf } from '../paints.ts'
import { frameAt, shuttle } from '../prop/spacecraft.ts'
import { createPlanet, layers, nebula, planetLayer, starfield } from './planet.ts'
import { vacuum } from './vacuum.ts'

/** A ringed giant seen through drifting rocks or ice, with its moons. */
export function giantView(brief: Brief, streams: Streams): Scene {
  const layout = streams('layout')
  const site = openSite(brief, streams, (side) => ({
    view: { eye: [0, 0, 0], target: [0, 2, 100], fov: layout.range(48, 58), roll: side * layout.range(-0.12, 0.12) },
    azimuth: 60,
  }))
  const { mesh, scene, side } = site
  const sky = streams('planets')
  const giant = createPlanet(
    sky,
    // a planet of a colour that is asked for is solid ground, more often than not without a ring
    brief.accent ? 'rock' : sky.pick(['banded', 'banded', 'banded', 'ice'] as const),
    [-side * sky.range(0.02, 0.16), sky.range(0.0, 0.1), 1],
    sky.range(0.14, 0.2) * (brief.accent ? 1.3 : 1),
    !brief.accent || sky.chance(0.25),
    brief.accent,
  )
  const moons = [1, 2, 3]
    .slice(0, 1 + Math.floor(sky.range(0, 2.9)))
    .map((i) =>
      createPlanet(
        sky,
        sky.pick(['rock', 'ice', 'ocean', 'ember'] as const),
        [side * sky.range(0.12, 0.4) * (i === 2 ? -1 : 1), sky.range(-0.16, 0.26), 1],
        sky.range(0.012, 0.045),
      ),
    )
  vacuum(site, side * (brief.accent ? layout.range(112, 140) : layout.range(60, 112)), starfield(brief, 1), giant.air)
  const { sun } = scene.sky
  scene.sky.behind = layers(
    nebula(streams('nebula'), layout.range(0.03, 0.2)),
    starfield(brief, 1.1),
    ...moons.map((moon) => planetLayer(moon, sun)),
    planetLayer(giant, sun, 1.1),
  )
  const random = streams('rocks')
  const icy = layout.chance(0.3)
  const tones = [rgb('#5c544c'), rgb('#4a3c34'), rgb('#6c6860')]
  const paints = icy
    ? [mesh.paint(iceOf({ features: 0.5, snow: 0, white: rgb('#8aa4b4'), blue: rgb('#3c6c8c') }))]
    : tones.map((colour) => mesh.paint(stoneOf({ colour, features: 0.9 })))
  const slope = side * layout.range(0.1, 0.5)
  const count = brief.density === 'sparse' ? 50 : Math.floor(layout.range(60, 150))
  for (let i = 0; i < count; i++) {
    const z = 16 + 190 * random.next() * random.next()
    const x = random.range(-0.62, 0.62) * z
    const y = slope * x - 0.16 * z + random.range(-0.12, 0.12) * z
    const radius = random.range(0.2, 1.5) * (i % 9 === 0 ? 2.2 : 1) * (1 + z * 0.008)
    if (Math.abs(y) < z * 0.06 + radius && Math.abs(x) < z * 0.24) continue
    boulder(mesh, random, {
      x,
      y,
      z,
      radius,
      paint: random.pick(paints),
      rings: radius / z > 0.05 ? 26 : z < 60 ? 13 : 7,
      flat: random.range(0.7, 1.2),
    })
  }
  // one that is near enough to be a place
  boulder(mesh, random, {
    x: side * layout.range(8, 11),
    y: -layout.range(6.5, 8.5),
    z: 21,
    radius: layout.range(5, 6.5),
    paint: paints[0]!,
    rings: 44,
    flat: 0.9,
  })
  const trim = brief.accent ?? random.pick([rgb('#c8442c'), rgb('#2c6cc8'), rgb('#d89a2c')])
  if (layout.chance(0.75))
    shuttle(
      site,
      frameAt([-side * random.range(4, 9), random.range(-4, 1), random.range(34, 46)], side > 0 ? 0.5 : 2.6, -0.1, 0.12),
      random.range(5, 7),
      trim,
    )
  Object.assign(scene.sun, { centre: [0, 0, 70], radius: 90, resolution: 1536, normalBias: 0.12, depthBias: 0.12 })
  scene.ambient = 2
  flying(scene, [
    [side * 5.5, 3.2, 22, 2.6],
    [-side * 6.5, -5, 26, 2.4],
    [side * 15, -1, 52, 5],
  ])
  return scene
}
