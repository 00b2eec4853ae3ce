import { auctionHouseAbi, wrappedEtherAbi } from '@daedal/protocol/market/abi.gen'
import type { Step } from '@daedal/protocol/market/api'
import type { AuctionTerms } from '@daedal/protocol/market/auction'
import type { HouseAction } from '@daedal/protocol/market/auction-api'
import { NATIVE_CURRENCY } from '@daedal/protocol/market/order'
import type { Address, Hex32, HexBytes } from '@daedal/protocol/scalars'
import { assetCollectionAbi } from '@daedal/protocol/tokens/abi.gen'
import { type ContractEventName, encodeFunctionData, type Log } from 'viem'
import type { ChainReceipt } from '../flow-ports.ts'
import type { HouseRequest } from '../house-request.ts'
import { venue } from './fake-world.ts'
import { logOf } from './log-of.ts'

export const house = venue.auctionHouse as Address
export const auctionId: Hex32 = `0x${'ab'.repeat(32)}`

export const terms: AuctionTerms = {
  collection: venue.collection,
  tokenId: 7n,
  quantity: 0n,
  currency: NATIVE_CURRENCY,
  reserve: 500n,
  minIncrementBps: 500,
  start: 0n,
  duration: 86_400n,
  extensionWindow: 600n,
  maxExtension: 86_400n,
}

/** What asks for {@link terms}. */
export const auctionRequest: Extract<HouseRequest, { kind: 'auction' }> = {
  kind: 'auction',
  collection: venue.collection,
  tokenId: '7',
  reserve: '500',
  minIncrementBps: 500,
  durationSeconds: 86_400,
  extensionSeconds: 600,
  maxExtensionSeconds: 86_400,
}

const send = (data: HexBytes, value: bigint, to: Address): Step => ({ type: 'send', transaction: { to, data, value: value.toString() } })

/** Transactions to the house, as the service prepares them. */
export const sends = {
  create: (changed: Partial<AuctionTerms> = {}, value = 0n) =>
    send(encodeFunctionData({ abi: auctionHouseAbi, functionName: 'createAuction', args: [{ ...terms, ...changed }] }), value, house),
  bid: (amount: bigint, value = amount, id = auctionId, to = house) =>
    send(encodeFunctionData({ abi: auctionHouseAbi, functionName: 'bid', args: [id, amount] }), value, to),
  settle: (id = auctionId) => send(encodeFunctionData({ abi: auctionHouseAbi, functionName: 'settleAuction', args: [id] }), 0n, house),
  cancel: (id = auctionId) => send(encodeFunctionData({ abi: auctionHouseAbi, functionName: 'cancelAuction', args: [id] }), 0n, house),
  reclaim: (to: Address, id = auctionId) =>
    send(encodeFunctionData({ abi: auctionHouseAbi, functionName: 'reclaim', args: [id, to] }), 0n, house),
  withdraw: (currency: Address) =>
    send(encodeFunctionData({ abi: auctionHouseAbi, functionName: 'withdraw', args: [currency] }), 0n, house),
}

/** An approval of a token for an account. */
export const approveToken = (spender: Address, tokenId = 7n, to = venue.collection): Step => {
  const data = encodeFunctionData({ abi: assetCollectionAbi, functionName: 'approve', args: [spender, tokenId] })
  return { type: 'approve', transaction: { to, data, value: '0' }, spender: house, amount: null }
}

/** An approval of wrapped ether for an account. */
export const approveAmount = (spender: Address, amount: bigint, to = venue.wrappedEther): Step => {
  const data = encodeFunctionData({ abi: wrappedEtherAbi, functionName: 'approve', args: [spender, amount] })
  return { type: 'approve', transaction: { to, data, value: '0' }, spender: house, amount: amount.toString() }
}

/** The service's answer with these steps. */
export const possible = (...steps: Step[]): HouseAction => ({
  possible: true,
  reason: null,
  detail: null,
  estimatedGas: null,
  gasPriceWei: null,
  steps,
})

/** A receipt with events of a contract, the house when none is named. */
export const receiptOf = (block: number, ...logs: Log[]): ChainReceipt => ({ block, succeeded: true, networkFee: 5n, logs })

/** An event of the house as a node tells it. */
export const eventOf = (
  eventName: ContractEventName<typeof auctionHouseAbi>,
  args: Record<string, unknown>,
  address: Address = house,
): Log => logOf(auctionHouseAbi, eventName, args, address)
