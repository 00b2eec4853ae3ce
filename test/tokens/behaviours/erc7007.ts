import { expect } from 'chai'
import type { Mock } from '../../fixtures/deploy-mock.ts'
import { ethers } from '../../fixtures/trade.ts'
import type { Collection } from './collection.ts'

/** ERC-7007, https://eips.ethereum.org/EIPS/eip-7007, as honestly as in docs: proven is what others have reproduced. */
export function shouldBehaveLikeERC7007(
  minted: () => Promise<{
    collection: Collection
    reproductions: Mock<'confirm'>
    /** Mints a token whose record is the text. */
    mintCore: (core: string) => Promise<{ tokenId: bigint; creator: string; coreHash: string; root: string }>
  }>,
): void {
  describe('behaves like ERC-7007', () => {
    const prompt = ethers.id('a lantern in the fog')
    const core = JSON.stringify({ generation: { plan: null, promptCommitment: prompt, seed: '11' }, schema: 'aigc-provenance/1' })
    const proof = ethers.hexlify(ethers.toUtf8Bytes(core))
    const encode = (...values: string[]) => ethers.AbiCoder.defaultAbiCoder().encode(['address', 'bytes32', 'bytes32'], values)

    async function reproduced() {
      const scene = await minted()
      const { tokenId, creator, coreHash, root } = await scene.mintCore(core)
      const data = encode(creator, coreHash, root)
      await scene.reproductions.confirm(await scene.collection.getAddress(), tokenId, coreHash)
      return { ...scene, tokenId, creator, coreHash, root, data }
    }

    it('names its interface', async () => {
      const { collection } = await minted()
      expect(await collection.supportsInterface('0x702c55a6')).to.equal(true)
    })

    it('verifies nothing that nobody has reproduced', async () => {
      const { collection, mintCore } = await minted()
      const { creator, coreHash, root } = await mintCore(core)
      expect(await collection.verify(prompt, encode(creator, coreHash, root), proof)).to.equal(false)
    })

    it('verifies what was reproduced, and nothing that differs from it', async () => {
      const { collection, data, creator, coreHash, root } = await reproduced()
      expect(await collection.verify(prompt, data, proof)).to.equal(true)
      expect(await collection.verify(ethers.id('another prompt'), data, proof)).to.equal(false)
      expect(await collection.verify('0x', data, proof)).to.equal(false)
      expect(await collection.verify(prompt, encode(creator, coreHash, ethers.id('another root')), proof)).to.equal(false)
      expect(await collection.verify(prompt, encode(ethers.ZeroAddress, coreHash, root), proof)).to.equal(false)
      expect(await collection.verify(prompt, encode(creator, ethers.id('another core'), root), proof)).to.equal(false)
      expect(await collection.verify(prompt, data, `${proof}00`)).to.equal(false)
      expect(await collection.verify(prompt, `${data}00`, proof)).to.equal(false)
      expect(await collection.verify(prompt, `0x01${data.slice(4)}`, proof)).to.equal(false)
    })

    it('puts on record only what it verifies, for the token it names', async () => {
      const { collection, tokenId, data } = await reproduced()
      await expect(collection.addAigcData(tokenId, prompt, data, proof)).to.emit(collection, 'AigcData')
      await expect(collection.addAigcData(tokenId, ethers.id('x'), data, proof))
        .to.be.revertedWithCustomError(collection, 'TokensAigcDataUnproven')
        .withArgs(tokenId)
      await expect(collection.addAigcData(tokenId + 1n, prompt, data, proof)).to.be.revertedWithCustomError(
        collection,
        'ERC721NonexistentToken',
      )
    })
  })
}
