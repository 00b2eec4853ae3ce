import { dropTermsToJson } from '@daedal/protocol/market/drop'
import { NATIVE_CURRENCY } from '@daedal/protocol/market/order'
import type { Hex32 } from '@daedal/protocol/scalars'
import { tokenIdOf } from '@daedal/protocol/tokens/token-id'
import { zeroHash } from 'viem'
import { describe, expect, it } from 'vitest'
import type { DropRequest } from './drop-request.ts'
import type { FlowTransaction } from './flow.ts'
import type { FlowService } from './flow-ports.ts'
import { contract, dropEvent, dropId, dropSends, dropTerms, secret } from './testing/fake-drops.ts'
import { possible, receiptOf } from './testing/fake-house.ts'
import { buyer, creator, fakeChain, flowOf, runnerOf, seller, venue } from './testing/fake-world.ts'

const hash = (digit: number) => `0x${String(digit).repeat(64)}` as Hex32
const buy: DropRequest = { kind: 'buy-tickets', drop: dropId, stage: 0, quantity: 2, currency: NATIVE_CURRENCY, total: '1000' }
const sold = { dropId, buyer, stage: 0n, first: 3, quantity: 2, price: 500n }

/** Runs a request to its end with a wallet that sends at once, into a block whose receipt has these events. */
async function run(request: DropRequest, service: Partial<FlowService>, ...logs: ReturnType<typeof dropEvent>[]) {
  const { chain, transaction, mine } = fakeChain()
  const sent: FlowTransaction[] = []
  const send = async (_: string, { to, data, value }: FlowTransaction) => {
    sent.push({ to, data, value })
    mine(transaction(hash(sent.length), { to, data, value: BigInt(value) }), (block) => receiptOf(block, ...logs))
    return hash(sent.length)
  }
  const { runner, flow, states } = runnerOf(flowOf(request), { chain, wallet: { send }, service })
  await runner.goOn({ mayAsk: true })
  return { sent, flow: flow.get(), states: states() }
}

describe('buying tickets', () => {
  it('is sent once, and done when the receipt shows it and the index has the drop', async () => {
    const asked: unknown[] = []
    const { sent, flow, states } = await run(
      buy,
      {
        buyTickets: async (...args) => {
          asked.push(args)
          return possible(dropSends.buy()) as never
        },
        drop: async (...args) => {
          asked.push(args)
          return {} as never
        },
      },
      dropEvent('TicketsSold', sold),
    )
    expect(asked).toEqual([
      [dropId, { account: buyer, quantity: 2, stage: 0 }],
      [dropId, { minBlock: 11 }],
    ])
    expect(states).toEqual(['prepare done', 'send done', 'index done'])
    expect(sent).toEqual([{ to: contract, data: expect.any(String), value: '1000' }])
    expect(flow?.outcome?.drop).toEqual({ result: 'bought', first: 3, quantity: 2, amount: '1000' })
  })

  it('is not called done by what somebody else bought, or by the event of another contract', async () => {
    const service = { buyTickets: async () => possible(dropSends.buy()) as never }
    for (const log of [dropEvent('TicketsSold', { ...sold, buyer: seller }), dropEvent('TicketsSold', sold, venue.market)]) {
      const { flow } = await run(buy, service, log)
      expect(flow).toMatchObject({ outcome: null, failure: { kind: 'reverted' } })
    }
  })

  it('is refused with its reason, and the wallet is not asked', async () => {
    const answer = { ...possible(), possible: false, reason: 'MARKET_WALLET_LIMIT', detail: 'It may buy 0.' }
    const { sent, flow } = await run(buy, { buyTickets: async () => answer as never })
    expect(flow?.failure).toMatchObject({ kind: 'refused', code: 'MARKET_WALLET_LIMIT' })
    expect(sent).toEqual([])
  })

  it('at another price is not sent', async () => {
    const { sent, flow } = await run(buy, { buyTickets: async () => possible(dropSends.buy({ value: 1_400n, stage: 1 })) as never })
    expect(flow?.failure?.kind).toBe('mismatch')
    expect(sent).toEqual([])
  })
})

describe('what comes after the sale', () => {
  it('is told from the receipt', async () => {
    const delivered = (ticket: number) =>
      dropEvent('TicketDelivered', {
        dropId,
        ticket,
        buyer,
        item: ticket,
        tokenId: 7n,
        price: 500n,
        fee: 12n,
        royalty: 25n,
        royaltyReceiver: creator,
      })
    const delivery = await run(
      { kind: 'deliver', drop: dropId, tickets: [3, 4] },
      { deliverTickets: async () => possible(dropSends.deliver([3, 4])) as never },
      delivered(3),
      delivered(4),
    )
    expect(delivery.flow?.outcome?.drop).toEqual({ result: 'delivered', tickets: [3, 4] })

    const refund = await run(
      { kind: 'refund', drop: dropId, first: 3 },
      { refundTickets: async () => possible(dropSends.refund(3)) as never },
      dropEvent('TicketsRefunded', { dropId, buyer, first: 3, tickets: 3n, amount: 1_000n, credited: true }),
    )
    expect(refund.flow?.outcome?.drop).toEqual({ result: 'refunded', amount: '1000', credited: true })

    const taken = { kind: 'take-back', drop: dropId, item: 1, tokenId: tokenIdOf(creator, zeroHash).toString(), to: creator } as const
    const back = (tokenId: bigint) =>
      run(
        taken,
        { takeItemBack: async () => possible(dropSends.takeBack(creator)) },
        dropEvent('ItemTakenBack', { collection: venue.collection, tokenId, creator, to: creator }),
      )
    expect((await back(BigInt(taken.tokenId))).flow?.outcome?.drop).toEqual({ result: 'taken-back' })
    expect((await back(8n)).flow).toMatchObject({ outcome: null, failure: { kind: 'reverted' } })

    const closed = await run(
      { kind: 'close-drop', drop: dropId },
      { closeDrop: async () => possible(dropSends.plain('closeDrop')) },
      dropEvent('DropClosed', { dropId, entropyBlock: 14n }),
    )
    expect(closed.flow?.outcome?.drop).toEqual({ result: 'closed', block: 14 })

    const ended = await run(
      { kind: 'end-drop', drop: dropId },
      { endDropSale: async () => possible(dropSends.plain('endSale')) },
      dropEvent('DropSaleEnded', { dropId, sold: 5 }),
    )
    expect(ended.flow?.outcome?.drop).toEqual({ result: 'ended', sold: 5 })
  })
})

describe('revealing', () => {
  const reveal: DropRequest = { kind: 'reveal-drop', drop: dropId, secret }
  const known = { terms: dropTermsToJson(dropTerms), entropy: hash(8) }

  it('is written here, and the service is not told the secret', async () => {
    const asked: unknown[] = []
    const { sent, flow } = await run(
      reveal,
      {
        drop: async (...args) => {
          asked.push(args)
          return known as never
        },
      },
      dropEvent('DropRevealed', { dropId, secret, offset: 5 }),
    )
    expect(sent).toEqual([dropSends.reveal(secret)].map((step) => 'transaction' in step && step.transaction))
    expect(JSON.stringify(asked)).not.toContain(secret.slice(2))
    expect(flow?.outcome?.drop).toEqual({ result: 'revealed', offset: 5 })
  })

  it('waits until the block is drawn, and takes no other secret and no other terms', async () => {
    const early = await run(reveal, { drop: async () => ({ ...known, entropy: null }) as never })
    expect(early.flow?.failure).toMatchObject({ kind: 'refused', code: 'MARKET_DROP_NOT_DRAWN' })
    const wrong = await run({ ...reveal, secret: hash(9) }, { drop: async () => known as never })
    expect(wrong.flow?.failure).toMatchObject({ kind: 'refused', code: 'MARKET_DROP_SECRET_WRONG' })
    const other = dropTermsToJson({ ...dropTerms, salt: hash(4) })
    const foreign = await run(reveal, { drop: async () => ({ ...known, terms: other }) as never })
    expect(foreign.flow?.failure?.kind).toBe('mismatch')
    expect([early, wrong, foreign].flatMap(({ sent }) => sent)).toEqual([])
  })
})
