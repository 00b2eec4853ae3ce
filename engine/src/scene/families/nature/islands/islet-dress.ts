import { cos, PI, sin } from '../../../../math/dmath.ts'
import type { Paint } from '../../../mesh.ts'
import { box } from '../../../shape/loft.ts'
import { tube } from '../../../shape/tube.ts'
import { masonryOf } from '../paints.ts'
import { broadleaf } from '../plant/broadleaf.ts'
import { conifer } from '../plant/conifer.ts'
import { trees } from '../plant/tree-paints.ts'
import { boulder } from '../prop/boulder.ts'
import type { Site } from '../site.ts'
import type { Island } from './island.ts'

const DRESSES = ['tree', 'tree', 'grove', 'stones', 'gate', 'spires', 'bare'] as const

/** What stands at the back of a small island, behind the room for things: a tree, firs, standing stones, a ruined gate, spires of rock. */
export function dressIslet(site: Site, home: Island, rock: Paint): void {
  const random = site.streams('islet dress')
  const dress = random.pick(DRESSES)
  const hand = random.pick([-1, 1] as const)
  const { radius } = home
  /** A place by its share of the radius across and back. */
  const at = (across: number, back: number) => {
    const x = home.x + hand * across * radius
    const z = home.z + back * radius
    return { x, y: home.turf(x, z) - 0.2, z }
  }
  if (dress === 'tree' || dress === 'grove') {
    if (site.brief.allows('trees')) wood(site, at, dress === 'tree')
    return
  }
  if (dress === 'stones') stoneRing(site, at, rock)
  if (dress === 'gate') gate(site, at)
  if (dress === 'spires')
    for (let i = 0; i < 4; i++)
      boulder(site.mesh, random, {
        ...at(0.1 + 0.13 * i, 0.34 + 0.1 * (i % 2)),
        radius: random.range(0.7, 1.3),
        paint: rock,
        rings: 12,
        flat: random.range(1.8, 3.4),
      })
}

type At = (across: number, back: number) => { readonly x: number; readonly y: number; readonly z: number }

/** One broad tree, or a few firs. */
function wood(site: Site, at: At, alone: boolean): void {
  const { mesh, streams } = site
  const random = streams('islet trees')
  const { needles, crowns, bark } = trees(site)
  const stand = (across: number, back: number, height: number) => {
    const place = at(across, back)
    return { ...place, height, distance: place.z }
  }
  if (alone) {
    const spread = random.range(1, 1.5)
    broadleaf(mesh, random, stand(0.38, 0.28, random.range(5, 8.5)), random.pick(crowns), bark, { spread })
    return
  }
  for (let i = 0; i < 5; i++)
    conifer(mesh, random, stand(0.1 + 0.12 * i, 0.22 + 0.14 * (i % 3), random.range(2.6, 6.4)), random.pick(needles), bark)
}

/** Standing stones in a half circle. */
function stoneRing({ mesh, streams }: Site, at: At, rock: Paint): void {
  const random = streams('islet stones')
  for (let i = 0; i < 6; i++) {
    const a = (PI * (i + 0.5)) / 6
    const { x, y, z } = at(0.55 * cos(a), 0.12 + 0.42 * sin(a))
    const tall = random.range(1.4, 3)
    const lean = random.range(-0.3, 0.3)
    tube(
      mesh,
      [
        [x, y - 0.3, z],
        [x + lean * 0.5, y + tall * 0.7, z],
        [x + lean, y + tall, z],
      ],
      { paint: rock, radius: random.range(0.36, 0.52), endRadius: 0.24, sides: 5 },
    )
  }
}

/** Two pillars under a beam, all that is left of a gate, and steps up to it. */
function gate({ mesh, streams }: Site, at: At): void {
  const random = streams('islet gate')
  const { x, y, z } = at(0.2, 0.36)
  const paint = mesh.paint(
    masonryOf({ colour: [0.5, 0.46, 0.4], blockWidth: 0.8, blockHeight: 0.5, variant: random.range(0, 20), joints: 0.7 }),
  )
  const tall = random.range(3.4, 4.8)
  const half = random.range(1.3, 1.8)
  const broken = random.chance(0.4)
  for (const side of [-1, 1])
    box(mesh, {
      x: x + side * half,
      y: y - 0.6,
      z,
      width: 0.72,
      height: (broken && side === 1 ? 0.55 : 1) * tall + 0.6,
      depth: 0.72,
      paint,
    })
  if (!broken) box(mesh, { x, y: y + tall, z, width: half * 2 + 1.5, height: 0.6, depth: 0.95, paint })
  for (let i = 0; i < 3; i++)
    box(mesh, { x, y: y - 0.9 + i * 0.18, z: z - 0.9 + i * 0.4, width: half * 2 + 1.2 - i * 0.4, height: 0.9, depth: 1.6, paint })
}
