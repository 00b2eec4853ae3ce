import type { Address, Hex } from 'viem'

/** Says whether an account signed a text: its key, or its contract (ERC-1271, ERC-6492). Throws CHAIN_UNAVAILABLE. */
export type CheckMessage = (account: Address, message: string, signature: Hex) => Promise<boolean>

/** An open session. */
export type OpenSession = { address: Address; csrf: string; expiresAt: Date }
