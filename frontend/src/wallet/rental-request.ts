import type { Address, Hex32 } from '@daedal/protocol/scalars'
import type { FlowRequest } from './flow.ts'

/** What a person asks of the contract of rentals. Amounts in the smallest unit of the currency. */
export type LettingRequest =
  | {
      kind: 'let'
      collection: Address
      tokenId: string
      /** In wei: pages let for ether. */
      pricePerDay: string
      minDays: number
      maxDays: number
      /** Who alone may rent; null for anyone. */
      renter: Address | null
      durationSeconds: number
    }
  /** `add-days` is for who uses the token already. `amount` is the price of all the days. */
  | { kind: 'rent' | 'add-days'; offer: Hex32; collection: Address; tokenId: string; currency: Address; days: number; amount: string }
  /** `nonce` is the one that the offer was signed with. */
  | { kind: 'cancel-let'; offer: Hex32; nonce: string }
  | { kind: 'give-back' | 'release-token'; collection: Address; tokenId: string }

const lettingKinds: ReadonlySet<string> = new Set<LettingRequest['kind']>([
  'let',
  'rent',
  'add-days',
  'cancel-let',
  'give-back',
  'release-token',
])

export const isLettingRequest = (request: FlowRequest): request is LettingRequest => lettingKinds.has(request.kind)

/** What came of it, from the receipt. Times in unix seconds; `expires` is the first second in which the user is no longer the user. */
export type LettingOutcome =
  | { result: 'rented' | 'extended'; user: Address; expires: number; custody: boolean }
  | { result: 'returned' }
  | { result: 'released'; to: Address }
  | { result: 'cancelled' }
