import type { OrderForm } from '@daedal/protocol/market/forms'
import { LANE_BITS, packNonce } from '@daedal/protocol/market/nonce'
import { and, eq, inArray, isNull } from 'drizzle-orm'
import { type Address, hexToBigInt, keccak256, stringToHex, zeroAddress } from 'viem'
import type { Database } from '../adapters/database/database.ts'
import type { Transaction } from '../tokens/ports.ts'
import { openStates } from './mark-orders.ts'
import type { ChainReader, LaneWord } from './ports.ts'
import { lanes, orderSlots, orders } from './tables.ts'

/** Answers the word that the order signs. */
export type HandOutNonce = (form: OrderForm) => Promise<bigint>

const spent = ({ bitmap }: LaneWord, bit: number): boolean => ((bitmap >> BigInt(bit)) & 1n) === 1n

/** Lanes looked at before it is given up: a maker who filled that many elsewhere has signed 192 orders in each. */
const LANES_AT_MOST = 1_000

/**
 * Gives an order its place in the maker's nonces. Orders of one kind for one token share a bit until it is spent, so one
 * cancellation ends all of them; different tokens never do. Lanes are filled one after the other, since the first order of a
 * lane costs more gas. What is spent is asked of the chain, so nonces that were used elsewhere are passed over.
 */
export function createHandOutNonce({ db, chain }: { db: Database; chain: Pick<ChainReader, 'lane' | 'filled'> }): HandOutNonce {
  return async (form) => {
    const { order } = form
    const key = keyOf(form)
    for (let look = 0; look < LANES_AT_MOST; look++) {
      const [slot] = await db.select().from(orderSlots).where(slotIs(key))
      if (slot) {
        const word = await chain.lane(order.maker, BigInt(slot.lane))
        const nonce = packNonce({ lane: BigInt(slot.lane), epoch: word.epoch, bit: slot.bit })
        // Orders that share a nonce share what was filled of it, so one that was partly filled is not given out again.
        const begun = order.quantity > 0n && (await chain.filled(order.maker, nonce)) > 0n
        if (!spent(word, slot.bit) && !begun) return nonce
      }
      const [known] = await db.select().from(lanes).where(eq(lanes.maker, key.maker))
      const lane = known?.lane ?? '0'
      const word = await chain.lane(order.maker, BigInt(lane))
      const bit = await db.transaction((tx) => take(tx, key, lane, word, slot))
      if (bit !== null) return packNonce({ lane: BigInt(lane), epoch: word.epoch, bit })
    }
    throw new Error(`no free nonce was found for ${order.maker}`)
  }
}

type Key = { maker: Address; kind: number; collection: Address; tokenId: string }
type Slot = typeof orderSlots.$inferSelect

/** Bundles of the same items and offers for the same trait share a bit, like orders for the same token. */
function keyOf(form: OrderForm): Key {
  const { kind, maker, collection, tokenId } = form.order
  const key = { kind, maker: maker.toLowerCase() as Address, collection: collection.toLowerCase() as Address }
  if (form.form === 'trait-offer') return { ...key, tokenId: hexToBigInt(form.trait.root).toString() }
  if (form.form !== 'bundle') return { ...key, tokenId: tokenId.toString() }
  const items = form.items.map((item) => `${item.collection.toLowerCase()} ${item.tokenId}`).sort()
  return { ...key, collection: zeroAddress, tokenId: hexToBigInt(keccak256(stringToHex(items.join('\n')))).toString() }
}

const slotIs = ({ maker, kind, collection, tokenId }: Key) =>
  and(eq(orderSlots.maker, maker), eq(orderSlots.kind, kind), eq(orderSlots.collection, collection), eq(orderSlots.tokenId, tokenId))

/** Takes the next free bit of a lane for a token; null when somebody moved on meanwhile, or the lane is full: look again. */
async function take(tx: Transaction, key: Key, lane: string, word: LaneWord, before: Slot | undefined): Promise<number | null> {
  const { maker } = key
  await tx.insert(lanes).values({ maker, lane: '0', nextBit: 0 }).onConflictDoNothing()
  const [place] = await tx.select().from(lanes).where(eq(lanes.maker, maker)).for('update')
  const [slot] = await tx.select().from(orderSlots).where(slotIs(key))
  if (!place || place.lane !== lane || slot?.lane !== before?.lane || slot?.bit !== before?.bit) return null
  // Orders that were published without asking for a nonce hold theirs, too.
  const open = await tx
    .selectDistinct({ bit: orders.bit })
    .from(orders)
    .where(and(eq(orders.maker, maker), eq(orders.lane, lane), isNull(orders.closedBy), inArray(orders.state, [...openStates])))
  const held = new Set(open.map((row) => row.bit))
  let bit = place.nextBit
  while (bit < LANE_BITS && (spent(word, bit) || held.has(bit))) bit += 1
  if (bit >= LANE_BITS) {
    await tx
      .update(lanes)
      .set({ lane: (BigInt(lane) + 1n).toString(), nextBit: 0 })
      .where(eq(lanes.maker, maker))
    return null
  }
  await tx
    .insert(orderSlots)
    .values({ ...key, lane, bit })
    .onConflictDoUpdate({
      target: [orderSlots.maker, orderSlots.kind, orderSlots.collection, orderSlots.tokenId],
      set: { lane, bit },
    })
  await tx
    .update(lanes)
    .set({ nextBit: bit + 1 })
    .where(eq(lanes.maker, maker))
  return bit
}
