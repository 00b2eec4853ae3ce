import Type, { type Static } from 'typebox'
import { assetKinds } from '../provenance/core.ts'
import { Address, described, Hex32, nullable, pageOf, UintString } from '../scalars.ts'
import { Rendition } from '../tokens/api.ts'

/** An asset as a game world needs it: typed files with hash and size, licence, labels. `GET /v1/assets/{id}/passport` */
export const AssetPassport = Type.Object({
  asset: Type.String({ description: 'CAIP-19 id' }),
  name: Type.String(),
  kind: Type.Unsafe<(typeof assetKinds)[number]>(Type.String({ enum: [...assetKinds] })),
  owner: described(nullable(Address), 'Null of an edition, which has holders'),
  renditions: Type.Array(Rendition),
  licence: Type.String(),
  labels: Type.Object({ aiGenerated: Type.Boolean(), digitalSourceType: Type.String() }),
  provenance: Type.Object({ coreHash: Hex32, root: Hex32, cid: Type.String() }),
})
export type AssetPassport = Static<typeof AssetPassport>

/** An asset of an account. */
export const OwnedAsset = Type.Object({
  ...AssetPassport.properties,
  units: described(nullable(UintString), 'Units of an edition that the account has; null of what is one of a kind'),
})
export type OwnedAsset = Static<typeof OwnedAsset>

/** `GET /v1/accounts/{address}/assets`: what a wallet owns, for a world that imports it. */
export const OwnedAssetPage = pageOf(OwnedAsset)
export type OwnedAssetPage = Static<typeof OwnedAssetPage>
