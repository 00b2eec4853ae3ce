import { rgb } from '../../../solid/palette.ts'
import { MATERIAL } from '../../material/material-id.ts'
import type { PaintSpec } from '../../mesh.ts'
import type { Rgb } from '../../vector.ts'

export type IcePaint = {
  readonly white?: Rgb
  readonly blue?: Rgb
  /** Features a metre. */
  readonly features?: number
  /** Snow on what faces up, 0..1. */
  readonly snow?: number
  /** Light that the ice itself gives, times its blue. */
  readonly inner?: number
}

export const iceOf = ({
  white = rgb('#dfeaf0'),
  blue = rgb('#4fa4c8'),
  features = 0.3,
  snow = 0.9,
  inner = 0,
}: IcePaint = {}): PaintSpec => ({
  material: MATERIAL.ice,
  numbers: [0, ...white, ...blue, features, snow, inner],
})

/** Lava; v of its vertices is how molten it is. `drawn` stretches its crust along z. */
export const lavaOf = ({ crust = [0.03, 0.026, 0.025] as Rgb, gain = 5, features = 0.5, drawn = 1 } = {}): PaintSpec => ({
  material: MATERIAL.lava,
  numbers: [0, ...crust, gain, features, drawn],
})

/** Water's surface from below. */
export const undersurfaceOf = (deep: Rgb, light: Rgb): PaintSpec => ({ material: MATERIAL.undersurface, numbers: [0, ...deep, ...light] })
