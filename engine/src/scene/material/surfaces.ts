import type { Rgb } from '../vector.ts'

/** Asphalt along z. */
export type StreetSurface = {
  /** 0 dry to 1 flooded with puddles. */
  readonly wet: number
  /** Drops make rings. */
  readonly raining: boolean
  /** x of the middle line and distance of the edge line, metres. */
  readonly middle: number
  readonly edge: number
}

/** Rippled water at the scene's mirror. */
export type WaterSurface = {
  /** Height of ripples, about 0.1 to 1. */
  readonly waves: number
  /** Colour of light that comes back out of it. */
  readonly deep: Rgb
  /** Gloss of the sun's glitter. */
  readonly glitter: number
}

/** The ground between far buildings. */
export type DistrictSurface = { readonly parks: boolean }

/** What the materials of large grounds need, one each a scene. */
export type Surfaces = {
  street?: StreetSurface
  water?: WaterSurface
  district?: DistrictSurface
}
