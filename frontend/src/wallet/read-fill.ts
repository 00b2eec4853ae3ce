import type { marketAbi } from '@daedal/protocol/market/abi.gen'
import type { OrderForm } from '@daedal/protocol/market/forms'
import type { DecodeFunctionDataReturnType } from 'viem'

export type MarketCall = DecodeFunctionDataReturnType<typeof marketAbi>

/** What a call of the market fills, with the token, the units and the worst price that it names; `limit` is null at a fixed price. */
export type Fill = { form: OrderForm; tokenId: bigint; quantity: bigint; limit: bigint | null }

/** Reads a fill of one order; null for any other call. */
export function readFill(call: MarketCall): Fill | null {
  switch (call.functionName) {
    case 'fillOrder': {
      const [order] = call.args
      return { form: { form: 'order', order }, tokenId: order.tokenId, quantity: 0n, limit: null }
    }
    case 'fillAs': {
      const [order, selection] = call.args
      return { form: { form: 'order', order }, ...selection }
    }
    case 'fillTrait': {
      const [order, trait, , selection] = call.args
      return { form: { form: 'trait-offer', order, trait }, ...selection }
    }
    case 'fillInState': {
      const [order, state, selection] = call.args
      return { form: { form: 'state-order', order, state }, ...selection }
    }
    case 'fillVoucher': {
      const [order, voucher, selection] = call.args
      return { form: { form: 'voucher-order', order, voucher }, ...selection }
    }
    case 'fillBundle': {
      const [order, items, limit] = call.args
      return { form: { form: 'bundle', order, items }, tokenId: 0n, quantity: 0n, limit }
    }
    default:
      return null
  }
}
