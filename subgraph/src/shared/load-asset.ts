import { Address, BigInt, Bytes, ethereum } from '@graphprotocol/graph-ts'
import { Asset } from '../../generated/schema'
import { assetId } from './ids'
import { loadCollection } from './load-collection'

/**
 * The asset of a token, made when it was never seen: by the first event of its mint. What it stands for, by whom and on which terms is
 * filled in by Provenance, which follows in the same transaction.
 */
export function loadAsset(event: ethereum.Event, tokenId: BigInt): Asset {
  const id = assetId(event.address, tokenId)
  let asset = Asset.load(id)
  if (asset != null) return asset
  asset = new Asset(id)
  const empty = new Bytes(32)
  asset.collection = loadCollection(event.address).id
  asset.tokenId = tokenId
  asset.creator = Address.zero()
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
  asset.soulbound = false
  asset.burned = false
  asset.reproduced = false
  asset.disclosure = 'undeclared'
  asset.parents = []
  asset.mintedUnits = BigInt.zero()
  asset.burnedUnits = BigInt.zero()
  asset.mintedAt = event.block.timestamp
  asset.mintedAtBlock = event.block.number
  asset.transferCount = 0
  asset.saleCount = 0
  asset.revisionCount = 0
  asset.metadataUpdates = 0
  return asset
}
