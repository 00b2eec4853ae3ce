import { type Order, orderKinds } from '@daedal/protocol/market/order'
import { shareOf } from '@daedal/protocol/market/price'
import type { HardhatEthersSigner } from '@nomicfoundation/hardhat-ethers/types'
import { expect } from 'chai'
import fc from 'fast-check'
import { deployMock } from '../fixtures/deploy-mock.ts'
import { deployTrade, ethers, networkHelpers, nonceOf } from '../fixtures/trade.ts'
import { type Good, PaperMarket, type PaperOrder, type PaperTrade } from './paper-market.ts'

const RUNS = Number(process.env.INVARIANT_RUNS ?? 10)
const CALLS = Number(process.env.INVARIANT_CALLS ?? 1_000)
const TOKENS = 6
const EDITIONS = 2
const UNITS = 1_000n
const START = 10n ** 24n
const FEE_BPS = 250
const EDITION_BPS = 250

/** One step: an order is signed now and filled now or later, a lane is cancelled, money is taken, time passes. */
const step = fc.record({
  action: fc.constantFrom('sign', 'sign', 'sign', 'fill', 'fill', 'fill', 'fill', 'sweep', 'cancel', 'advance', 'withdraw', 'fees', 'wait'),
  who: fc.nat(2),
  other: fc.nat(2),
  token: fc.nat(TOKENS - 1),
  second: fc.nat(TOKENS - 1),
  kind: fc.constantFrom(...orderKinds),
  shape: fc.constantFrom('token', 'token', 'units', 'bundle'),
  moving: fc.boolean(),
  erc20: fc.boolean(),
  price: fc.oneof(fc.bigInt({ min: 1n, max: 100n }), fc.bigInt({ min: 1n, max: 10n ** 19n })),
  endPrice: fc.bigInt({ min: 1n, max: 10n ** 19n }),
  quantity: fc.bigInt({ min: 1n, max: 6n }),
  bit: fc.nat(150),
  private: fc.boolean(),
  pick: fc.nat(999),
})
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

async function scene() {
  const trade = await deployTrade()
  const people = [trade.seller, trade.buyer, trade.stranger]
  const rejecter = await deployMock<'withdrawFrom' | 'setWilling'>('Rejecter')
  const rejecterAddress = await rejecter.getAddress()
  const receivers = [trade.creator.address, rejecterAddress]
  const tokens: { id: bigint; bps: number; receiver: string }[] = []
  for (let index = 0; index < TOKENS; index += 1) {
    const bps = [0, 1, 333, 750, 1_000, 500][index] as number
    const receiver = receivers[index % 2] as string
    const id = await trade.mint(trade.creator, `invariant ${index}`, { royaltyBps: bps, royaltyReceiver: receiver })
    await trade.collection.connect(trade.creator).transferFrom(trade.creator.address, people[index % 3]!.address, id)
    tokens.push({ id, bps, receiver })
  }
  const editions = await deployMock<'mint' | 'setRoyalty' | 'setApprovalForAll' | 'balanceOf'>('PlainEditions')
  await editions.setRoyalty(trade.creator.address, EDITION_BPS)
  for (const person of people) {
    await networkHelpers.setBalance(person.address, 3n * START)
    await trade.wrappedEther.connect(person).deposit({ value: START })
    await trade.wrappedEther.connect(person).approve(trade.marketAddress, ethers.MaxUint256)
    await editions.connect(person).setApprovalForAll(trade.marketAddress, true)
    for (let id = 0; id < EDITIONS; id += 1) await editions.mint(person.address, id, UNITS)
  }
  return { ...trade, people, rejecter, rejecterAddress, tokens, editions, editionsAddress: (await editions.getAddress()) as `0x${string}` }
}
type Scene = Awaited<ReturnType<typeof scene>>
type Play = { world: Scene; paper: PaperMarket; signed: PaperOrder[]; trades: number }

const receiverOf = (world: Scene, { edition, index }: Good) =>
  edition ? { receiver: world.creator.address, bps: EDITION_BPS } : (world.tokens[index] as Scene['tokens'][number])
const idOf = (world: Scene, { edition, index }: Good) => (edition ? BigInt(index) : (world.tokens[index] as Scene['tokens'][number]).id)
const collectionOf = (world: Scene, { edition }: Good) => (edition ? world.editionsAddress : world.collectionAddress)

/** Royalties of a trade, one for each receiver. */
function royaltiesOf(world: Scene, { price, goods }: PaperTrade): Map<string, bigint> {
  const part = price / BigInt(goods.length)
  const due = new Map<string, bigint>()
  for (const [index, good] of goods.entries()) {
    const { receiver, bps } = receiverOf(world, good)
    const share = index === goods.length - 1 ? price - part * BigInt(index) : part
    due.set(receiver, (due.get(receiver) ?? 0n) + shareOf(share, bps))
  }
  return due
}

async function sign({ world, paper, signed }: Play, chosen: Step): Promise<PaperOrder> {
  const { people } = world
  const kind = chosen.shape === 'bundle' && chosen.kind === 'collection-offer' ? 'offer' : chosen.kind
  const shape = chosen.shape
  const good: Good = shape === 'units' ? { edition: true, index: chosen.token % EDITIONS } : { edition: false, index: chosen.token }
  const goods = shape === 'bundle' ? [good, { edition: false, index: chosen.second }] : [good]
  // Mostly the owner lists; now and then somebody tries who has no right to.
  const honest = chosen.pick % 5 !== 0
  const maker = honest && kind === 'listing' && !good.edition ? (paper.owner[good.index] as number) : chosen.who
  const person = people[maker] as HardhatEthersSigner
  const native = kind === 'listing' && !chosen.erc20
  const taker = chosen.private && chosen.pick % 3 === 0 ? chosen.other : null
  const named = shape !== 'bundle' && kind !== 'collection-offer'
  const change: Partial<Order> = {
    collection: shape === 'bundle' ? (ethers.ZeroAddress as `0x${string}`) : collectionOf(world, good),
    quantity: good.edition ? chosen.quantity : 0n,
    currency: native ? (ethers.ZeroAddress as `0x${string}`) : world.wrappedAddress,
    price: chosen.price,
    endPrice: chosen.moving ? chosen.endPrice : chosen.price,
    nonce: nonceOf(chosen.bit, 0n, paper.epoch[maker]),
    ...(taker === null ? {} : { taker: people[taker]!.address as `0x${string}` }),
  }
  const order = await world.orderOf(kind, person, named ? idOf(world, good) : 0n, change)
  const items = goods.map((one) => ({ collection: collectionOf(world, one), tokenId: idOf(world, one), quantity: 0n }))
  const form = shape === 'bundle' ? 'bundle' : 'order'
  const signature = await world.signForm(person, form === 'bundle' ? { form, order, items } : { form, order })
  const made: PaperOrder = { order, signature, form, maker, taker, goods, native }
  signed.push(made)
  return made
}

/** Who would fill an order: who owns what an offer is for, anybody else than the maker a listing. */
function fillerOf(paper: PaperMarket, { order, maker, goods }: PaperOrder, chosen: Step): number {
  const [good] = goods as [Good]
  if (order.kind !== 0 && !good.edition) return paper.owner[good.index] as number
  return chosen.other === maker ? (chosen.other + 1) % 3 : chosen.other
}

const balances = (world: Scene, native: boolean, addresses: readonly string[]) =>
  Promise.all(addresses.map((address) => (native ? ethers.provider.getBalance(address) : world.wrappedEther.balanceOf(address))))

/** Compares what everyone got with what the market on paper says. */
async function compare(
  { world, paper }: Play,
  native: boolean,
  trades: readonly PaperTrade[],
  call: () => Promise<{ wait(): Promise<unknown> }>,
) {
  const { people, rejecterAddress, market, creator } = world
  const addresses = [...people.map(({ address }) => address), creator.address, rejecterAddress, world.feeReceiver.address]
  const due = new Map<string, bigint>(addresses.map((address) => [address, 0n]))
  const add = (address: string, amount: bigint) => due.set(address, (due.get(address) ?? 0n) + amount)
  let waiting = 0n
  for (const trade of trades) {
    const fee = shareOf(trade.price, FEE_BPS)
    const royalties = royaltiesOf(world, trade)
    let left = trade.price - fee
    for (const [receiver, amount] of royalties) {
      left -= amount
      if (native && receiver === rejecterAddress) waiting += amount
      else add(receiver, amount)
    }
    add(people[trade.seller]!.address, left)
    add(people[trade.buyer]!.address, -trade.price)
    if (native) paper.fees += fee
    else add(world.feeReceiver.address, fee)
  }
  paper.owed += waiting
  const [before, pending] = [await balances(world, native, addresses), await market.pendingOf(rejecterAddress)]
  await (await call()).wait()
  const after = await balances(world, native, addresses)
  for (const [index, address] of addresses.entries())
    expect((after[index] as bigint) - (before[index] as bigint), address).to.equal(due.get(address))
  expect((await market.pendingOf(rejecterAddress)) - pending).to.equal(waiting)
}

async function fill(play: Play, made: PaperOrder, filler: number, chosen: Step): Promise<void> {
  const { world, paper } = play
  const { order, signature, form, goods, native } = made
  const who = world.people[filler] as HardhatEthersSigner
  const now = (await world.now()) + 1n
  await networkHelpers.time.setNextBlockTimestamp(now)
  const [good] = goods as [Good]
  const picked =
    order.kind === 2 && chosen.pick % 2 === 0 ? { ...good, index: (good.index + 1) % (good.edition ? EDITIONS : TOKENS) } : good
  const quantity = good.edition ? (chosen.quantity % 4n) + 1n : 0n
  const trade = paper.tradeOf(made, filler, picked, quantity, now)
  const value = native ? 10n ** 21n : 0n
  const limit = order.kind === 0 ? 10n ** 21n : 0n
  const plain = form === 'order' && order.kind !== 2 && order.quantity === 0n && order.price === order.endPrice && chosen.pick % 3 !== 0
  const gas = { gasLimit: 1_500_000n, gasPrice: 0n }
  const items = goods.map((one) => ({ collection: collectionOf(world, one), tokenId: idOf(world, one), quantity: 0n }))
  const call = () => {
    const market = world.market.connect(who)
    if (plain) return market.fillOrder(order, signature, { value: native ? order.price : 0n, ...gas })
    if (form === 'bundle') return market.fillBundle(order, items, limit, signature, { value, ...gas })
    return market.fillAs(order, { tokenId: idOf(world, picked), quantity, limit }, signature, { value, ...gas })
  }
  if (!trade) {
    await expect(call()).to.be.revert(ethers)
    return
  }
  await compare(play, native, [trade], call)
  paper.settle(made, trade)
  play.trades += 1
}

/** Sweeps the last few listings, whoever made them: those that the market on paper would fill are filled, and no other. */
async function sweep(play: Play, chosen: Step): Promise<void> {
  const { world, paper, signed } = play
  const listings = signed.filter(({ order, form, native }) => order.kind === 0 && form === 'order' && native).slice(-5)
  if (listings.length === 0) return
  const buyer = chosen.who
  const now = (await world.now()) + 1n
  await networkHelpers.time.setNextBlockTimestamp(now)
  const trades: PaperTrade[] = []
  const purchases = listings.map((made) => {
    const quantity = made.order.quantity > 0n ? 1n : 0n
    const trade = paper.tradeOf(made, buyer, made.goods[0] as Good, quantity, now)
    if (trade) {
      paper.settle(made, trade)
      trades.push(trade)
    }
    return { order: made.order, quantity, signature: made.signature }
  })
  const budget = 10n ** 22n
  await compare(play, true, trades, () =>
    world.market
      .connect(world.people[buyer] as HardhatEthersSigner)
      .sweep(purchases, ethers.ZeroAddress, budget, trades.length, { value: budget, gasLimit: 5_000_000n, gasPrice: 0n }),
  )
  play.trades += trades.length
}

async function act(play: Play, chosen: Step): Promise<void> {
  const { world, paper, signed } = play
  const { market, marketAddress, people, rejecter, rejecterAddress } = world
  const person = people[chosen.who] as HardhatEthersSigner
  const takes = {
    async sign() {
      const made = await sign(play, chosen)
      // Half of the orders are tried at once, by whoever can: the other half waits, and may die before.
      if (chosen.pick % 2 === 0) await fill(play, made, fillerOf(paper, made, chosen), chosen)
    },
    async fill() {
      const made = signed.at(-1 - (chosen.pick % 8))
      if (made) await fill(play, made, chosen.pick % 4 === 0 ? chosen.who : fillerOf(paper, made, chosen), chosen)
    },
    sweep: () => sweep(play, chosen),
    async cancel() {
      await (await market.connect(person).cancel(0n, 1n << BigInt(chosen.bit))).wait()
      paper.spent.add(PaperMarket.key(chosen.who, nonceOf(chosen.bit, 0n, paper.epoch[chosen.who])))
    },
    async advance() {
      await (await market.connect(person).cancelAllOf(0n)).wait()
      paper.epoch[chosen.who] = (paper.epoch[chosen.who] as bigint) + 1n
    },
    async withdraw() {
      const owed = await market.pendingOf(rejecterAddress)
      await rejecter.setWilling(true)
      if (owed > 0n) await rejecter.withdrawFrom(marketAddress)
      await rejecter.setWilling(false)
      paper.owed = 0n
    },
    async fees() {
      await (await market.connect(person).withdrawFees()).wait()
      paper.fees = 0n
    },
    async wait() {
      await networkHelpers.time.increase(BigInt(chosen.pick + 1) * 60n)
    },
  }
  await takes[chosen.action as keyof typeof takes]()
}

/** What must hold after every step. */
async function holds({ world, paper }: Play): Promise<void> {
  const { market, marketAddress, collection, editions, wrappedEther, tokens, people } = world
  const balance = await ethers.provider.getBalance(marketAddress)
  expect(await market.accruedFees(), 'fees').to.equal(paper.fees)
  expect(await market.pendingTotal(), 'credits').to.equal(paper.owed)
  expect(balance, 'balance').to.equal(paper.fees + paper.owed)
  expect(await wrappedEther.balanceOf(marketAddress), 'no ERC-20 is held').to.equal(0n)
  expect(await collection.balanceOf(marketAddress), 'no token is held').to.equal(0n)
  for (let id = 0; id < EDITIONS; id += 1) {
    expect(await editions.balanceOf(marketAddress, id), 'no unit is held').to.equal(0n)
    for (const [index, { address }] of people.entries()) expect(await editions.balanceOf(address, id)).to.equal(paper.units[id]?.[index])
  }
  for (const [index, { id }] of tokens.entries())
    expect(await collection.ownerOf(id)).to.equal(people[paper.owner[index] as number]!.address)
}

describe('settlement invariants', () => {
  it('a market on paper and the market on chain agree after every call', async function () {
    this.timeout(1_800_000)
    let trades = 0
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: CALLS, maxLength: CALLS }), async (steps) => {
        const world = await networkHelpers.loadFixture(scene)
        // Gas is free here, so that what everyone has in ether can be compared to the wei.
        await ethers.provider.send('hardhat_setNextBlockBaseFeePerGas', ['0x0'])
        const units = Array.from({ length: EDITIONS }, () => [UNITS, UNITS, UNITS])
        const paper = new PaperMarket(
          Array.from({ length: TOKENS }, (_, index) => index % 3),
          units,
        )
        const play: Play = { world, paper, signed: [], trades: 0 }
        for (const [index, chosen] of steps.entries()) {
          await act(play, chosen)
          if (index % 10 === 0 || index === steps.length - 1) await holds(play)
        }
        trades += play.trades
      }),
      { numRuns: RUNS, endOnFailure: true },
    )
    process.stdout.write(`${trades} trades of ${RUNS * CALLS} calls compared\n`)
    expect(trades, 'trades that were compared').to.be.greaterThan((RUNS * CALLS) / 12)
  })
})
