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

/** How many bits of a word are set. */
export function bitCount(word: BigInt): i32 {
  let count = 0
  for (let rest = word; !rest.isZero(); rest = rest.rightShift(1)) if (!rest.bitAnd(ONE).isZero()) count += 1
  return count
}
