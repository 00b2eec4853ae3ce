import type { Address, Hex32 } from '@daedal/protocol/scalars'
import type { FlowRequest } from './flow.ts'

/** What a person asks of the contract of drops. Amounts in the smallest unit of the currency. */
export type DropRequest =
  /** `total` is what the person was shown to pay for all tickets. */
  | { kind: 'buy-tickets'; drop: Hex32; stage: number; quantity: number; currency: Address; total: string }
  /** Tickets by their numbers. */
  | { kind: 'deliver'; drop: Hex32; tickets: readonly number[] }
  /** `first` is the number of the first ticket of a purchase. */
  | { kind: 'refund'; drop: Hex32; first: number }
  /** An item by its place, and as the token that it is; `to` is who asks. */
  | { kind: 'take-back'; drop: Hex32; item: number; tokenId: string; to: Address }
  | { kind: 'end-drop' | 'close-drop' | 'draw-drop'; drop: Hex32 }
  | { kind: 'reveal-drop'; drop: Hex32; secret: Hex32 }

const dropKinds: ReadonlySet<string> = new Set<DropRequest['kind']>([
  'buy-tickets',
  'deliver',
  'refund',
  'take-back',
  'end-drop',
  'close-drop',
  'draw-drop',
  'reveal-drop',
])

export const isDropRequest = (request: FlowRequest): request is DropRequest => dropKinds.has(request.kind)

/** What came of it, from the receipt. Tickets by their numbers; `block` is the one whose hash decides. */
export type DropOutcome =
  | { result: 'created'; drop: Hex32; count: number }
  | { result: 'bought'; first: number; quantity: number; amount: string }
  | { result: 'delivered'; tickets: number[] }
  | { result: 'refunded'; amount: string; credited: boolean }
  | { result: 'taken-back' }
  | { result: 'ended'; sold: number }
  | { result: 'closed'; block: number }
  | { result: 'drawn' }
  | { result: 'revealed'; offset: number }
