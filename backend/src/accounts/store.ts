import { createHash, randomBytes } from 'node:crypto'
import { and, eq, gt, lt } from 'drizzle-orm'
import type { Address } from 'viem'
import { getAddress } from 'viem'
import type { Database } from '../adapters/database/database.ts'
import type { OpenSession } from './ports.ts'
import { sessions, signInNonces } from './tables.ts'

const secretHash = (secret: string): string => createHash('sha256').update(secret).digest('hex')

/** Nonces and sessions in the database. */
export function createAccountStore(db: Database) {
  return {
    /** Hands out a nonce and forgets those that are too old. */
    issueNonce: async (minutes: number): Promise<{ nonce: string; expiresAt: Date }> => {
      const nonce = randomBytes(16).toString('hex')
      const expiresAt = new Date(Date.now() + minutes * 60_000)
      await db.delete(signInNonces).where(lt(signInNonces.expiresAt, new Date()))
      await db.insert(signInNonces).values({ nonce, expiresAt })
      return { nonce, expiresAt }
    },
    /** True once for a nonce that is not too old, whoever asks at the same time. */
    spendNonce: async (nonce: string): Promise<boolean> => {
      const spent = await db
        .delete(signInNonces)
        .where(and(eq(signInNonces.nonce, nonce), gt(signInNonces.expiresAt, new Date())))
        .returning({ nonce: signInNonces.nonce })
      return spent.length === 1
    },
    /** Opens a session; the secret is known to the caller only. */
    open: async (address: Address, hours: number): Promise<OpenSession & { secret: string }> => {
      const secret = randomBytes(32).toString('base64url')
      const csrf = randomBytes(24).toString('base64url')
      const expiresAt = new Date(Date.now() + hours * 3_600_000)
      await db.delete(sessions).where(lt(sessions.expiresAt, new Date()))
      await db.insert(sessions).values({ secretHash: secretHash(secret), address: address.toLowerCase(), csrf, expiresAt })
      return { secret, address, csrf, expiresAt }
    },
    find: async (secret: string): Promise<OpenSession | null> => {
      const [row] = await db
        .select({ address: sessions.address, csrf: sessions.csrf, expiresAt: sessions.expiresAt })
        .from(sessions)
        .where(and(eq(sessions.secretHash, secretHash(secret)), gt(sessions.expiresAt, new Date())))
      return row ? { ...row, address: getAddress(row.address) } : null
    },
    close: async (secret: string): Promise<void> => {
      await db.delete(sessions).where(eq(sessions.secretHash, secretHash(secret)))
    },
  }
}

export type AccountStore = ReturnType<typeof createAccountStore>
