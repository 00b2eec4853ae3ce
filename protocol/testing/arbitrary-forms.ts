import fc from 'fast-check'
import type { Hex } from 'viem'
import type { OrderForm } from '../src/market/forms.ts'
import type { Order } from '../src/market/order.ts'

/** Random orders and forms, for the tests of every package that reads or hashes them. */
const bytes = (length: number) =>
  fc
    .uint8Array({ minLength: length, maxLength: length })
    .map((value) => `0x${[...value].map((byte) => byte.toString(16).padStart(2, '0')).join('')}` as Hex)
const address = bytes(20)
export const uint = (bits: number) => {
  const most = (1n << BigInt(bits)) - 1n
  return fc.oneof(fc.bigInt({ min: 0n, max: most }), fc.constant(most))
}

export const anyOrder: fc.Arbitrary<Order> = fc.record({
  kind: fc.integer({ min: 0, max: 2 }),
  maker: address,
  taker: address,
  collection: address,
  tokenId: uint(256),
  quantity: uint(128),
  currency: address,
  price: uint(128),
  endPrice: uint(128),
  startTime: uint(64),
  endTime: uint(64),
  maxFeeBps: fc.integer({ min: 0, max: 65_535 }),
  maxRoyaltyBps: fc.integer({ min: 0, max: 65_535 }),
  nonce: uint(256),
})

const item = fc.record({ collection: address, tokenId: uint(256), quantity: uint(128) })
const bps = fc.integer({ min: 0, max: 10_000 })
const byte = fc.integer({ min: 0, max: 255 })
export const anyVoucher = fc.record({
  coreHash: bytes(32),
  root: bytes(32),
  promptCommitment: bytes(32),
  engineHash: bytes(32),
  terms: fc.record({ royaltyReceiver: address, royaltyBps: bps, remixBps: bps, policy: byte, disclosure: byte }),
  parents: fc.array(fc.record({ tokenId: uint(256), payees: fc.array(fc.record({ account: address, bps }), { maxLength: 3 }) }), {
    maxLength: 3,
  }),
  maxSupply: uint(128),
})

export const anyForm: fc.Arbitrary<OrderForm> = fc.oneof(
  fc.record({ form: fc.constant('order' as const), order: anyOrder }),
  fc.record({ form: fc.constant('bundle' as const), order: anyOrder, items: fc.array(item, { minLength: 1, maxLength: 30 }) }),
  fc.record({
    form: fc.constant('trait-offer' as const),
    order: anyOrder,
    trait: fc.record({ root: bytes(32), height: fc.integer({ min: 0, max: 32 }) }),
  }),
  fc.record({ form: fc.constant('state-order' as const), order: anyOrder, state: fc.record({ source: address, value: bytes(32) }) }),
  fc.record({ form: fc.constant('voucher-order' as const), order: anyOrder, voucher: anyVoucher }),
)
