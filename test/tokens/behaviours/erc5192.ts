import type { HardhatEthersSigner } from '@nomicfoundation/hardhat-ethers/types'
import { expect } from 'chai'
import type { ContractTransactionResponse } from 'ethers'
import type { Collection } from './collection.ts'

/** ERC-5192, https://eips.ethereum.org/EIPS/eip-5192. `mintBound` mints the soulbound token `boundId` to `owner`. */
export function shouldBehaveLikeERC5192(
  minted: () => Promise<{
    collection: Collection
    tokenId: bigint
    bound: Collection
    boundId: bigint
    mintBound: () => Promise<ContractTransactionResponse>
    market: HardhatEthersSigner
    owner: HardhatEthersSigner
    other: HardhatEthersSigner
  }>,
): void {
  describe('behaves like ERC-5192', () => {
    it('names its interface', async () => {
      const { collection } = await minted()
      expect(await collection.supportsInterface('0xb45a3c0e')).to.equal(true)
    })

    it('tells which tokens are bound, and of no token that is not there', async () => {
      const { collection, tokenId, bound, boundId, mintBound } = await minted()
      await expect(mintBound()).to.emit(bound, 'Locked').withArgs(boundId)
      expect(await bound.locked(boundId)).to.equal(true)
      expect(await collection.locked(tokenId)).to.equal(false)
      await expect(collection.locked(tokenId + 1n)).to.be.revertedWithCustomError(collection, 'ERC721NonexistentToken')
    })

    it('lets nobody move or lend a bound token, not the market either', async () => {
      const { bound, boundId, mintBound, market, owner, other } = await minted()
      await mintBound()
      await bound.connect(owner).approve(other.address, boundId)
      for (const by of [owner, other, market])
        await expect(bound.connect(by).transferFrom(owner.address, other.address, boundId))
          .to.be.revertedWithCustomError(bound, 'TokensSoulbound')
          .withArgs(boundId)
      await expect(
        bound.connect(owner)['safeTransferFrom(address,address,uint256)'](owner.address, other.address, boundId),
      ).to.be.revertedWithCustomError(bound, 'TokensSoulbound')
      await expect(bound.connect(owner).setUser(boundId, other.address, 2n ** 40n)).to.be.revertedWithCustomError(bound, 'TokensSoulbound')
      expect(await bound.ownerOf(boundId)).to.equal(owner.address)
    })

    it('lets the owner burn it', async () => {
      const { bound, boundId, mintBound, owner } = await minted()
      await mintBound()
      await bound.connect(owner).burn(boundId)
      await expect(bound.ownerOf(boundId)).to.be.revertedWithCustomError(bound, 'ERC721NonexistentToken')
    })
  })
}
