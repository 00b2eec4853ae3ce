import { deployMock } from '../fixtures/deploy-mock.ts'
import { ethers, loadTrade, POLICY, ROYALTY_BPS, word } from '../fixtures/trade.ts'
import type { Collection } from './behaviours/collection.ts'
import { shouldBehaveLikeERC721 } from './behaviours/erc721.ts'
import { shouldBehaveLikeERC2981 } from './behaviours/erc2981.ts'
import { shouldBehaveLikeERC4906 } from './behaviours/erc4906.ts'
import { shouldBehaveLikeERC7572 } from './behaviours/erc7572.ts'

/** The house collection, a token that its creator may revise, and everyone in it. */
async function house() {
  const trade = await loadTrade()
  const tokenId = await trade.mint(trade.creator, 'standard', { policy: POLICY.revisable })
  const change = () => trade.collection.connect(trade.creator).revise(tokenId, word('revised'))
  const collection = trade.collection as unknown as Collection
  return { ...trade, collection, tokenId, change, owner: trade.creator, other: trade.stranger }
}

describe('AssetCollection', () => {
  shouldBehaveLikeERC721(house)
  shouldBehaveLikeERC2981(async () => ({ ...(await house()), receiver: (await house()).creator.address, bps: BigInt(ROYALTY_BPS) }))
  shouldBehaveLikeERC4906(house)
  shouldBehaveLikeERC7572(async () => ({ ...(await house()), uri: 'ipfs://collection' }))
})

describe('a collection of OpenZeppelin, so that the behaviours are those of the standards', () => {
  const plain = async () => {
    const [owner, other] = await ethers.getSigners()
    if (!owner || !other) throw new Error('no accounts')
    const collection = (await deployMock<'mint' | 'setRoyalty'>('PlainCollection')) as unknown as Collection & {
      mint(to: string, tokenId: bigint): Promise<unknown>
      setRoyalty(receiver: string, bps: bigint): Promise<unknown>
    }
    await collection.mint(owner.address, 1n)
    await collection.setRoyalty(other.address, 500n)
    return { collection, tokenId: 1n, owner, other, receiver: other.address, bps: 500n }
  }
  shouldBehaveLikeERC721(plain)
  shouldBehaveLikeERC2981(plain)
})
