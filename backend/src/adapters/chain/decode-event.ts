import type { TokenStandard } from '@daedal/protocol/chains/caip'
import type { Deployment } from '@daedal/protocol/chains/deployment'
import { marketAbi } from '@daedal/protocol/market/abi.gen'
import { unpackNonce } from '@daedal/protocol/market/nonce'
import { isListing } from '@daedal/protocol/market/order'
import { collectionFactoryAbi, creatorCollectionAbi, editionCollectionAbi } from '@daedal/protocol/tokens/abi.gen'
import { unpackTerms } from '@daedal/protocol/tokens/terms'
import { type Address, decodeEventLog, type Hex, zeroAddress } from 'viem'
import type { ChainFact, DecodeEvent, RawEvent, Settlement, TokenPlace } from '../../tokens/ports.ts'
import { currencyFact, currencyFactoryFact } from './decode-currencies.ts'
import { dropFact } from './decode-drops.ts'
import { houseFact } from './decode-house.ts'
import { reproductionFact, worldFact } from './decode-registries.ts'
import { rentalFact } from './decode-rentals.ts'
import { known, lower, setBits, topicsOf } from './known-event.ts'

/**
 * Reads the events of a deployment's contracts, and of the collections and currencies that its factories made: whatever else is
 * followed is one of those. Events that change nothing here are null.
 */
export function createDecodeEvent(
  deployment: Omit<Deployment, 'chainId' | 'assetCollection' | 'wrappedEther' | 'deploymentBlock'>,
): DecodeEvent {
  const { market, editionCollection, collectionFactory, auctionHouse, reproductionRegistry, worldRegistry, rentals, drops } = deployment
  const { worldCurrencyFactory } = deployment
  const readers = new Map([[lower(market), marketFact]])
  if (editionCollection) readers.set(lower(editionCollection), editionFact)
  if (collectionFactory) readers.set(lower(collectionFactory), factoryFact)
  if (auctionHouse) readers.set(lower(auctionHouse), houseFact)
  if (reproductionRegistry) readers.set(lower(reproductionRegistry), reproductionFact)
  if (worldRegistry) readers.set(lower(worldRegistry), worldFact)
  if (rentals) readers.set(lower(rentals), rentalFact)
  if (drops) readers.set(lower(drops), dropFact)
  if (worldCurrencyFactory) readers.set(lower(worldCurrencyFactory), currencyFactoryFact)
  return (raw) => {
    const fact = (readers.get(raw.address) ?? madeFact)(raw)
    if (!fact) return null
    const { block, blockHash, timestamp, tx, logIndex } = raw
    return { block, blockHash, timestamp, tx, logIndex, ...fact }
  }
}

/**
 * The event of a contract that a factory made. Only events that both kinds have share a signature, and of these an ERC-20 token indexes
 * other fields than an ERC-721 token, so that each is read by one ABI alone.
 */
const madeFact = (raw: RawEvent): ChainFact | null => tokenFact(raw) ?? currencyFact(raw)

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
    case 'PaymentCredited':
    case 'PaymentWithdrawn': {
      const { account, amount } = event.args
      return { name: event.eventName, contract: raw.address, account: lower(account), currency: zeroAddress, amount }
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

function factoryFact(raw: RawEvent): ChainFact | null {
  const event = known(() => decodeEventLog({ abi: collectionFactoryAbi, data: raw.data, topics: topicsOf(raw) }))
  if (!event) return null
  const { collection, creator, name: title, symbol, contractURI, royaltyReceiver, royaltyBps, remixBps, policy } = event.args
  return {
    name: 'CollectionCreated',
    collection: lower(collection),
    creator: lower(creator),
    title,
    symbol,
    contractUri: contractURI,
    royaltyReceiver: lower(royaltyReceiver),
    royaltyBps,
    remixBps,
    policy,
  }
}

const placeOf = ({ address }: RawEvent, tokenId: bigint, standard: TokenStandard): TokenPlace => ({
  collection: address,
  tokenId,
  standard,
})

const tokenEvent = (raw: RawEvent) => known(() => decodeEventLog({ abi: creatorCollectionAbi, data: raw.data, topics: topicsOf(raw) }))

/** The event of an ERC-721 collection: the shared one has all that those of one creator have. */
function tokenFact(raw: RawEvent): ChainFact | null {
  const event = tokenEvent(raw)
  const at = (tokenId: bigint) => placeOf(raw, tokenId, 'erc721')
  switch (event?.eventName) {
    case 'Transfer': {
      const { from, to, tokenId } = event.args
      return { name: 'Transfer', ...at(tokenId), from: lower(from), to: lower(to) }
    }
    case 'Locked':
      return { name: 'Locked', ...at(event.args.tokenId) }
    case 'UpdateUser': {
      const { tokenId, user, expires } = event.args
      return { name: 'UserChanged', ...at(tokenId), user: lower(user), expires }
    }
    case 'Approval':
      return { name: 'ApprovalChanged', owner: lower(event.args.owner) }
    default:
      return recordFact(raw, event, 'erc721')
  }
}

function editionFact(raw: RawEvent): ChainFact | null {
  const event = known(() => decodeEventLog({ abi: editionCollectionAbi, data: raw.data, topics: topicsOf(raw) }))
  const moved = (from: Address, to: Address, moves: readonly { tokenId: bigint; units: bigint }[]): ChainFact => ({
    name: 'UnitsMoved',
    collection: raw.address,
    from: lower(from),
    to: lower(to),
    moves,
  })
  switch (event?.eventName) {
    case 'TransferSingle': {
      const { from, to, id, value } = event.args
      return moved(from, to, [{ tokenId: id, units: value }])
    }
    case 'TransferBatch': {
      const { from, to, ids, values } = event.args
      return moved(
        from,
        to,
        ids.map((tokenId, place) => ({ tokenId, units: values[place] ?? 0n })),
      )
    }
    case 'SupplyFixed': {
      const { tokenId, maxSupply } = event.args
      return { name: 'SupplyFixed', ...placeOf(raw, tokenId, 'erc1155'), maxSupply }
    }
    default:
      return recordFact(raw, tokenEvent(raw), 'erc1155')
  }
}

/** What every collection tells of its tokens and their owners, see contracts/tokens/interfaces/IProvenanceRecords.sol. */
function recordFact(raw: RawEvent, event: ReturnType<typeof tokenEvent>, standard: TokenStandard): ChainFact | null {
  const at = (tokenId: bigint) => placeOf(raw, tokenId, standard)
  switch (event?.eventName) {
    case 'Provenance': {
      const { tokenId, creator, coreHash, root, promptCommitment, engineHash, terms } = event.args
      const { royaltyReceiver, ...others } = unpackTerms(terms)
      const hashes = { coreHash, root, promptCommitment, engineHash }
      return { name: 'Provenance', ...at(tokenId), creator: lower(creator), royaltyReceiver: lower(royaltyReceiver), ...hashes, ...others }
    }
    case 'Derived':
      return { name: 'Derived', ...at(event.args.tokenId), parents: event.args.parents }
    case 'Revised': {
      const { tokenId, oldRoot, newRoot } = event.args
      return { name: 'Revised', ...at(tokenId), oldRoot, newRoot }
    }
    case 'Frozen':
      return { name: 'Frozen', ...at(event.args.tokenId) }
    case 'VoucherRevoked':
      return { name: 'VoucherRevoked', ...at(event.args.tokenId), creator: lower(event.args.creator) }
    case 'DerivativeApproved':
      return { name: 'DerivativeApproved', ...at(event.args.tokenId), parent: event.args.parent }
    case 'ApprovalForAll':
    case 'OperatorOptedOut':
      return { name: 'ApprovalChanged', owner: lower(event.args.owner) }
    default:
      return null
  }
}
