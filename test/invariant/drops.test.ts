import { type DropTerms, dropIdOf, dropOffset, itemOfTicket } from '@daedal/protocol/market/drop'
import type { HardhatEthersSigner } from '@nomicfoundation/hardhat-ethers/types'
import { expect } from 'chai'
import fc from 'fast-check'
import { PAYEE } from '../fixtures/auctions.ts'
import { deployMock } from '../fixtures/deploy-mock.ts'
import { deployDrops, ETHER, SECRET } from '../fixtures/drops.ts'
import { DAY, ethers, FEE_BPS, networkHelpers, ROYALTY_BPS } from '../fixtures/trade.ts'
import { voucherOf } from '../fixtures/vouchers.ts'

type Hex = `0x${string}`
const RUNS = Number(process.env.INVARIANT_RUNS ?? 10)
const CALLS = Number(process.env.INVARIANT_CALLS ?? 1_000)
const PEOPLE = 3
/** The third is a contract that may refuse ether. */
const CONTRACT = 2
const GAS = { gasLimit: 3_000_000n }

const weights = {
  create: 4,
  buy: 14,
  close: 8,
  reveal: 10,
  deliver: 14,
  refund: 10,
  end: 1,
  wait: 6,
  withdraw: 5,
  fees: 1,
  payee: 3,
  mine: 1,
}
type Action = keyof typeof weights
const step = fc.record({
  action: fc.oneof(...Object.entries(weights).map(([name, weight]) => ({ weight, arbitrary: fc.constant(name as Action) }))),
  who: fc.nat(PEOPLE - 1),
  pick: fc.noBias(fc.nat(999)),
  quantity: fc.integer({ min: 1, max: 5 }),
  price: fc.oneof(fc.bigInt({ min: 0n, max: 50n }), fc.bigInt({ min: 1n, max: 10n ** 15n })),
  hidden: fc.boolean(),
  ether: fc.boolean(),
})
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

type Ticket = { buyer: number; state: 'open' | 'delivered' | 'refunded' }
type Purchase = { first: number; count: number; buyer: number }
/** A drop on paper. */
type Paper = {
  terms: DropTerms
  items: ReturnType<typeof voucherOf>[]
  tickets: Ticket[]
  purchases: Purchase[]
  ended: boolean
  closed: bigint
  drawn: boolean
  offset: number | null
}

async function scene() {
  const trade = await deployDrops()
  const payee = await deployMock<'setMode' | 'act'>('HostilePayee')
  const address = (await payee.getAddress()) as Hex
  await trade.wrappedEther.connect(trade.seller).transfer(address, 10n ** 19n)
  await payee.act(
    trade.wrappedAddress,
    0n,
    trade.wrappedEther.interface.encodeFunctionData('approve', [trade.dropsAddress, ethers.MaxUint256]),
  )
  return { ...trade, payee, accounts: [trade.buyer.address, trade.stranger.address, address] }
}
type Scene = Awaited<ReturnType<typeof scene>>
type Play = {
  world: Scene
  drops: Paper[]
  waits: Map<string, bigint>
  fees: Map<string, bigint>
  takes: boolean
  done: Record<string, number>
}

const royaltyOf = (price: bigint) => (price * BigInt(ROYALTY_BPS)) / 10_000n
const add = (map: Map<string, bigint>, key: string, amount: bigint) => map.set(key, (map.get(key) ?? 0n) + amount)

async function agree(possible: boolean, call: () => Promise<{ wait(): Promise<unknown> }>): Promise<boolean> {
  if (possible) await (await call()).wait()
  else await expect(call()).to.be.revert(ethers)
  return possible
}

/** The next block's time. */
async function tick(world: Scene): Promise<bigint> {
  const now = (await world.now()) + 1n
  await networkHelpers.time.setNextBlockTimestamp(now)
  return now
}
const pickDrop = ({ drops }: Play, { pick }: Step) => drops.at(-1 - (pick % Math.min(4, Math.max(1, drops.length))))
const send = ({ world }: Play, who: number, data: string, value = 0n) =>
  who === CONTRACT
    ? world.payee.act(world.dropsAddress, value, data, { value, ...GAS })
    : ([world.buyer, world.stranger][who] as HardhatEthersSigner).sendTransaction({ to: world.dropsAddress, data, value, ...GAS })

const actions: Record<Action, (play: Play, chosen: Step) => Promise<boolean>> = {
  async create({ world, drops }, { pick, price, hidden, ether, quantity }) {
    const now = await world.now()
    const count = 2 + (pick % 9)
    const items = Array.from({ length: count }, (_, index) => voucherOf(world.creator, `${drops.length} ${index} ${pick}`))
    const cap = pick % 3 === 0 ? quantity : 0
    const stages = [
      world.stageOf({ start: now, end: now + DAY, price, perWallet: pick % 4, cap }),
      world.stageOf({ start: now + DAY, end: now + 2n * DAY, price: price + 1n }),
    ]
    const rest = { currency: ether ? ETHER : world.wrappedAddress, salt: ethers.id(`${drops.length}`) as Hex, stages }
    const terms = world.termsOf(hidden ? rest : { ...rest, commitment: ethers.ZeroHash as Hex }, items)
    await world.drops.connect(world.creator).createDrop(terms)
    drops.push({ terms, items, tickets: [], purchases: [], ended: false, closed: 0n, drawn: false, offset: hidden ? null : 0 })
    return true
  },

  async buy(play, chosen) {
    const drop = pickDrop(play, chosen)
    if (!drop) return false
    const { terms, tickets, purchases } = drop
    const now = await tick(play.world)
    const stage = chosen.pick % 5 === 0 ? 1 : terms.stages.findIndex(({ start, end }) => start <= now && now < end)
    const sells = terms.stages[Math.max(0, stage)]
    if (!sells) return false
    const place = Math.max(0, stage)
    const buyer = chosen.who
    const ofStage = purchases.filter(({ first }) => stageOfTicket(play, drop, first) === place)
    const sum = (some: readonly Purchase[]) => some.reduce((total, { count }) => total + count, 0)
    const own = sum(ofStage.filter((purchase) => purchase.buyer === buyer))
    const possible =
      !drop.ended &&
      sells.start <= now &&
      now < sells.end &&
      tickets.length + chosen.quantity <= terms.supply &&
      (sells.cap === 0 || sum(ofStage) + chosen.quantity <= sells.cap) &&
      (sells.perWallet === 0 || own + chosen.quantity <= sells.perWallet)
    const value = terms.currency === ETHER ? sells.price * BigInt(chosen.quantity) : 0n
    const data = play.world.drops.interface.encodeFunctionData('buyTickets', [terms, place, chosen.quantity, 0, []])
    await agree(possible, () => send(play, buyer, data, value))
    if (!possible) return false
    stages.set(`${dropIdOf(terms)} ${tickets.length}`, place)
    purchases.push({ first: tickets.length, count: chosen.quantity, buyer })
    for (let at = 0; at < chosen.quantity; at += 1) tickets.push({ buyer, state: 'open' })
    return true
  },

  async close(play, chosen) {
    const drop = pickDrop(play, chosen)
    if (!drop) return false
    const { terms, tickets } = drop
    const now = await tick(play.world)
    const block = BigInt(await ethers.provider.getBlockNumber()) + 1n
    const over = drop.ended || tickets.length === terms.supply || now >= (terms.stages.at(-1)?.end ?? 0n)
    const again = drop.closed === 0n || block > drop.closed + 256n
    const possible = BigInt(terms.commitment) !== 0n && tickets.length > 0 && over && !drop.drawn && again
    await agree(possible, () => play.world.drops.closeDrop(terms, GAS))
    if (possible) drop.closed = block + 2n
    return possible
  },

  async reveal(play, chosen) {
    const drop = pickDrop(play, chosen)
    if (!drop || drop.closed === 0n) return false
    const { world } = play
    if (!drop.drawn) {
      await networkHelpers.mine(3)
      const block = BigInt(await ethers.provider.getBlockNumber()) + 1n
      const possible = block > drop.closed && block <= drop.closed + 256n
      await agree(possible, () => world.drops.drawEntropy(drop.terms, GAS))
      drop.drawn = possible
    }
    const now = await tick(world)
    const possible = drop.drawn && drop.offset === null && now < drop.terms.revealBy
    await agree(possible, () => world.drops.reveal(drop.terms, SECRET, GAS))
    if (possible) {
      const { entropy } = await world.drops.dropOf(dropIdOf(drop.terms))
      drop.offset = dropOffset(SECRET, entropy as Hex, drop.terms.supply)
    }
    return possible
  },

  async deliver(play, chosen) {
    const drop = pickDrop(play, chosen)
    const purchase = drop?.purchases[chosen.pick % Math.max(1, drop.purchases.length)]
    if (!drop || !purchase) return false
    const { world } = play
    const ticket = purchase.first + (chosen.pick % purchase.count)
    const delivery = await world.deliveryOf(drop.terms, purchase.first, ticket, drop.offset ?? 0, drop.items)
    const now = await tick(world)
    const possible = drop.offset !== null && now < drop.terms.deliverBy && drop.tickets[ticket]?.state === 'open'
    await agree(possible, () => world.drops.deliver(drop.terms, [delivery], GAS))
    if (!possible) return false
    ;(drop.tickets[ticket] as Ticket).state = 'delivered'
    const price = priceOf(play, drop, purchase.first)
    add(play.fees, drop.terms.currency, (price * FEE_BPS) / 10_000n)
    const id = await world.collection.tokenIdOf(world.creator.address, delivery.voucher.coreHash)
    expect(await world.collection.ownerOf(id)).to.equal(world.accounts[purchase.buyer])
    expect(itemOfTicket(ticket, drop.offset ?? 0, drop.terms.supply)).to.equal(drop.items.indexOf(delivery.voucher as never))
    expect(royaltyOf(price)).to.be.lessThanOrEqual(price)
    return true
  },

  async refund(play, chosen) {
    // Refunds in ether to who may refuse it are rare: half of the time one is looked for among all drops.
    const isOpen = ({ tickets }: Paper, { first, count }: Purchase) =>
      tickets.slice(first, first + count).some(({ state }) => state === 'open')
    const refusable = (drop: Paper) => drop.purchases.find((one) => one.buyer === CONTRACT && isOpen(drop, one))
    const rare = chosen.hidden ? play.drops.find((one) => one.terms.currency === ETHER && refusable(one)) : undefined
    const drop = rare ?? pickDrop(play, chosen)
    const purchase = (rare && refusable(rare)) ?? drop?.purchases[chosen.pick % Math.max(1, drop.purchases.length)]
    if (!drop || !purchase) return false
    const now = await tick(play.world)
    const open = drop.tickets.slice(purchase.first, purchase.first + purchase.count).filter(({ state }) => state === 'open')
    const from = drop.offset === null ? drop.terms.revealBy : drop.terms.deliverBy
    const possible = now >= from && open.length > 0
    await agree(possible, () => play.world.drops.refund(drop.terms, purchase.first, GAS))
    if (!possible) return false
    const amount = priceOf(play, drop, purchase.first) * BigInt(open.length)
    for (const ticket of open) ticket.state = 'refunded'
    if (purchase.buyer === CONTRACT && !play.takes && drop.terms.currency === ETHER) add(play.waits, ETHER, amount)
    return true
  },

  async end(play, chosen) {
    const drop = pickDrop(play, chosen)
    if (!drop || chosen.pick % 3 !== 0) return false
    const possible = !drop.ended
    await agree(possible, () => play.world.drops.connect(play.world.creator).endSale(drop.terms, GAS))
    drop.ended = true
    return possible
  },

  async wait(_, { pick }) {
    await networkHelpers.time.increase(BigInt(pick + 1) * (pick % 5 === 0 ? 600n : 60n))
    return true
  },

  async mine(_, { pick }) {
    if (pick % 4 === 0) await networkHelpers.mine(300)
    return pick % 4 === 0
  },

  async payee(play) {
    play.takes = !play.takes
    await play.world.payee.setMode(play.takes ? PAYEE.accepts : PAYEE.rejects, ETHER, '0x')
    return true
  },

  async withdraw(play, chosen) {
    const waiting = play.waits.get(ETHER) ?? 0n
    const take = () => send(play, CONTRACT, play.world.drops.interface.encodeFunctionData('withdraw', [ETHER]))
    const possible = waiting > 0n && play.takes
    await agree(possible, take)
    if (waiting > 0n && !possible) {
      // What it refused is still its own once it takes ether.
      await actions.payee(play, chosen)
      await agree(true, take)
    }
    if (waiting > 0n) play.waits.set(ETHER, 0n)
    return waiting > 0n
  },

  async fees(play, { ether }) {
    const currency = ether ? ETHER : play.world.wrappedAddress
    const possible = (play.fees.get(currency) ?? 0n) > 0n
    await agree(possible, () => play.world.drops.withdrawFees(currency, GAS))
    play.fees.set(currency, 0n)
    return possible
  },
}

/** In which stage a ticket was bought, by its drop and number. */
const stages = new Map<string, number>()
const stageOfTicket = (_: Play, { terms }: Paper, first: number) => stages.get(`${dropIdOf(terms)} ${first}`) ?? 0
const priceOf = (play: Play, drop: Paper, first: number) => drop.terms.stages[stageOfTicket(play, drop, first)]?.price ?? 0n

/** What the contract holds is what open tickets have paid, what waits for payees, and fees: to the wei. */
async function holds(play: Play): Promise<void> {
  const { world, drops, waits, fees } = play
  for (const currency of [ETHER, world.wrappedAddress]) {
    const paid = drops
      .filter(({ terms }) => terms.currency === currency)
      .flatMap((drop) => drop.purchases.map((purchase) => ({ drop, purchase })))
      .reduce((sum, { drop, purchase }) => {
        const open = drop.tickets.slice(purchase.first, purchase.first + purchase.count).filter(({ state }) => state === 'open').length
        return sum + priceOf(play, drop, purchase.first) * BigInt(open)
      }, 0n)
    const expected = paid + (waits.get(currency) ?? 0n) + (fees.get(currency) ?? 0n)
    const held =
      currency === ETHER ? await ethers.provider.getBalance(world.dropsAddress) : await world.wrappedEther.balanceOf(world.dropsAddress)
    expect(held, currency).to.equal(expected)
    expect(await world.drops.accruedFees(currency)).to.equal(fees.get(currency) ?? 0n)
  }
}

/** Now and then: every drop and every purchase. */
async function everything({ world, drops }: Play): Promise<void> {
  for (const drop of drops.slice(-4)) {
    const id = dropIdOf(drop.terms)
    const { sold, open, ended } = await world.drops.dropOf(id)
    const left = drop.tickets.filter(({ state }) => state === 'open').length
    expect([sold, open, ended]).to.deep.equal([BigInt(drop.tickets.length), BigInt(left), drop.ended])
    for (const { first, count, buyer } of drop.purchases) {
      const sale = await world.drops.saleOf(id, first)
      const done = drop.tickets
        .slice(first, first + count)
        .reduce((bits, { state }, at) => bits | (state === 'open' ? 0n : 1n << BigInt(at)), 0n)
      expect([sale.buyer, sale.quantity, sale.done]).to.deep.equal([world.accounts[buyer], BigInt(count), done])
    }
  }
  // It keeps no item.
  expect(await world.collection.balanceOf(world.dropsAddress)).to.equal(0n)
}

describe('drop invariants', () => {
  it('drops on paper and those on chain agree after every call, and hold what open tickets have paid', async function () {
    this.timeout(1_800_000)
    const done: Record<string, number> = {}
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: CALLS, maxLength: CALLS }), async (steps) => {
        const world = await networkHelpers.loadFixture(scene)
        stages.clear()
        const play: Play = { world, drops: [], waits: new Map(), fees: new Map(), takes: true, done }
        for (const [index, chosen] of steps.entries()) {
          if (await actions[chosen.action](play, chosen)) done[chosen.action] = (done[chosen.action] ?? 0) + 1
          await holds(play)
          if (index % 50 === 0) await everything(play)
        }
        await everything(play)
      }),
      { numRuns: RUNS, endOnFailure: true },
    )
    process.stdout.write(`${JSON.stringify(done)} of ${RUNS * CALLS} calls compared\n`)
    // Nothing was left out: each kind of call succeeded.
    if (RUNS * CALLS >= 5_000) for (const action of Object.keys(weights)) expect(done[action] ?? 0, action).to.be.greaterThan(0)
  })
})
