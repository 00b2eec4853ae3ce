import { setImmediate } from 'node:timers/promises'
import { growTraitTree, proofInTree, type TraitTree, traitOfTree } from '@daedal/protocol/market/trait'
import { eq, sql } from 'drizzle-orm'
import type { Hex } from 'viem'
import type { Database } from '../adapters/database/database.ts'
import { AppError } from '../errors.ts'
import type { Transaction } from '../tokens/ports.ts'
import { traitTokens } from './tables.ts'

/** Trees kept in memory: one of 65,536 tokens takes about 20 MB. */
const KEPT = 4

/** The trees of token ids behind trait offers. Growing a large one takes a second, in steps that let others go on. */
export function createTraitTrees({ db }: { db: Database }) {
  const kept = new Map<Hex, TraitTree>()
  const rest = () => setImmediate()

  async function keep(tree: TraitTree): Promise<TraitTree> {
    const { root } = traitOfTree(tree)
    kept.delete(root)
    kept.set(root, tree)
    for (const oldest of [...kept.keys()].slice(0, -KEPT)) kept.delete(oldest)
    return tree
  }

  return {
    /** The tree of ids that came in. Throws MARKET_ORDER_MALFORMED when one is no token id. */
    async grow(tokenIds: readonly string[]): Promise<TraitTree> {
      const ids = tokenIds.map(BigInt)
      const long = ids.find((id) => id >= 1n << 256n)
      if (long !== undefined) throw new AppError('MARKET_ORDER_MALFORMED', `Token id ${long} does not fit uint256.`)
      return growTraitTree(ids, rest)
    },

    /** Keeps the ids of a trait, whose tree was compared with its root. */
    async remember(tx: Transaction, root: Hex, tokenIds: readonly string[]): Promise<void> {
      const ids = sql.param([...new Set(tokenIds)])
      await tx.execute(
        sql`insert into ${traitTokens} ("root", "token_id") select ${root}, unnest(${ids}::numeric[]) on conflict do nothing`,
      )
    },

    /** Siblings from the token's leaf to the root; null when the trait's ids are not known or the token is not one of them. */
    async proof(root: Hex, tokenId: bigint): Promise<Hex[] | null> {
      const before = kept.get(root)
      if (before) return proofInTree(before, tokenId)
      const rows = await db.select({ tokenId: traitTokens.tokenId }).from(traitTokens).where(eq(traitTokens.root, root))
      if (!rows.length) return null
      return proofInTree(
        await keep(
          await growTraitTree(
            rows.map((row) => BigInt(row.tokenId)),
            rest,
          ),
        ),
        tokenId,
      )
    },
  }
}
export type TraitTrees = ReturnType<typeof createTraitTrees>
