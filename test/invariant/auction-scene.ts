import { deployAuctions, ETHER } from '../fixtures/auctions.ts'
import { deployMock } from '../fixtures/deploy-mock.ts'
import { ethers, networkHelpers } from '../fixtures/trade.ts'
import { PEOPLE } from './paper-house.ts'

export const TOKENS = 4
export const GATED = 3
export const EDITIONS = 2
export const UNITS = 100n
const START = 10n ** 24n

/** People with money and things of every kind, and a contract that bids. */
export async function scene() {
  const world = await deployAuctions()
  const { seller, buyer, stranger, creator, feeReceiver, house, houseAddress, wrappedEther, money, moneyAddress, wrappedAddress } = world
  const people = [seller, buyer, stranger]
  const bidder = await world.deployBidder()
  const gated = await deployMock<'mint' | 'refuse' | 'setApprovalForAll' | 'ownerOf'>('GatedCollection')
  const editions = await deployMock<'mint' | 'setRoyalty' | 'setApprovalForAll' | 'balanceOf'>('PlainEditions')
  await editions.setRoyalty(bidder.address, 333)
  const plain = await deployMock<'mint' | 'setRoyalty' | 'setApprovalForAll' | 'ownerOf' | 'transferFrom'>('PlainCollection')
  await plain.setRoyalty(creator.address, 500)
  for (const [index, person] of people.entries()) {
    for (let id = index; id < TOKENS; id += PEOPLE) await plain.mint(person.address, id)
    for (let id = index; id < GATED; id += PEOPLE) await gated.mint(person.address, id)
    for (let id = 0; id < EDITIONS; id += 1) await editions.mint(person.address, id, UNITS)
    for (const collection of [plain, gated, editions]) await collection.connect(person).setApprovalForAll(houseAddress, true)
  }
  const accounts = [...people.map(({ address }) => address), bidder.address, creator.address, feeReceiver.address]
  for (const address of accounts) {
    await networkHelpers.setBalance(address, START)
    await money.mint(address, START)
  }
  for (const [currency, approve] of [
    [wrappedAddress, wrappedEther.interface.encodeFunctionData('approve', [houseAddress, ethers.MaxUint256])],
    [moneyAddress, money.interface.encodeFunctionData('approve', [houseAddress, ethers.MaxUint256])],
  ] as const)
    await bidder.bidder.act(currency, 0n, approve)
  await bidder.bidder.act(wrappedAddress, START / 2n, wrappedEther.interface.encodeFunctionData('deposit'))
  await networkHelpers.setBalance(bidder.address, START)
  const collections = { plain, gated, editions }
  const addresses = { plain: await plain.getAddress(), gated: await gated.getAddress(), editions: await editions.getAddress() }
  return { ...world, house, people, bidder, ...collections, addresses, accounts, currencies: [ETHER, wrappedAddress, moneyAddress] }
}
export type Scene = Awaited<ReturnType<typeof scene>>

/** What the accounts have of a currency. */
export const balancesOf = (world: Scene, currency: number, addresses: readonly string[]): Promise<bigint[]> =>
  Promise.all(
    addresses.map((address) => {
      if (currency === 0) return ethers.provider.getBalance(address)
      return (currency === 1 ? world.wrappedEther : world.money).balanceOf(address)
    }),
  )
