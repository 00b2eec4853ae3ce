import type { OrderView, PublishOrder } from '@daedal/protocol/market/api'
import { hashForm, type OrderForm } from '@daedal/protocol/market/forms'
import { isListing } from '@daedal/protocol/market/order'
import { priceOfUnits } from '@daedal/protocol/market/price'
import { traitOfTree } from '@daedal/protocol/market/trait'
import type { Hex } from 'viem'
import type { Database } from '../adapters/database/database.ts'
import { AppError } from '../errors.ts'
import { appendEvents, raiseVersion } from '../worlds/event-log.ts'
import { checkSignature } from './check-signature.ts'
import { formFault } from './form-fault.ts'
import { judgeOrder, type OrderFacts, remainingOf } from './judge-order.ts'
import { openStates } from './mark-orders.ts'
import { orderEntry } from './order-entry.ts'
import { judgedColumns, type OrderRow, orderView, signedColumns } from './order-row.ts'
import type { ChainReader, IndexView, Venue } from './ports.ts'
import type { QuoteAssets } from './quote-assets.ts'
import { readFacts, readVenueFacts, unixSeconds } from './read-facts.ts'
import { readForm } from './read-form.ts'
import type { ReadOrders } from './read-orders.ts'
import { orderItems, orders } from './tables.ts'
import type { TraitTrees } from './trait-trees.ts'

export type PublishOrderDeps = {
  db: Database
  venue: Venue
  chain: ChainReader
  index: IndexView
  read: Pick<ReadOrders, 'find' | 'known'>
  traits: TraitTrees
  quoteAssets: QuoteAssets
  now(): Date
}

/**
 * Takes a signed order into the book, durably, when it can be filled now or from its start on. The same order again is answered
 * as it stands while it is open; a trait offer that comes again with its tokens keeps them.
 * Throws MARKET_* with the first thing that is wrong, CHAIN_UNAVAILABLE, CHAIN_MISMATCH.
 */
export function createPublishOrder(deps: PublishOrderDeps) {
  const { venue, chain, index, read, now } = deps
  return async (body: PublishOrder): Promise<OrderView> => {
    const form = readForm(body)
    const fault = formFault(form)
    if (fault) throw new AppError(fault.code, fault.detail)
    const tokenIds = await tokensOf(deps, form, body)
    const signature = body.signature.toLowerCase() as Hex
    const hash = hashForm(venue.chainId, venue.market, form)
    const before = await read.find(hash)
    const standing = async (row: OrderRow) => {
      const view = viewOfStanding(venue, row, now())
      if (tokenIds && row.traitRoot) await rememberTokens(deps, row.traitRoot, tokenIds)
      return view
    }
    if (before?.signature === signature) return standing(before)
    await index.check()
    const facts = readVenueFacts(chain, unixSeconds(now())).then((same) => readFacts(chain, form, same))
    facts.catch(() => undefined) // Awaited below, unless the signature is refused first.
    const signedBy = await checkSignature({ venue, chain }, form, signature)
    if (before) return standing(before)
    const found = await facts
    const verdict = judgeOrder(form, found)
    if (verdict.state !== 'active' && verdict.state !== 'pending')
      throw new AppError(verdict.reason ?? 'MARKET_ORDER_SPENT', verdict.detail ?? undefined)
    requireWhole(form, found)
    const columns = {
      ...signedColumns(form, hash, signature, signedBy),
      ...judgedColumns(form, verdict, found, index.block()),
      createdAt: now(),
    }
    return orderView(venue.chainId, await enter(deps, form, columns, tokenIds), unixSeconds(now()))
  }
}

/** The ids of a trait offer, once they are what was signed; null when there are none. Throws MARKET_TRAIT_MISMATCH. */
async function tokensOf({ traits }: PublishOrderDeps, form: OrderForm, body: PublishOrder): Promise<string[] | null> {
  if (form.form !== 'trait-offer' || body.form !== 'trait-offer' || !body.tokenIds) return null
  const grown = traitOfTree(await traits.grow(body.tokenIds))
  if (grown.root !== form.trait.root || grown.height !== form.trait.height)
    throw new AppError('MARKET_TRAIT_MISMATCH', `The ids have root ${grown.root} and height ${grown.height}.`)
  return body.tokenIds
}

const rememberTokens = ({ db, traits }: PublishOrderDeps, root: Hex, tokenIds: readonly string[]) =>
  db.transaction((tx) => traits.remember(tx, root, tokenIds))

/** An order for units is entered when its maker can give or pay all of them; later one is enough. */
function requireWhole(form: OrderForm, facts: OrderFacts): void {
  const left = remainingOf(form.order, facts.filled)
  if (left === 0n) return
  const { maker } = form.order
  const [item] = facts.items
  if (isListing(form.order)) {
    if (item && item.units < left) throw new AppError('MARKET_UNITS_TOO_FEW', `${maker} has ${item.units} of the ${left} units.`)
    return
  }
  const price = priceOfUnits(facts.price, left)
  if (facts.balance < price)
    throw new AppError('MARKET_BALANCE_TOO_LOW', `The balance is ${facts.balance} wei; ${left} units are ${price}.`)
  if (facts.allowance < price)
    throw new AppError('MARKET_NOT_APPROVED', `The market may take ${facts.allowance} wei; ${left} units are ${price}.`)
}

function viewOfStanding({ chainId }: Venue, row: OrderRow, now: Date): OrderView {
  if ((openStates as readonly string[]).includes(row.state)) return orderView(chainId, row, unixSeconds(now))
  if (row.state === 'expired') throw new AppError('MARKET_ORDER_EXPIRED', `The order ${row.hash} ended at ${row.endTime}.`)
  const code = row.reason === 'MARKET_ORDER_EPOCH_PASSED' ? row.reason : 'MARKET_ORDER_SPENT'
  throw new AppError(code, `The order ${row.hash} was ${row.state}${row.closedTx ? ` in ${row.closedTx}` : ''}.`)
}

async function enter(
  { db, venue, read, traits, quoteAssets, now }: PublishOrderDeps,
  form: OrderForm,
  columns: typeof orders.$inferInsert,
  tokenIds: readonly string[] | null,
): Promise<OrderRow> {
  const entered = await db.transaction(async (tx) => {
    await raiseVersion(tx)
    // Marked: what happened between the question to the chain and this moment is looked at once it is indexed.
    const [row] = await tx
      .insert(orders)
      .values({ ...columns, dirty: true })
      .onConflictDoNothing()
      .returning()
    if (row?.traitRoot && tokenIds) await traits.remember(tx, row.traitRoot, tokenIds)
    if (!row) return null
    if (form.form === 'bundle')
      await tx.insert(orderItems).values(
        form.items.map(({ collection, tokenId, quantity }, place) => ({
          hash: row.hash,
          place,
          collection: collection.toLowerCase() as Hex,
          tokenId: tokenId.toString(),
          quantity: quantity.toString(),
        })),
      )
    const id = `${venue.chainId}:${row.hash}:order.created`
    await appendEvents(tx, venue.chainId, [orderEntry(venue.chainId, 'order.created', row, null, id)], now())
    await quoteAssets(tx, [row])
    return row
  })
  return entered ?? read.known(columns.hash)
}
