import { cos, sin } from '../../math/dmath.ts'
import type { World } from '../world.ts'

/** Height one stands at: the ground, or the highest level floor over it. */
export function floorAt({ land, floors }: World, x: number, z: number): number {
  let height = land.heightAt(x, z)
  for (const floor of floors) {
    if (floor.end !== undefined || floor.y <= height) continue
    const [dx, dz] = [x - floor.x, z - floor.z]
    if ('radius' in floor) {
      if (dx * dx + dz * dz < floor.radius * floor.radius) height = floor.y
      continue
    }
    const [c, s] = [cos(floor.yaw), sin(floor.yaw)]
    if (Math.abs(dx * c - dz * s) < floor.width / 2 && Math.abs(dx * s + dz * c) < floor.depth / 2) height = floor.y
  }
  return height
}
