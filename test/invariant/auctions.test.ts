import type { HardhatEthersSigner } from '@nomicfoundation/hardhat-ethers/types'
import { expect } from 'chai'
import fc from 'fast-check'
import { ETHER, MONEY as MODES, PAYEE as TAKES, type Terms } from '../fixtures/auctions.ts'
import { DAY, ethers, FEE_BPS, networkHelpers } from '../fixtures/trade.ts'
import { balancesOf, EDITIONS, GATED, type Scene, scene, TOKENS, UNITS } from './auction-scene.ts'
import { CURRENCIES, FEES, HOUSE, type Lot, PAYEE, type PaperAuction, PaperHouse, PEOPLE } from './paper-house.ts'

const RUNS = Number(process.env.INVARIANT_RUNS ?? 10)
const CALLS = Number(process.env.INVARIANT_CALLS ?? 1_000)
const PAUSE_REST = 37n * DAY
const GAS = { gasLimit: 3_000_000n, gasPrice: 0n }

/** How often each step is taken. */
const weights = {
  create: 9,
  bid: 18,
  settle: 9,
  wait: 6,
  cancel: 1,
  reclaim: 2,
  withdraw: 3,
  fees: 1,
  gate: 2,
  payee: 1,
  money: 1,
  pause: 1,
  unpause: 2,
  fee: 1,
  unasked: 1,
}
type Action = keyof typeof weights
const step = fc.record({
  action: fc.oneof(...Object.entries(weights).map(([name, weight]) => ({ weight, arbitrary: fc.constant(name as Action) }))),
  who: fc.nat(PEOPLE - 1),
  other: fc.nat(PEOPLE),
  from: fc.constantFrom('plain' as const, 'gated' as const, 'editions' as const),
  index: fc.nat(11),
  quantity: fc.bigInt({ min: 1n, max: 40n }),
  currency: fc.nat(CURRENCIES - 1),
  amount: fc.oneof(fc.bigInt({ min: 0n, max: 200n }), fc.bigInt({ min: 1n, max: 10n ** 18n })),
  incrementBps: fc.integer({ min: 100, max: 5_000 }),
  late: fc.boolean(),
  pick: fc.noBias(fc.nat(999)),
})
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

type Play = { world: Scene; paper: PaperHouse; pauseFrom: bigint; done: Record<string, number> }

/** Does on chain what the house on paper has said to be possible, or sees it refused. */
async function agree(possible: boolean, call: () => Promise<{ wait(): Promise<unknown> }>): Promise<void> {
  if (possible) await (await call()).wait()
  else await expect(call()).to.be.revert(ethers)
}

/** The next block's time, which the house on paper is told as well. */
async function tick(world: Scene): Promise<bigint> {
  const now = (await world.now()) + 1n
  await networkHelpers.time.setNextBlockTimestamp(now)
  return now
}

/** Mostly one of those that are not over; now and then one that is. */
function pickAuction({ auctions }: PaperHouse, { pick }: Step): PaperAuction | undefined {
  const open = auctions.filter(({ state }) => state !== 'gone')
  const some = pick % 10 === 0 || open.length === 0 ? auctions : open
  return some.at(-1 - (pick % Math.min(8, Math.max(1, some.length))))
}

async function create({ world, paper }: Play, chosen: Step): Promise<boolean> {
  const { house, people, addresses, currencies } = world
  const quantity = chosen.from === 'editions' ? chosen.quantity : 0n
  const lot: Lot = { from: chosen.from, index: chosen.index % { plain: TOKENS, gated: GATED, editions: EDITIONS }[chosen.from], quantity }
  // Mostly the owner; now and then somebody tries who has no right to.
  const owner = lot.from === 'editions' ? chosen.who : paper.owner[lot.from][lot.index]
  const who = owner === HOUSE || owner === undefined || owner >= PEOPLE || chosen.pick % 6 === 0 ? chosen.who : owner
  const person = people[who] as HardhatEthersSigner
  const now = await tick(world)
  const terms: Terms = {
    collection: addresses[lot.from],
    tokenId: BigInt(lot.index),
    quantity,
    currency: currencies[chosen.currency] as string,
    reserve: chosen.amount,
    minIncrementBps: chosen.incrementBps,
    start: chosen.pick % 4 === 0 ? now + BigInt(chosen.pick) : 0n,
    duration: 3_600n + BigInt(chosen.pick) * 60n,
    extensionWindow: chosen.late ? BigInt(chosen.pick % 700) : 0n,
    maxExtension: BigInt(chosen.pick % 3_000),
  }
  const type = house.interface.getFunction('createAuction').inputs[0]?.format('full') as string
  const count = await house.auctionCountOf(person.address)
  const id = ethers.keccak256(ethers.AbiCoder.defaultAbiCoder().encode(['address', 'uint256', type], [person.address, count, terms]))
  const { start, duration, extensionWindow: window, maxExtension: extension, reserve } = terms
  const incrementBps = BigInt(terms.minIncrementBps)
  const rest = { currency: chosen.currency, reserve, incrementBps, start, duration, window, extension }
  const possible = paper.create(id, who, { lot, ...rest }, now)
  await agree(possible, () => house.connect(person).createAuction(terms, GAS))
  return possible
}

async function bid({ world, paper }: Play, chosen: Step): Promise<boolean> {
  const auction = pickAuction(paper, chosen)
  if (!auction) return false
  const { house, people, bidder, houseAddress } = world
  // Some come in the very last seconds.
  const last = auction.end - BigInt(chosen.pick % 3)
  if (chosen.late && chosen.pick % 7 < 2 && last > (await world.now()) + 1n && auction.state === 'live')
    await networkHelpers.time.increaseTo(last - 1n)
  const now = await tick(world)
  const least = paper.least(auction)
  const amount = chosen.pick % 5 === 0 ? least - 1n : least + (chosen.pick % 2 === 0 ? 0n : chosen.amount)
  const value = auction.currency === 0 ? amount : 0n
  const possible = paper.bid(auction, chosen.other, amount, now)
  const data = house.interface.encodeFunctionData('bid', [auction.id, amount])
  await agree(possible, () =>
    chosen.other === PAYEE
      ? bidder.bidder.act(houseAddress, value, data, GAS)
      : house.connect(people[chosen.other] as HardhatEthersSigner).bid(auction.id, amount, { value, ...GAS }),
  )
  return possible
}

async function settle({ world, paper }: Play, chosen: Step): Promise<boolean> {
  const auction = pickAuction(paper, chosen)
  if (!auction) return false
  if (chosen.pick % 5 === 0 && auction.end > (await world.now()) + 1n) await networkHelpers.time.increaseTo(auction.end - 1n)
  const possible = paper.settle(auction, await tick(world))
  await agree(possible, () => world.house.connect(world.people[chosen.who] as HardhatEthersSigner).settleAuction(auction.id, GAS))
  return possible
}

/** Who acts on an auction: its seller mostly. */
const actorOf = (auction: PaperAuction, { who, pick }: Step) => (pick % 4 === 0 ? who : auction.seller)

async function giveBack({ world, paper }: Play, chosen: Step): Promise<boolean> {
  const { house, people } = world
  const wanted = chosen.action === 'cancel' ? 'live' : 'waiting'
  const some = paper.auctions.filter(({ state, bidder }) => state === wanted && (wanted === 'waiting' || bidder === null))
  const auction = some.at(-1) ?? pickAuction(paper, chosen)
  if (!auction) return false
  const who = actorOf(auction, chosen)
  const person = people[who] as HardhatEthersSigner
  if (chosen.action === 'cancel') {
    const possible = paper.cancel(auction, who)
    await agree(possible, () => house.connect(person).cancelAuction(auction.id, GAS))
    return possible
  }
  const to = chosen.other % PEOPLE
  const possible = paper.reclaim(auction, who, to)
  await agree(possible, () => house.connect(person).reclaim(auction.id, people[to]!.address, GAS))
  return possible
}

async function withdraw({ world, paper }: Play, chosen: Step): Promise<boolean> {
  const { house, people, bidder, houseAddress, currencies } = world
  // Mostly one for whom something waits.
  const waiting = paper.waits
    .slice(0, PAYEE + 1)
    .flatMap((purses, who) => purses.flatMap((amount, at) => (amount > 0n ? [{ who, at }] : [])))
  const { who, at } = (chosen.late ? waiting[chosen.pick % waiting.length] : undefined) ?? { who: chosen.other, at: chosen.currency }
  const currency = currencies[at] as string
  const possible = paper.withdraw(who, at)
  const data = house.interface.encodeFunctionData('withdraw', [currency])
  await agree(possible, () =>
    who === PAYEE
      ? bidder.bidder.act(houseAddress, 0n, data, GAS)
      : house.connect(people[who] as HardhatEthersSigner).withdraw(currency, GAS),
  )
  return possible
}

/** What changes the world around the house. */
async function change(play: Play, chosen: Step): Promise<boolean> {
  const { world, paper } = play
  const { market, owner, gated, people, bidder, money, house, plain, houseAddress } = world
  const changes = {
    async gate() {
      const to = !paper.refused[chosen.who]
      await gated.refuse(people[chosen.who]!.address, to)
      paper.refused[chosen.who] = to
    },
    async payee() {
      paper.payeeTakes = !paper.payeeTakes
      await bidder.bidder.setMode(paper.payeeTakes ? TAKES.accepts : TAKES.rejects, ETHER, '0x')
    },
    async money() {
      paper.moneyMoves = !paper.moneyMoves
      await money.setMode(paper.moneyMoves ? MODES.plain : chosen.late ? MODES.false : MODES.blocks, ETHER, '0x')
    },
    async pause() {
      const now = await tick(world)
      if (now < play.pauseFrom || chosen.pick % 4 !== 0) return
      await market.connect(owner).pause({ gasPrice: 0n })
      paper.pausedUntil = now + 7n * DAY
      play.pauseFrom = now + PAUSE_REST
    },
    async unpause() {
      const now = await tick(world)
      await market.connect(owner).unpause({ gasPrice: 0n })
      if (now < paper.pausedUntil) paper.pausedUntil = now
    },
    async fee() {
      if (chosen.pick % 5 !== 0) return
      const bps = chosen.pick % 501
      await market.connect(owner).scheduleFee(bps, { gasPrice: 0n })
      await networkHelpers.time.increase(2n * DAY)
      await market.connect(owner).applyFee({ gasPrice: 0n })
      paper.feeBps = BigInt(bps)
    },
    async unasked() {
      // Nobody can bring the house something as if it were a token of its own.
      await expect(
        house.connect(people[chosen.who] as HardhatEthersSigner).handOver(await plain.getAddress(), 0n, 0n, houseAddress, GAS),
      ).to.be.revert(ethers)
    },
    async wait() {
      await networkHelpers.time.increase(BigInt(chosen.pick + 1) * 3n)
    },
    async fees() {
      const possible = paper.withdrawFees(chosen.currency)
      await agree(possible, () => house.connect(owner).withdrawFees(world.currencies[chosen.currency] as string, GAS))
    },
  }
  await changes[chosen.action as keyof typeof changes]()
  return true
}

const actions: Partial<Record<Action, (play: Play, chosen: Step) => Promise<boolean>>> = {
  create,
  bid,
  settle,
  cancel: giveBack,
  reclaim: giveBack,
  withdraw,
}

/** After every step: the house has live bids, credits and fees, to the wei, and one asset for each auction that is not over. */
async function holds({ world, paper }: Play): Promise<void> {
  const { house, houseAddress, plain, gated, editions, currencies } = world
  for (const [currency, address] of currencies.entries()) {
    const [balance] = await balancesOf(world, currency, [houseAddress])
    expect(balance, `currency ${currency}`).to.equal(paper.held(currency))
    expect(await house.accruedFees(address), 'fees').to.equal(paper.fees[currency])
  }
  const waiting = paper.auctions.filter(({ state }) => state !== 'gone')
  const count = (from: 'plain' | 'gated') => waiting.filter(({ lot }) => lot.from === from).length
  expect(await plain.getFunction('balanceOf')(houseAddress), 'tokens').to.equal(count('plain'))
  expect(await gated.getFunction('balanceOf')(houseAddress), 'gated tokens').to.equal(count('gated'))
  for (let id = 0; id < EDITIONS; id += 1) {
    const held = waiting.filter(({ lot }) => lot.from === 'editions' && lot.index === id).reduce((sum, { lot }) => sum + lot.quantity, 0n)
    expect(paper.unitsHeld[id]).to.equal(held)
    expect(await editions.balanceOf(houseAddress, id), 'units').to.equal(held)
  }
}

/** Now and then: everything that anyone has. */
async function everything({ world, paper }: Play): Promise<void> {
  const { house, houseAddress, plain, gated, editions, accounts, currencies, people } = world
  for (let currency = 0; currency < CURRENCIES; currency += 1) {
    const balances = await balancesOf(world, currency, accounts)
    for (const [index, balance] of balances.entries()) {
      expect(balance, `account ${index}, currency ${currency}`).to.equal(paper.has[index]?.[currency])
      expect(await house.pendingOf(accounts[index] as string, currencies[currency] as string)).to.equal(paper.waits[index]?.[currency])
    }
  }
  const addressOf = (who: number) => (who === HOUSE ? houseAddress : accounts[who])
  for (const [index, who] of paper.owner.plain.entries()) expect(await plain.ownerOf(index)).to.equal(addressOf(who))
  for (const [index, who] of paper.owner.gated.entries()) expect(await gated.ownerOf(index)).to.equal(addressOf(who))
  for (let id = 0; id < EDITIONS; id += 1)
    for (const [index, { address }] of people.entries()) expect(await editions.balanceOf(address, id)).to.equal(paper.units[id]?.[index])
  for (const auction of paper.auctions.slice(-12)) {
    const { seller, bidder, amount, end, closed } = await house.auctionOf(auction.id)
    if (auction.state === 'gone') expect(seller).to.equal(ETHER)
    else {
      const led = auction.bidder === null ? ETHER : accounts[auction.bidder]
      expect([seller, bidder, amount, end]).to.deep.equal([accounts[auction.seller], led, auction.amount, auction.end])
      expect(closed).to.equal(auction.state === 'waiting')
    }
  }
}

/** However it went, everything can be brought to an end: nothing is left in the house but what is nobody's. */
async function windUp(play: Play): Promise<void> {
  const { world, paper } = play
  const { house, people, money, bidder, gated, owner, accounts, currencies, houseAddress } = world
  await money.setMode(MODES.plain, ETHER, '0x')
  await bidder.bidder.setMode(TAKES.accepts, ETHER, '0x')
  for (const person of people) await gated.refuse(person.address, false)
  ;[paper.moneyMoves, paper.payeeTakes] = [true, true]
  paper.refused.fill(false)
  await networkHelpers.time.increase(60n * DAY)
  for (const auction of paper.auctions) {
    if (auction.state === 'live') {
      expect(paper.settle(auction, await tick(world))).to.equal(true)
      await house.connect(owner).settleAuction(auction.id, GAS)
    }
    if (auction.state === 'waiting') {
      expect(paper.reclaim(auction, auction.seller, auction.seller)).to.equal(true)
      await house.connect(people[auction.seller] as HardhatEthersSigner).reclaim(auction.id, accounts[auction.seller] as string, GAS)
    }
  }
  for (const [currency, address] of currencies.entries()) {
    for (let who = 0; who <= PAYEE; who += 1)
      if (paper.withdraw(who, currency)) {
        if (who === PAYEE) await bidder.bidder.act(houseAddress, 0n, house.interface.encodeFunctionData('withdraw', [address]), GAS)
        else await house.connect(people[who] as HardhatEthersSigner).withdraw(address, GAS)
      }
    // The creator never refuses, but money may not have moved.
    if (paper.withdraw(PAYEE + 1, currency)) await house.connect(world.creator).withdraw(address, GAS)
    if (paper.withdrawFees(currency)) await house.connect(owner).withdrawFees(address, GAS)
    expect(paper.held(currency)).to.equal(0n)
  }
  await holds(play)
  await everything(play)
}

describe('auction invariants', () => {
  it('an auction house on paper and the one on chain agree after every call, and nothing stays behind', async function () {
    this.timeout(1_800_000)
    const done: Record<string, number> = {}
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: CALLS, maxLength: CALLS }), async (steps) => {
        const world = await networkHelpers.loadFixture(scene)
        // Gas is free here, so that what everyone has in ether can be compared to the wei.
        await ethers.provider.send('hardhat_setNextBlockBaseFeePerGas', ['0x0'])
        const has = await Promise.all(Array.from({ length: CURRENCIES }, (_, currency) => balancesOf(world, currency, world.accounts)))
        const paper = new PaperHouse({
          tokens: TOKENS,
          gated: GATED,
          units: Array.from({ length: EDITIONS }, () => Array.from({ length: FEES + 1 }, (_, who) => (who < PEOPLE ? UNITS : 0n))),
          has: world.accounts.map((_, who) => has.map((purses) => purses[who] as bigint)),
          feeBps: FEE_BPS,
        })
        const play: Play = { world, paper, pauseFrom: 0n, done }
        for (const [index, chosen] of steps.entries()) {
          const succeeded = await (actions[chosen.action] ?? change)(play, chosen)
          if (succeeded) done[chosen.action] = (done[chosen.action] ?? 0) + 1
          await holds(play)
          if (index % 10 === 0) await everything(play)
        }
        const count = (state: PaperAuction['state']) => paper.auctions.filter((one) => one.state === state).length
        done.ended = (done.ended ?? 0) + count('gone')
        await windUp(play)
      }),
      { numRuns: RUNS, endOnFailure: true },
    )
    process.stdout.write(`${JSON.stringify(done)} of ${RUNS * CALLS} calls compared\n`)
    for (const name of ['create', 'bid', 'settle']) expect(done[name] ?? 0, name).to.be.greaterThan((RUNS * CALLS) / 40)
    for (const name of ['cancel', 'reclaim', 'withdraw']) expect(done[name] ?? 0, name).to.be.greaterThan((RUNS * CALLS) / 2_000)
  })
})
