import { marketAbi, wrappedEtherAbi } from '@daedal/protocol/market/abi.gen'
import { bulkTypedData } from '@daedal/protocol/market/bulk-signature'
import { formTypedData, type OrderForm } from '@daedal/protocol/market/forms'
import { type Order, orderTypedData } from '@daedal/protocol/market/order'
import type { Voucher } from '@daedal/protocol/tokens/voucher'
import { encodeFunctionData, type Hex, maxUint256, zeroAddress } from 'viem'
import { describe, expect, it } from 'vitest'
import { i18n } from '../../lib/text/language.ts'
import '../../lib/text/load-later-words.ts'
import { buyer, order, seller, venue } from '../testing/fake-world.ts'
import type { TypedData } from './confirmation.ts'
import type { Sentence } from './describe-order.ts'
import { describeTransaction, describeTypedData } from './describe-question.ts'

const known = { market: venue.market, assetCollection: venue.collection, wrappedEther: venue.wrappedEther }
const words = (sentences: Sentence[]) => sentences.map(({ key, values }) => i18n._(key, values))
const planned = (to: `0x${string}`, data: `0x${string}`, value = 0n) => ({ to, data, value, maxFee: 0n })
const signed = (change: object): TypedData =>
  ({
    ...orderTypedData(venue.chainId, venue.market, { ...order, price: 5n * 10n ** 17n, endPrice: 5n * 10n ** 17n }),
    ...change,
  }) as unknown as TypedData

describe('data to sign', () => {
  it('is an order in words, with the limits that it allows', () => {
    expect(words(describeTypedData(signed({}), known, 'en'))).toEqual([
      'Sell token 7 of 0x0000…0a02 for 0.5000 ETH until 20 Nov 2286, 17:46 UTC.',
      'Of the price, at most 5 % goes to the market and 10 % to the creator.',
    ])
  })
  it('is unknown when it is for another contract or of another kind', () => {
    const foreign = signed({ domain: { name: 'Daedal Market', version: '1', chainId: venue.chainId, verifyingContract: seller } })
    expect(describeTypedData(foreign, known, 'en')).toEqual([{ key: 'confirm.unknownSign' }])
    expect(describeTypedData(signed({ primaryType: 'Permit' }), known, 'en')).toEqual([{ key: 'confirm.unknownSign' }])
  })
})

const ether = 10n ** 18n
const half = (change: Partial<Order> = {}): Order => ({ ...order, price: ether / 2n, endPrice: ether / 2n, ...change })
const limits = 'Of the price, at most 5 % goes to the market and 10 % to the creator.'
const until = 'until 20 Nov 2286, 17:46 UTC'
const voucher: Voucher = {
  coreHash: `0x${'01'.repeat(32)}`,
  root: `0x${'02'.repeat(32)}`,
  promptCommitment: `0x${'03'.repeat(32)}`,
  engineHash: `0x${'04'.repeat(32)}`,
  terms: { royaltyReceiver: buyer, royaltyBps: 750, remixBps: 0, policy: 1, disclosure: 2 },
  parents: [],
  maxSupply: 0n,
}
const items = [
  { collection: venue.collection, tokenId: 7n, quantity: 0n },
  { collection: seller, tokenId: 8n, quantity: 3n },
]
const bundle: OrderForm = { form: 'bundle', order: half({ collection: zeroAddress, tokenId: 0n }), items }
const toCollection = half({ kind: 2, tokenId: 0n, currency: venue.wrappedEther })
const trait = { root: `0x${'ab'.repeat(32)}` as Hex, height: 3 }

describe('every form', () => {
  const told = (form: OrderForm) =>
    words(describeTypedData(formTypedData(venue.chainId, venue.market, form) as unknown as TypedData, known, 'en'))
  it('a price that moves, units, one buyer, another currency', () => {
    expect(told({ form: 'order', order: half({ endPrice: ether / 4n, quantity: 5n, taker: buyer }) })).toEqual([
      `Sell token 7 of 0x0000…0a02 for 0.5000 ETH ${until}.`,
      'Only with 0x7099…79C8.',
      'For 5 units, at that price each; it may be filled in parts.',
      'The price moves evenly to 0.2500 ETH at 20 Nov 2286, 17:46 UTC.',
      limits,
    ])
    expect(told({ form: 'order', order: half({ price: 1_000n, endPrice: 1_000n, currency: seller }) })[0]).toBe(
      `Sell token 7 of 0x0000…0a02 for 1000 × 0x3C44…93BC ${until}.`,
    )
  })
  it('offers: for a token, to a collection, for a trait', () => {
    expect(told({ form: 'order', order: half({ kind: 1, currency: venue.wrappedEther }) })[0]).toBe(
      `Buy token 7 of 0x0000…0a02 for 0.5000 WETH ${until}, whoever owns it then.`,
    )
    const collectionOffer = `Buy a token of 0x0000…0a02, whichever its owner chooses, for 0.5000 WETH ${until}.`
    expect(told({ form: 'order', order: toCollection })[0]).toBe(collectionOffer)
    expect(told({ form: 'trait-offer', order: toCollection, trait })).toEqual([
      collectionOffer,
      'Only a token with the trait 0xabab…abab, which at most 8 tokens have.',
      limits,
    ])
  })
  it('bundles, states and vouchers', () => {
    expect(told(bundle)).toEqual([
      `Sell 2 tokens together for 0.5000 ETH ${until}.`,
      'Token 7 of 0x0000…0a02.',
      '3 units of token 8 of 0x3C44…93BC.',
      limits,
    ])
    expect(told({ form: 'state-order', order: half(), state: { source: seller, value: `0x${'00'.repeat(32)}` } })[1]).toBe(
      'Only while the token is in the state that 0x3C44…93BC now tells.',
    )
    expect(told({ form: 'voucher-order', order: half(), voucher })[1]).toBe(
      'The token is minted when it is bought, with a royalty of 7.5 % for 0x7099…79C8.',
    )
  })
  it('many orders with one signature, each once', () => {
    const forms = [7n, 8n, 9n].map((tokenId) => ({ form: 'order' as const, order: half({ tokenId }) }))
    const data = bulkTypedData(venue.chainId, venue.market, forms) as unknown as TypedData
    const sentences = words(describeTypedData(data, known, 'en'))
    expect(sentences[0]).toBe('3 orders with one signature:')
    expect(sentences.filter((text) => text.startsWith('Sell token'))).toHaveLength(3)
    const many = Array.from({ length: 30 }, (_, at) => ({ form: 'order' as const, order: half({ tokenId: BigInt(at) }) }))
    const more = describeTypedData(bulkTypedData(venue.chainId, venue.market, many) as unknown as TypedData, known, 'en')
    expect(words(more).at(-1)).toBe('And 10 more orders; the exact data shows them all.')
  })
  it('is unknown when it is not what its type says', () => {
    expect(describeTypedData(signed({ primaryType: 'Bundle' }), known, 'en')).toEqual([{ key: 'confirm.unknownSign' }])
    expect(describeTypedData(signed({ primaryType: 'BulkBundle' }), known, 'en')).toEqual([{ key: 'confirm.unknownSign' }])
  })
})

describe('every call of the market', () => {
  const call = (data: Hex) => words(describeTransaction(planned(venue.market, data), buyer, known, 'en'))
  const selection = { tokenId: 7n, quantity: 0n, limit: ether / 2n }
  const plain = encodeFunctionData({ abi: marketAbi, functionName: 'fillAs', args: [half(), selection, '0x'] })
  it('fills of each form', () => {
    const bought = 'Buy token 7 from 0x3C44…93BC for at most 0.5000 ETH.'
    const sold = 'Sell token 7 to 0x3C44…93BC and receive at least 0.5000 WETH.'
    expect(call(plain)).toEqual([bought])
    const some = { ...selection, quantity: 2n }
    expect(call(encodeFunctionData({ abi: marketAbi, functionName: 'fillAs', args: [half({ quantity: 5n }), some, '0x'] }))).toEqual([
      bought,
      'It is 2 units of the token.',
    ])
    expect(
      call(encodeFunctionData({ abi: marketAbi, functionName: 'fillTrait', args: [toCollection, trait, [], selection, '0x'] })),
    ).toEqual([sold])
    const state = { source: seller, value: `0x${'00'.repeat(32)}` as Hex }
    expect(call(encodeFunctionData({ abi: marketAbi, functionName: 'fillInState', args: [half(), state, selection, '0x'] }))).toEqual([
      bought,
    ])
    expect(call(encodeFunctionData({ abi: marketAbi, functionName: 'fillVoucher', args: [half(), voucher, selection, '0x'] }))[0]).toBe(
      bought,
    )
    expect(call(encodeFunctionData({ abi: marketAbi, functionName: 'fillBundle', args: [bundle.order, items, ether, '0x'] }))).toEqual([
      'Buy 2 tokens from 0x3C44…93BC for at most 1.0000 ETH in all.',
      'Token 7 of 0x0000…0a02.',
      '3 units of token 8 of 0x3C44…93BC.',
    ])
  })
  it('sweeps, signed allowances and approvals of orders', () => {
    const purchases = [7n, 8n].map((tokenId) => ({ order: half({ tokenId }), quantity: 0n, signature: '0x' as Hex }))
    expect(call(encodeFunctionData({ abi: marketAbi, functionName: 'sweep', args: [purchases, zeroAddress, ether, 1n] }))).toEqual([
      'Buy at least 1 of 2 tokens for at most 1.0000 ETH in all.',
    ])
    const permit = { currency: venue.wrappedEther, owner: buyer, value: ether, deadline: 1n, v: 27, r: trait.root, s: trait.root }
    expect(call(encodeFunctionData({ abi: marketAbi, functionName: 'withPermit', args: [permit, plain] }))).toEqual([
      'Let the market take up to 1.0000 WETH of 0x7099…79C8, who signed for it, and then:',
      'Buy token 7 from 0x3C44…93BC for at most 0.5000 ETH.',
    ])
    const details = { token: venue.wrappedEther, amount: ether, expiration: 1, nonce: 0 }
    const single = { details, spender: venue.market, sigDeadline: 1n }
    expect(call(encodeFunctionData({ abi: marketAbi, functionName: 'withPermit2', args: [buyer, single, '0x', plain] }))).toHaveLength(2)
    expect(call(encodeFunctionData({ abi: marketAbi, functionName: 'approveOrder', args: [trait.root, true] }))).toEqual([
      'Stand by the order 0xabab…abab as if you had signed it.',
    ])
    expect(call(encodeFunctionData({ abi: marketAbi, functionName: 'approveOrder', args: [trait.root, false] }))).toEqual([
      'No longer stand by the order 0xabab…abab.',
    ])
  })
})

describe('a transaction', () => {
  it('is told by what it calls', () => {
    const fill = encodeFunctionData({ abi: marketAbi, functionName: 'fillOrder', args: [order, '0x'] })
    expect(words(describeTransaction(planned(venue.market, fill, order.price), buyer, known, 'en'))).toEqual([
      'Buy token 7 for 0.840000000000000007 ETH from 0x3C44…93BC.',
    ])
    const cancel = encodeFunctionData({ abi: marketAbi, functionName: 'cancel', args: [4n, 0b101n] })
    expect(words(describeTransaction(planned(venue.market, cancel), buyer, known, 'en'))).toEqual([
      'Cancel 2 of your orders in lane 4. It can never be filled again.',
    ])
  })
  it('warns of an approval without a limit', () => {
    const approve = encodeFunctionData({ abi: wrappedEtherAbi, functionName: 'approve', args: [seller, maxUint256] })
    expect(words(describeTransaction(planned(venue.wrappedEther, approve), buyer, known, 'en'))).toEqual([
      'Let 0x3C44…93BC take any amount of your wrapped ether.',
    ])
  })
  it('is unknown when it calls another contract, or a function that is not known', () => {
    const approve = encodeFunctionData({ abi: wrappedEtherAbi, functionName: 'approve', args: [seller, 1n] })
    expect(describeTransaction(planned(seller, approve), buyer, known, 'en')).toEqual([
      { key: 'confirm.unknownCall', values: { selector: '0x095ea7b3' } },
    ])
    expect(describeTransaction(planned(venue.market, '0xdeadbeef'), buyer, known, 'en')[0]?.key).toBe('confirm.unknownCall')
  })
})
