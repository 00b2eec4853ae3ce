import type { Deployment } from '@daedal/protocol/chains/deployment'
import { marketAbi, wrappedEtherAbi } from '@daedal/protocol/market/abi.gen'
import { isListing, NATIVE_CURRENCY, type Order } from '@daedal/protocol/market/order'
import { assetCollectionAbi } from '@daedal/protocol/tokens/abi.gen'
import { encodeFunctionData, type Hex, hexToNumber, slice } from 'viem'
import type { MarketCalls } from '../../market/ports.ts'

/** Writes the transactions of a deployment's market. */
export function createMarketCalls({ market, wrappedEther }: Pick<Deployment, 'market' | 'wrappedEther'>): MarketCalls {
  const toMarket = (data: Hex, value = 0n) => ({ to: market, data, value })
  const ether = (order: Order, amount: bigint) => (isListing(order) && order.currency === NATIVE_CURRENCY ? amount : 0n)
  return {
    fillOrder: (order, signature) =>
      toMarket(encodeFunctionData({ abi: marketAbi, functionName: 'fillOrder', args: [order, signature] }), ether(order, order.price)),
    fill: (form, { tokenId, quantity, limit, proof = [] }, signature) => {
      const { order } = form
      const selection = { tokenId, quantity, limit }
      const data = (): Hex => {
        switch (form.form) {
          case 'order':
            return encodeFunctionData({ abi: marketAbi, functionName: 'fillAs', args: [order, selection, signature] })
          case 'bundle':
            return encodeFunctionData({ abi: marketAbi, functionName: 'fillBundle', args: [order, form.items, limit, signature] })
          case 'trait-offer':
            return encodeFunctionData({ abi: marketAbi, functionName: 'fillTrait', args: [order, form.trait, proof, selection, signature] })
          case 'state-order':
            return encodeFunctionData({ abi: marketAbi, functionName: 'fillInState', args: [order, form.state, selection, signature] })
          case 'voucher-order':
            return encodeFunctionData({ abi: marketAbi, functionName: 'fillVoucher', args: [order, form.voucher, selection, signature] })
        }
      }
      return toMarket(data(), ether(order, limit))
    },
    sweep: (purchases, currency, maxSpend, minFilled) =>
      toMarket(
        encodeFunctionData({ abi: marketAbi, functionName: 'sweep', args: [purchases, currency, maxSpend, minFilled] }),
        currency === NATIVE_CURRENCY ? maxSpend : 0n,
      ),
    withPermit: (permit, owner, currency, { data, value }) => {
      if (permit.type === 'erc2612') {
        const [r, s, v] = [slice(permit.signature, 0, 32), slice(permit.signature, 32, 64), hexToNumber(slice(permit.signature, 64, 65))]
        const signed = { currency, owner, value: BigInt(permit.value), deadline: BigInt(permit.deadline), v, r, s }
        return toMarket(encodeFunctionData({ abi: marketAbi, functionName: 'withPermit', args: [signed, data] }), value)
      }
      const details = {
        token: currency,
        amount: BigInt(permit.amount),
        expiration: Number(permit.expiration),
        nonce: Number(permit.nonce),
      }
      const single = { details, spender: market, sigDeadline: BigInt(permit.sigDeadline) }
      const args = [owner, single, permit.signature, data] as const
      return toMarket(encodeFunctionData({ abi: marketAbi, functionName: 'withPermit2', args }), value)
    },
    cancel: ({ lane, bit }) => toMarket(encodeFunctionData({ abi: marketAbi, functionName: 'cancel', args: [lane, 1n << BigInt(bit)] })),
    cancelAllOf: (lane) => toMarket(encodeFunctionData({ abi: marketAbi, functionName: 'cancelAllOf', args: [lane] })),
    approveToken: (collection) => ({
      to: collection,
      data: encodeFunctionData({ abi: assetCollectionAbi, functionName: 'setApprovalForAll', args: [market, true] }),
      value: 0n,
    }),
    approveCurrency: (currency, amount) => ({
      to: currency,
      data: encodeFunctionData({ abi: wrappedEtherAbi, functionName: 'approve', args: [market, amount] }),
      value: 0n,
    }),
    wrap: (amount) => ({ to: wrappedEther, data: encodeFunctionData({ abi: wrappedEtherAbi, functionName: 'deposit' }), value: amount }),
  }
}
