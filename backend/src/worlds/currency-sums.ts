import { eq, sql } from 'drizzle-orm'
import type { Address } from 'viem'
import type { Transaction } from '../tokens/ports.ts'
import type { Movement } from './currency-movement.ts'
import { currencyBalances, currencyFlows } from './currency-tables.ts'

type Flow = typeof currencyFlows.$inferSelect

const ROWS_AT_ONCE = 1_000

/** Adds movements to what follows from them, or with -1 takes them out again. */
export async function addMovements(tx: Transaction, movements: readonly Movement[], sign: 1 | -1): Promise<void> {
  await addBalances(tx, movements, BigInt(sign))
  await addFlows(tx, movements, sign)
}

async function addBalances(tx: Transaction, movements: readonly Movement[], sign: bigint): Promise<void> {
  const changes = new Map<string, { currency: Address; account: Address; change: bigint }>()
  const add = (currency: Address, account: Address | null, amount: bigint) => {
    if (account === null) return
    const key = `${currency} ${account}`
    changes.set(key, { currency, account, change: (changes.get(key)?.change ?? 0n) + amount })
  }
  for (const { currency, from, to, amount } of movements) {
    add(currency, from, -BigInt(amount) * sign)
    add(currency, to, BigInt(amount) * sign)
  }
  const rows = [...changes.values()]
    .filter(({ change }) => change !== 0n)
    .map(({ currency, account, change }) => ({ currency, account, balance: change.toString() }))
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE)
    await tx
      .insert(currencyBalances)
      .values(rows.slice(at, at + ROWS_AT_ONCE))
      .onConflictDoUpdate({
        target: [currencyBalances.currency, currencyBalances.account],
        set: { balance: sql`${currencyBalances.balance} + excluded.balance` },
      })
  if (rows.length) await tx.delete(currencyBalances).where(sql`${currencyBalances.balance} = 0`)
}

async function addFlows(tx: Transaction, movements: readonly Movement[], sign: 1 | -1): Promise<void> {
  const changes = new Map<string, Flow>()
  for (const { currency, kind, flow, at, amount } of movements) {
    if (kind === 'transferred' || flow === null) continue
    const day = at.toISOString().slice(0, 10)
    const key = `${currency} ${kind} ${flow} ${day}`
    const before = changes.get(key) ?? { currency, kind, flow, day, amount: '0', count: 0 }
    changes.set(key, { ...before, amount: (BigInt(before.amount) + BigInt(amount) * BigInt(sign)).toString(), count: before.count + sign })
  }
  const rows = [...changes.values()]
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE)
    await tx
      .insert(currencyFlows)
      .values(rows.slice(at, at + ROWS_AT_ONCE))
      .onConflictDoUpdate({
        target: [currencyFlows.currency, currencyFlows.kind, currencyFlows.flow, currencyFlows.day],
        set: { amount: sql`${currencyFlows.amount} + excluded.amount`, count: sql`${currencyFlows.count} + excluded.count` },
      })
  if (rows.length && sign < 0) await tx.delete(currencyFlows).where(eq(currencyFlows.count, 0))
}
