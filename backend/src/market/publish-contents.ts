import { setImmediate } from 'node:timers/promises'
import { type AllowlistEntry, type DropTerms, dropTermsFromJson } from '@daedal/protocol/market/drop'
import type { DropContents, DropPublished } from '@daedal/protocol/market/drop-api'
import { rootOf } from '@daedal/protocol/market/merkle'
import { tokenIdOf } from '@daedal/protocol/tokens/token-id'
import { type Voucher, voucherToJson } from '@daedal/protocol/tokens/voucher'
import { and, eq, sql } from 'drizzle-orm'
import { type Address, getAddress, type Hex, zeroHash } from 'viem'
import type { Database } from '../adapters/database/database.ts'
import { AppError } from '../errors.ts'
import type { Transaction } from '../tokens/ports.ts'
import { createCheckMintSignature } from './check-mint-signature.ts'
import { dropItems, dropLists } from './drop-tables.ts'
import { growItems, growList } from './drop-trees.ts'
import type { ChainReader, IndexView } from './ports.ts'
import type { ReadDrops } from './read-drops.ts'
import { readVouchers } from './read-vouchers.ts'

export type PublishContentsDeps = {
  db: Database
  chainId: number
  /** The contract of drops. */
  drops: Address
  chain: Pick<ChainReader, 'contractSigned'>
  index: Pick<IndexView, 'check'>
  read: Pick<ReadDrops, 'known'>
}

type List = { stage: number; entries: AllowlistEntry[] }
const ROWS_AT_ONCE = 500
/** Any number that no other pair of this database's advisory locks begins with. */
const CONTENTS_LOCK = 31_339
const wrong = (detail: string) => new AppError('MARKET_DROP_CONTENTS_WRONG', detail)

/**
 * Keeps what a drop was laid down with: its items, each with the creator's signature, and the lists of its stages. It proves itself, so it
 * does not matter who brings it; items that come again bring signatures that may be good for longer.
 * Throws MARKET_DROP_UNKNOWN, MARKET_DROP_CONTENTS_WRONG, MARKET_SIGNATURE_INVALID, TOKENS_SIGNATURE_EXPIRED, REQUEST_INVALID,
 * CHAIN_UNAVAILABLE, CHAIN_MISMATCH.
 */
export const createPublishContents =
  (deps: PublishContentsDeps) =>
  async (id: Hex, body: DropContents): Promise<DropPublished> => {
    await deps.index.check()
    const terms = dropTermsFromJson((await deps.read.known(id)).terms)
    const vouchers = await requireItems(terms, body)
    const lists = await requireLists(terms, body.lists ?? [])
    await requireSigned(deps, terms, vouchers, body)
    await deps.db.transaction(async (tx) => {
      // One after the other: what two bring at once must not mix. Not the drop's row, for which the index would wait.
      await tx.execute(sql`select pg_advisory_xact_lock(${CONTENTS_LOCK}, hashtext(${id}))`)
      await keepItems(tx, id, terms, vouchers, body)
      for (const list of lists) await keepList(tx, id, list)
    })
    return { id, items: vouchers.length, lists: lists.length }
  }

/** The vouchers, which are those of the terms. */
async function requireItems(terms: DropTerms, { items }: DropContents): Promise<Voucher[]> {
  if (items.length !== terms.supply) throw wrong(`The drop has ${terms.supply} items, not ${items.length}.`)
  const vouchers = readVouchers(items.map(({ voucher }) => voucher))
  const root = rootOf(await growItems(vouchers))
  if (root !== terms.itemsRoot) throw wrong(`The root of these items is ${root}; the terms name ${terms.itemsRoot}.`)
  return vouchers
}

async function requireLists({ stages }: DropTerms, given: NonNullable<DropContents['lists']>): Promise<List[]> {
  const lists: List[] = []
  for (const { stage, entries: said } of given) {
    const asked = stages[stage]?.allowlistRoot ?? zeroHash
    if (asked === zeroHash) throw wrong(`Stage ${stage} has no list.`)
    if (lists.some((list) => list.stage === stage)) throw wrong(`Stage ${stage} has one list.`)
    const entries = said.map(({ account, allowance }) => ({ account: getAddress(account.toLowerCase()), allowance }))
    const root = rootOf(await growList(entries))
    if (root !== asked) throw wrong(`The root of this list is ${root}; the terms name ${asked} for stage ${stage}.`)
    lists.push({ stage, entries })
  }
  return lists
}

/** Every item can be minted until the last moment in which tickets are delivered. */
async function requireSigned(
  { chain, chainId, drops: contract }: PublishContentsDeps,
  { creator, collection, deliverBy }: DropTerms,
  vouchers: readonly Voucher[],
  { items }: DropContents,
): Promise<void> {
  const isSigned = createCheckMintSignature(chain, { chainId, collection, drops: contract }, creator)
  for (const [item, { deadline: said, signature }] of items.entries()) {
    const deadline = BigInt(said)
    if (deadline >= 1n << 64n) throw new AppError('REQUEST_INVALID', `The deadline of item ${item} does not fit uint64.`)
    if (deadline < deliverBy)
      throw new AppError(
        'TOKENS_SIGNATURE_EXPIRED',
        `The signature of item ${item} ends at ${deadline}; tickets are delivered before ${deliverBy}.`,
      )
    if (!(await isSigned(vouchers[item] as Voucher, deadline, signature.toLowerCase() as Hex)))
      throw new AppError('MARKET_SIGNATURE_INVALID', `${creator} did not let the contract of drops mint item ${item}.`)
    // A signature takes about a millisecond, and there may be 10,000.
    await setImmediate()
  }
}

async function keepItems(
  tx: Transaction,
  drop: Hex,
  { creator }: DropTerms,
  vouchers: readonly Voucher[],
  { items }: DropContents,
): Promise<void> {
  await tx.delete(dropItems).where(eq(dropItems.drop, drop))
  const rows = vouchers.map((voucher, item) => ({
    drop,
    item,
    tokenId: tokenIdOf(creator, voucher.coreHash).toString(),
    voucher: voucherToJson(voucher),
    deadline: items[item]?.deadline ?? '0',
    signature: (items[item]?.signature ?? '0x').toLowerCase() as Hex,
  }))
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) await tx.insert(dropItems).values(rows.slice(at, at + ROWS_AT_ONCE))
}

/** Lists with the same root may stand in another order, and trees in memory follow the rows: the first that came stays. */
async function keepList(tx: Transaction, drop: Hex, { stage, entries }: List): Promise<void> {
  const [before] = await tx
    .select({ place: dropLists.place })
    .from(dropLists)
    .where(and(eq(dropLists.drop, drop), eq(dropLists.stage, stage)))
    .limit(1)
  if (before) return
  const rows = entries.map(({ account, allowance }, place) => ({
    drop,
    stage,
    place,
    account: account.toLowerCase() as Address,
    allowance,
  }))
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) await tx.insert(dropLists).values(rows.slice(at, at + ROWS_AT_ONCE))
}
