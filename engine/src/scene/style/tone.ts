/** Brightness of a pixel of a display-ready picture, 0..1. */
export const toneAt = (display: Float32Array, pixel: number) =>
  0.3 * display[pixel * 3]! + 0.59 * display[pixel * 3 + 1]! + 0.11 * display[pixel * 3 + 2]!
