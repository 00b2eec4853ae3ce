import { marketAbi, wrappedEtherAbi } from '@daedal/protocol/market/abi.gen'
import { orderTypedData } from '@daedal/protocol/market/order'
import { encodeFunctionData, maxUint256 } from 'viem'
import { describe, expect, it } from 'vitest'
import { i18n } from '../../lib/text/language.ts'
import '../../lib/text/load-later-words.ts'
import { buyer, order, seller, venue } from '../testing/fake-world.ts'
import type { TypedData } from './confirmation.ts'
import { describeTransaction, describeTypedData, type Sentence } from './describe-question.ts'

const known = { market: venue.market, assetCollection: venue.collection, wrappedEther: venue.wrappedEther }
const words = (sentences: Sentence[]) => sentences.map(({ key, values }) => i18n._(key, values))
const planned = (to: `0x${string}`, data: `0x${string}`, value = 0n) => ({ to, data, value, maxFee: 0n })
const signed = (change: object): TypedData =>
  ({ ...orderTypedData(venue.chainId, venue.market, { ...order, price: 5n * 10n ** 17n }), ...change }) as unknown as TypedData

describe('data to sign', () => {
  it('is an order in words, with the limits that it allows', () => {
    expect(words(describeTypedData(signed({}), known, 'en'))).toEqual([
      'Sell token 7 for 0.5000 ETH until 20 Nov 2286, 17:46 UTC.',
      'Of the price, at most 5 % goes to the market and 10 % to the creator.',
    ])
  })
  it('is unknown when it is for another contract or of another kind', () => {
    const foreign = signed({ domain: { name: 'Daedal Market', version: '1', chainId: venue.chainId, verifyingContract: seller } })
    expect(describeTypedData(foreign, known, 'en')).toEqual([{ key: 'confirm.unknownSign' }])
    expect(describeTypedData(signed({ primaryType: 'Permit' }), known, 'en')).toEqual([{ key: 'confirm.unknownSign' }])
  })
})

describe('a transaction', () => {
  it('is told by what it calls', () => {
    const fill = encodeFunctionData({ abi: marketAbi, functionName: 'fill', args: [order, '0x'] })
    expect(words(describeTransaction(planned(venue.market, fill, order.price), buyer, known))).toEqual([
      'Buy token 7 for 0.840000000000000007 ETH from 0x3C44…93BC.',
    ])
    const cancel = encodeFunctionData({ abi: marketAbi, functionName: 'cancel', args: [4n, 0b101n] })
    expect(words(describeTransaction(planned(venue.market, cancel), buyer, known))).toEqual([
      'Cancel 2 of your orders in lane 4. It can never be filled again.',
    ])
  })
  it('warns of an approval without a limit', () => {
    const approve = encodeFunctionData({ abi: wrappedEtherAbi, functionName: 'approve', args: [seller, maxUint256] })
    expect(words(describeTransaction(planned(venue.wrappedEther, approve), buyer, known))).toEqual([
      'Let 0x3C44…93BC take any amount of your wrapped ether.',
    ])
  })
  it('is unknown when it calls another contract, or a function that is not known', () => {
    const approve = encodeFunctionData({ abi: wrappedEtherAbi, functionName: 'approve', args: [seller, 1n] })
    expect(describeTransaction(planned(seller, approve), buyer, known)).toEqual([
      { key: 'confirm.unknownCall', values: { selector: '0x095ea7b3' } },
    ])
    expect(describeTransaction(planned(venue.market, '0xdeadbeef'), buyer, known)[0]?.key).toBe('confirm.unknownCall')
  })
})
