import { Address, BigInt, ethereum } from '@graphprotocol/graph-ts'
import { LetToken, Tenancy } from '../../generated/schema'
import { assetId } from './ids'

/** The newest tenancy of a token; null where it was never let. */
export function newestTenancy(collection: Address, tokenId: BigInt): Tenancy | null {
  const token = LetToken.load(assetId(collection, tokenId))
  return token == null ? null : Tenancy.load(token.tenancy)
}

/** Whether the user may use the token at a moment, unix seconds. */
export function runs(tenancy: Tenancy, at: BigInt): boolean {
  return tenancy.endedAt === null && at.lt(tenancy.expires)
}

/** At a collection that keeps its users, only the user ends its time early, and the owner can make it longer. */
export function changeTenancy(event: ethereum.Event, tokenId: BigInt, user: Address, expires: BigInt): void {
  const tenancy = newestTenancy(event.address, tokenId)
  if (tenancy == null || tenancy.held || !runs(tenancy, event.block.timestamp)) return
  if (tenancy.user.equals(user)) tenancy.expires = expires
  else tenancy.endedAt = event.block.timestamp
  tenancy.save()
}
