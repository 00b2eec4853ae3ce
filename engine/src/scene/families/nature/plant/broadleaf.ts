import { cos, sin, TAU } from '../../../../math/dmath.ts'
import type { Prng } from '../../../../math/prng.ts'
import type { MeshBuilder, Paint } from '../../../mesh.ts'
import { tube } from '../../../shape/tube.ts'
import type { Vec3 } from '../../../vector.ts'
import type { Stand } from './conifer.ts'

/** Trees nearer than this show single leaves, metres. */
const NEAR = 45
/** Leaves of a sprig: how far their tips lie ahead, aside and up, and half their breadth, in sizes of a sprig. */
const LEAVES = [
  [1, 0, 0.1],
  [0.35, 0.75, -0.15],
  [0.3, -0.7, 0.3],
] as const
const BREADTH = 0.2

const mean = (a: number, b: number) => (a + b) / 2

type Ball = readonly [x: number, y: number, z: number, radius: number]

/** A broadleaf tree: trunk, limbs, and clusters of leaves as fine as the distance deserves. `spread` widens the crown, `fullness` fills it. */
export function broadleaf(mesh: MeshBuilder, random: Prng, at: Stand, leaf: Paint, bark: Paint, { spread = 1, fullness = 1 } = {}): void {
  const { x, y, z, height: h, distance } = at
  const far = distance > 200
  const bend = random.range(-0.04, 0.04) * h
  const foot: Vec3 = [x, y - 0.4, z]
  const fork: Vec3 = [x + bend, y + h * 0.34, z + bend * 0.4]
  const top: Vec3 = [x + bend * 0.4, y + h * 0.62, z]
  const stem: readonly Vec3[] = far ? [foot, top] : [foot, [x + bend * 0.3, y + h * 0.12, z], fork, top]
  tube(mesh, stem, { paint: bark, radius: h * 0.042, sides: far ? 3 : distance < 60 ? 8 : 5, endRadius: h * 0.014 })
  const balls: Ball[] = []
  const count = distance < 200 ? 7 + Math.floor(random.next() * 4) : distance < 600 ? 4 : 3
  for (let i = 0; i < count; i++) {
    const angle = TAU * i * 0.618 + random.next() * 0.8
    const out = h * random.range(0.1, 0.3) * spread * (i === 0 ? 0.2 : 1)
    const up = y + h * (i === 0 ? 0.86 : random.range(0.48, 0.82))
    const ball: Ball = [x + bend * 0.4 + cos(angle) * out, up, z + sin(angle) * out, h * random.range(0.13, 0.21) * (0.6 + 0.4 * spread)]
    balls.push(ball)
    if (far) continue
    tube(
      mesh,
      [
        [x + bend * 0.9, y + h * 0.32, z],
        [(x + ball[0]) / 2 + bend * 0.4, y + h * 0.48, (z + ball[2]) / 2],
        [ball[0], ball[1], ball[2]],
      ],
      { paint: bark, radius: h * 0.016, sides: 4, endRadius: h * 0.004 },
    )
  }
  mesh.use(leaf, true)
  const size = Math.max(0.16, 0.012 * distance)
  for (const [bx, by, bz, radius] of balls) {
    const card = Math.min(size * 1.5, radius * (distance < 90 ? 0.5 : distance < 200 ? 0.64 : distance < 600 ? 0.85 : 1.2))
    const n = Math.min(1400, Math.ceil(((12.6 * radius * radius * 1.15) / (card * card * 0.62)) * fullness))
    for (let k = 0; k < n; k++) leafCard(mesh, random, bx, by, bz, radius, card, y + h * 0.45, h * 0.5, distance < NEAR)
  }
}

/** A lozenge of leaves on a ball, lit as the ball is; near the eye a sprig of single leaves in its place. */
export function leafCard(
  mesh: MeshBuilder,
  random: Prng,
  bx: number,
  by: number,
  bz: number,
  radius: number,
  card: number,
  low: number,
  span: number,
  sprig = false,
): void {
  let a = 0
  let b = 0
  let d = 0
  let q = 0
  do {
    a = random.next() * 2 - 1
    b = random.next() * 2 - 1
    d = random.next() * 2 - 1
    q = a * a + b * b + d * d
  } while (q > 1 || q < 0.05)
  q = Math.sqrt(q)
  a /= q
  b /= q
  d /= q
  const e = 0.72 + 0.36 * random.next()
  const px = bx + a * radius * e
  const py = by + b * radius * e * 0.82
  const pz = bz + d * radius * e
  const s = card * random.range(0.7, 1.25)
  const turn = random.next() * TAU
  const c1 = cos(turn) * s
  const s1 = sin(turn) * s
  const tip = random.range(-0.6, 0.6) * s
  const nx = a
  const ny = b * 0.8 + 0.4
  const nz = d
  const u = Math.min(1, 0.3 + 0.45 * Math.max(0, b * 0.6 + 0.5) + 0.4 * Math.max(0, (py - low) / span))
  const tint = random.next() * 0.55 + 0.35 * Math.max(0, b)
  if (sprig) {
    const root = mesh.vertex(px - c1 * 0.5, py - tip * 0.5 - s * 0.2, pz - s1 * 0.5, u * 0.8, tint - 0.1, nx, ny, nz)
    for (const [ahead, aside, rise] of LEAVES) {
      const ex = px + c1 * ahead - s1 * aside
      const ez = pz + s1 * ahead + c1 * aside
      const ey = py + tip * ahead + s * rise
      const left = mesh.vertex(
        mean(px, ex) - s1 * BREADTH,
        mean(py, ey) + s * 0.12,
        mean(pz, ez) + c1 * BREADTH,
        u,
        tint + 0.1 * rise,
        nx,
        ny,
        nz,
      )
      const right = mesh.vertex(
        mean(px, ex) + s1 * BREADTH,
        mean(py, ey) - s * 0.06,
        mean(pz, ez) - c1 * BREADTH,
        u * 0.94,
        tint - 0.06,
        nx,
        ny,
        nz,
      )
      const end = mesh.vertex(ex, ey, ez, u, tint + 0.15, nx, ny, nz)
      mesh.quad(root, left, end, right)
    }
    return
  }
  const v0 = mesh.vertex(px + c1, py + tip, pz + s1, u, tint + 0.15, nx, ny, nz)
  const v1 = mesh.vertex(px - s1 * 0.5, py + s * 0.42, pz + c1 * 0.5, u, tint, nx, ny, nz)
  const v2 = mesh.vertex(px - c1, py - tip, pz - s1, u, tint - 0.1, nx, ny, nz)
  const v3 = mesh.vertex(px + s1 * 0.5, py - s * 0.42, pz - c1 * 0.5, u, tint, nx, ny, nz)
  mesh.quad(v0, v1, v2, v3)
}
