import type { Camera } from './camera.ts'
import type { Part } from './part.ts'
import type { Backdrop, Studio } from './studio.ts'
import type { Surface } from './surface.ts'
import type { Tracer } from './tracer.ts'
import type { Volume } from './volume.ts'

/** Everything a ray may need. The shading functions write their answer into `radiance`. */
export type Stage = {
  readonly parts: readonly Part[]
  readonly volume: Volume
  readonly tracer: Tracer
  readonly camera: Camera
  readonly studio: Studio
  readonly backdrop: Backdrop
  /** Height of the floor along the camera's plumb line. */
  readonly floor: number
  readonly surface: Surface
  /** Linear radiance of the last shaded ray. */
  readonly radiance: Float64Array
  /** Light on the last shaded point, 0..1, and how open it lies: what a drawn style needs. */
  readonly reading: { light: number; open: number; lit: number }
  /** Key light and openness read off neighbouring pixels of the same smooth face, instead of being traced. */
  readonly borrowed: { lit: number; open: number; active: boolean }
}
