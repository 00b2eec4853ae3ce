import { saturate, smooth } from '../../math/dmath.ts'
import { fbm2, gradient2 } from '../noise.ts'
import type { Hit } from './hit.ts'
import { mirror } from './mirror.ts'

const { min, sqrt } = Math

/** Rippled water at the level mirror: reflection by Fresnel's law, depth colour, glitter of the sun. */
export function shadeWater(hit: Hit): void {
  const { waves, deep, glitter } = hit.frame.surfaces.water!
  const { drift } = hit.frame
  const x = hit.px
  const z = hit.pz
  const detail = smooth(0.9, 0.05, hit.fw * 0.35)
  const swellX = gradient2(x * 0.21, z * 0.33) + 0.55 * gradient2(x * 0.6 + 9, z * 0.9)
  const swellZ = gradient2(x * 0.24 + 40, z * 0.3 + 7) + 0.55 * gradient2(x * 0.55 + 3, z * 0.95 + 21)
  const fineX = gradient2(x * 2.1, z * 3.1) * detail
  const fineZ = gradient2(x * 2.3 + 11, z * 2.9 + 5) * detail
  const gusts = 0.35 + 0.9 * smooth(-0.25, 0.3, fbm2(x * 0.012 + 3 + drift * 0.71, z * 0.03 + drift * 0.29, 3))
  const kx = (swellX + fineX * 0.6) * waves * gusts
  const kz = (swellZ + fineZ * 0.6) * waves * gusts
  const calm = 1 / (1 + hit.dist * 0.004)
  const nx = kx * 0.16
  const nz = kz * 0.2
  const length = sqrt(nx * nx + nz * nz + 1)
  const grazing = 1 - saturate(-(hit.dx * nx + hit.dy + hit.dz * nz) / length)
  const g2 = grazing * grazing
  const fresnel = 0.03 + 0.97 * g2 * g2 * grazing
  mirror(hit, kx * 0.03 * (0.4 + 0.6 * calm), kz * 0.05 * (0.35 + 0.65 * calm), 0.006 + 0.03 * waves * gusts, 3)
  const mirrored = min(1, fresnel * 1.25)
  const within = (1 - fresnel) * (0.4 + 0.6 * (1 - grazing))
  hit.er = hit.env[0]! * mirrored + deep[0] * within
  hit.eg = hit.env[1]! * mirrored + deep[1] * within
  hit.eb = hit.env[2]! * mirrored + deep[2] * within
  hit.ar = 0
  hit.ag = 0
  hit.ab = 0
  hit.f0 = 0.02
  hit.gloss = glitter
  hit.nx = (nx * 1.6) / length
  hit.ny = 1 / length
  hit.nz = (nz * 1.6) / length
}
