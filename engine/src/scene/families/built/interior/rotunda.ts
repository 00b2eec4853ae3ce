import { atan2, cos, PI, sin, TAU } from '../../../../math/dmath.ts'
import type { Brief } from '../../../brief.ts'
import { emitter, plain } from '../../../material/paints.ts'
import type { Scene } from '../../../scene.ts'
import { box, loft } from '../../../shape/loft.ts'
import { polygon } from '../../../shape/outline.ts'
import type { Streams } from '../../../streams.ts'
import { type Rgb, times } from '../../../vector.ts'
import { planksOf } from '../../nature/paints.ts'
import { flying, standing } from '../../nature/spots.ts'
import { bookcase } from './furniture.ts'
import { CARPETS, galleryPillar, ladder, reading, STOREY, sconce, WOODS } from './library-parts.ts'
import { chandelier } from './lights.ts'
import { outlook } from './outlook.ts'
import { boards, openRoom, type Room, roomAir, shell, wood } from './room.ts'

/** Radius of the ring of bookcases, and how many there are. */
const RING = 6
const BAYS = 14
/** Its middle. */
const MIDDLE = 6.4

/** A round library: bookcases on two floors, a gallery all round, a dome with an eye to the sky. */
export function rotunda(brief: Brief, streams: Streams): Scene {
  const frame = streams('camera')
  const above = frame.chance(0.4)
  const site = openRoom(brief, streams, (side) => ({
    view: {
      eye: [side * frame.range(-0.8, 0.8), above ? STOREY + 1.7 : frame.range(1.3, 2), above ? 1.8 : 0.9],
      target: [side * frame.range(-1.6, 1.6), above ? 1.9 : frame.range(3, 4), 12],
      fov: frame.range(70, 80),
      shiftY: 0.03,
    },
    azimuth: side * frame.range(10, 30),
  }))
  const { mesh, scene, side } = site
  const layout = streams('layout')
  const springs = STOREY * 2 + 0.25
  const room: Room = { site, half: RING + 0.7, near: -1.2, far: MIDDLE + RING + 0.8, height: springs + 3.4 }
  const tone = layout.pick(WOODS)
  const [carpet, border] = layout.pick(CARPETS)
  const colour = brief.accent ?? carpet
  const trim = wood(mesh, tone)
  boards(room, mesh.paint(planksOf(times(tone, 1.1), 0.24)))
  const windows = shell(room, {
    wall: mesh.paint(plain([0.22, 0.17, 0.12])),
    ceiling: mesh.paint(plain([0.1, 0.08, 0.06])),
    frame: wood(mesh, times(tone, 0.7)),
    thick: 0.5,
    ahead: [{ along: 0, width: 2.2, sill: 0.9, height: STOREY * 2 - 0.4, rise: 1.1 }],
    panes: 0.5,
  })
  ring(room, streams, tone)
  dome(room, springs, layout.pick(DOMES), tone)
  ladder(mesh, { x: side * (RING - 0.75), y: 0, z: MIDDLE + 1, turn: (side * PI) / 2 }, trim)
  for (const [r, paint] of [
    [3.1, border],
    [2.9, colour],
    [2.1, border],
    [2, colour],
  ] as const)
    loft(
      mesh,
      [0, 0.03 + 0.004 * (3.2 - r)].map((y) => ({ y, points: polygon(0, MIDDLE, r, 40) })),
      { paint: mesh.paint(plain(paint)), cap: mesh.paint(plain(paint)) },
    )
  reading(site, streams, tone, colour, MIDDLE)
  chandelier(site, [0, 4.7, MIDDLE + 0.4], 1.2, springs + 2.6, 14, [0.4, 0.27, 0.1])
  for (const i of [2, 4, 10, 12]) {
    const a = (TAU * (i + 0.5)) / BAYS
    sconce(site, cos(a) * (RING - 0.5), STOREY - 0.9, MIDDLE + sin(a) * (RING - 0.5))
  }
  outlook(room, windows, 1.6)
  roomAir(room, [0.36, 0.25, 0.15], 1.4)
  standing(scene, () => 0, [
    [-side * 1.9, 9.2, 0.8],
    [side * 2, 9.4, 0.8],
    [0, 10, 0.9],
  ])
  flying(scene, [[side * 1.6, 3.9, 8, 0.9]])
  return scene
}

const DOMES: readonly Rgb[] = [
  [0.06, 0.1, 0.2],
  [0.34, 0.27, 0.16],
  [0.12, 0.2, 0.15],
  [0.3, 0.1, 0.07],
]

/** Two floors of bookcases and the walk before the upper ones; the bay of the window is left open. */
function ring({ site: { mesh } }: Room, streams: Streams, tone: Rgb): void {
  const random = streams('shelves')
  const paint = wood(mesh, tone)
  const brass = mesh.paint(plain([0.42, 0.29, 0.1], 0.6, 0.4))
  const long = (r: number) => 2 * r * sin(PI / BAYS)
  for (let i = 0; i < BAYS; i++) {
    const a = (TAU * (i + 0.5)) / BAYS
    const spot = (r: number) => ({ x: cos(a) * r, z: MIDDLE + sin(a) * r })
    // a place looks along its own -z
    const turn = atan2(-cos(a), sin(a))
    const open = Math.abs(cos(a)) < 0.2 && sin(a) > 0
    const behind = spot(RING).z < 1.2
    if (!open && !behind)
      for (const y of [0, STOREY + 0.12]) bookcase(mesh, random, { ...spot(RING), y, turn }, long(RING) - 0.1, STOREY - 0.3, tone)
    const slab = (r: number, y: number, height: number, depth: number) =>
      box(mesh, { ...spot(r), y, width: long(r + depth / 2), height, depth, turn, paint })
    slab(RING - 0.6, STOREY - 0.06, 0.18, 1.1)
    slab(RING - 1.1, STOREY - 0.16, 0.3, 0.1)
    slab(RING - 1.1, STOREY + 1.02, 0.07, 0.1)
    slab(RING - 0.1, STOREY * 2 + 0.05, 0.3, 0.6)
    const edge = long(RING - 1.1)
    for (let k = 0; k < 10; k++) {
      const along = ((k + 0.5) / 10 - 0.5) * edge
      const { x, z } = spot(RING - 1.1)
      box(mesh, { x: x - sin(a) * along, y: STOREY + 0.1, z: z + cos(a) * along, width: 0.03, height: 0.94, depth: 0.03, paint: brass })
    }
    const corner = (TAU * i) / BAYS
    const [px, pz] = [cos(corner) * (RING - 1.06), MIDDLE + sin(corner) * (RING - 1.06)]
    if (pz < 1.8) continue
    galleryPillar(mesh, px, pz, paint)
  }
}

/** A painted dome with ribs and a round opening through which the sky is seen. */
function dome({ site }: Room, foot: number, colour: Rgb, tone: Rgb): void {
  const { mesh, scene } = site
  const rise = 2.7
  const at = (t: number) => ({ y: foot + rise * sin((t * PI) / 2), r: (RING + 0.5) * cos((t * PI) / 2) })
  const steps = [0, 0.18, 0.36, 0.54, 0.7, 0.82]
  loft(
    mesh,
    steps.map((t) => ({ y: at(t).y, points: polygon(0, MIDDLE, at(t).r, 42) })),
    { paint: mesh.paint(plain(colour)), smooth: true },
  )
  const rib = wood(mesh, times(tone, 1.3))
  mesh.use(rib)
  for (let i = 0; i < BAYS; i++) {
    const a = (TAU * i) / BAYS
    const point = (t: number, off: number) => {
      const { y, r } = at(t)
      const k = (r - 0.12) / r
      return [(cos(a) * r - sin(a) * off) * k, y - 0.08, MIDDLE + (sin(a) * r + cos(a) * off) * k] as const
    }
    for (let k = 1; k < steps.length; k++) {
      const [s, t] = [steps[k - 1]!, steps[k]!]
      mesh.panel(point(s, -0.12), point(s, 0.12), point(t, 0.12), point(t, -0.12))
    }
  }
  const eye = at(0.82)
  const sky = mesh.paint(emitter(scene.sky.horizon, 1.1 - 0.6 * scene.night))
  loft(
    mesh,
    [
      { y: eye.y, points: polygon(0, MIDDLE, eye.r, 30) },
      { y: eye.y + 0.3, points: polygon(0, MIDDLE, eye.r * 0.98, 30) },
    ],
    { paint: rib, cap: sky },
  )
  const k = 0.5 * (1 - scene.night)
  scene.lamps.push({ x: 0, y: foot + 1.5, z: MIDDLE, colour: times(scene.sky.horizon, k), range: 13 })
}
