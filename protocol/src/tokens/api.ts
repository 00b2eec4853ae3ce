import Type, { type Static } from 'typebox'
import { tokenStandards } from '../chains/caip.ts'
import { ModelFile, modelRoles } from '../generation/model-file.ts'
import { OrderView } from '../market/api.ts'
import { AuctionView } from '../market/auction-api.ts'
import { type AssetKind, assetKinds, inputRelations } from '../provenance/core.ts'
import { disclosures, proofKinds } from '../provenance/disclosure.ts'
import {
  Address,
  AmountString,
  BasisPoints,
  CidString,
  Cursor,
  described,
  enumOf,
  Hex32,
  nullable,
  pageOf,
  Timestamp,
  UintString,
  WeiString,
} from '../scalars.ts'
import { Trait } from './metadata.ts'

/** Units of an edition. */
export const Units = Type.Object({
  cap: described(UintString, 'Most units there can ever be'),
  minted: described(UintString, 'Units minted so far, burned ones included'),
  supply: described(UintString, 'Units there are'),
})
export type Units = Static<typeof Units>

/** Contracts of the market that hold tokens which are somebody's. */
export const escrowKinds = ['auction', 'drop'] as const

/** What a card shows. */
export const AssetSummary = Type.Object({
  id: Type.String({ description: 'CAIP-19 id' }),
  chainId: Type.Integer(),
  collection: Address,
  tokenId: UintString,
  standard: enumOf(tokenStandards),
  name: Type.String(),
  kind: enumOf(assetKinds),
  creator: Address,
  owner: described(nullable(Address), 'Who has it on chain; null of an edition, which has holders'),
  escrow: described(
    nullable(
      Type.Object({
        by: enumOf(escrowKinds),
        contract: Address,
        owner: described(
          nullable(Address),
          'Whose it is: of an auction its seller, until a winner has it; null of a drop, from which the buyer of a ticket or its creator gets it',
        ),
      }),
    ),
    'The contract of the market that holds it, which then is its owner on chain; null where its owner has it, and of an edition',
  ),
  units: described(nullable(Units), 'Null of what is one of a kind'),
  image: Type.String({ description: 'Gateway path of the thumbnail, `/ipfs/…`' }),
  width: Type.Integer({ description: 'Pixels of the picture; of a world those of its still' }),
  height: Type.Integer(),
  description: Type.String({ description: 'What the picture shows, for people who cannot see it' }),
  modelRole: described(nullable(enumOf(modelRoles)), 'What its model is: a thing, a character or a place; null of pictures alone'),
  disclosure: enumOf(disclosures),
  proof: enumOf(proofKinds),
  listing: nullable(Type.Object({ hash: Hex32, price: WeiString, currency: Address, endTime: UintString })),
  bestOffer: nullable(Type.Object({ hash: Hex32, price: WeiString, currency: Address })),
  lastSale: described(
    nullable(Type.Object({ price: WeiString, currency: Address, at: Timestamp })),
    'The price of an edition is that of one unit, here as in listing and bestOffer',
  ),
  auction: described(
    nullable(
      Type.Object({
        id: Hex32,
        seller: Address,
        currency: Address,
        reserve: AmountString,
        bid: described(nullable(AmountString), 'Highest; null before the first'),
        startTime: described(UintString, 'Bids are taken from then on, unix seconds'),
        endTime: described(UintString, 'Bids are taken before then, unix seconds'),
        outcome: described(nullable(enumOf(['unsold', 'failed'])), 'Null until it is settled; then the asset waits for the seller'),
      }),
    ),
    'For which auction the auction house holds it, which then is its owner on chain; of units, the auction that ends first',
  ),
  mintedAt: Timestamp,
})
export type AssetSummary = Static<typeof AssetSummary>

/** A typed file of an asset, with everything a world needs to load and check it. */
export const Rendition = Type.Object({
  role: enumOf(['image', 'thumbnail', 'model', 'avatar', 'world', 'audio', 'card', 'scene']),
  path: Type.String({ description: 'Gateway path of the file' }),
  mime: Type.String(),
  cid: CidString,
  sha256: Hex32,
  bytes: Type.Integer(),
  width: Type.Optional(Type.Integer()),
  height: Type.Optional(Type.Integer()),
})
export type Rendition = Static<typeof Rendition>

/** An asset that another one comes of, or that comes of it. */
const Kin = Type.Object({
  id: Type.String(),
  name: Type.String(),
  image: Type.String(),
  relation: described(enumOf(inputRelations), 'What the older one is to the younger one'),
})

/** Everything the asset page shows. */
export const AssetDetail = Type.Object({
  ...AssetSummary.properties,
  cid: CidString,
  root: Hex32,
  coreHash: Hex32,
  tokenUri: Type.String(),
  traits: Type.Array(Trait),
  licence: Type.String(),
  royaltyBps: BasisPoints,
  royaltyReceiver: Address,
  remixBps: BasisPoints,
  training: Type.Boolean({ description: 'Whether the creator allows generative training' }),
  renditions: Type.Array(Rendition),
  model: described(nullable(ModelFile), 'What can be loaded and walked round, or in; null of pictures alone'),
  palette: Type.Array(Type.String({ pattern: '^#[0-9a-f]{6}$' }), { maxItems: 6 }),
  fingerprint: nullable(Hex32),
  quality: Type.Record(Type.String(), Type.String()),
  engine: nullable(Type.Object({ name: Type.String(), version: Type.String() })),
  seed: Type.String(),
  prompt: nullable(Type.String({ description: 'The prompt when its creator made it public' })),
  frozen: Type.Boolean(),
  soulbound: Type.Boolean({ description: 'Whether it is bound to its owner for ever (ERC-5192)' }),
  user: nullable(
    Type.Object(
      { account: Address, expires: described(UintString, 'First second in which it is no longer the user, unix seconds') },
      { description: 'Who uses it beside its owner now (ERC-4907)' },
    ),
  ),
  avatarAccount: described(nullable(Address), 'Account of an avatar (ERC-6551), made or not; null of what is no avatar of one owner'),
  holders: Type.Integer({ description: 'Accounts that own it, or units of it' }),
  reproductions: Type.Array(
    Type.Object({
      reexecutor: Address,
      renderHash: described(Hex32, 'SHA-256 of the decoded pixels, samples or vertices that came out'),
      agrees: Type.Boolean({ description: 'Whether that is what the record says' }),
      contradicted: Type.Boolean({ description: 'Whether the same account has signed another result, too' }),
      at: Timestamp,
      transactionHash: Hex32,
    }),
    { description: 'Who generated its record again, by the registry of reproductions, the first one first' },
  ),
  parents: Type.Array(Kin),
  children: Type.Array(Kin),
  orders: Type.Array(OrderView, { description: 'Active and inactive orders for this asset, best first' }),
})
export type AssetDetail = Static<typeof AssetDetail>

export const assetSorts = ['relevance', 'newest', 'price-asc', 'price-desc'] as const

/** `GET /v1/assets`. Repeated keys mean any of them; trait filters are `trait[Name]=value`. */
export const AssetQuery = Type.Object(
  {
    q: Type.Optional(Type.String({ maxLength: 200 })),
    kind: Type.Optional(
      Type.Unsafe<AssetKind | AssetKind[]>(Type.Union([enumOf(assetKinds), Type.Array(enumOf(assetKinds), { maxItems: 8 })])),
    ),
    collection: Type.Optional(Address),
    creator: Type.Optional(Address),
    owner: Type.Optional(
      described(Address, 'Whose it is: who has it or units of it, also while the auction house holds them for their seller'),
    ),
    forSale: Type.Optional(Type.Boolean()),
    minPrice: Type.Optional(WeiString),
    maxPrice: Type.Optional(WeiString),
    licence: Type.Optional(Type.Union([Type.String({ maxLength: 64 }), Type.Array(Type.String({ maxLength: 64 }), { maxItems: 16 })])),
    proof: Type.Optional(enumOf(proofKinds)),
    disclosure: Type.Optional(Type.Union([enumOf(disclosures), Type.Array(enumOf(disclosures), { maxItems: 8 })])),
    trait: Type.Optional(
      Type.Record(
        Type.String({ maxLength: 64 }),
        Type.Union([Type.String({ maxLength: 256 }), Type.Array(Type.String({ maxLength: 256 }), { maxItems: 16 })]),
        { maxProperties: 16 },
      ),
    ),
    sort: Type.Optional(enumOf(assetSorts)),
    cursor: Type.Optional(Cursor),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 24 })),
    minBlock: Type.Optional(Type.Integer({ minimum: 0, description: 'Wait (up to 5 s) until the index has seen this block' })),
  },
  { additionalProperties: false },
)
export type AssetQuery = Static<typeof AssetQuery>

const Facet = Type.Object({ value: Type.String(), count: Type.Integer() })

/** A page of assets with the counts of each filter under the other filters. */
export const AssetPage = Type.Object({
  ...pageOf(AssetSummary).properties,
  total: Type.Integer(),
  forSale: Type.Integer(),
  facets: Type.Object({
    kind: Type.Array(Facet),
    licence: Type.Array(Facet),
    disclosure: Type.Array(Facet),
    traits: Type.Array(Type.Object({ name: Type.String(), values: Type.Array(Facet) })),
    price: Type.Object({
      min: nullable(WeiString),
      max: nullable(WeiString),
      histogram: Type.Array(Type.Object({ from: WeiString, to: WeiString, count: Type.Integer() })),
    }),
  }),
})
export type AssetPage = Static<typeof AssetPage>

/** `POST /v1/assets/batch`: every id is answered, unknown ones are named. */
export const AssetBatch = Type.Object(
  { ids: Type.Array(Type.String({ maxLength: 200 }), { minItems: 1, maxItems: 100 }) },
  { additionalProperties: false },
)
export const AssetBatchAnswer = Type.Object({
  data: Type.Array(Type.Object({ id: Type.String(), status: enumOf(['found', 'not_found', 'malformed']), asset: nullable(AssetSummary) })),
})
export type AssetBatchAnswer = Static<typeof AssetBatchAnswer>

/** `GET /v1/assets/{id}/holders`: who owns it, or how many units of it; the most first. */
export const HolderPage = pageOf(Type.Object({ account: Address, units: UintString }))
export type HolderPage = Static<typeof HolderPage>

/** Kinds of activity, also the types of the event log. */
export const activityTypes = [
  'asset.minted',
  'asset.transferred',
  'asset.revised',
  'asset.burned',
  'order.created',
  'order.filled',
  'order.cancelled',
  'auction.created',
  'auction.bid',
  'auction.settled',
  'auction.unsold',
  'auction.failed',
  'auction.cancelled',
  'rental.offered',
  'rental.started',
  'rental.extended',
  'rental.returned',
  'rental.expired',
  'drop.delivered',
] as const

/** Something that happened to an asset. */
export const Activity = Type.Object({
  id: Type.String(),
  type: enumOf(activityTypes),
  occurredAt: Timestamp,
  asset: nullable(Type.Object({ id: Type.String(), name: Type.String(), image: Type.String() })),
  from: nullable(Address),
  to: nullable(Address),
  units: described(nullable(UintString), 'Units of an edition that moved, or are traded; null of what is one of a kind'),
  price: nullable(WeiString),
  currency: nullable(Address),
  split: nullable(Type.Object({ seller: WeiString, royalty: WeiString, royaltyReceiver: nullable(Address), fee: WeiString })),
  orderHash: nullable(Hex32),
  auction: described(nullable(Hex32), 'Id of the auction that it is about'),
  drop: described(nullable(Hex32), 'Id of the drop that the asset was delivered from'),
  block: nullable(Type.Integer()),
  transactionHash: nullable(Hex32),
})
export type Activity = Static<typeof Activity>
export const ActivityPage = pageOf(Activity)
export type ActivityPage = Static<typeof ActivityPage>

/** `GET /v1/activity` */
export const ActivityQuery = Type.Object(
  {
    account: Type.Optional(Address),
    collection: Type.Optional(Address),
    tokenId: Type.Optional(UintString),
    type: Type.Optional(Type.Union([enumOf(activityTypes), Type.Array(enumOf(activityTypes))])),
    cursor: Type.Optional(Cursor),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 24 })),
    minBlock: Type.Optional(Type.Integer({ minimum: 0 })),
  },
  { additionalProperties: false },
)
export type ActivityQuery = Static<typeof ActivityQuery>

/** `GET /v1/accounts/{address}/portfolio`: figures beside the owned assets. Wei. */
export const Portfolio = Type.Object({
  address: Address,
  owned: Type.Integer({ description: 'Assets that are its own, or of which units are, with what the auction house holds for it' }),
  created: Type.Integer(),
  listed: Type.Integer({ description: 'Of what it owns, what is for sale' }),
  holdings: Type.Array(Type.Object({ asset: AssetSummary, units: UintString }), {
    description: 'Units of editions it has, the newest edition first; at most 100',
  }),
  escrowed: Type.Array(AuctionView, {
    description: 'Auctions for which the auction house holds what it put up, the newest first; at most 100',
  }),
  spent: described(WeiString, 'For what it bought and rented, in ether and wrapped ether, like the two that follow'),
  earned: described(WeiString, 'By what it sold and let, after fee and royalty'),
  royalties: WeiString,
  offersReceived: Type.Array(OrderView),
  offersMade: Type.Array(OrderView),
  listings: Type.Array(OrderView),
})
export type Portfolio = Static<typeof Portfolio>
