// Who generated records again, and the settings of the registry that counts them.
import { Address, BigInt, Bytes } from '@graphprotocol/graph-ts'
import {
  GeneratorPublished,
  OwnershipTransferred,
  OwnershipTransferStarted,
  RecordRead,
  ReexecutorAdded,
  ReexecutorContradicted,
  ReexecutorRemoved,
  Reproduced,
  ReproductionConflicted,
  ReproductionCounted,
  ThresholdChanged,
} from '../generated/ReproductionRegistry/ReproductionRegistry'
import { Asset, GeneratorPublication, ProofReached, RecordReading, Reproduction, ReproductionConflict } from '../generated/schema'
import { assetId, eventId } from './shared/ids'
import { loadAccount } from './shared/load-account'
import { newSettingChange } from './shared/record-setting'
import { stamp } from './shared/stamp'

/** Names of the kinds of generator, in the order of the schema's enum. */
const GENERATOR_KINDS: string[] = ['engine', 'model']

export function handleRecordRead(event: RecordRead): void {
  const reading = new RecordReading(eventId(event))
  reading.coreHash = event.params.coreHash
  reading.renderHash = event.params.renderHash
  stamp(reading, event)
  reading.save()
}

export function handleReproductionCounted(event: ReproductionCounted): void {
  const params = event.params
  const reproduction = new Reproduction(eventId(event))
  reproduction.collection = params.collection
  reproduction.tokenId = params.tokenId
  const asset = Asset.load(assetId(params.collection, params.tokenId))
  if (asset != null) reproduction.asset = asset.id
  reproduction.reexecutor = loadAccount(params.reexecutor).id
  reproduction.coreHash = params.coreHash
  reproduction.renderHash = params.renderHash
  reproduction.count = params.count
  stamp(reproduction, event)
  reproduction.save()
}

/** A result that does not fit. The caller saves it. */
function fillConflict(
  conflict: ReproductionConflict,
  kind: string,
  collection: Address,
  tokenId: BigInt,
  reexecutor: Address,
  coreHash: Bytes,
  renderHash: Bytes,
  expected: Bytes,
): void {
  conflict.kind = kind
  conflict.collection = collection
  conflict.tokenId = tokenId
  conflict.reexecutor = loadAccount(reexecutor).id
  conflict.coreHash = coreHash
  conflict.renderHash = renderHash
  conflict.expected = expected
}

export function handleReproductionConflicted(event: ReproductionConflicted): void {
  const params = event.params
  const conflict = new ReproductionConflict(eventId(event))
  fillConflict(
    conflict,
    'record',
    params.collection,
    params.tokenId,
    params.reexecutor,
    params.coreHash,
    params.renderHash,
    params.recorded,
  )
  stamp(conflict, event)
  conflict.save()
}

export function handleReexecutorContradicted(event: ReexecutorContradicted): void {
  const params = event.params
  const conflict = new ReproductionConflict(eventId(event))
  fillConflict(
    conflict,
    'reexecutor',
    params.collection,
    params.tokenId,
    params.reexecutor,
    params.coreHash,
    params.signed,
    params.counted,
  )
  stamp(conflict, event)
  conflict.save()
}

/** A token is proven by what was reached for its own record; for another hash anybody can bring it about. */
export function handleReproduced(event: Reproduced): void {
  const params = event.params
  const asset = Asset.load(assetId(params.collection, params.tokenId))
  if (asset != null && asset.coreHash.equals(params.coreHash)) {
    asset.reproduced = true
    asset.save()
  }

  const proof = new ProofReached(eventId(event))
  proof.collection = params.collection
  proof.tokenId = params.tokenId
  proof.coreHash = params.coreHash
  proof.renderHash = params.renderHash
  proof.count = params.count
  proof.threshold = params.threshold
  stamp(proof, event)
  proof.save()
}

export function handleGeneratorPublished(event: GeneratorPublished): void {
  const publication = new GeneratorPublication(eventId(event))
  publication.hash = event.params.hash
  publication.publisher = loadAccount(event.params.publisher).id
  publication.kind = GENERATOR_KINDS[event.params.kind]
  publication.bundle = event.params.bundle
  publication.licence = event.params.licence
  stamp(publication, event)
  publication.save()
}

export function handleReexecutorAdded(event: ReexecutorAdded): void {
  const change = newSettingChange(event, 'reexecutorAdded')
  change.subject = event.params.account
  change.from = event.params.since
  change.save()
}

export function handleReexecutorRemoved(event: ReexecutorRemoved): void {
  const change = newSettingChange(event, 'reexecutorRemoved')
  change.subject = event.params.account
  change.save()
}

export function handleThresholdChanged(event: ThresholdChanged): void {
  const change = newSettingChange(event, 'thresholdChanged')
  change.value = event.params.threshold
  change.save()
}

export function handleOwnershipTransferStarted(event: OwnershipTransferStarted): void {
  const change = newSettingChange(event, 'ownershipOffered')
  change.subject = event.params.newOwner
  change.save()
}

export function handleOwnershipTransferred(event: OwnershipTransferred): void {
  const change = newSettingChange(event, 'ownershipMoved')
  change.subject = event.params.newOwner
  change.save()
}
