import { PI } from '../../../../math/dmath.ts'
import { emitter, plain } from '../../../material/paints.ts'
import type { MeshBuilder, Paint } from '../../../mesh.ts'
import { box, loft } from '../../../shape/loft.ts'
import { polygon } from '../../../shape/outline.ts'
import { tube } from '../../../shape/tube.ts'
import type { Streams } from '../../../streams.ts'
import { type Rgb, times } from '../../../vector.ts'
import type { Site } from '../../nature/site.ts'
import type { Place } from '../place.ts'
import { armchair, bookcase, books, chair, globe, openBook, table } from './furniture.ts'
import { glimmer } from './lights.ts'
import { part, type Room, wood } from './room.ts'

/** Wood of shelves and floors. */
export const WOODS: readonly Rgb[] = [
  [0.2, 0.105, 0.05],
  [0.27, 0.15, 0.07],
  [0.13, 0.07, 0.045],
  [0.24, 0.11, 0.06],
]
/** Carpets and their borders. */
export const CARPETS: readonly (readonly [Rgb, Rgb])[] = [
  [
    [0.3, 0.035, 0.03],
    [0.44, 0.28, 0.1],
  ],
  [
    [0.05, 0.1, 0.22],
    [0.42, 0.34, 0.18],
  ],
  [
    [0.06, 0.16, 0.1],
    [0.44, 0.32, 0.14],
  ],
]

/** Height of the lower floor of a library. */
export const STOREY = 3.7

type Hands = readonly (1 | -1)[]

/** Bookcases of both floors along the walls on these hands, and beside what stands in the middle of the far wall. */
export function shelves({ site: { mesh }, half, far }: Room, streams: Streams, tone: Rgb, window: number, hands: Hands): void {
  const random = streams('shelves')
  for (const y of [0, STOREY + 0.12])
    for (const hand of [-1, 1] as const) {
      const bays = Math.floor((far + 1.5) / 1.9)
      const width = (far + 1.5) / bays
      for (let i = 0; hands.includes(hand) && i < bays; i++) {
        const z = -1.5 + (i + 0.5) * width
        const place = { x: hand * (half - 0.36), y, z, turn: hand > 0 ? -PI / 2 : PI / 2 }
        bookcase(mesh, random, place, width - 0.06, y ? STOREY - 0.35 : STOREY - 0.28, tone)
      }
      const room = half - window / 2 - 0.75
      if (room > 0.8) {
        const place = { x: hand * (window / 2 + 0.3 + room / 2), y, z: far - 0.34, turn: 0 }
        bookcase(mesh, random, place, room, y ? STOREY - 0.5 : STOREY - 0.28, tone)
      }
    }
}

/** A turned pillar under a gallery. */
export function galleryPillar(mesh: MeshBuilder, x: number, z: number, paint: Paint): void {
  loft(
    mesh,
    [
      [0, 0.17],
      [0.2, 0.17],
      [0.26, 0.11],
      [STOREY - 0.5, 0.1],
      [STOREY - 0.34, 0.17],
      [STOREY - 0.12, 0.19],
    ].map(([up, r]) => ({ y: up!, points: polygon(x, z, r!, 14) })),
    { paint, smooth: true },
  )
}

/** A walk round the upper floor with a railing. */
export function gallery({ site: { mesh }, half, far }: Room, tone: Rgb, window: number, hands: Hands): void {
  const paint = wood(mesh, tone)
  const brass = mesh.paint(plain([0.42, 0.29, 0.1], 0.6, 0.4))
  for (const hand of hands) {
    const edge = half - 1.15
    box(mesh, { x: hand * (half - 0.55), y: STOREY - 0.06, z: far / 2 - 0.8, width: 1.25, height: 0.18, depth: far + 2, paint })
    box(mesh, { x: hand * edge, y: STOREY - 0.16, z: far / 2 - 0.8, width: 0.1, height: 0.3, depth: far + 2, paint })
    box(mesh, { x: hand * edge, y: STOREY + 1.02, z: far / 2 - 0.8, width: 0.1, height: 0.07, depth: far + 2, paint })
    for (let z = -1; z < far - 0.4; z += 0.21)
      box(mesh, { x: hand * edge, y: STOREY + 0.1, z, width: 0.028, height: 0.94, depth: 0.028, paint: brass })
    for (let z = 1.2; z < far; z += 3.3) galleryPillar(mesh, hand * (edge - 0.02), z, paint)
  }
  const wing = half - 1.15 - window / 2 - 0.1
  if (wing > 0.4)
    for (const hand of hands)
      box(mesh, { x: hand * (window / 2 + 0.1 + wing / 2), y: STOREY - 0.06, z: far - 0.5, width: wing, height: 0.18, depth: 0.9, paint })
}

/** A ladder that leans on the shelves behind the place. */
export function ladder(mesh: MeshBuilder, { x, z, turn }: Place, paint: Paint): void {
  const away = turn > 0 ? -1 : 1
  const foot = (q: number) => [x + away * 0.75, 0, z + q * 0.26] as const
  const head = (q: number) => [x + away * -0.12, STOREY - 0.5, z + q * 0.24] as const
  for (const q of [-1, 1]) tube(mesh, [foot(q), head(q)], { paint, radius: 0.035, sides: 5 })
  for (let i = 1; i < 10; i++) {
    const t = i / 10
    const at = (q: number) =>
      [foot(q)[0] + (head(q)[0] - foot(q)[0]) * t, head(q)[1] * t, foot(q)[2] + (head(q)[2] - foot(q)[2]) * t] as const
    tube(mesh, [at(-1), at(1)], { paint, radius: 0.02, sides: 5 })
  }
}

/** The table with its lamps and books, chairs, an armchair and a globe. */
export function reading(site: Site, streams: Streams, tone: Rgb, colour: Rgb, middle: number): void {
  const { mesh, side } = site
  const random = streams('reading')
  const paint = wood(mesh, times(tone, 1.2), 0.5)
  const x = side * random.range(-0.2, 0.3)
  const z = middle + random.range(-0.5, 0.5)
  const long = random.range(3, 3.8)
  table(mesh, { x, y: 0, z, turn: PI / 2 }, long, 1.15, 0.8, paint)
  for (const q of [-1, 0, 1])
    for (const hand of [-1, 1])
      if (random.chance(0.8))
        chair(
          mesh,
          { x: x + hand * random.range(0.78, 0.95), y: 0, z: z + q * 1.05, turn: hand * (PI / 2) + random.range(-0.25, 0.25) },
          paint,
          mesh.paint(plain(times(colour, 0.8))),
        )
  for (const q of [-0.9, 0.9]) deskLamp(site, x, 0.8, z + q)
  for (let i = 0; i < 5; i++) {
    const at = [x + random.range(-0.4, 0.4), 0.8, z + random.range(-0.45, 0.45) * long] as const
    if (i % 2) openBook(mesh, [at[0], 0.82, at[2]], 0.2)
    else books(mesh, random, at, random.int(2, 5))
  }
  armchair(mesh, { x: -side * random.range(2.2, 2.6), y: 0, z: 4.6, turn: side * random.range(0.5, 1) }, colour)
  globe(mesh, side * random.range(2.1, 2.5), random.range(4.4, 5.2), random.range(0.95, 1.15))
  for (let i = 0; i < 3; i++) books(mesh, random, [-side * random.range(1.7, 2.9), 0, random.range(9, 12)], random.int(3, 7))
}

/** A brass lamp with a shade of green glass. */
function deskLamp(site: Site, x: number, y: number, z: number): void {
  const { mesh } = site
  const brass = mesh.paint(plain([0.5, 0.34, 0.12], 0.7, 0.5))
  const column = (list: readonly (readonly [number, number])[], paint: typeof brass) =>
    loft(
      mesh,
      list.map(([up, r]) => ({ y: y + up, points: polygon(x, z, r, 12) })),
      { paint, cap: paint, smooth: true },
    )
  column(
    [
      [0, 0.1],
      [0.03, 0.09],
      [0.05, 0.02],
      [0.36, 0.016],
    ],
    brass,
  )
  column(
    [
      [0.32, 0.2],
      [0.4, 0.16],
      [0.46, 0.05],
    ],
    mesh.paint(emitter([0.1, 0.5, 0.2], 0.7)),
  )
  column(
    [
      [0.3, 0.12],
      [0.325, 0.12],
    ],
    mesh.paint(emitter([1, 0.7, 0.36], 4)),
  )
  glimmer(site, [x, y + 0.42, z], 1.15, 4.4, 0.22)
}

/** A lamp with two globes on the edge of the gallery. */
export function sconce(site: Site, x: number, y: number, z: number): void {
  const { mesh } = site
  part(mesh, { x, y, z, turn: 0 }, [0, -0.1, 0], [0.08, 0.3, 0.08], mesh.paint(plain([0.42, 0.29, 0.1], 0.6, 0.4)))
  loft(
    mesh,
    [
      [0.16, 0.04],
      [0.2, 0.09],
      [0.3, 0.1],
      [0.38, 0.03],
    ].map(([up, r]) => ({ y: y + up!, points: polygon(x, z, r!, 10) })),
    { paint: mesh.paint(emitter([1, 0.62, 0.28], 3.2)), smooth: true },
  )
  glimmer(site, [x - Math.sign(x) * 0.25, y + 0.28, z], 0.9, 5.5, 0.24)
}
