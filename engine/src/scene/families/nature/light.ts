import { rgb } from '../../../solid/palette.ts'
import type { Mood } from '../../brief.ts'
import { sunAt } from '../../look/look.ts'
import type { Scene } from '../../scene.ts'
import { type Rgb, times } from '../../vector.ts'

/** Turns the night of a lit city into one under the moon, at this azimuth in degrees. */
export function moonlight(scene: Scene, azimuth: number): void {
  Object.assign(scene.sky, {
    zenith: times(rgb('#0b1638'), 0.55),
    middle: times(rgb('#1d3566'), 0.55),
    horizon: times(rgb('#4a6a98'), 0.5),
    glow: times(rgb('#6a86c0'), 0.22),
    sunGlow: times(rgb('#b8ccff'), 0.42),
    glowBroad: 0.5,
    glowTight: 0.6,
    sun: sunAt(azimuth, 24),
    stars: 0.75,
    disc: { colour: [5.2, 5.4, 5.6], cosine: 0.9992, moon: true },
  })
  scene.sun.colour = [0.3, 0.4, 0.62]
  Object.assign(scene.fog, {
    colour: times(rgb('#33507e'), 0.28),
    sunColour: [0.1, 0.14, 0.22],
    density: 0.0012,
    thinning: 40,
    haze: 0.0002,
    lamps: 0.7,
  })
  Object.assign(scene.grade, {
    key: 0.125,
    auto: 0.5,
    saturation: 1.08,
    shadow: [0, 0.01, 0.04],
    highlight: [1.02, 1, 0.96],
  })
  scene.ambient = 1.05
}

/** Light that comes back from ground of this colour: little of it after sunset. */
export function reflected({ night }: Scene, ground: Rgb): Rgb {
  return times(ground, 1 - 0.9 * night)
}

/** What weather does to the light of open country beyond what the look says. */
export function overcastAir(scene: Scene, weather: Mood['weather']): void {
  if (weather === 'clear' || weather === 'fog') return
  scene.sun.shadow = weather === 'snow'
}
