import { sql } from 'drizzle-orm'
import type { ChainEvent, Projection, Transaction } from '../tokens/ports.ts'
import { pendingPayments } from './tables.ts'

/**
 * Counts what contracts keep for accounts. Every payment is added when it comes and taken away when a reorg takes it, so the rows are
 * those of an index from scratch.
 */
export const projectPayments = (): Projection => ({
  async apply(tx, events) {
    await count(tx, events, 1n)
    return []
  },
  async retract(tx, orphaned, ancestor) {
    if (ancestor < 0) await tx.delete(pendingPayments)
    else await count(tx, orphaned, -1n)
  },
})

async function count(tx: Transaction, events: readonly ChainEvent[], sign: 1n | -1n): Promise<void> {
  const changes = new Map<
    string,
    { place: Pick<typeof pendingPayments.$inferInsert, 'contract' | 'account' | 'currency'>; amount: bigint }
  >()
  for (const event of events) {
    if (event.name !== 'PaymentCredited' && event.name !== 'PaymentWithdrawn') continue
    const { contract, account, currency } = event
    const key = `${contract} ${account} ${currency}`
    const before = changes.get(key)?.amount ?? 0n
    const amount = before + (event.name === 'PaymentCredited' ? sign : -sign) * event.amount
    changes.set(key, { place: { contract, account, currency }, amount })
  }
  for (const { place, amount } of changes.values()) {
    if (amount === 0n) continue
    await tx
      .insert(pendingPayments)
      .values({ ...place, amount: amount.toString() })
      .onConflictDoUpdate({
        target: [pendingPayments.contract, pendingPayments.account, pendingPayments.currency],
        set: { amount: sql`${pendingPayments.amount} + excluded."amount"` },
      })
  }
  if (changes.size) await tx.delete(pendingPayments).where(sql`${pendingPayments.amount} = 0`)
}
