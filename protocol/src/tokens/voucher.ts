import type { TypedDataToPrimitiveTypes } from 'abitype'
import Type, { type Static } from 'typebox'
import { Address, BasisPoints, Hex32, UintString } from '../scalars.ts'

/** EIP-712 types of a voucher. Mirrors `contracts/tokens/types/Voucher.sol`, field by field. */
export const voucherTypes = {
  Voucher: [
    { name: 'coreHash', type: 'bytes32' },
    { name: 'root', type: 'bytes32' },
    { name: 'promptCommitment', type: 'bytes32' },
    { name: 'engineHash', type: 'bytes32' },
    { name: 'terms', type: 'Terms' },
    { name: 'parents', type: 'Parent[]' },
    { name: 'maxSupply', type: 'uint128' },
  ],
  Terms: [
    { name: 'royaltyReceiver', type: 'address' },
    { name: 'royaltyBps', type: 'uint16' },
    { name: 'remixBps', type: 'uint16' },
    { name: 'policy', type: 'uint8' },
    { name: 'disclosure', type: 'uint8' },
  ],
  Parent: [
    { name: 'tokenId', type: 'uint256' },
    { name: 'payees', type: 'Payee[]' },
  ],
  Payee: [
    { name: 'account', type: 'address' },
    { name: 'bps', type: 'uint16' },
  ],
} as const

/** A token that its creator signed and that is minted when it is bought. */
export type Voucher = TypedDataToPrimitiveTypes<typeof voucherTypes>['Voucher']

/** Most parents and payees that a voucher is read with; the collections take fewer. */
const MAX_PARENTS = 8
const MAX_PAYEES = 16

/** A voucher as JSON: big numbers are decimal strings. */
export const VoucherJson = Type.Object(
  {
    coreHash: Hex32,
    root: Hex32,
    promptCommitment: Hex32,
    engineHash: Hex32,
    terms: Type.Object(
      {
        royaltyReceiver: Address,
        royaltyBps: BasisPoints,
        remixBps: BasisPoints,
        policy: Type.Integer({ minimum: 0, maximum: 255 }),
        disclosure: Type.Integer({ minimum: 0, maximum: 255 }),
      },
      { additionalProperties: false },
    ),
    parents: Type.Array(
      Type.Object(
        {
          tokenId: UintString,
          payees: Type.Array(Type.Object({ account: Address, bps: BasisPoints }, { additionalProperties: false }), {
            maxItems: MAX_PAYEES,
          }),
        },
        { additionalProperties: false },
      ),
      { maxItems: MAX_PARENTS },
    ),
    maxSupply: UintString,
  },
  { additionalProperties: false, description: 'A token that is minted when it is bought, see contracts/tokens/types/Voucher.sol' },
)
export type VoucherJson = Static<typeof VoucherJson>

/** Voucher to JSON. */
export const voucherToJson = ({ coreHash, root, promptCommitment, engineHash, terms, parents, maxSupply }: Voucher): VoucherJson => ({
  coreHash,
  root,
  promptCommitment,
  engineHash,
  terms: { ...terms },
  parents: parents.map(({ tokenId, payees }) => ({
    tokenId: tokenId.toString(),
    payees: payees.map(({ account, bps }) => ({ account, bps })),
  })),
  maxSupply: maxSupply.toString(),
})

/** JSON to voucher. The caller has validated it against {@link VoucherJson}; throws RangeError when a number does not fit its Solidity type. */
export function voucherFromJson(json: VoucherJson): Voucher {
  const fitting = (name: string, text: string, bits: bigint): bigint => {
    const value = BigInt(text)
    if (value >= 1n << bits) throw new RangeError(`${name} does not fit uint${bits}: ${value}`)
    return value
  }
  return {
    ...json,
    parents: json.parents.map(({ tokenId, payees }) => ({ tokenId: fitting('parents.tokenId', tokenId, 256n), payees })),
    maxSupply: fitting('maxSupply', json.maxSupply, 128n),
  }
}
