import { mix, saturate, smooth } from '../../math/dmath.ts'
import { hash3 } from '../../math/lattice.ts'
import { valueFbm2 } from '../noise.ts'
import type { Hit } from './hit.ts'

const { abs, floor, max, sqrt } = Math

/** What a sign shows at u, v: how bright, and how much of its second colour. */
type Motif = (u: number, v: number, aspect: number, seed: number, out: Float64Array) => void

/** Writing that nobody can read: strokes on a grid. */
const glyphs: Motif = (u, v, aspect, seed, out) => {
  const columns = aspect > 2 ? 1 : aspect > 1 ? 3 : 5
  const cu = floor(u * columns)
  const cv = floor(v * columns * aspect)
  const gu = (u * columns - cu - 0.14) / 0.72
  const gv = (v * columns * aspect - cv - 0.1) / 0.8
  const id = cu * 31 + cv * 7 + seed
  out[0] = 0.05
  out[1] = 0
  if (gu <= 0 || gu >= 1 || gv <= 0 || gv >= 1) return
  for (let k = 0; k < 5; k++) {
    const line = (floor(hash3(id, k, 5) * 4) + 0.5) / 4
    const from = hash3(id, k, 6) * 0.5
    const to = from + 0.35 + 0.4 * hash3(id, k, 7)
    const along = k & 1 ? gu : gv
    const across = k & 1 ? gv : gu
    if (abs(across - line) < 0.075 && along > from && along < to) out[0] = 1
  }
}

const rings: Motif = (u, v, aspect, _seed, out) => {
  const x = u - 0.5
  const y = (v - 0.5) * aspect
  const d = sqrt(x * x + y * y)
  const part = d * 9 - floor(d * 9)
  out[0] = d < 0.48 ? (part < 0.5 ? 0.9 : 0.12) : 0.08
  out[1] = d < 0.14 ? 1 : 0
}

const clouds: Motif = (u, v, aspect, seed, out) => {
  if (v < 0.16) {
    out[0] = hash3(floor(u * 26), floor(v * 20), seed) > 0.5 ? 1 : 0.1
    out[1] = 0.3
    return
  }
  const b = valueFbm2(u * 3 + seed, v * 3 * aspect, 3)
  out[0] = smooth(0.45, 0.62, b) * 0.9 + 0.08
  out[1] = smooth(0.62, 0.7, b)
}

const lines: Motif = (u, v, aspect, seed, out) => {
  const at = v * 9 * aspect
  const n = floor(at)
  const part = at - n
  const length = 0.25 + 0.7 * hash3(n, 3, seed)
  out[0] = part > 0.25 && part < 0.75 && u > 0.08 && u < length ? 1 : 0.07
  out[1] = hash3(n, 8, seed) > 0.8 ? 0.7 : 0
}

const MOTIFS = [glyphs, rings, clouds, lines] as const

/** A lit sign with an abstract motif. uv 0..1. Numbers: see `billboard` in paints. */
export function shadeBillboard(hit: Hit): void {
  const { objs, o, u, v, env } = hit
  const seed = floor(objs[o]! * 999)
  MOTIFS[seed & 3]!(u, v, objs[o + 8]!, seed, env)
  const width = hit.fw / max(0.15, abs(hit.dx * hit.gx + hit.dz * hit.gz))
  const brightness = mix(env[0]!, 0.45, saturate(width / objs[o + 9]!))
  const second = env[1]!
  const edge = u < 0.03 || u > 0.97 || v < 0.02 || v > 0.98 ? 1.3 : 1
  const gain = objs[o + 4]! * brightness * edge
  hit.er = mix(objs[o + 1]!, objs[o + 5]!, second) * gain
  hit.eg = mix(objs[o + 2]!, objs[o + 6]!, second) * gain
  hit.eb = mix(objs[o + 3]!, objs[o + 7]!, second) * gain
  hit.ar = 0.03
  hit.ag = 0.03
  hit.ab = 0.03
}
