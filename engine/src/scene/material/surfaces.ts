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

/** Still or rippled water at the scene's mirror. */
export type WaterSurface = {
  /** Height of ripples, about 0.1 to 1. */
  readonly waves: number
  /** Metres a unit of ripple; 1 when left out. */
  readonly scale?: number
  readonly deep: Rgb
  /** Share of the shallow colour at x, z. */
  readonly shallow?: (x: number, z: number) => number
  readonly shallowColour?: Rgb
  /** Brightness of what is seen in the water. */
  readonly depthLight?: number
  /** Gloss of the sun's glitter. */
  readonly glitter?: number
}

/** Rock, grass and snow by slope and height. */
export type TerrainSurface = {
  readonly rock: Rgb
  readonly grass: Rgb
  readonly secondGrass?: Rgb
  /** Metres a unit of detail. */
  readonly scale: number
  /** Slope (upward part of the normal) below which all is rock, and above which none is. */
  readonly rockBelow: number
  readonly rockAbove: number
  readonly bump: number
  /** Height below which it is wet shore, and the width of the change. */
  readonly shore?: number
  readonly shoreWidth?: number
  readonly snowLine?: number
  readonly snowBand?: number
}

export type SandSurface = { readonly colour: Rgb }

/** Open sea with waves in the mesh; v of a vertex tells how near a crest it is. */
export type OceanSurface = {
  readonly deep: Rgb
  /** Light through a crest. */
  readonly crest: Rgb
  /** Foam at x, z, 0..1. */
  readonly shoreFoam?: (x: number, z: number) => number
}

/** The ground between far buildings. */
export type DistrictSurface = { readonly parks: boolean }

/** What the materials of large grounds need, one each a scene. */
export type Surfaces = {
  street?: StreetSurface
  water?: WaterSurface
  terrain?: TerrainSurface
  sand?: SandSurface
  ocean?: OceanSurface
  district?: DistrictSurface
}
