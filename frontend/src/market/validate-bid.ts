import { MAX_BID } from '@daedal/protocol/market/auction'
import type { TextKey } from '../lib/text/en.ts'
import { validateAmount } from './validate-amount.ts'

/** A bid as typed: its wei, or why it cannot be made. */
export type Bid = { wei: bigint; why: null } | { wei: null; why: TextKey }

/** Reads a bid that a person typed; `least` is the least that the house takes now. */
export function validateBid(text: string, least: bigint): Bid {
  const amount = validateAmount(text)
  if (amount.wei === null) return amount
  if (amount.wei < least) return { wei: null, why: 'bid.why.low' }
  return amount.wei > MAX_BID ? { wei: null, why: 'amount.why.large' } : amount
}
