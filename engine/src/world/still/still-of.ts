import type { Texels } from '../../model/canonical.ts'
import type { Picture } from '../../picture.ts'
import { createMeter, type MeterOptions } from '../../scene/meter.ts'
import { chooseEye } from './choose-eye.ts'
import { develop } from './develop.ts'
import { createCanvas, drawParts } from './draw-parts.ts'
import { readModel } from './read-model.ts'
import { createTexture } from './texture.ts'

/** Pixels across a still and down it. */
export const STILL_SIZE = 768
/** Samples across a pixel. */
const SAMPLES = 2

export type StillOptions = MeterOptions & {
  /** Pixels across, {@link STILL_SIZE} when left out. */
  readonly size?: number
}

/**
 * A picture of a finished world, taken from its file: its vertices, its ground before that was encoded. The same file gives the
 * same pixels on every machine. Throws `RenderStopped` when asked to stop.
 */
export function stillOf({ glb, ground }: { readonly glb: Uint8Array; readonly ground: Texels }, options: StillOptions = {}): Picture {
  const { size = STILL_SIZE } = options
  const meter = createMeter(options)
  meter.stage('still', 0, 1)
  const model = readModel(glb, ground)
  const texture = createTexture(ground)
  const eye = chooseEye(model, texture, meter.tick)
  const canvas = createCanvas(size * SAMPLES, size * SAMPLES)
  drawParts(canvas, eye, model, texture, meter.pulse)
  const picture = develop(canvas, SAMPLES)
  meter.stage('done', 1, 1)
  return picture
}
