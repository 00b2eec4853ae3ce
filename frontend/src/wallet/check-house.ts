import { auctionHouseAbi, marketAbi } from '@daedal/protocol/market/abi.gen'
import type { Step } from '@daedal/protocol/market/api'
import { NATIVE_CURRENCY } from '@daedal/protocol/market/order'
import type { Address } from '@daedal/protocol/scalars'
import { assetCollectionAbi } from '@daedal/protocol/tokens/abi.gen'
import { decodeFunctionData } from 'viem'
import { checkPayerStep } from './check-payer.ts'
import type { FlowTransaction } from './flow.ts'
import type { FlowVenue } from './flow-ports.ts'
import type { HouseRequest } from './house-request.ts'
import { must, same } from './prepared-mismatch.ts'

type Asked<K extends HouseRequest['kind']> = Extract<HouseRequest, { kind: K }>

/** Lets prepared steps pass when they do what was asked of the auction house, once, and allow it no more than that needs. */
export function checkHouseSteps(steps: readonly Step[], request: HouseRequest, account: Address, venue: FlowVenue): void {
  const house = request.kind === 'withdraw' && request.payer === 'drops' ? venue.drops : venue.auctionHouse
  must(house !== null, 'There is no such contract here.')
  must(steps.at(-1)?.type === 'send', 'Nothing is prepared to be sent.')
  must(new Set(steps.map(({ type }) => type)).size === steps.length, 'A step is prepared twice.')
  for (const step of steps) {
    must(step.type !== 'sign', 'Nothing is to be signed for this.')
    if (step.type === 'send') checkCall(step.transaction, request, account, venue, house)
    else if (request.kind === 'bid') checkPayerStep(step, { ...request, spender: house }, venue)
    else {
      must(step.type === 'approve' && request.kind === 'auction', `Nothing is to be paid for ${request.kind}.`)
      checkApproval(step, request, house)
    }
  }
}

function checkCall(transaction: FlowTransaction, request: HouseRequest, account: Address, venue: FlowVenue, house: Address): void {
  if (request.kind === 'withdraw') {
    checkWithdrawal(transaction, request, venue, house)
    return
  }
  const { to, data, value } = transaction
  must(same(to, house), `The prepared transaction goes to ${to}.`)
  const call = decodeFunctionData({ abi: auctionHouseAbi, data })
  const called = `The prepared transaction calls ${call.functionName}.`
  const payment = request.kind === 'bid' && same(request.currency, NATIVE_CURRENCY) ? request.amount : '0'
  must(value === payment, `The prepared transaction sends ${value} wei instead of ${payment}.`)
  switch (request.kind) {
    case 'auction':
      must(call.functionName === 'createAuction', called)
      checkTerms(call.args[0], request)
      return
    case 'bid':
      must(call.functionName === 'bid', called)
      must(same(call.args[0], request.auction), 'The prepared bid is for another auction.')
      must(call.args[1] === BigInt(request.amount), `The prepared bid is ${call.args[1]} instead of ${request.amount}.`)
      return
    case 'reclaim':
      must(call.functionName === 'reclaim', called)
      must(same(call.args[0], request.auction), 'The prepared transaction is for another auction.')
      must(same(call.args[1], account), `The prepared transaction gives the asset to ${call.args[1]}.`)
      return
    case 'settle-auction':
    case 'cancel-auction':
      must(call.functionName === (request.kind === 'settle-auction' ? 'settleAuction' : 'cancelAuction'), called)
      must(same(call.args[0], request.auction), 'The prepared transaction is for another auction.')
  }
}

type Terms = Extract<ReturnType<typeof decodeFunctionData<typeof auctionHouseAbi>>, { functionName: 'createAuction' }>['args'][0]

function checkTerms(terms: Terms, request: Asked<'auction'>): void {
  must(same(terms.collection, request.collection) && terms.tokenId === BigInt(request.tokenId), 'The prepared auction is of another token.')
  must(terms.quantity === 0n, `The prepared auction is of ${terms.quantity} units.`)
  must(same(terms.currency, NATIVE_CURRENCY), `The prepared auction is in ${terms.currency}.`)
  must(terms.reserve === BigInt(request.reserve), `The prepared reserve is ${terms.reserve} wei instead of ${request.reserve}.`)
  must(terms.minIncrementBps === request.minIncrementBps, `The prepared increment is ${terms.minIncrementBps} basis points.`)
  must(terms.start === 0n, `The prepared auction opens at ${terms.start}.`)
  must(terms.duration === BigInt(request.durationSeconds), `The prepared auction lasts ${terms.duration} seconds.`)
  must(terms.extensionWindow === BigInt(request.extensionSeconds), `The prepared extension is ${terms.extensionWindow} seconds.`)
  must(terms.maxExtension === BigInt(request.maxExtensionSeconds), `The prepared extensions are ${terms.maxExtension} seconds in all.`)
}

function checkWithdrawal({ to, data, value }: FlowTransaction, request: Asked<'withdraw'>, venue: FlowVenue, house: Address): void {
  must(value === '0', `The prepared transaction sends ${value} wei.`)
  if (request.payer === 'market') {
    must(same(to, venue.market), `The prepared transaction goes to ${to}.`)
    const call = decodeFunctionData({ abi: marketAbi, data })
    must(call.functionName === 'withdraw', `The prepared transaction calls ${call.functionName}.`)
    return
  }
  must(same(to, house), `The prepared transaction goes to ${to}.`)
  // The contract of drops pays out by the same call.
  const call = decodeFunctionData({ abi: auctionHouseAbi, data })
  must(call.functionName === 'withdraw', `The prepared transaction calls ${call.functionName}.`)
  must(same(call.args[0], request.currency), `The prepared withdrawal is of ${call.args[0]}.`)
}

/** For the house, and for that token alone. */
function checkApproval({ transaction, spender }: Extract<Step, { type: 'approve' }>, request: Asked<'auction'>, house: Address): void {
  const { to, data, value } = transaction
  must(same(spender, house) && value === '0', `The prepared approval is for ${spender}.`)
  must(same(to, request.collection), `The prepared approval is of ${to}.`)
  const call = decodeFunctionData({ abi: assetCollectionAbi, data })
  must(call.functionName === 'approve', `The prepared approval calls ${call.functionName}.`)
  must(same(call.args[0], house), `The prepared approval is for ${call.args[0]}.`)
  must(call.args[1] === BigInt(request.tokenId), 'The prepared approval is of another token.')
}
