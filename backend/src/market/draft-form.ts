import type { PrepareOrder } from '@daedal/protocol/market/api'
import { itemsFromJson } from '@daedal/protocol/market/form-json'
import type { OrderForm, OrderFormName } from '@daedal/protocol/market/forms'
import { ANYONE, MAX_ROYALTY_BPS, NATIVE_CURRENCY, type Order, orderFromJson, orderKinds } from '@daedal/protocol/market/order'
import { traitOfTree } from '@daedal/protocol/market/trait'
import { voucherFromJson } from '@daedal/protocol/tokens/voucher'
import { type Address, getAddress, zeroAddress } from 'viem'
import { AppError } from '../errors.ts'
import { formFault, SIGNED_FEE_BPS } from './form-fault.ts'
import type { ChainReader, Venue } from './ports.ts'
import { fitting } from './read-form.ts'
import type { TraitTrees } from './trait-trees.ts'

export type DraftDeps = { venue: Venue; chain: Pick<ChainReader, 'stateOf' | 'mintable'>; traits: Pick<TraitTrees, 'grow'> }

/** Seconds an order is open when its maker does not say. */
const WEEK = 604_800

const address = (text: Address): Address => getAddress(text.toLowerCase())

/** Which parts of a request belong to which form. */
const partOf = { bundle: 'items', 'trait-offer': 'tokenIds', 'state-order': 'stateSource', 'voucher-order': 'voucher' } as const

/**
 * Writes the form that a maker asks for, without its nonce. `start` is the first second of an order that names none; `from` that
 * from which its duration counts. Throws REQUEST_INVALID, MARKET_ORDER_MALFORMED, MARKET_STATE_UNREADABLE, CHAIN_UNAVAILABLE.
 */
export async function draftForm(deps: DraftDeps, request: PrepareOrder, start: bigint, from: bigint): Promise<OrderForm> {
  const { form = 'order' } = request
  requireParts(form, request)
  const order = draftOrder(deps.venue, request, start, from)
  switch (form) {
    case 'order':
      return { form, order }
    case 'bundle':
      return {
        form,
        order,
        items: fitting(() => itemsFromJson(request.items ?? [])).map((item) => ({ ...item, collection: address(item.collection) })),
      }
    case 'trait-offer':
      return { form, order, trait: traitOfTree(await deps.traits.grow(request.tokenIds ?? [])) }
    case 'state-order':
      return stateOrder(deps, order, address(request.stateSource as Address))
    case 'voucher-order':
      return voucherOrder(deps, order, request)
  }
}

function requireParts(form: OrderFormName, request: PrepareOrder): void {
  const wanted = form === 'order' ? null : partOf[form]
  for (const part of Object.values(partOf))
    if ((request[part] !== undefined) !== (part === wanted))
      throw new AppError('REQUEST_INVALID', `body/${part} ${part === wanted ? `is needed for a ${form}` : `does not belong to a ${form}`}.`)
  const named = { collection: form !== 'bundle', tokenId: form !== 'bundle' && request.kind !== 'collection-offer' }
  if ((request.collection !== undefined) !== named.collection)
    throw new AppError('REQUEST_INVALID', `body/collection ${named.collection ? 'is missing' : 'does not belong to a bundle'}.`)
  // The id of a token that is not minted follows from its voucher.
  if ((request.tokenId !== undefined) !== named.tokenId && !(form === 'voucher-order' && request.tokenId === undefined))
    throw new AppError('REQUEST_INVALID', `body/tokenId ${named.tokenId ? 'is missing' : `does not belong to a ${form} of this kind`}.`)
}

function draftOrder({ wrappedEther }: Venue, request: PrepareOrder, start: bigint, from: bigint): Order {
  const { kind, taker = ANYONE, collection, tokenId = '0', quantity = '0', price, endPrice = price } = request
  const { durationSeconds = WEEK, startTime = start.toString() } = request
  const begins = BigInt(startTime) > from ? BigInt(startTime) : from
  const usual = kind === 'listing' ? NATIVE_CURRENCY : wrappedEther
  return fitting(() =>
    orderFromJson({
      kind: orderKinds.indexOf(kind),
      maker: address(request.maker),
      taker: address(taker),
      collection: collection ? address(collection) : zeroAddress,
      tokenId,
      quantity,
      currency: address(request.currency ?? usual),
      price,
      endPrice,
      startTime,
      endTime: request.endTime ?? (begins + BigInt(durationSeconds)).toString(),
      maxFeeBps: SIGNED_FEE_BPS,
      maxRoyaltyBps: MAX_ROYALTY_BPS,
      nonce: '0',
    }),
  )
}

async function stateOrder({ chain }: DraftDeps, order: Order, source: Address): Promise<OrderForm> {
  const value = await chain.stateOf(source, order.collection, order.tokenId)
  if (value === null)
    throw new AppError(
      'MARKET_STATE_UNREADABLE',
      `${source} does not answer for the state of token ${order.tokenId} of ${order.collection}.`,
    )
  return { form: 'state-order', order, state: { source, value } }
}

async function voucherOrder({ chain }: DraftDeps, order: Order, request: PrepareOrder): Promise<OrderForm> {
  const voucher = fitting(() => voucherFromJson(request.voucher as NonNullable<PrepareOrder['voucher']>))
  const form = { form: 'voucher-order', order, voucher } as const
  const fault = formFault(form)
  if (fault) throw new AppError(fault.code, fault.detail)
  if (request.tokenId !== undefined) return form
  const minted = await chain.mintable(order.collection, order.maker, voucher, order.quantity > 0n ? 1n : 0n)
  if ('refused' in minted) throw new AppError(minted.refused ?? 'MARKET_VOUCHER_UNKNOWN', minted.detail)
  return { ...form, order: { ...order, tokenId: minted.tokenId } }
}
