import { voucherMintTypes } from '@daedal/protocol/tokens/messages'
import { unpackTerms } from '@daedal/protocol/tokens/terms'
import { expect } from 'chai'
import fc from 'fast-check'
import { ethers, loadCollections } from '../fixtures/collections.ts'

const hex = (length: number) =>
  fc.uint8Array({ minLength: length, maxLength: length }).map((bytes) => `0x${Buffer.from(bytes).toString('hex')}` as const)
const terms = fc.record({
  royaltyReceiver: hex(20).filter((account) => BigInt(account) !== 0n),
  royaltyBps: fc.nat(1_000),
  remixBps: fc.nat(5_000),
  policy: fc.nat(15),
  disclosure: fc.integer({ min: 1, max: 5 }),
})
const payees = fc.array(fc.record({ account: hex(20), bps: fc.nat(10_000) }), { maxLength: 3 })
const voucher = fc.record({
  coreHash: hex(32),
  root: hex(32),
  promptCommitment: hex(32),
  engineHash: hex(32),
  terms,
  parents: fc.array(fc.record({ tokenId: fc.bigInt({ min: 0n, max: (1n << 256n) - 1n }), payees }), { maxLength: 3 }),
  maxSupply: fc.bigInt({ min: 0n, max: (1n << 128n) - 1n }),
})

describe('voucher parity', () => {
  it('hashes are those that a wallet signs', async () => {
    const { house } = await loadCollections()
    const types = Object.fromEntries(
      Object.entries(voucherMintTypes).map(([name, fields]) => [name, fields.map((field) => ({ ...field }))]),
    )
    await fc.assert(
      fc.asyncProperty(voucher, async (value) => {
        expect(await house.hashVoucher(value)).to.equal(ethers.TypedDataEncoder.hashStruct('Voucher', types, value))
      }),
      { numRuns: 60 },
    )
  })

  it('terms are unpacked from the event as the contract answers them', async () => {
    const { house, creator } = await loadCollections()
    let index = 0
    await fc.assert(
      fc.asyncProperty(terms, async (value) => {
        index += 1
        const core = ethers.id(`packed ${index}`)
        await house.connect(creator).mint(core, core, core, core, value, [])
        const id = await house.tokenIdOf(creator.address, core)
        const [event] = await house.queryFilter(house.filters.Provenance(id))
        const found = unpackTerms(event?.args.terms ?? 0n)
        expect(found).to.deep.equal({ ...value, royaltyReceiver: ethers.getAddress(value.royaltyReceiver) })
        expect(await house.termsOf(id)).to.deep.equal(Object.values(found).map((part) => (typeof part === 'number' ? BigInt(part) : part)))
      }),
      { numRuns: 40 },
    )
  })
})
