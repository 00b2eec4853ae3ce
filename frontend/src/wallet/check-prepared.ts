import type { PreparedMint, SignedMint } from '@daedal/protocol/generation/api'
import { marketAbi, wrappedEtherAbi } from '@daedal/protocol/market/abi.gen'
import type { Step } from '@daedal/protocol/market/api'
import { hashForm } from '@daedal/protocol/market/forms'
import {
  ANYONE,
  isListing,
  MAX_FEE_BPS,
  MAX_ROYALTY_BPS,
  NATIVE_CURRENCY,
  type Order,
  type OrderJson,
  orderFromJson,
  orderKinds,
} from '@daedal/protocol/market/order'
import { dearestOf } from '@daedal/protocol/market/price'
import { coreHashOf } from '@daedal/protocol/provenance/core'
import type { Address } from '@daedal/protocol/scalars'
import { assetCollectionAbi } from '@daedal/protocol/tokens/abi.gen'
import { tokenIdOf } from '@daedal/protocol/tokens/token-id'
import { decodeFunctionData } from 'viem'
import type { FlowRequest, FlowTransaction } from './flow.ts'
import type { FlowVenue } from './flow-ports.ts'
import { must, same } from './prepared-mismatch.ts'
import { type Fill, readFill } from './read-fill.ts'

type OrderRequest = Extract<FlowRequest, { kind: 'list' | 'offer' }>

/** The order to sign, once it is what the person asked for. */
export function checkOrder(json: OrderJson, request: OrderRequest, account: Address, venue: FlowVenue, now: number): Order {
  const order = orderFromJson(json)
  const kind = request.kind === 'list' ? 'listing' : 'offer'
  const seconds = BigInt(Math.floor(now / 1000))
  must(orderKinds[order.kind] === kind, `The prepared order is not a ${kind}.`)
  must(same(order.maker, account), `The prepared order is that of ${order.maker}.`)
  must(same(order.taker, ANYONE), `The prepared order is reserved for ${order.taker}.`)
  must(same(order.collection, request.collection) && order.tokenId === BigInt(request.tokenId), 'The prepared order is for another token.')
  must(same(order.currency, kind === 'listing' ? NATIVE_CURRENCY : venue.wrappedEther), `The prepared order is in ${order.currency}.`)
  must(order.price === BigInt(request.price), `The prepared price is ${order.price} wei instead of ${request.price}.`)
  must(order.endPrice === order.price, `The prepared price moves to ${order.endPrice} wei.`)
  must(order.quantity === 0n, `The prepared order is for ${order.quantity} units.`)
  must(order.endTime <= seconds + BigInt(request.durationSeconds) + 3_600n, `The prepared order ends at ${order.endTime}.`)
  must(
    order.maxFeeBps <= MAX_FEE_BPS && order.maxRoyaltyBps <= MAX_ROYALTY_BPS,
    'The prepared order allows more than the market ever takes.',
  )
  return order
}

/** The record to sign, once it is of this account and its hash is right. */
export function checkMint(prepared: PreparedMint, account: Address): { coreHash: PreparedMint['coreHash']; tokenId: bigint } {
  const coreHash = coreHashOf(prepared.core)
  const tokenId = tokenIdOf(account, coreHash)
  must(coreHash === prepared.coreHash, `The prepared record hashes to ${coreHash}, not to ${prepared.coreHash}.`)
  must(tokenId === BigInt(prepared.tokenId), `The prepared record becomes token ${tokenId}, not ${prepared.tokenId}.`)
  must(prepared.core.creator.toLowerCase().endsWith(`:${account.toLowerCase()}`), `The prepared record names ${prepared.core.creator}.`)
  return { coreHash, tokenId }
}

/** Lets a mint transaction pass when it mints the signed record with the terms that were asked for. */
export function checkMintTransaction(
  signed: SignedMint,
  request: Extract<FlowRequest, { kind: 'mint' }>,
  coreHash: string,
  venue: FlowVenue,
): void {
  const { to, data, value } = signed.transaction
  must(same(to, venue.collection) && value === '0', `The prepared transaction goes to ${to} with ${value} wei.`)
  const call = decodeFunctionData({ abi: assetCollectionAbi, data })
  must(call.functionName === 'mint', `The prepared transaction calls ${call.functionName}.`)
  const [mintedCore, root, , , terms] = call.args
  must(mintedCore === coreHash && root === signed.root, 'The prepared transaction mints another record.')
  must(terms.royaltyBps === request.body.royaltyBps, `The prepared royalty is ${terms.royaltyBps} basis points.`)
}

/** Lets a prepared step pass when it does what the request needs and no more. */
export function checkStep(step: Step, request: FlowRequest, venue: FlowVenue): void {
  if (step.type === 'wrap') checkWrap(step.transaction, request, venue)
  else if (step.type === 'approve') checkApproval(step, request, venue)
  else if (step.type === 'send') checkMarketCall(step.transaction, request, venue)
}

function checkMarketCall(transaction: FlowTransaction, request: FlowRequest, venue: FlowVenue): void {
  must(same(transaction.to, venue.market), `The prepared transaction goes to ${transaction.to}.`)
  const call = decodeFunctionData({ abi: marketAbi, data: transaction.data })
  if (request.kind === 'buy' || request.kind === 'accept') {
    const fill = readFill(call)
    must(fill !== null, `The prepared transaction calls ${call.functionName}.`)
    checkFill(fill, BigInt(transaction.value), request, venue)
    return
  }
  must(request.kind === 'cancel' || request.kind === 'cancel-all', `Nothing is to be sent to the market for ${request.kind}.`)
  must(call.functionName === 'cancel' || call.functionName === 'cancelAllOf', `The prepared transaction calls ${call.functionName}.`)
  must(transaction.value === '0', `The prepared transaction sends ${transaction.value} wei.`)
}

/** Lets a fill pass when it is of the order, pays no more than its maker asks, and receives no less than was shown. */
function checkFill(
  { form, quantity, limit }: Fill,
  value: bigint,
  request: Extract<FlowRequest, { kind: 'buy' | 'accept' }>,
  venue: FlowVenue,
): void {
  const { order } = form
  must(hashForm(venue.chainId, venue.market, form) === request.hash, 'The prepared transaction fills another order.')
  const native = isListing(order) && same(order.currency, NATIVE_CURRENCY)
  if (request.kind === 'accept') {
    must(!isListing(order), 'The prepared transaction buys instead of selling.')
    must(limit !== null && limit >= BigInt(request.limit), `The prepared transaction sells for ${limit} wei instead of ${request.limit}.`)
  } else {
    must(isListing(order), 'The prepared transaction sells instead of buying.')
    // Between the two prices that the maker signed, whatever the time.
    const dearest = dearestOf(order) * (quantity || 1n)
    must((limit ?? order.price) <= dearest, `The prepared transaction pays up to ${limit} wei; the order asks ${dearest} at most.`)
  }
  const payment = native ? (limit ?? order.price) : 0n
  must(value === payment, `The prepared transaction sends ${value} wei instead of ${payment}.`)
}

function checkWrap({ to, data, value }: FlowTransaction, request: FlowRequest, venue: FlowVenue): void {
  must(request.kind === 'offer', `Nothing is to be wrapped for ${request.kind}.`)
  must(
    same(to, venue.wrappedEther) && decodeFunctionData({ abi: wrappedEtherAbi, data }).functionName === 'deposit',
    `The prepared transaction goes to ${to}.`,
  )
  must(BigInt(value) <= BigInt(request.price), `The prepared transaction wraps ${value} wei, more than the offer.`)
}

function checkApproval(step: Extract<Step, { type: 'approve' }>, request: FlowRequest, venue: FlowVenue): void {
  const { transaction, spender } = step
  must(same(spender, venue.market) && transaction.value === '0', `The prepared approval is for ${spender}.`)
  if (same(transaction.to, venue.collection)) {
    checkTokenApproval(transaction, venue)
    return
  }
  must(request.kind === 'offer' && same(transaction.to, venue.wrappedEther), `The prepared approval is of ${transaction.to}.`)
  const call = decodeFunctionData({ abi: wrappedEtherAbi, data: transaction.data })
  must(call.functionName === 'approve' && same(call.args[0], venue.market), `The prepared approval calls ${call.functionName}.`)
  must(step.amount === null || BigInt(step.amount) === call.args[1], `The prepared approval is of ${call.args[1]} wei.`)
}

function checkTokenApproval({ data }: FlowTransaction, venue: FlowVenue): void {
  const call = decodeFunctionData({ abi: assetCollectionAbi, data })
  if (call.functionName === 'setOperatorOptOut') must(call.args[0] === false, 'The prepared approval takes the market away.')
  else {
    must(call.functionName === 'setApprovalForAll' || call.functionName === 'approve', `The prepared approval calls ${call.functionName}.`)
    must(same(call.args[0], venue.market), `The prepared approval is for ${call.args[0]}.`)
  }
}
