import type { OrderKind } from '@daedal/protocol/market/order'
import { proofInTree, traitOf, traitTree } from '@daedal/protocol/market/trait'
import { expect } from 'chai'
import { loadGoods } from '../fixtures/goods.ts'
import { ethers } from '../fixtures/trade.ts'

const IDS = [1n, 3n, 4n, 77n, 78n]

/** A signed offer for any of the ids. */
async function wanted(ids: readonly bigint[] = IDS, kind: OrderKind = 'collection-offer') {
  const goods = await loadGoods()
  const trait = traitOf(ids)
  const { order, signature } = await goods.signed(kind, goods.buyer, { collection: goods.plainAddress }, { form: 'trait-offer', trait })
  const accept = (tokenId: bigint, proof = proofInTree(traitTree(ids), tokenId) ?? [], shown = trait) =>
    goods.market.connect(goods.seller).fillTrait(order, shown, proof, { tokenId, quantity: 0n, limit: 0n }, signature)
  return { ...goods, order, signature, trait, accept }
}

describe('fillTrait', () => {
  it('it takes every token that has the trait', async () => {
    for (const tokenId of [1n, 3n, 4n]) {
      const { accept, plain, buyer } = await wanted()
      await accept(tokenId)
      expect(await plain.ownerOf(tokenId)).to.equal(buyer.address)
    }
  })

  it('it takes the only token of a trait of one', async () => {
    const { accept, plain, buyer, trait } = await wanted([2n])
    expect(trait.height).to.equal(0)
    await accept(2n, [])
    expect(await plain.ownerOf(2n)).to.equal(buyer.address)
  })

  describe('when the token does not have the trait', () => {
    it('it reverts with MarketProofInvalid', async () => {
      const { accept, market, trait } = await wanted()
      await expect(accept(2n, proofInTree(traitTree(IDS), 3n) as `0x${string}`[]))
        .to.be.revertedWithCustomError(market, 'MarketProofInvalid')
        .withArgs(2n, trait.root)
    })
  })

  describe('when an inner node is passed off as a token', () => {
    it('it reverts with MarketProofInvalid', async () => {
      const { accept, market } = await wanted()
      const proof = proofInTree(traitTree(IDS), 1n) as `0x${string}`[]
      const leaf = ethers.keccak256(ethers.keccak256(ethers.toBeHex(1n, 32)))
      const pair = [leaf, proof[0] as string].sort((a, b) => (BigInt(a) < BigInt(b) ? -1 : 1))
      const node = BigInt(ethers.keccak256(ethers.concat(pair)))
      for (const shown of [proof.slice(1), proof])
        await expect(accept(node, shown)).to.be.revertedWithCustomError(market, 'MarketProofInvalid')
    })
  })

  describe('when the proof is shorter or longer than the tree is high', () => {
    it('it reverts with MarketProofInvalid', async () => {
      const { accept, market, trait } = await wanted()
      const proof = proofInTree(traitTree(IDS), 1n) as `0x${string}`[]
      for (const shown of [proof.slice(1), [...proof, trait.root], []])
        await expect(accept(1n, shown)).to.be.revertedWithCustomError(market, 'MarketProofInvalid').withArgs(1n, trait.root)
    })
  })

  describe('when the tree is higher than 32', () => {
    it('it reverts with MarketProofInvalid', async () => {
      const { accept, market } = await wanted()
      let root = ethers.keccak256(ethers.keccak256(ethers.toBeHex(1n, 32)))
      const proof: `0x${string}`[] = []
      for (let level = 0; level < 33; level += 1) {
        const sibling = ethers.toBeHex(level, 32) as `0x${string}`
        proof.push(sibling)
        root = ethers.keccak256(ethers.concat([root, sibling].sort((a, b) => (BigInt(a) < BigInt(b) ? -1 : 1))))
      }
      await expect(accept(1n, proof, { root: root as `0x${string}`, height: 33 })).to.be.revertedWithCustomError(
        market,
        'MarketProofInvalid',
      )
    })
  })

  describe('when another trait than the signed one is shown', () => {
    it('it reverts with MarketSignatureInvalid', async () => {
      const { accept, market } = await wanted()
      const other = [1n, 2n]
      await expect(accept(2n, proofInTree(traitTree(other), 2n) as `0x${string}`[], traitOf(other))).to.be.revertedWithCustomError(
        market,
        'MarketSignatureInvalid',
      )
    })
  })

  describe('when the order is no collection offer', () => {
    it('it reverts with MarketKindNotAllowed', async () => {
      for (const [kind, number] of [
        ['offer', 1],
        ['listing', 0],
      ] as const) {
        const { accept, market } = await wanted(IDS, kind)
        await expect(accept(1n)).to.be.revertedWithCustomError(market, 'MarketKindNotAllowed').withArgs(number)
      }
    })
  })

  describe('when it is filled as a plain collection offer', () => {
    it('it reverts with MarketSignatureInvalid', async () => {
      const { market, order, signature, seller } = await wanted()
      await expect(market.connect(seller).fillAs(order, { tokenId: 2n, quantity: 0n, limit: 0n }, signature)).to.be.revertedWithCustomError(
        market,
        'MarketSignatureInvalid',
      )
    })
  })
})
