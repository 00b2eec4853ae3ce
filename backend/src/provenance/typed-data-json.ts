import { type ProvenanceRecordMessage, provenanceTypedData } from '@daedal/protocol/provenance/signature'
import type { Address } from 'viem'

const domainFields = [
  { name: 'name', type: 'string' },
  { name: 'version', type: 'string' },
  { name: 'chainId', type: 'uint256' },
  { name: 'verifyingContract', type: 'address' },
]

/** A record's typed data as wallets take it by `eth_signTypedData_v4`: numbers as decimal strings, the domain's type spelled out. */
export function typedDataJson(chainId: number, collection: Address, message: ProvenanceRecordMessage) {
  const typedData = provenanceTypedData(chainId, collection, message)
  return {
    ...typedData,
    types: { EIP712Domain: domainFields, ...typedData.types },
    message: { ...message, tokenId: message.tokenId.toString() },
  }
}
