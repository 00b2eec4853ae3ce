import {
  bulkRentalTypedData,
  hashRentalOffer,
  MAX_RENTAL_DAYS,
  MAX_RENTALS,
  type RentalOffer,
  rentalOfferTypes,
  rentalsDomain,
} from '@daedal/protocol/market/rental-offer'
import { expect } from 'chai'
import fc from 'fast-check'
import { hashTypedData } from 'viem'
import { uint } from '../../protocol/testing/arbitrary-forms.ts'
import { loadRentals } from '../fixtures/rentals.ts'
import { ethers } from '../fixtures/trade.ts'

const address = uint(160).map((value) => ethers.toBeHex(value, 20) as `0x${string}`)
const days = fc.integer({ min: 0, max: 65_535 })
const anyOffer: fc.Arbitrary<RentalOffer> = fc.record({
  owner: address,
  collection: address,
  tokenId: uint(256),
  currency: address,
  pricePerDay: uint(128),
  minDays: days,
  maxDays: days,
  renter: address,
  start: uint(64),
  end: uint(64),
  lastExpiry: uint(64),
  maxFeeBps: days,
  maxRoyaltyBps: days,
  nonce: uint(256),
})

describe('rental offer parity', () => {
  it('the contract hashes every offer as viem does', async () => {
    const { rentals, rentalsAddress, chainId } = await loadRentals()
    await fc.assert(
      fc.asyncProperty(anyOffer, async (offer) => {
        expect(await rentals.hashOffer(offer)).to.equal(hashRentalOffer(Number(chainId), rentalsAddress, offer))
      }),
      { numRuns: 200 },
    )
  })

  it('a tree of offers is what wallets hash', async () => {
    const { rentalsAddress, seller } = await loadRentals()
    for (const count of [1, 2, 5]) {
      const offers = fc.sample(anyOffer, count)
      const typed = bulkRentalTypedData(31_337, rentalsAddress, offers)
      const signature = await seller.signTypedData(typed.domain as never, typed.types as never, typed.message as never)
      expect(ethers.recoverAddress(hashTypedData(typed as never), signature)).to.equal(seller.address)
    }
  })

  it('the struct has the fields of the signed type, in their order', async () => {
    const { rentals } = await loadRentals()
    const [request] = rentals.interface.getFunction('rent').inputs
    const offer = request?.components?.find(({ name }) => name === 'offer')
    expect(offer?.components?.map(({ name, type }) => ({ name, type }))).to.deep.equal([...rentalOfferTypes.RentalOffer])
    expect(request?.components?.map(({ name, type }) => ({ name, type })).slice(1)).to.deep.equal([
      { name: 'signature', type: 'bytes' },
      { name: 'dayCount', type: 'uint16' },
      { name: 'user', type: 'address' },
    ])
  })

  it('the domain is the one that wallets are shown', async () => {
    const { rentals, rentalsAddress, chainId } = await loadRentals()
    const [, name, version, chain, contract] = await rentals.eip712Domain()
    const domain = rentalsDomain(Number(chainId), rentalsAddress)
    expect([name, version, chain, contract]).to.deep.equal([domain.name, domain.version, chainId, domain.verifyingContract])
  })

  it('a word that does not fit its field is not read', async () => {
    const { rentals, rentalsAddress, offerOf } = await loadRentals()
    const data = rentals.interface.encodeFunctionData('hashOffer', [await offerOf()])
    for (let field = 0; field < 14; field += 1) {
      const at = 10 + 64 * field
      const dirty = `${data.slice(0, at)}f${data.slice(at + 1)}`
      const call = ethers.provider.call({ to: rentalsAddress, data: dirty })
      // A token and a nonce are whole words.
      if (field === 2 || field === 13) expect(await call).to.not.equal(await rentals.hashOffer(await offerOf()))
      else await expect(call, String(field)).to.be.revertedWithoutReason(ethers)
    }
  })

  it('the limits are the same', async () => {
    const { rentals } = await loadRentals()
    expect([await rentals.MAX_DAYS(), await rentals.MAX_BATCH()]).to.deep.equal([BigInt(MAX_RENTAL_DAYS), BigInt(MAX_RENTALS)])
  })
})
