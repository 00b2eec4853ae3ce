import { Address, BigInt, ByteArray, Bytes, ethereum } from '@graphprotocol/graph-ts'

/** Transaction hash, then the log's index: one id an event. */
export function eventId(event: ethereum.Event): Bytes {
  return event.transaction.hash.concatI32(event.logIndex.toI32())
}

/** Id of one of several facts that an event states: the event's id, then the position. */
export function partId(event: ethereum.Event, position: i32): Bytes {
  return eventId(event).concatI32(position)
}

/** A number as 32 bytes, most significant first. */
export function wordOf(value: BigInt): Bytes {
  const little = ByteArray.fromBigInt(value)
  const word = new Bytes(32)
  // A positive number may carry one zero byte too many.
  const length = little.length < 32 ? little.length : 32
  for (let i = 0; i < length; i++) word[31 - i] = little[i]
  return word
}

/** Collection, then token id. */
export function assetId(collection: Address, tokenId: BigInt): Bytes {
  return collection.concat(wordOf(tokenId))
}

/** Maker, then number of the lane. */
export function laneId(maker: Address, lane: BigInt): Bytes {
  return maker.concat(wordOf(lane))
}
