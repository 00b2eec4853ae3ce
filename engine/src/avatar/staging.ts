import { cos, mix, sin } from '../math/dmath.ts'
import { scale } from '../solid/palette.ts'
import type { View } from '../solid/render/camera.ts'
import type { Backdrop, Lighting } from '../solid/render/studio.ts'
import type { Clip } from '../solid/render/volume.ts'
import { backdropOf, TONES } from './backdrops.ts'
import type { Fitting } from './bust.ts'
import { poseOf } from './pose.ts'
import type { Traits } from './traits.ts'

const { abs, max } = Math

/** Camera, light and ground of a portrait. `extra` is how much farther props reach than the bust; `shape` is height over width. */
export function stage(
  traits: Traits,
  fit: Fitting,
  extra: number,
  shape: number,
): { readonly view: View; readonly lighting: Lighting; readonly backdrop: Backdrop; readonly clip: Clip } {
  const pose = poseOf(traits)
  // a raised arm stays on the near side of the frame
  const yaw = extra > 0 ? -abs(pose.yaw) * 0.6 : pose.yaw
  const light = traits.random('light')
  const side = light.chance(0.6) ? -1 : 1
  const warm = light.range(-1, 1)
  const { tall } = fit
  const half = pose.half + tall * 0.72 + extra
  const [pale, deep] = TONES[traits.backdrop]
  const aim = pose.over - pose.half + tall * 0.72 - extra * 0.45
  const beside = extra > 0 ? 0.1 : pose.aside * half
  const reach = half * max(1, 1 / shape) * 1.15
  return {
    view: {
      kind: 'hovering',
      yaw,
      pitch: pose.pitch,
      roll: pose.roll,
      target: [beside * cos(yaw), aim, -beside * sin(yaw)],
      distance: 6.2,
      half: half * max(1, shape),
    },
    backdrop: backdropOf(traits.backdrop, traits.random('backdrop shape')),
    clip: [-reach - 0.25, aim - half * max(1, shape) * 1.2 - 0.3, -1.1, reach + 0.25, 2.3 + tall, 1.25],
    lighting: {
      key: [side * light.range(0.25, 1.2), light.range(0.35, 1.1), light.range(0.45, 0.95)],
      side,
      keyColour: [1.62 + warm * 0.1, 1.48, 1.32 - warm * 0.2],
      fillColour: [mix(0.1, pale[0], 0.28), mix(0.1, pale[1], 0.28), mix(0.1, pale[2], 0.28)],
      rimColour: [1.9, 1.75, 1.7],
      secondRimColour: scale(pale, 1.3),
      sky: [0.36, 0.4, 0.5],
      ground: scale(deep, 0.36, 0.15),
      hardness: 7,
      gloss: 0,
      shadowFloor: 1,
      lamps: [],
    },
  }
}
