import type { Payee } from '@daedal/protocol/royalties/lineage'
import { expect } from 'chai'
import { deployMock } from '../fixtures/deploy-mock.ts'
import { accountOf, CURRENCY, ETHER, loadRoyalties, PAYEE, plainPayees, sorted } from '../fixtures/royalties.ts'
import { ethers, networkHelpers } from '../fixtures/trade.ts'

const NOBODY = ethers.ZeroAddress
const PAYEES: Payee[] = [
  { account: accountOf(1), bps: 1_111 },
  { account: accountOf(2), bps: 3_333 },
  { account: accountOf(3), bps: 5_556 },
]
const [first, second, third] = PAYEES.map(({ account }) => account) as [string, string, string]
const balanceOf = (account: string) => ethers.provider.getBalance(account)

/** A deployed split of three accounts that never act, with a way to pay it in either currency. */
async function shared(payees = PAYEES) {
  const scene = await loadRoyalties()
  const split = await scene.deploySplit(payees)
  const address = await split.getAddress()
  return { ...scene, split, address, fund: (amount: bigint) => scene.pay(address, amount) }
}

/** A split in which the hostile payee has 4,000 basis points. */
async function withHostile() {
  const { hostileAddress } = await loadRoyalties()
  const payees = sorted([
    { account: accountOf(1), bps: 6_000 },
    { account: hostileAddress, bps: 4_000 },
  ])
  return shared(payees)
}

describe('deploy', () => {
  it('it deploys the split of the payees for anyone and announces it', async () => {
    const { splits, stranger } = await loadRoyalties()
    const address = await splits.splitOf(PAYEES)
    expect(await splits.deploy.staticCall(PAYEES)).to.equal(address)
    await expect(splits.connect(stranger).deploy(PAYEES))
      .to.emit(splits, 'SplitDeployed')
      .withArgs(
        address,
        PAYEES.map(({ account, bps }) => [account, bps]),
      )
  })

  it('it carries the payees in the code of the split', async () => {
    const { split, address } = await shared()
    expect(plainPayees(await split.payees())).to.deep.equal(PAYEES.map((payee) => ({ ...payee, account: payee.account.toLowerCase() })))
    const code = await ethers.provider.getCode(address)
    expect(code.length / 2 - 1).to.equal(45 + 3 * 22)
    for (const { account, bps } of PAYEES) expect(code).to.include(account.slice(2).toLowerCase() + bps.toString(16).padStart(4, '0'))
  })

  describe('given the split was deployed', () => {
    it('it returns its address and announces nothing', async () => {
      const { splits, address } = await shared()
      expect(await splits.deploy.staticCall(PAYEES)).to.equal(address)
      expect((await (await splits.deploy(PAYEES)).wait())?.logs).to.deep.equal([])
    })
  })
})

describe('distributeFromSplits', () => {
  it('it deploys the split and pays everybody in one transaction', async () => {
    const { splits, pay } = await loadRoyalties()
    const address = await splits.splitOf(PAYEES)
    await pay(address, 10_000n)
    expect(await splits.distribute.staticCall(PAYEES, ETHER)).to.equal(address)
    await splits.distribute(PAYEES, ETHER)
    for (const { account, bps } of PAYEES) expect(await balanceOf(account)).to.equal(bps)
  })

  describe('given the split was deployed', () => {
    it('it pays everybody', async () => {
      const { splits, currency, currencyAddress, address } = await shared()
      await currency.mint(address, 20_000n)
      await splits.distribute(PAYEES, currencyAddress)
      for (const { account, bps } of PAYEES) expect(await currency.balanceOf(account)).to.equal(2 * bps)
    })
  })
})

describe('receive', () => {
  it('it takes ether within the gas that a payee may use', async () => {
    const { stranger, address } = await shared()
    await stranger.sendTransaction({ to: address, value: 5n, gasLimit: 21_000n + 5_000n })
    expect(await balanceOf(address)).to.equal(5n)
  })

  describe('when it is the implementation itself', () => {
    it('it reverts with RoyaltiesNotSplit', async () => {
      const { split, implementation, pay } = await shared()
      await expect(pay(implementation, 1n)).to.be.revertedWithCustomError(split, 'RoyaltiesNotSplit')
      const itself = await ethers.getContractAt('RoyaltySplit', implementation)
      await expect(itself.payees()).to.be.revertedWithCustomError(split, 'RoyaltiesNotSplit')
      await expect(itself.release(first, ETHER)).to.be.revertedWithCustomError(split, 'RoyaltiesNotSplit')
      await expect(itself.distribute(ETHER)).to.be.revertedWithCustomError(split, 'RoyaltiesNotSplit')
    })
  })
})

describe('release', () => {
  it('it pays the payee its share of all that was received, whoever calls', async () => {
    const { split, fund, stranger, address } = await shared()
    await fund(1_000_000n)
    expect(await split.dueTo(second, ETHER)).to.equal(333_300n)
    expect(await split.release.staticCall(second, ETHER)).to.equal(333_300n)
    await expect(split.connect(stranger).release(second, ETHER)).to.emit(split, 'Released').withArgs(second, ETHER, 333_300n)
    expect(await balanceOf(second)).to.equal(333_300n)
    expect(await balanceOf(address)).to.equal(666_700n)
    expect(await split.releasedTo(second, ETHER)).to.equal(333_300n)
    expect(await split.releasedTo(first, ETHER)).to.equal(0n)
    expect(await split.releasedTotal(ETHER)).to.equal(333_300n)
    expect(await split.dueTo(first, ETHER)).to.equal(111_100n)
    expect(await split.dueTo(third, ETHER)).to.equal(555_600n)
  })

  it('it pays an ERC-20 that returns nothing', async () => {
    const { split, currency, currencyAddress, address } = await shared()
    await currency.mint(address, 10_000n)
    await currency.setMode(CURRENCY.noAnswer, NOBODY, '0x')
    await expect(split.release(third, currencyAddress)).to.emit(split, 'Released').withArgs(third, currencyAddress, 5_556n)
    expect(await currency.balanceOf(third)).to.equal(5_556n)
    expect(await split.releasedTotal(currencyAddress)).to.equal(5_556n)
    expect(await split.releasedTo(third, currencyAddress)).to.equal(5_556n)
  })

  it('it counts what came after an earlier release', async () => {
    const { split, fund } = await shared()
    await fund(10_000n)
    await split.release(first, ETHER)
    await fund(30_000n)
    await split.release(first, ETHER)
    await split.release(third, ETHER)
    expect(await balanceOf(first)).to.equal(4n * 1_111n)
    expect(await balanceOf(third)).to.equal(4n * 5_556n)
    expect(await split.releasedTotal(ETHER)).to.equal(4n * (1_111n + 5_556n))
  })

  it('it keeps currencies apart', async () => {
    const { split, fund, currency, currencyAddress, address } = await shared()
    await fund(10_000n)
    await currency.mint(address, 20_000n)
    await split.release(first, currencyAddress)
    expect(await split.dueTo(first, ETHER)).to.equal(1_111n)
    expect(await split.dueTo(first, currencyAddress)).to.equal(0n)
    expect(await split.releasedTo(first, ETHER)).to.equal(0n)
    expect(await split.releasedTotal(ETHER)).to.equal(0n)
    expect(await currency.balanceOf(first)).to.equal(2_222n)
  })

  it('it takes the rest along with the next payment', async () => {
    const { split, fund, address } = await shared()
    await fund(9_999n)
    await split.distribute(ETHER)
    expect(await balanceOf(address)).to.equal(2n)
    await fund(1n)
    await split.distribute(ETHER)
    expect(await balanceOf(address)).to.equal(0n)
    for (const { account, bps } of PAYEES) expect(await balanceOf(account)).to.equal(bps)
  })

  describe('when nothing is due', () => {
    it('it reverts with RoyaltiesNothingDue', async () => {
      const { split, fund } = await shared()
      await expect(split.release(first, ETHER)).to.be.revertedWithCustomError(split, 'RoyaltiesNothingDue').withArgs(first, ETHER)
      await fund(10n)
      await split.release(first, ETHER)
      await expect(split.release(first, ETHER)).to.be.revertedWithCustomError(split, 'RoyaltiesNothingDue')
    })
  })

  describe('when the account is no payee', () => {
    it('it reverts with RoyaltiesNotPayee', async () => {
      const { split, fund, stranger } = await shared()
      await fund(10_000n)
      for (const account of [stranger.address, ethers.ZeroAddress])
        await expect(split.release(account, ETHER)).to.be.revertedWithCustomError(split, 'RoyaltiesNotPayee').withArgs(account)
    })
  })

  describe('when the payee does not take it', () => {
    it('it reverts with RoyaltiesPaymentFailed and keeps it due', async () => {
      const { split, fund, hostile, hostileAddress, currency, currencyAddress, address } = await withHostile()
      await fund(10_000n)
      await currency.mint(address, 10_000n)
      await hostile.setMode(PAYEE.rejects, NOBODY, '0x')
      await currency.setMode(CURRENCY.false, NOBODY, '0x')
      for (const asked of [ETHER, currencyAddress]) {
        await expect(split.release(hostileAddress, asked))
          .to.be.revertedWithCustomError(split, 'RoyaltiesPaymentFailed')
          .withArgs(hostileAddress, asked, 4_000n)
        expect(await split.dueTo(hostileAddress, asked)).to.equal(4_000n)
      }
      await hostile.setMode(PAYEE.accepts, NOBODY, '0x')
      await split.release(hostileAddress, ETHER)
      expect(await balanceOf(hostileAddress)).to.equal(4_000n)
    })
  })

  describe('when the currency keeps a fee or shrinks', () => {
    it('it shares what arrived', async () => {
      const { split, currency, currencyAddress, address, stranger } = await shared()
      await currency.mint(stranger.address, 10_000n)
      await currency.setMode(CURRENCY.fee, NOBODY, '0x')
      await (currency.connect(stranger) as unknown as { transfer(to: string, amount: bigint): Promise<unknown> }).transfer(address, 10_000n)
      expect(await split.dueTo(second, currencyAddress)).to.equal((9_900n * 3_333n) / 10_000n)
    })

    it('it pays no more than there is', async () => {
      const { split, currency, currencyAddress, address } = await shared()
      await currency.mint(address, 10_000n)
      await split.release(second, currencyAddress)
      await split.release(first, currencyAddress)
      await currency.shrink(address, 5_000n)
      // 556 are left; a share of what is counted as received would be 2,778.
      expect(await split.dueTo(second, currencyAddress)).to.equal(0n)
      await split.distribute(currencyAddress)
      expect(await currency.balanceOf(third)).to.equal(556n)
      expect(await currency.balanceOf(second)).to.equal(3_333n)
    })
  })
})

describe('distribute', () => {
  it('it pays every payee and returns the sum', async () => {
    const { split, fund, address } = await shared()
    await fund(20_000n)
    expect(await split.distribute.staticCall(ETHER)).to.equal(20_000n)
    const paid = split.distribute(ETHER)
    for (const { account, bps } of PAYEES)
      await expect(paid)
        .to.emit(split, 'Released')
        .withArgs(account, ETHER, 2 * bps)
    for (const { account, bps } of PAYEES) expect(await balanceOf(account)).to.equal(2 * bps)
    expect(await balanceOf(address)).to.equal(0n)
  })

  it('it gives a payee of ether 50,000 gas', async () => {
    const { deploySplit, pay } = await loadRoyalties()
    const meter = await deployMock<'gasSeen' | 'pay'>('GasMeter')
    const account = (await meter.getAddress()) as `0x${string}`
    const payees: Payee[] = [
      { account: accountOf(1), bps: 6_000 },
      { account, bps: 4_000 },
    ]
    const split = await deploySplit(sorted(payees))
    await pay(await split.getAddress(), 10_000n)
    await split.distribute(ETHER, { gasLimit: 1_000_000n })
    const seen = await meter.gasSeen()
    await meter.pay(account, 50_000n, { value: 1n, gasLimit: 1_000_000n })
    expect(seen).to.equal(await meter.gasSeen())
    expect(seen as bigint).to.be.greaterThan(0n)
  })

  describe('when there is little gas', () => {
    it('it reverts with RoyaltiesGasTooLow rather than pass anybody over', async () => {
      const { split, fund, hostile, hostileAddress } = await withHostile()
      await fund(10_000n)
      await hostile.setMode(PAYEE.needsGas, NOBODY, '0x')
      let [paid, refused] = [0, 0]
      for (let gasLimit = 60_000n; gasLimit <= 400_000n; gasLimit += 5_000n) {
        const before = await networkHelpers.takeSnapshot()
        const done = await split.distribute(ETHER, { gasLimit }).then(
          () => true,
          () => false,
        )
        if (done) {
          paid += 1
          for (const account of [hostileAddress, accountOf(1)]) expect(await split.dueTo(account, ETHER), `at ${gasLimit}`).to.equal(0n)
        } else refused += 1
        await before.restore()
      }
      expect(paid).to.be.greaterThan(5)
      expect(refused).to.be.greaterThan(5)
      const short = split.distribute.staticCall(ETHER, { gasLimit: 150_000n })
      await expect(short)
        .to.be.revertedWithCustomError(split, 'RoyaltiesGasTooLow')
        .withArgs((left: bigint) => left > 0n && left < 140_000n, 140_000n)
      // What a wallet estimates is enough for everybody.
      await split.distribute(ETHER)
      expect(await split.dueTo(hostileAddress, ETHER)).to.equal(0n)
    })
  })

  it('it passes over those who were paid already', async () => {
    const { split, fund } = await shared()
    await fund(10_000n)
    await split.release(first, ETHER)
    expect(await split.distribute.staticCall(ETHER)).to.equal(8_889n)
    const receipt = await (await split.distribute(ETHER)).wait()
    expect(receipt?.logs.length).to.equal(2)
    expect(await split.distribute.staticCall(ETHER)).to.equal(0n)
    expect((await (await split.distribute(ETHER)).wait())?.logs).to.deep.equal([])
  })

  it('it passes over a payee that does not take its part, which stays due', async () => {
    const { split, fund, hostile, hostileAddress, currency, currencyAddress, address } = await withHostile()
    await fund(10_000n)
    await currency.mint(address, 10_000n)
    await hostile.setMode(PAYEE.rejects, NOBODY, '0x')
    await currency.setMode(CURRENCY.blocks, hostileAddress, '0x')
    for (const asked of [ETHER, currencyAddress]) {
      expect(await split.distribute.staticCall(asked)).to.equal(6_000n)
      await expect(split.distribute(asked)).to.emit(split, 'Refused').withArgs(hostileAddress, asked, 4_000n)
      expect(await split.dueTo(hostileAddress, asked)).to.equal(4_000n)
      expect(await split.releasedTo(hostileAddress, asked)).to.equal(0n)
      expect(await split.releasedTotal(asked)).to.equal(6_000n)
    }
    expect(await balanceOf(accountOf(1))).to.equal(6_000n)
    expect(await currency.balanceOf(accountOf(1))).to.equal(6_000n)
  })
})
