import { mix, PI, sin } from '../../math/dmath.ts'
import { hash3 } from '../../math/lattice.ts'
import { box } from '../../model/shapes/box.ts'
import { tube } from '../../model/shapes/tube.ts'
import { blend, type Vec3 } from '../../scene/vector.ts'
import { rgb } from '../../solid/palette.ts'
import { yawTo } from '../spot.ts'
import type { World } from '../world.ts'
import { DARK_WOOD, WOOD } from './tints.ts'

/** A bridge of planks between two places on the ground; `bow` metres up in the middle, or down. Walked by the name `bridge`. */
export function bridge(world: World, from: readonly [number, number], to: readonly [number, number], width = 1.7, bow = -0.25): void {
  const { solid, land, floors } = world
  const [dx, dz] = [to[0] - from[0], to[1] - from[1]]
  const length = Math.sqrt(dx * dx + dz * dz)
  const [ux, uz] = [dx / length, dz / length]
  const low = land.heightAt(from[0], from[1]) + 0.12
  const high = land.heightAt(to[0], to[1]) + 0.12
  const yaw = yawTo(ux, uz)
  const planks = Math.max(4, Math.ceil(length / 0.62))
  const heightAt = (t: number) => mix(low, high, t) + sin(t * PI) * bow
  for (let k = 0; k <= planks; k++) {
    const t = k / planks
    const [x, y, z] = [mix(from[0], to[0], t), heightAt(t), mix(from[1], to[1], t)]
    solid.at(x, y, z, yaw)
    solid.paint(blend(WOOD, DARK_WOOD, hash3(k, 5, 0) * 0.5))
    box(solid, [0, -0.12, 0], [width, 0.1, length / planks - 0.06], { cell: 9, bottom: true })
    if (k % 3 === 0) {
      solid.paint(DARK_WOOD)
      for (const side of [-1, 1]) box(solid, [(side * width) / 2, -0.1, 0], [0.1, 1.05, 0.1], { cell: 9 })
    }
    floors.push({ name: 'bridge', x, z, width, depth: length / planks + 0.15, yaw, y: y - 0.02 })
  }
  solid.at(0, 0, 0)
  solid.paint(rgb('#c9b48a'))
  for (const side of [-1, 1]) {
    const rail = Array.from({ length: 9 }, (_, k): Vec3 => {
      const t = k / 8
      const off = (side * width) / 2
      return [mix(from[0], to[0], t) + uz * off, heightAt(t) + 0.85, mix(from[1], to[1], t) - ux * off]
    })
    tube(solid, rail, 0.04, 0.04, 4)
  }
}
