import { MAX_DELIVERIES } from '@daedal/protocol/market/drop'
import type { DropDetail, DropItem, DropTicket } from '@daedal/protocol/market/drop-api'
import { isSame } from '../wallet/account.ts'

/** What can be done with a drop besides buying. `deliver` and `refund` are of the own tickets, `deliver-all` of everybody's, by the creator. */
export type DropAct = 'end-drop' | 'close-drop' | 'draw-drop' | 'reveal-drop' | 'deliver' | 'deliver-all' | 'refund'

/** Blocks for which a chain keeps the hash of the one that was chosen. Mirrors `DropReveals._KEPT`. */
const KEPT = 256

/** What a drop waits for before it is known which ticket gets which item; null when it waits for nothing, or no longer. */
export type RevealStep = 'close' | 'block' | 'draw' | 'secret' | null

/** `head` is the chain's newest block, null while it is not known. */
export function revealStep({ state, offset, entropyBlock, entropy }: DropDetail, head: number | null): RevealStep {
  if (state !== 'revealing' || offset !== null) return null
  if (entropy !== null) return 'secret'
  if (entropyBlock === null) return 'close'
  // The hash is asked for in the block after the newest one.
  if (head === null || head < entropyBlock) return 'block'
  return head + 1 > entropyBlock + KEPT ? 'close' : 'draw'
}

/** Whether items can be delivered: it is known which, how, and there is time. */
export const canDeliver = ({ offset, published, now, deliverBy }: DropDetail): boolean =>
  offset !== null && published && BigInt(now) < BigInt(deliverBy)

/** Whether tickets that wait can be given back. */
export const canRefund = ({ now, refundFrom }: DropDetail): boolean => BigInt(now) >= BigInt(refundFrom)

/** What the account can do now, the most useful first. `everybody` are the next open tickets, whoever has them. */
export function dropActs(drop: DropDetail, account: string | null, head: number | null, everybody: readonly DropTicket[]): DropAct[] {
  const mine = isSame(drop.creator, account)
  const step = revealStep(drop, head)
  const acts: DropAct[] = []
  if (canDeliver(drop) && drop.account?.open) acts.push('deliver')
  if (canRefund(drop) && drop.account?.open) acts.push('refund')
  if (mine && canDeliver(drop) && nextDeliveries(everybody).length) acts.push('deliver-all')
  if (step === 'close') acts.push('close-drop')
  if (step === 'draw') acts.push('draw-drop')
  if (step === 'secret' && mine) acts.push('reveal-drop')
  if (mine && !drop.ended && (drop.state === 'live' || drop.state === 'upcoming')) acts.push('end-drop')
  return acts
}

/** Whether the account can take an item back: it is the creator's, and nobody can be delivered it any more. */
export const canTakeBack = ({ creator, now, deliverBy }: DropDetail, { held }: Pick<DropItem, 'held'>, account: string | null): boolean =>
  held && isSame(creator, account) && BigInt(now) >= BigInt(deliverBy)

/** The next tickets that one call can deliver, by their numbers. */
export const nextDeliveries = (tickets: readonly DropTicket[]): number[] =>
  tickets
    .filter(({ state }) => state === 'open')
    .slice(0, MAX_DELIVERIES)
    .map(({ ticket }) => ticket)

/** Purchases of which something waits, by the number of their first ticket: one refund is of one purchase. */
export const openPurchases = (tickets: readonly DropTicket[]): number[] => [
  ...new Set(tickets.filter(({ state }) => state === 'open').map(({ first }) => first)),
]
