import type { Clouds } from '../../scene.ts'
import { times } from '../../vector.ts'
import type { CitySite } from './site.ts'

/** Clouds over the city in the light of the scene; bad weather closes them, the plan may rule them out. */
export function cloudscape({ scene, streams, brief }: CitySite, changes: Partial<Clouds>): Clouds | null {
  const { weather } = brief.mood
  const closed = weather === 'rain' || weather === 'snow' || weather === 'storm'
  const variant = streams('clouds').next() * 50
  if (!brief.allows('clouds') || (scene.night > 0.9 && !closed && !brief.wants('clouds'))) return null
  const clouds: Clouds = {
    bottom: 900,
    top: 1700,
    frequency: 0.0011,
    variant,
    cover: 0.42,
    soft: 0.13,
    base: 0.2,
    density: 0.005,
    far: 26000,
    fade: 20000,
    sunColour: times(scene.sun.colour, 0.3),
    ambientColour: times(scene.sky.horizon, 0.4),
    silver: 1,
    banks: 0.4,
    ...changes,
  }
  if (closed) return { ...clouds, cover: weather === 'storm' ? 0.85 : 0.7, soft: 0.24, banks: 0.6, stretch: 1.6 }
  return brief.wants('clouds') ? { ...clouds, cover: clouds.cover + 0.1 } : clouds
}
