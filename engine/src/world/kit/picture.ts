import { cos, saturate, sin } from '../../math/dmath.ts'
import { box } from '../../model/shapes/box.ts'
import { blend } from '../../scene/vector.ts'
import { rgb } from '../../solid/palette.ts'
import { spotAt } from '../spot.ts'
import type { World } from '../world.ts'

/** An empty frame on a wall with a lamp above it, a label beside it and a place to look at it from: a slot for a picture. */
export function pictureSlot(world: World, x: number, y: number, z: number, yaw: number, width: number, height: number): void {
  const spot = spotAt(world, x, z, yaw, y)
  const { solid, slots } = world
  solid.paint(rgb('#b98f4a'))
  const rim = 0.09
  for (const top of [-height / 2 - rim, height / 2]) box(solid, [0, top, 0.03], [width + 2 * rim, rim, 0.08], { cell: 9, bottom: true })
  for (const side of [-1, 1]) box(solid, [side * (width / 2 + rim / 2), -height / 2, 0.03], [rim, height, 0.08], { cell: 9 })
  solid.paint((_, py) => blend(rgb('#d8d0c2'), rgb('#c7beae'), saturate(py / height + 0.5)))
  solid.quad(
    [-width / 2, -height / 2, 0.02],
    [width / 2, -height / 2, 0.02],
    [width / 2, height / 2, 0.02],
    [-width / 2, height / 2, 0.02],
    4,
    4,
  )
  solid.paint(rgb('#2f2a26'))
  box(solid, [0, height / 2 + 0.3, 0.3], [0.6, 0.07, 0.09])
  box(solid, [0, height / 2 + 0.3, 0.12], [0.05, 0.05, 0.3])
  solid.paint([0.2, 0.15, 0.1], { glow: [2, 1.5, 0.9] })
  box(solid, [0, height / 2 + 0.27, 0.3], [0.54, 0.03, 0.06], { bottom: true })
  solid.paint(rgb('#e9e4d8'))
  box(solid, [width / 2 + 0.35, -0.35, 0.01], [0.22, 0.15, 0.02], { cell: 9 })
  spot.light([0, 2.1, 1.1], [3.3, 2.6, 1.75], 5.5, {
    always: true,
    fall: 0.08,
    shaded: false,
    spot: { direction: [-sin(yaw) * 0.45, -0.89, -cos(yaw) * 0.45], full: 0.93, gone: 0.62 },
  })
  spot.slot([0, 0, 0.045], 0, width, height)
  spot.point(`view of slot ${slots.length}`, 0, 2.2)
}
