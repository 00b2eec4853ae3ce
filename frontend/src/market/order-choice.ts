import type { OrderView } from '@daedal/protocol/market/api'
import type { AssetDetail } from '@daedal/protocol/tokens/api'

/** Orders for this token alone: the price of a bundle is for more. */
const ofToken = (asset: AssetDetail): OrderView[] => asset.orders.filter(({ form }) => form !== 'bundle')

const byPrice = (a: OrderView, b: OrderView): number => {
  const difference = BigInt(a.price) - BigInt(b.price)
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

const isMaker = (view: OrderView, address: string): boolean => view.order.maker.toLowerCase() === address.toLowerCase()

/** The listing a buyer gets: the cheapest that can be filled now. */
export const bestListing = (asset: AssetDetail): OrderView | null =>
  ofToken(asset)
    .filter((view) => view.kind === 'listing' && view.status.state === 'active')
    .sort(byPrice)[0] ?? null

/** The offer a seller gets: the dearest that can be filled now and is not the owner's own. */
export const bestOffer = (asset: AssetDetail): OrderView | null =>
  ofToken(asset)
    .filter((view) => view.kind === 'offer' && view.status.state === 'active' && !(asset.owner && isMaker(view, asset.owner)))
    .sort(byPrice)
    .at(-1) ?? null

/** A listing that looks open but cannot be filled: shown with its reason when there is no other. */
export const deadListing = (asset: AssetDetail): OrderView | null =>
  ofToken(asset)
    .filter((view) => view.kind === 'listing' && view.status.state === 'inactive')
    .sort(byPrice)[0] ?? null
