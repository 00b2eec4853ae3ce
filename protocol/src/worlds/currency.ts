import { type Hex, hexToBytes, zeroHash } from 'viem'

/** Digits behind the point of every currency of a world. */
export const CURRENCY_DECIMALS = 18

/** A point of a declared curve: most supply (smallest unit) at a time (unix seconds). */
export type CurvePoint = { readonly time: bigint; readonly most: bigint }

/**
 * Most supply that a declared curve allows at a time (unix seconds), in the smallest unit. Mirrors
 * `contracts/worlds/libraries/CurveLib.sol`: a straight line between two points, rounded down; zero before the first, level after the last.
 */
export function curveAt(curve: readonly CurvePoint[], time: bigint): bigint {
  const next = curve.findIndex((point) => point.time > time)
  const left = curve[next === -1 ? curve.length - 1 : next - 1]
  if (!left) return 0n
  const right = next === -1 ? undefined : curve[next]
  if (!right) return left.most
  return left.most + ((right.most - left.most) * (time - left.time)) / (right.time - left.time)
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const UNREADABLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/u

/** The short text that 32 bytes hold, filled up with zeros; null where they hold a hash, nothing, or what nobody can read. */
export function shortText(word: Hex): string | null {
  if (word === zeroHash) return null
  const bytes = hexToBytes(word)
  const end = bytes.findLastIndex((byte) => byte !== 0) + 1
  try {
    const text = utf8.decode(bytes.subarray(0, end))
    return UNREADABLE.test(text) ? null : text
  } catch {
    return null
  }
}
