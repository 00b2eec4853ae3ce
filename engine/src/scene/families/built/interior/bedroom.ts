import { PI } from '../../../../math/dmath.ts'
import type { Brief } from '../../../brief.ts'
import { emitter, plain } from '../../../material/paints.ts'
import type { MeshBuilder, Paint } from '../../../mesh.ts'
import type { Scene } from '../../../scene.ts'
import { blob } from '../../../shape/blob.ts'
import { tube } from '../../../shape/tube.ts'
import type { Streams } from '../../../streams.ts'
import { type Rgb, times } from '../../../vector.ts'
import { clothOf, logsOf, planksOf } from '../../nature/paints.ts'
import type { Site } from '../../nature/site.ts'
import { flying, standing } from '../../nature/spots.ts'
import { axesOf, type Place, sheet } from '../place.ts'
import { pottedPlant } from '../prop/street-things.ts'
import { turned } from '../prop/turned.ts'
import { armchair, bookcase, books, rug, table } from './furniture.ts'
import { hearth } from './hearth.ts'
import { candle, glimmer } from './lights.ts'
import { outlook } from './outlook.ts'
import { beams, boards, openRoom, part, type Room, roomAir, shell, wood } from './room.ts'

type Palette = { readonly wall: Rgb; readonly quilt: Rgb; readonly second: Rgb; readonly chair: Rgb }

const PALETTES: readonly Palette[] = [
  { wall: [0.5, 0.4, 0.28], quilt: [0.44, 0.08, 0.06], second: [0.6, 0.52, 0.4], chair: [0.12, 0.2, 0.16] },
  { wall: [0.3, 0.38, 0.36], quilt: [0.1, 0.18, 0.32], second: [0.6, 0.56, 0.48], chair: [0.42, 0.22, 0.08] },
  { wall: [0.52, 0.36, 0.28], quilt: [0.2, 0.3, 0.18], second: [0.62, 0.5, 0.3], chair: [0.34, 0.1, 0.09] },
  { wall: [0.42, 0.36, 0.42], quilt: [0.36, 0.2, 0.32], second: [0.62, 0.54, 0.5], chair: [0.16, 0.2, 0.3] },
]

/** Where the bed stands: beside the window in a corner, with its head to a side wall, or under the window. */
const BEDS = ['corner', 'wall', 'window'] as const

/** A cosy room: a bed by a wide window with a view, a fire to one hand, an armchair, a rug, books and plants. */
export function bedroom(brief: Brief, streams: Streams): Scene {
  const frame = streams('camera')
  const off = frame.range(-1, 1.5)
  const site = openRoom(brief, streams, (side) => ({
    view: {
      eye: [-side * off, frame.range(1.6, 2.1), 0],
      target: [side * (off * 0.6 + frame.range(0, 0.4)), frame.range(0.85, 1.05), 7],
      fov: frame.range(60, 72),
      shiftY: 0.02,
    },
    azimuth: side * frame.range(8, 36),
  }))
  const { mesh, scene, side } = site
  const layout = streams('layout')
  const room: Room = { site, half: layout.range(2.9, 3.4), near: -1.6, far: layout.range(6.6, 7.4), height: layout.range(2.9, 3.2) }
  const tone = layout.pick([
    [0.3, 0.17, 0.08],
    [0.2, 0.11, 0.055],
    [0.36, 0.23, 0.12],
  ] as const)
  const palette = layout.pick(PALETTES)
  const quilt = brief.accent ?? palette.quilt
  const trim = wood(mesh, tone, 0.3)
  boards(room, mesh.paint(planksOf(times(tone, 1.25), 0.2)))
  const arched = layout.chance(0.35)
  const wide = layout.range(1.7, 3.2)
  const makeup = streams('make-up')
  const stand = makeup.pick(BEDS)
  const posts = makeup.chance(0.4)
  const attic = makeup.chance(0.4)
  const log = layout.chance(0.4)
  const windows = shell(room, {
    wall: mesh.paint(log ? logsOf(times(tone, 1.15), 0.3) : plain(palette.wall)),
    ceiling: mesh.paint(planksOf(times(tone, 1.05), 0.22)),
    frame: wood(mesh, log ? tone : [0.6, 0.56, 0.48]),
    thick: 0.36,
    ahead: [{ along: -side * 0.3, width: wide, sill: 0.8, height: 2.56, rise: arched ? 0.7 : 0.02 }],
    panes: 0.62,
  })
  beams(room, trim, 1.4, 0.2)
  curtains(room, -side * 0.3, wide, palette.second)
  if (attic) slopes(room, mesh.paint(log ? planksOf(times(tone, 1.05), 0.22) : plain(times(palette.wall, 1.05))))
  const places: Readonly<Record<(typeof BEDS)[number], Place>> = {
    corner: { x: side * (room.half - 1.15), y: 0, z: room.far - 1.55, turn: 0 },
    wall: { x: side * (room.half - 1.35), y: 0, z: room.far - 1.95, turn: -side * (PI / 2) },
    window: { x: -side * 0.3, y: 0, z: room.far - 1.5, turn: 0 },
  }
  bed(mesh, places[stand], trim, quilt, palette.second)
  if (posts) canopy(mesh, places[stand], trim, makeup.chance(0.5) ? quilt : palette.second)
  hearth(room, { x: -side * (room.half - 0.36), y: 0, z: makeup.range(3.9, 4.9), turn: (side * PI) / 2 }, [0.34, 0.3, 0.26], tone)
  if (makeup.chance(0.6)) rug(mesh, { x: -side * 0.3, z: 3.5 }, makeup.range(2, 2.9), makeup.range(1.5, 2.1), quilt, palette.second)
  else roundRug(mesh, -side * 0.3, 3.6, makeup.range(1, 1.4), quilt, palette.second)
  const seat = stand === 'window' ? side * (room.half - 0.8) : -side * makeup.range(0.7, 1.1)
  armchair(mesh, { x: seat, y: 0, z: room.far - makeup.range(1.5, 2.2), turn: seat * side > 0 ? side * 0.7 : -side * 0.35 }, palette.chair)
  furnish(room, streams, tone, trim, palette)
  outlook(room, windows, 1.5)
  roomAir(room, times(palette.wall, 0.9), 1.2)
  standing(
    scene,
    () => 0.02,
    stand === 'window'
      ? [
          [-side * 0.1, 3.5, 0.6],
          [side * 1, 4.1, 0.5],
          [-side * 0.9, 4.2, 0.45],
        ]
      : [
          [-side * 0.1, 3.9, 0.6],
          [side * 0.35, 4.3, 0.5],
          [-side * 0.5, 4.8, 0.5],
        ],
  )
  flying(scene, [[-side * 0.2, 1.75, 4.3, 0.35]])
  return scene
}

/** Cloth to both hands of the window, on a rod. */
function curtains({ site: { mesh }, far }: Room, x: number, wide: number, colour: Rgb): void {
  const cloth = mesh.paint(clothOf(colour, 0.35))
  tube(
    mesh,
    [
      [x - wide / 2 - 0.5, 2.62, far - 0.12],
      [x + wide / 2 + 0.5, 2.62, far - 0.12],
    ],
    { paint: wood(mesh, [0.12, 0.07, 0.04]), radius: 0.025, sides: 6 },
  )
  mesh.use(cloth)
  for (const q of [-1, 1])
    for (let i = 0; i < 10; i++) {
      const at = (k: number) => x + q * (wide / 2 + 0.42 - k * 0.062)
      const into = (k: number) => far - 0.12 + (k & 1 ? 0.07 : -0.02)
      sheet(mesh, [at(i), 0.1, into(i)], [at(i + 1), 0.1, into(i + 1)], [at(i + 1), 2.6, into(i + 1)], [at(i), 2.6, into(i)])
    }
}

/** Ceilings that slope down to both hands, as under a roof. */
function slopes({ site: { mesh }, half, near, far, height }: Room, paint: Paint): void {
  mesh.use(paint)
  for (const hand of [-1, 1])
    sheet(
      mesh,
      [hand * half, 1.75, near],
      [hand * half, 1.75, far],
      [hand * half * 0.42, height - 0.02, far],
      [hand * half * 0.42, height - 0.02, near],
    )
}

/** Four posts about a bed, a frame on them, and cloth at the head and round the top. */
function canopy(mesh: MeshBuilder, place: Place, trim: Paint, colour: Rgb): void {
  const at = axesOf(place)
  const top = 2.15
  for (const a of [-0.86, 0.86]) for (const b of [-1.15, 1.15]) part(mesh, place, [a, 0, b], [0.09, top, 0.09], trim)
  for (const b of [-1.15, 1.15]) part(mesh, place, [0, top - 0.06, b], [1.8, 0.09, 0.09], trim)
  for (const a of [-0.86, 0.86]) part(mesh, place, [a, top - 0.06, 0], [0.09, 0.09, 2.3], trim)
  mesh.use(mesh.paint(clothOf(colour, 0.3)))
  const hang = (a0: number, b0: number, a1: number, b1: number, low: number) =>
    sheet(mesh, at(a0, low, b0), at(a1, low, b1), at(a1, top - 0.02, b1), at(a0, top - 0.02, b0))
  hang(-0.86, 1.13, 0.86, 1.13, 0.7)
  for (const a of [-0.88, 0.88]) {
    hang(a, -1.15, a, 1.15, top - 0.32)
    hang(a, 0.7, a, 1.15, 0.4)
  }
  hang(-0.86, -1.17, 0.86, -1.17, top - 0.32)
}

/** A braided rug: rings of two colours. */
function roundRug(mesh: MeshBuilder, x: number, z: number, radius: number, colour: Rgb, second: Rgb): void {
  for (const [i, share] of [1, 0.84, 0.66, 0.46, 0.24].entries())
    turned(
      mesh,
      x,
      z,
      0,
      [
        [0, radius * share],
        [0.012 + i * 0.004, radius * share],
      ],
      28,
      mesh.paint(clothOf(i % 2 ? times(colour, 0.6) : i === 2 ? second : colour, 0)),
    )
}

/** A bed with its head to the far wall: quilt in patches, a folded sheet and pillows. */
function bed(mesh: MeshBuilder, place: Place, trim: Paint, quilt: Rgb, sheetColour: Rgb): void {
  const long = 2.3
  const wide = 1.7
  const linen = mesh.paint(clothOf([0.66, 0.62, 0.55], 0))
  const at = axesOf(place)
  part(mesh, place, [0, 0.16, 0], [wide, 0.22, long], trim)
  part(mesh, place, [0, 0.38, 0], [wide - 0.06, 0.22, long - 0.06], linen)
  part(mesh, place, [0, 0, long / 2], [wide + 0.1, 1.15, 0.09], trim)
  part(mesh, place, [0, 0, -long / 2], [wide + 0.1, 0.66, 0.09], trim)
  for (const q of [-1, 1])
    for (const [end, up] of [
      [1, 1.28],
      [-1, 0.78],
    ] as const)
      part(mesh, place, [q * (wide / 2 + 0.02), 0, (end * long) / 2], [0.11, up, 0.11], trim)
  const columns = 5
  const rows = 6
  for (let i = 0; i < columns; i++)
    for (let j = 0; j < rows; j++) {
      const c = (i + j) % 2 ? quilt : (i * 2 + j) % 3 === 0 ? sheetColour : times(quilt, 0.62)
      const w = (wide + 0.08) / columns
      const d = 1.56 / rows
      const [x, y, z] = at((i + 0.5) * w - (wide + 0.08) / 2, 0.62, -long / 2 + 0.1 + (j + 0.5) * d)
      blob(mesh, { x, y, z, rx: w * 0.62, ry: 0.07, rz: d * 0.66, paint: mesh.paint(clothOf(c, 0)), rings: 6 })
    }
  for (const q of [-1, 1]) part(mesh, place, [q * (wide / 2 + 0.03), 0.26, -0.32], [0.05, 0.36, 1.62], mesh.paint(clothOf(quilt, 0)))
  part(mesh, place, [0, 0.6, 0.52], [wide + 0.06, 0.07, 0.3], linen)
  for (const q of [-1, 1]) {
    const [x, y, z] = at(q * 0.4, 0.76, 0.84)
    blob(mesh, { x, y, z, rx: 0.36, ry: 0.15, rz: 0.24, paint: linen, rings: 9 })
    const [cx, cy, cz] = at(q * 0.3, 0.8, 0.6)
    blob(mesh, { x: cx, y: cy, z: cz, rx: 0.22, ry: 0.17, rz: 0.1, paint: mesh.paint(clothOf(q > 0 ? sheetColour : quilt, 0)), rings: 8 })
  }
}

/** A lamp by the bed, a bookcase, plants, and small things. */
function furnish({ site, half, far }: Room, streams: Streams, tone: Rgb, trim: Paint, { second }: Palette): void {
  const { mesh, side } = site
  const random = streams('furnish')
  const stand: Place = { x: side * (half - 2.36), y: 0, z: far - 0.42, turn: 0 }
  table(mesh, stand, 0.5, 0.44, 0.6, trim)
  lamp(site, stand.x, 0.6, stand.z, second)
  books(mesh, random, [stand.x - 0.14, 0.6, stand.z - 0.1], 2)
  // in the far corner, where the picture shows it
  const high = random.range(1.5, 1.95)
  bookcase(mesh, random, { x: -side * (half - 0.52), y: 0, z: far - 0.34, turn: 0 }, 0.95, high, tone)
  pottedPlant(site, random, [-side * (half - 0.5), high, far - 0.3], 0.5)
  pottedPlant(site, random, [-side * (half - 0.45), 0, 3.1], 0.9)
  pottedPlant(site, random, [-side * 1.1, 0.8, far + 0.06], 0.44)
  pottedPlant(site, random, [side * 0.55, 0.8, far + 0.06], 0.36)
  const stool: Place = { x: -side * 1.75, y: 0, z: far - 1.3, turn: 0.3 }
  table(mesh, stool, 0.44, 0.44, 0.5, trim)
  candle(site, [stool.x, 0.5, stool.z], 1, true)
  books(mesh, random, [side * 0.9, 0.02, 2.9], 3)
  const wicker = mesh.paint(planksOf([0.36, 0.22, 0.1], 0.06))
  turned(
    mesh,
    -side * (half - 0.7),
    6 - 2.6,
    0,
    [
      [0, 0.24],
      [0.3, 0.3],
    ],
    14,
    wicker,
  )
  picture(mesh, { x: side * (half - 0.55), y: 1.62, z: far - 0.03, turn: 0 }, second, tone)
}

/** A lamp with a shade of cloth. */
function lamp(site: Site, x: number, y: number, z: number, colour: Rgb): void {
  const { mesh } = site
  turned(
    mesh,
    x,
    z,
    y,
    [
      [0, 0.09],
      [0.03, 0.09],
      [0.08, 0.05],
      [0.18, 0.075],
      [0.27, 0.02],
      [0.32, 0.015],
    ],
    12,
    mesh.paint(plain([0.14, 0.2, 0.22], 0.6, 0.3)),
  )
  turned(
    mesh,
    x,
    z,
    y,
    [
      [0.3, 0.19],
      [0.52, 0.12],
    ],
    16,
    mesh.paint(emitter([1, 0.62 + colour[1] * 0.1, 0.3], 1.9)),
  )
  glimmer(site, [x, y + 0.42, z - 0.22], 1.3, 5.5, 0.34)
}

/** A framed landscape on the wall over the bed. */
function picture(mesh: MeshBuilder, place: Place, sky: Rgb, tone: Rgb): void {
  part(mesh, place, [0, 0, 0], [0.72, 0.6, 0.05], wood(mesh, times(tone, 0.7)))
  part(mesh, place, [0, 0.06, -0.02], [0.6, 0.48, 0.03], mesh.paint(plain(sky)))
  part(mesh, place, [0, 0.06, -0.024], [0.6, 0.18, 0.03], mesh.paint(plain([0.12, 0.18, 0.08])))
}
