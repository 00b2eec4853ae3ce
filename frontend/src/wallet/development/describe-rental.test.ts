import type { Step } from '@daedal/protocol/market/api'
import { bulkRentalTypedData, type RentalOffer, rentalOfferTypedData } from '@daedal/protocol/market/rental-offer'
import type { Hex } from 'viem'
import { describe, expect, it } from 'vitest'
import { i18n } from '../../lib/text/language.ts'
import '../../lib/text/load-later-words.ts'
import { approveToken } from '../testing/fake-house.ts'
import { lettings, offer, rentals } from '../testing/fake-rentals.ts'
import { buyer, seller, venue } from '../testing/fake-world.ts'
import type { TypedData } from './confirmation.ts'
import type { Sentence } from './describe-order.ts'
import { describeTransaction, describeTypedData } from './describe-question.ts'

const known = { market: venue.market, assetCollection: venue.collection, wrappedEther: venue.wrappedEther, rentals }
const words = (sentences: Sentence[]) => sentences.map(({ key, values }) => i18n._(key, values))
const told = (step: Step) => {
  if (step.type === 'sign') throw new Error('nothing is signed here')
  const { to, data, value } = step.transaction
  return words(describeTransaction({ to, data: data as Hex, value: BigInt(value), maxFee: 0n }, buyer, known, 'en'))
}
const hundredth = 10n ** 16n
const signed = (change: Partial<RentalOffer> = {}, contract = rentals) => {
  const data = rentalOfferTypedData(venue.chainId, contract, { ...offer, pricePerDay: hundredth, ...change })
  return words(describeTypedData(data as unknown as TypedData, known, 'en'))
}
const keeps = 'The token stays yours. Who has rented it cannot be removed before the time is over.'
const limits = 'Of the price, at most 5 % goes to the market and 10 % to the creator.'

describe('an offer to let', () => {
  it('is put into words with what it binds to', () => {
    expect(signed()).toEqual([
      'Let token 7 of 0x0000…0a02 for 0.0100 ETH a day, 1 to 30 days at once. The offer is open until 20 Nov 2286, 17:46 UTC.',
      keeps,
      limits,
    ])
    expect(signed({ minDays: 7, maxDays: 7, renter: seller, lastExpiry: 1_700_000_000n })).toEqual([
      'Let token 7 of 0x0000…0a02 for 0.0100 ETH a day, 7 days at once. The offer is open until 20 Nov 2286, 17:46 UTC.',
      'Only with 0x3C44…93BC.',
      'No rental under it lasts beyond 14 Nov 2023, 22:13 UTC.',
      keeps,
      limits,
    ])
  })
  it('is unknown when it is for another contract', () => {
    expect(signed({}, seller)).toEqual(['Data that this wallet does not know. Confirm only if you know what it does.'])
  })
  it('is told once each when several are signed together, those of one nonce too', () => {
    const offers = [offer, { ...offer, pricePerDay: 1n }, { ...offer, tokenId: 8n, nonce: 9n }]
    const data = bulkRentalTypedData(venue.chainId, rentals, offers) as unknown as TypedData
    const sentences = words(describeTypedData(data, known, 'en'))
    expect(sentences[0]).toBe('3 offers to let with one signature:')
    expect(sentences.filter((sentence) => sentence.startsWith('Let token'))).toHaveLength(3)
  })
})

describe('calls of rentals', () => {
  it('are put into words with what they cost', () => {
    const rent = lettings.rent({ offer: { pricePerDay: hundredth }, limit: 3n * hundredth })
    const final = 'Nothing is refunded when it is ended early.'
    expect(told(rent)).toEqual(['Rent token 7 of 0x0000…0a02 for 3 days and pay 0.0300 ETH.', final])
    expect(told(lettings.rent({ days: 1, limit: hundredth, user: seller }))).toEqual([
      'Rent token 7 of 0x0000…0a02 for one day and pay 0.0100 ETH.',
      'Who may use it is 0x3C44…93BC.',
      final,
    ])
    expect(told(lettings.giveBack())[0]).toMatch(/^End your rental of token 7/)
    expect(told(lettings.release())[0]).toMatch(/^Have token 7 .* given back to its owner\.$/)
    expect(told(lettings.releaseTo(seller))[0]).toMatch(/sent to 0x3C44…93BC\.$/)
    expect(told(lettings.cancel())).toEqual(['Cancel one of your offers to let in lane 2. Rentals that run go on.'])
    expect(told(lettings.cancelAll())).toEqual(['Cancel all your offers to let in lane 2. Rentals that run go on.'])
    expect(told(lettings.withdraw(venue.wrappedEther))).toEqual(['Take out what the contract of rentals keeps for you.'])
  })
  it('tell what the collection does with a user, and what rentals may do', () => {
    expect(told(lettings.setUser())).toEqual(['End the use of token 7 now. Nothing is refunded.'])
    expect(told(lettings.setUser({ user: seller, expires: 1_700_000_000n }))).toEqual([
      'Let 0x3C44…93BC use token 7 until 14 Nov 2023, 22:13 UTC. Nothing takes that back.',
    ])
    expect(told(approveToken(rentals))).toEqual([
      'Let Daedal Rentals act for token 7 until it is sent or sold: name its user, or hold it for a rental.',
    ])
  })
})
