import { Address, dataSource } from '@graphprotocol/graph-ts'
import { Collection } from '../../generated/schema'

/** A collection of which nothing is known but its kind. */
export function newCollection(address: Address, kind: string): Collection {
  const collection = new Collection(address)
  collection.kind = kind
  collection.minted = 0
  collection.burned = 0
  collection.contractUriUpdates = 0
  return collection
}

/** The collection whose event is handled, made when it was never seen. The manifest says of what kind it is. */
export function loadCollection(address: Address): Collection {
  let collection = Collection.load(address)
  if (collection == null) {
    collection = newCollection(address, dataSource.context().getString('kind'))
    collection.save()
  }
  return collection
}
