import { saturate } from '../../math/dmath.ts'
import { lathe } from '../../model/shapes/lathe.ts'
import { blend, type Rgb } from '../../scene/vector.ts'
import type { FarTree } from '../world.ts'

/** A leafy tree as seen from far away. */
export const farLeafy =
  (light: Rgb, dark: Rgb): FarTree =>
  (far, [x, y, z], size, shade) => {
    const [top, foot] = [shade(light), shade(dark)]
    far.paint([0, 0, 0], { glow: (_, py) => blend(foot, top, saturate((py - y) / (4 * size))) })
    lathe(
      far,
      x,
      z,
      [
        [0.25 * size, -0.3],
        [0.2 * size, 1.2 * size],
        [1.5 * size, 2.2 * size],
        [1.2 * size, 3.6 * size],
        [0, 4.3 * size],
      ],
      5,
      { y },
    )
  }

/** A conifer as seen from far away. */
export const farConifer =
  (light: Rgb, dark: Rgb): FarTree =>
  (far, [x, y, z], size, shade) => {
    const [top, foot] = [shade(light), shade(dark)]
    far.paint([0, 0, 0], { glow: (_, py) => blend(foot, top, saturate((py - y) / (4 * size))) })
    lathe(
      far,
      x,
      z,
      [
        [1.5 * size, 0.2],
        [0.8 * size, 2 * size],
        [1.05 * size, 2 * size],
        [0, 4.6 * size],
      ],
      5,
      { y },
    )
  }
