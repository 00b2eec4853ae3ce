import { ethers, loadCollections, POLICY, termsOf, word } from '../fixtures/collections.ts'
import { deployMock } from '../fixtures/deploy-mock.ts'
import { ROYALTY_BPS } from '../fixtures/trade.ts'
import { voucherOf } from '../fixtures/vouchers.ts'
import type { Collection } from './behaviours/collection.ts'
import { shouldBehaveLikeERC721 } from './behaviours/erc721.ts'
import { type Editions, shouldBehaveLikeERC1155 } from './behaviours/erc1155.ts'
import { shouldBehaveLikeERC2981 } from './behaviours/erc2981.ts'
import { shouldBehaveLikeERC4906 } from './behaviours/erc4906.ts'
import { shouldBehaveLikeERC4907 } from './behaviours/erc4907.ts'
import { shouldBehaveLikeERC5192 } from './behaviours/erc5192.ts'
import { shouldBehaveLikeERC7007 } from './behaviours/erc7007.ts'
import { shouldBehaveLikeERC7572 } from './behaviours/erc7572.ts'
import { shouldKeepItsUsers } from './behaviours/protected-tenancy.ts'

const digest = (core: string) => ethers.sha256(ethers.toUtf8Bytes(core))

/** The house collection, a token that its creator may revise, and everyone in it. */
async function house() {
  const scene = await loadCollections()
  const { creator, stranger, mint } = scene
  const tokenId = await mint(creator, 'standard', { policy: POLICY.revisable })
  const bare = scene.house
  const mintWith = (label: string, core: string, policy: number) =>
    bare.connect(creator).mint(core, word(`root ${label}`), word('p'), word('e'), termsOf(creator, { policy }), [])
  const mintCore = async (text: string) => {
    await mintWith('core', digest(text), 0)
    const coreHash = digest(text)
    return { tokenId: await bare.tokenIdOf(creator.address, coreHash), creator: creator.address, coreHash, root: word('root core') }
  }
  const collection = bare as unknown as Collection
  return {
    ...scene,
    collection,
    tokenId,
    owner: creator,
    other: stranger,
    change: () => bare.connect(creator).revise(tokenId, word('revised')),
    bound: collection,
    boundId: await bare.tokenIdOf(creator.address, word('bound')),
    mintBound: () => mintWith('bound', word('bound'), POLICY.soulbound),
    mintCore,
    receiver: creator.address,
    bps: BigInt(ROYALTY_BPS),
    uri: 'ipfs://house',
  }
}

/** A collection of one creator, whose tokens may be revised; soulbound tokens have a collection of their own. */
async function own() {
  const scene = await loadCollections()
  const { creator, stranger, createOwn, mintOwn } = scene
  const bare = await createOwn(creator, { policy: POLICY.revisable, name: 'Drafts' })
  const badges = await createOwn(creator, { policy: POLICY.soulbound, name: 'Badges' })
  const tokenId = await mintOwn('standard', [], bare)
  const mintCore = async (text: string) => {
    const coreHash = digest(text)
    await bare.connect(creator).mint(coreHash, word('root core'), word('p'), word('e'), 2, [])
    return { tokenId: await bare.tokenIdOf(creator.address, coreHash), creator: creator.address, coreHash, root: word('root core') }
  }
  return {
    ...scene,
    collection: bare as unknown as Collection,
    tokenId,
    owner: creator,
    other: stranger,
    change: () => bare.connect(creator).revise(tokenId, word('revised')),
    bound: badges as unknown as Collection,
    boundId: await badges.tokenIdOf(creator.address, word('bound')),
    mintBound: () => badges.connect(creator).mint(word('bound'), word('root bound'), word('p'), word('e'), 2, []),
    mintCore,
    receiver: creator.address,
    bps: BigInt(ROYALTY_BPS),
    uri: 'ipfs://lanterns',
  }
}

for (const [name, minted] of [
  ['AssetCollection', house],
  ['CreatorCollection', own],
] as const)
  describe(name, () => {
    shouldBehaveLikeERC721(minted)
    shouldBehaveLikeERC2981(minted)
    shouldBehaveLikeERC4906(minted)
    shouldBehaveLikeERC4907(minted)
    shouldBehaveLikeERC5192(minted)
    shouldBehaveLikeERC7007(minted)
    shouldBehaveLikeERC7572(minted)
    shouldKeepItsUsers(minted)
  })

describe('EditionCollection', () => {
  const editions = async () => {
    const scene = await loadCollections()
    const { creator, stranger } = scene
    const voucher = voucherOf(creator, 'edition', { maxSupply: 10n })
    await scene.editions.connect(creator).mint(voucher, 7n)
    return {
      collection: scene.editions as unknown as Collection & Editions,
      tokenId: await scene.editions.tokenIdOf(creator.address, voucher.coreHash),
      units: 7n,
      owner: creator,
      other: stranger,
      receiver: creator.address,
      bps: BigInt(ROYALTY_BPS),
      uri: 'ipfs://editions',
    }
  }
  shouldBehaveLikeERC1155(editions)
  shouldBehaveLikeERC2981(editions)
  shouldBehaveLikeERC7572(editions)
})

describe('collections of OpenZeppelin, so that the behaviours are those of the standards', () => {
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
  shouldBehaveLikeERC1155(async () => {
    const [owner, other] = await ethers.getSigners()
    if (!owner || !other) throw new Error('no accounts')
    const collection = await deployMock<'mint'>('PlainEditions')
    await collection.mint(owner.address, 1n, 7n)
    return { collection: collection as unknown as Editions, tokenId: 1n, units: 7n, owner, other }
  })
})
