import Type, { type Static } from 'typebox'
import { CidString, Hex32 } from '../scalars.ts'

/** One trait, as OpenSea and others read it. */
export const Trait = Type.Object({
  trait_type: Type.String({ maxLength: 64 }),
  value: Type.Union([Type.String({ maxLength: 256 }), Type.Integer()]),
})
export type Trait = Static<typeof Trait>

/** `metadata.json` of a token: ERC-721/1155 conventions, ERC-7517 mining preference, ERC-7007 fields. Children are named by CID. */
export const TokenMetadata = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 120 }),
  description: Type.String({ maxLength: 2_000 }),
  image: Type.String({ description: 'ipfs://<cid of the picture, of a world its still>' }),
  image_url: Type.Optional(Type.String()),
  animation_url: Type.Optional(Type.String({ description: 'ipfs://<cid of the GLB, of an avatar the VRM>' })),
  asset: Type.Object({ cid: CidString, mime: Type.String(), sha256: Hex32, bytes: Type.Integer({ minimum: 1 }) }),
  thumbnail: Type.Object({ cid: CidString, mime: Type.String(), sha256: Hex32, bytes: Type.Integer({ minimum: 1 }) }),
  attributes: Type.Array(Trait, { maxItems: 64 }),
  licence: Type.String({ maxLength: 64 }),
  dataMiningPreference: Type.String({ maxLength: 64 }),
  aigc_type: Type.String({ maxLength: 32 }),
  aigc_data: Type.String({ maxLength: 4096 }),
  prompt: Type.String({ description: 'Commitment to the prompt, or its text when the creator made it public', maxLength: 2_100 }),
  proof_type: Type.String({ maxLength: 32 }),
  coreHash: Hex32,
})
export type TokenMetadata = Static<typeof TokenMetadata>
