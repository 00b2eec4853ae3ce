import { expect } from 'chai'
import fc from 'fast-check'
import { MONEY as MODES, PAYEE as TAKES } from '../fixtures/auctions.ts'
import { ETHER, NOBODY } from '../fixtures/rentals.ts'
import { DAY, ethers, FEE_BPS, networkHelpers } from '../fixtures/trade.ts'
import { CURRENCIES, PAYEE, PaperRentals, PEOPLE, type Place } from './paper-rentals.ts'
import { balancesOf, type Scene, scene, TOKENS } from './rental-scene.ts'
import { GAS, idOf, type Play, personOf, step, take, tick } from './rental-steps.ts'

const RUNS = Number(process.env.INVARIANT_RUNS ?? 10)
const CALLS = Number(process.env.INVARIANT_CALLS ?? 1_000)

type Seen = { user: string; expires: bigint }[]
const places: Place[] = (['kept', 'foreign'] as const).flatMap((from) => Array.from({ length: TOKENS }, (_, index) => ({ from, index })))

/** Who uses each token, by what the contract answers for worlds. */
async function look(world: Scene): Promise<Seen> {
  const assets = places.map((place) => ({ collection: world.addresses[place.from], tokenId: idOf(world, place) }))
  return (await world.rentals.tenanciesOf(assets)).map(({ user, expires }) => ({ user, expires }))
}

/** After every step: the contract has credits and fees, to the wei; it holds a token exactly while its custody lasts; and nobody who used
 * a token before is gone from it before its time, unless it left by itself or its collection promises nothing. */
async function holds({ world, paper, ended }: Play, before: Seen): Promise<Seen> {
  const { rentals, rentalsAddress, foreign, collection, currencies } = world
  for (const [currency, address] of currencies.entries()) {
    const [balance] = await balancesOf(world, currency, [rentalsAddress])
    expect(balance, `currency ${currency}`).to.equal(paper.held(currency))
    expect(await rentals.accruedFees(address), 'fees').to.equal(paper.fees[currency])
  }
  for (const [index, token] of paper.tokens.foreign.entries())
    expect(await foreign.ownerOf(index), `foreign ${index}`).to.equal(token.custody ? rentalsAddress : personOf(world, token.owner).address)
  expect(await collection.balanceOf(rentalsAddress), 'kept tokens').to.equal(0n)
  const [seen, now] = [await look(world), await world.now()]
  for (const [at, { user, expires }] of before.entries()) {
    const place = places[at] as Place
    const left = ended?.from === place.from && ended.index === place.index
    if (user === NOBODY || now >= expires || left) continue
    expect(seen[at]?.user, `${place.from} ${place.index}`).to.equal(user)
    expect((seen[at]?.expires ?? 0n) >= expires, `${place.from} ${place.index}`).to.equal(true)
  }
  return seen
}

/** Now and then: everything that anyone has, and all that is written down. */
async function everything({ world, paper }: Play, seen: Seen): Promise<void> {
  const { rentals, accounts, currencies, collection } = world
  for (let currency = 0; currency < CURRENCIES; currency += 1) {
    const balances = await balancesOf(world, currency, accounts)
    for (const [index, balance] of balances.entries()) {
      expect(balance, `account ${index}, currency ${currency}`).to.equal(paper.has[index]?.[currency])
      expect(await rentals.pendingOf(accounts[index] as string, currencies[currency] as string)).to.equal(paper.waits[index]?.[currency])
    }
  }
  const now = await world.now()
  for (const [at, place] of places.entries()) {
    const token = paper.at(place)
    if (place.from === 'kept') expect(await collection.ownerOf(idOf(world, place))).to.equal(personOf(world, token.owner).address)
    const user = paper.userOf(place, now)
    // At the end of a custody the reference still names its user for a second.
    if (now !== token.expires) expect(seen[at]?.user).to.equal(user === null ? NOBODY : personOf(world, user).address)
    const { owner, renter, expires, user: written } = await rentals.custodyOf(world.addresses[place.from], idOf(world, place))
    const { custody } = token
    expect([owner, renter, expires, written]).to.deep.equal(
      custody
        ? [
            personOf(world, token.owner).address,
            personOf(world, custody.renter).address,
            custody.expires,
            personOf(world, token.user ?? 0).address,
          ]
        : [NOBODY, NOBODY, 0n, NOBODY],
    )
  }
}

/** However it went, everything can be brought to an end: nothing is left in the contract. */
async function windUp(play: Play): Promise<void> {
  const { world, paper } = play
  const { rentals, rentalsAddress, money, payee, owner, currencies } = world
  await money.setMode(MODES.plain, ETHER, '0x')
  await payee.payee.setMode(TAKES.accepts, ETHER, '0x')
  ;[paper.moneyMoves, paper.payeeTakes] = [true, true]
  await networkHelpers.time.increase(400n * DAY)
  for (const [index, token] of paper.tokens.foreign.entries())
    if (token.custody) {
      expect(paper.release(index, null, 0, await tick(world))).to.equal(true)
      await rentals.connect(owner).release(world.addresses.foreign, index, GAS)
    }
  for (const [currency, address] of currencies.entries()) {
    for (let who = 0; who < PEOPLE; who += 1)
      if (paper.withdraw(who, currency)) await rentals.connect(personOf(world, who)).withdraw(address, GAS)
    if (paper.withdraw(PAYEE, currency))
      await payee.payee.act(rentalsAddress, 0n, rentals.interface.encodeFunctionData('withdraw', [address]), GAS)
    if (paper.withdraw(PAYEE + 1, currency)) await rentals.connect(world.creator).withdraw(address, GAS)
    if (paper.withdrawFees(currency)) await rentals.connect(owner).withdrawFees(address, GAS)
    expect(paper.held(currency)).to.equal(0n)
  }
  await everything(play, await holds(play, []))
}

describe('rental invariants', () => {
  it('rentals on paper and those on chain agree after every call, no user is gone before its time, and nothing stays behind', async function () {
    this.timeout(1_800_000)
    const done: Record<string, number> = {}
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: CALLS, maxLength: CALLS }), async (steps) => {
        const world = await networkHelpers.loadFixture(scene)
        // Gas is free here, so that what everyone has in ether can be compared to the wei.
        await ethers.provider.send('hardhat_setNextBlockBaseFeePerGas', ['0x0'])
        const has = await Promise.all(Array.from({ length: CURRENCIES }, (_, currency) => balancesOf(world, currency, world.accounts)))
        const paper = new PaperRentals({
          tokens: TOKENS,
          has: world.accounts.map((_, who) => has.map((purses) => purses[who] as bigint)),
          feeBps: FEE_BPS,
        })
        const play: Play = { world, paper, offers: [], pauseFrom: 0n, done, ended: null }
        let seen: Seen = []
        for (const [index, chosen] of steps.entries()) {
          await take(play, chosen)
          seen = await holds(play, seen)
          if (index % 10 === 0) await everything(play, seen)
        }
        play.ended = null
        await windUp(play)
      }),
      { numRuns: RUNS, endOnFailure: true },
    )
    process.stdout.write(`${JSON.stringify(done)} of ${RUNS * CALLS} calls compared\n`)
    expect(done.rent ?? 0, 'rent').to.be.greaterThan((RUNS * CALLS) / 40)
    for (const name of ['release', 'giveBack', 'setUser']) expect(done[name] ?? 0, name).to.be.greaterThan((RUNS * CALLS) / 200)
    for (const name of ['many', 'withdraw']) expect(done[name] ?? 0, name).to.be.greaterThan((RUNS * CALLS) / 1_000)
  })
})
