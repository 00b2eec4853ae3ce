import { unpackNonce } from '@daedal/protocol/market/nonce'
import type { Order } from '@daedal/protocol/market/order'
import { splitPrice } from '@daedal/protocol/market/price'
import type { HardhatEthersSigner } from '@nomicfoundation/hardhat-ethers/types'
import { expect } from 'chai'
import fc from 'fast-check'
import { deployMock } from '../fixtures/deploy-mock.ts'
import { deployTrade, ethers, networkHelpers, nonceOf } from '../fixtures/trade.ts'

const RUNS = Number(process.env.INVARIANT_RUNS ?? 4)
const CALLS = Number(process.env.INVARIANT_CALLS ?? 120)
const TOKENS = 6
const START = 10n ** 24n

/** One step: an order is signed now and filled now or later, a lane is cancelled or advanced, money is taken, time passes. */
const step = fc.record({
  action: fc.constantFrom('sign', 'sign', 'sign', 'fill', 'fill', 'fill', 'fill', 'cancel', 'advance', 'withdraw', 'fees', 'wait'),
  who: fc.nat(2),
  other: fc.nat(2),
  token: fc.nat(TOKENS - 1),
  kind: fc.constantFrom('listing' as const, 'offer' as const),
  erc20: fc.boolean(),
  price: fc.oneof(fc.bigInt({ min: 1n, max: 100n }), fc.bigInt({ min: 1n, max: 10n ** 19n })),
  bit: fc.nat(20),
  private: fc.boolean(),
  pick: fc.nat(999),
})
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

/** The market as one would write it on paper: who owns what, what is spent, what is owed. */
type Model = { owner: number[]; spent: Set<string>; epoch: bigint[]; fees: bigint; owed: bigint; signed: Signed[]; sales: number }
type Signed = { order: Order; signature: string; maker: number; taker: number | null; token: number }

async function scene() {
  const trade = await deployTrade()
  const people = [trade.seller, trade.buyer, trade.stranger]
  const rejecter = await deployMock<'withdrawFrom' | 'setWilling'>('Rejecter')
  const receivers = [trade.creator.address, await rejecter.getAddress()]
  const tokens: { id: bigint; royaltyBps: number; receiver: string }[] = []
  for (let index = 0; index < TOKENS; index += 1) {
    const royaltyBps = [0, 1, 333, 750, 1_000, 500][index] as number
    const receiver = receivers[index % 2] as string
    const id = await trade.mint(trade.creator, `invariant ${index}`, { royaltyBps, royaltyReceiver: receiver })
    await trade.collection.connect(trade.creator).transferFrom(trade.creator.address, people[index % 3]!.address, id)
    tokens.push({ id, royaltyBps, receiver })
  }
  for (const person of people) {
    await networkHelpers.setBalance(person.address, 3n * START)
    await trade.wrappedEther.connect(person).deposit({ value: START })
    await trade.wrappedEther.connect(person).approve(trade.marketAddress, ethers.MaxUint256)
  }
  return { ...trade, people, rejecter, rejecterAddress: receivers[1] as string, tokens }
}
type Scene = Awaited<ReturnType<typeof scene>>

/** What the model expects of a fill: null when it must revert. */
function expected(
  model: Model,
  { order, maker, taker, token }: Signed,
  filler: number,
  now: bigint,
): { seller: number; buyer: number } | null {
  const [seller, buyer] = order.kind === 0 ? [maker, filler] : [filler, maker]
  const dead = model.spent.has(`${maker} ${order.nonce}`) || unpackNonce(order.nonce)?.epoch !== model.epoch[maker]
  if (dead || maker === filler || (taker !== null && taker !== filler)) return null
  if (now >= order.endTime || model.owner[token] !== seller) return null
  return { seller, buyer }
}

/** Who would fill the order just signed: the owner of the token an offer, anybody else than the maker a listing. */
const fillerOf = (model: Model, { kind, token, other }: Step, maker: number): number =>
  kind === 'offer' ? (model.owner[token] as number) : other === maker ? (other + 1) % 3 : other

async function play(world: Scene, model: Model, chosen: Step): Promise<void> {
  const { market, marketAddress, people, tokens, rejecter, rejecterAddress } = world
  // Mostly the owner lists and accepts; now and then somebody tries who has no right to.
  const honest = chosen.pick % 5 !== 0
  const maker = honest && chosen.kind === 'listing' ? (model.owner[chosen.token] as number) : chosen.who
  const person = people[chosen.action === 'sign' ? maker : chosen.who] as HardhatEthersSigner
  const takes = {
    async sign() {
      const token = tokens[chosen.token] as Scene['tokens'][number]
      const currency = chosen.kind === 'offer' || chosen.erc20 ? { currency: world.wrappedAddress } : {}
      const reserved = chosen.private && chosen.pick % 3 === 0
      const taker = reserved ? { taker: people[chosen.other]!.address as `0x${string}` } : {}
      const terms = { price: chosen.price, nonce: nonceOf(chosen.bit, 0n, model.epoch[maker] as bigint), ...currency, ...taker }
      const order = await world.orderOf(chosen.kind, person, token.id, terms)
      const signature = await world.sign(person, order)
      model.signed.push({ order, signature, maker, taker: reserved ? chosen.other : null, token: chosen.token })
      // Half of the orders are tried at once, by whoever can: the other half waits, and may die before.
      if (chosen.pick % 2 === 0) await fill(world, model, model.signed.at(-1) as Signed, fillerOf(model, chosen, maker))
    },
    async fill() {
      const signed = model.signed.at(-1 - (chosen.pick % 8))
      const accepts = honest && signed?.order.kind === 1
      if (signed) await fill(world, model, signed, accepts ? (model.owner[signed.token] as number) : chosen.who)
    },
    async cancel() {
      await (await market.connect(person).cancel(0n, 1n << BigInt(chosen.bit))).wait()
      model.spent.add(`${chosen.who} ${nonceOf(chosen.bit, 0n, model.epoch[chosen.who])}`)
    },
    async advance() {
      await (await market.connect(person).cancelAllOf(0n)).wait()
      model.epoch[chosen.who] = (model.epoch[chosen.who] as bigint) + 1n
    },
    async withdraw() {
      const owed = await market.pendingOf(rejecterAddress)
      await rejecter.setWilling(true)
      if (owed > 0n) await rejecter.withdrawFrom(marketAddress)
      await rejecter.setWilling(false)
      model.owed = 0n
    },
    async fees() {
      await (await market.connect(person).withdrawFees()).wait()
      model.fees = 0n
    },
    async wait() {
      await networkHelpers.time.increase(BigInt(chosen.pick + 1) * 60n)
    },
  }
  await takes[chosen.action as keyof typeof takes]()
}

async function fill(world: Scene, model: Model, signed: Signed, filler: number): Promise<void> {
  const { market, people, tokens, wrappedEther, rejecterAddress } = world
  const { order, signature, maker, token } = signed
  const who = people[filler] as HardhatEthersSigner
  const native = order.currency === ethers.ZeroAddress
  const now = (await world.now()) + 1n
  await networkHelpers.time.setNextBlockTimestamp(now)
  const sides = expected(model, signed, filler, now)
  const call = () => market.connect(who).fillOrder(order, signature, { value: native ? order.price : 0n, gasLimit: 1_000_000n })
  if (!sides) {
    await expect(call()).to.be.revert(ethers)
    return
  }
  const { royaltyBps, receiver, id } = tokens[token] as Scene['tokens'][number]
  const split = splitPrice(order.price, 250, royaltyBps)
  const seller = people[sides.seller] as HardhatEthersSigner
  const balanceOf = (address: string) => (native ? ethers.provider.getBalance(address) : wrappedEther.balanceOf(address))
  // The seller of an offer pays for the gas in ether and is paid in the ERC-20, so gas is in no balance that is compared.
  const before = await Promise.all([balanceOf(seller.address), balanceOf(receiver), market.pendingOf(rejecterAddress)])
  await (await call()).wait()
  const after = await Promise.all([balanceOf(seller.address), balanceOf(receiver), market.pendingOf(rejecterAddress)])
  expect(after[0] - before[0]).to.equal(split.seller)
  const waits = native && receiver === rejecterAddress
  expect(after[1] - before[1]).to.equal(waits ? 0n : split.royalty)
  expect(after[2] - before[2]).to.equal(waits ? split.royalty : 0n)
  model.spent.add(`${maker} ${order.nonce}`)
  model.owner[token] = sides.buyer
  model.sales += 1
  if (native) model.fees += split.fee
  if (waits) model.owed += split.royalty
  expect(await world.collection.ownerOf(id)).to.equal(people[sides.buyer]!.address)
}

/** What must hold after every step. */
async function holds({ market, marketAddress, collection, wrappedEther, tokens, people }: Scene, model: Model): Promise<void> {
  const balance = await ethers.provider.getBalance(marketAddress)
  expect(await market.accruedFees(), 'fees').to.equal(model.fees)
  expect(await market.pendingTotal(), 'credits').to.equal(model.owed)
  expect(balance, 'balance').to.equal(model.fees + model.owed)
  expect(await wrappedEther.balanceOf(marketAddress), 'no ERC-20 is held').to.equal(0n)
  expect(await collection.balanceOf(marketAddress), 'no token is held').to.equal(0n)
  for (const [index, { id }] of tokens.entries()) expect(await collection.ownerOf(id)).to.equal(people[model.owner[index]!]!.address)
}

describe('settlement invariants', () => {
  it('a market on paper and the market on chain agree after every call', async function () {
    this.timeout(600_000)
    let sales = 0
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: CALLS, maxLength: CALLS }), async (steps) => {
        const world = await networkHelpers.loadFixture(scene)
        const owner = Array.from({ length: TOKENS }, (_, index) => index % 3)
        const model: Model = { owner, spent: new Set(), epoch: [0n, 0n, 0n], fees: 0n, owed: 0n, signed: [], sales: 0 }
        for (const chosen of steps) {
          await play(world, model, chosen)
          await holds(world, model)
        }
        sales += model.sales
      }),
      { numRuns: RUNS, endOnFailure: true },
    )
    expect(sales, 'sales that were compared').to.be.greaterThan(4 * RUNS)
  })
})
