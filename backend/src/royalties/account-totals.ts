import { eq, or, sql } from 'drizzle-orm'
import type { Address } from 'viem'
import type { Database } from '../adapters/database/database.ts'
import { sales } from '../market/tables.ts'

/** What an account paid, got for what it sold after fee and royalty, and got as royalties. Wei. */
export const createAccountTotals =
  (db: Database) =>
  async (account: Address): Promise<{ spent: string; earned: string; royalties: string }> => {
    const address = account.toLowerCase() as Address
    const sum = (amount: ReturnType<typeof sql>, condition: ReturnType<typeof sql>) =>
      sql<string>`coalesce(sum(${amount}) filter (where ${condition}), 0)::text`
    const [row] = await db
      .select({
        spent: sum(sql`${sales.price}`, sql`${sales.buyer} = ${address}`),
        earned: sum(sql`${sales.price} - ${sales.fee} - ${sales.royalty}`, sql`${sales.seller} = ${address}`),
        royalties: sum(sql`${sales.royalty}`, sql`${sales.royaltyReceiver} = ${address}`),
      })
      .from(sales)
      .where(or(eq(sales.buyer, address), eq(sales.seller, address), eq(sales.royaltyReceiver, address)))
    return row ?? { spent: '0', earned: '0', royalties: '0' }
  }
