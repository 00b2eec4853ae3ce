import { PI, saturate } from '../../math/dmath.ts'
import type { Hit } from '../material/hit.ts'
import { value3 } from '../noise.ts'
import type { Channels } from '../vector.ts'
import { createRoomLight } from './room-light.ts'
import type { Stage } from './stage.ts'

const { abs, max, min, sqrt } = Math

/** The sharpest highlight of the sun. */
const MAX_HIGHLIGHT = 60

/** Lights a hit: sun with shadow, sky, ground, lamps, highlight and mirrored sky. `open` is what ambient occlusion leaves. */
export type Lighting = (hit: Hit, open: number, colour: Channels) => void

export function createLighting(stage: Stage): Lighting {
  const { scene, dome, shadow, lamps, clouds } = stage
  const { sun, bounce, ambient, skyline, nearLights } = scene
  const roomLight = lamps && scene.indoors ? createRoomLight(scene.lamps) : null
  const [lx, ly, lz] = scene.sky.sun
  const [sr, sg, sb] = sun.colour
  const above = new Float64Array(3)
  const around = new Float64Array(3)
  const sample = new Float64Array(3)
  const mirrored = new Float64Array(3)
  const cloud = new Float64Array(4)
  const lit = new Float64Array(3)
  dome(0, 1, 0, above)
  for (const [x, z] of [
    [0.98, 0],
    [-0.98, 0],
    [0, 0.98],
    [0, -0.98],
  ] as const) {
    dome(x, 0.2, z, sample)
    for (let c = 0; c < 3; c++) around[c] = around[c]! + sample[c]! / 4
  }

  /** Highlight of the sun by the GGX distribution. */
  function highlight(hit: Hit, fresnel: number): number {
    const hx = lx - hit.dx
    const hy = ly - hit.dy
    const hz = lz - hit.dz
    const length = sqrt(hx * hx + hy * hy + hz * hz) || 1
    const nh = (hx * hit.nx + hy * hit.ny + hz * hit.nz) / length
    if (nh <= 0) return 0
    const rough = 1 - hit.gloss
    const a2 = rough * rough * rough * rough + 1e-5
    const d = nh * nh * (a2 - 1) + 1
    return min(MAX_HIGHLIGHT, a2 / (d * d * PI)) * fresnel * 0.25
  }

  /** Adds the lights that are near to `lit`: what is turned away from one still gets a share of it. */
  function addNear(hit: Hit): void {
    for (const { x, y, z, colour, range } of nearLights) {
      const dx = x - hit.px
      const dy = y - hit.py
      const dz = z - hit.pz
      const d2 = dx * dx + dy * dy + dz * dz
      const reach = range * range
      if (d2 >= reach) continue
      const facing = (dx * hit.nx + dy * hit.ny + dz * hit.nz) / sqrt(d2 + 1e-6)
      const w = 1 - d2 / reach
      const k = ((w * w) / (1 + (14 * d2) / reach)) * (0.22 + 0.78 * max(hit.trans > 0 ? abs(facing) * 0.6 : 0, facing))
      for (let c = 0; c < 3; c++) lit[c] = lit[c]! + colour[c]! * k
    }
  }

  /** Adds the sky, its clouds, and a dark skyline below a noisy horizon, seen in a glossy surface. */
  function reflectSky(hit: Hit, facing: number, weight: number, colour: Channels): void {
    const rx = hit.dx - 2 * facing * hit.nx
    const ry = hit.dy - 2 * facing * hit.ny
    const rz = hit.dz - 2 * facing * hit.nz
    dome(rx, abs(ry), rz, mirrored)
    if (clouds && ry > 0) {
      clouds(rx, ry, rz, cloud)
      for (let c = 0; c < 3; c++) mirrored[c] = mirrored[c]! * cloud[3]! + cloud[c]!
    }
    const hidden = skyline !== null && ry < 0.05 + 0.35 * value3(rx * 5 + 40, 0.5, rz * 5 + 40)
    const k = hidden ? weight * skyline : weight
    for (let c = 0; c < 3; c++) colour[c] = colour[c]! + mirrored[c]! * k
    if (hidden && lamps) for (let c = 0; c < 3; c++) colour[c] = colour[c]! + lit[c]! * weight * 0.5
  }

  return (hit, openness, colour) => {
    const open = openness * hit.aoMul
    const { nx, ny, nz } = hit
    const incident = nx * lx + ny * ly + nz * lz
    const lambert = max(0, hit.wrap > 0 ? (incident + hit.wrap) / (1 + hit.wrap) : incident)
    let visible = 1
    if (shadow && (lambert > 0 || hit.trans > 0)) {
      const off = sun.normalBias
      visible = shadow.softAt(hit.px + hit.gx * off, hit.py + hit.gy * off, hit.pz + hit.gz * off, sun.depthBias)
    }
    const through = hit.trans > 0 ? hit.trans * visible * (0.35 + 0.65 * max(0, hit.dx * lx + hit.dy * ly + hit.dz * lz)) : 0
    const direct = lambert * visible + through
    const upward = ny * 0.5 + 0.5
    const level = 1 - abs(ny)
    const fromAbove = ambient * open * upward * (1 - level * 0.5)
    const fromAround = ambient * open * level * 0.5
    const fromBelow = ambient * open * (1 - upward)
    if (roomLight) roomLight(hit, lit)
    else if (lamps) lamps(hit.px + nx * 3, hit.py + ny * 3, hit.pz + nz * 3, lit)
    else lit.fill(0)
    if (nearLights.length > 0) addNear(hit)
    const lampShare = lamps || nearLights.length > 0 ? 0.35 + 0.65 * open : 0
    const r = sr * direct + above[0]! * fromAbove + around[0]! * fromAround + bounce[0] * fromBelow + lit[0]! * lampShare
    const g = sg * direct + above[1]! * fromAbove + around[1]! * fromAround + bounce[1] * fromBelow + lit[1]! * lampShare
    const b = sb * direct + above[2]! * fromAbove + around[2]! * fromAround + bounce[2] * fromBelow + lit[2]! * lampShare
    colour[0] = hit.ar * r + hit.er
    colour[1] = hit.ag * g + hit.eg
    colour[2] = hit.ab * b + hit.eb
    if (hit.gloss <= 0) return
    const facing = hit.dx * nx + hit.dy * ny + hit.dz * nz
    const grazing = 1 - saturate(-facing)
    const fresnel = hit.f0 + (1 - hit.f0) * grazing * grazing * grazing * grazing * grazing
    if (incident > 0 && visible > 0) {
      const k = highlight(hit, fresnel) * visible * incident
      for (let c = 0; c < 3; c++) colour[c] = colour[c]! + sun.colour[c]! * k
    }
    if (hit.refl > 0) reflectSky(hit, facing, fresnel * hit.refl * (0.4 + 0.6 * open), colour)
  }
}
