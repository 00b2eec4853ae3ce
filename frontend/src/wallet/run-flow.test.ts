import { marketAbi } from '@daedal/protocol/market/abi.gen'
import { orderToJson } from '@daedal/protocol/market/order'
import type { Hex32 } from '@daedal/protocol/scalars'
import { ApiProblem } from '@daedal/sdk/client'
import { encodeErrorResult } from 'viem'
import { describe, expect, it } from 'vitest'
import type { Flow } from './flow.ts'
import {
  creator,
  fakeChain,
  filledReceipt,
  flowOf,
  fulfillment,
  order,
  orderHash,
  orderJson,
  price,
  runnerOf,
  seller,
  venue,
} from './testing/fake-world.ts'

const first = `0x${'11'.repeat(32)}` as Hex32
const second = `0x${'22'.repeat(32)}` as Hex32
const buy = () => flowOf({ kind: 'buy', hash: orderHash })
const reloaded = (flow: Flow): Flow => JSON.parse(JSON.stringify(flow))
const rejection = () => Object.assign(new Error('User rejected the request.'), { code: 4001 })

describe('buying', () => {
  it('sends once and tells who was paid from the receipt, to the last wei', async () => {
    const { chain, transaction, mine } = fakeChain()
    let sent = 0
    const { runner, states, flow, done } = runnerOf(buy(), {
      chain,
      wallet: {
        send: async () => {
          sent++
          mine(transaction(first))
          return first
        },
      },
    })
    await runner.goOn({ mayAsk: true })
    expect(states()).toEqual(['prepare done', 'send done', 'index done'])
    expect(sent).toBe(1)
    expect(done).toHaveLength(1)
    const payments = flow.get()?.outcome?.payments ?? []
    expect(payments.map(({ to, role }) => [role, to])).toEqual([
      ['seller', seller],
      ['royalty', creator],
      ['fee', venue.market],
    ])
    expect(payments.reduce((sum, { amount }) => sum + BigInt(amount), 0n)).toBe(price)
    expect(flow.get()?.steps[1]).toMatchObject({ hash: first, block: 11, networkFee: '90000000000000' })
  })

  it('calls nothing done when the receipt does not show the fill', async () => {
    const { chain, transaction, mine } = fakeChain()
    const { runner, flow } = runnerOf(buy(), {
      chain,
      wallet: {
        send: async () => {
          mine(transaction(first), (block) => ({ ...filledReceipt(block), logs: [] }))
          return first
        },
      },
    })
    await runner.goOn({ mayAsk: true })
    expect(flow.get()).toMatchObject({ outcome: null, failure: { kind: 'reverted' } })
  })

  it('asks nobody when the order can no longer be filled', async () => {
    const { runner, flow } = runnerOf(buy(), {
      service: {
        fulfillOrder: async () => ({ ...fulfillment, fulfillable: false, reason: 'MARKET_ORDER_SPENT', detail: 'Bit 3 was used.' }),
      },
    })
    await runner.goOn({ mayAsk: true })
    expect(flow.get()?.failure).toEqual({ kind: 'refused', code: 'MARKET_ORDER_SPENT', detail: 'Bit 3 was used.', networkFee: null })
  })

  it('signs and sends nothing that is not what was asked for', async () => {
    const dearer = {
      ...fulfillment,
      steps: [{ ...fulfillment.steps[0], transaction: { ...fulfillment.steps[0], to: seller, data: '0x' as const, value: '1' } }],
    }
    const { runner, flow } = runnerOf(buy(), { service: { fulfillOrder: async () => dearer as typeof fulfillment } })
    await runner.goOn({ mayAsk: true })
    expect(flow.get()?.failure?.kind).toBe('mismatch')
  })

  it('does not ask the wallet for what the chain would refuse', async () => {
    const { chain } = fakeChain()
    const { runner, flow } = runnerOf(buy(), {
      chain: { ...chain, refusal: async () => ({ code: 'MARKET_ORDER_SPENT', detail: 'MarketOrderSpent: 0, 3' }) },
    })
    await runner.goOn({ mayAsk: true })
    expect(flow.get()?.failure).toMatchObject({ kind: 'refused', code: 'MARKET_ORDER_SPENT' })
  })
})

describe('a rejection', () => {
  it('stops the step, is no failure, and can be tried again', async () => {
    const { chain, transaction, mine } = fakeChain()
    let refusals = 1
    const { runner, flow, states } = runnerOf(buy(), {
      chain,
      wallet: {
        send: async () => {
          if (refusals-- > 0) throw new Error('wrapped', { cause: rejection() })
          mine(transaction(first))
          return first
        },
      },
    })
    await runner.goOn({ mayAsk: true })
    expect(states()).toEqual(['prepare done', 'send rejected', 'index waiting'])
    expect(flow.get()?.failure).toBeNull()
    await runner.again()
    expect(states()).toEqual(['prepare done', 'send done', 'index done'])
  })
})

describe('a revert on chain', () => {
  it('is a failure with its reason and the fee that the network kept', async () => {
    const { chain, transaction, mine } = fakeChain()
    const { runner, flow, states } = runnerOf(buy(), {
      chain: {
        ...chain,
        refusal: async (_, __, block) => (block === undefined ? null : { code: 'MARKET_ORDER_SPENT', detail: 'MarketOrderSpent: 0, 3' }),
      },
      wallet: {
        send: async () => {
          mine(transaction(first), (block) => ({ block, succeeded: false, networkFee: 80_000n, logs: [] }))
          return first
        },
      },
    })
    await runner.goOn({ mayAsk: true })
    expect(states()).toEqual(['prepare done', 'send failed', 'index waiting'])
    expect(flow.get()).toMatchObject({ outcome: null, failure: { kind: 'reverted', code: 'MARKET_ORDER_SPENT', networkFee: '80000' } })
    expect(flow.get()?.steps[1]?.block).toBe(11)
  })

  it('is known before sending when the wallet finds out', async () => {
    const data = encodeErrorResult({ abi: marketAbi, errorName: 'MarketOrderExpired', args: [5n] })
    const { runner, flow } = runnerOf(buy(), {
      wallet: {
        send: async () => {
          throw Object.assign(new Error('execution reverted'), { code: 3, data })
        },
      },
    })
    await runner.goOn({ mayAsk: true })
    expect(flow.get()?.failure).toMatchObject({ kind: 'refused', code: 'MARKET_ORDER_EXPIRED', detail: 'MarketOrderExpired: 5' })
  })
})

describe('after a reload', () => {
  it('finds a sent transaction by its hash, without the wallet', async () => {
    const { chain, transaction, mine } = fakeChain()
    const begun = runnerOf(buy(), { chain, wallet: { send: () => new Promise(() => undefined) } })
    void begun.runner.goOn({ mayAsk: true })
    await expect.poll(() => begun.states()?.[1]).toBe('send asking')
    const stored = reloaded(begun.flow.get() as Flow)
    const sent: Flow = {
      ...stored,
      steps: stored.steps.map((step) => (step.type === 'send' ? { ...step, state: 'sent', hash: first } : step)),
    }
    mine(transaction(first))
    const { runner, states } = runnerOf(sent, { chain })
    await runner.goOn({ mayAsk: false })
    expect(states()).toEqual(['prepare done', 'send done', 'index done'])
  })

  it('finds what the wallet sent although the hash never arrived, and sends nothing again', async () => {
    const { chain, transaction, mine } = fakeChain()
    mine(transaction(second, { to: seller, data: '0x' }))
    const begun = runnerOf(buy(), { chain, wallet: { send: () => new Promise(() => undefined) } })
    void begun.runner.goOn({ mayAsk: true })
    await expect.poll(() => begun.states()?.[1]).toBe('send asking')
    for (let other = 0; other < 3; other++) mine(transaction(`0x${String(other).repeat(64)}` as Hex32, { to: seller }))
    mine(transaction(first))
    const stored = reloaded(begun.flow.get() as Flow)
    const closed: Flow = { ...stored, steps: stored.steps.map((step) => (step.state === 'asking' ? { ...step, state: 'waiting' } : step)) }
    const { runner, states, flow } = runnerOf(closed, { chain })
    await runner.goOn({ mayAsk: true })
    expect(states()).toEqual(['prepare done', 'send done', 'index done'])
    expect(flow.get()?.steps[1]?.hash).toBe(first)
  })

  it('waits while something of the account is in no block yet', async () => {
    const { chain, transaction, pend } = fakeChain()
    const asked: Flow = {
      ...buy(),
      steps: [
        {
          key: 'send',
          type: 'send',
          state: 'waiting',
          transaction: { to: venue.market, data: '0x', value: '0' },
          asked: { nonce: 0, block: 10 },
        },
      ],
    }
    pend(transaction(first))
    const { runner, run } = runnerOf(asked, { chain })
    await runner.goOn({ mayAsk: true })
    expect(run.get()).toMatchObject({ running: false, pause: 'unsure' })
  })

  it('does not ask the wallet before the person goes on', async () => {
    const { chain, transaction, mine } = fakeChain()
    const { runner, run, states } = runnerOf(buy(), {
      chain,
      wallet: {
        send: async () => {
          mine(transaction(first))
          return first
        },
      },
    })
    await runner.goOn({ mayAsk: false })
    expect(run.get().pause).toBe('ask')
    expect(states()?.[1]).toBe('send waiting')
    await runner.goOn({ mayAsk: true })
    expect(states()?.[1]).toBe('send done')
  })
})

describe('while it waits', () => {
  it('follows a transaction that the wallet sent again with a higher fee', async () => {
    const { chain, transaction, pend, drop, mine } = fakeChain()
    let looks = 0
    const { runner, states, flow } = runnerOf(buy(), {
      chain: {
        ...chain,
        receipt: async (hash) => {
          if (++looks === 3) {
            drop(first)
            mine(transaction(second))
          }
          return chain.receipt(hash)
        },
      },
      wallet: {
        send: async () => {
          pend(transaction(first))
          return first
        },
      },
    })
    await runner.goOn({ mayAsk: true })
    expect(states()?.[1]).toBe('send done')
    expect(flow.get()?.steps[1]?.hash).toBe(second)
  })

  it('tells when another transaction took its place', async () => {
    const { chain, transaction, pend, drop, mine } = fakeChain()
    let looks = 0
    const { runner, flow } = runnerOf(buy(), {
      chain: {
        ...chain,
        receipt: async (hash) => {
          if (++looks === 3) {
            drop(first)
            mine(transaction(second, { to: seller, data: '0x', value: 0n }))
          }
          return chain.receipt(hash)
        },
      },
      wallet: {
        send: async () => {
          pend(transaction(first))
          return first
        },
      },
    })
    await runner.goOn({ mayAsk: true })
    expect(flow.get()?.failure).toMatchObject({ kind: 'replaced', detail: second })
  })

  it('goes on by itself when the chain is silent for a while', async () => {
    const { chain, transaction, mine } = fakeChain()
    let silence = 40
    const { runner, states, troubles } = runnerOf(buy(), {
      chain: {
        ...chain,
        receipt: async (hash) => {
          if (silence-- > 0) throw new Error('fetch failed')
          return chain.receipt(hash)
        },
      },
      wallet: {
        send: async () => {
          mine(transaction(first))
          return first
        },
      },
    })
    await runner.goOn({ mayAsk: true })
    expect(states()?.[1]).toBe('send done')
    expect([...troubles]).toEqual(['chain'])
  })

  it('gives a transaction up for lost when no node knows it', async () => {
    const { chain } = fakeChain()
    const { runner, flow } = runnerOf(buy(), { chain, wallet: { send: async () => first } })
    await runner.goOn({ mayAsk: true })
    expect(flow.get()?.failure).toMatchObject({ kind: 'lost', detail: first })
  })

  it('says that the index is late, and is done when it is not any more', async () => {
    const { chain, transaction, mine } = fakeChain()
    let behind = 30
    const { runner, states, troubles, flow } = runnerOf(buy(), {
      chain,
      service: {
        asset: async (_, query) => {
          expect(query?.minBlock).toBe(11)
          expect(flow.get()?.outcome).not.toBeNull()
          if (behind-- > 0) throw new ApiProblem({ code: 'INDEX_BEHIND', status: 503 })
          return {} as never
        },
      },
      wallet: {
        send: async () => {
          mine(transaction(first))
          return first
        },
      },
    })
    await runner.goOn({ mayAsk: true })
    expect(states()?.at(-1)).toBe('index done')
    expect([...troubles]).toEqual(['index'])
  })
})

describe('the wallet', () => {
  it('is not asked with another account', async () => {
    const { runner, run } = runnerOf(buy(), { wallet: { account: () => seller } })
    await runner.goOn({ mayAsk: true })
    expect(run.get().pause).toBe('account')
  })

  it('is asked to change the chain first, and not asked at all on another one', async () => {
    let changes = 0
    const { runner, run } = runnerOf(buy(), {
      wallet: {
        chainId: () => 1,
        useChain: async () => {
          changes++
          throw rejection()
        },
      },
    })
    await runner.goOn({ mayAsk: true })
    expect([run.get().pause, changes]).toEqual(['chain', 1])
  })

  it('that fails is told apart from a rejection', async () => {
    const { runner, flow } = runnerOf(buy(), {
      wallet: {
        send: async () => {
          throw Object.assign(new Error('Internal JSON-RPC error.'), { code: -32_603 })
        },
      },
    })
    await runner.goOn({ mayAsk: true })
    expect(flow.get()?.failure).toMatchObject({ kind: 'wallet', detail: 'Internal JSON-RPC error.' })
  })
})

it('has an effect no more once it was put away', async () => {
  const { chain, transaction, mine } = fakeChain()
  const { runner, flow } = runnerOf(buy(), {
    chain,
    wallet: {
      send: async () => {
        flow.set(null)
        mine(transaction(first))
        return first
      },
    },
  })
  await runner.goOn({ mayAsk: true })
  expect(flow.get()).toBeNull()
  expect(orderToJson(order)).toEqual(orderJson)
})
