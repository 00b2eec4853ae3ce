import { expect } from 'chai'
import type { Collection } from './collection.ts'

/** ERC-7572, https://eips.ethereum.org/EIPS/eip-7572, of a collection that was made with `uri`. */
export function shouldBehaveLikeERC7572(deployed: () => Promise<{ collection: Collection; uri: string }>): void {
  describe('behaves like ERC-7572', () => {
    it('answers the address of its metadata and told of it once', async () => {
      const { collection, uri } = await deployed()
      expect(await collection.contractURI()).to.equal(uri)
      expect(await collection.queryFilter('ContractURIUpdated')).to.have.lengthOf(1)
    })
  })
}
