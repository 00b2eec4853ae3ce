import type { AssetDetail } from '@daedal/protocol/tokens/api'
import { useInfiniteQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { formatMoment, formatWei } from '../lib/format.ts'
import { useLanguage } from '../lib/text/language.ts'
import { useText } from '../lib/text/use-text.ts'
import { assets } from '../tokens/assets.ts'
import { Segmented } from '../ui/choice.tsx'
import { Section } from '../ui/section.tsx'
import { Table } from '../ui/table.tsx'
import { bestListing } from './order-choice.ts'
import { type Sale, salesOf } from './sales.ts'

const PriceChart = lazy(() => import('./price-chart.tsx').then((module) => ({ default: module.PriceChart })))

/** What it was sold for, as a chart and as a table. */
export function PriceHistory({ asset }: { asset: AssetDetail }) {
  const t = useText()
  const language = useLanguage()
  const [view, setView] = useState<'chart' | 'table'>('chart')
  const { data } = useInfiniteQuery(assets.history(asset.id))
  const sales = salesOf(data?.pages.flatMap((page) => page.data) ?? [])
  const listing = bestListing(asset)
  if (!sales.length) return null
  return (
    <Section
      title={t('history.title')}
      aside={
        <Segmented
          label={t('history.as')}
          value={view}
          onValue={setView}
          options={[
            { value: 'chart', text: t('history.chart') },
            { value: 'table', text: t('history.table') },
          ]}
        />
      }
    >
      {view === 'chart' ? (
        <Suspense fallback={<div className="chart-waiting" />}>
          <PriceChart sales={sales} now={listing ? listing.price : null} />
        </Suspense>
      ) : (
        <Table<Sale>
          caption={t('history.title')}
          rows={sales}
          keyOf={(sale) => sale.id}
          columns={[
            { key: 'day', head: t('history.day'), cell: (sale) => formatMoment(sale.at, language) },
            { key: 'price', head: t('history.sale'), figure: true, cell: (sale) => formatWei(sale.price) },
            { key: 'change', head: t('history.change'), figure: true, cell: (sale) => sale.change ?? t('history.first') },
          ]}
        />
      )}
    </Section>
  )
}
