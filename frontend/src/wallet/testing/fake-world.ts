import { marketAbi } from '@daedal/protocol/market/abi.gen'
import type { Fulfillment } from '@daedal/protocol/market/api'
import { packNonce } from '@daedal/protocol/market/nonce'
import { ANYONE, hashOrder, NATIVE_CURRENCY, type Order, orderToJson } from '@daedal/protocol/market/order'
import { splitPrice } from '@daedal/protocol/market/price'
import type { Address, Hex32 } from '@daedal/protocol/scalars'
import { encodeAbiParameters, encodeEventTopics, encodeFunctionData, type Log, parseAbiParameters } from 'viem'
import { createStore } from '../../lib/store.ts'
import type { Flow, FlowRequest } from '../flow.ts'
import { plannedSteps } from '../flow.ts'
import type { ChainReceipt, ChainTransaction, FlowChain, FlowService, FlowVenue, FlowWallet, FlowWorld } from '../flow-ports.ts'
import type { FlowRun } from '../flow-run.ts'
import { createFlowRunner } from '../run-flow.ts'

export const buyer: Address = '0x70997970C51812dc3A010C7d01b50e0d17dc79C8'
export const seller: Address = '0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC'
export const creator: Address = '0x90F79bf6EB2c4f870365E785982E1f101E93b906'
export const venue: FlowVenue = {
  chainId: 31_337,
  market: '0x0000000000000000000000000000000000000a01',
  collection: '0x0000000000000000000000000000000000000a02',
  wrappedEther: '0x0000000000000000000000000000000000000a03',
  auctionHouse: '0x0000000000000000000000000000000000000a04',
  rentals: '0x0000000000000000000000000000000000000a05',
  drops: '0x0000000000000000000000000000000000000a06',
}
export const price = 840_000_000_000_000_007n

export const order: Order = {
  kind: 0,
  maker: seller,
  taker: ANYONE,
  collection: venue.collection,
  tokenId: 7n,
  quantity: 0n,
  currency: NATIVE_CURRENCY,
  price,
  endPrice: price,
  startTime: 0n,
  endTime: 10_000_000_000n,
  maxFeeBps: 500,
  maxRoyaltyBps: 1_000,
  nonce: packNonce({ lane: 0n, epoch: 0n, bit: 3 }),
}
export const orderHash = hashOrder(venue.chainId, venue.market, order) as Hex32
const fill = {
  to: venue.market,
  data: encodeFunctionData({ abi: marketAbi, functionName: 'fillOrder', args: [order, '0x1234'] }),
  value: price.toString(),
}

/** What the service answers to a buyer of {@link order}. */
export const fulfillment: Fulfillment = {
  hash: orderHash,
  fulfillable: true,
  reason: null,
  detail: null,
  split: { price: '0', seller: '0', royalty: '0', royaltyReceiver: null, royaltyBps: 0, fee: '0', feeBps: 250 },
  limit: null,
  estimatedGas: '90000',
  gasPriceWei: '1000000000',
  steps: [{ type: 'send', transaction: fill }],
}

/** The receipt of a fill of {@link order} in a block. */
export function filledReceipt(block: number): ChainReceipt {
  const { fee, royalty } = splitPrice(price, 250, 750)
  const topics = encodeEventTopics({ abi: marketAbi, eventName: 'OrderFilled', args: { orderHash, maker: seller, taker: buyer } })
  const data = encodeAbiParameters(parseAbiParameters('uint256, address, uint256, address, uint256, uint256, uint256, address'), [
    order.nonce,
    venue.collection,
    7n,
    NATIVE_CURRENCY,
    price,
    fee,
    royalty,
    creator,
  ])
  return { block, succeeded: true, networkFee: 90_000n * 10n ** 9n, logs: [{ address: venue.market, topics, data } as unknown as Log] }
}

const notAsked = (name: string) => async () => {
  throw new Error(`the test did not expect ${name}`)
}

/** A chain of one account: blocks hold what `mine` put there. */
export function fakeChain() {
  const mined: { block: number; transaction: ChainTransaction; receipt: ChainReceipt }[] = []
  const pool = new Map<string, ChainTransaction>()
  let height = 10
  const count = (block: number) => mined.filter((entry) => entry.block <= block).length
  const chain: FlowChain = {
    block: async () => height,
    nonce: async (_, at) => (at === 'pending' ? count(height) + pool.size : count(at === 'latest' ? height : at)),
    balance: async () => 10n ** 20n,
    receipt: async (hash) => mined.find(({ transaction }) => transaction.hash === hash)?.receipt ?? null,
    transaction: async (hash) => pool.get(hash) ?? mined.find(({ transaction }) => transaction.hash === hash)?.transaction ?? null,
    transactionsIn: async (block) => mined.filter((entry) => entry.block === block).map(({ transaction }) => transaction),
    refusal: async () => null,
  }
  return {
    chain,
    /** The transaction of the fill, as the wallet sends it. */
    transaction: (hash: Hex32, change: Partial<ChainTransaction> = {}): ChainTransaction => ({
      hash,
      from: buyer,
      to: fill.to,
      data: fill.data,
      value: price,
      nonce: count(height) + pool.size,
      ...change,
    }),
    pend: (transaction: ChainTransaction) => pool.set(transaction.hash, transaction),
    drop: (hash: Hex32) => pool.delete(hash),
    mine: (transaction: ChainTransaction, receipt: (block: number) => ChainReceipt = filledReceipt) => {
      height++
      pool.delete(transaction.hash)
      mined.push({ block: height, transaction, receipt: receipt(height) })
    },
  }
}

/** A flow that was just begun. */
export const flowOf = (request: FlowRequest): Flow => ({
  id: 'flow',
  request,
  subject: { title: 'Tidal observatory', image: null, asset: 'eip155:31337/erc721:0x1/7', price: price.toString(), unit: 'ETH' },
  account: buyer,
  chainId: 0,
  createdAt: 0,
  steps: plannedSteps(request.kind),
  prepared: {},
  failure: null,
  outcome: null,
})

type Parts = { wallet?: Partial<FlowWallet>; chain?: Partial<FlowChain>; service?: Partial<FlowService> }

/** A runner over object literals. Sleeping costs no time, but moves the clock. */
export function runnerOf(begin: Flow, { wallet, chain, service }: Parts) {
  let clock = 1_000
  const flow = createStore<Flow | null>(begin)
  const run = createStore<FlowRun>({ running: false, pause: null, trouble: null })
  const done: Flow[] = []
  const troubles = new Set<string>()
  run.subscribe(() => {
    const { trouble } = run.get()
    if (trouble) troubles.add(trouble)
  })
  const world: FlowWorld = {
    wallet: {
      ready: async () => undefined,
      account: () => buyer,
      chainId: () => venue.chainId,
      useChain: async () => undefined,
      sign: notAsked('sign'),
      send: notAsked('send'),
      ...wallet,
    },
    chain: { ...fakeChain().chain, ...chain },
    service: {
      prepareOrder: notAsked('prepareOrder'),
      publishOrder: notAsked('publishOrder'),
      fulfillOrder: async () => fulfillment,
      cancelOrders: notAsked('cancelOrders'),
      prepareMint: notAsked('prepareMint'),
      signMint: notAsked('signMint'),
      asset: async () => ({}) as never,
      order: async () => ({}) as never,
      portfolio: async () => ({}) as never,
      auction: async () => ({}) as never,
      prepareAuction: notAsked('prepareAuction'),
      placeBid: notAsked('placeBid'),
      settleAuction: notAsked('settleAuction'),
      cancelAuction: notAsked('cancelAuction'),
      reclaimAsset: notAsked('reclaimAsset'),
      pendingPayments: async () => ({ data: [] }),
      withdraw: notAsked('withdraw'),
      prepareRentalOffer: notAsked('prepareRentalOffer'),
      publishRentalOffer: notAsked('publishRentalOffer'),
      rentAsset: notAsked('rentAsset'),
      cancelRentalOffer: notAsked('cancelRentalOffer'),
      giveBack: notAsked('giveBack'),
      releaseToken: notAsked('releaseToken'),
      rentalOffer: async () => ({}) as never,
      tenancies: async () => ({}) as never,
      drop: async () => ({}) as never,
      prepareDrop: notAsked('prepareDrop'),
      publishDrop: notAsked('publishDrop'),
      buyTickets: notAsked('buyTickets'),
      deliverTickets: notAsked('deliverTickets'),
      refundTickets: notAsked('refundTickets'),
      takeItemBack: notAsked('takeItemBack'),
      endDropSale: notAsked('endDropSale'),
      closeDrop: notAsked('closeDrop'),
      drawDrop: notAsked('drawDrop'),
      ...service,
    },
    venue,
    pollMs: 1_000,
    now: () => clock,
    exclusive: (work) => work(),
    sleep: async (milliseconds) => {
      clock += milliseconds
      await Promise.resolve()
    },
  }
  const runner = createFlowRunner(world, flow, run, (value) => done.push(value))
  return { runner, flow, run, done, troubles, states: () => flow.get()?.steps.map(({ key, state }) => `${key} ${state}`) }
}

export const orderJson = orderToJson(order)
