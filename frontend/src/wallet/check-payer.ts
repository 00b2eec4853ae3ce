import { wrappedEtherAbi } from '@daedal/protocol/market/abi.gen'
import type { Step } from '@daedal/protocol/market/api'
import { NATIVE_CURRENCY } from '@daedal/protocol/market/order'
import type { Address } from '@daedal/protocol/scalars'
import { decodeFunctionData } from 'viem'
import type { FlowVenue } from './flow-ports.ts'
import { must, same } from './prepared-mismatch.ts'

/** What is to be paid, in the smallest unit of the currency, and the contract that takes it. */
export type Payable = { currency: Address; amount: string; spender: Address }

/** Lets what comes before a payment pass: ether turned into no more wrapped ether than is paid, and an allowance of that amount alone. */
export function checkPayerStep(step: Extract<Step, { type: 'wrap' | 'approve' }>, payable: Payable, venue: FlowVenue): void {
  if (step.type === 'wrap') checkWrap(step, payable, venue)
  else checkAllowance(step, payable)
}

function checkAllowance({ transaction, spender, amount }: Extract<Step, { type: 'approve' }>, payable: Payable): void {
  const { to, data, value } = transaction
  must(!same(payable.currency, NATIVE_CURRENCY), 'Nothing is to be approved for a payment in ether.')
  must(same(spender, payable.spender) && value === '0', `The prepared approval is for ${spender}.`)
  must(same(to, payable.currency), `The prepared approval is of ${to}.`)
  const call = decodeFunctionData({ abi: wrappedEtherAbi, data })
  must(call.functionName === 'approve', `The prepared approval calls ${call.functionName}.`)
  must(same(call.args[0], payable.spender), `The prepared approval is for ${call.args[0]}.`)
  must(call.args[1] === BigInt(payable.amount) && amount === payable.amount, `The prepared approval is of ${call.args[1]}.`)
}

function checkWrap({ transaction: { to, data, value } }: Extract<Step, { type: 'wrap' }>, payable: Payable, venue: FlowVenue): void {
  must(same(payable.currency, venue.wrappedEther), `Nothing is to be wrapped for a payment in ${payable.currency}.`)
  must(same(to, venue.wrappedEther), `The prepared transaction goes to ${to}.`)
  const call = decodeFunctionData({ abi: wrappedEtherAbi, data })
  must(call.functionName === 'deposit', `The prepared transaction calls ${call.functionName}.`)
  must(BigInt(value) <= BigInt(payable.amount), `The prepared transaction wraps ${value} wei, more than is paid.`)
}
