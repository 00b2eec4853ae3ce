import { MAX_PAYEES, type Payee } from '@daedal/protocol/royalties/lineage'
import { expect } from 'chai'
import {
  accountOf,
  CURRENCY,
  ETHER,
  loadRoyalties,
  PAYEE,
  type Parent,
  plainParent,
  plainPayees,
  sorted,
  WHOLE,
} from '../fixtures/royalties.ts'
import { ethers } from '../fixtures/trade.ts'

const OWN = accountOf(5)
const NOBODY = ethers.ZeroAddress
const of = (account: string, bps: number): Payee => ({ account: account as `0x${string}`, bps })
const shareOf = (payees: readonly Payee[], account: string) => payees.find((payee) => payee.account === account.toLowerCase())?.bps ?? 0

/** A split of the hostile payee and one who never acts, half each, funded with 10,000 wei and 10,000 units of the currency. */
async function besideHostile() {
  const scene = await loadRoyalties()
  const payees = sorted([of(accountOf(1), 5_000), of(scene.hostileAddress, 5_000)])
  const split = await scene.deploySplit(payees)
  const address = await split.getAddress()
  await scene.pay(address, 10_000n)
  await scene.currency.mint(address, 10_000n)
  return { ...scene, split, address }
}

describe('a lineage that counts a parent twice, meets itself or costs too much', () => {
  it('a parent named twice claims twice and is paid at one address', async () => {
    const { splits, splitParent } = await loadRoyalties()
    const twice = [plainParent(accountOf(9), 400), plainParent(accountOf(9), 400)]
    expect(plainPayees(await splits.lineageOf(OWN, twice))).to.deep.equal(
      plainPayees(await splits.lineageOf(OWN, [plainParent(accountOf(9), 800)])),
    )
    const parent = await splitParent([of(accountOf(8), 4_000), of(accountOf(9), 6_000)], 500)
    const payees = plainPayees(await splits.lineageOf(OWN, [parent, parent]))
    expect(payees.map(({ bps }) => bps)).to.deep.equal([9_000, 400, 600])
  })

  it('an ancestor met through both sides of a diamond is one payee', async () => {
    const { splits, splitParent } = await loadRoyalties()
    const left = await splitParent([of(accountOf(7), 9_000), of(accountOf(9), 1_000)], 2_000)
    const right = await splitParent([of(accountOf(8), 8_000), of(accountOf(9), 2_000)], 2_000)
    const payees = plainPayees(await splits.lineageOf(OWN, [left, right]))
    expect(payees.map(({ account }) => account)).to.deep.equal([5, 7, 8, 9].map((number) => accountOf(number).toLowerCase()))
    expect(payees.map(({ bps }) => bps)).to.deep.equal([6_000, 1_800, 1_600, 600])
    expect(plainPayees(await splits.lineageOf(OWN, [right, left]))).to.deep.equal(payees)
  })

  it('claims too small alone are not dust together', async () => {
    const { splits, splitParent } = await loadRoyalties()
    const parents = await Promise.all(
      [1, 2].map((number) => splitParent(sorted([of(accountOf(number), 9_950), of(accountOf(9), 50)]), 1_000)),
    )
    expect(shareOf(plainPayees(await splits.lineageOf(OWN, parents)), accountOf(9))).to.equal(10)
  })

  it('nothing of a claim is lost before all claims of an account are summed', async () => {
    const { splits, splitParent } = await loadRoyalties()
    // 1,001 times 101 and 21 times 8,519 are 28 whole basis points, and neither is whole alone.
    const parents = [
      await splitParent([of(accountOf(1), 9_899), of(accountOf(9), 101)], 1_001),
      await splitParent([of(accountOf(2), 1_481), of(accountOf(9), 8_519)], 21),
    ]
    expect(shareOf(plainPayees(await splits.lineageOf(OWN, parents)), accountOf(9))).to.equal(28)
  })

  it('a parent that is its own child changes nothing', async () => {
    const { splits, splitParent } = await loadRoyalties()
    expect(await splits.declare.staticCall(OWN, [plainParent(OWN, 5_000)])).to.equal(OWN)
    const parent = await splitParent([of(OWN, 6_000), of(accountOf(9), 4_000)], 1_000)
    // Its own receiver is the split: what comes round again would be shared by itself.
    expect(await splits.declare.staticCall(parent.receiver, [parent])).to.equal(parent.receiver)
  })

  it('a creator cannot make the part of a parent smaller by naming its own work beside it', async () => {
    const { splits } = await loadRoyalties()
    const other = plainParent(accountOf(9), 5_000)
    const padded = [plainParent(OWN, 5_000), other, plainParent(OWN, 5_000), plainParent(OWN, 5_000)]
    expect(shareOf(plainPayees(await splits.lineageOf(OWN, padded)), accountOf(9))).to.equal(5_000)
  })

  it('a receiver that could never use the money is owed none and takes none from the others', async () => {
    const { splits, splitsAddress, implementation } = await loadRoyalties()
    const parents = [NOBODY, splitsAddress, implementation].map((receiver) => plainParent(receiver, 5_000))
    expect(await splits.declare.staticCall(OWN, parents)).to.equal(OWN)
    expect(shareOf(plainPayees(await splits.lineageOf(OWN, [...parents, plainParent(accountOf(9), 5_000)])), accountOf(9))).to.equal(5_000)
  })

  it('a parent that asks for more than the whole gets half', async () => {
    const { splits } = await loadRoyalties()
    const parents = [1, 2, 3, 4].map((number) => plainParent(accountOf(number), 65_535))
    const payees = plainPayees(await splits.lineageOf(OWN, parents))
    expect(payees.map(({ bps }) => bps)).to.deep.equal([1_250, 1_250, 1_250, 1_250, 5_000])
  })

  it('the largest lineage costs what a mint can bear', async () => {
    const { splits, splitParent } = await loadRoyalties()
    const parents = await Promise.all(
      [0, 1, 2, 3].map((at) =>
        splitParent(
          Array.from({ length: MAX_PAYEES }, (_, index) => of(accountOf(100 + at + index * 4), index === 7 ? 2_440 : 1_080)),
          1_000 + at,
        ),
      ),
    )
    const receipt = await (await splits.declare(OWN, parents)).wait()
    expect(receipt?.logs.length).to.equal(1)
    const disjoint = receipt?.gasUsed as bigint
    const scattered = await Promise.all(
      [0, 1, 2, 3].map((at) =>
        splitParent(
          Array.from({ length: MAX_PAYEES }, (_, index) => of(accountOf(400 - at * 10 + index), index === 7 ? 2_440 : 1_080)),
          1_000 + at,
        ),
      ),
    )
    const descending = (await (await splits.declare(OWN, scattered)).wait())?.gasUsed as bigint
    expect(disjoint).to.be.lessThan(200_000n)
    expect(descending).to.be.lessThan(200_000n)
  })
})

describe('a table of payees that is false or that nobody gave', () => {
  it('a false table of payees is refused, whatever is wrong with it', async () => {
    const { splits, splitParent } = await loadRoyalties()
    const honest = await splitParent([of(accountOf(2), 2_000), of(accountOf(8), 8_000)], 1_000)
    const account = plainParent(accountOf(8), 1_000)
    for (const [parent, payees, error] of [
      [honest, [of(accountOf(2), 2_000), of(OWN, 8_000)], 'RoyaltiesPayeesFalse'],
      [honest, [of(OWN, WHOLE)], 'RoyaltiesPayeesFalse'],
      [account, [of(OWN, WHOLE)], 'RoyaltiesPayeesFalse'],
      [honest, [of(accountOf(8), 8_000), of(accountOf(2), 2_000)], 'RoyaltiesPayeesUnordered'],
      [honest, [of(accountOf(8), 8_000)], 'RoyaltiesSharesNotWhole'],
    ] as [Parent, Payee[], string][])
      await expect(splits.declare(OWN, [{ ...parent, payees }]), error).to.be.revertedWithCustomError(splits, error)
  })

  it('a split whose payees are not given is paid like an account, and shares later', async () => {
    const { splits, splitParent, pay, deploySplit } = await loadRoyalties()
    const inner = [of(accountOf(8), 4_000), of(accountOf(9), 6_000)]
    const { receiver } = await splitParent(inner, 0)
    const payees = sorted([of(OWN, 9_000), of(receiver, 1_000)])
    expect(await splits.declare.staticCall(OWN, [plainParent(receiver, 1_000)])).to.equal(await splits.splitOf(payees))
    await pay(await splits.splitOf(payees), 100_000n)
    await (await deploySplit(payees)).distribute(ETHER)
    await (await deploySplit(inner)).distribute(ETHER)
    expect(await ethers.provider.getBalance(accountOf(9))).to.equal(6_000n)
  })
})

describe('a split robbed or blocked by a payee, a currency or a stranger', () => {
  it('a payee that rejects, burns its gas or returns a megabyte hurts nobody else', async () => {
    for (const mode of [PAYEE.rejects, PAYEE.burnsGas, PAYEE.megabyte]) {
      const { split, hostile, hostileAddress } = await besideHostile()
      await hostile.setMode(mode, NOBODY, '0x')
      await split.distribute(ETHER, { gasLimit: 500_000n })
      expect(await ethers.provider.getBalance(accountOf(1))).to.equal(5_000n)
      expect(await split.dueTo(hostileAddress, ETHER)).to.equal(5_000n)
    }
  })

  it('a payee that enters release again gets its share once', async () => {
    const { split, address, hostile, hostileAddress } = await besideHostile()
    for (const call of [
      split.interface.encodeFunctionData('release', [hostileAddress, ETHER]),
      split.interface.encodeFunctionData('release', [accountOf(1), ETHER]),
      split.interface.encodeFunctionData('distribute', [ETHER]),
    ]) {
      const before = await ethers.provider.getBalance(hostileAddress)
      await hostile.setMode(PAYEE.calls, address, call)
      await split.release(hostileAddress, ETHER)
      expect(await hostile.callSucceeded()).to.equal(false)
      expect(await hostile.callAnswer()).to.equal(ethers.id('ReentrancyGuardReentrantCall()').slice(0, 10))
      expect((await ethers.provider.getBalance(hostileAddress)) - before).to.equal(5_000n)
      await (await ethers.getSigners())[1]!.sendTransaction({ to: address, value: 10_000n })
    }
    expect(await ethers.provider.getBalance(accountOf(1))).to.equal(0n)
    expect(await split.dueTo(accountOf(1), ETHER)).to.equal(20_000n)
  })

  it('a currency that calls out before balances move cannot be counted twice', async () => {
    const { split, address, currency, currencyAddress, hostileAddress } = await besideHostile()
    const call = split.interface.encodeFunctionData('release', [accountOf(1), currencyAddress])
    await currency.setMode(CURRENCY.callsBefore, address, call)
    await split.release(hostileAddress, currencyAddress)
    expect(await currency.callSucceeded()).to.equal(false)
    expect(await currency.balanceOf(hostileAddress)).to.equal(5_000n)
    expect(await split.dueTo(accountOf(1), currencyAddress)).to.equal(5_000n)
  })

  it('money sent before the deployment is shared after it, also when a stranger deploys', async () => {
    const { splits, stranger, pay, currency, currencyAddress } = await loadRoyalties()
    const payees = [of(accountOf(1), 2_500), of(accountOf(2), 7_500)]
    const address = await splits.splitOf(payees)
    await pay(address, 1_000n)
    await currency.mint(address, 2_000n)
    await splits.connect(stranger).distribute(payees, ETHER)
    await splits.connect(stranger).distribute(payees, currencyAddress)
    expect(await ethers.provider.getBalance(accountOf(1))).to.equal(250n)
    expect(await currency.balanceOf(accountOf(2))).to.equal(1_500n)
    expect(await ethers.provider.getBalance(stranger.address)).to.be.greaterThan(0n)
  })

  it('a stranger who deploys can change neither payees nor shares', async () => {
    const { splits, stranger } = await loadRoyalties()
    const payees = [of(accountOf(1), 2_500), of(accountOf(2), 7_500)]
    const address = await splits.splitOf(payees)
    const greedy = sorted([of(accountOf(1), 2_500), of(stranger.address, 7_500)])
    await splits.connect(stranger).deploy(greedy)
    expect(await ethers.provider.getCode(address)).to.equal('0x')
    await splits.connect(stranger).deploy(payees)
    const split = await ethers.getContractAt('RoyaltySplit', address)
    expect(plainPayees(await split.payees())).to.deep.equal(payees.map((payee) => ({ ...payee, account: payee.account.toLowerCase() })))
    await expect(split.release(stranger.address, ETHER)).to.be.revertedWithCustomError(split, 'RoyaltiesNotPayee')
  })
})
