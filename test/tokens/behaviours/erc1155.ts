import type { HardhatEthersSigner } from '@nomicfoundation/hardhat-ethers/types'
import { expect } from 'chai'
import type { Mock } from '../../fixtures/deploy-mock.ts'
import { ethers } from '../../fixtures/trade.ts'

/** What the behaviour asks of a collection. */
export type Editions = Mock<
  'balanceOf' | 'balanceOfBatch' | 'safeBatchTransferFrom' | 'safeTransferFrom' | 'setApprovalForAll' | 'supportsInterface'
>

/** ERC-1155, https://eips.ethereum.org/EIPS/eip-1155. `owner` holds `units` (5 or more) of the token, `other` none. */
export function shouldBehaveLikeERC1155(
  minted: () => Promise<{
    collection: Editions
    tokenId: bigint
    units: bigint
    owner: HardhatEthersSigner
    other: HardhatEthersSigner
  }>,
): void {
  describe('behaves like ERC-1155', () => {
    it('names its interfaces', async () => {
      const { collection } = await minted()
      for (const id of ['0xd9b67a26', '0x0e89341c', '0x01ffc9a7']) expect(await collection.supportsInterface(id)).to.equal(true)
      expect(await collection.supportsInterface('0xffffffff')).to.equal(false)
    })

    it('counts units, and moves as many as told', async () => {
      const { collection, tokenId, units, owner, other } = await minted()
      await expect(collection.connect(owner).safeTransferFrom(owner.address, other.address, tokenId, 2n, '0x'))
        .to.emit(collection, 'TransferSingle')
        .withArgs(owner.address, owner.address, other.address, tokenId, 2n)
      expect(await collection.balanceOfBatch([owner.address, other.address], [tokenId, tokenId])).to.deep.equal([units - 2n, 2n])
      await collection.connect(owner).safeBatchTransferFrom(owner.address, other.address, [tokenId, tokenId], [1n, 1n], '0x')
      expect(await collection.balanceOf(other.address, tokenId)).to.equal(4n)
      await expect(
        collection.connect(owner).safeTransferFrom(owner.address, other.address, tokenId, units, '0x'),
      ).to.be.revertedWithCustomError(collection, 'ERC1155InsufficientBalance')
    })

    it('lets the owner and its operator move units, nobody else', async () => {
      const { collection, tokenId, owner, other } = await minted()
      const move = () => collection.connect(other).safeTransferFrom(owner.address, other.address, tokenId, 1n, '0x')
      await expect(move()).to.be.revertedWithCustomError(collection, 'ERC1155MissingApprovalForAll')
      await collection.connect(owner).setApprovalForAll(other.address, true)
      await move()
    })

    it('asks a receiving contract', async () => {
      const { collection, tokenId, owner } = await minted()
      const deaf = await collection.getAddress()
      await expect(collection.connect(owner).safeTransferFrom(owner.address, deaf, tokenId, 1n, '0x')).to.be.revertedWithCustomError(
        collection,
        'ERC1155InvalidReceiver',
      )
      await expect(
        collection.connect(owner).safeTransferFrom(owner.address, ethers.ZeroAddress, tokenId, 1n, '0x'),
      ).to.be.revertedWithCustomError(collection, 'ERC1155InvalidReceiver')
    })
  })
}
