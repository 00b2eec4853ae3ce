import { cos, sin } from '../math/dmath.ts'
import { hash3 } from '../math/lattice.ts'
import type { Rgb, Vec3 } from '../scene/vector.ts'

/** A colour, or one by place. Places are local: before the builder's own move, turn and scale. */
export type Tint = Rgb | ((x: number, y: number, z: number) => Rgb)

/** What the next vertices are like besides their colour. */
export type Coat = {
  /** Light given off, linear; added to what the sun and sky bring. */
  readonly glow?: Tint | null
  /** Share of light that comes through from behind, 0..1: leaves, cloth. */
  readonly through?: number
  /** How much one face may be lighter or darker than the next, 0..1. */
  readonly vary?: number
  readonly alpha?: number
}

/** Triangles with linear colours; not yet lit. Lengths in metres, y up. */
export type Model = {
  readonly positions: number[]
  readonly normals: number[]
  readonly colours: number[]
  readonly glows: number[]
  /** One number a vertex. */
  readonly through: number[]
  readonly alphas: number[]
  readonly index: number[]
}

/** Grows a model. Shapes are functions that take one: `box`, `lathe`, `blob`, `tube`, `gable`. */
export type ModelBuilder = Model & {
  /** Moves the origin, turns by `yaw` about y (0 keeps +z, a quarter turn sends it to +x) and scales. */
  at(x: number, y: number, z: number, yaw?: number, scale?: number): void
  paint(colour: Tint, coat?: Coat): void
  /** Adds a vertex by local place and normal; `shade` darkens or lightens it. Returns its number. */
  vertex(x: number, y: number, z: number, nx: number, ny: number, nz: number, shade?: number): number
  /** The lightness of the next face. */
  face(): number
  /** A flat triangle, counter-clockwise seen from outside. */
  triangle(a: Vec3, b: Vec3, c: Vec3): void
  /** A flat quad, counter-clockwise from outside, in columns × rows so that baked light has vertices to live on. */
  quad(a: Vec3, b: Vec3, c: Vec3, d: Vec3, columns?: number, rows?: number): void
  vertexCount(): number
  triangleCount(): number
}

const VARY = 0.05

/** The normal of a plane, of length 1; null when it has none. */
export function normalOf(ux: number, uy: number, uz: number, vx: number, vy: number, vz: number): Vec3 | null {
  const x = uy * vz - uz * vy
  const y = uz * vx - ux * vz
  const z = ux * vy - uy * vx
  const length = Math.sqrt(x * x + y * y + z * z)
  return length < 1e-9 ? null : [x / length, y / length, z / length]
}

export function createModel(): ModelBuilder {
  const model: Model = { positions: [], normals: [], colours: [], glows: [], through: [], alphas: [], index: [] }
  let [ox, oy, oz] = [0, 0, 0]
  let turnCos = 1
  let turnSin = 0
  let size = 1
  let colour: Tint = [0.5, 0.5, 0.5]
  let glow: Tint | null = null
  let through = 0
  let vary = VARY
  let alpha = 1
  let faces = 0

  const face = () => 1 + (hash3(++faces, 77, 0) - 0.5) * 2 * vary

  function vertex(x: number, y: number, z: number, nx: number, ny: number, nz: number, shade = 1): number {
    const c = typeof colour === 'function' ? colour(x, y, z) : colour
    const g = typeof glow === 'function' ? glow(x, y, z) : glow
    model.positions.push(ox + (x * turnCos + z * turnSin) * size, oy + y * size, oz + (z * turnCos - x * turnSin) * size)
    model.normals.push(nx * turnCos + nz * turnSin, ny, nz * turnCos - nx * turnSin)
    model.colours.push(c[0] * shade, c[1] * shade, c[2] * shade)
    if (g) model.glows.push(g[0], g[1], g[2])
    else model.glows.push(0, 0, 0)
    model.through.push(through)
    model.alphas.push(alpha)
    return model.through.length - 1
  }

  function triangle(a: Vec3, b: Vec3, c: Vec3): void {
    const n = normalOf(b[0] - a[0], b[1] - a[1], b[2] - a[2], c[0] - a[0], c[1] - a[1], c[2] - a[2])
    if (!n) return
    const shade = face()
    for (const p of [a, b, c]) model.index.push(vertex(p[0], p[1], p[2], n[0], n[1], n[2], shade))
  }

  function quad(a: Vec3, b: Vec3, c: Vec3, d: Vec3, columns = 1, rows = 1): void {
    const n = normalOf(c[0] - a[0], c[1] - a[1], c[2] - a[2], d[0] - b[0], d[1] - b[1], d[2] - b[2])
    if (!n) return
    const shade = face()
    const first = model.through.length
    const at = (axis: 0 | 1 | 2, u: number, v: number) =>
      (a[axis] * (1 - u) + b[axis] * u) * (1 - v) + (d[axis] * (1 - u) + c[axis] * u) * v
    for (let j = 0; j <= rows; j++)
      for (let i = 0; i <= columns; i++) {
        const u = i / columns
        const v = j / rows
        vertex(at(0, u, v), at(1, u, v), at(2, u, v), n[0], n[1], n[2], shade)
      }
    for (let j = 0; j < rows; j++)
      for (let i = 0; i < columns; i++) {
        const p = first + j * (columns + 1) + i
        const q = p + columns + 1
        model.index.push(p, p + 1, q + 1, p, q + 1, q)
      }
  }

  return {
    ...model,
    at(x, y, z, yaw = 0, scale = 1) {
      ox = x
      oy = y
      oz = z
      turnCos = cos(yaw)
      turnSin = sin(yaw)
      size = scale
    },
    paint(next, coat = {}) {
      colour = next
      glow = coat.glow ?? null
      through = coat.through ?? 0
      vary = coat.vary ?? VARY
      alpha = coat.alpha ?? 1
    },
    vertex,
    face,
    triangle,
    quad,
    vertexCount: () => model.through.length,
    triangleCount: () => model.index.length / 3,
  }
}
