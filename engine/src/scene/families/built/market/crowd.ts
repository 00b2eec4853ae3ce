import { PI } from '../../../../math/dmath.ts'
import type { Site } from '../../nature/site.ts'
import { townsperson, walking } from '../prop/folk.ts'

/** People among stalls: some walk, some stand turned to a side. */
export function crowd(
  { mesh, streams, brief }: Site,
  usual: number,
  place: (t: number, across: number) => readonly [x: number, y: number, z: number],
): void {
  if (!brief.allows('people')) return
  const random = streams('crowd')
  const count = Math.round(usual * (brief.density === 'dense' || brief.wants('people') ? 1.7 : brief.density === 'sparse' ? 0.4 : 1))
  for (let i = 0; i < count; i++) {
    const [x, y, z] = place((i + random.next()) / count, random.range(-1, 1))
    townsperson(mesh, random, x, y, z, random.chance(0.7) ? walking(random) : random.pick([-1, 1]) * PI * 0.5)
  }
}
