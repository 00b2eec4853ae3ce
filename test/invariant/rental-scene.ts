import { deployMock } from '../fixtures/deploy-mock.ts'
import { deployPayee, deployRentals, ETHER, FOREIGN_BPS } from '../fixtures/rentals.ts'
import { ethers, networkHelpers } from '../fixtures/trade.ts'
import { PEOPLE } from './paper-rentals.ts'

export const TOKENS = 4
const START = 10n ** 24n

/** People with money and tokens of both kinds, and a contract that receives royalties. */
export async function scene() {
  const world = await deployRentals()
  const { seller, buyer, stranger, creator, feeReceiver, collection, rentalsAddress, wrappedEther, money, mint } = world
  const people = [seller, buyer, stranger]
  const payee = await deployPayee()
  const foreign = await deployMock<'mint' | 'setRoyalty' | 'setApprovalForAll' | 'ownerOf' | 'userOf' | 'setUser' | 'transferFrom'>(
    'LentCollection',
  )
  await foreign.setRoyalty(payee.address, FOREIGN_BPS)
  const kept: bigint[] = []
  for (let index = 0; index < TOKENS; index += 1) {
    const person = people[index % PEOPLE] as (typeof people)[number]
    const id = await mint(creator, `kept ${index}`)
    await collection.connect(creator).transferFrom(creator.address, person.address, id)
    kept.push(id)
    await foreign.mint(person.address, index)
  }
  for (const person of people) await foreign.connect(person).setApprovalForAll(rentalsAddress, true)
  const accounts = [...people.map(({ address }) => address), payee.address, creator.address, feeReceiver.address]
  for (const address of accounts) {
    await networkHelpers.setBalance(address, 2n * START)
    await money.mint(address, START)
  }
  for (const person of people) await wrappedEther.connect(person).deposit({ value: START / 2n })
  const addresses = { kept: world.collectionAddress, foreign: (await foreign.getAddress()) as `0x${string}` }
  return { ...world, people, payee, foreign, kept, addresses, accounts, currencies: [ETHER, world.wrappedAddress, world.moneyAddress] }
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
