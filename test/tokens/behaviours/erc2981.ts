import { expect } from 'chai'
import type { Collection } from './collection.ts'

/** ERC-2981, https://eips.ethereum.org/EIPS/eip-2981, of a token whose royalty is `bps` to `receiver`. */
export function shouldBehaveLikeERC2981(
  minted: () => Promise<{ collection: Collection; tokenId: bigint; receiver: string; bps: bigint }>,
): void {
  describe('behaves like ERC-2981', () => {
    it('names its interface', async () => {
      const { collection } = await minted()
      expect(await collection.supportsInterface('0x2a55205a')).to.equal(true)
    })

    it('answers a share of every price, rounded down and never above it', async () => {
      const { collection, tokenId, receiver, bps } = await minted()
      for (const price of [0n, 1n, 9_999n, 10_000n, 10n ** 18n, (1n << 128n) - 1n])
        expect(await collection.royaltyInfo(tokenId, price)).to.deep.equal([receiver, (price * bps) / 10_000n])
    })
  })
}
