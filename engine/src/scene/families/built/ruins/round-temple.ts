import { cos, sin, TAU } from '../../../../math/dmath.ts'
import { value2 } from '../../../noise.ts'
import { box, loft } from '../../../shape/loft.ts'
import { polygon } from '../../../shape/outline.ts'
import { column } from '../../nature/desert/ruin.ts'
import type { Site } from '../../nature/site.ts'
import type { Place } from '../place.ts'
import type { RuinStone } from './stones.ts'

/** Radius of the ring of columns and of the room inside. */
const RING = 9.4
const ROOM = 4.9

/** A round temple: a ring of columns on steps, as far as it stands with what it carried, and a round room in its middle. */
export function roundTemple(site: Site, stone: RuinStone, { x, y, z: front, turn }: Place): void {
  const { mesh, streams, side } = site
  const random = streams('temple')
  const z = front + 6
  for (let i = 0; i < 4; i++) {
    const points = polygon(x, z, RING + 3.4 - i * 0.7, 44)
    loft(
      mesh,
      [-3, -1.5 + i * 0.5].map((up) => ({ y: y + up, points })),
      { paint: stone.block, cap: stone.block },
    )
  }
  const tall = random.range(8, 10.5)
  const count = random.pick([12, 14, 16])
  const whole = random.chance(0.3)
  const standing = whole ? count : random.int(3, count - 3)
  const paints = { drum: stone.drum, block: stone.block, ring: stone.block, inlay: stone.block }
  const from = random.int(0, count - 1)
  const angle = (i: number) => (TAU * (i + from)) / count + turn
  for (let i = 0; i < count; i++) {
    const up = i < standing
    if (!up && random.chance(0.3)) continue
    const [px, pz] = [x + cos(angle(i)) * RING, z + sin(angle(i)) * RING]
    column(site, paints, px, y, pz, up ? tall : random.range(1.2, tall * 0.7), !up)
  }
  const spans = whole ? count : standing - 1
  for (let i = 0; i < spans; i++) {
    const mid = angle(i + 0.5)
    const reach = RING * cos(TAU / count / 2)
    const long = 2 * RING * sin(TAU / count / 2)
    for (const [up, height, out] of [
      [1.5, 1.1, 0],
      [2.6, 0.9, -0.2],
      [3.5, 0.45, 0.8],
    ] as const)
      box(mesh, {
        x: x + cos(mid) * reach,
        y: y + tall + up,
        z: z + sin(mid) * reach,
        width: 2 + out,
        height,
        depth: long + 0.9 + out * 0.4,
        turn: mid,
        paint: stone.block,
      })
  }
  room(site, stone, [x, y, z], side, tall * random.range(0.45, 0.85), random.range(0, 50))
  if (whole && random.chance(0.6)) roof(site, stone, [x, y + tall + 3.9, z])
}

/** A round wall of blocks, broken at its top, with a door towards the eye. */
function room(
  { mesh }: Site,
  stone: RuinStone,
  [x, y, z]: readonly [number, number, number],
  side: number,
  tall: number,
  salt: number,
): void {
  const pieces = 26
  for (let i = 0; i < pieces; i++) {
    const a = (TAU * i) / pieces
    const away = Math.abs(((a + TAU / 4 + side * 0.3 + TAU / 2) % TAU) - TAU / 2)
    if (away < 0.3) continue
    const height = Math.max(1, tall * (0.45 + 0.75 * value2(i * 0.35 + salt, salt)) - (i % 2) * 0.35)
    box(mesh, {
      x: x + cos(a) * ROOM,
      y: y - 0.2,
      z: z + sin(a) * ROOM,
      width: 0.9,
      height: Math.min(height, tall),
      depth: (TAU * ROOM) / pieces + 0.14,
      turn: a,
      paint: stone.wall,
    })
  }
}

/** A low cone of slabs that has held. */
function roof({ mesh }: Site, stone: RuinStone, [x, y, z]: readonly [number, number, number]): void {
  loft(
    mesh,
    (
      [
        [0, RING + 1.6],
        [0.35, RING + 1.6],
        [4.2, 0.9],
        [4.6, 0.9],
        [5.6, 0.2],
      ] as const
    ).map(([up, r]) => ({ y: y + up, points: polygon(x, z, r, 32) })),
    { paint: stone.carved, cap: stone.carved },
  )
}
