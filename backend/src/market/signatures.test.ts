import { bulkSignatures, bulkTypedData } from '@daedal/protocol/market/bulk-signature'
import { formFromJson } from '@daedal/protocol/market/form-json'
import { type Hex, parseEther, parseSignature, serializeCompactSignature, signatureToCompactSignature, slice } from 'viem'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type MarketChain, person, startMarketChain } from '../testing/market-chain.ts'
import { type MarketServer, startMarketServer } from '../testing/market-server.ts'

const ETHER = parseEther('1')
/** Runtime of a contract that accepts every signature (ERC-1271). */
const ACCEPTS = `0x7f1626ba7e${'0'.repeat(56)}5f5260205ff3`

describe('who vouches for an order', { timeout: 120_000 }, () => {
  let chain: MarketChain
  let server: MarketServer
  beforeAll(async () => {
    chain = await startMarketChain()
    server = await startMarketServer(chain)
  }, 300_000)
  afterAll(async () => {
    await server.stop()
    await chain.stop()
  })
  const becomes = (hash: Hex, status: object) =>
    vi.waitFor(async () => expect((await server.api.order(hash)).status).toMatchObject(status), { timeout: 10_000, interval: 50 })
  const prepared = async (by: number) => {
    const { tokenId } = await chain.mint(person(by).address)
    return (await server.prepare({ by, kind: 'listing', tokenId, price: ETHER })).order
  }
  /** Three listings, and the signature of each from one signature of the account. */
  const signTogether = async (by: number, own: (signature: Hex) => Hex = (signature) => signature) => {
    const orders = [await prepared(by), await prepared(by), await prepared(by)]
    const forms = orders.map((order) => formFromJson({ order }) as Extract<ReturnType<typeof formFromJson>, { form: 'order' }>)
    const data = bulkTypedData(chain.deployment.chainId, chain.deployment.market, forms)
    const signature = await person(by).signTypedData(data as never)
    return { orders, signatures: bulkSignatures(forms, own(signature)) }
  }

  it('one signature of a key for many listings, each of which is sold by itself', async () => {
    const { orders, signatures } = await signTogether(1)
    const hashes: Hex[] = []
    for (const [at, order] of orders.entries()) {
      const view = await server.api.publishOrder({ order, signature: signatures[at] as Hex })
      expect(view.status.state).toBe('active')
      hashes.push(view.hash)
    }
    await server.fill(2, hashes[2] as Hex)
    await becomes(hashes[2] as Hex, { state: 'filled' })
    expect((await server.api.order(hashes[0] as Hex)).status.state).toBe('active')
  })

  it('the 64-byte form of that signature, and no place of the tree but the own', async () => {
    const { orders, signatures } = await signTogether(1, (signature) =>
      serializeCompactSignature(signatureToCompactSignature(parseSignature(signature))),
    )
    const [order, other] = orders
    const [signature] = signatures
    if (!order || !other || !signature) throw new Error('nothing was signed')
    await expect(server.api.publishOrder({ order: other, signature })).rejects.toMatchObject({ code: 'MARKET_SIGNATURE_INVALID' })
    await expect(
      server.api.publishOrder({ order, signature: `${slice(signature, 0, 63)}${signature.slice(130)}` as Hex }),
    ).rejects.toMatchObject({
      code: 'MARKET_SIGNATURE_MALFORMED',
    })
    const view = await server.api.publishOrder({ order, signature })
    expect((await server.api.fulfillOrder({ hash: view.hash, filler: person(3).address })).fulfillable).toBe(true)
  })

  it('a tree that was signed for another chain is named so', async () => {
    const order = await prepared(1)
    const forms = [formFromJson({ order }) as Extract<ReturnType<typeof formFromJson>, { form: 'order' }>]
    const signature = await person(1).signTypedData(bulkTypedData(8_453, chain.deployment.market, forms) as never)
    await expect(server.api.publishOrder({ order, signature: bulkSignatures(forms, signature)[0] as Hex })).rejects.toMatchObject({
      code: 'MARKET_CHAIN_MISMATCH',
    })
  })

  it('the maker by a transaction, until it takes that back', async () => {
    const { tokenId } = await chain.mint(person(4).address)
    const { order, hash } = await server.prepare({ by: 4, kind: 'listing', tokenId, price: ETHER })
    await expect(server.api.publishOrder({ order, signature: '0x' })).rejects.toMatchObject({ code: 'MARKET_SIGNATURE_MALFORMED' })
    await chain.onMarket(person(5).address, 'approveOrder', [hash, true])
    await expect(server.api.publishOrder({ order, signature: '0x' })).rejects.toMatchObject({ code: 'MARKET_SIGNATURE_MALFORMED' })
    await chain.onMarket(person(4).address, 'approveOrder', [hash, true])
    expect((await server.api.publishOrder({ order, signature: '0x' })).status.state).toBe('active')
    const { block } = await chain.onMarket(person(4).address, 'approveOrder', [hash, false])
    expect((await server.api.order(hash, { minBlock: block })).status).toMatchObject({
      state: 'inactive',
      reason: 'MARKET_SIGNATURE_INVALID',
    })
    expect(await server.api.fulfillOrder({ hash, filler: person(3).address })).toMatchObject({ reason: 'MARKET_SIGNATURE_INVALID' })
    const again = await chain.onMarket(person(4).address, 'approveOrder', [hash, true])
    expect((await server.api.order(hash, { minBlock: again.block })).status.state).toBe('active')
    const sold = await server.fill(3, hash)
    expect((await server.api.order(hash, { minBlock: sold })).status.state).toBe('filled')
  })

  it('a key whose account runs code that knows no ERC-1271 (EIP-7702)', async () => {
    const { tokenId } = await chain.mint(person(6).address)
    // As the account's code is while it is delegated: to a contract that answers nothing.
    const delegate = '0x00000000000000000000000000000000000000dd'
    await chain.ask('hardhat_setCode', [delegate, '0x5f5ffd'])
    await chain.ask('hardhat_setCode', [person(6).address, `0xef0100${delegate.slice(2)}`])
    const view = await server.make({ by: 6, kind: 'listing', tokenId, price: ETHER })
    const answer = await server.api.fulfillOrder({ hash: view.hash, filler: person(3).address })
    expect(answer.fulfillable).toBe(true)
    const block = await server.walk(3, answer.steps)
    expect((await server.api.order(view.hash, { minBlock: block })).status.state).toBe('filled')
    await chain.ask('hardhat_setCode', [person(6).address, '0x'])
  })

  it('a contract for a whole tree, from which it gets its own signature', async () => {
    const wallet = '0x00000000000000000000000000000000000c0de2'
    await chain.ask('hardhat_setCode', [wallet, ACCEPTS])
    const { tokenId } = await chain.mint(person(1).address)
    await chain.transfer(person(1).address, wallet, tokenId)
    const { order } = await server.api.prepareOrder({
      kind: 'listing',
      maker: wallet,
      collection: chain.deployment.assetCollection,
      tokenId: `${tokenId}`,
      price: '5',
    })
    const form = formFromJson({ order }) as Extract<ReturnType<typeof formFromJson>, { form: 'order' }>
    const [signature] = bulkSignatures([form], '0xabcdef')
    const view = await server.api.publishOrder({ order, signature: signature as Hex })
    expect(view.status.state).toBe('active')
    expect((await server.api.fulfillOrder({ hash: view.hash, filler: person(3).address })).fulfillable).toBe(true)
  })

  it('left no complaint in the log', () => expect(server.problems).toEqual([]))
})
