import type { HardhatEthersSigner } from '@nomicfoundation/hardhat-ethers/types'
import { expect } from 'chai'
import type { BaseContract, EventLog } from 'ethers'
import fc from 'fast-check'
import { HOUR, loadCurrencies, NO_MEMO } from '../fixtures/currencies.ts'
import { ethers, networkHelpers } from '../fixtures/trade.ts'
import { PaperCurrency } from './paper-currency.ts'

const RUNS = Number(process.env.INVARIANT_RUNS ?? 10)
const CALLS = Number(process.env.INVARIANT_CALLS ?? 1_000)
const GAS = { gasLimit: 5_000_000n }

const step = fc.record({
  action: fc.constantFrom('pour', 'pour', 'pour', 'pourMany', 'drain', 'drain', 'drainFrom', 'allow', 'transfer', 'wait', 'appoint'),
  faucet: fc.nat(1),
  sink: fc.nat(1),
  who: fc.nat(3),
  other: fc.nat(3),
  /** Hundredths of what is possible: most fits, some is a little or far too much. */
  share: fc.oneof(fc.nat(100), fc.constantFrom(0, 100, 101, 10_000)),
  wait: fc.oneof(fc.bigInt({ min: 1n, max: 300n }), fc.bigInt({ min: 1n, max: 2n * HOUR })),
})
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

async function scene() {
  const world = await loadCurrencies()
  const { declaration, declaredAt, operator, source, player, rival, successor, stranger } = world
  const { curve, faucets, sinks } = declaration
  const paper = new PaperCurrency({ declaredAt, curve, faucets, sinks: sinks.length })
  return { ...world, paper, people: [player, rival, successor, stranger], sources: [source, operator], present: [0, 0] }
}
type Scene = Awaited<ReturnType<typeof scene>>

/** A hundredth above what is possible is above it also where that is next to nothing. */
const partOf = (most: bigint, share: number) => (most * BigInt(share)) / 100n + (share > 100 ? 1n : 0n)

/** Both must be able to, or neither. */
async function agree(possible: boolean, call: Promise<unknown>): Promise<boolean> {
  if (possible) await call
  else await expect(call).to.be.revert(ethers)
  return possible
}

async function play(world: Scene, { action, faucet, sink, who, other, share, wait }: Step): Promise<boolean> {
  const { paper, currency, people, sources, operator } = world
  const [mine, theirs] = [people[who], people[other]] as [HardhatEthersSigner, HardhatEthersSigner]
  const time = BigInt(await networkHelpers.time.latest()) + 1n
  const by = currency.connect(sources[world.present[faucet] as number] as HardhatEthersSigner)
  await networkHelpers.time.setNextBlockTimestamp(time)
  const room = paper.leftFor(faucet, mine.address, time)
  const held = paper.balanceOf(mine.address)
  const steps: Record<Step['action'], () => Promise<boolean>> = {
    async pour() {
      const amount = partOf(room, share)
      return agree(paper.pour(faucet, [{ to: mine.address, amount }], time), by.pour(faucet, mine.address, amount, NO_MEMO, GAS))
    },
    async pourMany() {
      const amount = partOf(room, share) / 2n
      const pours = [mine, theirs, mine].map(({ address: to }, index) => ({ to, amount: index === 2 ? amount / 3n : amount }))
      return agree(
        paper.pour(faucet, pours, time),
        by.pourMany(
          faucet,
          pours.map((one) => ({ ...one, memo: NO_MEMO })),
          GAS,
        ),
      )
    },
    async drain() {
      const amount = partOf(held, share)
      return agree(paper.drain(sink, mine.address, amount), currency.connect(mine).drain(sink, amount, NO_MEMO, GAS))
    },
    async drainFrom() {
      const amount = partOf(paper.allowanceOf(mine.address, theirs.address), share)
      const possible = paper.drainFrom(sink, mine.address, theirs.address, amount)
      return agree(possible, currency.connect(theirs).drainFrom(sink, mine.address, amount, NO_MEMO, GAS))
    },
    async allow() {
      const amount = partOf(held, share)
      paper.allow(mine.address, theirs.address, amount)
      await currency.connect(mine).approve(theirs.address, amount)
      return true
    },
    async transfer() {
      const amount = partOf(held, share)
      return agree(paper.transfer(mine.address, theirs.address, amount), currency.connect(mine).transfer(theirs.address, amount, GAS))
    },
    async wait() {
      await networkHelpers.time.increase(wait)
      return true
    },
    async appoint() {
      const next = 1 - (world.present[faucet] as number)
      await currency.connect(operator).appoint(faucet, (sources[next] as HardhatEthersSigner).address)
      world.present[faucet] = next
      await expect(by.pour(faucet, mine.address, 1n, NO_MEMO, GAS)).to.be.revertedWithCustomError(currency, 'WorldsNotSource')
      return true
    },
  }
  return steps[action]()
}

/** After every step: the supply is what flowed in less what flowed out, and within the curve. */
async function holds({ paper, currency }: Scene): Promise<void> {
  const time = BigInt(await networkHelpers.time.latest())
  const supply = await currency.totalSupply()
  expect(supply).to.equal(paper.supply)
  expect(supply <= paper.curveAt(time), 'within the curve').to.equal(true)
  expect(await currency.room()).to.equal(paper.curveAt(time) - supply)
}

/** Now and then: every balance, every flow and every limit. */
async function everything({ paper, currency, people }: Scene): Promise<void> {
  const time = BigInt(await networkHelpers.time.latest())
  for (const [id, amount] of paper.emitted.entries()) expect(await currency.emittedBy(id)).to.equal(amount)
  for (const [id, amount] of paper.drained.entries()) expect(await currency.drainedBy(id)).to.equal(amount)
  for (const { address } of people) {
    expect(await currency.balanceOf(address)).to.equal(paper.balanceOf(address))
    for (const id of paper.emitted.keys()) expect(await currency.leftFor(BigInt(id), address)).to.equal(paper.leftFor(id, address, time))
  }
}

/** What the events alone tell: supply, balances, and every flow by faucet and sink. */
async function rebuilt({ paper, currency, people }: Scene): Promise<void> {
  const emitted = paper.emitted.map(() => 0n)
  const drained = paper.drained.map(() => 0n)
  const balances = new Map<string, bigint>()
  const add = (account: string, amount: bigint) => balances.set(account, (balances.get(account) ?? 0n) + amount)
  let unmatched = 0n
  for (const { fragment, args } of (await (currency as unknown as BaseContract).queryFilter('*')) as EventLog[]) {
    if (fragment.name === 'FaucetPoured') {
      emitted[Number(args.faucetId)] = (emitted[Number(args.faucetId)] as bigint) + args.amount
      add(args.to, args.amount)
      unmatched -= args.amount
    }
    if (fragment.name === 'SinkDrained') {
      drained[Number(args.sinkId)] = (drained[Number(args.sinkId)] as bigint) + args.amount
      add(args.from, -BigInt(args.amount))
      unmatched += args.amount
    }
    // A mint or burn of the standard has its flow, which comes after it.
    if (fragment.name === 'Transfer' && args.from === ethers.ZeroAddress) unmatched += args.value
    else if (fragment.name === 'Transfer' && args.to === ethers.ZeroAddress) unmatched -= args.value
    else if (fragment.name === 'Transfer') {
      add(args.from, -BigInt(args.value))
      add(args.to, args.value)
    }
  }
  expect(unmatched).to.equal(0n)
  expect(emitted).to.deep.equal(paper.emitted)
  expect(drained).to.deep.equal(paper.drained)
  for (const { address } of people) expect(balances.get(address) ?? 0n).to.equal(await currency.balanceOf(address))
}

describe('currency invariants', () => {
  it('a currency on paper and the one on chain agree after every call, and the events tell all of it', async function () {
    this.timeout(1_800_000)
    const done: Record<string, number> = {}
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: CALLS, maxLength: CALLS }), async (steps) => {
        const world = await scene()
        for (const [index, chosen] of steps.entries()) {
          if (await play(world, chosen)) done[chosen.action] = (done[chosen.action] ?? 0) + 1
          await holds(world)
          if (index % 10 === 0) await everything(world)
        }
        await everything(world)
        await rebuilt(world)
      }),
      { numRuns: RUNS, endOnFailure: true },
    )
    process.stdout.write(`${JSON.stringify(done)} of ${RUNS * CALLS} calls compared\n`)
    for (const name of ['pour', 'drain', 'transfer']) expect(done[name] ?? 0, name).to.be.greaterThan((RUNS * CALLS) / 50)
    for (const name of ['pourMany', 'drainFrom']) expect(done[name] ?? 0, name).to.be.greaterThan((RUNS * CALLS) / 500)
  })
})
