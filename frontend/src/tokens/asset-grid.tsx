import type { AssetSummary } from '@daedal/protocol/tokens/api'
import { useMemo } from 'react'
import { CardSkeleton } from '../ui/card.tsx'
import { justify } from '../ui/justify.ts'
import { AssetCard, ratioOf } from './asset-card.tsx'

const skeletonRows = [
  [1.5625, 1, 0.8],
  [1, 1, 1, 0.72],
]

/** Assets in justified rows: pictures of any shape share one height in a row, uncropped. */
export function AssetGrid({ assets }: { assets: readonly AssetSummary[] }) {
  const rows = useMemo(() => justify(assets, ratioOf), [assets])
  return (
    <div>
      {rows.map((row, index) => (
        <div className="row" key={row.items[0]?.id}>
          {row.items.map((asset) => (
            <AssetCard key={asset.id} asset={asset} eager={index === 0} />
          ))}
          {row.fill > 0 ? <Filler share={row.fill} gaps={1} /> : null}
        </div>
      ))}
    </div>
  )
}

function Filler({ share, gaps }: { share: number; gaps: number }) {
  return <div className="filler" style={{ flex: `${share} ${gaps} 0` }} aria-hidden="true" />
}

/** The grid before its assets are known. */
export function AssetGridSkeleton({ label }: { label: string }) {
  return (
    <div role="status" aria-label={label}>
      {skeletonRows.map((row) => (
        <div className="row" key={row.join()}>
          {row.map((ratio, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: fixed places
            <CardSkeleton key={index} ratio={ratio} wide={ratio >= 1.4} />
          ))}
        </div>
      ))}
    </div>
  )
}
