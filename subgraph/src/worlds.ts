// Worlds: who runs them, what they are, which collections they take assets of and which keys sign their passes.
import { Address, Bytes, ethereum } from '@graphprotocol/graph-ts'
import { World, WorldChange, WorldCollection } from '../generated/schema'
import {
  CollectionAccepted,
  HandoverAnnounced,
  HandoverCancelled,
  KeySetRotated,
  ManifestChanged,
  OperatorChanged,
  WorldRegistered,
} from '../generated/WorldRegistry/WorldRegistry'
import { eventId } from './shared/ids'
import { loadAccount } from './shared/load-account'
import { stamp } from './shared/stamp'

const NOTHING = new Bytes(32)

/** What an event tells of a world. The caller fills in the rest, and saves it. */
function newChange(event: ethereum.Event, world: Bytes, kind: string, subject: Address | null): WorldChange {
  const change = new WorldChange(eventId(event))
  change.world = world
  change.kind = kind
  change.subject = subject
  stamp(change, event)
  return change
}

/** The manifest follows in the same transaction. */
export function handleWorldRegistered(event: WorldRegistered): void {
  const world = new World(event.params.worldId)
  world.operator = loadAccount(event.params.operator).id
  world.salt = event.params.salt
  world.manifest = NOTHING
  world.registeredAt = event.block.timestamp
  world.registeredAtBlock = event.block.number
  world.save()
  newChange(event, world.id, 'registered', event.params.operator).save()
}

export function handleManifestChanged(event: ManifestChanged): void {
  const world = World.load(event.params.worldId)
  if (world == null) return
  world.manifest = event.params.newManifest
  world.save()
  const change = newChange(event, world.id, 'revised', null)
  change.value = event.params.newManifest
  change.save()
}

export function handleKeySetRotated(event: KeySetRotated): void {
  const world = World.load(event.params.worldId)
  if (world == null) return
  if (event.params.newKeySet.equals(NOTHING)) world.keySet = null
  else world.keySet = event.params.newKeySet
  world.save()
  const change = newChange(event, world.id, 'rekeyed', null)
  change.value = event.params.newKeySet
  change.save()
}

export function handleCollectionAccepted(event: CollectionAccepted): void {
  const params = event.params
  const accepted = new WorldCollection(params.worldId.concat(params.collection))
  accepted.world = params.worldId
  accepted.collection = params.collection
  accepted.accepted = params.accepted
  accepted.save()
  newChange(event, params.worldId, params.accepted ? 'accepted' : 'dropped', params.collection).save()
}

export function handleHandoverAnnounced(event: HandoverAnnounced): void {
  const world = World.load(event.params.worldId)
  if (world == null) return
  world.successor = event.params.to
  world.successorFrom = event.params.validFrom
  world.save()
  const change = newChange(event, world.id, 'offered', event.params.to)
  change.from = event.params.validFrom
  change.save()
}

export function handleHandoverCancelled(event: HandoverCancelled): void {
  const world = World.load(event.params.worldId)
  if (world == null) return
  world.successor = null
  world.successorFrom = null
  world.save()
  newChange(event, world.id, 'withdrawn', event.params.to).save()
}

export function handleOperatorChanged(event: OperatorChanged): void {
  const world = World.load(event.params.worldId)
  if (world == null) return
  world.operator = loadAccount(event.params.to).id
  world.successor = null
  world.successorFrom = null
  world.save()
  newChange(event, world.id, 'transferred', event.params.to).save()
}
