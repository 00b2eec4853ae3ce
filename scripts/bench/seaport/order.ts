import { ZeroAddress, ZeroHash } from 'ethers'

/** Seaport's item types that the scenarios use. */
const NATIVE = 0
const ERC20 = 1
const ERC721 = 2
const ERC721_WITH_CRITERIA = 4

/** One thing that is offered; `recipient` when it is asked for. */
export type OfferItem = { itemType: number; token: string; identifierOrCriteria: bigint; startAmount: bigint; endAmount: bigint }
export type ConsiderationItem = OfferItem & { recipient: string }

/** What an offerer signs but for the counter. */
export type OrderParameters = {
  offerer: string
  zone: string
  offer: OfferItem[]
  consideration: ConsiderationItem[]
  orderType: number
  startTime: bigint
  endTime: bigint
  zoneHash: string
  salt: bigint
  conduitKey: string
  totalOriginalConsiderationItems: number
}

const itemFields = [
  { name: 'itemType', type: 'uint8' },
  { name: 'token', type: 'address' },
  { name: 'identifierOrCriteria', type: 'uint256' },
  { name: 'startAmount', type: 'uint256' },
  { name: 'endAmount', type: 'uint256' },
]

/** The EIP-712 types of Seaport 1.6. */
export const orderTypes = {
  OrderComponents: [
    { name: 'offerer', type: 'address' },
    { name: 'zone', type: 'address' },
    { name: 'offer', type: 'OfferItem[]' },
    { name: 'consideration', type: 'ConsiderationItem[]' },
    { name: 'orderType', type: 'uint8' },
    { name: 'startTime', type: 'uint256' },
    { name: 'endTime', type: 'uint256' },
    { name: 'zoneHash', type: 'bytes32' },
    { name: 'salt', type: 'uint256' },
    { name: 'conduitKey', type: 'bytes32' },
    { name: 'counter', type: 'uint256' },
  ],
  OfferItem: itemFields,
  ConsiderationItem: [...itemFields, { name: 'recipient', type: 'address' }],
}

/** A token of an ERC-721 collection. */
export const token = (collection: string, tokenId: bigint): OfferItem => ({
  itemType: ERC721,
  token: collection,
  identifierOrCriteria: tokenId,
  startAmount: 1n,
  endAmount: 1n,
})

/** Any token of an ERC-721 collection. */
export const anyToken = (collection: string): OfferItem => ({ ...token(collection, 0n), itemType: ERC721_WITH_CRITERIA })

/** An amount in the currency, ether when it is zero; it moves from `startAmount` to `endAmount` while the order lasts. */
export const money = (currency: string, startAmount: bigint, endAmount = startAmount): OfferItem => ({
  itemType: currency === ZeroAddress ? NATIVE : ERC20,
  token: currency,
  identifierOrCriteria: 0n,
  startAmount,
  endAmount,
})

/** An open order without a zone and without a conduit: the offerer has approved Seaport itself, which costs the least. */
export const orderParameters = (
  terms: Pick<OrderParameters, 'offerer' | 'offer' | 'consideration' | 'startTime' | 'endTime' | 'salt'>,
): OrderParameters => ({
  ...terms,
  zone: ZeroAddress,
  orderType: 0,
  zoneHash: ZeroHash,
  conduitKey: ZeroHash,
  totalOriginalConsiderationItems: terms.consideration.length,
})

/** How a basic order pays, as Seaport numbers it. */
const basicOrderTypes = { ether: 0, erc20: 8, offer: 16 }

/** The arguments of a basic order, which names its items one by one. */
export function basicOrder(parameters: OrderParameters, pays: keyof typeof basicOrderTypes, signature: string) {
  const [offered, [first, ...others]] = [parameters.offer[0], parameters.consideration]
  if (!offered || !first) throw new Error('A basic order offers one item and asks for one at least.')
  return {
    considerationToken: first.token,
    considerationIdentifier: first.identifierOrCriteria,
    considerationAmount: first.startAmount,
    offerer: parameters.offerer,
    zone: parameters.zone,
    offerToken: offered.token,
    offerIdentifier: offered.identifierOrCriteria,
    offerAmount: offered.startAmount,
    basicOrderType: basicOrderTypes[pays],
    startTime: parameters.startTime,
    endTime: parameters.endTime,
    zoneHash: parameters.zoneHash,
    salt: parameters.salt,
    offererConduitKey: parameters.conduitKey,
    fulfillerConduitKey: ZeroHash,
    totalOriginalAdditionalRecipients: others.length,
    additionalRecipients: others.map(({ startAmount, recipient }) => ({ amount: startAmount, recipient })),
    signature,
  }
}
