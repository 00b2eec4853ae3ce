import { auctionHouseAbi, marketAbi } from '@daedal/protocol/market/abi.gen'
import type { Step } from '@daedal/protocol/market/api'
import { NATIVE_CURRENCY } from '@daedal/protocol/market/order'
import type { Address } from '@daedal/protocol/scalars'
import { decodeFunctionData } from 'viem'
import { checkAmountApproval, checkTokenApproval, checkWrapOf, type Payment } from './check-approval.ts'
import type { FlowTransaction } from './flow.ts'
import type { FlowVenue } from './flow-ports.ts'
import type { HouseRequest } from './house-request.ts'
import { must, same } from './prepared-mismatch.ts'

type Asked<K extends HouseRequest['kind']> = Extract<HouseRequest, { kind: K }>
type OfHouse = Exclude<HouseRequest, { kind: 'withdraw' }>

/** Lets prepared steps pass when they do what was asked of the auction house, once, and allow it no more than that needs. */
export function checkHouseSteps(steps: readonly Step[], request: HouseRequest, account: Address, venue: FlowVenue): void {
  must(steps.at(-1)?.type === 'send', 'Nothing is prepared to be sent.')
  must(new Set(steps.map(({ type }) => type)).size === steps.length, 'A step is prepared twice.')
  for (const step of steps) {
    must(step.type !== 'sign', 'Nothing is to be signed for this.')
    if (request.kind === 'withdraw') {
      must(step.type === 'send', 'Nothing is to be approved for a withdrawal.')
      checkWithdrawal(step.transaction, request, venue)
    } else checkStep(step, request, account, venue)
  }
}

function checkStep(step: Exclude<Step, { type: 'sign' }>, request: OfHouse, account: Address, venue: FlowVenue): void {
  const { auctionHouse: house } = venue
  must(house !== null, 'There is no auction house here.')
  const payment: Payment | null = request.kind === 'bid' ? request : null
  if (step.type === 'wrap') checkWrapOf(step.transaction, payment, venue)
  else if (step.type === 'send') checkCall(step.transaction, request, account, house)
  else if (request.kind === 'auction') checkTokenApproval(step, house, request)
  else {
    must(payment !== null && !same(payment.currency, NATIVE_CURRENCY), `Nothing is to be approved for ${request.kind}.`)
    checkAmountApproval(step, house, payment)
  }
}

function checkCall(transaction: FlowTransaction, request: OfHouse, account: Address, house: Address): void {
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

function checkWithdrawal({ to, data, value }: FlowTransaction, { payer, currency }: Asked<'withdraw'>, venue: FlowVenue): void {
  must(value === '0', `The prepared transaction sends ${value} wei.`)
  const contract = venue[payer]
  must(contract !== null && same(to, contract), `The prepared transaction goes to ${to}.`)
  if (payer === 'market') {
    const call = decodeFunctionData({ abi: marketAbi, data })
    must(call.functionName === 'withdraw', `The prepared transaction calls ${call.functionName}.`)
    return
  }
  // The contracts beside the market pay out by the same call.
  const call = decodeFunctionData({ abi: auctionHouseAbi, data })
  must(call.functionName === 'withdraw', `The prepared transaction calls ${call.functionName}.`)
  must(same(call.args[0], currency), `The prepared withdrawal is of ${call.args[0]}.`)
}
