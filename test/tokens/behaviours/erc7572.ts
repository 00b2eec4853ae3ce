import { expect } from 'chai'
import type { Collection } from './collection.ts'

/** ERC-7572, https://eips.ethereum.org/EIPS/eip-7572, of a collection whose metadata never change. */
export function shouldBehaveLikeERC7572(deployed: () => Promise<{ collection: Pick<Collection, 'contractURI'>; uri: string }>): void {
  describe('behaves like ERC-7572', () => {
    it('answers the address of its metadata', async () => {
      const { collection, uri } = await deployed()
      expect(await collection.contractURI()).to.equal(uri)
    })
  })
}
