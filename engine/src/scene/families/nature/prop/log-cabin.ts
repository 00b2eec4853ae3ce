import { cos, sin } from '../../../../math/dmath.ts'
import { emitter, plain } from '../../../material/paints.ts'
import type { Paint, PaintSpec } from '../../../mesh.ts'
import { box } from '../../../shape/loft.ts'
import { tube } from '../../../shape/tube.ts'
import type { Rgb, Vec3 } from '../../../vector.ts'
import { logsOf, masonryOf, planksOf, snowOf } from '../paints.ts'
import type { Site } from '../site.ts'

export type LogCabin = {
  readonly x: number
  readonly y: number
  readonly z: number
  readonly turn: number
  /** Metres along the ridge, across it, and up to the eaves. */
  readonly width?: number
  readonly depth?: number
  readonly eaves?: number
  readonly snowy: boolean
  /** Few triangles, for cabins far away. */
  readonly plainly?: boolean
  /** Roof without snow. */
  readonly roof?: Rgb
  /** Rise of the roof as a share of the depth. */
  readonly pitch?: number
  readonly walls?: PaintSpec
  /** How far the walls reach below the floor. */
  readonly footing?: number
}

export type Placed = (along: number, up: number, across: number) => Vec3

/** Places along, above and across a house that stands turned at a point. */
export function placedAt(x: number, y: number, z: number, turn: number): Placed {
  const c = cos(turn)
  const s = sin(turn)
  return (a, up, b) => [x + a * c - b * s, y + up, z + a * s + b * c]
}

/** A cabin, of logs unless its walls are given, with lit windows; snow on the roof in winter. Returns where things of it are. */
export function logCabin(site: Site, cabin: LogCabin): { readonly at: Placed; readonly chimney: Vec3 } {
  const { mesh, scene, lit } = site
  const { x, y, z, turn, width = 8, depth = 6.5, eaves = 3.1, snowy, plainly = false, roof = [0.2, 0.09, 0.06] } = cabin
  const { pitch = 0.45, walls = logsOf([0.24, 0.12, 0.06]), footing = 0.8 } = cabin
  const at = placedAt(x, y, z, turn)
  const rise = depth * pitch
  const logs = mesh.paint(walls)
  box(mesh, { x, y: y - footing, z, width, height: eaves + footing, depth, turn, paint: logs })
  mesh.use(logs)
  for (const q of [-1, 1]) {
    const a = at((q * width) / 2, eaves, -depth / 2)
    const b = at((q * width) / 2, eaves, depth / 2)
    const t = at((q * width) / 2, eaves + rise, 0)
    mesh.triangle(mesh.vertex(...a, 0, eaves), mesh.vertex(...b, depth, eaves), mesh.vertex(...t, depth / 2, eaves + rise))
  }
  roofOf(site, at, { width, depth, eaves, rise, snowy, roof, plainly })
  const glow = mesh.paint(lit ? emitter([1, 0.5, 0.16], 3.2) : plain([0.03, 0.04, 0.05], 0.9, 1))
  const frame = mesh.paint(plain([0.1, 0.05, 0.03]))
  const windows = [
    [-width * 0.28, -depth / 2, 'front', 1.3, 1.2, 1],
    [width * 0.29, -depth / 2, 'front', 1.3, 1.2, 1],
  ] as const
  const door = [width * 0.01, -depth / 2, 'front', 1.15, 2.1, 0.05] as const
  for (const [a, b, face, w, h, up] of [...windows, door]) pane(site, at, glow, frame, a, b, face, w, h, up, plainly)
  for (const q of [-1, 1]) {
    pane(site, at, glow, frame, (q * width) / 2, -depth * 0.2, 'end', 1.1, 1.1, 1, plainly)
    pane(site, at, glow, frame, (q * width) / 2, depth * 0.2, 'end', 1.1, 1.1, 1, plainly)
    if (!plainly) pane(site, at, glow, frame, (q * width) / 2, 0, 'end', 0.9, 0.9, eaves + 0.4, false)
  }
  const foot = at(width * 0.225, 0, 1)
  const masonry = mesh.paint(masonryOf({ colour: [0.28, 0.26, 0.25], blockWidth: 0.5, blockHeight: 0.3, variant: 5 }))
  const cap = mesh.paint(snowy ? snowOf() : plain([0.1, 0.1, 0.1]))
  box(mesh, { x: foot[0], y: y + eaves, z: foot[2], width: 0.9, height: rise + 0.6, depth: 0.9, turn, paint: masonry, cap })
  if (lit && !plainly)
    for (const [a, up, b, range, k] of [
      [-width * 0.28, 1.2, -depth / 2 - 1.2, 11, 1.1],
      [width * 0.29, 1.2, -depth / 2 - 1.2, 11, 1.1],
      [0, 1.4, -depth / 2 - 1.5, 15, 1],
      [-width / 2 - 1.3, 1.3, 0, 11, 1],
      [width / 2 + 1.3, 1.3, 0, 11, 1],
    ] as const) {
      const [lx, ly, lz] = at(a, up, b)
      scene.lamps.push({ x: lx, y: ly, z: lz, colour: [0.55 * k, 0.26 * k, 0.08 * k], range })
    }
  return { at, chimney: [foot[0], y + eaves + rise + 0.7, foot[2]] }
}

type Roof = {
  readonly width: number
  readonly depth: number
  readonly eaves: number
  readonly rise: number
  readonly snowy: boolean
  readonly roof: Rgb
  readonly plainly: boolean
}

/** Two slopes that reach over the walls; snow lies thick and rounded on them. */
function roofOf({ mesh }: Site, at: Placed, { width, depth, eaves, rise, snowy, roof, plainly }: Roof): void {
  const over = 0.8
  const edge = depth / 2 + 0.9
  const low = eaves - (0.9 * rise) / (depth / 2)
  const half = width / 2 + over
  const boards = mesh.paint(planksOf(snowy ? [0.12, 0.07, 0.045] : roof, 0.4))
  mesh.use(boards)
  for (const q of [-1, 1]) {
    const under = 0.02
    mesh.panel(
      at(-half, low + under, q * edge),
      at(half, low + under, q * edge),
      at(half, eaves + rise + under, 0),
      at(-half, eaves + rise + under, 0),
    )
    if (!snowy) {
      const corners = [
        at(-half, low + 0.16, q * edge),
        at(half, low + 0.16, q * edge),
        at(half, eaves + rise + 0.16, 0),
        at(-half, eaves + rise + 0.16, 0),
      ]
      const uv = [0, 0, half * 2, 0, half * 2, 3.4, 0, 3.4]
      const v = corners.map((p, i) => mesh.vertex(p[0], p[1], p[2], uv[i * 2]!, uv[i * 2 + 1]!))
      mesh.quad(v[0]!, v[1]!, v[2]!, v[3]!)
    }
    mesh.panel(at(-half, low, q * edge), at(half, low, q * edge), at(half, low + 0.16, q * edge), at(-half, low + 0.16, q * edge))
  }
  for (const k of [-1, 1])
    for (const q of [-1, 1])
      mesh.panel(
        at(k * half, low, q * edge),
        at(k * half, eaves + rise, 0),
        at(k * half, eaves + rise + 0.16, 0),
        at(k * half, low + 0.16, q * edge),
      )
  if (!snowy) return
  const snow = mesh.paint(snowOf())
  const columns = plainly ? 6 : 26
  const rows = plainly ? 6 : 16
  mesh.use(snow, true)
  const base = mesh.vertexCount()
  for (let j = 0; j <= rows; j++)
    for (let i = 0; i <= columns; i++) {
      const b = (j / rows) * 2 - 1
      const a = (i / columns) * 2 - 1
      const rim = Math.max(Math.abs(a) * Math.abs(a), Math.abs(b) * Math.abs(b))
      const thick = 0.16 + 0.42 * Math.sqrt(Math.max(0, 1 - rim * rim * rim))
      const ridge = 0.34 * Math.max(0, 1 - Math.abs(b) * 3.4)
      const p = at(a * (half + 0.06), low + (eaves + rise - low) * (1 - Math.abs(b)) + thick - ridge * 0.5, b * (edge + 0.1))
      mesh.vertex(p[0], p[1], p[2], i, j, 0, 1, 0)
    }
  for (let j = 0; j < rows; j++)
    for (let i = 0; i < columns; i++) {
      const k = base + j * (columns + 1) + i
      mesh.quad(k, k + 1, k + columns + 2, k + columns + 1)
    }
  mesh.smoothGrid(base, columns + 1, rows + 1)
}

function pane(
  { mesh }: Site,
  at: Placed,
  glow: Paint,
  frame: Paint,
  a: number,
  b: number,
  face: 'front' | 'end',
  w: number,
  h: number,
  up: number,
  plainly: boolean,
): void {
  const front = face === 'front'
  const off = front || a < 0 ? -0.04 : 0.04
  const point = (u: number, v: number, o: number) =>
    front ? at(a + (u * w) / 2, up + v * h, b + o) : at(a + o, up + v * h, b + (u * w) / 2)
  mesh.use(glow)
  mesh.panel(point(-1, 0, off), point(1, 0, off), point(1, 1, off), point(-1, 1, off))
  if (plainly) return
  mesh.use(frame)
  for (const [u0, u1, v0, v1] of [
    [-1.12, -0.94, -0.06, 1.06],
    [0.94, 1.12, -0.06, 1.06],
    [-1.1, 1.1, -0.1, 0],
    [-1.1, 1.1, 1, 1.1],
    [-0.05, 0.05, 0, 1],
    [-1, 1, 0.47, 0.53],
  ] as const)
    mesh.panel(point(u0, v0, off * 2.5), point(u1, v0, off * 2.5), point(u1, v1, off * 2.5), point(u0, v1, off * 2.5))
}

/** Smoke that rises from a point and drifts to the side. */
export function smoke({ scene, streams, dim }: Site, [x, y, z]: Vec3, drift: number, size = 1): void {
  const random = streams('smoke')
  for (let i = 0; i < 46; i++) {
    const t = i / 46
    scene.puffs.push({
      x: x + drift * (t * t * 6 + random.range(-0.3, 0.3) * t * 3) * size,
      y: y + t * 9 * size,
      z,
      size: (0.35 + t * 1.7) * size,
      opacity: 0.16 * (1 - t),
      colour: dim ? [0.16, 0.18, 0.25] : [0.8, 0.82, 0.86],
    })
  }
}

/** A lantern on a post, lit when the site is. */
export function lanternPost({ mesh, scene, lit }: Site, [x, y, z]: Vec3, reach: number): void {
  const iron = mesh.paint(plain([0.1, 0.05, 0.03]))
  tube(
    mesh,
    [
      [x, y - 0.3, z],
      [x, y + 2.2, z],
      [x + reach, y + 2.3, z],
    ],
    { paint: iron, radius: 0.06, sides: 6, endRadius: 0.04 },
  )
  const lamp = mesh.paint(lit ? emitter([1, 0.5, 0.16], 3.2) : plain([0.2, 0.2, 0.18], 0.8, 0.5))
  box(mesh, { x: x + reach, y: y + 1.85, z, width: 0.22, height: 0.3, depth: 0.22, paint: lamp })
  box(mesh, { x: x + reach, y: y + 2.15, z, width: 0.3, height: 0.06, depth: 0.3, paint: iron })
  if (!lit) return
  scene.lamps.push({ x: x + reach, y: y + 1.9, z: z - 0.4, colour: [0.72, 0.34, 0.1], range: 9 })
  scene.glows.push({ x: x + reach, y: y + 2, z, colour: [1, 0.55, 0.2], intensity: 1, size: 0.35 })
}
