import { expect } from 'chai'
import type { ContractTransactionResponse } from 'ethers'
import type { Collection } from './collection.ts'

/** ERC-4906, https://eips.ethereum.org/EIPS/eip-4906. `change` alters the metadata of the token. */
export function shouldBehaveLikeERC4906(
  minted: () => Promise<{ collection: Collection; tokenId: bigint; change: () => Promise<ContractTransactionResponse> }>,
): void {
  describe('behaves like ERC-4906', () => {
    it('names its interface', async () => {
      const { collection } = await minted()
      expect(await collection.supportsInterface('0x49064906')).to.equal(true)
    })

    it('tells marketplaces when metadata changes', async () => {
      const { collection, tokenId, change } = await minted()
      await expect(change()).to.emit(collection, 'MetadataUpdate').withArgs(tokenId)
    })
  })
}
