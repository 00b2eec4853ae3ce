import type { AssetKind } from '@daedal/protocol/provenance/core'
import { type Disclosure, disclosures, proofKinds } from '@daedal/protocol/provenance/disclosure'
import type { AssetSummary, Units } from '@daedal/protocol/tokens/api'
import { type Address, getAddress, type Hex } from 'viem'
import type { HeldAuction } from './ports.ts'
import { assets } from './tables.ts'

/** Columns a card needs; `search` and the rest stay in the database. */
export const summaryColumns = {
  id: assets.id,
  collection: assets.collection,
  tokenId: assets.tokenId,
  standard: assets.standard,
  ord: assets.ord,
  name: assets.name,
  description: assets.description,
  kind: assets.kind,
  creator: assets.creator,
  owner: assets.owner,
  maxUnits: assets.maxUnits,
  mintedUnits: assets.mintedUnits,
  burnedUnits: assets.burnedUnits,
  image: assets.image,
  width: assets.width,
  height: assets.height,
  modelRole: assets.modelRole,
  disclosure: assets.disclosure,
  proof: assets.proof,
  listingHash: assets.listingHash,
  listingPrice: assets.listingPrice,
  listingCurrency: assets.listingCurrency,
  listingEnd: assets.listingEnd,
  offerHash: assets.offerHash,
  offerPrice: assets.offerPrice,
  offerCurrency: assets.offerCurrency,
  salePrice: assets.salePrice,
  saleCurrency: assets.saleCurrency,
  saleAt: assets.saleAt,
  auction: assets.auction,
  mintedAt: assets.mintedAt,
}

export type SummaryRow = Pick<typeof assets.$inferSelect, keyof typeof summaryColumns>

const address = (text: string): Address => getAddress(text as Address)

/** The name of a number on chain. */
export const disclosureOf = (code: number): Disclosure => disclosures[code] ?? 'undeclared'

/** How many units of an edition there are; null of what has none. */
function unitsOf({ maxUnits, mintedUnits, burnedUnits }: Pick<SummaryRow, 'maxUnits' | 'mintedUnits' | 'burnedUnits'>): Units | null {
  if (maxUnits === null || mintedUnits === null || burnedUnits === null) return null
  return { cap: maxUnits, minted: mintedUnits, supply: (BigInt(mintedUnits) - BigInt(burnedUnits)).toString() }
}

const auctionOf = ({ id, seller, currency, reserve, bid, startTime, endTime, outcome }: HeldAuction) => ({
  id,
  seller: address(seller),
  currency: address(currency),
  reserve,
  bid,
  startTime: String(startTime),
  endTime: String(endTime),
  outcome,
})

/** Where a summary is made: the chain, and its contract of drops, lower-case; null where the deployment has none. */
export type SummaryPlace = { chainId: number; drops: Address | null }

/** Which contract of the market has a token; of units their holders tell. */
function escrowOf({ drops }: SummaryPlace, { owner, auction }: SummaryRow): AssetSummary['escrow'] {
  if (owner === null) return null
  if (auction) return { by: 'auction', contract: address(owner), owner: address(auction.seller) }
  return owner === drops ? { by: 'drop', contract: address(owner), owner: null } : null
}

/** What a card shows of a row whose content is verified. */
export const summaryOf = (place: SummaryPlace, row: SummaryRow): AssetSummary => ({
  id: row.id,
  chainId: place.chainId,
  collection: address(row.collection),
  tokenId: row.tokenId,
  standard: row.standard,
  name: row.name,
  kind: row.kind as AssetKind,
  creator: address(row.creator),
  owner: row.owner === null ? null : address(row.owner),
  escrow: escrowOf(place, row),
  units: unitsOf(row),
  image: row.image,
  width: row.width,
  height: row.height,
  description: row.description,
  modelRole: row.modelRole,
  disclosure: disclosureOf(row.disclosure),
  proof: proofKinds[row.proof] ?? 'claimed',
  listing:
    row.listingHash === null
      ? null
      : {
          hash: row.listingHash,
          price: row.listingPrice as string,
          currency: address(row.listingCurrency as Hex),
          endTime: row.listingEnd as string,
        },
  bestOffer:
    row.offerHash === null ? null : { hash: row.offerHash, price: row.offerPrice as string, currency: address(row.offerCurrency as Hex) },
  lastSale:
    row.saleAt === null
      ? null
      : { price: row.salePrice as string, currency: address(row.saleCurrency as Hex), at: row.saleAt.toISOString() },
  auction: row.auction && auctionOf(row.auction),
  mintedAt: row.mintedAt.toISOString(),
})
