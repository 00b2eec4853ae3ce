import { type Order, orderToJson, orderTypedData } from '@daedal/protocol/market/order'
import type { Address } from 'viem'

const domainFields = [
  { name: 'name', type: 'string' },
  { name: 'version', type: 'string' },
  { name: 'chainId', type: 'uint256' },
  { name: 'verifyingContract', type: 'address' },
]

/** An order's typed data as wallets take it by `eth_signTypedData_v4`: numbers as decimal strings, the domain's type spelled out. */
export function typedDataJson(chainId: number, market: Address, order: Order) {
  const typedData = orderTypedData(chainId, market, order)
  return { ...typedData, types: { EIP712Domain: domainFields, ...typedData.types }, message: orderToJson(order) }
}
