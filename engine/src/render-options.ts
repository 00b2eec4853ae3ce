import type { Picture } from './picture.ts'

/** Hooks a caller may hang on a render. */
export type RenderOptions = {
  /** Share done, 0..1, and the stage's name: `shape`, `light`, `develop`, of models `model` and `still`, `done`. */
  readonly onProgress?: (fraction: number, stage: string) => void
  /** Rows `from` (inclusive) to `to` (exclusive) of the picture hold a preview. */
  readonly onRows?: (picture: Picture, from: number, to: number) => void
  /** Asked every few milliseconds; true ends the render with `RenderStopped`. */
  readonly shouldStop?: () => boolean
}
