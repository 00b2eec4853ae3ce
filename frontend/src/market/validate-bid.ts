import type { TextKey } from '../lib/text/en.ts'
import { validateAmount } from './validate-amount.ts'

/** A bid as typed: its wei, or why it cannot be made. */
export type Bid = { wei: bigint; why: null } | { wei: null; why: TextKey }

/** Reads a bid that a person typed; `least` is the least that the house takes now. */
export function validateBid(text: string, least: bigint): Bid {
  const amount = validateAmount(text)
  if (amount.wei === null) return amount
  return amount.wei < least ? { wei: null, why: 'bid.why.low' } : amount
}
