import type { Address } from '@daedal/protocol/scalars'
import { isAddress } from 'viem'
import type { TextKey } from '../lib/text/en.ts'
import { isSame } from '../wallet/account.ts'

/** Who alone may rent, as typed: an address, null for anyone, or why it cannot be. */
export type Renter = { renter: Address | null; why: null } | { renter: null; why: TextKey }

/** Reads the address that an owner typed. One whose letter case says that it was mistyped is refused. */
export function validateRenter(text: string, owner: string | null): Renter {
  const typed = text.trim()
  if (!typed) return { renter: null, why: null }
  if (!isAddress(typed)) return { renter: null, why: 'let.why.renter' }
  return isSame(typed, owner) ? { renter: null, why: 'let.why.self' } : { renter: typed, why: null }
}
