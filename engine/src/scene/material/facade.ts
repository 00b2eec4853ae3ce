import { mix, smooth } from '../../math/dmath.ts'
import { hash3 } from '../../math/lattice.ts'
import { value2 } from '../noise.ts'
import type { Hit } from './hit.ts'
import { pulse } from './pulse.ts'
import { roomBehind } from './room.ts'

const { abs, floor, max, min } = Math

/** Share of a window cell that is glass, across and up, by pattern. */
const GLASS_U = [0.72, 0.995, 0.55, 0.93] as const
const GLASS_V = [0.62, 0.55, 0.96, 0.9] as const

/** Light of a lit window by its tone 0..1 and the share of cool ones; left in `env`. */
function lampColour(hit: Hit, tone: number, cool: number): void {
  const { env } = hit
  if (tone < cool) {
    env[0] = 0.55
    env[1] = 0.85
    env[2] = 1.1
  } else if (tone > 0.94) {
    env[0] = 1.1
    env[1] = 0.35
    env[2] = 0.6
  } else if (tone > 0.8) {
    env[0] = 1
    env[1] = 0.88
    env[2] = 0.7
  } else {
    env[0] = 1
    env[1] = 0.66
    env[2] = 0.32
  }
}

/**
 * A building's skin: walls with windows as a filtered grid, dark service floors, panes that mirror a little askew, and at
 * night lit rooms. u is metres round the building, v metres up. Numbers: see `facade` in paints.
 */
export function shadeFacade(hit: Hit): void {
  const { objs, o } = hit
  const seed = floor(objs[o]! * 1000)
  const cellWidth = objs[o + 4]!
  const cellHeight = objs[o + 5]!
  const pattern = objs[o + 6]!
  const facing = max(0.12, abs(hit.dx * hit.gx + hit.dy * hit.gy + hit.dz * hit.gz))
  const fu = hit.fw / facing / cellWidth
  const fv = (hit.fw / cellHeight) * 1.05
  const u = hit.u / cellWidth
  const v = (hit.v - objs[o + 12]!) / cellHeight
  const cu = floor(u)
  const cv = floor(v)
  const service = v > 0 && cv % 13 === 11 ? 0.15 : 1
  const glass = pulse(u, GLASS_U[pattern]!, fu) * pulse(v, GLASS_V[pattern]!, fv) * service
  /** 0 where single windows can be seen, 1 where they are averages. */
  const blur = smooth(0.5, 1.6, max(fu, fv))
  const panel = hash3(floor(u / 3), floor(v / 2), seed + 3)
  const grime = value2(hit.u * 0.09 + seed, hit.v * 0.035)
  const seams = 1 - 0.35 * pulse(v / 4 + 0.02, 0.06, fv / 4) - 0.25 * pulse(u / 5, 0.05, fu / 5)
  const wall = (0.75 + 0.22 * panel * (1 - blur) + 0.25 * grime) * seams
  const pane = blur < 1 ? hash3(cu, cv, seed + 11) * (1 - blur) + 0.5 * blur : 0.5
  const tint = (0.55 + 0.9 * pane * (pattern === 3 ? 0.5 : 1)) * 0.25
  hit.ar = mix(objs[o + 1]! * wall, objs[o + 8]! * tint, glass)
  hit.ag = mix(objs[o + 2]! * wall, objs[o + 9]! * tint, glass)
  hit.ab = mix(objs[o + 3]! * wall, objs[o + 10]! * tint, glass)
  hit.f0 = mix(0.03, 0.14, glass)
  hit.gloss = mix(0.25, 0.9, glass)
  hit.refl = glass * (pattern === 3 ? 1.15 : 0.85)
  if (blur < 1 && glass > 0) {
    const askew = 0.022 * (1 - blur)
    hit.nx += (hash3(cu, cv, seed + 21) - 0.5) * askew
    hit.ny += (hash3(cu, cv, seed + 22) - 0.5) * askew * 1.6
    hit.nz += (hash3(cu, cv, seed + 23) - 0.5) * askew
  }
  const { night } = hit.frame
  if (night <= 0) return
  const face = floor(hit.gx * 37 + hit.gz * 91)
  const floorLight = hash3(7, cv, seed + 31)
  const zone = value2(cu * 0.13 + seed, cv * 0.09 + face)
  const share = objs[o + 7]! * (0.25 + 1.5 * zone) * (floorLight > 0.86 ? 2.4 : floorLight < 0.2 ? 0.25 : 1)
  const lit = mix(hash3(cu + face * 13, cv, seed + 41) < share ? 1 : 0, min(1, share), smooth(0.8, 2.2, max(fu, fv)))
  const strength = hash3(cu, cv, seed + 51)
  const inside = blur < 0.95 && lit > 0.01 ? mix(roomBehind(hit, u, v, facing, strength, seed), 0.75, blur) : 0.75
  lampColour(hit, hash3(cu >> 2, cv, seed + 61), objs[o + 11]!)
  const intensity = glass * lit * night * objs[o + 13]! * (0.25 + 1.3 * strength * strength) * inside
  hit.er = hit.env[0]! * intensity
  hit.eg = hit.env[1]! * intensity
  hit.eb = hit.env[2]! * intensity
}
