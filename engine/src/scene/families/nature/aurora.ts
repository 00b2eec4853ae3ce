import { smooth } from '../../../math/dmath.ts'
import type { SkyLayer } from '../../look/look.ts'
import { fbm2, value2 } from '../../noise.ts'

/** Curtains of northern light, different for each `offset`. */
export function aurora(offset: number): SkyLayer {
  return (dx, dy, dz, colour) => {
    if (dy < 0.05) return
    const u = (dx / (dy + 0.25)) * 1.4 + offset
    const v = dz / (dy + 0.25)
    const bend = fbm2(u * 0.5, v * 0.5 + 3, 3)
    const band = 1 - Math.abs(fbm2(u * 0.45 + bend * 0.9, v * 0.35 + 11, 3)) * 3.6
    if (band <= 0) return
    const rays = 0.45 + 0.5 * value2(u * 9 + bend * 3, 4.4) + 0.4 * value2(u * 27 + bend * 6, 9.1) * smooth(0.7, 0.2, dy)
    const k = band * band * rays * smooth(0.06, 0.3, dy) * smooth(0.95, 0.45, dy) * 0.3
    const high = smooth(0.35, 0.75, dy)
    colour[0]! += k * 0.12 + k * high * 0.5
    colour[1]! += k * (1 - 0.5 * high)
    colour[2]! += k * 0.55
  }
}
