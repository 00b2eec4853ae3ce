import { DataSourceContext } from '@graphprotocol/graph-ts'
import { CollectionCreated } from '../generated/CollectionFactory/CollectionFactory'
import { CollectionCreation } from '../generated/schema'
import { CreatorCollection } from '../generated/templates'
import { eventId } from './shared/ids'
import { loadAccount } from './shared/load-account'
import { newCollection } from './shared/load-collection'
import { stamp } from './shared/stamp'

const KIND = 'creator'

export function handleCollectionCreated(event: CollectionCreated): void {
  const params = event.params
  const collection = newCollection(params.collection, KIND)
  const creation = new CollectionCreation(eventId(event))
  collection.creation = creation.id
  collection.creator = loadAccount(params.creator).id
  collection.save()

  creation.collection = collection.id
  creation.creator = params.creator
  creation.name = params.name
  creation.symbol = params.symbol
  creation.contractUri = params.contractURI
  creation.royaltyReceiver = params.royaltyReceiver
  creation.royaltyBps = params.royaltyBps
  creation.remixBps = params.remixBps
  creation.policy = params.policy
  creation.salt = params.salt
  stamp(creation, event)
  creation.save()

  const context = new DataSourceContext()
  context.setString('kind', KIND)
  CreatorCollection.createWithContext(params.collection, context)
}
