import { saturate } from '../../math/dmath.ts'
import { value3 } from '../noise.ts'
import type { Hit } from './hit.ts'

/** Share of the sky behind the eye that lights fur: an animal against the light keeps its colour. */
const FILL = 0.22

/** Fur: u is how pale, v how dark it is there; hairs hang, catch the light and stand out at the rim. Without hair it is a wet hide. */
export function shadeCoat(hit: Hit): void {
  const { objs, o } = hit
  const hair = objs[o + 10]!
  const pale = saturate(hit.u)
  const dark = saturate(hit.v)
  const furry = hair > 0
  const fade = furry ? saturate(1.4 - (hit.fw / hair) * 1.1) : 0
  const tuft = furry ? value3((hit.px / hair) * 0.3, (hit.py / hair) * 0.16, (hit.pz / hair) * 0.3) - 0.5 : 0
  const strand = fade > 0 ? value3((hit.px / hair) * 1.5, (hit.py / hair) * 0.42, (hit.pz / hair) * 1.5) - 0.5 : 0
  const k = 0.97 + tuft * 0.3 + strand * 0.42 * fade
  for (let c = 0; c < 3; c++) {
    const base = objs[o + 1 + c]! + (objs[o + 4 + c]! - objs[o + 1 + c]!) * pale
    hit.env[c] = (base + (objs[o + 7 + c]! - base) * dark) * k
  }
  const facing = saturate(-(hit.dx * hit.nx + hit.dy * hit.ny + hit.dz * hit.nz))
  const rim = (1 - facing) * (1 - facing)
  hit.ar = hit.env[0]! * (1 + rim * 0.3)
  hit.ag = hit.env[1]! * (1 + rim * 0.3)
  hit.ab = hit.env[2]! * (1 + rim * 0.3)
  hit.frame.sky(-hit.dx, 0.35, -hit.dz, hit.env)
  const fill = FILL * (1 + hit.frame.night) * (0.35 + 0.65 * facing)
  hit.er = hit.ar * hit.env[0]! * fill
  hit.eg = hit.ag * hit.env[1]! * fill
  hit.eb = hit.ab * hit.env[2]! * fill
  hit.wrap = 0.28
  if (furry) return
  hit.f0 = 0.04
  hit.gloss = 0.45
  hit.refl = 0.25
}
