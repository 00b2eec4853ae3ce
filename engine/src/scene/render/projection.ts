import type { Camera } from '../camera.ts'

/** How a camera's square lies on a picture of width × height: it covers it, centred. */
export type Projection = {
  /** Pixels a unit of tangent. */
  readonly scale: number
  /** Where the axis meets the picture. */
  readonly x: number
  readonly y: number
}

export function projectionOf(camera: Camera, width: number, height: number): Projection {
  const side = Math.max(width, height)
  return {
    scale: side / 2 / camera.half,
    x: width / 2 - (camera.shiftX * side) / 2,
    y: height / 2 + (camera.shiftY * side) / 2,
  }
}
