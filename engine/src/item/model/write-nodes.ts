import type { ItemPlan } from '@daedal/protocol/generation/item-plan'
import type { GlbWriter } from '../../model/glb.ts'
import type { Box3 } from '../../model/mesh/surface-box.ts'
import type { Metres } from './write-mesh.ts'

export type ItemNodes = {
  readonly plan: ItemPlan
  readonly seed: number
  /** Meshes from fine to coarse. */
  readonly meshes: readonly number[]
  /** The box round the item, model units. */
  readonly box: Box3
  readonly metres: Metres
  /** Where the origin is. */
  readonly origin: 'grip' | 'base'
}

/** Share of the screen's height above which each level is meant to be drawn; below the last nothing need be. */
const COVERAGE = [0.35, 0.12, 0.01] as const

/** Writes the nodes of an item, its levels of detail and the box it collides with, and finishes the file. */
export function writeItemNodes(glb: GlbWriter, { plan, meshes, box, metres, origin }: ItemNodes): Uint8Array {
  const [finest, ...coarser] = meshes
  const root = glb.node({ name: plan.item, extras: { origin, metresPerUnit: 1, collider: colliderBox(box, metres) } })
  const ids = coarser.map((mesh, level) => glb.node({ name: `${plan.item}_LOD${level + 1}`, mesh }, 'unlisted'))
  if (ids.length > 0) glb.uses('MSFT_lod')
  glb.node(
    {
      name: `${plan.item}_LOD0`,
      mesh: finest!,
      ...(ids.length > 0 ? { extensions: { MSFT_lod: { ids } }, extras: { MSFT_screencoverage: COVERAGE.slice(0, meshes.length) } } : {}),
    },
    root,
  )
  const { size, centre } = colliderBox(box, metres)
  glb.uses('OMI_physics_body')
  glb.uses('OMI_physics_shape')
  glb.node(
    { name: 'collider', translation: centre, extensions: { OMI_physics_body: { motion: { type: 'dynamic' }, collider: { shape: 0 } } } },
    root,
  )
  const scene = { name: [plan.form, plan.item].filter((word) => word !== '').join(' ') }
  return glb.finish(scene, { extensions: { OMI_physics_shape: { shapes: [{ type: 'box', box: { size } }] } } })
}

/** The box in metres, to a tenth of a millimetre. */
function colliderBox(box: Box3, { scale, origin }: Metres) {
  const round = (metres: number) => Math.floor(metres * 1e4 + 0.5) / 1e4
  return {
    size: box.high.map((high, axis) => round((high - box.low[axis]!) * scale)),
    centre: box.high.map((high, axis) => round(((high + box.low[axis]!) / 2 - origin[axis]!) * scale)),
  }
}
