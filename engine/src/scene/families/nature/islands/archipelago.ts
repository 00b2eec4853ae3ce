import type { Prng } from '../../../../math/prng.ts'
import type { CameraView } from '../../../camera.ts'
import { plain } from '../../../material/paints.ts'
import type { Paint } from '../../../mesh.ts'
import type { TreePaints } from '../plant/tree-paints.ts'
import { birds } from '../prop/birds.ts'
import { boulder } from '../prop/boulder.ts'
import type { Site } from '../site.ts'
import { type Island, island, plant, waterfall } from './island.ts'

/** How much lower than the eye a point a hundred metres ahead lies that is looked at, and how high the eye is over the tops. */
const STANCES = [
  { over: 11, drop: 1 },
  { over: 38, drop: 20 },
  { over: -3, drop: -5 },
  { over: 24, drop: 11 },
] as const

/** A view of islands whose tops lie at `level`: level with them, from above or from a little below. */
export function stance(layout: Prng, level: number): CameraView {
  const { over, drop } = layout.pick(STANCES)
  const eye = level + over * layout.range(0.85, 1.15)
  return { eye: [0, eye, 0], target: [layout.range(-9, 9), eye - drop, 100], fov: layout.range(48, 60), shiftY: layout.range(0.06, 0.14) }
}

type Scatter = {
  readonly near: Paint
  readonly far: Paint
  readonly paints: TreePaints
  /** Height of the tops that is most common. */
  readonly level: number
  readonly variant: number
  /** Islands that stand already. */
  readonly kept: readonly Island[]
}

/** Islands all round: few large ones or many small ones, flat, tall or like spikes, none before those that stand already. */
export function scatter(site: Site, { near, far, paints, level, variant, kept }: Scatter): void {
  const { streams, brief } = site
  const random = streams('archipelago')
  const crowd = random.range(0.3, 1)
  const keel = random.range(0.9, 2.6)
  const hills = random.pick([0.6, 1, 1, 1.7, 2.6] as const)
  const wanted = Math.round(5 + 13 * crowd)
  const placed: { readonly x: number; readonly z: number; readonly radius: number }[] = kept.map(({ x, z, radius }) => ({ x, z, radius }))
  for (let i = 0, n = 0; i < 200 && n < wanted; i++) {
    const q = random.next()
    const z = 110 + 800 * q * q
    const x = random.range(-0.52, 0.52) * z
    const radius = (10 + z * 0.075) * random.range(0.6, 1.35) * (1.35 - 0.5 * crowd)
    const y = level + random.range(-0.16, 0.2) * z
    const clear = placed.every((other) => {
      const dx = x - (other.x * z) / Math.max(other.z, 1)
      const dz = z - other.z
      const apart = radius + (other.radius * Math.max(z, other.z)) / Math.max(other.z, 1)
      return dz > 0 ? Math.abs(dx) > apart * 0.55 || dz > 260 : Math.abs(dx) > apart * 1.05
    })
    if (!clear) continue
    n++
    placed.push({ x, z, radius })
    const other = island(site, {
      x,
      y,
      z,
      radius,
      depth: radius * keel * random.range(0.75, 1.3),
      segments: 44,
      paint: z < 260 ? near : far,
      variant: i * 7.31 + variant,
      hills,
    })
    plant(site, other, { count: z > 640 ? 0 : Math.round(random.range(3, 22)), height: 5 + z * 0.022, paints })
    if (!brief.allows('waterfall') || !random.chance(0.25)) continue
    const [fx, fz] = other.towards(x + random.range(-0.6, 0.6) * radius, z - radius, 0.95)
    waterfall(site, fx, y + 0.3, fz, radius * 0.09, radius * 2, 0, -1)
  }
}

/** Broken rock that hangs in the air, more or less of it. */
export function debris({ mesh, streams }: Site, paint: Paint, eye: number): void {
  const random = streams('debris')
  const count = Math.round(random.range(4, 44))
  for (let i = 0; i < count; i++) {
    const z = random.range(80, 420)
    const at = { x: random.range(-0.5, 0.5) * z, y: eye + random.range(-0.35, 0.36) * z, z }
    boulder(mesh, random, { ...at, radius: random.range(0.5, 2.8), paint, rings: 7, flat: 1 })
  }
}

/** White birds over a place. */
export function flock({ mesh, streams, brief, side }: Site, y: number, z: number): void {
  if (!brief.allows('birds')) return
  birds(mesh, streams('birds'), {
    count: 14,
    x: side * 24,
    y,
    z,
    spread: 24,
    size: 1.5,
    paint: mesh.paint(plain([0.9, 0.9, 0.88])),
  })
}
