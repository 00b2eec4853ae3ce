import { saturate } from '../math/dmath.ts'
import type { Prng } from '../math/prng.ts'
import { createModel, type ModelBuilder } from '../model/model.ts'
import { isFull } from './triangles.ts'
import type { World } from './world.ts'

/** Whether a thing of `radius` may stand there: on dry ground, off paths, off kept circles, out of the first view. */
export function isFree(world: World, x: number, z: number, radius: number): boolean {
  const { half, land, draft } = world
  if (x > half - 1 || x < 1 - half || z > half - 1 || z < 1 - half) return false
  if (land.pathAt(x, z) < radius * 0.6 + 0.3) return false
  if (land.heightAt(x, z) < world.waterLevel + 0.15) return false
  if (draft.isVoid?.(x, z)) return false
  for (const kept of world.kept) {
    const [dx, dz, reach] = [x - kept.x, z - kept.z, kept.radius + radius]
    if (dx * dx + dz * dz < reach * reach) return false
  }
  const [sx, sz] = draft.spawn
  const [dx, dz] = [x - sx, z - sz]
  const clear = radius * 2.2 + 2.5
  if (dx * dx + dz * dz < clear * clear) return false
  if (radius <= 1) return true
  const [lx, lz] = [draft.landmark[0] - sx, draft.landmark[2] - sz]
  const t = saturate((dx * lx + dz * lz) / (lx * lx + lz * lz))
  const [ex, ez, width] = [dx - lx * t, dz - lz * t, radius + 2 + 1.5 * t]
  return ex * ex + ez * ez >= width * width
}

export type Scatter = {
  /** Name of the random stream. */
  readonly name: string
  readonly count: number
  readonly radius: number
  /** Where it may stand besides being free. */
  readonly where?: (x: number, z: number, random: Prng) => boolean
  /** Whether others must keep off it; small growth need not. */
  readonly keep?: boolean
}

/** How many of a thing the plan's density makes of a layout's usual count. */
const SHARES = { any: 1, sparse: 0.5, dense: 1.15 } as const

/** Puts things at free places; stops when they are hard to find or the world has its triangles. Returns how many stand. */
export function scatter(world: World, what: Scatter, put: (x: number, z: number, random: Prng) => void): number {
  const { name, radius, where, keep = true } = what
  const count = Math.floor(what.count * SHARES[world.density])
  const random = world.streams(`scatter ${name}`)
  const span = world.half * 0.95
  let placed = 0
  for (let tried = 0; tried < count * 12 && placed < count && !isFull(world); tried++) {
    const x = random.range(-span, span)
    const z = random.range(-span, span)
    if ((where && !where(x, z, random)) || !isFree(world, x, z, radius)) continue
    if (keep) world.kept.push({ x, z, radius })
    put(x, z, random)
    placed++
  }
  return placed
}

/** Adds one small thing of a form that is built once and lit thing by thing. */
export function grow(
  world: World,
  name: string,
  build: (form: ModelBuilder) => void,
  x: number,
  z: number,
  random: Prng,
  size: number,
): void {
  let growth = world.growths.get(name)
  if (!growth) {
    growth = { form: createModel(), places: [] }
    build(growth.form)
    world.growths.set(name, growth)
  }
  growth.places.push({ x, y: world.land.heightAt(x, z), z, yaw: random.range(0, 6.283), size })
}

/** How far towards the edge of the square a place is: 0 in the middle, 1 at the edge. */
export const edgeOf = (half: number, x: number, z: number) => Math.max(x < 0 ? -x : x, z < 0 ? -z : z) / half
