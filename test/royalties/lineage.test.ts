import type { Payee } from '@daedal/protocol/royalties/lineage'
import { expect } from 'chai'
import { accountOf, loadRoyalties, type Parent, plainParent, plainPayees, sorted, WHOLE } from '../fixtures/royalties.ts'
import { ethers } from '../fixtures/trade.ts'

const OWN = accountOf(5)
const of = (number: number, bps: number): Payee => ({ account: accountOf(number), bps })
const table = (...payees: Payee[]) => payees.map(({ account, bps }) => ({ account: account.toLowerCase(), bps }))

/** The payees of a lineage as plain values. */
async function lineage() {
  const scene = await loadRoyalties()
  const lineageOf = async (...parents: Parent[]) => plainPayees(await scene.splits.lineageOf(OWN, parents))
  return { ...scene, lineageOf }
}

describe('lineageOf', () => {
  it('it gives each parent what it asks and the rest to the creator, by ascending account', async () => {
    const { lineageOf } = await lineage()
    expect(await lineageOf(plainParent(accountOf(9), 1_000), plainParent(accountOf(2), 500))).to.deep.equal(
      table(of(2, 500), of(5, 8_500), of(9, 1_000)),
    )
  })

  it('it merges parents with the same receiver', async () => {
    const { lineageOf } = await lineage()
    const parents = [plainParent(accountOf(9), 1_000), plainParent(accountOf(2), 500), plainParent(accountOf(9), 300)]
    expect(await lineageOf(...parents)).to.deep.equal(table(of(2, 500), of(5, 8_200), of(9, 1_300)))
  })

  it('it looks through the split of a parent, and merges whoever is met twice', async () => {
    const { lineageOf, splitParent } = await lineage()
    const parent = await splitParent([of(2, 2_000), of(5, 1_000), of(8, 7_000)], 1_000)
    expect(await lineageOf(parent, plainParent(accountOf(2), 100))).to.deep.equal(table(of(2, 300), of(5, 9_000), of(8, 700)))
  })

  describe('when parents ask for more than half together', () => {
    it('it scales them alike and rounds down', async () => {
      const { lineageOf } = await lineage()
      expect(await lineageOf(plainParent(accountOf(9), 5_000), plainParent(accountOf(2), 2_500))).to.deep.equal(
        table(of(2, 1_666), of(5, 5_001), of(9, 3_333)),
      )
      expect(await lineageOf(plainParent(accountOf(9), 5_000), plainParent(accountOf(2), 1))).to.deep.equal(
        table(of(5, 5_001), of(9, 4_999)),
      )
      expect(await lineageOf(plainParent(accountOf(9), 5_001))).to.deep.equal(table(of(5, 5_000), of(9, 5_000)))
    })
  })

  describe('when parents ask for exactly half together', () => {
    it('it gives them what they ask', async () => {
      const { lineageOf } = await lineage()
      expect(await lineageOf(plainParent(accountOf(9), 4_999), plainParent(accountOf(2), 1))).to.deep.equal(
        table(of(5, 5_001), of(9, 4_999)),
      )
      expect(await lineageOf(plainParent(accountOf(9), 3_001), plainParent(accountOf(2), 1_999))).to.deep.equal(
        table(of(2, 1_999), of(5, 5_000), of(9, 3_001)),
      )
    })
  })

  describe('when a share is under ten basis points', () => {
    it('it goes to the creator', async () => {
      const { lineageOf, splitParent } = await lineage()
      const parent = await splitParent([of(2, 99), of(3, 100), of(8, 9_801)], 1_000)
      expect(await lineageOf(parent)).to.deep.equal(table(of(3, 10), of(5, 9_010), of(8, 980)))
    })
  })

  describe('when more than eight payees remain', () => {
    it('it drops the smallest shares in favour of the creator', async () => {
      const { lineageOf, splitParent } = await lineage()
      const eight = [10, 11, 12, 13, 14, 15, 16, 17].map((number) => of(number, number === 17 ? 1_460 : 1_220))
      // The eight share one half of the half and one more gets the other: with the creator they would be ten.
      expect(await lineageOf(await splitParent(eight, 5_000), plainParent(accountOf(30), 5_000))).to.deep.equal(
        table(of(5, 5_610), ...[10, 11, 12, 13, 14].map((number) => of(number, 305)), of(17, 365), of(30, 2_500)),
      )
    })

    it('it drops the highest account of equal shares', async () => {
      const { lineageOf, splitParent } = await lineage()
      const eight = [1, 2, 3, 4, 6, 7, 8, 9].map((number) => of(number, 1_250))
      const kept = [1, 2, 3, 4, 6, 7, 8].map((number) => of(number, 125))
      expect(await lineageOf(await splitParent(eight, 1_000))).to.deep.equal(table(...sorted([...kept, of(5, 9_125)])))
    })
  })

  describe('when nobody else is owed anything', () => {
    it('it names the creator alone', async () => {
      const { lineageOf } = await lineage()
      const alone = table(of(5, WHOLE))
      expect(await lineageOf()).to.deep.equal(alone)
      expect(await lineageOf(plainParent(accountOf(9), 0), plainParent(accountOf(2), 9), plainParent(OWN, 5_000))).to.deep.equal(alone)
    })
  })

  describe('when there are more than four parents', () => {
    it('it reverts with RoyaltiesTooManyParents', async () => {
      const { splits, lineageOf } = await lineage()
      const parents = [1, 2, 3, 4].map((number) => plainParent(accountOf(number), 100))
      expect((await lineageOf(...parents)).length).to.equal(5)
      await expect(splits.lineageOf(OWN, [...parents, plainParent(accountOf(9), 0)]))
        .to.be.revertedWithCustomError(splits, 'RoyaltiesTooManyParents')
        .withArgs(5, 4)
    })
  })

  describe('when the payees given for a parent are not those of its receiver', () => {
    it('it reverts with RoyaltiesPayeesFalse', async () => {
      const { splits, splitParent } = await lineage()
      const honest = await splitParent([of(2, 2_000), of(8, 8_000)], 1_000)
      const forged = [of(2, 2_001), of(8, 7_999)]
      await expect(splits.lineageOf(OWN, [{ ...honest, payees: forged }]))
        .to.be.revertedWithCustomError(splits, 'RoyaltiesPayeesFalse')
        .withArgs(honest.receiver, await splits.splitOf(forged))
    })
  })
})

describe('declare', () => {
  it('it announces the payees and returns the address that shares among them', async () => {
    const { splits, splitsAddress } = await lineage()
    const parents = [plainParent(accountOf(9), 1_000)]
    const payees = [of(5, 9_000), of(9, 1_000)]
    const receiver = await splits.splitOf(payees)
    expect(await splits.declare.staticCall(OWN, parents)).to.equal(receiver)
    const receipt = await (await splits.declare(OWN, parents)).wait()
    expect(receipt?.logs.length).to.equal(1)
    expect(receipt?.logs[0]?.address).to.equal(splitsAddress)
    const said = splits.interface.parseLog(receipt!.logs[0]!)
    expect(said?.name).to.equal('SplitDeclared')
    expect(said?.args[0]).to.equal(receiver)
    expect(plainPayees(said?.args[1])).to.deep.equal(table(...payees))
  })

  it('it deploys nothing', async () => {
    const { splits } = await lineage()
    await splits.declare(OWN, [plainParent(accountOf(9), 1_000)])
    expect(await ethers.provider.getCode(await splits.splitOf([of(5, 9_000), of(9, 1_000)]))).to.equal('0x')
  })

  describe('when nobody else is owed anything', () => {
    it("it returns the creator's own account and announces nothing", async () => {
      const { splits } = await lineage()
      const parents = [plainParent(accountOf(9), 9)]
      expect(await splits.declare.staticCall(OWN, parents)).to.equal(OWN)
      // Who gets no royalty need not name a receiver.
      for (const owed of [[], [plainParent(accountOf(9), 0)]])
        expect(await splits.declare.staticCall(ethers.ZeroAddress, owed)).to.equal(ethers.ZeroAddress)
      expect((await (await splits.declare(OWN, parents)).wait())?.logs).to.deep.equal([])
    })
  })

  describe('when somebody is owed but the creator cannot be paid', () => {
    it('it reverts with RoyaltiesAccountUnpayable', async () => {
      const { splits, splitsAddress, implementation } = await lineage()
      for (const own of [ethers.ZeroAddress, splitsAddress, implementation])
        await expect(splits.declare(own, [plainParent(accountOf(9), 1_000)]))
          .to.be.revertedWithCustomError(splits, 'RoyaltiesAccountUnpayable')
          .withArgs(own)
    })
  })
})

describe('splitOf', () => {
  it('it answers the same address before and after the deployment', async () => {
    const { splits } = await lineage()
    const payees = [of(2, 2_000), of(8, 8_000)]
    const before = await splits.splitOf(payees)
    await splits.deploy(payees)
    expect(await splits.splitOf(payees)).to.equal(before)
    expect(await ethers.provider.getCode(before)).not.to.equal('0x')
  })

  it('it answers another address for other shares', async () => {
    const { splits } = await lineage()
    const addresses = await Promise.all(
      [
        [of(2, 2_000), of(8, 8_000)],
        [of(2, 2_001), of(8, 7_999)],
        [of(2, 2_000), of(9, 8_000)],
        [of(2, WHOLE)],
        [1, 2, 3, 4, 5, 6, 7, 8].map((number) => of(number, 1_250)),
      ].map((payees) => splits.splitOf(payees)),
    )
    expect(new Set(addresses).size).to.equal(5)
  })

  describe('when there are more than eight payees', () => {
    it('it reverts with RoyaltiesTooManyPayees', async () => {
      const { splits } = await lineage()
      const nine = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((number) => of(number, number === 9 ? 2_000 : 1_000))
      await expect(splits.splitOf(nine)).to.be.revertedWithCustomError(splits, 'RoyaltiesTooManyPayees').withArgs(9, 8)
    })
  })

  describe('when accounts do not ascend, repeat or are zero', () => {
    it('it reverts with RoyaltiesPayeesUnordered', async () => {
      const { splits } = await lineage()
      for (const [payees, culprit] of [
        [[of(8, 8_000), of(2, 2_000)], accountOf(2)],
        [[of(2, 8_000), of(2, 2_000)], accountOf(2)],
        [[{ account: ethers.ZeroAddress, bps: 8_000 }, of(2, 2_000)], ethers.ZeroAddress],
      ] as const)
        await expect(splits.splitOf([...payees]))
          .to.be.revertedWithCustomError(splits, 'RoyaltiesPayeesUnordered')
          .withArgs(culprit)
    })
  })

  describe('when a share is zero', () => {
    it('it reverts with RoyaltiesShareZero', async () => {
      const { splits } = await lineage()
      await expect(splits.splitOf([of(2, WHOLE), of(8, 0)]))
        .to.be.revertedWithCustomError(splits, 'RoyaltiesShareZero')
        .withArgs(accountOf(8))
    })
  })

  describe('when the shares are not the whole', () => {
    it('it reverts with RoyaltiesSharesNotWhole', async () => {
      const { splits } = await lineage()
      for (const last of [7_999, 8_001])
        await expect(splits.splitOf([of(2, 2_000), of(8, last)]))
          .to.be.revertedWithCustomError(splits, 'RoyaltiesSharesNotWhole')
          .withArgs(2_000 + last)
      await expect(splits.splitOf([])).to.be.revertedWithCustomError(splits, 'RoyaltiesSharesNotWhole').withArgs(0)
      // The sum is not cut to the size of a share: 65,535 and 10,001 are not 10,000.
      await expect(splits.splitOf([of(2, 65_535), of(8, 10_001)])).to.be.revertedWithCustomError(splits, 'RoyaltiesSharesNotWhole')
    })
  })

  describe('when a payee is a contract that makes splits', () => {
    it('it reverts with RoyaltiesAccountUnpayable', async () => {
      const { splits, splitsAddress, implementation } = await lineage()
      const last = `0x${'f'.repeat(40)}` as const
      for (const account of [splitsAddress, implementation])
        for (const other of [accountOf(2), last])
          await expect(
            splits.splitOf(
              sorted([
                { account: other, bps: 2_000 },
                { account, bps: 8_000 },
              ]),
            ),
          )
            .to.be.revertedWithCustomError(splits, 'RoyaltiesAccountUnpayable')
            .withArgs(account)
      expect(await splits.splitOf([of(2, 2_000), { account: last, bps: 8_000 }])).to.be.a('string')
    })
  })
})
