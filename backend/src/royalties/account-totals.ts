import { NATIVE_CURRENCY } from '@daedal/protocol/market/order'
import { and, eq, inArray, or, type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { Address } from 'viem'
import type { Database } from '../adapters/database/database.ts'
import { rentalPayments } from '../market/rental-tables.ts'
import { royaltyPayments, sales } from '../market/tables.ts'

export type AccountTotalsDeps = { db: Database; wrappedEther: Address }

const sum = (amount: SQL | PgColumn, condition?: SQL) =>
  sql<string>`coalesce(sum(${amount})${condition ? sql` filter (where ${condition})` : sql``}, 0)::text`

/**
 * What an account paid for what it bought and rented, got for what it sold and let after fee and royalty, and got as royalties. Wei: ether
 * and wrapped ether are worth the same, other money is not added.
 */
export function createAccountTotals({ db, wrappedEther }: AccountTotalsDeps) {
  const ether = [NATIVE_CURRENCY, wrappedEther.toLowerCase() as Address]

  async function paid(table: typeof sales | typeof rentalPayments, payer: PgColumn, payee: PgColumn, account: Address) {
    const [row] = await db
      .select({
        spent: sum(table.price, eq(payer, account)),
        earned: sum(sql`${table.price} - ${table.fee} - ${table.royalty}`, eq(payee, account)),
      })
      .from(table)
      .where(and(or(eq(payer, account), eq(payee, account)), inArray(table.currency, ether)))
    return { spent: BigInt(row?.spent ?? 0), earned: BigInt(row?.earned ?? 0) }
  }

  return async (account: Address): Promise<{ spent: string; earned: string; royalties: string }> => {
    const address = account.toLowerCase() as Address
    const [traded, rented, [royalties]] = await Promise.all([
      paid(sales, sales.buyer, sales.seller, address),
      paid(rentalPayments, rentalPayments.renter, rentalPayments.owner, address),
      db
        .select({ paid: sum(royaltyPayments.amount) })
        .from(royaltyPayments)
        .where(and(eq(royaltyPayments.receiver, address), inArray(royaltyPayments.currency, ether))),
    ])
    return {
      spent: (traded.spent + rented.spent).toString(),
      earned: (traded.earned + rented.earned).toString(),
      royalties: royalties?.paid ?? '0',
    }
  }
}
