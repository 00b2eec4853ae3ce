import { clamp } from '../../../../math/dmath.ts'
import type { Camera } from '../../../camera.ts'
import type { MeshBuilder } from '../../../mesh.ts'
import { type Terrain, terrain } from '../../../shape/terrain.ts'

export type SeaSurface = Omit<Terrain, 'u' | 'v'> & {
  /** Foam at a shore 0..1; negative where the bed is too deep to be seen. */
  readonly shore?: (x: number, z: number) => number
  /** Height of a crest that breaks, metres. */
  readonly crest?: number
}

/** The sea as a fan of waves in front of the camera; its vertices tell the material how near a crest and a shore they are. */
export function seaSurface(mesh: MeshBuilder, camera: Camera, { shore, crest = 3.2, ...fan }: SeaSurface): void {
  terrain(mesh, camera, {
    ...fan,
    u: (x, _, z) => (shore ? shore(x, z) : -1),
    v: (_, y) => clamp((y + 0.4) / (crest + 0.4), -0.2, 1.4),
  })
}
