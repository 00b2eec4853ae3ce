import type { Hex } from 'viem'
import { describe, expect, it } from 'vitest'
import { i18n } from '../../lib/text/language.ts'
import '../../lib/text/load-later-words.ts'
import { approveToken, house, sends } from '../testing/fake-house.ts'
import { buyer, venue } from '../testing/fake-world.ts'
import { describeTransaction } from './describe-question.ts'

const known = { market: venue.market, assetCollection: venue.collection, wrappedEther: venue.wrappedEther, auctionHouse: house }
const told = (step: ReturnType<typeof approveToken>, contracts: typeof known | Omit<typeof known, 'auctionHouse'> = known) => {
  if (step.type === 'sign') throw new Error('nothing is signed here')
  const { to, data, value } = step.transaction
  const sentences = describeTransaction({ to, data: data as Hex, value: BigInt(value), maxFee: 0n }, buyer, contracts, 'en')
  return sentences.map(({ key, values }) => i18n._(key, values))
}

describe('calls of the auction house', () => {
  it('are put into words with what they cost and bind to', () => {
    expect(told(sends.create({ reserve: 2n * 10n ** 17n }))).toEqual([
      'Put token 7 of 0x0000…0a02 up for auction, for 0.2000 ETH or more. The auction house takes it now.',
      'Bidding opens at once for 1 d; each bid is at least 5 % above the one before, and one in the last 10 min moves the end.',
    ])
    expect(told(sends.create({ quantity: 3n }))).toContain('It is 3 units of the token.')
    expect(told(sends.bid(10n ** 17n))).toEqual([
      'Bid 0.1000 ETH in auction 0xabab…abab. The auction house holds it until you are outbid or the auction ends.',
    ])
    expect(told(sends.bid(700n, 0n))).toEqual(['Bid 700 of the smallest unit of its currency in auction 0xabab…abab.'])
    expect(told(sends.settle())[0]).toMatch(/^End auction 0xabab…abab/)
    expect(told(sends.cancel())[0]).toMatch(/^Cancel your auction 0xabab…abab/)
    expect(told(sends.reclaim(buyer))).toEqual(['Have the asset of auction 0xabab…abab sent to 0x7099…79C8.'])
    expect(told(sends.withdraw(venue.wrappedEther))).toEqual(['Take out what the auction house keeps for you.'])
  })
  it('name the house where it may take a token, and are unknown where there is none', () => {
    expect(told(approveToken(house))).toEqual(['Let Daedal Auction House move token 7, once.'])
    const { auctionHouse: _, ...without } = known
    expect(told(approveToken(house), without)).toEqual(['Let 0x0000…0a04 move token 7, once.'])
    expect(told(sends.settle(), without)[0]).toMatch(/does not know/)
  })
})
