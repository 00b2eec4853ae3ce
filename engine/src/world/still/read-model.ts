import type { Texels } from '../../model/canonical.ts'
import { type GlbContent, readGlb } from '../../model/read-glb.ts'
import type { Vec3 } from '../../scene/vector.ts'

/** What a part of the picture is, for judging a view. */
export const SORTS = ['sky', 'ground', 'thing', 'water'] as const
export type Sort = (typeof SORTS)[number]

/** Triangles that are drawn alike. Places in metres; colours are linear, four numbers a vertex; `uvs` lead into the ground's texture. */
export type Part = {
  readonly sort: Sort
  readonly positions: Float32Array
  readonly colours: Float32Array | null
  readonly uvs: Float32Array | null
  readonly index: ArrayLike<number>
}

/** A world's file as it is drawn, and what it says of itself. */
export type StillModel = {
  /** What hides most first, what is seen through last. */
  readonly parts: readonly Part[]
  readonly ground: Texels
  readonly spawn: Vec3
  readonly landmark: Vec3
  readonly points: readonly Vec3[]
  /** Those of its points that the plan names. */
  readonly asked: readonly Vec3[]
  readonly horizon: Vec3
  readonly outdoors: boolean
}

const SIXTEEN = 1 / 65535

const sortOf = (name: string): Sort =>
  name === 'ground' ? 'ground' : name === 'sky_backdrop' ? 'sky' : name === 'water' ? 'water' : 'thing'

/** How a turning node stands when its turn begins, a quaternion; null of what stands still. */
function firstTurn({ json, numbers }: GlbContent, node: number): ArrayLike<number> | null {
  for (const { channels, samplers } of json.animations ?? [])
    for (const { sampler, target } of channels) if (target.node === node) return numbers(samplers[sampler]!.output).subarray(0, 4)
  return null
}

/** Turns places about the origin by a quaternion, then moves them. */
function stand(positions: Float32Array, turn: ArrayLike<number> | null, move: Vec3): Float32Array {
  const [qx, qy, qz, qw] = turn ? [turn[0]!, turn[1]!, turn[2]!, turn[3]!] : [0, 0, 0, 1]
  const out = new Float32Array(positions.length)
  for (let i = 0; i < positions.length; i += 3) {
    const [x, y, z] = [positions[i]!, positions[i + 1]!, positions[i + 2]!]
    const tx = 2 * (qy * z - qz * y)
    const ty = 2 * (qz * x - qx * z)
    const tz = 2 * (qx * y - qy * x)
    out[i] = x + qw * tx + qy * tz - qz * ty + move[0]
    out[i + 1] = y + qw * ty + qz * tx - qx * tz + move[1]
    out[i + 2] = z + qw * tz + qx * ty - qy * tx + move[2]
  }
  return out
}

function partOf(content: GlbContent, number: number): Part | null {
  const { json, numbers } = content
  const node = json.nodes[number]!
  const [part] = (node.mesh === undefined ? undefined : json.meshes[node.mesh])?.primitives ?? []
  if (!part) return null
  const { POSITION, COLOR_0, TEXCOORD_0 } = part.attributes
  return {
    sort: sortOf(node.name),
    positions: stand(numbers(POSITION!) as Float32Array, firstTurn(content, number), node.translation ?? [0, 0, 0]),
    colours: COLOR_0 === undefined ? null : Float32Array.from(numbers(COLOR_0), (value) => value * SIXTEEN),
    uvs: TEXCOORD_0 === undefined ? null : (numbers(TEXCOORD_0) as Float32Array),
    index: numbers(part.indices),
  }
}

/** Opens a world's file for drawing. `ground` is its texture before it was encoded. Turning parts stand as they begin. */
export function readModel(glb: Uint8Array, ground: Texels): StillModel {
  const content = readGlb(glb)
  const { nodes, scenes, extensionsUsed } = content.json
  const spawn = nodes.find(({ name }) => name === 'spawn_01')
  const { fog } = scenes[0]!.extras as { readonly fog: { readonly color: Vec3 } }
  const points = nodes.filter(({ name, translation }) => name.startsWith('poi_') && translation)
  const parts = nodes.flatMap((_, number) => partOf(content, number) ?? [])
  return {
    parts: (['thing', 'ground', 'sky', 'water'] as const).flatMap((sort) => parts.filter((part) => part.sort === sort)),
    ground,
    spawn: spawn!.translation!,
    landmark: spawn!.extras!.lookAt as Vec3,
    points: points.map(({ translation }) => translation!),
    asked: points.filter(({ extras }) => extras?.asked === true).map(({ translation }) => translation!),
    horizon: fog.color,
    outdoors: extensionsUsed?.includes('OMI_environment_sky') ?? false,
  }
}
