import { dropsAbi } from '@daedal/protocol/market/abi.gen'
import { type DropTerms, dropIdOf, dropTermsToJson, itemsRootOf } from '@daedal/protocol/market/drop'
import { dropItemsTypedData, signedItems } from '@daedal/protocol/market/drop-items'
import { NATIVE_CURRENCY } from '@daedal/protocol/market/order'
import { coreHashOf } from '@daedal/protocol/provenance/core'
import type { Hex32 } from '@daedal/protocol/scalars'
import { assetCollectionAbi } from '@daedal/protocol/tokens/abi.gen'
import { tokenIdOf } from '@daedal/protocol/tokens/token-id'
import type { Voucher } from '@daedal/protocol/tokens/voucher'
import { ApiProblem } from '@daedal/sdk/client'
import { encodeFunctionData, hashTypedData, zeroHash } from 'viem'
import { describe, expect, it } from 'vitest'
import type { CreateDropRequest } from './create-drop-request.ts'
import type { FlowService } from './flow-ports.ts'
import { contract, dropEvent } from './testing/fake-drops.ts'
import { receiptOf } from './testing/fake-house.ts'
import { buyer, fakeChain, flowOf, runnerOf, seller, venue } from './testing/fake-world.ts'

const bodyOf = (variation: number) =>
  ({
    variation,
    name: `Key ${variation}`,
    licence: 'CC-BY-4.0',
    royaltyBps: 750,
    remixBps: 0,
    prompt: 'committed',
    training: false,
  }) as const
const request: CreateDropRequest = {
  kind: 'create-drop',
  items: [0, 1].map((variation) => ({ generation: 'job', body: bodyOf(variation) })),
  start: 1_000,
  end: 87_400,
  price: '500',
  perWallet: 2,
  commitment: null,
}
const recordOf = (variation: number) => ({ creator: `eip155:31337:${buyer.toLowerCase()}`, variation }) as never
const hashOf = (variation: number) => coreHashOf(recordOf(variation))
const voucherOf = (variation: number): Voucher => ({
  coreHash: hashOf(variation),
  root: `0x${String(variation + 1).repeat(64)}`,
  promptCommitment: zeroHash,
  engineHash: zeroHash,
  terms: { royaltyReceiver: buyer, royaltyBps: 750, remixBps: 0, policy: 1, disclosure: 2 },
  parents: [],
  maxSupply: 0n,
})
const vouchers = [voucherOf(0), voucherOf(1)]
const terms: DropTerms = {
  creator: buyer,
  collection: venue.collection,
  currency: NATIVE_CURRENCY,
  supply: 2,
  revealBy: 0n,
  deliverBy: 87_400n + 2_592_000n,
  itemsRoot: itemsRootOf(vouchers),
  commitment: zeroHash,
  salt: zeroHash,
  stages: [{ start: 1_000n, end: 87_400n, price: 500n, perWallet: 2, cap: 0, allowlistRoot: zeroHash }],
}
const id = dropIdOf(terms)

const mintOf = ({ coreHash, root, promptCommitment, engineHash, terms: its }: Voucher) => {
  const args = [coreHash, root, promptCommitment, engineHash, its, []] as const
  return { to: venue.collection, data: encodeFunctionData({ abi: assetCollectionAbi, functionName: 'mint', args }), value: '0' }
}
const createOf = (of: DropTerms, to = contract, value = '0') => ({
  type: 'send' as const,
  transaction: { to, data: encodeFunctionData({ abi: dropsAbi, functionName: 'createDrop', args: [of] }), value },
})
const preparedOf = (of: DropTerms = terms, steps = [createOf(of)]) =>
  ({ possible: true, reason: null, detail: null, steps, id: dropIdOf(of), terms: dropTermsToJson(of), recipient: contract }) as never

/** A service that answers as asked; what it was asked and what was signed is kept. */
function world(changed: Partial<FlowService> = {}, of: DropTerms = terms) {
  const asked: { signed: unknown[]; sent: unknown[]; published: unknown[] } = { signed: [], sent: [], published: [] }
  const { chain, transaction, mine } = fakeChain()
  const created = dropEvent('DropCreated', { dropId: dropIdOf(of), creator: buyer, collection: venue.collection, terms: of, feeBps: 250 })
  const parts = {
    chain,
    wallet: {
      sign: async (_: unknown, data: Parameters<typeof hashTypedData>[0]) => {
        asked.signed.push(hashTypedData(data))
        return `0x${'ab'.repeat(65)}` as const
      },
      send: async (_: unknown, { to, data, value }: { to: `0x${string}`; data: `0x${string}`; value: string }) => {
        asked.sent.push({ to, data, value })
        const hash = `0x${'7'.repeat(64)}` as Hex32
        mine(transaction(hash, { to, data, value: BigInt(value) }), (block) => receiptOf(block, created))
        return hash
      },
    },
    service: {
      prepareMint: async (_: string, { variation }: { variation: number }) =>
        ({ coreHash: hashOf(variation), tokenId: tokenIdOf(buyer, hashOf(variation)).toString(), core: recordOf(variation) }) as never,
      signMint: async (coreHash: string) => {
        const voucher = vouchers.find((known) => known.coreHash === coreHash) as Voucher
        return { coreHash, root: voucher.root, transaction: mintOf(voucher) } as never
      },
      prepareDrop: async () => preparedOf(of),
      publishDrop: async (...args: unknown[]) => {
        asked.published.push(args)
        return {} as never
      },
      ...changed,
    },
  }
  return { asked, ...runnerOf(flowOf({ ...request, commitment: of.commitment === zeroHash ? null : of.commitment }), parts as never) }
}

describe('laying a drop down', () => {
  it('signs each record, all items at once, sends the drop, and is done when its contents are published', async () => {
    const { runner, asked, states, flow } = world()
    await runner.goOn({ mayAsk: true })
    expect(states()).toEqual([
      'prepare done',
      'sign-1 done',
      'sign-2 done',
      'publish done',
      'sign-items done',
      'send done',
      'index done',
      'publish-contents done',
    ])
    const place = { chainId: venue.chainId, collection: venue.collection, drops: contract, deadline: terms.deliverBy }
    expect(asked.signed).toHaveLength(3)
    expect(asked.signed[2]).toBe(hashTypedData(dropItemsTypedData(place, vouchers) as never))
    expect(asked.sent).toEqual([createOf(terms).transaction])
    expect(asked.published).toEqual([[id, { items: signedItems(place, vouchers, `0x${'ab'.repeat(65)}`) }]])
    expect(flow.get()?.outcome?.drop).toEqual({ result: 'created', drop: id, count: 2 })
  })

  it('is not done while its contents are not published, which is tried again alone', async () => {
    let down = true
    const published: unknown[] = []
    const { runner, asked, flow, states } = world({
      publishDrop: async (...args) => {
        if (down) throw new ApiProblem({ code: 'NETWORK_UNREACHABLE', status: 0 })
        published.push(args)
        return {} as never
      },
    })
    await runner.goOn({ mayAsk: true })
    expect(flow.get()).toMatchObject({ outcome: null, failure: { kind: 'unreachable' } })
    down = false
    await runner.again()
    expect(states()?.at(-1)).toBe('publish-contents done')
    expect([asked.signed.length, asked.sent.length, published.length]).toEqual([3, 1, 1])
  })

  it('is refused with its reason', async () => {
    const answer = { possible: false, reason: 'MARKET_DROP_DEADLINE', detail: 'Too late.', steps: [] }
    const { runner, asked, flow } = world({ prepareDrop: async () => answer as never })
    await runner.goOn({ mayAsk: true })
    expect(flow.get()?.failure).toMatchObject({ kind: 'refused', code: 'MARKET_DROP_DEADLINE' })
    expect(asked.sent).toEqual([])
  })
})

describe('what is prepared', () => {
  const [stage] = terms.stages as [DropTerms['stages'][number]]
  it.each<[string, Partial<DropTerms>]>([
    ['creator', { creator: seller }],
    ['collection', { collection: seller }],
    ['currency', { currency: venue.wrappedEther }],
    ['items', { itemsRoot: itemsRootOf([vouchers[1] as Voucher, vouchers[0] as Voucher]) }],
    ['number of items', { supply: 3 }],
    ['price', { stages: [{ ...stage, price: 499n }] }],
    ['time', { stages: [{ ...stage, end: 87_401n }] }],
    ['limit', { stages: [{ ...stage, perWallet: 3 }] }],
    ['cap', { stages: [{ ...stage, cap: 1 }] }],
    ['list', { stages: [{ ...stage, allowlistRoot: `0x${'1'.repeat(64)}` }] }],
    ['second stage', { stages: [stage, { ...stage, start: 87_400n, end: 90_000n }] }],
    ['reveal', { revealBy: 90_000n }],
    ['delivery', { deliverBy: 87_400n + 90n * 86_400n }],
  ])('is not signed or sent with another %s', async (_, changed) => {
    const { runner, asked, flow } = world({ prepareDrop: async () => preparedOf({ ...terms, ...changed }) })
    await runner.goOn({ mayAsk: true })
    expect(flow.get()?.failure?.kind).toBe('mismatch')
    expect([asked.signed.length, asked.sent.length]).toEqual([2, 0])
  })

  it('keeps the commitment, and is refused with another', async () => {
    const sealed: DropTerms = {
      ...terms,
      commitment: `0x${'9'.repeat(64)}`,
      revealBy: 87_400n + 604_800n,
      deliverBy: 87_400n + 604_800n + 2_592_000n,
    }
    const good = world({}, sealed)
    await good.runner.goOn({ mayAsk: true })
    expect(good.flow.get()?.outcome?.drop).toMatchObject({ result: 'created' })
    const bad = world({ prepareDrop: async () => preparedOf({ ...sealed, commitment: `0x${'8'.repeat(64)}` }) }, sealed)
    await bad.runner.goOn({ mayAsk: true })
    expect(bad.flow.get()?.failure?.kind).toBe('mismatch')
  })

  it.each<[string, () => ReturnType<typeof createOf>[]]>([
    ['more than the drop', () => [createOf(terms), createOf(terms)]],
    ['money', () => [createOf(terms, contract, '1')]],
    ['another contract', () => [createOf(terms, venue.market)]],
    ['other terms than it shows', () => [createOf({ ...terms, salt: `0x${'3'.repeat(64)}` })]],
  ])('does not send %s', async (_, steps) => {
    const { runner, asked, flow } = world({ prepareDrop: async () => preparedOf(terms, steps()) })
    await runner.goOn({ mayAsk: true })
    expect(flow.get()?.failure?.kind).toBe('mismatch')
    expect(asked.sent).toEqual([])
  })

  it.each<[string, Partial<Voucher> | { terms: Voucher['terms'] }]>([
    ['record', { coreHash: hashOf(7) }],
    ['royalty', { terms: { ...vouchers[0]!.terms, royaltyBps: 100 } }],
    ['receiver of the royalty', { terms: { ...vouchers[0]!.terms, royaltyReceiver: seller } }],
    ['policy, which binds it to an account', { terms: { ...vouchers[0]!.terms, policy: 17 } }],
  ])('is no item with another %s', async (_, changed) => {
    const { runner, asked, flow } = world({
      signMint: async (coreHash) => {
        const voucher = vouchers.find((known) => known.coreHash === coreHash) as Voucher
        return { coreHash, root: voucher.root, transaction: mintOf({ ...voucher, ...changed }) } as never
      },
    })
    await runner.goOn({ mayAsk: true })
    expect(flow.get()?.failure?.kind).toBe('mismatch')
    expect(asked.signed).toHaveLength(2)
  })
})
