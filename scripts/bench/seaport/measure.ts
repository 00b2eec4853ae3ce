import type { HardhatEthersSigner } from '@nomicfoundation/hardhat-ethers/types'
import { type ContractTransactionResponse, ZeroAddress, ZeroHash } from 'ethers'
import {
  anyToken,
  basicOrder,
  type ConsiderationItem,
  money,
  type OfferItem,
  type OrderParameters,
  orderParameters,
  token,
} from './order.ts'
import { FEE, networkHelpers, PRICE, ROYALTY, type Scene, SELLERS, steadyState } from './scene.ts'

type Scenario = (scene: Scene) => Promise<ContractTransactionResponse>

/** A seller's order: the tokens for the price, of which fee and royalty are the buyer's to pay apart. `to` is the last price of a Dutch one. */
function listing(scene: Scene, seller: HardhatEthersSigner, offer: OfferItem[], currency = ZeroAddress, to = 1n): OrderParameters {
  const part = (amount: bigint, recipient: string) => ({ ...money(currency, amount * to, amount), recipient })
  return orderParameters({
    ...scene.window,
    offerer: seller.address,
    offer,
    consideration: [part(PRICE - FEE - ROYALTY, seller.address), part(FEE, scene.feeReceiver), part(ROYALTY, scene.creator)],
    salt: 1n,
  })
}

/** A buyer's order: the price for a token; fee and royalty go off what the seller gets. */
function offer(scene: Scene, asked: OfferItem): OrderParameters {
  const part = (amount: bigint, recipient: string): ConsiderationItem => ({ ...money(scene.currency, amount), recipient })
  return orderParameters({
    ...scene.window,
    offerer: scene.buyer.address,
    offer: [money(scene.currency, PRICE)],
    consideration: [{ ...asked, recipient: scene.buyer.address }, part(FEE, scene.feeReceiver), part(ROYALTY, scene.creator)],
    salt: 1n,
  })
}

/** Fills several orders at once; fee and royalty are paid once for all, and the sellers too when they are one. */
async function sweep(scene: Scene, of: { seller: HardhatEthersSigner; tokenId: bigint }[], oneSeller: boolean) {
  const orders = await Promise.all(
    of.map(async ({ seller, tokenId }, index) => {
      const parameters = { ...listing(scene, seller, [token(scene.collection, tokenId)]), salt: BigInt(index) }
      return { parameters, numerator: 1, denominator: 1, signature: await scene.sign(seller, parameters), extraData: '0x' }
    }),
  )
  const each = (itemIndex: number) => orders.map((_, orderIndex) => [{ orderIndex, itemIndex }])
  const together = (itemIndex: number) => [orders.map((_, orderIndex) => ({ orderIndex, itemIndex }))]
  const payments = [...(oneSeller ? together(0) : each(0)), ...together(1), ...together(2)]
  const how = [ZeroHash, ZeroAddress, orders.length, { value: PRICE * BigInt(orders.length) }]
  return scene.send(scene.buyer, 'fulfillAvailableAdvancedOrders', orders, [], each(0), payments, ...how)
}

async function basic(scene: Scene, parameters: OrderParameters, pays: 'ether' | 'erc20' | 'offer') {
  const [maker, taker] = pays === 'offer' ? [scene.buyer, scene.seller] : [scene.seller, scene.buyer]
  const order = basicOrder(parameters, pays, await scene.sign(maker, parameters))
  return scene.send(taker, 'fulfillBasicOrder_efficient_6GL6yc', order, { value: pays === 'ether' ? PRICE : 0n })
}

const full = async (scene: Scene, parameters: OrderParameters, value: bigint) =>
  scene.send(scene.buyer, 'fulfillOrder', { parameters, signature: await scene.sign(scene.seller, parameters) }, ZeroHash, { value })

/** Our scenarios by their names, each by the call that costs the least in Seaport. */
const scenarios: Record<string, Scenario> = {
  'gas.a': (scene) => basic(scene, listing(scene, scene.seller, [token(scene.collection, 0n)]), 'ether'),
  'gas.b': (scene) => {
    const parameters = listing(scene, scene.seller, [token(scene.collection, 0n)])
    const all = { ...money(ZeroAddress, PRICE), recipient: scene.seller.address }
    return basic(scene, { ...parameters, consideration: [all], totalOriginalConsiderationItems: 1 }, 'ether')
  },
  'gas.c': (scene) => basic(scene, listing(scene, scene.seller, [token(scene.collection, 0n)], scene.currency), 'erc20'),
  'gas.d': (scene) => basic(scene, offer(scene, token(scene.collection, 0n)), 'offer'),
  'gas.e': async (scene) => {
    const parameters = offer(scene, anyToken(scene.collection))
    const order = { parameters, numerator: 1, denominator: 1, signature: await scene.sign(scene.buyer, parameters), extraData: '0x' }
    const chosen = { orderIndex: 0, side: 1, index: 0, identifier: 0n, criteriaProof: [] }
    return scene.send(scene.seller, 'fulfillAdvancedOrder', order, [chosen], ZeroHash, ZeroAddress)
  },
  'gas.f': (scene) =>
    sweep(
      scene,
      scene.sellers.map((seller, index) => ({ seller, tokenId: BigInt(index) })),
      false,
    ),
  'gas.f2': (scene) =>
    sweep(
      scene,
      Array.from({ length: SELLERS }, (_, index) => ({ seller: scene.seller, tokenId: BigInt(200 + index) })),
      true,
    ),
  'gas.g': (scene) => full(scene, listing(scene, scene.seller, [token(scene.collection, 0n)], ZeroAddress, 2n), PRICE * 2n),
  'gas.h': (scene) => {
    const bundle = [0n, 200n, 201n].map((tokenId) => token(scene.collection, tokenId))
    return full(scene, listing(scene, scene.seller, bundle), PRICE)
  },
  'gas.cancel': async (scene) => {
    const counter = (await scene.seaport.getFunction('getCounter').staticCall(scene.seller.address)) as bigint
    const parameters = listing(scene, scene.seller, [token(scene.collection, 0n)])
    return scene.send(scene.seller, 'cancel', [{ ...parameters, counter }])
  },
  'gas.cancel-all': (scene) => scene.send(scene.seller, 'incrementCounter'),
}

/** What each of our scenarios costs in Seaport 1.6, for those that it has. */
export async function measureSeaport(): Promise<ReadonlyMap<string, bigint>> {
  const gas = new Map<string, bigint>()
  for (const [name, scenario] of Object.entries(scenarios)) {
    const receipt = await (await scenario(await networkHelpers.loadFixture(steadyState))).wait()
    if (!receipt) throw new Error(`${name}: no receipt from Seaport`)
    gas.set(name, receipt.gasUsed)
  }
  return gas
}
