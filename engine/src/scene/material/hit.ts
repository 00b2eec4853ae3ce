import type { Channels, Rgb } from '../vector.ts'
import type { Surfaces } from './surfaces.ts'

/** The scene seen in its level mirror, pixel for pixel along the reflected rays. */
export type Reflection = { readonly radiance: Float32Array; readonly width: number; readonly height: number }

/** What materials know about the scene. */
export type Frame = {
  /** 0 day to 1 night. */
  readonly night: number
  readonly sunColour: Rgb
  readonly surfaces: Surfaces
  /** Shifts the patterns of large grounds, 0..255. */
  readonly drift: number
  readonly snowCover: boolean
  /** Radiance of the open sky in a direction. */
  readonly sky: (dx: number, dy: number, dz: number, colour: Channels) => void
  /** Null while the reflection itself is drawn. */
  readonly reflection: Reflection | null
}

/**
 * Where a ray met a surface, and what a material makes of it. One record is used for all hits: a material reads the first
 * half, may bend the normal, and writes the second half, which the shader resets before each hit.
 */
export type Hit = {
  readonly frame: Frame
  /** Numbers of all objects, and where those of this object start. */
  readonly objs: Float32Array
  o: number
  /** Position, metres. */
  px: number
  py: number
  pz: number
  /** Unit direction of the ray. */
  dx: number
  dy: number
  dz: number
  /** Normal to shade with; a material may bend it. */
  nx: number
  ny: number
  nz: number
  /** Normal of the flat triangle, towards the camera. */
  gx: number
  gy: number
  gz: number
  u: number
  v: number
  /** Metres from the camera. */
  dist: number
  /** Width of a pixel here, metres, across the ray: details smaller than this have to be averages. */
  fw: number
  /** Place in the picture, 0..1. */
  sx: number
  sy: number
  /** A colour of the material's own while it computes. */
  readonly env: Channels

  /** Diffuse reflectance. */
  ar: number
  ag: number
  ab: number
  /** Light it gives. */
  er: number
  eg: number
  eb: number
  /** Mirror reflectance straight on, gloss 0..1 of the sun's highlight, and share of the mirrored sky. */
  f0: number
  gloss: number
  refl: number
  /** Share of sunlight that comes through from behind. */
  trans: number
  /** How far light creeps round: soft snow, leaves. */
  wrap: number
  /** Multiplies what ambient occlusion leaves. */
  aoMul: number
  /** 1: the emitted light is all there is. */
  unlit: number
}

/** Writes how a surface looks where it was hit. Allocates nothing. */
export type Material = (hit: Hit) => void
