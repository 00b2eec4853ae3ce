import { reflected } from '../light.ts'
import type { Site } from '../site.ts'
import { cumulus } from '../sky.ts'

/** Damp air with shafts of light between the trunks. */
export function forestAir(site: Site): void {
  const { scene, brief, dim } = site
  const { name } = scene.look
  const { weather } = brief.mood
  scene.clouds = dim ? null : cumulus(site, { cover: 0.45, banks: 0.3 })
  Object.assign(scene.sun, { centre: [0, 8, 38], radius: 56, resolution: 2048, normalBias: 0.06, depthBias: 0.08 })
  const thick = weather === 'fog' ? 3 : weather === 'clear' ? 1 : 1.6
  Object.assign(scene.fog, {
    density: (name === 'day' ? 0.007 : 0.0055) * thick,
    thinning: 12,
    haze: (name === 'day' ? 0.0022 : 0.0014) * thick,
    far: 220,
    noise: 0.5,
    noiseScale: 0.09,
    steps: 25,
    sunPhase: name === 'day' ? 2.4 : 1.6,
    shaft: 1.3,
    shaftShade: 0.45,
    skyMix: name === 'day' ? 0.45 : 0.3,
    lamps: 0.7,
  })
  scene.bounce = reflected(scene, [0.09, 0.11, 0.06])
  scene.ambient *= dim ? 1.6 : 1.75
  scene.grade.key *= dim ? 1.15 : 1.12
  scene.occlusionRadius = 1.2
}
