import { expect } from 'chai'
import { deployMock } from '../fixtures/deploy-mock.ts'
import { accountOf } from '../fixtures/royalties.ts'
import { ethers, networkHelpers } from '../fixtures/trade.ts'

const OWNER = ethers.id('owner()').slice(0, 10)
const HAS_ROLE = ethers.id('hasRole(bytes32,address)').slice(0, 10)
const RETURNS = 1
const REVERTS = 2
const RECEIVER = accountOf(1)
const word = (value: string | bigint | number) => ethers.zeroPadValue(ethers.toBeHex(value), 32)

async function deployRegistry() {
  const [owner, stranger] = await ethers.getSigners()
  if (!owner || !stranger) throw new Error('no accounts')
  const registry = await ethers.deployContract('RoyaltyRegistry')
  const collection = await deployMock<'setAnswer'>('Answerer')
  await collection.setAnswer(OWNER, RETURNS, word(owner.address))
  const address = await collection.getAddress()
  const set = (by = owner, bps = 500, receiver: string = RECEIVER, of = address) => registry.connect(by).setRoyalty(of, receiver, bps)
  return { registry, collection, address, owner, stranger, set }
}
const load = () => networkHelpers.loadFixture(deployRegistry)

describe('setRoyalty', () => {
  it("it takes the word of the collection's owner and announces it", async () => {
    const { registry, address, owner, set } = await load()
    await expect(set()).to.emit(registry, 'RoyaltySet').withArgs(address, owner.address, RECEIVER, 500)
    expect(await registry.royaltyOf(address)).to.deep.equal([RECEIVER, 500n])
    await set(owner, 1_000, accountOf(2))
    expect(await registry.royaltyOf(address)).to.deep.equal([accountOf(2), 1_000n])
  })

  it("it takes the word of an account with the collection's default admin role", async () => {
    const { registry, address, stranger, collection, set } = await load()
    await collection.setAnswer(HAS_ROLE, RETURNS, word(1))
    await set(stranger)
    expect(await registry.royaltyOf(address)).to.deep.equal([RECEIVER, 500n])
    const roles = await deployMock<'hasRole'>('RoleCollection', [stranger.address])
    const other = await roles.getAddress()
    await set(stranger, 300, RECEIVER, other)
    expect(await registry.royaltyOf(other)).to.deep.equal([RECEIVER, 300n])
    await expect(set(undefined, 300, RECEIVER, other)).to.be.revertedWithCustomError(registry, 'RoyaltiesNotCollectionOwner')
  })

  it('it takes a royalty away', async () => {
    const { registry, address, owner, set } = await load()
    await set()
    await set(owner, 0, ethers.ZeroAddress)
    expect(await registry.royaltyOf(address)).to.deep.equal([ethers.ZeroAddress, 0n])
    await set(owner, 0, RECEIVER)
    expect(await registry.royaltyInfo(address, 1n, 10_000n)).to.deep.equal([RECEIVER, 0n])
  })

  describe('when the caller controls nothing', () => {
    it('it reverts with RoyaltiesNotCollectionOwner', async () => {
      const { registry, address, stranger, collection, set } = await load()
      await collection.setAnswer(HAS_ROLE, RETURNS, word(0))
      await expect(set(stranger)).to.be.revertedWithCustomError(registry, 'RoyaltiesNotCollectionOwner').withArgs(stranger.address, address)
      expect(await registry.royaltyOf(address)).to.deep.equal([ethers.ZeroAddress, 0n])
    })
  })

  describe('when the collection answers something else than it should', () => {
    it('it reverts with RoyaltiesNotCollectionOwner', async () => {
      const { registry, owner, stranger, collection, set } = await load()
      const said = word(owner.address)
      for (const [mode, answer] of [
        [REVERTS, said],
        [RETURNS, '0x'],
        [RETURNS, said.slice(0, -2)],
        [RETURNS, `0x01${said.slice(4)}`],
      ] as const) {
        await collection.setAnswer(OWNER, mode, answer)
        await expect(set(), `${mode} ${answer}`).to.be.revertedWithCustomError(registry, 'RoyaltiesNotCollectionOwner')
      }
      for (const answer of [word(2), word(ethers.MaxUint256), '0x01']) {
        await collection.setAnswer(HAS_ROLE, RETURNS, answer)
        await expect(set(), answer).to.be.revertedWithCustomError(registry, 'RoyaltiesNotCollectionOwner')
      }
      // What the first question left in memory is no answer to the second.
      await collection.setAnswer(OWNER, RETURNS, word(1))
      for (const answer of ['0x', ethers.dataSlice(word(0), 1)]) {
        await collection.setAnswer(HAS_ROLE, RETURNS, answer)
        await expect(set(), answer).to.be.revertedWithCustomError(registry, 'RoyaltiesNotCollectionOwner')
      }
      // An account without code answers nothing at all, and scratch memory is no answer.
      await expect(set(owner, 500, RECEIVER, stranger.address)).to.be.revertedWithCustomError(registry, 'RoyaltiesNotCollectionOwner')
    })
  })

  describe('when the royalty is above the highest', () => {
    it('it reverts with RoyaltiesTooHigh', async () => {
      const { registry, owner, set } = await load()
      await expect(set(owner, 1_001)).to.be.revertedWithCustomError(registry, 'RoyaltiesTooHigh').withArgs(1_001, 1_000)
    })
  })

  describe('when there is a royalty but no receiver', () => {
    it('it reverts with RoyaltiesReceiverZero', async () => {
      const { registry, owner, set } = await load()
      await expect(set(owner, 1, ethers.ZeroAddress)).to.be.revertedWithCustomError(registry, 'RoyaltiesReceiverZero')
    })
  })
})

describe('royaltyInfo', () => {
  it('it answers receiver and amount at a price, rounded down', async () => {
    const { registry, address, owner, set } = await load()
    await set(owner, 333)
    for (const [price, amount] of [
      [0n, 0n],
      [30n, 0n],
      [31n, 1n],
      [10_000n, 333n],
      [(1n << 128n) - 1n, (((1n << 128n) - 1n) * 333n) / 10_000n],
    ] as const)
      expect(await registry.royaltyInfo(address, 7n, price)).to.deep.equal([RECEIVER, amount])
  })

  it('it answers nobody and nothing for a collection that was never set', async () => {
    const { registry, address } = await load()
    expect(await registry.royaltyInfo(address, 1n, 10_000n)).to.deep.equal([ethers.ZeroAddress, 0n])
  })

  it('it answers within the gas that the market gives', async () => {
    const { registry, address, set } = await load()
    await set()
    const used = await registry.royaltyInfo.estimateGas(address, 1n, 10n ** 18n)
    // The estimate holds the whole transaction: 21,000 and its calldata come off.
    expect(used - 21_000n).to.be.lessThan(6_000n)
  })

  describe('given a collection lies about its owner', () => {
    it('it changes the royalty of that collection alone', async () => {
      const { registry, address, stranger, set } = await load()
      await set()
      const liar = await deployMock<'setAnswer'>('Answerer')
      await liar.setAnswer(OWNER, RETURNS, word(stranger.address))
      await liar.setAnswer(HAS_ROLE, RETURNS, word(1))
      await set(stranger, 1_000, accountOf(9), await liar.getAddress())
      await expect(set(stranger, 1_000, accountOf(9))).to.be.revertedWithCustomError(registry, 'RoyaltiesNotCollectionOwner')
      expect(await registry.royaltyOf(address)).to.deep.equal([RECEIVER, 500n])
      expect(await registry.royaltyOf(await liar.getAddress())).to.deep.equal([accountOf(9), 1_000n])
    })
  })
})
