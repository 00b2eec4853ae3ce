import type { AuctionView } from '@daedal/protocol/market/auction-api'
import type { FlowSubject } from '../wallet/flow.ts'

type Named = Pick<AuctionView, 'name' | 'image' | 'asset' | 'tokenId'>

/** What a flow about an auction shows in its head. */
export const auctionSubject = ({ name, image, asset, tokenId }: Named, price: string | null, unit: FlowSubject['unit']): FlowSubject => ({
  title: name ?? tokenId,
  image: image || null,
  asset,
  price,
  unit,
})
