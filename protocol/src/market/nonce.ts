/** Number of nonce bits in one lane. */
export const LANE_BITS = 192

/** Where an order's nonce stands: a bit of a lane of the maker, in an epoch. Mirrors `contracts/market/types/Nonce.sol`. */
export type NonceParts = { lane: bigint; epoch: bigint; bit: number }

const UINT64 = (1n << 64n) - 1n

/** The word that an order signs. Throws RangeError when a part does not fit. */
export function packNonce({ lane, epoch, bit }: NonceParts): bigint {
  if (lane < 0n || lane > UINT64) throw new RangeError(`lane does not fit uint64: ${lane}`)
  if (epoch < 0n || epoch > UINT64) throw new RangeError(`epoch does not fit uint64: ${epoch}`)
  if (!Number.isInteger(bit) || bit < 0 || bit >= LANE_BITS) throw new RangeError(`bit is not below ${LANE_BITS}: ${bit}`)
  return (lane << 72n) | (epoch << 8n) | BigInt(bit)
}

/** The parts of a nonce; null for a word that no order can spend. */
export function unpackNonce(nonce: bigint): NonceParts | null {
  const bit = Number(nonce & 0xffn)
  if (nonce < 0n || nonce >> 136n !== 0n || bit >= LANE_BITS) return null
  return { lane: nonce >> 72n, epoch: (nonce >> 8n) & UINT64, bit }
}
