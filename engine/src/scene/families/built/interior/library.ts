import { PI } from '../../../../math/dmath.ts'
import type { Brief } from '../../../brief.ts'
import { emitter, plain } from '../../../material/paints.ts'
import type { MeshBuilder, Paint } from '../../../mesh.ts'
import type { Scene } from '../../../scene.ts'
import { box, loft } from '../../../shape/loft.ts'
import { polygon } from '../../../shape/outline.ts'
import { tube } from '../../../shape/tube.ts'
import type { Streams } from '../../../streams.ts'
import { type Rgb, times } from '../../../vector.ts'
import { planksOf } from '../../nature/paints.ts'
import type { Site } from '../../nature/site.ts'
import { flying, standing } from '../../nature/spots.ts'
import type { Place } from '../place.ts'
import { armchair, bookcase, books, chair, globe, openBook, rug, table } from './furniture.ts'
import { chandelier, glimmer } from './lights.ts'
import { outlook } from './outlook.ts'
import { beams, boards, openRoom, part, type Room, roomAir, shell, wood } from './room.ts'

const WOODS: readonly Rgb[] = [
  [0.2, 0.105, 0.05],
  [0.27, 0.15, 0.07],
  [0.13, 0.07, 0.045],
  [0.24, 0.11, 0.06],
]
const CARPETS: readonly (readonly [Rgb, Rgb])[] = [
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
const STOREY = 3.7

/** A library on two floors: bookcases to the ceiling, a gallery, a great window ahead and a table with lamps. */
export function library(brief: Brief, streams: Streams): Scene {
  const frame = streams('camera')
  // from the floor, or from the gallery down into the room
  const above = frame.chance(0.35)
  const off = above ? frame.range(2, 2.8) : frame.range(-2, 2)
  const site = openRoom(brief, streams, (side) => ({
    view: {
      eye: [side * off, above ? STOREY + frame.range(1.5, 1.9) : frame.range(1.4, 2.5), 0],
      target: [-side * (off * 0.5 + frame.range(-0.6, 0.6)), above ? frame.range(2.2, 2.9) : frame.range(2.5, 3.1), 14],
      fov: frame.range(above ? 58 : 54, 70),
      shiftY: 0.04,
    },
    azimuth: side * frame.range(12, 34),
  }))
  const { mesh, scene, side } = site
  const layout = streams('layout')
  const room: Room = {
    site,
    half: layout.range(4.3, 5.2),
    near: -2.5,
    far: layout.range(14, 17),
    height: STOREY * 2 + layout.range(0.4, 1),
  }
  const tone = layout.pick(WOODS)
  const [carpet, border] = layout.pick(CARPETS)
  const trim = wood(mesh, tone)
  boards(room, mesh.paint(planksOf(times(tone, 1.1), 0.24)))
  const pointed = layout.chance(0.4)
  const wide = layout.range(2.4, 3.4)
  const windows = shell(room, {
    wall: mesh.paint(
      plain(
        layout.pick([
          [0.2, 0.15, 0.1],
          [0.1, 0.13, 0.1],
          [0.26, 0.2, 0.14],
        ] as const),
      ),
    ),
    ceiling: mesh.paint(planksOf(times(tone, 0.7), 0.4)),
    frame: wood(mesh, times(tone, 0.7)),
    thick: 0.5,
    ahead: [{ along: 0, width: wide, sill: 1, height: room.height - 0.9, rise: wide * (pointed ? 0.8 : 0.5), pointed }],
    panes: 0.5,
  })
  beams(room, trim, 2.2, 0.3)
  shelves(room, streams, tone, wide)
  gallery(room, tone, wide)
  ladder(mesh, { x: side * (room.half - 0.86), y: 0, z: layout.range(6, 8.5), turn: (side * PI) / 2 }, trim)
  rug(mesh, { x: 0, z: 8.4 }, 3.4, 10, brief.accent ?? carpet, border)
  reading(site, streams, tone, brief.accent ?? carpet)
  const ring = { x: 0, y: 4.9, z: 8.6 }
  chandelier(site, [ring.x, ring.y, ring.z], 1.05, room.height, 12, [0.4, 0.27, 0.1])
  for (const hand of [-1, 1]) for (const z of [4, 8.5, 13]) sconce(site, hand * (room.half - 0.75), STOREY - 0.9, z)
  outlook(room, windows, 1.6)
  roomAir(room, [0.36, 0.25, 0.15], 1.4)
  standing(scene, () => 0, [
    [-side * 1.75, 10.2, 0.8],
    [side * 1.8, 11.4, 0.8],
    [0, 12.8, 0.9],
  ])
  flying(scene, [[side * 1.6, 3.7, 9, 0.9]])
  return scene
}

/** Bookcases of both floors along the walls and beside the window. */
function shelves({ site: { mesh }, half, far }: Room, streams: Streams, tone: Rgb, window: number): void {
  const random = streams('shelves')
  for (const y of [0, STOREY + 0.12])
    for (const hand of [-1, 1]) {
      const bays = Math.floor((far + 1.5) / 1.9)
      const width = (far + 1.5) / bays
      for (let i = 0; i < bays; i++) {
        const z = -1.5 + (i + 0.5) * width
        bookcase(
          mesh,
          random,
          { x: hand * (half - 0.36), y, z, turn: hand > 0 ? -PI / 2 : PI / 2 },
          width - 0.06,
          y ? STOREY - 0.35 : STOREY - 0.28,
          tone,
        )
      }
      const room = half - window / 2 - 0.75
      if (room > 0.8)
        bookcase(
          mesh,
          random,
          { x: hand * (window / 2 + 0.3 + room / 2), y, z: far - 0.34, turn: 0 },
          room,
          y ? STOREY - 0.5 : STOREY - 0.28,
          tone,
        )
    }
}

/** A walk round the upper floor with a railing. */
function gallery({ site: { mesh }, half, far }: Room, tone: Rgb, window: number): void {
  const paint = wood(mesh, tone)
  const brass = mesh.paint(plain([0.42, 0.29, 0.1], 0.6, 0.4))
  for (const hand of [-1, 1]) {
    const edge = half - 1.15
    box(mesh, { x: hand * (half - 0.55), y: STOREY - 0.06, z: far / 2 - 0.8, width: 1.25, height: 0.18, depth: far + 2, paint })
    box(mesh, { x: hand * edge, y: STOREY - 0.16, z: far / 2 - 0.8, width: 0.1, height: 0.3, depth: far + 2, paint })
    box(mesh, { x: hand * edge, y: STOREY + 1.02, z: far / 2 - 0.8, width: 0.1, height: 0.07, depth: far + 2, paint })
    for (let z = -1; z < far - 0.4; z += 0.21)
      box(mesh, { x: hand * edge, y: STOREY + 0.1, z, width: 0.028, height: 0.94, depth: 0.028, paint: brass })
    for (let z = 1.2; z < far; z += 3.3) {
      loft(
        mesh,
        [
          [0, 0.17],
          [0.2, 0.17],
          [0.26, 0.11],
          [STOREY - 0.5, 0.1],
          [STOREY - 0.34, 0.17],
          [STOREY - 0.12, 0.19],
        ].map(([up, r]) => ({ y: up!, points: polygon(hand * (edge - 0.02), z, r!, 14) })),
        { paint, smooth: true },
      )
    }
  }
  const wing = half - 1.15 - window / 2 - 0.1
  if (wing > 0.4)
    for (const hand of [-1, 1])
      box(mesh, { x: hand * (window / 2 + 0.1 + wing / 2), y: STOREY - 0.06, z: far - 0.5, width: wing, height: 0.18, depth: 0.9, paint })
}

/** A ladder that leans on the shelves behind the place. */
function ladder(mesh: MeshBuilder, { x, z, turn }: Place, paint: Paint): void {
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
function reading(site: Site, streams: Streams, tone: Rgb, colour: Rgb): void {
  const { mesh, side } = site
  const random = streams('reading')
  const paint = wood(mesh, times(tone, 1.2), 0.5)
  const x = side * random.range(-0.2, 0.3)
  const z = random.range(6.6, 7.6)
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
function sconce(site: Site, x: number, y: number, z: number): void {
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
