import Type, { type Static } from 'typebox'
import { CidString, enumOf, Hex32 } from '../scalars.ts'

/** What a model is to its asset: a thing, a rigged character or a place to walk in. */
export const modelRoles = ['model', 'avatar', 'world'] as const
export type ModelRole = (typeof modelRoles)[number]

/** Name in the asset's folder, by role. A world's model is the asset itself; the others stand beside a picture. */
export const modelPaths = { model: 'model.glb', avatar: 'avatar.vrm', world: 'asset.glb' } as const satisfies Record<ModelRole, string>

/** Bytes a model may have. */
export const MODEL_LIMIT = 16 << 20

/** Media type of every model: a VRM is a binary glTF too. */
export const MODEL_MIME = 'model/gltf-binary'

/** A model that was made with a picture. Triangles and draw calls are 0 where its record does not say how many there are. */
export const ModelFile = Type.Object({
  role: enumOf(modelRoles),
  url: Type.String({ description: 'Gateway path' }),
  cid: CidString,
  bytes: Type.Integer({ minimum: 1 }),
  triangles: Type.Integer({ minimum: 0 }),
  drawCalls: Type.Integer({ minimum: 0 }),
  sha256: Hex32,
  renderSha256: Type.Unsafe<`0x${string}`>({ ...Hex32, description: 'sha-256 of the vertices and decoded pixels' }),
})
export type ModelFile = Static<typeof ModelFile>
