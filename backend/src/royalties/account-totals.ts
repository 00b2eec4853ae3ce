import { eq, or, sql } from 'drizzle-orm'
import type { Address } from 'viem'
import type { Database } from '../adapters/database/database.ts'
import { royaltyPayments, sales } from '../market/tables.ts'

/** What an account paid, got for what it sold after fee and royalty, and got as royalties. Wei. */
export const createAccountTotals =
  (db: Database) =>
  async (account: Address): Promise<{ spent: string; earned: string; royalties: string }> => {
    const address = account.toLowerCase() as Address
    const sum = (amount: ReturnType<typeof sql>, condition: ReturnType<typeof sql>) =>
      sql<string>`coalesce(sum(${amount}) filter (where ${condition}), 0)::text`
    const royalties = db
      .select({ paid: sql<string>`coalesce(sum(${royaltyPayments.amount}), 0)::text` })
      .from(royaltyPayments)
      .where(eq(royaltyPayments.receiver, address))
    const trades = db
      .select({
        spent: sum(sql`${sales.price}`, sql`${sales.buyer} = ${address}`),
        earned: sum(sql`${sales.price} - ${sales.fee} - ${sales.royalty}`, sql`${sales.seller} = ${address}`),
      })
      .from(sales)
      .where(or(eq(sales.buyer, address), eq(sales.seller, address)))
    const [[row], [sums]] = await Promise.all([trades, royalties])
    return { spent: row?.spent ?? '0', earned: row?.earned ?? '0', royalties: sums?.paid ?? '0' }
  }
