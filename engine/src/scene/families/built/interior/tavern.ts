import { PI } from '../../../../math/dmath.ts'
import type { Brief } from '../../../brief.ts'
import { plain } from '../../../material/paints.ts'
import type { Paint } from '../../../mesh.ts'
import type { Scene } from '../../../scene.ts'
import { blob } from '../../../shape/blob.ts'
import { box } from '../../../shape/loft.ts'
import { tube } from '../../../shape/tube.ts'
import type { Streams } from '../../../streams.ts'
import { type Rgb, times } from '../../../vector.ts'
import { planksOf } from '../../nature/paints.ts'
import { flying, standing } from '../../nature/spots.ts'
import { houseWall } from '../paints.ts'
import type { Place } from '../place.ts'
import { townsperson } from '../prop/folk.ts'
import { wallLantern } from '../prop/lantern.ts'
import { barrel } from '../prop/street-things.ts'
import { bench, bottles, mug, rug, table } from './furniture.ts'
import { hearth } from './hearth.ts'
import { candle, chandelier, glimmer } from './lights.ts'
import { outlook } from './outlook.ts'
import { beams, boards, openRoom, part, type Room, roomAir, shell, wood } from './room.ts'

const PLASTERS: readonly Rgb[] = [
  [0.44, 0.33, 0.2],
  [0.38, 0.34, 0.26],
  [0.4, 0.27, 0.17],
]

/** A tavern: a fire ahead, a bar with barrels and bottles to one hand, windows to the other, tables with mugs and candles under dark beams. */
export function tavern(brief: Brief, streams: Streams): Scene {
  const frame = streams('camera')
  const off = frame.range(-1.9, 1.5)
  const eye = frame.pick([1.25, 1.65, 1.9, 2.4])
  const site = openRoom(brief, streams, (side) => ({
    view: {
      eye: [side * off, eye, 0],
      target: [-side * (off * 0.7 + frame.range(-0.2, 0.8)), 1.65 - (eye - 1.65) * 0.6, 10],
      fov: frame.range(56, 72),
      shiftY: 0.02,
    },
    azimuth: -side * frame.range(62, 84),
  }))
  const { mesh, scene, side } = site
  const layout = streams('layout')
  const room: Room = { site, half: layout.range(4.2, 4.9), near: -2, far: layout.range(10, 12), height: layout.range(3.3, 3.8) }
  const tone = layout.pick([
    [0.17, 0.09, 0.045],
    [0.12, 0.066, 0.04],
    [0.2, 0.115, 0.06],
  ] as const)
  const trim = wood(mesh, tone, 0.2)
  boards(room, mesh.paint(planksOf(times(tone, 1.5), 0.28)))
  const middle = (room.near + room.far) / 2
  const holes = [2.6, 5.6, 8.6]
    .filter((z) => z < room.far - 1)
    .map((z) => ({ along: z - middle, width: 1.25, sill: 1.05, height: 2.5, rise: 0.12 }))
  const windows = shell(room, {
    wall: mesh.paint(
      houseWall({
        variant: layout.next(),
        wall: layout.pick(PLASTERS),
        trim: times(tone, 0.8),
        style: layout.pick(['timbered', 'timbered', 'stone'] as const),
        cell: 1.9,
        floor: room.height,
        ground: 0,
        window: 0,
        grime: 0.9,
      }),
    ),
    ceiling: mesh.paint(planksOf(times(tone, 0.9), 0.3)),
    frame: trim,
    thick: 0.4,
    ...(side > 0 ? { left: holes } : { right: holes }),
    panes: 0.3,
  })
  beams(room, trim, 1.7, 0.28)
  for (const z of [3.4, 7.2])
    for (const q of [-1, 1]) {
      box(mesh, { x: q * (room.half - 1.55), y: 0, z, width: 0.22, height: room.height, depth: 0.22, paint: trim })
      for (const w of [-1, 1])
        tube(
          mesh,
          [
            [q * (room.half - 1.55), room.height - 0.95, z],
            [q * (room.half - 1.55) + w * 0.65, room.height - 0.25, z],
          ],
          { paint: trim, radius: 0.08, sides: 4 },
        )
    }
  hearth(room, { x: -side * layout.range(0, 0.9), y: 0, z: room.far - 0.36, turn: 0 }, [0.3, 0.27, 0.24], tone)
  rug(mesh, { x: -side * 0.5, z: room.far - 2.2 }, 2.6, 1.5, brief.accent ?? [0.3, 0.06, 0.04], [0.4, 0.28, 0.12])
  bar(room, streams, { x: side * (room.half - 1.25), y: 0, z: 6.2, turn: (side * -PI) / 2 }, trim, tone)
  tables(room, streams, tone)
  chandelier(site, [-side * 0.3, room.height - 1.05, 5.2], 0.72, room.height, 8, [0.05, 0.045, 0.04])
  for (const z of [1.6, 4.2, 7.2, 9.4]) if (z < room.far - 0.6) wallLantern(site, [-side * (room.half - 0.02), 2.75, z], side * 0.4, 0, 5.5)
  if (brief.allows('people')) guests(room, streams)
  outlook(room, windows, 1.3)
  roomAir(room, [0.34, 0.21, 0.11], 2)
  standing(scene, () => 0, [
    [-side * 1.05, 4.5, 0.7],
    [-side * 0.8, 6.4, 0.7],
    [side * 0.9, 7.6, 0.7],
  ])
  flying(scene, [[side * 0.9, 2.3, 5.6, 0.45]])
  return scene
}

/** The counter with mugs, stools before it, shelves of bottles and barrels on their sides behind it. */
function bar({ site, half, far }: Room, streams: Streams, place: Place, trim: Paint, tone: Rgb): void {
  const { mesh, side } = site
  const random = streams('bar')
  const long = Math.min(5.6, far - 4.6)
  const top = wood(mesh, times(tone, 1.7), 0.5)
  part(mesh, place, [0, 0, -0.1], [long, 1.02, 0.5], mesh.paint(planksOf(times(tone, 1.15), 0.22)))
  part(mesh, place, [0, 1.02, -0.14], [long + 0.2, 0.08, 0.74], top)
  for (let a = -long / 2 + 0.3; a < long / 2; a += 0.9) part(mesh, place, [a, 0.06, -0.38], [0.1, 0.94, 0.06], trim)
  const x = side * (half - 0.24)
  for (const up of [1.35, 1.8, 2.25, 2.7]) {
    box(mesh, { x, y: up, z: place.z, width: 0.34, height: 0.04, depth: long, paint: trim })
    if (up < 2.6) bottles(mesh, random, { x, y: up + 0.04, z: place.z, turn: PI / 2 }, long - 0.2)
  }
  for (const q of [-1, 1]) box(mesh, { x, y: 0, z: place.z + (q * long) / 2, width: 0.36, height: 2.9, depth: 0.08, paint: trim })
  const hoop = mesh.paint(plain([0.05, 0.05, 0.055], 0.4, 0.2))
  const stave = mesh.paint(planksOf([0.24, 0.13, 0.065], 0.1))
  for (let z = place.z - long / 2 + 0.55; z < place.z + long / 2 - 0.3; z += 0.95) {
    const bx = side * (half - 0.5)
    tube(
      mesh,
      [
        [bx - side * 0.44, 0.72, z],
        [bx, 0.72, z],
        [bx + side * 0.44, 0.72, z],
      ],
      { paint: stave, radius: 0.38, sides: 18 },
    )
    blob(mesh, { x: bx - side * 0.44, y: 0.72, z, rx: 0.03, ry: 0.37, rz: 0.37, paint: stave, rings: 9 })
    for (const k of [-0.36, 0.1])
      tube(
        mesh,
        [
          [bx + side * k, 0.72, z],
          [bx + side * (k + 0.05), 0.72, z],
        ],
        { paint: hoop, radius: 0.39, sides: 18 },
      )
  }
  for (let a = -long / 2 + 0.5; a < long / 2; a += random.range(0.5, 1))
    mug(mesh, place.x - side * random.range(0.1, 0.32), 1.1, place.z + a)
  candle(site, [place.x - side * 0.1, 1.1, place.z - long * 0.3], 1.1, true)
  candle(site, [place.x - side * 0.1, 1.1, place.z + long * 0.25], 1.1)
  for (let a = -long / 2 + 0.7; a < long / 2; a += 1.15) {
    const [sx, sz] = [place.x - side * random.range(0.72, 0.86), place.z + a]
    for (const [p, q] of [
      [-1, -1],
      [1, -1],
      [-1, 1],
      [1, 1],
    ] as const)
      tube(
        mesh,
        [
          [sx + p * 0.17, 0, sz + q * 0.17],
          [sx + p * 0.1, 0.66, sz + q * 0.1],
        ],
        { paint: trim, radius: 0.025, sides: 5 },
      )
    tube(
      mesh,
      [
        [sx, 0.64, sz],
        [sx, 0.7, sz],
      ],
      { paint: trim, radius: 0.18, sides: 12 },
    )
    blob(mesh, { x: sx, y: 0.7, z: sz, rx: 0.18, ry: 0.025, rz: 0.18, paint: trim, rings: 5 })
  }
  for (let i = 0; i < 3; i++) barrel(mesh, side * (half - 0.6) - side * (i % 2) * 0.72, 0, place.z - long / 2 - 0.8 - i * 0.3, 1.05)
}

/** Tables with benches, mugs, a loaf, a candle each. */
function tables({ site, half, far }: Room, streams: Streams, tone: Rgb): void {
  const { mesh, side } = site
  const random = streams('tables')
  const paint = wood(mesh, times(tone, 1.6), 0.3)
  for (const [x, z, turn] of [
    [-side * (half - 1.55), 3.3, PI / 2],
    [-side * (half - 1.6), 6.3, PI / 2],
    [-side * (half - 1.6), 9, PI / 2],
    [side * 0.7, 3.5, random.range(-0.25, 0.25)],
  ] as const) {
    if (z > far - 1.8) continue
    const place: Place = { x, y: 0, z, turn: turn + random.range(-0.06, 0.06) }
    table(mesh, place, 1.9, 0.85, 0.78, paint)
    for (const q of [-1, 1]) {
      const c = turn > 1 ? [q * 0.68, 0] : [0, q * 0.68]
      bench(mesh, { ...place, x: x + c[0]!, z: z + c[1]! }, 1.7, paint)
    }
    candle(site, [x, 0.78, z], 1.1)
    glimmer(site, [x, 1.15, z], 0.85, 4.2, 0.16)
    for (let i = 0; i < 4; i++) mug(mesh, x + random.range(-0.32, 0.32), 0.78, z + random.range(-0.32, 0.32))
    blob(mesh, {
      x: x + random.range(-0.25, 0.25),
      y: 0.84,
      z: z + random.range(0.15, 0.3),
      rx: 0.16,
      ry: 0.08,
      rz: 0.11,
      paint: mesh.paint(plain([0.4, 0.24, 0.1])),
      rings: 7,
      floor: -0.7,
    })
  }
}

type Seat = readonly [x: number, y: number, z: number, turn: number, manner: 'sits' | 'stands' | 'sells']

/** People at the tables, at the bar and by the fire, and who serves them. Those nearest the eye come first. */
function guests({ site, half, far }: Room, streams: Streams): void {
  const { side, brief, scene } = site
  const random = streams('guests')
  const wall = half - 1.55
  const [left, right] = random.chance(0.5) ? [-0.45, 0.42] : [0.42, -0.45]
  /** Who sits with the back to the wall, and who faces them. */
  const along = (z: number, at: number): readonly Seat[] => [
    [-side * (wall + 0.68), 0, z + at, side * (PI / 2 - 0.5), 'sits'],
    [-side * (wall - 0.68), 0, z - at, -side * (PI / 2 - 0.2), 'sits'],
  ]
  const seats: readonly Seat[] = [
    [side * 0.7 + left, 0, 4.2, random.range(-0.15, 0.15), 'sits'],
    [side * (half - 0.99), 0, random.range(5.2, 6.4), -side * 0.75, 'sells'],
    ...along(6.3, random.range(0.1, 0.4)),
    [side * (half - 2.3), 0, random.range(5.8, 6.8), side * 0.5, 'stands'],
    [-side * 1.7, 0, far - 2.2, random.range(-0.5, 0.5), 'stands'],
    [side * 0.7 + right, 0, 4.2, random.range(-0.2, 0.2), 'sits'],
    ...along(3.3, random.range(0.2, 0.45)),
    [side * (half - 2.06), 0.24, 7.4, side * (PI / 2 - 0.3), 'sits'],
    [-side * 0.5, 0, far - 2.6, side * 1.2, 'stands'],
    ...along(9, -0.3),
  ]
  const count = brief.density === 'dense' || brief.wants('people') ? seats.length : brief.density === 'sparse' ? 4 : random.int(8, 10)
  for (const [x, y, z, turn, manner] of seats.slice(0, count)) if (z < far - 1.2) townsperson(site, random, x, y, z, turn, { manner })
  // light of what burns behind the eye, so that those who look this way have faces
  scene.lamps.push({ x: side * 0.4, y: 2.2, z: 0.9, colour: [0.62, 0.46, 0.3], range: 7.5 })
}
