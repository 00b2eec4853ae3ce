import type { Rgb } from '../scene/vector.ts'

/** One texel of the ground while its colour is found: linear albedo, and light it gives off. */
export type Texel = { readonly colour: Float64Array; readonly glow: Float64Array }

export const createTexel = (): Texel => ({ colour: new Float64Array(3), glow: new Float64Array(3) })

export function set(texel: Texel, [r, g, b]: Rgb): void {
  texel.colour[0] = r
  texel.colour[1] = g
  texel.colour[2] = b
}

/** The colour between two. */
export function setBetween(texel: Texel, a: Rgb, b: Rgb, t: number): void {
  for (let i = 0; i < 3; i++) texel.colour[i] = a[i]! + (b[i]! - a[i]!) * t
}

export function shade(texel: Texel, factor: number): void {
  for (let i = 0; i < 3; i++) texel.colour[i]! *= factor
}

/** Moves the colour towards another by a share. */
export function blend(texel: Texel, colour: Rgb, share: number): void {
  for (let i = 0; i < 3; i++) texel.colour[i]! += (colour[i]! - texel.colour[i]!) * share
}

/** Moves the colour towards one between two others. */
export function blendBetween(texel: Texel, a: Rgb, b: Rgb, t: number, share: number): void {
  for (let i = 0; i < 3; i++) texel.colour[i]! += (a[i]! + (b[i]! - a[i]!) * t - texel.colour[i]!) * share
}

/** Light of its own, over a darkened colour. */
export function shine(texel: Texel, light: Rgb, share: number): void {
  for (let i = 0; i < 3; i++) {
    texel.colour[i]! *= 1 - share
    texel.glow[i]! += light[i]! * share
  }
}
