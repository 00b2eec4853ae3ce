import { type Address, getAddress, numberToHex } from 'viem'

/** What the creator of a token asks for and declares. Mirrors `contracts/tokens/types/Terms.sol`. */
export type Terms = { royaltyReceiver: Address; royaltyBps: number; remixBps: number; policy: number; disclosure: number }

const bitsOf = (word: bigint, at: bigint, bits: bigint): bigint => (word >> at) & ((1n << bits) - 1n)

/** Terms from the word in the event `Provenance`. Mirrors `contracts/tokens/types/PackedTerms.sol`. */
export const unpackTerms = (word: bigint): Terms => ({
  royaltyReceiver: getAddress(numberToHex(bitsOf(word, 0n, 160n), { size: 20 })),
  royaltyBps: Number(bitsOf(word, 160n, 16n)),
  remixBps: Number(bitsOf(word, 176n, 16n)),
  policy: Number(bitsOf(word, 192n, 8n)),
  disclosure: Number(bitsOf(word, 200n, 8n)),
})
