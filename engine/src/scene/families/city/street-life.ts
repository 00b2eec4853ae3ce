import type { Prng } from '../../../math/prng.ts'
import { plain } from '../../material/paints.ts'
import { loft } from '../../shape/loft.ts'
import { polygon } from '../../shape/outline.ts'
import { times } from '../../vector.ts'
import type { CitySite } from './site.ts'

/** Share of the height and radius of a walker's outline. */
const WALKER = [
  [0, 0.16],
  [0.5, 0.2],
  [0.8, 0.28],
  [0.86, 0.1],
  [0.92, 0.14],
  [1, 0.08],
] as const
const KERB = 0.3

function umbrella({ mesh, neons }: CitySite, random: Prng, x: number, z: number, top: number): void {
  const [r, g, b] = times(random.pick(neons), 0.3)
  const cone = [
    { y: top, points: polygon(x, z, 0.62, 8) },
    { y: top + 0.37, points: polygon(x, z, 0.05, 8) },
  ]
  loft(mesh, cone, { paint: mesh.paint(plain([r + 0.05, g + 0.05, b + 0.05])) })
}

/** People on both pavements of a street along z; `half` metres from its middle to the kerb. They give the towers scale. */
export function addWalkers(site: CitySite, half: number): void {
  const { mesh, brief, streams } = site
  if (!brief.allows('people')) return
  const random = streams('people')
  const coat = mesh.paint(plain([0.02, 0.02, 0.024]))
  const count = brief.wants('people') || brief.density === 'dense' ? 110 : brief.density === 'sparse' ? 14 : 46
  for (let i = 0; i < count; i++) {
    const side = random.chance(0.5) ? 1 : -1
    const x = side * random.range(half + 0.8, half + 7)
    const z = random.range(12, 160)
    const tall = random.range(1.55, 1.9)
    const sheltered = random.chance(0.5)
    loft(
      mesh,
      WALKER.map(([t, r]) => ({ y: KERB + tall * t, points: polygon(x, z, r, 5) })),
      { paint: coat, cap: coat },
    )
    if (brief.mood.weather === 'rain' && sheltered) umbrella(site, random, x, z, tall + 0.35)
  }
}
