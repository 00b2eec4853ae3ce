import { dropIdOf, dropOffset } from '@daedal/protocol/market/drop'
import { expect } from 'chai'
import { loadDrops, SECRET } from '../fixtures/drops.ts'
import { ethers, networkHelpers } from '../fixtures/trade.ts'

type Hex = `0x${string}`
const PLAIN = { commitment: ethers.ZeroHash as Hex }

describe('closeDrop', () => {
  it('it chooses a block to come when the time is over, everything is sold or the creator ended the sale', async () => {
    const { drops, creator, buyer, stranger, open, buy } = await loadDrops()
    for (const [index, over] of [
      async (terms: Awaited<ReturnType<typeof open>>) => buy(buyer, terms, 5),
      async (terms: Awaited<ReturnType<typeof open>>) => drops.connect(creator).endSale(terms),
      async (terms: Awaited<ReturnType<typeof open>>) => networkHelpers.time.increaseTo(terms.stages[0]?.end ?? 0n),
    ].entries()) {
      const terms = await open({ salt: ethers.id(`${index}`) as Hex })
      await buy(buyer, terms, 1)
      await over(terms)
      const block = await ethers.provider.getBlockNumber()
      await expect(drops.connect(stranger).closeDrop(terms))
        .to.emit(drops, 'DropClosed')
        .withArgs(dropIdOf(terms), block + 3)
      expect((await drops.dropOf(dropIdOf(terms))).entropyBlock).to.equal(BigInt(block + 3))
    }
  })

  it('it chooses another block when that one was not drawn in time', async () => {
    const { drops, buyer, open, buy } = await loadDrops()
    const terms = await open()
    await buy(buyer, terms, 6)
    await drops.closeDrop(terms)
    const chosen = (await drops.dropOf(dropIdOf(terms))).entropyBlock
    await networkHelpers.mineUpTo(chosen + 256n)
    await drops.closeDrop(terms)
    expect((await drops.dropOf(dropIdOf(terms))).entropyBlock).to.equal(chosen + 259n)
  })

  describe('given there is no such drop', () => {
    it('it reverts with MarketDropUnknown', async () => {
      const { drops, termsOf } = await loadDrops()
      await expect(drops.closeDrop(termsOf())).to.be.revertedWithCustomError(drops, 'MarketDropUnknown')
    })
  })

  describe('given there is nothing to reveal', () => {
    it('it reverts with MarketDropNotCommitted', async () => {
      const { drops, buyer, open, buy } = await loadDrops()
      const terms = await open(PLAIN)
      await buy(buyer, terms, 6)
      await expect(drops.closeDrop(terms)).to.be.revertedWithCustomError(drops, 'MarketDropNotCommitted').withArgs(dropIdOf(terms))
    })
  })

  describe('given no ticket was sold', () => {
    it('it reverts with MarketDropNothingSold', async () => {
      const { drops, creator, open } = await loadDrops()
      const terms = await open()
      await drops.connect(creator).endSale(terms)
      await expect(drops.closeDrop(terms)).to.be.revertedWithCustomError(drops, 'MarketDropNothingSold').withArgs(dropIdOf(terms))
    })
  })

  describe('given tickets are still sold', () => {
    it('it reverts with MarketDropSells', async () => {
      const { drops, buyer, open, buy, at } = await loadDrops()
      const terms = await open()
      await buy(buyer, terms, 5)
      const end = terms.stages[0]?.end ?? 0n
      await networkHelpers.time.increaseTo(end - 2n)
      await at(end - 1n)
      await expect(drops.closeDrop(terms, { gasLimit: 300_000n }))
        .to.be.revertedWithCustomError(drops, 'MarketDropSells')
        .withArgs(dropIdOf(terms))
      await at(end)
      await drops.closeDrop(terms, { gasLimit: 300_000n })
    })
  })

  describe('given a block was chosen', () => {
    it('it reverts with MarketDropClosed until its hash is lost', async () => {
      const { drops, buyer, open, buy } = await loadDrops()
      const terms = await open()
      await buy(buyer, terms, 6)
      await drops.closeDrop(terms)
      const chosen = (await drops.dropOf(dropIdOf(terms))).entropyBlock
      await networkHelpers.mineUpTo(chosen + 255n)
      await expect(drops.closeDrop(terms, { gasLimit: 300_000n }))
        .to.be.revertedWithCustomError(drops, 'MarketDropClosed')
        .withArgs(chosen)
    })
  })

  describe('given the block was drawn', () => {
    it('it reverts with MarketDropDrawn', async () => {
      const { drops, buyer, open, buy } = await loadDrops()
      const terms = await open()
      await buy(buyer, terms, 6)
      await drops.closeDrop(terms)
      await networkHelpers.mine(3)
      await drops.drawEntropy(terms)
      const { entropy } = await drops.dropOf(dropIdOf(terms))
      await expect(drops.closeDrop(terms)).to.be.revertedWithCustomError(drops, 'MarketDropDrawn').withArgs(entropy)
    })
  })
})

describe('drawEntropy', () => {
  it('it keeps the hash of the block, up to 256 blocks after it', async () => {
    const { drops, buyer, open, buy } = await loadDrops()
    const terms = await open()
    await buy(buyer, terms, 6)
    await drops.closeDrop(terms)
    const { entropyBlock } = await drops.dropOf(dropIdOf(terms))
    await networkHelpers.mineUpTo(entropyBlock)
    const block = await ethers.provider.getBlock(Number(entropyBlock))
    const snapshot = await networkHelpers.takeSnapshot()
    for (const later of [0n, 255n]) {
      if (later > 0n) await networkHelpers.mineUpTo(entropyBlock + later)
      await expect(drops.drawEntropy(terms, { gasLimit: 300_000n }))
        .to.emit(drops, 'DropDrawn')
        .withArgs(dropIdOf(terms), block?.hash)
      expect((await drops.dropOf(dropIdOf(terms))).entropy).to.equal(block?.hash)
      await snapshot.restore()
    }
  })

  describe('given there is no such drop', () => {
    it('it reverts with MarketDropUnknown', async () => {
      const { drops, termsOf } = await loadDrops()
      await expect(drops.drawEntropy(termsOf())).to.be.revertedWithCustomError(drops, 'MarketDropUnknown')
    })
  })

  describe('given no block was chosen', () => {
    it('it reverts with MarketDropNotClosed', async () => {
      const { drops, open } = await loadDrops()
      const terms = await open()
      await expect(drops.drawEntropy(terms)).to.be.revertedWithCustomError(drops, 'MarketDropNotClosed').withArgs(dropIdOf(terms))
    })
  })

  describe('given the block is not there yet, or its hash is lost', () => {
    it('it reverts with MarketDropNotDrawn', async () => {
      const { drops, buyer, open, buy } = await loadDrops()
      const terms = await open()
      await buy(buyer, terms, 6)
      await drops.closeDrop(terms)
      const { entropyBlock } = await drops.dropOf(dropIdOf(terms))
      for (const block of [entropyBlock - 1n, entropyBlock + 256n]) {
        if (BigInt(await ethers.provider.getBlockNumber()) < block) await networkHelpers.mineUpTo(block)
        await expect(drops.drawEntropy(terms, { gasLimit: 300_000n }))
          .to.be.revertedWithCustomError(drops, 'MarketDropNotDrawn')
          .withArgs(entropyBlock)
      }
    })
  })

  describe('given the block was drawn', () => {
    it('it reverts with MarketDropDrawn', async () => {
      const { drops, buyer, open, buy, reveal } = await loadDrops()
      const terms = await open()
      await buy(buyer, terms, 6)
      await reveal(terms)
      await expect(drops.drawEntropy(terms)).to.be.revertedWithCustomError(drops, 'MarketDropDrawn')
    })
  })
})

describe('reveal', () => {
  it('it makes the offset of the secret and the block', async () => {
    const { drops, buyer, open, buy, reveal } = await loadDrops()
    for (const salt of ['a', 'b', 'c']) {
      const terms = await open({ salt: ethers.id(salt) as Hex })
      await buy(buyer, terms, 6)
      const offset = await reveal(terms)
      const { entropy } = await drops.dropOf(dropIdOf(terms))
      expect(offset).to.equal(dropOffset(SECRET, entropy as Hex, terms.supply))
      const [revealed] = await drops.queryFilter(drops.filters.DropRevealed(dropIdOf(terms)))
      expect([...(revealed?.args ?? [])]).to.deep.equal([dropIdOf(terms), SECRET, BigInt(offset)])
    }
  })

  describe('given there is no such drop', () => {
    it('it reverts with MarketDropUnknown', async () => {
      const { drops, termsOf } = await loadDrops()
      await expect(drops.reveal(termsOf(), SECRET)).to.be.revertedWithCustomError(drops, 'MarketDropUnknown')
    })
  })

  describe('given there is nothing to reveal', () => {
    it('it reverts with MarketDropNotCommitted', async () => {
      const { drops, open } = await loadDrops()
      await expect(drops.reveal(await open(PLAIN), SECRET)).to.be.revertedWithCustomError(drops, 'MarketDropNotCommitted')
    })
  })

  describe('given it was revealed', () => {
    it('it reverts with MarketDropRevealed', async () => {
      const { drops, buyer, open, buy, reveal } = await loadDrops()
      const terms = await open()
      await buy(buyer, terms, 6)
      const offset = await reveal(terms)
      await expect(drops.reveal(terms, SECRET)).to.be.revertedWithCustomError(drops, 'MarketDropRevealed').withArgs(offset)
    })
  })

  describe('given its time is over', () => {
    it('it reverts with MarketDropTooLate, to the second', async () => {
      const { drops, buyer, open, buy, at } = await loadDrops()
      const terms = await open()
      await buy(buyer, terms, 6)
      await drops.closeDrop(terms)
      await networkHelpers.mine(3)
      await drops.drawEntropy(terms)
      await networkHelpers.time.increaseTo(terms.revealBy - 2n)
      const snapshot = await networkHelpers.takeSnapshot()
      await at(terms.revealBy)
      await expect(drops.reveal(terms, SECRET, { gasLimit: 300_000n }))
        .to.be.revertedWithCustomError(drops, 'MarketDropTooLate')
        .withArgs(terms.revealBy)
      await snapshot.restore()
      await at(terms.revealBy - 1n)
      await drops.reveal(terms, SECRET, { gasLimit: 300_000n })
    })
  })

  describe('given the block was not drawn', () => {
    it('it reverts with MarketDropNotDrawn', async () => {
      const { drops, open } = await loadDrops()
      await expect(drops.reveal(await open(), SECRET))
        .to.be.revertedWithCustomError(drops, 'MarketDropNotDrawn')
        .withArgs(0)
    })
  })

  describe('when the secret is another one', () => {
    it('it reverts with MarketDropSecretWrong', async () => {
      const { drops, buyer, open, buy } = await loadDrops()
      const terms = await open()
      await buy(buyer, terms, 6)
      await drops.closeDrop(terms)
      await networkHelpers.mine(3)
      await drops.drawEntropy(terms)
      await expect(drops.reveal(terms, ethers.id('another')))
        .to.be.revertedWithCustomError(drops, 'MarketDropSecretWrong')
        .withArgs(ethers.id('another'))
    })
  })
})
