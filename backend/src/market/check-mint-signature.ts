import { openBulkOf } from '@daedal/protocol/market/bulk-signature'
import { type DropItemsPlace, dropItemHash, dropItemTypedData } from '@daedal/protocol/market/drop-items'
import type { Voucher } from '@daedal/protocol/tokens/voucher'
import { type Address, type Hex, hashTypedData } from 'viem'
import { byKey } from './check-signature.ts'
import type { ChainReader } from './ports.ts'

type Where = Omit<DropItemsPlace, 'deadline'>

/**
 * Says whether a creator lets the contract of drops mint vouchers, as the collection would: its key or its contract (ERC-1271) over the
 * message itself, or over a tree of messages. What was signed for many is looked at once. Throws CHAIN_UNAVAILABLE.
 */
export function createCheckMintSignature(chain: Pick<ChainReader, 'contractSigned'>, where: Where, creator: Address) {
  const known = new Map<string, Promise<boolean>>()
  const vouches = async (digest: Hex, signature: Hex): Promise<boolean> =>
    (await byKey(creator, digest, signature)) || (await chain.contractSigned(creator, digest, signature)) === true
  const vouchesOnce = (digest: Hex, signature: Hex): Promise<boolean> => {
    const key = `${digest} ${signature}`
    const before = known.get(key) ?? vouches(digest, signature)
    known.set(key, before)
    return before
  }
  return async (voucher: Voucher, deadline: bigint, signature: Hex): Promise<boolean> => {
    const data = dropItemTypedData({ ...where, deadline }, voucher)
    const bulk = openBulkOf({ ...data, structHash: dropItemHash({ ...where, deadline }, voucher) }, signature)
    if (bulk && (await vouchesOnce(bulk.digest, bulk.own))) return true
    return vouches(hashTypedData(data), signature)
  }
}
