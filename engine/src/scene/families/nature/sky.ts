import type { Clouds } from '../../scene.ts'
import { times } from '../../vector.ts'
import type { Site } from './site.ts'

/** Heaps of cloud in the light of the scene; bad weather closes them. Null where the plan rules clouds out. */
export function cumulus({ scene, streams, brief }: Site, changes: Partial<Clouds> = {}): Clouds | null {
  if (!brief.allows('clouds')) return null
  const { weather } = brief.mood
  const closed = weather === 'rain' || weather === 'snow' ? 0.72 : weather === 'storm' ? 0.8 : null
  const thin = scene.sky.behind ? 0.8 : 1
  const clouds: Clouds = {
    bottom: 1200,
    top: 2300,
    frequency: 0.0011,
    variant: streams('clouds').next() * 50,
    cover: 0.48,
    soft: 0.14,
    base: 0.22,
    density: 0.008,
    far: 30000,
    fade: 22000,
    sunColour: times(scene.sun.colour, 0.42),
    ambientColour: times(scene.sky.horizon, 0.4),
    silver: 1.1,
    banks: 0.6,
    stretch: 1.6,
    octaves: 5,
    steps: 22,
    resolution: 168,
    ...changes,
  }
  return closed === null
    ? { ...clouds, cover: clouds.cover * thin }
    : { ...clouds, cover: Math.max(clouds.cover, closed), soft: 0.24, banks: 0.5 }
}
