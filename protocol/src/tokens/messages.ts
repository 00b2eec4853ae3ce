import type { Address } from 'viem'
import { voucherTypes } from './voucher.ts'

/** The EIP-712 domain of a collection: every kind has the same name, and its own address. */
export const collectionDomain = (chainId: number, collection: Address) =>
  ({ name: 'Daedal Tokens', version: '1', chainId, verifyingContract: collection }) as const

/**
 * Permission of a creator to mint a voucher: for `recipient`, or for anyone where it is zero, before `deadline` (unix seconds).
 * `quantity` is the units of an ERC-1155 token, zero for an ERC-721 token. Mirrors `contracts/tokens/libraries/MessageLib.sol`.
 */
export const voucherMintTypes = {
  VoucherMint: [
    { name: 'voucher', type: 'Voucher' },
    { name: 'recipient', type: 'address' },
    { name: 'quantity', type: 'uint128' },
    { name: 'deadline', type: 'uint64' },
  ],
  ...voucherTypes,
} as const

/** Permission of a creator to derive one token, whose id is known before its mint, from its own, before `deadline` (unix seconds). */
export const derivativeApprovalTypes = {
  DerivativeApproval: [
    { name: 'parent', type: 'uint256' },
    { name: 'tokenId', type: 'uint256' },
    { name: 'deadline', type: 'uint64' },
  ],
} as const
