import { Address, BigInt, Bytes } from '@graphprotocol/graph-ts'
import { bitsOf } from './bits'
import { wordOf } from './ids'

/** Bits of a token's policy, as in contracts/tokens/types/Terms.sol. */
export const DERIVATIVES: i32 = 1
export const DERIVATIVES_BY_APPROVAL: i32 = 2
export const REVISABLE: i32 = 4
export const TRAINING: i32 = 8

/** Names of the disclosure numbers, in the order of the schema's enum. */
const DISCLOSURES: string[] = [
  'undeclared',
  'trainedAlgorithmicMedia',
  'algorithmicMedia',
  'compositeWithTrainedAlgorithmicMedia',
  'compositeSynthetic',
  'digitalCreation',
]

/** Name of a disclosure; one that this index does not know yet counts as undeclared. */
function disclosureOf(code: i32): string {
  return code >= 0 && code < DISCLOSURES.length ? DISCLOSURES[code] : DISCLOSURES[0]
}

/** What a creator asks for and declares. */
export class Terms {
  royaltyReceiver: Address
  royaltyBps: i32
  remixBps: i32
  policy: i32
  disclosure: string

  /** From the word in the event Provenance, laid out in contracts/tokens/types/PackedTerms.sol. */
  constructor(packed: BigInt) {
    this.royaltyReceiver = Address.fromBytes(Bytes.fromUint8Array(wordOf(packed).subarray(12)))
    this.royaltyBps = bitsOf(packed, 160, 16).toI32()
    this.remixBps = bitsOf(packed, 176, 16).toI32()
    this.policy = bitsOf(packed, 192, 8).toI32()
    this.disclosure = disclosureOf(bitsOf(packed, 200, 8).toI32())
  }
}
