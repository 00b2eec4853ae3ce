import { expect } from 'chai'
import { deployMock } from '../fixtures/deploy-mock.ts'
import { accountOf } from '../fixtures/royalties.ts'
import { ethers, loadTrade, networkHelpers, POLICY, word } from '../fixtures/trade.ts'

const RETURNS = 1
const REVERTS = 2
const BURNS_GAS = 3
const SALT = ethers.id('salt')
const CHAIN = 31_337n
const selector = (signature: string) => ethers.id(signature).slice(0, 10)
const uint = (value: bigint | number | string) => ethers.zeroPadValue(ethers.toBeHex(value), 32)
const text = (length: number) => ethers.AbiCoder.defaultAbiCoder().encode(['bytes'], [new Uint8Array(length)])

/** A collection that answers as it is told, and one that rents. */
async function sources() {
  const content = await ethers.deployContract('ContentState')
  const rental = await ethers.deployContract('RentalState')
  const liar = await deployMock<'setAnswer'>('Answerer')
  const liarAddress = await liar.getAddress()
  const rentable = await deployMock<'mint' | 'setUser' | 'setUri' | 'transferFrom'>('RentableCollection')
  const rentableAddress = await rentable.getAddress()
  const [owner, other] = await ethers.getSigners()
  if (!owner || !other) throw new Error('no accounts')
  for (const tokenId of [1n, 2n]) await rentable.mint(owner.address, tokenId)
  return { content, rental, liar, liarAddress, rentable, rentableAddress, owner, other }
}
const loadSources = () => networkHelpers.loadFixture(sources)

async function accounts() {
  const implementation = await (await deployMock<'state'>('TokenAccount')).getAddress()
  const registry = await deployMock<'createAccount' | 'account'>('TokenAccountRegistry')
  const registryAddress = await registry.getAddress()
  const source = await ethers.deployContract('AccountState', [registryAddress, implementation, SALT, CHAIN])
  const collection = accountOf(1)
  const create = async (tokenId: bigint, change: { implementation?: string; salt?: string; chain?: bigint; collection?: string } = {}) => {
    const at = [
      change.implementation ?? implementation,
      change.salt ?? SALT,
      change.chain ?? CHAIN,
      change.collection ?? collection,
      tokenId,
    ] as const
    await registry.createAccount(...at)
    return ethers.getContractAt('TokenAccount', (await registry.account(...at)) as string) as unknown as Promise<{
      act(to: string, value: bigint): Promise<unknown>
    }>
  }
  return { implementation, registry, registryAddress, source, collection, create }
}
const loadAccounts = () => networkHelpers.loadFixture(accounts)

describe('ContentState', () => {
  it('it changes exactly when the root of a house token changes', async () => {
    const { collection, collectionAddress, creator, stranger, mint } = await loadTrade()
    const { content } = await sources()
    const tokenId = await mint(creator, 'revisable', { policy: POLICY.revisable })
    const before = await content.stateOf(collectionAddress, tokenId)
    await collection.connect(creator).approve(stranger.address, tokenId)
    expect(await content.stateOf(collectionAddress, tokenId)).to.equal(before)
    await collection.connect(creator).revise(tokenId, word('other'))
    expect(await content.stateOf(collectionAddress, tokenId)).not.to.equal(before)
    await collection.connect(creator).revise(tokenId, word('root revisable'))
    expect(await content.stateOf(collectionAddress, tokenId)).to.equal(before)
    expect(await content.stateOf(collectionAddress, await mint(creator, 'another'))).not.to.equal(before)
  })

  it('it changes exactly when the metadata of another token moves', async () => {
    const { content, rentable, rentableAddress, owner, other } = await loadSources()
    await rentable.setUri(1n, 'ipfs://one')
    const before = await content.stateOf(rentableAddress, 1n)
    await rentable.setUri(2n, 'ipfs://two')
    await rentable.transferFrom(owner.address, other.address, 1n)
    expect(await content.stateOf(rentableAddress, 1n)).to.equal(before)
    await rentable.setUri(1n, 'ipfs://onf')
    expect(await content.stateOf(rentableAddress, 1n)).not.to.equal(before)
    // A change after the first words counts as well.
    const long = `data:,${'a'.repeat(1_000)}`
    await rentable.setUri(1n, `${long}a`)
    const longer = await content.stateOf(rentableAddress, 1n)
    await rentable.setUri(1n, `${long}b`)
    expect(await content.stateOf(rentableAddress, 1n)).not.to.equal(longer)
  })

  it('it takes an answer of up to 32,768 bytes', async () => {
    const { content, liar, liarAddress } = await loadSources()
    await liar.setAnswer(selector('tokenURI(uint256)'), RETURNS, text(0))
    const empty = await content.stateOf(liarAddress, 1n)
    const largest = await deployMock<'setLength'>('LongAnswerer')
    await largest.setLength(32_768n)
    expect(await content.stateOf(await largest.getAddress(), 1n)).not.to.equal(empty)
    await largest.setLength(32_769n)
    await expect(content.stateOf(await largest.getAddress(), 1n)).to.be.revertedWithCustomError(content, 'MarketStateUnreadable')
  })

  it('it never mistakes an address for a root', async () => {
    const { content, liar, liarAddress } = await loadSources()
    const root = word('root')
    await liar.setAnswer(selector('rootOf(uint256)'), RETURNS, root)
    const house = await content.stateOf(liarAddress, 1n)
    expect(house).to.equal(
      ethers.keccak256(ethers.AbiCoder.defaultAbiCoder().encode(['bytes4', 'bytes32'], [selector('rootOf(uint256)'), root])),
    )
    const uri = text(32)
    await liar.setAnswer(selector('tokenURI(uint256)'), RETURNS, uri)
    await liar.setAnswer(selector('rootOf(uint256)'), REVERTS, root)
    expect(await content.stateOf(liarAddress, 1n)).to.equal(
      ethers.keccak256(ethers.AbiCoder.defaultAbiCoder().encode(['bytes4', 'bytes'], [selector('tokenURI(uint256)'), uri])),
    )
    // Nothing that is no root counts as one: a revert, zero, or an answer of another length.
    const elsewhere = await content.stateOf(liarAddress, 1n)
    for (const [mode, answer] of [
      [RETURNS, ethers.ZeroHash],
      [RETURNS, root.slice(0, -2)],
      [RETURNS, `${root}00`],
      [RETURNS, '0x'],
    ] as const) {
      await liar.setAnswer(selector('rootOf(uint256)'), mode, answer)
      expect(await content.stateOf(liarAddress, 1n), answer).to.equal(elsewhere)
    }
  })

  describe('when the collection does not answer as it should', () => {
    it('it reverts with MarketStateUnreadable', async () => {
      const { content, liar, liarAddress, other } = await loadSources()
      const question = selector('tokenURI(uint256)')
      await expect(content.stateOf(other.address, 1n))
        .to.be.revertedWithCustomError(content, 'MarketStateUnreadable')
        .withArgs(other.address, 1n)
      for (const [mode, answer] of [
        [REVERTS, text(32)],
        [RETURNS, '0x'],
        [RETURNS, ethers.dataSlice(text(0), 0, 63)],
      ] as const) {
        await liar.setAnswer(question, mode, answer)
        await expect(content.stateOf(liarAddress, 1n), answer).to.be.revertedWithCustomError(content, 'MarketStateUnreadable')
      }
      await liar.setAnswer(question, RETURNS, text(0))
      expect(await content.stateOf(liarAddress, 1n)).to.be.a('string')
      await liar.setAnswer(question, BURNS_GAS, '0x')
      await expect(content.stateOf(liarAddress, 1n)).to.be.revertedWithCustomError(content, 'MarketStateUnreadable')
    })
  })
})

describe('RentalState', () => {
  it('it changes exactly when user or end of the rental change', async () => {
    const { rental, rentable, rentableAddress, owner, other } = await loadSources()
    const end = BigInt(await networkHelpers.time.latest()) + 1_000n
    await rentable.setUser(1n, other.address, end)
    const before = await rental.stateOf(rentableAddress, 1n)
    expect(before).to.equal(ethers.keccak256(ethers.AbiCoder.defaultAbiCoder().encode(['address', 'uint256'], [other.address, end])))
    await rentable.setUser(2n, owner.address, end)
    await networkHelpers.time.increase(10n)
    expect(await rental.stateOf(rentableAddress, 1n)).to.equal(before)
    await rentable.setUser(1n, other.address, end + 1n)
    expect(await rental.stateOf(rentableAddress, 1n)).not.to.equal(before)
    await rentable.setUser(1n, owner.address, end)
    expect(await rental.stateOf(rentableAddress, 1n)).not.to.equal(before)
    await rentable.setUser(1n, other.address, end)
    expect(await rental.stateOf(rentableAddress, 1n)).to.equal(before)
  })

  it('it is zero while nobody rents the token, also after a rental ended', async () => {
    const { rental, rentable, rentableAddress, other } = await loadSources()
    expect(await rental.stateOf(rentableAddress, 1n)).to.equal(ethers.ZeroHash)
    const end = BigInt(await networkHelpers.time.latest()) + 1_000n
    await rentable.setUser(1n, other.address, end)
    expect(await rental.stateOf(rentableAddress, 1n)).not.to.equal(ethers.ZeroHash)
    await networkHelpers.time.increaseTo(end + 1n)
    expect(await rental.stateOf(rentableAddress, 1n)).to.equal(ethers.ZeroHash)
    await rentable.setUser(1n, ethers.ZeroAddress, end + 1_000n)
    expect(await rental.stateOf(rentableAddress, 1n)).to.equal(ethers.ZeroHash)
  })

  it('it looks at the end itself when the collection does not', async () => {
    const { rental, liar, liarAddress, other } = await loadSources()
    const end = BigInt(await networkHelpers.time.latest()) + 1_000n
    await liar.setAnswer(selector('userOf(uint256)'), RETURNS, uint(other.address))
    await liar.setAnswer(selector('userExpires(uint256)'), RETURNS, uint(end))
    await networkHelpers.time.increaseTo(end)
    expect(await rental.stateOf(liarAddress, 1n)).not.to.equal(ethers.ZeroHash)
    await networkHelpers.time.increaseTo(end + 1n)
    expect(await rental.stateOf(liarAddress, 1n)).to.equal(ethers.ZeroHash)
  })

  describe('when the collection does not answer as it should', () => {
    it('it reverts with MarketStateUnreadable', async () => {
      const { rental, liar, liarAddress, other } = await loadSources()
      const [userOf, userExpires] = [selector('userOf(uint256)'), selector('userExpires(uint256)')]
      const end = uint(10n ** 12n)
      for (const account of [other.address, liarAddress])
        await expect(rental.stateOf(account, 3n)).to.be.revertedWithCustomError(rental, 'MarketStateUnreadable').withArgs(account, 3n)
      for (const [user, expires] of [
        [
          [REVERTS, uint(0)],
          [RETURNS, uint(0)],
        ],
        [
          [RETURNS, uint(0)],
          [REVERTS, uint(0)],
        ],
        [
          [RETURNS, '0x'],
          [RETURNS, end],
        ],
        [
          [RETURNS, uint(0)],
          [RETURNS, '0x00'],
        ],
        [
          [RETURNS, `${uint(0)}00`],
          [RETURNS, end],
        ],
        [
          [RETURNS, `0x01${uint(0).slice(4)}`],
          [RETURNS, end],
        ],
        [
          [RETURNS, uint(1n << 160n)],
          [RETURNS, end],
        ],
        [
          [BURNS_GAS, '0x'],
          [RETURNS, end],
        ],
      ] as const) {
        await liar.setAnswer(userOf, ...user)
        await liar.setAnswer(userExpires, ...expires)
        await expect(rental.stateOf(liarAddress, 1n), `${user} ${expires}`).to.be.revertedWithCustomError(rental, 'MarketStateUnreadable')
      }
      await liar.setAnswer(userOf, RETURNS, uint((1n << 160n) - 1n))
      expect(await rental.stateOf(liarAddress, 1n)).not.to.equal(ethers.ZeroHash)
    })
  })
})

describe('AccountState', () => {
  it('it changes exactly when the account did something', async () => {
    const { source, collection, create } = await loadAccounts()
    const [signer] = await ethers.getSigners()
    const account = await create(1n)
    const other = await create(2n)
    await signer!.sendTransaction({ to: account as never, value: 5n })
    await account.act(accountOf(3), 1n)
    const before = await source.stateOf(collection, 1n)
    expect(before).to.equal(uint(1))
    await other.act(accountOf(3), 0n)
    await signer!.sendTransaction({ to: account as never, value: 5n })
    expect(await source.stateOf(collection, 1n)).to.equal(before)
    await account.act(accountOf(3), 1n)
    expect(await source.stateOf(collection, 1n)).not.to.equal(before)
  })

  it('it is zero for an account that does not exist yet', async () => {
    const { source, collection, create } = await loadAccounts()
    expect(await source.stateOf(collection, 1n)).to.equal(ethers.ZeroHash)
    await create(1n)
    expect(await source.stateOf(collection, 1n)).to.equal(ethers.ZeroHash)
  })

  it('it watches the account of that token, implementation, salt and chain', async () => {
    const { source, registryAddress, implementation, collection, create } = await loadAccounts()
    expect([await source.REGISTRY(), await source.IMPLEMENTATION(), await source.SALT(), await source.CHAIN_ID()]).to.deep.equal([
      registryAddress,
      implementation,
      SALT,
      CHAIN,
    ])
    const twin = await (await deployMock<'state'>('TokenAccount')).getAddress()
    for (const change of [{ implementation: twin }, { salt: ethers.id('other') }, { chain: 1n }, { collection: accountOf(2) }])
      await (await create(1n, change)).act(accountOf(3), 0n)
    await (await create(2n)).act(accountOf(3), 0n)
    expect(await source.stateOf(collection, 1n)).to.equal(ethers.ZeroHash)
    await (await create(1n)).act(accountOf(3), 0n)
    expect(await source.stateOf(collection, 1n)).to.equal(uint(1))
  })

  describe('when the account does not answer as it should', () => {
    it('it reverts with MarketStateUnreadable', async () => {
      const { source, registry, implementation, collection } = await loadAccounts()
      const at = (await registry.account(implementation, SALT, CHAIN, collection, 1n)) as string
      const liar = await deployMock<'setAnswer'>('Answerer')
      await networkHelpers.setCode(at, await ethers.provider.getCode(await liar.getAddress()))
      const account = (await ethers.getContractAt('Answerer', at)) as unknown as typeof liar
      await expect(source.stateOf(collection, 1n)).to.be.revertedWithCustomError(source, 'MarketStateUnreadable').withArgs(collection, 1n)
      for (const [mode, answer] of [
        [REVERTS, uint(7)],
        [RETURNS, '0x'],
        [RETURNS, uint(7).slice(0, -2)],
        [RETURNS, `${uint(7)}00`],
        [BURNS_GAS, '0x'],
      ] as const) {
        await account.setAnswer(selector('state()'), mode, answer)
        await expect(source.stateOf(collection, 1n), answer).to.be.revertedWithCustomError(source, 'MarketStateUnreadable')
      }
      await account.setAnswer(selector('state()'), RETURNS, uint(7))
      expect(await source.stateOf(collection, 1n)).to.equal(uint(7))
    })
  })
})
