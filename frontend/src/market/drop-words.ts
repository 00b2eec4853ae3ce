import type { DropView } from '@daedal/protocol/market/drop-api'
import { formatCount } from '../lib/format.ts'
import type { Text } from '../lib/text/use-text.ts'
import type { FlowSubject } from '../wallet/flow.ts'
import { type AuctionUnit, amountText } from './auction-unit.ts'

/** A drop has no name of its own: it is called after its first item where that is known, else by how many items it has. */
export function dropTitle(t: Text, { cover, supply }: Pick<DropView, 'cover' | 'supply'>): string {
  if (!cover?.name) return t('drops.title.count', { count: supply })
  return supply === 1 ? cover.name : t('drops.title.named', { name: cover.name, count: supply - 1 })
}

/** How many of all tickets are sold. */
export const soldText = (t: Text, { sold, supply }: Pick<DropView, 'sold' | 'supply'>): string =>
  t('drops.sold', { sold: formatCount(sold), supply: formatCount(supply) })

/** What a ticket costs. */
export const priceText = (t: Text, price: string, unit: AuctionUnit | null, { currency }: Pick<DropView, 'currency'>): string =>
  BigInt(price) === 0n ? t('drops.free') : amountText(t, price, unit, currency)

/** What a flow about a drop shows in its head. */
export const dropSubject = (t: Text, drop: DropView, price: string | null, unit: AuctionUnit | null): FlowSubject => ({
  title: dropTitle(t, drop),
  image: drop.cover?.image ?? null,
  asset: null,
  price: unit && price,
  unit,
})
