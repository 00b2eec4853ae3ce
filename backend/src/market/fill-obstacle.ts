import type { ErrorCode } from '@daedal/protocol/errors/codes'
import type { Item, OrderForm } from '@daedal/protocol/market/forms'
import { ANYONE, isListing } from '@daedal/protocol/market/order'
import { shareOf } from '@daedal/protocol/market/price'
import { type Address, getAddress, isAddressEqual } from 'viem'
import type { FillTerms } from './fill-terms.ts'
import type { ItemFact } from './judge-order.ts'

/** Why an order cannot be filled. */
export type Obstacle = { reason: ErrorCode | null; detail: string | null }

/** What keeps this account from filling an order that others could fill; null when nothing does. */
export function partyFault({ order: { maker, taker } }: OrderForm, filler: Address): Obstacle | null {
  if (isAddressEqual(filler, maker)) return { reason: 'MARKET_MAKER_IS_TAKER', detail: `${filler} made the order.` }
  if (!isAddressEqual(taker, ANYONE) && !isAddressEqual(taker, filler))
    return { reason: 'MARKET_TAKER_NOT_ALLOWED', detail: `The order is reserved for ${taker}.` }
  return null
}

/** What keeps a filler from giving the tokens that an offer is for; null when nothing but an approval does. */
export function giverFault(filler: Address, items: readonly Item[], facts: readonly ItemFact[]): Obstacle | null {
  for (const [at, { collection, tokenId, quantity }] of items.entries()) {
    const fact = facts[at] as ItemFact
    const fits = quantity === 0n ? fact.standards?.erc721 : fact.standards?.erc1155
    if (!fits) return { reason: 'MARKET_UNITS_UNAVAILABLE', detail: `${quantity} units cannot be given of a token of ${collection}.` }
    if (quantity > 0n && fact.units < quantity)
      return { reason: 'MARKET_UNITS_TOO_FEW', detail: `${filler} has ${fact.units} of the ${quantity} units of token ${tokenId}.` }
    if (quantity > 0n) continue
    if (fact.owner === null) return { reason: 'MARKET_TOKEN_UNKNOWN', detail: `Token ${tokenId} does not exist.` }
    if (!isAddressEqual(fact.owner, filler))
      return { reason: 'MARKET_SELLER_NOT_OWNER', detail: `The token belongs to ${getAddress(fact.owner)}.` }
  }
  return null
}

/** What keeps the terms of a fill from what maker and filler agreed to; null when nothing does. */
export function termsFault({ order }: OrderForm, terms: FillTerms, limit: bigint, money: { balance: bigint }): Obstacle | null {
  const { price, royalty, fee } = terms
  const highest = shareOf(price, order.maxRoyaltyBps)
  if (royalty.amount > highest)
    return { reason: 'MARKET_ROYALTY_TOO_HIGH', detail: `The royalty is ${royalty.amount} wei; the maker accepted ${highest}.` }
  if (isListing(order))
    return price > limit ? { reason: 'MARKET_PRICE_ABOVE_LIMIT', detail: `The price is ${price}; the limit is ${limit}.` } : null
  const proceeds = price - fee - royalty.amount
  if (proceeds < limit)
    return { reason: 'MARKET_PROCEEDS_BELOW_LIMIT', detail: `The seller would receive ${proceeds}; the limit is ${limit}.` }
  if (money.balance < price)
    return { reason: 'MARKET_BALANCE_TOO_LOW', detail: `The maker has ${money.balance} wei; the price is ${price}.` }
  return null
}
