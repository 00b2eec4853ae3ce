import type { Camera } from '../../../camera.ts'
import type { Rgb } from '../../../vector.ts'
import type { Site } from '../../nature/site.ts'
import { inSight } from '../../nature/spots.ts'
import { axesOf, type Place } from '../place.ts'
import { stall, type Ware } from '../prop/stall.ts'

/** Where the stall of a merchant stands whom the plan names: turned to the eye, out of the row of one hand. */
export type Pitch = Place & { readonly hand: number; readonly width: number }

/** From higher up the stall's own roof would hide who stands in it. */
export const LOOKS_IN = 2.2

/** The pitch in a street with this middle and half width; null where no merchant is named. */
export function pitchOf(
  { brief, streams, scene }: Site,
  y: number,
  course: (z: number) => number,
  half: number,
  hands: readonly number[],
): Pitch | null {
  if (!brief.names('merchant')) return null
  const random = streams('merchant')
  const hand = random.pick(hands)
  const z = inSight(scene.camera, y + 1.15, course, 4.3)
  const across = aheadOf(scene.camera, z) + hand * random.range(0.2, 0.7)
  const least = course(z) - half
  const x = Math.max(least, Math.min(least + half * 2, across))
  return { x, y, z, turn: -hand * random.range(0.28, 0.5), hand, width: random.range(2.2, 2.5) }
}

/** What lies straight ahead at a distance. */
const aheadOf = ({ x, groundX, groundZ }: Camera, z: number) => x + (groundX / groundZ) * z

/** Whether a place is on the pitch or in the way from the eye to it. */
export const onPitch = (pitch: Pitch | null, x: number, z: number): boolean =>
  pitch !== null && z < pitch.z + 3.2 && Math.abs(x - pitch.x * Math.min(1, z / pitch.z)) < pitch.width * 0.85

/** Where a row goes on behind the pitch, if a stall from one distance to another would touch it. */
export const beyondPitch = (pitch: Pitch | null, hand: number, from: number, to: number): number | null =>
  pitch?.hand === hand && to > pitch.z - 1.5 && from < pitch.z + 2.6 ? pitch.z + 2.6 : null

/** The stall with what is sold, and room behind its table for the merchant. */
export function pitchStall(site: Site, pitch: Pitch, ware: Ware, cloth: Rgb): void {
  stall(site, site.streams('merchant goods'), { ...pitch, ware, cloth, stripe: cloth, near: true, roof: [3.3, 3.05] })
  const [x, y, z] = axesOf(pitch)(-pitch.hand * pitch.width * 0.06, 0.4, 1.5)
  site.scene.spots.push({ ground: 'land', x, y, z, radius: 1, most: 1.22, only: 'merchant' })
  // what the ground and the goods throw back under the roof
  const [lx, ly, lz] = axesOf(pitch)(0, 2, -0.9)
  site.scene.nearLights.push({ x: lx, y: ly, z: lz, colour: [1.25, 1.1, 0.9], range: 4.5 })
}
