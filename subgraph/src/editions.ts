// ERC-1155 tokens: of each there are several units.
import { Address, BigInt, Bytes, ethereum } from '@graphprotocol/graph-ts'
import { SupplyFixed, TransferBatch, TransferSingle, URI } from '../generated/EditionCollection/EditionCollection'
import { Asset, Holding, Transfer } from '../generated/schema'
import { countMetadataUpdate } from './records'
import { assetId, eventId, partId } from './shared/ids'
import { loadAccount } from './shared/load-account'
import { countUnits, saveTransfer } from './shared/move-units'

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

/** Comes after the Provenance of the first mint. */
export function handleSupplyFixed(event: SupplyFixed): void {
  const asset = Asset.load(assetId(event.address, event.params.tokenId))
  if (asset == null) return
  asset.maxUnits = event.params.maxSupply
  asset.save()
}

/** Adds units to what an account holds, or takes them away. */
function changeHolding(asset: Asset, address: Address, units: BigInt): void {
  if (address.equals(Address.zero())) return
  const id = asset.id.concat(address)
  let holding = Holding.load(id)
  if (holding == null) {
    holding = new Holding(id)
    holding.asset = asset.id
    holding.account = loadAccount(address).id
    holding.units = BigInt.zero()
  }
  holding.units = holding.units.plus(units)
  holding.save()
}

/** The asset is there, since Provenance comes first; only nothing at all can be moved of a token that was never minted. */
function move(event: ethereum.Event, id: Bytes, from: Address, to: Address, tokenId: BigInt, units: BigInt): void {
  const asset = Asset.load(assetId(event.address, tokenId))
  if (asset == null) return
  changeHolding(asset, from, units.neg())
  changeHolding(asset, to, units)
  countUnits(asset, event.address, from, to, units)
  asset.save()
  saveTransfer(new Transfer(id), event, asset, from, to, units)
}

export function handleTransferSingle(event: TransferSingle): void {
  const params = event.params
  move(event, eventId(event), params.from, params.to, params.id, params.value)
}

export function handleTransferBatch(event: TransferBatch): void {
  const params = event.params
  for (let i = 0; i < params.ids.length; i++) move(event, partId(event, i), params.from, params.to, params.ids[i], params.values[i])
}

export function handleURI(event: URI): void {
  countMetadataUpdate(event.address, event.params.id)
}
