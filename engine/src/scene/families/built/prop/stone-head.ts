import { cos, PI, sin, smooth, TAU } from '../../../../math/dmath.ts'
import type { MeshBuilder, Paint } from '../../../mesh.ts'
import { value3 } from '../../../noise.ts'
import { axesOf, type Place } from '../place.ts'

export type StoneHead = Place & {
  /** From chin to crown, metres. */
  readonly height: number
  /** Leans back (positive) by this many metres a metre. */
  readonly lean?: number
  /** Leans to the side by this many metres a metre. */
  readonly tilt?: number
  readonly paint: Paint
  /** How much weather took, 0..1, and which parts. */
  readonly worn: number
  readonly salt: number
}

const RINGS = 90
const AROUND = 140

/** A soft hill of height 1 round 0. */
const hump = (x: number, wide: number) => {
  const q = x / wide
  return q > -1 && q < 1 ? (1 - q * q) * (1 - q * q) : 0
}

/** How far features stand out of the egg of a head: u to the side, v up, both -1..1; in half heights. */
function features(u: number, v: number): number {
  const side = Math.abs(u)
  const bridge = v > -0.14 ? hump(v + 0.14, 0.56) : hump(v + 0.14, 0.07)
  const nose = hump(u, 0.13 + 0.09 * hump(v + 0.08, 0.2)) * bridge * 0.27 + hump(side - 0.13, 0.1) * hump(v + 0.1, 0.1) * 0.1
  const brow = hump(v - 0.33 + side * side * 0.26, 0.09) * hump(side - 0.3, 0.34) * 0.12
  const socket = -hump(side - 0.31, 0.26) * hump(v - 0.16, 0.19) * 0.17
  const ball = hump(side - 0.31, 0.2) * hump(v - 0.15, 0.12) * 0.16
  const slit = -hump(side - 0.31, 0.21) * hump(v - 0.1 - side * 0.02, 0.03) * 0.08
  const smile = side * side * 0.3
  const upper = hump(v + 0.33 - smile, 0.075) * hump(u, 0.38) * (0.15 - 0.05 * hump(u, 0.07))
  const lower = hump(v + 0.48 - smile, 0.09) * hump(u, 0.33) * 0.16
  const mouth = -hump(v + 0.4 - smile, 0.035) * hump(u, 0.44) * 0.1
  const chin = hump(u, 0.34) * hump(v + 0.76, 0.22) * 0.13
  const cheek = hump(side - 0.46, 0.34) * hump(v + 0.14, 0.4) * 0.09
  return nose + brow + socket + ball + slit + upper + lower + mouth + chin + cheek
}

/** Half the width of a head at a height: full at the cheeks, narrow at the chin, flat on top. */
function jaw(v: number): number {
  const below = v < 0 ? -v : 0
  const above = v > 0 ? v : 0
  return (
    Math.sqrt(Math.max(0, 1 - above * above * above * above)) * Math.sqrt(Math.max(0, 1 - below * below * below)) * (0.9 - below * 0.12)
  )
}

/** A colossal carved head with a calm face and a crown of bands; it looks along the place's -z. `y` is the chin. */
export function stoneHead(mesh: MeshBuilder, head: StoneHead): void {
  const { height, lean = 0, tilt = 0, paint, worn, salt } = head
  const at = axesOf(head)
  const half = height / 2
  const base = mesh.vertexCount()
  mesh.use(paint, true)
  for (let j = 0; j <= RINGS; j++) {
    const b = (PI * j) / RINGS
    const v = cos(b)
    const wide = jaw(v)
    for (let i = 0; i <= AROUND; i++) {
      const a = (TAU * (i % AROUND)) / AROUND
      const [c, s] = [cos(a), sin(a)]
      const front = -s
      const u = c * Math.min(1, wide * 1.25)
      const crown = smooth(0.5, 0.52, v) * (0.07 + 0.05 * smooth(0.2, 0.3, Math.abs(((v * 4.4) % 1) - 0.5)))
      const ear = hump(s, 0.16) * hump(v + 0.02, 0.34) * 0.1
      const face = front > 0.05 ? features(u, v) * Math.min(1, front * 2.4) : 0
      const rough = (value3(c * 2.2 + salt, v * 2.2, s * 2.2) - 0.5) * 0.1 * worn
      const chip = worn * Math.max(0, value3(c * 1.6 + salt, v * 1.6 + 4, s * 1.6 + salt) - 0.72) * 0.7
      const out = wide + crown + ear + rough - chip
      const up = half * (v + 1) * 0.98
      const into = s * out * half * 0.98 - face * half + (up - half) * lean
      mesh.vertex(...at(c * out * half * 0.84 + (up - half) * tilt, up, into), (i / AROUND) * height * 2.4, up, ...direction(at, c, v, s))
    }
  }
  for (let j = 0; j < RINGS; j++)
    for (let i = 0; i < AROUND; i++) {
      const q = base + j * (AROUND + 1) + i
      mesh.quad(q, q + 1, q + AROUND + 2, q + AROUND + 1)
    }
  mesh.smoothGrid(base, AROUND + 1, RINGS + 1, true)
}

/** A direction by the axes of a place, in world axes. */
function direction(at: ReturnType<typeof axesOf>, along: number, up: number, into: number): [number, number, number] {
  const [ox, oy, oz] = at(0, 0, 0)
  const [px, py, pz] = at(along, up, into)
  return [px - ox, py - oy, pz - oz]
}
