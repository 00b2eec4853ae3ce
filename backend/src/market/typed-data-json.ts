import { formTypedData, type OrderForm } from '@daedal/protocol/market/forms'
import type { Address } from 'viem'

const domainFields = [
  { name: 'name', type: 'string' },
  { name: 'version', type: 'string' },
  { name: 'chainId', type: 'uint256' },
  { name: 'verifyingContract', type: 'address' },
]

/** A form's typed data as wallets take it by `eth_signTypedData_v4`: numbers as decimal strings, the domain's type spelled out. */
export function typedDataJson(chainId: number, market: Address, form: OrderForm) {
  const { types, message, ...rest } = formTypedData(chainId, market, form)
  return { ...rest, types: { EIP712Domain: domainFields, ...types }, message: plain(message) }
}

function plain(value: unknown): unknown {
  if (typeof value === 'bigint') return value.toString()
  if (Array.isArray(value)) return value.map(plain)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, plain(entry)]))
}
