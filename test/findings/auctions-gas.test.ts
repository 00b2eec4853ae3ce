import { expect } from 'chai'
import { ETHER, loadAuctions, MONEY, PAYEE, TOKEN } from '../fixtures/auctions.ts'
import { deployMock } from '../fixtures/deploy-mock.ts'
import { ethers, networkHelpers, PRICE } from '../fixtures/trade.ts'

const NOBODY = ethers.ZeroAddress

/** Tries a call with more and more gas, each time from the same state: it either reverts or does all that `check` looks at. */
async function withEveryGas(
  from: bigint,
  to: bigint,
  by: bigint,
  call: (gasLimit: bigint) => Promise<unknown>,
  check: () => Promise<unknown>,
) {
  let [done, refused] = [0, 0]
  for (let gasLimit = from; gasLimit <= to; gasLimit += by) {
    const before = await networkHelpers.takeSnapshot()
    const succeeded = await call(gasLimit).then(
      () => true,
      () => false,
    )
    if (succeeded) await check()
    if (succeeded) done += 1
    else refused += 1
    await before.restore()
  }
  expect(done).to.be.greaterThan(5)
  expect(refused).to.be.greaterThan(5)
}

describe('an auction that is bid on or settled with too little gas', () => {
  it('who bids cannot have a refund in ether credited instead of paid', async () => {
    const { house, create, buyer, deployBidder } = await loadAuctions()
    const id = await create()
    const needy = await deployBidder()
    await needy.bid(id, PRICE)
    await needy.bidder.setMode(PAYEE.needsGas, NOBODY, '0x')
    await withEveryGas(
      60_000n,
      260_000n,
      5_000n,
      (gasLimit) => house.connect(buyer).bid(id, 2n * PRICE, { value: 2n * PRICE, gasLimit }),
      async () => expect(await house.pendingOf(needy.address, ETHER)).to.equal(0n),
    )
  })

  it('who bids cannot have a refund in an ERC-20 credited instead of paid', async () => {
    const { house, create, bid, buyer, stranger, money, moneyAddress } = await loadAuctions()
    const id = await create({ currency: moneyAddress })
    await bid(buyer, id, PRICE)
    await money.setMode(MONEY.needsGas, NOBODY, '0x')
    await withEveryGas(
      80_000n,
      600_000n,
      10_000n,
      (gasLimit) => house.connect(stranger).bid(id, 2n * PRICE, { gasLimit }),
      async () => expect(await house.pendingOf(buyer.address, moneyAddress)).to.equal(0n),
    )
  })

  it('who settles cannot make a good delivery of a token fail, whatever gas its collection needs', async () => {
    const { house, houseAddress, seller, buyer, create, bid, endOf } = await loadAuctions()
    const gated = await deployMock<'mint' | 'need' | 'setApprovalForAll' | 'ownerOf'>('GatedCollection')
    await gated.mint(seller.address, TOKEN)
    await gated.connect(seller).setApprovalForAll(houseAddress, true)
    const id = await create({ collection: await gated.getAddress() })
    await bid(buyer, id, PRICE)
    await gated.need(450_000n)
    await networkHelpers.time.increaseTo(await endOf(id))
    await withEveryGas(
      100_000n,
      1_400_000n,
      20_000n,
      (gasLimit) => house.settleAuction(id, { gasLimit }),
      async () => expect(await gated.ownerOf(TOKEN)).to.equal(buyer.address),
    )
  })

  it('who settles cannot make units stay, or a royalty vanish', async () => {
    const { house, creator, seller, editions, editionsAddress, buyer, wrappedAddress, create, bid, endOf } = await loadAuctions()
    const id = await create({ collection: editionsAddress, quantity: 5n, currency: wrappedAddress })
    await bid(buyer, id, PRICE)
    await networkHelpers.time.increaseTo(await endOf(id))
    await withEveryGas(
      60_000n,
      1_000_000n,
      10_000n,
      (gasLimit) => house.settleAuction(id, { gasLimit }),
      async () => {
        expect(await editions.balanceOf(buyer.address, TOKEN)).to.equal(5n)
        const [event] = await house.queryFilter(house.filters.AuctionSettled(id))
        expect([event?.args.royalty, event?.args.royaltyReceiver]).to.deep.equal([PRICE / 20n, creator.address])
        for (const who of [seller, creator]) expect(await house.pendingOf(who.address, wrappedAddress)).to.equal(0n)
      },
    )
  })
})
