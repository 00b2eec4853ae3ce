import { type Address, concat, encodeAbiParameters, getContractAddress, type Hex, keccak256 } from 'viem'

/** Registry of token-bound accounts (ERC-6551), at the same address on every chain that has it. */
export const ACCOUNT_REGISTRY = '0x000000006551c19487814612e58FE06813775758'

/** Salt of the account that an avatar has here. A token has another account for every other salt. */
export const AVATAR_SALT: Hex = `0x${'00'.repeat(32)}`

/** Bounds of what is equipped, as `contracts/worlds/AvatarAccount.sol` has them. */
export const MAX_GEAR = 16
export const HOLDING_GAS = 50_000

/** Something that an avatar promises. Mirrors `contracts/worlds/types/Gear.sol`: no quantity is an ERC-721 token. */
export type Gear = { readonly collection: Address; readonly quantity: bigint; readonly tokenId: bigint }

/** Which account: of which token, running which code. */
export type AccountOf = {
  readonly implementation: Address
  readonly chainId: bigint
  readonly collection: Address
  readonly tokenId: bigint
  readonly salt?: Hex
  readonly registry?: Address
}

const words = [{ type: 'bytes32' }, { type: 'uint256' }, { type: 'address' }, { type: 'uint256' }] as const

/** Code of an account: a proxy (ERC-1167) with salt, chain, collection and token behind it. */
export const accountCode = ({ implementation, chainId, collection, tokenId, salt = AVATAR_SALT }: AccountOf): Hex =>
  concat([
    '0x363d3d373d3d3d363d73',
    implementation,
    '0x5af43d82803e903d91602b57fd5bf3',
    encodeAbiParameters(words, [salt, chainId, collection, tokenId]),
  ])

/** Address of a token's account, made or not. The same as `account` of the registry answers. */
export function avatarAccountOf(account: AccountOf): Address {
  const { registry = ACCOUNT_REGISTRY, salt = AVATAR_SALT } = account
  const bytecode = concat(['0x3d60ad80600a3d3981f3', accountCode(account)])
  return getContractAddress({ opcode: 'CREATE2', from: registry, salt, bytecode })
}

/** What `state` of an account answers: how often it acted, and how much of each thing equipped it holds. */
export const avatarState = (nonce: bigint, held: readonly bigint[]): bigint =>
  nonce === 0n ? 0n : BigInt(keccak256(encodeAbiParameters([{ type: 'uint256' }, { type: 'uint256[]' }], [nonce, held])))
