import { cos, PI, sin, smooth, TAU } from '../../../../math/dmath.ts'
import type { Prng } from '../../../../math/prng.ts'
import type { MeshBuilder, Paint } from '../../../mesh.ts'
import { tube } from '../../../shape/tube.ts'

export type Stand = { readonly x: number; readonly y: number; readonly z: number; readonly height: number; readonly distance: number }

/** Sprigs are drawn about this large, as a share of the distance: a tree costs what can be seen of it. */
const SPRIG = 0.019
const SMALLEST = 0.2
/** Beyond this distance a tree is a stack of jagged cones. */
const FAR = 100

/** A spruce or fir: tiers of drooping branches with paired sprigs, as fine as the distance deserves. */
export function conifer(mesh: MeshBuilder, random: Prng, at: Stand, leaf: Paint, bark: Paint, slim = 1): void {
  const { x, y, z, height, distance } = at
  const radius = height * random.range(0.17, 0.23) * slim
  const lean = random.range(-0.02, 0.02) * height
  if (distance > FAR) {
    cones(mesh, random, at, radius, lean, leaf)
    return
  }
  tube(
    mesh,
    [
      [x, y - 0.4, z],
      [x + lean * 0.5, y + height * 0.5, z],
      [x + lean, y + height * 0.95, z],
    ],
    { paint: bark, radius: height * 0.012, sides: distance < 40 ? 7 : 4, endRadius: height * 0.002 },
  )
  mesh.use(leaf, true)
  const size = Math.max(SMALLEST, SPRIG * distance)
  const length0 = Math.min(size * 2.4, radius * 0.6)
  const area = PI * radius * height
  const total = Math.min(
    distance < 24 ? 6000 : distance < 50 ? 2000 : 640,
    Math.ceil((area * (distance < 45 ? 5.2 : 3.9)) / (length0 * length0 * 0.24)),
  )
  const tiers = Math.max(9, Math.min(34, Math.round(height / Math.max(0.36, length0 * 0.72))))
  for (let k = 0; k < tiers; k++) {
    // rings are evenly spaced, sprigs go where the cone is wide
    const t = (k + 0.3 * random.next()) / tiers
    const reach = radius * (1 - t) * (1 + 0.5 * t) * (0.84 + 0.32 * random.next()) + 0.011 * height
    const ring = y + height * (0.09 + 0.91 * t)
    const droop = reach * (0.4 + 0.3 * (1 - t))
    const boughs = Math.max(5, Math.round(9 + 6 * (1 - t)))
    const share = Math.max(boughs, Math.ceil((total * 1.5 * (1 - t + 0.34)) / tiers))
    const turn = random.next() * TAU
    const rising = smooth(0.78, 1, t)
    for (let i = 0; i < share; i++) {
      const bough = i % boughs
      const angle = turn + (TAU * (bough + 0.3 * sin(bough * 12.9 + k))) / boughs
      const long = reach * (0.78 + 0.3 * (0.5 + 0.5 * sin(bough * 7.3 + k * 3.1)))
      const e = 1 - 0.8 * random.next() * random.next()
      const c = cos(angle)
      const s = sin(angle)
      const px = x + lean * t + c * long * e
      const pz = z + s * long * e
      const py = ring - droop * e * e * 0.85 + 0.08 * long * e
      const hand = i & 1 ? 1 : -1
      const out = random.range(0.45, 1)
      const length = length0 * (1.15 - 0.45 * e) * random.range(0.75, 1.2) * (0.55 + 0.45 * (1 - t))
      const wide = length * 0.17
      const dx = (c * out - s * hand * 0.8) * length
      const dz = (s * out + c * hand * 0.8) * length
      const dy = length * (0.4 * rising - random.range(0.05, 0.5))
      const nx = c * 0.55 - s * hand * 0.3
      const nz = s * 0.55 + c * hand * 0.3
      const u = 0.15 + 0.72 * e * e
      const tint = random.next() * 0.7
      const a = mesh.vertex(px, py, pz, u * 0.75, tint * 0.4, nx, 0.75, nz)
      const b = mesh.vertex(px + dx * 0.5 + c * wide, py + dy * 0.3, pz + dz * 0.5 + s * wide, u, tint, nx, 0.7, nz)
      const d = mesh.vertex(px + dx, py + dy, pz + dz, u + 0.14, tint + 0.3, nx, 0.5, nz)
      const f = mesh.vertex(px + dx * 0.5 - c * wide, py + dy * 0.75, pz + dz * 0.5 - s * wide, u * 0.8, tint * 0.6, nx, 0.4, nz)
      mesh.triangle(a, b, d)
      mesh.triangle(a, d, f)
    }
  }
  leader(mesh, x + lean, y + height * 0.9, z, height)
}

/** The tip of a conifer: a slim cone over the end of the trunk. */
function leader(mesh: MeshBuilder, x: number, y: number, z: number, height: number): void {
  const r = height * 0.014
  const tip = mesh.vertex(x, y + height * 0.11, z, 0.9, 0.7, 0, 1, 0)
  let last = -1
  for (let i = 0; i <= 5; i++) {
    const a = (TAU * (i % 5)) / 5
    const v = mesh.vertex(x + cos(a) * r, y, z + sin(a) * r, 0.6, 0.2, cos(a), 0.4, sin(a))
    if (last >= 0) mesh.triangle(tip, last, v)
    last = v
  }
}

function cones(mesh: MeshBuilder, random: Prng, { x, y, z, height, distance }: Stand, radius: number, lean: number, leaf: Paint): void {
  mesh.use(leaf, true)
  const tiers = distance < 500 ? 7 : distance < 1200 ? 4 : 3
  const points = distance < 500 ? 7 : 5
  for (let k = 0; k < tiers; k++) {
    const t = k / tiers
    const ring = y + height * (0.08 + 0.92 * t)
    const reach = radius * (1 - t) * (1 + 0.5 * t) * random.range(0.85, 1.15) + 0.012 * height
    const turn = random.next() * TAU
    const cx = x + lean * t
    const tip = mesh.vertex(cx, Math.min(y + height, ring + (height / tiers) * 1.5), z, 0.7, 0.6, 0, 1, 0)
    let last = -1
    for (let i = 0; i <= points; i++) {
      const angle = turn + (TAU * (i % points)) / points
      const q = reach * ((i % points) & 1 ? 0.72 : 1.12)
      const c = cos(angle)
      const s = sin(angle)
      const v = mesh.vertex(cx + c * q, ring - reach * ((i % points) & 1 ? 0.22 : 0.42), z + s * q, 0.75, 0.15, c * 0.8, 0.5, s * 0.8)
      if (last >= 0) mesh.triangle(tip, last, v)
      last = v
    }
  }
}
