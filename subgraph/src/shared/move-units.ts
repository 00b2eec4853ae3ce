import { Address, BigInt, ethereum } from '@graphprotocol/graph-ts'
import { Asset, Transfer } from '../../generated/schema'
import { loadCollection } from './load-collection'
import { stamp } from './stamp'

/** Counts what a transfer does to an asset: units that come into being, are destroyed, or change hands. The caller saves the asset. */
export function countUnits(asset: Asset, collection: Address, from: Address, to: Address, units: BigInt): void {
  const isMint = from.equals(Address.zero())
  const isBurn = to.equals(Address.zero())
  if (isMint) asset.mintedUnits = asset.mintedUnits.plus(units)
  if (isBurn) asset.burnedUnits = asset.burnedUnits.plus(units)
  if (!isMint && !isBurn) asset.transferCount += 1
  const gone = asset.mintedUnits.equals(asset.burnedUnits)
  if (gone == asset.burned) return
  asset.burned = gone
  const holder = loadCollection(collection)
  holder.burned += gone ? 1 : -1
  holder.save()
}

/** Puts a transfer on record. */
export function saveTransfer(transfer: Transfer, event: ethereum.Event, asset: Asset, from: Address, to: Address, units: BigInt): void {
  transfer.asset = asset.id
  transfer.from = from
  transfer.to = to
  transfer.units = units
  stamp(transfer, event)
  transfer.save()
}
