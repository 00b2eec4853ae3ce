import type { Sky } from '../look/look.ts'
import type { Channels } from '../vector.ts'

/** Radiance of the open sky in a direction: a gradient with lobes round the sun. Below the horizon it is the sky near it. */
export type Dome = (dx: number, dy: number, dz: number, colour: Channels) => void

export function createDome(sky: Sky): Dome {
  const [sx, sy, sz] = sky.sun
  const { zenith, middle, horizon, glow, sunGlow, opposite, glowBroad, glowTight, sharpHorizon } = sky
  const [zenithR, zenithG, zenithB] = zenith
  const [middleR, middleG, middleB] = middle
  const [horizonR, horizonG, horizonB] = horizon
  const facing = opposite[0] + opposite[1] + opposite[2] > 0
  return (dx, dy, dz, colour) => {
    const y = dy < 0 ? -dy * 0.4 : dy
    const a = 1 - Math.min(1, y)
    const a2 = a * a
    const a4 = a2 * a2
    const a8 = a4 * a4
    const a16 = a8 * a8
    const low = sharpHorizon ? a16 : a8
    const towards = dx * sx + dy * sy + dz * sz
    const m = (1 + towards) * 0.5
    const m2 = m * m
    const m4 = m2 * m2
    const m8 = m4 * m4
    const m16 = m8 * m8
    const m64 = m16 * m16 * m16 * m16
    const m256 = m64 * m64 * m64 * m64
    const broad = m8 * (0.25 + 0.75 * a4) * glowBroad
    const tight = m64 * glowTight * (0.4 + 0.6 * a2) + m256 * m256 * glowTight * 2
    const away = facing && towards < 0 ? towards * towards * a8 * (1 - a16 * 0.6) : 0
    const r = zenithR + (middleR - zenithR) * a4
    const g = zenithG + (middleG - zenithG) * a4
    const b = zenithB + (middleB - zenithB) * a4
    colour[0] = r + (horizonR - r) * low + glow[0] * broad + sunGlow[0] * tight + opposite[0] * away
    colour[1] = g + (horizonG - g) * low + glow[1] * broad + sunGlow[1] * tight + opposite[1] * away
    colour[2] = b + (horizonB - b) * low + glow[2] * broad + sunGlow[2] * tight + opposite[2] * away
  }
}
