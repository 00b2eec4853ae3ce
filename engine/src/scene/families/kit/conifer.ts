import { cos, sin, TAU } from '../../../math/dmath.ts'
import type { Prng } from '../../../math/prng.ts'
import type { MeshBuilder, Paint } from '../../mesh.ts'
import { tube } from '../../shape/tube.ts'

/** How closely a tree is seen. */
export type TreeDetail = 'hero' | 'near' | 'middle' | 'far'

export type Conifer = {
  readonly x: number
  /** Height of its foot. */
  readonly y: number
  readonly z: number
  readonly height: number
  readonly detail: TreeDetail
  readonly leaf: Paint
  readonly trunk: Paint
}

const TIERS: Record<TreeDetail, number> = { hero: 34, near: 30, middle: 16, far: 6 }
const BRANCHES: Record<TreeDetail, number> = { hero: 15, near: 15, middle: 9, far: 6 }

/** One tier of a tree: where it is, how far branches reach and how much they droop. */
type Tier = {
  readonly x: number
  readonly y: number
  readonly z: number
  readonly reach: number
  readonly drop: number
  readonly t: number
  readonly turn: number
}

/** A jagged cone. */
function skirt(mesh: MeshBuilder, tier: Tier, height: number, branches: number): void {
  const tip = mesh.vertex(tier.x, tier.y + height * 0.2, tier.z, 0.55, 1, 0, 1, 0)
  let previous = -1
  for (let i = 0; i <= branches; i++) {
    const a = tier.turn + (TAU * (i % branches)) / branches
    const reach = tier.reach * (i & 1 ? 0.75 : 1.1)
    const c = cos(a)
    const s = sin(a)
    const next = mesh.vertex(tier.x + c * reach, tier.y - tier.drop * 0.4, tier.z + s * reach, 0.9, 0.3, c * 0.8, 0.5, s * 0.8)
    if (previous >= 0) mesh.triangle(tip, previous, next)
    previous = next
  }
}

/** A drooping blade with a raised rib. */
function blade(mesh: MeshBuilder, tier: Tier, angle: number, length: number, width: number): void {
  const { x, y, z, drop } = tier
  const c = cos(angle)
  const s = sin(angle)
  const nx = c * 0.75
  const nz = s * 0.75
  const half = length * 0.55
  const low = y - drop * 0.45 - width * 0.25
  const root = mesh.vertex(x, y, z, 0.1, 0.6, nx, 0.6, nz)
  const left = mesh.vertex(x + c * half - s * width, low, z + s * half + c * width, 0.6, 0.4, nx - s * 0.4, 0.5, nz + c * 0.4)
  const right = mesh.vertex(x + c * half + s * width, low, z + s * half - c * width, 0.6, 0.4, nx + s * 0.4, 0.5, nz - c * 0.4)
  const tip = mesh.vertex(x + c * length, y - drop * 0.8, z + s * length, 1, 0.3, nx, 0.5, nz)
  const rib = mesh.vertex(x + c * half, y - drop * 0.3 + length * 0.06, z + s * half, 0.75, 0.9, nx * 0.5, 0.9, nz * 0.5)
  mesh.triangle(root, left, rib)
  mesh.triangle(root, rib, right)
  mesh.triangle(left, tip, rib)
  mesh.triangle(rib, tip, right)
}

/** A curved branch with pairs of needle sprigs. */
function sprigs(mesh: MeshBuilder, random: Prng, tier: Tier, angle: number, length: number, height: number): void {
  const c = cos(angle)
  const s = sin(angle)
  const count = Math.max(3, Math.ceil(7 * (1 - tier.t * 0.7)))
  for (let q = 0; q < count; q++) {
    const e = (q + 0.6 + 0.4 * random.next()) / count
    const bx = tier.x + c * length * e
    const bz = tier.z + s * length * e
    const by = tier.y - tier.drop * e * e * 0.9 + 0.06 * length * e
    const long = (0.34 * length * (1.05 - e * 0.75) + 0.012 * height) * random.range(0.8, 1.2)
    const wide = long * 0.2
    for (const side of [-1, 1]) {
      const dx = (c * 0.75 - s * side * 0.75) * long
      const dz = (s * 0.75 + c * side * 0.75) * long
      const dy = -long * random.range(0.15, 0.5)
      const nx = c * 0.5 - s * side * 0.35
      const nz = s * 0.5 + c * side * 0.35
      const u = 0.25 + 0.6 * e
      const root = mesh.vertex(bx, by, bz, u, 0.7, nx, 0.75, nz)
      const front = mesh.vertex(bx + dx * 0.5 + c * wide, by + dy * 0.35, bz + dz * 0.5 + s * wide, u + 0.1, 0.6, nx, 0.7, nz)
      const tip = mesh.vertex(bx + dx, by + dy, bz + dz, u + 0.2, 0.3, nx, 0.5, nz)
      const back = mesh.vertex(bx + dx * 0.5 - c * wide, by + dy * 0.6, bz + dz * 0.5 - s * wide, u, 0.3, nx, 0.4, nz)
      mesh.triangle(root, front, tip)
      mesh.triangle(root, tip, back)
    }
  }
}

/** A spruce or fir: about 8,000 triangles as the hero, a few dozen far away. */
export function conifer(mesh: MeshBuilder, random: Prng, { x, y, z, height, detail, leaf, trunk }: Conifer): void {
  const radius = height * random.range(0.17, 0.24)
  if (detail !== 'far') {
    const path = [[x, y - 0.3, z] as const, [x, y + height * 0.8, z] as const]
    tube(mesh, path, { paint: trunk, radius: height * 0.016, endRadius: height * 0.002, sides: 5 })
  }
  mesh.use(leaf, true)
  const tiers = TIERS[detail]
  const branches = BRANCHES[detail]
  const lean = random.range(-0.02, 0.02) * height
  for (let k = 0; k < tiers; k++) {
    const t = (k + random.next() * 0.4) / tiers
    const reach = radius * (1 - t) * (1 + 0.55 * t) * (0.8 + 0.4 * random.next()) + 0.012 * height
    const tier: Tier = {
      x: x + lean * t,
      y: y + height * (0.1 + 0.9 * t),
      z,
      reach,
      drop: reach * (detail === 'far' ? 0.9 : 0.42 + 0.25 * (1 - t)),
      t,
      turn: random.next() * TAU,
    }
    if (detail === 'far') {
      skirt(mesh, tier, height, branches)
      continue
    }
    for (let i = 0; i < branches; i++) {
      const angle = tier.turn + (TAU * (i + random.next() * 0.6)) / branches
      const length = reach * random.range(0.75, 1.15)
      if (detail === 'hero') sprigs(mesh, random, tier, angle, length, height)
      else blade(mesh, tier, angle, length, length * (detail === 'middle' ? 0.3 : 0.17) + 0.008 * height)
    }
  }
}
