import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hashOrder, type OrderJson, orderFromJson, orderToJson, orderTypes } from './order.ts'

const vectors = JSON.parse(readFileSync(new URL('../../vectors/order.json', import.meta.url), 'utf8'))

const address = fc.uint8Array({ minLength: 20, maxLength: 20 }).map((bytes) => `0x${Buffer.from(bytes).toString('hex')}` as const)
const uint = (bits: number) => fc.bigInt({ min: 0n, max: (1n << BigInt(bits)) - 1n })
const anyOrder = fc.record({
  kind: fc.integer({ min: 0, max: 1 }),
  maker: address,
  taker: address,
  collection: address,
  tokenId: uint(256),
  currency: address,
  price: uint(128),
  startTime: uint(64),
  endTime: uint(64),
  maxFeeBps: fc.integer({ min: 0, max: 65_535 }),
  maxRoyaltyBps: fc.integer({ min: 0, max: 65_535 }),
  lane: uint(64),
  bit: fc.integer({ min: 0, max: 255 }),
  epoch: uint(64),
})

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
    expect(() => orderFromJson({ ...order, startTime: (1n << 64n).toString() })).toThrow(/startTime does not fit uint64/)
    expect(() => orderFromJson({ ...order, bit: 256 })).toThrow(/bit does not fit uint8/)
  })

  it('lists its fields in the order of the struct', () => {
    expect(orderTypes.Order.map(({ name }) => name).join(' ')).toBe(
      'kind maker taker collection tokenId currency price startTime endTime maxFeeBps maxRoyaltyBps lane bit epoch',
    )
  })
})
