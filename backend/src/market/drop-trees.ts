import { setImmediate } from 'node:timers/promises'
import { type AllowlistEntry, allowlistLeaves, itemLeaves } from '@daedal/protocol/market/drop'
import { growingTree, type MerkleTree, proofAt } from '@daedal/protocol/market/merkle'
import { type Voucher, voucherFromJson } from '@daedal/protocol/tokens/voucher'
import { and, asc, desc, eq } from 'drizzle-orm'
import type { Address, Hex } from 'viem'
import type { Database } from '../adapters/database/database.ts'
import { dropItems, dropLists } from './drop-tables.ts'
import type { Granted } from './ports.ts'

/** Trees kept in memory: one of 10,000 items takes about 3 MB, one of 50,000 accounts 12. */
const KEPT = 8
/** Leaves and nodes before others go on: a few milliseconds. */
const STEPS = 64

async function grow(leaves: Iterable<Uint8Array>): Promise<MerkleTree> {
  const work = growingTree(leaves)
  for (let step = 0; ; step++) {
    const { done, value } = work.next()
    if (done) return value
    if (step % STEPS === 0) await setImmediate()
  }
}

/** The tree of items in the creator's order, grown in steps that let others go on. */
export const growItems = (vouchers: readonly Voucher[]): Promise<MerkleTree> => grow(itemLeaves(vouchers))
/** The tree of a stage's list, likewise. */
export const growList = (entries: readonly AllowlistEntry[]): Promise<MerkleTree> => grow(allowlistLeaves(entries))

/** Proofs from what was published of drops. What the trees are grown of never changes: the terms of a drop hold their roots. */
export function createDropTrees({ db }: { db: Database }) {
  const kept = new Map<string, Promise<MerkleTree>>()

  /** Those who ask at the same time wait for the same tree. */
  function treeOf(key: string, read: () => Promise<MerkleTree>): Promise<MerkleTree> {
    const tree = kept.get(key) ?? read()
    tree.catch(() => kept.delete(key))
    kept.delete(key)
    kept.set(key, tree)
    for (const oldest of [...kept.keys()].slice(0, -KEPT)) kept.delete(oldest)
    return tree
  }

  const itemsOf = async (drop: Hex): Promise<MerkleTree> => {
    const rows = await db
      .select({ voucher: dropItems.voucher })
      .from(dropItems)
      .where(eq(dropItems.drop, drop))
      .orderBy(asc(dropItems.item))
    return growItems(rows.map(({ voucher }) => voucherFromJson(voucher)))
  }
  const listOf = async (drop: Hex, stage: number): Promise<MerkleTree> => {
    const { account, allowance, place } = dropLists
    const of = and(eq(dropLists.drop, drop), eq(dropLists.stage, stage))
    return growList(await db.select({ account, allowance }).from(dropLists).where(of).orderBy(asc(place)))
  }

  return {
    /** That an item, which was published, stands where it stands. */
    itemProof: async (drop: Hex, item: number): Promise<Hex[]> => proofAt(await treeOf(drop, () => itemsOf(drop)), item),

    /** What the list of a stage grants an account, nothing when it is not on it; null when no list was published. */
    async allowance(drop: Hex, stage: number, account: Address): Promise<Granted | null> {
      const of = and(eq(dropLists.drop, drop), eq(dropLists.stage, stage))
      const [found] = await db
        .select()
        .from(dropLists)
        .where(and(of, eq(dropLists.account, account.toLowerCase() as Address)))
        .orderBy(desc(dropLists.allowance))
        .limit(1)
      if (found) {
        const tree = await treeOf(`${drop} ${stage}`, () => listOf(drop, stage))
        return { allowance: found.allowance, proof: proofAt(tree, found.place) }
      }
      const [other] = await db.select({ place: dropLists.place }).from(dropLists).where(of).limit(1)
      return other ? { allowance: 0, proof: [] } : null
    },
  }
}
export type DropTrees = ReturnType<typeof createDropTrees>
