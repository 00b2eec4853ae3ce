import { BigInt } from '@graphprotocol/graph-ts'
import { bitsOf } from './bits'

/** Names of the kinds of order, in the order of the schema's enum. */
const ORDER_KINDS: string[] = ['listing', 'offer', 'collectionOffer']

/** Which kind of order was filled, and which nonce of its maker it spends. */
export class Fill {
  kind: string
  isListing: boolean
  lane: BigInt
  epoch: BigInt
  bit: i32

  /** From the word in the events of a fill: bit (8 bits), epoch (64), lane (64), kind. */
  constructor(kindAndNonce: BigInt) {
    const kind = kindAndNonce.rightShift(136).toI32()
    this.kind = ORDER_KINDS[kind]
    this.isListing = kind == 0
    this.lane = bitsOf(kindAndNonce, 72, 64)
    this.epoch = bitsOf(kindAndNonce, 8, 64)
    this.bit = bitsOf(kindAndNonce, 0, 8).toI32()
  }
}
