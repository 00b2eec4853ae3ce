import { Entity, ethereum } from '@graphprotocol/graph-ts'

/** Says of a fact when and where it happened: the last three fields of every entity that records an event. */
export function stamp(fact: Entity, event: ethereum.Event): void {
  fact.setBigInt('block', event.block.number)
  fact.setBigInt('at', event.block.timestamp)
  fact.setBytes('transaction', event.transaction.hash)
}
