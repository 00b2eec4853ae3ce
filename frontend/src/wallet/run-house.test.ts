import { NATIVE_CURRENCY } from '@daedal/protocol/market/order'
import type { Hex32 } from '@daedal/protocol/scalars'
import { describe, expect, it } from 'vitest'
import type { FlowTransaction } from './flow.ts'
import { approveToken, auctionId, auctionRequest, eventOf, house, possible, receiptOf, sends, terms } from './testing/fake-house.ts'
import { buyer, fakeChain, flowOf, runnerOf, seller } from './testing/fake-world.ts'

const hash = (digit: number) => `0x${String(digit).repeat(64)}` as Hex32
const bid = { kind: 'bid', auction: auctionId, currency: NATIVE_CURRENCY, amount: '700' } as const
const placed = eventOf('BidPlaced', {
  auctionId,
  bidder: buyer,
  outbid: seller,
  amount: 700n,
  end: 99n,
  refund: 500n,
  refundCredited: false,
})

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

describe('a bid', () => {
  it('is sent once, and done when the receipt shows it and the index has the auction', async () => {
    const { chain, sent, wallet } = sending(placed)
    let asked: number | undefined
    const { runner, states, flow } = runnerOf(flowOf(bid), {
      chain,
      wallet,
      service: {
        placeBid: async (id, body) => {
          expect([id, body]).toEqual([auctionId, { bidder: buyer, amount: '700' }])
          return { ...possible(sends.bid(700n)), amount: '700', leastBid: '525' } as never
        },
        auction: async (_, query) => {
          asked = query?.minBlock
          return {} as never
        },
      },
    })
    await runner.goOn({ mayAsk: true })
    expect(states()).toEqual(['prepare done', 'send done', 'index done'])
    expect(sent).toEqual([{ to: house, data: expect.any(String), value: '700' }])
    expect(flow.get()?.outcome?.house).toEqual({ result: 'bid', auction: auctionId, amount: '700', end: 99 })
    expect(asked).toBe(11)
  })

  it('that came too late is refused with its reason, and the wallet is not asked', async () => {
    const { runner, flow } = runnerOf(flowOf(bid), {
      service: {
        placeBid: async () =>
          ({
            ...possible(),
            possible: false,
            reason: 'MARKET_BID_TOO_LOW',
            detail: 'The bid is 700; the least that is taken is 735.',
          }) as never,
      },
    })
    await runner.goOn({ mayAsk: true })
    expect(flow.get()?.failure).toMatchObject({ kind: 'refused', code: 'MARKET_BID_TOO_LOW' })
  })

  it('of another amount is not sent', async () => {
    const { runner, flow } = runnerOf(flowOf(bid), { service: { placeBid: async () => possible(sends.bid(7_000n)) as never } })
    await runner.goOn({ mayAsk: true })
    expect(flow.get()?.failure?.kind).toBe('mismatch')
  })

  it('is not called placed when its receipt does not show it', async () => {
    const { chain, wallet } = sending()
    const { runner, flow } = runnerOf(flowOf(bid), { chain, wallet, service: { placeBid: async () => possible(sends.bid(700n)) as never } })
    await runner.goOn({ mayAsk: true })
    expect(flow.get()).toMatchObject({ outcome: null, failure: { kind: 'reverted' } })
  })
})

it('puts an asset up: the approval first, then the auction', async () => {
  const { collection, tokenId, quantity, currency, reserve, minIncrementBps } = terms
  const created = eventOf('AuctionCreated', {
    auctionId,
    seller: buyer,
    collection,
    tokenId,
    quantity,
    currency,
    reserve,
    minIncrementBps,
    feeBps: 250,
    start: 10n,
    end: 86_410n,
    extensionWindow: 600n,
    lastEnd: 172_810n,
  })
  const { chain, sent, wallet } = sending(created)
  const { kind: _, ...body } = auctionRequest
  const { runner, states, flow } = runnerOf(flowOf(auctionRequest), {
    chain,
    wallet,
    service: {
      prepareAuction: async (asked) => {
        expect(asked).toEqual({ seller: buyer, ...body })
        return { steps: [approveToken(house), sends.create()], estimatedGas: null, gasPriceWei: null } as never
      },
    },
  })
  await runner.goOn({ mayAsk: true })
  expect(states()).toEqual(['prepare done', 'approve done', 'send done', 'index done'])
  expect(sent.map(({ to }) => to)).toEqual([collection, house])
  expect(flow.get()?.outcome?.house).toMatchObject({ result: 'created', auction: auctionId })
})

it('settles, and tells a sale that came to nothing as what it is', async () => {
  const unsold = eventOf('AuctionUnsold', { auctionId, seller, returned: true })
  const { chain, wallet } = sending(unsold)
  const { runner, flow } = runnerOf(flowOf({ kind: 'settle-auction', auction: auctionId }), {
    chain,
    wallet,
    service: { settleAuction: async () => possible(sends.settle()) },
  })
  await runner.goOn({ mayAsk: true })
  expect(flow.get()?.outcome).toMatchObject({ payments: [], house: { result: 'unsold', returned: true } })
})

it('withdraws what waits, and waits until the pages know', async () => {
  const paid = eventOf('PaymentWithdrawn', { account: buyer, currency: NATIVE_CURRENCY, amount: 500n })
  const { chain, wallet } = sending(paid)
  let asked: number | undefined
  const { runner, flow } = runnerOf(flowOf({ kind: 'withdraw', payer: 'auctionHouse', currency: NATIVE_CURRENCY }), {
    chain,
    wallet,
    service: {
      withdraw: async () => possible(sends.withdraw(NATIVE_CURRENCY)),
      pendingPayments: async (_, query) => {
        asked = query?.minBlock
        return { data: [] }
      },
    },
  })
  await runner.goOn({ mayAsk: true })
  expect(flow.get()?.outcome?.house).toEqual({ result: 'withdrawn', amount: '500' })
  expect(asked).toBe(11)
})
