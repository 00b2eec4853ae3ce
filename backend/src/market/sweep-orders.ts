import type { Step, Sweep, SweepOrders } from '@daedal/protocol/market/api'
import type { OrderForm } from '@daedal/protocol/market/forms'
import { NATIVE_CURRENCY } from '@daedal/protocol/market/order'
import { type Address, getAddress, type Hex, isAddressEqual } from 'viem'
import { AppError } from '../errors.ts'
import { signerOf } from './check-signature.ts'
import { type Obstacle, partyFault, termsFault } from './fill-obstacle.ts'
import { type FillTerms, termsOf, type Wish, wishFault, wishOf } from './fill-terms.ts'
import { type FulfillOrderDeps, isSweepable } from './fulfill-order.ts'
import { formOfRow, type OrderRow, splitOf } from './order-row.ts'
import { moneySteps, spending } from './prepare-order.ts'
import { readFacts, readVenueFacts, unixSeconds, type VenueFacts } from './read-facts.ts'
import { transactionJson } from './transaction-json.ts'

export type SweepOrdersDeps = Omit<FulfillOrderDeps, 'db' | 'traits' | 'read'> & { read: { find(hash: Hex): Promise<OrderRow | null> } }

type Bought = { hash: Hex; row: OrderRow; form: OrderForm; wish: Wish; terms: FillTerms; feeBps: number }

/**
 * Says what an account has to send to buy of several listings in one currency, and which of them cannot be bought and why. Throws
 * MARKET_SWEEP_TOO_FEW when fewer can than it wants, MARKET_BALANCE_TOO_LOW, CHAIN_UNAVAILABLE, CHAIN_MISMATCH.
 */
export function createSweepOrders({ venue, chain, calls, index, read, now }: SweepOrdersDeps) {
  async function look(hash: Hex, quantity: string | undefined, filler: Address, same: VenueFacts): Promise<Bought | Obstacle> {
    const row = await read.find(hash)
    if (!row) return { reason: 'MARKET_ORDER_UNKNOWN', detail: `There is no order ${hash} in the book.` }
    const form = formOfRow(row)
    const wish = wishOf(form, { quantity })
    if (!isSweepable(form) || !wish)
      return { reason: 'MARKET_KIND_NOT_ALLOWED', detail: 'Only listings by themselves are bought together.' }
    const signed = row.signedBy === 'key' || (await signerOf({ venue, chain }, form, row.signature)) !== null
    const facts = await readFacts(chain, form, same, signed)
    const fault = (await wishFault(chain, form, wish, facts)) ?? partyFault(form, filler)
    if (fault) return fault
    const terms = await termsOf(chain, form, wish, facts)
    return termsFault(form, terms, terms.limit, facts) ?? { hash, row, form, wish, terms, feeBps: facts.feeBps }
  }

  return async ({ filler: given, purchases, maxSpend, minFilled = 1, permit }: SweepOrders): Promise<Sweep> => {
    await index.check()
    const filler = getAddress(given.toLowerCase())
    const same = await readVenueFacts(chain, unixSeconds(now()))
    const seen = await Promise.all(purchases.map(async ({ hash, quantity }) => ({ hash, found: await look(hash, quantity, filler, same) })))
    const bought: Bought[] = []
    const unfulfillable: Sweep['unfulfillable'] = []
    const budget = maxSpend === undefined ? null : BigInt(maxSpend)
    let spend = 0n
    for (const { hash, found } of seen) {
      const obstacle = 'reason' in found ? found : besides(found, bought, budget === null ? null : budget - spend)
      if (obstacle || 'reason' in found) unfulfillable.push({ hash, reason: obstacle?.reason ?? null, detail: obstacle?.detail ?? null })
      else {
        bought.push(found)
        spend += found.terms.limit
      }
    }
    if (bought.length < minFilled)
      throw new AppError(
        'MARKET_SWEEP_TOO_FEW',
        `${bought.length} of the ${purchases.length} orders can be filled; ${minFilled} are wanted.`,
      )
    const currency = bought[0]?.form.order.currency ?? null
    const answer = {
      fulfillable: bought.map(({ hash, terms, feeBps }) => ({ hash, split: splitOf(terms.price, feeBps, terms.royalty) })),
      unfulfillable,
      currency,
      maxSpend: spend.toString(),
    }
    if (!currency) return { ...answer, estimatedGas: null, gasPriceWei: null, steps: [] }
    const steps = await moneyFor(filler, currency, spend, permit !== undefined)
    const list = bought.map(({ row, form: { order }, wish: { quantity } }) => ({ order, quantity, signature: row.signature }))
    const plain = calls.sweep(list, currency, spend, BigInt(minFilled))
    const transaction = permit ? calls.withPermit(permit, filler, currency, plain) : plain
    const send: Step = { type: 'send', transaction: transactionJson(transaction) }
    if (steps.length) return { ...answer, estimatedGas: null, gasPriceWei: null, steps: [...steps, send] }
    const tried = await chain.simulate(filler, transaction)
    if ('refused' in tried) throw new AppError(tried.refused ?? 'MARKET_SWEEP_TOO_FEW', tried.detail)
    return { ...answer, estimatedGas: tried.gas.toString(), gasPriceWei: tried.gasPriceWei.toString(), steps: [send] }
  }

  async function moneyFor(filler: Address, currency: Address, spend: bigint, permitted: boolean): Promise<Step[]> {
    const balance = await chain.balanceOf(currency, filler)
    if (currency !== NATIVE_CURRENCY) {
      const allowance = permitted ? spend : await chain.allowance(currency, filler)
      return moneySteps({ ...spending(venue), chain, calls }, filler, currency, spend, { balance, allowance })
    }
    if (balance < spend) throw new AppError('MARKET_BALANCE_TOO_LOW', `The orders take ${spend} wei; ${filler} has ${balance} wei.`)
    return []
  }
}

/** What keeps an order from being bought together with those before it; null when nothing does. */
function besides({ form: { order }, terms }: Bought, before: readonly Bought[], left: bigint | null): Obstacle | null {
  const [first] = before
  if (first && !isAddressEqual(first.form.order.currency, order.currency))
    return {
      reason: 'MARKET_CURRENCY_NOT_ALLOWED',
      detail: `The sweep pays in ${first.form.order.currency}, the order is in ${order.currency}.`,
    }
  const twin = before.find(({ form }) => form.order.maker === order.maker && form.order.nonce === order.nonce)
  if (twin) return { reason: 'MARKET_ORDER_SPENT', detail: `The order shares its nonce with ${twin.hash}.` }
  if (left !== null && terms.limit > left)
    return { reason: 'MARKET_PRICE_ABOVE_LIMIT', detail: `The price is ${terms.limit}; ${left} of what is spent at most is left.` }
  return null
}
