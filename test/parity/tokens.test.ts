import { ProvenanceCore } from '@daedal/protocol/provenance/core'
import { disclosures } from '@daedal/protocol/provenance/disclosure'
import { tokenUriOfRoot } from '@daedal/protocol/tokens/root'
import { tokenIdOf } from '@daedal/protocol/tokens/token-id'
import { expect } from 'chai'
import fc from 'fast-check'
import { loadTrade, word } from '../fixtures/trade.ts'

const bytes = (length: number) =>
  fc.uint8Array({ minLength: length, maxLength: length }).map((value) => `0x${Buffer.from(value).toString('hex')}` as const)

describe('token parity', () => {
  it('ids are computed alike', async () => {
    const { collection } = await loadTrade()
    await fc.assert(
      fc.asyncProperty(bytes(20), bytes(32), async (creator, core) => {
        expect(await collection.tokenIdOf(creator, core)).to.equal(tokenIdOf(creator, core))
      }),
      { numRuns: 60 },
    )
  })

  it('metadata addresses are built alike from every root', async () => {
    const { collection, creator, termsOf } = await loadTrade()
    let index = 0
    const root = fc.oneof(bytes(32), fc.constantFrom(`0x${'ff'.repeat(32)}` as const, `0x${'00'.repeat(31)}01` as const))
    await fc.assert(
      fc.asyncProperty(root, async (value) => {
        fc.pre(BigInt(value) !== 0n)
        index += 1
        const core = word(`core ${index}`)
        await (await collection.connect(creator).mint(core, value, word('p'), word('e'), termsOf(creator), [])).wait()
        expect(await collection.tokenURI(await collection.tokenIdOf(creator.address, core))).to.equal(tokenUriOfRoot(value))
      }),
      { numRuns: 60 },
    )
  })

  it('every disclosure but the undeclared one can be minted, and no number above', async () => {
    const { collection, creator, mint } = await loadTrade()
    for (const disclosure of disclosures.keys()) {
      const minted = mint(creator, `disclosure ${disclosure}`, { disclosure })
      if (disclosure === 0) await expect(minted).to.be.revertedWithCustomError(collection, 'TokensDisclosureUnknown').withArgs(0)
      else await minted
    }
    await expect(mint(creator, 'above', { disclosure: disclosures.length })).to.be.revertedWithCustomError(
      collection,
      'TokensDisclosureUnknown',
    )
  })

  it('a record can name as many parents and as high a share as the contract takes', async () => {
    const { collection, creator, mint } = await loadTrade()
    const { inputs, rights } = ProvenanceCore.properties
    const share = (rights.properties.derivatives.properties.upBps as unknown as { maximum: number }).maximum
    await mint(creator, 'highest share', { remixBps: share })
    await expect(mint(creator, 'above', { remixBps: share + 1 })).to.be.revertedWithCustomError(collection, 'TokensRemixTooHigh')
    const most = (inputs as unknown as { maxItems: number }).maxItems
    const parents = await Promise.all(Array.from({ length: most + 1 }, (_, index) => mint(creator, `parent ${index}`, { remixBps: 0 })))
    await mint(creator, 'child', {}, parents.slice(0, most))
    await expect(mint(creator, 'child of too many', {}, parents)).to.be.revertedWithCustomError(collection, 'TokensTooManyParents')
  })
})
