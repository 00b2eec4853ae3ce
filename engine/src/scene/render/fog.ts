import type { Camera } from '../camera.ts'
import { decay } from '../decay.ts'
import type { Hit } from '../material/hit.ts'
import type { Channels } from '../vector.ts'
import type { Air } from './air.ts'
import type { Stage } from './stage.ts'

const { abs, min } = Math

/** Lays the air between the camera and a hit over its colour. `depth` is the hit's along the camera's axis. */
export type FogLayer = (colour: Channels, hit: Hit, depth: number) => void

/** Fog in closed form at full resolution; `air` adds its unevenness, shafts and coloured light. */
export function createFogLayer({ scene, dome, lamps }: Stage, camera: Camera, air: Air | null): FogLayer {
  const { fog } = scene
  const [sx, sy, sz] = scene.sky.sun
  const [fogR, fogG, fogB] = fog.colour
  const [sunR, sunG, sunB] = fog.sunColour
  const held = new Float64Array([0.75, 0, 0, 0, 1])
  const lit = new Float64Array(3)
  const sky = new Float64Array(3)
  const cameraHeight = camera.y - fog.base
  const cameraShare = decay(cameraHeight / fog.thinning)
  return (colour, hit, depth) => {
    const height = hit.py - fog.base
    const share = decay(height / fog.thinning)
    const rise = height - cameraHeight
    const mean = abs(rise) < 0.5 ? (cameraShare + share) / 2 : (fog.thinning * (cameraShare - share)) / rise
    if (air) air.at(hit.sx, hit.sy, min(depth, fog.far), held)
    else if (lamps) {
      lamps(hit.px, hit.py, hit.pz, lit)
      held[1] = lit[0]!
      held[2] = lit[1]!
      held[3] = lit[2]!
    }
    const thickness = (mean * fog.density + fog.haze) * hit.dist * held[4]!
    const cover = (1 - decay(thickness)) * fog.max
    dome(hit.dx, abs(hit.dy) * 0.3 + 0.03, hit.dz, sky)
    const q = 1.35 - (hit.dx * sx + hit.dy * sy + hit.dz * sz)
    const sun = held[0]!
    const shaft = ((fog.sunPhase * 0.14) / (q * q)) * sun * (1 + fog.shaft * (sun - 0.5))
    const shade = 1 - fog.shaftShade * (1 - sun)
    const m = fog.skyMix
    const r = (fogR * (1 - m) + sky[0]! * m) * shade + sunR * shaft + held[1]! * fog.lamps
    const g = (fogG * (1 - m) + sky[1]! * m) * shade + sunG * shaft + held[2]! * fog.lamps
    const b = (fogB * (1 - m) + sky[2]! * m) * shade + sunB * shaft + held[3]! * fog.lamps
    colour[0] = colour[0]! * (1 - cover) + cover * r
    colour[1] = colour[1]! * (1 - cover) + cover * g
    colour[2] = colour[2]! * (1 - cover) + cover * b
  }
}
