import type { Deployment } from '@daedal/protocol/chains/deployment'
import { marketAbi } from '@daedal/protocol/market/abi.gen'
import { LANE_BITS, unpackNonce } from '@daedal/protocol/market/nonce'
import { isListing } from '@daedal/protocol/market/order'
import { assetCollectionAbi } from '@daedal/protocol/tokens/abi.gen'
import { unpackTerms } from '@daedal/protocol/tokens/terms'
import {
  AbiEventSignatureNotFoundError,
  type Address,
  DecodeLogDataMismatch,
  DecodeLogTopicsMismatch,
  decodeEventLog,
  type Hex,
} from 'viem'
import type { ChainFact, DecodeEvent, RawEvent, Settlement } from '../../tokens/ports.ts'

const lower = (address: Address) => address.toLowerCase() as Address
const topicsOf = ({ topics }: RawEvent) => topics as [Hex, ...Hex[]]

/** Reads the events of a deployment's market and collection. Events of others, and those that change nothing here, are null. */
export function createDecodeEvent({ market, assetCollection }: Pick<Deployment, 'market' | 'assetCollection'>): DecodeEvent {
  const [ofMarket, ofCollection] = [lower(market), lower(assetCollection)]
  return (raw) => {
    const fact = raw.address === ofMarket ? marketFact(raw) : raw.address === ofCollection ? collectionFact(raw) : null
    if (!fact) return null
    const { block, blockHash, timestamp, tx, logIndex } = raw
    return { block, blockHash, timestamp, tx, logIndex, ...fact }
  }
}

/** Null for an event whose signature or shape is not in the ABI. */
function known<T>(read: () => T): T | null {
  try {
    return read()
  } catch (error) {
    if (
      error instanceof AbiEventSignatureNotFoundError ||
      error instanceof DecodeLogTopicsMismatch ||
      error instanceof DecodeLogDataMismatch
    )
      return null
    throw error
  }
}

function marketFact(raw: RawEvent): ChainFact | null {
  const event = known(() => decodeEventLog({ abi: marketAbi, data: raw.data, topics: topicsOf(raw) }))
  switch (event?.eventName) {
    case 'OrderFilled': {
      const { collection, tokenId, royalty, royaltyReceiver } = event.args
      return {
        name: 'OrderFilled',
        ...settlementOf(event.args),
        collection: lower(collection),
        tokenId,
        royalty,
        royaltyReceiver: lower(royaltyReceiver),
      }
    }
    case 'UnitsFilled': {
      const { orderHash, maker, quantity, filled } = event.args
      return { name: 'UnitsFilled', orderHash, maker: lower(maker), quantity, filled }
    }
    case 'BundleFilled': {
      const { items, royalties } = event.args
      return {
        name: 'BundleFilled',
        ...settlementOf(event.args),
        items: items.map(({ collection, tokenId, quantity }) => ({ collection: lower(collection), tokenId, quantity })),
        royalties: royalties.map(({ receiver, amount }) => ({ receiver: lower(receiver), amount })),
      }
    }
    case 'OrderSkipped':
      return { name: 'OrderSkipped', orderHash: event.args.orderHash, taker: lower(event.args.taker) }
    case 'OrderApproved': {
      const { maker, orderHash, approved } = event.args
      return { name: 'OrderApproved', maker: lower(maker), orderHash, approved }
    }
    case 'OrdersCancelled': {
      const { maker, lane, epoch, bits } = event.args
      return { name: 'OrdersCancelled', maker: lower(maker), lane, epoch, bits: setBits(bits) }
    }
    case 'LaneAdvanced': {
      const { maker, lane, epoch } = event.args
      return { name: 'LaneAdvanced', maker: lower(maker), lane, epoch }
    }
    case 'FeeChanged':
    case 'Paused':
    case 'CurrencyAllowed':
      return { name: 'MarketChanged' }
    default:
      return null
  }
}

/** Bits of the nonce below the kind, see `NonceLib.WIDTH`. */
const NONCE_WIDTH = 136n

type Sale = { orderHash: Hex; maker: Address; taker: Address; kindAndNonce: bigint; currency: Address; price: bigint; fee: bigint }

function settlementOf({ orderHash, maker, taker, kindAndNonce, currency, price, fee }: Sale): Settlement {
  const nonce = unpackNonce(kindAndNonce & ((1n << NONCE_WIDTH) - 1n))
  if (!nonce) throw new RangeError(`the market spent the nonce ${kindAndNonce}, which no order can have`)
  const listing = isListing({ kind: Number(kindAndNonce >> NONCE_WIDTH) })
  const [seller, buyer] = listing ? [maker, taker] : [taker, maker]
  return { orderHash, maker: lower(maker), nonce, seller: lower(seller), buyer: lower(buyer), currency: lower(currency), price, fee }
}

const setBits = (mask: bigint): number[] => {
  const found: number[] = []
  for (let bit = 0; bit < LANE_BITS; bit++) if ((mask >> BigInt(bit)) & 1n) found.push(bit)
  return found
}

function collectionFact(raw: RawEvent): ChainFact | null {
  const collection = raw.address
  const event = known(() => decodeEventLog({ abi: assetCollectionAbi, data: raw.data, topics: topicsOf(raw) }))
  switch (event?.eventName) {
    case 'Provenance': {
      const { creator, terms, ...rest } = event.args
      const { royaltyReceiver, ...others } = unpackTerms(terms)
      return { name: 'Provenance', collection, creator: lower(creator), royaltyReceiver: lower(royaltyReceiver), ...rest, ...others }
    }
    case 'Derived':
      return { name: 'Derived', collection, ...event.args }
    case 'Transfer': {
      const { from, to, tokenId } = event.args
      return { name: 'Transfer', collection, tokenId, from: lower(from), to: lower(to) }
    }
    case 'Revised':
      return { name: 'Revised', collection, ...event.args }
    case 'Frozen':
      return { name: 'Frozen', collection, tokenId: event.args.tokenId }
    case 'Approval':
    case 'ApprovalForAll':
    case 'OperatorOptedOut':
      return { name: 'ApprovalChanged', owner: lower(event.args.owner) }
    default:
      return null
  }
}
