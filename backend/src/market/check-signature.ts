import { openBulk } from '@daedal/protocol/market/bulk-signature'
import { hashForm, type OrderForm } from '@daedal/protocol/market/forms'
import { type Address, type Hex, hexToBytes, isAddressEqual, recoverAddress } from 'viem'
import { AppError } from '../errors.ts'
import type { ChainReader, Venue } from './ports.ts'

/** Half the order of secp256k1: of the two signatures a key can make over a hash, the one with `s` at most this counts (EIP-2). */
const HALF_ORDER = 0x7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a0n

/** Chains for which an order may have been signed by mistake: the well-known ones and those of development. */
const OTHER_CHAINS = [1, 10, 56, 100, 137, 8_453, 42_161, 59_144, 11_155_111, 84_532, 421_614, 1_337, 31_337]

/** A key's signature in 65 bytes with `v` 27 or 28 and low `s`, or in 64 (EIP-2098); null when it is neither. */
export function keySignature(signature: Hex): { r: Hex; s: Hex; yParity: number } | null {
  const bytes = hexToBytes(signature)
  if (bytes.length !== 64 && bytes.length !== 65) return null
  const r: Hex = `0x${signature.slice(2, 66)}`
  let word = BigInt(`0x${signature.slice(66, 130)}`)
  let yParity = (bytes[64] ?? 27) - 27
  if (bytes.length === 64) {
    yParity = Number(word >> 255n)
    word &= (1n << 255n) - 1n
  }
  if (BigInt(r) === 0n || word === 0n || word > HALF_ORDER || (yParity !== 0 && yParity !== 1)) return null
  return { r, s: `0x${word.toString(16).padStart(64, '0')}`, yParity }
}

/** Whether the key of an account signed a hash. */
export async function byKey(maker: Address, digest: Hex, signature: Hex): Promise<boolean> {
  const key = keySignature(signature)
  if (!key) return false
  const signer = await recoverAddress({ hash: digest, signature: key }).catch(() => null)
  return signer !== null && isAddressEqual(signer, maker)
}

/** What vouches for an order: a key does for ever, a contract and an approval until they say otherwise. */
export type Signer = 'key' | 'contract' | 'approval'

export type SignatureDeps = { venue: Venue; chain: Pick<ChainReader, 'contractSigned' | 'approved'> }

/** A message that an account may have signed. */
export type SignedMessage = {
  account: Address
  hash: Hex
  signature: Hex
  /** Of a signature for a whole tree of messages: what was signed, and the account's own signature over that. */
  bulk: { digest: Hex; own: Hex } | null
  /** Whether the account approved the message by a transaction. */
  approved(): Promise<boolean>
}

/**
 * Who vouches for a message, as the contracts see it: the account's key first, then its contract (ERC-1271), each over the message
 * itself or over a tree of messages, then its own transaction. Null when nobody does. Throws CHAIN_UNAVAILABLE.
 */
export async function signerOfMessage(
  chain: Pick<ChainReader, 'contractSigned'>,
  { account, hash, signature, bulk, approved }: SignedMessage,
): Promise<Signer | null> {
  if (await byKey(account, hash, signature)) return 'key'
  if (bulk && (await byKey(account, bulk.digest, bulk.own))) return 'key'
  if (await chain.contractSigned(account, hash, signature)) return 'contract'
  if (bulk && (await chain.contractSigned(account, bulk.digest, bulk.own))) return 'contract'
  return (await approved()) ? 'approval' : null
}

/** Throws MARKET_SIGNATURE_MALFORMED for a signature that no key makes, of an account without a contract. */
export async function requireFormed(
  chain: Pick<ChainReader, 'contractSigned'>,
  { account, hash, signature, bulk }: Pick<SignedMessage, 'account' | 'hash' | 'signature' | 'bulk'>,
): Promise<void> {
  if (!keySignature(bulk?.own ?? signature) && (await chain.contractSigned(account, hash, signature)) === null)
    throw new AppError(
      'MARKET_SIGNATURE_MALFORMED',
      `A key signs in 65 bytes (v 27 or 28, low s) or 64 (EIP-2098); these ${(signature.length - 2) / 2} bytes are neither, and ${account} has no contract.`,
    )
}

/** Who vouches for a form; see {@link signerOfMessage}. */
export async function signerOf({ venue, chain }: SignatureDeps, form: OrderForm, signature: Hex): Promise<Signer | null> {
  const { chainId, market } = venue
  const account = form.order.maker
  const hash = hashForm(chainId, market, form)
  const bulk = openBulk(chainId, market, form, signature)
  return signerOfMessage(chain, { account, hash, signature, bulk, approved: () => chain.approved(account, hash) })
}

/**
 * Accepts what the market accepts. An account without code that did not sign is refused, whatever the signature says about a
 * contract to come.
 * Throws MARKET_SIGNATURE_INVALID, MARKET_SIGNATURE_MALFORMED, MARKET_CHAIN_MISMATCH, CHAIN_UNAVAILABLE.
 */
export async function checkSignature({ venue, chain }: SignatureDeps, form: OrderForm, signature: Hex): Promise<Signer> {
  const { maker } = form.order
  const { chainId, market } = venue
  const signer = await signerOf({ venue, chain }, form, signature)
  if (signer) return signer
  const hash = hashForm(chainId, market, form)
  const bulk = openBulk(chainId, market, form, signature)
  await requireFormed(chain, { account: maker, hash, signature, bulk })
  const signedFor = async (chain: number, at: Address): Promise<boolean> => {
    const tree = openBulk(chain, at, form, signature)
    return (await byKey(maker, hashForm(chain, at, form), signature)) || (tree !== null && (await byKey(maker, tree.digest, tree.own)))
  }
  for (const other of OTHER_CHAINS)
    if (other !== chainId && (await signedFor(other, market)))
      throw new AppError('MARKET_CHAIN_MISMATCH', `The order was signed for chain ${other}; this market is on chain ${chainId}.`)
  if (await signedFor(chainId, venue.collection))
    throw new AppError('MARKET_CHAIN_MISMATCH', `The order was signed for a market at ${venue.collection}; this one is at ${market}.`)
  throw new AppError('MARKET_SIGNATURE_INVALID', `${maker} did not sign the order ${hash}.`)
}
