import type { AvatarBackdrop, AvatarStyle } from '@daedal/protocol/generation/avatar-plan'
import { saturate } from '../../math/dmath.ts'
import type { Frame } from '../../solid/render/frame.ts'
import { drawGouache } from './gouache.ts'
import { drawPixels } from './pixels.ts'
import { drawPrint } from './print.ts'

const { floor } = Math

/** Draws a picture (sRGB 0..1, three numbers a pixel) anew from what each pixel shows; calls `onProgress` with the share done. */
export type Hand = (
  display: Float32Array,
  frame: Frame,
  backdrop: Exclude<AvatarBackdrop, 'any'>,
  onProgress: (fraction: number) => void,
) => Float32Array

const HANDS: Record<Exclude<AvatarStyle, 'toy'>, Hand> = { print: drawPrint, gouache: drawGouache, pixel: drawPixels }

/** Redraws a developed picture in place by another hand. */
export function redraw(
  rgba: Uint8Array,
  frame: Frame,
  style: Exclude<AvatarStyle, 'toy'>,
  backdrop: Exclude<AvatarBackdrop, 'any'>,
  onProgress: (fraction: number) => void,
): void {
  const count = frame.width * frame.height
  const display = new Float32Array(count * 3)
  for (let i = 0; i < count; i++) for (let c = 0; c < 3; c++) display[3 * i + c] = rgba[4 * i + c]! / 255
  const drawn = HANDS[style](display, frame, backdrop, onProgress)
  for (let i = 0; i < count; i++) for (let c = 0; c < 3; c++) rgba[4 * i + c] = floor(saturate(drawn[3 * i + c]!) * 255 + 0.5)
}
