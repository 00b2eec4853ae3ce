import { createPrng, type Prng } from '../../../../math/prng.ts'
import { emitter, plain } from '../../../material/paints.ts'
import type { MeshBuilder, Paint } from '../../../mesh.ts'
import { blob } from '../../../shape/blob.ts'
import { box } from '../../../shape/loft.ts'
import { tube } from '../../../shape/tube.ts'
import { type Rgb, times } from '../../../vector.ts'
import { planksOf } from '../../nature/paints.ts'
import type { Site } from '../../nature/site.ts'
import { houseWall, type WallStyle } from '../paints.ts'
import { type At, axesOf, type Place, sheet } from '../place.ts'
import { archPanel, archRim } from './arch.ts'

export type House = Place & {
  /** Metres along the street and into the plot. */
  readonly width: number
  readonly depth: number
  readonly floors: number
  readonly floor: number
  readonly style: WallStyle
  readonly wall: Rgb
  readonly trim: Rgb
  readonly roof: Paint
  /** The gable looks at the street instead of the eaves. */
  readonly gable: boolean
  /** Height of the roof over half the span. */
  readonly pitch: number
  /** Each floor reaches this far over the one below. */
  readonly jetty?: number
  readonly stepped?: boolean
  readonly shutters?: boolean
  /** Doors, flowers, dormers and sills. */
  readonly near: boolean
  readonly lit?: number
  /** Slopes that curve up at the eaves, as in the east. */
  readonly swept?: boolean
}

/** Height of the eaves and of the ridge of a house over its ground. */
export function heightsOf({ floors, floor, gable, width, depth, pitch }: House) {
  const eaves = floors * floor
  return { eaves, ridge: eaves + ((gable ? width : depth) / 2) * pitch }
}

/** An old house with a gable roof; its front looks along its own -z. */
export function house(site: Site, random: Prng, spec: House): At {
  const { mesh } = site
  const { width, floors, floor, jetty = 0, style, near } = spec
  const at = axesOf(spec)
  const cells = Math.max(2, Math.round(width / (style === 'timbered' ? 1.9 : 2.5)))
  const skin = {
    variant: random.next(),
    wall: times(spec.wall, 0.78),
    trim: spec.trim,
    style,
    cell: width / cells,
    floor,
    ground: spec.y,
    window: random.range(0.15, 0.2),
    shutters: spec.shutters ?? false,
    lit: spec.lit ?? 0.55,
  }
  const wall = mesh.paint(houseWall(skin))
  const foot = mesh.paint(
    houseWall({ ...skin, style: style === 'timbered' ? random.pick(['plaster', 'stone', 'timbered'] as const) : style }),
  )
  const blind = mesh.paint(houseWall({ ...skin, window: 0 }))
  for (let k = 0; k < floors; k++) {
    const out = jetty * k
    storey(mesh, at, spec, k === 0 ? foot : wall, k * floor - (k === 0 ? 1.5 : 0), (k + 1) * floor, out)
    if (out > 0 && near) beamEnds(mesh, at, spec, k * floor, out)
  }
  roof(mesh, at, spec, blind, jetty * (floors - 1))
  chimney(site, at, spec, random)
  if (!near) return at
  door(site, at, spec, random)
  if (spec.gable) attic(site, at, spec, jetty * (floors - 1), random)
  else if (random.chance(0.6)) dormers(site, at, spec, random)
  if (random.chance(0.6) || site.brief.wants('flowers')) flowerBoxes(site, at, spec, random, skin.cell)
  return at
}

/** Four walls from one height to another, the front moved out; the front's u begins at its left corner. */
function storey(mesh: MeshBuilder, at: At, { width, depth, y }: House, paint: Paint, low: number, high: number, out: number): void {
  const w = width / 2
  const d = depth / 2
  mesh.use(paint)
  const wall = (a0: number, b0: number, a1: number, b1: number, u: number) =>
    sheet(mesh, at(a0, low, b0), at(a1, low, b1), at(a1, high, b1), at(a0, high, b0), u, y + low)
  wall(-w, -d - out, w, -d - out, 0)
  wall(w, -d - out, w, d, 40)
  wall(-w, d, -w, -d - out, 80)
  if (out > 0) mesh.panel(at(-w, low, -d), at(w, low, -d), at(w, low, -d - out), at(-w, low, -d - out))
}

function beamEnds(mesh: MeshBuilder, at: At, { width, depth, turn, trim }: House, up: number, out: number): void {
  const wood = mesh.paint(planksOf(trim, 0.3))
  const count = Math.round(width / 0.7)
  for (let i = 0; i <= count; i++) {
    const [x, y, z] = at((i / count - 0.5) * (width - 0.2), up - 0.2, -depth / 2 - out / 2 - 0.06)
    box(mesh, { x, y, z, width: 0.16, height: 0.2, depth: out + 0.12, turn, paint: wood })
  }
}

/** Two slopes with boards at their edges, and the gable walls below them. */
function roof(mesh: MeshBuilder, at: At, spec: House, blind: Paint, out: number): void {
  const { width, depth, gable, pitch, roof: tiles, trim, y, stepped = false, swept = false } = spec
  const { eaves, ridge } = heightsOf(spec)
  const front = depth / 2 + out
  const over = stepped ? 0 : swept ? 0.7 : 0.4
  const half = (gable ? width : depth + out) / 2
  const [from, to] = gable ? [-front - over * 0.8, depth / 2 + over] : [-width / 2 - (stepped ? 0 : 0.25), width / 2 + (stepped ? 0 : 0.25)]
  const middle = gable ? 0 : -out / 2
  const point = (across: number, up: number, along: number) => (gable ? at(across, up, along) : at(along, up, middle + across))
  const low = eaves - over * pitch * (swept ? 0.35 : 1)
  const edge = mesh.paint(planksOf(trim, 0.4))
  const bends = swept ? [0, 0.25, 0.55, 1] : [0, 1]
  for (const q of [-1, 1]) {
    const slope = (t: number) => ({ across: q * (half + over) * (1 - t), up: low + (ridge - low) * (swept ? t * (0.62 + 0.38 * t) : t) })
    let v = 0
    for (let i = 1; i < bends.length; i++) {
      const a = slope(bends[i - 1]!)
      const b = slope(bends[i]!)
      mesh.use(tiles)
      sheet(
        mesh,
        point(a.across, a.up + 0.16, from),
        point(a.across, a.up + 0.16, to),
        point(b.across, b.up + 0.16, to),
        point(b.across, b.up + 0.16, from),
        0,
        v,
      )
      v += Math.sqrt((a.across - b.across) * (a.across - b.across) + (a.up - b.up) * (a.up - b.up))
      mesh.use(edge)
      for (const end of [from, to])
        mesh.panel(
          point(a.across, a.up - 0.06, end),
          point(b.across, b.up - 0.06, end),
          point(b.across, b.up + 0.16, end),
          point(a.across, a.up + 0.16, end),
        )
      mesh.panel(point(a.across, a.up, from), point(a.across, a.up, to), point(b.across, b.up, to), point(b.across, b.up, from))
    }
    mesh.panel(
      point(q * (half + over), low - 0.06, from),
      point(q * (half + over), low - 0.06, to),
      point(q * (half + over), low + 0.16, to),
      point(q * (half + over), low + 0.16, from),
    )
  }
  tube(mesh, [point(0, ridge + 0.15, from), point(0, ridge + 0.15, to)], { paint: tiles, radius: swept ? 0.2 : 0.13, sides: 6 })
  const ends = gable ? [-front, depth / 2] : [-width / 2, width / 2]
  mesh.use(blind)
  for (const end of ends) {
    const a = point(-half, eaves, end)
    const b = point(half, eaves, end)
    const c = point(0, ridge, end)
    mesh.triangle(mesh.vertex(...a, 0, y + eaves), mesh.vertex(...b, half * 2, y + eaves), mesh.vertex(...c, half, y + ridge))
  }
  if (stepped) steps(mesh, point, blind, ends, half, eaves, ridge)
}

/** Gables that rise over the roof in steps. */
function steps(mesh: MeshBuilder, point: At, paint: Paint, ends: readonly number[], half: number, eaves: number, ridge: number): void {
  const count = 5
  mesh.use(paint)
  for (const end of ends)
    for (let i = 0; i < count; i++) {
      const w = half * (1 - i / count) + 0.12
      const low = eaves + ((ridge - eaves) * i) / count
      const high = eaves + ((ridge - eaves) * (i + 1)) / count + 0.5
      for (const side of [-0.2, 0.2])
        sheet(
          mesh,
          point(-w, low, end + side),
          point(w, low, end + side),
          point(w, high, end + side),
          point(-w, high, end + side),
          half - w,
          low,
        )
      mesh.panel(point(-w, high, end - 0.2), point(w, high, end - 0.2), point(w, high, end + 0.2), point(-w, high, end + 0.2))
      for (const q of [-w, w])
        mesh.panel(point(q, low, end - 0.2), point(q, low, end + 0.2), point(q, high, end + 0.2), point(q, high, end - 0.2))
    }
}

function chimney({ mesh }: Site, at: At, spec: House, random: Prng): void {
  const { gable, width, depth, turn } = spec
  if (spec.swept || random.chance(0.25)) return
  const { eaves, ridge } = heightsOf(spec)
  const along = random.range(-0.3, 0.3)
  const [x, y, z] = gable ? at(width * 0.2 * random.pick([-1, 1]), eaves, depth * along) : at(width * along, eaves, depth * 0.12)
  const brick = mesh.paint(
    houseWall({ variant: 0.2, wall: [0.3, 0.15, 0.1], trim: [0.2, 0.2, 0.2], style: 'brick', cell: 2, floor: 3, ground: y, window: 0 }),
  )
  const height = ridge - eaves + random.range(0.2, 0.9)
  box(mesh, { x, y, z, width: 0.62, height, depth: 0.62, turn, paint: brick })
  box(mesh, { x, y: y + height, z, width: 0.78, height: 0.14, depth: 0.78, turn, paint: brick })
  box(mesh, { x, y: y + height + 0.14, z, width: 0.24, height: 0.36, depth: 0.24, turn, paint: mesh.paint(plain([0.3, 0.13, 0.08])) })
}

/** Doors of a town, faded paint. */
const DOORS: readonly Rgb[] = [
  [0.16, 0.08, 0.04],
  [0.05, 0.12, 0.1],
  [0.22, 0.05, 0.04],
  [0.06, 0.1, 0.18],
]

function door({ mesh, brief, lit }: Site, at: At, { width, depth, turn }: House, random: Prng): void {
  const along = random.range(-0.3, 0.3) * width
  const into = -depth / 2 - 0.03
  const shape = { along, into, width: 1.15, height: random.pick([2.3, 2.5]), rise: random.pick([0.57, 0.25]) }
  const stone = mesh.paint(plain([0.42, 0.38, 0.33]))
  archRim(mesh, at, shape, stone, 0.2, 0.08)
  archPanel(mesh, at, shape, mesh.paint(planksOf(brief.accent ?? random.pick(DOORS), 0.18)))
  const [x, y, z] = at(along, -0.05, into - 0.35)
  box(mesh, { x, y, z, width: 1.7, height: 0.2, depth: 0.7, turn, paint: stone })
  if (!lit || random.chance(0.5)) return
  archPanel(
    mesh,
    at,
    { ...shape, into: into - 0.02, sill: shape.height - 0.55, width: 0.9, height: shape.height - 0.1, rise: 0.3 },
    mesh.paint(emitter([1, 0.6, 0.25], 2)),
  )
}

/** A window in the gable under the roof. */
function attic({ mesh, lit }: Site, at: At, spec: House, out: number, random: Prng): void {
  const { eaves, ridge } = heightsOf(spec)
  const shape = {
    along: 0,
    into: -spec.depth / 2 - out - 0.04,
    width: 0.8,
    sill: eaves + (ridge - eaves) * 0.2,
    height: eaves + (ridge - eaves) * 0.2 + 1.15,
    rise: 0.38,
  }
  archRim(mesh, at, shape, mesh.paint(plain(random.chance(0.5) ? spec.trim : [0.5, 0.46, 0.4])), 0.12, 0.06)
  archPanel(mesh, at, shape, mesh.paint(lit && random.chance(0.6) ? emitter([1, 0.58, 0.22], 1.8) : plain([0.03, 0.035, 0.045], 0.8, 0.8)))
}

function dormers({ mesh, lit }: Site, at: At, spec: House, random: Prng): void {
  const { eaves } = heightsOf(spec)
  const { width, depth, pitch, roof: tiles, trim, wall } = spec
  const count = Math.max(1, Math.round(width / 4.2))
  const pane = mesh.paint(lit && random.chance(0.6) ? emitter([1, 0.58, 0.22], 1.8) : plain([0.03, 0.035, 0.045], 0.8, 0.8))
  const side = mesh.paint(plain(wall))
  const board = mesh.paint(plain(trim))
  for (let i = 0; i < count; i++) {
    const a = ((i + 0.5) / count - 0.5) * width
    const b = -depth / 2 + 0.5
    const up = eaves + 0.5 * pitch
    const back = b + 1.5 / pitch
    mesh.use(side)
    for (const q of [-0.55, 0.55])
      mesh.panel(at(a + q, up, b), at(a + q, up, back), at(a + q, up + 1.2, back + 0.3), at(a + q, up + 1.2, b))
    mesh.panel(at(a - 0.55, up, b), at(a + 0.55, up, b), at(a + 0.55, up + 1.2, b), at(a - 0.55, up + 1.2, b))
    mesh.triangle(mesh.vertex(...at(a - 0.55, up + 1.2, b)), mesh.vertex(...at(a + 0.55, up + 1.2, b)), mesh.vertex(...at(a, up + 1.75, b)))
    mesh.use(pane)
    mesh.panel(
      at(a - 0.36, up + 0.25, b - 0.04),
      at(a + 0.36, up + 0.25, b - 0.04),
      at(a + 0.36, up + 1.1, b - 0.04),
      at(a - 0.36, up + 1.1, b - 0.04),
    )
    mesh.use(board)
    mesh.panel(
      at(a - 0.03, up + 0.25, b - 0.07),
      at(a + 0.03, up + 0.25, b - 0.07),
      at(a + 0.03, up + 1.1, b - 0.07),
      at(a - 0.03, up + 1.1, b - 0.07),
    )
    mesh.use(tiles)
    for (const q of [-1, 1])
      sheet(
        mesh,
        at(a + q * 0.75, up + 1.08, b - 0.2),
        at(a + q * 0.75, up + 1.08, back + 0.9),
        at(a, up + 1.85, back + 0.9),
        at(a, up + 1.85, b - 0.2),
      )
  }
}

const PETALS: readonly Rgb[] = [
  [0.5, 0.05, 0.06],
  [0.55, 0.2, 0.35],
  [0.6, 0.45, 0.1],
  [0.5, 0.5, 0.52],
]

function flowerBoxes({ mesh, season, brief, snowy }: Site, at: At, spec: House, random: Prng, cell: number): void {
  if (!brief.allows('flowers')) return
  const { depth, floor, floors, jetty = 0, turn, width } = spec
  const wood = mesh.paint(planksOf([0.16, 0.09, 0.05], 0.2))
  const green = mesh.paint(plain(snowy ? [0.7, 0.73, 0.78] : season === 'autumn' ? [0.16, 0.12, 0.04] : [0.06, 0.13, 0.03]))
  const petal = mesh.paint(plain(snowy ? [0.75, 0.78, 0.82] : random.pick(PETALS)))
  const many = brief.wants('flowers')
  const pale = mesh.paint(plain([0.62, 0.58, 0.52]))
  const own = many ? createPrng(Math.floor(random.next() * 0x100000000), 'window box') : random
  for (let k = 1; k < Math.min(floors, 3); k++)
    for (let a = -width / 2 + cell / 2; a < width / 2; a += cell) {
      if (random.chance(0.45) && !many) continue
      const [x, y, z] = at(a, k * floor + 0.3 * floor - 0.1, -depth / 2 - jetty * k - 0.16)
      box(mesh, { x, y, z, width: cell * 0.46, height: 0.2, depth: 0.24, turn, paint: wood })
      for (let i = 0; i < 5; i++) {
        const [px, py, pz] = at(a + (i / 4 - 0.5) * cell * 0.4, k * floor + 0.3 * floor + 0.16, -depth / 2 - jetty * k - 0.2)
        blob(mesh, {
          x: px,
          y: py,
          z: pz,
          rx: 0.16,
          ry: 0.14,
          rz: 0.15,
          paint: i % 2 ? petal : green,
          rings: 4,
          rough: 0.5,
          frequency: 3,
          variant: i + k,
        })
      }
      if (many && !snowy)
        for (let i = 0; i < 18; i++) {
          const [px, py, pz] = at(
            a + own.range(-0.3, 0.3) * cell,
            k * floor + 0.3 * floor + own.range(-0.16, 0.36),
            -depth / 2 - jetty * k - own.range(0.26, 0.4),
          )
          blob(mesh, { x: px, y: py, z: pz, rx: 0.085, ry: 0.08, rz: 0.085, paint: i % 4 ? petal : pale, rings: 4 })
        }
    }
}
