import { PI } from '../../../../math/dmath.ts'
import type { Site } from '../../nature/site.ts'
import { townsperson, walking } from '../prop/folk.ts'
import { onPitch, type Pitch } from './merchant.ts'

/** People among stalls: some walk, some stand turned to a side. */
export function crowd(
  site: Site,
  usual: number,
  place: (t: number, across: number) => readonly [x: number, y: number, z: number],
  pitch: Pitch | null = null,
): void {
  const { streams, brief } = site
  if (!brief.allows('people')) return
  const random = streams('crowd')
  const count = Math.round(usual * (brief.density === 'dense' || brief.wants('people') ? 1.7 : brief.density === 'sparse' ? 0.4 : 1))
  for (let i = 0; i < count; i++) {
    const [x, y, z] = place((i + random.next()) / count, random.range(-1, 1))
    if (onPitch(pitch, x, z)) continue
    if (random.chance(0.7)) townsperson(site, random, x, y, z, walking(random))
    else townsperson(site, random, x, y, z, random.pick([-1, 1]) * PI * 0.5, { manner: 'stands' })
  }
}
