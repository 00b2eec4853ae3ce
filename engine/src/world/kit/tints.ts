import { saturate } from '../../math/dmath.ts'
import type { Tint } from '../../model/model.ts'
import { blend, type Rgb, times } from '../../scene/vector.ts'
import { rgb } from '../../solid/palette.ts'
import type { Sketch } from '../world.ts'

export const WOOD = rgb('#8a5a34')
export const DARK_WOOD = rgb('#5b3a22')
export const STONE = rgb('#9a958c')
export const IRON = rgb('#3a332e')
export const BLACK: Rgb = [0, 0, 0]
/** Light of lamps, fires and windows. */
export const WARM: Rgb = [1.9, 1.05, 0.38]
export const LAMPLIGHT: Rgb = [2.6, 1.5, 0.55]
export const FIRELIGHT: Rgb = [3, 1.4, 0.4]

/** From one colour at height `low` to another at `high`. */
export const byHeight =
  (a: Rgb, b: Rgb, low: number, high: number): Tint =>
  (_, y) =>
    blend(a, b, saturate((y - low) / (high - low)))

export const darker = (colour: Rgb, share: number): Rgb => blend(colour, BLACK, share)

/** A lamp's own glow: full when lamps are lit, a share of it by day. */
export const lampGlow = (sketch: Pick<Sketch, 'lit'>, colour: Rgb, byDay = 0.12): Rgb => (sketch.lit ? colour : times(colour, byDay))
