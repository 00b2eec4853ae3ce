import { type Address, type Hex, hashStruct } from 'viem'
import { collectionDomain, voucherMintTypes } from '../tokens/messages.ts'
import { type Voucher, voucherToJson } from '../tokens/voucher.ts'
import { bulkData, bulkSignaturesOf } from './bulk-signature.ts'
import type { DropContents } from './drop-api.ts'

/** Where the items of a drop are minted, and until when the creator lets them be, unix seconds. */
export type DropItemsPlace = { chainId: number; collection: Address; drops: Address; deadline: bigint }

const mintOf = ({ drops, deadline }: Pick<DropItemsPlace, 'drops' | 'deadline'>, voucher: Voucher) => ({
  voucher,
  recipient: drops,
  quantity: 0n,
  deadline,
})

/** What a creator signs of one item: that the contract of drops may mint it. */
export const dropItemTypedData = (place: DropItemsPlace, voucher: Voucher) =>
  ({
    domain: collectionDomain(place.chainId, place.collection),
    types: voucherMintTypes,
    primaryType: 'VoucherMint',
    message: mintOf(place, voucher),
  }) as const

/** Hash of that message without its domain. */
export const dropItemHash = (place: Pick<DropItemsPlace, 'drops' | 'deadline'>, voucher: Voucher): Hex =>
  hashStruct({ types: voucherMintTypes, primaryType: 'VoucherMint', data: mintOf(place, voucher) })

/** What a creator signs of up to 1,024 items at once. */
export const dropItemsTypedData = (place: DropItemsPlace, vouchers: readonly Voucher[]) => ({
  domain: collectionDomain(place.chainId, place.collection),
  ...bulkData(
    voucherMintTypes,
    'VoucherMint',
    vouchers.map((voucher) => mintOf(place, voucher)),
  ),
})

/** The signature of each item from the one signature of {@link dropItemsTypedData}. */
export const dropItemSignatures = (place: DropItemsPlace, vouchers: readonly Voucher[], signature: Hex): Hex[] =>
  bulkSignaturesOf(
    vouchers.map((voucher) => dropItemHash(place, voucher)),
    signature,
  )

/** Items as they are published: each with its own signature, from the one signature of {@link dropItemsTypedData}. */
export function signedItems(place: DropItemsPlace, vouchers: readonly Voucher[], signature: Hex): DropContents['items'] {
  const signatures = dropItemSignatures(place, vouchers, signature)
  const deadline = place.deadline.toString()
  return vouchers.map((voucher, at) => ({ voucher: voucherToJson(voucher), deadline, signature: signatures[at] as Hex }))
}
