import { sunAt } from '../../../look/look.ts'
import { reflected } from '../light.ts'
import type { Site } from '../site.ts'
import { cumulus } from '../sky.ts'

/** Clouds round the summits, blue distance, long shadows. */
export function mountainAir(site: Site, { cover, density }: { readonly cover: number; readonly density: number }): void {
  const { scene, brief, side } = site
  const { name } = scene.look
  const { weather } = brief.mood
  if (name === 'dusk' || name === 'sunrise') scene.sky.sun = sunAt(side * 88, 15)
  scene.clouds = cumulus(site, { cover, banks: 0.5, bottom: 1500, top: 2700 })
  Object.assign(scene.sun, { centre: [0, 200, 1500], radius: 1900, resolution: 2048, normalBias: 2.5, depthBias: 2 })
  const foggy = weather === 'fog'
  Object.assign(scene.fog, {
    density: foggy ? 0.004 : density,
    thinning: foggy ? 70 : 60,
    haze: weather === 'clear' ? 0.00008 : 0.0002,
    sunPhase: name === 'sunrise' ? 0.2 : 0.35,
    far: 5200,
    noise: 0.8,
    noiseScale: 0.004,
    steps: 24,
  })
  scene.bounce = reflected(scene, [0.11, 0.11, 0.08])
  scene.occlusionRadius = 4
  scene.ambient = Math.max(scene.ambient, 1.15)
}
