import { expect } from 'chai'
import { MONEY } from '../fixtures/auctions.ts'
import { loadRentals, NOBODY, PER_DAY } from '../fixtures/rentals.ts'
import { PRICE } from '../fixtures/trade.ts'

const THREE = 3n * PER_DAY

describe('pay a rental', () => {
  describe('when the price is zero for anyone', () => {
    it('it reverts with MarketPriceZero', async () => {
      const { rentals, offerOf, rent } = await loadRentals()
      await expect(rent(await offerOf({ pricePerDay: 0n }))).to.be.revertedWithCustomError(rentals, 'MarketPriceZero')
    })
  })

  describe('when the price is above the limit', () => {
    it('it reverts with MarketPriceAboveLimit', async () => {
      const { rentals, buyer, offerOf, requestOf } = await loadRentals()
      const request = await requestOf(await offerOf())
      await expect(rentals.connect(buyer).rent(request, THREE - 1n, { value: THREE }))
        .to.be.revertedWithCustomError(rentals, 'MarketPriceAboveLimit')
        .withArgs(THREE, THREE - 1n)
    })
  })

  describe('when the ether is not the price', () => {
    it('it reverts with MarketWrongPayment', async () => {
      const { rentals, buyer, wrappedAddress, offerOf, requestOf } = await loadRentals()
      const request = await requestOf(await offerOf())
      for (const value of [0n, THREE - 1n, THREE + 1n])
        await expect(rentals.connect(buyer).rent(request, THREE, { value }))
          .to.be.revertedWithCustomError(rentals, 'MarketWrongPayment')
          .withArgs(value, THREE)
      const other = await requestOf(await offerOf({ currency: wrappedAddress }))
      await expect(rentals.connect(buyer).rent(other, THREE, { value: 1n }))
        .to.be.revertedWithCustomError(rentals, 'MarketWrongPayment')
        .withArgs(1n, 0n)
    })
  })

  describe('when the currency is not allowed', () => {
    it('it reverts with MarketCurrencyNotAllowed', async () => {
      const { rentals, market, owner, moneyAddress, offerOf, rent } = await loadRentals()
      await market.connect(owner).allowCurrency(moneyAddress, false)
      await expect(rent(await offerOf({ currency: moneyAddress })))
        .to.be.revertedWithCustomError(rentals, 'MarketCurrencyNotAllowed')
        .withArgs(moneyAddress)
    })
  })

  describe('when the ERC-20 is missing, not approved or short', () => {
    it('it reverts with MarketBalanceTooLow, MarketNotApproved or MarketPaymentFailed', async () => {
      const scene = await loadRentals()
      const { rentals, rentalsAddress, wrappedEther, wrappedAddress, money, moneyAddress, buyer, offerOf, rent } = scene
      const offer = await offerOf({ currency: wrappedAddress, pricePerDay: 50n * PRICE })
      await expect(rent(offer))
        .to.be.revertedWithCustomError(rentals, 'MarketBalanceTooLow')
        .withArgs(buyer.address, 100n * PRICE, 150n * PRICE)
      await wrappedEther.connect(buyer).approve(rentalsAddress, 1n)
      await expect(rent(offer, { dayCount: 1 }))
        .to.be.revertedWithCustomError(rentals, 'MarketNotApproved')
        .withArgs(buyer.address, wrappedAddress)
      await money.setMode(MONEY.fee, NOBODY, '0x')
      await expect(rent(await offerOf({ currency: moneyAddress })))
        .to.be.revertedWithCustomError(rentals, 'MarketPaymentFailed')
        .withArgs(moneyAddress, rentalsAddress, THREE)
    })
  })
})
