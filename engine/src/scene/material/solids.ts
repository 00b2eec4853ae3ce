import { saturate, smooth } from '../../math/dmath.ts'
import { value2, value3 } from '../noise.ts'
import type { Hit } from './hit.ts'

/** Flat tops of buildings, in the wall's colour. */
export function shadeRoof(hit: Hit): void {
  const { objs, o } = hit
  if (hit.frame.snowCover && hit.gy > 0.5) {
    hit.ar = 0.8
    hit.ag = 0.83
    hit.ab = 0.88
    hit.wrap = 0.2
    return
  }
  const k = (0.56 + 0.4 * value2(hit.px * 0.4, hit.pz * 0.4)) * 0.8
  hit.ar = objs[o + 1]! * k
  hit.ag = objs[o + 2]! * k
  hit.ab = objs[o + 3]! * k
}

export function shadePlain(hit: Hit): void {
  const { objs, o } = hit
  const k = 0.82 + 0.3 * value2((hit.px + hit.pz) * 0.7, hit.py * 0.7)
  hit.ar = objs[o + 1]! * k
  hit.ag = objs[o + 2]! * k
  hit.ab = objs[o + 3]! * k
  hit.f0 = 0.04
  hit.gloss = objs[o + 4]!
  hit.refl = objs[o + 5]!
}

export function shadeEmitter(hit: Hit): void {
  const { objs, o } = hit
  const gain = objs[o + 4]!
  hit.ar = 0.02
  hit.ag = 0.02
  hit.ab = 0.02
  hit.er = objs[o + 1]! * gain
  hit.eg = objs[o + 2]! * gain
  hit.eb = objs[o + 3]! * gain
}

export function shadePaint(hit: Hit): void {
  const { objs, o } = hit
  const k = 0.85 + 0.15 * value2(hit.u * 3, hit.v * 3)
  hit.ar = objs[o + 1]! * k
  hit.ag = objs[o + 2]! * k
  hit.ab = objs[o + 3]! * k
  hit.f0 = 0.06
  hit.gloss = 0.8
  hit.refl = 1
}

export function shadeGlass(hit: Hit): void {
  const { objs, o } = hit
  hit.ar = objs[o + 1]!
  hit.ag = objs[o + 2]!
  hit.ab = objs[o + 3]!
  hit.f0 = 0.16
  hit.gloss = 0.92
  hit.refl = 1.2
}

/** Leaves in bulk: mottled, snow where they face up, sun from behind shining through. */
export function shadeFoliage(hit: Hit): void {
  const { objs, o } = hit
  const mottle = 0.55 + 0.9 * value3(hit.px * 1.7, hit.py * 1.7, hit.pz * 1.7)
  const snow =
    objs[o + 4]! > 0
      ? smooth(0.15, 0.6, Math.abs(hit.gy) * 0.9 + hit.v * 0.25 + value3(hit.px * 0.9, hit.py * 0.9, hit.pz * 0.9) - 0.6) * objs[o + 4]!
      : 0
  const bare = mottle * (1 - snow)
  hit.ar = objs[o + 1]! * bare + 0.82 * snow
  hit.ag = objs[o + 2]! * bare + 0.86 * snow
  hit.ab = objs[o + 3]! * bare + 0.93 * snow
  hit.trans = objs[o + 5]! * (1 - snow)
  hit.wrap = 0.3
  hit.aoMul = 0.35 + 0.65 * saturate(hit.u)
}
