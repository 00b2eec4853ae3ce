import type { Mesh } from '../mesh.ts'
import type { Frame } from '../render/frame.ts'

/** What a drawn style looks at beside the picture: how deep each pixel lies and which face it shows. */
export type DrawnFrame = Pick<Frame, 'width' | 'height' | 'depth' | 'triangle' | 'normals'> & {
  readonly mesh: Pick<Mesh, 'material' | 'smooth'>
}
