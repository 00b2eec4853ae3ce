import { wrappedEtherAbi } from '@daedal/protocol/market/abi.gen'
import type { Step } from '@daedal/protocol/market/api'
import type { Address } from '@daedal/protocol/scalars'
import { assetCollectionAbi } from '@daedal/protocol/tokens/abi.gen'
import { decodeFunctionData } from 'viem'
import type { FlowTransaction } from './flow.ts'
import type { FlowVenue } from './flow-ports.ts'
import { must, same } from './prepared-mismatch.ts'

type Approval = Extract<Step, { type: 'approve' }>

/** An amount of a currency, in its smallest unit. */
export type Payment = { currency: Address; amount: string }

/** Lets an approval pass when it is of that token alone, for that contract alone. */
export function checkTokenApproval({ transaction, spender }: Approval, contract: Address, token: { collection: Address; tokenId: string }) {
  const { to, data, value } = transaction
  must(same(spender, contract) && value === '0', `The prepared approval is for ${spender}.`)
  must(same(to, token.collection), `The prepared approval is of ${to}.`)
  const call = decodeFunctionData({ abi: assetCollectionAbi, data })
  must(call.functionName === 'approve', `The prepared approval calls ${call.functionName}.`)
  must(same(call.args[0], contract), `The prepared approval is for ${call.args[0]}.`)
  must(call.args[1] === BigInt(token.tokenId), 'The prepared approval is of another token.')
}

/** Lets an approval pass when it is of that amount alone, for that contract alone. */
export function checkAmountApproval({ transaction, spender, amount }: Approval, contract: Address, payment: Payment): void {
  const { to, data, value } = transaction
  must(same(spender, contract) && value === '0', `The prepared approval is for ${spender}.`)
  must(same(to, payment.currency), `The prepared approval is of ${to}.`)
  const call = decodeFunctionData({ abi: wrappedEtherAbi, data })
  must(call.functionName === 'approve', `The prepared approval calls ${call.functionName}.`)
  must(same(call.args[0], contract), `The prepared approval is for ${call.args[0]}.`)
  must(call.args[1] === BigInt(payment.amount) && amount === payment.amount, `The prepared approval is of ${call.args[1]}.`)
}

/** Lets a wrap pass when it turns no more into wrapped ether than is to be paid in it. */
export function checkWrapOf({ to, data, value }: FlowTransaction, payment: Payment | null, { wrappedEther }: FlowVenue): void {
  must(payment !== null && same(payment.currency, wrappedEther), 'Nothing is to be wrapped for this.')
  must(same(to, wrappedEther), `The prepared transaction goes to ${to}.`)
  const call = decodeFunctionData({ abi: wrappedEtherAbi, data })
  must(call.functionName === 'deposit', `The prepared transaction calls ${call.functionName}.`)
  must(BigInt(value) <= BigInt(payment.amount), `The prepared transaction wraps ${value} wei, more than is to be paid.`)
}
