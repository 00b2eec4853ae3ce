import { char, index, pgTable, text, timestamp } from 'drizzle-orm/pg-core'

/** Sign-in nonces that were handed out and not used. A used one is deleted, so it cannot be used twice. */
export const signInNonces = pgTable('sign_in_nonces', {
  nonce: text('nonce').primaryKey(),
  expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
})

/** Open sessions. Only the hash of the cookie's secret is kept. */
export const sessions = pgTable(
  'sessions',
  {
    secretHash: char('secret_hash', { length: 64 }).primaryKey(),
    /** Lower-case account address. */
    address: char('address', { length: 42 }).notNull(),
    /** Token a page must send back as `X-CSRF-Token` with each write. */
    csrf: text('csrf').notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
  },
  (table) => [index('sessions_expires_at').on(table.expiresAt)],
)
