import { formTypedData, type OrderForm } from '@daedal/protocol/market/forms'
import type { Address } from 'viem'

const domainFields = [
  { name: 'name', type: 'string' },
  { name: 'version', type: 'string' },
  { name: 'chainId', type: 'uint256' },
  { name: 'verifyingContract', type: 'address' },
]

type TypedData = { domain: object; types: object; primaryType: string; message: unknown }

/** Typed data as wallets take it by `eth_signTypedData_v4`: numbers as decimal strings, the domain's type spelled out. */
export function walletTypedData<Data extends TypedData>({ types, message, ...rest }: Data) {
  return { ...rest, types: { EIP712Domain: domainFields, ...types }, message: plain(message) }
}

/** The same of a form. */
export const typedDataJson = (chainId: number, market: Address, form: OrderForm) => walletTypedData(formTypedData(chainId, market, form))

function plain(value: unknown): unknown {
  if (typeof value === 'bigint') return value.toString()
  if (Array.isArray(value)) return value.map(plain)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, plain(entry)]))
}
