import { atan2 } from '../../../../math/dmath.ts'
import type { Brief } from '../../../brief.ts'
import { plain } from '../../../material/paints.ts'
import type { Scene } from '../../../scene.ts'
import { box } from '../../../shape/loft.ts'
import { terrain } from '../../../shape/terrain.ts'
import type { Streams } from '../../../streams.ts'
import type { Rgb } from '../../../vector.ts'
import { sandOf, stoneOf } from '../paints.ts'
import { birds } from '../prop/birds.ts'
import { boulder } from '../prop/boulder.ts'
import { traveller } from '../prop/traveller.ts'
import { openSite, type Site } from '../site.ts'
import { flying, standing } from '../spots.ts'
import { createDunes, desertAir, mesas, type Sand } from './dunes.ts'
import { brokenRing, column, fallenColumn, type RuinPaints, ruinPaints } from './ruin.ts'

/** A colonnade half buried in sand leads to a colossal broken ring. */
export function ruinsView(brief: Brief, streams: Streams): Scene {
  const layout = streams('layout')
  const eye = layout.range(3.4, 5.6)
  const site = openSite(brief, streams, (side) => ({
    view: {
      eye: [0, eye, 0],
      target: [layout.range(-3, 3), eye - 1.4, 100],
      fov: layout.range(54, 64),
      shiftY: 0.2,
    },
    azimuth: side * (brief.mood.time === 'day' ? layout.range(84, 124) : layout.range(38, 74)),
  }))
  const { mesh, scene, side } = site
  const sand = createDunes(site, 120)
  const colour: Rgb = brief.mood.time === 'day' ? [0.62, 0.42, 0.24] : [0.6, 0.36, 0.2]
  terrain(mesh, scene.camera, {
    paint: mesh.paint(sandOf(colour)),
    near: 2,
    far: 5200,
    rows: 380,
    columns: 340,
    halfWidth: 0.66,
    height: sand,
  })
  const paints = ruinPaints(site)
  const hand = layout.pick([-1, -1, 1] as const)
  const rx = side * hand * layout.range(14, 42)
  const rz = layout.range(170, 270)
  const radius = layout.range(36, 58)
  if (brief.allows('ruins')) brokenRing(site, paints, rx, rz, sand, radius)
  for (const [turn, x, z, size] of [
    [1, rx + side * 44, rz - 36, 9],
    [2, rx + side * 58, rz - 52, 6],
    [3, rx - side * 10, rz - 60, 5],
  ] as const)
    box(mesh, { x, y: sand(x, z) - size * 0.4, z, width: size * 1.4, height: size, depth: size, turn, paint: paints.ring })
  colonnade(site, paints, sand)
  rubble(site, paints, sand)
  const lies = layout.pick([-1, 1, 1, 0] as const)
  if (lies)
    fallenColumn(site, paints, lies * side * layout.range(7.2, 9.6), sand(lies * side * 8, 14), layout.range(13, 17), lies * side * 0.5)
  mesas(site)
  if (brief.allows('people')) {
    const dark = mesh.paint(plain([0.05, 0.03, 0.03]))
    const red = mesh.paint(plain(brief.accent ?? [0.3, 0.04, 0.03]))
    for (let i = 0; i < 4; i++) {
      const z = 62 + i * 4.2
      const x = side * (2 - i * 0.8)
      traveller(mesh, x, sand(x, z), z, i === 0 ? red : dark)
    }
  }
  if (brief.allows('birds'))
    birds(mesh, streams('birds'), {
      count: 7,
      x: -side * 20,
      y: 78,
      z: 170,
      spread: 16,
      size: 1.6,
      paint: mesh.paint(plain([0.03, 0.02, 0.02])),
    })
  desertAir(site, colour, [0, 30, 170], 230)
  standing(scene, sand, [
    [side * 1.6, 34, 3.2],
    [side * 6.6, 37, 3],
    [-side * 3.2, 40, 3],
  ])
  flying(scene, [
    [side * 14, 25, 76, 8],
    [-side * 16, 33, 100, 9],
  ])
  return scene
}

function colonnade(site: Site, paints: RuinPaints, sand: Sand): void {
  const { mesh, side, streams } = site
  const random = streams('columns')
  const rubble = mesh.paint(stoneOf({ colour: [0.5, 0.36, 0.25], features: 1.2 }))
  let last: { readonly x: number; readonly z: number; readonly row: number; readonly i: number; readonly top: number } | null = null
  const rows = random.pick([[-1, 1], [-1, 1], [-1], [1]] as const)
  const first = random.range(24, 34)
  const apart = random.range(10.5, 14.5)
  const drift = random.range(-0.6, 3.4)
  const tall = random.range(10, 16)
  const ruined = random.range(0.2, 0.7)
  for (let i = 0; i < 9; i++)
    for (const row of rows) {
      const z = first + i * apart
      const x = side * 5.5 + row * (11.5 - i * 0.4) - side * i * drift
      const broken = random.chance(ruined)
      const stump = random.range(2.5, 9)
      const gone = random.chance(0.12)
      if (gone) {
        boulder(mesh, random, { x, y: sand(x, z), z, radius: 1.6, paint: rubble, rings: 9 })
        continue
      }
      const top = column(site, paints, x, sand(x, z), z, broken ? stump : tall, broken)
      if (!broken && last && row === last.row && i === last.i + 1) {
        const dx = x - last.x
        const dz = z - last.z
        box(mesh, {
          x: (x + last.x) / 2,
          y: Math.min(top, last.top),
          z: (z + last.z) / 2,
          width: 2.6,
          height: 1.8,
          depth: Math.sqrt(dx * dx + dz * dz) + 2,
          turn: atan2(-dx, dz),
          paint: paints.block,
        })
      }
      if (!broken) last = { x, z, row, i, top }
    }
}

function rubble({ mesh, side, streams }: Site, { block }: RuinPaints, sand: Sand): void {
  const random = streams('rubble')
  const stone = mesh.paint(stoneOf({ colour: [0.5, 0.36, 0.25], features: 1.2, covered: 0.4, cover: [0.6, 0.38, 0.22] }))
  for (let i = 0; i < 70; i++) {
    const z = random.range(7, 120)
    const x = side * 5 + random.range(-0.55, 0.55) * z
    const size = random.range(0.2, 1.2) * (i < 35 ? 0.5 : 1)
    const turn = random.range(0, 3)
    if (random.chance(0.4))
      box(mesh, { x, y: sand(x, z) - size * 0.5, z, width: size * 1.6, height: size, depth: size * 1.2, turn, paint: block })
    else boulder(mesh, random, { x, y: sand(x, z), z, radius: size * 0.8, paint: stone, rings: 9 })
  }
}
