import type { Clouds } from '../../scene.ts'
import { times } from '../../vector.ts'
import type { Site } from './site.ts'

/** Kinds of clouds in fair weather; one that comes twice comes twice as often. */
const KINDS = ['heaps', 'heaps', 'fair', 'fair', 'banks', 'veil', 'veil', 'none'] as const

/** How a kind of clouds differs from heaps. */
function kindOf({ streams, brief }: Site, { bottom, top, cover, frequency, density }: Clouds): Partial<Clouds> | null {
  const kind = streams('cloud kind').pick(KINDS)
  if (kind === 'heaps' || (brief.wants('clouds') && kind !== 'banks')) return {}
  // small heaps far apart, with blue between them
  if (kind === 'fair')
    return { cover: cover - 0.07, frequency: frequency * 1.9, top: bottom + (top - bottom) * 0.6, soft: 0.1, banks: 0.75 }
  // long grey rolls
  if (kind === 'banks')
    return { cover: cover + 0.05, frequency: frequency * 0.8, stretch: 4.2, flatten: 1.8, top: bottom + (top - bottom) * 0.45, soft: 0.2 }
  // thin streaks, high above all else
  if (kind === 'veil')
    return {
      bottom: 5200,
      top: 5900,
      frequency: 0.00034,
      stretch: 5.5,
      flatten: 1,
      cover: 0.53,
      soft: 0.42,
      density: density * 0.09,
      banks: 0.35,
      silver: 0.5,
      far: 60000,
      fade: 42000,
    }
  return null
}

/** Clouds of the seed's kind in the light of the scene; bad weather closes them. Null where the plan rules clouds out. */
export function cumulus(site: Site, changes: Partial<Clouds> = {}): Clouds | null {
  const { scene, streams, brief } = site
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
  if (closed === null) {
    const kind = weather === 'clear' ? kindOf(site, clouds) : {}
    return kind && { ...clouds, ...kind, cover: (kind.cover ?? clouds.cover) * thin }
  }
  return { ...clouds, cover: Math.max(clouds.cover, closed), soft: 0.24, banks: 0.5 }
}
