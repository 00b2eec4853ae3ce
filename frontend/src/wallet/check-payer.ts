import type { Step } from '@daedal/protocol/market/api'
import { NATIVE_CURRENCY } from '@daedal/protocol/market/order'
import type { Address } from '@daedal/protocol/scalars'
import { checkAmountApproval, checkWrapOf, type Payment } from './check-approval.ts'
import type { FlowVenue } from './flow-ports.ts'
import { must, same } from './prepared-mismatch.ts'

/** What is to be paid, and the contract that takes it. */
export type Payable = Payment & { spender: Address }

/** Lets what comes before a payment pass: ether turned into no more wrapped ether than is paid, and an allowance of that amount alone. */
export function checkPayerStep(step: Extract<Step, { type: 'wrap' | 'approve' }>, payable: Payable, venue: FlowVenue): void {
  if (step.type === 'wrap') {
    checkWrapOf(step.transaction, payable, venue)
    return
  }
  must(!same(payable.currency, NATIVE_CURRENCY), 'Nothing is to be approved for a payment in ether.')
  checkAmountApproval(step, payable.spender, payable)
}
