import { MAX_BULK_HEIGHT } from '@daedal/protocol/market/bulk-signature'
import { bundleTypes, stateOrderTypes, traitOfferTypes, voucherOrderTypes } from '@daedal/protocol/market/forms'
import { orderTypes } from '@daedal/protocol/market/order'
import { rentalOfferTypes } from '@daedal/protocol/market/rental-offer'
import { reproductionTypes } from '@daedal/protocol/provenance/reproduction'
import { derivativeApprovalTypes, voucherMintTypes } from '@daedal/protocol/tokens/messages'
import { type Describe, hidden, nft } from './field.ts'

/** EIP-712 types as a wallet gets them. */
export type Types = Record<string, readonly { name: string; type: string }[]>

/** A message that is signed, and how those of its values are shown that say something else in it than elsewhere. */
export type Message = { primaryType: string; types: Types; intent: string; values?: Record<string, Describe> }

/** In a bundle the items name the collections and tokens. */
const noToken = { 'order.collection': hidden('Collection'), 'order.tokenId': hidden('Token') }

/** Every message of the market by itself. */
const marketMessages: readonly Message[] = [
  { primaryType: 'Order', types: orderTypes, intent: 'Sell or buy a token' },
  { primaryType: 'Bundle', types: bundleTypes, intent: 'Sell or buy a bundle', values: noToken },
  {
    primaryType: 'TraitOffer',
    types: traitOfferTypes,
    intent: 'Offer for a token with a trait',
    values: { 'order.tokenId': hidden('Token') },
  },
  { primaryType: 'StateOrder', types: stateOrderTypes, intent: 'Trade a token in its state' },
  { primaryType: 'VoucherOrder', types: voucherOrderTypes, intent: 'Sell a token to be minted' },
]

/** Parents are tokens of the collection that the message is for. */
const ofCollection = { 'voucher.parents.[].tokenId': nft('Derives from', '@.to') }

/** Every message of a collection by itself. */
const collectionMessages: readonly Message[] = [
  { primaryType: 'VoucherMint', types: voucherMintTypes, intent: 'Let a token be minted', values: ofCollection },
  { primaryType: 'DerivativeApproval', types: derivativeApprovalTypes, intent: 'Allow a derivative' },
]

/** Every message of rentals by itself. */
const rentalMessages: readonly Message[] = [{ primaryType: 'RentalOffer', types: rentalOfferTypes, intent: 'Let a token by the day' }]

/** Every message of the registry of reproductions. */
const reproductionMessages: readonly Message[] = [
  { primaryType: 'Reproduction', types: reproductionTypes, intent: 'Confirm a reproduction' },
]

/** Signatures for a tree of messages of one type, one of each height. */
const bulk = (primaryType: string, types: Types, intent: string, values: Record<string, Describe> = {}) =>
  Array.from({ length: MAX_BULK_HEIGHT }, (_, index): Message => {
    const name = `Bulk${primaryType}`
    const tree = `tree${'.[]'.repeat(index + 1)}`
    return {
      primaryType: name,
      types: { [name]: [{ name: 'tree', type: `${primaryType}${'[2]'.repeat(index + 1)}` }], ...types },
      intent,
      values: Object.fromEntries(Object.entries(values).map(([path, describe]) => [`${tree}.${path}`, describe])),
    }
  })

/** The messages of one file, and the EIP-712 domain that they are signed for. */
export type MessageFile = { id: string; contract: string; domain: { name: string; version: string }; messages: readonly Message[] }

const market = { contract: 'Market', domain: { name: 'Daedal Market', version: '1' } }
const rentals = { contract: 'Rentals', domain: { name: 'Daedal Rentals', version: '1' } }
const reproductions = { contract: 'ReproductionRegistry', domain: { name: 'Daedal Reproductions', version: '1' } }
const collection = { contract: 'Collection', domain: { name: 'Daedal Tokens', version: '1' } }

/** Every file of messages by its name. */
export const messageFiles: Record<string, MessageFile> = {
  'eip712-market.json': { id: 'Market', ...market, messages: marketMessages },
  'eip712-market-bulk.json': {
    id: 'Market, several orders',
    ...market,
    messages: [
      ...bulk('Order', orderTypes, 'Sell or buy several tokens'),
      ...bulk('VoucherOrder', voucherOrderTypes, 'Sell several to be minted'),
    ],
  },
  'eip712-collection.json': { id: 'Collection', ...collection, messages: collectionMessages },
  'eip712-collection-bulk.json': {
    id: 'Collection, several messages',
    ...collection,
    messages: [
      ...bulk('VoucherMint', voucherMintTypes, 'Let several tokens be minted', ofCollection),
      ...bulk('DerivativeApproval', derivativeApprovalTypes, 'Allow several derivatives'),
    ],
  },
  'eip712-rentals.json': { id: 'Rentals', ...rentals, messages: rentalMessages },
  'eip712-rentals-bulk.json': {
    id: 'Rentals, several offers',
    ...rentals,
    messages: bulk('RentalOffer', rentalOfferTypes, 'Let several tokens'),
  },
  'eip712-reproductions.json': { id: 'Reproductions', ...reproductions, messages: reproductionMessages },
}
