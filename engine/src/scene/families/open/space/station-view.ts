import { rgb } from '../../../../solid/palette.ts'
import type { Brief } from '../../../brief.ts'
import type { Scene } from '../../../scene.ts'
import type { Streams } from '../../../streams.ts'
import { openSite } from '../../nature/site.ts'
import { flying } from '../../nature/spots.ts'
import { trussStation, wheelStation } from '../prop/space-station.ts'
import { frameAt, shuttle } from '../prop/spacecraft.ts'
import { createPlanet, layers, nebula, planetLayer, starfield } from './planet.ts'
import { vacuum } from './vacuum.ts'

/** A station over the limb of a planet, a nebula behind it, ships on their way to it. */
export function stationView(brief: Brief, streams: Streams): Scene {
  const layout = streams('layout')
  const site = openSite(brief, streams, (side) => ({
    view: { eye: [0, 0, 0], target: [0, 0, 100], fov: layout.range(46, 54), roll: side * layout.range(-0.05, 0.16) },
    azimuth: 60,
  }))
  const { scene, side } = site
  const sky = streams('planets')
  const where = layout.pick(['below', 'below', 'beside'] as const)
  const planet =
    where === 'below'
      ? createPlanet(
          sky,
          sky.pick(['ocean', 'banded', 'ember', 'ocean', 'ice'] as const),
          [side * sky.range(-0.3, 0.3), -0.84, 1],
          sky.range(0.56, 0.62),
          false,
          brief.accent,
        )
      : createPlanet(
          sky,
          sky.pick(['ocean', 'banded', 'ocean', 'rock'] as const),
          [side * sky.range(0.34, 0.48), sky.range(-0.22, 0.1), 1],
          sky.range(0.2, 0.3),
          sky.chance(0.3),
          brief.accent,
        )
  const moon = createPlanet(sky, 'rock', [-side * sky.range(0.2, 0.36), sky.range(0.12, 0.22), 1], sky.range(0.02, 0.05))
  vacuum(site, side * layout.range(62, 118), starfield(brief, 1), planet.air)
  const { sun } = scene.sky
  scene.sky.behind = layers(
    nebula(streams('nebula'), layout.range(0.12, 0.42)),
    starfield(brief, 1.2),
    planetLayer(moon, sun),
    planetLayer(planet, sun),
  )
  const random = streams('station')
  const r = random.range(20, 25)
  const x = -side * (where === 'below' ? random.range(2, 12) : random.range(10, 16))
  const y = where === 'below' ? random.range(3, 8) : random.range(-2, 4)
  const form = random.pick(['wheel', 'truss', 'double', 'wheel'] as const)
  if (form === 'truss')
    trussStation(
      site,
      frameAt([x, y, 96], side * random.range(0.3, 0.7), random.range(-0.5, -0.2), side * random.range(-0.25, 0.3)),
      r,
      random,
    )
  else
    wheelStation(
      site,
      frameAt([x, y, 100], side * random.range(0.45, 0.8), random.range(-0.45, -0.15), random.range(-0.2, 0.2)),
      form === 'double' ? r * 0.82 : r,
      form === 'double' ? 2 : 1,
      random,
    )
  const trim = brief.accent ?? random.pick([rgb('#c8442c'), rgb('#2c6cc8'), rgb('#d89a2c')])
  shuttle(
    site,
    frameAt([side * random.range(7, 11), -random.range(2, 5), random.range(38, 48)], side > 0 ? 2.5 : 0.6, 0.1, 0.16),
    random.range(6, 8),
    trim,
  )
  const more = Math.floor(random.range(0, 3.9))
  for (let i = 0; i < more; i++)
    shuttle(site, frameAt([side * random.range(16, 34), random.range(-12, 14), 70 + i * 20], side > 0 ? 2.6 : 0.5, 0.05, 0.1), 5, trim)
  Object.assign(scene.sun, { centre: [x, y, 98], radius: 42, resolution: 1536, normalBias: 0.12, depthBias: 0.12 })
  scene.ambient = 2.2
  scene.occlusionRadius = 1.5
  flying(scene, [
    [side * 6, 2.6, 22, 2.6],
    [-side * 5, -4.5, 26, 2.4],
    [side * 17, 7, 60, 6],
  ])
  return scene
}
