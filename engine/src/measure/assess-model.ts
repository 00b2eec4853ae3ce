import { type GlbContent, type Gltf, readGlb } from '../model/read-glb.ts'
import type { Vec3 } from '../scene/vector.ts'

/** What a model's file is found to hold. */
export type ModelFigures = {
  readonly triangles: number
  readonly drawCalls: number
  readonly textures: number
  /** Extent in metres, what cannot be touched (a sky) left out. */
  readonly size: Vec3
}

type GltfNode = Gltf['nodes'][number]

/** Places of nodes in the scene; turns are left out, they move no box by more than its own size. */
function places({ nodes, scenes }: Gltf): Map<GltfNode, Vec3> {
  const found = new Map<GltfNode, Vec3>()
  const visit = (number: number, from: Vec3) => {
    const node = nodes[number]!
    const [x, y, z] = node.translation ?? [0, 0, 0]
    const at: Vec3 = [from[0] + x, from[1] + y, from[2] + z]
    found.set(node, at)
    for (const child of node.children ?? []) visit(child, at)
  }
  for (const root of scenes[0]?.nodes ?? []) visit(root, [0, 0, 0])
  return found
}

function sizeOf({ json }: GlbContent): Vec3 {
  const low = [1e9, 1e9, 1e9]
  const high = [-1e9, -1e9, -1e9]
  for (const [node, at] of places(json)) {
    if (node.mesh === undefined || node.extras?.noCollision === true) continue
    for (const { attributes } of json.meshes[node.mesh]!.primitives) {
      const { min, max } = json.accessors[attributes.POSITION!]!
      for (let k = 0; k < 3; k++) {
        low[k] = Math.min(low[k]!, min![k]! + at[k]!)
        high[k] = Math.max(high[k]!, max![k]! + at[k]!)
      }
    }
  }
  const along = (k: number) => Math.max(0, high[k]! - low[k]!)
  return [along(0), along(1), along(2)]
}

/** Counts what is in a GLB file. */
export function assessModel(glb: Uint8Array): ModelFigures {
  const content = readGlb(glb)
  const primitives = content.json.meshes.flatMap(({ primitives }) => primitives)
  return {
    triangles: primitives.reduce((sum, { indices }) => sum + content.json.accessors[indices]!.count / 3, 0),
    drawCalls: primitives.length,
    textures: content.json.images?.length ?? 0,
    size: sizeOf(content),
  }
}

/** The figures that a record keeps, as decimal strings with two digits at most; `modelUp` names the axis that points up. */
export function recordedModelMetrics({ triangles, drawCalls, textures, size }: ModelFigures): Record<string, string> {
  const metres = (value: number) => String(Math.floor(value * 100 + 0.5) / 100)
  return {
    modelTriangles: String(triangles),
    modelDrawCalls: String(drawCalls),
    modelTextures: String(textures),
    modelWidth: metres(size[0]),
    modelHeight: metres(size[1]),
    modelDepth: metres(size[2]),
    modelUp: 'y',
  }
}
