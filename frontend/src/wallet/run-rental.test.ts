import type { Hex32 } from '@daedal/protocol/scalars'
import { describe, expect, it } from 'vitest'
import type { FlowTransaction } from './flow.ts'
import { approveToken, possible, receiptOf } from './testing/fake-house.ts'
import { asks, hashOf, lettings, offer, offerJson, rentalEvent, rentals, rented } from './testing/fake-rentals.ts'
import { buyer, fakeChain, flowOf, runnerOf, seller, venue } from './testing/fake-world.ts'

const hash = (digit: number) => `0x${String(digit).repeat(64)}` as Hex32

/** A wallet that sends at once, into a block whose receipt has these events. */
function sending(...logs: Parameters<typeof receiptOf>[1][]) {
  const { chain, transaction, mine } = fakeChain()
  const sent: FlowTransaction[] = []
  const send = async (_: string, { to, data, value }: FlowTransaction) => {
    sent.push({ to, data, value })
    mine(transaction(hash(sent.length), { to, data, value: BigInt(value) }), (block) => receiptOf(block, ...logs))
    return hash(sent.length)
  }
  return { chain, sent, wallet: { send } }
}

describe('letting', () => {
  const own = { ...offerJson, owner: buyer, end: '86401' }
  const approve = { ...approveToken(rentals), spender: rentals } as ReturnType<typeof approveToken>
  const prepared = { hash: hashOf(), offer: own, split: {} as never, steps: [approve, { type: 'sign' as const, typedData: {} }] }

  it('approves once, signs the offer that was asked for in its own domain, and publishes it', async () => {
    const { chain, sent, wallet } = sending()
    const signed: unknown[] = []
    const published: unknown[] = []
    const { runner, states, flow } = runnerOf(flowOf(asks.let), {
      chain,
      wallet: {
        ...wallet,
        sign: async (_, { domain, primaryType, message }) => {
          signed.push({ domain, primaryType, message })
          return '0xabcd'
        },
      },
      service: {
        prepareRentalOffer: async (body) => {
          const { kind: _, renter: __, ...terms } = asks.let
          expect(body).toEqual({ owner: buyer, ...terms })
          return prepared
        },
        publishRentalOffer: async (body) => {
          published.push(body)
          return { hash: hashOf(), asset: 'asset' } as never
        },
      },
    })
    await runner.goOn({ mayAsk: true })
    expect(states()).toEqual(['prepare done', 'approve done', 'sign done', 'publish done'])
    expect(sent.map(({ to }) => to)).toEqual([venue.collection])
    const domain = { name: 'Daedal Rentals', version: '1', chainId: venue.chainId, verifyingContract: rentals }
    expect(signed).toEqual([{ domain, primaryType: 'RentalOffer', message: { ...offer, owner: buyer, end: 86_401n } }])
    expect(published).toEqual([{ offer: own, signature: '0xabcd' }])
    expect(flow.get()?.outcome).toMatchObject({ asset: 'asset', orderHash: hashOf() })
  })

  it('names who alone may rent, and signs no offer for anybody else', async () => {
    const { runner, flow } = runnerOf(flowOf({ ...asks.let, renter: seller }), {
      service: {
        prepareRentalOffer: async (body) => {
          expect(body.renter).toBe(seller)
          return prepared
        },
      },
    })
    await runner.goOn({ mayAsk: true })
    expect(flow.get()?.failure?.kind).toBe('mismatch')
  })
})

describe('renting', () => {
  it('is done when the receipt shows it and the index has the tenancy', async () => {
    const { chain, sent, wallet } = sending(rentalEvent('RentalStarted', rented))
    let asked: unknown
    const { runner, states, flow } = runnerOf(flowOf(asks.rent), {
      chain,
      wallet,
      service: {
        rentAsset: async (offerHash, body) => {
          expect([offerHash, body]).toEqual([hashOf(), { renter: buyer, days: 3 }])
          return possible(lettings.rent()) as never
        },
        tenancies: async (query) => {
          asked = query
          return {} as never
        },
      },
    })
    await runner.goOn({ mayAsk: true })
    expect(states()).toEqual(['prepare done', 'send done', 'index done'])
    expect(sent).toEqual([{ to: rentals, data: expect.any(String), value: '300' }])
    expect(flow.get()?.outcome?.rental).toEqual({ result: 'rented', user: buyer, expires: 260_200, custody: false })
    expect(asked).toEqual({ asset: 'eip155:31337/erc721:0x1/7', limit: 1, minBlock: 11 })
  })

  it('is refused with its reason, and the wallet is not asked', async () => {
    const { runner, flow } = runnerOf(flowOf(asks.rent), {
      service: { rentAsset: async () => ({ ...possible(), possible: false, reason: 'MARKET_TOKEN_RENTED', detail: null }) as never },
    })
    await runner.goOn({ mayAsk: true })
    expect(flow.get()?.failure).toMatchObject({ kind: 'refused', code: 'MARKET_TOKEN_RENTED' })
  })

  it('for somebody else, or not shown by its receipt, is not called done', async () => {
    const forOther = runnerOf(flowOf(asks.rent), {
      service: { rentAsset: async () => possible(lettings.rent({ user: seller })) as never },
    })
    await forOther.runner.goOn({ mayAsk: true })
    expect(forOther.flow.get()?.failure?.kind).toBe('mismatch')
    const { chain, wallet } = sending()
    const silent = runnerOf(flowOf(asks.rent), { chain, wallet, service: { rentAsset: async () => possible(lettings.rent()) as never } })
    await silent.runner.goOn({ mayAsk: true })
    expect(silent.flow.get()).toMatchObject({ outcome: null, failure: { kind: 'reverted' } })
  })
})

it('cancels an offer, and waits until the index has seen that', async () => {
  const { chain, wallet } = sending(rentalEvent('OffersCancelled', { owner: buyer, lane: 2n, epoch: 0n, bits: 8n }))
  let asked: unknown
  const { runner, flow } = runnerOf(flowOf(asks.cancel), {
    chain,
    wallet,
    service: {
      cancelRentalOffer: async () => possible(lettings.cancel()),
      rentalOffer: async (offerHash, query) => {
        asked = [offerHash, query]
        return {} as never
      },
    },
  })
  await runner.goOn({ mayAsk: true })
  expect(flow.get()?.outcome?.rental).toEqual({ result: 'cancelled' })
  expect(asked).toEqual([hashOf(), { minBlock: 11 }])
})

it('has a token returned', async () => {
  const released = rentalEvent('TokenReleased', { collection: venue.collection, tokenId: 7n, owner: seller, to: seller })
  const { chain, wallet } = sending(released)
  const { runner, flow } = runnerOf(flowOf(asks.release), {
    chain,
    wallet,
    service: { releaseToken: async () => possible(lettings.release()) },
  })
  await runner.goOn({ mayAsk: true })
  expect(flow.get()?.outcome?.rental).toEqual({ result: 'released', to: seller })
})
