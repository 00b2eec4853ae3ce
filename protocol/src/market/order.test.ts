import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyOrder } from '../../testing/arbitrary-forms.ts'
import { hashOrder, type OrderJson, orderFromJson, orderToJson, orderTypes } from './order.ts'

const vectors = JSON.parse(readFileSync(new URL('../../vectors/order.json', import.meta.url), 'utf8'))

describe('order', () => {
  it('hashes as the published vectors say', () => {
    const { chainId, verifyingContract } = vectors.domain
    for (const { order, hash } of vectors.cases) expect(hashOrder(chainId, verifyingContract, orderFromJson(order))).toBe(hash)
  })

  it('survives the way to JSON and back', () => {
    fc.assert(
      fc.property(anyOrder, (order) => {
        expect(orderFromJson(orderToJson(order))).toEqual(order)
      }),
    )
  })

  it('changes its hash with the chain and the market', () => {
    const { order } = vectors.cases[0] as { order: OrderJson }
    const [a, b] = ['0x00000000000000000000000000000000000000aa', '0x00000000000000000000000000000000000000bb'] as const
    const hashes = [hashOrder(1, a, orderFromJson(order)), hashOrder(2, a, orderFromJson(order)), hashOrder(1, b, orderFromJson(order))]
    expect(new Set(hashes).size).toBe(3)
  })

  it('refuses a number that does not fit its Solidity type, naming the field', () => {
    const { order } = vectors.cases[0] as { order: OrderJson }
    expect(() => orderFromJson({ ...order, price: (1n << 128n).toString() })).toThrow(/price does not fit uint128/)
    expect(() => orderFromJson({ ...order, quantity: (1n << 128n).toString() })).toThrow(/quantity does not fit uint128/)
    expect(() => orderFromJson({ ...order, startTime: (1n << 64n).toString() })).toThrow(/startTime does not fit uint64/)
    expect(() => orderFromJson({ ...order, nonce: (1n << 256n).toString() })).toThrow(/nonce does not fit uint256/)
  })

  it('lists its fields in the order of the struct', () => {
    expect(orderTypes.Order.map(({ name }) => name).join(' ')).toBe(
      'kind maker taker collection tokenId quantity currency price endPrice startTime endTime maxFeeBps maxRoyaltyBps nonce',
    )
  })
})
