import type { ErrorCode } from '@daedal/protocol/errors/codes'
import { type DropStage, type DropTerms, MAX_TICKETS } from '@daedal/protocol/market/drop'
import { zeroHash } from 'viem'
import type { ChainDrop, Granted } from './ports.ts'

type Fault = { code: ErrorCode; detail: string }
const fault = (code: ErrorCode, detail: string): Fault => ({ code, detail })

/** The stage that sells at a moment, unix seconds: the one asked for, or the one whose time it is; -1 when there is none. */
export const stageAt = ({ stages }: DropTerms, asked: number | undefined, now: bigint): number =>
  asked ?? stages.findIndex(({ start, end }) => start <= now && now < end)

/** What is known of a purchase: tickets that the account bought in the stage, those that the stage sold, and what its list grants. */
export type PurchaseFacts = {
  now: bigint
  paused: boolean
  drop: ChainDrop
  bought: number
  soldIn: number
  /** Null where there is a list that was not published. */
  granted: Granted | null
}

/** What keeps an account from buying in a stage, in the order of the contract; null when nothing does. */
export function buyFault(terms: DropTerms, stage: DropStage, quantity: number, facts: PurchaseFacts): Fault | null {
  const { start, end, perWallet, cap, allowlistRoot } = stage
  const { now, paused, drop, bought, soldIn, granted } = facts
  if (paused) return fault('MARKET_PAUSED', 'The market is paused.')
  if (drop.ended) return fault('MARKET_DROP_ENDED', 'The creator sells no more tickets.')
  if (quantity === 0 || quantity > MAX_TICKETS)
    return fault('MARKET_TICKET_QUANTITY', `A purchase is of 1 to ${MAX_TICKETS} tickets, not ${quantity}.`)
  if (now < start || now >= end)
    return fault('MARKET_DROP_STAGE_CLOSED', `Tickets of the stage are sold from ${start} on and before ${end}.`)
  let most = perWallet === 0 ? Number.POSITIVE_INFINITY : perWallet
  if (allowlistRoot !== zeroHash) {
    if (!granted) return fault('MARKET_DROP_CONTENTS_MISSING', 'The list of the stage was not published yet.')
    if (granted.allowance === 0) return fault('MARKET_NOT_ON_ALLOWLIST', 'The account is not on the list of the stage.')
    most = Math.min(most, granted.allowance)
  }
  if (bought + quantity > most)
    return fault('MARKET_WALLET_LIMIT', `The account has bought ${bought} in the stage and may buy ${most} in all.`)
  const left = Math.min(terms.supply - drop.sold, cap === 0 ? Number.POSITIVE_INFINITY : cap - soldIn)
  return quantity > left ? fault('MARKET_TICKETS_TOO_FEW', `There are ${left} tickets left.`) : null
}
