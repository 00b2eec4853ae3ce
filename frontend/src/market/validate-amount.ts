import { parseEther } from '../lib/format.ts'
import type { TextKey } from '../lib/text/en.ts'

const MAX_PRICE = (1n << 128n) - 1n

/** An amount as typed: its wei, or why it cannot be used. */
export type Amount = { wei: bigint; why: null } | { wei: null; why: TextKey }

/** Reads a price that a person typed. */
export function validateAmount(text: string): Amount {
  if (!text.trim()) return { wei: null, why: 'amount.why.empty' }
  const wei = parseEther(text)
  if (wei === null) return { wei: null, why: 'amount.why.form' }
  if (wei === 0n) return { wei: null, why: 'amount.why.zero' }
  if (wei > MAX_PRICE) return { wei: null, why: 'amount.why.large' }
  return { wei, why: null }
}

/** Days an order can stay open. */
export const durations = ['1', '7', '30', '90'] as const
export type Duration = (typeof durations)[number]
