import type { Prng } from '../../../../math/prng.ts'
import { rgb } from '../../../../solid/palette.ts'
import type { Brief } from '../../../brief.ts'
import { MATERIAL } from '../../../material/material-id.ts'
import { plain } from '../../../material/paints.ts'
import type { MeshBuilder, Paint } from '../../../mesh.ts'
import type { Scene } from '../../../scene.ts'
import { box, loft } from '../../../shape/loft.ts'
import { polygon } from '../../../shape/outline.ts'
import { tube } from '../../../shape/tube.ts'
import type { Streams } from '../../../streams.ts'
import { type Rgb, times } from '../../../vector.ts'
import { clothOf, masonryOf } from '../../nature/paints.ts'
import type { Site } from '../../nature/site.ts'
import { flying, inSight, standing } from '../../nature/spots.ts'
import { castleKit, hanging } from '../castle/kit.ts'
import { pavingOf } from '../paints.ts'
import { axesOf, level, sheet } from '../place.ts'
import { archLine } from '../prop/arch.ts'
import { guard } from '../prop/folk.ts'
import { torch } from '../prop/torch.ts'
import { turned } from '../prop/turned.ts'
import { chandelier } from './lights.ts'
import { outlook } from './outlook.ts'
import { openRoom, part, type Room, roomAir, shell } from './room.ts'

const STONES = ['#a89f90', '#8c867e', '#b7a68a', '#77737a'] as const
const BAY = 5

/** A throne room: columns and banners to both hands, light in beams from high windows, a carpet that leads to the throne. */
export function throne(brief: Brief, streams: Streams): Scene {
  const frame = streams('camera')
  const off = frame.pick([0, 1, 1]) * frame.range(-3.2, 3.2)
  const eye = frame.pick([1.4, 2.2, 2.8, 4.6])
  const site = openRoom(brief, streams, (side) => ({
    view: {
      eye: [side * off, eye, 0],
      target: [-side * (off * 0.3 + frame.range(0, 0.7)), 3.9 - (eye - 2.2) * 0.3, 26],
      fov: frame.range(48, 66),
      shiftY: 0.06,
    },
    azimuth: side * frame.range(48, 74),
  }))
  const { mesh, scene, side } = site
  const layout = streams('layout')
  const bays = 5
  const room: Room = { site, half: layout.range(7.6, 8.8), near: -3, far: 3 + bays * BAY, height: layout.range(12, 14) }
  const stone = times(rgb(layout.pick(STONES)), 0.85)
  const kit = castleKit(site)
  const wall = mesh.paint(masonryOf({ colour: stone, blockWidth: 1.3, blockHeight: 0.6, variant: layout.range(0, 20), joints: 0.6 }))
  const trim = mesh.paint(masonryOf({ colour: times(stone, 1.15), blockWidth: 2.4, blockHeight: 1.1, variant: 3, joints: 0.4 }))
  mesh.use(
    mesh.paint(
      pavingOf({
        kind: layout.pick(['checker', 'slabs'] as const),
        colour: times(stone, 0.62),
        second: times(stone, 0.3),
        size: 1.15,
        shine: 0.5,
      }),
    ),
  )
  level(mesh, 0, -room.half, room.near, room.half, room.far)
  scene.mirror = { height: 0, material: MATERIAL.paving, resolution: 256 }
  const pointed = layout.chance(0.7)
  const middle = (room.near + room.far) / 2
  const side0 = Array.from({ length: bays }, (_, i) => ({
    along: 3 + (i + 0.5) * BAY - middle,
    width: 2,
    sill: 4.6,
    height: room.height - 1.4,
    rise: pointed ? 2.1 : 1,
    pointed,
  }))
  const great = layout.range(3.6, 4.8)
  const windows = shell(room, {
    wall,
    ceiling: mesh.paint(masonryOf({ colour: times(stone, 0.8), blockWidth: 1.3, blockHeight: 0.6, joints: 0.5 })),
    frame: mesh.paint(plain([0.06, 0.055, 0.05])),
    thick: 1,
    left: side0,
    right: side0,
    ahead: [{ along: 0, width: great, sill: 5.4, height: room.height - 0.9, rise: pointed ? great * 0.75 : great / 2, pointed }],
    panes: 0.66,
  })
  columns(room, trim, bays, pointed)
  for (let i = 0; i < bays; i++)
    for (const hand of [-1, 1]) {
      const z = 3 + i * BAY
      hanging({ ...kit, site }, { x: hand * (room.half - 2), y: room.height * 0.6, z: z - 0.55, turn: 0 }, 1.5, 3.6)
      if (i > 0) torch(site, [hand * (room.half - 3.1), 0, z - 0.6], true, 1.15)
    }
  dais(room, kit.banner, trim, stone)
  for (const z of [10, 19]) chandelier(site, [0, 7.6, z], 1.5, room.height, 14, [0.08, 0.07, 0.06])
  if (brief.allows('people') && (brief.wants('people') || layout.chance(0.5))) guards(site, streams('guards'), room.far)
  outlook(room, windows, 1.5)
  roomAir(room, times(stone, 0.6), 1.5)
  scene.fog.steps = 17
  const near = inSight(scene.camera, 0.02, () => 0, 8)
  standing(scene, () => 0.02, [
    [side * 0.5, near, 1],
    [-side * 1.4, near + 4, 1.4],
    [side * 1.6, near + 9, 1.6],
  ])
  flying(scene, [[-side * 1.2, 5.6, 16, 1.6]])
  return scene
}

/** Two to both hands of the way to the throne. */
function guards(site: Site, random: Prng, far: number): void {
  for (const hand of [-1, 1]) for (const z of [far - 9, far - 14]) guard(site, random, hand * 2.6, 0, z, 0)
}

/** Two rows of columns with arches between them and ribs across the hall. */
function columns({ site: { mesh }, half, far, height }: Room, paint: Paint, bays: number, pointed: boolean): void {
  const x = half - 2
  for (let i = 0; i <= bays; i++)
    for (const hand of [-1, 1]) {
      const z = 3 + i * BAY
      if (z > far - 0.5) continue
      loft(
        mesh,
        (
          [
            [0, 0.72],
            [0.5, 0.72],
            [0.62, 0.5],
            [height * 0.62, 0.44],
            [height * 0.65, 0.56],
            [height * 0.69, 0.74],
          ] as const
        ).map(([up, r]) => ({ y: up, points: polygon(hand * x, z, r, 16) })),
        { paint, smooth: true },
      )
      box(mesh, { x: hand * x, y: 0, z, width: 1.6, height: 0.3, depth: 1.6, paint })
      rib(mesh, [0, z], x, height, pointed, paint, hand)
    }
}

/** Half an arch from a column to the crown of the ceiling. */
function rib(
  mesh: MeshBuilder,
  [x, z]: readonly [number, number],
  half: number,
  height: number,
  pointed: boolean,
  paint: Paint,
  hand: number,
): void {
  const line = archLine({
    along: 0,
    into: 0,
    width: half * 2,
    height: height - 0.25,
    rise: height * 0.31,
    pointed,
    sill: height * 0.69,
  }).filter(([a]) => a * hand >= 0)
  tube(
    mesh,
    line.map(([a, up]) => [x + a, up, z] as const),
    { paint, radius: 0.24, sides: 6 },
  )
}

/** Steps with a carpet, and the throne under a canopy of cloth. */
function dais({ site: { mesh }, far }: Room, colour: Rgb, trim: Paint, stone: Rgb): void {
  const gold = mesh.paint(plain([0.62, 0.42, 0.13], 0.65, 0.45))
  const velvet = mesh.paint(clothOf(times(colour, 0.8), 0))
  const z = far - 4.2
  const steps = 5
  for (let i = 0; i < steps; i++)
    box(mesh, { x: 0, y: 0, z: z + 1.4 + i * 0.24, width: 8.4 - i * 0.8, height: 0.22 * (i + 1), depth: 5.4 - i * 0.5, paint: trim })
  const top = steps * 0.22
  const cloth = (y: number, z0: number, z1: number, w: number) => sheet(mesh, [-w, y, z0], [w, y, z0], [w, y, z1], [-w, y, z1])
  const front = (i: number) => z + 1.4 + i * 0.24 - (5.4 - i * 0.5) / 2
  for (const [paint, w, up] of [
    [gold, 1.22, 0.012],
    [velvet, 1.1, 0.02],
  ] as const) {
    mesh.use(paint)
    cloth(up, -3, front(0), w)
    for (let i = 0; i < steps; i++) {
      sheet(
        mesh,
        [-w, i * 0.22, front(i) - up],
        [w, i * 0.22, front(i) - up],
        [w, (i + 1) * 0.22, front(i) - up],
        [-w, (i + 1) * 0.22, front(i) - up],
      )
      cloth((i + 1) * 0.22 + up, front(i) - up, i < steps - 1 ? front(i + 1) : z + 1.6, w)
    }
  }
  const place = { x: 0, y: top, z: z + 1.9, turn: 0 }
  const k = 1.45
  const seat = mesh.paint(plain(times(stone, 0.5), 0.4, 0.2))
  const piece = (at: readonly [number, number, number], size: readonly [number, number, number], paint: Paint) =>
    part(mesh, place, [at[0] * k, at[1] * k, at[2] * k], [size[0] * k, size[1] * k, size[2] * k], paint)
  piece([0, 0, 0], [1.9, 0.24, 1.5], trim)
  piece([0, 0.24, 0], [1.3, 0.5, 1], seat)
  piece([0, 0.74, -0.04], [1.06, 0.12, 0.86], velvet)
  piece([0, 0.74, 0.42], [1.34, 2.3, 0.2], gold)
  piece([0, 0.9, 0.3], [0.96, 1.85, 0.06], velvet)
  const axes = axesOf(place)
  for (const q of [-1, 1]) {
    piece([q * 0.62, 0.74, -0.02], [0.2, 0.46, 0.94], gold)
    piece([q * 0.68, 0.24, 0.42], [0.16, 3.1, 0.26], gold)
    const [x, y, gz] = axes(q * 0.68 * k, 3.5 * k, 0.42 * k)
    turned(
      mesh,
      x,
      gz,
      y,
      [
        [-0.26, 0.2],
        [0, 0.29],
        [0.26, 0.2],
        [0.58, 0.01],
      ],
      12,
      gold,
    )
  }
  mesh.use(gold)
  for (const [a, b, up] of [
    [-0.66, -0.22, 3.5],
    [-0.22, 0.22, 4],
    [0.22, 0.66, 3.5],
  ] as const)
    mesh.triangle(
      mesh.vertex(...axes(a * k, 3.02 * k, 0.34 * k)),
      mesh.vertex(...axes(b * k, 3.02 * k, 0.34 * k)),
      mesh.vertex(...axes(((a + b) / 2) * k, up * k, 0.34 * k)),
    )
  const back = mesh.paint(clothOf(times(colour, 0.55), 0))
  mesh.use(back)
  for (let i = 0; i < 16; i++) {
    const [a, b] = [-2.4 + i * 0.3, -2.1 + i * 0.3]
    const fold = (k: number) => (k & 1 ? 0.16 : 0)
    sheet(
      mesh,
      [a, top, far - 0.5 + fold(i)],
      [b, top, far - 0.5 + fold(i + 1)],
      [b, 5.1, far - 0.5 + fold(i + 1)],
      [a, 5.1, far - 0.5 + fold(i)],
    )
  }
  box(mesh, { x: 0, y: 5, z: far - 0.5, width: 5, height: 0.24, depth: 0.4, paint: gold })
}
