import { MAX_TICKETS } from '@daedal/protocol/market/drop'
import type { DropDetail } from '@daedal/protocol/market/drop-api'
import { zeroHash } from 'viem'
import type { TextKey } from '../lib/text/en.ts'
import { stageNow } from './drop-clock.ts'

/** How many tickets can be bought in one purchase now, and why none; `most` is above zero exactly when `why` is null. */
export type TicketLimit = { most: number; why: TextKey | null }

const none = (why: TextKey): TicketLimit => ({ most: 0, why })

/** Of the drop for the account that it was asked for; for anybody while nobody is connected. */
export function ticketLimit({ state, stages, sold, supply, account }: DropDetail): TicketLimit {
  const { stage, place } = stageNow(stages)
  if (sold >= supply) return none('drops.why.soldOut')
  if (state === 'upcoming') return none('drops.why.early')
  if (state !== 'live') return none('drops.why.over')
  if (stage.state !== 'live') return none('drops.why.between')
  if (stage.left === 0) return none('drops.why.stageSoldOut')
  const own = account?.stages[place]
  if (!own) return { most: Math.min(MAX_TICKETS, stage.left, stage.perWallet || MAX_TICKETS), why: null }
  if (stage.allowlistRoot !== zeroHash && own.allowance === null) return none('drops.why.listUnknown')
  if (own.allowance === 0) return none('drops.why.notOnList')
  if (own.left === 0) return none('drops.why.limit')
  return { most: Math.min(MAX_TICKETS, own.left), why: null }
}

/** A number of tickets as typed; null when it is none that can be bought. */
export function parseQuantity(text: string, most: number): number | null {
  if (!/^\d{1,5}$/.test(text.trim())) return null
  const quantity = Number(text)
  return quantity >= 1 && quantity <= most ? quantity : null
}
