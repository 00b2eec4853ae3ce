import Type, { type Static } from 'typebox'
import { tokenStandards } from '../chains/caip.ts'
import { Address, AmountString, BasisPoints, Cursor, described, enumOf, Hex32, nullable, pageOf, Timestamp, WeiString } from '../scalars.ts'

/** Kinds of collection: ERC-721 of everybody, ERC-1155 of everybody, ERC-721 of one creator. */
export const collectionKinds = ['shared', 'edition', 'creator'] as const
export type CollectionKind = (typeof collectionKinds)[number]

/** What the collections of a deployment are called: the shared one says so itself, ERC-1155 has no names. */
export const houseTitles = {
  shared: { name: 'Daedal Assets', symbol: 'DAEDAL' },
  edition: { name: 'Daedal Editions', symbol: '' },
} as const

/** A collection whose tokens are assets here. */
export const Collection = Type.Object({
  address: Address,
  chainId: Type.Integer(),
  kind: enumOf(collectionKinds),
  standard: enumOf(tokenStandards),
  name: Type.String({ description: 'At most 128 characters of what its creator called it' }),
  symbol: Type.String({ description: 'Empty where the standard has none' }),
  creator: nullable(Address),
  contractUri: nullable(Type.String({ description: 'Address of the JSON that describes it (ERC-7572)' })),
  terms: nullable(
    Type.Object(
      {
        royaltyReceiver: Address,
        royaltyBps: BasisPoints,
        remixBps: BasisPoints,
        policy: Type.Integer({ minimum: 0, maximum: 255, description: 'Bits, see contracts/tokens/types/Terms.sol' }),
      },
      { description: 'What holds for all of its tokens, for ever; null where each token has terms of its own' },
    ),
  ),
  createdAt: nullable(Timestamp),
  items: Type.Integer({ description: 'Assets there are, as lists show them; an edition counts once' }),
  owners: Type.Integer({ description: 'Accounts that own an asset, or units of one' }),
  floor: nullable(
    Type.Object(
      { asset: Type.String({ description: 'CAIP-19 id' }), hash: Hex32, price: WeiString, currency: Address },
      { description: 'The cheapest listing that anyone can fill now, in ether or wrapped ether; of an edition for one unit' },
    ),
  ),
  volume: described(AmountString, 'What was paid for its assets in ether and wrapped ether, wei'),
  sales: Type.Integer({ description: 'Assets that changed hands by a sale, in any currency' }),
})
export type Collection = Static<typeof Collection>

/** `GET /v1/collections`, the newest first. */
export const CollectionQuery = Type.Object(
  {
    kind: Type.Optional(enumOf(collectionKinds)),
    creator: Type.Optional(Address),
    cursor: Type.Optional(Cursor),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 24 })),
    minBlock: Type.Optional(Type.Integer({ minimum: 0, description: 'Wait (up to 5 s) until the index has seen this block' })),
  },
  { additionalProperties: false },
)
export type CollectionQuery = Static<typeof CollectionQuery>

export const CollectionPage = pageOf(Collection)
export type CollectionPage = Static<typeof CollectionPage>
