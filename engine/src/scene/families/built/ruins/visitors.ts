import { plain } from '../../../material/paints.ts'
import { traveller } from '../../nature/prop/traveller.ts'
import type { Site } from '../../nature/site.ts'

/** People who look at what is left, where the prompt asks for them. */
export function visitors(
  { mesh, brief }: Site,
  height: (x: number, z: number) => number,
  places: readonly (readonly [x: number, z: number])[],
): void {
  if (!brief.allows('people') || !brief.wants('people')) return
  for (const [i, [x, z]] of places.entries())
    traveller(mesh, x, height(x, z), z, mesh.paint(plain(i === 0 ? (brief.accent ?? [0.34, 0.06, 0.04]) : [0.07, 0.06, 0.07])), 1.75)
}
