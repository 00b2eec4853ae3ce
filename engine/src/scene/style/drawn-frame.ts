import type { Mesh } from '../mesh.ts'
import type { Frame } from '../render/frame.ts'

/** Faces of a mesh that follow one another. */
export type FaceRange = { readonly from: number; readonly to: number }

/** What a drawn style looks at beside the picture: how deep each pixel lies and which face it shows. */
export type DrawnFrame = Pick<Frame, 'width' | 'height' | 'depth' | 'triangle' | 'normals'> & {
  readonly mesh: Pick<Mesh, 'material' | 'smooth'>
  /** Faces of what the plan names: from the first to before the last. */
  readonly named?: readonly FaceRange[]
}
