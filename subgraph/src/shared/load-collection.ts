import { Address } from '@graphprotocol/graph-ts'
import { Collection } from '../../generated/schema'

/** The collection of a contract, made when it was never seen. */
export function loadCollection(address: Address): Collection {
  let collection = Collection.load(address)
  if (collection == null) {
    collection = new Collection(address)
    collection.minted = 0
    collection.burned = 0
    collection.contractUriUpdates = 0
    collection.save()
  }
  return collection
}
