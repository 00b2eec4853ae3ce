import { rgb } from '../../../../solid/palette.ts'
import { box } from '../../../shape/loft.ts'
import { type Rgb, times } from '../../../vector.ts'
import { leaves, planksOf } from '../../nature/paints.ts'
import { leafCard } from '../../nature/plant/broadleaf.ts'
import type { Site } from '../../nature/site.ts'
import { placed } from '../prop/gabled.ts'

export type Home = { readonly x: number; readonly y: number; readonly z: number; readonly turn: number; readonly size: number }

/** Roses that climb round the door and up a corner of a cottage, and flowers in boxes under its windows. */
export function climbers(site: Site, { x, y, z, turn, size: k }: Home, bed: readonly Rgb[]): void {
  const { mesh, streams, snowy, brief } = site
  if (snowy || !brief.allows('flowers')) return
  const random = streams('climbers')
  const at = placed(x, y, z, turn)
  const leaf = mesh.paint(leaves(rgb('#2c4a22'), rgb('#56803c'), { through: 0.25 }))
  const wood = mesh.paint(planksOf(rgb('#6a4c34'), 0.2))
  const colours = brief.accent ? [brief.accent] : bed
  const petals = colours.map((colour) => mesh.paint(leaves(colour, times(colour, 1.2), { through: 0.3 })))
  const card = 0.16
  const cluster = (along: number, up: number, radius: number, count: number, petal = random.pick(petals)) => {
    const [px, py, pz] = at(along * k, up * k, -3.34 * k)
    for (let i = 0; i < count; i++) {
      mesh.use(i % 3 === 0 ? petal : leaf, true)
      leafCard(mesh, random, px, py, pz, radius * k, card * (i % 3 === 0 ? 0.8 : 1), y, 3 * k)
    }
  }
  const rose = random.pick(petals)
  // up one side of the door, over it and down the other
  for (const up of [0.5, 1, 1.5, 2, 2.45]) for (const q of [-1, 1]) cluster(q * (0.86 + random.range(-0.06, 0.06)), up, 0.3, 34, rose)
  for (const along of [-0.5, 0, 0.5]) cluster(along, 2.6 + random.range(0, 0.12), 0.34, 40, rose)
  const hand = random.pick([-1, 1])
  if (random.chance(0.7))
    for (let i = 0; i < 9; i++) cluster(hand * (4.3 - random.next() * i * 0.12), 0.3 + i * 0.32, 0.42 - i * 0.015, 44, rose)
  for (const along of [-3, 3]) {
    const [bx, by, bz] = at(along * k, 0.62 * k, -3.36 * k)
    box(mesh, { x: bx, y: by, z: bz, width: 1.4 * k, height: 0.2 * k, depth: 0.3 * k, turn, paint: wood })
    for (const q of [-0.45, 0, 0.45]) cluster(along + q, 0.92, 0.22, 26)
  }
}
