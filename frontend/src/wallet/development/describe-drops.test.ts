import type { Step } from '@daedal/protocol/market/api'
import type { Hex } from 'viem'
import { expect, it } from 'vitest'
import { i18n } from '../../lib/text/language.ts'
import '../../lib/text/load-later-words.ts'
import { contract, dropSends, dropTerms, secret } from '../testing/fake-drops.ts'
import { sends } from '../testing/fake-house.ts'
import { buyer, venue } from '../testing/fake-world.ts'
import { describeTransaction } from './describe-question.ts'

const known = { market: venue.market, assetCollection: venue.collection, wrappedEther: venue.wrappedEther, drops: contract }
const told = (step: Step, contracts: Omit<typeof known, 'drops'> = known, to?: Hex) => {
  if (step.type === 'sign') throw new Error('nothing is signed here')
  const { data, value } = step.transaction
  const sentences = describeTransaction(
    { to: to ?? step.transaction.to, data: data as Hex, value: BigInt(value), maxFee: 0n },
    buyer,
    contracts,
    'en',
  )
  return sentences.map(({ key, values }) => i18n._(key, values)).join(' ')
}
const stages = dropTerms.stages.map((stage) => ({ ...stage, price: stage.price * 10n ** 15n }))

it('puts calls of the contract of drops into words', () => {
  const terms = { ...dropTerms, stages }
  expect(told(dropSends.buy({ terms }))).toBe(
    'Buy 2 tickets in the drop of 0x90F7…b906 for 1.0000 ETH. The contract of drops holds it until each item is delivered.',
  )
  expect(told(dropSends.plain('createDrop', terms))).toMatch(/^Sell tickets for 12 items of yours in a drop, from 0.5000 ETH each/)
  expect(told(dropSends.deliver([3]))).toMatch(/^Have the item of one ticket minted and delivered in the drop of 0x90F7…b906/)
  expect(told(dropSends.refund(3))).toMatch(/from ticket 4 on/)
  expect(told(dropSends.takeBack(buyer))).toMatch(/^Take an item of your drop that nobody was delivered out/)
  expect(told(dropSends.plain('endSale'))).toMatch(/^Sell no more tickets/)
  expect(told(dropSends.plain('closeDrop'))).toMatch(/^Choose the block/)
  expect(told(dropSends.plain('drawEntropy'))).toMatch(/^Keep the hash/)
  expect(told(dropSends.reveal(secret))).toMatch(/^Tell everybody the secret/)
  expect(told(sends.withdraw(venue.wrappedEther), known, contract)).toBe('Take out what the contract of drops keeps for you.')
})

it('knows no drops where there are none', () => {
  const { drops: _, ...without } = known
  expect(told(dropSends.buy(), without)).toMatch(/does not know/)
})
