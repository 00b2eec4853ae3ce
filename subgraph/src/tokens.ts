// ERC-721 tokens, of the shared collection and of those of one creator.
import { Address, BigInt } from '@graphprotocol/graph-ts'
import {
  AigcData,
  Approval,
  BatchMetadataUpdate,
  Locked,
  MetadataUpdate,
  Transfer as TransferEvent,
  UpdateUser,
} from '../generated/AssetCollection/AssetCollection'
import { Asset, GenerationProof, Transfer, UserChange, ValidatorChange } from '../generated/schema'
import { TransferValidatorUpdated } from '../generated/templates/CreatorCollection/CreatorCollection'
import { countMetadataUpdate } from './records'
import { assetId, eventId } from './shared/ids'
import { loadAccount } from './shared/load-account'
import { loadAsset } from './shared/load-asset'
import { loadCollection } from './shared/load-collection'
import { countUnits, saveTransfer } from './shared/move-units'
import { stamp } from './shared/stamp'
import { changeTenancy } from './shared/tenancies'

export {
  handleApprovalForAll,
  handleContractURIUpdated,
  handleDerivativeApproved,
  handleDerived,
  handleFrozen,
  handleOperatorOptedOut,
  handleProvenance,
  handleRevised,
  handleVoucherRevoked,
} from './records'

const ONE = BigInt.fromI32(1)

/** A batch that spans more ids than this is not walked: ids are hashes, so a range of them names nothing. */
const BATCH_LIMIT = BigInt.fromI32(100)

export function handleTransfer(event: TransferEvent): void {
  const from = event.params.from
  const to = event.params.to
  const asset = loadAsset(event, event.params.tokenId)
  if (!from.equals(Address.zero())) {
    const before = loadAccount(from)
    before.owned -= 1
    before.save()
  }
  if (to.equals(Address.zero())) {
    asset.owner = null
  } else {
    const after = loadAccount(to)
    after.owned += 1
    after.save()
    asset.owner = after.id
  }
  countUnits(asset, event.address, from, to, ONE)
  asset.approved = null
  asset.save()
  saveTransfer(new Transfer(eventId(event)), event, asset, from, to, ONE)
}

export function handleApproval(event: Approval): void {
  const asset = Asset.load(assetId(event.address, event.params.tokenId))
  if (asset == null) return
  if (event.params.approved.equals(Address.zero())) asset.approved = null
  else asset.approved = event.params.approved
  asset.save()
}

/** Comes between the transfer of a mint and its Provenance. */
export function handleLocked(event: Locked): void {
  const asset = loadAsset(event, event.params.tokenId)
  asset.soulbound = true
  asset.save()
}

export function handleUpdateUser(event: UpdateUser): void {
  const asset = Asset.load(assetId(event.address, event.params.tokenId))
  if (asset == null) return
  if (event.params.user.equals(Address.zero())) {
    asset.user = null
    asset.userExpires = null
  } else {
    asset.user = event.params.user
    asset.userExpires = event.params.expires
  }
  asset.save()
  changeTenancy(event, event.params.tokenId, event.params.user, event.params.expires)

  const change = new UserChange(eventId(event))
  change.asset = asset.id
  change.user = event.params.user
  change.expires = event.params.expires
  stamp(change, event)
  change.save()
}

export function handleAigcData(event: AigcData): void {
  const proof = new GenerationProof(eventId(event))
  proof.asset = assetId(event.address, event.params.tokenId)
  proof.core = event.params.proof
  stamp(proof, event)
  proof.save()
}

export function handleTransferValidatorUpdated(event: TransferValidatorUpdated): void {
  const collection = loadCollection(event.address)
  if (event.params.newValidator.equals(Address.zero())) collection.transferValidator = null
  else collection.transferValidator = event.params.newValidator
  collection.save()

  const change = new ValidatorChange(eventId(event))
  change.collection = collection.id
  change.oldValidator = event.params.oldValidator
  change.newValidator = event.params.newValidator
  stamp(change, event)
  change.save()
}

export function handleMetadataUpdate(event: MetadataUpdate): void {
  countMetadataUpdate(event.address, event.params._tokenId)
}

export function handleBatchMetadataUpdate(event: BatchMetadataUpdate): void {
  const last = event.params._toTokenId
  if (last.minus(event.params._fromTokenId).gt(BATCH_LIMIT)) return
  for (let id = event.params._fromTokenId; id.le(last); id = id.plus(ONE)) countMetadataUpdate(event.address, id)
}
