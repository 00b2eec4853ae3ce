import { BigInt } from '@graphprotocol/graph-ts'

const ONE = BigInt.fromI32(1)

/** `width` bits of a word, from bit `at` on, counted from the lowest. */
export function bitsOf(word: BigInt, at: u8, width: u8): BigInt {
  return word.rightShift(at).bitAnd(ONE.leftShift(width).minus(ONE))
}

/** The word whose only bit is that one. */
export function maskOf(bit: i32): BigInt {
  return ONE.leftShift(<u8>bit)
}
