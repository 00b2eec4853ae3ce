import { smooth } from '../../../math/dmath.ts'
import type { SkyLayer } from '../../look/look.ts'
import { fbm2, value2 } from '../../noise.ts'
import type { Clouds } from '../../scene.ts'
import { times } from '../../vector.ts'
import type { Site } from './site.ts'

/** Heaps of cloud in the light of the scene; bad weather closes them. Null where the plan rules clouds out. */
export function cumulus({ scene, streams, brief }: Site, changes: Partial<Clouds> = {}): Clouds | null {
  if (!brief.allows('clouds')) return null
  const { weather } = brief.mood
  const closed = weather === 'rain' || weather === 'snow' ? 0.72 : weather === 'storm' ? 0.8 : null
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
  return closed === null ? clouds : { ...clouds, cover: Math.max(clouds.cover, closed), soft: 0.24, banks: 0.5 }
}

/** Curtains of northern light, different for each `offset`. */
export function aurora(offset: number): SkyLayer {
  return (dx, dy, dz, colour) => {
    if (dy < 0.05) return
    const u = (dx / (dy + 0.25)) * 1.4 + offset
    const v = dz / (dy + 0.25)
    const bend = fbm2(u * 0.5, v * 0.5 + 3, 3)
    const band = 1 - Math.abs(fbm2(u * 0.45 + bend * 0.9, v * 0.35 + 11, 3)) * 3.6
    if (band <= 0) return
    const rays = 0.45 + 0.5 * value2(u * 9 + bend * 3, 4.4) + 0.4 * value2(u * 27 + bend * 6, 9.1) * smooth(0.7, 0.2, dy)
    const k = band * band * rays * smooth(0.06, 0.3, dy) * smooth(0.95, 0.45, dy) * 0.3
    const high = smooth(0.35, 0.75, dy)
    colour[0]! += k * 0.12 + k * high * 0.5
    colour[1]! += k * (1 - 0.5 * high)
    colour[2]! += k * 0.55
  }
}
