import { Address, BigInt } from '@graphprotocol/graph-ts'
import { Lane } from '../../generated/schema'
import { laneId } from './ids'
import { loadAccount } from './load-account'

/** A maker's lane in an epoch, made when it was never seen. All bits are open when the epoch is a new one. */
export function loadLane(maker: Address, number: BigInt, epoch: BigInt): Lane {
  const id = laneId(maker, number)
  let lane = Lane.load(id)
  if (lane == null) {
    lane = new Lane(id)
    lane.maker = loadAccount(maker).id
    lane.lane = number
    lane.epoch = BigInt.fromI32(-1)
  }
  if (lane.epoch.lt(epoch)) {
    lane.epoch = epoch
    lane.spentBits = BigInt.zero()
    lane.cancelledBits = BigInt.zero()
  }
  return lane
}
