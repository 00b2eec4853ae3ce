import { mirrorCamera } from '../camera.ts'
import type { Reflection } from '../material/hit.ts'
import type { MaterialId } from '../material/material-id.ts'
import { createRaster, type Raster } from './raster.ts'
import { rasterize } from './rasterize.ts'
import { createShader } from './shader.ts'
import type { Stage } from './stage.ts'

const { floor, max, min, round } = Math

/** Ripples look this many rows of a 384-row reflection up and down. */
const SMEAR = 14 / 384
/** Brighter light is cut, so that smeared lamps stay calm. */
const BRIGHTEST = 40

export type LevelMirror = { readonly height: number; readonly material: MaterialId; readonly resolution: number }

/** Pixels of the reflection that some ripple may ask for: where the mirror shows, rows above and below it, one column more. */
function needed({ width, height }: Raster, seen: Raster, stage: Stage, mirror: MaterialId): Uint8Array {
  const need = new Uint8Array(width * height)
  const stepX = seen.width / width
  const stepY = seen.height / height
  const reach = Math.ceil(SMEAR * height)
  for (let i = 0; i < width; i++) {
    let last = -1
    for (let j = 0; j < height; j++) {
      const t = seen.triangle[floor((j + 0.5) * stepY) * seen.width + floor((i + 0.5) * stepX)]!
      if (t === 0 || stage.mesh.material[t - 1] !== mirror) continue
      const to = min(height - 1, j + reach)
      for (let q = max(last + 1, 0, j - reach); q <= to; q++) {
        need[q * width + i] = 1
        if (i + 1 < width) need[q * width + i + 1] = 1
        if (i > 0) need[q * width + i - 1] = 1
      }
      last = to
    }
  }
  return need
}

/**
 * Draws the scene as its level mirror shows it. `seen` is the picture itself: only what the mirror needs is shaded.
 * @param scratch memory of four numbers a vertex that nobody else needs meanwhile
 * @param onProgress called with the share done; may throw to stop
 */
export function drawReflection(
  stage: Stage,
  mirror: LevelMirror,
  seen: Raster,
  scratch: Float64Array,
  onProgress: (fraction: number) => void,
): Reflection {
  const side = max(seen.width, seen.height)
  const width = max(2, round((mirror.resolution * seen.width) / side))
  const height = max(2, round((mirror.resolution * seen.height) / side))
  const camera = mirrorCamera(stage.scene.camera, mirror.height)
  const raster = createRaster(width, height, stage.crew)
  rasterize(stage.mesh, camera, raster, stage.crew, {
    above: mirror.height + 0.02,
    skip: mirror.material,
    scratch,
    onProgress: (f) => onProgress(f * 0.3),
  })
  const need = needed(raster, seen, stage, mirror.material)
  const radiance = stage.crew.floats(width * height * 3)
  const shader = createShader(stage, { camera, width, height, openness: null, air: null, reflection: null })
  const drawRow = (j: number) => {
    for (let i = 0; i < width; i++) {
      const p = j * width + i
      if (need[p] === 0) continue
      shader.shade(i + 0.5, j + 0.5, raster.triangle[p]! - 1, 0)
      for (let c = 0; c < 3; c++) radiance[p * 3 + c] = min(BRIGHTEST, shader.colour[c]!)
    }
  }
  const work = (from: number, to: number) => {
    for (let j = from; j < to; j++) drawRow(j)
  }
  stage.crew.rows(height, 8, work, (f) => onProgress(0.3 + 0.7 * f))
  return { radiance, width, height }
}
