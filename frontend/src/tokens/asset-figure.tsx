import type { AssetDetail } from '@daedal/protocol/tokens/api'
import { lazy, Suspense } from 'react'
import { MattedPlate } from '../ui/plate.tsx'

const exhibit = () => import('./asset-exhibit.tsx')
const AssetModel = lazy(() => exhibit().then((module) => ({ default: module.AssetModel })))
const AssetCaption = lazy(() => exhibit().then((module) => ({ default: module.AssetCaption })))

/** The picture on its mat with the model behind it, and the line of what was measured in it. These come after the picture. */
export function AssetFigure({ asset }: { asset: AssetDetail }) {
  const { model } = asset
  const original = asset.renditions.find((file) => file.role === 'image')
  const picture = <MattedPlate src={original?.path ?? asset.image} alt={asset.description} width={asset.width} height={asset.height} />
  return (
    <figure>
      {model ? (
        <Suspense fallback={picture}>
          <AssetModel asset={{ ...asset, model }} picture={picture} />
        </Suspense>
      ) : (
        picture
      )}
      <Suspense fallback={<p className="control control-waiting" />}>
        <AssetCaption asset={asset} />
      </Suspense>
    </figure>
  )
}
