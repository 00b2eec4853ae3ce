import '../lib/text/load-later-words.ts'
import type { AssetDetail } from '@daedal/protocol/tokens/api'
import { OrdersTable } from '../market/orders-table.tsx'
import { PriceHistory } from '../market/price-history.tsx'
import { ProvenancePanel } from '../provenance/provenance-panel.tsx'
import { AssetHistory } from './asset-history.tsx'
import { Lineage } from './lineage.tsx'
import { MakingFacts } from './making-facts.tsx'

/** What is known of an asset, under its picture and price: provenance, lineage, orders, history. Loaded after these. */
export function AssetRecord({ asset }: { asset: AssetDetail }) {
  return (
    <>
      <div className="two">
        <ProvenancePanel key={asset.id} asset={asset} />
        <div>
          <Lineage asset={asset} />
          <PriceHistory asset={asset} />
          <MakingFacts asset={asset} />
        </div>
      </div>
      <OrdersTable asset={asset} />
      <AssetHistory asset={asset} />
    </>
  )
}
