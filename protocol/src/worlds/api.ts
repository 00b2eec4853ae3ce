import Type, { type Static } from 'typebox'
import { assetKinds } from '../provenance/core.ts'
import { Address, Hex32, pageOf } from '../scalars.ts'
import { Rendition } from '../tokens/api.ts'

/** An asset as a game world needs it: typed files with hash and size, licence, labels. `GET /v1/assets/{id}/passport` */
export const AssetPassport = Type.Object({
  asset: Type.String({ description: 'CAIP-19 id' }),
  name: Type.String(),
  kind: Type.Unsafe<(typeof assetKinds)[number]>(Type.String({ enum: [...assetKinds] })),
  owner: Address,
  renditions: Type.Array(Rendition),
  licence: Type.String(),
  labels: Type.Object({ aiGenerated: Type.Boolean(), digitalSourceType: Type.String() }),
  provenance: Type.Object({ coreHash: Hex32, root: Hex32, cid: Type.String() }),
})
export type AssetPassport = Static<typeof AssetPassport>

/** `GET /v1/accounts/{address}/assets`: what a wallet owns, for a world that imports it. */
export const OwnedAssetPage = pageOf(AssetPassport)
export type OwnedAssetPage = Static<typeof OwnedAssetPage>
