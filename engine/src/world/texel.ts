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
  const { colour } = texel
  colour[0] = a[0] + (b[0] - a[0]) * t
  colour[1] = a[1] + (b[1] - a[1]) * t
  colour[2] = a[2] + (b[2] - a[2]) * t
}

export function shade({ colour }: Texel, factor: number): void {
  colour[0]! *= factor
  colour[1]! *= factor
  colour[2]! *= factor
}

/** Moves the colour towards another by a share. */
export function blend({ colour }: Texel, towards: Rgb, share: number): void {
  colour[0]! += (towards[0] - colour[0]!) * share
  colour[1]! += (towards[1] - colour[1]!) * share
  colour[2]! += (towards[2] - colour[2]!) * share
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
