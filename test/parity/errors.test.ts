import { errorCodes } from '@daedal/protocol/errors/codes'
import { expect } from 'chai'
import { ethers } from '../fixtures/trade.ts'

/** `MarketOrderExpired` → `MARKET_ORDER_EXPIRED`. */
const codeOf = (error: string) => error.replaceAll(/(?!^)([A-Z])/g, '_$1').toUpperCase()

const royalties = ['RoyaltyRegistry', 'RoyaltySplit', 'RoyaltySplits']
const registries = ['ReproductionRegistry', 'WorldRegistry', 'WorldCurrency']
const accounts = ['AvatarAccount']
const states = ['AccountState', 'ContentState', 'RentalState']

describe('error parity', () => {
  for (const name of [
    'Market',
    'OrderValidator',
    'AuctionHouse',
    'Rentals',
    'Drops',
    'AssetCollection',
    'CollectionFactory',
    'CreatorCollection',
    'EditionCollection',
    ...royalties,
    ...registries,
    ...accounts,
    ...states,
  ])
    it(`every error of ${name} has a twin that says it in both languages`, async () => {
      const { interface: abi } = await ethers.getContractFactory(name)
      const own: string[] = []
      abi.forEachError(({ name: error }) => {
        if (/^(Market|Tokens|Royalties|Provenance|Worlds)/.test(error)) own.push(error)
      })
      expect(own.length).to.be.greaterThan(
        states.includes(name)
          ? 0
          : [...royalties, ...accounts, 'CollectionFactory'].includes(name)
            ? 2
            : registries.includes(name)
              ? 9
              : 10,
      )
      expect(own.filter((error) => !(codeOf(error) in errorCodes))).to.deep.equal([])
    })
})
