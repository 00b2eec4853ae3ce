import { mix } from '../math/dmath.ts'
import { scale } from '../solid/palette.ts'
import type { View } from '../solid/render/camera.ts'
import type { Backdrop, Lighting } from '../solid/render/studio.ts'
import type { Clip } from '../solid/render/volume.ts'
import { backdropOf, TONES } from './backdrops.ts'
import type { Fitting } from './bust.ts'
import { isHuman, type Traits } from './traits.ts'

const { max } = Math

/** Half the height of the frame for a bare person, model units. */
const HALF = 1.2

/** Camera, light and ground of a portrait. `extra` is how much farther props reach than the bust; `shape` is height over width. */
export function stage(
  traits: Traits,
  fit: Fitting,
  extra: number,
  shape: number,
): { readonly view: View; readonly lighting: Lighting; readonly backdrop: Backdrop; readonly clip: Clip } {
  const own = traits.random('view')
  // a muzzle is seen well from farther round than a face
  const turned = own.range(0.06, isHuman(traits.being) ? 0.44 : 0.62) * (own.chance(0.5) ? 1 : -1)
  // a raised arm stays on the near side of the frame
  const yaw = extra > 0 ? -Math.abs(turned) * 0.6 : turned
  const light = traits.random('light')
  const side = light.chance(0.6) ? -1 : 1
  const { tall } = fit
  const half = (HALF + tall * 0.72 + extra) * own.range(0.9, 1.1)
  const [pale, deep] = TONES[traits.backdrop]
  const aim = -0.13 + tall * 0.72 - extra * 0.45
  const reach = half * max(1, 1 / shape) * 1.15
  return {
    view: {
      kind: 'hovering',
      yaw,
      pitch: own.range(-0.1, 0.16),
      roll: own.range(-0.1, 0.1),
      target: [extra > 0 ? 0.1 : 0, aim, 0],
      distance: 6.2,
      half: half * max(1, shape),
    },
    backdrop: backdropOf(traits.backdrop, traits.random('backdrop shape')),
    clip: [-reach - 0.1, aim - half * max(1, shape) - 0.3, -1.1, reach + 0.1, 2.3 + tall, 1.25],
    lighting: {
      key: [side * light.range(0.3, 1.05), light.range(0.45, 1), light.range(0.45, 0.9)],
      side,
      keyColour: [1.62, 1.48, 1.32],
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
