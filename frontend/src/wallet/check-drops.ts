import { dropsAbi } from '@daedal/protocol/market/abi.gen'
import type { Step } from '@daedal/protocol/market/api'
import { type DropTerms, dropIdOf, MAX_DELIVERIES } from '@daedal/protocol/market/drop'
import { NATIVE_CURRENCY } from '@daedal/protocol/market/order'
import { tokenIdOf } from '@daedal/protocol/tokens/token-id'
import { decodeFunctionData } from 'viem'
import { checkPayerStep } from './check-payer.ts'
import type { DropRequest } from './drop-request.ts'
import type { FlowTransaction } from './flow.ts'
import type { FlowVenue } from './flow-ports.ts'
import { must, same } from './prepared-mismatch.ts'

type Asked<K extends DropRequest['kind']> = Extract<DropRequest, { kind: K }>
type DropCall = ReturnType<typeof decodeFunctionData<typeof dropsAbi>>

/** What each act calls. */
const callOf = {
  'buy-tickets': 'buyTickets',
  deliver: 'deliver',
  refund: 'refund',
  'take-back': 'takeBack',
  'end-drop': 'endSale',
  'close-drop': 'closeDrop',
  'draw-drop': 'drawEntropy',
  'reveal-drop': 'reveal',
} as const satisfies Record<DropRequest['kind'], DropCall['functionName']>

/** Lets prepared steps pass when they do what was asked of the contract of drops, once, and pay no more than was shown. */
export function checkDropSteps(steps: readonly Step[], request: DropRequest, venue: FlowVenue): void {
  const { drops } = venue
  must(drops !== null, 'There are no drops here.')
  must(steps.at(-1)?.type === 'send', 'Nothing is prepared to be sent.')
  must(new Set(steps.map(({ type }) => type)).size === steps.length, 'A step is prepared twice.')
  for (const step of steps) {
    must(step.type !== 'sign', 'Nothing is to be signed for this.')
    if (step.type === 'send') {
      must(same(step.transaction.to, drops), `The prepared transaction goes to ${step.transaction.to}.`)
      checkCall(step.transaction, request)
    } else {
      must(request.kind === 'buy-tickets', `Nothing is to be paid for ${request.kind}.`)
      checkPayerStep(step, { currency: request.currency, amount: request.total, spender: drops }, venue)
    }
  }
}

function checkCall({ data, value }: FlowTransaction, request: DropRequest): void {
  const call = decodeFunctionData({ abi: dropsAbi, data })
  must(call.functionName === callOf[request.kind], `The prepared transaction calls ${call.functionName}.`)
  // The id is the hash of the terms, so no other terms can pass.
  must(dropIdOf(termsOf(call)) === request.drop.toLowerCase(), 'The prepared transaction is for another drop.')
  const payment = request.kind === 'buy-tickets' && same(request.currency, NATIVE_CURRENCY) ? request.total : '0'
  must(value === payment, `The prepared transaction sends ${value} wei instead of ${payment}.`)
  if (request.kind === 'buy-tickets') checkPurchase(call, request)
  else if (request.kind === 'deliver') checkDelivery(call, request)
  else if (request.kind === 'refund')
    must(call.functionName === 'refund' && call.args[1] === request.first, 'The prepared refund is of another purchase.')
  else if (request.kind === 'take-back') checkItem(call, request)
  else if (request.kind === 'reveal-drop')
    must(call.functionName === 'reveal' && call.args[1] === request.secret, 'The prepared transaction tells another secret.')
}

function termsOf(call: DropCall): DropTerms {
  const [terms] = call.args ?? []
  must(typeof terms === 'object' && terms !== null && 'itemsRoot' in terms, `The prepared transaction calls ${call.functionName}.`)
  return { ...terms, stages: [...terms.stages] }
}

function checkPurchase(call: DropCall, request: Asked<'buy-tickets'>): void {
  must(call.functionName === 'buyTickets', `The prepared transaction calls ${call.functionName}.`)
  const [terms, place, quantity] = call.args
  must(place === BigInt(request.stage), `The prepared purchase is in stage ${place}.`)
  must(quantity === request.quantity, `The prepared purchase is of ${quantity} tickets instead of ${request.quantity}.`)
  must(same(terms.currency, request.currency), `The drop is paid in ${terms.currency}.`)
  const stage = terms.stages[request.stage]
  must(stage !== undefined, `The drop has no stage ${request.stage}.`)
  const total = stage.price * BigInt(quantity)
  must(total === BigInt(request.total), `The tickets cost ${total} instead of ${request.total}.`)
}

function checkDelivery(call: DropCall, request: Asked<'deliver'>): void {
  must(call.functionName === 'deliver', `The prepared transaction calls ${call.functionName}.`)
  const tickets = call.args[1].map(({ ticket }) => ticket)
  must(tickets.length > 0 && tickets.length <= MAX_DELIVERIES, `The prepared transaction delivers ${tickets.length} tickets.`)
  must(
    tickets.every((ticket) => request.tickets.includes(ticket)),
    'The prepared transaction delivers other tickets.',
  )
}

function checkItem(call: DropCall, request: Asked<'take-back'>): void {
  must(call.functionName === 'takeBack', `The prepared transaction calls ${call.functionName}.`)
  const [{ creator }, coreHash, to] = call.args
  must(tokenIdOf(creator, coreHash) === BigInt(request.tokenId), 'The prepared transaction takes another item back.')
  must(same(to, request.to), `The item would go to ${to}.`)
}
