import { cos, sin } from '../../../../math/dmath.ts'
import type { MeshBuilder, Paint } from '../../../mesh.ts'
import type { Vec3 } from '../../../vector.ts'

/** A place of a house: metres along its ridge, up, and across it. */
export type Placed = (along: number, up: number, across: number) => Vec3

export const placed =
  (x: number, y: number, z: number, turn: number): Placed =>
  (a, up, b) => [x + a * cos(turn) - b * sin(turn), y + up, z + a * sin(turn) + b * cos(turn)]

export type Gabled = {
  readonly at: Placed
  /** Along the ridge and across it. */
  readonly width: number
  readonly depth: number
  readonly eaves: number
  readonly rise: number
  readonly wall: Paint
  readonly roof: Paint
  /** How far the roof reaches over the walls, and how thick it is. */
  readonly over?: number
  readonly thick?: number
  /** A knee in the roof, as barns have. */
  readonly knee?: boolean
  readonly sunk?: number
}

/** A quad with uv in metres, so that planks and stones keep their size. */
export function sheet(mesh: MeshBuilder, a: Vec3, b: Vec3, c: Vec3, d: Vec3): void {
  const length = (p: Vec3, q: Vec3) =>
    Math.sqrt((p[0] - q[0]) * (p[0] - q[0]) + (p[1] - q[1]) * (p[1] - q[1]) + (p[2] - q[2]) * (p[2] - q[2]))
  const u = length(a, b)
  const v = length(b, c)
  mesh.quad(mesh.vertex(...a, 0, 0), mesh.vertex(...b, u, 0), mesh.vertex(...c, u, v), mesh.vertex(...d, 0, v))
}

/** Walls with two gables under a pitched roof. */
export function gabled(
  mesh: MeshBuilder,
  { at, width, depth, eaves, rise, wall, roof, over = 0.5, thick = 0.22, knee = false, sunk = 0.8 }: Gabled,
): void {
  const w = width / 2
  const d = depth / 2
  const profile: readonly (readonly [across: number, up: number])[] = knee
    ? [
        [1, 0],
        [0.62, 0.62],
        [0, 1],
      ]
    : [
        [1, 0],
        [0, 1],
      ]
  mesh.use(wall)
  for (const q of [-1, 1]) sheet(mesh, at(-w, -sunk, q * d), at(w, -sunk, q * d), at(w, eaves, q * d), at(-w, eaves, q * d))
  for (const k of [-1, 1]) {
    sheet(mesh, at(k * w, -sunk, -d), at(k * w, -sunk, d), at(k * w, eaves, d), at(k * w, eaves, -d))
    for (let i = 0; i + 1 < profile.length; i++) {
      const [b0, u0] = profile[i]!
      const [b1, u1] = profile[i + 1]!
      sheet(
        mesh,
        at(k * w, eaves + u0 * rise, -b0 * d),
        at(k * w, eaves + u0 * rise, b0 * d),
        at(k * w, eaves + u1 * rise, b1 * d),
        at(k * w, eaves + u1 * rise, -b1 * d),
      )
    }
  }
  mesh.use(roof)
  const half = w + over
  for (const q of [-1, 1])
    for (let i = 0; i + 1 < profile.length; i++) {
      const [b0, u0] = profile[i]!
      const [b1, u1] = profile[i + 1]!
      const slope = ((u1 - u0) * rise) / ((b0 - b1) * d)
      const out = i === 0 ? over * 0.8 : 0
      const low: readonly [number, number] = [b0 * d + out, eaves + u0 * rise - out * slope]
      const high: readonly [number, number] = [b1 * d, eaves + u1 * rise]
      for (const up of [0.03, thick])
        sheet(
          mesh,
          at(-half, low[1] + up, q * low[0]),
          at(half, low[1] + up, q * low[0]),
          at(half, high[1] + up, q * high[0]),
          at(-half, high[1] + up, q * high[0]),
        )
      if (i === 0)
        sheet(
          mesh,
          at(-half, low[1], q * low[0]),
          at(half, low[1], q * low[0]),
          at(half, low[1] + thick, q * low[0]),
          at(-half, low[1] + thick, q * low[0]),
        )
      for (const k of [-1, 1])
        sheet(
          mesh,
          at(k * half, low[1], q * low[0]),
          at(k * half, high[1], q * high[0]),
          at(k * half, high[1] + thick, q * high[0]),
          at(k * half, low[1] + thick, q * low[0]),
        )
    }
}

/** A framed rectangle on the face across = b (`front`) or along = a (`end`). */
export function opening(
  mesh: MeshBuilder,
  at: Placed,
  face: 'front' | 'end',
  where: readonly [along: number, up: number, across: number],
  size: readonly [width: number, height: number],
  fill: Paint,
  frame: Paint,
): void {
  const [a, up, b] = where
  const [w, h] = size
  const outward = (face === 'front' ? b : a) < 0 ? -1 : 1
  const point = (u: number, v: number, o: number): Vec3 =>
    face === 'front' ? at(a + u * w * 0.5, up + v * h, b + o * outward) : at(a + o * outward, up + v * h, b + u * w * 0.5)
  mesh.use(fill)
  mesh.panel(point(-1, 0, 0.03), point(1, 0, 0.03), point(1, 1, 0.03), point(-1, 1, 0.03))
  mesh.use(frame)
  const t = 0.1 / Math.max(0.6, w)
  const s = 0.1 / Math.max(0.6, h)
  for (const [u0, u1, v0, v1] of [
    [-1 - t * 2, -1, -s, 1 + s],
    [1, 1 + t * 2, -s, 1 + s],
    [-1, 1, -s, 0],
    [-1, 1, 1, 1 + s],
    [-t * 0.6, t * 0.6, 0, 1],
    [-1, 1, 0.5 - s * 0.3, 0.5 + s * 0.3],
  ] as const)
    mesh.panel(point(u0, v0, 0.06), point(u1, v0, 0.06), point(u1, v1, 0.06), point(u0, v1, 0.06))
}
