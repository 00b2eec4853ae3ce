import { lineageOf, type Payee } from '@daedal/protocol/royalties/lineage'
import { expect } from 'chai'
import fc from 'fast-check'
import { accountOf, CURRENCY, ETHER, loadRoyalties, PAYEE, plainParent, sorted } from '../fixtures/royalties.ts'
import { ethers } from '../fixtures/trade.ts'

const RUNS = Number(process.env.INVARIANT_RUNS ?? 4)
const CALLS = Number(process.env.INVARIANT_CALLS ?? 120)
const OWN = accountOf(5)
const PLAIN = [1, 2, 3, 4].map(accountOf)

/** One step: money comes in, somebody takes a part, everybody is paid, or the payee that may refuse changes its mind. */
const step = fc.record({
  action: fc.constantFrom('pay', 'pay', 'release', 'release', 'release', 'distribute', 'mood'),
  erc20: fc.boolean(),
  amount: fc.oneof(fc.bigInt({ min: 0n, max: 50n }), fc.bigInt({ min: 1n, max: 10n ** 19n })),
  who: fc.nat(7),
})
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

/** A split on paper, for one currency: what came in, and what each payee took. */
type Purse = { received: bigint; taken: Map<string, bigint> }

const keyOf = (account: string) => account.toLowerCase()
const paidOut = ({ taken }: Purse) => [...taken.values()].reduce((sum, amount) => sum + amount, 0n)
const dueOf = (purse: Purse, { account, bps }: Payee) => (purse.received * BigInt(bps)) / 10_000n - (purse.taken.get(keyOf(account)) ?? 0n)
const take = (purse: Purse, { account }: Payee, amount: bigint) =>
  purse.taken.set(keyOf(account), (purse.taken.get(keyOf(account)) ?? 0n) + amount)

/** The split of a drawn lineage, in which one payee can refuse. */
async function scene(asks: readonly number[]) {
  const world = await loadRoyalties()
  const parents = asks.map((bps, index) => plainParent(index === 0 ? world.hostileAddress : (PLAIN[index] as string), bps))
  const payees = lineageOf(OWN, parents)
  const split = await world.deploySplit(sorted(payees))
  await world.splits.declare(OWN, parents)
  expect(payees.find(({ account }) => keyOf(account) === keyOf(OWN))?.bps, 'the creator keeps half').to.be.at.least(5_000)
  const currencies = [ETHER, world.currencyAddress]
  const purses = new Map<string, Purse>(currencies.map((currency) => [currency, { received: 0n, taken: new Map() }]))
  return { ...world, payees, split, address: await split.getAddress(), purses, refusing: false }
}
type Scene = Awaited<ReturnType<typeof scene>>

async function play(world: Scene, { action, erc20, amount, who }: Step): Promise<void> {
  const { split, address, payees, currency, currencyAddress, hostile, hostileAddress } = world
  const asked = erc20 ? currencyAddress : ETHER
  const purse = world.purses.get(asked) as Purse
  const refuses = ({ account }: Payee) => world.refusing && keyOf(account) === keyOf(hostileAddress)
  const takes = {
    async pay() {
      await (erc20 ? currency.mint(address, amount) : world.pay(address, amount))
      purse.received += amount
    },
    async release() {
      const payee = payees[who % payees.length] as Payee
      const due = dueOf(purse, payee)
      const call = split.release(payee.account, asked)
      if (due === 0n || refuses(payee)) {
        await expect(call).to.be.revertedWithCustomError(split, due === 0n ? 'RoyaltiesNothingDue' : 'RoyaltiesPaymentFailed')
        return
      }
      await (await call).wait()
      take(purse, payee, due)
    },
    async distribute() {
      await (await split.distribute(asked)).wait()
      for (const payee of payees) if (!refuses(payee)) take(purse, payee, dueOf(purse, payee))
    },
    async mood() {
      world.refusing = !world.refusing
      await hostile.setMode(world.refusing ? PAYEE.rejects : PAYEE.accepts, ethers.ZeroAddress, '0x')
      await currency.setMode(world.refusing ? CURRENCY.blocks : CURRENCY.plain, hostileAddress, '0x')
    },
  }
  await takes[action as keyof typeof takes]()
}

/** What must hold after every step. */
async function holds({ split, address, payees, purses, currency, currencyAddress }: Scene): Promise<void> {
  for (const [asked, purse] of purses) {
    const balanceOf = (account: string): Promise<bigint> =>
      asked === currencyAddress ? (currency.balanceOf(account) as Promise<bigint>) : ethers.provider.getBalance(account)
    expect(paidOut(purse) <= purse.received, 'payouts are never above what was received').to.equal(true)
    expect(await split.releasedTotal(asked), 'payouts').to.equal(paidOut(purse))
    expect(await balanceOf(address), 'what is left').to.equal(purse.received - paidOut(purse))
    for (const payee of payees) {
      expect(await balanceOf(payee.account), 'what a payee has').to.equal(purse.taken.get(keyOf(payee.account)) ?? 0n)
      expect(await split.dueTo(payee.account, asked), 'what a payee can take').to.equal(dueOf(purse, payee))
    }
  }
}

describe('split invariants', () => {
  it('a split on paper and the split on chain agree after every call', async function () {
    this.timeout(600_000)
    let paid = 0n
    const asks = fc.array(fc.integer({ min: 10, max: 5_000 }), { minLength: 1, maxLength: 4 })
    await fc.assert(
      fc.asyncProperty(asks, fc.array(step, { minLength: CALLS, maxLength: CALLS }), async (drawn, steps) => {
        const world = await scene(drawn)
        for (const chosen of steps) {
          await play(world, chosen)
          await holds(world)
        }
        for (const purse of world.purses.values()) paid += paidOut(purse)
      }),
      { numRuns: RUNS, endOnFailure: true },
    )
    expect(paid > 0n, 'something was paid').to.equal(true)
  })
})
