import type { HardhatEthersSigner } from '@nomicfoundation/hardhat-ethers/types'
import { expect } from 'chai'
import { ethers, networkHelpers } from '../../fixtures/trade.ts'
import type { Collection } from './collection.ts'

/** A collection that keeps its users, see `contracts/tokens/interfaces/IProtectedTenancy.sol`. */
export function shouldKeepItsUsers(
  minted: () => Promise<{ collection: Collection; tokenId: bigint; owner: HardhatEthersSigner; other: HardhatEthersSigner }>,
): void {
  describe('keeps its users', () => {
    /** A token that the other account uses for an hour. */
    async function used() {
      const scene = await minted()
      const expires = BigInt(await networkHelpers.time.latest()) + 3_600n
      await scene.collection.connect(scene.owner).setUser(scene.tokenId, scene.other.address, expires)
      const set = (user: string, until: bigint, by = scene.owner) => scene.collection.connect(by).setUser(scene.tokenId, user, until)
      return { ...scene, expires, set }
    }

    it('promises it by ERC-165', async () => {
      const { collection } = await minted()
      expect(await collection.supportsInterface(ethers.id('tenancyOf(uint256)').slice(0, 10))).to.equal(true)
    })

    it('says who the user is and until when, and nobody from the second it expires', async () => {
      const { collection, tokenId, other, expires } = await used()
      expect([...((await collection.tenancyOf(tokenId)) as Iterable<unknown>)]).to.deep.equal([other.address, expires])
      await networkHelpers.time.increaseTo(expires - 1n)
      expect([...((await collection.tenancyOf(tokenId)) as Iterable<unknown>)]).to.deep.equal([other.address, expires])
      await networkHelpers.time.increaseTo(expires)
      expect([...((await collection.tenancyOf(tokenId)) as Iterable<unknown>)]).to.deep.equal([ethers.ZeroAddress, 0n])
    })

    it('lets the owner give the same user more time, to the last second', async () => {
      const { collection, tokenId, other, expires, set } = await used()
      await networkHelpers.time.setNextBlockTimestamp(expires - 1n)
      await expect(set(other.address, expires + 1n))
        .to.emit(collection, 'UpdateUser')
        .withArgs(tokenId, other.address, expires + 1n)
      expect(await collection.userExpires(tokenId)).to.equal(expires + 1n)
      expect(await collection.userOf(tokenId)).to.equal(other.address)
    })

    it('lets nobody give the user as much or less, or another one more', async () => {
      const { collection, tokenId, owner, other, expires, set } = await used()
      for (const [user, until] of [
        [other.address, expires],
        [other.address, expires - 1n],
        [other.address, 0n],
        [owner.address, expires + 1n],
        [ethers.ZeroAddress, expires + 1n],
        [ethers.ZeroAddress, 0n],
      ] as const)
        await expect(set(user, until)).to.be.revertedWithCustomError(collection, 'TokensRented').withArgs(tokenId, expires)
    })

    it('lets the user not give itself more time, nor a past owner', async () => {
      const { collection, tokenId, owner, other, expires, set } = await used()
      await expect(set(other.address, expires + 1n, other))
        .to.be.revertedWithCustomError(collection, 'ERC721InsufficientApproval')
        .withArgs(other.address, tokenId)
      await collection.connect(owner).transferFrom(owner.address, other.address, tokenId)
      await expect(set(other.address, expires + 1n, owner)).to.be.revertedWithCustomError(collection, 'ERC721InsufficientApproval')
      await set(other.address, expires + 1n, other)
    })
  })
}
