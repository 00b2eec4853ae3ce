import type { HardhatEthersSigner } from '@nomicfoundation/hardhat-ethers/types'
import { expect } from 'chai'
import { ethers } from '../../fixtures/trade.ts'
import type { Collection } from './collection.ts'

/** ERC-721, https://eips.ethereum.org/EIPS/eip-721. `minted` gives a collection and a token with its owner, afresh for each test. */
export function shouldBehaveLikeERC721(
  minted: () => Promise<{ collection: Collection; tokenId: bigint; owner: HardhatEthersSigner; other: HardhatEthersSigner }>,
): void {
  describe('behaves like ERC-721', () => {
    it('names its interfaces', async () => {
      const { collection } = await minted()
      for (const id of ['0x80ac58cd', '0x5b5e139f', '0x01ffc9a7']) expect(await collection.supportsInterface(id)).to.equal(true)
      expect(await collection.supportsInterface('0xffffffff')).to.equal(false)
    })

    it('counts and names the owner', async () => {
      const { collection, tokenId, owner, other } = await minted()
      const had = await collection.balanceOf(owner.address)
      await expect(collection.connect(owner).transferFrom(owner.address, other.address, tokenId))
        .to.emit(collection, 'Transfer')
        .withArgs(owner.address, other.address, tokenId)
      expect(await collection.ownerOf(tokenId)).to.equal(other.address)
      expect(await collection.balanceOf(owner.address)).to.equal(BigInt(had) - 1n)
      await expect(collection.balanceOf(ethers.ZeroAddress)).to.be.revertedWithCustomError(collection, 'ERC721InvalidOwner')
      await expect(collection.ownerOf(tokenId + 1n)).to.be.revertedWithCustomError(collection, 'ERC721NonexistentToken')
    })

    it('lets the owner, its operator and the approved account move a token, nobody else', async () => {
      const { collection, tokenId, owner, other } = await minted()
      const move = (from: HardhatEthersSigner, by: HardhatEthersSigner, to: HardhatEthersSigner) =>
        collection.connect(by).transferFrom(from.address, to.address, tokenId)
      await expect(move(owner, other, other)).to.be.revertedWithCustomError(collection, 'ERC721InsufficientApproval')
      await collection.connect(owner).approve(other.address, tokenId)
      expect(await collection.getApproved(tokenId)).to.equal(other.address)
      await move(owner, other, other)
      expect(await collection.getApproved(tokenId)).to.equal(ethers.ZeroAddress)
      await collection.connect(other).setApprovalForAll(owner.address, true)
      await move(other, owner, owner)
      await expect(move(other, owner, owner)).to.be.revertedWithCustomError(collection, 'ERC721IncorrectOwner')
    })

    it('asks a receiving contract only when moved safely', async () => {
      const { collection, tokenId, owner, other } = await minted()
      const deaf = await collection.getAddress()
      const safe = collection.connect(owner)['safeTransferFrom(address,address,uint256)']
      await expect(safe(owner.address, deaf, tokenId)).to.be.revertedWithCustomError(collection, 'ERC721InvalidReceiver')
      await safe(owner.address, other.address, tokenId)
      await expect(collection.connect(other).transferFrom(other.address, ethers.ZeroAddress, tokenId)).to.be.revertedWithCustomError(
        collection,
        'ERC721InvalidReceiver',
      )
    })
  })
}
