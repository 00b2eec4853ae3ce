import { saturate } from '../../math/dmath.ts'
import { blob } from '../../model/shapes/blob.ts'
import { box } from '../../model/shapes/box.ts'
import { type Rgb, times, type Vec3 } from '../../scene/vector.ts'
import { rgb } from '../../solid/palette.ts'
import type { World } from '../world.ts'
import { BLACK, DARK_WOOD, darker, WARM } from './tints.ts'

/** A closed door on a wall that faces local +z; `at` is the middle of its sill. */
export function door({ solid }: World, [x, y, z]: Vec3, width: number, height: number, colour: Rgb): void {
  solid.paint(DARK_WOOD)
  box(solid, [x, y, z], [width + 0.24, height + 0.14, 0.14], { cell: 3 })
  solid.paint(colour)
  box(solid, [x, y, z + 0.05], [width, height, 0.12], { cell: 3 })
  solid.paint(darker(colour, 0.35))
  for (const k of [-0.25, 0, 0.25]) box(solid, [x + k * width, y + 0.1, z + 0.115], [0.03, height - 0.2, 0.02], { cell: 9 })
  solid.paint(rgb('#e8c15a'))
  blob(solid, [x + width * 0.34, y + height * 0.48, z + 0.14], [0.06, 0.06, 0.06], { detail: 0, rough: 0 })
}

/** A window with a cross on a wall that faces local +z, lit from inside when lamps are. */
export function casement({ solid, lit }: World, [x, y, z]: Vec3, width: number, height: number, frame: Rgb = DARK_WOOD): void {
  const light = lit ? WARM : BLACK
  solid.paint(frame)
  box(solid, [x, y, z], [width + 0.18, height + 0.18, 0.12], { cell: 9 })
  solid.paint(lit ? [0.1, 0.1, 0.1] : rgb('#86b4cc'), { glow: (_, py) => times(light, 0.75 + 0.4 * saturate((py - y) / height)) })
  box(solid, [x, y + 0.09, z + 0.04], [width, height, 0.08], { cell: 0.5 })
  solid.paint(frame)
  box(solid, [x, y + 0.09, z + 0.075], [0.06, height, 0.04], { cell: 9 })
  box(solid, [x, y + 0.06 + height / 2, z + 0.075], [width, 0.06, 0.04], { cell: 9 })
}
