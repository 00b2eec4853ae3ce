import { assetRef } from '@daedal/protocol/chains/caip'
import type { Address } from 'viem'
import type { LogDraft, Position } from '../tokens/ports.ts'
import type { auctions } from './tables.ts'

export type AuctionRow = typeof auctions.$inferSelect

/** CAIP-19 id of what an auction is for. */
export const assetOfAuction = (
  chainId: number,
  { collection, tokenId, quantity }: Pick<AuctionRow, 'collection' | 'tokenId' | 'quantity'>,
) => assetRef(chainId, collection, BigInt(tokenId), quantity === '0' ? 'erc721' : 'erc1155')

/** What the event log says of an auction: what it is for, whose it is, and what happened. */
export function auctionEntry(
  chainId: number,
  type: LogDraft['type'],
  auction: AuctionRow,
  at: Position,
  accounts: readonly Address[] = [],
  data: Record<string, unknown> = {},
): LogDraft {
  return {
    type,
    asset: assetOfAuction(chainId, auction),
    accounts: [auction.seller, ...accounts],
    data: {
      auction: auction.id,
      from: auction.seller,
      currency: auction.currency,
      ...(auction.quantity === '0' ? {} : { quantity: auction.quantity }),
      ...data,
    },
    at,
  }
}
