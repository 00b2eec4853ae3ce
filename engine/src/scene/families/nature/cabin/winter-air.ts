import type { Vec3 } from '../../../vector.ts'
import { aurora } from '../aurora.ts'
import type { Site } from '../site.ts'
import { cumulus } from '../sky.ts'

/** Cold air, falling flakes where snow lies, northern light on clear nights, and a shadow map of `radius` round `centre`. */
export function winterAir(site: Site, { centre, radius }: { readonly centre: Vec3; readonly radius: number }): void {
  const { scene, brief, streams, dim, snowy } = site
  const { name } = scene.look
  const { weather } = brief.mood
  const clear = weather === 'clear'
  const northern = (name === 'night' || name === 'bluehour') && clear && brief.allows('aurora')
  scene.clouds = northern ? null : cumulus(site, { cover: clear ? 0.4 : 0.6, banks: 0.3 })
  Object.assign(scene.sun, { centre, radius, resolution: 1536, normalBias: 0.12, depthBias: 0.15 })
  const thick = weather === 'fog' ? 3.2 : clear ? 1 : 1.5
  Object.assign(scene.fog, {
    density: (dim ? 0.004 : 0.002) * thick,
    thinning: 18,
    haze: (dim ? 0.0012 : 0.0004) * thick,
    far: 600,
    noise: 0.6,
    noiseScale: 0.03,
    sky: clear ? 0.12 : 0.3,
    lamps: 0.5,
  })
  const flakes = weather === 'snow' ? streams('flakes').pick([500, 1100, 2400]) : weather === 'storm' ? 2600 : clear ? 500 : 250
  if (snowy && weather !== 'rain') {
    scene.snow = { flakes, colour: dim ? [0.3, 0.36, 0.5] : [0.95, 0.97, 1], size: clear ? 1 : 1.8 }
    scene.rain = null
  }
  scene.bounce = dim ? [0.2, 0.22, 0.28] : [0.35, 0.38, 0.45]
  if (!dim) scene.grade.key *= 0.78
  scene.occlusionRadius = 1.4
  if (!northern) return
  scene.sky.behind = aurora(streams('aurora').range(0, 40))
  scene.grade.key = 0.13
}
