import type { HardhatEthersSigner } from '@nomicfoundation/hardhat-ethers/types'
import { expect } from 'chai'
import { ethers, networkHelpers } from '../../fixtures/trade.ts'
import type { Collection } from './collection.ts'

/** ERC-4907, https://eips.ethereum.org/EIPS/eip-4907, where a user stays until its time ends. */
export function shouldBehaveLikeERC4907(
  minted: () => Promise<{ collection: Collection; tokenId: bigint; owner: HardhatEthersSigner; other: HardhatEthersSigner }>,
): void {
  describe('behaves like ERC-4907', () => {
    const inAnHour = async () => BigInt(await networkHelpers.time.latest()) + 3_600n

    it('names its interface', async () => {
      const { collection } = await minted()
      expect(await collection.supportsInterface('0xad092b5c')).to.equal(true)
    })

    it('has no user at first', async () => {
      const { collection, tokenId } = await minted()
      expect(await collection.userOf(tokenId)).to.equal(ethers.ZeroAddress)
      expect(await collection.userExpires(tokenId)).to.equal(0n)
    })

    it('has the user until the second it expires', async () => {
      const { collection, tokenId, owner, other } = await minted()
      const expires = await inAnHour()
      await expect(collection.connect(owner).setUser(tokenId, other.address, expires))
        .to.emit(collection, 'UpdateUser')
        .withArgs(tokenId, other.address, expires)
      expect(await collection.userExpires(tokenId)).to.equal(expires)
      await networkHelpers.time.increaseTo(expires - 1n)
      expect(await collection.userOf(tokenId)).to.equal(other.address)
      await networkHelpers.time.increaseTo(expires)
      expect(await collection.userOf(tokenId)).to.equal(ethers.ZeroAddress)
      expect(await collection.userExpires(tokenId)).to.equal(expires)
    })

    it('lets the owner and whom it approved set a user, nobody else', async () => {
      const { collection, tokenId, owner, other } = await minted()
      const expires = await inAnHour()
      const set = () => collection.connect(other).setUser(tokenId, other.address, expires)
      await expect(set()).to.be.revertedWithCustomError(collection, 'ERC721InsufficientApproval')
      await collection.connect(owner).approve(other.address, tokenId)
      await set()
      await expect(collection.connect(owner).setUser(tokenId + 1n, other.address, expires)).to.be.revertedWithCustomError(
        collection,
        'ERC721NonexistentToken',
      )
    })

    it('keeps the user against the owner and through a transfer', async () => {
      const { collection, tokenId, owner, other } = await minted()
      const expires = await inAnHour()
      await collection.connect(owner).setUser(tokenId, other.address, expires)
      for (const user of [owner.address, ethers.ZeroAddress])
        await expect(collection.connect(owner).setUser(tokenId, user, expires + 9n))
          .to.be.revertedWithCustomError(collection, 'TokensRented')
          .withArgs(tokenId, expires)
      await expect(collection.connect(owner).burn(tokenId)).to.be.revertedWithCustomError(collection, 'TokensRented')
      await collection.connect(owner).transferFrom(owner.address, other.address, tokenId)
      expect(await collection.userOf(tokenId)).to.equal(other.address)
      expect(await collection.userExpires(tokenId)).to.equal(expires)
    })

    it('lets the user end its own time, and not give it away', async () => {
      const { collection, tokenId, owner, other } = await minted()
      await collection.connect(owner).setUser(tokenId, other.address, await inAnHour())
      await expect(collection.connect(other).setUser(tokenId, owner.address, await inAnHour())).to.be.revertedWithCustomError(
        collection,
        'TokensRented',
      )
      await collection.connect(other).setUser(tokenId, ethers.ZeroAddress, 0n)
      await collection.connect(owner).setUser(tokenId, owner.address, await inAnHour())
    })

    it('takes no user from a past owner', async () => {
      const { collection, tokenId, owner, other } = await minted()
      await collection.connect(owner).transferFrom(owner.address, other.address, tokenId)
      await expect(collection.connect(owner).setUser(tokenId, owner.address, await inAnHour())).to.be.revertedWithCustomError(
        collection,
        'ERC721InsufficientApproval',
      )
    })
  })
}
