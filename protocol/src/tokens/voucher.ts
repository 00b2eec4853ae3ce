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
