import { Address, BigInt, Bytes } from '@graphprotocol/graph-ts'
import {
  Approval,
  ApprovalForAll,
  BatchMetadataUpdate,
  ContractURIUpdated,
  DerivativeApproved,
  Frozen,
  MetadataUpdate,
  OperatorOptedOut,
  Provenance as ProvenanceEvent,
  Revised,
  Transfer as TransferEvent,
} from '../generated/AssetCollection/AssetCollection'
import { Asset, DerivativeApproval, Freeze, OperatorApproval, Provenance, Revision, Transfer } from '../generated/schema'
import { assetId, eventId } from './shared/ids'
import { loadAccount } from './shared/load-account'
import { loadCollection } from './shared/load-collection'
import { DERIVATIVES, DERIVATIVES_BY_APPROVAL, disclosureOf, REVISABLE, TRAINING } from './shared/policy'

/** A batch that spans more ids than this is not walked: ids are hashes, so a range of them names nothing. */
const BATCH_LIMIT = BigInt.fromI32(100)

/** The transfer of a mint comes before its Provenance event, which fills the asset in the same transaction. */
function newAsset(event: TransferEvent): Asset {
  const collection = loadCollection(event.address)
  collection.minted += 1
  collection.save()
  const creator = loadAccount(event.params.to)
  creator.created += 1
  creator.save()
  const asset = new Asset(assetId(event.address, event.params.tokenId))
  const empty = new Bytes(32)
  asset.collection = collection.id
  asset.tokenId = event.params.tokenId
  asset.creator = creator.id
  asset.coreHash = empty
  asset.root = empty
  asset.promptCommitment = empty
  asset.engineHash = empty
  asset.royaltyReceiver = Address.zero()
  asset.royaltyBps = 0
  asset.remixBps = 0
  asset.derivativesAllowed = false
  asset.derivativesByApproval = false
  asset.trainingAllowed = false
  asset.frozen = false
  asset.burned = false
  asset.disclosure = disclosureOf(0)
  asset.parents = []
  asset.mintedAt = event.block.timestamp
  asset.mintedAtBlock = event.block.number
  asset.transferCount = 0
  asset.saleCount = 0
  asset.revisionCount = 0
  asset.metadataUpdates = 0
  return asset
}

export function handleTransfer(event: TransferEvent): void {
  const from = event.params.from
  const to = event.params.to
  const isMint = from.equals(Address.zero())
  const isBurn = to.equals(Address.zero())
  let asset = Asset.load(assetId(event.address, event.params.tokenId))
  if (asset == null) asset = newAsset(event)
  if (!isMint) {
    const before = loadAccount(from)
    before.owned -= 1
    before.save()
  }
  if (isBurn) {
    const collection = loadCollection(event.address)
    collection.burned += 1
    collection.save()
    asset.owner = null
    asset.burned = true
  } else {
    const after = loadAccount(to)
    after.owned += 1
    after.save()
    asset.owner = after.id
  }
  if (!isMint && !isBurn) asset.transferCount += 1
  asset.approved = null
  asset.save()

  const transfer = new Transfer(eventId(event))
  transfer.asset = asset.id
  transfer.from = from
  transfer.to = to
  transfer.block = event.block.number
  transfer.at = event.block.timestamp
  transfer.transaction = event.transaction.hash
  transfer.save()
}

export function handleProvenance(event: ProvenanceEvent): void {
  const params = event.params
  const asset = Asset.load(assetId(event.address, params.tokenId))
  if (asset == null) return
  asset.coreHash = params.coreHash
  asset.root = params.root
  asset.promptCommitment = params.promptCommitment
  asset.engineHash = params.engineHash
  asset.royaltyReceiver = params.royaltyReceiver
  asset.royaltyBps = params.royaltyBps
  asset.remixBps = params.remixBps
  asset.derivativesAllowed = (params.policy & DERIVATIVES) != 0
  asset.derivativesByApproval = (params.policy & DERIVATIVES_BY_APPROVAL) != 0
  asset.trainingAllowed = (params.policy & TRAINING) != 0
  asset.frozen = (params.policy & REVISABLE) == 0
  asset.disclosure = disclosureOf(params.disclosure)
  const parents: Bytes[] = []
  for (let i = 0; i < params.parents.length; i++) parents.push(assetId(event.address, params.parents[i]))
  asset.parents = parents
  asset.save()

  const record = new Provenance(eventId(event))
  record.asset = asset.id
  record.creator = loadAccount(params.creator).id
  record.coreHash = params.coreHash
  record.root = params.root
  record.promptCommitment = params.promptCommitment
  record.engineHash = params.engineHash
  record.policy = params.policy
  record.disclosure = asset.disclosure
  record.parents = params.parents
  record.block = event.block.number
  record.at = event.block.timestamp
  record.transaction = event.transaction.hash
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
  revision.block = event.block.number
  revision.at = event.block.timestamp
  revision.transaction = event.transaction.hash
  revision.save()
}

export function handleFrozen(event: Frozen): void {
  const asset = Asset.load(assetId(event.address, event.params.tokenId))
  if (asset == null) return
  asset.frozen = true
  asset.save()

  const freeze = new Freeze(eventId(event))
  freeze.asset = asset.id
  freeze.block = event.block.number
  freeze.at = event.block.timestamp
  freeze.transaction = event.transaction.hash
  freeze.save()
}

export function handleDerivativeApproved(event: DerivativeApproved): void {
  const approval = new DerivativeApproval(eventId(event))
  approval.parent = assetId(event.address, event.params.parent)
  approval.tokenId = event.params.tokenId
  approval.block = event.block.number
  approval.at = event.block.timestamp
  approval.transaction = event.transaction.hash
  approval.save()
}

export function handleApproval(event: Approval): void {
  const asset = Asset.load(assetId(event.address, event.params.tokenId))
  if (asset == null) return
  if (event.params.approved.equals(Address.zero())) asset.approved = null
  else asset.approved = event.params.approved
  asset.save()
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
  const account = loadAccount(event.params.owner)
  account.optedOut = event.params.optedOut
  account.save()
}

function countMetadataUpdate(collection: Address, tokenId: BigInt): void {
  const asset = Asset.load(assetId(collection, tokenId))
  if (asset == null) return
  asset.metadataUpdates += 1
  asset.save()
}

export function handleMetadataUpdate(event: MetadataUpdate): void {
  countMetadataUpdate(event.address, event.params._tokenId)
}

export function handleBatchMetadataUpdate(event: BatchMetadataUpdate): void {
  const last = event.params._toTokenId
  if (last.minus(event.params._fromTokenId).gt(BATCH_LIMIT)) return
  for (let id = event.params._fromTokenId; id.le(last); id = id.plus(BigInt.fromI32(1))) countMetadataUpdate(event.address, id)
}

export function handleContractURIUpdated(event: ContractURIUpdated): void {
  const collection = loadCollection(event.address)
  collection.contractUriUpdates += 1
  collection.save()
}
