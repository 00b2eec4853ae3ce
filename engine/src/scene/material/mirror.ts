import { clamp } from '../../math/dmath.ts'
import { hash3 } from '../../math/lattice.ts'
import type { Hit } from './hit.ts'

/**
 * What the level mirror shows at a hit, moved by ox, oy pictures and smeared over `smear` pictures of height with `taps`
 * samples: ripples and wet ground. Left in `hit.env`; the open sky where the scene has no reflection.
 */
export function mirror(hit: Hit, ox: number, oy: number, smear: number, taps: number): void {
  const out = hit.env
  const reflection = hit.frame.reflection
  if (!reflection) {
    hit.frame.sky(hit.dx, Math.abs(hit.dy), hit.dz, out)
    return
  }
  const { radiance, width, height } = reflection
  let r = 0
  let g = 0
  let b = 0
  for (let i = 0; i < taps; i++) {
    const along = taps > 1 ? (i + hash3(hit.sx * 4096, hit.sy * 4096, i)) / taps - 0.5 : 0
    const x = clamp((hit.sx + ox) * width - 0.5, 0, width - 1.01)
    const y = clamp((hit.sy + oy + along * smear) * height - 0.5, 0, height - 1.01)
    const xi = Math.floor(x)
    const yi = Math.floor(y)
    const u = x - xi
    const v = y - yi
    const p = (yi * width + xi) * 3
    const q = p + width * 3
    const a = (1 - u) * (1 - v)
    const c = u * (1 - v)
    const d = (1 - u) * v
    const e = u * v
    r += radiance[p]! * a + radiance[p + 3]! * c + radiance[q]! * d + radiance[q + 3]! * e
    g += radiance[p + 1]! * a + radiance[p + 4]! * c + radiance[q + 1]! * d + radiance[q + 4]! * e
    b += radiance[p + 2]! * a + radiance[p + 5]! * c + radiance[q + 2]! * d + radiance[q + 5]! * e
  }
  out[0] = r / taps
  out[1] = g / taps
  out[2] = b / taps
}
