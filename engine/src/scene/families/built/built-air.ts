import type { Vec3 } from '../../vector.ts'
import { reflected } from '../nature/light.ts'
import type { Site } from '../nature/site.ts'
import { cumulus } from '../nature/sky.ts'

export type BuiltAir = {
  /** What the sun's shadow map covers. */
  readonly centre: Vec3
  readonly radius: number
  /** Where lamps act. */
  readonly lamps: readonly [Vec3, Vec3]
  /** Times the usual density of the haze near the ground. */
  readonly haze?: number
}

/** Clouds, shadow, haze and lamp light of a place among houses. */
export function builtAir(site: Site, { centre, radius, lamps, haze = 1 }: BuiltAir): void {
  const { scene, brief, dim } = site
  const { weather } = brief.mood
  const { name } = scene.look
  scene.clouds = scene.sky.behind && weather === 'clear' ? null : cumulus(site, { cover: name === 'day' ? 0.43 : 0.4, banks: 0.5 })
  Object.assign(scene.sun, { centre, radius, resolution: 2048, normalBias: radius / 700, depthBias: radius / 700 })
  const thick = weather === 'fog' ? 5 : weather === 'clear' ? 1 : 1.8
  Object.assign(scene.fog, {
    density: (name === 'day' ? 0.0005 : dim ? 0.0022 : 0.0016) * thick * haze,
    haze: (name === 'day' ? 0.00016 : 0.0004) * thick * haze,
    thinning: weather === 'fog' ? 30 : 20,
    far: 900,
    noise: 0.6,
    noiseScale: 0.03,
    sky: weather === 'fog' ? 0.35 : 0.05,
    lamps: 0.55,
    steps: 22,
  })
  scene.occlusionRadius = 1.6
  scene.bounce = reflected(scene, [0.4, 0.35, 0.28])
  scene.ambient *= name === 'day' ? 1.5 : 1.15
  scene.lampBox = lamps
  scene.grain = 0.018
}
