import type { AssetDetail } from '@daedal/protocol/tokens/api'
import { ApiProblem } from '@daedal/sdk/client'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { describeProblem } from '../lib/problem.ts'
import { useLanguage } from '../lib/text/language.ts'
import { useText } from '../lib/text/use-text.ts'
import { useDelayed } from '../lib/use-delayed.ts'
import { usePageTitle } from '../lib/use-page-title.ts'
import { PricePanel } from '../market/price-panel.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorBanner } from '../ui/error-banner.tsx'
import { AssetFigure } from './asset-figure.tsx'
import { AssetHead } from './asset-head.tsx'
import { assets } from './assets.ts'

const RentBox = lazy(() => import('../market/rent-box.tsx').then((module) => ({ default: module.RentBox })))
const RemixAct = lazy(() => import('./remix-act.tsx').then((module) => ({ default: module.RemixAct })))
const AssetRecord = lazy(() => import('./asset-record.tsx').then((module) => ({ default: module.AssetRecord })))

/** One asset: picture, price, provenance, lineage, orders, history. */
export function AssetPage() {
  const { _splat = '' } = useParams({ from: '/assets/$' })
  const id = decodedId(_splat)
  const t = useText()
  const language = useLanguage()
  const query = useQuery(assets.detail(id))
  const late = useDelayed(query.isPending, 2_000)
  usePageTitle(query.data?.name ?? '')

  if (query.data) return <Asset asset={query.data} />
  if (query.isError) {
    const unknown = query.error instanceof ApiProblem && (query.error.status === 404 || query.error.status === 400)
    return (
      <main id="main" className="wrap page">
        {unknown ? (
          <EmptyState title={t('asset.unknown.title')} text={t('asset.unknown.text')} />
        ) : (
          <ErrorBanner {...describeProblem(query.error, language)} retryLabel={t('act.retry')} onRetry={() => void query.refetch()} />
        )}
      </main>
    )
  }
  return (
    <main id="main" className="wrap" aria-busy="true">
      <div className="lot">
        <div className="matted">
          <span className="plate hatch asset-waiting" />
        </div>
        <aside>
          <p className="mute small" role="status">
            {late ? t('app.waitingFor', { what: t('asset.loading') }) : t('app.loading')}
          </p>
          <p className="sk sk-title" />
          <p className="sk sk-by" />
        </aside>
      </div>
    </main>
  )
}

/** An id may come with its slashes encoded. */
function decodedId(splat: string): string {
  try {
    return decodeURIComponent(splat)
  } catch {
    return splat
  }
}

function Asset({ asset }: { asset: AssetDetail }) {
  return (
    <main id="main" className="wrap">
      <div className="lot">
        <AssetFigure asset={asset} />
        <aside>
          <AssetHead asset={asset} />
          <PricePanel asset={asset} />
          <Suspense fallback={null}>
            <RentBox asset={asset} />
            <RemixAct asset={asset} />
          </Suspense>
        </aside>
      </div>
      <Suspense fallback={<div className="record-waiting" />}>
        <AssetRecord asset={asset} />
      </Suspense>
    </main>
  )
}
