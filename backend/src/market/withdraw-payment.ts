import type { HouseAction } from '@daedal/protocol/market/auction-api'
import { type Payer, type PendingPayments, payers, type Withdraw } from '@daedal/protocol/market/payments'
import { and, asc, eq, inArray } from 'drizzle-orm'
import { type Address, getAddress } from 'viem'
import type { Database } from '../adapters/database/database.ts'
import { refused, tried } from './act-on-auction.ts'
import type { ChainReader, HouseCalls, HouseReader, IndexView } from './ports.ts'
import { pendingPayments } from './tables.ts'

export type WithdrawPaymentDeps = {
  db: Database
  /** Where the contracts are that keep what they could not pay. */
  places: Partial<Record<Payer, Address>>
  chain: Pick<ChainReader, 'simulate'>
  reader: Pick<HouseReader, 'pending'>
  calls: Pick<HouseCalls, 'withdraw'>
  index: Pick<IndexView, 'check'>
}

/** What contracts keep for an account, by the index. */
export const createListPayments =
  ({ db, places }: Pick<WithdrawPaymentDeps, 'db' | 'places'>) =>
  async (account: Address): Promise<PendingPayments> => {
    const payerOf = new Map<string, Payer>(
      payers.flatMap((payer) => (places[payer] ? [[places[payer].toLowerCase(), payer] as const] : [])),
    )
    const contracts = [...payerOf.keys()] as Address[]
    const rows = await db
      .select()
      .from(pendingPayments)
      .where(and(eq(pendingPayments.account, account.toLowerCase() as Address), inArray(pendingPayments.contract, contracts)))
      .orderBy(asc(pendingPayments.contract), asc(pendingPayments.currency))
    return {
      data: rows.map(({ contract, currency, amount }) => ({
        payer: payerOf.get(contract) as Payer,
        contract: getAddress(contract),
        currency: getAddress(currency),
        amount,
      })),
    }
  }

/** Says what an account has to send to be paid what waits; or that nothing does, by the chain. Throws CHAIN_UNAVAILABLE, CHAIN_MISMATCH. */
export const createWithdrawPayment =
  ({ chain, reader, calls, index }: Omit<WithdrawPaymentDeps, 'db' | 'places'>) =>
  async (given: Address, { payer, currency: named }: Withdraw): Promise<HouseAction> => {
    await index.check()
    const [account, currency] = [getAddress(given.toLowerCase()), getAddress(named.toLowerCase())]
    const amount = await reader.pending(payer, account, currency)
    if (amount === 0n) return refused({ code: 'MARKET_NOTHING_PENDING', detail: `Nothing in ${currency} waits for ${account}.` })
    return tried(chain, account, calls.withdraw(payer, currency))
  }
