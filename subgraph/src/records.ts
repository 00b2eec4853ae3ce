// What every collection keeps of its tokens (contracts/tokens/interfaces/IProvenanceRecords.sol), ERC-721 or ERC-1155.
import { Address, BigInt, Bytes } from '@graphprotocol/graph-ts'
import {
  ApprovalForAll,
  ContractURIUpdated,
  DerivativeApproved,
  Derived,
  Frozen,
  OperatorOptedOut,
  Provenance as ProvenanceEvent,
  Revised,
  VoucherRevoked,
} from '../generated/AssetCollection/AssetCollection'
import {
  Asset,
  DerivativeApproval,
  Derivation,
  Freeze,
  OperatorApproval,
  OperatorOptOut,
  Provenance,
  Revision,
  VoucherRevocation,
} from '../generated/schema'
import { assetId, eventId } from './shared/ids'
import { loadAccount } from './shared/load-account'
import { loadAsset } from './shared/load-asset'
import { loadCollection } from './shared/load-collection'
import { stamp } from './shared/stamp'
import { DERIVATIVES, DERIVATIVES_BY_APPROVAL, REVISABLE, Terms, TRAINING } from './shared/terms'

/** Comes before the token exists. */
export function handleDerived(event: Derived): void {
  const asset = loadAsset(event, event.params.tokenId)
  const parents: Bytes[] = []
  for (let i = 0; i < event.params.parents.length; i++) parents.push(assetId(event.address, event.params.parents[i]))
  asset.parents = parents
  asset.save()

  const derivation = new Derivation(eventId(event))
  derivation.asset = asset.id
  derivation.parents = event.params.parents
  stamp(derivation, event)
  derivation.save()
}

/** Told once of each token, at its first mint. */
export function handleProvenance(event: ProvenanceEvent): void {
  const params = event.params
  const collection = loadCollection(event.address)
  collection.minted += 1
  collection.save()
  const creator = loadAccount(params.creator)
  creator.created += 1
  creator.save()

  const terms = new Terms(params.terms)
  const asset = loadAsset(event, params.tokenId)
  asset.creator = creator.id
  asset.coreHash = params.coreHash
  asset.root = params.root
  asset.promptCommitment = params.promptCommitment
  asset.engineHash = params.engineHash
  asset.royaltyReceiver = terms.royaltyReceiver
  asset.royaltyBps = terms.royaltyBps
  asset.remixBps = terms.remixBps
  asset.derivativesAllowed = (terms.policy & DERIVATIVES) != 0
  asset.derivativesByApproval = (terms.policy & DERIVATIVES_BY_APPROVAL) != 0
  asset.trainingAllowed = (terms.policy & TRAINING) != 0
  asset.frozen = (terms.policy & REVISABLE) == 0
  asset.disclosure = terms.disclosure
  asset.save()

  const record = new Provenance(eventId(event))
  record.asset = asset.id
  record.creator = creator.id
  record.coreHash = params.coreHash
  record.root = params.root
  record.promptCommitment = params.promptCommitment
  record.engineHash = params.engineHash
  record.royaltyReceiver = terms.royaltyReceiver
  record.royaltyBps = terms.royaltyBps
  record.remixBps = terms.remixBps
  record.policy = terms.policy
  record.disclosure = terms.disclosure
  stamp(record, event)
  record.save()
}

export function handleRevised(event: Revised): void {
  const asset = Asset.load(assetId(event.address, event.params.tokenId))
  if (asset == null) return
  asset.root = event.params.newRoot
  asset.revisionCount += 1
  asset.save()

  const revision = new Revision(eventId(event))
  revision.asset = asset.id
  revision.oldRoot = event.params.oldRoot
  revision.newRoot = event.params.newRoot
  stamp(revision, event)
  revision.save()
}

export function handleFrozen(event: Frozen): void {
  const asset = Asset.load(assetId(event.address, event.params.tokenId))
  if (asset == null) return
  asset.frozen = true
  asset.save()

  const freeze = new Freeze(eventId(event))
  freeze.asset = asset.id
  stamp(freeze, event)
  freeze.save()
}

export function handleDerivativeApproved(event: DerivativeApproved): void {
  const approval = new DerivativeApproval(eventId(event))
  approval.parent = assetId(event.address, event.params.parent)
  approval.tokenId = event.params.tokenId
  stamp(approval, event)
  approval.save()
}

/** The token may never have been minted. */
export function handleVoucherRevoked(event: VoucherRevoked): void {
  const revocation = new VoucherRevocation(eventId(event))
  revocation.collection = loadCollection(event.address).id
  revocation.tokenId = event.params.tokenId
  revocation.creator = loadAccount(event.params.creator).id
  stamp(revocation, event)
  revocation.save()
}

export function handleApprovalForAll(event: ApprovalForAll): void {
  const approval = new OperatorApproval(event.address.concat(event.params.owner).concat(event.params.operator))
  approval.collection = loadCollection(event.address).id
  approval.owner = loadAccount(event.params.owner).id
  approval.operator = event.params.operator
  approval.approved = event.params.approved
  approval.save()
}

export function handleOperatorOptedOut(event: OperatorOptedOut): void {
  const optOut = new OperatorOptOut(event.address.concat(event.params.owner))
  optOut.collection = loadCollection(event.address).id
  optOut.owner = loadAccount(event.params.owner).id
  optOut.optedOut = event.params.optedOut
  optOut.save()
}

export function handleContractURIUpdated(event: ContractURIUpdated): void {
  const collection = loadCollection(event.address)
  collection.contractUriUpdates += 1
  collection.save()
}

/** The metadata of a token was announced as changed. */
export function countMetadataUpdate(collection: Address, tokenId: BigInt): void {
  const asset = Asset.load(assetId(collection, tokenId))
  if (asset == null) return
  asset.metadataUpdates += 1
  asset.save()
}
