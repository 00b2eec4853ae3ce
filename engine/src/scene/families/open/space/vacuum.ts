import type { SkyLayer } from '../../../look/look.ts'
import { sunAt } from '../../../look/look.ts'
import { type Rgb, times } from '../../../vector.ts'
import type { Site } from '../../nature/site.ts'

/** Light and sky where there is no air: a hard sun, black shadows, stars by day. Degrees. */
export function vacuum({ scene, brief }: Site, azimuth: number, behind: SkyLayer, shine: Rgb): void {
  const { time } = brief.mood
  const low = time === 'dusk' || time === 'sunrise'
  Object.assign(scene.sky, {
    zenith: [0.004, 0.005, 0.009],
    middle: [0.005, 0.006, 0.011],
    horizon: [0.007, 0.008, 0.014],
    glow: [0, 0, 0],
    sunGlow: [0, 0, 0],
    opposite: [0, 0, 0],
    sun: sunAt(azimuth, low ? 14 : time === 'day' ? 34 : 24),
    stars: 0,
    behind,
  })
  delete scene.sky.disc
  scene.sun.colour = low ? [3.5, 3.05, 2.6] : [3.5, 3.35, 3.1]
  Object.assign(scene.fog, { density: 0, haze: 0, lamps: 0.4, skyMix: 0, colour: [0, 0, 0], sunColour: [0, 0, 0] })
  Object.assign(scene.grade, {
    key: 0.15,
    auto: 0.3,
    contrast: 1.2,
    saturation: 1.1,
    shadow: [0, 0.004, 0.02],
    highlight: [1.02, 1, 0.98],
    vignette: 0.25,
  })
  scene.clouds = null
  scene.rain = null
  scene.snow = null
  scene.snowCover = false
  scene.night = 1
  scene.ambient = 1
  scene.bounce = times(shine, 0.14)
  scene.bloom = 0.08
  scene.grain = 0.014
}
