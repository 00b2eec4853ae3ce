import type { TypedDataToPrimitiveTypes } from 'abitype'
import type { Address, Hex } from 'viem'

/** What a creator signs over a record (EIP-712). */
export const provenanceTypes = {
  ProvenanceRecord: [
    { name: 'creator', type: 'address' },
    { name: 'coreHash', type: 'bytes32' },
    { name: 'tokenId', type: 'uint256' },
  ],
} as const
export type ProvenanceRecordMessage = TypedDataToPrimitiveTypes<typeof provenanceTypes>['ProvenanceRecord']

/** The EIP-712 domain of records: bound to the collection that will hold the token. */
export const provenanceDomain = (chainId: number, collection: Address) =>
  ({ name: 'Daedal Provenance', version: '1', chainId, verifyingContract: collection }) as const

/** Everything a wallet needs to sign a record. */
export const provenanceTypedData = (chainId: number, collection: Address, message: ProvenanceRecordMessage) =>
  ({ domain: provenanceDomain(chainId, collection), types: provenanceTypes, primaryType: 'ProvenanceRecord', message }) as const

/** A creator's signature as kept in the envelope. */
export type CreatorSignature = { type: 'eip712'; signer: Address; signature: Hex }
