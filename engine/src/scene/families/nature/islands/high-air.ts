import { rgb } from '../../../../solid/palette.ts'
import type { Paint } from '../../../mesh.ts'
import { times } from '../../../vector.ts'
import { stoneOf } from '../paints.ts'
import { TURF } from '../season.ts'
import type { Site } from '../site.ts'
import { cumulus } from '../sky.ts'

/** Rock near and far: red sandstone, grey granite, pale chalk, black basalt, ochre. */
const ROCKS = [
  [0.42, 0.33, 0.27],
  [0.3, 0.3, 0.31],
  [0.62, 0.58, 0.5],
  [0.13, 0.13, 0.15],
  [0.5, 0.36, 0.2],
] as const

/** Rock with turf on top: for islands at hand, and with larger features for those far off. */
export function islandPaints({ mesh, season, snowy, streams }: Site): { readonly near: Paint; readonly far: Paint } {
  const turf = snowy ? rgb('#e8edf4') : times(TURF[season][1], season === 'autumn' ? 0.9 : 1)
  const paint = (colour: readonly [number, number, number], features: number) =>
    mesh.paint(stoneOf({ colour, features, covered: 0.95, cover: turf }))
  const rock = streams('rock').pick(ROCKS)
  return { near: paint(rock, 0.3), far: paint(times(rock, 0.93), 0.16) }
}

/** Clouds overhead, haze towards the cloud sea, light from below. */
export function highAir(site: Site): void {
  const { scene, brief } = site
  const clear = brief.mood.weather === 'clear'
  scene.clouds = cumulus(site, {
    bottom: 420,
    top: 1000,
    frequency: 0.0024,
    cover: clear ? 0.43 : 0.6,
    density: 0.012,
    far: 14000,
    fade: 9000,
    banks: 0.3,
    soft: 0.1,
  })
  Object.assign(scene.sun, { centre: [0, 30, 230], radius: 240, resolution: 2048, normalBias: 0.5, depthBias: 0.4 })
  Object.assign(scene.fog, {
    density: brief.mood.weather === 'fog' ? 0.004 : 0.0013,
    base: -60,
    thinning: 45,
    haze: clear ? 0.0003 : 0.0006,
    far: 1600,
    noise: 0.6,
    noiseScale: 0.01,
  })
  scene.bounce = times(scene.sky.horizon, 0.45)
  scene.occlusionRadius = 3
}
