import type { Crew } from '../../crew.ts'
import type { Mesh } from '../mesh.ts'
import type { Scene } from '../scene.ts'
import type { CloudView } from '../sky/clouds.ts'
import type { Dome } from '../sky/dome.ts'
import type { LampGrid } from './lamp-grid.ts'
import type { ShadowMap } from './shadow-map.ts'

/** A scene with what was worked out once for all its pixels. */
export type Stage = {
  readonly crew: Crew
  readonly scene: Scene
  readonly mesh: Mesh
  /** Unit normals of the flat triangles. */
  readonly normals: Float32Array
  readonly dome: Dome
  readonly shadow: ShadowMap | null
  readonly lamps: LampGrid | null
  readonly clouds: CloudView | null
  readonly cloudsBelow: CloudView | null
}
