import type { Payer } from '@daedal/protocol/market/payments'
import type { Address, Hex32 } from '@daedal/protocol/scalars'
import type { FlowRequest } from './flow.ts'

/** What a person asks of the auction house, or of a contract that keeps money for them. Amounts in the smallest unit of the currency. */
export type HouseRequest =
  | {
      kind: 'auction'
      collection: Address
      tokenId: string
      reserve: string
      minIncrementBps: number
      durationSeconds: number
      extensionSeconds: number
      maxExtensionSeconds: number
    }
  | { kind: 'bid'; auction: Hex32; currency: Address; amount: string }
  | { kind: 'settle-auction' | 'cancel-auction' | 'reclaim'; auction: Hex32 }
  | { kind: 'withdraw'; payer: Payer; currency: Address }

const houseKinds: ReadonlySet<string> = new Set<HouseRequest['kind']>([
  'auction',
  'bid',
  'settle-auction',
  'cancel-auction',
  'reclaim',
  'withdraw',
])

export const isHouseRequest = (request: FlowRequest): request is HouseRequest => houseKinds.has(request.kind)

/** What came of it, from the receipt. `end` in unix seconds; `returned` says whether the seller has the asset again. */
export type HouseOutcome =
  | { result: 'created' | 'bid'; auction: Hex32; amount: string; end: number }
  | { result: 'settled'; auction: Hex32; winner: Address }
  | { result: 'unsold'; auction: Hex32; returned: boolean }
  | { result: 'failed'; auction: Hex32; bidder: Address; refund: string; refundCredited: boolean; returned: boolean }
  | { result: 'cancelled' | 'reclaimed'; auction: Hex32 }
  | { result: 'withdrawn'; amount: string }
