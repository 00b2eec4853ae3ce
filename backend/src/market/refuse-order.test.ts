import { packNonce } from '@daedal/protocol/market/nonce'
import type { OrderJson } from '@daedal/protocol/market/order'
import {
  type Hex,
  parseSignature,
  serializeCompactSignature,
  serializeSignature,
  signatureToCompactSignature,
  toHex,
  zeroAddress,
} from 'viem'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type MarketChain, person, startMarketChain } from '../testing/market-chain.ts'
import { type MarketServer, startMarketServer } from '../testing/market-server.ts'

const ETHER = 10n ** 18n
/** Order of secp256k1. */
const ORDER = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n
const code = (name: string) => ({ code: name })

describe('what the order book refuses', { timeout: 120_000 }, () => {
  let chain: MarketChain
  let server: MarketServer
  let tokenId: bigint
  let order: OrderJson
  beforeAll(async () => {
    chain = await startMarketChain()
    server = await startMarketServer(chain)
    tokenId = (await chain.mint(person(1).address)).tokenId
    order = (await server.prepare({ by: 1, kind: 'listing', tokenId, price: ETHER })).order
  }, 300_000)
  afterAll(async () => {
    await server.stop()
    await chain.stop()
  })
  /** Publishes a signed variation of the order. */
  const publish = async (changes: Partial<OrderJson>, by = 1) => {
    const changed = { ...order, ...changes }
    return server.api.publishOrder({ order: changed, signature: await server.sign(by, changed) })
  }
  const seconds = () => Math.floor(Date.now() / 1000)

  it.each<[string, Partial<OrderJson>]>([
    ['MARKET_PRICE_ZERO', { price: '0' }],
    ['MARKET_NONCE_INVALID', { nonce: '192' }],
    ['MARKET_NONCE_INVALID', { nonce: (1n << 136n).toString() }],
    ['MARKET_PRICE_ZERO', { endPrice: '0' }],
    ['MARKET_UNITS_UNAVAILABLE', { quantity: '2' }],
    ['MARKET_PRICE_TOO_HIGH', { price: ((1n << 128n) - 1n).toString(), quantity: ((1n << 128n) - 1n).toString() }],
    ['MARKET_ORDER_MALFORMED', { kind: 2, currency: '0x00000000000000000000000000000000000000aa' }],
    ['MARKET_ORDER_WINDOW_INVALID', { startTime: '2000000000', endTime: '2000000000' }],
    ['MARKET_ORDER_EXPIRED', { startTime: '1', endTime: '2' }],
    ['MARKET_COLLECTION_UNKNOWN', { collection: '0x00000000000000000000000000000000000000aa' }],
    ['MARKET_CURRENCY_NOT_ALLOWED', { currency: '0x00000000000000000000000000000000000000aa' }],
    ['MARKET_CURRENCY_NOT_ALLOWED', { kind: 1, currency: zeroAddress }],
    ['MARKET_TOKEN_UNKNOWN', { tokenId: '12345' }],
    ['MARKET_FEE_TOO_HIGH', { maxFeeBps: 249 }],
    ['MARKET_ROYALTY_TOO_HIGH', { maxRoyaltyBps: 749 }],
    ['MARKET_ORDER_EPOCH_AHEAD', { nonce: packNonce({ lane: 0n, epoch: 1n, bit: 0 }).toString() }],
  ])('%s', async (name, changes) => {
    await expect(publish(changes)).rejects.toMatchObject(code(name))
  })

  it('MARKET_ORDER_MALFORMED: a number that does not fit its type; REQUEST_INVALID: another shape', async () => {
    const signature = await server.sign(1, order)
    for (const changes of [{ price: (1n << 128n).toString() }, { quantity: (1n << 128n).toString() }, { endTime: '1'.repeat(30) }])
      await expect(server.api.publishOrder({ order: { ...order, ...changes }, signature })).rejects.toMatchObject(
        code('MARKET_ORDER_MALFORMED'),
      )
    for (const wrong of [{ ...order, price: '-1' }, { ...order, kind: 3 }, { ...order, extra: 1 }, { ...order, maker: '0x12' }, null])
      await expect(server.api.publishOrder({ order: wrong as OrderJson, signature })).rejects.toMatchObject(code('REQUEST_INVALID'))
    await expect(server.api.publishOrder({ order, signature: '0x1' as Hex })).rejects.toMatchObject(code('REQUEST_INVALID'))
  })

  it('MARKET_SELLER_NOT_OWNER, MARKET_MAKER_IS_TAKER', async () => {
    await expect(
      publish({ maker: person(2).address, nonce: packNonce({ lane: 7n, epoch: 0n, bit: 0 }).toString() }, 2),
    ).rejects.toMatchObject(code('MARKET_SELLER_NOT_OWNER'))
    await expect(publish({ taker: person(1).address })).rejects.toMatchObject(code('MARKET_MAKER_IS_TAKER'))
    await expect(publish({ kind: 1, currency: chain.deployment.wrappedEther })).rejects.toMatchObject(code('MARKET_MAKER_IS_TAKER'))
  })

  it("MARKET_SIGNATURE_INVALID: somebody else's, or over another order", async () => {
    await expect(server.api.publishOrder({ order, signature: await server.sign(2, order) })).rejects.toMatchObject(
      code('MARKET_SIGNATURE_INVALID'),
    )
    const other = await server.sign(1, { ...order, price: '1' })
    await expect(server.api.publishOrder({ order, signature: other })).rejects.toMatchObject(code('MARKET_SIGNATURE_INVALID'))
  })

  it('MARKET_SIGNATURE_MALFORMED: lengths, high s, strange v', async () => {
    const good = await server.sign(1, order)
    const { r, s, yParity } = parseSignature(good)
    const highS = serializeSignature({ r, s: toHex(ORDER - BigInt(s), { size: 32 }), yParity: 1 - yParity })
    for (const signature of [
      '0x',
      '0x00',
      good.slice(0, -4),
      `${good}00`,
      `${good.slice(0, -2)}1d`,
      `0x${'00'.repeat(65)}`,
      highS,
    ] as Hex[])
      await expect(server.api.publishOrder({ order, signature }), signature).rejects.toMatchObject(code('MARKET_SIGNATURE_MALFORMED'))
  })

  it('MARKET_CHAIN_MISMATCH: signed for another chain or contract', async () => {
    for (const chainId of [1, 8_453])
      await expect(server.api.publishOrder({ order, signature: await server.sign(1, order, chainId) })).rejects.toMatchObject(
        code('MARKET_CHAIN_MISMATCH'),
      )
    const signature = await server.sign(1, order, 31_337, chain.deployment.assetCollection)
    await expect(server.api.publishOrder({ order, signature })).rejects.toMatchObject(code('MARKET_CHAIN_MISMATCH'))
  })

  it('takes the 64-byte form of a signature, as one order with the 65-byte form', async () => {
    const fresh = (await server.prepare({ by: 1, kind: 'listing', tokenId, price: 2n * ETHER })).order
    const long = await server.sign(1, fresh)
    const short = serializeCompactSignature(signatureToCompactSignature(parseSignature(long)))
    const view = await server.api.publishOrder({ order: fresh, signature: short })
    expect((await server.api.publishOrder({ order: fresh, signature: long })).hash).toBe(view.hash)
    expect((await server.api.fulfillOrder({ hash: view.hash, filler: person(3).address })).fulfillable).toBe(true)
    await expect(server.api.publishOrder({ order: fresh, signature: await server.sign(2, fresh) })).rejects.toMatchObject(
      code('MARKET_SIGNATURE_INVALID'),
    )
  })

  it('asks the contract of a maker who has one (ERC-1271), and believes its whole word only', async () => {
    const wallet = '0x00000000000000000000000000000000000c0de1'
    const answers = (word: string) => `0x7f${word}5f5260205ff3`
    const yes = `1626ba7e${'0'.repeat(56)}`
    const token = (await chain.mint(person(1).address)).tokenId
    await chain.transfer(person(1).address, wallet, token)
    const signature = `0x${'ab'.repeat(70)}` as Hex
    const asWallet = async (runtime: string, price = '5') => {
      await chain.ask('hardhat_setCode', [wallet, runtime])
      const { order: wanted } = await server.api.prepareOrder({
        kind: 'listing',
        maker: wallet,
        collection: chain.deployment.assetCollection,
        tokenId: token.toString(),
        price,
      })
      return server.api.publishOrder({ order: wanted, signature })
    }
    // Answers nothing, another word, dirty low bytes, by reverting.
    for (const runtime of ['0x00', answers('ffffffff'.padEnd(64, '0')), answers(`${yes.slice(0, -1)}1`), '0x5f5ffd', '0xfe'])
      await expect(asWallet(runtime), runtime).rejects.toMatchObject(code('MARKET_SIGNATURE_INVALID'))
    const view = await asWallet(answers(yes))
    expect(view.status.state).toBe('active')
    expect((await server.api.fulfillOrder({ hash: view.hash, filler: person(3).address })).fulfillable).toBe(true)
    await chain.ask('hardhat_setCode', [wallet, '0x'])
    await expect(asWallet('0x', '6')).rejects.toMatchObject(code('MARKET_SIGNATURE_MALFORMED'))
  })

  it('prepares nothing that could not be filled', async () => {
    const prepare = (by: number, changes: object = {}) => server.prepare({ by, kind: 'listing', tokenId, price: 1n, ...changes })
    const prepareOffer = (by: number, changes: object = {}) => prepare(by, { kind: 'offer', ...changes })
    for (const [name, asked] of [
      ['MARKET_SELLER_NOT_OWNER', () => prepare(2)],
      ['MARKET_TOKEN_UNKNOWN', () => prepare(1, { tokenId: 5n })],
      ['MARKET_TOKEN_UNKNOWN', () => prepareOffer(1, { tokenId: 5n })],
      ['MARKET_PRICE_ZERO', () => prepare(1, { price: 0n })],
      ['MARKET_ORDER_MALFORMED', () => prepare(1, { price: 1n << 128n })],
      ['MARKET_ORDER_WINDOW_INVALID', () => prepare(1, { endTime: '1' })],
      ['MARKET_MAKER_IS_TAKER', () => prepare(1, { taker: person(1).address })],
      ['MARKET_MAKER_IS_TAKER', () => prepareOffer(1)],
      ['MARKET_BALANCE_TOO_LOW', () => prepareOffer(2, { price: 1_000_000n * ETHER })],
      ['REQUEST_INVALID', () => prepare(1, { durationSeconds: 1 })],
    ] as const)
      await expect(asked(), name).rejects.toMatchObject(code(name))
    await expect(
      server.api.prepareOrder({ kind: 'listing', maker: person(1).address, collection: zeroAddress, tokenId: '1', price: '1' }),
    ).rejects.toMatchObject(code('MARKET_COLLECTION_UNKNOWN'))
  })

  it('says why this account cannot fill an order that others can', async () => {
    const reason = async (hash: Hex, by: number) => (await server.api.fulfillOrder({ hash, filler: person(by).address })).reason
    const listing = await server.make({ by: 1, kind: 'listing', tokenId, price: ETHER })
    expect(await reason(listing.hash, 1)).toBe('MARKET_MAKER_IS_TAKER')
    const reserved = await server.make({ by: 1, kind: 'listing', tokenId, price: ETHER, taker: person(2).address })
    expect([await reason(reserved.hash, 3), await reason(reserved.hash, 2)]).toEqual(['MARKET_TAKER_NOT_ALLOWED', null])
    const dear = await server.make({ by: 1, kind: 'listing', tokenId, price: 1_000_000n * ETHER })
    expect(await reason(dear.hash, 2)).toBe('MARKET_BALANCE_TOO_LOW')
    const offer = await server.make({ by: 2, kind: 'offer', tokenId, price: 1n })
    expect([await reason(offer.hash, 3), await reason(offer.hash, 1)]).toEqual(['MARKET_SELLER_NOT_OWNER', null])
    await expect(reason(`0x${'11'.repeat(32)}`, 1)).rejects.toMatchObject(code('MARKET_ORDER_UNKNOWN'))
  })

  it('keeps an order that starts later, and does not sell it before', async () => {
    const later = seconds() + 3_600
    const view = await publish({ startTime: String(later), endTime: String(later + 60) })
    expect(view.status).toMatchObject({ state: 'pending', reason: 'MARKET_ORDER_NOT_STARTED' })
    expect(await server.api.fulfillOrder({ hash: view.hash, filler: person(3).address })).toMatchObject({
      fulfillable: false,
      reason: 'MARKET_ORDER_NOT_STARTED',
    })
  })

  it('MARKET_PAUSED while the market is', async () => {
    await chain.pause('pause')
    await expect(publish({ price: '77' })).rejects.toMatchObject(code('MARKET_PAUSED'))
    await chain.pause('unpause')
    expect((await publish({ price: '77' })).status.state).toBe('active')
  })

  it('stored nothing that it refused', async () => {
    // Orders that slept through the pause wake when its end is indexed.
    await vi.waitFor(async () => {
      const { data } = await server.api.orders({ limit: 100 })
      expect(data).toHaveLength(8)
      // The contract that stood by its signature is gone.
      expect(data.filter(({ status }) => !['active', 'pending'].includes(status.state)).map(({ status }) => status.reason)).toEqual([
        'MARKET_SIGNATURE_INVALID',
      ])
    }, 10_000)
  })

  it('CHAIN_UNAVAILABLE: nothing is taken while the chain does not answer; reads go on', async () => {
    chain.down()
    await expect(publish({ price: '78' })).rejects.toMatchObject({ code: 'CHAIN_UNAVAILABLE', status: 503 })
    await expect(server.prepare({ by: 1, kind: 'listing', tokenId, price: 5n })).rejects.toMatchObject({ code: 'CHAIN_UNAVAILABLE' })
    const { data } = await server.api.orders({ limit: 100 })
    await expect(server.api.fulfillOrder({ hash: data[0]?.hash as Hex, filler: person(3).address })).rejects.toMatchObject({
      code: 'CHAIN_UNAVAILABLE',
    })
    chain.back()
  })
})
