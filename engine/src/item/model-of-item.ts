import type { ItemPlan } from '@daedal/protocol/generation/item-plan'
import type { BuiltModel } from '../model/built-model.ts'
import { canonicalBytes, type Texels } from '../model/canonical.ts'
import { createGlb, type GlbWriter } from '../model/glb.ts'
import { convexMesh } from '../model/mesh/convex.ts'
import { boxOf, boxRound, triangleCount } from '../model/mesh/triangle-mesh.ts'
import type { RenderOptions } from '../render-options.ts'
import { RenderStopped } from '../render-stopped.ts'
import { heeded } from '../solid/field/heeded.ts'
import type { Gem, Glass, Opaque, Part } from '../solid/render/part.ts'
import { ENGINE_VERSION } from '../version.ts'
import { bake } from './model/bake.ts'
import { facetColours } from './model/facet-colours.ts'
import { gemMaterial, glassMaterial, surfaceMaterial } from './model/materials.ts'
import { longestSideOf } from './model/real-size.ts'
import { type Detail, levelsOf, smoothed } from './model/shell-levels.ts'
import { meshTogether, thinned } from './model/solid-levels.ts'
import { type Drawable, type Metres, writeMesh } from './model/write-mesh.ts'
import { writeItemNodes } from './model/write-nodes.ts'
import { setUpItem } from './set-up-item.ts'

/** How fine a model is: for tests of many. */
export type ModelDetail = Detail & {
  /** Triangles of all glass, in each level. */
  readonly glass: readonly number[]
}

export const FULL_DETAIL: ModelDetail = { triangles: [8000, 2600, 1200], glass: [1600, 700, 260], size: 512 }

type Made<Material> = Part & { readonly material: Material }
const made = <Kind extends Part['material']['kind'], Material extends Part['material'] & { kind: Kind }>(
  parts: readonly Part[],
  kind: Kind,
) => parts.filter((part): part is Made<Material> => part.material.kind === kind)

/** A primitive of a level of detail. */
type Piece = { readonly mesh: Drawable; readonly material: number }

/**
 * Builds an item as a textured model out of the parts its icon is drawn from. The same plan and seed (a uint32) give the same vertices and
 * texels on every machine.
 */
export function modelOfItem(plan: ItemPlan, seed: number, options: RenderOptions = {}, detail: ModelDetail = FULL_DETAIL): BuiltModel {
  const heed = () => {
    if (options.shouldStop?.()) throw new RenderStopped()
  }
  const report = (fraction: number, stage: string) => {
    heed()
    options.onProgress?.(fraction, stage)
  }
  report(0, 'shape')
  const { bench, pose } = setUpItem(plan, seed)
  const parts = heeded(bench.parts, heed)
  const glb = createGlb(`Daedal engine ${ENGINE_VERSION}`)
  const texels: Texels[] = []
  const solid = made<'opaque', Opaque>(parts, 'opaque')
  const levels: Piece[][] = detail.triangles.map(() => [])
  if (solid.length > 0) addSolid(glb, solid, detail, levels, texels, report)
  addGlass(glb, made<'glass', Glass>(parts, 'glass'), detail, levels)
  addGems(glb, made<'gem', Gem>(parts, 'gem'), levels)
  report(0.95, 'develop')
  const box = boxRound(levels[0]!.map(({ mesh }) => boxOf(mesh.positions)))
  // the group is wider than one of it by as much as it is shown from farther away
  const scale =
    (longestSideOf(plan.item, bench.has('tiny')) * (plan.count ?? 1)) / Math.max(...box.high.map((high, axis) => high - box.low[axis]!))
  const grip = pose.stands === null ? parts.find(({ name }) => name === 'grip') : undefined
  const origin = grip ? ([grip.bound[0], grip.bound[1], grip.bound[2]] as const) : ([0, pose.stands ?? box.low[1], 0] as const)
  const metres: Metres = { scale, origin }
  const meshes = levels.map((pieces, level) =>
    glb.mesh(
      `${plan.item}_LOD${level}`,
      pieces.map(({ mesh, material }) => writeMesh(glb, mesh, material, metres)),
    ),
  )
  const counts = levels.map((pieces) => pieces.reduce((sum, { mesh }) => sum + triangleCount(mesh), 0))
  const file = writeItemNodes(glb, { plan, seed, meshes, box, metres, origin: grip ? 'grip' : 'base' })
  report(1, 'done')
  return {
    role: 'model',
    glb: file,
    canonical: canonicalBytes(file, texels),
    counts: { triangles: counts[0]!, drawCalls: levels[0]!.length },
  }
}

function addSolid(
  glb: GlbWriter,
  parts: readonly Made<Opaque>[],
  detail: ModelDetail,
  levels: Piece[][],
  texels: Texels[],
  report: (fraction: number, stage: string) => void,
): void {
  const { atlas, finest, part, levels: meshes } = levelsOf(parts, detail)
  report(0.35, 'light')
  const baked = bake({ mesh: finest, atlas, part, parts, onRow: (share) => report(0.35 + 0.45 * share, 'light') })
  report(0.8, 'develop')
  const material = surfaceMaterial(glb, baked, atlas.size, texels)
  for (const [level, mesh] of meshes.entries()) levels[level]!.push({ mesh, material })
}

function addGlass(glb: GlbWriter, parts: readonly Made<Glass>[], { glass }: ModelDetail, levels: Piece[][]): void {
  const first = parts[0]
  if (!first) return
  const material = glassMaterial(glb, first.material)
  let mesh = meshTogether(parts, glass[0]!)
  for (const [level, triangles] of glass.entries()) {
    if (level > 0) mesh = thinned(mesh, triangles)
    levels[level]!.push({ mesh: smoothed(mesh, parts), material })
  }
}

/** Stones are few triangles: each level has them all. Those of one colour are one primitive. */
function addGems(glb: GlbWriter, parts: readonly Made<Gem>[], levels: Piece[][]): void {
  const kinds = new Map<string, Made<Gem>[]>()
  for (const part of parts) {
    const key = [...part.material.base, ...part.material.glow, part.material.ior].join(' ')
    kinds.set(key, [...(kinds.get(key) ?? []), part])
  }
  for (const gems of kinds.values()) {
    const material = gemMaterial(glb, gems[0]!.material)
    const mesh = joined(gems.map(({ material }) => ({ mesh: convexMesh(material.planes), gem: material })))
    for (const pieces of levels) pieces.push({ mesh, material })
  }
}

function joined(stones: readonly { mesh: ReturnType<typeof convexMesh>; gem: Gem }[]): Drawable {
  const positions: number[] = []
  const normals: number[] = []
  const colours: number[] = []
  const index: number[] = []
  for (const { mesh, gem } of stones) {
    const first = positions.length / 3
    positions.push(...mesh.positions)
    normals.push(...mesh.normals)
    colours.push(...facetColours(mesh, gem))
    index.push(...[...mesh.index].map((vertex) => first + vertex))
  }
  return { positions: Float64Array.from(positions), normals: Float64Array.from(normals), colours, index: Uint32Array.from(index) }
}
