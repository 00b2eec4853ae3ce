import { type DropStage, type DropTerms, dropIdOf, dropTermsToJson } from '@daedal/protocol/market/drop'
import type { PrepareDrop, PreparedDrop } from '@daedal/protocol/market/drop-api'
import { rootOf } from '@daedal/protocol/market/merkle'
import { NATIVE_CURRENCY } from '@daedal/protocol/market/order'
import type { Voucher } from '@daedal/protocol/tokens/voucher'
import { type Address, bytesToHex, getAddress, type Hex, zeroHash } from 'viem'
import { AppError } from '../errors.ts'
import { SOULBOUND } from '../tokens/ports.ts'
import { tried } from './act-on-auction.ts'
import { growItems, growList } from './drop-trees.ts'
import type { ChainReader, DropCalls, IndexView } from './ports.ts'
import { malformed, readVouchers } from './read-vouchers.ts'

export type PrepareDropDeps = {
  /** The contract of drops. */
  address: Address
  /** The shared collection. */
  collection: Address
  chain: Pick<ChainReader, 'simulate'>
  calls: Pick<DropCalls, 'create'>
  index: Pick<IndexView, 'check'>
  random(bytes: number): Uint8Array
}

const WEEK = 604_800
const MONTH = 2_592_000
const address = (text: Address): Address => getAddress(text.toLowerCase())

/** A stage as it is laid down: of a list its root. */
async function stageOf({ start, end, price, perWallet = 0, cap = 0, list }: PrepareDrop['stages'][number]): Promise<DropStage> {
  const entries = list?.map(({ account, allowance }) => ({ account: address(account), allowance }))
  const allowlistRoot = entries ? rootOf(await growList(entries)) : zeroHash
  return { start: BigInt(start), end: BigInt(end), price: BigInt(price), perWallet, cap, allowlistRoot }
}

/** Throws what can be minted and not delivered: the contract takes such items, and their tickets could only be given back. */
function requireDeliverable(vouchers: readonly Voucher[]): void {
  const places = new Map<Hex, number>()
  for (const [item, { coreHash, terms }] of vouchers.entries()) {
    const before = places.get(coreHash)
    if (before !== undefined) throw new AppError('REQUEST_INVALID', `Items ${before} and ${item} are of the same record.`)
    if (terms.policy & SOULBOUND) throw new AppError('TOKENS_SOULBOUND', `Item ${item} would stay with the contract of drops.`)
    places.set(coreHash, item)
  }
}

/**
 * Writes the terms of a drop of finished items, and says what its creator has to send to lay it down, or why the contract would refuse.
 * Throws REQUEST_INVALID, TOKENS_SOULBOUND, CHAIN_UNAVAILABLE, CHAIN_MISMATCH.
 */
export const createPrepareDrop =
  ({ address: drops, collection: shared, chain, calls, index, random }: PrepareDropDeps) =>
  async (request: PrepareDrop): Promise<PreparedDrop> => {
    await index.check()
    const { commitment = zeroHash, revealSeconds = WEEK, deliverSeconds = MONTH } = request
    const times = request.stages.flatMap(({ start, end }) => [BigInt(start), BigInt(end)])
    // What does not fit its type cannot be laid down at all; all else the contract judges.
    if (times.some((time) => time >= 1n << 63n)) throw malformed(new RangeError('A stage has a time that is none'))
    if (request.stages.some(({ price }) => BigInt(price) >= 1n << 128n)) throw malformed(new RangeError('No ticket can cost that much'))
    const vouchers = readVouchers(request.vouchers)
    requireDeliverable(vouchers)
    const stages: DropStage[] = []
    for (const stage of request.stages) stages.push(await stageOf(stage))
    const saleEnd = times.at(-1) ?? 0n
    const revealBy = commitment === zeroHash ? 0n : saleEnd + BigInt(revealSeconds)
    const terms: DropTerms = {
      creator: address(request.creator),
      collection: request.collection ? address(request.collection) : shared,
      currency: request.currency ? address(request.currency) : NATIVE_CURRENCY,
      supply: vouchers.length,
      revealBy,
      deliverBy: (revealBy || saleEnd) + BigInt(deliverSeconds),
      itemsRoot: rootOf(await growItems(vouchers)),
      commitment,
      salt: request.salt ?? bytesToHex(random(32)),
      stages,
    }
    if (terms.deliverBy >= 1n << 64n) throw malformed(new RangeError('A deadline is no time'))
    const action = await tried(chain, terms.creator, calls.create(terms))
    return { ...action, id: dropIdOf(terms), terms: dropTermsToJson(terms), recipient: getAddress(drops) }
  }
