import { marketAbi } from '@daedal/protocol/market/abi.gen'
import { hashOrder, type Order } from '@daedal/protocol/market/order'
import type { Hex32 } from '@daedal/protocol/scalars'
import { encodeFunctionData } from 'viem'
import { describe, expect, it } from 'vitest'
import { checkStep } from './check-prepared.ts'
import type { FlowRequest } from './flow.ts'
import { PreparedMismatch } from './prepared-mismatch.ts'
import { order, price, venue } from './testing/fake-world.ts'

const hashOf = (given: Order) => hashOrder(venue.chainId, venue.market, given) as Hex32
const sends = (given: Order, limit: bigint, value: bigint, quantity = 0n) => {
  const selection = { tokenId: given.tokenId, quantity, limit }
  const data = encodeFunctionData({ abi: marketAbi, functionName: 'fillAs', args: [given, selection, '0x12'] })
  return { type: 'send' as const, transaction: { to: venue.market, data, value: value.toString() } }
}
const check = (step: ReturnType<typeof sends>, request: FlowRequest) => () => checkStep(step, request, venue)

describe('buying at a price that moves', () => {
  const falling = { ...order, endPrice: price / 2n }
  const buy = { kind: 'buy', hash: hashOf(falling) } as const
  it('pays what the limit names, within the prices that were signed', () => {
    expect(check(sends(falling, price - 5n, price - 5n), buy)).not.toThrow()
    expect(check(sends(falling, price + 1n, price + 1n), buy)).toThrow(PreparedMismatch)
    expect(check(sends(falling, price - 5n, price), buy)).toThrow(PreparedMismatch)
    expect(check(sends(order, price, price), buy)).toThrow(PreparedMismatch)
  })
})

describe('accepting an offer', () => {
  const offer = { ...order, kind: 1, currency: venue.wrappedEther }
  const accept = { kind: 'accept', hash: hashOf(offer), limit: '700' } as const
  it('receives what was shown, or more, and sends nothing', () => {
    expect(check(sends(offer, 700n, 0n), accept)).not.toThrow()
    expect(check(sends(offer, 701n, 0n), accept)).not.toThrow()
    expect(check(sends(offer, 699n, 0n), accept)).toThrow(PreparedMismatch)
    expect(check(sends(offer, 700n, 1n), accept)).toThrow(PreparedMismatch)
    expect(check(sends(offer, 700n, 0n), { kind: 'buy', hash: hashOf(offer) })).toThrow(PreparedMismatch)
  })
  it('is never without a limit', () => {
    const data = encodeFunctionData({ abi: marketAbi, functionName: 'fillOrder', args: [offer, '0x12'] })
    const step = { type: 'send' as const, transaction: { to: venue.market, data, value: '0' } }
    expect(() => checkStep(step, accept, venue)).toThrow(PreparedMismatch)
  })
})
