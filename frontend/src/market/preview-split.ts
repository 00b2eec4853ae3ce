import type { PriceSplit } from '@daedal/protocol/market/price'
import { splitPrice } from '@daedal/protocol/market/price'
import type { AssetDetail } from '@daedal/protocol/tokens/api'

/** Where a price would go, by the same arithmetic as the Market's. */
export function previewSplit(asset: AssetDetail, wei: bigint, feeBps: number): PriceSplit {
  const { seller, royalty, fee } = splitPrice(wei, feeBps, asset.royaltyBps)
  return {
    price: wei.toString(),
    seller: seller.toString(),
    royalty: royalty.toString(),
    royaltyReceiver: asset.royaltyReceiver,
    royaltyBps: asset.royaltyBps,
    fee: fee.toString(),
    feeBps,
  }
}
