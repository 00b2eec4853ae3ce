import { PI } from '../../../math/dmath.ts'
import { rgb } from '../../../solid/palette.ts'
import { arch, column, roundTower, wall } from '../../kit/masonry.ts'
import { spotAt } from '../../spot.ts'
import type { World } from '../../world.ts'
import { MASONRY } from './site.ts'

const ROOF = rgb('#4a5f7a')

/** A broken wall across the end, a tower that stands, a gate one walks through. */
export function longRuin(world: World, x: number, z: number, side: number): void {
  wall(world, [x - 23, z], [x - 4, z], 4.4, 1.4, MASONRY)
  wall(world, [x + 4, z], [x + 16, z], 3, 1.4, MASONRY, false)
  arch(world, spotAt(world, x, z), 0, 4, 5, 1.4, MASONRY)
  roundTower(world, x - 23, z, 3, 11, MASONRY, { roof: ROOF })
  roundTower(world, x + side * 12, z - 6, 2.4, 8.4, MASONRY, { roof: ROOF })
  for (let i = 0; i < 5; i++)
    column(world, [x - 6 + i * 3, world.land.heightAt(x - 6 + i * 3, z - 5), z - 5], 4.2, 0.42, MASONRY, [0, 0.7, 0, 0.4, 0][i]!)
  world.points.push({ name: 'old hall', x, z: z - 2.6 })
}

/** A keep with three towers round a gate, upright still. */
export function keep(world: World, x: number, z: number, side: number): void {
  const gate = z + 3.4
  arch(world, spotAt(world, x, gate), 0, 3, 4.6, 1.4, MASONRY)
  for (const s of [-1, 1]) {
    wall(world, [x + s * 2.9, gate], [x + s * 6, gate], 5.4, 1.4, MASONRY)
    wall(world, [x + s * 6, gate], [x + s * 6, z - 6], 5.4, 1.4, MASONRY)
  }
  wall(world, [x - 6, z - 6], [x + 6, z - 6], 5.4, 1.4, MASONRY)
  roundTower(world, x - side * 6, gate, 2, 9, MASONRY, { roof: ROOF })
  roundTower(world, x + side * 6, gate, 2, 7, MASONRY)
  roundTower(world, x + side * 2, z - 6.4, 3, 14, MASONRY, { roof: ROOF })
  world.points.push({ name: 'old hall', x, z: z + 0.6 })
}

/** A wall along the side with arches one looks out through, a tower at either end. */
export function sideRuin(world: World, x: number, z: number, side: number): void {
  roundTower(world, x, z - 15, 3.2, 12, MASONRY, { roof: ROOF })
  roundTower(world, x, z + 14, 2.4, 6.4, MASONRY)
  wall(world, [x, z - 13], [x, z - 6.5], 5, 1.4, MASONRY)
  wall(world, [x, z + 6.5], [x, z + 12], 3, 1.4, MASONRY, false)
  for (const k of [-4.4, 0, 4.4]) arch(world, spotAt(world, x, z + k, PI / 2), 0, 3, 5.2, 1.3, MASONRY)
  for (let i = 0; i < 5; i++) {
    const [cx, cz] = [x + side * 3.6, z - 9 + i * 3.6]
    column(world, [cx, world.land.heightAt(cx, cz), cz], 4.4, 0.42, MASONRY, [0, 0, 0.5, 0, 0.75][i]!)
  }
  world.points.push({ name: 'old hall', x: x + side * 1.8, z })
}
