import { PI } from '../../../../math/dmath.ts'
import type { Brief } from '../../../brief.ts'
import { plain } from '../../../material/paints.ts'
import type { Scene } from '../../../scene.ts'
import type { Streams } from '../../../streams.ts'
import { type Rgb, times } from '../../../vector.ts'
import { planksOf } from '../../nature/paints.ts'
import { flying, standing } from '../../nature/spots.ts'
import { bookcase, rug } from './furniture.ts'
import { hearth } from './hearth.ts'
import { CARPETS, gallery, ladder, reading, STOREY, sconce, shelves, WOODS } from './library-parts.ts'
import { chandelier } from './lights.ts'
import { outlook } from './outlook.ts'
import { beams, boards, openRoom, type Room, roomAir, shell, wood } from './room.ts'
import { rotunda } from './rotunda.ts'

/** Where windows along a side lie. */
const WINDOWS = [-5, -1.7, 1.6, 4.9] as const

/** How a library is laid out. */
const PLANS = ['hall', 'aisles', 'sunny', 'sunny', 'rotunda', 'rotunda'] as const

/**
 * A library on two floors with a gallery and a table with lamps: a hall with a great window ahead, one with rows of bookcases, one with
 * windows along a side and a fire, or a round one under a dome.
 */
export function library(brief: Brief, streams: Streams): Scene {
  const plan = streams('plan').pick(PLANS)
  if (plan === 'rotunda') return rotunda(brief, streams)
  const sunny = plan === 'sunny'
  const frame = streams('camera')
  // from the floor, or from the gallery down into the room
  const above = frame.chance(0.35)
  const off = above ? frame.range(2, 2.8) : frame.range(-2, 2)
  const lower = sunny ? frame.range(0, 0.6) + (above ? 1 : 0) : 0
  const site = openRoom(brief, streams, (side) => ({
    view: {
      eye: [side * off, above ? STOREY + frame.range(1.5, 1.9) : frame.range(1.4, 2.5), 0],
      target: [
        -side * (off * 0.5 + frame.range(-0.6, 0.6) + (sunny ? 0.6 : 0)),
        (above ? frame.range(2.2, 2.9) : frame.range(2.5, 3.1)) - lower,
        14,
      ],
      fov: frame.range(above ? 58 : 54, 70),
      shiftY: 0.04,
    },
    azimuth: sunny ? -side * frame.range(62, 84) : side * frame.range(12, 34),
  }))
  const { mesh, scene, side } = site
  const layout = streams('layout')
  const room: Room = {
    site,
    half: layout.range(4.3, 5.2) + (plan === 'aisles' ? 0.9 : 0),
    near: -2.5,
    far: layout.range(14, 17) - (sunny ? 2.2 : 0),
    height: STOREY * 2 + layout.range(0.4, 1),
  }
  const tone = layout.pick(WOODS)
  const [carpet, border] = layout.pick(CARPETS)
  const trim = wood(mesh, tone)
  boards(room, mesh.paint(planksOf(times(tone, 1.1), 0.24)))
  const pointed = layout.chance(0.4)
  const wide = layout.range(2.4, 3.4)
  const shelved = sunny ? ([side] as const) : ([-1, 1] as const)
  const tall = { width: 1.9, sill: 0.8, height: room.height - 0.9, rise: pointed ? 1.5 : 0.95, pointed }
  const lights = WINDOWS.map((along) => ({ along, ...tall }))
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
    panes: 0.5,
    ...(sunny
      ? { [side > 0 ? 'left' : 'right']: lights }
      : { ahead: [{ along: 0, width: wide, sill: 1, height: room.height - 0.9, rise: wide * (pointed ? 0.8 : 0.5), pointed }] }),
  })
  beams(room, trim, 2.2, 0.3)
  const middle = sunny ? 2.9 : wide
  shelves(room, streams, tone, middle, shelved)
  gallery(room, tone, middle, shelved)
  ladder(mesh, { x: side * (room.half - 0.86), y: 0, z: layout.range(6, 8.5), turn: (side * PI) / 2 }, trim)
  rug(mesh, { x: 0, z: 8.4 - (sunny ? 1.6 : 0) }, plan === 'aisles' ? 2.2 : 3.4, sunny ? 7 : 10, brief.accent ?? carpet, border)
  reading(site, streams, tone, brief.accent ?? carpet, plan === 'aisles' ? 4 : sunny ? 6 : 7.1)
  if (sunny) hearth(room, { x: 0, y: 0, z: room.far - 0.4, turn: 0 }, [0.34, 0.31, 0.28], tone)
  if (sunny) between(room, streams, tone, -side)
  if (plan === 'aisles') stacks(room, streams, tone)
  const ring = { x: 0, y: 4.9, z: sunny ? 7 : 8.6 }
  chandelier(site, [ring.x, ring.y, ring.z], 1.05, room.height, 12, [0.4, 0.27, 0.1])
  for (const hand of shelved) for (const z of [4, 8.5, 13]) if (z < room.far - 0.5) sconce(site, hand * (room.half - 0.75), STOREY - 0.9, z)
  outlook(room, windows, sunny ? 1.1 : 1.6)
  roomAir(room, [0.36, 0.25, 0.15], 1.4)
  standing(scene, () => 0, [
    [-side * 1.75, 10.2 - (sunny ? 0.4 : 0), 0.8],
    [side * 1.8, 11.4 - (sunny ? 1.1 : 0), 0.8],
    [0, 12.8 - (sunny ? 2.2 : 0), 0.9],
  ])
  flying(scene, [[side * 1.6, 3.7, 9, 0.9]])
  return scene
}

/** Low bookcases between the windows of a side. */
function between({ site: { mesh }, half, near, far }: Room, streams: Streams, tone: Rgb, hand: number): void {
  const random = streams('between')
  const step = WINDOWS[1] - WINDOWS[0]
  for (const along of [...WINDOWS.map((at) => at - step / 2), WINDOWS[3] + step / 2]) {
    const z = (near + far) / 2 + along
    if (z > far - 0.6) continue
    bookcase(mesh, random, { x: hand * (half - 0.3), y: 0, z, turn: hand > 0 ? -PI / 2 : PI / 2 }, 1.3, STOREY - 0.4, tone)
  }
}

/** Rows of bookcases across the room on either hand of the way to the window. */
function stacks({ site: { mesh }, half, far }: Room, streams: Streams, tone: Rgb): void {
  const random = streams('stacks')
  const tall = random.range(2.1, 2.7)
  const [from, to] = [1.35, half - 1.5]
  for (let z = 6.6; z < far - 1.6; z += 2.3)
    for (const hand of [-1, 1])
      for (const turn of [0, PI])
        bookcase(mesh, random, { x: (hand * (from + to)) / 2, y: 0, z: z + (turn ? 0.3 : 0), turn }, to - from, tall, tone)
}
