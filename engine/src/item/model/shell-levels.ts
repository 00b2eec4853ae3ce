import { type Charts, chartsOf } from '../../model/atlas/charts.ts'
import { type Atlas, layOut, type Unwrapped, unwrap } from '../../model/atlas/unwrap.ts'
import { splitAtCreases } from '../../model/mesh/creases.ts'
import type { SmoothMesh } from '../../model/mesh/triangle-mesh.ts'
import type { Part } from '../../solid/render/part.ts'
import { type JointMesh, meshTogether, thinned, UNSEEN } from './solid-levels.ts'
import { hiddenOf } from './surroundings.ts'

/** Opaque parts in several levels of detail that share one atlas. */
export type Levels = {
  readonly atlas: Atlas
  /** The finest mesh before vertices were parted by charts, and the part of each of its triangles. */
  readonly finest: SmoothMesh
  readonly part: Uint32Array
  readonly levels: readonly Unwrapped[]
}

export type Detail = {
  /** Triangles of each level, finest first. */
  readonly triangles: readonly number[]
  /** Texels along a side of the atlas. */
  readonly size: number
}

/** Finite difference of vertex normals, model units. */
const NORMAL_STEP = 0.003
/** What lies inside other parts gets this share of the texels a unit. */
const TIERS = [1, 0.12] as const
/** Texels a unit beyond which nothing is gained. */
const FINEST_TEXELS = 900

export function levelsOf(parts: readonly Part[], { triangles, size }: Detail): Levels {
  let mesh = meshTogether(parts, triangles[0]!)
  const hidden = hiddenOf(mesh, mesh.part, parts)
  const charted = chartsOf(mesh, (t) => hidden[t]!)
  const atlas = layOut(charted, size, TIERS, FINEST_TEXELS)
  const finest = smoothed(mesh, parts)
  const levels = [unwrap(finest, atlas, charted.of)]
  const part = mesh.part
  let chart: Charts['of'] = charted.of
  for (const budget of triangles.slice(1)) {
    const fewer = thinned(mesh, budget, { groups: chart, weights: Float64Array.from(chart, (c) => (charted.charts[c]!.tier ? UNSEEN : 1)) })
    chart = fewer.origin.map((t) => chart[t]!)
    mesh = fewer
    levels.push(unwrap(smoothed(mesh, parts), atlas, chart))
  }
  return { atlas, finest, part, levels }
}

/** A mesh with the normals of its parts' fields. */
export const smoothed = (mesh: JointMesh, parts: readonly Part[]): SmoothMesh =>
  splitAtCreases(mesh, (t) => parts[mesh.part[t]!]!.field, NORMAL_STEP)
