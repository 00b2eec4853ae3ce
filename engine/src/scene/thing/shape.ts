import { cos, PI, sin, TAU } from '../../math/dmath.ts'
import { rotation } from '../../solid/field/combine.ts'
import { catmullRom } from '../../solid/field/outline.ts'
import type { Rgb, Vec3 } from '../vector.ts'

/** Where the triangles of a thing go: metres, a thing stands on y = 0 and looks along +z. */
export type Sink = {
  /** Adds a vertex with its normal and returns its number; u and v are shares of the colours of a coat. */
  vertex(x: number, y: number, z: number, nx: number, ny: number, nz: number, u?: number, v?: number): number
  triangle(a: number, b: number, c: number): void
}

export type Shape = (sink: Sink) => void

/** Shapes of one colour. */
export type Piece = {
  readonly shapes: readonly Shape[]
  readonly colour: Rgb
  readonly gloss?: number
  /** It is fur of two further colours; `hair` is the width of a lock, metres. */
  readonly coat?: { readonly pale: Rgb; readonly dark: Rgb; readonly hair: number }
  /** Light it gives, times its colour. */
  readonly glow?: number
  /** How far that light reaches from its middle, metres; left out, it lights nothing else. */
  readonly reach?: number
  /** It lies on the surface of water, and is not there below. */
  readonly surface?: true
  /** Its faces are flat. */
  readonly flat?: boolean
}

const quad = (sink: Sink, a: number, b: number, c: number, d: number) => {
  sink.triangle(a, b, c)
  sink.triangle(a, c, d)
}

/** An ellipsoid with half axes. */
export const ball =
  (x: number, y: number, z: number, a: number, b = a, c = a, rings = 8): Shape =>
  (sink) => {
    const segments = rings + 4
    const rows: number[] = []
    for (let j = 0; j <= rings; j++) {
      const tilt = (PI * j) / rings
      for (let i = 0; i <= segments; i++) {
        const turn = (TAU * (i % segments)) / segments
        const sx = sin(tilt) * cos(turn)
        const sy = cos(tilt)
        const sz = sin(tilt) * sin(turn)
        const length = Math.sqrt((sx * sx) / (a * a) + (sy * sy) / (b * b) + (sz * sz) / (c * c))
        rows.push(sink.vertex(x + sx * a, y + sy * b, z + sz * c, sx / a / length, sy / b / length, sz / c / length))
      }
    }
    for (let j = 0; j < rings; j++)
      for (let i = 0; i < segments; i++) {
        const o = j * (segments + 1) + i
        quad(sink, rows[o]!, rows[o + 1]!, rows[o + segments + 2]!, rows[o + segments + 1]!)
      }
  }

type Knot = readonly [x: number, y: number, z: number, radius: number]

export type LimbOptions = {
  readonly sides?: number
  /** Width of its section over its height. */
  readonly squash?: number
}

/** A smooth tube through points with a radius each, its ends rounded. */
export const limb =
  (points: readonly Knot[], { sides = 10, squash = 1 }: LimbOptions = {}): Shape =>
  (sink) => {
    const curve = points.length > 2 ? catmullRom(points, 3) : points
    const first = curve[0] as Knot
    const last = curve[curve.length - 1] as Knot
    const rows: number[][] = []
    // a half sphere at each end: rings that shrink and move out
    const rounded: { at: Knot; out: number }[] = []
    for (const [t, s] of CAP) rounded.push({ at: [first[0], first[1], first[2], first[3] * s], out: -t * first[3] })
    for (const at of curve) rounded.push({ at: at as Knot, out: 0 })
    for (const [t, s] of [...CAP].reverse()) rounded.push({ at: [last[0], last[1], last[2], last[3] * s], out: t * last[3] })
    const count = curve.length
    const tangentAt = (i: number): Vec3 => {
      const a = curve[Math.max(0, i - 1)] as Knot
      const b = curve[Math.min(count - 1, i + 1)] as Knot
      const d: Vec3 = [b[0] - a[0], b[1] - a[1], b[2] - a[2]]
      const length = Math.sqrt(d[0] * d[0] + d[1] * d[1] + d[2] * d[2]) || 1
      return [d[0] / length, d[1] / length, d[2] / length]
    }
    let across: Vec3 | null = null
    for (const [k, { at, out }] of rounded.entries()) {
      const i = Math.min(count - 1, Math.max(0, k - CAP.length))
      const t = tangentAt(i)
      // the axis across is carried along, so that the tube never twists
      const carried: Vec3 = across ?? (Math.abs(t[0]) < 0.9 ? [1, 0, 0] : [0, 0, 1])
      const along = carried[0] * t[0] + carried[1] * t[1] + carried[2] * t[2]
      const raw: Vec3 = [carried[0] - t[0] * along, carried[1] - t[1] * along, carried[2] - t[2] * along]
      const length = Math.sqrt(raw[0] * raw[0] + raw[1] * raw[1] + raw[2] * raw[2]) || 1
      const u: Vec3 = [raw[0] / length, raw[1] / length, raw[2] / length]
      across = u
      const v: Vec3 = [t[1] * u[2] - t[2] * u[1], t[2] * u[0] - t[0] * u[2], t[0] * u[1] - t[1] * u[0]]
      const before = curve[Math.max(0, i - 1)] as Knot
      const after = curve[Math.min(count - 1, i + 1)] as Knot
      const span =
        Math.sqrt(
          (after[0] - before[0]) * (after[0] - before[0]) +
            (after[1] - before[1]) * (after[1] - before[1]) +
            (after[2] - before[2]) * (after[2] - before[2]),
        ) || 1
      const lean = out === 0 ? (before[3] - after[3]) / span : out > 0 ? out / (at[3] + 1e-6) : out / (at[3] + 1e-6)
      const row: number[] = []
      for (let s = 0; s <= sides; s++) {
        const angle = (TAU * (s % sides)) / sides
        const ca = cos(angle)
        const sa = sin(angle)
        const nx = (u[0] * ca) / squash + v[0] * sa + t[0] * lean
        const ny = (u[1] * ca) / squash + v[1] * sa + t[1] * lean
        const nz = (u[2] * ca) / squash + v[2] * sa + t[2] * lean
        const n = Math.sqrt(nx * nx + ny * ny + nz * nz) || 1
        const ra = at[3] * squash * ca
        const rb = at[3] * sa
        row.push(
          sink.vertex(
            at[0] + u[0] * ra + v[0] * rb + t[0] * out,
            at[1] + u[1] * ra + v[1] * rb + t[1] * out,
            at[2] + u[2] * ra + v[2] * rb + t[2] * out,
            nx / n,
            ny / n,
            nz / n,
          ),
        )
      }
      rows.push(row)
    }
    for (let k = 1; k < rows.length; k++)
      for (let s = 0; s < sides; s++) quad(sink, rows[k - 1]![s]!, rows[k - 1]![s + 1]!, rows[k]![s + 1]!, rows[k]![s]!)
  }

/** How far out and how thin the rings of a rounded end are, in radii, from its tip. */
const CAP = [
  [1, 0.02],
  [0.87, 0.5],
  [0.5, 0.87],
] as const

/** A straight bar whose radius may change along it. */
export const rod = (a: Vec3, b: Vec3, radius: number, end = radius, sides = 8): Shape =>
  limb(
    [
      [a[0], a[1], a[2], radius],
      [b[0], b[1], b[2], end],
    ],
    { sides },
  )

/** A flat polygon seen from both sides. */
export const sheet =
  (...corners: readonly Vec3[]): Shape =>
  (sink) => {
    const [a, b, c] = corners as [Vec3, Vec3, Vec3]
    const ux = b[0] - a[0]
    const uy = b[1] - a[1]
    const uz = b[2] - a[2]
    const vx = c[0] - a[0]
    const vy = c[1] - a[1]
    const vz = c[2] - a[2]
    const n: Vec3 = [uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx]
    const length = Math.sqrt(n[0] * n[0] + n[1] * n[1] + n[2] * n[2]) || 1
    const ids = corners.map((p) => sink.vertex(p[0], p[1], p[2], n[0] / length, n[1] / length, n[2] / length))
    for (let i = 2; i < ids.length; i++) sink.triangle(ids[0]!, ids[i - 1]!, ids[i]!)
  }

/** A box with half sides, its top narrowed to a share. */
export const slab =
  (x: number, y: number, z: number, a: number, b: number, c: number, top = 1): Shape =>
  (sink) => {
    const corner = (i: number, j: number, k: number): Vec3 => [x + i * a * (j > 0 ? top : 1), y + j * b, z + k * c * (j > 0 ? top : 1)]
    const faces: readonly (readonly [Vec3, Vec3, Vec3, Vec3])[] = [
      [corner(-1, 1, -1), corner(-1, 1, 1), corner(1, 1, 1), corner(1, 1, -1)],
      [corner(-1, -1, -1), corner(1, -1, -1), corner(1, -1, 1), corner(-1, -1, 1)],
      [corner(-1, -1, 1), corner(1, -1, 1), corner(1, 1, 1), corner(-1, 1, 1)],
      [corner(1, -1, -1), corner(-1, -1, -1), corner(-1, 1, -1), corner(1, 1, -1)],
      [corner(1, -1, 1), corner(1, -1, -1), corner(1, 1, -1), corner(1, 1, 1)],
      [corner(-1, -1, -1), corner(-1, -1, 1), corner(-1, 1, 1), corner(-1, 1, -1)],
    ]
    for (const [p, q, r, s] of faces) sheet(p, q, r, s)(sink)
  }

/** A turned body about an upright axis: [height, radius] from the bottom up. */
export const lathe =
  (x: number, z: number, profile: readonly (readonly [y: number, radius: number])[], sides = 14, squash = 1): Shape =>
  (sink) => {
    const rows = profile.map(([y, radius], k) => {
      const [ya, ra] = profile[Math.max(0, k - 1)]!
      const [yb, rb] = profile[Math.min(profile.length - 1, k + 1)]!
      const height = yb - ya
      const lean = ra - rb
      const row: number[] = []
      for (let s = 0; s <= sides; s++) {
        const angle = (TAU * (s % sides)) / sides
        const nx = cos(angle) * height
        const nz = (sin(angle) * height) / squash
        const n = Math.sqrt(nx * nx + nz * nz + lean * lean) || 1
        row.push(sink.vertex(x + cos(angle) * radius, y, z + sin(angle) * radius * squash, nx / n, lean / n, nz / n))
      }
      return row
    })
    for (let k = 1; k < rows.length; k++)
      for (let s = 0; s < sides; s++) quad(sink, rows[k - 1]![s]!, rows[k - 1]![s + 1]!, rows[k]![s + 1]!, rows[k]![s]!)
  }

/** The shapes twice: as they are, and mirrored at x = 0. */
export const both =
  (...shapes: readonly Shape[]): Shape =>
  (sink) => {
    const mirrored: Sink = {
      vertex: (x, y, z, nx, ny, nz, u, v) => sink.vertex(-x, y, z, -nx, ny, nz, u, v),
      triangle: (a, b, c) => sink.triangle(a, c, b),
    }
    for (const shape of shapes) {
      shape(sink)
      shape(mirrored)
    }
  }

/** Turned by angles in radians about the origin, then moved. */
export const turned =
  (shape: Shape, rx: number, ry: number, rz: number, at: Vec3 = [0, 0, 0]): Shape =>
  (sink) => {
    const [a, b, c, d, e, f, g, h, i] = rotation(rx, ry, rz)
    shape({
      vertex: (x, y, z, nx, ny, nz, u, v) =>
        sink.vertex(
          a * x + b * y + c * z + at[0],
          d * x + e * y + f * z + at[1],
          g * x + h * y + i * z + at[2],
          a * nx + b * ny + c * nz,
          d * nx + e * ny + f * nz,
          g * nx + h * ny + i * nz,
          u,
          v,
        ),
      triangle: sink.triangle,
    })
  }

export const moved = (shape: Shape, x: number, y = 0, z = 0): Shape => turned(shape, 0, 0, 0, [x, y, z])
