import type { PaintSpec } from '../../../mesh.ts'
import { times } from '../../../vector.ts'
import { seaOf } from '../../nature/paints.ts'
import type { Site } from '../../nature/site.ts'
import { cumulus } from '../../nature/sky.ts'

/** The colour of deep water far from land, in this light. */
export function deepWater({ dim, brief, streams }: Site): PaintSpec {
  const stormy = brief.mood.weather === 'storm'
  const light = dim && !stormy ? 0.4 : 1
  if (stormy || dim) return seaOf({ deep: times([0.006, 0.021, 0.027], light), crest: times([0.025, 0.11, 0.095], light) })
  const hue = streams('water').next()
  return seaOf({ deep: [0.008, 0.035 + 0.025 * hue, 0.075 - 0.02 * hue], crest: [0.03, 0.14 + 0.04 * hue, 0.15], foam: 0.9 })
}

/** Clouds, haze and light over open water. */
export function seaAir(site: Site, flash?: (x: number, y: number, z: number) => number): void {
  const { scene, brief, streams } = site
  const { weather } = brief.mood
  const stormy = weather === 'storm'
  scene.clouds = cumulus(site, {
    bottom: 600,
    top: 1500,
    frequency: 0.0016,
    cover: weather === 'clear' ? streams('cover').range(0.32, 0.46) : 0.8,
    soft: 0.18,
    density: 0.01,
    far: 12000,
    fade: 10000,
    stretch: 1.6,
    banks: 0.6,
    steps: 24,
    resolution: 180,
    ...(stormy ? { ambientColour: [scene.sky.horizon[0] * 0.2, scene.sky.horizon[1] * 0.2, scene.sky.horizon[2] * 0.2] as const } : {}),
    ...(flash ? { flash } : {}),
  })
  Object.assign(scene.fog, {
    far: 2200,
    noise: 0.6,
    noiseScale: 0.012,
    thinning: 24,
    density: weather === 'fog' ? 0.006 : scene.fog.density * 0.6,
    sunPhase: 0.7,
  })
  scene.occlusionRadius = 1.6
}
