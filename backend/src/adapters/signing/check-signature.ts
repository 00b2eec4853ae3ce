import { hexToBytes, isAddressEqual, type PublicClient, recoverTypedDataAddress } from 'viem'
import { AppError } from '../../errors.ts'
import type { CheckSignature } from '../../provenance/ports.ts'

/** Half the order of secp256k1: a canonical signature has `s` at most this (EIP-2). */
const HALF_ORDER = 0x7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a0n

/** Checks the key first, without the chain; then, for accounts with code, asks the contract (ERC-1271, ERC-6492). */
export const createCheckSignature =
  (client: Pick<PublicClient, 'verifyTypedData' | 'getCode'>): CheckSignature =>
  async (account, typedData, signature) => {
    const recovered = isCanonical(signature) ? await recoverTypedDataAddress({ ...typedData, signature }).catch(() => null) : null
    if (recovered && isAddressEqual(recovered, account)) return true
    try {
      if (!(await client.getCode({ address: account }))) return false
      return await client.verifyTypedData({ address: account, ...typedData, signature })
    } catch (cause) {
      throw new AppError('CHAIN_UNAVAILABLE', `The chain node did not say whether ${account} signed.`, { cause })
    }
  }

/** 65 bytes with low `s` and a known recovery byte: no second signature can be made from it. */
function isCanonical(signature: `0x${string}`): boolean {
  const bytes = hexToBytes(signature)
  if (bytes.length !== 65) return false
  const s = BigInt(`0x${signature.slice(66, 130)}`)
  return s > 0n && s <= HALF_ORDER
}
