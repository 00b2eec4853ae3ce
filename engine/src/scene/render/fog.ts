import type { Camera } from '../camera.ts'
import { decay } from '../decay.ts'
import type { Channels } from '../vector.ts'
import type { Air } from './air.ts'
import type { Stage } from './stage.ts'

const { abs, min } = Math

/**
 * Lays the air between camera and surface over a colour. x, y: place in the picture, 0..1. depth: along the axis; distance:
 * along the unit ray dx, dy, dz to the point px, py, pz.
 */
export type FogLayer = (
  colour: Channels,
  x: number,
  y: number,
  depth: number,
  distance: number,
  dx: number,
  dy: number,
  dz: number,
  px: number,
  py: number,
  pz: number,
) => void

/** Fog in closed form at full resolution; `air` adds its unevenness, shafts and coloured light. */
export function createFogLayer({ scene, dome, lamps }: Stage, camera: Camera, air: Air | null): FogLayer {
  const { fog } = scene
  const [sx, sy, sz] = scene.sky.sun
  const held = new Float64Array([0.75, 0, 0, 0, 1])
  const lit = new Float64Array(3)
  const sky = new Float64Array(3)
  const cameraHeight = camera.y - fog.base
  const cameraShare = decay(cameraHeight / fog.thinning)
  return (colour, x, y, depth, distance, dx, dy, dz, px, py, pz) => {
    const height = py - fog.base
    const share = decay(height / fog.thinning)
    const rise = height - cameraHeight
    const mean = abs(rise) < 0.5 ? (cameraShare + share) / 2 : (fog.thinning * (cameraShare - share)) / rise
    if (air) air.at(x, y, min(depth, fog.far), held)
    else if (lamps) {
      lamps(px, py, pz, lit)
      held[1] = lit[0]!
      held[2] = lit[1]!
      held[3] = lit[2]!
    }
    const thickness = (mean * fog.density + fog.haze) * distance * held[4]!
    const cover = (1 - decay(thickness)) * fog.max
    dome(dx, abs(dy) * 0.3 + 0.03, dz, sky)
    const q = 1.35 - (dx * sx + dy * sy + dz * sz)
    const sun = held[0]!
    const shaft = ((fog.sunPhase * 0.14) / (q * q)) * sun * (1 + fog.shaft * (sun - 0.5))
    const shade = 1 - fog.shaftShade * (1 - sun)
    const m = fog.skyMix
    for (let c = 0; c < 3; c++) {
      const base = (fog.colour[c]! * (1 - m) + sky[c]! * m) * shade
      colour[c] = colour[c]! * (1 - cover) + cover * (base + fog.sunColour[c]! * shaft + held[c + 1]! * fog.lamps)
    }
  }
}
