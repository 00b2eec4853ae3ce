import { saturate } from '../../math/dmath.ts'
import { fbm3 } from '../noise.ts'
import { addStars } from '../sky/stars.ts'
import type { Channels } from '../vector.ts'
import type { Stage } from './stage.ts'

/** The whole sky in a direction: dome, stars, disc, layers and clouds. */
export type SkyView = (dx: number, dy: number, dz: number, colour: Channels) => void

export function createSkyView({ scene, dome, clouds, cloudsBelow }: Stage): SkyView {
  const { sky } = scene
  const [sx, sy, sz] = sky.sun
  const cloud = new Float64Array(4)
  return (dx, dy, dz, colour) => {
    dome(dx, dy, dz, colour)
    if (sky.stars > 0) addStars(dx, dy, dz, sky.stars, colour)
    const { disc } = sky
    const towards = dx * sx + dy * sy + dz * sz
    if (disc && towards > disc.cosine - 0.002) {
      let k = saturate(((towards - disc.cosine) / (1 - disc.cosine)) * 6)
      if (disc.moon) k *= 0.75 + 0.5 * (fbm3(dx * 60, dy * 60, dz * 60, 4) - 0.5)
      for (let c = 0; c < 3; c++) colour[c] = colour[c]! + disc.colour[c]! * k
    }
    sky.behind?.(dx, dy, dz, colour)
    const view = dy < 0 && cloudsBelow ? cloudsBelow : clouds
    if (view) {
      view(dx, dy, dz, cloud)
      for (let c = 0; c < 3; c++) colour[c] = colour[c]! * cloud[3]! + cloud[c]!
    }
    sky.before?.(dx, dy, dz, colour)
  }
}
