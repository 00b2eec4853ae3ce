import { orderFromJson } from '@daedal/protocol/market/order'
import { ApiProblem } from '@daedal/sdk/client'
import { describe, expect, it } from 'vitest'
import { flowOf, fulfillment, orderHash, orderJson, price, runnerOf, seller, venue } from './testing/fake-world.ts'

describe('listing', () => {
  const request = { kind: 'list', collection: venue.collection, tokenId: '7', price: price.toString(), durationSeconds: 604_800 } as const
  const own = { ...orderJson, maker: flowOf(request).account, endTime: '605000' }
  const prepared = {
    form: 'order' as const,
    order: own,
    hash: orderHash,
    split: fulfillment.split,
    steps: [{ type: 'sign' as const, typedData: {} }],
  }

  it('signs the order it was asked for and publishes it', async () => {
    const signed: unknown[] = []
    const published: unknown[] = []
    const { runner, states, flow } = runnerOf(flowOf(request), {
      wallet: {
        sign: async (_, data) => {
          signed.push(data.message)
          return '0xabcd'
        },
      },
      service: {
        prepareOrder: async () => prepared,
        publishOrder: async (body) => {
          published.push(body)
          return { hash: orderHash, asset: 'asset' } as never
        },
      },
    })
    await runner.goOn({ mayAsk: true })
    expect(states()).toEqual(['prepare done', 'sign done', 'publish done'])
    expect(signed).toEqual([orderFromJson(own)])
    expect(published).toEqual([{ order: own, signature: '0xabcd' }])
    expect(flow.get()?.outcome).toMatchObject({ orderHash })
  })

  it('keeps the signature when the service does not answer, and publishes it later', async () => {
    let signatures = 0
    let down = true
    const { runner, states, flow, troubles } = runnerOf(flowOf(request), {
      wallet: {
        sign: async () => {
          signatures++
          return '0xabcd'
        },
      },
      service: {
        prepareOrder: async () => prepared,
        publishOrder: async () => {
          if (down) throw new ApiProblem({ code: 'NETWORK_UNREACHABLE', status: 0 })
          return { hash: orderHash, asset: 'asset' } as never
        },
      },
    })
    await runner.goOn({ mayAsk: true })
    expect(flow.get()?.failure).toMatchObject({ kind: 'unreachable', code: 'NETWORK_UNREACHABLE' })
    expect([...troubles]).toEqual(['service'])
    down = false
    await runner.again()
    expect(states()).toEqual(['prepare done', 'sign done', 'publish done'])
    expect(signatures).toBe(1)
  })

  it.each([
    ['another price', { price: '1' }],
    ['a price that falls', { endPrice: '1' }],
    ['units', { quantity: '1' }],
    ['another maker', { maker: seller }],
    ['another token', { tokenId: '8' }],
    ['a taker', { taker: seller }],
    ['another currency', { currency: venue.wrappedEther }],
    ['a longer time', { endTime: '9999999999' }],
    ['an offer instead', { kind: 1 }],
  ])('does not sign %s', async (_, change) => {
    const { runner, flow } = runnerOf(flowOf(request), {
      service: { prepareOrder: async () => ({ ...prepared, order: { ...own, ...change } }) },
    })
    await runner.goOn({ mayAsk: true })
    expect(flow.get()?.failure?.kind).toBe('mismatch')
  })
})
