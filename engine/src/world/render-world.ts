import type { WorldPlan } from '@daedal/protocol/generation/world-plan'
import { canonicalBytes, type Texels } from '../model/canonical.ts'
import { readGlb } from '../model/read-glb.ts'
import { createMeter, type MeterOptions } from '../scene/meter.ts'
import { bakeGround, GROUND_SIZE } from './bake/bake-ground.ts'
import { createLight } from './bake/light.ts'
import { buildWorld } from './build-world.ts'
import { trianglesOf } from './triangles.ts'
import { writeWorld } from './write/write-world.ts'

/** Hooks a caller may hang on a render, and a coarser ground for previews. */
export type RenderWorldOptions = MeterOptions & {
  /** Texels across the ground, a multiple of 16; 1024 when left out. */
  readonly groundSize?: number
}

/** A finished world. */
export type WorldModel = {
  /** One binary glTF 2.0 file: metres, y up. */
  readonly glb: Uint8Array
  /** What its hash is taken of: vertices and pixels, not an encoder's bytes. */
  readonly canonical: Uint8Array
  /** The ground's texture before it was encoded. */
  readonly ground: Texels
  readonly counts: {
    readonly triangles: number
    readonly drawCalls: number
    readonly points: number
    readonly seats: number
    readonly slots: number
    /** Square metres on foot. */
    readonly walkable: number
  }
}

/**
 * Builds a plan's world. The same plan and seed (a uint32) give the same vertices and pixels on every machine. Throws
 * `RenderStopped` when asked to stop and `WorldUnwalkable` when no layout can be walked.
 */
export function renderWorld(plan: WorldPlan, seed: number, options: RenderWorldOptions = {}): WorldModel {
  const meter = createMeter(options)
  meter.stage('shape', 0, 0.15)
  const { world, walked } = buildWorld(plan, seed, meter.pulse)
  const mesh = world.ground
  meter.stage('light', 0.15, 0.85)
  const light = createLight(world, mesh)
  let ticks = 0
  const ground = bakeGround(world, light, options.groundSize ?? GROUND_SIZE, () => meter.tick(Math.min(1, ticks++ / 180)))
  meter.stage('develop', 0.85, 1)
  const glb = writeWorld(world, mesh, ground, light, plan, walked)
  meter.pulse()
  const canonical = canonicalBytes(glb, [ground])
  meter.stage('done', 1, 1)
  return {
    glb,
    canonical,
    ground,
    counts: {
      triangles: trianglesOf(world),
      drawCalls: drawCallsOf(glb),
      points: world.points.length,
      seats: world.seats.length,
      slots: world.slots.length,
      walkable: walked.area,
    },
  }
}

function drawCallsOf(glb: Uint8Array): number {
  return readGlb(glb).json.meshes.reduce((sum, { primitives }) => sum + primitives.length, 0)
}
