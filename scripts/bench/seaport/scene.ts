import type { HardhatEthersSigner } from '@nomicfoundation/hardhat-ethers/types'
import { type BaseContract, Contract, MaxUint256, parseEther, Signature } from 'ethers'
import { network } from 'hardhat'
import { compileSeaport } from './compile.ts'
import { type OrderParameters, orderTypes } from './order.ts'

export const { ethers, networkHelpers } = await network.create()

/** As in the scenarios of our own contracts: the price of one token, the fee and the royalty. */
export const PRICE = parseEther('1')
export const FEE = (PRICE * 250n) / 10_000n
export const ROYALTY = (PRICE * 500n) / 10_000n

/** Sellers of a sweep; each owns the token with its index, and the first owns all of the second row as well. */
export const SELLERS = 10

type Signer = HardhatEthersSigner
const call = (contract: BaseContract, by: Signer, name: string, ...args: unknown[]) =>
  (contract.connect(by) as BaseContract).getFunction(name).send(...args)

/** Seaport, one ordinary collection and people who hold tokens and money already and have approved Seaport. */
export async function steadyState() {
  const artifacts = compileSeaport()
  const [feeReceiver, creator, buyer, ...sellers] = (await ethers.getSigners()).slice(0, SELLERS + 3) as [
    Signer,
    Signer,
    Signer,
    ...Signer[],
  ]
  const deploy = async ({ abi, bytecode }: typeof artifacts.seaport, ...args: unknown[]) => {
    const contract = await new ethers.ContractFactory(abi as never[], bytecode, buyer).deploy(...args)
    return new Contract(await contract.waitForDeployment().then((deployed) => deployed.getAddress()), abi, buyer)
  }
  const seaport = await deploy(artifacts.seaport, await (await deploy(artifacts.conduitController)).getAddress())
  const seaportAddress = await seaport.getAddress()
  const collection: BaseContract = await ethers.deployContract('PlainCollection')
  const currency: BaseContract = await ethers.deployContract('WrappedEther')
  for (const [index, seller] of sellers.entries()) {
    await call(collection, seller, 'mint', seller.address, BigInt(index))
    await call(collection, seller, 'mint', seller.address, BigInt(100 + index))
    await call(collection, seller, 'setApprovalForAll', seaportAddress, true)
  }
  for (let index = 0n; index < BigInt(SELLERS); index++) await call(collection, buyer, 'mint', (sellers[0] as Signer).address, 200n + index)
  await call(collection, buyer, 'mint', buyer.address, 300n)
  for (const who of [buyer, creator, feeReceiver, ...sellers]) {
    await call(currency, who, 'deposit', { value: 10n * PRICE })
    await call(currency, who, 'approve', seaportAddress, MaxUint256)
  }
  for (const who of sellers) await call(seaport, who, 'incrementCounter')

  const [{ chainId }, now] = [await ethers.provider.getNetwork(), BigInt(await networkHelpers.time.latest())]
  const domain = { name: 'Seaport', version: '1.6', chainId, verifyingContract: seaportAddress }
  /** The 64-byte form, which costs the least calldata. */
  const sign = async (offerer: Signer, parameters: OrderParameters): Promise<string> => {
    const counter = (await seaport.getFunction('getCounter').staticCall(offerer.address)) as bigint
    return Signature.from(await offerer.signTypedData(domain, orderTypes, { ...parameters, counter })).compactSerialized
  }
  return {
    feeReceiver: feeReceiver.address,
    creator: creator.address,
    buyer,
    seller: sellers[0] as Signer,
    sellers,
    seaport,
    collection: await collection.getAddress(),
    currency: await currency.getAddress(),
    window: { startTime: now - 10n, endTime: now + 7n * 86_400n },
    sign,
    send: (by: Signer, name: string, ...args: unknown[]) => call(seaport, by, name, ...args),
  }
}

export type Scene = Awaited<ReturnType<typeof steadyState>>
