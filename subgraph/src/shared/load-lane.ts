import { Address, BigInt } from '@graphprotocol/graph-ts'
import { Lane } from '../../generated/schema'
import { laneId } from './ids'
import { loadAccount } from './load-account'

/** A maker's lane, made when it was never seen. */
export function loadLane(maker: Address, number: BigInt): Lane {
  const id = laneId(maker, number)
  let lane = Lane.load(id)
  if (lane == null) {
    lane = new Lane(id)
    lane.maker = loadAccount(maker).id
    lane.lane = number
    lane.epoch = BigInt.zero()
    lane.cancelledBits = BigInt.zero()
  }
  return lane
}
