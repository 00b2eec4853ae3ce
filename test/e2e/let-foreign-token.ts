import { rentalOfferFromJson, rentalOfferTypedData } from '@daedal/protocol/market/rental-offer'
import { createClient } from '@daedal/sdk/client'
import { createPublicClient, createWalletClient, getContract, type Hex, http } from 'viem'
import { compileMock } from '../../backend/src/testing/compile-mock.ts'
import { accountOf, walkSteps } from './walk-steps.ts'

/**
 * Places a collection that does not keep its users, and has the owner let a token of it to the renter for a day, through the public API as
 * programs would: the contract of rentals holds the token then. Answers who owns it on chain.
 */
export async function letForeignToken(url: string, owner: number, renter: number, tokenId: bigint): Promise<{ ownerOf(): Promise<Hex> }> {
  const api = createClient({ baseUrl: url })
  const { chain, contracts } = await api.config()
  const transport = http(new URL(chain.rpcUrl, url).href)
  const account = accountOf(owner)
  const wallet = createWalletClient({ account, transport })
  const client = createPublicClient({ transport, pollingInterval: 100 })
  const { abi, bytecode } = compileMock('RentableCollection')
  const deployed = await client.waitForTransactionReceipt({ hash: await wallet.deployContract({ abi, bytecode, chain: null }) })
  const address = deployed.contractAddress as Hex
  const collection = getContract({ address, abi, client })
  const minted = await wallet.writeContract({ address, abi, functionName: 'mint', args: [account.address, tokenId], chain: null })
  await client.waitForTransactionReceipt({ hash: minted })

  const wish = { owner: account.address, collection: address, tokenId: tokenId.toString(), pricePerDay: '1000000000000000' }
  const { offer, steps } = await api.prepareRentalOffer(wish)
  const approvals = steps.filter(({ type }) => type !== 'sign')
  const approved = await walkSteps(url, owner, approvals)
  await api.assets({ minBlock: approved, limit: 1 })
  const data = rentalOfferTypedData(chain.id, contracts.rentals as Hex, rentalOfferFromJson(offer))
  const { hash } = await api.publishRentalOffer({ offer, signature: await account.signTypedData(data) })
  const rent = await api.rentAsset(hash, { renter: accountOf(renter).address, days: 1 })
  if (!rent.possible) throw new Error(`${rent.reason} ${rent.detail}`)
  const rented = await walkSteps(url, renter, rent.steps)
  await api.assets({ minBlock: rented, limit: 1 })
  return { ownerOf: () => collection.read.ownerOf?.([tokenId]) as Promise<Hex> }
}
